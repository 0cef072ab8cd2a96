// The internet of the lab: services that tell a caller its address (HTTP and HTTPS), the names they have (DNS over UDP)
// and the metadata service of the platform. Runs in the namespace "internet"; answers what the packets say.
#include "core/base/json.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QNetworkDatagram>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QUdpSocket>
#include <functional>
#include <memory>
#include <vector>

namespace {

struct Request {
    QString caller; ///< the address that the packets come from
    QString host, path;
};
/// The body, and the status by pointer; status 0 closes the connection without a word.
using Answer = std::function<QByteArray(const Request &request, int *status)>;

QString plain(const QHostAddress &address) {
    bool isIpv4 = false;
    const QHostAddress ipv4(address.toIPv4Address(&isIpv4));
    return isIpv4 ? ipv4.toString() : address.toString();
}

Request read(const QByteArray &text, const QHostAddress &caller) {
    Request request{.caller = plain(caller), .host = {}, .path = QString::fromLatin1(text.split(' ').value(1))};
    for (const QByteArray &line : text.split('\n')) {
        if (line.toLower().startsWith("host:"))
            request.host = QString::fromLatin1(line.mid(5).trimmed());
    }
    return request;
}

/// One request, one answer, closed: enough for curl.
void serve(QTcpServer *server, const Answer &answer) {
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [server, answer] {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            auto request = std::make_shared<QByteArray>();
            const auto more = [socket, request, answer] {
                *request += socket->readAll();
                if (!request->contains("\r\n\r\n"))
                    return;
                int status = 200;
                const QByteArray body = answer(read(*request, socket->peerAddress()), &status);
                if (status == 0)
                    return socket->disconnectFromHost();
                socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " Not Found") +
                              "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, more);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            more();
        }
    });
}

QByteArray number16(int value) {
    return QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value & 0xff));
}

/// A and AAAA of the echo services; NXDOMAIN for everything else.
QByteArray answerName(const QByteArray &query, const QHostAddress &echo, const QHostAddress &echo6) {
    static const QList<QByteArray> names{"ifconfig.me",   "api.ipify.org", "checkip.amazonaws.com",
                                         "icanhazip.com", "ident.me",      "api64.ipify.org"};
    constexpr qsizetype kHeader = 12;
    QByteArray name;
    qsizetype at = kHeader;
    while (at < query.size() && query[at] != 0) {
        const qsizetype length = static_cast<quint8>(query[at]);
        name += (name.isEmpty() ? "" : ".") + query.mid(at + 1, length);
        at += length + 1;
    }
    if (at + 5 > query.size())
        return {};
    const QByteArray question = query.mid(kHeader, at + 5 - kHeader);
    const int type = static_cast<quint8>(query[at + 2]);
    constexpr int kA = 1, kAaaa = 28;
    const bool known = names.contains(name.toLower());
    QByteArray address;
    if (known && type == kA)
        address = number16(static_cast<int>(echo.toIPv4Address() >> 16)) +
                  number16(static_cast<int>(echo.toIPv4Address() & 0xffff));
    else if (known && type == kAaaa && name.toLower() == "api64.ipify.org")
        address = QByteArray(reinterpret_cast<const char *>(echo6.toIPv6Address().c), 16);
    QByteArray reply = query.left(2) + number16(known ? 0x8180 : 0x8183) + number16(1) +
                       number16(address.isEmpty() ? 0 : 1) + number16(0) + number16(0) + question;
    if (!address.isEmpty())
        reply += number16(0xc00c) + number16(type) + number16(1) + number16(0) + number16(60) +
                 number16(static_cast<int>(address.size())) + address;
    return reply;
}

[[noreturn]] void die(const QString &what) {
    qCritical("lab-internet: %s", qPrintable(what));
    std::exit(1);
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{QStringLiteral("state"), QString(), QStringLiteral("folder")},
                        {QStringLiteral("echo"), QString(), QStringLiteral("address")},
                        {QStringLiteral("echo6"), QString(), QStringLiteral("address")},
                        {QStringLiteral("metadata"), QString(), QStringLiteral("address")},
                        {QStringLiteral("dns"), QString(), QStringLiteral("addresses")}});
    options.process(app);
    const QString state = options.value(QStringLiteral("state"));
    const QHostAddress echo(options.value(QStringLiteral("echo")));

    const QHostAddress echo6(options.value(QStringLiteral("echo6")));

    // A mood is a file that the sandbox writes: "down", "html", "ipv6", "lie:<address>".
    const Answer whoAsks = [state](const Request &request, int *status) -> QByteArray {
        QFile file(state + QStringLiteral("/echo/") + request.host);
        const QByteArray mood = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (mood == "down")
            *status = 0;
        else if (mood == "html")
            return "<!DOCTYPE html><html><body>Service unavailable</body></html>\n";
        else if (mood == "ipv6")
            return "2001:db8::1001\n";
        else if (mood.startsWith("lie:"))
            return mood.mid(4);
        return request.caller.toLatin1();
    };
    QTcpServer plainly, plainly6;
    for (const auto &[server, address] : {std::pair{&plainly, &echo}, {&plainly6, &echo6}}) {
        serve(server, whoAsks);
        if (!server->listen(*address, 80))
            die(server->errorString());
    }

    QFile key(state + QStringLiteral("/tls/echo.key"));
    if (!key.open(QIODevice::ReadOnly))
        die(key.errorString());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setLocalCertificateChain(QSslCertificate::fromPath(state + QStringLiteral("/tls/echo.pem")));
    QSslServer secure, secure6;
    for (const auto &[server, address] : {std::pair{&secure, &echo}, {&secure6, &echo6}}) {
        server->setSslConfiguration(tls);
        serve(server, whoAsks);
        if (!server->listen(*address, 443))
            die(server->errorString());
    }

    // One file per public address, written by the sandbox: {"<path below /metadata/>": "<text>"}.
    QTcpServer metadata;
    serve(&metadata, [state](const Request &request, int *status) -> QByteArray {
        QFile file(state + QStringLiteral("/metadata/%1.json").arg(request.caller));
        const QString prefix = QStringLiteral("/metadata/");
        if (file.open(QIODevice::ReadOnly) && request.path.startsWith(prefix)) {
            const auto values = sluice::parseJson(file.readAll());
            const std::string wanted = request.path.mid(prefix.size()).toStdString();
            if (values && values->contains(wanted))
                return sluice::jsonString(*values, wanted.c_str()).toUtf8();
        }
        *status = 404;
        return "not found\n";
    });
    if (!metadata.listen(QHostAddress(options.value(QStringLiteral("metadata"))), 80))
        die(metadata.errorString());

    std::vector<std::unique_ptr<QUdpSocket>> resolvers;
    for (const QString &address : options.value(QStringLiteral("dns")).split(QLatin1Char(','))) {
        auto &socket = resolvers.emplace_back(std::make_unique<QUdpSocket>());
        if (!socket->bind(QHostAddress(address), 53))
            die(socket->errorString());
        QObject::connect(socket.get(), &QUdpSocket::readyRead, socket.get(), [resolver = socket.get(), echo, echo6] {
            while (resolver->hasPendingDatagrams()) {
                const QNetworkDatagram query = resolver->receiveDatagram();
                const QByteArray reply = answerName(query.data(), echo, echo6);
                // Not makeReply(): its source would be the interface's address, not the one that was asked.
                if (!reply.isEmpty())
                    resolver->writeDatagram(reply, query.senderAddress(), static_cast<quint16>(query.senderPort()));
            }
        });
    }
    QFile ready(state + QStringLiteral("/internet.ready"));
    if (!ready.open(QIODevice::WriteOnly))
        die(ready.errorString());
    ready.close();
    return app.exec();
}
