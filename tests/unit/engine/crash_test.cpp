#include "tests/support/engine_bench.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::engine;
using namespace sluice::testing;

/// The program dies at its i-th effect (journal entry or changing call), just before or just after it, for every i
/// until one life is long enough. Then it is started again on the same state: exactly one of everything, and after a
/// teardown nothing.
class CrashTest : public QObject {
    Q_OBJECT
    static void makes_data() {
        QTest::addColumn<World::Fatal>("fatal");
        QTest::addColumn<int>("listLag");
        QTest::newRow("before the effect") << World::Fatal::BeforeEffect << 0;
        QTest::newRow("after the effect") << World::Fatal::AfterEffect << 0;
        QTest::newRow("after the effect, lists lag 12 s") << World::Fatal::AfterEffect << 12;
    }

private Q_SLOTS:
    void apply_data() { makes_data(); }
    void apply() {
        QFETCH(World::Fatal, fatal);
        QFETCH(int, listLag);
        int points = 0;
        for (int effects = 0;; ++effects) {
            Bench bench;
            bench.cloud.listLag = seconds(listLag);
            const auto life = bench.apply({.fatal = fatal, .effectsLeft = effects});
            if (life.status && life.ok())
                break;
            QVERIFY2(!life.status, qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(life.text())));
            const auto next = bench.apply();
            QVERIFY2(next.ok(), qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(next.text())));
            QVERIFY2(bench.notOneOfEach().isEmpty(),
                     qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(bench.notOneOfEach())));
            ++points;
            if (effects % 6 != 0) // the teardown after a crash has its own matrix below
                continue;
            const auto end = bench.destroy();
            QVERIFY2(end.ok(), qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(end.text())));
            QCOMPARE(bench.cloud.countAll(), 0);
        }
        QVERIFY2(points > 50, qPrintable(QString::number(points)));
    }

    void applyThenDestroy_data() { makes_data(); }
    void applyThenDestroy() {
        QFETCH(World::Fatal, fatal);
        QFETCH(int, listLag);
        for (int effects = 1;; ++effects) {
            Bench bench;
            bench.cloud.listLag = seconds(listLag);
            const auto life = bench.apply({.fatal = fatal, .effectsLeft = effects});
            if (life.status && life.ok())
                break;
            const auto end = bench.destroy();
            QVERIFY2(end.ok(), qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(end.text())));
            QVERIFY2(bench.cloud.countAll() == 0,
                     qPrintable(QStringLiteral("effect %1 left %2").arg(effects).arg(bench.cloud.countAll())));
            QVERIFY(end.certificate.isClean());
        }
    }

    void destroy_data() { makes_data(); }
    void destroy() {
        QFETCH(World::Fatal, fatal);
        QFETCH(int, listLag);
        int points = 0;
        for (int effects = 0;; ++effects) {
            Bench bench;
            bench.cloud.listLag = seconds(listLag);
            QVERIFY(bench.apply().ok());
            const auto life = bench.destroy({.fatal = fatal, .effectsLeft = effects});
            if (life.status && life.ok())
                break;
            const auto end = bench.destroy();
            QVERIFY2(end.ok(), qPrintable(QStringLiteral("effect %1: %2").arg(effects).arg(end.text())));
            QCOMPARE(bench.cloud.countAll(), 0);
            ++points;
        }
        QVERIFY2(points > 20, qPrintable(QString::number(points)));
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
