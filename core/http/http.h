#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/json.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>
#include <chrono>

namespace sluice {

/// One request. `path` is relative to the transport's base URL and already percent-encoded ("/v2/vpcs?per_page=200").
struct HttpRequest {
    QByteArray method = "GET";
    QString path;
    QByteArray body;                              ///< JSON text; empty for none.
    QList<QPair<QByteArray, QByteArray>> headers; ///< Extra headers (Accept, Content-Type override).
    std::chrono::milliseconds timeout{30000};     ///< Nominal; from sending to the last byte.
    qint64 maxBody = 16 * 1024 * 1024;            ///< A larger reply is refused (Malformed) and the connection dropped.

    static HttpRequest get(const QString &path) { return {.method = "GET", .path = path}; }
    static HttpRequest destroy(const QString &path) { return {.method = "DELETE", .path = path}; }
    static HttpRequest post(const QString &path, const Json &body) {
        return {.method = "POST", .path = path, .body = toJsonText(body)};
    }
    static HttpRequest put(const QString &path, const Json &body) {
        return {.method = "PUT", .path = path, .body = toJsonText(body)};
    }
};

/// A reply with a 2xx status. Everything else is an Error (see errorFromReply in digitalocean/ and kubernetes/).
struct HttpResponse {
    int status = 0;
    QByteArray body;
    QString requestId;                            ///< x-request-id
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray header(const QByteArray &lowerCaseName) const;
};

/// Sends requests to one server. Implementations are stacked: logging, retry, rate budget, Qt's network.
/// Thread-affine (a QObject's thread); send() never blocks. Any HTTP status >= 300 is delivered as a response of that
/// status by the raw transport; ApiTransport (below all clients) turns it into an Error.
class HttpTransport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Fails with Unavailable (connection), DeadlineExceeded, Untrusted (TLS), Malformed (body over limit), Cancelled.
    /// For a POST whose request may have reached the server, connection loss and timeouts are UnknownOutcome.
    virtual QFuture<Result<HttpResponse>> send(const HttpRequest &request) = 0;
};

} // namespace sluice
