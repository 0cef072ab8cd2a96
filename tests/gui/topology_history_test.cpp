#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "ui/theme/theme.h"
#include "ui/topology/time_bar.h"
#include "ui/topology/topology_history.h"
#include "ui/topology/topology_page.h"
#include "ui/topology/topology_view.h"

#include <QLabel>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// A short life: VPC, NAT gateway, a verification, the teardown.
class TopologyHistoryTest : public QObject {
    Q_OBJECT
private:
    static QDateTime at(int minute) {
        return QDateTime::fromString(QStringLiteral("2026-11-23T08:00:00Z"), Qt::ISODate).addSecs(60 * minute);
    }
    static store::Entry entry(int minute, const char *step, store::EntryKind kind, const Json &payload = {}) {
        return {.step = QLatin1String(step),
                .kind = kind,
                .remoteId = QStringLiteral("id-") + QLatin1String(step),
                .payload = payload,
                .at = at(minute)};
    }
    static QList<store::Entry> journal() {
        using store::EntryKind;
        return {
            entry(0, "", EntryKind::RunStarted),
            entry(1, "vpc", EntryKind::Intent),
            entry(1, "vpc", EntryKind::Accepted),
            entry(2, "vpc", EntryKind::Done),
            entry(3, "nat_gateway", EntryKind::Intent),
            entry(3, "nat_gateway", EntryKind::Accepted),
            entry(6, "nat_gateway", EntryKind::Done,
                  {{"outputs", {{"nat_gateway.public_ip", "203.0.113.57"}, {"nat_gateway.gateway_ip", "10.100.0.3"}}}}),
            entry(20, "nat_gateway", EntryKind::DeleteIntent),
            entry(22, "nat_gateway", EntryKind::Deleted)};
    }
    static QList<store::HistoryItem> history() {
        verify::Report report;
        report.deployment = QStringLiteral("payments-egress");
        report.verdict = verify::Verdict::Pass;
        report.cells = fakeCells();
        for (auto &cell : report.cells)
            cell.evidence = {{.command = QStringLiteral("curl -4"), .at = QStringLiteral("2026-11-23T08:10:00Z")}};
        return {{at(10), QStringLiteral("verify"), QStringLiteral("pass"), verify::toJson(report)}};
    }
    static DeploymentView view() {
        DeploymentView view;
        view.plan = fakePlan();
        view.name = view.plan.deployment;
        view.phase = QStringLiteral("destroyed");
        view.steps = fakeSteps(view.plan, engine::StepPhase::Gone);
        view.outputs = fakeOutputs();
        view.journal = journal();
        view.history = history();
        return view;
    }
    static NodeStatus gatewayAt(int minute) {
        return topologyAt(fakePlan(), journal(), history(), at(minute)).find(QStringLiteral("nat_gateway"))->status;
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }

    void momentsAreInOrderAndNamed() {
        const auto moments = momentsOf(fakePlan(), journal(), history());
        QCOMPARE(moments.size(), journal().size() + 1);
        for (int i = 1; i < moments.size(); ++i)
            QVERIFY(moments[i - 1].at <= moments[i].at);
        QCOMPARE(moments.first().words, QStringLiteral("run started"));
        QCOMPARE(moments[6].words, QStringLiteral("payments-egress-nat-gw: ready"));
        QCOMPARE(moments[7].words, QStringLiteral("measured: pass"));
    }

    void theDrawingIsRebuiltFromTheJournal() {
        QCOMPARE(gatewayAt(2), NodeStatus::Planned);
        QCOMPARE(gatewayAt(4), NodeStatus::Running);
        QCOMPARE(gatewayAt(7), NodeStatus::Ready);
        QCOMPARE(gatewayAt(21), NodeStatus::Deleting);
        QCOMPARE(gatewayAt(30), NodeStatus::Gone);
    }

    /// An answer that had not come yet is not an answer that never came.
    void whatWasUnderWayIsShownUnderWay() {
        using store::EntryKind;
        QList<store::Entry> entries{entry(0, "", EntryKind::RunStarted), entry(1, "vpc", EntryKind::Intent)};
        const auto vpc = [&entries] {
            return topologyAt(fakePlan(), entries, {}, at(5)).find(QStringLiteral("vpc"))->status;
        };
        QCOMPARE(vpc(), NodeStatus::Running);
        entries << entry(2, "", EntryKind::RunEnded);
        QCOMPARE(vpc(), NodeStatus::Unknown);
    }

    void addressesAndMeasurementsAreThoseOfTheirTime() {
        const auto label = [](int minute) {
            const auto model = topologyAt(fakePlan(), journal(), history(), at(minute));
            for (const auto &edge : model.edges)
                if (edge.id == QLatin1String("egress:nat_gateway"))
                    return edge;
            return TopologyEdge{};
        };
        QCOMPARE(label(4).label, QStringLiteral("one egress IP"));
        QCOMPARE(label(7).label, QStringLiteral("203.0.113.57"));
        QCOMPARE(label(7).verdict, EdgeVerdict::None);
        QCOMPARE(label(15).verdict, EdgeVerdict::Pass);
        QCOMPARE(label(15).age, QStringLiteral("5 min ago")); // as old as it was then
        QCOMPARE(label(21).verdict, EdgeVerdict::None);       // a teardown had begun: nothing is proven any more
    }

    void theSliderShowsThePastAndComesBack() {
        TopologyPage page;
        page.resize(1400, 860);
        page.show(view());
        page.show();
        auto *slider = page.findChild<QSlider *>(QStringLiteral("timeSlider"));
        auto *words = page.findChild<QLabel *>(QStringLiteral("timeWords"));
        QVERIFY(slider->isVisible());
        QCOMPARE(words->text(), QStringLiteral("Now"));
        const auto gateway = [&] { return page.panel()->model().find(QStringLiteral("nat_gateway"))->status; };
        QCOMPARE(gateway(), NodeStatus::Gone);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(gateway(), NodeStatus::Planned);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(gateway(), NodeStatus::Ready);
        QVERIFY2(words->toolTip().contains(QLatin1String("2026-11-23 08:06:00 UTC")), qPrintable(words->toolTip()));
        QCOMPARE(slider->accessibleDescription(), words->toolTip());
        // An update of the present does not pull the eye out of the past.
        auto more = view();
        more.journal.append(entry(40, "vpc", store::EntryKind::DeleteIntent));
        page.show(more);
        QCOMPARE(gateway(), NodeStatus::Ready);
        page.findChild<QToolButton *>(QStringLiteral("timeNow"))->click();
        QCOMPARE(gateway(), NodeStatus::Gone);
        // Another deployment starts at its own present.
        QTest::keyClick(slider, Qt::Key_Home);
        more.name = QStringLiteral("other");
        page.show(more);
        QVERIFY(!page.timeBar()->isPast());
    }

    void driftIsShownOfThePresentOnly() {
        TopologyPage page;
        auto now = view();
        now.drift = {{QStringLiteral("vpc"), QStringLiteral("It is gone from the account.")}};
        page.show(now);
        page.show();
        const auto alert = [&] { return page.panel()->model().find(QStringLiteral("vpc"))->alert; };
        QCOMPARE(alert(), QStringLiteral("differs from the plan"));
        page.findChild<QSlider *>(QStringLiteral("timeSlider"))->setValue(0);
        QVERIFY(alert().isEmpty());
    }

    void withoutHistoryThereIsNoSlider() {
        TopologyPage page;
        auto fresh = view();
        fresh.journal.clear();
        fresh.history.clear();
        page.show(fresh);
        page.show();
        QVERIFY(!page.timeBar()->isVisible());
    }

    void pictures() {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::current()->setMode(mode);
            TopologyPage page;
            page.resize(1320, 820);
            page.show(view());
            page.show();
            page.findChild<QSlider *>(QStringLiteral("timeSlider"))->setValue(7);
            page.panel()->select(QStringLiteral("droplet"));
            QCoreApplication::processEvents();
            QVERIFY(grabState(&page, mode == Theme::Mode::Dark ? QStringLiteral("topology-history-dark")
                                                               : QStringLiteral("topology-history")));
        }
    }
};

QTEST_MAIN(TopologyHistoryTest)
#include "topology_history_test.moc"
