#include "ui/wizard/draft.h"

#include "core/blueprint/sketch.h"

#include <algorithm>

namespace sluice::ui {

namespace {
constexpr int kMostNodes = 64; ///< a refused number is told, not drawn
} // namespace

void Draft::edit(const std::function<void(blueprint::Blueprint &)> &change) {
    blueprint::Blueprint next = m_blueprint;
    change(next);
    if (next == m_blueprint)
        return;
    m_blueprint = next;
    m_outcome.reset();
    check();
    Q_EMIT changed();
}

void Draft::setRegion(const QString &region) {
    edit([&](blueprint::Blueprint &b) {
        const bool untouched = b.vpcCidr == m_proposed.vpcCidr && b.clusterSubnet == m_proposed.clusterSubnet &&
                               b.serviceSubnet == m_proposed.serviceSubnet;
        b.region = region;
        if (!untouched || m_given)
            return;
        m_proposed = blueprint::propose(region, m_facts.networkInUse());
        b.vpcCidr = m_proposed.vpcCidr;
        b.clusterSubnet = m_proposed.clusterSubnet;
        b.serviceSubnet = m_proposed.serviceSubnet;
    });
}

void Draft::setBlueprint(const blueprint::Blueprint &blueprint) {
    m_given = true;
    m_blueprint = blueprint;
    m_outcome.reset();
    check();
    Q_EMIT changed();
}

void Draft::setWantsSandbox(bool sandbox) {
    if (sandbox == m_wantsSandbox)
        return;
    m_wantsSandbox = sandbox;
    Q_EMIT changed();
}

void Draft::setAccount(const operations::Account &account) {
    if (account.key != m_account.key || account.endpoint != m_account.endpoint) {
        m_hasFacts = false;
        m_facts = {};
        m_outcome.reset();
        m_wantsSandbox = account.sandbox;
    }
    m_account = account;
    Q_EMIT changed();
}

void Draft::setFacts(const blueprint::AccountFacts &facts) {
    const bool first = !m_hasFacts;
    m_facts = facts;
    m_hasFacts = true;
    m_busy = false;
    const auto usable = regions();
    const bool known =
        std::any_of(usable.begin(), usable.end(), [this](const auto &r) { return r.slug == m_blueprint.region; });
    if (first && !m_given && !usable.isEmpty()) {
        m_proposed = blueprint::propose(known ? m_blueprint.region : usable.first().slug, m_facts.networkInUse());
        m_blueprint = m_proposed;
    }
    check();
    Q_EMIT changed();
}

void Draft::setOutcome(const blueprint::PlanOutcome &outcome) {
    m_outcome = outcome;
    m_busy = false;
    Q_EMIT changed();
}

void Draft::setBusy(bool busy) {
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT changed();
}

void Draft::setOwnAddress(const QString &address) {
    m_ownAddress = address;
    Q_EMIT changed();
}

void Draft::check() {
    // With the account known everything is judged that the plan will be judged by: nothing waits for the last page.
    if (m_hasFacts)
        m_problems = blueprint::planFrom(m_blueprint, m_facts, m_prices, {}, {}).problems;
    else
        m_problems = m_given ? blueprint::validate(m_blueprint) : blueprint::Problems{};
}

blueprint::Plan Draft::sketch() const {
    if (m_outcome && !blueprint::hasErrors(m_outcome->problems))
        return m_outcome->plan;
    blueprint::Blueprint drawable = m_blueprint;
    drawable.nodeCount = std::clamp(drawable.nodeCount, 1, kMostNodes);
    return blueprint::sketchOf(drawable, m_facts, m_prices);
}

blueprint::Problems Draft::problemsOf(const QString &field) const {
    blueprint::Problems found;
    for (const auto &problem : m_problems)
        if (problem.field == field)
            found.append(problem);
    if (m_outcome)
        for (const auto &problem : m_outcome->problems)
            if (problem.field == field && !found.contains(problem))
                found.append(problem);
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.severity < b.severity; });
    return found;
}

bool Draft::hasErrorIn(const QStringList &fields) const {
    return std::any_of(fields.begin(), fields.end(),
                       [this](const QString &field) { return blueprint::hasErrors(problemsOf(field)); });
}

QList<digitalocean::Region> Draft::regions() const {
    QList<digitalocean::Region> usable;
    for (const auto &region : m_facts.regions)
        if (region.available && (m_facts.options.regions.isEmpty() || m_facts.options.regions.contains(region.slug)))
            usable.append(region);
    return usable;
}

} // namespace sluice::ui
