#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "ui/theme/theme.h"
#include "ui/topology/fleet_item.h"
#include "ui/topology/fleet_page.h"
#include "ui/topology/fleet_view.h"

#include <QAccessible>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

class FleetTest : public QObject {
    Q_OBJECT
private:
    static DeploymentView view(const QString &name, const QString &phase, const QString &verdict) {
        DeploymentView view;
        view.plan = fakePlan();
        view.name = name;
        view.region = QStringLiteral("sfo3");
        view.phase = phase;
        view.verdict = verdict;
        view.steps = fakeSteps(view.plan, engine::StepPhase::Ready);
        view.outputs = fakeOutputs();
        view.egressIp = view.outputs.value(QStringLiteral("nat_gateway_public_ip"));
        return view;
    }
    static QList<FleetTile> tiles(int count) {
        static const QList<QPair<Tone, QString>> marks{
            {Tone::Pass, QStringLiteral("pass")},        {Tone::Pass, QStringLiteral("pass")},
            {Tone::Fail, QStringLiteral("fail")},        {Tone::Unknown, QStringLiteral("unknown")},
            {Tone::Running, QStringLiteral("running")},  {Tone::Neutral, QStringLiteral("not measured")},
            {Tone::Planned, QStringLiteral("torn down")}};
        QList<FleetTile> out;
        for (int i = 0; i < count; ++i) {
            const auto &[tone, mark] = marks[i % marks.size()];
            QList<NodeStatus> parts(10, NodeStatus::Ready);
            if (tone == Tone::Fail)
                parts[3] = NodeStatus::Failed;
            out.append({QStringLiteral("payments-egress-%1").arg(i, 4, 10, QLatin1Char('0')), QStringLiteral("sfo3"),
                        QStringLiteral("ready"), QStringLiteral("203.0.113.%1").arg(i % 250), mark, tone, parts});
        }
        return out;
    }
    static void arrange(FleetView &view, const QList<FleetTile> &given) {
        QSignalSpy spy(&view, &FleetView::arranged);
        view.setTiles(given);
        QVERIFY(spy.wait());
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }

    void aTileSaysItsStateInWords_data() {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("running");
        QTest::addColumn<QString>("mark");
        QTest::newRow("proven") << "ready"
                                << "pass"
                                << ""
                                << "pass";
        QTest::newRow("not proven any more") << "ready"
                                             << "fail"
                                             << ""
                                             << "fail";
        QTest::newRow("could not measure") << "ready"
                                           << "unknown"
                                           << ""
                                           << "unknown";
        QTest::newRow("never measured") << "ready"
                                        << ""
                                        << ""
                                        << "not measured";
        QTest::newRow("apply failed after a pass") << "failed"
                                                   << "pass"
                                                   << ""
                                                   << "fail";
        QTest::newRow("something runs") << "ready"
                                        << "pass"
                                        << "verify"
                                        << "running";
        QTest::newRow("gone") << "destroyed"
                              << "pass"
                              << ""
                              << "torn down";
    }
    void aTileSaysItsStateInWords() {
        QFETCH(QString, phase);
        QFETCH(QString, verdict);
        QFETCH(QString, running);
        auto of = view(QStringLiteral("a"), phase, verdict);
        of.running = running;
        const FleetTile tile = fleetTileOf(of);
        QTEST(tile.mark, "mark");
        QCOMPARE(tile.parts.size(), 5); // two nodes, gateway, droplet, bastion
        QVERIFY(fleetTileWords(tile).contains(QLatin1String("203.0.113.57")));
    }

    void summaryBeginsWithWhatNeedsALook() {
        QCOMPARE(fleetSummary(tiles(14)),
                 QStringLiteral("14 deployments: 2 fail, 2 unknown, 2 running, 2 not measured, 4 pass, 2 torn down"));
        QCOMPARE(fleetSummary({}), QStringLiteral("0 deployments"));
    }

    void tilesNeverOverlapAndFillTheWindowsShape_data() {
        QTest::addColumn<int>("count");
        for (int count : {0, 1, 7, 1000})
            QTest::addRow("%d", count) << count;
    }
    void tilesNeverOverlapAndFillTheWindowsShape() {
        QFETCH(int, count);
        const FleetLayout layout = layoutFleet(count, 1.6);
        QCOMPARE(layout.boxes.size(), count);
        for (int i = 0; i < count; ++i) {
            QVERIFY(layout.bounds.contains(layout.boxes[i]));
            for (int j = std::max(0, i - layout.columns - 1); j < i; ++j)
                QVERIFY(!layout.boxes[i].intersects(layout.boxes[j]));
        }
        if (count == 1000) {
            const qreal aspect = layout.bounds.width() / layout.bounds.height();
            QVERIFY2(aspect > 1.4 && aspect < 1.8, qPrintable(QString::number(aspect)));
        }
    }

    void detailGrowsWithTheZoom() {
        QCOMPARE(fleet::detailAt(.1), fleet::Detail::Mark);
        QCOMPARE(fleet::detailAt(.5), fleet::Detail::Name);
        QCOMPARE(fleet::detailAt(1), fleet::Detail::Parts);
        // What is painted differs: far away the picture has no letters, near it has the failed part.
        FleetView fleet;
        fleet.resize(900, 600);
        fleet.show();
        arrange(fleet, tiles(1));
        const auto inkOf = [&](qreal zoom) {
            fleet.setTransform(QTransform::fromScale(zoom, zoom));
            const QRectF name = fleet.arrangement().boxes[0].adjusted(12, 5, -50, -122);
            fleet.centerOn(name.center());
            const QImage image = fleet.viewport()->grab(fleet.mapFromScene(name).boundingRect()).toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    colours.insert(image.pixel(x, y));
            return colours.size();
        };
        QVERIFY(inkOf(1) > 12); // letters with smoothed edges
        QVERIFY(inkOf(.25) < 4);
    }

    void onlyWhatIsInSightIsPainted() {
        FleetView fleet;
        fleet.resize(900, 600);
        fleet.show();
        arrange(fleet, tiles(1000));
        QCOMPARE(fleet.items(fleet.viewport()->rect()).size(), 1000);
        fleet.zoomBy(1 / fleet.zoom());
        const auto seen = fleet.items(fleet.viewport()->rect()).size();
        QVERIFY2(seen > 4 && seen < 40, qPrintable(QString::number(seen)));
    }

    void theArrangementIsMadeAwayFromTheUiThread() {
        FleetView fleet;
        fleet.resize(900, 600);
        QSignalSpy spy(&fleet, &FleetView::arranged);
        fleet.setTiles(tiles(1000));
        QVERIFY(fleet.arrangement().boxes.isEmpty()); // the call came back before anything was arranged
        QVERIFY(spy.wait());
        QCOMPARE(fleet.arrangement().boxes.size(), 1000);
    }

    void aChangedStateMovesNothing() {
        FleetView fleet;
        fleet.resize(900, 600);
        fleet.show();
        auto now = tiles(50);
        arrange(fleet, now);
        fleet.zoomBy(2);
        const auto zoom = fleet.zoom();
        QSignalSpy spy(&fleet, &FleetView::arranged);
        now[3].mark = QStringLiteral("fail");
        now[3].tone = Tone::Fail;
        fleet.setTiles(now);
        QCOMPARE(fleet.tiles()[3].tone, Tone::Fail);
        QCOMPARE(fleet.items().size(), 50); // nothing was taken away to be arranged anew
        QCOMPARE(fleet.zoom(), zoom);
        QCOMPARE(spy.count(), 0);
        now.removeLast();
        fleet.setTiles(now);
        QVERIFY(spy.wait());
        QCOMPARE(fleet.items().size(), 49);
        // Twice in a row, before the first arrangement is done: the last one stands.
        fleet.setTiles(tiles(10));
        fleet.setTiles(tiles(20));
        QTRY_COMPARE(fleet.items().size(), 20);
    }

    void keyboardWalksAndOpens() {
        FleetView fleet;
        fleet.resize(900, 600);
        fleet.show();
        fleet.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fleet));
        arrange(fleet, tiles(50));
        fleet.setFocus();
        QTest::keyClick(&fleet, Qt::Key_Right);
        QCOMPARE(fleet.focusedName(), QStringLiteral("payments-egress-0001"));
        QVERIFY(fleet.isFocused(1));
        QTest::keyClick(&fleet, Qt::Key_Down);
        QCOMPARE(fleet.focusedName(),
                 QStringLiteral("payments-egress-%1").arg(1 + fleet.arrangement().columns, 4, 10, QLatin1Char('0')));
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(&fleet)->focusChild();
        QVERIFY(told && told->text(QAccessible::Name).startsWith(fleet.focusedName()));
        QTest::keyClick(&fleet, Qt::Key_End);
        QTest::keyClick(&fleet, Qt::Key_Right); // there is nothing behind the last
        QCOMPARE(fleet.focusedName(), QStringLiteral("payments-egress-0049"));
        QSignalSpy spy(&fleet, &FleetView::opened);
        QTest::keyClick(&fleet, Qt::Key_Return);
        QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("payments-egress-0049"));
        const QPoint at = fleet.mapFromScene(fleet.arrangement().boxes[4].center());
        QTest::mouseDClick(fleet.viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(spy.value(1).value(0).toString(), QStringLiteral("payments-egress-0004"));
    }

    void searchBringsADeploymentNear() {
        FleetPage page;
        page.resize(1200, 700);
        QSignalSpy spy(page.view(), &FleetView::arranged);
        page.show(tiles(1000));
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QVERIFY(spy.wait());
        QVERIFY(page.view()->zoom() < fleet::kNames);
        page.view()->setFocus();
        QTest::keyClick(page.view(), Qt::Key_F, Qt::ControlModifier);
        auto *box = page.findChild<QLineEdit *>(QStringLiteral("fleetSearch"));
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, QStringLiteral("egress-05 fail"));
        QCOMPARE(page.findChild<QLabel *>(QStringLiteral("fleetHits"))->text(), QStringLiteral("1 of 14"));
        QCOMPARE(page.view()->focusedName(), QStringLiteral("payments-egress-0506"));
        QVERIFY(page.view()->zoom() >= fleet::kParts);
        QVERIFY(page.view()->isFocused(506)); // the ring is seen though the box has the keys
        const QRect seen = page.view()->viewport()->rect();
        QVERIFY(seen.contains(page.view()->mapFromScene(page.view()->arrangement().boxes[506].center())));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(page.view()->focusedName(), QStringLiteral("payments-egress-0513"));
        QTest::keyClicks(box, QStringLiteral("zzz"));
        QCOMPARE(page.findChild<QLabel *>(QStringLiteral("fleetHits"))->text(), QStringLiteral("nothing found"));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(page.view()->hasFocus());
        QVERIFY(grabState(&page, QStringLiteral("fleet-search")));
    }

    void pictures() {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::current()->setMode(mode);
            const QString dark = mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QString();
            FleetView fleet;
            fleet.resize(1280, 800);
            fleet.show();
            fleet.setFocus();
            arrange(fleet, tiles(1000));
            QVERIFY(grabState(&fleet, QStringLiteral("fleet-far") + dark));
            fleet.zoomBy(.42 / fleet.zoom());
            QVERIFY(grabState(&fleet, QStringLiteral("fleet-names") + dark));
            fleet.zoomBy(1 / fleet.zoom());
            QVERIFY(grabState(&fleet, QStringLiteral("fleet-near") + dark));
        }
    }
};

QTEST_MAIN(FleetTest)
#include "fleet_test.moc"
