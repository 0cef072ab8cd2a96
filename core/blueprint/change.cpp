#include "core/blueprint/change.h"

#include "core/base/words.h"
#include "core/blueprint/rebuild.h"

#include <algorithm>

namespace sluice::blueprint {

namespace {

struct Rule {
    const char *field;
    Role step;
    const char *message;
};

// What the API changes in place (DIGITALOCEAN.md 1.2): a node pool's count, a gateway's size, a firewall's rules.
constexpr Rule kInPlace[] = {
    {"doks_node_count", Role::Cluster,
     QT_TRANSLATE_NOOP(
         "core::blueprint",
         "New nodes pull their images through the NAT gateway and get the Route from the routing agent; a node that is "
         "removed takes its pods with it.")},
    {"nat_gateway_size", Role::NatGateway,
     QT_TRANSLATE_NOOP("core::blueprint", "The official document's example keeps the gateway's addresses over a "
                                          "resize; whether connections survive it is "
                                          "not documented. The egress IP is compared afterwards.")},
    {"bastion_ssh_sources", Role::BastionFirewall,
     QT_TRANSLATE_NOOP(
         "core::blueprint",
         "Only these addresses reach the bastion's port 22 from then on. Keep the one that you work from.")},
};

QString shown(const Json &value) {
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_array()) {
        QStringList texts;
        for (const Json &item : value)
            texts << shown(item);
        return texts.join(QStringLiteral(", "));
    }
    return QString::fromStdString(value.dump());
}

Change changeOf(const QString &field, const Json &before, const Json &after) {
    Change change{.field = field, .before = shown(before), .after = shown(after)};
    const auto rule = std::find_if(std::begin(kInPlace), std::end(kInPlace),
                                   [&](const Rule &r) { return field == QLatin1String(r.field); });
    if (rule == std::end(kInPlace)) {
        change.message =
            BlueprintWords::tr("%1 is fixed when the deployment is made. A new deployment beside this one can "
                               "have it; it gets another egress IP.")
                .arg(field);
        return change;
    }
    change.effect = Change::Effect::InPlace;
    change.step = roleName(rule->step);
    change.message = BlueprintWords::tr(rule->message);
    return change;
}

QList<Change> changesBetween(const Blueprint &recorded, const Blueprint &wanted) {
    QList<Change> changes;
    const Json before = toJson(recorded), after = toJson(wanted);
    for (const auto &item : after.items()) {
        const Json &was = before.at(item.key()); // the same members, whatever the values
        if (was != item.value())
            changes.append(changeOf(QString::fromStdString(item.key()), was, item.value()));
    }
    return changes;
}

/// The droplets that the change adds must fit the account's limit.
void checkHeadroom(const Blueprint &recorded, const Blueprint &wanted, const AccountFacts &facts, Problems &problems) {
    const int more = wanted.nodeCount - recorded.nodeCount;
    const int limit = facts.account.dropletLimit;
    const int used = static_cast<int>(facts.droplets.size());
    if (more <= 0 || limit <= 0 || used + more <= limit)
        return;
    const int possible = recorded.nodeCount + std::max(0, limit - used);
    problems.append(
        {.field = QStringLiteral("doks_node_count"),
         .code = QStringLiteral("quota_droplets"),
         .message = BlueprintWords::tr("This needs %1 more droplets (nodes count), but %2 of the account's %3 "
                                       "are in use. Delete some, ask for a higher limit, or use fewer nodes.")
                        .arg(more)
                        .arg(used)
                        .arg(limit),
         .proposal = possible > recorded.nodeCount ? QString::number(possible) : QString()});
}

} // namespace

QString effectName(Change::Effect effect) {
    return effect == Change::Effect::InPlace ? QStringLiteral("in_place") : QStringLiteral("refused");
}

ChangeOutcome changeFrom(const Plan &recorded, const Blueprint &wanted, const AccountFacts &facts, const Prices &prices,
                         const QDateTime &now) {
    ChangeOutcome outcome{.changes = changesBetween(recorded.blueprint, wanted),
                          .problems = {},
                          .plan = recorded,
                          .usdPerMonthBefore = recorded.usdPerMonth()};
    if (outcome.changes.isEmpty())
        outcome.problems.append(
            {.field = {},
             .code = QStringLiteral("no_change"),
             .message = BlueprintWords::tr("%1 is planned like this already.").arg(recorded.deployment),
             .proposal = {}});
    for (const Change &change : std::as_const(outcome.changes)) {
        if (change.effect == Change::Effect::Refused)
            outcome.problems.append({.field = change.field,
                                     .code = QStringLiteral("not_changeable"),
                                     .message = change.message,
                                     .proposal = change.before});
    }
    // What stands is not judged again: only what the change brings.
    const Problems standing = validate(recorded.blueprint);
    const Problems judged = validate(wanted);
    for (const Problem &problem : judged)
        if (!standing.contains(problem))
            outcome.problems.append(problem);
    checkHeadroom(recorded.blueprint, wanted, facts, outcome.problems);
    if (hasErrors(outcome.problems))
        return outcome;

    const Trace trace{.deploymentId = recorded.deploymentId, .blueprint = wanted, .doubts = {}, .isWhole = true};
    const Plan anew = planOf(trace, facts, prices, now);
    outcome.plan.blueprint = wanted;
    for (const Change &change : std::as_const(outcome.changes)) {
        const PlannedResource *fresh = anew.find(change.step);
        const auto kept = std::find_if(outcome.plan.resources.begin(), outcome.plan.resources.end(),
                                       [&change](const PlannedResource &r) { return r.name == change.step; });
        if (!fresh || kept == outcome.plan.resources.end())
            continue;
        kept->request = fresh->request;
        kept->usdPerMonth = fresh->usdPerMonth;
        kept->usdPerHour = fresh->usdPerHour;
        kept->priceSource = fresh->priceSource;
        if (!outcome.plan.pendingChanges.contains(change.step))
            outcome.plan.pendingChanges << change.step;
    }
    outcome.plan.prices = prices;
    return outcome;
}

} // namespace sluice::blueprint
