#pragma once

#include "core/http/http.h"

namespace sluice {

/// Which requests may be repeated, and when. Pure.
struct RetryPolicy {
    std::chrono::milliseconds first{1000};
    std::chrono::milliseconds longest{30000};
    std::chrono::milliseconds longestAsked{
        120000}; ///< A server that asks for a longer pause gets no repeat: the caller decides.
    int maxAttempts = 5;

    /// GET, PUT, DELETE: on 429, 5xx, connection loss and timeouts. POST: on 429 (the server refused to look at it) and
    /// when the connection was never made (Unavailable). All others could create an object twice.
    static bool mayRepeat(const HttpRequest &request, const Result<HttpResponse> &outcome);
    /// The pause after `attempt` (1-based) failed: the server's retry-after, else exponential with jitter (`random`
    /// 0..1 spreads over the upper half). Negative: do not repeat.
    std::chrono::milliseconds pause(int attempt, const Result<HttpResponse> &outcome, double random) const;
};

/// Seconds of a retry-after header; -1 when it is absent or a date.
int retryAfterOf(const HttpResponse &response);

} // namespace sluice
