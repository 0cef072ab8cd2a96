#pragma once

#include "core/engine/engine.h"

#include <QCoreApplication>
#include <QDateTime>

namespace sluice::ui {

/// What runs, for how long, what waits for what, and when the end is expected: the plan's expected durations against
/// the steps' times. Pure; without a present (`now` invalid) it says only what waits for what.
class Progress {
public:
    Progress(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QDateTime &now);
    /// One line for a step; empty when it neither runs nor waits.
    QString words(const QString &step) const;
    /// 0..1 of the expected duration; negative when it does not run or nothing is expected.
    double fraction(const QString &step) const;
    /// One line for the whole run; empty when nothing runs.
    QString whole() const;
    /// Seconds until everything is expected to be ready; negative when nothing runs or it is not known.
    qint64 remaining() const;

private:
    bool isRunning(const engine::StepState &state) const;
    qint64 elapsed(const engine::StepState &state) const;
    const blueprint::Plan &m_plan;
    QMap<QString, engine::StepState> m_steps;
    QDateTime m_now;
    Q_DECLARE_TR_FUNCTIONS(sluice::ui::Progress)
};

/// "0:42", "5:30", "1:02:09".
QString stopwatchText(qint64 seconds);

} // namespace sluice::ui
