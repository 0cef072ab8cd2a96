#include "core/sandbox/kubernetes/validation.h"

#include "core/base/ip.h"
#include "core/sandbox/kubernetes/kube_json.h"

#include <QRegularExpression>
#include <QSet>

namespace sluice::sandbox {

namespace {

using Names = QSet<QString>;

Names names(const char *text) {
    const QStringList list = QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return Names(list.begin(), list.end());
}

/// The known fields below a path ("", "metadata", "spec", "spec.containers[]"), or null when anything goes there.
const Names *known(const ResourceType &type, const QString &path) {
    static const Names top =
        names("apiVersion kind metadata spec status data binaryData immutable secrets "
              "imagePullSecrets automountServiceAccountToken stringData type involvedObject reason "
              "message source firstTimestamp lastTimestamp count eventTime reportingComponent "
              "reportingInstance action series related");
    static const Names customTop = names("apiVersion kind metadata spec status");
    static const Names metadata = names(
        "name generateName namespace labels annotations finalizers ownerReferences uid resourceVersion generation "
        "creationTimestamp deletionTimestamp deletionGracePeriodSeconds managedFields selfLink");
    static const Names routeSpec = names("destinations gateways nodeSelector");
    static const Names podSpec = names(
        "volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds "
        "activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName serviceAccount automountServiceAccountToken "
        "nodeName hostNetwork hostPID hostIPC shareProcessNamespace securityContext imagePullSecrets hostname "
        "subdomain "
        "affinity schedulerName tolerations hostAliases priorityClassName priority dnsConfig readinessGates "
        "runtimeClassName enableServiceLinks preemptionPolicy overhead topologySpreadConstraints setHostnameAsFQDN os "
        "hostUsers schedulingGates resourceClaims resources");
    static const Names container =
        names("name image command args workingDir ports envFrom env resources resizePolicy restartPolicy volumeMounts "
              "volumeDevices livenessProbe readinessProbe startupProbe lifecycle terminationMessagePath "
              "terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty");
    if (path.isEmpty())
        return type.custom ? &customTop : &top;
    if (path == QLatin1String("metadata"))
        return &metadata;
    if (type.custom && path == QLatin1String("spec"))
        return &routeSpec;
    if (type.plural == QLatin1String("pods")) {
        if (path == QLatin1String("spec"))
            return &podSpec;
        if (path == QLatin1String("spec.containers[]"))
            return &container;
    }
    return nullptr;
}

/// Calls `visit(path, name, object)` for every unknown field.
template <class Object, class Visit>
void walk(const ResourceType &type, Object &object, Visit visit) {
    const auto level = [&](const QString &path, const QString &shown, auto &value) {
        const Names *allowed = known(type, path);
        if (!allowed || !value.is_object())
            return;
        QStringList foreign;
        for (const auto &[key, ignored] : value.items()) {
            if (!allowed->contains(QString::fromStdString(key)))
                foreign << QString::fromStdString(key);
        }
        for (const QString &key : foreign)
            visit(shown.isEmpty() ? key : shown + QLatin1Char('.') + key, key, value);
    };
    level({}, {}, object);
    for (const char *part : {"metadata", "spec"}) {
        const QString path = QString::fromLatin1(part);
        if (object.is_object() && object.contains(part))
            level(path, path, object[part]);
    }
    if (!object.is_object() || !object.contains("spec") || !object["spec"].is_object() ||
        !object["spec"].contains("containers") || !object["spec"]["containers"].is_array())
        return;
    auto &containers = object["spec"]["containers"];
    for (std::size_t i = 0; i < containers.size(); ++i)
        level(QStringLiteral("spec.containers[]"), QStringLiteral("spec.containers[%1]").arg(i), containers[i]);
}

QString shown(const Json &value) {
    return QString::fromUtf8(toJsonText(value).left(200));
}

void checkTexts(const Json &spec, const char *key, bool (*valid)(const QString &), const char *rule,
                QList<FieldProblem> &found) {
    const QString field = QStringLiteral("spec.") + QLatin1String(key);
    const Json &list = jsonAt(spec, {key});
    if (list.is_null()) {
        found << FieldProblem{field, QStringLiteral("Required value"), {}};
        return;
    }
    if (!list.is_array()) {
        const QString type = QString::fromLatin1(list.type_name());
        found << FieldProblem{field, QStringLiteral("Invalid value"),
                              QStringLiteral("\"%1\": %2 in body must be of type array: \"%1\"").arg(type, field)};
        return;
    }
    if (list.empty()) {
        found << FieldProblem{field, QStringLiteral("Invalid value"),
                              QStringLiteral("0: %1 in body should have at least 1 items").arg(field)};
        return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Json &item = list[i];
        if (!item.is_string() || !valid(QString::fromStdString(item.get<std::string>())))
            found << FieldProblem{QStringLiteral("%1[%2]").arg(field).arg(i), QStringLiteral("Invalid value"),
                                  QStringLiteral("%1: %2").arg(shown(item), QLatin1String(rule))};
    }
}

bool isCidr(const QString &text) {
    return Cidr::parse(text).has_value();
}

bool isAddress(const QString &text) {
    return Ipv4::parse(text).has_value();
}

void checkRoute(const Json &object, QList<FieldProblem> &found) {
    const Json &spec = jsonAt(object, {"spec"});
    if (!spec.is_object()) {
        found << FieldProblem{QStringLiteral("spec"), QStringLiteral("Required value"), {}};
        return;
    }
    checkTexts(spec, "destinations", isCidr, "must be an IPv4 network in CIDR notation", found);
    checkTexts(spec, "gateways", isAddress, "must be an IPv4 address", found);
}

void checkPod(const Json &object, QList<FieldProblem> &found) {
    const Json &containers = jsonAt(object, {"spec", "containers"});
    if (!containers.is_array() || containers.empty()) {
        found << FieldProblem{QStringLiteral("spec.containers"), QStringLiteral("Required value"), {}};
        return;
    }
    for (std::size_t i = 0; i < containers.size(); ++i) {
        const QString field = QStringLiteral("spec.containers[%1].").arg(i);
        for (const char *key : {"name", "image"}) {
            if (textAt(containers[i], {key}).isEmpty())
                found << FieldProblem{field + QLatin1String(key), QStringLiteral("Required value"), {}};
        }
        for (const char *key : {"command", "args"}) {
            const Json &list = jsonAt(containers[i], {key});
            bool texts = list.is_null() || list.is_array();
            for (const Json &item : list.is_array() ? list : Json::array())
                texts = texts && item.is_string();
            if (!texts)
                found << FieldProblem{field + QLatin1String(key), QStringLiteral("Invalid value"),
                                      shown(list) + QStringLiteral(": must be a list of texts")};
        }
    }
    const QString policy = textAt(object, {"spec", "restartPolicy"});
    if (!QStringList{QStringLiteral("Always"), QStringLiteral("OnFailure"), QStringLiteral("Never")}.contains(policy))
        found << FieldProblem{
            QStringLiteral("spec.restartPolicy"), QStringLiteral("Unsupported value"),
            QStringLiteral("\"%1\": supported values: \"Always\", \"OnFailure\", \"Never\"").arg(policy)};
}

void checkTextMap(const Json &metadata, const char *key, QList<FieldProblem> &found) {
    const Json &map = jsonAt(metadata, {key});
    bool texts = map.is_null() || map.is_object();
    for (const Json &value : map.is_object() ? map : Json::object())
        texts = texts && value.is_string();
    if (!texts)
        found << FieldProblem{QStringLiteral("metadata.") + QLatin1String(key), QStringLiteral("Invalid value"),
                              shown(map) + QStringLiteral(": must be a map of texts")};
}

} // namespace

bool isValidName(const QString &name) {
    static const QRegularExpression subdomain(
        QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"));
    return name.size() <= 253 && subdomain.match(name).hasMatch();
}

QStringList unknownFields(const ResourceType &type, const Json &object) {
    QStringList found;
    walk(type, object, [&found](const QString &path, const QString &, const Json &) { found << path; });
    return found;
}

void pruneUnknown(const ResourceType &type, Json &object) {
    walk(type, object, [](const QString &, const QString &key, Json &holder) { holder.erase(key.toStdString()); });
}

QList<FieldProblem> problems(const ResourceType &type, const Json &object) {
    QList<FieldProblem> found;
    const Json &metadata = jsonAt(object, {"metadata"});
    const QString name = textAt(metadata, {"name"});
    if (!isValidName(name))
        found << FieldProblem{
            QStringLiteral("metadata.name"), QStringLiteral("Invalid value"),
            QStringLiteral(
                "\"%1\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, "
                "'-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used "
                "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")
                .arg(name.left(260))};
    checkTextMap(metadata, "labels", found);
    checkTextMap(metadata, "annotations", found);
    const Json &finalizers = jsonAt(metadata, {"finalizers"});
    if (!finalizers.is_null() && !finalizers.is_array())
        found << FieldProblem{QStringLiteral("metadata.finalizers"), QStringLiteral("Invalid value"),
                              shown(finalizers) + QStringLiteral(": must be a list")};
    if (type.custom)
        checkRoute(object, found);
    if (type.plural == QLatin1String("pods"))
        checkPod(object, found);
    return found;
}

void applyTemplateDefaults(Json &spec) {
    const Json defaults = {{"restartPolicy", "Always"},
                           {"terminationGracePeriodSeconds", 30},
                           {"dnsPolicy", "ClusterFirst"},
                           {"schedulerName", "default-scheduler"},
                           {"securityContext", Json::object()}};
    for (const auto &[key, value] : defaults.items()) {
        if (!spec.contains(key))
            spec[key] = value;
    }
    if (!jsonAt(spec, {"containers"}).is_array())
        return;
    const Json containerDefaults = {{"resources", Json::object()},
                                    {"terminationMessagePath", "/dev/termination-log"},
                                    {"terminationMessagePolicy", "File"}};
    for (Json &container : spec["containers"]) {
        if (!container.is_object())
            continue;
        const QString image = textAt(container, {"image"});
        const bool latest =
            image.endsWith(QLatin1String(":latest")) || !image.section(QLatin1Char('/'), -1).contains(QLatin1Char(':'));
        if (!container.contains("imagePullPolicy"))
            container["imagePullPolicy"] = latest ? "Always" : "IfNotPresent";
        for (const auto &[key, value] : containerDefaults.items()) {
            if (!container.contains(key))
                container[key] = value;
        }
    }
}

void applyDefaults(const ResourceType &type, Json &object) {
    if (type.plural != QLatin1String("pods") || !jsonAt(object, {"spec"}).is_object())
        return;
    Json &spec = object["spec"];
    applyTemplateDefaults(spec);
    const auto lasting = [](const char *trouble) {
        return Json{{"key", std::string("node.kubernetes.io/") + trouble},
                    {"operator", "Exists"},
                    {"effect", "NoExecute"},
                    {"tolerationSeconds", 300}};
    };
    const Json admitted = {{"serviceAccountName", "default"},
                           {"enableServiceLinks", true},
                           {"priority", 0},
                           {"preemptionPolicy", "PreemptLowerPriority"},
                           {"tolerations", Json::array({lasting("not-ready"), lasting("unreachable")})}};
    for (const auto &[key, value] : admitted.items()) {
        if (!spec.contains(key))
            spec[key] = value;
    }
    spec["serviceAccount"] = spec["serviceAccountName"]; // its older name
}

} // namespace sluice::sandbox
