#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::natgateways;
using digitalocean::NatGateway;

/// A NAT gateway carries neither tag nor text: it is ours by standing in our VPC.
class NatGatewayStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<HttpRequest> create(const Facts &known) const override {
        const Json &vpcs = jsonMember(planned().request, "vpcs");
        const bool defaultGateway = vpcs.is_array() && !vpcs.empty() && jsonBool(vpcs.front(), "default_gateway");
        Json runtime = {{"name", planned().cloudName.toStdString()},
                        {"type", "PUBLIC"},
                        {"region", input().region.toStdString()},
                        {"vpcs", Json::array({{{"vpc_uuid", known.value(QStringLiteral("vpc.id")).toStdString()},
                                               {"default_gateway", defaultGateway}}})}};
        if (!planned().request.is_object() || !planned().request.contains("size"))
            runtime["size"] = 1;
        return request(QStringLiteral("/v2/vpc_nat_gateways"), runtime, known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &known) const override {
        const auto gateways = api::parseList(page);
        if (!gateways)
            return gateways.error();
        Listing listing{.items = {}, .next = gateways->next};
        for (const NatGateway &gateway : gateways->items)
            listing.items.append(see(gateway, known));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &known) const override {
        const auto gateway = api::parse(reply);
        return gateway ? Result<Sighting>(see(*gateway, known)) : Result<Sighting>(gateway.error());
    }
    // ACTIVE is not enough: the addresses appear later (DIGITALOCEAN.md 1.10).
    Observation observe(const Json &reply) const override {
        const auto gateway = api::parse(reply);
        if (!gateway)
            return {Observation::State::Pending, gateway.error().message};
        if (gateway->state == digitalocean::NatGatewayState::Failed)
            return {Observation::State::Failed, EngineWords::tr("state %1").arg(gateway->rawState)};
        if (gateway->isReady())
            return {Observation::State::Ready, {}};
        return {Observation::State::Pending, gateway->state == digitalocean::NatGatewayState::Active
                                                 ? EngineWords::tr("state ACTIVE, waiting for its addresses")
                                                 : EngineWords::tr("state %1").arg(gateway->rawState)};
    }
    Facts outputs(const Json &reply) const override {
        const auto gateway = api::parse(reply);
        return gateway ? Facts{{QStringLiteral("nat_gateway.id"), gateway->id},
                               {QStringLiteral("nat_gateway.public_ip"), gateway->publicIp},
                               {QStringLiteral("nat_gateway.gateway_ip"), gateway->gatewayIp}}
                       : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }
    QStringList differences(const Json &reply) const override {
        const auto gateway = api::parse(reply);
        const qint64 wanted = jsonInt(planned().request, "size");
        if (!gateway || wanted < 1 || gateway->size < 1 || gateway->size == wanted)
            return {};
        return {EngineWords::tr("its size is %1 instead of %2").arg(gateway->size).arg(wanted)};
    }
    Result<HttpRequest> update(const Json &reply, const Facts &) const override {
        const auto gateway = api::parse(reply);
        if (!gateway)
            return gateway.error();
        return api::resize(*gateway, static_cast<int>(jsonInt(planned().request, "size", 1)));
    }

private:
    Sighting see(const NatGateway &gateway, const Facts &known) const {
        const QString vpc = known.value(QStringLiteral("vpc.id"));
        Proof proof = Proof::None;
        if (gateway.vpcId.isEmpty())
            proof = Proof::Plausible;
        else if (gateway.vpcId == vpc)
            proof = Proof::Certain;
        return {.id = gateway.id,
                .name = gateway.name,
                .createdAt = platformTime(gateway.createdAt),
                .proof = proof,
                .evidence = gateway.vpcId.isEmpty() ? EngineWords::tr("it does not say its VPC")
                                                    : EngineWords::tr("it stands in VPC %1").arg(gateway.vpcId)};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> natGateway(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<NatGatewayStep>(plan, planned);
}

} // namespace sluice::engine::steps
