#include "core/digitalocean/client.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace sluice;
using namespace sluice::digitalocean;
using test::FakeTransport;

namespace {

using Reply = Result<HttpResponse>;

Json page(int first, const char *next) {
    Json reply = {{"tags", Json::array({{{"name", "t" + std::to_string(first)}}})}, {"links", Json::object()}};
    if (next)
        reply["links"] = {{"pages", {{"next", next}}}};
    return reply;
}

} // namespace

class ClientTest : public QObject {
    Q_OBJECT
    ManualClock m_clock;
    FakeTransport *m_server = nullptr;
    std::unique_ptr<Client> m_client;

    Result<Json> send(const HttpRequest &request) {
        const auto future = m_client->send(request);
        while (!test::settled(future) && m_clock.advanceToNext()) {
        }
        return future.isFinished() ? future.result() : Result<Json>(Error{.message = QStringLiteral("never finished")});
    }

private Q_SLOTS:
    void init() {
        auto fake = std::make_unique<FakeTransport>();
        m_server = fake.get();
        m_client = std::make_unique<Client>(std::move(fake), &m_clock);
    }
    void emptyBodyIsAnEmptyObject() {
        m_server->on("DELETE", QStringLiteral("/"), Reply(FakeTransport::raw("", 204)));
        const auto reply = send(HttpRequest::destroy(QStringLiteral("/v2/vpcs/a")));
        QVERIFY(reply);
        QCOMPARE(*reply, Json::object());
    }
    void garbageOnce() {
        m_server->on("GET", QStringLiteral("/"), Reply(FakeTransport::raw("{\"tags\":[")));
        m_server->on("GET", QStringLiteral("/"), page(1, nullptr));
        QVERIFY(send(tags::list()));
        QCOMPARE(m_client->calls(), 2);
    }
    void garbageTwice() {
        m_server->on("GET", QStringLiteral("/"), Reply(FakeTransport::raw("<html>")));
        const auto reply = send(tags::list());
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("malformed"));
        QCOMPARE(reply.error().path, QStringLiteral("GET /v2/tags"));
        QCOMPARE(m_client->calls(), 2);
    }
    void garbageAfterPost() {
        m_server->on("POST", QStringLiteral("/"), Reply(FakeTransport::raw("{", 201)));
        const auto reply = send(tags::create(QStringLiteral("a")));
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("unknown_outcome"));
        QCOMPARE(m_client->calls(), 1);
    }
    void pages() {
        m_server->on("GET", QStringLiteral("/v2/tags?per_page"),
                     page(1, "https://api.digitalocean.com/v2/tags?page=2"));
        m_server->on("GET", QStringLiteral("/v2/tags?page=2"), page(2, nullptr));
        const auto all = m_client->listAll(tags::list(), tags::parseList);
        QVERIFY(test::settled(all));
        QVERIFY(all.result());
        QCOMPARE(all.result()->size(), 2);
        QCOMPARE(m_server->lines(),
                 (QStringList{QStringLiteral("GET /v2/tags?per_page=200"), QStringLiteral("GET /v2/tags?page=2")}));
    }
    void foreignNextPage_data() {
        QTest::addColumn<QByteArray>("next");
        for (const char *next : {"https://evil.example/v2/tags?page=2", "http://api.digitalocean.com/v2/tags?page=2",
                                 "https://api.digitalocean.com:8443/v2/tags?page=2", "//evil.example/v2/tags?page=2"})
            QTest::newRow(next) << QByteArray(next);
    }
    void foreignNextPage() {
        QFETCH(QByteArray, next);
        m_server->on("GET", QStringLiteral("/"), page(1, next.constData()));
        const auto all = m_client->listAll(tags::list(), tags::parseList);
        QVERIFY(test::settled(all));
        QVERIFY(!all.result());
        QCOMPARE(errorCodeName(all.result().error().code), QStringLiteral("malformed"));
        QCOMPARE(m_server->sent.size(), 1);
    }
    void endlessList() {
        m_server->on("GET", QStringLiteral("/"), page(1, "/v2/tags?page=1"));
        const auto all = m_client->listAll(tags::list(), tags::parseList, 4);
        QVERIFY(test::settled(all, 200));
        QVERIFY(!all.result());
        QCOMPARE(m_server->sent.size(), 4);
    }
    void dialOnlyOnLoopback() {
        m_server->on("GET", QStringLiteral("/"),
                     Reply(FakeTransport::raw("{}", 200, {{"x-sluice-dial", "http://127.0.0.1:5"}})));
        QVERIFY(send(account::get()));
        QVERIFY(m_client->dialUrl().isEmpty());
    }
    void theClocksAreCompared_data() {
        QTest::addColumn<int>("ahead"); ///< this machine, seconds
        QTest::addColumn<int>("told");
        QTest::newRow("equal") << 0 << 0;
        QTest::newRow("within what a Date tells") << 1 << 0;
        QTest::newRow("ahead") << 400 << 400;
        QTest::newRow("two days behind") << -172800 << -172800;
    }
    void theClocksAreCompared() {
        QFETCH(const int, ahead);
        QFETCH(const int, told);
        QVERIFY(!m_client->clockAhead());
        const QByteArray date =
            QLocale::c()
                .toString(m_clock.now().addSecs(-ahead), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                .toLatin1();
        m_server->on("GET", QStringLiteral("/v2/account"), Reply(FakeTransport::raw("{}", 403, {{"date", date}})));
        static_cast<void>(send(account::get())); // a refusal tells the time too
        QVERIFY(m_client->clockAhead());
        QCOMPARE(m_client->clockAhead()->count(), told);
        m_server->on("GET", QStringLiteral("/v2/vpcs"), Reply(FakeTransport::raw("{}", 200, {{"date", "yesterday"}})));
        static_cast<void>(send(vpcs::list()));
        QCOMPARE(m_client->clockAhead()->count(), told); // a date that is none says nothing
    }
    /// The whole stack against a server on loopback.
    void openedClient() {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        int requests = 0;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&requests, socket] {
                socket->readAll();
                socket->write(
                    requests++ == 0
                        ? "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nX-Sluice-Dial: http://127.0.0.1:9/dial\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
        ScaledClock fast(100);
        const auto client =
            Client::open({.endpoint = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())),
                          .token = QStringLiteral("dop_v1_0123456789"),
                          .clock = &fast});
        QVERIFY(client);
        QSignalSpy spy(client->get(), &Client::called);
        const auto reply = (*client)->send(account::get());
        QTRY_VERIFY(reply.isFinished());
        QVERIFY(reply.result());
        QCOMPARE((*client)->calls(), 2);
        QCOMPARE(spy.size(), 2);
        QCOMPARE(spy.at(0).at(2).toInt(), 503);
        QCOMPARE(spy.at(1).at(2).toInt(), 200);
        QCOMPARE((*client)->dialUrl(), QUrl(QStringLiteral("http://127.0.0.1:9/dial")));
    }
    void refusedEndpoint() {
        const auto client = Client::open(
            {.endpoint = QUrl(QStringLiteral("http://api.digitalocean.com")), .token = {}, .clock = &m_clock});
        QVERIFY(!client);
        QCOMPARE(errorCodeName(client.error().code), QStringLiteral("invalid_input"));
    }
};

QTEST_GUILESS_MAIN(ClientTest)
#include "client_test.moc"
