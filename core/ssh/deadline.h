#pragma once

#include <algorithm>
#include <chrono>

namespace sluice::ssh {

/// A point in real time after which a worker stops waiting.
class Deadline {
public:
    explicit Deadline(std::chrono::milliseconds fromNow)
        : m_end(std::chrono::steady_clock::now() + fromNow) {}
    bool isOver() const { return std::chrono::steady_clock::now() >= m_end; }
    /// libssh's own timeouts, set to what was left, fire a little early.
    bool isAsGoodAsOver() const { return std::chrono::steady_clock::now() + std::chrono::milliseconds(50) >= m_end; }
    /// At least 1 ms, for calls that take 0 as "for ever".
    std::chrono::milliseconds left() const {
        return std::max(std::chrono::milliseconds(1), std::chrono::duration_cast<std::chrono::milliseconds>(
                                                          m_end - std::chrono::steady_clock::now()));
    }
    int slice(int most) const { return static_cast<int>(std::min<long long>(most, left().count())); }

private:
    std::chrono::steady_clock::time_point m_end;
};

} // namespace sluice::ssh
