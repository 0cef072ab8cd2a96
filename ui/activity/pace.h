#pragma once

#include "core/blueprint/plan.h"
#include "core/engine/engine.h"

namespace sluice::ui {

/// How fast a deployment really goes, against what its plan expected: from its own finished steps alone.
struct Pace {
    double factor = 0; ///< real time / planned time of the steps that are done; 0 = none is done yet, nothing known
    qint64 secondsLeft = -1; ///< of the critical path at this pace; -1 = not known
    QStringList stalled;     ///< steps that run kStallFactor times as long as they should at this pace, in words
};
inline constexpr double kStallFactor = 3;
inline constexpr qint64 kStallSeconds = 30; ///< nothing is called stalled before

/// `now` in UTC; `critical` are names of the plan's resources (criticalPathOf).
Pace paceOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QStringList &critical,
            const QDateTime &now);

} // namespace sluice::ui
