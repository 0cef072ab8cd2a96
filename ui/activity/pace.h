#pragma once

#include "core/blueprint/plan.h"
#include "core/engine/engine.h"

#include <QCoreApplication>

namespace sluice::ui {

/// A step that runs much longer than it should, with what a person needs to judge it.
struct Stall {
    QString step;
    qint64 seconds = 0;    ///< it has run for so long
    qint64 expected = 0;   ///< seconds it should have taken at this pace
    QDateTime since;       ///< UTC
    QString waitsFor;      ///< what has to happen, in words
    QString lastAnswer;    ///< the state that the platform told last; empty = none yet
    QDateTime givesUp;     ///< UTC: then the run stops by itself
    QString words() const; ///< all of it in sentences, with what can be done
    Q_DECLARE_TR_FUNCTIONS(sluice::ui::Stall)
};

/// How fast a deployment really goes, against what its plan expected and what earlier deployments took.
struct Pace {
    enum class Basis { None, Plan, History };
    Basis basis = Basis::None;
    double factor = 0;       ///< real / due time of the steps that are done; 0 = none is done yet
    qint64 secondsLeft = -1; ///< of the critical path at this pace; -1 = not known
    QList<Stall> stalls;     ///< steps that run kStallFactor times as long as they should at this pace
};
inline constexpr double kStallFactor = 3;
inline constexpr qint64 kStallSeconds = 30; ///< nothing is called stalled before

/// Step name -> median seconds that it took in earlier deployments. Only steps that were seen to begin and to end.
using Typical = QMap<QString, double>;
Typical typicalOf(const QList<QList<engine::StepState>> &deployments);

/// `now` in UTC; `critical` are names of the plan's resources (criticalPathOf). Without `typical` a deployment with
/// nothing done promises nothing.
Pace paceOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QStringList &critical,
            const QDateTime &now, const Typical &typical = {});

} // namespace sluice::ui
