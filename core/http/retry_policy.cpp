#include "core/http/retry_policy.h"

#include <algorithm>

namespace sluice {

int retryAfterOf(const HttpResponse &response) {
    bool number = false;
    const int seconds = response.header("retry-after").trimmed().toInt(&number);
    return number && seconds >= 0 ? seconds : -1;
}

bool RetryPolicy::mayRepeat(const HttpRequest &request, const Result<HttpResponse> &outcome) {
    const bool post = request.method == "POST" || request.method == "PATCH";
    if (outcome)
        return outcome->status == 429 || (!post && outcome->status >= 500);
    switch (outcome.error().code) {
    case ErrorCode::Unavailable:
        return true;
    case ErrorCode::DeadlineExceeded:
        return !post;
    default:
        return false;
    }
}

std::chrono::milliseconds RetryPolicy::pause(int attempt, const Result<HttpResponse> &outcome, double random) const {
    using std::chrono::milliseconds;
    if (attempt >= maxAttempts)
        return milliseconds(-1);
    if (const int asked = outcome ? retryAfterOf(*outcome) : -1; asked >= 0) {
        const milliseconds wait = std::chrono::seconds(asked);
        return wait > longestAsked ? milliseconds(-1) : wait;
    }
    const milliseconds full = std::min(longest, first * (1 << std::min(attempt - 1, 16)));
    return full / 2 + milliseconds(static_cast<qint64>(static_cast<double>(full.count()) / 2 * random));
}

} // namespace sluice
