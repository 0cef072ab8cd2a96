#include "core/kubernetes/objects.h"

#include "core/base/words.h"

namespace sluice::kubernetes {

namespace {

constexpr int kPodLifeSeconds = 300; ///< A forgotten probe pod ends by itself.

Error malformed(const QString &message) {
    return {.code = ErrorCode::Malformed, .message = message};
}

/// The waiting reason that explains most: of the first container that waits.
void readWaiting(const Json &status, PodState *state) {
    for (const Json &container : jsonMember(status, "containerStatuses")) {
        const Json &waiting = childOf(childOf(container, "state"), "waiting");
        const QString reason = jsonString(waiting, "reason");
        if (reason.isEmpty())
            continue;
        state->waitingReason = reason;
        if (state->message.isEmpty())
            state->message = jsonString(waiting, "message");
        return;
    }
}

} // namespace

const Json &childOf(const Json &object, const char *key) {
    return jsonMember(object, key);
}

Result<QList<Node>> nodesOf(const Json &list) {
    if (!list.contains("items") || !list["items"].is_array())
        return malformed(KubernetesWords::tr("The cluster's answer is not a valid list of nodes."));
    QList<Node> nodes;
    for (const Json &item : list["items"]) {
        Node node{.name = jsonString(childOf(item, "metadata"), "name")};
        const Json &status = childOf(item, "status");
        for (const Json &condition : jsonMember(status, "conditions")) {
            if (jsonString(condition, "type") == QLatin1String("Ready"))
                node.ready = jsonString(condition, "status") == QLatin1String("True");
        }
        for (const Json &address : jsonMember(status, "addresses")) {
            const QString type = jsonString(address, "type");
            if (type == QLatin1String("InternalIP") && node.internalIp.isEmpty())
                node.internalIp = jsonString(address, "address");
            else if (type == QLatin1String("ExternalIP") && node.externalIp.isEmpty())
                node.externalIp = jsonString(address, "address");
        }
        nodes << node;
    }
    return nodes;
}

RouteResource routeResourceOf(const Json &resourceList) {
    for (const Json &resource : jsonMember(resourceList, "resources")) {
        if (jsonString(resource, "name") == QLatin1String("routes"))
            return {.served = true, .namespaced = jsonBool(resource, "namespaced")};
    }
    return {};
}

Result<Route> routeOf(const Json &object) {
    const Json &metadata = childOf(object, "metadata"), &spec = childOf(object, "spec");
    Route route{.name = jsonString(metadata, "name"),
                .destinations = jsonStringList(spec, "destinations"),
                .gateways = jsonStringList(spec, "gateways"),
                .hasNodeSelector = !childOf(spec, "nodeSelector").empty(),
                .deleting = !jsonString(metadata, "deletionTimestamp").isEmpty()};
    if (route.name.isEmpty())
        return malformed(KubernetesWords::tr("The cluster's answer is not a valid Route."));
    if (object.contains("status"))
        route.rawStatus = QString::fromUtf8(toJsonText(object["status"]));
    return route;
}

Json routeObject(const QString &name, const QStringList &destinations, const QStringList &gateways) {
    return {{"apiVersion", "networking.doks.digitalocean.com/v1alpha1"},
            {"kind", "Route"},
            {"metadata", {{"name", name.toStdString()}}},
            {"spec", {{"destinations", toJson(destinations)}, {"gateways", toJson(gateways)}}}};
}

AgentState agentOf(const Json &list) {
    AgentState agent;
    for (const Json &item : jsonMember(list, "items")) {
        const Json &status = childOf(item, "status");
        agent.found = true;
        agent.desired += static_cast<int>(jsonInt(status, "desiredNumberScheduled"));
        agent.ready += static_cast<int>(jsonInt(status, "numberReady"));
    }
    return agent;
}

Json podObject(const PodSpec &spec) {
    const QString key = podSelector().section(QLatin1Char('='), 0, 0),
                  value = podSelector().section(QLatin1Char('='), 1);
    Json pod = {
        {"restartPolicy", "Never"},
        {"automountServiceAccountToken", false},
        {"activeDeadlineSeconds", kPodLifeSeconds},
        {"terminationGracePeriodSeconds", 1},
        {"containers",
         Json::array({{{"name", "probe"}, {"image", spec.image.toStdString()}, {"command", toJson(spec.command)}}})}};
    if (!spec.nodeName.isEmpty())
        pod["nodeName"] = spec.nodeName.toStdString();
    if (spec.hostNetwork)
        pod["hostNetwork"] = true;
    return {{"apiVersion", "v1"},
            {"kind", "Pod"},
            {"metadata", {{"name", spec.name.toStdString()}, {"labels", {{key.toStdString(), value.toStdString()}}}}},
            {"spec", pod}};
}

Result<PodState> podOf(const Json &object) {
    const Json &status = childOf(object, "status");
    if (jsonString(childOf(object, "metadata"), "name").isEmpty())
        return malformed(KubernetesWords::tr("The cluster's answer is not a valid pod."));
    PodState state{.phase = jsonString(status, "phase", QStringLiteral("Pending")),
                   .waitingReason = {},
                   .message = jsonString(status, "message", jsonString(status, "reason"))};
    readWaiting(status, &state);
    return state;
}

QStringList namesOf(const Json &list) {
    QStringList names;
    for (const Json &item : jsonMember(list, "items"))
        names << jsonString(childOf(item, "metadata"), "name");
    return names;
}

QString podSelector() {
    return QStringLiteral("app.kubernetes.io/managed-by=sluice");
}

} // namespace sluice::kubernetes
