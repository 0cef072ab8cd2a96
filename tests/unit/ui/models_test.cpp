#include "ui/activity/pace.h"
#include "ui/activity/steps_model.h"
#include "ui/deployments/deployment_list_model.h"
#include "ui/verification/matrix_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::ui;

namespace {

verify::Cell cell(const QString &id, verify::Verdict verdict) {
    verify::Cell cell;
    cell.id = id;
    cell.source = QStringLiteral("here");
    cell.destination = QStringLiteral("there");
    cell.expected = QStringLiteral("x");
    cell.verdict = verdict;
    return cell;
}

blueprint::PlannedResource resource(const QString &name, const QStringList &needs, int seconds) {
    blueprint::PlannedResource resource;
    resource.name = name;
    resource.dependsOn = needs;
    resource.expectedSeconds = seconds;
    return resource;
}

engine::StepState step(const QString &name, engine::StepPhase phase, qint64 seconds = -1) {
    engine::StepState state;
    state.name = name;
    state.phase = phase;
    if (seconds >= 0) {
        state.started = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        state.finished = state.started.addSecs(seconds);
    }
    return state;
}

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matrixGrowsWithoutLosingTheSelection() {
        MatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCells({cell(QStringLiteral("a"), verify::Verdict::Pass)});
        const QPersistentModelIndex kept = model.index(0, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setCells(
            {cell(QStringLiteral("a"), verify::Verdict::Fail), cell(QStringLiteral("b"), verify::Verdict::Unknown)});
        QCOMPARE(resets.size(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), QStringLiteral("Fail"));
        QCOMPARE(model.count(verify::Verdict::Unknown), 1);
        model.setCells({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!kept.isValid());
    }

    void unknownIsNeverShownAsPass() {
        MatrixModel model;
        model.setCells({cell(QStringLiteral("a"), verify::Verdict::Unknown)});
        QCOMPARE(model.index(0, MatrixModel::VerdictColumn).data().toString(), QStringLiteral("Unknown"));
        QCOMPARE(model.index(0, MatrixModel::ObservedColumn).data().toString(), QStringLiteral("not measured"));
        QVERIFY(model.index(0, MatrixModel::PredictedColumn).data().toString().isEmpty()); // blank: nothing predicted
        QCOMPARE(model.count(verify::Verdict::Pass), 0);
    }

    void paceComesFromTheOwnFinishedSteps() {
        blueprint::Plan plan;
        plan.resources = {resource(QStringLiteral("vpc"), {}, 10),
                          resource(QStringLiteral("cluster"), {QStringLiteral("vpc")}, 100),
                          resource(QStringLiteral("route"), {QStringLiteral("cluster")}, 20)};
        const QStringList critical{QStringLiteral("vpc"), QStringLiteral("cluster"), QStringLiteral("route")};
        engine::StepState cluster = step(QStringLiteral("cluster"), engine::StepPhase::Created);
        cluster.started = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime start = cluster.started;
        // Nothing is done: nothing is promised.
        QCOMPARE(paceOf(plan, {cluster}, critical, start).secondsLeft, -1);
        // The VPC took half of what was planned: so will the rest, 50 + 10 seconds.
        const QList<engine::StepState> steps{step(QStringLiteral("vpc"), engine::StepPhase::Ready, 5), cluster};
        QCOMPARE(paceOf(plan, steps, critical, start).secondsLeft, 60);
        QCOMPARE(paceOf(plan, steps, critical, start.addSecs(30)).secondsLeft, 30);
        QVERIFY(paceOf(plan, steps, critical, start.addSecs(140)).stalls.isEmpty());
        const Pace late = paceOf(plan, steps, critical, start.addSecs(160));
        QCOMPARE(late.stalls.size(), 1);
        QVERIFY(late.stalls.first().words().startsWith(QStringLiteral("cluster")));
        QCOMPARE(late.secondsLeft, 10); // the cluster's own time is over; the Route's is not
    }

    void criticalPathFollowsTheLongestChain() {
        blueprint::Plan plan;
        plan.resources = {resource(QStringLiteral("vpc"), {}, 1),
                          resource(QStringLiteral("nat"), {QStringLiteral("vpc")}, 75),
                          resource(QStringLiteral("cluster"), {QStringLiteral("vpc")}, 330),
                          resource(QStringLiteral("route"), {QStringLiteral("nat"), QStringLiteral("cluster")}, 8)};
        const auto expected = [&plan](const QString &name) {
            return static_cast<double>(plan.find(name)->expectedSeconds);
        };
        QCOMPARE(criticalPathOf(plan, expected),
                 (QStringList{QStringLiteral("vpc"), QStringLiteral("cluster"), QStringLiteral("route")}));
        QCOMPARE(criticalPathOf(blueprint::Plan{}, expected), QStringList());

        StepsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        // What was measured beats what was expected: here the gateway was the slow one.
        model.setSteps(plan,
                       {step(QStringLiteral("nat"), engine::StepPhase::Ready, 900),
                        step(QStringLiteral("cluster"), engine::StepPhase::Ready, 300)},
                       QDateTime::currentDateTimeUtc());
        QCOMPARE(model.criticalPath(),
                 (QStringList{QStringLiteral("vpc"), QStringLiteral("nat"), QStringLiteral("route")}));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(1, StepsModel::DurationColumn).data().toString(), QStringLiteral("15:00"));
        QCOMPARE(model.index(0, StepsModel::PhaseColumn).data().toString(), QStringLiteral("Planned"));
    }

    void everyPhaseHasItsOwnWord() {
        QSet<QString> words;
        for (int phase = 0; phase <= static_cast<int>(engine::StepPhase::Unknown); ++phase)
            words.insert(phaseText(static_cast<engine::StepPhase>(phase)));
        QCOMPARE(words.size(), static_cast<int>(engine::StepPhase::Unknown) + 1);
    }

    void stateTextNeverClaimsMoreThanWasMeasured_data() {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("running");
        QTest::addColumn<QString>("text");
        QTest::newRow("verified") << "ready"
                                  << "pass"
                                  << ""
                                  << "Ready, egress proven";
        QTest::newRow("failed") << "ready"
                                << "fail"
                                << ""
                                << "Ready, egress check failed";
        QTest::newRow("unknown") << "ready"
                                 << "unknown"
                                 << ""
                                 << "Ready, egress unknown";
        QTest::newRow("never measured") << "ready"
                                        << ""
                                        << ""
                                        << "Ready, not verified";
        QTest::newRow("measuring") << "ready"
                                   << "pass"
                                   << "verify"
                                   << "Measuring";
        QTest::newRow("creating") << "applying"
                                  << ""
                                  << "apply"
                                  << "Creating";
        QTest::newRow("resuming a teardown") << "destroying"
                                             << ""
                                             << "resume"
                                             << "Tearing down";
        QTest::newRow("interrupted") << "applying"
                                     << ""
                                     << ""
                                     << "Unfinished";
        QTest::newRow("gone") << "destroyed"
                              << "pass"
                              << ""
                              << "Torn down";
    }
    void stateTextNeverClaimsMoreThanWasMeasured() {
        QFETCH(QString, phase);
        QFETCH(QString, verdict);
        QFETCH(QString, running);
        QFETCH(QString, text);
        DeploymentView view;
        view.phase = phase;
        view.verdict = verdict;
        view.running = running;
        QCOMPARE(stateText(view), text);
    }

    /// A mark that says more than was measured is as wrong as a word that does, and each tone has its own shape.
    void theMarkAgreesWithTheWords() {
        DeploymentView view;
        view.phase = QStringLiteral("ready");
        view.verdict = QStringLiteral("pass");
        QCOMPARE(stateTone(view), Tone::Pass);
        view.drift = {{QStringLiteral("vpc"), QStringLiteral("Renamed.")}};
        QCOMPARE(stateTone(view), Tone::Unknown);
        view.verdict = QStringLiteral("fail");
        QCOMPARE(stateTone(view), Tone::Fail);
        view.verdict.clear();
        view.drift.clear();
        QCOMPARE(stateTone(view), Tone::Neutral);
        view.running = QStringLiteral("verify");
        QCOMPARE(stateTone(view), Tone::Running);
        view.running.clear();
        view.phase = QStringLiteral("destroyed");
        view.verdict = QStringLiteral("pass");
        QCOMPARE(stateTone(view), Tone::Planned);
        view.phase = QStringLiteral("cancelled");
        QCOMPARE(stateTone(view), Tone::Unknown);
        view.phase = QStringLiteral("failed");
        QCOMPARE(stateTone(view), Tone::Fail);
        QSet<QString> shapes;
        const QList<Tone> tones{Tone::Pass, Tone::Fail, Tone::Unknown, Tone::Running, Tone::Planned, Tone::Neutral};
        for (const Tone tone : tones)
            shapes.insert(toneIcon(tone));
        QCOMPARE(shapes.size(), tones.size());
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
