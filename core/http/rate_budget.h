#pragma once

#include "core/http/http.h"

#include <QMutex>
#include <deque>
#include <memory>

namespace sluice {

/// Sliding windows of one token: DigitalOcean allows 250 requests a minute and 5000 an hour (API reference, rate
/// limit). Thread-safe.
class RateBudget {
public:
    using Duration = Clock::Duration;
    struct Limits {
        std::size_t perMinute = 250;
        std::size_t perHour = 5000;
    };
    RateBudget() = default;
    explicit RateBudget(Limits limits)
        : m_limits(limits) {}

    /// Reserves the next free place, first come first served; how long to wait for it from `now`.
    Duration reserve(Duration now);
    /// Reads ratelimit-remaining, ratelimit-reset and retry-after, so that other programs on the same token count too.
    /// `clockNow` stands in for a missing date header.
    void learn(const HttpResponse &response, Duration now, const QDateTime &clockNow);

private:
    Limits m_limits;
    QMutex m_mutex;
    std::deque<Duration> m_places; ///< Ascending; those of the last hour and the reserved ones.
    Duration m_closedUntil{0};
};

/// The budget that all transports of this endpoint, token and clock share while any of them lives. Only a hash of the
/// token is kept.
std::shared_ptr<RateBudget> sharedRateBudget(const QUrl &endpoint, const QString &token, const Clock *clock);

} // namespace sluice
