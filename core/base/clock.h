#pragma once

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <chrono>
#include <functional>

namespace sluice {

/// Where time comes from. Everything that waits or measures takes a Clock, so that tests and simulated clouds can drive
/// it. Durations are nominal ("75 s for a NAT gateway"); a ScaledClock with scale S lets them pass in 1/S of real time.
class Clock {
public:
    using Duration = std::chrono::milliseconds;
    virtual ~Clock() = default;

    /// Monotonic nominal time since the clock was made.
    virtual Duration elapsed() const = 0;
    /// Wall-clock time (UTC), never used for measuring.
    virtual QDateTime now() const = 0;
    /// Nominal time that has passed since a moment that now() gave, perhaps in another process; negative when the wall
    /// clock was set back meanwhile.
    virtual Duration since(const QDateTime &past) const { return Duration(past.msecsTo(now())); }
    /// Calls `then` in `context`'s thread after the nominal `delay`, unless `context` is gone by then.
    virtual void after(Duration delay, QObject *context, std::function<void()> then) = 0;
    /// The real time that corresponds to a nominal duration; for library timeouts (sockets, HTTP). At least 1 ms.
    virtual Duration real(Duration nominal) const = 0;
};

/// Real time divided by `scale` (1 = real, 60 = a minute in a second).
class ScaledClock final : public Clock {
public:
    explicit ScaledClock(double scale = 1.0);
    Duration elapsed() const override;
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    Duration since(const QDateTime &past) const override {
        return Duration(static_cast<qint64>(static_cast<double>(past.msecsTo(now())) * m_scale));
    }
    void after(Duration delay, QObject *context, std::function<void()> then) override;
    Duration real(Duration nominal) const override;
    double scale() const { return m_scale; }
    /// From now on; what has elapsed stays. Timers that already wait keep their old real time.
    void setScale(double scale);

private:
    double m_scale;
    Duration m_before{0};
    std::chrono::steady_clock::time_point m_start;
};

/// Time that moves only when a test says so. Single-threaded.
class ManualClock final : public Clock {
public:
    Duration elapsed() const override { return m_elapsed; }
    QDateTime now() const override { return m_epoch.addMSecs(m_elapsed.count()); }
    void after(Duration delay, QObject *context, std::function<void()> then) override;
    Duration real(Duration nominal) const override { return nominal; }
    /// Moves time forward, firing what becomes due in order; what a callback schedules fires too if it is due.
    void advance(Duration by);
    /// Moves to the next timer and fires it; false when none is waiting.
    bool advanceToNext();
    int pending() const { return static_cast<int>(m_timers.size()); }

private:
    struct Timer {
        Duration due;
        quint64 order;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    Duration m_elapsed{0};
    QDateTime m_epoch = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    quint64 m_order = 0;
    QList<Timer> m_timers;
};

} // namespace sluice
