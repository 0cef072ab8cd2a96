#pragma once

#include "core/base/clock.h"

#include <QMultiMap>
#include <QTimer>
#include <atomic>

namespace sluice::sandbox {

/// Real time times `scale`, which can also be moved forward by hand (admin): what becomes due meanwhile fires in order.
/// Timers run on the thread that made the clock; elapsed() and after() may be called from any thread.
class SandboxClock final : public Clock {
public:
    explicit SandboxClock(double scale);
    Duration elapsed() const override;
    QDateTime now() const override;
    void after(Duration delay, QObject *context, std::function<void()> then) override;
    Duration real(Duration nominal) const override;
    void advance(Duration by);

private:
    struct Timer {
        QPointer<QObject> context;
        std::function<void()> then;
    };
    void fire();
    void rearm();
    void runFirst();
    QObject m_home; ///< the thread's anchor
    QTimer m_timer;
    QMultiMap<qint64, Timer> m_due;
    double m_scale;
    std::chrono::steady_clock::time_point m_start;
    std::atomic<qint64> m_advanced{0};
};

} // namespace sluice::sandbox
