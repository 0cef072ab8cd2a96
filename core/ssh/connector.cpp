#include "core/ssh/libssh_session.h"

#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

namespace sluice::ssh {

namespace {

/// However fast a simulated clock runs, a real socket on a busy machine needs real time.
constexpr std::chrono::milliseconds kShortestTimeout{3000};

class LibsshConnector final : public Connector {
public:
    explicit LibsshConnector(Clock *clock)
        : m_clock(clock) {}

    QFuture<Result<std::shared_ptr<Session>>> open(const Endpoint &target, const Identity &identity,
                                                   std::chrono::milliseconds deadline) override {
        return openThrough(Endpoint{}, target, identity, deadline);
    }

    QFuture<Result<std::shared_ptr<Session>>> openThrough(const Endpoint &jump, const Endpoint &target,
                                                          const Identity &identity,
                                                          std::chrono::milliseconds deadline) override {
        Promise<Result<std::shared_ptr<Session>>> promise;
        auto session = std::make_shared<LibsshSession>(m_clock);
        LibsshSession *raw = session.get();
        auto keep = std::make_shared<std::shared_ptr<LibsshSession>>(std::move(session));
        raw->open({.jump = jump,
                   .target = target,
                   .identity = identity,
                   .timeout = std::max(m_clock->real(deadline), kShortestTimeout)},
                  [promise, keep](const Status &status) {
                      const std::shared_ptr<LibsshSession> opened = std::move(*keep);
                      if (status)
                          promise.finish(std::shared_ptr<Session>(opened));
                      else
                          promise.finish(status.error());
                  });
        return promise.future();
    }

    QFuture<Status> probePort(const QString &address, quint16 port, std::chrono::milliseconds deadline) override {
        Promise<Status> promise;
        auto *socket = new QTcpSocket;
        auto *timer = new QTimer(socket);
        timer->setSingleShot(true);
        QObject::connect(socket, &QTcpSocket::connected, socket, [socket, promise] {
            promise.finish(Ok{});
            socket->deleteLater();
        });
        QObject::connect(
            socket, &QTcpSocket::errorOccurred, socket, [socket, promise, address, port](QAbstractSocket::SocketError) {
                promise.finish(
                    Error{.code = ErrorCode::Unavailable,
                          .message = QStringLiteral("%1 port %2: %3").arg(address).arg(port).arg(socket->errorString()),
                          .resource = address});
                socket->deleteLater();
            });
        QObject::connect(timer, &QTimer::timeout, socket, [socket, promise, address, port] {
            promise.finish(Error{.code = ErrorCode::DeadlineExceeded,
                                 .message = QStringLiteral("%1 port %2 did not answer").arg(address).arg(port),
                                 .resource = address});
            socket->deleteLater();
        });
        timer->start(std::max(m_clock->real(deadline), kShortestTimeout));
        socket->connectToHost(address, port);
        return promise.future();
    }

private:
    Clock *m_clock;
};

} // namespace

std::unique_ptr<Connector> makeLibsshConnector(Clock *clock) {
    return std::make_unique<LibsshConnector>(clock);
}

} // namespace sluice::ssh
