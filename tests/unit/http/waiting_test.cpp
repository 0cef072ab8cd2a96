#include "core/http/budget_transport.h"
#include "core/http/logging_transport.h"
#include "core/http/retrying_transport.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QtTest>

using namespace sluice;
using namespace std::chrono_literals;
using test::FakeTransport;

namespace {

using Reply = Result<HttpResponse>;
using Waits = QList<qint64>;

} // namespace

/// What is repeated, what is held back, and for how long.
class WaitingTest : public QObject {
    Q_OBJECT

    /// Drives the clock until the future is done; the waits in milliseconds.
    static Waits drive(ManualClock &clock, const QFuture<Reply> &future) {
        Waits waits;
        while (!test::settled(future)) {
            const auto before = clock.elapsed();
            if (!clock.advanceToNext())
                break;
            waits << (clock.elapsed() - before).count();
        }
        return waits;
    }

private Q_SLOTS:
    void retries_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status"); // < 0: an ErrorCode
        QTest::addColumn<Waits>("waits");
        const Waits all{1000, 2000, 4000, 8000}, none;
        const auto code = [](ErrorCode c) { return -1 - static_cast<int>(c); };
        for (const char *method : {"GET", "PUT", "DELETE"}) {
            QTest::addRow("%s 429", method) << QByteArray(method) << 429 << all;
            QTest::addRow("%s 502", method) << QByteArray(method) << 502 << all;
            QTest::addRow("%s lost", method) << QByteArray(method) << code(ErrorCode::Unavailable) << all;
            QTest::addRow("%s late", method) << QByteArray(method) << code(ErrorCode::DeadlineExceeded) << all;
            QTest::addRow("%s 404", method) << QByteArray(method) << 404 << none;
            QTest::addRow("%s 200", method) << QByteArray(method) << 200 << none;
            QTest::addRow("%s untrusted", method) << QByteArray(method) << code(ErrorCode::Untrusted) << none;
        }
        QTest::newRow("POST 429") << QByteArray("POST") << 429 << all;
        QTest::newRow("POST refused") << QByteArray("POST") << code(ErrorCode::Unavailable) << all;
        QTest::newRow("POST 502") << QByteArray("POST") << 502 << none;
        QTest::newRow("POST 503") << QByteArray("POST") << 503 << none;
        QTest::newRow("POST unknown") << QByteArray("POST") << code(ErrorCode::UnknownOutcome) << none;
        QTest::newRow("POST late") << QByteArray("POST") << code(ErrorCode::DeadlineExceeded) << none;
    }
    void retries() {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(Waits, waits);
        ManualClock clock;
        auto fake = std::make_unique<FakeTransport>();
        FakeTransport *server = fake.get();
        server->on(method, QStringLiteral("/"),
                   status >= 0 ? Reply(FakeTransport::raw("{}", status))
                               : Reply(FakeTransport::failure(static_cast<ErrorCode>(-1 - status))));
        RetryingTransport transport(std::move(fake), &clock, {}, [] { return 1.0; });
        const auto future = transport.send({.method = method, .path = QStringLiteral("/v2/x"), .body = "{}"});
        QCOMPARE(drive(clock, future), waits);
        QVERIFY(future.isFinished());
        QCOMPARE(server->sent.size(), waits.size() + 1);
    }
    void retryStopsAtSuccess() {
        ManualClock clock;
        auto fake = std::make_unique<FakeTransport>();
        FakeTransport *server = fake.get();
        server->on("GET", QStringLiteral("/"), Reply(FakeTransport::raw("", 503)));
        server->on("GET", QStringLiteral("/"), Reply(FakeTransport::raw("", 429, {{"retry-after", "17"}})));
        server->on("GET", QStringLiteral("/"), Reply(FakeTransport::raw("fine")));
        RetryingTransport transport(std::move(fake), &clock, {}, [] { return 0.0; });
        const auto future = transport.send(HttpRequest::get(QStringLiteral("/v2/x")));
        QCOMPARE(drive(clock, future), (Waits{500, 17000}));
        QCOMPARE(future.result()->body, QByteArray("fine"));
        QCOMPARE(server->sent.size(), 3);
    }
    void pauses() {
        const RetryPolicy policy;
        const Reply broken = FakeTransport::raw("", 503);
        QCOMPARE(policy.pause(4, broken, 1).count(), 8000);
        QCOMPARE(RetryPolicy{.maxAttempts = 20}.pause(9, broken, 1).count(), 30000);
        QCOMPARE(RetryPolicy{.maxAttempts = 20}.pause(9, broken, 0).count(), 15000);
        QVERIFY(policy.pause(5, broken, 1).count() < 0);
        QVERIFY(policy.pause(1, FakeTransport::raw("", 429, {{"retry-after", "3600"}}), 1).count() < 0);
        QCOMPARE(policy.pause(1, FakeTransport::raw("", 429, {{"retry-after", "soon"}}), 1).count(), 1000);
    }
    void burst() {
        RateBudget budget({.perMinute = 3, .perHour = 1000});
        Waits waits;
        for (int i = 0; i < 7; ++i)
            waits << budget.reserve(Clock::Duration(i * 10)).count();
        QCOMPARE(waits, (Waits{0, 0, 0, 60000 - 30, 60000 - 30, 60000 - 30, 120000 - 60}));
        QCOMPARE(budget.reserve(10min).count(), 0);
    }
    void hour() {
        RateBudget budget({.perMinute = 1000, .perHour = 2});
        QCOMPARE(budget.reserve(0ms).count(), 0);
        QCOMPARE(budget.reserve(1min).count(), 0);
        QCOMPARE(budget.reserve(2min), Clock::Duration(58min));
        QCOMPARE(budget.reserve(2min), Clock::Duration(59min));
    }
    void othersOnTheToken() {
        RateBudget budget;
        const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 90);
        budget.learn(FakeTransport::raw("", 200, {{"ratelimit-remaining", "5"}, {"ratelimit-reset", reset}}), 0ms, now);
        QCOMPARE(budget.reserve(0ms).count(), 0);
        budget.learn(FakeTransport::raw("", 200, {{"ratelimit-remaining", "0"}, {"ratelimit-reset", reset}}), 0ms, now);
        QCOMPARE(budget.reserve(0ms).count(), 90000);
        // The server's own clock counts, not ours.
        RateBudget other;
        other.learn(
            FakeTransport::raw(
                "", 200,
                {{"date", "Thu, 01 Jan 2026 00:01:00 GMT"}, {"ratelimit-remaining", "0"}, {"ratelimit-reset", reset}}),
            0ms, now.addDays(3));
        QCOMPARE(other.reserve(0ms).count(), 30000);
        RateBudget told;
        told.learn(FakeTransport::raw("", 429, {{"retry-after", "5"}}), 0ms, now);
        QCOMPARE(told.reserve(1s).count(), 4000);
    }
    void sharedByToken() {
        ManualClock clock, another;
        const QUrl url(QStringLiteral("https://api.digitalocean.com"));
        const auto a = sharedRateBudget(url, QStringLiteral("token-a"), &clock);
        QCOMPARE(sharedRateBudget(url, QStringLiteral("token-a"), &clock), a);
        QVERIFY(sharedRateBudget(url, QStringLiteral("token-b"), &clock) != a);
        QVERIFY(sharedRateBudget(QUrl(QStringLiteral("http://127.0.0.1:1")), QStringLiteral("token-a"), &clock) != a);
        QVERIFY(sharedRateBudget(url, QStringLiteral("token-a"), &another) != a);
    }
    void budgetWaitsInsteadOfFailing() {
        ManualClock clock;
        auto fake = std::make_unique<FakeTransport>();
        FakeTransport *server = fake.get();
        server->on("GET", QStringLiteral("/"), Json::object());
        BudgetTransport transport(std::move(fake), &clock,
                                  std::make_shared<RateBudget>(RateBudget::Limits{.perMinute = 1, .perHour = 10}));
        const auto first = transport.send(HttpRequest::get(QStringLiteral("/a")));
        const auto second = transport.send(HttpRequest::get(QStringLiteral("/b")));
        QVERIFY(test::settled(first));
        QCOMPARE(server->sent.size(), 1);
        QCOMPARE(drive(clock, second), (Waits{60000}));
        QCOMPARE(server->lines(), (QStringList{QStringLiteral("GET /a"), QStringLiteral("GET /b")}));
    }
    void logsByAllowList() {
        const HttpResponse reply = FakeTransport::raw(
            "secret", 429, {{"retry-after", "3"}, {"set-cookie", "hush"}, {"authorization", "hush"}});
        QCOMPARE(loggableHeaders(reply), QStringLiteral("retry-after: 3"));
        ManualClock clock;
        auto fake = std::make_unique<FakeTransport>();
        fake->on("GET", QStringLiteral("/"), Reply(reply));
        LoggingTransport transport(std::move(fake), &clock);
        QSignalSpy spy(&transport, &LoggingTransport::called);
        QVERIFY(test::settled(transport.send(HttpRequest::get(QStringLiteral("/a")))));
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.at(0).at(2).toInt(), 429);
        QCOMPARE(spy.at(0).at(5).toString(), QStringLiteral("retry-after: 3"));
        QCOMPARE(transport.calls(), 1);
    }
};

QTEST_GUILESS_MAIN(WaitingTest)
#include "waiting_test.moc"
