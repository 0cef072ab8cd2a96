#pragma once

#include "core/http/http.h"

namespace sluice {

/// Counts and announces every attempt that reaches the network. Of the headers only an allow-list is ever shown; bodies
/// never.
class LoggingTransport final : public HttpTransport {
    Q_OBJECT
public:
    LoggingTransport(std::unique_ptr<HttpTransport> inner, Clock *clock);
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override;
    int calls() const { return m_calls; }

Q_SIGNALS:
    /// `status` 0 = no reply; then `note` says why. `milliseconds` is nominal.
    void called(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                const QString &note);

private:
    std::unique_ptr<HttpTransport> m_inner;
    Clock *m_clock;
    int m_calls = 0;
};

/// "retry-after: 3, ratelimit-remaining: 0": the headers of the allow-list that a reader of the log needs.
QString loggableHeaders(const HttpResponse &response);

} // namespace sluice
