#include "core/sandbox/kubernetes/kubernetes_server.h"

#include "core/base/redact.h"
#include "core/sandbox/kubernetes/cluster_server.h"

#include <map>

namespace sluice::sandbox {

namespace {

class KubernetesServers final : public QObject, public KubernetesHook {
public:
    explicit KubernetesServers(World *world)
        : m_world(world) {
        for (const QString &what : Kubelet::steps() + ClusterObjects::steps())
            world->on(what, [guard = QPointer<KubernetesServers>(this), what](const QString &id) {
                if (guard)
                    guard->step(what, id);
            });
        connect(world, &World::clusterRunning, this, [this](const QString &id) {
            serve(id);
            server(id).reconcile();
        });
        connect(world, &World::clusterGone, this, [this](const QString &id) { stop(id); });
        connect(world, &World::mutated, this, &KubernetesServers::reconcile);
        for (const Cluster &cluster : std::as_const(world->clusters)) {
            if (cluster.runningAt.count() >= 0)
                serve(cluster.id); // after a restart: same port, same CA
        }
    }

    QUrl serve(const QString &clusterId) override {
        return m_world->clusters.contains(clusterId) ? server(clusterId).serve() : QUrl();
    }
    QByteArray caPem(const QString &clusterId) override {
        return m_world->clusters.contains(clusterId) ? server(clusterId).caPem() : QByteArray();
    }
    QString issueToken(const QString &clusterId, int expirySeconds, QDateTime *expires) override {
        return m_world->clusters.contains(clusterId) ? server(clusterId).issueToken(expirySeconds, expires) : QString();
    }
    void stop(const QString &clusterId) override {
        const auto it = m_servers.find(clusterId);
        if (it == m_servers.end())
            return;
        // Later: the call may come from inside one of its own answers.
        it->second.release()->deleteLater();
        m_servers.erase(it);
    }

private:
    ClusterServer &server(const QString &clusterId) {
        auto &place = m_servers[clusterId];
        if (!place)
            place = std::make_unique<ClusterServer>(m_world, clusterId);
        return *place;
    }

    void reconcile() {
        if (m_busy)
            return;
        m_busy = true;
        QStringList running;
        for (const Cluster &cluster : std::as_const(m_world->clusters)) {
            if (cluster.runningAt.count() >= 0)
                running << cluster.id;
        }
        for (const QString &id : std::as_const(running)) {
            serve(id);
            server(id).reconcile();
        }
        m_busy = false;
    }

    void step(const QString &what, const QString &id) {
        const QString cluster = id.section(QLatin1Char('/'), 0, 0);
        if (m_world->clusters.contains(cluster))
            server(cluster).step(what, id.section(QLatin1Char('/'), 1));
    }

    World *m_world;
    std::map<QString, std::unique_ptr<ClusterServer>> m_servers;
    bool m_busy = false;
};

class OutsideServers final : public KubernetesHook {
public:
    OutsideServers(World *world, const OutsideKubernetes &outside)
        : m_world(world)
        , m_outside(outside) {
        registerSecret(outside.token);
    }
    QUrl serve(const QString &) override { return m_outside.endpoint; }
    QByteArray caPem(const QString &) override { return m_outside.caPem; }
    QString issueToken(const QString &, int expirySeconds, QDateTime *expires) override {
        if (expires)
            *expires = m_world->clock->now().addSecs(expirySeconds);
        return m_outside.token;
    }
    void stop(const QString &) override {}

private:
    World *m_world;
    OutsideKubernetes m_outside;
};

} // namespace

std::unique_ptr<KubernetesHook> makeKubernetes(World *world) {
    return std::make_unique<KubernetesServers>(world);
}

std::unique_ptr<KubernetesHook> makeOutsideKubernetes(World *world, const OutsideKubernetes &outside) {
    return std::make_unique<OutsideServers>(world, outside);
}

} // namespace sluice::sandbox
