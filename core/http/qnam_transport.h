#pragma once

#include "core/http/http.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

class QNetworkReply;

namespace sluice {

/// HTTP/1.1 over Qt's network stack (at most 6 connections per host). TLS is always verified. Redirects are followed
/// for GET and only to the same scheme, host and port; anything else is Untrusted, so the token never leaves the
/// server.
class QnamTransport final : public HttpTransport {
    Q_OBJECT
public:
    struct Options {
        QUrl baseUrl;
        QString token;                   ///< Bearer token; empty for none.
        QByteArray certificateAuthority; ///< PEM; when given, the only trusted roots.
        Clock *clock = nullptr;          ///< required; outlives the transport
        std::chrono::milliseconds shortestTimeout{
            3000}; ///< Real; a fast clock must not make timeouts out of a busy machine.
    };
    /// InvalidInput for a base URL that checkEndpoint() refuses; Malformed when the CA text holds no certificate.
    static Result<std::unique_ptr<HttpTransport>> open(const Options &options);
    explicit QnamTransport(const Options &options, const QSslConfiguration &tls);
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override;

private:
    struct Exchange;
    void start(const std::shared_ptr<Exchange> &exchange, const QUrl &url);
    void finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply);
    Options m_options;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace sluice
