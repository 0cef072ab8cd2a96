#include "core/sandbox/http_server.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;

class HttpServerTest : public QObject {
    Q_OBJECT

    struct Fixture {
        std::unique_ptr<HttpServer> server;
        QList<ServerRequest> seen;
        QList<std::shared_ptr<Responder>> kept;
        QTcpSocket socket;
        QByteArray received;

        explicit Fixture(HttpServer::Handler handler = {}) {
            if (!handler) {
                handler = [](const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
                    responder->send({.body = request.method + ' ' + request.target + ' ' + request.body});
                };
            }
            auto made =
                HttpServer::listen(QStringLiteral("127.0.0.1"), 0,
                                   [this, handler](const ServerRequest &request, std::shared_ptr<Responder> responder) {
                                       seen << request;
                                       handler(request, std::move(responder));
                                   });
            server = std::move(*made);
            QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
            socket.connectToHost(QStringLiteral("127.0.0.1"), server->port());
            if (!socket.waitForConnected(5000))
                qFatal("no connection");
        }
        bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    };

private Q_SLOTS:
    void answersPipelinedRequestsInOrder() {
        QList<std::shared_ptr<Responder>> held;
        Fixture f([&held](const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
            if (request.path == QLatin1String("/first"))
                held << responder;
            else
                responder->send({.body = "second"});
        });
        f.socket.write("GET /first HTTP/1.1\r\nHost: x\r\n\r\nGET /second HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(held.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(f.seen.size(), 1);
        held.takeFirst()->send({.body = "first"});
        QTRY_VERIFY(f.received.endsWith("second"));
        QVERIFY(f.received.indexOf("first") < f.received.indexOf("second"));
        QCOMPARE(f.received.count("HTTP/1.1 200 OK\r\n"), 2);
        QVERIFY(!f.closed());
    }

    void readsBodiesByLengthChunksAndAskedFor() {
        Fixture f;
        f.socket.write("POST /a%2Fb?x=1%2B1&y=a+b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhel");
        f.socket.flush();
        QCoreApplication::processEvents();
        f.socket.write("lo");
        QTRY_COMPARE(f.seen.size(), 1);
        QCOMPARE(f.seen[0].body, QByteArray("hello"));
        QCOMPARE(f.seen[0].path, QStringLiteral("/a%2Fb"));
        QCOMPARE(f.seen[0].queryValue(QStringLiteral("x")), QStringLiteral("1+1"));
        QCOMPARE(f.seen[0].queryValue(QStringLiteral("y")), QStringLiteral("a b"));
        f.socket.write(
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QTRY_COMPARE(f.seen.size(), 2);
        QCOMPARE(f.seen[1].body, QByteArray("abcde"));
        // The request is seen before its answer has arrived here.
        QTRY_VERIFY(f.received.endsWith("abcde"));
        f.received.clear();
        f.socket.write("PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QTRY_COMPARE(f.received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        f.socket.write("ok");
        QTRY_COMPARE(f.seen.size(), 3);
        QCOMPARE(f.seen[2].body, QByteArray("ok"));
    }

    void headHasNoBodyAndCloseCloses() {
        Fixture f;
        f.socket.write("HEAD /abc HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(f.received.endsWith("\r\n\r\n"));
        QVERIFY(f.received.contains("Content-Length: 10\r\n"));
        f.received.clear();
        f.socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(f.closed());
        QVERIFY(f.received.contains("Connection: close\r\n"));
    }

    void refusesWhatIsTooLargeOrNoHttp_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("headers") << "GET / HTTP/1.1\r\nX: " + QByteArray(70 * 1024, 'x') + "\r\n\r\n"
                                 << QByteArray("431");
        QTest::newRow("body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 17000000\r\n\r\n") << QByteArray("413");
        QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << QByteArray("400");
        QTest::newRow("bad length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: two\r\n\r\n")
                                    << QByteArray("400");
    }
    void refusesWhatIsTooLargeOrNoHttp() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, status);
        Fixture f;
        f.socket.write(text);
        QTRY_VERIFY(f.received.startsWith("HTTP/1.1 " + status + ' '));
        QTRY_VERIFY(f.closed());
        QVERIFY(f.seen.isEmpty());
    }

    void dropsIdleConnections() {
        Fixture f;
        f.server->setIdleTimeout(std::chrono::milliseconds(30));
        QTcpSocket late;
        late.connectToHost(QStringLiteral("127.0.0.1"), f.server->port());
        QVERIFY(late.waitForConnected(5000));
        QTRY_COMPARE(late.state(), QAbstractSocket::UnconnectedState);
    }

    void resetIsAReset() {
        Fixture f([](const ServerRequest &, const std::shared_ptr<Responder> &responder) { responder->reset(); });
        QSignalSpy failed(&f.socket, &QTcpSocket::errorOccurred);
        f.socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(failed.count(), 1);
        // Linux tells a RST as "connection reset by peer", which Qt maps to this code, as it does an orderly end.
        QVERIFY(f.received.isEmpty());
        QVERIFY2(f.socket.errorString().contains(QStringLiteral("closed")) ||
                     f.socket.errorString().contains(QStringLiteral("reset")),
                 qPrintable(f.socket.errorString()));
    }

    void truncatedPromisesMoreThanItSends() {
        Fixture f([](const ServerRequest &, const std::shared_ptr<Responder> &responder) {
            responder->sendTruncated({.body = "0123456789"}, 4);
        });
        f.socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(f.closed());
        QVERIFY(f.received.contains("Content-Length: 10\r\n") && f.received.endsWith("\r\n\r\n0123"));
    }

    void dripsAndStreams() {
        Fixture f([](const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
            if (request.path == QLatin1String("/drip"))
                return responder->drip({.body = QByteArray(50, 'd')}, 1000);
            responder->startStream({.contentType = "text/plain"});
            responder->stream("one");
            responder->stream("two!");
            responder->endStream();
        });
        f.socket.write("GET /drip HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(f.received.endsWith(QByteArray(50, 'd')));
        f.received.clear();
        f.socket.write("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(f.received.endsWith("3\r\none\r\n4\r\ntwo!\r\n0\r\n\r\n"));
        QVERIFY(f.received.contains("Transfer-Encoding: chunked"));
    }

    void aResponderOutlivesItsClientAndServer() {
        std::shared_ptr<Responder> kept;
        Fixture f([&kept](const ServerRequest &, const std::shared_ptr<Responder> &responder) { kept = responder; });
        f.socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(kept);
        QVERIFY(kept->isOpen());
        f.socket.abort();
        QTRY_VERIFY(!kept->isOpen());
        kept->send({.body = "too late"});
        f.server.reset();
        kept.reset();
    }

    void aForgottenAnswerIsAnError() {
        Fixture f([](const ServerRequest &, const std::shared_ptr<Responder> &) {});
        f.socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(f.received.startsWith("HTTP/1.1 500 "));
    }

    void listensOnLoopbackOnly() {
        const auto refused = HttpServer::listen(QStringLiteral("0.0.0.0"), 0, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto taken = HttpServer::listen(QStringLiteral("127.0.0.1"), other.serverPort(), {});
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
