#include "core/base/words.h"
#include "core/engine/check.h"

#include <algorithm>

namespace sluice::engine {

namespace {

/// Asks the cluster itself: its API answers with our token, the Route resource is there, a node is ready, the agent
/// runs. The resource appears some time after the cluster says "running" (DIGITALOCEAN.md 1.15).
class RouteServed final : public CheckJob {
public:
    using CheckJob::CheckJob;

protected:
    void attempt() override {
        if (context()->cluster)
            return askRoute();
        const QString id = context()->facts().value(QStringLiteral("cluster.id"));
        then(send(digitalocean::clusters::credentials(id)), [this](const Result<Json> &reply) {
            if (!reply)
                return judge(reply.error());
            const auto credentials = digitalocean::clusters::parseCredentials(*reply);
            if (!credentials)
                return judge(credentials.error());
            const auto cluster = context()->openCluster({.server = QUrl(credentials->server),
                                                         .certificateAuthority = credentials->certificateAuthority,
                                                         .token = credentials->token});
            if (!cluster)
                return fail(cluster.error());
            context()->cluster = *cluster;
            askRoute();
        });
    }

private:
    void askRoute() {
        context()->countCall(step());
        then(context()->cluster->discoverRoute(), [this](const Result<kubernetes::RouteResource> &route) {
            if (!route)
                return again(route.error());
            if (!route->served)
                return notYet(EngineWords::tr("the cluster does not serve the Route resource yet"));
            askNodes();
        });
    }

    void askNodes() {
        context()->countCall(step());
        then(context()->cluster->nodes(), [this](const Result<QList<kubernetes::Node>> &nodes) {
            if (!nodes)
                return again(nodes.error());
            const auto ready =
                std::count_if(nodes->begin(), nodes->end(), [](const kubernetes::Node &node) { return node.ready; });
            if (ready == 0)
                return notYet(EngineWords::tr("none of %1 nodes is ready").arg(nodes->size()));
            askAgent();
        });
    }

    void askAgent() {
        context()->countCall(step());
        then(context()->cluster->routingAgent(), [this](const Result<kubernetes::AgentState> &agent) {
            if (!agent)
                return again(agent.error());
            if (!agent->isReady())
                return notYet(agent->found ? EngineWords::tr("the routing agent runs on %1 of %2 nodes")
                                                 .arg(agent->ready)
                                                 .arg(agent->desired)
                                           : EngineWords::tr("the routing agent is not there yet"));
            passed({});
        });
    }

    // A refused token is asked for anew: in the first seconds the cluster does not know it.
    void again(const Error &error) {
        if (error.code == ErrorCode::Unauthenticated)
            context()->cluster.reset();
        judge(error);
    }
};

/// Applying the Route is idempotent, so it is repeated on resume like a check.
class RouteApplied final : public CheckJob {
public:
    using CheckJob::CheckJob;

protected:
    void attempt() override {
        if (!context()->cluster)
            return fail({.code = ErrorCode::Internal, .message = EngineWords::tr("The cluster's API was not opened")});
        context()->countCall(step());
        const QString gateway = context()->facts().value(QStringLiteral("nat_gateway.gateway_ip"));
        const QString name =
            planned().cloudName.isEmpty() ? QStringLiteral("default-egress-via-nat") : planned().cloudName;
        then(context()->cluster->applyRoute(name, {QStringLiteral("0.0.0.0/0")}, {gateway}),
             [this, name](const Result<kubernetes::Route> &route) {
                 if (!route)
                     return judge(route.error());
                 passed({{QStringLiteral("route.name"), name}}, name);
             });
    }
};

} // namespace

CheckJob *makeRouteServed(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent) {
    return new RouteServed(context, planned, parent);
}

CheckJob *makeRoute(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent) {
    return new RouteApplied(context, planned, parent);
}

} // namespace sluice::engine
