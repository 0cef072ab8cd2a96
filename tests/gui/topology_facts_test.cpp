#include "tests/gui/fake_data.h"
#include "ui/theme/theme.h"
#include "ui/topology/path_strip.h"
#include "ui/topology/topology_details.h"
#include "ui/topology/topology_evidence.h"
#include "ui/topology/topology_mermaid.h"
#include "ui/topology/topology_paint.h"
#include "ui/topology/topology_panel.h"
#include "ui/topology/topology_path.h"
#include "ui/topology/topology_render.h"
#include "ui/topology/topology_tree.h"
#include "ui/topology/topology_view.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

namespace {

QDateTime at(const char *time) {
    return QDateTime::fromString(QLatin1String(time), Qt::ISODate);
}

QList<verify::Cell> measuredCells() {
    auto cells = fakeCells();
    for (auto &cell : cells)
        cell.evidence = {{.command = QStringLiteral("curl -4"), .at = QStringLiteral("2026-11-23T08:02:00Z")}};
    return cells;
}

/// The second node lost its route.
QList<verify::Cell> brokenCells() {
    auto cells = measuredCells();
    cells[1].verdict = verify::Verdict::Fail;
    cells[1].observed = QStringLiteral("198.51.100.99");
    cells[1].diagnosis = {QStringLiteral("node_without_route"), QStringLiteral("The node has no route."),
                          QStringLiteral("Apply the route again."), QStringLiteral("reapply_route")};
    return cells;
}

TopologyModel modelWith(const QList<verify::Cell> &cells, const char *now = "2026-11-23T08:04:30Z") {
    const auto plan = fakePlan();
    return topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells, at(now));
}

const TopologyEdge *edgeOf(const TopologyModel &model, const char *id) {
    for (const auto &edge : model.edges)
        if (edge.id == QLatin1String(id))
            return &edge;
    return nullptr;
}

/// Read-back of a Mermaid flowchart: ids of boxes and subgraphs with their words, and arrows as "from>to".
struct Chart {
    QMap<QString, QString> boxes;
    QStringList arrows;
    int open = 0; ///< subgraphs that were not ended
    QStringList unread;
};

Chart readMermaid(const QString &text) {
    static const QRegularExpression box(QStringLiteral("^\\s*(subgraph )?(\\w+)\\[\"([^\"]*)\"\\]$"));
    static const QRegularExpression arrow(QStringLiteral("^\\s*(\\w+) (?:-->|-\\.->)(?:\\|\"[^\"]*\"\\|)? (\\w+)$"));
    Chart chart;
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (const auto m = box.match(line); m.hasMatch()) {
            chart.boxes.insert(m.captured(2), m.captured(3));
            chart.open += !m.captured(1).isEmpty();
        } else if (const auto found = arrow.match(line); found.hasMatch()) {
            chart.arrows.append(found.captured(1) + QLatin1Char('>') + found.captured(2));
        } else if (line.trimmed() == QLatin1String("end")) {
            --chart.open;
        } else if (line != QLatin1String("flowchart LR")) {
            chart.unread.append(line);
        }
    }
    return chart;
}

} // namespace

class TopologyFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }

    void ages_data() {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("words");
        QTest::newRow("seconds") << "2026-11-23T08:02:59Z"
                                 << "just now";
        QTest::newRow("ahead of the desk's clock") << "2026-11-23T08:00:00Z"
                                                   << "just now";
        QTest::newRow("a minute") << "2026-11-23T08:03:00Z"
                                  << "1 min ago";
        QTest::newRow("hours") << "2026-11-24T08:02:00Z"
                               << "24 h ago";
        QTest::newRow("days") << "2026-11-26T09:00:00Z"
                              << "3 days ago";
        QTest::newRow("no present") << ""
                                    << "23 Nov 08:02 UTC";
    }
    void ages() {
        QFETCH(QString, now);
        QTEST(ageText(at("2026-11-23T08:02:00Z"), QDateTime::fromString(now, Qt::ISODate)), "words");
    }

    void edgesShowTheLastMeasuredFactAndItsAge() {
        const auto model = modelWith(measuredCells());
        const auto *nat = edgeOf(model, "egress:nat_gateway");
        QCOMPARE(nat->observed, QStringLiteral("203.0.113.57"));
        QCOMPARE(nat->age, QStringLiteral("2 min ago"));
        QCOMPARE(nat->measuredAt, at("2026-11-23T08:02:00Z"));
        QCOMPARE(edgeOf(model, "egress:bastion")->observed, QStringLiteral("198.51.100.24"));
        QVERIFY(edgeOf(modelWith({}), "egress:nat_gateway")->age.isEmpty());
        for (const auto &edge : model.edges)
            QVERIFY2(!edge.rule.isEmpty(), qPrintable(edge.id));
    }

    void aFailedCellSaysWhereThePathBroke() {
        const auto model = modelWith(brokenCells());
        QCOMPARE(edgeOf(model, "egress:node:2")->brokenAt, QStringLiteral("route"));
        QVERIFY(edgeOf(model, "egress:node:1")->brokenAt.isEmpty());
        QCOMPARE(model.find(QStringLiteral("route"))->alert, QStringLiteral("the path breaks here"));
        QVERIFY(model.find(QStringLiteral("route"))->alertDetails.contains(QLatin1String("Apply the route again.")));
        for (const char *fine : {"node:2", "nat_gateway", "internet", "droplet"})
            QVERIFY2(model.find(QLatin1String(fine))->alert.isEmpty(), fine);
        // What was lost before the gateway says nothing of the way behind it.
        QCOMPARE(edgeOf(model, "egress:nat_gateway")->verdict, EdgeVerdict::Pass);
    }

    void driftOfOnePlaceMarksThatPlace() {
        auto cells = measuredCells();
        verify::Cell drift;
        drift.id = QStringLiteral("firewall_private");
        drift.verdict = verify::Verdict::Fail;
        drift.expected = QStringLiteral("2 rules");
        drift.observed = QStringLiteral("3 rules");
        cells.append(drift);
        const auto model = modelWith(cells);
        const auto *firewall = model.find(QStringLiteral("private_firewall"));
        QCOMPARE(firewall->alert, QStringLiteral("differs from the plan"));
        QCOMPARE(firewall->alertDetails, QStringLiteral("Expected 2 rules, measured 3 rules."));
    }

    void aRefreshsFindingsMarkTheirPlaces() {
        auto model = modelWith(brokenCells());
        markDrift(model,
                  {{QStringLiteral("bastion"), QStringLiteral("payments-egress-bastion is gone from the account.")},
                   {QStringLiteral("route"), QStringLiteral("The Route names some nodes.")},
                   {QStringLiteral("firewall_private"), QStringLiteral("A rule was added.")},
                   {QStringLiteral("somebody-elses-droplet"), QStringLiteral("Not ours.")}});
        QCOMPARE(model.find(QStringLiteral("bastion"))->alert, QStringLiteral("differs from the plan"));
        QVERIFY(model.find(QStringLiteral("bastion"))->alertDetails.contains(QLatin1String("gone from the account")));
        QCOMPARE(model.find(QStringLiteral("private_firewall"))->alertDetails, QStringLiteral("A rule was added."));
        QCOMPARE(model.find(QStringLiteral("vpc"))->alertDetails, QStringLiteral("Not ours."));
        // A broken path is the stronger word; both are told.
        const auto *route = model.find(QStringLiteral("route"));
        QCOMPARE(route->alert, QStringLiteral("the path breaks here"));
        QVERIFY(route->alertDetails.endsWith(QLatin1String("Apply the route again. The Route names some nodes.")));
        QVERIFY(model.find(QStringLiteral("droplet"))->alert.isEmpty());
    }

    void progressSaysHowLongWaitsForWhatAndWhenItEnds() {
        auto plan = fakePlan();
        for (auto &resource : plan.resources)
            resource.expectedSeconds = resource.name == QLatin1String("cluster") ? 420 : 60;
        auto steps = fakeProgress(plan);
        const auto model = topologyOf(plan, steps, {}, {}, at("2026-11-23T08:02:00Z"));
        const auto *cluster = model.find(QStringLiteral("cluster"));
        QCOMPARE(cluster->progress, QStringLiteral("2:00 of about 7:00"));
        QCOMPARE(cluster->fraction, 120 / 420.0);
        QCOMPARE(model.find(QStringLiteral("nat_gateway"))->progress, QStringLiteral("2:00, usually 1:00"));
        QCOMPARE(model.find(QStringLiteral("droplet"))->progress, QStringLiteral("waits for payments-egress-nat-gw"));
        QVERIFY(model.find(QStringLiteral("route"))->progress.startsWith(QLatin1String("waits for the routing agent")));
        // 300 s of the cluster, then two checks of 60 s each.
        QVERIFY2(model.find(QStringLiteral("cloud"))->progress.endsWith(QLatin1String("(in about 7:00)")),
                 qPrintable(model.find(QStringLiteral("cloud"))->progress));
        QVERIFY(modelWith({}).find(QStringLiteral("cloud"))->progress.isEmpty());
        QVERIFY(topologyOf(plan, steps).find(QStringLiteral("cluster"))->progress.isEmpty());
    }

    void aPacketsPathHasARuleAtEveryHop() {
        const auto hops = packetPath(modelWith(measuredCells()), QStringLiteral("node:1"));
        QCOMPARE(hops.size(), 3);
        QCOMPARE(hops[0].nodeId, QStringLiteral("node:1"));
        QVERIFY(hops[0].rule.contains(QLatin1String("10.100.0.3")));
        QCOMPARE(hops[1].nodeId, QStringLiteral("nat_gateway"));
        QVERIFY(hops[1].rule.contains(QLatin1String("203.0.113.57")));
        QCOMPARE(hops[1].measured, QStringLiteral("203.0.113.57, 2 min ago"));
        QCOMPARE(hops[2].nodeId, QStringLiteral("internet"));
        QVERIFY(hops[2].rule.isEmpty());
        const auto ssh = packetPath(modelWith({}), QStringLiteral("operator"));
        QCOMPARE(ssh.size(), 3);
        QVERIFY(ssh[0].rule.contains(QLatin1String("port 22")));
        QCOMPARE(packetPath(modelWith({}), QStringLiteral("bastion_firewall")).first().nodeId,
                 QStringLiteral("bastion"));
        QVERIFY(packetPath(modelWith({}), QStringLiteral("vpc")).isEmpty());
        QVERIFY(packetPath(modelWith({}), QStringLiteral("internet")).isEmpty());
    }

    void aBrokenPathEndsWhereItBroke() {
        const auto hops = packetPath(modelWith(brokenCells()), QStringLiteral("node:2"));
        QVERIFY(hops[0].broken);
        QVERIFY(!hops[1].reached);
        QVERIFY(hops[1].measured.isEmpty());
        QVERIFY(pathWords(hops).contains(QLatin1String("the path breaks here")));
        QVERIFY(!packetPath(modelWith(brokenCells()), QStringLiteral("node:1"))[0].broken);
    }

    void manyNodesShareOneEdge() {
        const auto plan = fakePlan(30);
        const auto model = topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), fakeCells(30));
        const auto hops = packetPath(model, QStringLiteral("node:17"));
        QCOMPARE(hops.size(), 3);
        QCOMPARE(hops[0].title, QStringLiteral("pool-egress-o17"));
    }

    void search_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::newRow("part of a name") << "droplet"
                                        << "droplet";
        QTest::newRow("private address") << "10.100.0.6"
                                         << "droplet";
        QTest::newRow("egress address") << "203.0.113.57"
                                        << "nat_gateway";
        QTest::newRow("any case") << "POOL-EGRESS-O2"
                                  << "node:2";
        QTest::newRow("kind") << "kubernetes"
                              << "cluster";
        QTest::newRow("two words") << "egress bastion"
                                   << "bastion";
        QTest::newRow("nothing") << "unheard-of"
                                 << "";
        QTest::newRow("empty") << "  "
                               << "";
    }
    void search() {
        QFETCH(QString, text);
        QTEST(findNodes(modelWith(measuredCells()), text).value(0), "first");
    }
    void searchFindsRemoteIds() {
        const auto model = modelWith({});
        for (const auto &node : model.nodes)
            for (const auto &fact : node.facts)
                if (fact.key == QLatin1String("ID"))
                    QCOMPARE(findNodes(model, fact.value), QStringList{node.id});
    }

    void searchBoxSelectsWalksAndLeaves() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(modelWith(measuredCells()));
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        panel.view()->setFocus();
        QTest::keyClick(panel.view(), Qt::Key_F, Qt::ControlModifier);
        auto *box = panel.findChild<QLineEdit *>(QStringLiteral("topologySearch"));
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, QStringLiteral("pool"));
        QCOMPARE(panel.selectedId(), QStringLiteral("node:1"));
        auto *hits = panel.findChild<QLabel *>(QStringLiteral("topologyHits"));
        QCOMPARE(hits->text(), QStringLiteral("1 of 2"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(panel.selectedId(), QStringLiteral("node:2"));
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(panel.selectedId(), QStringLiteral("node:1"));
        QCOMPARE(qobject_cast<TopologyTree *>(panel.tree())->selectedId(), QStringLiteral("node:1"));
        QTest::keyClicks(box, QStringLiteral("xyz"));
        QCOMPARE(hits->text(), QStringLiteral("nothing found"));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(panel.view()->hasFocus());
        QCOMPARE(panel.view()->topology()->focusedNode(), QStringLiteral("node:1"));
    }

    void arrowsFollowTheTrafficAndTheTwinKeepsStep() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(modelWith(measuredCells()));
        panel.setTreeVisible(true);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto *view = panel.view();
        auto *tree = qobject_cast<TopologyTree *>(panel.tree());
        view->setFocus();
        view->setFocusedNode(QStringLiteral("droplet"));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->topology()->focusedNode(), QStringLiteral("nat_gateway"));
        QCOMPARE(tree->selectedId(), QStringLiteral("nat_gateway"));
        QAccessibleInterface *drawing = QAccessible::queryAccessibleInterface(view);
        QCOMPARE(drawing->childCount(), int(view->model().nodes.size()));
        QAccessibleInterface *part = drawing->focusChild();
        QVERIFY(part && part->state().focused && drawing->indexOfChild(part) >= 0);
        QVERIFY(part->text(QAccessible::Name).contains(QLatin1String("payments-egress-nat-gw")));
        QCOMPARE(drawing->childAt(part->rect().center().x(), part->rect().center().y()), part);
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->topology()->focusedNode(), QStringLiteral("internet"));
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->topology()->focusedNode(), QStringLiteral("nat_gateway"));
        QVERIFY(panel.selectedId().isEmpty()); // walking selects nothing
        // Enter: into the details. Escape: back to the drawing, then out of the selection.
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(panel.selectedId(), QStringLiteral("nat_gateway"));
        QTRY_VERIFY(panel.details()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(view->hasFocus());
        QCOMPARE(view->topology()->focusedNode(), QStringLiteral("nat_gateway"));
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(panel.selectedId().isEmpty());
    }

    void arrowsPreferTheEdgeToTheNearestPart() {
        const auto plan = fakePlan(30);
        TopologyScene scene;
        scene.setModel(topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), fakeCells(30)));
        // Many tiles are nearer to the gateway, but no traffic comes from a single one.
        QCOMPARE(scene.neighbour(QStringLiteral("nat_gateway"), {-1, 0}), QStringLiteral("droplet"));
    }

    void pointingTellsThePath() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(modelWith(brokenCells()));
        panel.show();
        auto *view = panel.view();
        auto *strip = panel.findChild<PathStrip *>();
        const int height = strip->height();
        QVERIFY(strip->hops().isEmpty());
        const QPoint where = view->mapFromScene(view->topology()->layout().nodes[QStringLiteral("node:2")].center());
        QTest::mouseMove(view->viewport(), where);
        QCOMPARE(strip->hops(), packetPath(panel.model(), QStringLiteral("node:2")));
        QVERIFY(strip->accessibleName().contains(QLatin1String("the path breaks here")));
        QCOMPARE(strip->height(), height);
    }

    void whatIsElidedStandsInTheTooltip() {
        TopologyPanel panel;
        panel.resize(1400, 820);
        panel.setModel(modelWith(brokenCells()));
        const auto &layout = panel.view()->topology()->layout();
        const QString route = panel.view()->toolTipAt(layout.nodes[QStringLiteral("route")].center());
        QVERIFY2(route.contains(QLatin1String("The node has no route.")), qPrintable(route));
        const QString edge = panel.view()->toolTipAt(layout.edges[QStringLiteral("egress:nat_gateway")].label.center());
        QVERIFY2(edge.contains(QLatin1String("in place of the source")), qPrintable(edge));
    }

    void detailsOfferActionsOnlyWhereTheWindowHasThem() {
        TopologyPanel panel;
        panel.setModel(modelWith(brokenCells()));
        panel.show();
        panel.select(QStringLiteral("route"));
        auto *evidence = panel.details()->findChild<QPushButton *>(QStringLiteral("detailsAction:evidence"));
        QVERIFY(!evidence->isVisible());
        panel.setActionsVisible(true);
        QVERIFY(evidence->isVisible());
        QSignalSpy spy(&panel, &TopologyPanel::actionRequested);
        evidence->click();
        panel.setActionsVisible(false);
        QVERIFY(!evidence->isVisible());
        QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("evidence"));
    }

    void everyWordOfTheDrawingIsReadable() {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::current()->setMode(mode);
            const Colours &c = Theme::colours();
            const auto readable = [&](const QColor &ink, const QColor &ground, const char *what) {
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QStringLiteral("%1 in mode %2: %3")
                                                                      .arg(QLatin1String(what))
                                                                      .arg(int(mode))
                                                                      .arg(contrast(ink, ground))));
            };
            for (const auto kind : {NodeKind::Cloud, NodeKind::Vpc, NodeKind::Cluster}) {
                const QColor ground = containerFill(kind);
                readable(c.text, ground, "name");
                readable(c.textSoft, ground, "addresses"); // ghosts have no ground of their own
                for (const Tone tone : {Tone::Pass, Tone::Fail, Tone::Unknown, Tone::Running, Tone::Planned})
                    readable(c.tone(tone).ink, ground, "state");
            }
            for (const Tone tone :
                 {Tone::Pass, Tone::Fail, Tone::Unknown, Tone::Running, Tone::Planned, Tone::Neutral}) {
                readable(c.tone(tone).ink, c.tone(tone).soft, "measured fact");
                readable(c.tone(tone).ink, c.card, "label");
                readable(c.tone(tone).ink, c.page, "path");
                readable(c.text, c.tone(tone).soft, "name in the fleet");
            }
            readable(c.textSoft, c.sunken, "legend");
            readable(c.text, c.tone(Tone::Accent).soft, "history");
        }
        Theme::current()->setMode(Theme::Mode::Light);
    }

    void mermaidHasEveryNodeAndEdge() {
        auto model = modelWith(brokenCells());
        for (auto &node : model.nodes)
            if (node.id == QLatin1String("droplet"))
                node.title = QStringLiteral("a\"]; end --> #x & <b> |ü|");
        const Chart chart = readMermaid(toMermaid(model));
        QCOMPARE(chart.unread, QStringList());
        QCOMPARE(chart.open, 0);
        QCOMPARE(chart.boxes.size(), model.nodes.size());
        const auto id = [](QString node) {
            return QStringLiteral("n_") + node.replace(QLatin1Char('_'), QLatin1String("_5f_"))
                                              .replace(QLatin1Char(':'), QLatin1String("_3a_"));
        };
        for (const auto &node : model.nodes)
            QVERIFY2(chart.boxes.contains(id(node.id)), qPrintable(id(node.id)));
        QVERIFY(chart.boxes.value(id(QStringLiteral("droplet"))).contains(QStringLiteral("a#34;#93;#59; end --#62;")));
        qsizetype arrows = 0;
        for (const auto &edge : model.edges) {
            if (model.find(edge.from)->container == edge.to)
                continue;
            ++arrows;
            QVERIFY2(chart.arrows.contains(id(edge.from) + QLatin1Char('>') + id(edge.to)), qPrintable(edge.id));
        }
        QCOMPARE(chart.arrows.size(), arrows);
    }

    void everyFormatIsWrittenAndOthersAreRefused() {
        QTemporaryDir dir;
        TopologyPanel panel;
        panel.setModel(modelWith(brokenCells()));
        const auto write = [&](const char *name) {
            const QString path = dir.filePath(QLatin1String(name));
            const Status written = panel.exportTo(path);
            QFile file(path);
            return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QXmlStreamReader xml(write("t.svg"));
        QString words;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters)
                words += xml.text();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        for (const auto &node : panel.model().nodes)
            if (node.kind != NodeKind::Route && node.kind != NodeKind::Firewall)
                QVERIFY2(words.contains(node.title), qPrintable(node.title));
        QVERIFY(words.contains(QLatin1String("the path breaks here")));
        QVERIFY(words.contains(QLatin1String("23 Nov 08:02 UTC"))); // when, not how long ago: it is read later
        QVERIFY(words.contains(QLatin1String("Measured 2026-11-23 08:02 UTC")));
        const QByteArray pdf = write("t.pdf");
        QVERIFY(pdf.startsWith("%PDF-1."));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QVERIFY(pdf.contains("/FontFile")); // text with its fonts, not a picture of text
        QVERIFY(pdf.size() > 10000);
        QVERIFY(write("t.mmd").startsWith("flowchart LR\n"));
        QVERIFY(write("t.png").startsWith("\x89PNG"));
        QCOMPARE(panel.exportTo(dir.filePath(QStringLiteral("t.docx"))).error().code, ErrorCode::InvalidInput);
        for (const char *ending : {"pdf", "mmd"})
            QCOMPARE(panel.exportTo(dir.filePath(QStringLiteral("no/such/t.") + QLatin1String(ending))).error().code,
                     ErrorCode::Storage);
    }
};

QTEST_MAIN(TopologyFactsTest)
#include "topology_facts_test.moc"
