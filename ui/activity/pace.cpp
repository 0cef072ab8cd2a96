#include "ui/activity/pace.h"

#include "ui/activity/steps_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

bool runs(engine::StepPhase phase) {
    return phase == engine::StepPhase::Intended || phase == engine::StepPhase::Created;
}

} // namespace

Pace paceOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QStringList &critical,
            const QDateTime &now) {
    Pace pace;
    double planned = 0;
    double real = 0;
    QMap<QString, const engine::StepState *> byName;
    for (const engine::StepState &step : steps) {
        byName.insert(step.name, &step);
        const blueprint::PlannedResource *resource = plan.find(step.name);
        if (resource && resource->expectedSeconds > 0 && step.phase == engine::StepPhase::Ready &&
            step.started.isValid() && step.finished.isValid()) {
            planned += static_cast<double>(resource->expectedSeconds);
            real += static_cast<double>(step.started.msecsTo(step.finished)) / 1000;
        }
    }
    if (planned <= 0)
        return pace;
    pace.factor = real / planned;
    double left = 0;
    for (const blueprint::PlannedResource &resource : plan.resources) {
        const engine::StepState *step = byName.value(resource.name);
        if (step && step->phase == engine::StepPhase::Ready)
            continue;
        const double due = static_cast<double>(resource.expectedSeconds) * pace.factor;
        const double spent =
            step && step->started.isValid() && runs(step->phase) ? static_cast<double>(step->started.secsTo(now)) : 0;
        if (critical.contains(resource.name))
            left += std::max(0.0, due - spent);
        if (step && runs(step->phase) && spent >= static_cast<double>(kStallSeconds) && spent > kStallFactor * due &&
            due > 0)
            pace.stalled << QCoreApplication::translate("Pace", "%1 takes %2, about %3 was expected%4")
                                .arg(resource.name, durationText(static_cast<qint64>(spent)),
                                     durationText(std::llround(std::ceil(due))),
                                     step->detail.isEmpty() ? QString() : QStringLiteral(": ") + step->detail);
    }
    pace.secondsLeft = std::llround(std::ceil(left));
    return pace;
}

} // namespace sluice::ui
