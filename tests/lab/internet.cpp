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

using Answer = std::function<QByteArray(const QString &caller, const QByteArray &path, int *status)>;

QString ipv4Of(const QHostAddress &address) {
    return QHostAddress(address.toIPv4Address()).toString();
}

/// One request, one answer, closed: enough for curl.
void serve(QTcpServer *server, const Answer &answer) {
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [server, answer] {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            auto request = std::make_shared<QByteArray>();
            const auto read = [socket, request, answer] {
                *request += socket->readAll();
                if (!request->contains("\r\n\r\n"))
                    return;
                int status = 200;
                const QByteArray body = answer(ipv4Of(socket->peerAddress()), request->split(' ').value(1), &status);
                socket->write("HTTP/1.1 " + QByteArray::number(status) + (status == 200 ? " OK" : " Not Found") +
                              "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read();
        }
    });
}

QByteArray number16(int value) {
    return QByteArray(1, static_cast<char>(value >> 8)) + QByteArray(1, static_cast<char>(value & 0xff));
}

/// A and AAAA of the echo services; NXDOMAIN for everything else.
QByteArray answerName(const QByteArray &query, const QHostAddress &echo) {
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
        address = QByteArray::fromHex("20010db8000000000000000000000080");
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
                        {QStringLiteral("metadata"), QString(), QStringLiteral("address")},
                        {QStringLiteral("dns"), QString(), QStringLiteral("addresses")}});
    options.process(app);
    const QString state = options.value(QStringLiteral("state"));
    const QHostAddress echo(options.value(QStringLiteral("echo")));

    const Answer whoAsks = [](const QString &caller, const QByteArray &, int *) { return caller.toLatin1(); };
    QTcpServer plain;
    serve(&plain, whoAsks);
    if (!plain.listen(echo, 80))
        die(plain.errorString());

    QFile key(state + QStringLiteral("/tls/echo.key"));
    if (!key.open(QIODevice::ReadOnly))
        die(key.errorString());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setLocalCertificateChain(QSslCertificate::fromPath(state + QStringLiteral("/tls/echo.pem")));
    QSslServer secure;
    secure.setSslConfiguration(tls);
    serve(&secure, whoAsks);
    if (!secure.listen(echo, 443))
        die(secure.errorString());

    // One file per public address, written by the sandbox: {"<path below /metadata/v1/>": "<text>"}.
    QTcpServer metadata;
    serve(&metadata, [state](const QString &caller, const QByteArray &path, int *status) -> QByteArray {
        QFile file(state + QStringLiteral("/metadata/%1.json").arg(caller));
        const QString prefix = QStringLiteral("/metadata/v1/");
        const QString name = QString::fromLatin1(path);
        if (file.open(QIODevice::ReadOnly) && name.startsWith(prefix)) {
            const auto values = sluice::parseJson(file.readAll());
            const std::string wanted = name.mid(prefix.size()).toStdString();
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
        QObject::connect(socket.get(), &QUdpSocket::readyRead, socket.get(), [resolver = socket.get(), echo] {
            while (resolver->hasPendingDatagrams()) {
                const QNetworkDatagram query = resolver->receiveDatagram();
                const QByteArray reply = answerName(query.data(), echo);
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
