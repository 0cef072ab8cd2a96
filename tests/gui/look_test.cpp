#include "tests/gui/fake_data.h"
#include "ui/activity/activity_view.h"
#include "ui/cost/cost_view.h"
#include "ui/deployments/header_bar.h"
#include "ui/theme/error_banner.h"
#include "ui/theme/language.h"
#include "ui/topology/fleet_model.h"
#include "ui/topology/topology_details.h"
#include "ui/topology/topology_evidence.h"
#include "ui/topology/topology_mermaid.h"
#include "ui/topology/topology_page.h"
#include "ui/topology/topology_render.h"
#include "ui/topology/topology_view.h"
#include "ui/verification/verification_view.h"

#include <QClipboard>
#include <QFontInfo>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// What a designer asks of the window, as far as it can be measured: letters one can read, marks that contradict
/// nothing, addresses that can be compared, errors that can be acted on, files that are made for paper.
class LookTest : public QObject {
    Q_OBJECT
private:
    static TopologyModel ready(int nodes = 2) {
        const auto plan = fakePlan(nodes);
        return topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), fakeCells(nodes));
    }
    static DeploymentView view(const QString &phase, const QString &verdict) {
        DeploymentView view;
        view.plan = fakePlan();
        view.name = view.plan.deployment;
        view.region = QStringLiteral("sfo3");
        view.phase = phase;
        view.verdict = verdict;
        view.steps = fakeSteps(view.plan, engine::StepPhase::Ready);
        view.outputs = fakeOutputs();
        view.cells = fakeCells();
        view.egressIp = view.outputs.value(QStringLiteral("nat_gateway_public_ip"));
        return view;
    }
    static Error refusal() {
        return {.code = ErrorCode::QuotaExceeded,
                .message = QStringLiteral("The account has no NAT gateway left."),
                .resource = QStringLiteral("nat_gateway"),
                .path = QStringLiteral("POST /v2/vpc_nat_gateways"),
                .httpStatus = 422,
                .requestId = QStringLiteral("4f1c8f0e-6a55-4b0c-9d3f-0c2f6b7a8e11"),
                .remedy = QStringLiteral("Ask support for a higher limit.")};
    }
    static void show(QWidget &widget, int width, int height) {
        widget.resize(width, height);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Theme::Mode::Light); }
    void init() { Theme::current()->setMode(Theme::Mode::Light); }

    void theDrawingHasAWindowsShape() {
        for (int nodes : {1, 2, 4}) {
            const QRectF drawing = layoutOf(ready(nodes)).drawing;
            // What a window of 1320 x 860 leaves for it; higher ones would cost the letters their size.
            const double readable = std::min(1040 / drawing.width(), 570 / drawing.height());
            QVERIFY2(readable > (nodes == 4 ? .65 : .8), qPrintable(QString::number(readable)));
        }
    }

    void detailsLieOverTheDrawingAndHideNotTheirPart() {
        TopologyPanel panel;
        panel.setModel(ready());
        show(panel, 760, 560);
        const qreal before = panel.view()->zoom();
        for (const TopologyNode &node : panel.model().nodes) {
            panel.select(node.id);
            QCOMPARE(panel.view()->zoom(), before);
            QVERIFY(panel.details()->isVisible());
            if (panel.model().isContainer(node.id))
                continue;
            const QRectF box = panel.view()->topology()->layout().nodes[node.id];
            const QRect seen = panel.view()->mapFromScene(box).boundingRect();
            QVERIFY2(seen.right() <= panel.details()->geometry().left() && seen.left() >= 0, qPrintable(node.id));
        }
        panel.details()->findChild<QToolButton *>(QStringLiteral("detailsClose"))->click();
        QVERIFY(!panel.details()->isVisible());
        QVERIFY(panel.selectedId().isEmpty());
        QCOMPARE(panel.view()->zoom(), before);
    }

    void oneFactStandsInOnePlace() {
        const TopologyModel model = ready();
        TopologyDetails details;
        details.show(model.find(QStringLiteral("nat_gateway")));
        details.show(model.find(QStringLiteral("bastion")));
        for (const Text *text : details.findChildren<Text *>())
            QVERIFY2(!text->isVisibleTo(&details) || !text->text().contains(QLatin1String("203.0.113.57")),
                     "a fact of the part that was shown before");
    }

    void theMatrixNeedsNoScrollingSidewards() {
        VerificationView page;
        DeploymentView broken = view(QStringLiteral("ready"), QStringLiteral("fail"));
        for (verify::Cell &cell : broken.cells) {
            cell.source = QStringLiteral("pod on node payments-egress-s-2vcpu-4gb-6btjd");
            cell.destination = QStringLiteral("private droplet 203.0.113.4, port 22");
            cell.expected = QStringLiteral("0.0.0.0/0 via 10.100.0.3 on every node");
            cell.observed = QStringLiteral("curl: (6) Could not resolve host: ifconfig.me");
            cell.verdict = verify::Verdict::Fail;
            cell.diagnosis.cause = QStringLiteral("nat_gateway_not_forwarding");
            cell.diagnosis.message = QStringLiteral("The NAT gateway says that it is ACTIVE, but nothing behind it "
                                                    "reaches the internet, while the bastion beside it does.");
            cell.diagnosis.remedy = QStringLiteral("Wait some minutes and verify again; when it stays, ask the "
                                                   "platform's support with the gateway's id, or destroy it.");
        }
        page.show(broken);
        const auto *table = page.findChild<QTableView *>(QStringLiteral("matrixTable"));
        const auto *diagnosis = page.findChild<QLabel *>(QStringLiteral("diagnosisText"));
        for (int width : {760, 1050, 1200, 1640, 2100}) {
            show(page, width, 600);
            QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
            const auto spare = [diagnosis] { // what it takes above what its lines need
                const QRect room(0, 0, diagnosis->width(), 1000);
                return diagnosis->height() -
                       diagnosis->fontMetrics().boundingRect(room, Qt::TextWordWrap, diagnosis->text()).height();
            };
            QTRY_VERIFY2(spare() >= 0 && spare() < 10, qPrintable(QString::number(spare())));
        }
    }

    void aDriftedPartHasOneMark() {
        TopologyModel model = ready();
        markDrift(model, {{QStringLiteral("private_firewall"), QStringLiteral("A rule was added.")}});
        TopologyDetails details;
        details.show(model.find(QStringLiteral("private_firewall")));
        const auto *badge = details.findChild<Badge *>();
        QCOMPARE(badge->word(), QStringLiteral("differs from the plan"));
        QCOMPARE(badge->tone(), Tone::Fail);
    }

    void aLongIdInASentenceDoesNotPushTheDetailsWide() {
        TopologyModel model = ready();
        markDrift(model, {{QStringLiteral("private_firewall"),
                           QStringLiteral("nat-private-fw (7c9e6507-4ad6-4dbe-8d32-7e8dd144d515) is gone")}});
        TopologyDetails details;
        details.resize(details.sizeHint());
        details.setActionsVisible(true);
        details.show(model.find(QStringLiteral("private_firewall")));
        details.QWidget::show();
        const int wanted = details.widget()->minimumSizeHint().width();
        QVERIFY2(wanted <= details.viewport()->width(), qPrintable(QString::number(wanted)));
    }

    void whatIsCopiedIsSetInCode() {
        const TopologyModel model = ready();
        TopologyDetails details;
        details.show(model.find(QStringLiteral("nat_gateway")));
        int found = 0;
        for (const Text *text : details.findChildren<Text *>())
            if (text->text() == QLatin1String("203.0.113.57") || text->text().startsWith(QLatin1String("5a4981aa"))) {
                QVERIFY(QFontInfo(text->font()).fixedPitch());
                ++found;
            }
        QVERIFY(found >= 2);
        HeaderBar header;
        header.show(view(QStringLiteral("ready"), QStringLiteral("pass")));
        for (const QLabel *label : header.findChildren<QLabel *>())
            if (label->text() == QLatin1String("203.0.113.57"))
                QVERIFY(QFontInfo(label->font()).fixedPitch());
    }

    void anErrorSaysWhatCanBeDoneAndWhomToAskWithWhat() {
        ActivityView page;
        DeploymentView failed = view(QStringLiteral("failed"), {});
        page.show(failed);
        auto *banner = page.findChild<ErrorBanner *>();
        QVERIFY(!banner->isVisibleTo(&page));
        failed.lastError = refusal();
        page.show(failed);
        QVERIFY(banner->isVisibleTo(&page));
        QCOMPARE(banner->title(), refusal().message);
        const QStringList lines = errorDetails(refusal()).split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].endsWith(refusal().remedy));
        QVERIFY(lines[2].contains(QLatin1String("POST /v2/vpc_nat_gateways  HTTP 422")));
        QVERIFY(lines[3].endsWith(refusal().requestId));
        banner->findChild<CopyButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), refusal().toString());
    }

    void whatStoppedIsOpenedWhereItStopped() {
        TopologyPage page;
        show(page, 1040, 700);
        DeploymentView failed = view(QStringLiteral("applying"), {});
        failed.cells.clear();
        failed.running = QStringLiteral("apply");
        page.show(failed);
        QVERIFY(page.panel()->selectedId().isEmpty());
        auto *step = stepNamed(failed.steps, "nat_gateway");
        step->phase = engine::StepPhase::Failed;
        step->error = failed.lastError = refusal();
        failed.phase = QStringLiteral("failed");
        failed.running.clear();
        page.show(failed);
        QCOMPARE(page.panel()->selectedId(), QStringLiteral("nat_gateway"));
        const TopologyNode *node = page.panel()->model().find(QStringLiteral("nat_gateway"));
        QVERIFY(node->error.contains(refusal().remedy));
        const auto request = std::find_if(node->facts.begin(), node->facts.end(), [](const TopologyNode::Fact &fact) {
            return fact.value == refusal().requestId;
        });
        QVERIFY(request != node->facts.end() && request->copyable);
        page.panel()->select({}); // put away by hand, it stays away
        page.show(failed);
        QVERIFY(page.panel()->selectedId().isEmpty());
    }

    void filesAreMadeForPaper() {
        QTemporaryDir folder;
        const auto drawn = [&folder](const char *name) {
            const QString path = folder.filePath(QLatin1String(name));
            return renderPng(ready(), path, 1) ? QImage(path) : QImage();
        };
        const QImage light = drawn("light.png");
        for (const auto mode : {Theme::Mode::Dark, Theme::Mode::HighContrast}) {
            Theme::current()->setMode(mode);
            const QColor screen = Theme::colours().page;
            QCOMPARE(drawn("other.png"), light);
            QCOMPARE(Theme::colours().page, screen); // the window stays as it is
        }
        QCOMPARE(light.pixelColor(2, 2), QColor(Qt::white));
    }

    void oneLookAtTheMatrixFindsWhatFails() {
        auto cells = fakeCells();
        cells[1].verdict = verify::Verdict::Fail;
        cells[2].verdict = verify::Verdict::Unknown;
        MatrixModel model;
        model.setCells(cells);
        const auto ground = [&model](int row) { return model.index(row, 3).data(Qt::BackgroundRole).value<QBrush>(); };
        QCOMPARE(ground(0).style(), Qt::NoBrush);
        QCOMPARE(ground(1).color(), Theme::colours().tone(Tone::Fail).soft);
        QCOMPARE(ground(2).color(), Theme::colours().tone(Tone::Unknown).soft);
        const QModelIndex address = model.index(0, MatrixModel::ObservedColumn);
        QVERIFY(QFontInfo(address.data(Qt::FontRole).value<QFont>()).fixedPitch());
        QVERIFY(!address.siblingAtColumn(MatrixModel::SourceColumn).data(Qt::FontRole).isValid());
    }

    void theMatrixHasTheWholeHeightOfAWideWindow() {
        VerificationView page;
        page.show(view(QStringLiteral("ready"), QStringLiteral("pass")));
        show(page, 1600, 800);
        const auto *table = page.findChild<QTableView *>(QStringLiteral("matrixTable"));
        QTRY_VERIFY2(table->height() > 600, qPrintable(QString::number(table->height())));
        page.resize(1000, 800);
        QTRY_VERIFY2(table->height() < 520, qPrintable(QString::number(table->height())));
    }

    /// A screen of 1024, of which the list of deployments takes its share. German words are the longest.
    void everyPageFitsASmallScreenInGerman() {
        const QString english = HeaderBar::tr("Refre&sh");
        QCOMPARE(installLanguage(*qApp, QStringLiteral("de")), QStringLiteral("de"));
        QVERIFY(HeaderBar::tr("Refre&sh") != english);
        DeploymentView broken = view(QStringLiteral("ready"), QStringLiteral("fail"));
        broken.sandbox = true;
        broken.lastError = refusal();
        broken.drift = {{QStringLiteral("vpc"), QStringLiteral("Umbenannt.")}}; // one button more
        HeaderBar header;
        header.show(broken);
        VerificationView verification;
        verification.show(broken);
        ActivityView activity;
        activity.show(broken);
        TopologyPage topology;
        topology.show(broken);
        CostView cost;
        cost.show(broken);
        for (QWidget *page : std::initializer_list<QWidget *>{&header, &verification, &activity, &topology, &cost}) {
            show(*page, 800, page == &header ? 70 : 500);
            QVERIFY2(page->width() == 800 && page->minimumSizeHint().width() <= 800,
                     qPrintable(QStringLiteral("%1: %2")
                                    .arg(page->metaObject()->className())
                                    .arg(page->minimumSizeHint().width())));
        }
        const auto *refresh = header.findChild<QPushButton *>(QStringLiteral("headerStatusButton"));
        QVERIFY(refresh->text().isEmpty() && !refresh->accessibleName().isEmpty());
        header.resize(1400, 70);
        QTRY_VERIFY(!refresh->text().isEmpty());
        for (QTranslator *words : qApp->findChildren<QTranslator *>())
            qApp->removeTranslator(words);
    }

    void whatIsTornDownProvesNothing() {
        DeploymentView gone = view(QStringLiteral("destroyed"), QStringLiteral("pass"));
        gone.steps = fakeSteps(gone.plan, engine::StepPhase::Gone);
        const TopologyModel model = topologyOf(gone.plan, gone.steps, gone.outputs, gone.cells);
        for (const TopologyEdge &edge : model.edges)
            QVERIFY2(edge.verdict == EdgeVerdict::None && edge.observed.isEmpty(), qPrintable(edge.id));
        QCOMPARE(model.find(QStringLiteral("internet"))->subtitle, QStringLiteral("saw 203.0.113.57"));
        gone.steps = fakeSteps(gone.plan, engine::StepPhase::Ready);
        stepNamed(gone.steps, "cluster")->phase =
            engine::StepPhase::Deleting; // the teardown has begun: the bastion's proof is old, too
        for (const TopologyEdge &edge : topologyOf(gone.plan, gone.steps, gone.outputs, gone.cells).edges)
            QVERIFY2(edge.verdict == EdgeVerdict::None, qPrintable(edge.id));
        VerificationView page;
        const auto *headline = page.findChild<QLabel *>(QStringLiteral("verdictHeadline"));
        page.show(gone);
        QVERIFY2(headline->text().startsWith(QLatin1String("Torn down")), qPrintable(headline->text()));
        DeploymentView drifted = view(QStringLiteral("ready"), QStringLiteral("pass"));
        page.show(drifted);
        QVERIFY2(headline->text().startsWith(QLatin1String("Everything leaves")), qPrintable(headline->text()));
        drifted.drift = {{QStringLiteral("vpc"), QStringLiteral("Renamed.")}};
        page.show(drifted);
        QVERIFY2(headline->text().contains(QLatin1String("before")), qPrintable(headline->text()));
    }

    void whatCouldNotBeMeasuredIsSaidNotQuoted() {
        auto cells = fakeCells();
        cells[2].verdict = verify::Verdict::Unknown;
        cells[2].observed = QStringLiteral("curl: (6) Could not resolve host");
        const auto plan = fakePlan();
        const auto model = topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells);
        const QString text = toMermaid(model);
        QVERIFY(text.contains(QLatin1String("could not measure")));
        QVERIFY2(!text.contains(QLatin1String("resolve host")), qPrintable(text));
    }

    void aFileSaysWhenAndNotHowLongAgo() {
        auto cells = fakeCells();
        for (auto &cell : cells)
            cell.evidence = {{.command = QStringLiteral("curl -4"), .at = QStringLiteral("2026-11-23T08:02:00Z")}};
        const auto plan = fakePlan();
        const auto model = topologyOf(plan, fakeSteps(plan, engine::StepPhase::Ready), fakeOutputs(), cells,
                                      QDateTime::fromString(QStringLiteral("2026-11-23T08:02:30Z"), Qt::ISODate));
        QTemporaryDir folder;
        for (const char *ending : {"svg", "mmd"}) {
            QFile file(folder.filePath(QStringLiteral("t.") + QLatin1String(ending)));
            QVERIFY(renderFile(model, file.fileName()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(text.contains("23 Nov 08:02 UTC") && !text.contains("just now"), ending);
        }
    }

    void aFleetSaysWhatIsNow() {
        DeploymentView gone = view(QStringLiteral("destroyed"), QStringLiteral("fail"));
        QCOMPARE(fleetTileOf(gone).mark, QStringLiteral("torn down"));
        DeploymentView drifted = view(QStringLiteral("ready"), QStringLiteral("pass"));
        drifted.drift = {{QStringLiteral("vpc"), QStringLiteral("Renamed.")}};
        QCOMPARE(fleetTileOf(drifted).mark, QStringLiteral("differs"));
        QCOMPARE(fleetTileOf(drifted).tone, Tone::Unknown);
        QVERIFY(fleetSummary({fleetTileOf(drifted)}).contains(QLatin1String("1 differs")));
    }
};

QTEST_MAIN(LookTest)
#include "look_test.moc"
