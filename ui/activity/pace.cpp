#include "ui/activity/pace.h"

#include "ui/activity/steps_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

bool runs(engine::StepPhase phase) {
    return phase == engine::StepPhase::Intended || phase == engine::StepPhase::Created;
}

QString waitsFor(const blueprint::PlannedResource &resource) {
    if (resource.kind == QLatin1String("nat_gateway"))
        return tr("the platform to build the gateway: state ACTIVE, with its public address");
    if (resource.kind == QLatin1String("kubernetes_cluster"))
        return tr("the platform to start the control plane and every node");
    if (resource.kind == QLatin1String("droplet"))
        return tr("the platform to boot the droplet and give it its addresses");
    if (resource.name == QLatin1String("route_served"))
        return tr("the cluster to know the Route kind");
    if (resource.kind == QLatin1String("check"))
        return tr("the host to answer over SSH with the key that its first boot vouched for");
    if (resource.kind == QLatin1String("route"))
        return tr("the cluster to accept the Route");
    return tr("the platform's answer");
}

QString clock(const QDateTime &at) {
    return QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
}

} // namespace

QString Stall::words() const {
    QString text =
        tr("%1 takes %2, about %3 was expected. It has waited since %4 for %5.")
            .arg(blueprint::titleOf(step), durationText(seconds), durationText(expected), clock(since), waitsFor);
    text += QLatin1Char(' ') +
            (lastAnswer.isEmpty() ? tr("No answer has told a state yet.") : tr("Last answer: %1.").arg(lastAnswer));
    text += QLatin1Char(' ') + tr("Waiting loses nothing; at %1 it gives up by itself. Cancel keeps what "
                                  "is made and Resume goes on from there.")
                                   .arg(clock(givesUp));
    return text;
}

Typical typicalOf(const QList<QList<engine::StepState>> &deployments) {
    QMap<QString, QList<double>> all;
    for (const QList<engine::StepState> &steps : deployments) {
        for (const engine::StepState &step : steps) {
            if (step.phase == engine::StepPhase::Ready && step.started.isValid() && step.finished > step.started)
                all[step.name] << static_cast<double>(step.started.msecsTo(step.finished)) / 1000;
        }
    }
    Typical typical;
    for (auto it = all.begin(); it != all.end(); ++it) {
        std::sort(it->begin(), it->end());
        typical.insert(it.key(), it->at(it->size() / 2));
    }
    return typical;
}

Pace paceOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QStringList &critical,
            const QDateTime &now, const Typical &typical) {
    Pace pace;
    double planned = 0;
    double real = 0;
    QMap<QString, const engine::StepState *> byName;
    const auto base = [&typical](const blueprint::PlannedResource &resource) {
        return typical.value(resource.name, static_cast<double>(resource.expectedSeconds));
    };
    for (const engine::StepState &step : steps) {
        byName.insert(step.name, &step);
        const blueprint::PlannedResource *resource = plan.find(step.name);
        if (resource && base(*resource) > 0 && step.phase == engine::StepPhase::Ready && step.started.isValid() &&
            step.finished.isValid()) {
            planned += base(*resource);
            real += static_cast<double>(step.started.msecsTo(step.finished)) / 1000;
        }
    }
    if (planned > 0)
        pace.factor = real / planned;
    const bool known = std::all_of(critical.cbegin(), critical.cend(),
                                   [&typical](const QString &name) { return typical.contains(name); });
    if (pace.factor <= 0 && !known)
        return pace;
    pace.basis = known && !critical.isEmpty() ? Pace::Basis::History : Pace::Basis::Plan;
    // A history is a better judge than the first seconds of this run: short steps vary most.
    const double factor = pace.basis == Pace::Basis::History ? std::clamp(pace.factor, 1.0, 2.0) : pace.factor;
    double left = 0;
    for (const blueprint::PlannedResource &resource : plan.resources) {
        const engine::StepState *step = byName.value(resource.name);
        if (step && step->phase == engine::StepPhase::Ready)
            continue;
        const double due = base(resource) * factor;
        const bool running = step && step->started.isValid() && runs(step->phase);
        const double spent = running ? static_cast<double>(step->started.secsTo(now)) : 0;
        if (critical.contains(resource.name))
            left += std::max(0.0, due - spent);
        if (running && spent >= static_cast<double>(kStallSeconds) && spent > kStallFactor * due && due > 0)
            pace.stalls.append({.step = resource.name,
                                .seconds = static_cast<qint64>(spent),
                                .expected = std::llround(std::ceil(due)),
                                .since = step->started,
                                .waitsFor = waitsFor(resource),
                                .lastAnswer = step->detail,
                                .givesUp = step->started.addSecs(resource.deadline.count())});
    }
    pace.secondsLeft = std::llround(std::ceil(left));
    return pace;
}

} // namespace sluice::ui
