#include "core/sandbox/kubernetes/kubelet.h"

#include "core/sandbox/kubernetes/kube_json.h"
#include "core/sandbox/kubernetes/pod_command.h"

#include <algorithm>
#include <cmath>

namespace sluice::sandbox {

namespace {

constexpr const char *kSchedule = "kube.pod.schedule";
constexpr const char *kPull = "kube.pod.pull";
constexpr const char *kFinish = "kube.pod.finish";
constexpr const char *kGone = "kube.pod.gone";
constexpr double kShortestWait = 1; ///< seconds, so that a retry never spins when a latency is set to 0

const ResourceType &pods() {
    return coreType("pods");
}

QStringList commandOf(const Json &container) {
    QStringList argv = jsonStringList(container, "command");
    const bool ownEntry = argv.isEmpty();
    argv += jsonStringList(container, "args");
    // The entry point of the curl images takes bare options.
    if (ownEntry && !argv.isEmpty() && argv.first().startsWith(QLatin1Char('-')) &&
        textAt(container, {"image"}).contains(QLatin1String("curl")))
        argv.prepend(QStringLiteral("curl"));
    return argv;
}

void setCondition(Json &pod, const char *type, bool holds, const char *reason, const Json &time) {
    Json &conditions = pod["status"]["conditions"];
    if (!conditions.is_array())
        conditions = Json::array();
    Json condition = {
        {"type", type}, {"status", holds ? "True" : "False"}, {"lastProbeTime", nullptr}, {"lastTransitionTime", time}};
    if (*reason)
        condition["reason"] = reason;
    for (Json &there : conditions) {
        if (jsonString(there, "type") == QLatin1String(type)) {
            if (jsonString(there, "status") == jsonString(condition, "status"))
                condition["lastTransitionTime"] = there["lastTransitionTime"];
            there = std::move(condition);
            return;
        }
    }
    conditions.push_back(std::move(condition));
}

} // namespace

QString logNote(const QString &nameSpace, const QString &name) {
    return QStringLiteral("log/%1/%2").arg(nameSpace, name);
}

QStringList Kubelet::steps() {
    return {QString::fromLatin1(kSchedule), QString::fromLatin1(kPull), QString::fromLatin1(kFinish),
            QString::fromLatin1(kGone)};
}

void Kubelet::plan(const char *latency, const char *what, const Json &pod) {
    const double seconds = m_store->world()->latency(QString::fromLatin1(latency));
    const QString id = QStringLiteral("%1/%2/%3/%4")
                           .arg(m_store->clusterId(), textAt(pod, {"metadata", "namespace"}),
                                textAt(pod, {"metadata", "name"}), textAt(pod, {"metadata", "uid"}));
    m_store->world()->schedule(Clock::Duration(std::llround(seconds * 1000)), QString::fromLatin1(what), id);
}

void Kubelet::write(Json pod) {
    // Read before the move: the order in which arguments are evaluated is the compiler's choice.
    const QString nameSpace = textAt(pod, {"metadata", "namespace"});
    const QString name = textAt(pod, {"metadata", "name"});
    m_store->update(pods(), nameSpace, name, std::move(pod));
}

void Kubelet::added(const KubeObject &pod) {
    Json body = pod.body;
    body["status"] = {{"phase", "Pending"}, {"qosClass", "BestEffort"}};
    write(body);
    plan("kubernetes.pod_scheduled", kSchedule, body);
}

void Kubelet::removePod(const QString &nameSpace, const QString &name, int graceSeconds) {
    const KubeObject *pod = m_store->find(pods(), nameSpace, name);
    if (!pod)
        return;
    const bool unplaced = textAt(pod->body, {"spec", "nodeName"}).isEmpty();
    const bool ended = QStringList{QStringLiteral("Succeeded"), QStringLiteral("Failed")}.contains(
        textAt(pod->body, {"status", "phase"}));
    if (graceSeconds == 0 || unplaced || ended) { // a pod that has ended leaves at once
        m_store->setNote(logNote(nameSpace, name), nullptr);
        m_store->erase(pods(), nameSpace, name);
        return;
    }
    const Json body = pod->body;
    if (!m_store->remove(pods(), nameSpace, name, graceSeconds) ||
        !jsonAt(body, {"metadata", "deletionTimestamp"}).is_null())
        return;
    plan("kubernetes.pod_gone", kGone, body);
}

void Kubelet::step(const QString &what, const QString &id) {
    const QStringList parts = id.split(QLatin1Char('/'));
    const KubeObject *pod = m_store->find(pods(), parts.value(0), parts.value(1));
    if (!pod || textAt(pod->body, {"metadata", "uid"}) != parts.value(2))
        return;
    const bool deleting = !jsonAt(pod->body, {"metadata", "deletionTimestamp"}).is_null();
    if (what == QLatin1String(kGone)) {
        m_store->setNote(logNote(parts.value(0), parts.value(1)), nullptr);
        m_store->erase(pods(), parts.value(0), parts.value(1));
    } else if (deleting) {
        return;
    } else if (what == QLatin1String(kSchedule)) {
        placePod(KubeObject(*pod));
    } else if (what == QLatin1String(kPull)) {
        pull(KubeObject(*pod));
    } else if (what == QLatin1String(kFinish)) {
        finish(KubeObject(*pod));
    }
}

bool Kubelet::isNodeReady(const QString &name) const {
    const KubeObject *node = m_store->find(coreType("nodes"), {}, name);
    if (!node)
        return false;
    const Json &conditions = jsonMember(jsonAt(node->body, {"status"}), "conditions");
    return std::any_of(conditions.begin(), conditions.end(), [](const Json &c) {
        return textAt(c, {"type"}) == QLatin1String("Ready") && textAt(c, {"status"}) == QLatin1String("True");
    });
}

void Kubelet::placePod(const KubeObject &pod) {
    Json body = pod.body;
    const Json now = kubeTime(m_store->world()->clock->now());
    QString nodeName = textAt(body, {"spec", "nodeName"});
    if (nodeName.isEmpty()) {
        for (const KubeObject *node : m_store->list(coreType("nodes"))) {
            if (isNodeReady(node->name) && !jsonBool(jsonAt(node->body, {"spec"}), "unschedulable")) {
                nodeName = node->name;
                break;
            }
        }
    }
    if (nodeName.isEmpty() || !isNodeReady(nodeName)) {
        // Nobody may take it yet, or the kubelet it is bound to is not up: it stays Pending.
        setCondition(body, "PodScheduled", !nodeName.isEmpty(), nodeName.isEmpty() ? "Unschedulable" : "", now);
        write(body);
        m_store->world()->schedule(
            Clock::Duration(static_cast<qint64>(kShortestWait * 1000)), QString::fromLatin1(kSchedule),
            QStringLiteral("%1/%2/%3/%4")
                .arg(m_store->clusterId(), pod.nameSpace, pod.name, textAt(body, {"metadata", "uid"})));
        return;
    }
    body["spec"]["nodeName"] = nodeName.toStdString();
    body["status"]["phase"] = "Pending";
    body["status"]["startTime"] = now;
    setCondition(body, "PodScheduled", true, "", now);
    setCondition(body, "Initialized", true, "", now);
    setCondition(body, "Ready", false, "ContainersNotReady", now);
    setCondition(body, "ContainersReady", false, "ContainersNotReady", now);
    body["status"]["containerStatuses"] =
        containerStatus(body, {{"waiting", {{"reason", "ContainerCreating"}}}}, 0, false);
    write(body);
    plan("kubernetes.pod_start", kPull, body);
}

Json Kubelet::containerStatus(const Json &pod, const Json &state, qint64 restarts, bool ready) const {
    Json list = Json::array();
    for (const Json &container : jsonMember(jsonAt(pod, {"spec"}), "containers"))
        list.push_back({{"name", toJson(textAt(container, {"name"}))},
                        {"image", toJson(textAt(container, {"image"}))},
                        {"imageID", ""},
                        {"lastState", Json::object()},
                        {"state", state},
                        {"ready", ready},
                        {"started", ready},
                        {"restartCount", restarts}});
    return list;
}

void Kubelet::pull(const KubeObject &pod) {
    Json body = pod.body;
    const Json &containers = jsonMember(jsonAt(body, {"spec"}), "containers");
    const QString image = containers.empty() ? QString() : textAt(containers[0], {"image"});
    const auto &switches = m_store->world()->switches;
    for (auto it = switches.constBegin(); it != switches.constEnd(); ++it) {
        if (!it.key().startsWith(QLatin1String("image:")) || it.value() != QLatin1String("unpullable") ||
            !image.contains(it.key().mid(6)))
            continue;
        const Json &statuses = jsonMember(jsonAt(body, {"status"}), "containerStatuses");
        const bool tried =
            !statuses.empty() && textAt(statuses[0], {"state", "waiting", "reason"}) == QLatin1String("ErrImagePull");
        const QString text = tried ? QStringLiteral("Back-off pulling image \"%1\"").arg(image)
                                   : QStringLiteral("failed to pull and unpack image \"%1\": not found").arg(image);
        body["status"]["containerStatuses"] = containerStatus(
            body, {{"waiting", {{"reason", tried ? "ImagePullBackOff" : "ErrImagePull"}, {"message", toJson(text)}}}},
            0, false);
        write(body);
        m_store->world()->schedule(
            Clock::Duration(static_cast<qint64>(kShortestWait * 5000)), QString::fromLatin1(kPull),
            QStringLiteral("%1/%2/%3/%4")
                .arg(m_store->clusterId(), pod.nameSpace, pod.name, textAt(body, {"metadata", "uid"})));
        return;
    }
    start(pod);
}

QString Kubelet::podAddress(const QString &nodeName, bool hostNetwork) {
    const KubeObject *node = m_store->find(coreType("nodes"), {}, nodeName);
    if (hostNetwork && node) {
        for (const Json &address : jsonMember(jsonAt(node->body, {"status"}), "addresses")) {
            if (textAt(address, {"type"}) == QLatin1String("InternalIP"))
                return textAt(address, {"address"});
        }
    }
    const Cluster *cluster = m_store->cluster();
    const QString note = QStringLiteral("podAddress");
    Json counter = m_store->note(note);
    const qint64 next = jsonInt(counter, "next", 10);
    counter["next"] = next + 1;
    m_store->setNote(note, counter);
    const quint64 size = cluster ? cluster->clusterSubnet.size() : 0;
    if (size < 16)
        return QStringLiteral("10.244.0.%1").arg(next % 250 + 2);
    return Ipv4(cluster->clusterSubnet.first().bits() + static_cast<quint32>(static_cast<quint64>(next) % (size - 2)))
        .toString();
}

void Kubelet::start(const KubeObject &pod) {
    Json body = pod.body;
    World *world = m_store->world();
    const Json now = kubeTime(world->clock->now());
    const QString node = textAt(body, {"spec", "nodeName"});
    const bool hostNetwork = jsonBool(jsonAt(body, {"spec"}), "hostNetwork");
    const Json &statuses = jsonMember(jsonAt(body, {"status"}), "containerStatuses");
    const qint64 restarts = statuses.empty() ? 0 : jsonInt(statuses[0], "restartCount");
    const Json &containers = jsonMember(jsonAt(body, {"spec"}), "containers");
    const QStringList argv = containers.empty() ? QStringList() : commandOf(containers[0]);

    body["status"]["phase"] = "Running";
    if (textAt(body, {"status", "podIP"}).isEmpty()) {
        const QString address = podAddress(node, hostNetwork);
        body["status"]["podIP"] = address.toStdString();
        body["status"]["podIPs"] = Json::array({{{"ip", address.toStdString()}}});
    }
    body["status"]["hostIP"] = podAddress(node, true).toStdString();
    body["status"]["containerStatuses"] = containerStatus(body, {{"running", {{"startedAt", now}}}}, restarts, true);
    setCondition(body, "Ready", true, "", now);
    setCondition(body, "ContainersReady", true, "", now);
    const QString note = logNote(pod.nameSpace, pod.name);
    if (argv.isEmpty()) { // a server image: runs until it is deleted
        m_store->setNote(note, {{"output", ""}, {"done", false}});
        write(body);
        return;
    }
    m_store->setNote(note, {{"output", ""}, {"startedAt", now}, {"done", false}});
    write(body);
    const QString uid = textAt(body, {"metadata", "uid"});
    const PodRun run{.clusterId = m_store->clusterId(),
                     .nodeName = node,
                     .address = textAt(body, {"status", "podIP"}),
                     .hostNetwork = hostNetwork,
                     .argv = argv};
    // The cluster, and this with it, may be gone when the command ends.
    runPodCommand(world, run,
                  [this, alive = std::weak_ptr<int>(m_alive), nameSpace = pod.nameSpace, name = pod.name,
                   uid](const CommandOutcome &outcome) {
                      if (!alive.expired())
                          ended(nameSpace, name, uid, outcome);
                  });
}

void Kubelet::ended(const QString &nameSpace, const QString &name, const QString &uid, const CommandOutcome &outcome) {
    const KubeObject *pod = m_store->find(pods(), nameSpace, name);
    if (!pod || textAt(pod->body, {"metadata", "uid"}) != uid)
        return;
    World *world = m_store->world();
    Json note = m_store->note(logNote(nameSpace, name));
    note["output"] = toJson(QString::fromUtf8(outcome.output));
    note["status"] = outcome.status;
    m_store->setNote(logNote(nameSpace, name), note);
    const double seconds = std::max(outcome.seconds, world->latency(QStringLiteral("kubernetes.pod_run")));
    world->schedule(Clock::Duration(std::llround(seconds * 1000)), QString::fromLatin1(kFinish),
                    QStringLiteral("%1/%2/%3/%4").arg(m_store->clusterId(), nameSpace, name, uid));
}

void Kubelet::finish(const KubeObject &pod) {
    Json body = pod.body;
    World *world = m_store->world();
    const Json now = kubeTime(world->clock->now());
    const QString noteName = logNote(pod.nameSpace, pod.name);
    Json note = m_store->note(noteName);
    note["done"] = true;
    m_store->setNote(noteName, note);
    const qint64 status = jsonInt(note, "status");
    const QString policy = textAt(body, {"spec", "restartPolicy"});
    const bool again = policy == QLatin1String("Always") || (policy == QLatin1String("OnFailure") && status != 0);
    const Json &statuses = jsonMember(jsonAt(body, {"status"}), "containerStatuses");
    const qint64 restarts = statuses.empty() ? 0 : jsonInt(statuses[0], "restartCount");
    const Json terminated = {{"terminated",
                              {{"exitCode", status},
                               {"reason", status == 0 ? "Completed" : "Error"},
                               {"startedAt", note.value("startedAt", now)},
                               {"finishedAt", now}}}};
    setCondition(body, "Ready", false, again ? "ContainersNotReady" : status == 0 ? "PodCompleted" : "PodFailed", now);
    setCondition(body, "ContainersReady", false, again ? "ContainersNotReady" : "PodCompleted", now);
    if (!again) {
        body["status"]["phase"] = status == 0 ? "Succeeded" : "Failed";
        body["status"]["containerStatuses"] = containerStatus(body, terminated, restarts, false);
        write(body);
        return;
    }
    body["status"]["containerStatuses"] =
        containerStatus(body, {{"waiting", {{"reason", "CrashLoopBackOff"}}}}, restarts + 1, false);
    for (Json &container : body["status"]["containerStatuses"])
        container["lastState"] = terminated;
    write(body);
    // The kubelet's back-off: 10 s, doubled each time, five minutes at most.
    const double wait = std::min(300.0, 10.0 * std::pow(2.0, static_cast<double>(std::min<qint64>(restarts, 6))));
    world->schedule(Clock::Duration(std::llround(wait * 1000)), QString::fromLatin1(kPull),
                    QStringLiteral("%1/%2/%3/%4")
                        .arg(m_store->clusterId(), pod.nameSpace, pod.name, textAt(body, {"metadata", "uid"})));
}

} // namespace sluice::sandbox
