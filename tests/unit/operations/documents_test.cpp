#include "core/operations/context.h"
#include "core/operations/dialer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sluice;
using namespace sluice::operations;

class DocumentsTest : public QObject {
    Q_OBJECT

    static Result<ssh::Endpoint> resolve(Dialer &dialer, const QUrl &dial, const QString &host) {
        Result<ssh::Endpoint> answer;
        bool done = false;
        QObject context;
        dialer.resolve(dial, host, 22).then(&context, [&](const Result<ssh::Endpoint> &endpoint) {
            answer = endpoint;
            done = true;
        });
        [&done] { QTRY_VERIFY(done); }();
        return answer;
    }
    /// Answers every connection with one canned HTTP reply.
    static std::unique_ptr<QTcpServer> serve(const QByteArray &status, const QByteArray &body, int *asked = nullptr) {
        auto server = std::make_unique<QTcpServer>();
        server->listen(QHostAddress::LocalHost, 0);
        QObject::connect(
            server.get(), &QTcpServer::newConnection, server.get(), [s = server.get(), status, body, asked] {
                QTcpSocket *socket = s->nextPendingConnection();
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, status, body, asked] {
                    if (!socket->readAll().contains("\r\n\r\n"))
                        return;
                    if (asked)
                        ++*asked;
                    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                                  "\r\nConnection: close\r\n\r\n" + body);
                    socket->disconnectFromHost();
                });
            });
        return server;
    }

private Q_SLOTS:
    void aRefusalNamesFieldAndProposal() {
        const blueprint::Problems problems{{.field = QStringLiteral("bastion_ssh_sources"),
                                            .code = QStringLiteral("open"),
                                            .message = QStringLiteral("open to the world"),
                                            .proposal = {},
                                            .severity = blueprint::Problem::Severity::Warning},
                                           {.field = QStringLiteral("vpc_cidr"),
                                            .code = QStringLiteral("cidr_overlap"),
                                            .message = QStringLiteral("overlaps prod"),
                                            .proposal = QStringLiteral("10.1.0.0/24"),
                                            .severity = blueprint::Problem::Severity::Error}};
        const Error error = refusalOf(problems);
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QCOMPARE(error.resource, QStringLiteral("vpc_cidr"));
        QVERIFY(error.remedy.contains(QStringLiteral("10.1.0.0/24")));
        const Json json = problemsToJson(problems);
        QCOMPARE(json.size(), std::size_t{2});
        QCOMPARE(jsonString(json[0], "severity"), QStringLiteral("warning"));
    }

    void anErrorDocumentHasEveryKeyOfTheContract() {
        const Json json = errorToJson(Error{.code = ErrorCode::RateLimited,
                                            .message = QStringLiteral("m"),
                                            .resource = QStringLiteral("r"),
                                            .path = QStringLiteral("GET /v2/x"),
                                            .httpStatus = 429,
                                            .requestId = QStringLiteral("id"),
                                            .remedy = QStringLiteral("wait")});
        for (const char *key : {"code", "message", "resource", "path", "request_id", "remedy"})
            QVERIFY2(json.contains(key), key);
        QCOMPARE(jsonString(json, "code"), QStringLiteral("rate_limited"));
    }

    void withoutADialUrlTheAddressIsTheAddress() {
        Dialer dialer;
        const auto endpoint = resolve(dialer, QUrl(), QStringLiteral("203.0.113.5"));
        QVERIFY(endpoint.has_value());
        QCOMPARE(endpoint->address, QStringLiteral("203.0.113.5"));
        QVERIFY(endpoint->dialAddress.isEmpty());
    }

    void aDialUrlElsewhereIsNeverAsked() {
        Dialer dialer;
        const auto endpoint =
            resolve(dialer, QUrl(QStringLiteral("http://192.0.2.1:9/dial")), QStringLiteral("203.0.113.5"));
        QVERIFY(endpoint.has_value());
        QVERIFY(endpoint->dialAddress.isEmpty());
    }

    void aSandboxAnswersWithALoopbackPort() {
        int asked = 0;
        const auto server = serve("200 OK", "{\"host\":\"127.0.0.1\",\"port\":4022}", &asked);
        Dialer dialer;
        const auto endpoint =
            resolve(dialer, QUrl(QStringLiteral("http://127.0.0.1:%1/dial").arg(server->serverPort())),
                    QStringLiteral("203.0.113.5"));
        QVERIFY(endpoint.has_value());
        QCOMPARE(asked, 1);
        QCOMPARE(endpoint->dialPort, quint16{4022});
        QCOMPARE(endpoint->address, QStringLiteral("203.0.113.5"));
    }

    void anAnswerThatLeadsElsewhereIsRefused() {
        const auto server = serve("200 OK", "{\"host\":\"203.0.113.9\",\"port\":22}");
        Dialer dialer;
        const auto endpoint =
            resolve(dialer, QUrl(QStringLiteral("http://127.0.0.1:%1/dial").arg(server->serverPort())),
                    QStringLiteral("203.0.113.5"));
        QVERIFY(!endpoint.has_value());
    }

    void aFilteredPortSaysSo() {
        const auto server = serve("404 Not Found", "{\"error\":\"x\",\"reason\":\"filtered\"}");
        Dialer dialer;
        const auto endpoint =
            resolve(dialer, QUrl(QStringLiteral("http://127.0.0.1:%1/dial").arg(server->serverPort())),
                    QStringLiteral("203.0.113.5"));
        QVERIFY(!endpoint.has_value());
        QCOMPARE(endpoint.error().code, ErrorCode::Unavailable);
        QVERIFY(endpoint.error().message.contains(QStringLiteral("filtered")));
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
