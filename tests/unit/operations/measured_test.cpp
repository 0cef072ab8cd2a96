#include "core/operations/measured.h"

#include <QTest>

using namespace sluice;

namespace {

store::HistoryItem item(const char *kind, const QStringList &only, verify::Verdict verdict) {
    verify::Cell cell;
    cell.id = QStringLiteral("a");
    cell.verdict = verdict;
    const verify::Report report{.deployment = QStringLiteral("d"),
                                .egressIp = {},
                                .verdict = verdict,
                                .cells = {cell},
                                .startedAt = {},
                                .finishedAt = QStringLiteral("2026-01-01T10:00:00.000Z"),
                                .only = only};
    return {.at = {}, .kind = QLatin1String(kind), .summary = {}, .document = verify::toJson(report)};
}

} // namespace

class MeasuredTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyReportsOfTheirKindCount() {
        const QStringList one{QStringLiteral("a")};
        QVERIFY(!operations::measuredOf({}).verdict);
        QVERIFY(!operations::measuredOf({{.at = {}, .kind = QStringLiteral("apply"), .summary = {}, .document = {}}})
                     .verdict);
        QCOMPARE(*operations::measuredOf({item("verify", {}, verify::Verdict::Pass)}).verdict, verify::Verdict::Pass);
        QCOMPARE(*operations::measuredOf({item("verify_cells", one, verify::Verdict::Pass)}).verdict,
                 verify::Verdict::Unknown);
        // A report of some cells that was filed as a whole one is taken for neither.
        QVERIFY(!operations::measuredOf({item("verify", one, verify::Verdict::Pass)}).verdict);
        QVERIFY(!operations::measuredOf({item("verify_cells", {}, verify::Verdict::Pass)}).verdict);
    }
};

QTEST_GUILESS_MAIN(MeasuredTest)
#include "measured_test.moc"
