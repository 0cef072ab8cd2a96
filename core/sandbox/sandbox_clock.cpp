#include "core/sandbox/sandbox_clock.h"

#include <QThread>
#include <algorithm>
#include <cmath>

namespace sluice::sandbox {

SandboxClock::SandboxClock(double scale)
    : m_scale(scale > 0 ? scale : 1.0)
    , m_start(std::chrono::steady_clock::now()) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_home, [this] { fire(); });
}

Clock::Duration SandboxClock::elapsed() const {
    const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - m_start;
    return Duration(static_cast<qint64>(real.count() * m_scale) + m_advanced);
}

QDateTime SandboxClock::now() const {
    return QDateTime::currentDateTimeUtc().addMSecs(m_advanced);
}

Clock::Duration SandboxClock::real(Duration nominal) const {
    return std::max(Duration(1),
                    Duration(static_cast<qint64>(std::ceil(static_cast<double>(nominal.count()) / m_scale))));
}

void SandboxClock::after(Duration delay, QObject *context, std::function<void()> then) {
    const qint64 due = (elapsed() + std::max(delay, Duration::zero())).count();
    const auto add = [this, due, timer = Timer{context, std::move(then)}] {
        // QMultiMap puts the newest of equal keys first; the hint at the end of the range keeps their order.
        m_due.insert(m_due.upperBound(due), due, timer);
        rearm();
    };
    if (QThread::currentThread() == m_home.thread())
        add();
    else
        QMetaObject::invokeMethod(&m_home, add, Qt::QueuedConnection);
}

void SandboxClock::rearm() {
    if (m_due.isEmpty())
        return m_timer.stop();
    const Duration wait = Duration(m_due.firstKey()) - elapsed();
    m_timer.start(wait <= Duration::zero() ? Duration::zero() : std::min(real(wait), Duration(std::chrono::hours(24))));
}

void SandboxClock::runFirst() {
    const Timer timer = m_due.first();
    m_due.erase(m_due.begin());
    if (!timer.context)
        return;
    if (timer.context->thread() == QThread::currentThread())
        timer.then();
    else
        QMetaObject::invokeMethod(timer.context.data(), timer.then, Qt::QueuedConnection);
}

void SandboxClock::fire() {
    // What a callback adds with no delay waits for the next turn of the loop, so that sockets are served in between.
    const qint64 now = elapsed().count();
    while (!m_due.isEmpty() && m_due.firstKey() <= now)
        runFirst();
    rearm();
}

void SandboxClock::advance(Duration by) {
    const qint64 target = (elapsed() + std::max(by, Duration::zero())).count();
    while (!m_due.isEmpty() && m_due.firstKey() <= target) {
        m_advanced += std::max<qint64>(0, m_due.firstKey() - elapsed().count());
        runFirst();
    }
    m_advanced += std::max<qint64>(0, target - elapsed().count());
    rearm();
}

} // namespace sluice::sandbox
