#include "core/sandbox/kubernetes/tables.h"

#include "core/sandbox/kubernetes/kube_json.h"

namespace sluice::sandbox {

namespace {

Json column(const char *name, const char *format = "", int priority = 0) {
    return {{"name", name}, {"type", "string"}, {"format", format}, {"description", name}, {"priority", priority}};
}

Json columns(const ResourceType &type) {
    Json list = Json::array({column("Name", "name")});
    const auto add = [&list](std::initializer_list<const char *> names, int priority = 0) {
        for (const char *name : names)
            list.push_back(column(name, "", priority));
    };
    if (type.plural == QLatin1String("nodes")) {
        add({"Status", "Roles", "Age", "Version"});
        add({"Internal-IP", "External-IP", "OS-Image", "Kernel-Version", "Container-Runtime"}, 1);
    } else if (type.plural == QLatin1String("pods")) {
        add({"Ready", "Status", "Restarts", "Age"});
        add({"IP", "Node", "Nominated Node", "Readiness Gates"}, 1);
    } else if (type.plural == QLatin1String("daemonsets")) {
        add({"Desired", "Current", "Ready", "Up-to-date", "Available", "Node Selector", "Age"});
    } else if (type.plural == QLatin1String("routes")) {
        add({"Destinations", "Gateways", "Age"});
    } else if (type.plural == QLatin1String("namespaces")) {
        add({"Status", "Age"});
    } else if (type.plural == QLatin1String("services")) {
        add({"Type", "Cluster-IP", "External-IP", "Port(s)", "Age"});
    } else if (type.plural == QLatin1String("customresourcedefinitions")) {
        add({"Created At"});
    } else if (type.plural == QLatin1String("events")) {
        list = Json::array();
        add({"Last Seen", "Type", "Reason", "Object", "Message"});
    } else {
        add({"Age"});
    }
    return list;
}

QString address(const Json &node, const QString &kind) {
    for (const Json &item : jsonMember(jsonAt(node, {"status"}), "addresses")) {
        if (textAt(item, {"type"}) == kind)
            return textAt(item, {"address"});
    }
    return QStringLiteral("<none>");
}

QString nodeStatus(const Json &node) {
    QString status = QStringLiteral("Unknown");
    for (const Json &condition : jsonMember(jsonAt(node, {"status"}), "conditions")) {
        if (textAt(condition, {"type"}) == QLatin1String("Ready"))
            status = textAt(condition, {"status"}) == QLatin1String("True") ? QStringLiteral("Ready")
                                                                            : QStringLiteral("NotReady");
    }
    if (jsonBool(jsonAt(node, {"spec"}), "unschedulable"))
        status += QStringLiteral(",SchedulingDisabled");
    return status;
}

/// As kubectl words it: the reason of a waiting or terminated container wins over the phase.
QString podStatus(const Json &pod) {
    if (!jsonAt(pod, {"metadata", "deletionTimestamp"}).is_null())
        return QStringLiteral("Terminating");
    QString status = textAt(pod, {"status", "phase"});
    for (const Json &container : jsonMember(jsonAt(pod, {"status"}), "containerStatuses")) {
        for (const QString &reason : {textAt(container, {"state", "waiting", "reason"}),
                                      textAt(container, {"state", "terminated", "reason"})}) {
            if (!reason.isEmpty())
                status = reason;
        }
    }
    return status;
}

QString joined(const Json &list) {
    QStringList texts;
    for (const Json &item : list) {
        if (item.is_string())
            texts << QString::fromStdString(item.get_ref<const std::string &>());
    }
    return texts.join(QLatin1Char(','));
}

QStringList podCells(const Json &pod, const QString &age) {
    int ready = 0, total = 0;
    qint64 restarts = 0;
    for (const Json &container : jsonMember(jsonAt(pod, {"status"}), "containerStatuses")) {
        ready += jsonBool(container, "ready") ? 1 : 0;
        restarts += jsonInt(container, "restartCount");
    }
    total = static_cast<int>(jsonMember(jsonAt(pod, {"spec"}), "containers").size());
    const auto orNone = [](const QString &text) { return text.isEmpty() ? QStringLiteral("<none>") : text; };
    return {QStringLiteral("%1/%2").arg(ready).arg(total),
            podStatus(pod),
            QString::number(restarts),
            age,
            orNone(textAt(pod, {"status", "podIP"})),
            orNone(textAt(pod, {"spec", "nodeName"})),
            QStringLiteral("<none>"),
            QStringLiteral("<none>")};
}

QStringList cells(const ResourceType &type, const Json &object, const QDateTime &now) {
    const QString created = textAt(object, {"metadata", "creationTimestamp"});
    const QString age = kubeAge(QDateTime::fromString(created, Qt::ISODate), now);
    const QString name = textAt(object, {"metadata", "name"});
    const auto number = [&object](const char *key) { return QString::number(numberAt(object, {"status", key})); };
    if (type.plural == QLatin1String("nodes"))
        return {name,
                nodeStatus(object),
                QStringLiteral("<none>"),
                age,
                textAt(object, {"status", "nodeInfo", "kubeletVersion"}),
                address(object, QStringLiteral("InternalIP")),
                address(object, QStringLiteral("ExternalIP")),
                textAt(object, {"status", "nodeInfo", "osImage"}),
                textAt(object, {"status", "nodeInfo", "kernelVersion"}),
                textAt(object, {"status", "nodeInfo", "containerRuntimeVersion"})};
    if (type.plural == QLatin1String("pods"))
        return QStringList{name} + podCells(object, age);
    if (type.plural == QLatin1String("daemonsets"))
        return {name,
                number("desiredNumberScheduled"),
                number("currentNumberScheduled"),
                number("numberReady"),
                number("updatedNumberScheduled"),
                number("numberAvailable"),
                QStringLiteral("<none>"),
                age};
    if (type.plural == QLatin1String("routes"))
        return {name, joined(jsonMember(jsonAt(object, {"spec"}), "destinations")),
                joined(jsonMember(jsonAt(object, {"spec"}), "gateways")), age};
    if (type.plural == QLatin1String("namespaces"))
        return {name, textAt(object, {"status", "phase"}), age};
    if (type.plural == QLatin1String("services"))
        return {name,
                textAt(object, {"spec", "type"}),
                textAt(object, {"spec", "clusterIP"}),
                QStringLiteral("<none>"),
                QStringLiteral("443/TCP"),
                age};
    if (type.plural == QLatin1String("customresourcedefinitions"))
        return {name, created};
    if (type.plural == QLatin1String("events"))
        return {age, textAt(object, {"type"}), textAt(object, {"reason"}),
                textAt(object, {"involvedObject", "kind"}).toLower() + QLatin1Char('/') +
                    textAt(object, {"involvedObject", "name"}),
                textAt(object, {"message"})};
    return {name, age};
}

} // namespace

Json tableOf(const ResourceType &type, const QList<Json> &objects, const QDateTime &now, const QString &includeObject,
             const Json &listMetadata) {
    Json rows = Json::array();
    for (const Json &object : objects) {
        Json row = {{"cells", toJson(cells(type, object, now))}};
        if (includeObject == QLatin1String("Object"))
            row["object"] = object;
        else if (includeObject != QLatin1String("None"))
            row["object"] = {{"kind", "PartialObjectMetadata"},
                             {"apiVersion", "meta.k8s.io/v1"},
                             {"metadata", jsonAt(object, {"metadata"})}};
        rows.push_back(std::move(row));
    }
    return {{"kind", "Table"},
            {"apiVersion", "meta.k8s.io/v1"},
            {"metadata", listMetadata},
            {"columnDefinitions", columns(type)},
            {"rows", std::move(rows)}};
}

} // namespace sluice::sandbox
