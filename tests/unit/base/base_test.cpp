#include "core/base/qt_future.h" // first

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/base/redact.h"

#include <QtTest>

using namespace sluice;
using namespace std::chrono_literals;

class BaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonDepth() {
        const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
        QVERIFY(parseJson(nested(100)));
        QVERIFY(!parseJson(nested(200)));
        const auto hostile = parseJson(QByteArray(1000000, '['));
        QVERIFY(!hostile);
        QCOMPARE(errorCodeName(hostile.error().code), QStringLiteral("malformed"));
    }
    void jsonGarbage() {
        for (const char *bad : {"", "{", "{}x", "nul", "{'a':1}", "\xff", "[1,]"})
            QVERIFY2(!parseJson(bad), bad);
        QCOMPARE(toJsonText(Json("a\xff")), QByteArray("\"a\xEF\xBF\xBD\""));
    }
    void jsonMembers() {
        const Json value = *parseJson(R"({"s":"x","n":7,"d":1.5,"b":true,"null":null,"l":["a",1,"b"],"o":{"k":"v"}})");
        QCOMPARE(jsonString(value, "s"), QStringLiteral("x"));
        QCOMPARE(jsonString(value, "n", QStringLiteral("f")), QStringLiteral("f"));
        QCOMPARE(jsonString(value, "null", QStringLiteral("f")), QStringLiteral("f"));
        QCOMPARE(jsonInt(value, "n"), 7);
        QCOMPARE(jsonInt(value, "d", 3), 3);
        QCOMPARE(jsonDouble(value, "n"), 7.0);
        QVERIFY(jsonBool(value, "b"));
        QCOMPARE(jsonStringList(value, "l"), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(jsonString(jsonMember(value, "o"), "k"), QStringLiteral("v"));
        QVERIFY(jsonMember(value, "s").empty());
        QVERIFY(jsonString(Json(3), "s").isEmpty());
    }
    void clockOrder() {
        ManualClock clock;
        QObject context;
        QStringList log;
        const auto note = [&](const char *what) {
            return [&log, &clock, what] {
                log << QStringLiteral("%1@%2").arg(QLatin1String(what)).arg(clock.elapsed().count());
            };
        };
        clock.after(20ms, &context, note("late"));
        clock.after(10ms, &context, note("a"));
        clock.after(10ms, &context, note("b"));
        clock.after(10ms, &context, [&] {
            log << QStringLiteral("c");
            clock.after(5ms, &context, note("nested"));
        });
        clock.after(-5ms, &context, note("past"));
        clock.advance(30ms);
        QCOMPARE(log.join(QLatin1Char(' ')), QStringLiteral("past@0 a@10 b@10 c nested@15 late@20"));
        QCOMPARE(clock.elapsed(), Clock::Duration(30ms));
        QVERIFY(!clock.advanceToNext());
    }
    void clockForgetsDeadContexts() {
        ManualClock clock;
        bool called = false;
        {
            QObject context;
            clock.after(1ms, &context, [&called] { called = true; });
        }
        clock.advance(1s);
        QVERIFY(!called);
        QCOMPARE(clock.pending(), 0);
    }
    void advanceToNextSkipsNothing() {
        ManualClock clock;
        QList<int> fired;
        clock.after(5ms, this, [&fired] { fired << 5; });
        clock.after(3ms, this, [&fired] { fired << 3; });
        QVERIFY(clock.advanceToNext());
        QCOMPARE(fired, QList<int>{3});
        QVERIFY(clock.advanceToNext());
        QCOMPARE(fired, (QList<int>{3, 5}));
    }
    void scaledClock() {
        ScaledClock clock(1000);
        QCOMPARE(clock.real(10s), Clock::Duration(10ms));
        QCOMPARE(clock.real(1ms), Clock::Duration(1ms));
        QCOMPARE(ScaledClock(0).scale(), 1.0);
        bool fired = false;
        clock.after(2s, this, [&fired] { fired = true; });
        QTRY_VERIFY(fired);
        QVERIFY(clock.elapsed() >= 2s);
        const auto before = clock.elapsed();
        clock.setScale(1);
        QVERIFY(clock.elapsed() >= before);
    }
    void redaction() {
        registerSecret(QStringLiteral("dop_v1_secretsecret"));
        registerSecret(QStringLiteral("short"));
        QCOMPARE(redact(QStringLiteral("Bearer dop_v1_secretsecret, dop_v1_secretsecret short")),
                 QStringLiteral("Bearer [redacted], [redacted] short"));
        // A secret that begins like another must not leave its tail behind.
        registerSecret(QStringLiteral("abcdefgh"));
        registerSecret(QStringLiteral("abcdefgh-and-the-tail"));
        for (int i = 0; i < 20; ++i)
            registerSecret(QStringLiteral("abcdefgh-and-the-tail-%1").arg(i));
        QCOMPARE(redact(QStringLiteral("abcdefgh-and-the-tail-7!")), QStringLiteral("[redacted]!"));
        QCOMPARE(redact(QStringLiteral("abcdefgh-and-the-tail!")), QStringLiteral("[redacted]!"));
    }
    void promises() {
        Promise<int> promise;
        int runs = 0;
        promise.future().then(this, [&runs](int value) { runs += value; });
        promise.finish(5);
        promise.finish(6);
        QTRY_COMPARE(runs, 5);
        QVERIFY(promise.isFinished());
        QCOMPARE(promise.future().result(), 5);
    }
    void continuationDiesWithItsContext() {
        Promise<int> promise;
        bool ran = false;
        {
            QObject context;
            promise.future().then(&context, [&ran](int) { ran = true; });
        }
        promise.finish(1);
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }
    void gathering() {
        Promise<int> a, b;
        const auto all = whenAll<int>(this, {a.future(), readyFuture(2), b.future()});
        b.finish(3);
        QCoreApplication::processEvents();
        QVERIFY(!all.isFinished());
        a.finish(1);
        QTRY_VERIFY(all.isFinished());
        QCOMPARE(all.result(), (QList<int>{1, 2, 3}));
        QVERIFY(whenAll<int>(this, {}).isFinished());
    }
    void randomness() {
        const QString letters = randomLetters(6);
        QCOMPARE(letters.size(), 6);
        for (const QChar c : letters)
            QVERIFY(c >= QLatin1Char('a') && c <= QLatin1Char('z'));
        QCOMPARE(randomHex(8).size(), 16);
        QVERIFY(randomUuid() != randomUuid());
        QCOMPARE(randomUuid().size(), 36);
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "base_test.moc"
