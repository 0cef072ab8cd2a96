#include "core/verify/observations.h"

#include <algorithm>

namespace sluice::verify {

namespace {

bool natForwards(const Observations &seen) {
    return seen.natGateway && seen.natGateway->isReady();
}

bool coversEverything(const kubernetes::Route &route) {
    return route.destinations.contains(QStringLiteral("0.0.0.0/0"));
}

bool sendsPodsToNat(const kubernetes::Route &route, const QString &natGatewayIp) {
    return !route.deleting && coversEverything(route) && route.gateways.size() == 1 &&
           route.gateways.first() == natGatewayIp;
}

} // namespace

QString predictPod(const Observations &seen, const QString &nodeName) {
    const auto node = std::find_if(seen.nodes.begin(), seen.nodes.end(),
                                   [&nodeName](const kubernetes::Node &each) { return each.name == nodeName; });
    const bool absent = !seen.route && seen.routeError.code == ErrorCode::NotFound;
    if (!seen.kubernetesReached || node == seen.nodes.end() || !seen.natGateway || (!seen.route && !absent))
        return {};
    if (absent || !coversEverything(*seen.route))
        return node->externalIp;
    // A Route with a node selector may or may not cover this node; and without the agent's state nobody knows whether
    // the Route is carried out.
    if (seen.route->hasNodeSelector || !seen.agent)
        return {};
    if (!seen.agent->isReady())
        return node->externalIp;
    // Carried out, but to something that is not our gateway, or does not forward: where such packets end is not known.
    const bool forwarded = sendsPodsToNat(*seen.route, seen.natGateway->gatewayIp) && natForwards(seen);
    return forwarded ? seen.natGateway->publicIp : QString();
}

QString predictDroplet(const Observations &seen) {
    if (!seen.dropletHost.reached || seen.dropletHost.defaultGateways.isEmpty() || !seen.natGateway)
        return {};
    if (seen.dropletHost.defaultGateways.first() != seen.natGateway->gatewayIp)
        return seen.droplet ? seen.droplet->publicIp : seen.dropletPublicIp;
    return natForwards(seen) ? seen.natGateway->publicIp : QString();
}

QString predictBastion(const Observations &seen) {
    if (!seen.bastionHost.reached || seen.bastionHost.defaultGateways.isEmpty() || !seen.natGateway)
        return {};
    if (seen.bastionHost.defaultGateways.first() == seen.natGateway->gatewayIp)
        return natForwards(seen) ? seen.natGateway->publicIp : QString();
    return seen.bastion ? seen.bastion->publicIp : seen.bastionPublicIp;
}

} // namespace sluice::verify
