#pragma once

#include "core/sandbox/kubernetes/object_store.h"

namespace sluice::sandbox {

/// The objects that are there without anybody creating them through the API: namespaces, nodes, system pods, the
/// routing agent and its CRD; and what the agent does to Routes (its finalizer).
class ClusterObjects {
public:
    explicit ClusterObjects(ObjectStore *store)
        : m_store(store) {}

    /// Brings them in line with the account's cluster; cheap and idempotent, called after every change of the world.
    void reconcile();
    /// Whether the Route resource is served already.
    bool routesServed() const;
    bool routesClusterScoped() const;
    bool isAgentReady() const;

    /// A Route is about to be stored: the agent's finalizer.
    void admitRoute(Json &route) const;
    /// A Route is held by its finalizer: plans its release.
    void routeDeleting(const KubeObject &route);
    /// A namespace appeared: its default service account follows.
    void namespaceAdded(const QString &name);

    /// Delayed steps; `id` is what was planned, without the cluster.
    void step(const QString &what, const QString &id);
    static QStringList steps();

private:
    void seed();
    void reconcileNodes();
    void reconcileAgent();
    void reconcilePods();
    void plan(const char *latency, const char *what, const QString &id);
    bool isNodeReady(const KubeObject &node) const;
    void systemPod(const QString &name, const QString &node, const char *component, bool ready, bool crashing);

    ObjectStore *m_store;
    bool m_busy = false;
};

} // namespace sluice::sandbox
