#include "tests/gui/window_stage.h"
#include "ui/activity/activity_view.h"
#include "ui/activity/critical_bar.h"
#include "ui/deployments/deployment_list_model.h"
#include "ui/verification/matrix_model.h"
#include "ui/verification/partner_report.h"
#include "ui/verification/run_figures.h"
#include "ui/verification/verification_view.h"

#include <QAction>
#include <QActionGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// What the desk tells of a deployment beside its drawing: the run in words, the log, one cell measured again.
class DeskTest : public QObject, protected WindowStage {
    Q_OBJECT

    template <class Widget>
    Widget *find(const char *name) {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    /// Shortcuts reach the active window alone; a dialog that has closed leaves none behind.
    void typeInto(QWidget *widget) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        widget->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(widget->hasFocus(), kPatience);
    }
    void masquerade(bool on) {
        breakSandbox({{"kind", "nat_gateway"}, {"name", "egress-nat-gw"}, {"set", {{"masquerade", on}}}});
    }
    void verifyWhole(const char *verdict) {
        m_desk->verify(only().name);
        QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("verify"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QLatin1String(verdict), kPatience);
    }
    int rowOf(const QString &cell) {
        const auto *model = find<QTableView>("matrixTable")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data(MatrixModel::CellIdRole).toString() == cell)
                return row;
        return -1;
    }
    /// By the button, by the keyboard or by the menu of the row, and to its end.
    void again(const QString &cell, const std::function<void()> &ask) {
        auto *table = find<QTableView>("matrixTable");
        const int row = rowOf(cell);
        QVERIFY2(row >= 0, qPrintable(cell));
        table->selectRow(row);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("measureAgainButton")->isEnabled(), kPatience);
        const QString before = only().standing.again.value(cell);
        ask();
        QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("verify_cells"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QVERIFY2(only().lastError.message.isEmpty(), qPrintable(only().lastError.toString()));
        QVERIFY(only().standing.again.value(cell) != before);
    }

private Q_SLOTS:
    void initTestCase() {
        openStage();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->hasFacts(), kPatience);
    }

    void theRunIsFollowedAlongItsCriticalPath() {
        blueprint::Blueprint blueprint;
        blueprint.namePrefix = QStringLiteral("egress");
        blueprint.region = QStringLiteral("nyc1");
        blueprint.vpcCidr = QStringLiteral("10.44.0.0/24");
        blueprint.clusterSubnet = QStringLiteral("10.45.0.0/20");
        blueprint.serviceSubnet = QStringLiteral("10.46.0.0/22");
        std::optional<blueprint::Plan> plan;
        blueprint::Problems problems;
        connect(m_desk.get(), &Desk::planned, this, [&](const blueprint::PlanOutcome &outcome) {
            problems = outcome.problems;
            plan = outcome.plan;
        });
        m_desk->plan(blueprint);
        QTRY_VERIFY_WITH_TIMEOUT(plan.has_value(), kPatience);
        for (const blueprint::Problem &problem : std::as_const(problems))
            QVERIFY2(problem.severity != blueprint::Problem::Severity::Error, qPrintable(problem.message));
        m_desk->apply(*plan, false);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->deployments().size(), 1, kPatience);
        showTab(2);
        auto *bar = find<CriticalBar>("criticalBar");
        const auto runs = [bar] {
            return std::any_of(bar->parts().cbegin(), bar->parts().cend(), [](const CriticalBar::Part &part) {
                return part.phase == engine::StepPhase::Created || part.phase == engine::StepPhase::Intended;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(runs(), kPatience);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->accessibleDescription().contains(QStringLiteral("runs")));
        shot(m_window.get(), QStringLiteral("desk-activity-running"));
        // The explanation is there while it runs, too.
        find<QPushButton>("explainButton")->click();
        auto *dialog = m_window->findChild<QDialog *>(QString(), Qt::FindChildrenRecursively);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("explainText"), kPatience);
        QVERIFY(find<QPlainTextEdit>("explainText")->toPlainText().contains(QStringLiteral("has run for")));
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(!find<QPlainTextEdit>("explainText"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QVERIFY2(only().lastError.message.isEmpty(), qPrintable(only().lastError.toString()));
        const auto over = [bar] {
            return std::all_of(bar->parts().cbegin(), bar->parts().cend(),
                               [](const CriticalBar::Part &part) { return part.share == 1; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(over(), kPatience);
    }

    void theRunIsExplainedAndCopied() {
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("explainButton")->isEnabled(), kPatience);
        find<QPushButton>("explainButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("explainText"), kPatience);
        auto *words = find<QPlainTextEdit>("explainText");
        auto *dialog = qobject_cast<QDialog *>(words->window());
        QVERIFY(dialog);
        for (const char *part :
             {"Made, in this order", "The longest was", "It ended well", "simulated", "not proven yet"})
            QVERIFY2(words->toPlainText().contains(QLatin1String(part)), qPrintable(words->toPlainText()));
        shot(dialog, QStringLiteral("desk-explain"));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("explainCopyButton")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), words->toPlainText());
        dialog->close();
    }

    void theLogIsFilteredAndItsRequestIdsAreCopied() {
        auto *log = find<QTableView>("activityLog");
        const auto rows = [log] { return log->model()->rowCount(); };
        const int all = rows();
        QVERIFY(all > 20);
        find<QLineEdit>("logFilter")->setText(QStringLiteral("POST /v2/vpcs "));
        QVERIFY(rows() >= 1 && rows() < all);
        const QModelIndex id = log->model()->index(0, LogModel::RequestColumn);
        const QString request = id.data().toString(); // the log goes on meanwhile
        QVERIFY(!request.isEmpty());
        QTest::mouseClick(log->viewport(), Qt::LeftButton, {}, log->visualRect(id).center());
        QCOMPARE(QGuiApplication::clipboard()->text(), request);
        typeInto(log);
        log->selectRow(0);
        QTest::keyClick(log, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("POST /v2/vpcs")));
        QVERIFY(QGuiApplication::clipboard()->text().contains(request));
        QTest::keyClick(log, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), request);
        find<QLineEdit>("logFilter")->clear();
        find<QCheckBox>("logOnlyErrors")->setChecked(true);
        QVERIFY(rows() < all);
        find<QCheckBox>("logOnlyErrors")->setChecked(false);
        auto *steps = find<QComboBox>("logStepFilter");
        steps->setCurrentIndex(steps->findData(QStringLiteral("nat_gateway")));
        QVERIFY(rows() > 0 && rows() < all);
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(log->model()->index(row, 0).data(LogModel::StepRole).toString(), QStringLiteral("nat_gateway"));
        shot(m_window.get(), QStringLiteral("desk-activity-log"));
        steps->setCurrentIndex(0);
        QCOMPARE(rows(), all);
    }

    void oneCellAgainConfirmsAProofAndIsNoProof() {
        showTab(1);
        const QString droplet = QStringLiteral("droplet_egress");
        verifyWhole("pass");
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(droplet) >= 0, kPatience);
        const qsizetype whole = runFigures(only().history).size();
        auto *table = find<QTableView>("matrixTable");
        again(droplet, [this] { find<QPushButton>("measureAgainButton")->click(); });
        QCOMPARE(only().verdict, QStringLiteral("pass")); // confirmed
        QCOMPARE(only().standing.again.keys(), QStringList{droplet});
        QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().data(MatrixModel::CellIdRole).toString(), droplet,
                                  kPatience); // still chosen
        // Neither the history nor the partner's report takes it for a verification of the whole.
        QCOMPARE(runFigures(only().history).size(), whole);
        QVERIFY(partnerReportHtml(only())->contains(QStringLiteral("Measured again at")));
        shot(m_window.get(), QStringLiteral("desk-one-cell-again"));

        masquerade(false);
        again(droplet, [this, table] {
            typeInto(table);
            QTest::keyClick(table, Qt::Key_R, Qt::ControlModifier);
        });
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QStringLiteral("unknown"), kPatience); // no answer came
        QVERIFY(!only().standing.needsWholeRun());
        masquerade(true);
        again(droplet, [this] { find<QAction>("measureAgainAction")->trigger(); });
        // Every cell's last measurement passes, and the deployment is not called proven.
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QStringLiteral("unknown"), kPatience);
        QVERIFY(only().standing.needsWholeRun());
        QVERIFY2(!stateText(only()).contains(QStringLiteral("proven")), qPrintable(stateText(only())));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("verdictHeadline")->text().contains(QStringLiteral("Not proven")),
                                 kPatience);
        shot(m_window.get(), QStringLiteral("desk-whole-again"));
        verifyWhole("pass");
        QVERIFY(only().standing.again.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>("verdictHeadline")->text().startsWith(QStringLiteral("Everything leaves")), kPatience);
    }

    void theOthersStandWhileOneIsMeasured() {
        const QString droplet = QStringLiteral("droplet_egress");
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("verifyButton")->isEnabled(), kPatience);
        find<QTableView>("matrixTable")->selectRow(rowOf(droplet));
        bool seen = false;
        const auto look = connect(m_desk.get(), &Desk::viewChanged, this, [&] {
            if (only().running != QLatin1String("verify_cells") || seen)
                return;
            for (const verify::Cell &cell : only().cells) {
                if (cell.id != droplet)
                    QCOMPARE(cell.verdict, verify::Verdict::Pass);
                else if (cell.observed.isEmpty())
                    seen =
                        cell.verdict == verify::Verdict::Unknown; // an old pass does not stand beside its measurement
            }
        });
        again(droplet, [this] { find<QPushButton>("measureAgainButton")->click(); });
        disconnect(look);
        QVERIFY(seen);
    }

    void aStallIsShownWithWhatCanBeDone() {
        ActivityView page;
        DeploymentView view = only();
        view.running = QStringLiteral("apply");
        view.phase = QStringLiteral("applying");
        for (engine::StepState &step : view.steps) {
            step.finished = step.started.addSecs(3);
            if (step.name != QLatin1String("nat_gateway"))
                continue;
            step.phase = engine::StepPhase::Created;
            step.started = QDateTime::currentDateTimeUtc().addSecs(-600);
            step.finished = {};
            step.detail = QStringLiteral("state PROVISIONING");
        }
        auto *banner = page.findChild<Banner *>(QStringLiteral("stallBanner"));
        QVERIFY(banner && !banner->isVisibleTo(&page));
        page.setTypical({{QStringLiteral("nat_gateway"), 60}});
        page.resize(1040, 700);
        page.show(view);
        page.QWidget::show();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisibleTo(&page), kPatience);
        shot(&page, QStringLiteral("desk-stall"));
        view.running.clear(); // cancelled: nothing waits any more
        page.show(view);
        QVERIFY(!banner->isVisibleTo(&page));
    }

    void oldReportsAreHeldWithoutTheirAnswers() {
        for (int i = 0; i < 4; ++i)
            verifyWhole("pass");
        QList<qsizetype> sizes;
        for (const store::HistoryItem &item : only().history)
            if (item.kind == QLatin1String("verify"))
                sizes << static_cast<qsizetype>(item.document.dump().size());
        QVERIFY(sizes.size() >= 5);
        QVERIFY2(sizes.first() * 2 < sizes.last(), qPrintable(QString::number(sizes.first())));
        // The chart has them all, and the partner's report is whole.
        QCOMPARE(runFigures(only().history).size(), sizes.size());
        QVERIFY(runFigures(only().history).first().pass > 10);
        QVERIFY(partnerReportHtml(only())->contains(QStringLiteral("ifconfig.me")));
    }

    void theWindowSaysHowFluentItIs() {
        find<QAction>("fluencyAction")->trigger();
        auto *box = find<QMessageBox>("fluencyBox");
        QVERIFY(box);
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), kPatience);
        QVERIFY2(box->informativeText().contains(QStringLiteral("99 of 100 within")),
                 qPrintable(box->informativeText()));
        shot(box, QStringLiteral("desk-fluency"));
        QTest::mouseClick(box->findChild<QPushButton *>(QStringLiteral("fluencyCopyButton")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), box->informativeText());
        QVERIFY(box->isVisible());
        box->close();
    }

    void cleanupTestCase() {
        m_window.reset();
        m_desk.reset();
        m_sandbox.reset();
    }
};

QTEST_MAIN(DeskTest)
#include "desk_test.moc"
