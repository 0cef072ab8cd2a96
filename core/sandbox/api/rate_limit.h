#pragma once

#include "core/base/clock.h"

#include <QMap>
#include <QQueue>

namespace sluice::sandbox {

/// Requests per token in nominal time: 250 in a minute, 5000 in an hour; listing SSH keys 10 in a minute.
class RateLimit {
public:
    struct Verdict {
        bool allowed = true;
        int limit = 5000, remaining = 5000;
        Clock::Duration reset{0};       ///< until the oldest request leaves the hour
        Clock::Duration retryAfter{-1}; ///< only when the burst limit was hit
    };
    /// Counts one request at `now`, unless it is refused.
    Verdict take(const QString &token, Clock::Duration now, bool isKeyList);

private:
    QMap<QString, QQueue<Clock::Duration>> m_hours, m_keyLists;
};

} // namespace sluice::sandbox
