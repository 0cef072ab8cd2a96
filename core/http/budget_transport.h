#pragma once

#include "core/http/rate_budget.h"

namespace sluice {

/// Holds requests back until the token's rate budget has room: waiting instead of failing.
class BudgetTransport final : public HttpTransport {
    Q_OBJECT
public:
    BudgetTransport(std::unique_ptr<HttpTransport> inner, Clock *clock, std::shared_ptr<RateBudget> budget);
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override;

private:
    void forward(const HttpRequest &request, const Promise<Result<HttpResponse>> &promise);
    std::unique_ptr<HttpTransport> m_inner;
    Clock *m_clock;
    std::shared_ptr<RateBudget> m_budget;
};

} // namespace sluice
