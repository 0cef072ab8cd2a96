#include "core/kubernetes/objects.h"

namespace sluice::kubernetes {

namespace {

constexpr const char *kManagedBy = "app.kubernetes.io/managed-by";

ErrorCode codeOf(int status, const QByteArray &method) {
    switch (status) {
    case 400:
    case 422:
        return ErrorCode::InvalidInput;
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return method == "POST" ? ErrorCode::AlreadyExists : ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return status >= 500 ? ErrorCode::Unavailable : ErrorCode::Failed;
    }
}

QString remedyOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Unauthenticated:
        return QStringLiteral(
            "The cluster's short-lived credentials are not valid (yet, or any more); they are fetched anew.");
    case ErrorCode::PermissionDenied:
        return QStringLiteral(
            "The token's kubernetes:access_cluster scope gives administrator rights; use such a token.");
    case ErrorCode::Unavailable:
        return QStringLiteral("The cluster's API server did not answer properly; try again in a minute.");
    default:
        return {};
    }
}

QString address(const Json &status, const char *type) {
    for (const Json &entry : jsonMember(status, "addresses")) {
        if (jsonString(entry, "type") == QLatin1String(type))
            return jsonString(entry, "address");
    }
    return {};
}

} // namespace

QString podSelector() {
    return QStringLiteral("app.kubernetes.io/managed-by=sluice");
}

QString routePath(const RouteResource &resource, const QString &name) {
    QString path = QStringLiteral("/apis/%1/").arg(QLatin1String(kRouteGroup));
    if (resource.namespaced)
        path += QStringLiteral("namespaces/default/");
    path += QStringLiteral("routes");
    return name.isEmpty() ? path : path + QLatin1Char('/') + name;
}

Json routeBody(const QString &name, const QStringList &destinations, const QStringList &gateways,
               const RouteResource &resource) {
    Json body = {{"apiVersion", kRouteGroup},
                 {"kind", "Route"},
                 {"metadata", {{"name", name.toStdString()}, {"labels", {{kManagedBy, "sluice"}}}}},
                 {"spec", {{"destinations", toJson(destinations)}, {"gateways", toJson(gateways)}}}};
    if (resource.namespaced)
        body["metadata"]["namespace"] = "default";
    return body;
}

Result<Route> parseRoute(const Json &object) {
    const Json &metadata = jsonMember(object, "metadata");
    const Json &spec = jsonMember(object, "spec");
    Route route;
    route.name = jsonString(metadata, "name");
    if (route.name.isEmpty() || !spec.is_object())
        return Error{.code = ErrorCode::Malformed, .message = QStringLiteral("The Route object has no name or spec")};
    route.destinations = jsonStringList(spec, "destinations");
    route.gateways = jsonStringList(spec, "gateways");
    route.hasNodeSelector = spec.contains("nodeSelector") && !spec["nodeSelector"].is_null();
    route.deleting = !jsonString(metadata, "deletionTimestamp").isEmpty();
    if (object.contains("status"))
        route.rawStatus = QString::fromUtf8(toJsonText(object["status"]));
    return route;
}

RouteResource parseDiscovery(const Json &list) {
    for (const Json &resource : jsonMember(list, "resources")) {
        if (jsonString(resource, "name") == QLatin1String("routes"))
            return {.served = true, .namespaced = jsonBool(resource, "namespaced")};
    }
    return {};
}

Json podBody(const PodSpec &spec) {
    Json container = {{"name", "probe"}, {"image", spec.image.toStdString()}, {"command", toJson(spec.command)}};
    Json body = {{"apiVersion", "v1"},
                 {"kind", "Pod"},
                 {"metadata", {{"name", spec.name.toStdString()}, {"labels", {{kManagedBy, "sluice"}}}}},
                 {"spec",
                  {{"restartPolicy", "Never"},
                   {"automountServiceAccountToken", false},
                   {"activeDeadlineSeconds", 300},
                   {"terminationGracePeriodSeconds", 0},
                   {"containers", Json::array({container})}}}};
    if (!spec.nodeName.isEmpty())
        body["spec"]["nodeName"] = spec.nodeName.toStdString();
    if (spec.hostNetwork)
        body["spec"]["hostNetwork"] = true;
    return body;
}

Result<PodState> parsePod(const Json &object) {
    const Json &status = jsonMember(object, "status");
    PodState state;
    state.phase = jsonString(status, "phase");
    if (state.phase.isEmpty())
        return Error{.code = ErrorCode::Malformed, .message = QStringLiteral("The Pod object has no phase")};
    state.message = jsonString(status, "message");
    for (const Json &container : jsonMember(status, "containerStatuses")) {
        const Json &waiting = jsonMember(jsonMember(container, "state"), "waiting");
        state.waitingReason = jsonString(waiting, "reason");
        if (state.message.isEmpty())
            state.message = jsonString(waiting, "message");
    }
    return state;
}

Result<QList<Node>> parseNodes(const Json &list) {
    if (!list.is_object() || !list.contains("items"))
        return Error{.code = ErrorCode::Malformed, .message = QStringLiteral("The node list has no items")};
    QList<Node> nodes;
    for (const Json &item : jsonMember(list, "items")) {
        const Json &status = jsonMember(item, "status");
        Node node;
        node.name = jsonString(jsonMember(item, "metadata"), "name");
        for (const Json &condition : jsonMember(status, "conditions")) {
            if (jsonString(condition, "type") == QLatin1String("Ready"))
                node.ready = jsonString(condition, "status") == QLatin1String("True");
        }
        node.internalIp = address(status, "InternalIP");
        node.externalIp = address(status, "ExternalIP");
        if (!node.name.isEmpty())
            nodes.append(node);
    }
    return nodes;
}

AgentState parseAgent(const Json &daemonSetList) {
    AgentState state;
    for (const Json &item : jsonMember(daemonSetList, "items")) {
        const Json &status = jsonMember(item, "status");
        state.found = true;
        state.desired += static_cast<int>(jsonInt(status, "desiredNumberScheduled"));
        state.ready += static_cast<int>(jsonInt(status, "numberReady"));
    }
    return state;
}

Error errorFromStatus(const QByteArray &method, const QString &path, const HttpResponse &reply) {
    const auto body = parseJson(reply.body);
    QString message = body ? jsonString(*body, "message") : QString();
    const QString reason = body ? jsonString(*body, "reason") : QString();
    if (message.isEmpty())
        message = QStringLiteral("The cluster's API server answered HTTP %1").arg(reply.status);
    if (!reason.isEmpty() && !message.contains(reason))
        message += QStringLiteral(" (%1)").arg(reason);
    const ErrorCode code = codeOf(reply.status, method);
    return Error{.code = code,
                 .message = message,
                 .resource = QStringLiteral("cluster"),
                 .path = QString::fromLatin1(method) + QLatin1Char(' ') + path,
                 .httpStatus = reply.status,
                 .requestId = reply.requestId,
                 .remedy = remedyOf(code)};
}

} // namespace sluice::kubernetes
