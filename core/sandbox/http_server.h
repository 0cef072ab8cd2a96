#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>

namespace sluice::sandbox {

struct ServerRequest {
    QByteArray method;
    QByteArray target;                            ///< raw, percent-encoded
    QString path;                                 ///< before '?', still percent-encoded per segment
    QList<QPair<QString, QString>> query;         ///< decoded
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QByteArray header(const QByteArray &lowerCaseName) const;
    QString queryValue(const QString &name, const QString &fallback = {}) const;
};

struct ServerReply {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
};

/// The writing end of one request: answered now or later, or spoiled on purpose. Safe to use after the client has gone.
class Responder {
public:
    virtual ~Responder() = default;
    virtual void send(const ServerReply &reply) = 0;
    virtual void reset() = 0; ///< TCP RST without an answer
    virtual void sendTruncated(const ServerReply &reply,
                               int bytes) = 0; ///< full Content-Length, only `bytes`, then close
    virtual void drip(const ServerReply &reply, int bytesPerSecond) = 0;
    virtual bool isOpen() const = 0;
    /// An answer of unknown length (chunked), for watches and followed logs: startStream() once, stream() as often as
    /// there is something, endStream() at the end. Nothing else may be sent on this Responder then.
    virtual void startStream(const ServerReply &reply) = 0;
    virtual void stream(const QByteArray &bytes) = 0;
    virtual void endStream() = 0;
};

/// HTTP/1.1 (Boost.Beast parser over QTcpServer/QSslServer sockets that we hold): keep-alive, HEAD, 100-continue,
/// limits on header (64 KiB) and body (16 MiB), idle timeout. Loopback only. Lives on the thread that made it.
class HttpServer : public QObject {
    Q_OBJECT
public:
    using Handler = std::function<void(const ServerRequest &, std::shared_ptr<Responder>)>;
    /// `tls` null = plain HTTP. Port 0 picks one. Unavailable when the port is taken; InvalidInput when not loopback.
    static Result<std::unique_ptr<HttpServer>> listen(const QString &address, quint16 port, Handler handler,
                                                      const QSslConfiguration *tls = nullptr);
    ~HttpServer() override;
    quint16 port() const;
    /// How long a connection may sit between requests, or take to send one. Real time; the default is 60 s.
    void setIdleTimeout(std::chrono::milliseconds timeout);

private:
    struct Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
