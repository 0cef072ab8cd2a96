#pragma once

#include "core/base/json.h"
#include "core/kubernetes/kubernetes.h"

/// Pure halves of the cluster client: objects out of values, values out of objects, errors out of Status objects.
namespace sluice::kubernetes {

/// The Route's API group and version (DIGITALOCEAN.md 3).
inline constexpr const char *kRouteGroup = "networking.doks.digitalocean.com/v1alpha1";

/// "/apis/<group>/routes[/name]" or "/apis/<group>/namespaces/default/routes[/name]".
QString routePath(const RouteResource &resource, const QString &name = {});
Json routeBody(const QString &name, const QStringList &destinations, const QStringList &gateways,
               const RouteResource &resource);
Result<Route> parseRoute(const Json &object);
/// From an APIResourceList.
RouteResource parseDiscovery(const Json &list);

Json podBody(const PodSpec &spec);
Result<PodState> parsePod(const Json &object);
Result<QList<Node>> parseNodes(const Json &list);
AgentState parseAgent(const Json &daemonSetList);

/// A Status object (or anything else) of a reply with status >= 300, as an Error with the reason in the message.
Error errorFromStatus(const QByteArray &method, const QString &path, const HttpResponse &reply);

} // namespace sluice::kubernetes
