#pragma once

#include "core/blueprint/plan.h"

namespace sluice::blueprint {

/// One field of a standing deployment that is to become something else.
struct Change {
    enum class Effect {
        InPlace, ///< the object is changed where it stands; the egress IP is not touched
        Refused  ///< cannot be changed: only a new deployment, which has another egress IP, can have it
    };
    QString field; ///< JSON name of the blueprint's field
    QString before;
    QString after;
    Effect effect = Effect::Refused;
    QString step;    ///< the step whose object changes; empty when refused
    QString message; ///< what follows from it, for people
    bool operator==(const Change &) const = default;
};
QString effectName(Change::Effect effect); ///< in_place | refused

/// What a change of a standing deployment comes to.
struct ChangeOutcome {
    QList<Change> changes;
    Problems problems; ///< errors: nothing may be changed
    /// The recorded plan with the changed steps and their prices; `pendingChanges` names them. Valid without errors.
    Plan plan;
    double usdPerMonthBefore = 0;
};

/// `wanted` is the recorded plan's blueprint with the new values put in. `facts` are of the account now: the droplet
/// limit counts. Pure. InvalidInput ("no_change") when nothing differs, and ("not_changeable") for a field that is
/// fixed with its object.
ChangeOutcome changeFrom(const Plan &recorded, const Blueprint &wanted, const AccountFacts &facts, const Prices &prices,
                         const QDateTime &now);

} // namespace sluice::blueprint
