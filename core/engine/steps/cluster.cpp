#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

#include <optional>

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::clusters;
using digitalocean::Cluster;

/// Ours by our tag or our VPC.
class ClusterStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<HttpRequest> create(const Facts &known) const override {
        Json runtime = {{"name", planned().cloudName.toStdString()},
                        {"vpc_uuid", known.value(QStringLiteral("vpc.id")).toStdString()}};
        if (!planned().request.is_object() || !planned().request.contains("node_pools")) {
            const std::string tag = "sluice-" + plan().deploymentId.toStdString();
            runtime.update({{"region", input().region.toStdString()},
                            {"version", input().kubernetesVersion.toStdString()},
                            {"cluster_subnet", input().clusterSubnet.toStdString()},
                            {"service_subnet", input().serviceSubnet.toStdString()},
                            {"routing_agent", {{"enabled", true}}},
                            {"ha", input().ha},
                            {"tags", Json::array({tag})},
                            {"node_pools", Json::array({{{"name", "pool-a"},
                                                         {"size", input().nodeSize.toStdString()},
                                                         {"count", input().nodeCount},
                                                         {"tags", Json::array({tag})}}})}});
        }
        return request(QStringLiteral("/v2/kubernetes/clusters"), runtime, known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &known) const override {
        const auto clusters = api::parseList(page);
        if (!clusters)
            return clusters.error();
        Listing listing{.items = {}, .next = clusters->next};
        for (const Cluster &cluster : clusters->items)
            listing.items.append(see(cluster, known));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &known) const override {
        const auto cluster = api::parse(reply);
        return cluster ? Result<Sighting>(see(*cluster, known)) : Result<Sighting>(cluster.error());
    }
    Observation observe(const Json &reply) const override {
        const auto cluster = api::parse(reply);
        if (!cluster)
            return {Observation::State::Pending, cluster.error().message};
        if (cluster->state == digitalocean::ClusterState::Failed)
            return {Observation::State::Failed,
                    cluster->stateMessage.isEmpty()
                        ? EngineWords::tr("state %1").arg(cluster->rawState)
                        : EngineWords::tr("state %1: %2").arg(cluster->rawState, cluster->stateMessage)};
        if (cluster->state == digitalocean::ClusterState::Running && !cluster->endpoint.isEmpty())
            return {Observation::State::Ready, {}};
        return {Observation::State::Pending, cluster->state == digitalocean::ClusterState::Running
                                                 ? EngineWords::tr("state running, waiting for its endpoint")
                                                 : EngineWords::tr("state %1").arg(cluster->rawState)};
    }
    Facts outputs(const Json &reply) const override {
        const auto cluster = api::parse(reply);
        return cluster ? Facts{{QStringLiteral("cluster.id"), cluster->id},
                               {QStringLiteral("cluster.name"), cluster->name},
                               {QStringLiteral("cluster.endpoint"), cluster->endpoint}}
                       : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }
    QStringList differences(const Json &reply) const override {
        const auto cluster = api::parse(reply);
        const auto pool = cluster ? ourPool(*cluster) : std::nullopt;
        if (!pool)
            return {};
        if (pool->count == wantedNodes())
            return {};
        return {EngineWords::tr("the pool %1 has %2 nodes instead of %3")
                    .arg(pool->name)
                    .arg(pool->count)
                    .arg(wantedNodes())};
    }
    QString settling(const Json &reply) const override {
        const auto cluster = api::parse(reply);
        const auto pool = cluster ? ourPool(*cluster) : std::nullopt;
        if (!pool || pool->running == pool->count)
            return {};
        return EngineWords::tr("%1 of the %2 nodes of %3 run").arg(pool->running).arg(pool->count).arg(pool->name);
    }
    Result<HttpRequest> update(const Json &reply, const Facts &) const override {
        const auto cluster = api::parse(reply);
        if (!cluster)
            return cluster.error();
        const auto pool = ourPool(*cluster);
        if (!pool)
            return ResourceStep::update(reply, {});
        return api::resizePool(cluster->id, *pool, wantedNodes());
    }

private:
    int wantedNodes() const {
        const Json &pools = jsonMember(planned().request, "node_pools");
        return pools.is_array() && !pools.empty() ? static_cast<int>(jsonInt(pools.front(), "count")) : 0;
    }
    /// The pool of the plan, by its name; nothing when it is not there or scales by itself.
    std::optional<digitalocean::ClusterPool> ourPool(const Cluster &cluster) const {
        const Json &pools = jsonMember(planned().request, "node_pools");
        if (!pools.is_array() || pools.empty())
            return std::nullopt;
        const QString name = jsonString(pools.front(), "name");
        for (const digitalocean::ClusterPool &pool : cluster.pools)
            if (pool.name == name && !pool.autoScale)
                return pool;
        return std::nullopt;
    }
    Sighting see(const Cluster &cluster, const Facts &known) const {
        const bool inOurVpc = !cluster.vpcId.isEmpty() && cluster.vpcId == known.value(QStringLiteral("vpc.id"));
        const bool ours = carriesOurId(cluster.tags) || inOurVpc;
        return {.id = cluster.id,
                .name = cluster.name,
                .createdAt = platformTime(cluster.createdAt),
                .proof = ours ? Proof::Certain : Proof::None,
                .evidence = EngineWords::tr("it stands in VPC %1 with tags %2")
                                .arg(cluster.vpcId, cluster.tags.join(QStringLiteral(", ")))};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> cluster(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<ClusterStep>(plan, planned);
}

} // namespace sluice::engine::steps
