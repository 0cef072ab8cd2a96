#include "core/http/qnam_transport.h"

#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace sluice;
using namespace std::chrono_literals;

namespace {

/// Answers every request of every connection by a raw text; `act` sees the socket after a whole request.
class RawServer : public QTcpServer {
public:
    std::function<void(QTcpSocket *)> act;
    QByteArray seen;
    int requests = 0;
    QSslConfiguration tls;
    bool useTls = false;

    explicit RawServer(std::function<void(QTcpSocket *)> what)
        : act(std::move(what)) {
        listen(QHostAddress::LocalHost);
    }
    static std::function<void(QTcpSocket *)> says(const QByteArray &reply) {
        return [reply](QTcpSocket *socket) { socket->write(reply); };
    }

protected:
    void incomingConnection(qintptr handle) override {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        if (useTls) {
            socket->setSslConfiguration(tls);
            socket->startServerEncryption();
        }
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
            const QByteArray data = socket->readAll();
            *buffer += data;
            seen += data;
            const qsizetype end = buffer->indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const qsizetype at = buffer->toLower().indexOf("content-length: ");
            const qsizetype length =
                at < 0 ? 0 : buffer->mid(at + 16, buffer->indexOf("\r\n", at) - at - 16).toLongLong();
            if (buffer->size() < end + 4 + length)
                return;
            buffer->clear();
            ++requests;
            act(socket);
        });
    }
};

QByteArray ok(const QByteArray &body) {
    return "HTTP/1.1 200 OK\r\nX-Request-Id: r1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

class QnamTransportTest : public QObject {
    Q_OBJECT
    static qint64 residentKilobytes() {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
    }
    ScaledClock m_clock;

    Result<HttpResponse> run(RawServer &server, const HttpRequest &request, const QByteArray &authority = {},
                             const QString &token = QStringLiteral("dop_v1_0123456789")) {
        const QUrl base(QStringLiteral("%1://127.0.0.1:%2")
                            .arg(server.useTls ? QStringLiteral("https") : QStringLiteral("http"))
                            .arg(server.serverPort()));
        auto transport = QnamTransport::open({.baseUrl = base,
                                              .token = token,
                                              .certificateAuthority = authority,
                                              .clock = &m_clock,
                                              .shortestTimeout = 1ms});
        if (!transport)
            return transport.error();
        const QFuture<Result<HttpResponse>> reply = (*transport)->send(request);
        const bool done = QTest::qWaitFor([&reply] { return reply.isFinished(); }, 10000);
        return done ? reply.result()
                    : Result<HttpResponse>(Error{.message = QStringLiteral("the test waited in vain")});
    }

private Q_SLOTS:
    void replyAndToken() {
        RawServer server(RawServer::says(ok("{\"a\":1}")));
        const auto reply = run(server, HttpRequest::get(QStringLiteral("/v2/vpcs?page=2")));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().toString()));
        QCOMPARE(reply->body, QByteArray("{\"a\":1}"));
        QCOMPARE(reply->requestId, QStringLiteral("r1"));
        QVERIFY(server.seen.startsWith("GET /v2/vpcs?page=2 HTTP/1.1\r\n"));
        QVERIFY(server.seen.contains("Authorization: Bearer dop_v1_0123456789\r\n"));
    }
    void statusIsAReply_data() {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 409, 422, 429, 500, 502, 503})
            QTest::addRow("%d", status) << status;
    }
    void statusIsAReply() {
        QFETCH(int, status);
        RawServer server(RawServer::says("HTTP/1.1 " + QByteArray::number(status) +
                                         " Words\r\nRetry-After: 7\r\nContent-Length: 13\r\n\r\n{\"id\":\"words\"}"));
        server.act = RawServer::says("HTTP/1.1 " + QByteArray::number(status) +
                                     " Words\r\nRetry-After: 7\r\nContent-Length: 14\r\n\r\n{\"id\":\"words\"}");
        const auto reply = run(server, HttpRequest::post(QStringLiteral("/v2/vpcs"), {{"name", "a"}}));
        QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().toString()));
        QCOMPARE(reply->status, status);
        QCOMPARE(reply->body, QByteArray("{\"id\":\"words\"}"));
        QCOMPARE(reply->header("retry-after"), QByteArray("7"));
        QCOMPARE(server.requests, 1);
    }
    void postIsNeverSentTwice() {
        // Qt repeats what was lost before a reply; a second droplet would cost money.
        RawServer server([](QTcpSocket *socket) { socket->disconnectFromHost(); });
        const auto reply = run(server, HttpRequest::post(QStringLiteral("/v2/droplets"), {{"name", "a"}}));
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("unknown_outcome"));
        QCOMPARE(server.requests, 1);
    }
    void resetAfterPost() {
        RawServer server([](QTcpSocket *socket) { socket->abort(); });
        const auto reply = run(server, HttpRequest::post(QStringLiteral("/v2/droplets"), {{"name", "a"}}));
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("unknown_outcome"));
        QCOMPARE(server.requests, 1);
    }
    void postOnAReusedConnection() {
        int count = 0;
        RawServer server([&count](QTcpSocket *socket) {
            if (count++ == 0)
                socket->write(ok("{}"));
            else
                socket->disconnectFromHost();
        });
        auto transport = QnamTransport::open(
            {.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), .clock = &m_clock});
        QVERIFY(transport);
        const auto first = (*transport)->send(HttpRequest::get(QStringLiteral("/v2/account")));
        QTRY_VERIFY(first.isFinished());
        QVERIFY(first.result());
        const auto second = (*transport)->send(HttpRequest::post(QStringLiteral("/v2/droplets"), {{"name", "a"}}));
        QTRY_VERIFY(second.isFinished());
        QVERIFY(!second.result());
        QCOMPARE(errorCodeName(second.result().error().code), QStringLiteral("unknown_outcome"));
        QCOMPARE(server.requests, 2);
    }
    void truncatedBody() {
        RawServer server([](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"vpcs\":[");
            socket->disconnectFromHost();
        });
        const auto read = run(server, HttpRequest::get(QStringLiteral("/v2/vpcs")));
        QVERIFY(!read);
        QCOMPARE(errorCodeName(read.error().code), QStringLiteral("unavailable"));
        const auto create = run(server, HttpRequest::post(QStringLiteral("/v2/vpcs"), {{"name", "a"}}));
        QVERIFY(!create);
        QCOMPARE(errorCodeName(create.error().code), QStringLiteral("unknown_outcome"));
    }
    void refusedConnection() {
        RawServer server({});
        const quint16 port = server.serverPort();
        server.close();
        auto transport =
            QnamTransport::open({.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)), .clock = &m_clock});
        QVERIFY(transport);
        const auto reply = (*transport)->send(HttpRequest::post(QStringLiteral("/v2/vpcs"), {{"name", "a"}}));
        QTRY_VERIFY(reply.isFinished());
        QVERIFY(!reply.result());
        QCOMPARE(errorCodeName(reply.result().error().code), QStringLiteral("unavailable"));
    }
    void slowDrip() {
        RawServer server([](QTcpSocket *socket) { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"); });
        HttpRequest read = HttpRequest::get(QStringLiteral("/v2/vpcs"));
        read.timeout = 200ms;
        const auto late = run(server, read);
        QVERIFY(!late);
        QCOMPARE(errorCodeName(late.error().code), QStringLiteral("deadline_exceeded"));
        HttpRequest create = HttpRequest::post(QStringLiteral("/v2/vpcs"), {{"name", "a"}});
        create.timeout = 200ms;
        const auto lost = run(server, create);
        QVERIFY(!lost);
        QCOMPARE(errorCodeName(lost.error().code), QStringLiteral("unknown_outcome"));
    }
    /// A server that never ends its headers costs neither memory nor more than the deadline.
    void endlessHeaders_data() {
        QTest::addColumn<QByteArray>("flood");
        QTest::newRow("many fields") << QByteArray("X-Pad: " + QByteArray(1000, 'a') + "\r\n").repeated(64);
        QTest::newRow("one field") << QByteArray(64 * 1024, 'a');
    }
    void endlessHeaders() {
        QFETCH(const QByteArray, flood);
        constexpr qint64 kBound = 256 * 1024 * 1024;
        qint64 sent = 0;
        RawServer server([&sent, flood](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\nX-Long: ");
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [&sent, socket, flood] {
                if (socket->bytesToWrite() > 0 || sent > kBound)
                    return;
                sent += flood.size();
                socket->write(flood);
            });
        });
        HttpRequest read = HttpRequest::get(QStringLiteral("/v2/vpcs"));
        read.timeout = 1500ms;
        const qint64 before = residentKilobytes();
        const auto reply = run(server, read);
        QVERIFY(!reply);
        QVERIFY2(!reply.error().remedy.isEmpty(), qPrintable(reply.error().message));
        QVERIFY2(sent < kBound, "the client went on reading");
        QVERIFY2(residentKilobytes() - before < 64 * 1024, qPrintable(QString::number(residentKilobytes() - before)));
    }
    void hugeBody() {
        RawServer server([](QTcpSocket *socket) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n" + QByteArray(4000000, ' '));
        });
        HttpRequest read = HttpRequest::get(QStringLiteral("/v2/vpcs"));
        read.maxBody = 100000;
        const auto reply = run(server, read);
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("malformed"));
        read.maxBody = 4000000;
        const auto fits = run(server, read);
        QVERIFY(fits);
        QCOMPARE(fits->body.size(), 4000000);
    }
    void redirects() {
        RawServer thief(RawServer::says(ok("{}")));
        RawServer server(RawServer::says(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + QByteArray::number(thief.serverPort()) +
            "/v2/account\r\nContent-Length: 0\r\n\r\n"));
        const auto away = run(server, HttpRequest::get(QStringLiteral("/v2/account")));
        QVERIFY(!away);
        QCOMPARE(errorCodeName(away.error().code), QStringLiteral("untrusted"));
        QCOMPARE(thief.requests, 0);

        int count = 0;
        RawServer same([&count](QTcpSocket *socket) {
            socket->write(count++ == 0 ? "HTTP/1.1 302 Found\r\nLocation: /v2/other\r\nContent-Length: 0\r\n\r\n"
                                       : ok("{}"));
        });
        const auto home = run(same, HttpRequest::get(QStringLiteral("/v2/account")));
        QVERIFY(home);
        QCOMPARE(home->status, 200);
        QCOMPARE(same.requests, 2);

        RawServer loop(RawServer::says("HTTP/1.1 302 Found\r\nLocation: /v2/account\r\nContent-Length: 0\r\n\r\n"));
        const auto dizzy = run(loop, HttpRequest::get(QStringLiteral("/v2/account")));
        QVERIFY(dizzy);
        QCOMPARE(dizzy->status, 302);
    }
    void pathsStayOnTheServer_data() {
        QTest::addColumn<QString>("path");
        for (const char *path : {"//evil.example/v2", "@evil.example/", "v2/vpcs", "", "http://evil.example/"})
            QTest::addRow("%s", path) << QString::fromLatin1(path);
    }
    void pathsStayOnTheServer() {
        QFETCH(QString, path);
        RawServer server(RawServer::says(ok("{}")));
        const auto reply = run(server, HttpRequest::get(path));
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), QStringLiteral("malformed"));
        QCOMPARE(server.requests, 0);
    }
    void endpoints_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("fine");
        QTest::newRow("https") << QStringLiteral("https://api.digitalocean.com") << true;
        QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:80") << true;
        QTest::newRow("loopback6") << QStringLiteral("http://[::1]:80") << true;
        QTest::newRow("localhost") << QStringLiteral("http://localhost:80") << true;
        QTest::newRow("plain http") << QStringLiteral("http://api.digitalocean.com") << false;
        QTest::newRow("looks like loopback") << QStringLiteral("http://127.0.0.1.example.com") << false;
        QTest::newRow("user") << QStringLiteral("https://a:b@api.digitalocean.com") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void endpoints() {
        QFETCH(QString, url);
        QFETCH(bool, fine);
        const auto transport = QnamTransport::open({.baseUrl = QUrl(url), .clock = &m_clock});
        QCOMPARE(transport.has_value(), fine);
    }
    void tls() {
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("key.pem")),
                      cert = folder.filePath(QStringLiteral("cert.pem"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
                       QStringLiteral("-nodes"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), cert,
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=test"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=IP:127.0.0.1")});
        if (!openssl.waitForStarted())
            QSKIP("openssl is not installed");
        QVERIFY(openssl.waitForFinished());
        QFile keyFile(key), certFile(cert);
        QVERIFY(keyFile.open(QIODevice::ReadOnly) && certFile.open(QIODevice::ReadOnly));
        const QByteArray pem = certFile.readAll();
        RawServer server(RawServer::says(ok("{}")));
        server.useTls = true;
        server.tls.setLocalCertificate(QSslCertificate(pem));
        server.tls.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));

        const auto stranger = run(server, HttpRequest::post(QStringLiteral("/v2/vpcs"), {{"name", "a"}}));
        QVERIFY(!stranger);
        QCOMPARE(errorCodeName(stranger.error().code), QStringLiteral("untrusted"));
        QVERIFY2(stranger.error().message.contains(QStringLiteral("self-signed")),
                 qPrintable(stranger.error().message));
        QCOMPARE(server.requests, 0);
        QVERIFY(!stranger.error().outOfDate);

        const auto known = run(server, HttpRequest::get(QStringLiteral("/v2/vpcs")), pem);
        QVERIFY2(known, qPrintable(known ? QString() : known.error().toString()));
        QCOMPARE(known->status, 200);
        QVERIFY(!run(server, HttpRequest::get(QStringLiteral("/v2/vpcs")), "not a certificate"));

        // The same one, out of date since yesterday: told by a field, because the words are in the user's language.
        const QString old = folder.filePath(QStringLiteral("old.pem"));
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                                   {QStringLiteral("x509"), QStringLiteral("-in"), cert, QStringLiteral("-signkey"),
                                    key, QStringLiteral("-days"), QStringLiteral("-1"), QStringLiteral("-out"), old}),
                 0);
        QFile oldFile(old);
        QVERIFY(oldFile.open(QIODevice::ReadOnly));
        const QByteArray expired = oldFile.readAll();
        server.tls.setLocalCertificate(QSslCertificate(expired));
        const auto late = run(server, HttpRequest::get(QStringLiteral("/v2/vpcs")), expired);
        QVERIFY(!late);
        QCOMPARE(errorCodeName(late.error().code), QStringLiteral("untrusted"));
        QVERIFY2(late.error().outOfDate, qPrintable(late.error().message));
    }
};

QTEST_GUILESS_MAIN(QnamTransportTest)
#include "qnam_transport_test.moc"
