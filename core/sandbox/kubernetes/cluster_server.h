#pragma once

#include "core/sandbox/kubernetes/api_call.h"
#include "core/sandbox/kubernetes/certificates.h"

namespace sluice::sandbox {

/// The API server of one cluster: its port, certificate and tokens, and the way of a request through authentication to
/// a verb.
class ClusterServer : public QObject {
    Q_OBJECT
public:
    ClusterServer(World *world, const QString &clusterId, QObject *parent = nullptr);

    /// Listens on the port it had before, if that is free; else on a new one. An empty address when it cannot.
    QUrl serve();
    QByteArray caPem();
    QString issueToken(int expirySeconds, QDateTime *expires);
    void reconcile() { m_objects.reconcile(); }
    /// A delayed step of this cluster.
    void step(const QString &what, const QString &id);

private:
    void handle(const ServerRequest &request, const std::shared_ptr<Responder> &responder);
    bool isAuthentic(const ServerRequest &request) const;
    ServerIdentity identity();

    World *m_world;
    QString m_clusterId;
    ObjectStore m_store;
    ClusterObjects m_objects;
    Kubelet m_kubelet;
    Watches m_watches;
    ApiCalls m_calls;
    std::unique_ptr<HttpServer> m_server;
};

} // namespace sluice::sandbox
