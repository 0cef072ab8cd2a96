#include "core/sandbox/kubernetes/discovery.h"

#include "core/sandbox/kubernetes/kube_status.h"

namespace sluice::sandbox {

namespace {

bool served(const ResourceType &type, const DiscoveryState &state) {
    return !type.custom || state.routesServed;
}

Json verbsOf(const ResourceType &type) {
    if (type.custom)
        return {"delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"};
    if (type.plural == QLatin1String("namespaces"))
        return {"create", "delete", "get", "list", "patch", "update", "watch"};
    return {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};
}

Json resourceList(const QString &group, const QString &version, const DiscoveryState &state) {
    Json resources = Json::array();
    for (const ResourceType &type : resourceTypes()) {
        if (type.group != group || type.version != version || !served(type, state))
            continue;
        Json entry = {{"name", type.plural.toStdString()},
                      {"singularName", type.singular.toStdString()},
                      {"namespaced", type.custom ? !state.routesClusterScoped : type.namespaced},
                      {"kind", type.kind.toStdString()},
                      {"verbs", verbsOf(type)}};
        if (!type.shortNames.isEmpty())
            entry["shortNames"] = toJson(type.shortNames);
        if (!type.categories.isEmpty())
            entry["categories"] = toJson(type.categories);
        resources.push_back(std::move(entry));
        const auto below = [&](const char *name, const Json &verbs) {
            resources.push_back({{"name", type.plural.toStdString() + name},
                                 {"singularName", ""},
                                 {"namespaced", type.namespaced},
                                 {"kind", type.kind.toStdString()},
                                 {"verbs", verbs}});
        };
        if (type.plural == QLatin1String("pods"))
            below("/log", {"get"});
        if (type.hasStatus)
            below("/status", {"get", "patch", "update"});
    }
    const QString groupVersion = group.isEmpty() ? version : group + QLatin1Char('/') + version;
    Json list = {
        {"kind", "APIResourceList"}, {"groupVersion", groupVersion.toStdString()}, {"resources", std::move(resources)}};
    if (!group.isEmpty()) // as it is upstream
        list["apiVersion"] = "v1";
    return list;
}

Json groupOf(const ResourceType &type) {
    const Json version = {{"groupVersion", type.apiVersion().toStdString()}, {"version", type.version.toStdString()}};
    return {{"name", type.group.toStdString()}, {"versions", Json::array({version})}, {"preferredVersion", version}};
}

Json groupList(const DiscoveryState &state) {
    Json groups = Json::array();
    for (const ResourceType &type : resourceTypes()) {
        if (!type.group.isEmpty() && served(type, state))
            groups.push_back(groupOf(type));
    }
    return {{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", std::move(groups)}};
}

QString openApiPath(const ResourceType &type) {
    return (type.group.isEmpty() ? QStringLiteral("api/") : QStringLiteral("apis/")) + type.apiVersion();
}

/// Clients look here for one thing: whether PATCH of a kind knows ?fieldValidation, so that the server checks and not
/// they.
Json openApi(const QString &path, const DiscoveryState &state) {
    Json paths = Json::object();
    for (const ResourceType &type : resourceTypes()) {
        if (openApiPath(type) != path || !served(type, state))
            continue;
        const Json kind = {{"group", type.group.toStdString()},
                           {"version", type.version.toStdString()},
                           {"kind", type.kind.toStdString()}};
        Json parameters = Json::array();
        for (const char *name : {"dryRun", "fieldManager", "fieldValidation"})
            parameters.push_back({{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}}}});
        const Json operation = {{"operationId", "patch" + type.kind.toStdString()},
                                {"parameters", std::move(parameters)},
                                {"responses", {{"200", {{"description", "OK"}}}}},
                                {"x-kubernetes-action", "patch"},
                                {"x-kubernetes-group-version-kind", kind}};
        const QString place =
            QStringLiteral("/%1/%2%3/{name}")
                .arg(path, type.namespaced ? QStringLiteral("namespaces/{namespace}/") : QString(), type.plural);
        paths[place.toStdString()] = {{"patch", operation}};
    }
    return {{"openapi", "3.0.0"},
            {"info", {{"title", "Kubernetes"}, {"version", state.gitVersion.toStdString()}}},
            {"paths", std::move(paths)},
            {"components", {{"schemas", Json::object()}}}};
}

std::optional<ServerReply> openApiReply(const ServerRequest &request, const DiscoveryState &state) {
    if (request.path == QLatin1String("/openapi/v2")) {
        // An empty protobuf message is a valid, empty document: clients then leave all checks to us.
        if (request.header("accept").contains("protobuf"))
            return ServerReply{.contentType = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf", .body = {}};
        return jsonReply(200, {{"swagger", "2.0"},
                               {"info", {{"title", "Kubernetes"}, {"version", state.gitVersion.toStdString()}}},
                               {"paths", Json::object()},
                               {"definitions", Json::object()}});
    }
    const QString root = QStringLiteral("/openapi/v3");
    if (request.path == root) {
        Json paths = Json::object();
        for (const ResourceType &type : resourceTypes()) {
            if (served(type, state))
                paths[openApiPath(type).toStdString()] = {
                    {"serverRelativeURL", (root + QLatin1Char('/') + openApiPath(type)).toStdString() + "?hash=1"}};
        }
        return jsonReply(200, {{"paths", std::move(paths)}});
    }
    if (!request.path.startsWith(root + QLatin1Char('/')))
        return std::nullopt;
    const Json document = openApi(request.path.mid(root.size() + 1), state);
    if (document["paths"].empty())
        return std::nullopt;
    return jsonReply(200, document);
}

} // namespace

std::optional<ServerReply> discoveryReply(const ServerRequest &request, const DiscoveryState &state) {
    const QString &path = request.path;
    if (path == QLatin1String("/version")) {
        const QStringList parts = state.gitVersion.mid(1).split(QLatin1Char('.'));
        return jsonReply(200, {{"major", parts.value(0).toStdString()},
                               {"minor", parts.value(1).toStdString()},
                               {"gitVersion", state.gitVersion.toStdString()},
                               {"gitCommit", "0000000000000000000000000000000000000000"},
                               {"gitTreeState", "clean"},
                               {"buildDate", "2026-01-01T00:00:00Z"},
                               {"goVersion", "go1.23.6"},
                               {"compiler", "gc"},
                               {"platform", "linux/amd64"}});
    }
    if (path == QLatin1String("/api"))
        return jsonReply(
            200, {{"kind", "APIVersions"},
                  {"versions", {"v1"}},
                  {"serverAddressByClientCIDRs",
                   Json::array({{{"clientCIDR", "0.0.0.0/0"}, {"serverAddress", state.address.toStdString()}}})}});
    if (path == QLatin1String("/api/v1"))
        return jsonReply(200, resourceList({}, QStringLiteral("v1"), state));
    if (path == QLatin1String("/apis"))
        return jsonReply(200, groupList(state));
    if (path.startsWith(QLatin1String("/openapi/")))
        return openApiReply(request, state);
    for (const ResourceType &type : resourceTypes()) {
        if (type.group.isEmpty() || !served(type, state))
            continue;
        if (path == QStringLiteral("/apis/") + type.group) {
            Json group = groupOf(type);
            group["kind"] = "APIGroup";
            group["apiVersion"] = "v1";
            return jsonReply(200, group);
        }
        if (path == QStringLiteral("/apis/") + type.apiVersion())
            return jsonReply(200, resourceList(type.group, type.version, state));
    }
    return std::nullopt;
}

} // namespace sluice::sandbox
