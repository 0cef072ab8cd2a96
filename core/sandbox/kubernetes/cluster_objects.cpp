#include "core/sandbox/kubernetes/cluster_objects.h"

#include "core/sandbox/kubernetes/kube_json.h"
#include "core/sandbox/kubernetes/validation.h"

#include <algorithm>
#include <cmath>

namespace sluice::sandbox {

namespace {

constexpr const char *kNodeReady = "kube.node.ready";
constexpr const char *kCrd = "kube.crd";
constexpr const char *kRelease = "kube.route.release";
constexpr const char *kServiceAccount = "kube.serviceaccount";
const QString kSystem = QStringLiteral("kube-system");
const QString kAgent = QStringLiteral("doks-routing-agent");
const QString kCrdName = QStringLiteral("routes.networking.doks.digitalocean.com");

Json condition(const char *type, bool holds, const char *reason, const Json &time) {
    return {{"type", type},  {"status", holds ? "True" : "False"}, {"reason", reason},
            {"message", ""}, {"lastHeartbeatTime", time},          {"lastTransitionTime", time}};
}

QString kubeletVersion(const Cluster &cluster) {
    return QLatin1Char('v') + cluster.version.section(QLatin1Char('-'), 0, 0);
}

Json crdObject(bool clusterScoped, const Json &now) {
    const Json texts = {{"type", "array"}, {"items", {{"type", "string"}}}};
    const Json schema = {
        {"type", "object"},
        {"properties",
         {{"spec",
           {{"type", "object"},
            {"required", {"destinations", "gateways"}},
            {"properties",
             {{"destinations", texts},
              {"gateways", texts},
              {"nodeSelector", {{"type", "object"}, {"x-kubernetes-preserve-unknown-fields", true}}}}}}}}}};
    const auto holds = [&now](const char *type, const char *reason) {
        return Json{
            {"type", type}, {"status", "True"}, {"reason", reason}, {"message", ""}, {"lastTransitionTime", now}};
    };
    const Json names = {{"plural", "routes"}, {"singular", "route"}, {"kind", "Route"}, {"listKind", "RouteList"}};
    return {{"spec",
             {{"group", kRouteGroup.toStdString()},
              {"names", names},
              {"scope", clusterScoped ? "Cluster" : "Namespaced"},
              {"conversion", {{"strategy", "None"}}},
              {"versions", Json::array({{{"name", "v1alpha1"},
                                         {"served", true},
                                         {"storage", true},
                                         {"schema", {{"openAPIV3Schema", schema}}}}})}}},
            {"status",
             {{"acceptedNames", names},
              {"storedVersions", {"v1alpha1"}},
              {"conditions",
               Json::array({holds("NamesAccepted", "NoConflicts"), holds("Established", "InitialNamesAccepted")})}}}};
}

} // namespace

QStringList ClusterObjects::steps() {
    return {QString::fromLatin1(kNodeReady), QString::fromLatin1(kCrd), QString::fromLatin1(kRelease),
            QString::fromLatin1(kServiceAccount)};
}

void ClusterObjects::plan(const char *latency, const char *what, const QString &id) {
    const double seconds = m_store->world()->latency(QString::fromLatin1(latency));
    m_store->world()->schedule(Clock::Duration(std::llround(seconds * 1000)), QString::fromLatin1(what),
                               m_store->clusterId() + QLatin1Char('/') + id);
}

void ClusterObjects::reconcile() {
    const Cluster *cluster = m_store->cluster();
    if (m_busy || !cluster || cluster->runningAt.count() < 0 || cluster->state == QLatin1String("deleting"))
        return;
    m_busy = true; // writing below makes the world call again
    seed();
    reconcileNodes();
    reconcileAgent();
    reconcilePods();
    m_busy = false;
}

void ClusterObjects::seed() {
    if (m_store->find(coreType("namespaces"), {}, kSystem))
        return;
    for (const char *name : {"default", "kube-node-lease", "kube-public", "kube-system"}) {
        const QString text = QString::fromLatin1(name);
        m_store->create(coreType("namespaces"), {}, text,
                        {{"metadata", {{"labels", {{"kubernetes.io/metadata.name", name}}}}},
                         {"spec", {{"finalizers", {"kubernetes"}}}},
                         {"status", {{"phase", "Active"}}}});
        namespaceAdded(text);
    }
    const Cluster *cluster = m_store->cluster();
    const auto service = [this, cluster](const QString &space, const QString &name, quint32 offset, int port) {
        const QString address = cluster->serviceSubnet.prefix() == 32
                                    ? QStringLiteral("10.245.0.%1").arg(offset)
                                    : Ipv4(cluster->serviceSubnet.first().bits() + offset).toString();
        m_store->create(coreType("services"), space, name,
                        {{"spec",
                          {{"type", "ClusterIP"},
                           {"clusterIP", address.toStdString()},
                           {"ports", Json::array({{{"port", port}, {"protocol", "TCP"}}})}}}});
    };
    service(QStringLiteral("default"), QStringLiteral("kubernetes"), 1, 443);
    service(kSystem, QStringLiteral("kube-dns"), 10, 53);
}

void ClusterObjects::namespaceAdded(const QString &name) {
    plan("kubernetes.service_account", kServiceAccount, name);
}

void ClusterObjects::reconcileNodes() {
    const Cluster cluster = *m_store->cluster();
    const ResourceType &nodes = coreType("nodes");
    const Json now = kubeTime(m_store->world()->clock->now());
    QStringList wanted;
    for (const NodePool &pool : cluster.pools) {
        for (const Node &node : pool.nodes) {
            const auto droplet = m_store->world()->droplets.constFind(node.dropletId);
            if (node.state == QLatin1String("deleting") || droplet == m_store->world()->droplets.constEnd() ||
                droplet->status != QLatin1String("active"))
                continue;
            wanted << node.name;
            Json addresses = Json::array({{{"type", "Hostname"}, {"address", node.name.toStdString()}}});
            if (!droplet->privateIp.isNull())
                addresses.push_back({{"type", "InternalIP"}, {"address", droplet->privateIp.toString().toStdString()}});
            if (!droplet->publicIp.isNull())
                addresses.push_back({{"type", "ExternalIP"}, {"address", droplet->publicIp.toString().toStdString()}});
            if (const KubeObject *there = m_store->find(nodes, {}, node.name)) {
                Json body = there->body;
                body["status"]["addresses"] = addresses;
                m_store->update(nodes, {}, node.name, std::move(body));
                continue;
            }
            const Json labels = {{"doks.digitalocean.com/node-id", node.id.toStdString()},
                                 {"doks.digitalocean.com/node-pool", pool.name.toStdString()},
                                 {"doks.digitalocean.com/node-pool-id", pool.id.toStdString()},
                                 {"doks.digitalocean.com/version", cluster.version.toStdString()},
                                 {"kubernetes.io/arch", "amd64"},
                                 {"kubernetes.io/hostname", node.name.toStdString()},
                                 {"kubernetes.io/os", "linux"},
                                 {"node.kubernetes.io/instance-type", pool.size.toStdString()},
                                 {"topology.kubernetes.io/region", cluster.region.toStdString()}};
            const Json info = {{"kubeletVersion", kubeletVersion(cluster).toStdString()},
                               {"osImage", "Debian GNU/Linux 12 (bookworm)"},
                               {"kernelVersion", "6.1.0-31-amd64"},
                               {"containerRuntimeVersion", "containerd://1.6.32"},
                               {"architecture", "amd64"},
                               {"operatingSystem", "linux"}};
            const Json capacity = {{"cpu", "2"}, {"memory", "4Gi"}, {"pods", "110"}};
            m_store->create(nodes, {}, node.name,
                            {{"metadata", {{"labels", labels}}},
                             {"spec", {{"providerID", "digitalocean://" + std::to_string(node.dropletId)}}},
                             {"status",
                              {{"addresses", addresses},
                               {"capacity", capacity},
                               {"allocatable", capacity},
                               {"nodeInfo", info},
                               {"conditions", Json::array({condition("Ready", false, "KubeletNotReady", now)})}}}});
            plan("kubernetes.node_ready", kNodeReady, node.name);
        }
    }
    QStringList gone;
    for (const KubeObject *node : m_store->list(nodes)) {
        if (!wanted.contains(node->name))
            gone << node->name;
    }
    for (const QString &name : std::as_const(gone)) {
        m_store->erase(nodes, {}, name);
        QList<QPair<QString, QString>> orphans;
        for (const KubeObject *pod : m_store->list(coreType("pods"))) {
            if (textAt(pod->body, {"spec", "nodeName"}) == name)
                orphans << qMakePair(pod->nameSpace, pod->name);
        }
        for (const auto &[space, pod] : std::as_const(orphans))
            m_store->erase(coreType("pods"), space, pod);
    }
}

bool ClusterObjects::isNodeReady(const KubeObject &node) const {
    const Json &conditions = jsonMember(jsonAt(node.body, {"status"}), "conditions");
    return std::any_of(conditions.begin(), conditions.end(), [](const Json &c) {
        return textAt(c, {"type"}) == QLatin1String("Ready") && textAt(c, {"status"}) == QLatin1String("True");
    });
}

void ClusterObjects::reconcileAgent() {
    const Cluster *cluster = m_store->cluster();
    const ResourceType &sets = coreType("daemonsets");
    const KubeObject *agent = m_store->find(sets, kSystem, kAgent);
    if (!agent && !cluster->routingAgent)
        return; // switching it off later removes neither the DaemonSet nor the CRD (documented)
    const Json labels = {{kAgentLabel.toStdString(), "routing-agent"}};
    if (!agent) {
        const Json container = {{"name", "agent"}, {"image", "digitalocean/doks-routing-agent:v0.1.0"}};
        Json pod = {{"hostNetwork", true}, {"containers", Json::array({container})}};
        applyTemplateDefaults(pod);
        agent = &m_store->create(
            sets, kSystem, kAgent,
            {{"metadata", {{"labels", labels}, {"annotations", {{"deprecated.daemonset.template.generation", "1"}}}}},
             {"spec",
              {{"selector", {{"matchLabels", labels}}},
               {"revisionHistoryLimit", 10},
               {"updateStrategy", {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxUnavailable", 1}}}}},
               {"template",
                {{"metadata", {{"labels", labels}, {"creationTimestamp", nullptr}}}, {"spec", std::move(pod)}}}}}});
        plan("kubernetes.crd", kCrd, kCrdName);
    }
    const auto &switches = m_store->world()->switches;
    const bool crashing = switches.value(QStringLiteral("agent:") + m_store->clusterId()) == QLatin1String("crashloop");
    int desired = 0, ready = 0;
    for (const KubeObject *node : m_store->list(coreType("nodes"))) {
        ++desired;
        const bool down = switches.value(QStringLiteral("agent_node:") + node->name) == QLatin1String("down");
        ready += !crashing && !down && isNodeReady(*node) ? 1 : 0;
    }
    Json body = agent->body;
    body["status"] = {{"desiredNumberScheduled", desired},
                      {"currentNumberScheduled", desired},
                      {"updatedNumberScheduled", desired},
                      {"numberReady", ready},
                      {"numberAvailable", ready},
                      {"numberMisscheduled", 0},
                      {"observedGeneration", 1}};
    if (desired > ready)
        body["status"]["numberUnavailable"] = desired - ready;
    m_store->update(sets, kSystem, kAgent, std::move(body));
}

void ClusterObjects::reconcilePods() {
    const auto switches = m_store->world()->switches;
    const bool crashing = switches.value(QStringLiteral("agent:") + m_store->clusterId()) == QLatin1String("crashloop");
    const bool agent = m_store->find(coreType("daemonsets"), kSystem, kAgent);
    QStringList readyNodes;
    QList<QPair<QString, bool>> nodes;
    for (const KubeObject *node : m_store->list(coreType("nodes")))
        nodes << qMakePair(node->name, isNodeReady(*node));
    for (const auto &[name, ready] : std::as_const(nodes)) {
        if (ready)
            readyNodes << name;
        if (!agent)
            continue;
        const bool down = crashing || switches.value(QStringLiteral("agent_node:") + name) == QLatin1String("down");
        const QString suffix = QString::number(qHash(name, 7u) % 60466176u, 36).rightJustified(5, QLatin1Char('x'));
        systemPod(kAgent + QLatin1Char('-') + suffix, name, "routing-agent", ready && !down, ready && down);
    }
    for (int i = 0; i < 2 && !readyNodes.isEmpty(); ++i) {
        const QString name =
            QStringLiteral("coredns-7c5b58dfc8-") + (i == 0 ? QStringLiteral("5k2xq") : QStringLiteral("w8vjz"));
        if (!m_store->find(coreType("pods"), kSystem, name))
            systemPod(name, readyNodes.at(i % readyNodes.size()), "coredns", true, false);
    }
}

void ClusterObjects::systemPod(const QString &name, const QString &node, const char *component, bool ready,
                               bool crashing) {
    const ResourceType &pods = coreType("pods");
    const Json now = kubeTime(m_store->world()->clock->now());
    const KubeObject *there = m_store->find(pods, kSystem, name);
    const QString container = QString::fromLatin1(component);
    if (!there) {
        Json labels = {{"k8s-app", component}};
        if (container == QLatin1String("routing-agent"))
            labels = {{kAgentLabel.toStdString(), component}};
        const Json one = {{"name", component}, {"image", "digitalocean/" + std::string(component) + ":v0.1.0"}};
        there = &m_store->create(pods, kSystem, name,
                                 {{"metadata", {{"labels", labels}}},
                                  {"spec",
                                   {{"nodeName", node.toStdString()},
                                    {"hostNetwork", container == QLatin1String("routing-agent")},
                                    {"restartPolicy", "Always"},
                                    {"containers", Json::array({one})}}},
                                  {"status", {{"phase", "Pending"}, {"startTime", now}}}});
    }
    if (jsonAt(there->body, {"status", "containerStatuses"}).is_array() &&
        jsonBool(there->body["status"]["containerStatuses"][0], "ready") == ready &&
        jsonAt(there->body["status"]["containerStatuses"][0], {"state", "waiting", "reason"}).is_string() == crashing)
        return;
    Json body = there->body;
    body["status"]["phase"] = ready || crashing ? "Running" : "Pending";
    const Json state = ready      ? Json{{"running", {{"startedAt", now}}}}
                       : crashing ? Json{{"waiting", {{"reason", "CrashLoopBackOff"}}}}
                                  : Json{{"waiting", Json::object()}};
    body["status"]["containerStatuses"] = Json::array({{{"name", component},
                                                        {"image", body["spec"]["containers"][0]["image"]},
                                                        {"imageID", ""},
                                                        {"ready", ready},
                                                        {"started", ready},
                                                        {"restartCount", crashing ? 5 : 0},
                                                        {"state", state}}});
    body["status"]["conditions"] = Json::array(
        {condition("PodScheduled", true, "", now), condition("Ready", ready, ready ? "" : "ContainersNotReady", now)});
    m_store->update(pods, kSystem, name, std::move(body));
}

bool ClusterObjects::routesServed() const {
    return m_store->find(coreType("customresourcedefinitions"), {}, kCrdName) != nullptr;
}

bool ClusterObjects::routesClusterScoped() const {
    return m_store->world()->switches.value(QStringLiteral("route_scope")) == QLatin1String("cluster");
}

bool ClusterObjects::isAgentReady() const {
    const KubeObject *agent = m_store->find(coreType("daemonsets"), kSystem, kAgent);
    if (!agent)
        return false;
    const qint64 desired = numberAt(agent->body, {"status", "desiredNumberScheduled"});
    return desired > 0 && numberAt(agent->body, {"status", "numberReady"}) == desired;
}

void ClusterObjects::admitRoute(Json &route) const {
    Json &finalizers = route["metadata"]["finalizers"];
    if (!finalizers.is_array())
        finalizers = Json::array();
    const Json name = toJson(kRouteFinalizer);
    if (std::find(finalizers.begin(), finalizers.end(), name) == finalizers.end())
        finalizers.push_back(name);
}

void ClusterObjects::routeDeleting(const KubeObject &route) {
    plan("kubernetes.finalizer", kRelease,
         QStringLiteral("%1/%2/%3").arg(route.nameSpace, route.name, textAt(route.body, {"metadata", "uid"})));
}

void ClusterObjects::step(const QString &what, const QString &id) {
    const Cluster *cluster = m_store->cluster();
    if (!cluster)
        return;
    const Json now = kubeTime(m_store->world()->clock->now());
    if (what == QLatin1String(kNodeReady)) {
        if (const KubeObject *node = m_store->find(coreType("nodes"), {}, id)) {
            Json body = node->body;
            body["status"]["conditions"] =
                Json::array({condition("MemoryPressure", false, "KubeletHasSufficientMemory", now),
                             condition("Ready", true, "KubeletReady", now)});
            m_store->update(coreType("nodes"), {}, id, std::move(body));
            reconcile();
        }
    } else if (what == QLatin1String(kCrd)) {
        if (!routesServed())
            m_store->create(coreType("customresourcedefinitions"), {}, kCrdName, crdObject(routesClusterScoped(), now));
    } else if (what == QLatin1String(kServiceAccount)) {
        if (m_store->find(coreType("namespaces"), {}, id) &&
            !m_store->find(coreType("serviceaccounts"), id, QStringLiteral("default")))
            m_store->create(coreType("serviceaccounts"), id, QStringLiteral("default"), {{"metadata", Json::object()}});
    } else if (what == QLatin1String(kRelease)) {
        const QStringList parts = id.split(QLatin1Char('/'));
        const KubeObject *route = m_store->find(routeType(), parts.value(0), parts.value(1));
        if (!route || textAt(route->body, {"metadata", "uid"}) != parts.value(2))
            return;
        if (!isAgentReady()) { // nobody there to let go: look again
            m_store->world()->schedule(std::chrono::seconds(1), QString::fromLatin1(kRelease),
                                       m_store->clusterId() + QLatin1Char('/') + id);
            return;
        }
        Json body = route->body;
        Json kept = Json::array();
        for (const Json &finalizer : jsonMember(body["metadata"], "finalizers")) {
            if (finalizer != toJson(kRouteFinalizer))
                kept.push_back(finalizer);
        }
        body["metadata"]["finalizers"] = kept;
        m_store->update(routeType(), parts.value(0), parts.value(1), std::move(body));
    }
}

} // namespace sluice::sandbox
