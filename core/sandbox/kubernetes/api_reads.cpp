#include "core/sandbox/kubernetes/api_call.h"
#include "core/sandbox/kubernetes/kube_json.h"
#include "core/sandbox/kubernetes/tables.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

bool wantsTable(const ServerRequest &request) {
    const QByteArray accept = request.header("accept");
    return accept.contains("as=Table") && accept.contains("meta.k8s.io");
}

KubeFailure expired() {
    return badRequest(QStringLiteral("continue key is not valid: it was not given by this server"));
}

} // namespace

ResourcePath ApiCalls::resolve(const QString &path) const {
    QStringList parts;
    for (const QString &part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts))
        parts << QString::fromUtf8(QByteArray::fromPercentEncoding(part.toLatin1()));
    QString group, version;
    if (parts.value(0) == QLatin1String("api") && parts.size() > 2) {
        version = parts.value(1);
        parts = parts.mid(2);
    } else if (parts.value(0) == QLatin1String("apis") && parts.size() > 3) {
        group = parts.value(1);
        version = parts.value(2);
        parts = parts.mid(3);
    } else {
        return {};
    }
    ResourcePath found;
    if (parts.value(0) == QLatin1String("namespaces") && parts.size() > 2) {
        found.nameSpace = parts.at(1);
        parts = parts.mid(2);
    }
    found.type = resourceType(group, version, parts.value(0));
    if (!found.type || parts.size() > 3 || (found.type->custom && !m_objects->routesServed()))
        return {};
    if (found.type->custom && m_objects->routesClusterScoped())
        found.type = &clusterRouteType();
    found.name = parts.value(1);
    found.subresource = parts.value(2);
    // A cluster-wide resource has no place below a namespace, nor a named namespaced one outside.
    if (found.type->namespaced == found.nameSpace.isEmpty() && (!found.type->namespaced || !found.name.isEmpty()))
        return {};
    const bool known = found.subresource.isEmpty() || found.subresource == QLatin1String("status") ||
                       (found.subresource == QLatin1String("log") && found.type->plural == QLatin1String("pods"));
    return known ? found : ResourcePath{};
}

ServerReply ApiCalls::read(const ResourcePath &path, const ServerRequest &request) const {
    const KubeObject *object = m_store->find(*path.type, path.nameSpace, path.name);
    if (!object)
        return failureReply(notFound(*path.type, path.name));
    if (!wantsTable(request))
        return jsonReply(200, object->body);
    return jsonReply(200, tableOf(*path.type, {object->body}, m_store->world()->clock->now(),
                                  request.queryValue(QStringLiteral("includeObject")),
                                  {{"resourceVersion", object->body["metadata"]["resourceVersion"]}}));
}

ServerReply ApiCalls::list(const ResourcePath &path, const ServerRequest &request) const {
    const Result<Selector> selector = Selector::parse(*path.type, request.queryValue(QStringLiteral("labelSelector")),
                                                      request.queryValue(QStringLiteral("fieldSelector")));
    if (!selector)
        return failureReply(badRequest(selector.error().message));
    QList<Json> objects;
    for (const KubeObject *object : m_store->list(*path.type, path.nameSpace)) {
        if (selector->matches(object->body))
            objects << object->body;
    }
    const int limit = request.queryValue(QStringLiteral("limit")).toInt();
    const QString token = request.queryValue(QStringLiteral("continue"));
    qsizetype from = 0;
    if (!token.isEmpty()) {
        const Result<Json> place = parseJson(QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding));
        if (!place || !place->is_object() || jsonString(*place, "start").isEmpty())
            return failureReply(expired());
        // By key, not by number: what was created or removed meanwhile shifts nothing.
        const QString start = jsonString(*place, "start");
        while (from < objects.size() && textAt(objects.at(from), {"metadata", "namespace"}) + QLatin1Char('/') +
                                                textAt(objects.at(from), {"metadata", "name"}) <=
                                            start)
            ++from;
    }
    Json metadata = {{"resourceVersion", std::to_string(m_store->version())}};
    const qsizetype rest = objects.size() - from;
    QList<Json> page = objects.mid(from, limit > 0 ? limit : -1);
    if (page.size() < rest) {
        const Json &last = page.last();
        const QString start =
            textAt(last, {"metadata", "namespace"}) + QLatin1Char('/') + textAt(last, {"metadata", "name"});
        metadata["continue"] =
            toJsonText({{"start", start.toStdString()}}).toBase64(QByteArray::Base64UrlEncoding).toStdString();
        metadata["remainingItemCount"] = rest - page.size();
    }
    if (wantsTable(request))
        return jsonReply(200, tableOf(*path.type, page, m_store->world()->clock->now(),
                                      request.queryValue(QStringLiteral("includeObject")), metadata));
    Json items = Json::array();
    for (Json &object : page) {
        if (!path.type->custom) { // typed lists say once what they are made of
            object.erase("kind");
            object.erase("apiVersion");
        }
        items.push_back(std::move(object));
    }
    if (path.type->custom && !metadata.contains("continue"))
        metadata["continue"] = "";
    return jsonReply(200, {{"kind", path.type->kind.toStdString() + "List"},
                           {"apiVersion", path.type->apiVersion().toStdString()},
                           {"metadata", std::move(metadata)},
                           {"items", std::move(items)}});
}

void ApiCalls::watch(const ResourcePath &path, const ServerRequest &request,
                     const std::shared_ptr<Responder> &responder) {
    QString fields = request.queryValue(QStringLiteral("fieldSelector"));
    if (!path.name.isEmpty())
        fields = QStringLiteral("metadata.name=") + path.name;
    const Result<Selector> selector =
        Selector::parse(*path.type, request.queryValue(QStringLiteral("labelSelector")), fields);
    if (!selector)
        return responder->send(failureReply(badRequest(selector.error().message)));
    const auto flag = [&request](const char *name) {
        const QString value = request.queryValue(QString::fromLatin1(name));
        return value == QLatin1String("true") || value == QLatin1String("1");
    };
    m_watches->open({.type = path.type,
                     .nameSpace = path.nameSpace,
                     .selector = *selector,
                     .version = request.queryValue(QStringLiteral("resourceVersion")).toLongLong(),
                     .bookmarks = flag("allowWatchBookmarks"),
                     .initialEnd = flag("sendInitialEvents"),
                     .table = wantsTable(request),
                     .includeObject = request.queryValue(QStringLiteral("includeObject")),
                     .timeoutSeconds = request.queryValue(QStringLiteral("timeoutSeconds")).toInt()},
                    responder);
}

} // namespace sluice::sandbox
