#include "ui/topology/topology_progress.h"

#include <QCoreApplication>

#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

bool isOver(engine::StepPhase phase) {
    using engine::StepPhase;
    return phase == StepPhase::Ready || phase == StepPhase::Gone || phase == StepPhase::Skipped;
}

/// What a check of the plan waits for, as people call it.
QString checkWords(const QString &step) {
    if (step == QLatin1String("route_served"))
        return tr("the routing agent");
    if (step == QLatin1String("bastion_ready"))
        return tr("SSH on the bastion");
    if (step == QLatin1String("droplet_ready"))
        return tr("SSH on the droplet");
    return {};
}

} // namespace

QString stopwatchText(qint64 seconds) {
    const qint64 hours = seconds / 3600;
    const QString rest = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, hours > 0 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return hours > 0 ? QStringLiteral("%1:%2").arg(hours).arg(rest) : rest;
}

Progress::Progress(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QDateTime &now)
    : m_plan(plan)
    , m_now(now) {
    for (const engine::StepState &step : steps)
        m_steps.insert(step.name, step);
}

bool Progress::isRunning(const engine::StepState &state) const {
    using engine::StepPhase;
    return state.phase == StepPhase::Intended || state.phase == StepPhase::Created ||
           state.phase == StepPhase::Deleting || (state.phase == StepPhase::Waiting && state.started.isValid());
}

qint64 Progress::elapsed(const engine::StepState &state) const {
    return m_now.isValid() && state.started.isValid() ? std::max<qint64>(0, state.started.secsTo(m_now)) : -1;
}

QString Progress::words(const QString &step) const {
    const auto state = m_steps.constFind(step);
    if (state == m_steps.constEnd())
        return {};
    const blueprint::PlannedResource *planned = m_plan.find(step);
    if (!isRunning(*state)) {
        const bool due = state->phase == engine::StepPhase::Planned || state->phase == engine::StepPhase::Waiting;
        const bool anything =
            std::any_of(m_steps.begin(), m_steps.end(), [this](const auto &other) { return isRunning(other); });
        QStringList open;
        if (due && anything && planned)
            for (const QString &need : planned->dependsOn)
                if (!isOver(m_steps.value(need).phase)) {
                    const blueprint::PlannedResource *other = m_plan.find(need);
                    if (const QString check = checkWords(need); !check.isEmpty()) {
                        open.append(check);
                        continue;
                    }
                    open.append(other && !other->cloudName.isEmpty()
                                    ? other->cloudName
                                    : QString(need).replace(QLatin1Char('_'), QLatin1Char(' ')));
                }
        return open.isEmpty() ? QString() : tr("waits for %1").arg(open.join(QStringLiteral(", ")));
    }
    const qint64 seconds = elapsed(*state);
    if (seconds < 0)
        return {};
    const int expected = planned && state->phase != engine::StepPhase::Deleting ? planned->expectedSeconds : 0;
    if (expected <= 0)
        return tr("for %1").arg(stopwatchText(seconds));
    if (seconds > expected)
        return tr("%1, usually %2").arg(stopwatchText(seconds), stopwatchText(expected));
    return tr("%1 of about %2").arg(stopwatchText(seconds), stopwatchText(expected));
}

double Progress::fraction(const QString &step) const {
    const auto state = m_steps.constFind(step);
    const blueprint::PlannedResource *planned = m_plan.find(step);
    if (state == m_steps.constEnd() || !planned || planned->expectedSeconds <= 0 || !isRunning(*state) ||
        state->phase == engine::StepPhase::Deleting || elapsed(*state) < 0)
        return -1;
    return std::min(1.0, static_cast<double>(elapsed(*state)) / planned->expectedSeconds);
}

qint64 Progress::remaining() const {
    if (!m_now.isValid())
        return -1;
    bool running = false;
    QMap<QString, qint64> end;
    qint64 last = -1;
    for (const blueprint::PlannedResource &resource : m_plan.resources) { // topological order
        const engine::StepState state = m_steps.value(resource.name);
        if (state.phase == engine::StepPhase::Deleting || state.phase == engine::StepPhase::Failed)
            return -1; // a teardown has no expected durations; a failed run has no end
        running |= isRunning(state);
        qint64 start = 0;
        for (const QString &need : resource.dependsOn)
            start = std::max(start, end.value(need));
        const qint64 spent = isRunning(state) ? std::max<qint64>(0, elapsed(state)) : 0;
        const qint64 left = isOver(state.phase) ? 0 : std::max<qint64>(0, resource.expectedSeconds - spent);
        end.insert(resource.name, isOver(state.phase) ? 0 : start + left);
        last = std::max(last, end.value(resource.name));
    }
    return running && last > 0 ? last : -1;
}

QString Progress::whole() const {
    int over = 0;
    bool running = false;
    for (const blueprint::PlannedResource &resource : m_plan.resources) {
        const engine::StepState state = m_steps.value(resource.name);
        over += isOver(state.phase);
        running |= isRunning(state);
    }
    if (!running)
        return {};
    const QString done = tr("%1 of %2 steps done").arg(over).arg(m_plan.resources.size());
    const qint64 left = remaining();
    if (left < 0)
        return done;
    return tr("%1, expected ready at %2 (in about %3)")
        .arg(done, m_now.addSecs(left).toLocalTime().toString(QStringLiteral("HH:mm")), stopwatchText(left));
}

} // namespace sluice::ui
