#include "tests/gui/window_stage.h"
#include "ui/deployments/deployment_list_model.h"
#include "ui/deployments/drills.h"
#include "ui/settings/prices_dialog.h"
#include "ui/topology/fleet_view.h"
#include "ui/topology/time_bar.h"
#include "ui/topology/topology_page.h"
#include "ui/verification/partner_report.h"
#include "ui/verification/recheck.h"
#include "ui/verification/run_figures.h"
#include "ui/verification/verification_view.h"
#include "ui/wizard/egress_wizard.h"

#include <QAction>
#include <QChartView>
#include <QDir>
#include <QDropEvent>
#include <QFloat16>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStatusBar>
#include <QTest>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

class WindowTest : public QObject, protected WindowStage {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openStage(); }

    void welcomesOnAnEmptyState() {
        QVERIFY(m_desk->deployments().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->hasFacts(), kPatience);
        shot(m_window.get(), QStringLiteral("window-welcome"));
    }

    void pricesAreEditedOnceAndKept() {
        auto *action = m_window->findChild<QAction *>(QStringLiteral("pricesAction"));
        QVERIFY(action);
        action->trigger();
        auto *dialog = m_window->findChild<PricesDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), kPatience);
        QVERIFY(focusByTab(dialog, QStringLiteral("natGatewayPrice")));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dialog->focusWidget(), said("41,50", "41.50")); // as people elsewhere write it
        shot(dialog, QStringLiteral("prices"));
        dialog->accept();
        QCOMPARE(m_desk->prices().natGatewayMonthly, 41.5);
        m_window.reset();
        m_desk.reset();
        openDesk(); // as after a restart
        QCOMPARE(m_desk->prices().natGatewayMonthly, 41.5);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->hasFacts(), kPatience);
    }

    void aDroppedBlueprintFillsTheWizard() {
        const auto drop = [this](const QString &path) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter({}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QCoreApplication::sendEvent(m_window.get(), &enter);
            QDropEvent event({}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_window.get(), &event);
            return enter.isAccepted();
        };
        const auto write = [this](const QString &name, const QByteArray &text) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
        };
        QVERIFY(!drop(write(QStringLiteral("picture.png"), "x")));
        QVERIFY(drop(write(QStringLiteral("broken.json"), "{")));
        auto *refused = m_window->findChild<QMessageBox *>(QStringLiteral("dropRefused"));
        QVERIFY(refused && !m_window->findChild<EgressWizard *>());
        refused->close();
        QVERIFY(drop(write(QStringLiteral("given.tfvars"),
                           "name_prefix = \"dropped\"\nregion = \"nyc1\"\nvpc_cidr = \"10.44.0.0/24\"\n"
                           "doks_cluster_subnet = \"10.45.0.0/20\"\ndoks_service_subnet = \"10.46.0.0/22\"\n"
                           "doks_node_count = 3\nssh_key_ids = []\n")));
        auto *wizard = m_window->findChild<EgressWizard *>();
        QVERIFY(wizard);
        QCOMPARE(wizard->blueprint().namePrefix, QStringLiteral("dropped"));
        QCOMPARE(wizard->blueprint().vpcCidr, QStringLiteral("10.44.0.0/24"));
        QCOMPARE(wizard->blueprint().nodeCount, 3);
        wizard->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<EgressWizard *>(), kPatience);
    }

    void wizardByKeyboardOnlyCreates() {
        m_window->openWizard();
        auto *wizard = m_window->findChild<EgressWizard *>();
        QVERIFY(wizard);
        QTRY_VERIFY_WITH_TIMEOUT(wizard->isVisible(), kPatience);
        QStringList pages;
        while (wizard->pageName() != QLatin1String("review")) {
            const QString page = wizard->pageName();
            QVERIFY2(!pages.contains(page), qPrintable(page));
            pages << page;
            shot(wizard, QStringLiteral("live-wizard-") + page);
            QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(QStringLiteral("wizardNextButton"))->isEnabled(),
                                     kPatience);
            QVERIFY2(pressByKeyboard(wizard, QStringLiteral("wizardNextButton")), qPrintable(page));
        }
        QCOMPARE(pages.size(), 5);
        auto *create = wizard->findChild<QPushButton *>(QStringLiteral("wizardCreateButton"));
        QVERIFY(create);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        shot(wizard, QStringLiteral("live-wizard-review"));
        const auto charts = wizard->findChildren<QChartView *>();
        QVERIFY(!charts.isEmpty() && charts.first()->chart()->localizeNumbers()); // or 41.5 beside 113,50
        const QString reach = wizard->findChild<QLabel *>(QStringLiteral("reviewReach"))->text();
        QVERIFY2(reach.contains(said("Port 22 (tcp) of the bastion: the whole Internet",
                                     "Port 22 (tcp), die Bastion: das ganze Internet")),
                 qPrintable(reach));
        QVERIFY2(reach.contains(said("private droplet: 10.", "das private Droplet: 10.")), qPrintable(reach));
        QVERIFY(m_desk->deployments().isEmpty()); // nothing is made before Create
        QVERIFY(pressByKeyboard(wizard, QStringLiteral("wizardCreateButton")));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->deployments().size(), 1, kPatience);
        QCOMPARE(only().plan.prices.natGatewayMonthly, 41.5);
    }

    void topologyIsLiveWhileProvisioning() {
        const auto anyCreated = [this] {
            return std::any_of(only().steps.cbegin(), only().steps.cend(),
                               [](const engine::StepState &s) { return s.phase == engine::StepPhase::Created; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(anyCreated(), kPatience);
        shot(m_window.get(), QStringLiteral("window-provisioning-topology"));
        showTab(2);
        shot(m_window.get(), QStringLiteral("window-provisioning-activity"));
    }

    void verificationPassesAndShowsEvidence() {
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QVERIFY2(only().lastError.message.isEmpty(), qPrintable(only().lastError.toString()));
        QCOMPARE(only().phase, QStringLiteral("ready"));
        showTab(1);
        // The window learns what the desk knows one turn of the event loop later.
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QPushButton *>(QStringLiteral("verifyButton"))->isEnabled(),
                                 kPatience);
        QVERIFY(pressByKeyboard(m_window.get(), QStringLiteral("verifyButton")));
        QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("verify"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QStringLiteral("pass"), kPatience);
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("matrixTable"));
        QVERIFY(table->model()->rowCount() >= 15);
        auto *evidence = m_window->findChild<QPlainTextEdit *>(QStringLiteral("evidenceText"));
        QVERIFY(!evidence->toPlainText().isEmpty());
        for (int tab = 0; tab < 5; ++tab) {
            showTab(tab);
            shot(m_window.get(), QStringLiteral("window-ready-%1").arg(tab));
        }
    }

    void newsBringItForward() {
        showTab(0);
        m_window->showMinimized();
        auto *notifier = m_window->findChild<Notifier *>();
        QVERIFY(notifier);
        Q_EMIT notifier->opened(only().name); // as the notification's Open does
        QVERIFY(!m_window->isMinimized());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), kPatience);
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("deploymentTabs"));
        QCOMPARE(tabs->currentIndex(), 1);
        QVERIFY(m_window->findChild<QTableView *>(QStringLiteral("matrixTable"))->isVisible());
    }

    void theFleetIsReachedByKeyboardAndLeadsBack() {
        auto *action = m_window->findChild<QAction *>(QStringLiteral("fleetAction"));
        QVERIFY(action && !action->shortcut().isEmpty());
        action->trigger();
        auto *fleet = m_window->findChild<FleetView *>();
        QTRY_VERIFY_WITH_TIMEOUT(fleet->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(fleet->focusedName(), only().name, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(fleet->tiles().size(), 1, kPatience);
        QCOMPARE(fleet->tiles().first().mark, said("pass", "bestanden"));
        QTRY_COMPARE_WITH_TIMEOUT(fleet->arrangement().boxes.size(), 1, kPatience);
        shot(m_window.get(), QStringLiteral("window-fleet"));
        QTest::keyClick(fleet, Qt::Key_Return);
        QVERIFY(!fleet->isVisible());
        QVERIFY(m_window->findChild<TopologyPage *>()->isVisibleTo(m_window.get()) ||
                m_window->findChild<QTabWidget *>(QStringLiteral("deploymentTabs"))->isVisible());
    }

    void theTimeSliderReachesTheBeginning() {
        showTab(0);
        auto *page = m_window->findChild<TopologyPage *>();
        QVERIFY(page->timeBar()->isVisible());
        const auto gateway = [page] { return page->panel()->model().find(QStringLiteral("nat_gateway"))->status; };
        QCOMPARE(gateway(), NodeStatus::Ready);
        auto *slider = m_window->findChild<QSlider *>(QStringLiteral("timeSlider"));
        slider->setValue(0);
        QCOMPARE(gateway(), NodeStatus::Planned);
        // Just before the present, the addresses are those that the journal recorded.
        slider->setValue(slider->maximum() - 1);
        QCOMPARE(gateway(), NodeStatus::Ready);
        const auto model = page->panel()->model();
        QVERIFY(model.find(QStringLiteral("internet"))->subtitle.contains(only().egressIp));
        shot(m_window.get(), QStringLiteral("window-topology-history"));
        slider->setValue(slider->maximum());
    }

    void theReportIsForThePartner() {
        auto *button = m_window->findChild<QPushButton *>(QStringLiteral("saveReportButton"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kPatience);
        const QString folder = m_folder.filePath(QStringLiteral("report"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(savePartnerReport(only(), folder + QStringLiteral("/r.pdf")));
        QFile pdf(folder + QStringLiteral("/r.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QVERIFY(pdf.size() > 5000);
        QVERIFY(savePartnerReport(only(), folder + QStringLiteral("/r.json")));
        QFile json(folder + QStringLiteral("/r.json"));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const Json document = Json::parse(json.readAll().toStdString());
        const auto report = verify::reportFromJson(document);
        QVERIFY(report);
        QCOMPARE(report->egressIp, only().egressIp);
        QCOMPARE(report->cells.size(), only().cells.size());
        QVERIFY(document["simulated"] == Json(true));
        const auto html = partnerReportHtml(only());
        QVERIFY(html);
        QVERIFY(html->contains(said("Simulated", "Simuliert")));
        QVERIFY(html->contains(only().egressIp));
        DeploymentView real = only();
        real.sandbox = false;
        QVERIFY(!partnerReportHtml(real)->contains(said("Simulated", "Simuliert")));
        QVERIFY(!savePartnerReport(only(), folder + QStringLiteral("/r.txt")));
        real.history.clear();
        QVERIFY(!partnerReportHtml(real)); // nothing measured, nothing certified
    }

    void verifiesAgainByItselfAndTellsAChange() {
        const QString name = only().name;
        Recheck recheck(m_desk.get());
        QSignalSpy due(&recheck, &Recheck::due);
        const QDateTime last = only().history.last().at;
        recheck.tick(last.addDays(1));
        QCOMPARE(due.size(), 0); // off until chosen
        recheck.setMinutes(name, 15);
        recheck.tick(last.addSecs(14 * 60));
        QCOMPARE(due.size(), 0);
        recheck.tick(last.addSecs(15 * 60));
        QCOMPARE(due.size(), 1);
        recheck.tick(last.addSecs(16 * 60)); // once in its time, also when nothing came of it
        QCOMPARE(due.size(), 1);
        QSignalSpy changed(&recheck, &Recheck::verdictChanged);
        connect(&recheck, &Recheck::due, m_desk.get(), &Desk::verify);
        // The NAT gateway stops translating: the next measurement must say so.
        breakSandbox({{"kind", "nat_gateway"}, {"name", "egress-nat-gw"}, {"set", {{"masquerade", false}}}});
        recheck.tick(last.addSecs(31 * 60));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatience);
        QCOMPARE(changed.first().at(1).toString(), QStringLiteral("pass"));
        QCOMPARE(changed.first().at(2).toString(), QStringLiteral("fail"));
        showTab(1);
        m_window->findChild<QPushButton *>(QStringLiteral("historyButton"))->setChecked(true);
        shot(m_window.get(), QStringLiteral("window-verdict-changed"));
        breakSandbox({{"kind", "nat_gateway"}, {"name", "egress-nat-gw"}, {"set", {{"masquerade", true}}}});
        recheck.setMinutes(name, 0);
        QCOMPARE(recheck.minutes(name), 0);
        m_desk->verify(name);
        QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("verify"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QStringLiteral("pass"), kPatience);
        const QList<RunFigures> runs = runFigures(only().history);
        QVERIFY(runs.size() >= 3);
        QCOMPARE(runs[runs.size() - 2].verdict, verify::Verdict::Fail);
        QVERIFY(runs[runs.size() - 2].fail > 0);
        QVERIFY(runs.last().medianMilliseconds > 0);
        shot(m_window.get(), QStringLiteral("window-history"));
    }

    void drillsAreDetectedExplainedAndRepaired_data() {
        QTest::addColumn<QString>("cause");
        QTest::newRow("nat") << QStringLiteral("nat_gateway_not_forwarding");
        QTest::newRow("route") << QStringLiteral("route_wrong_gateway");
        QTest::newRow("droplet") << QStringLiteral("droplet_default_route");
        QTest::newRow("hostkey") << QStringLiteral("host_key_changed");
        QTest::newRow("firewall") << QStringLiteral("firewall_rules_differ");
    }
    void drillsAreDetectedExplainedAndRepaired() {
        QFETCH(QString, cause);
        const auto drill = [this](const QString &id) {
            auto *action = m_window->findChild<QAction *>(QStringLiteral("drill:") + id);
            QVERIFY(action);
            QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), kPatience); // the menu follows the view's next refresh
            action->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("verify"), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        };
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        drill(id);
        QTRY_VERIFY_WITH_TIMEOUT(only().verdict != QLatin1String("pass"), kPatience);
        QStringList causes;
        for (const verify::Cell &cell : only().cells)
            causes << cell.diagnosis.cause;
        QVERIFY2(causes.contains(cause), qPrintable(causes.join(u' ')));
        shot(m_window.get(), QStringLiteral("window-drill-") + id);
        // The page shows a cell that does not pass, with its cause and remedy, without a click.
        auto *table = m_window->findChild<QTableView *>(QStringLiteral("matrixTable"));
        QVERIFY(table->currentIndex().siblingAtColumn(0).data().toString() != said("Pass", "Bestanden"));
        drill(QStringLiteral("repair"));
        QTRY_COMPARE_WITH_TIMEOUT(only().verdict, QStringLiteral("pass"), kPatience);
    }

    void aRealAccountHasNoDrills() {
        QVERIFY(m_window->findChild<QMenu *>(QStringLiteral("drillsMenu")));
        Desk::Options options;
        options.workspace.state = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("real.db"));
        options.sandboxAccount = {.key = QStringLiteral("real"),
                                  .title = QStringLiteral("Real"),
                                  .endpoint = m_sandbox->endpoints().api,
                                  .token = m_sandbox->endpoints().token,
                                  .sandbox = false};
        auto desk = Desk::open(options);
        QVERIFY(desk);
        MainWindow window(desk->get());
        QSignalSpy ready(desk->get(), &Desk::accountReady);
        QVERIFY(ready.size() > 0 || ready.wait(kPatience));
        QVERIFY(!window.findChild<QMenu *>(QStringLiteral("drillsMenu")));
        DeploymentView view = only();
        QCOMPARE(drillsOf(view).size(), drillNames().size());
        view.sandbox = false;
        QVERIFY(drillsOf(view).isEmpty());
    }

    /// A state that knows nothing, and an account that holds a deployment.
    void whatIsNotRememberedIsFoundInTheAccount() {
        Desk::Options options;
        options.workspace.state = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("found.db"));
        options.workspace.timeScale = 200;
        options.sandboxAccount = m_desk->sandboxAccount();
        options.sandboxAccount.endpoint.setHost(QStringLiteral("localhost")); // another name of the same cloud
        auto desk = Desk::open(options);
        QVERIFY(desk);
        MainWindow window(desk->get());
        QSignalSpy ready(desk->get(), &Desk::factsChanged);
        QVERIFY(ready.size() > 0 || ready.wait(kPatience));
        QVERIFY((*desk)->deployments().isEmpty());
        QSignalSpy searched(desk->get(), &Desk::searched);
        window.findChild<QAction *>(QStringLiteral("findDeploymentsAction"))->trigger();
        QVERIFY(searched.size() > 0 || searched.wait(kPatience));
        QCOMPARE(searched.first().at(1).toInt(), 1);
        QTRY_COMPARE_WITH_TIMEOUT((*desk)->deployments().size(), 1, kPatience);
        QCOMPARE((*desk)->deployments().first().name, only().name);
        QCOMPARE((*desk)->deployments().first().egressIp, only().egressIp);
        QVERIFY((*desk)->deployments().first().sandbox); // or its report would pass for a real one
        QVERIFY(window.statusBar()->currentMessage().contains(only().name));
        QVERIFY(window.findChild<QListView *>(QStringLiteral("deploymentList"))->model()->rowCount() == 1);
    }

    void theStateSurvivesARestartOfTheWindow() {
        const QString name = only().name;
        m_window.reset();
        m_desk.reset();
        openDesk();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->deployments().size(), 1, kPatience);
        QCOMPARE(only().name, name);
        QTRY_VERIFY_WITH_TIMEOUT(!only().cells.isEmpty(), kPatience);
        QCOMPARE(only().verdict, QStringLiteral("pass"));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->hasFacts(), kPatience);
    }

    void aRefreshMarksWhatChangedOutside() {
        // Somebody deletes the private firewall in the control panel.
        QString firewall;
        for (const engine::StepState &step : only().steps)
            if (step.name == QLatin1String("private_firewall"))
                firewall = step.id;
        QVERIFY(!firewall.isEmpty());
        QNetworkRequest request(
            QUrl(m_sandbox->endpoints().api.toString() + QStringLiteral("/v2/firewalls/") + firewall));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->endpoints().token.toUtf8());
        QNetworkAccessManager network;
        std::unique_ptr<QNetworkReply> reply(network.deleteResource(request));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), kPatience);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 204);
        m_window->selectDeployment(only().name);
        showTab(0);
        auto *panel = m_window->findChild<TopologyPage *>()->panel();
        QVERIFY(panel->model().find(QStringLiteral("private_firewall"))->alert.isEmpty());
        QVERIFY(pressByKeyboard(m_window.get(), QStringLiteral("headerStatusButton")));
        QTRY_VERIFY_WITH_TIMEOUT(!only().drift.isEmpty(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(panel->model().find(QStringLiteral("private_firewall"))->alert,
                                  said("differs from the plan", "weicht vom Plan ab"), kPatience);
        panel->select(QStringLiteral("private_firewall"));
        QVERIFY(panel->model().find(QStringLiteral("bastion_firewall"))->alert.isEmpty());
        // What was proven is not what is there any more.
        QVERIFY2(!stateText(only()).contains(said("proven", "bewiesen")), qPrintable(stateText(only())));
        shot(m_window.get(), QStringLiteral("window-drift"));
    }

    void teardownByKeyboardOnlyAsksForTheName() {
        m_window->selectDeployment(only().name);
        QVERIFY(pressByKeyboard(m_window.get(), QStringLiteral("teardownButton")));
        auto *dialog = m_window->findChild<TeardownDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), kPatience);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("teardownConfirmButton"));
        QVERIFY(!confirm->isEnabled());
        QVERIFY(focusByTab(dialog, QStringLiteral("teardownName")));
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral("wrong"));
        QVERIFY(!confirm->isEnabled());
        dialog->findChild<QLineEdit *>(QStringLiteral("teardownName"))->clear();
        QTest::keyClicks(dialog->focusWidget(), only().name);
        QVERIFY(confirm->isEnabled());
        shot(dialog, QStringLiteral("teardown-confirm"));
        QVERIFY(pressByKeyboard(dialog, QStringLiteral("teardownConfirmButton")));
        QTRY_COMPARE_WITH_TIMEOUT(only().running, QStringLiteral("destroy"), kPatience);
        shot(dialog, QStringLiteral("teardown-running"));
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QVERIFY2(only().lastError.message.isEmpty(), qPrintable(only().lastError.toString()));
        QCOMPARE(only().phase, QStringLiteral("destroyed"));
        QVERIFY(only().certificate.isClean());
        QVERIFY(only().certificate.checked.size() >= 8);
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("teardownHeadline"))
                    ->text()
                    .startsWith(said("0 left", "0 übrig")));
        shot(dialog, QStringLiteral("teardown-certificate"));
        dialog->close();
        shot(m_window.get(), QStringLiteral("window-destroyed"));
    }

    void cleanupTestCase() {
        m_window.reset();
        m_desk.reset();
        m_sandbox.reset();
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
