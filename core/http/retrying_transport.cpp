#include "core/http/retrying_transport.h"

#include <QRandomGenerator>

namespace sluice {

RetryingTransport::RetryingTransport(std::unique_ptr<HttpTransport> inner, Clock *clock, const RetryPolicy &policy,
                                     Random random)
    : m_inner(std::move(inner))
    , m_clock(clock)
    , m_policy(policy)
    , m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); }) {}

QFuture<Result<HttpResponse>> RetryingTransport::send(const HttpRequest &request) {
    Promise<Result<HttpResponse>> promise;
    attempt(request, 1, promise);
    return promise.future();
}

void RetryingTransport::attempt(const HttpRequest &request, int number, const Promise<Result<HttpResponse>> &promise) {
    m_inner->send(request).then(this, [this, request, number, promise](const Result<HttpResponse> &outcome) {
        if (!RetryPolicy::mayRepeat(request, outcome))
            return promise.finish(outcome);
        const auto pause = m_policy.pause(number, outcome, m_random());
        if (pause.count() < 0)
            return promise.finish(outcome);
        m_clock->after(pause, this, [this, request, number, promise] { attempt(request, number + 1, promise); });
    });
}

} // namespace sluice
