#include "core/sandbox/kubernetes/watches.h"

#include "core/sandbox/kubernetes/kube_status.h"
#include "core/sandbox/kubernetes/tables.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

constexpr int kDefaultTimeout = 1800;

} // namespace

Watches::Watches(ObjectStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store) {
    connect(store, &ObjectStore::changed, this, &Watches::spread);
}

void Watches::open(const WatchRequest &request, std::shared_ptr<Responder> responder) {
    responder->startStream({.status = 200, .contentType = "application/json"});
    const Watch watch{.id = ++m_next, .request = request, .responder = responder};
    QList<ObjectStore::Change> missed;
    if (request.version > 0 && !m_store->changesSince(request.version, &missed)) {
        write(watch, QStringLiteral("ERROR"),
              statusObject({.code = 410,
                            .reason = QStringLiteral("Expired"),
                            .message = QStringLiteral("too old resource version: %1 (%2)")
                                           .arg(request.version)
                                           .arg(m_store->version())}));
        return responder->endStream();
    }
    if (request.version <= 0) {
        for (const KubeObject *object : m_store->list(*request.type, request.nameSpace)) {
            if (request.selector.matches(object->body))
                write(watch, QStringLiteral("ADDED"), object->body);
        }
        if (request.initialEnd)
            write(watch, QStringLiteral("BOOKMARK"),
                  {{"kind", request.type->kind.toStdString()},
                   {"apiVersion", request.type->apiVersion().toStdString()},
                   {"metadata",
                    {{"resourceVersion", std::to_string(m_store->version())},
                     {"annotations", {{"k8s.io/initial-events-end", "true"}}}}}});
    }
    for (const ObjectStore::Change &change : std::as_const(missed))
        send(watch, change);
    m_watches << watch;
    const int seconds = request.timeoutSeconds > 0 ? request.timeoutSeconds : kDefaultTimeout;
    m_store->world()->clock->after(std::chrono::seconds(seconds), this, [this, id = watch.id] { close(id); });
}

void Watches::close(quint64 id) {
    for (qsizetype i = 0; i < m_watches.size(); ++i) {
        if (m_watches.at(i).id == id) {
            const Watch watch = m_watches.takeAt(i);
            watch.responder->endStream();
            return;
        }
    }
}

void Watches::spread(const ObjectStore::Change &change) {
    m_watches.removeIf([](const Watch &watch) { return !watch.responder->isOpen(); });
    for (const Watch &watch : std::as_const(m_watches))
        send(watch, change);
}

void Watches::send(const Watch &watch, const ObjectStore::Change &change) const {
    const WatchRequest &request = watch.request;
    if (change.resource != request.type->plural || change.group != request.type->group ||
        (!request.nameSpace.isEmpty() && request.type->namespaced && change.nameSpace != request.nameSpace))
        return;
    // An object that begins or ceases to match appears or vanishes for this watch.
    const bool matched = !change.previous.is_null() && request.selector.matches(change.previous);
    const bool matches = request.selector.matches(change.object);
    if (change.type == QLatin1String("DELETED")) {
        if (matched)
            write(watch, change.type, change.object);
    } else if (matches) {
        write(watch, matched ? QStringLiteral("MODIFIED") : QStringLiteral("ADDED"), change.object);
    } else if (matched) {
        write(watch, QStringLiteral("DELETED"), change.object);
    }
}

void Watches::write(const Watch &watch, const QString &type, const Json &object) const {
    Json shown = object;
    if (watch.request.table && type != QLatin1String("ERROR") && type != QLatin1String("BOOKMARK"))
        shown = tableOf(*watch.request.type, {object}, m_store->world()->clock->now(), watch.request.includeObject,
                        {{"resourceVersion", object["metadata"]["resourceVersion"]}});
    watch.responder->stream(toJsonText({{"type", type.toStdString()}, {"object", std::move(shown)}}) + '\n');
}

} // namespace sluice::sandbox
