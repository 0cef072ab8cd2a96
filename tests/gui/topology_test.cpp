#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_details.h"
#include "ui/topology/topology_layout.h"
#include "ui/topology/topology_panel.h"
#include "ui/topology/topology_render.h"
#include "ui/topology/topology_tree.h"
#include "ui/topology/topology_view.h"

#include <QClipboard>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

class TopologyTest : public QObject {
    Q_OBJECT
private:
    static TopologyModel ready(int nodes = 2) {
        const auto plan = fakePlan(nodes);
        return topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), fakeCells(nodes));
    }

    /// The same cells with the time they were measured at.
    static QList<verify::Cell> measured(QList<verify::Cell> cells) {
        for (auto &cell : cells)
            cell.evidence = {{.command = QStringLiteral("curl -4"), .at = QStringLiteral("2026-11-23T08:02:00Z")}};
        return cells;
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }

    void planIsAllGhosts() {
        const auto model = topologyOf(fakePlan());
        for (const auto &node : model.nodes)
            QVERIFY2(node.status == NodeStatus::Planned || node.status == NodeStatus::Outside, qPrintable(node.id));
        QVERIFY(model.sandbox);
        QCOMPARE(model.find(QStringLiteral("vpc"))->subtitle, QStringLiteral("10.100.0.0/24"));
        QCOMPARE(model.find(QStringLiteral("node:2"))->container, QStringLiteral("cluster"));
        QCOMPARE(model.find(QStringLiteral("cluster"))->container, QStringLiteral("vpc"));
    }

    void statesKeepTheShape() {
        const auto plan = fakePlan();
        const auto before = topologyOf(plan);
        for (const auto &after : {topologyOf(plan, fakeProgress(plan)), ready(),
                                  topologyOf(plan, fakeSteps(plan, engine::StepPhase::Gone))})
            QVERIFY(before.sameShape(after));
        QVERIFY(!before.sameShape(topologyOf(fakePlan(3))));
    }

    void aCreatedHostIsNotReadyBeforeItsCheck() {
        const auto plan = fakePlan();
        const auto model = topologyOf(plan, fakeProgress(plan));
        const auto *bastion = model.find(QStringLiteral("bastion"));
        QCOMPARE(bastion->status, NodeStatus::Running);
        QCOMPARE(bastion->statusText, QStringLiteral("waiting for SSH"));
        QCOMPARE(model.find(QStringLiteral("nat_gateway"))->statusText, QStringLiteral("state PROVISIONING"));
    }

    void failureCarriesItsReason() {
        const auto plan = fakePlan();
        auto steps = fakeProgress(plan);
        auto *cluster = stepNamed(steps, "cluster");
        cluster->phase = engine::StepPhase::Failed;
        cluster->error.message = QStringLiteral("The region has no capacity for this size.");
        const auto model = topologyOf(plan, steps);
        QCOMPARE(model.find(QStringLiteral("cluster"))->status, NodeStatus::Failed);
        QCOMPARE(model.find(QStringLiteral("cluster"))->error, cluster->error.message);
    }

    void verdictsReachTheEdges() {
        const auto plan = fakePlan();
        auto cells = fakeCells();
        cells[1].verdict = verify::Verdict::Fail;
        cells[2].verdict = verify::Verdict::Unknown;
        const auto model = topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells);
        QMap<QString, EdgeVerdict> verdicts;
        for (const auto &edge : model.edges)
            verdicts.insert(edge.id, edge.verdict);
        QCOMPARE(verdicts.value(QStringLiteral("egress:node:1")), EdgeVerdict::Pass);
        QCOMPARE(verdicts.value(QStringLiteral("egress:node:2")), EdgeVerdict::Fail);
        QCOMPARE(verdicts.value(QStringLiteral("egress:droplet")), EdgeVerdict::Unknown);
        QCOMPARE(verdicts.value(QStringLiteral("egress:nat_gateway")), EdgeVerdict::Fail);
        QCOMPARE(verdicts.value(QStringLiteral("egress:bastion")), EdgeVerdict::Pass);
        QCOMPARE(model.find(QStringLiteral("node:2"))->title, QStringLiteral("pool-egress-o2"));
    }

    void packetsPath_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("path");
        const QString nat = QStringLiteral("egress:nat_gateway");
        QTest::newRow("node") << "node:2" << QStringList{QStringLiteral("egress:node:2"), nat};
        QTest::newRow("droplet") << "droplet" << QStringList{QStringLiteral("egress:droplet"), nat};
        QTest::newRow("bastion leaves by itself") << "bastion" << QStringList{QStringLiteral("egress:bastion")};
        QTest::newRow("firewall stands for its host")
            << "private_firewall" << QStringList{QStringLiteral("egress:droplet"), nat};
        QTest::newRow("operator") << "operator"
                                  << QStringList{QStringLiteral("ssh:operator"), QStringLiteral("ssh:droplet")};
        QTest::newRow("vpc") << "vpc" << QStringList{};
        QTest::newRow("nothing") << "" << QStringList{};
    }
    void packetsPath() {
        QFETCH(QString, id);
        QTEST(topologyOf(fakePlan()).path(id), "path");
    }

    void layoutNestsAndSeparates_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<Arrangement>("arrangement");
        for (int nodes : {1, 2, 4, 5, 12, 30, 64}) {
            QTest::addRow("%d nodes, wide", nodes) << nodes << Arrangement::Wide;
            QTest::addRow("%d nodes, tall", nodes) << nodes << Arrangement::Tall;
        }
    }
    void layoutNestsAndSeparates() {
        QFETCH(int, nodes);
        QFETCH(Arrangement, arrangement);
        const auto model = ready(nodes);
        const auto layout = layoutOf(model, arrangement);
        for (const auto &node : model.nodes) {
            QVERIFY2(layout.nodes.contains(node.id), qPrintable(node.id));
            const QRectF box = layout.nodes[node.id];
            QVERIFY(layout.bounds.contains(box));
            if (!node.container.isEmpty())
                QVERIFY2(layout.nodes[node.container].contains(box), qPrintable(node.id));
            for (const auto &other : model.nodes)
                if (other.id != node.id && other.container == node.container)
                    QVERIFY2(!layout.nodes[other.id].intersects(box), qPrintable(node.id + other.id));
        }
        for (const auto &edge : model.edges) {
            const auto path = layout.edges.value(edge.id);
            for (int i = 1; i < path.points.size(); ++i) // orthogonal
                QVERIFY(qFuzzyCompare(path.points[i].x(), path.points[i - 1].x()) ||
                        qFuzzyCompare(path.points[i].y(), path.points[i - 1].y()));
            for (const auto &node : model.nodes) // goes through nothing but its own ends
                for (int i = 1; i < path.points.size() && !model.isContainer(node.id); ++i)
                    QVERIFY2(!QRectF(path.points[i - 1], path.points[i])
                                  .normalized()
                                  .adjusted(-1, -1, 1, 1)
                                  .intersects(layout.nodes[node.id].adjusted(2, 2, -2, -2)),
                             qPrintable(edge.id + QStringLiteral(" through ") + node.id));
            for (const auto &node : model.nodes)
                if (!model.isContainer(node.id) && !path.label.isNull())
                    QVERIFY2(!layout.nodes[node.id].intersects(path.label),
                             qPrintable(edge.id + QStringLiteral(" over ") + node.id));
        }
    }

    void layoutIsDeterministic() { QCOMPARE(layoutOf(ready()).nodes, layoutOf(topologyOf(fakePlan())).nodes); }

    void liveUpdateMovesNothing() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.show();
        panel.setModel(topologyOf(fakePlan()));
        panel.select(QStringLiteral("nat_gateway"));
        panel.view()->zoomBy(1.3);
        const auto nodes = panel.view()->topology()->layout().nodes;
        const qreal zoom = panel.view()->zoom();
        panel.setModel(ready());
        QCOMPARE(panel.view()->topology()->layout().nodes, nodes);
        QCOMPARE(panel.view()->zoom(), zoom);
        QCOMPARE(panel.selectedId(), QStringLiteral("nat_gateway"));
    }

    void selectionIsOneInAllThree() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(ready());
        panel.setTreeVisible(true);
        panel.show();
        QSignalSpy spy(&panel, &TopologyPanel::selected);
        auto *view = panel.view();
        const QPoint at = view->mapFromScene(view->topology()->layout().nodes[QStringLiteral("bastion")].center());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.last().first().toString(), QStringLiteral("bastion"));
        auto *tree = qobject_cast<TopologyTree *>(panel.tree());
        QCOMPARE(tree->selectedId(), QStringLiteral("bastion"));
        tree->setCurrentIndex(tree->indexOf(QStringLiteral("droplet")));
        QCOMPARE(spy.last().first().toString(), QStringLiteral("droplet"));
        QCOMPARE(view->selectedId(), QStringLiteral("droplet"));
        for (const auto &node : panel.model().nodes)
            QVERIFY2(tree->indexOf(node.id).isValid(), qPrintable(node.id));
    }

    void detailsCopy() {
        TopologyPanel panel;
        panel.setModel(ready());
        panel.show();
        panel.select(QStringLiteral("nat_gateway"));
        auto *copy = panel.details()->findChild<QToolButton *>(QStringLiteral("copy:Egress IP"));
        QVERIFY(copy);
        QVERIFY(!copy->accessibleName().isEmpty());
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("203.0.113.57"));
    }

    void keyboardReachesEveryNode() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(ready());
        panel.show();
        auto *scene = panel.view()->topology();
        QSet<QString> seen;
        QStringList queue{panel.model().nodes.first().id};
        while (!queue.isEmpty()) {
            const QString id = queue.takeFirst();
            if (seen.contains(id))
                continue;
            seen.insert(id);
            for (const QPointF &way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                queue.append(scene->neighbour(id, way));
        }
        QCOMPARE(seen.size(), panel.model().nodes.size());
        panel.view()->setFocus(Qt::TabFocusReason);
        QSignalSpy spy(&panel, &TopologyPanel::selected);
        QTest::keyClick(panel.view(), Qt::Key_Right);
        QTest::keyClick(panel.view(), Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        const qreal before = panel.view()->zoom();
        QTest::keyClick(panel.view(), Qt::Key_Plus);
        QVERIFY(panel.view()->zoom() > before);
        QTest::keyClick(panel.view(), Qt::Key_0);
        QCOMPARE(panel.view()->zoom(), before);
    }

    void hoverHighlightsThePath() {
        TopologyScene scene;
        scene.setModel(ready());
        scene.setHovered(QStringLiteral("droplet"));
        for (const char *id :
             {"droplet", "egress:droplet", "nat_gateway", "egress:nat_gateway", "internet", "private_firewall"})
            QVERIFY2(scene.isBright(QLatin1String(id)), id);
        for (const char *id : {"bastion", "egress:bastion", "node:1", "operator"})
            QVERIFY2(!scene.isBright(QLatin1String(id)), id);
        scene.setHovered({});
        QVERIFY(scene.isBright(QStringLiteral("bastion")));
    }

    void exports() {
        QTemporaryDir dir;
        const QString svg = dir.filePath(QStringLiteral("t.svg"));
        QVERIFY(renderSvg(ready(), svg));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *word : {"203.0.113.57", "payments-egress-nat-gw", "Internet"})
            QVERIFY2(text.contains(word), word);
        const QString png = dir.filePath(QStringLiteral("t.png"));
        QVERIFY(renderPng(ready(), png, 1.0));
        const QImage one(png);
        QVERIFY(renderPng(ready(), png, 2.0));
        QVERIFY(qAbs(QImage(png).width() - 2 * one.width()) <= 1);
        const auto refused = renderSvg(ready(), dir.filePath(QStringLiteral("no/such/folder.svg")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(!renderPng(ready(), dir.filePath(QStringLiteral("no/such/folder.png"))));
    }

    void pictures() {
        const auto plan = fakePlan();
        auto failed = fakeProgress(plan);
        auto *cluster = stepNamed(failed, "cluster");
        cluster->phase = engine::StepPhase::Failed;
        cluster->error.message =
            QStringLiteral("The region has no capacity for this size. Choose another size or another region.");
        auto cells = measured(fakeCells());
        cells[1].verdict = verify::Verdict::Fail;
        cells[1].observed = QStringLiteral("198.51.100.99");
        cells[1].diagnosis = {QStringLiteral("node_without_route"),
                              QStringLiteral("The node pool-egress-o2 has no default route to the gateway."),
                              QStringLiteral("Apply the route again."), QStringLiteral("reapply_route")};
        cells[2].verdict = verify::Verdict::Unknown;
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-23T08:04:30Z"), Qt::ISODate);
        auto timed = plan;
        for (auto &resource : timed.resources)
            resource.expectedSeconds = resource.name == QLatin1String("cluster") ? 420 : 120;
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::current()->setMode(mode);
            const QString suffix = mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QString();
            const auto shot = [&](const TopologyModel &model, const char *name, const char *select = "",
                                  const char *hover = "", bool tree = false) {
                TopologyPanel panel;
                panel.resize(1440, 860);
                panel.setModel(model);
                panel.setTreeVisible(tree);
                panel.select(QLatin1String(select));
                panel.show();
                panel.view()->topology()->setHovered(QLatin1String(hover));
                Q_EMIT panel.view()->pointed(QLatin1String(hover));
                QCoreApplication::processEvents(); // layouts settle, as they do on a screen
                QVERIFY(grabState(&panel, QStringLiteral("topology-%1%2").arg(QLatin1String(name), suffix)));
            };
            shot(topologyOf(plan), "plan");
            shot(topologyOf(timed, fakeProgress(plan), {}, {}, now), "progress", "nat_gateway");
            const auto known =
                topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), measured(fakeCells()), now);
            shot(known, "ready", "nat_gateway");
            shot(known, "hover", "", "droplet");
            shot(topologyOf(plan, failed), "failed", "cluster");
            shot(topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells, now), "mixed",
                 "route", "", true);
            shot(topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells, now), "broken", "",
                 "node:2");
            shot(topologyOf(plan, fakeSteps(plan, engine::StepPhase::Gone)), "gone");
            shot(ready(30), "many");
        }
        Theme::current()->setMode(Theme::Mode::Light);
        QVERIFY(renderPng(ready(), shotsFolder() + QStringLiteral("/export.png"), 1.5));
        const QString svg = shotsFolder() + QStringLiteral("/export.svg");
        QVERIFY(renderSvg(ready(), svg));
        QSvgRenderer drawn(svg);
        QImage image(drawn.defaultSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawn.render(&painter);
        painter.end();
        QVERIFY(image.save(shotsFolder() + QStringLiteral("/export-svg.png")));
        const auto broken = topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells);
        QVERIFY(renderPdf(broken, shotsFolder() + QStringLiteral("/export.pdf")));
        QVERIFY(renderMermaid(broken, shotsFolder() + QStringLiteral("/export.mmd")));
    }
};

QTEST_MAIN(TopologyTest)
#include "topology_test.moc"
