#include "ui/verification/verification_view.h"

#include "ui/verification/status_delegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace sluice::ui {

namespace {

constexpr int kVerdict = 170; ///< the longest word for a verdict, in German, with its mark
constexpr int kScrollBar = 16;
constexpr int kPredicted = 1100; ///< below this width the column of predictions is left out
constexpr int kOneLine = 860;    ///< below this width the buttons stand under the verdict, which keeps its line
constexpr int kBeside = 1280;    ///< from this width on, matrix and evidence stand side by side

/// `iso`: ISO 8601 UTC, as reports have it.
QString timeText(const QString &iso) {
    return QLocale().toString(QDateTime::fromString(iso, Qt::ISODateWithMs).toLocalTime(), QLocale::ShortFormat);
}

} // namespace

VerificationView::VerificationView(QWidget *parent)
    : QWidget(parent)
    , m_model(new MatrixModel(this))
    , m_mark(new Mark(26, this))
    , m_headline(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_verify(new QPushButton(tr("&Verify now"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_recheck(new QComboBox(this))
    , m_report(new QPushButton(tr("Save re&port…"), this))
    , m_historyButton(new QPushButton(tr("&History"), this))
    , m_progress(new QProgressBar(this))
    , m_head(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_table(new QTableView(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_cellTitle(new QLabel(this))
    , m_diagnosis(new QLabel(this))
    , m_again(new QPushButton(tr("Measure a&gain"), this))
    , m_againAction(new QAction(tr("Measure this check a&gain"), this))
    , m_remedy(new QPushButton(this))
    , m_evidence(new QPlainTextEdit(this)) {
    m_verify->setObjectName(QStringLiteral("verifyButton"));
    m_verify->setProperty("tone", QStringLiteral("primary"));
    m_cancel->setObjectName(QStringLiteral("cancelVerifyButton"));
    m_recheck->setObjectName(QStringLiteral("recheckComboBox"));
    m_recheck->setAccessibleName(tr("Verify again by itself"));
    m_recheck->setToolTip(tr("Verifies again while this window is open, and tells you when the verdict changes."));
    m_recheck->addItem(tr("Verify only when asked"), 0);
    for (const int minutes : {5, 15, 60})
        m_recheck->addItem(tr("Verify every %1 minutes").arg(minutes), minutes);
    m_report->setObjectName(QStringLiteral("saveReportButton"));
    m_report->setToolTip(tr("PDF or JSON for the partner who allows the address"));
    m_historyButton->setObjectName(QStringLiteral("historyButton"));
    m_historyButton->setCheckable(true);
    m_table->setObjectName(QStringLiteral("matrixTable"));
    m_evidence->setObjectName(QStringLiteral("evidenceText"));
    m_again->setObjectName(QStringLiteral("measureAgainButton"));
    m_again->setToolTip(tr("Measures this check alone (Ctrl+R). Only the whole matrix proves the deployment."));
    m_againAction->setObjectName(QStringLiteral("measureAgainAction"));
    m_againAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_againAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_againAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_remedy->setObjectName(QStringLiteral("remedyButton"));
    m_remedy->setProperty("tone", QStringLiteral("primary"));
    m_headline->setObjectName(QStringLiteral("verdictHeadline"));
    m_table->setAccessibleName(tr("Verification matrix"));
    m_evidence->setAccessibleName(tr("Evidence of the selected check"));
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(4);

    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(MatrixModel::VerdictColumn,
                                      new StatusDelegate(MatrixModel::VerdictRole, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setStretchLastSection(true);
    // Expected and observed are compared: they stand side by side, what the model predicts behind them.
    m_table->horizontalHeader()->moveSection(MatrixModel::PredictedColumn, MatrixModel::ObservedColumn);
    m_table->setTextElideMode(Qt::ElideMiddle); // nodes differ at the end of their names
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_diagnosis->setObjectName(QStringLiteral("diagnosisText"));
    m_diagnosis->setWordWrap(true);
    m_diagnosis->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_diagnosis->installEventFilter(this);
    m_diagnosis->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_evidence->setReadOnly(true);
    m_evidence->setFont(Theme::font(Type::Mono));
    m_evidence->setTabChangesFocus(true);
    m_remedy->hide();

    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(10);
    verdict->addWidget(m_mark);
    verdict->addWidget(m_headline, 1);
    titles->addLayout(verdict);
    auto *buttons = new QHBoxLayout;
    for (QWidget *control : std::initializer_list<QWidget *>{m_recheck, m_historyButton, m_report, m_cancel, m_verify})
        buttons->addWidget(control, 0, Qt::AlignTop);
    m_head->addLayout(titles, 1);
    m_head->addLayout(buttons);

    auto *detail = new QWidget(this);
    auto *detailLayout = new QVBoxLayout(detail);
    detailLayout->setContentsMargins(0, 8, 0, 0);
    auto *detailHead = new QHBoxLayout;
    m_cellTitle->setFont(Theme::font(Type::Heading));
    m_cellTitle->setWordWrap(true);
    detailHead->addWidget(m_cellTitle, 1);
    detailHead->addWidget(m_again);
    detailHead->addWidget(m_remedy);
    detailLayout->addLayout(detailHead);
    detailLayout->addWidget(m_diagnosis);
    detailLayout->addWidget(m_evidence, 1);
    m_split->addWidget(m_table);
    m_split->addWidget(detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(m_head);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_split, 1);

    const QList<QWidget *> order{m_recheck, m_historyButton, m_report, m_cancel,  m_verify,
                                 m_table,   m_again,         m_remedy, m_evidence};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    connect(m_report, &QPushButton::clicked, this, &VerificationView::reportRequested);
    connect(m_historyButton, &QPushButton::toggled, this, &VerificationView::showHistory);
    connect(m_recheck, &QComboBox::activated, this, [this] { Q_EMIT recheckChosen(m_recheck->currentData().toInt()); });
    connect(m_verify, &QPushButton::clicked, this, &VerificationView::verifyRequested);
    connect(m_cancel, &QPushButton::clicked, this, &VerificationView::cancelRequested);
    connect(m_again, &QPushButton::clicked, this, &VerificationView::measureAgain);
    connect(m_againAction, &QAction::triggered, this, &VerificationView::measureAgain);
    connect(m_remedy, &QPushButton::clicked, this, [this] { Q_EMIT remedyRequested(m_action); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showCell(); });
    // An assistive program selects a row without moving the keyboard there.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &now) {
        if (!now.isEmpty() && now.first().top() != m_table->currentIndex().row())
            m_table->selectionModel()->setCurrentIndex(m_model->index(now.first().top(), 0),
                                                       QItemSelectionModel::NoUpdate);
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { showCell(); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { showCell(); });
    show(DeploymentView{});
}

QString VerificationView::summary(const DeploymentView &view) const {
    const int total = m_model->rowCount();
    if (!m_measuring.isEmpty())
        return tr("Measuring again: %1 of %2 checks. The others are as they were.").arg(m_measuring.size()).arg(total);
    if (m_running)
        return tr("%1 checks measured so far. Packets are being sent from pods, droplets and this machine.").arg(total);
    if (total == 0)
        return tr("Measures from every node, both droplets and this machine which address the internet sees, and what "
                  "must be refused.");
    QString text = tr("%1 pass, %2 fail, %3 unknown")
                       .arg(m_model->count(verify::Verdict::Pass))
                       .arg(m_model->count(verify::Verdict::Fail))
                       .arg(m_model->count(verify::Verdict::Unknown));
    for (const store::HistoryItem &item : view.history) {
        if (item.kind == QLatin1String("verify"))
            text = tr("%1. Measured %2.")
                       .arg(text.section(QLatin1String(". "), 0, 0),
                            QLocale().toString(item.at.toLocalTime(), QLocale::ShortFormat));
    }
    if (!view.standing.again.isEmpty())
        text += QLatin1Char(' ') + tr("Measured again since: %1 of %2 checks, last at %3.")
                                       .arg(view.standing.again.size())
                                       .arg(total)
                                       .arg(timeText(view.standing.againAt));
    if (view.standing.needsWholeRun())
        text += QLatin1Char(' ') + tr("Measurements of different hours do not add up to a proof: Verify now measures "
                                      "all of it.");
    return text;
}

void VerificationView::show(const DeploymentView &view) {
    const bool wasRunning = std::exchange(m_running, false) && view.name == m_name;
    m_running =
        view.running == QLatin1String("verify") || (view.running == QLatin1String("apply") && !view.cells.isEmpty());
    const bool wasSome = !m_measuring.isEmpty(); // what was chosen to be measured again stays chosen
    m_measuring = view.running == QLatin1String("verify_cells") ? view.measuring : QStringList();
    m_running = m_running || view.running == QLatin1String("verify_cells");
    m_againAt = view.standing.again;
    const bool measurable = view.phase == QLatin1String("ready");
    QDateTime lastRun;
    for (const store::HistoryItem &item : view.history) {
        if (item.kind == QLatin1String("verify"))
            lastRun = item.at;
    }
    if (lastRun != m_lastRun || view.name != m_name) {
        m_lastRun = lastRun;
        m_name = view.name;
        m_runs = runFigures(view.history);
        if (m_history)
            m_history->setRuns(m_runs);
        m_historyButton->setToolTip(runsInWords(m_runs));
    }
    m_report->setEnabled(lastRun.isValid());
    m_historyButton->setEnabled(lastRun.isValid());
    m_recheck->setEnabled(measurable);
    m_model->setCells(view.cells);
    m_measurable = measurable && view.running.isEmpty();
    m_verify->setEnabled(m_measurable);
    m_verify->setToolTip(measurable ? QString() : tr("There is something to measure once the deployment is ready."));
    m_cancel->setVisible(m_running);
    m_progress->setVisible(m_running);
    const bool gone = view.phase == QLatin1String("destroyed");
    const bool passed = view.verdict == QLatin1String("pass");
    if (m_running)
        m_headline->setText(tr("Measuring"));
    else if (gone && !view.cells.isEmpty())
        m_headline->setText(tr("Torn down: so it was measured before"));
    else if (passed && !view.drift.isEmpty())
        m_headline->setText(tr("Proven before it differed from the plan"));
    else if (view.cells.isEmpty())
        m_headline->setText(tr("Not verified yet"));
    else if (view.verdict == QLatin1String("pass"))
        m_headline->setText(tr("Everything leaves by %1").arg(view.egressIp));
    else if (view.verdict == QLatin1String("fail"))
        m_headline->setText(tr("The egress promise is broken"));
    else if (view.standing.needsWholeRun())
        m_headline->setText(tr("Not proven: measure the whole again"));
    else
        m_headline->setText(tr("Unknown: not everything could be measured"));
    const Tone tone = m_running                               ? Tone::Running
                      : view.cells.isEmpty() || gone          ? Tone::Planned
                      : passed && !view.drift.isEmpty()       ? Tone::Unknown
                      : view.verdict == QLatin1String("pass") ? Tone::Pass
                      : view.verdict == QLatin1String("fail") ? Tone::Fail
                                                              : Tone::Unknown;
    m_mark->set(toneIcon(tone), tone);
    m_summary->setText(summary(view));
    // Anew when a measurement has just ended: what was whole at its start may have failed since.
    if (m_model->rowCount() > 0 && (!m_table->currentIndex().isValid() || (wasRunning && !m_running && !wasSome))) {
        // What needs attention first: a cell that fails, else one that could not be measured.
        const auto &cells = m_model->cells();
        const auto first = [&cells](verify::Verdict verdict) {
            return std::find_if(cells.cbegin(), cells.cend(),
                                [verdict](const verify::Cell &cell) { return cell.verdict == verdict; });
        };
        auto worst = first(verify::Verdict::Fail);
        if (worst == cells.cend())
            worst = first(verify::Verdict::Unknown);
        m_table->selectRow(worst == cells.cend() ? 0 : static_cast<int>(worst - cells.cbegin()));
        // Once its diagnosis has taken its room.
        QTimer::singleShot(0, this, [this] { m_table->scrollTo(m_table->currentIndex()); });
    }
    if (m_model->rowCount() > 0) {
        fitTable();
    }
    showCell();
}

void VerificationView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    m_head->setDirection(width() < kOneLine ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const Qt::Orientation wanted = width() >= kBeside ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() != wanted) {
        m_split->setOrientation(wanted);
        const int room = wanted == Qt::Horizontal ? m_split->width() : m_split->height();
        m_split->setSizes({room * 3 / 5, room * 2 / 5});
    }
    fitTable();
}

bool VerificationView::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_diagnosis && event->type() == QEvent::Resize)
        fitDiagnosis();
    return QWidget::eventFilter(watched, event);
}

/// A splitter does not ask a label how high its lines are.
void VerificationView::fitDiagnosis() {
    m_diagnosis->setMinimumHeight(0); // a label's height for a width is never below its minimum
    m_diagnosis->setFixedHeight(m_diagnosis->heightForWidth(m_diagnosis->width()));
}

/// No column takes so much that the next one cannot be read; what is elided is in the tooltip and below.
void VerificationView::fitTable() {
    const int room = (width() - 2 * space::kLarge) * (m_split->orientation() == Qt::Horizontal ? 3 : 5) / 5;
    // A prediction repeats what was expected wherever the model agrees: it is the first to give way.
    const bool predicted = room >= kPredicted;
    m_table->setColumnHidden(MatrixModel::PredictedColumn, !predicted);
    const int most = (room - kVerdict - kScrollBar - room / 5) / (predicted ? 4 : 3);
    int used = kScrollBar;
    for (int column = 0; column < MatrixModel::ObservedColumn; ++column) {
        if (m_table->isColumnHidden(column))
            continue;
        m_table->resizeColumnToContents(column);
        const int wanted = m_table->columnWidth(column) + space::kSmall;
        m_table->setColumnWidth(column, std::min(wanted, column == MatrixModel::VerdictColumn ? kVerdict : most));
        used += m_table->columnWidth(column);
    }
    m_table->setColumnWidth(MatrixModel::ObservedColumn, room - used); // at least a fifth
}

void VerificationView::setRecheck(int minutes) {
    m_recheck->setCurrentIndex(std::max(0, m_recheck->findData(minutes)));
}

void VerificationView::showHistory(bool visible) {
    if (!m_history) {
        m_history = new HistoryChart(this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(3, m_history); // below head, summary and progress
        m_history->setRuns(m_runs);
    }
    m_history->setVisible(visible);
}

void VerificationView::measureAgain() {
    const QModelIndex current = m_table->currentIndex();
    if (m_measurable && current.isValid())
        Q_EMIT cellsRequested({current.data(MatrixModel::CellIdRole).toString()});
}

void VerificationView::showCell() {
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.row() >= m_model->rowCount()) {
        m_cellTitle->setText(tr("Evidence"));
        m_diagnosis->setText(tr("Select a check to see what was asked, the raw answer and when."));
        m_evidence->clear();
        m_evidence->hide();
        m_remedy->hide();
        m_again->hide();
        m_againAction->setEnabled(false);
        return;
    }
    const verify::Cell &cell = m_model->cells().at(current.row());
    m_cellTitle->setText(tr("%1: from %2 to %3").arg(verdictText(cell.verdict), cell.source, cell.destination));
    const verify::Diagnosis &diagnosis = cell.diagnosis;
    if (diagnosis.cause.isEmpty())
        m_diagnosis->setText((cell.predicted.isEmpty()
                                  ? tr("Expected %1, observed %2.").arg(cell.expected)
                                  : tr("Expected %1, predicted %2, observed %3.").arg(cell.expected, cell.predicted))
                                 .arg(cell.observed.isEmpty() ? tr("nothing") : cell.observed));
    else
        m_diagnosis->setText(tr("Cause: %1\nRemedy: %2").arg(diagnosis.message, diagnosis.remedy));
    if (m_measuring.contains(cell.id))
        m_diagnosis->setText(tr("Being measured again."));
    else if (m_againAt.contains(cell.id))
        m_diagnosis->setText(
            m_diagnosis->text() + QLatin1Char('\n') +
            tr("Measured again at %1, after the whole matrix.").arg(timeText(m_againAt.value(cell.id))));
    fitDiagnosis();
    m_again->show();
    m_again->setEnabled(m_measurable);
    m_againAction->setEnabled(m_measurable);
    m_action = diagnosis.action;
    m_remedy->setVisible(!m_action.isEmpty() && m_action != QLatin1String("wait"));
    if (m_action == QLatin1String("reapply_route"))
        m_remedy->setText(tr("&Re-apply the Route"));
    else if (m_action == QLatin1String("repair_netplan"))
        m_remedy->setText(tr("&Repair the droplet's routes"));
    else if (m_action == QLatin1String("repair"))
        m_remedy->setText(tr("&Repair…"));
    else
        m_remedy->setText(m_action);
    m_remedy->setEnabled(!m_running);
    QString text;
    for (const verify::Evidence &evidence : cell.evidence)
        text += QStringLiteral("# %1  [%2, %3 ms]\n$ %4\n%5\n\n")
                    .arg(evidence.where, evidence.at)
                    .arg(evidence.milliseconds)
                    .arg(evidence.command, evidence.output.trimmed());
    m_evidence->show();
    if (m_evidence->toPlainText() != text.trimmed())
        m_evidence->setPlainText(text.trimmed());
}

} // namespace sluice::ui
