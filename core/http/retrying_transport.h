#pragma once

#include "core/http/retry_policy.h"

#include <functional>

namespace sluice {

/// Repeats what RetryPolicy allows, waiting on the clock.
class RetryingTransport final : public HttpTransport {
    Q_OBJECT
public:
    using Random = std::function<double()>; ///< 0..1
    RetryingTransport(std::unique_ptr<HttpTransport> inner, Clock *clock, const RetryPolicy &policy = {},
                      Random random = {});
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override;

private:
    void attempt(const HttpRequest &request, int number, const Promise<Result<HttpResponse>> &promise);
    std::unique_ptr<HttpTransport> m_inner;
    Clock *m_clock;
    RetryPolicy m_policy;
    Random m_random;
};

} // namespace sluice
