#include "core/http/qnam_transport.h"

#include "core/base/redact.h"
#include "core/base/words.h"
#include "core/http/endpoint.h"
#include "core/http/network_failure.h"
#include "core/http/once_device.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QTimer>

namespace sluice {

namespace {

constexpr int kMaxRedirects = 3;

Error oversized(const QByteArray &method, const HttpRequest &request) {
    return {.code = method == "POST" ? ErrorCode::UnknownOutcome : ErrorCode::Malformed,
            .message = HttpWords::tr("The reply is larger than %1 bytes and was refused.").arg(request.maxBody),
            .path = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path,
            .remedy = HttpWords::tr("Try again. If it stays so, something between this machine and the API answers "
                                    "in its place: check the API address and any proxy.")};
}

} // namespace

struct QnamTransport::Exchange {
    HttpRequest request;
    Promise<Result<HttpResponse>> promise;
    QByteArray body;
    QStringList tlsErrors;
    bool outOfDate = false;
    int redirects = 0;
    bool sent = false;
    bool timedOut = false;
    bool tooLarge = false;
};

Result<std::unique_ptr<HttpTransport>> QnamTransport::open(const Options &options) {
    if (const Status usable = checkEndpoint(options.baseUrl); !usable)
        return usable.error();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!options.certificateAuthority.isEmpty()) {
        const auto roots = QSslCertificate::fromData(options.certificateAuthority, QSsl::Pem);
        if (roots.isEmpty())
            return Error{
                .code = ErrorCode::Malformed,
                .message =
                    HttpWords::tr("The certificate authority of %1 cannot be read.").arg(options.baseUrl.host())};
        tls.setCaCertificates(roots);
    }
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    registerSecret(options.token);
    return std::unique_ptr<HttpTransport>(std::make_unique<QnamTransport>(options, tls));
}

QnamTransport::QnamTransport(const Options &options, const QSslConfiguration &tls)
    : m_options(options)
    , m_tls(tls) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

QFuture<Result<HttpResponse>> QnamTransport::send(const HttpRequest &request) {
    const auto exchange = std::make_shared<Exchange>();
    exchange->request = request;
    const Result<QUrl> url = resolvePath(m_options.baseUrl, request.path);
    if (!url)
        exchange->promise.finish(url.error());
    else
        start(exchange, *url);
    return exchange->promise.future();
}

void QnamTransport::start(const std::shared_ptr<Exchange> &exchange, const QUrl &url) {
    const HttpRequest &request = exchange->request;
    QNetworkRequest out(url);
    out.setSslConfiguration(m_tls);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setRawHeader("User-Agent", "Sluice");
    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("Accept-Encoding", "identity"); // so that maxBody limits what really arrives
    if (!request.body.isEmpty())
        out.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (!m_options.token.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + m_options.token.toUtf8());

    QNetworkReply *reply = nullptr;
    if (request.method == "GET") {
        reply = m_network.get(out);
    } else if (request.method == "POST" && !request.body.isEmpty()) {
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body = new OnceDevice(request.body, this);
        reply = m_network.post(out, body);
        body->setParent(reply);
    } else {
        reply = m_network.sendCustomRequest(out, request.method, request.body);
    }
    reply->setParent(this);
    reply->setReadBufferSize(256 * 1024);
    connect(reply, &QNetworkReply::requestSent, this, [exchange] { exchange->sent = true; });
    connect(reply, &QNetworkReply::sslErrors, this, [exchange](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            exchange->tlsErrors << error.errorString();
            exchange->outOfDate = exchange->outOfDate || error.error() == QSslError::CertificateExpired ||
                                  error.error() == QSslError::CertificateNotYetValid;
        }
    });
    connect(reply, &QNetworkReply::readyRead, this, [exchange, reply] {
        exchange->body += reply->readAll();
        if (exchange->body.size() > exchange->request.maxBody) {
            exchange->tooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, exchange, reply] { finish(exchange, reply); });
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [exchange, reply] {
        exchange->timedOut = true;
        reply->abort();
    });
    timer->start(std::max(m_options.clock->real(request.timeout), m_options.shortestTimeout));
}

void QnamTransport::finish(const std::shared_ptr<Exchange> &exchange, QNetworkReply *reply) {
    reply->deleteLater();
    const HttpRequest &request = exchange->request;
    if (exchange->tooLarge)
        return exchange->promise.finish(oversized(request.method, request));
    // Errors from 200 on are HTTP statuses, which callers get as replies; below, the network or TLS failed.
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool network =
        reply->error() != QNetworkReply::NoError &&
        (reply->error() < QNetworkReply::ContentAccessDenied || reply->error() == QNetworkReply::ContentReSendError);
    if (network || exchange->timedOut || status == 0) {
        NetworkFailure failure{.error = reply->error(),
                               .text = reply->errorString(),
                               .host = m_options.baseUrl.host(),
                               .method = request.method,
                               .path = request.path,
                               .tlsErrors = exchange->tlsErrors,
                               .outOfDate = exchange->outOfDate,
                               .requestSent = exchange->sent || status != 0,
                               .timedOut = exchange->timedOut};
        return exchange->promise.finish(toError(failure));
    }
    if (reply->isOpen())
        exchange->body += reply->readAll();
    if (exchange->body.size() > request.maxBody)
        return exchange->promise.finish(oversized(request.method, request));
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (status >= 300 && status < 400 && !target.isEmpty()) {
        const QUrl next = reply->url().resolved(target);
        if (!sameOrigin(next, m_options.baseUrl))
            return exchange->promise.finish(Error{
                .code = ErrorCode::Untrusted,
                .message =
                    HttpWords::tr("%1 wanted to redirect the request to another server (%2); it was not followed.")
                        .arg(m_options.baseUrl.host(), next.host()),
                .path = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path,
                .httpStatus = status,
                .remedy = HttpWords::tr("Check the API address in the settings.")});
        if (request.method == "GET" && exchange->redirects++ < kMaxRedirects) {
            exchange->body.clear();
            return start(exchange, next);
        }
    }
    HttpResponse response{.status = status,
                          .body = exchange->body,
                          .requestId = QString::fromLatin1(reply->rawHeader("x-request-id").left(128))};
    for (const auto &[name, value] : reply->rawHeaderPairs())
        response.headers.append({name.toLower(), value});
    exchange->promise.finish(std::move(response));
}

} // namespace sluice
