#include "core/verify/standing.h"

#include <QTest>

using namespace sluice;
using namespace sluice::verify;

namespace {

Cell cell(const char *id, Verdict verdict) {
    Cell made;
    made.id = QLatin1String(id);
    made.verdict = verdict;
    return made;
}

Report whole(Verdict a, Verdict b, const char *at = "2026-01-01T10:00:00.000Z") {
    Report report{.deployment = QStringLiteral("d"),
                  .egressIp = {},
                  .verdict = Verdict::Pass,
                  .cells = {cell("a", a), cell("b", b)},
                  .startedAt = {},
                  .finishedAt = QLatin1String(at),
                  .only = {}};
    for (const Verdict worse : {Verdict::Unknown, Verdict::Fail})
        if (a == worse || b == worse)
            report.verdict = worse;
    return report;
}

Report again(const char *id, Verdict verdict, const char *at) {
    return {.deployment = QStringLiteral("d"),
            .egressIp = {},
            .verdict = verdict,
            .cells = {cell(id, verdict)},
            .startedAt = {},
            .finishedAt = QLatin1String(at),
            .only = {QLatin1String(id)}};
}

constexpr auto kPass = Verdict::Pass;
constexpr auto kFail = Verdict::Fail;
constexpr auto kUnknown = Verdict::Unknown;
constexpr const char *kEleven = "2026-01-01T11:00:00.000Z";
constexpr const char *kNoon = "2026-01-01T12:00:00.000Z";

} // namespace

class StandingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingMeasuredIsNoVerdict() {
        const Standing standing = standingOf({});
        QVERIFY(!standing.verdict);
        QVERIFY(!standing.needsWholeRun());
    }

    void verdicts_data() {
        QTest::addColumn<QList<Report>>("reports");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<bool>("needsWhole");
        const auto row = [](const char *name, const QList<Report> &reports, Verdict verdict, bool needsWhole) {
            QTest::newRow(name) << reports << static_cast<int>(verdict) << needsWhole;
        };
        row("one cell alone proves nothing", {again("a", kPass, kNoon)}, kUnknown, true);
        row("one cell alone can break it", {again("a", kFail, kNoon)}, kFail, false);
        row("a proof that one cell confirms stands", {whole(kPass, kPass), again("a", kPass, kNoon)}, kPass, false);
        row("a proof that one cell contradicts is broken", {whole(kPass, kPass), again("a", kFail, kNoon)}, kFail,
            false);
        row("a cell that cannot be measured any more", {whole(kPass, kPass), again("a", kUnknown, kNoon)}, kUnknown,
            false);
        row("the failed cell passes now: not proven", {whole(kFail, kPass), again("a", kPass, kNoon)}, kUnknown, true);
        row("two hours do not add up", {whole(kFail, kFail), again("a", kPass, kEleven), again("b", kPass, kNoon)},
            kUnknown, true);
        row("another cell still fails", {whole(kFail, kFail), again("a", kPass, kNoon)}, kFail, false);
        row("failed and passed since the proof",
            {whole(kPass, kPass), again("a", kFail, kEleven), again("a", kPass, kNoon)}, kUnknown, true);
        row("the whole again ends the doubt",
            {whole(kPass, kPass), again("a", kFail, kEleven), again("a", kPass, kEleven), whole(kPass, kPass, kNoon)},
            kPass, false);
    }
    void verdicts() {
        QFETCH(QList<Report>, reports);
        QFETCH(int, verdict);
        QFETCH(bool, needsWhole);
        const Standing standing = standingOf(reports);
        QVERIFY(standing.verdict.has_value());
        QCOMPARE(static_cast<int>(*standing.verdict), verdict);
        QCOMPARE(standing.needsWholeRun(), needsWhole);
    }

    void everyCellKnowsItsOwnTime() {
        const Standing standing =
            standingOf({whole(kPass, kPass), again("a", kPass, kEleven), again("c", kPass, kNoon)});
        QCOMPARE(standing.wholeAt, QStringLiteral("2026-01-01T10:00:00.000Z"));
        QCOMPARE(standing.againAt, QLatin1String(kNoon));
        QCOMPARE(standing.again.value(QStringLiteral("a")), QLatin1String(kEleven));
        QVERIFY(!standing.again.contains(QStringLiteral("b")));
        QCOMPARE(standing.cells.size(), 3); // a node that joined since
        QVERIFY(
            standingOf({whole(kPass, kPass), again("a", kPass, kEleven), whole(kPass, kPass, kNoon)}).again.isEmpty());
    }
};

QTEST_GUILESS_MAIN(StandingTest)
#include "standing_test.moc"
