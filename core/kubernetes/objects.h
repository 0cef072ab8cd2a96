#pragma once

#include "core/kubernetes/kubernetes.h"

/// Pure: Kubernetes objects to values and back.
namespace sluice::kubernetes {

/// `object.key` as an object; never throws.
const Json &childOf(const Json &object, const char *key);

Result<QList<Node>> nodesOf(const Json &list);
RouteResource routeResourceOf(const Json &resourceList);
/// Malformed when it is not a Route.
Result<Route> routeOf(const Json &object);
Json routeObject(const QString &name, const QStringList &destinations, const QStringList &gateways);
/// Sums over the DaemonSets of a list.
AgentState agentOf(const Json &list);
Json podObject(const PodSpec &spec);
Result<PodState> podOf(const Json &object);
QStringList namesOf(const Json &list);

} // namespace sluice::kubernetes
