// The log's half of the activity page: filters, copying, lines as they come.
#include "ui/activity/activity_view.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <algorithm>

namespace sluice::ui {

void ActivityView::buildLog() {
    m_log->setObjectName(QStringLiteral("activityLog"));
    m_log->setAccessibleName(tr("Log"));
    m_stepFilter->setObjectName(QStringLiteral("logStepFilter"));
    m_stepFilter->setAccessibleName(tr("Only this step"));
    m_onlyErrors->setObjectName(QStringLiteral("logOnlyErrors"));
    m_copied->setObjectName(QStringLiteral("logCopied"));
    m_filter->setPlaceholderText(tr("Filter the log (text, request id, path)"));
    m_filter->setClearButtonEnabled(true);
    m_stepFilter->addItem(tr("All steps"), QString());
    m_copied->setText(tr("A click on a request id copies it; Ctrl+C copies the selected lines."));

    m_logFilter->setSourceModel(m_logModel);
    m_log->setModel(m_logFilter);
    m_log->setFont(Theme::font(Type::Mono));
    m_log->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_log->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_log->setShowGrid(false);
    m_log->setWordWrap(false);
    m_log->setTabKeyNavigation(false);
    m_log->setTextElideMode(Qt::ElideMiddle);
    m_log->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_log->verticalHeader()->hide();
    m_log->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_log->verticalHeader()->setDefaultSectionSize(m_log->fontMetrics().height() + 6);
    m_log->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_log->horizontalHeader()->setSectionResizeMode(LogModel::TextColumn, QHeaderView::Stretch);
    m_log->horizontalHeader()->setSectionResizeMode(LogModel::RequestColumn, QHeaderView::Fixed);
    m_log->setColumnWidth(LogModel::RequestColumn,
                          m_log->fontMetrics().horizontalAdvance(QString(37, QLatin1Char('0'))) + 16); // a UUID fits

    auto *copy = new QAction(tr("&Copy the selected lines"), m_log);
    copy->setShortcut(QKeySequence::Copy);
    auto *copyId = new QAction(tr("Copy the &request id"), m_log);
    copyId->setObjectName(QStringLiteral("copyRequestIdAction"));
    copyId->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    for (QAction *action : {copy, copyId}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_log->addAction(action);
    }
    m_log->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto copyRequest = [this](const QModelIndex &index) {
        const QString id = index.siblingAtColumn(LogModel::RequestColumn).data().toString();
        if (id.isEmpty())
            return;
        QGuiApplication::clipboard()->setText(id);
        m_copied->setText(tr("Copied: %1").arg(id));
    };
    const QScrollBar *bar = m_log->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this,
            [this, bar] { m_atEnd = bar->sliderPosition() >= bar->maximum(); });
    // A page that was laid out only now still shows the newest.
    connect(bar, &QScrollBar::rangeChanged, this, &ActivityView::followEnd, Qt::QueuedConnection);
    connect(copy, &QAction::triggered, this, &ActivityView::copyLines);
    connect(copyId, &QAction::triggered, this, [this, copyRequest] { copyRequest(m_log->currentIndex()); });
    connect(m_log, &QTableView::clicked, this, [copyRequest](const QModelIndex &index) {
        if (index.column() == LogModel::RequestColumn)
            copyRequest(index);
    });
    connect(m_filter, &QLineEdit::textChanged, m_logFilter, &LogFilter::setText);
    connect(m_onlyErrors, &QCheckBox::toggled, m_logFilter, &LogFilter::setOnlyErrors);
    connect(m_stepFilter, &QComboBox::currentIndexChanged, this,
            [this] { m_logFilter->setStep(m_stepFilter->currentData().toString()); });
}

void ActivityView::followEnd() {
    // Not away from somebody who reads: who has scrolled up, or stands in the log.
    if (m_atEnd && !m_log->hasFocus())
        m_log->scrollToBottom();
}

void ActivityView::copyLines() {
    QModelIndexList rows = m_log->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex &row : rows)
        lines << row.data(LogModel::WholeRole).toString();
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_copied->setText(tr("Lines copied: %1").arg(lines.size()));
}

void ActivityView::addCalls(const QList<LogLine> &lines) {
    QList<LogLine> calls = lines;
    // A call that names an object belongs to the step that made it.
    for (LogLine &call : calls) {
        for (const engine::StepState &step : std::as_const(m_view.steps)) {
            if (!step.id.isEmpty() && call.text.contains(step.id))
                call.step = step.name;
        }
    }
    m_calls.append(calls);
    if (m_calls.size() > kMostCalls)
        m_calls.remove(0, m_calls.size() - kMostCalls + kMostCalls / 10);
    appendToLog(calls);
}

void ActivityView::appendToLog(const QList<LogLine> &lines) {
    m_logModel->append(lines);
    followEnd();
}

void ActivityView::refreshLog() {
    QStringList steps;
    for (const engine::StepState &step : std::as_const(m_view.steps))
        steps << step.name;
    QList<LogLine> lines;
    for (const QString &line : std::as_const(m_view.log))
        lines << operationLine(line, steps, m_view.errorLines.contains(line));
    m_logged = m_view.logged;
    m_logModel->clear();
    m_logModel->append(lines + m_calls);
    m_atEnd = true;
    followEnd();
}

} // namespace sluice::ui
