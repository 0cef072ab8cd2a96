#include "ui/activity/explain.h"

#include "ui/activity/steps_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace sluice::ui {

namespace {

using store::EntryKind;

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

QString clock(const QDateTime &at) {
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

/// What a step is for people, e.g. "NAT gateway (egress-nat-gw)".
QString nameOf(const blueprint::Plan &plan, const QString &step) {
    const blueprint::PlannedResource *planned = plan.find(step);
    QString name = blueprint::titleOf(step);
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!planned || planned->cloudName.isEmpty() || planned->cloudName == step)
        return name;
    return tr("%1 (%2)").arg(name, planned->cloudName);
}

QString whySlow(const blueprint::Plan &plan, const QString &step) {
    const blueprint::PlannedResource *planned = plan.find(step);
    const QString kind = planned ? planned->kind : QString();
    if (kind == QLatin1String("kubernetes_cluster"))
        return tr("the platform starts a control plane and boots every node before the cluster counts as running");
    if (kind == QLatin1String("nat_gateway"))
        return tr("the platform builds the gateway and gives it its public address");
    if (kind == QLatin1String("droplet"))
        return tr("the droplet has to boot");
    if (step == QLatin1String("route_served"))
        return tr("the cluster installs its routing agent after it is running");
    if (kind == QLatin1String("check"))
        return tr("the first boot has to end before the host vouches for its key");
    return tr("the platform took its time");
}

struct Made {
    QString step;
    QDateTime from;
    QDateTime to;
    QString evidence; ///< of what was found instead of made
    bool adopted = false;
};

/// Everything of one run that its entries tell.
struct Story {
    bool destroys = false;
    QDateTime begun;
    QDateTime ended;
    Json end;                 ///< payload of RunEnded
    int number = 0;           ///< of all runs of the deployment, 1 = the first
    bool earlierOpen = false; ///< the run before it has no recorded end
    QList<Made> made;
    QList<Made> removed;
    QMap<QString, int> asked; ///< step -> how often it was asked for
    QList<QPair<QString, Error>> failures;
    QStringList released;
};

Error errorOf(const Json &json) {
    return {.message = jsonString(json, "message"),
            .resource = jsonString(json, "resource"),
            .path = jsonString(json, "path"),
            .httpStatus = static_cast<int>(jsonInt(json, "http_status")),
            .requestId = jsonString(json, "request_id"),
            .remedy = jsonString(json, "remedy")};
}

Story lastRun(const QList<store::Entry> &journal) {
    Story story;
    QMap<QString, Made> open;
    for (const store::Entry &entry : journal) {
        switch (entry.kind) {
        case EntryKind::RunStarted:
            story = Story{.destroys = jsonString(entry.payload, "direction") == QLatin1String("destroy"),
                          .begun = entry.at,
                          .ended = {},
                          .end = {},
                          .number = story.number + 1,
                          .earlierOpen = story.number > 0 && !story.ended.isValid()};
            open.clear();
            break;
        case EntryKind::RunEnded:
            story.ended = entry.at;
            story.end = entry.payload;
            break;
        case EntryKind::Intent:
            ++story.asked[entry.step];
            if (!open.contains(entry.step))
                open[entry.step] = {.step = entry.step, .from = entry.at};
            break;
        case EntryKind::Accepted: {
            Made &made = open[entry.step];
            made.step = entry.step;
            if (!made.from.isValid())
                made.from = entry.at;
            made.adopted = jsonBool(entry.payload, "adopted");
            made.evidence = jsonString(entry.payload, "evidence");
            break;
        }
        case EntryKind::Done: {
            Made made = open.take(entry.step);
            made.step = entry.step;
            made.to = entry.at;
            if (!made.from.isValid())
                made.from = entry.at;
            story.made << made;
            break;
        }
        case EntryKind::Failed:
            story.failures.append({entry.step, errorOf(jsonMember(entry.payload, "error"))});
            break;
        case EntryKind::DeleteIntent:
            open[entry.step] = {.step = entry.step, .from = entry.at};
            break;
        case EntryKind::Deleted:
        case EntryKind::Released: {
            Made gone = open.take(entry.step);
            gone.step = entry.step;
            gone.to = entry.at;
            if (!gone.from.isValid())
                gone.from = entry.at;
            if (entry.kind == EntryKind::Released)
                story.released << entry.step;
            else
                story.removed << gone;
            break;
        }
        case EntryKind::UserDecision:
            break;
        }
    }
    return story;
}

/// While a run goes on the journal is not read: the steps tell the same, less its retries.
Story fromSteps(const DeploymentView &view) {
    Story story;
    story.begun = view.startedAt;
    story.number = 1;
    story.destroys = view.running == QLatin1String("destroy") || view.phase == QLatin1String("destroying");
    for (const engine::StepState &step : view.steps) {
        const Made made{.step = step.name, .from = step.started, .to = step.finished};
        const bool ofThisRun = step.finished.isValid() && step.finished >= view.startedAt;
        if (step.phase == engine::StepPhase::Ready && ofThisRun)
            story.made << made;
        if (step.phase == engine::StepPhase::Gone && ofThisRun)
            story.removed << made;
        if (step.phase == engine::StepPhase::Failed)
            story.failures.append({step.name, step.error});
    }
    const auto earlier = [](const Made &a, const Made &b) { return a.to < b.to; };
    std::sort(story.made.begin(), story.made.end(), earlier);
    std::sort(story.removed.begin(), story.removed.end(), earlier);
    return story;
}

class Explanation {
    Q_DECLARE_TR_FUNCTIONS(sluice::ui::Explanation)
public:
    Explanation(const DeploymentView &view, const QDateTime &now)
        : m_view(view)
        , m_now(now) {
        const bool building = view.running == QLatin1String("apply") || view.running == QLatin1String("resume") ||
                              view.running == QLatin1String("destroy") || view.running == QLatin1String("change") ||
                              view.running == QLatin1String("repair");
        m_story = building ? fromSteps(view) : lastRun(view.journal);
        m_running = building;
    }

    QString text() {
        if (!m_story.begun.isValid())
            return {};
        opening();
        order(m_story.destroys ? m_story.removed : m_story.made);
        longest(m_story.destroys ? m_story.removed : m_story.made);
        faults();
        ending();
        whatIsLeft();
        cost();
        measured();
        return m_lines.join(QStringLiteral("\n\n"));
    }

private:
    void opening() {
        const QString what = m_story.destroys ? tr("The teardown of %1") : tr("The creation of %1");
        QString line = what.arg(m_view.name) + QLatin1Char(' ');
        if (m_running)
            line +=
                tr("began %1 and has run for %2.").arg(clock(m_story.begun), durationText(m_story.begun.secsTo(m_now)));
        else if (m_story.ended.isValid())
            line += tr("began %1 and ended after %2.")
                        .arg(clock(m_story.begun), durationText(m_story.begun.secsTo(m_story.ended)));
        else
            line += tr("began %1; its end is not recorded: the program was ended before it.").arg(clock(m_story.begun));
        if (m_story.number > 1)
            line += QLatin1Char(' ') +
                    (m_story.earlierOpen
                         ? tr("It is run %1 of this deployment; the one before it was cut off without an end.")
                         : tr("It is run %1 of this deployment."))
                        .arg(m_story.number);
        m_lines << line;
    }

    void order(const QList<Made> &all) {
        if (all.isEmpty()) {
            m_lines << (m_story.destroys ? tr("Nothing was removed in it.") : tr("Nothing new became ready in it."));
            return;
        }
        QString text = m_story.destroys ? tr("Removed, in this order:") : tr("Made, in this order:");
        int n = 0;
        for (const Made &made : all) {
            text += QStringLiteral("\n  %1. ").arg(++n) + nameOf(m_view.plan, made.step);
            const qint64 seconds = made.from.isValid() ? made.from.secsTo(made.to) : 0;
            if (seconds > 0)
                text += tr(", %1").arg(durationText(seconds));
        }
        m_lines << text;
    }

    void longest(const QList<Made> &all) {
        const auto seconds = [](const Made &made) { return made.from.isValid() ? made.from.msecsTo(made.to) : 0; };
        const auto most = std::max_element(all.cbegin(), all.cend(),
                                           [&](const Made &a, const Made &b) { return seconds(a) < seconds(b); });
        if (most == all.cend() || all.size() < 2 || seconds(*most) < 1000)
            return;
        const qint64 whole =
            std::max<qint64>(1, m_story.begun.msecsTo(m_story.ended.isValid() ? m_story.ended : m_now));
        QString line = tr("The longest was %1: %2, %3 % of the run")
                           .arg(nameOf(m_view.plan, most->step), durationText(seconds(*most) / 1000))
                           .arg(std::min<qint64>(100, seconds(*most) * 100 / whole));
        line += m_story.destroys ? tr(": the platform lets go of it only when nothing uses it any more.")
                                 : tr(": %1.").arg(whySlow(m_view.plan, most->step));
        QStringList waited;
        for (const blueprint::PlannedResource &resource : m_view.plan.resources) {
            if (resource.dependsOn.contains(most->step))
                waited << nameOf(m_view.plan, resource.name);
        }
        if (!m_story.destroys && !waited.isEmpty())
            line += QLatin1Char(' ') + tr("It was waited for by: %1.").arg(waited.join(QStringLiteral(", ")));
        m_lines << line;
    }

    void faults() {
        QStringList lines;
        for (auto it = m_story.asked.cbegin(); it != m_story.asked.cend(); ++it) {
            if (it.value() > 1)
                lines << tr("%1 was asked for %2 times: an answer was lost, or it was not allowed yet.")
                             .arg(nameOf(m_view.plan, it.key()))
                             .arg(it.value());
        }
        for (const Made &made : m_story.made) {
            if (made.adopted)
                lines << tr("%1 was found in the account and taken over instead of being made twice (%2).")
                             .arg(nameOf(m_view.plan, made.step), made.evidence);
        }
        for (const QString &step : m_story.released)
            lines << tr("%1 was let go, not deleted.").arg(nameOf(m_view.plan, step));
        for (const auto &[step, error] : m_story.failures) {
            QString line = tr("%1 failed: %2.").arg(nameOf(m_view.plan, step), error.message);
            if (!error.requestId.isEmpty())
                line += QLatin1Char(' ') + tr("Request id for support: %1.").arg(error.requestId);
            if (!error.remedy.isEmpty())
                line += QLatin1Char(' ') + tr("What to do: %1").arg(error.remedy);
            lines << line;
        }
        if (!lines.isEmpty())
            m_lines << lines.join(QLatin1Char('\n'));
        else if (!m_running)
            m_lines << tr("Nothing had to be tried again and nothing failed.");
    }

    void ending() {
        if (m_running)
            return;
        const Error error = errorOf(jsonMember(m_story.end, "error"));
        if (!m_story.ended.isValid()) {
            m_lines << tr("What to do: Resume looks for what was asked for and goes on; nothing is made twice.");
        } else if (error.message.isEmpty()) {
            m_lines << (m_story.destroys ? tr("It ended well: a fresh look through the account found nothing left.")
                                         : tr("It ended well: everything in the plan is ready."));
        } else {
            QString line = tr("It stopped: %1.").arg(error.message);
            const bool told = std::any_of(m_story.failures.cbegin(), m_story.failures.cend(),
                                          [&](const auto &f) { return f.second.remedy == error.remedy; });
            if (!error.remedy.isEmpty() && !told)
                line += QLatin1Char(' ') + tr("What to do: %1").arg(error.remedy);
            line += QLatin1Char(' ') + (m_story.destroys ? tr("Then Resume goes on with the teardown.")
                                                         : tr("Then Resume goes on where it stopped, or Tear down "
                                                              "removes what was made."));
            m_lines << line;
        }
    }

    void whatIsLeft() {
        QStringList left;
        for (const engine::StepState &step : m_view.steps) {
            const bool done = m_story.destroys ? step.phase == engine::StepPhase::Gone || step.id.isEmpty()
                                               : step.phase == engine::StepPhase::Ready;
            if (!done)
                left << tr("%1: %2").arg(nameOf(m_view.plan, step.name), phaseText(step.phase));
        }
        if (left.isEmpty())
            return;
        m_lines << (m_story.destroys ? tr("Still there:") : tr("Not ready yet:")) + QStringLiteral("\n  ") +
                       left.join(QStringLiteral("\n  "));
    }

    void cost() {
        double hourly = 0;
        for (const engine::StepState &step : m_view.steps) {
            const blueprint::PlannedResource *planned = m_view.plan.find(step.name);
            if (planned && !step.id.isEmpty() && step.phase != engine::StepPhase::Gone)
                hourly += planned->usdPerHour;
        }
        const QString price = QLocale().toString(hourly, 'f', 4);
        if (hourly <= 0)
            m_lines << tr("Nothing of it costs anything now.");
        else if (m_view.sandbox)
            m_lines
                << tr("In a real account what is there would cost %1 USD an hour; this cloud is simulated.").arg(price);
        else
            m_lines << tr("What is there costs %1 USD an hour until it is torn down.").arg(price);
    }

    void measured() {
        if (m_story.destroys || m_running || m_view.phase != QLatin1String("ready"))
            return;
        if (m_view.verdict == QLatin1String("pass"))
            m_lines << tr("The egress address %1 is proven by measurement.").arg(m_view.egressIp);
        else if (m_view.verdict == QLatin1String("fail"))
            m_lines << tr("The last measurement failed: see Verification.");
        else
            m_lines << tr("The egress address %1 is not proven yet: Verify measures it.").arg(m_view.egressIp);
    }

    const DeploymentView &m_view;
    QDateTime m_now;
    Story m_story;
    bool m_running = false;
    QStringList m_lines;
};

} // namespace

QString explainRun(const DeploymentView &view, const QDateTime &now) {
    return Explanation(view, now).text();
}

} // namespace sluice::ui
