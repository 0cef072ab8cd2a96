#include "core/http/budget_transport.h"

namespace sluice {

BudgetTransport::BudgetTransport(std::unique_ptr<HttpTransport> inner, Clock *clock, std::shared_ptr<RateBudget> budget)
    : m_inner(std::move(inner))
    , m_clock(clock)
    , m_budget(std::move(budget)) {}

QFuture<Result<HttpResponse>> BudgetTransport::send(const HttpRequest &request) {
    Promise<Result<HttpResponse>> promise;
    const Clock::Duration wait = m_budget->reserve(m_clock->elapsed());
    if (wait.count() <= 0)
        forward(request, promise);
    else
        m_clock->after(wait, this, [this, request, promise] { forward(request, promise); });
    return promise.future();
}

void BudgetTransport::forward(const HttpRequest &request, const Promise<Result<HttpResponse>> &promise) {
    m_inner->send(request).then(this, [this, promise](const Result<HttpResponse> &outcome) {
        if (outcome)
            m_budget->learn(*outcome, m_clock->elapsed(), m_clock->now());
        promise.finish(outcome);
    });
}

} // namespace sluice
