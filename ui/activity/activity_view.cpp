#include "ui/activity/activity_view.h"

#include "ui/activity/pace.h"
#include "ui/theme/theme.h"

#include "ui/verification/status_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace sluice::ui {

namespace {

constexpr qsizetype kMaxCalls = 2000;
constexpr int kMostIdWidth = 300; ///< a UUID fits

bool isOver(engine::StepPhase phase) {
    using engine::StepPhase;
    return phase == StepPhase::Ready || phase == StepPhase::Gone || phase == StepPhase::Failed ||
           phase == StepPhase::Skipped;
}

} // namespace

ActivityView::ActivityView(QWidget *parent)
    : QWidget(parent)
    , m_model(new StepsModel(this))
    , m_headline(new QLabel(this))
    , m_critical(new QLabel(this))
    , m_error(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_resume(new QPushButton(tr("&Resume"), this))
    , m_table(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_log(new QPlainTextEdit(this)) {
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_resume->setObjectName(QStringLiteral("resumeButton"));
    m_table->setObjectName(QStringLiteral("stepsTable"));
    m_log->setObjectName(QStringLiteral("activityLog"));
    m_filter->setObjectName(QStringLiteral("logFilter"));
    m_table->setAccessibleName(tr("Steps"));
    m_log->setAccessibleName(tr("Log"));
    m_filter->setAccessibleName(tr("Filter the log"));
    m_headline->setFont(Theme::font(Type::Title));
    m_critical->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_cancel->setToolTip(
        tr("Nothing new starts; what is in flight lands and is recorded. Resume or tear down afterwards."));
    m_filter->setPlaceholderText(tr("Filter the log (text, request id, path)"));
    m_filter->setClearButtonEnabled(true);

    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(
        StepsModel::PhaseColumn, new StatusDelegate(StepsModel::PhaseRole, m_table, StatusDelegate::Meaning::Phase));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setTextElideMode(Qt::ElideMiddle); // an id's ends tell more than its start
    auto *copyId = new QAction(tr("Copy the &id"), m_table);
    copyId->setObjectName(QStringLiteral("copyStepIdAction"));
    copyId->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyId->setShortcutContext(Qt::WidgetShortcut);
    connect(copyId, &QAction::triggered, this, [this] {
        const QModelIndex id = m_table->currentIndex().siblingAtColumn(StepsModel::IdColumn);
        if (id.isValid())
            QGuiApplication::clipboard()->setText(id.data().toString());
    });
    m_table->addAction(copyId);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setFont(Theme::font(Type::Mono));

    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_resume);
    head->addWidget(m_cancel);
    auto *logPart = new QWidget(this);
    auto *logLayout = new QVBoxLayout(logPart);
    logLayout->setContentsMargins(0, 8, 0, 0);
    logLayout->addWidget(m_filter);
    logLayout->addWidget(m_log, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(logPart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_critical);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);

    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &ActivityView::refreshTimes);
    connect(m_cancel, &QPushButton::clicked, this, &ActivityView::cancelRequested);
    connect(m_resume, &QPushButton::clicked, this, &ActivityView::resumeRequested);
    connect(m_filter, &QLineEdit::textChanged, this, &ActivityView::refreshLog);
    show(DeploymentView{});
}

void ActivityView::show(const DeploymentView &view) {
    const bool sameLog = view.name == m_view.name && view.log.size() == m_view.log.size();
    m_view = view;
    const bool running = !view.running.isEmpty();
    if (running && !m_tick.isActive())
        m_tick.start();
    if (!running)
        m_tick.stop();
    m_cancel->setVisible(running);
    const bool unfinished = view.phase == QLatin1String("applying") || view.phase == QLatin1String("destroying") ||
                            view.phase == QLatin1String("failed") || view.phase == QLatin1String("cancelled");
    m_resume->setVisible(!running && unfinished);
    m_progress->setVisible(running && view.running != QLatin1String("verify"));
    m_error->setVisible(!view.lastError.message.isEmpty());
    m_error->setText(view.lastError.message.isEmpty() ? QString() : tr("Stopped: %1").arg(view.lastError.toString()));
    refreshTimes();
    m_table->resizeColumnToContents(StepsModel::PhaseColumn);
    m_table->resizeColumnToContents(StepsModel::NameColumn);
    m_table->resizeColumnToContents(StepsModel::IdColumn);
    m_table->setColumnWidth(StepsModel::IdColumn, std::min(m_table->columnWidth(StepsModel::IdColumn), kMostIdWidth));
    if (!sameLog)
        refreshLog();
}

void ActivityView::refreshTimes() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_model->setSteps(m_view.plan, m_view.steps, now);
    int over = 0;
    QStringList active;
    for (const engine::StepState &step : m_model->steps()) {
        over += isOver(step.phase) ? 1 : 0;
        if (step.phase == engine::StepPhase::Intended || step.phase == engine::StepPhase::Created ||
            step.phase == engine::StepPhase::Deleting)
            active << step.name;
    }
    const int total = static_cast<int>(m_model->steps().size());
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(over);
    m_progress->setFormat(tr("%1 of %2 steps").arg(over).arg(total));
    if (m_view.running.isEmpty())
        m_headline->setText(total == 0 ? tr("Nothing has run yet")
                                       : tr("Idle: %1 of %2 steps done").arg(over).arg(total));
    else if (active.isEmpty())
        m_headline->setText(tr("Running for %1").arg(durationText(m_view.startedAt.secsTo(now))));
    else
        m_headline->setText(tr("Running: %1").arg(active.join(QStringLiteral(", "))));
    const QStringList critical = m_model->criticalPath();
    m_critical->setVisible(!critical.isEmpty());
    QString text = tr("Critical path: %1").arg(critical.join(QStringLiteral(" → ")));
    const bool building = m_view.running == QLatin1String("apply") || m_view.running == QLatin1String("resume");
    if (building) {
        const Pace pace = paceOf(m_view.plan, m_model->steps(), critical, now);
        if (pace.secondsLeft > 0)
            text += QLatin1Char('\n') +
                    tr("About %1 left, at the pace of the steps that are done.").arg(durationText(pace.secondsLeft));
        for (const QString &stalled : pace.stalled)
            text += QLatin1Char('\n') + tr("Slow: %1. Nothing is lost by waiting or by Cancel.").arg(stalled);
    }
    m_critical->setText(text);
}

void ActivityView::addCall(const QString &line) {
    m_calls.append(line);
    if (m_calls.size() > kMaxCalls)
        m_calls.removeFirst();
    const QString filter = m_filter->text();
    if (filter.isEmpty() || line.contains(filter, Qt::CaseInsensitive))
        m_log->appendPlainText(line);
}

void ActivityView::refreshLog() {
    const QString filter = m_filter->text();
    QString text;
    for (const QStringList *source : {&m_view.log, &m_calls}) {
        for (const QString &line : *source) {
            if (filter.isEmpty() || line.contains(filter, Qt::CaseInsensitive))
                text += line + QLatin1Char('\n');
        }
    }
    const bool atEnd = m_log->verticalScrollBar()->value() == m_log->verticalScrollBar()->maximum();
    m_log->setPlainText(text);
    if (atEnd)
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

} // namespace sluice::ui
