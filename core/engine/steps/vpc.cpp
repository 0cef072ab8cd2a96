#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::vpcs;

/// A VPC cannot be tagged; its description carries the deployment's id.
class VpcStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<HttpRequest> create(const Facts &known) const override {
        Json runtime = {{"name", planned().cloudName.toStdString()},
                        {"region", input().region.toStdString()},
                        {"ip_range", input().vpcCidr.toStdString()}};
        const QString description = jsonString(planned().request, "description");
        if (!carriesOurId(description))
            runtime["description"] =
                QStringLiteral("Made by Sluice, deployment %1").arg(plan().deploymentId).toStdString();
        return request(QStringLiteral("/v2/vpcs"), runtime, known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &) const override {
        const auto vpcs = api::parseList(page);
        if (!vpcs)
            return vpcs.error();
        Listing listing{.items = {}, .next = vpcs->next};
        for (const digitalocean::Vpc &vpc : vpcs->items)
            listing.items.append(see(vpc));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &) const override {
        const auto vpc = api::parse(reply);
        return vpc ? Result<Sighting>(see(*vpc)) : Result<Sighting>(vpc.error());
    }
    Observation observe(const Json &) const override { return {Observation::State::Ready, {}}; }
    Facts outputs(const Json &reply) const override {
        const auto vpc = api::parse(reply);
        return vpc ? Facts{{QStringLiteral("vpc.id"), vpc->id}, {QStringLiteral("vpc.ip_range"), vpc->ipRange}}
                   : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }

private:
    Sighting see(const digitalocean::Vpc &vpc) const {
        const bool ours = carriesOurId(vpc.description);
        return {.id = vpc.id,
                .name = vpc.name,
                .createdAt = platformTime(vpc.createdAt),
                .proof = ours ? Proof::Certain : Proof::None,
                .evidence =
                    ours ? EngineWords::tr("its description names deployment %1").arg(plan().deploymentId)
                         : EngineWords::tr("its description does not name deployment %1").arg(plan().deploymentId),
                .undeletable = vpc.isDefault};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> vpc(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<VpcStep>(plan, planned);
}

} // namespace sluice::engine::steps
