#include "core/http/logging_transport.h"

#include "core/base/redact.h"

namespace sluice {

QString loggableHeaders(const HttpResponse &response) {
    static const QList<QByteArray> allowed = {"retry-after", "ratelimit-limit", "ratelimit-remaining",
                                              "ratelimit-reset"};
    QStringList shown;
    for (const auto &[name, value] : response.headers) {
        if (allowed.contains(name))
            shown << QString::fromLatin1(name + ": " + value.left(64));
    }
    return shown.join(QStringLiteral(", "));
}

LoggingTransport::LoggingTransport(std::unique_ptr<HttpTransport> inner, Clock *clock)
    : m_inner(std::move(inner))
    , m_clock(clock) {}

QFuture<Result<HttpResponse>> LoggingTransport::send(const HttpRequest &request) {
    ++m_calls;
    Promise<Result<HttpResponse>> promise;
    const Clock::Duration start = m_clock->elapsed();
    const QString method = QString::fromLatin1(request.method), path = request.path;
    m_inner->send(request).then(this, [this, promise, start, method, path](const Result<HttpResponse> &outcome) {
        const int took = static_cast<int>((m_clock->elapsed() - start).count());
        const int status = outcome ? outcome->status : 0;
        QString note;
        if (!outcome)
            note = outcome.error().message;
        else if (status == 429)
            note = loggableHeaders(*outcome);
        Q_EMIT called(method, redact(path), status, outcome ? outcome->requestId : QString(), took, redact(note));
        promise.finish(outcome);
    });
    return promise.future();
}

} // namespace sluice
