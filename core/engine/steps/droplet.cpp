#include "core/base/random.h"
#include "core/base/words.h"
#include "core/blueprint/cloud_init.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::droplets;
using digitalocean::Droplet;

/// Ours by our tag. Both hosts of the plan are this step; the role says which.
class DropletStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    // The nonce is durable before the create, so that a droplet made by a lost call can still be attested.
    Result<Facts> prepare(const Workbench &bench) const override {
        if (input().referenceWays.contains(QLatin1String("no_attestation")))
            return Facts{};
        QString nonce = bench.environment.store->fact(plan().deployment, nonceFact(name()));
        if (nonce.isEmpty()) {
            nonce = randomHex(32);
            const Status kept = bench.environment.store->setFact(plan().deployment, nonceFact(name()), nonce);
            if (!kept)
                return kept.error();
        }
        return Facts{{nonceFact(name()), nonce}};
    }
    Result<HttpRequest> create(const Facts &known) const override {
        const bool isPrivate = planned().role == blueprint::Role::Droplet;
        const QString userData = blueprint::cloudInitFor(
            {.attestationNonce = known.value(nonceFact(name())),
             .natGatewayIp = isPrivate ? known.value(QStringLiteral("nat_gateway.gateway_ip")) : QString(),
             .referenceNetplan = input().referenceWays.contains(QLatin1String("reference_netplan"))});
        Json keys = Json::array();
        for (const QString &key : keyIds(known)) {
            bool isNumber = false;
            const qint64 number = key.toLongLong(&isNumber);
            keys.push_back(isNumber ? Json(number) : sluice::toJson(key));
        }
        Json runtime = {{"name", planned().cloudName.toStdString()},
                        {"vpc_uuid", known.value(QStringLiteral("vpc.id")).toStdString()},
                        {"ssh_keys", keys},
                        {"user_data", userData.toStdString()}};
        if (!planned().request.is_object() || !planned().request.contains("size")) {
            const QString tag = QStringLiteral("sluice-") + plan().deploymentId;
            runtime.update(
                {{"region", input().region.toStdString()},
                 {"size", input().dropletSize.toStdString()},
                 {"image", input().image.toStdString()},
                 {"tags", sluice::toJson(QStringList{
                              tag, tag + (isPrivate ? QStringLiteral("-private") : QStringLiteral("-bastion"))})}});
        }
        return request(QStringLiteral("/v2/droplets"), runtime, known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &) const override {
        const auto droplets = api::parseList(page);
        if (!droplets)
            return droplets.error();
        Listing listing{.items = {}, .next = droplets->next};
        for (const Droplet &droplet : droplets->items)
            listing.items.append(see(droplet));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &) const override {
        const auto droplet = api::parse(reply);
        return droplet ? Result<Sighting>(see(*droplet)) : Result<Sighting>(droplet.error());
    }
    Observation observe(const Json &reply) const override {
        const auto droplet = api::parse(reply);
        if (!droplet)
            return {Observation::State::Pending, droplet.error().message};
        if (droplet->state == digitalocean::DropletState::Failed)
            return {Observation::State::Failed, EngineWords::tr("state %1").arg(droplet->rawState)};
        const bool needsPublic = planned().role == blueprint::Role::Bastion;
        if (droplet->state != digitalocean::DropletState::Active)
            return {Observation::State::Pending, EngineWords::tr("state %1").arg(droplet->rawState)};
        if (droplet->privateIp.isEmpty() || (needsPublic && droplet->publicIp.isEmpty()))
            return {Observation::State::Pending, EngineWords::tr("state active, waiting for its addresses")};
        return {Observation::State::Ready, {}};
    }
    Facts outputs(const Json &reply) const override {
        const auto droplet = api::parse(reply);
        return droplet ? Facts{{name() + QStringLiteral(".id"), QString::number(droplet->id)},
                               {name() + QStringLiteral(".public_ip"), droplet->publicIp},
                               {name() + QStringLiteral(".private_ip"), droplet->privateIp}}
                       : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }

private:
    QStringList keyIds(const Facts &known) const {
        const QString own = known.value(QStringLiteral("ssh_key.id"));
        return own.isEmpty() ? input().sshKeyIds : QStringList(input().sshKeyIds) << own;
    }
    Sighting see(const Droplet &droplet) const {
        const bool ours = carriesOurId(droplet.tags);
        return {.id = QString::number(droplet.id),
                .name = droplet.name,
                .createdAt = platformTime(droplet.createdAt),
                .proof = ours ? Proof::Certain : Proof::None,
                .evidence = droplet.tags.isEmpty()
                                ? EngineWords::tr("it has no tags")
                                : EngineWords::tr("its tags are %1").arg(droplet.tags.join(QStringLiteral(", ")))};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> droplet(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<DropletStep>(plan, planned);
}

} // namespace sluice::engine::steps
