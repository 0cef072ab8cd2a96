#pragma once

#include "core/sandbox/kubernetes/resource_types.h"
#include "core/sandbox/world.h"

#include <QObject>

namespace sluice::sandbox {

/// The objects of one cluster, as etcd holds them: names, uids, resource versions, finalizers, and a history for
/// watches. They live in World::kube; this class is the only writer of what the API serves.
class ObjectStore : public QObject {
    Q_OBJECT
public:
    struct Change {
        QString type; ///< ADDED | MODIFIED | DELETED
        QString group, resource, nameSpace;
        Json object, previous; ///< previous is null for ADDED
        qint64 version = 0;
    };

    ObjectStore(World *world, const QString &clusterId, QObject *parent = nullptr);

    World *world() const { return m_world; }
    const QString &clusterId() const { return m_clusterId; }
    /// The cluster in the account, or null once it is gone.
    const Cluster *cluster() const;
    /// The newest resource version.
    qint64 version() const;

    const KubeObject *find(const ResourceType &type, const QString &nameSpace, const QString &name) const;
    /// In order of namespace and name; an empty namespace means all.
    QList<const KubeObject *> list(const ResourceType &type, const QString &nameSpace = {}) const;
    /// Puts a new object in: sets name, namespace, uid, creationTimestamp, generation and resourceVersion. The name
    /// must be free.
    const KubeObject &create(const ResourceType &type, const QString &nameSpace, const QString &name, Json body);
    /// Replaces the body of what is there, keeping its identity. An equal body changes nothing. An object whose
    /// deletion waits for finalizers goes when the last one does: then the answer is null.
    const KubeObject *update(const ResourceType &type, const QString &nameSpace, const QString &name, Json body);
    /// Marks as deleting when finalizers or a grace period hold it, else removes. False when it is gone now.
    bool remove(const ResourceType &type, const QString &nameSpace, const QString &name, int graceSeconds = 0);
    /// Removes at once, whatever holds it.
    void erase(const ResourceType &type, const QString &nameSpace, const QString &name);

    /// The changes after `version`, oldest first; false when they are no longer known (410 Gone).
    bool changesSince(qint64 version, QList<Change> *changes) const;

    /// Private notes of the simulation beside the objects (never served), e.g. the server's certificate, a container's
    /// output.
    Json note(const QString &name) const;
    void setNote(const QString &name, const Json &value);

Q_SIGNALS:
    void changed(const sluice::sandbox::ObjectStore::Change &change);

private:
    qint64 bump();
    void record(const char *type, const KubeObject &object, const Json &previous, qint64 version);
    KubeObject *find(const QString &key);

    World *m_world;
    QString m_clusterId;
    QList<Change> m_history;
    qint64 m_oldest; ///< changes after this version are in the history
};

} // namespace sluice::sandbox
