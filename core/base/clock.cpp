#include "core/base/clock.h"

#include <QTimer>
#include <algorithm>
#include <cmath>

namespace sluice {

ScaledClock::ScaledClock(double scale)
    : m_scale(scale > 0 ? scale : 1.0)
    , m_start(std::chrono::steady_clock::now()) {}

Clock::Duration ScaledClock::elapsed() const {
    const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - m_start;
    return m_before + Duration(static_cast<qint64>(real.count() * m_scale));
}

void ScaledClock::setScale(double scale) {
    m_before = elapsed();
    m_start = std::chrono::steady_clock::now();
    m_scale = scale > 0 ? scale : 1.0;
}

void ScaledClock::after(Duration delay, QObject *context, std::function<void()> then) {
    QTimer::singleShot(delay <= Duration::zero() ? Duration::zero() : real(delay), context, std::move(then));
}

Clock::Duration ScaledClock::real(Duration nominal) const {
    return std::max(Duration(1),
                    Duration(static_cast<qint64>(std::ceil(static_cast<double>(nominal.count()) / m_scale))));
}

void ManualClock::after(Duration delay, QObject *context, std::function<void()> then) {
    m_timers.append({m_elapsed + std::max(delay, Duration::zero()), m_order++, context, std::move(then)});
}

void ManualClock::advance(Duration by) {
    const Duration target = m_elapsed + by;
    while (true) {
        const auto next = std::min_element(m_timers.begin(), m_timers.end(), [](const Timer &a, const Timer &b) {
            return a.due != b.due ? a.due < b.due : a.order < b.order;
        });
        if (next == m_timers.end() || next->due > target)
            break;
        Timer timer = std::move(*next);
        m_timers.erase(next);
        m_elapsed = std::max(m_elapsed, timer.due);
        if (timer.context)
            timer.then();
    }
    m_elapsed = target;
}

bool ManualClock::advanceToNext() {
    const auto next = std::min_element(m_timers.begin(), m_timers.end(),
                                       [](const Timer &a, const Timer &b) { return a.due < b.due; });
    if (next == m_timers.end())
        return false;
    advance(std::max(Duration::zero(), next->due - m_elapsed));
    return true;
}

} // namespace sluice
