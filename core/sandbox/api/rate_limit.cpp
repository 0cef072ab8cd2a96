#include "core/sandbox/api/rate_limit.h"

namespace sluice::sandbox {

RateLimit::Verdict RateLimit::take(const QString &token, Clock::Duration now, bool isKeyList) {
    constexpr int kPerHour = 5000, kPerMinute = 250, kKeyListsPerMinute = 10;
    constexpr Clock::Duration kHour = std::chrono::hours(1), kMinute = std::chrono::minutes(1);
    QQueue<Clock::Duration> &hour = m_hours[token];
    while (!hour.isEmpty() && hour.head() + kHour <= now)
        hour.dequeue();
    QQueue<Clock::Duration> &lists = m_keyLists[token];
    while (!lists.isEmpty() && lists.head() + kMinute <= now)
        lists.dequeue();

    Verdict verdict{.limit = kPerHour, .remaining = kPerHour - static_cast<int>(hour.size())};
    verdict.reset = hour.isEmpty() ? kHour : hour.head() + kHour - now;
    if (hour.size() >= kPerHour) {
        verdict.allowed = false;
        return verdict;
    }
    // The burst window holds the last 250: the one that must leave it is the 250th from the end.
    if (hour.size() >= kPerMinute && hour.at(hour.size() - kPerMinute) + kMinute > now) {
        verdict.allowed = false;
        verdict.retryAfter = hour.at(hour.size() - kPerMinute) + kMinute - now;
        return verdict;
    }
    if (isKeyList && lists.size() >= kKeyListsPerMinute) {
        verdict.allowed = false;
        verdict.retryAfter = lists.head() + kMinute - now;
        return verdict;
    }
    hour.enqueue(now);
    if (isKeyList)
        lists.enqueue(now);
    --verdict.remaining;
    return verdict;
}

} // namespace sluice::sandbox
