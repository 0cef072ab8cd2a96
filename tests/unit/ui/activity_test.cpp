#include "ui/activity/critical_bar.h"
#include "ui/activity/explain.h"
#include "ui/activity/log_model.h"
#include "ui/activity/pace.h"
#include "ui/desk/fluency.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace sluice;
using namespace sluice::ui;
using store::EntryKind;

namespace {

const QDateTime kStart(QDate(2026, 1, 1), QTime(10, 0), Qt::UTC);

blueprint::PlannedResource resource(const char *name, const char *kind, const QStringList &needs, int seconds) {
    blueprint::PlannedResource made;
    made.name = QLatin1String(name);
    made.kind = QLatin1String(kind);
    made.cloudName = QStringLiteral("shop-") + QLatin1String(name);
    made.dependsOn = needs;
    made.expectedSeconds = seconds;
    made.usdPerHour = made.kind == QLatin1String("nat_gateway") ? 0.06 : 0;
    return made;
}

engine::StepState step(const char *name, engine::StepPhase phase, qint64 from = -1, qint64 to = -1) {
    engine::StepState state;
    state.name = QLatin1String(name);
    state.phase = phase;
    if (from >= 0)
        state.started = kStart.addSecs(from);
    if (to >= 0)
        state.finished = kStart.addSecs(to);
    if (phase == engine::StepPhase::Ready || phase == engine::StepPhase::Created)
        state.id = state.name + QStringLiteral("-1");
    return state;
}

store::Entry entry(const char *step, EntryKind kind, qint64 seconds, const Json &payload = Json::object()) {
    store::Entry made;
    made.step = QLatin1String(step);
    made.kind = kind;
    made.payload = payload;
    made.at = kStart.addSecs(seconds);
    return made;
}

DeploymentView shop() {
    DeploymentView view;
    view.name = QStringLiteral("shop");
    view.phase = QStringLiteral("ready");
    view.plan.resources = {resource("vpc", "vpc", {}, 2),
                           resource("nat_gateway", "nat_gateway", {QStringLiteral("vpc")}, 75),
                           resource("cluster", "kubernetes_cluster", {QStringLiteral("vpc")}, 330),
                           resource("route", "route", {QStringLiteral("nat_gateway"), QStringLiteral("cluster")}, 10)};
    return view;
}

} // namespace

class ActivityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatEarlierDeploymentsTookIsTheMedianOfWhatWasSeen() {
        using engine::StepPhase;
        const Typical typical =
            typicalOf({{step("vpc", StepPhase::Ready, 0, 4), step("cluster", StepPhase::Created, 0)},
                       {step("vpc", StepPhase::Ready, 0, 2)},
                       {step("vpc", StepPhase::Ready, 0, 60)},
                       {step("route", StepPhase::Failed, 0, 9)}});
        QCOMPARE(typical.size(), 1);
        QCOMPARE(typical.value(QStringLiteral("vpc")), 4.0);
    }

    void aHistoryTellsTheTimeLeftBeforeAnythingIsDone() {
        using engine::StepPhase;
        const DeploymentView view = shop();
        const QStringList critical{QStringLiteral("vpc"), QStringLiteral("cluster"), QStringLiteral("route")};
        const QList<engine::StepState> steps{step("vpc", StepPhase::Intended, 0)};
        QCOMPARE(paceOf(view.plan, steps, critical, kStart).secondsLeft, -1); // no history, nothing promised
        const Typical typical{
            {QStringLiteral("vpc"), 3}, {QStringLiteral("cluster"), 200}, {QStringLiteral("route"), 7}};
        const Pace pace = paceOf(view.plan, steps, critical, kStart, typical);
        QCOMPARE(pace.basis, Pace::Basis::History);
        QCOMPARE(pace.secondsLeft, 210);
        QCOMPARE(paceOf(view.plan, steps, critical, kStart.addSecs(2), typical).secondsLeft, 208);
    }

    void aStallSaysWhatItWaitsForSinceWhenAndWhatToDo() {
        using engine::StepPhase;
        const DeploymentView view = shop();
        const QStringList critical{QStringLiteral("vpc"), QStringLiteral("nat_gateway")};
        const Typical typical{{QStringLiteral("vpc"), 2}, {QStringLiteral("nat_gateway"), 60}};
        engine::StepState gateway = step("nat_gateway", StepPhase::Created, 2);
        gateway.detail = QStringLiteral("state PROVISIONING");
        const QList<engine::StepState> steps{step("vpc", StepPhase::Ready, 0, 2), gateway};
        QVERIFY(paceOf(view.plan, steps, critical, kStart.addSecs(100), typical).stalls.isEmpty());
        const Pace late = paceOf(view.plan, steps, critical, kStart.addSecs(300), typical);
        QCOMPARE(late.stalls.size(), 1);
        const Stall &stall = late.stalls.first();
        QCOMPARE(stall.step, QStringLiteral("nat_gateway"));
        QCOMPARE(stall.since, gateway.started);
        QCOMPARE(stall.givesUp, gateway.started.addSecs(900));
        const QString words = stall.words();
        for (const char *part : {"nat_gateway takes 4:58", "1:00 was expected", "state PROVISIONING", "state ACTIVE",
                                 "gives up by itself", "Cancel keeps", "Resume"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        gateway.detail.clear();
        QVERIFY(paceOf(view.plan, {steps.first(), gateway}, critical, kStart.addSecs(300), typical)
                    .stalls.first()
                    .words()
                    .contains(QStringLiteral("No answer")));
    }

    void thePartsOfTheChainAreNeverFullBeforeTheyAreOver() {
        using engine::StepPhase;
        const DeploymentView view = shop();
        const QStringList critical{QStringLiteral("vpc"), QStringLiteral("cluster"), QStringLiteral("route")};
        const auto parts =
            criticalParts(view.plan, {step("vpc", StepPhase::Ready, 0, 4), step("cluster", StepPhase::Created, 4)},
                          critical, kStart.addSecs(2000), {});
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[0].share, 1.0);
        QCOMPARE(parts[0].seconds, 4.0); // measured, not planned
        QVERIFY(parts[1].share > .9 && parts[1].share < 1);
        QCOMPARE(parts[2].share, 0.0);
        CriticalBar bar;
        bar.setParts(parts);
        const QString words = bar.accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("vpc: Ready after 0:04")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("cluster: runs")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("route: to come")), qPrintable(words));
    }

    void theLogIsFilteredByTextStepAndErrors() {
        LogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LogFilter filter;
        filter.setSourceModel(&model);
        const QStringList steps{QStringLiteral("vpc"), QStringLiteral("cluster")};
        const QString id = QStringLiteral("0f1e2d3c-aaaa-bbbb");
        model.append({callLine(QStringLiteral("POST"), QStringLiteral("/v2/vpcs"), 201, id, 12, {}),
                      callLine(QStringLiteral("GET"), QStringLiteral("/v2/vpcs/x"), 404, {}, 3, {}),
                      callLine(QStringLiteral("GET"), QStringLiteral("/v2/vpcs"), 500, {}, 3, {}),
                      callLine(QStringLiteral("GET"), QStringLiteral("/v2/vpcs"), 0, {}, 3, {}),
                      callLine(QStringLiteral("GET"), QStringLiteral("/v2/vpcs"), 429, {}, 3, {}),
                      operationLine(QStringLiteral("cluster: state provisioning"), steps, false),
                      operationLine(QStringLiteral("cluster: refused [HTTP 422, request 0a1b2c3d-4e5f]"), steps, true),
                      operationLine(QStringLiteral("elsewhere: words"), steps, false)});
        QCOMPARE(filter.rowCount(), 8);
        filter.setOnlyErrors(true);
        QCOMPARE(filter.rowCount(), 3); // 500, no answer, the refused step; a search's 404 is none
        filter.setStep(QStringLiteral("cluster"));
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, LogModel::RequestColumn).data().toString(), QStringLiteral("0a1b2c3d-4e5f"));
        QVERIFY(filter.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Error")));
        filter.setOnlyErrors(false);
        QCOMPARE(filter.rowCount(), 2);
        filter.setStep({});
        filter.setText(QStringLiteral("0F1E2D3C"));
        QCOMPARE(filter.rowCount(), 1); // by request id, whatever its case
        QCOMPARE(filter.index(0, 0).data(LogModel::WholeRole).toString().count(id), 1);
    }

    void theLogForgetsItsOldest() {
        LogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<LogLine> many;
        for (int i = 0; i < LogModel::kMostLines; ++i)
            many << LogLine{.text = QString::number(i)};
        model.append(many);
        model.append({LogLine{.text = QStringLiteral("last")}});
        QVERIFY(model.rowCount() <= LogModel::kMostLines);
        QVERIFY(model.rowCount() > LogModel::kMostLines / 2);
        QCOMPARE(model.index(model.rowCount() - 1, 0).data().toString(), QStringLiteral("last"));
        QVERIFY(model.index(0, 0).data().toString() != QStringLiteral("0"));
    }

    void aRunThatWentWellIsExplained() {
        using engine::StepPhase;
        DeploymentView view = shop();
        view.verdict = QStringLiteral("pass");
        view.egressIp = QStringLiteral("203.0.113.7");
        view.steps = {step("vpc", StepPhase::Ready, 0, 2), step("nat_gateway", StepPhase::Ready, 2, 70),
                      step("cluster", StepPhase::Ready, 2, 300), step("route", StepPhase::Ready, 300, 305)};
        view.journal = {entry("", EntryKind::RunStarted, 0, {{"direction", "apply"}}),
                        entry("vpc", EntryKind::Intent, 0),
                        entry("vpc", EntryKind::Accepted, 1),
                        entry("vpc", EntryKind::Done, 2),
                        entry("cluster", EntryKind::Intent, 2),
                        entry("nat_gateway", EntryKind::Intent, 2),
                        entry("nat_gateway", EntryKind::Intent, 20, {{"attempt", 2}}),
                        entry("nat_gateway", EntryKind::Accepted, 30,
                              {{"adopted", true}, {"evidence", "same name, made after the question"}}),
                        entry("nat_gateway", EntryKind::Done, 70),
                        entry("cluster", EntryKind::Accepted, 3),
                        entry("cluster", EntryKind::Done, 300),
                        entry("route", EntryKind::Intent, 300),
                        entry("route", EntryKind::Done, 305),
                        entry("", EntryKind::RunEnded, 306, {{"direction", "apply"}, {"phase", "ready"}})};
        const QString text = explainRun(view, kStart.addDays(1));
        for (const char *part :
             {"ended after 5:06", "1. vpc (shop-vpc)", "2. nat gateway (shop-nat_gateway), 1:08",
              "3. cluster (shop-cluster), 4:58", "The longest was cluster", "97 % of the run", "boots every node",
              "waited for by: route", "asked for 2 times", "taken over instead of being made twice",
              "same name, made after the question", "It ended well", "0.0600 USD an hour", "203.0.113.7 is proven"})
            QVERIFY2(text.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QStringLiteral(" in\n") + text));
        QVERIFY(!text.contains(QStringLiteral("Nothing had to be tried again")));
        QVERIFY(!text.contains(QStringLiteral("Not ready yet")));
        // Simulated money is not money.
        view.sandbox = true;
        QVERIFY(explainRun(view, kStart).contains(QStringLiteral("simulated")));
    }

    void aRunThatFailedSaysWhatToDoAndWhatIsLeft() {
        using engine::StepPhase;
        DeploymentView view = shop();
        view.phase = QStringLiteral("failed");
        view.steps = {step("vpc", StepPhase::Ready, 0, 2), step("nat_gateway", StepPhase::Failed, 2, 9),
                      step("cluster", StepPhase::Skipped), step("route", StepPhase::Skipped)};
        const Json error = {{"message", "the limit of gateways is reached"},
                            {"request_id", "req-12345678"},
                            {"remedy", "Ask for a higher limit."}};
        view.journal = {entry("", EntryKind::RunStarted, -500, {{"direction", "apply"}}),
                        entry("", EntryKind::RunStarted, 0, {{"direction", "apply"}}),
                        entry("vpc", EntryKind::Intent, 0),
                        entry("vpc", EntryKind::Done, 2),
                        entry("nat_gateway", EntryKind::Intent, 2),
                        entry("nat_gateway", EntryKind::Failed, 9, {{"error", error}}),
                        entry("", EntryKind::RunEnded, 10, {{"direction", "apply"}, {"error", error}})};
        const QString text = explainRun(view, kStart);
        for (const char *part :
             {"run 2 of this deployment; the one before it was cut off", "the limit of gateways is reached",
              "req-12345678", "Ask for a higher limit", "Resume goes on where it stopped", "Not ready yet",
              "cluster (shop-cluster): Skipped", "Nothing of it costs anything"})
            QVERIFY2(text.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QStringLiteral(" in\n") + text));
        QCOMPARE(text.count(QStringLiteral("Ask for a higher limit")), 1); // said once
        QVERIFY(!text.contains(QStringLiteral("It ended well")));
    }

    void aRunThatWasCutOffIsNotCalledEnded() {
        DeploymentView view = shop();
        view.phase = QStringLiteral("applying");
        view.journal = {entry("", EntryKind::RunStarted, 0, {{"direction", "apply"}}),
                        entry("vpc", EntryKind::Intent, 0)};
        const QString text = explainRun(view, kStart);
        QVERIFY2(text.contains(QStringLiteral("its end is not recorded")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("nothing is made twice")), qPrintable(text));
        QVERIFY(explainRun(shop(), kStart).isEmpty()); // nothing ran, nothing is told
    }

    void aTeardownIsExplained() {
        using engine::StepPhase;
        DeploymentView view = shop();
        view.phase = QStringLiteral("destroying");
        engine::StepState vpc = step("vpc", StepPhase::Failed, 0, 2);
        vpc.id = QStringLiteral("vpc-1");
        view.steps = {vpc, step("cluster", StepPhase::Gone, 0, 2)};
        const Json error = {{"message", "the VPC still has members"}, {"remedy", "Remove them."}};
        view.journal = {entry("", EntryKind::RunStarted, 0, {{"direction", "destroy"}}),
                        entry("cluster", EntryKind::DeleteIntent, 0), entry("cluster", EntryKind::Deleted, 50),
                        entry("vpc", EntryKind::Failed, 60, {{"error", error}}),
                        entry("", EntryKind::RunEnded, 61, {{"direction", "destroy"}, {"error", error}})};
        const QString text = explainRun(view, kStart);
        for (const char *part : {"The teardown of shop", "Removed, in this order", "1. cluster", "still has members",
                                 "Remove them", "Still there", "vpc (shop-vpc): Failed", "goes on with the teardown"})
            QVERIFY2(text.contains(QLatin1String(part)),
                     qPrintable(QLatin1String(part) + QStringLiteral(" in\n") + text));
    }

    void lateBeatsAreCountedWithThoseTheySwallowed() {
        DurationClasses classes;
        QCOMPARE(classes.at(.5), 0.0);
        for (int i = 1; i <= 100; ++i)
            classes.add(i);
        QVERIFY(classes.at(.5) >= 50 && classes.at(.5) < 50 * 1.1);
        QVERIFY(classes.at(.99) >= 99 && classes.at(.99) < 99 * 1.1);

        Fluency fluency;
        QCOMPARE(fluency.figures().beats, 0);
        QVERIFY(fluency.words().startsWith(QStringLiteral("Nothing is measured yet")));
        for (int i = 0; i < 900; ++i)
            fluency.record(0.1);
        QVERIFY(fluency.figures().p99 < 1);
        fluency.record(1000); // one stall of a second is a hundred clicks that waited
        const Fluency::Figures figures = fluency.figures();
        QCOMPARE(figures.beats, 1000);
        QCOMPARE(figures.longest, 1000.0);
        QCOMPARE(figures.visible, 1);
        QVERIFY2(figures.p99 > 800, qPrintable(QString::number(figures.p99)));
        QVERIFY(figures.p50 < 1);
    }
    void aStallOfTheThreadIsSeen() {
        Fluency fluency;
        fluency.watch();
        QTRY_VERIFY(fluency.figures().beats > 3);
        QElapsedTimer busy;
        busy.start();
        while (busy.elapsed() < 120) // the thread does not come back to its events
            ;
        QTRY_VERIFY(fluency.figures().longest >= 100);
        QVERIFY(fluency.figures().visible >= 1);
    }
};

QTEST_MAIN(ActivityTest)
#include "activity_test.moc"
