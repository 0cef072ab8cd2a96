#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/digitalocean/firewall_rules.h"
#include "core/engine/step.h"

#include <algorithm>

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::firewalls;
using digitalocean::Firewall;
using digitalocean::FirewallRule;

/// A firewall cannot be tagged; it is ours by the tags it acts on.
class FirewallStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<HttpRequest> create(const Facts &known) const override {
        if (isPlannedWhole())
            return request(QStringLiteral("/v2/firewalls"), {{"name", planned().cloudName.toStdString()}}, known);
        return api::create(fromBlueprint());
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &) const override {
        const auto firewalls = api::parseList(page);
        if (!firewalls)
            return firewalls.error();
        Listing listing{.items = {}, .next = firewalls->next};
        for (const Firewall &firewall : firewalls->items)
            listing.items.append(see(firewall));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &) const override {
        const auto firewall = api::parse(reply);
        return firewall ? Result<Sighting>(see(*firewall)) : Result<Sighting>(firewall.error());
    }
    Observation observe(const Json &reply) const override {
        const auto firewall = api::parse(reply);
        if (!firewall)
            return {Observation::State::Pending, firewall.error().message};
        if (firewall->status == QLatin1String("failed"))
            return {Observation::State::Failed, EngineWords::tr("status failed")};
        if (firewall->isApplied())
            return {Observation::State::Ready, {}};
        return {Observation::State::Pending,
                EngineWords::tr("status %1, %2 changes pending").arg(firewall->status).arg(firewall->pendingChanges)};
    }
    Facts outputs(const Json &reply) const override {
        const auto firewall = api::parse(reply);
        return firewall ? Facts{{name() + QStringLiteral(".id"), firewall->id}} : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }
    QStringList differences(const Json &reply) const override {
        const auto firewall = api::parse(reply);
        if (!firewall || !isPlannedWhole())
            return {};
        // A droplet that somebody attached by its id is told by the verification; which one is ours is not known here.
        Firewall present = *firewall;
        present.dropletIds.clear();
        return digitalocean::firewallDifferences(present, planned().request, {});
    }
    Result<HttpRequest> update(const Json &reply, const Facts &known) const override {
        const auto firewall = api::parse(reply);
        if (!firewall)
            return firewall.error();
        Result<Json> whole = body({{"name", firewall->name.toStdString()}}, known);
        if (!whole)
            return whole.error();
        // A PUT replaces everything: what others attached stays attached.
        if (!firewall->dropletIds.isEmpty()) {
            (*whole)["droplet_ids"] = Json::array();
            for (const qint64 id : firewall->dropletIds)
                (*whole)["droplet_ids"].push_back(id);
        }
        return api::replace(firewall->id, *whole);
    }

private:
    bool isPlannedWhole() const { return planned().request.is_object() && planned().request.contains("tags"); }
    api::Create fromBlueprint() const {
        const bool isBastion = planned().role == blueprint::Role::BastionFirewall;
        const QStringList anywhere{QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")};
        const QString all = QStringLiteral("all");
        return {
            .name = planned().cloudName,
            .inbound = {FirewallRule{QStringLiteral("tcp"),
                                     QStringLiteral("22"),
                                     isBastion ? input().bastionSources : QStringList{input().vpcCidr},
                                     {}}},
            .outbound = {FirewallRule{QStringLiteral("tcp"), all, anywhere, {}},
                         FirewallRule{QStringLiteral("udp"), all, anywhere, {}},
                         FirewallRule{QStringLiteral("icmp"), QString(), anywhere, {}}},
            .tags = {QStringLiteral("sluice-%1-%2")
                         .arg(plan().deploymentId, isBastion ? QStringLiteral("bastion") : QStringLiteral("private"))}};
    }
    Sighting see(const Firewall &firewall) const {
        Proof proof = Proof::None;
        if (carriesOurId(firewall.tags))
            proof = Proof::Certain;
        else if (!firewall.tags.isEmpty() && firewall.tags == jsonStringList(planned().request, "tags"))
            proof = Proof::Plausible;
        return {.id = firewall.id,
                .name = firewall.name,
                .createdAt = platformTime(firewall.createdAt),
                .proof = proof,
                .evidence = firewall.tags.isEmpty()
                                ? EngineWords::tr("it acts on no tags")
                                : EngineWords::tr("it acts on tags %1").arg(firewall.tags.join(QStringLiteral(", ")))};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> firewall(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<FirewallStep>(plan, planned);
}

} // namespace sluice::engine::steps
