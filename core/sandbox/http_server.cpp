#include "core/sandbox/http_server.h"

#include "core/sandbox/http_connection.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QUrlQuery>
#include <optional>

namespace sluice::sandbox {

QByteArray ServerRequest::header(const QByteArray &lowerCaseName) const {
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QString ServerRequest::queryValue(const QString &name, const QString &fallback) const {
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return fallback;
}

struct HttpServer::Private {
    class Listener : public QTcpServer {
    public:
        void incomingConnection(qintptr descriptor) override { owner->accept(descriptor); }
        Private *owner = nullptr;
    };

    Handler handler;
    std::optional<QSslConfiguration> tls;
    std::chrono::milliseconds idleTimeout{60000};
    Listener listener;

    void accept(qintptr descriptor) {
        std::unique_ptr<QTcpSocket> socket;
        if (tls) {
            auto ssl = std::make_unique<QSslSocket>();
            ssl->setSslConfiguration(*tls);
            socket = std::move(ssl);
        } else {
            socket = std::make_unique<QTcpSocket>();
        }
        if (!socket->setSocketDescriptor(descriptor))
            return;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        new HttpConnection(std::move(socket), handler, idleTimeout, &listener);
    }
};

HttpServer::HttpServer(std::unique_ptr<Private> state)
    : d(std::move(state)) {}

HttpServer::~HttpServer() {
    // Handlers may hold things that die before us: connections go first, silently.
    d->handler = nullptr;
    qDeleteAll(d->listener.findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly));
}

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const QString &address, quint16 port, Handler handler,
                                                       const QSslConfiguration *tls) {
    const QHostAddress host(address);
    if (!host.isLoopback())
        return Error{.code = ErrorCode::InvalidInput,
                     .message = QStringLiteral("%1 is not a loopback address.").arg(address),
                     .remedy = QStringLiteral("The sandbox is for this machine only: listen on 127.0.0.1.")};
    auto state = std::make_unique<Private>();
    state->handler = std::move(handler);
    if (tls)
        state->tls = *tls;
    state->listener.owner = state.get();
    state->listener.setListenBacklogSize(128);
    if (!state->listener.listen(host, port))
        return Error{
            .code = ErrorCode::Unavailable,
            .message =
                QStringLiteral("Cannot listen on %1:%2: %3.").arg(address).arg(port).arg(state->listener.errorString()),
            .remedy = QStringLiteral("Use another port, or 0 to have a free one picked.")};
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

quint16 HttpServer::port() const {
    return d->listener.serverPort();
}

void HttpServer::setIdleTimeout(std::chrono::milliseconds timeout) {
    d->idleTimeout = timeout;
}

} // namespace sluice::sandbox
