#include "tests/gui/accessible_tree.h"
#include "tests/gui/fake_data.h"
#include "ui/activity/activity_view.h"
#include "ui/cost/cost_view.h"
#include "ui/deployments/change_dialog.h"
#include "ui/deployments/header_bar.h"
#include "ui/deployments/main_window.h"
#include "ui/deployments/outputs_view.h"
#include "ui/deployments/repair_dialog.h"
#include "ui/settings/accounts_dialog.h"
#include "ui/settings/prices_dialog.h"
#include "ui/theme/theme.h"
#include "ui/topology/fleet_page.h"
#include "ui/topology/topology_panel.h"
#include "ui/verification/verification_view.h"
#include "ui/wizard/egress_wizard.h"

#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// Every page with realistic content, walked as a screen reader and a keyboard user walk it, in every appearance.
class AccessibilityTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;

    static DeploymentView view() {
        DeploymentView view;
        view.plan = fakePlan();
        view.name = view.plan.deployment;
        view.phase = QStringLiteral("ready");
        view.verdict = QStringLiteral("pass");
        view.egressIp = QStringLiteral("203.0.113.57");
        view.sandbox = true;
        view.steps = fakeSteps(view.plan, engine::StepPhase::Ready);
        view.cells = fakeCells();
        view.outputs = fakeOutputs();
        view.log = {QStringLiteral("08:00:00 vpc ready")};
        return view;
    }
    void walk(QWidget *window) {
        if (!window->isVisible())
            window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        const QStringList complaints =
            unnamed(QAccessible::queryAccessibleInterface(window)) + keyboardComplaints(window);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QStringLiteral("; "))));
    }

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("sluice-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        Theme::install(*qApp, Theme::Mode::Light);
        Desk::Options options;
        options.workspace.state = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("state.db"));
        // Port 1 of this machine answers nobody: the window without a connection.
        options.sandboxAccount = {.key = QStringLiteral("sandbox"),
                                  .title = QStringLiteral("Sandbox"),
                                  .endpoint = QUrl(QStringLiteral("http://127.0.0.1:1")),
                                  .sandbox = true};
        auto desk = Desk::open(options);
        QVERIFY2(desk.has_value(), desk ? "" : qPrintable(desk.error().toString()));
        m_desk = *std::move(desk);
    }
    void cleanup() { Theme::current()->setMode(Theme::Mode::Light); }

    void theWalkFindsWhatIsWrong() {
        QWidget window;
        window.resize(300, 200);
        auto *silent = new QWidget(&window); // takes the focus, says nothing and shows nothing
        silent->setGeometry(10, 10, 100, 40);
        silent->setFocusPolicy(Qt::StrongFocus);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QStringList names = unnamed(QAccessible::queryAccessibleInterface(&window));
        QVERIFY2(names.join(QLatin1Char(' ')).contains(QStringLiteral("no name")), qPrintable(names.join(u' ')));
        QVERIFY2(names.join(QLatin1Char(' ')).contains(QStringLiteral("no role")), qPrintable(names.join(u' ')));
        QVERIFY(keyboardComplaints(&window).join(u' ').contains(QStringLiteral("does not show the focus")));
    }

    void wizardPages_data() {
        QTest::addColumn<int>("page");
        for (int page = 0; page < 6; ++page)
            QTest::addRow("page %d", page) << page;
    }
    void wizardPages() {
        QFETCH(int, page);
        EgressWizard wizard({QStringLiteral("sandbox"),
                             QStringLiteral("Sandbox"),
                             QUrl(QStringLiteral("http://127.0.0.1:1")),
                             {},
                             true});
        wizard.setFacts(fakeFacts());
        wizard.show();
        while (wizard.pageIndex() < page)
            wizard.next();
        if (wizard.pageName() == QLatin1String("review"))
            wizard.setPlanOutcome({{}, fakePlan()});
        walk(&wizard);
    }

    void emptyWindow() {
        MainWindow window(m_desk.get());
        walk(&window);
    }

    void verification() {
        VerificationView page;
        page.resize(1000, 700);
        page.show(view());
        walk(&page);
    }
    void drawing() {
        TopologyPanel page;
        page.resize(1300, 760);
        const DeploymentView shown = view();
        page.setModel(topologyOf(shown.plan, shown.steps, shown.outputs, shown.cells, QDateTime::currentDateTimeUtc()));
        page.setTreeVisible(true);
        walk(&page);
    }
    void fleet() {
        FleetPage page;
        page.resize(1000, 700);
        page.follow(m_desk.get());
        walk(&page);
    }
    void change() {
        ChangeDialog dialog(view());
        walk(&dialog);
    }
    void repair() {
        RepairDialog dialog(view());
        walk(&dialog);
    }
    void activity() {
        ActivityView page;
        page.resize(1000, 700);
        page.show(view());
        walk(&page);
    }
    void outputs() {
        OutputsView page;
        page.resize(1000, 700);
        page.show(view());
        walk(&page);
    }
    void cost() {
        CostView page;
        page.resize(1000, 700);
        page.show(view());
        walk(&page);
    }
    void header() {
        HeaderBar bar;
        bar.resize(1000, 80);
        bar.show(view());
        walk(&bar);
    }
    void teardown() {
        TeardownDialog dialog(view());
        walk(&dialog);
    }
    void prices() {
        PricesDialog dialog({});
        walk(&dialog);
    }
    void accounts() {
        AccountsDialog dialog(m_desk.get());
        walk(&dialog);
    }
    void cleanupTestCase() { m_desk.reset(); }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
