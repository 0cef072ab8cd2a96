#include "ui/activity/activity_view.h"

#include "ui/activity/explain.h"
#include "ui/activity/explain_dialog.h"
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
    , m_bar(new CriticalBar(this))
    , m_stall(new Banner(Tone::Unknown, {}, {}, this))
    , m_error(new ErrorBanner(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_resume(new QPushButton(tr("&Resume"), this))
    , m_explain(new QPushButton(tr("&Explain this run…"), this))
    , m_table(new QTableView(this))
    , m_filter(new QLineEdit(this))
    , m_stepFilter(new QComboBox(this))
    , m_onlyErrors(new QCheckBox(tr("Only errors"), this))
    , m_copied(new QLabel(this))
    , m_logModel(new LogModel(this))
    , m_logFilter(new LogFilter(this))
    , m_log(new QTableView(this)) {
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_resume->setObjectName(QStringLiteral("resumeButton"));
    m_table->setObjectName(QStringLiteral("stepsTable"));
    m_explain->setObjectName(QStringLiteral("explainButton"));
    m_explain->setToolTip(
        tr("What happened, what took longest and why, what is left and what it costs: in plain words."));
    m_stall->setObjectName(QStringLiteral("stallBanner"));
    m_filter->setObjectName(QStringLiteral("logFilter"));
    m_table->setAccessibleName(tr("Steps"));
    m_filter->setAccessibleName(tr("Filter the log"));
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setWordWrap(true);
    m_critical->setWordWrap(true);
    m_cancel->setToolTip(
        tr("Nothing new starts; what is in flight lands and is recorded. Resume or tear down afterwards."));

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
    buildLog();

    auto *head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_explain);
    head->addWidget(m_resume);
    head->addWidget(m_cancel);
    auto *logPart = new QWidget(this);
    auto *logLayout = new QVBoxLayout(logPart);
    logLayout->setContentsMargins(0, 8, 0, 0);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_filter, 1);
    filters->addWidget(m_stepFilter);
    filters->addWidget(m_onlyErrors);
    logLayout->addLayout(filters);
    logLayout->addWidget(m_log, 1);
    logLayout->addWidget(m_copied);
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
    layout->addWidget(m_bar);
    layout->addWidget(m_critical);
    layout->addWidget(m_stall);
    layout->addWidget(m_error);
    layout->addWidget(splitter, 1);

    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &ActivityView::refreshTimes);
    connect(m_cancel, &QPushButton::clicked, this, &ActivityView::cancelRequested);
    connect(m_resume, &QPushButton::clicked, this, &ActivityView::resumeRequested);
    connect(m_explain, &QPushButton::clicked, this, &ActivityView::explain);
    show(DeploymentView{});
}

void ActivityView::show(const DeploymentView &view) {
    const bool sameOne = view.name == m_view.name;
    const bool samePlan = sameOne && view.plan.resources.size() == m_view.plan.resources.size();
    m_view = view;
    if (!samePlan) {
        const QString chosen = m_stepFilter->currentData().toString();
        m_stepFilter->clear();
        m_stepFilter->addItem(tr("All steps"), QString());
        for (const blueprint::PlannedResource &resource : view.plan.resources)
            m_stepFilter->addItem(blueprint::titleOf(resource.name), resource.name);
        m_stepFilter->setCurrentIndex(std::max(0, m_stepFilter->findData(chosen)));
        m_logFilter->setStep(m_stepFilter->currentData().toString());
    }
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
    m_error->show(view.lastError);
    refreshTimes();
    m_table->resizeColumnToContents(StepsModel::PhaseColumn);
    m_table->resizeColumnToContents(StepsModel::NameColumn);
    m_table->resizeColumnToContents(StepsModel::IdColumn);
    for (const int column : {StepsModel::DurationColumn, StepsModel::CallsColumn}) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, m_table->columnWidth(column) + space::kLarge);
    }
    m_table->setColumnWidth(StepsModel::IdColumn, std::min(m_table->columnWidth(StepsModel::IdColumn), kMostIdWidth));
    m_explain->setEnabled(running || !view.journal.isEmpty());
    if (!sameOne || view.logged < m_logged) {
        refreshLog();
    } else if (view.logged > m_logged) {
        const qint64 fresh = std::min<qint64>(view.logged - m_logged, view.log.size());
        QStringList steps;
        for (const engine::StepState &step : view.steps)
            steps << step.name;
        QList<LogLine> lines;
        for (const QString &line : view.log.mid(view.log.size() - fresh))
            lines << operationLine(line, steps, view.errorLines.contains(line));
        m_logged = view.logged;
        appendToLog(lines);
    }
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
            active << blueprint::titleOf(step.name);
    }
    const int total = static_cast<int>(m_model->steps().size());
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(over);
    m_progress->setFormat(tr("%1 of %2 steps").arg(over).arg(total));
    if (m_view.running.isEmpty())
        m_headline->setText(total == 0 ? tr("Nothing has run yet")
                            : m_view.lastError.message.isEmpty()
                                ? tr("Idle: %1 of %2 steps done").arg(over).arg(total)
                                : tr("Stopped: %1 of %2 steps done").arg(over).arg(total));
    else if (active.isEmpty())
        m_headline->setText(tr("Running for %1").arg(durationText(m_view.startedAt.secsTo(now))));
    else
        m_headline->setText(tr("Running: %1").arg(active.join(QStringLiteral(", "))));
    const QStringList critical = m_model->criticalPath();
    const bool building = m_view.running == QLatin1String("apply") || m_view.running == QLatin1String("change") ||
                          m_view.running == QLatin1String("repair") ||
                          (m_view.running == QLatin1String("resume") && m_view.phase != QLatin1String("destroying"));
    const bool torn = m_view.phase == QLatin1String("destroying") || m_view.phase == QLatin1String("destroyed") ||
                      m_view.running == QLatin1String("destroy");
    m_critical->setVisible(!critical.isEmpty() && !torn);
    m_bar->setVisible(!critical.isEmpty() && !torn);
    m_bar->setParts(criticalParts(m_view.plan, m_model->steps(), critical, now, m_typical));
    QStringList chain;
    for (const QString &step : critical)
        chain << blueprint::titleOf(step);
    QString text = (building ? tr("Everything waits for this chain: %1.") : tr("The longest chain: %1."))
                       .arg(chain.join(QStringLiteral(" → ")));
    QStringList stalls;
    if (building) {
        const Pace pace = paceOf(m_view.plan, m_model->steps(), critical, now, m_typical);
        if (pace.secondsLeft > 0)
            text += QLatin1Char(' ') + (pace.basis == Pace::Basis::History
                                            ? tr("About %1 left, until %2, as earlier deployments took.")
                                            : tr("About %1 left, until %2, at the pace of the steps that are done."))
                                           .arg(durationText(pace.secondsLeft),
                                                QLocale().toString(now.addSecs(pace.secondsLeft).toLocalTime().time(),
                                                                   QLocale::ShortFormat));
        else if (pace.secondsLeft == 0 && over < total)
            text +=
                QLatin1Char(' ') + (pace.stalls.isEmpty() ? tr("It is later than expected, and should be over soon.")
                                                          : tr("It is later than expected."));
        for (const Stall &stall : pace.stalls)
            stalls << stall.words();
    }
    m_critical->setText(text);
    m_stall->setVisible(!stalls.isEmpty());
    if (!stalls.isEmpty())
        m_stall->set(Tone::Unknown, tr("Slower than it should be"), stalls.join(QLatin1Char('\n')));
}

void ActivityView::setTypical(const Typical &typical) {
    m_typical = typical;
    refreshTimes();
}

void ActivityView::explain() {
    auto *dialog = new ExplainDialog(m_view, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace sluice::ui
