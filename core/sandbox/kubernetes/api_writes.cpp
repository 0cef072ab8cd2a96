#include "core/base/random.h"
#include "core/sandbox/kubernetes/api_call.h"
#include "core/sandbox/kubernetes/kube_json.h"
#include "core/sandbox/kubernetes/patches.h"
#include "core/sandbox/kubernetes/pod_logs.h"
#include "core/sandbox/kubernetes/validation.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

bool isDryRun(const ServerRequest &request) {
    return request.queryValue(QStringLiteral("dryRun")) == QLatin1String("All");
}

KubeFailure methodNotAllowed() {
    return {.code = 405,
            .reason = QStringLiteral("MethodNotAllowed"),
            .message = QStringLiteral("the server does not allow this method on the requested resource")};
}

/// What may not change in a pod once it is there.
Json frozen(const Json &pod) {
    Json spec = jsonAt(pod, {"spec"});
    if (!spec.is_object())
        return spec;
    spec.erase("activeDeadlineSeconds");
    spec.erase("tolerations");
    if (jsonAt(spec, {"containers"}).is_array()) {
        for (Json &container : spec["containers"]) {
            if (container.is_object())
                container.erase("image");
        }
    }
    return spec;
}

/// The objects a body must and may be made of, so that nothing later meets a text where a map belongs.
std::optional<KubeFailure> checkShape(const ResourceType &type, const Json &body) {
    if (!body.is_object())
        return badRequest(QStringLiteral("the object provided is unrecognized (must be of type %1)").arg(type.kind));
    for (const char *part : {"metadata", "spec", "status"}) {
        const Json &value = jsonAt(body, {part});
        if (!value.is_null() && !value.is_object())
            return badRequest(
                QStringLiteral("%1 in version \"%2\" cannot be handled as a %1: json: cannot unmarshal into "
                               "field %1.%3 of an object type")
                    .arg(type.kind, type.version, QLatin1String(part)));
    }
    return std::nullopt;
}

/// What discovery and the body say must agree.
std::optional<KubeFailure> checkKind(const ResourceType &type, const Json &body) {
    const QString kind = textAt(body, {"kind"}), version = textAt(body, {"apiVersion"});
    if (type.custom && kind.isEmpty())
        return badRequest(
            QStringLiteral("%1 in version \"%2\" cannot be handled as a %1: Object 'Kind' is missing in '%3'")
                .arg(type.kind, type.version, QString::fromUtf8(toJsonText(body).left(500))));
    if (type.custom && version != type.apiVersion())
        return badRequest(
            QStringLiteral("the API version in the data (%1) does not match the expected API version (%2)")
                .arg(version, type.apiVersion()));
    if (type.custom && kind != type.kind)
        return invalid(type, textAt(body, {"metadata", "name"}),
                       {{QStringLiteral("kind"), QStringLiteral("Invalid value"),
                         QStringLiteral("\"%1\": must be %2").arg(kind, type.kind)}},
                       kind);
    if ((!kind.isEmpty() && kind != type.kind) || (!version.isEmpty() && version != type.apiVersion()))
        return badRequest(QStringLiteral("the object provided (%1, %2) does not match the expected type %3, %4")
                              .arg(version, kind, type.apiVersion(), type.kind));
    return std::nullopt;
}

} // namespace

void ApiCalls::handle(const ResourcePath &path, const ServerRequest &request,
                      const std::shared_ptr<Responder> &responder) {
    const QByteArray &method = request.method;
    const bool get = method == "GET" || method == "HEAD";
    if (path.subresource == QLatin1String("log")) {
        if (!get)
            return responder->send(failureReply(methodNotAllowed()));
        return answerPodLog(m_store, path.nameSpace, path.name, request, responder);
    }
    const QString watched = request.queryValue(QStringLiteral("watch"));
    if (method == "GET" && (watched == QLatin1String("true") || watched == QLatin1String("1")))
        return watch(path, request, responder);
    if (get)
        return responder->send(path.name.isEmpty() ? list(path, request) : read(path, request));
    if (method == "POST" && path.name.isEmpty()) {
        std::variant<Json, KubeFailure> body = readBody(request.header("content-type"), request.body);
        if (const auto *failure = std::get_if<KubeFailure>(&body))
            return responder->send(failureReply(*failure));
        return responder->send(create(path, request, std::get<Json>(std::move(body))));
    }
    if (method == "PUT" && !path.name.isEmpty())
        return responder->send(replace(path, request));
    if (method == "PATCH" && !path.name.isEmpty())
        return responder->send(patch(path, request));
    if (method == "DELETE")
        return responder->send(path.name.isEmpty() ? removeAll(path, request) : remove(path, request));
    responder->send(failureReply(methodNotAllowed()));
}

std::optional<KubeFailure> ApiCalls::admit(const ResourcePath &path, const ServerRequest &request, Json *body) const {
    const ResourceType &type = *path.type;
    if (auto failure = checkShape(type, *body))
        return failure;
    if (auto failure = checkKind(type, *body))
        return failure;
    const QStringList unknown = unknownFields(type, *body);
    if (!unknown.isEmpty() && request.queryValue(QStringLiteral("fieldValidation")) == QLatin1String("Strict")) {
        QStringList texts;
        for (const QString &field : unknown)
            texts << QStringLiteral("unknown field \"%1\"").arg(field);
        return badRequest(QStringLiteral("%1 in version \"%2\" cannot be handled as a %1: strict decoding error: %3")
                              .arg(type.kind, type.version, texts.join(QStringLiteral(", "))));
    }
    pruneUnknown(type, *body);
    const QString space = textAt(*body, {"metadata", "namespace"});
    if (type.namespaced && !space.isEmpty() && space != path.nameSpace)
        return badRequest(
            QStringLiteral("the namespace of the provided object does not match the namespace sent on the "
                           "request"));
    applyDefaults(type, *body);
    const QList<FieldProblem> found = problems(type, *body);
    if (!found.isEmpty())
        return invalid(type, textAt(*body, {"metadata", "name"}), found);
    return std::nullopt;
}

ServerReply ApiCalls::create(const ResourcePath &path, const ServerRequest &request, Json body) {
    const ResourceType &type = *path.type;
    if (type.namespaced && path.nameSpace.isEmpty())
        return failureReply(methodNotAllowed());
    if (const auto failure = checkShape(type, body))
        return failureReply(*failure);
    QString name = textAt(body, {"metadata", "name"});
    const QString prefix = textAt(body, {"metadata", "generateName"});
    if (name.isEmpty() && !prefix.isEmpty()) {
        name = prefix.left(248) + randomLetters(5);
        body["metadata"]["name"] = name.toStdString();
    }
    if (name.isEmpty())
        return failureReply(invalid(type, {},
                                    {{QStringLiteral("metadata.name"), QStringLiteral("Required value"),
                                      QStringLiteral("name or generateName is required")}}));
    if (const auto failure = admit(path, request, &body))
        return failureReply(*failure);
    const KubeObject *space = m_store->find(coreType("namespaces"), {}, path.nameSpace);
    if (type.namespaced && !space)
        return failureReply(notFound(coreType("namespaces"), path.nameSpace));
    if (const KubeObject *there = m_store->find(type, path.nameSpace, name))
        return failureReply(
            alreadyExists(type, name, !jsonAt(there->body, {"metadata", "deletionTimestamp"}).is_null()));
    const bool pod = type.plural == QLatin1String("pods");
    const QString account = textAt(body, {"spec", "serviceAccountName"});
    if (pod && !m_store->find(coreType("serviceaccounts"), path.nameSpace, account))
        return failureReply({.code = 403,
                             .reason = QStringLiteral("Forbidden"),
                             .message = QStringLiteral("pods \"%1\" is forbidden: error looking up service account "
                                                       "%2/%3: serviceaccount \"%3\" not found")
                                            .arg(name, path.nameSpace, account),
                             .type = &type,
                             .name = name});
    if (isDryRun(request)) {
        body["metadata"]["uid"] = toJson(randomUuid());
        body["metadata"]["creationTimestamp"] = kubeTime(m_store->world()->clock->now());
        if (type.namespaced)
            body["metadata"]["namespace"] = path.nameSpace.toStdString();
        if (type.countsGenerations())
            body["metadata"]["generation"] = 1;
        return jsonReply(201, body);
    }
    if (type.custom)
        m_objects->admitRoute(body);
    if (type.plural == QLatin1String("namespaces"))
        body["status"] = {{"phase", "Active"}};
    const KubeObject created = m_store->create(type, path.nameSpace, name, std::move(body));
    if (pod)
        m_kubelet->added(created);
    if (type.plural == QLatin1String("namespaces"))
        m_objects->namespaceAdded(name);
    const KubeObject *now = m_store->find(type, path.nameSpace, name);
    return jsonReply(201, now ? now->body : created.body);
}

ServerReply ApiCalls::replace(const ResourcePath &path, const ServerRequest &request) {
    std::variant<Json, KubeFailure> body = readBody(request.header("content-type"), request.body);
    if (const auto *failure = std::get_if<KubeFailure>(&body))
        return failureReply(*failure);
    return store(path, request, std::get<Json>(std::move(body)), false);
}

ServerReply ApiCalls::patch(const ResourcePath &path, const ServerRequest &request) {
    const KubeObject *object = m_store->find(*path.type, path.nameSpace, path.name);
    const QByteArray contentType = request.header("content-type");
    const bool apply = contentType.startsWith("application/apply-patch");
    if (apply && request.queryValue(QStringLiteral("fieldManager")).isEmpty())
        return failureReply(
            {.code = 422,
             .reason = QStringLiteral("Invalid"),
             .message = QStringLiteral("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required "
                                       "value: is required for apply patch")});
    if (!object && !apply)
        return failureReply(notFound(*path.type, path.name));
    const Json before = object ? object->body : Json::object();
    std::variant<Json, KubeFailure> result = patched(*path.type, path.name, before, contentType, request.body);
    if (const auto *failure = std::get_if<KubeFailure>(&result))
        return failureReply(*failure);
    Json body = std::get<Json>(std::move(result));
    if (!object) {
        if (body.is_object() && jsonAt(body, {"metadata"}).is_object())
            body["metadata"]["name"] = path.name.toStdString();
        return create({path.type, path.nameSpace, {}, {}}, request, std::move(body));
    }
    return store(path, request, std::move(body), true);
}

ServerReply ApiCalls::store(const ResourcePath &path, const ServerRequest &request, Json body, bool unconditional) {
    const ResourceType &type = *path.type;
    const KubeObject *object = m_store->find(type, path.nameSpace, path.name);
    if (!object)
        return failureReply(notFound(type, path.name));
    if (const auto failure = checkShape(type, body))
        return failureReply(*failure);
    if (textAt(body, {"metadata", "name"}) != path.name)
        return failureReply(
            badRequest(QStringLiteral("the name of the object (%1) does not match the name on the URL (%2)")
                           .arg(textAt(body, {"metadata", "name"}), path.name)));
    const QString version = textAt(body, {"metadata", "resourceVersion"});
    if (version.isEmpty() && type.custom && !unconditional)
        return failureReply(invalid(type, path.name,
                                    {{QStringLiteral("metadata.resourceVersion"), QStringLiteral("Invalid value"),
                                      QStringLiteral("0x0: must be specified for an update")}},
                                    type.plural));
    const Json before = object->body;
    const QString uid = textAt(body, {"metadata", "uid"});
    if ((!version.isEmpty() && version != textAt(before, {"metadata", "resourceVersion"})) ||
        (!uid.isEmpty() && uid != textAt(before, {"metadata", "uid"})))
        return failureReply(conflict(type, path.name));
    if (const auto failure = admit(path, request, &body))
        return failureReply(*failure);
    if (type.plural == QLatin1String("pods") && path.subresource.isEmpty()) {
        if (frozen(body) != frozen(before))
            return failureReply(invalid(type, path.name,
                                        {{QStringLiteral("spec"), QStringLiteral("Forbidden"),
                                          QStringLiteral("pod updates may not change fields other than "
                                                         "`spec.containers[*].image`, `spec.activeDeadlineSeconds`, "
                                                         "`spec.tolerations`")}}));
        body["status"] = jsonAt(before, {"status"});
    }
    if (path.subresource == QLatin1String("status")) {
        Json kept = before;
        kept["status"] = jsonAt(body, {"status"});
        body = std::move(kept);
    }
    if (isDryRun(request))
        return jsonReply(200, body);
    const KubeObject *updated = m_store->update(type, path.nameSpace, path.name, body);
    return jsonReply(200, updated ? updated->body : body);
}

void ApiCalls::removeOne(const ResourceType &type, const QString &nameSpace, const QString &name, int grace) {
    if (type.plural == QLatin1String("pods"))
        return m_kubelet->removePod(nameSpace, name, grace);
    const KubeObject *before = m_store->find(type, nameSpace, name);
    const bool deleting = before && !jsonAt(before->body, {"metadata", "deletionTimestamp"}).is_null();
    if (m_store->remove(type, nameSpace, name) && type.custom && !deleting)
        m_objects->routeDeleting(*m_store->find(type, nameSpace, name));
    if (type.plural != QLatin1String("namespaces"))
        return;
    for (const ResourceType &kind : resourceTypes()) {
        QStringList names;
        for (const KubeObject *object : kind.namespaced ? m_store->list(kind, name) : QList<const KubeObject *>())
            names << object->name;
        for (const QString &one : std::as_const(names))
            m_store->erase(kind, name, one);
    }
}

ServerReply ApiCalls::remove(const ResourcePath &path, const ServerRequest &request) {
    const ResourceType &type = *path.type;
    const KubeObject *object = m_store->find(type, path.nameSpace, path.name);
    if (!object)
        return failureReply(notFound(type, path.name));
    Json options = Json::object();
    if (!request.body.isEmpty()) {
        std::variant<Json, KubeFailure> body = readBody(request.header("content-type"), request.body);
        if (const auto *failure = std::get_if<KubeFailure>(&body))
            return failureReply(*failure);
        options = std::get<Json>(std::move(body));
        if (!options.is_object())
            return failureReply(badRequest(QStringLiteral("the delete options are not an object")));
    }
    const Json before = object->body;
    for (const char *key : {"uid", "resourceVersion"}) {
        const QString wanted = textAt(options, {"preconditions", key});
        if (!wanted.isEmpty() && wanted != textAt(before, {"metadata", key}))
            return failureReply(conflict(type, path.name));
    }
    const QString protectedSpace = QStringLiteral("default kube-system kube-public kube-node-lease");
    if (type.plural == QLatin1String("namespaces") && protectedSpace.split(QLatin1Char(' ')).contains(path.name))
        return failureReply(
            {.code = 403,
             .reason = QStringLiteral("Forbidden"),
             .message =
                 QStringLiteral("namespaces \"%1\" is forbidden: this namespace may not be deleted").arg(path.name),
             .type = &type,
             .name = path.name});
    const Json &dryRun = jsonMember(options, "dryRun");
    if (isDryRun(request) || std::find(dryRun.begin(), dryRun.end(), Json("All")) != dryRun.end())
        return jsonReply(200, before);
    const QString asked = request.queryValue(QStringLiteral("gracePeriodSeconds"));
    const int grace = asked.isEmpty()
                          ? static_cast<int>(jsonInt(options, "gracePeriodSeconds",
                                                     numberAt(before, {"spec", "terminationGracePeriodSeconds"}, 30)))
                          : asked.toInt();
    removeOne(type, path.nameSpace, path.name, std::max(0, grace));
    const KubeObject *left = m_store->find(type, path.nameSpace, path.name);
    if (left)
        return jsonReply(200, left->body);
    if (type.plural == QLatin1String("pods")) {
        Json gone = before;
        gone["metadata"]["deletionTimestamp"] = kubeTime(m_store->world()->clock->now());
        gone["metadata"]["deletionGracePeriodSeconds"] = 0;
        return jsonReply(200, gone);
    }
    return jsonReply(200, successStatus(type, path.name, jsonAt(before, {"metadata", "uid"})));
}

ServerReply ApiCalls::removeAll(const ResourcePath &path, const ServerRequest &request) {
    const ResourceType &type = *path.type;
    if (type.namespaced && path.nameSpace.isEmpty())
        return failureReply(methodNotAllowed());
    const Result<Selector> selector = Selector::parse(type, request.queryValue(QStringLiteral("labelSelector")),
                                                      request.queryValue(QStringLiteral("fieldSelector")));
    if (!selector)
        return failureReply(badRequest(selector.error().message));
    Json items = Json::array();
    QStringList names;
    for (const KubeObject *object : m_store->list(type, path.nameSpace)) {
        if (!selector->matches(object->body))
            continue;
        items.push_back(object->body);
        names << object->name;
    }
    for (const QString &name : isDryRun(request) ? QStringList() : names)
        removeOne(type, path.nameSpace, name, 30);
    return jsonReply(200, {{"kind", type.kind.toStdString() + "List"},
                           {"apiVersion", type.apiVersion().toStdString()},
                           {"metadata", {{"resourceVersion", std::to_string(m_store->version())}}},
                           {"items", std::move(items)}});
}

} // namespace sluice::sandbox
