#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <array>

namespace sluice::ui {

/// Durations in logarithmic classes: any number of them in a fixed room, each read back at most 9 % too long.
class DurationClasses {
public:
    void add(double milliseconds);
    qint64 count() const { return m_count; }
    /// Milliseconds that `share` (0..1) of them do not exceed; 0 when there are none.
    double at(double share) const;

private:
    static constexpr int kClasses = 220; ///< 1 µs to some minutes, eight to the doubling
    std::array<qint64, kClasses> m_classes{};
    qint64 m_count = 0;
};

/// How late the window's thread answers. A beat is due every kBeat on that thread; how late it comes is how long a
/// click at that moment would have waited. Beats only while the window is used or something runs, and for kLinger
/// after, so that an idle window stays idle. Times are of the monotonic clock.
class Fluency final : public QObject {
    Q_OBJECT
public:
    static constexpr int kBeat = 10;     ///< milliseconds
    static constexpr int kLinger = 5000; ///< milliseconds
    static constexpr double kFrame = 16; ///< milliseconds; what is later than that can be seen
    explicit Fluency(QObject *parent = nullptr);

    struct Figures {
        qint64 beats = 0;
        double p50 = 0; ///< milliseconds late
        double p99 = 0;
        double longest = 0;
        QDateTime longestAt; ///< UTC
        qint64 visible = 0;  ///< stalls longer than kFrame
        double seconds = 0;  ///< watched
    };
    Figures figures() const;
    /// The figures in sentences, to show and to copy.
    QString words() const;
    /// From now until kLinger after the last call.
    void watch();
    bool isWatching() const { return m_timer.isActive(); }
    /// One beat that came `late` milliseconds after it was due. Beats that fell out because of it were late as well.
    void record(double late);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void beat();
    DurationClasses m_late;
    QTimer m_timer;
    QElapsedTimer m_since;  ///< the last beat
    QElapsedTimer m_wanted; ///< the last watch()
    Figures m_figures;
};

/// The figures in a box of their own, with a button that copies them; answers at once.
void showFluency(const Fluency *fluency, QWidget *parent);

} // namespace sluice::ui
