#pragma once

#include "ui/activity/pace.h"

#include <QWidget>

namespace sluice::ui {

/// The chain that everything waits for, as one bar: a part for each step, as wide as it lasts. Done is filled, running
/// is filled as far as its time has come, what waits is outlined; each part carries its name, so that colour is not
/// needed.
class CriticalBar final : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;
        double seconds = 0; ///< measured when it is over, else expected
        double share = 0;   ///< 0..1 of it is over
        engine::StepPhase phase = engine::StepPhase::Planned;
        bool operator==(const Part &) const = default;
    };
    explicit CriticalBar(QWidget *parent = nullptr);
    void setParts(const QList<Part> &parts);
    const QList<Part> &parts() const { return m_parts; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Left edges and widths in logical pixels.
    QList<QRectF> boxes() const;
    QString wordsOf(const Part &part) const;
    QList<Part> m_parts;
};

/// The parts of `critical` (names of the plan's resources) at `now`, UTC.
QList<CriticalBar::Part> criticalParts(const blueprint::Plan &plan, const QList<engine::StepState> &steps,
                                       const QStringList &critical, const QDateTime &now, const Typical &typical);

} // namespace sluice::ui
