#include "core/sandbox/kubernetes/object_store.h"

#include "core/sandbox/kubernetes/kube_json.h"

namespace sluice::sandbox {

namespace {

constexpr qsizetype kHistory = 1000;
const QString kServerNote = QStringLiteral("server");

QString keyOf(const ResourceType &type, const QString &nameSpace, const QString &name) {
    return QStringLiteral("%1/%2/%3/%4").arg(type.group, type.plural, type.namespaced ? nameSpace : QString(), name);
}

QString noteKey(const QString &name) {
    return QStringLiteral("_note/") + name;
}

} // namespace

ObjectStore::ObjectStore(World *world, const QString &clusterId, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_clusterId(clusterId)
    , m_oldest(version()) {}

const Cluster *ObjectStore::cluster() const {
    const auto it = m_world->clusters.constFind(m_clusterId);
    return it == m_world->clusters.constEnd() ? nullptr : &*it;
}

qint64 ObjectStore::version() const {
    return jsonInt(note(kServerNote), "version", 1000);
}

qint64 ObjectStore::bump() {
    Json server = note(kServerNote);
    const qint64 next = jsonInt(server, "version", 1000) + 1;
    server["version"] = next;
    setNote(kServerNote, server);
    return next;
}

Json ObjectStore::note(const QString &name) const {
    const auto cluster = m_world->kube.constFind(m_clusterId);
    if (cluster == m_world->kube.constEnd())
        return Json::object();
    const auto it = cluster->constFind(noteKey(name));
    return it == cluster->constEnd() ? Json::object() : it->body;
}

void ObjectStore::setNote(const QString &name, const Json &value) {
    auto &objects = m_world->kube[m_clusterId];
    if (value.is_null())
        objects.remove(noteKey(name));
    else
        objects[noteKey(name)] =
            KubeObject{.clusterId = m_clusterId, .resource = QStringLiteral("_note"), .name = name, .body = value};
}

const KubeObject *ObjectStore::find(const ResourceType &type, const QString &nameSpace, const QString &name) const {
    const auto cluster = m_world->kube.constFind(m_clusterId);
    if (cluster == m_world->kube.constEnd())
        return nullptr;
    const auto it = cluster->constFind(keyOf(type, nameSpace, name));
    return it == cluster->constEnd() ? nullptr : &*it;
}

KubeObject *ObjectStore::find(const QString &key) {
    auto &objects = m_world->kube[m_clusterId];
    const auto it = objects.find(key);
    return it == objects.end() ? nullptr : &*it;
}

QList<const KubeObject *> ObjectStore::list(const ResourceType &type, const QString &nameSpace) const {
    QList<const KubeObject *> found;
    const auto cluster = m_world->kube.constFind(m_clusterId);
    if (cluster == m_world->kube.constEnd())
        return found;
    for (const KubeObject &object : *cluster) {
        if (object.resource == type.plural && object.group == type.group &&
            (nameSpace.isEmpty() || !type.namespaced || object.nameSpace == nameSpace))
            found << &object;
    }
    return found;
}

const KubeObject &ObjectStore::create(const ResourceType &type, const QString &nameSpace, const QString &name,
                                      Json body) {
    const qint64 version = bump();
    body["apiVersion"] = type.apiVersion().toStdString();
    body["kind"] = type.kind.toStdString();
    Json &metadata = body["metadata"];
    metadata["name"] = name.toStdString();
    if (type.namespaced)
        metadata["namespace"] = nameSpace.toStdString();
    else
        metadata.erase("namespace");
    metadata["uid"] = toJson(m_world->uuid());
    metadata["creationTimestamp"] = kubeTime(m_world->clock->now());
    metadata["resourceVersion"] = std::to_string(version);
    if (type.countsGenerations())
        metadata["generation"] = 1;
    else
        metadata.erase("generation");
    metadata.erase("deletionTimestamp");
    KubeObject object{.clusterId = m_clusterId,
                      .group = type.group,
                      .version = type.version,
                      .resource = type.plural,
                      .nameSpace = type.namespaced ? nameSpace : QString(),
                      .name = name,
                      .body = std::move(body),
                      .changedAt = m_world->elapsed()};
    KubeObject &placed = m_world->kube[m_clusterId][keyOf(type, nameSpace, name)];
    placed = std::move(object);
    record("ADDED", placed, {}, version);
    return placed;
}

const KubeObject *ObjectStore::update(const ResourceType &type, const QString &nameSpace, const QString &name,
                                      Json body) {
    const QString key = keyOf(type, nameSpace, name);
    KubeObject *object = find(key);
    if (!object)
        return nullptr;
    const Json before = object->body;
    body["apiVersion"] = before["apiVersion"];
    body["kind"] = before["kind"];
    for (const char *kept :
         {"name", "namespace", "uid", "creationTimestamp", "resourceVersion", "generation", "deletionTimestamp"}) {
        if (before["metadata"].contains(kept))
            body["metadata"][kept] = before["metadata"][kept];
        else
            body["metadata"].erase(kept);
    }
    if (body == before)
        return object;
    const qint64 version = bump();
    object = find(key); // bump() writes into the same map
    const bool specChanged = jsonAt(body, {"spec"}) != jsonAt(before, {"spec"});
    body["metadata"]["resourceVersion"] = std::to_string(version);
    if (specChanged) {
        if (type.countsGenerations())
            body["metadata"]["generation"] = numberAt(before, {"metadata", "generation"}, 1) + 1;
        object->changedAt = m_world->elapsed();
    }
    object->body = std::move(body);
    const Json &metadata = object->body["metadata"];
    if (metadata.contains("deletionTimestamp") && jsonMember(metadata, "finalizers").empty() &&
        type.plural != QLatin1String("pods")) {
        erase(type, nameSpace, name);
        return nullptr;
    }
    record("MODIFIED", *object, before, version);
    return find(key);
}

bool ObjectStore::remove(const ResourceType &type, const QString &nameSpace, const QString &name, int graceSeconds) {
    const QString key = keyOf(type, nameSpace, name);
    KubeObject *object = find(key);
    if (!object)
        return false;
    if (jsonMember(object->body["metadata"], "finalizers").empty() && graceSeconds == 0) {
        erase(type, nameSpace, name);
        return false;
    }
    if (object->body["metadata"].contains("deletionTimestamp"))
        return true;
    const Json before = object->body;
    const qint64 version = bump();
    object = find(key);
    Json &metadata = object->body["metadata"];
    metadata["deletionTimestamp"] = kubeTime(m_world->clock->now());
    metadata["deletionGracePeriodSeconds"] = graceSeconds;
    if (type.countsGenerations())
        metadata["generation"] = numberAt(before, {"metadata", "generation"}, 1) + 1;
    metadata["resourceVersion"] = std::to_string(version);
    record("MODIFIED", *object, before, version);
    return true;
}

void ObjectStore::erase(const ResourceType &type, const QString &nameSpace, const QString &name) {
    const QString key = keyOf(type, nameSpace, name);
    if (!find(key))
        return;
    const qint64 version = bump();
    KubeObject gone = m_world->kube[m_clusterId].take(key);
    const Json before = gone.body;
    gone.body["metadata"]["resourceVersion"] = std::to_string(version);
    record("DELETED", gone, before, version);
}

void ObjectStore::record(const char *type, const KubeObject &object, const Json &previous, qint64 version) {
    const Change change{.type = QString::fromLatin1(type),
                        .group = object.group,
                        .resource = object.resource,
                        .nameSpace = object.nameSpace,
                        .object = object.body,
                        .previous = previous,
                        .version = version};
    m_history << change;
    if (m_history.size() > kHistory)
        m_oldest = m_history.takeFirst().version;
    Q_EMIT changed(change);
    m_world->changed();
}

bool ObjectStore::changesSince(qint64 version, QList<Change> *changes) const {
    if (version < m_oldest)
        return false;
    for (const Change &change : m_history) {
        if (change.version > version)
            *changes << change;
    }
    return true;
}

} // namespace sluice::sandbox
