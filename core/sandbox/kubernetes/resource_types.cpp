#include "core/sandbox/kubernetes/resource_types.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

ResourceType type(const char *group, const char *version, const char *plural, const char *singular, const char *kind,
                  const char *shortNames, bool namespaced, const char *categories = "") {
    return {.group = QString::fromLatin1(group),
            .version = QString::fromLatin1(version),
            .plural = QString::fromLatin1(plural),
            .singular = QString::fromLatin1(singular),
            .kind = QString::fromLatin1(kind),
            .shortNames = QString::fromLatin1(shortNames).split(QLatin1Char(','), Qt::SkipEmptyParts),
            .namespaced = namespaced,
            .categories = QString::fromLatin1(categories).split(QLatin1Char(','), Qt::SkipEmptyParts)};
}

} // namespace

const QList<ResourceType> &resourceTypes() {
    static const QList<ResourceType> types = [] {
        QList<ResourceType> list = {
            type("", "v1", "configmaps", "configmap", "ConfigMap", "cm", true),
            type("", "v1", "events", "event", "Event", "ev", true),
            type("", "v1", "namespaces", "namespace", "Namespace", "ns", false),
            type("", "v1", "nodes", "node", "Node", "no", false),
            type("", "v1", "pods", "pod", "Pod", "po", true, "all"),
            type("", "v1", "secrets", "secret", "Secret", "", true),
            type("", "v1", "serviceaccounts", "serviceaccount", "ServiceAccount", "sa", true),
            type("", "v1", "services", "service", "Service", "svc", true, "all"),
            type("apps", "v1", "daemonsets", "daemonset", "DaemonSet", "ds", true, "all"),
            type("apiextensions.k8s.io", "v1", "customresourcedefinitions", "customresourcedefinition",
                 "CustomResourceDefinition", "crd,crds", false, "api-extensions"),
            type("networking.doks.digitalocean.com", "v1alpha1", "routes", "route", "Route", "", true),
        };
        list.last().custom = true;
        static const QStringList withStatus = {QStringLiteral("customresourcedefinitions"),
                                               QStringLiteral("daemonsets"),
                                               QStringLiteral("namespaces"),
                                               QStringLiteral("nodes"),
                                               QStringLiteral("pods"),
                                               QStringLiteral("services")};
        for (ResourceType &one : list)
            one.hasStatus = withStatus.contains(one.plural);
        return list;
    }();
    return types;
}

const ResourceType *resourceType(const QString &group, const QString &version, const QString &plural) {
    const QList<ResourceType> &types = resourceTypes();
    const auto it = std::find_if(types.begin(), types.end(), [&](const ResourceType &t) {
        return t.group == group && t.version == version && t.plural == plural;
    });
    return it == types.end() ? nullptr : &*it;
}

const ResourceType &coreType(const char *plural) {
    const QString name = QString::fromLatin1(plural);
    const QList<ResourceType> &types = resourceTypes();
    return *std::find_if(types.begin(), types.end(), [&](const ResourceType &t) { return t.plural == name; });
}

const ResourceType &routeType() {
    return resourceTypes().last();
}

const ResourceType &clusterRouteType() {
    static const ResourceType type = [] {
        ResourceType copy = routeType();
        copy.namespaced = false;
        return copy;
    }();
    return type;
}

} // namespace sluice::sandbox
