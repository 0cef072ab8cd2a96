#pragma once

#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/cluster_objects.h"
#include "core/sandbox/kubernetes/kube_status.h"
#include "core/sandbox/kubernetes/kubelet.h"
#include "core/sandbox/kubernetes/object_store.h"
#include "core/sandbox/kubernetes/watches.h"

namespace sluice::sandbox {

/// One request to a resource: /api/v1/namespaces/<ns>/<plural>/<name>/<subresource> taken apart.
struct ResourcePath {
    const ResourceType *type = nullptr;
    QString nameSpace, name, subresource;
};

/// The verbs of one cluster's API, on objects that discovery lists.
class ApiCalls {
public:
    ApiCalls(ObjectStore *store, ClusterObjects *objects, Kubelet *kubelet, Watches *watches)
        : m_store(store)
        , m_objects(objects)
        , m_kubelet(kubelet)
        , m_watches(watches) {}

    /// Takes a request apart; a null type when nothing is served there.
    ResourcePath resolve(const QString &path) const;
    void handle(const ResourcePath &path, const ServerRequest &request, const std::shared_ptr<Responder> &responder);

private:
    ServerReply read(const ResourcePath &path, const ServerRequest &request) const;
    ServerReply list(const ResourcePath &path, const ServerRequest &request) const;
    void watch(const ResourcePath &path, const ServerRequest &request, const std::shared_ptr<Responder> &responder);
    ServerReply create(const ResourcePath &path, const ServerRequest &request, Json body);
    ServerReply replace(const ResourcePath &path, const ServerRequest &request);
    ServerReply patch(const ResourcePath &path, const ServerRequest &request);
    ServerReply store(const ResourcePath &path, const ServerRequest &request, Json body, bool unconditional);
    ServerReply remove(const ResourcePath &path, const ServerRequest &request);
    ServerReply removeAll(const ResourcePath &path, const ServerRequest &request);
    void removeOne(const ResourceType &type, const QString &nameSpace, const QString &name, int grace);
    std::optional<KubeFailure> admit(const ResourcePath &path, const ServerRequest &request, Json *body) const;

    ObjectStore *m_store;
    ClusterObjects *m_objects;
    Kubelet *m_kubelet;
    Watches *m_watches;
};

} // namespace sluice::sandbox
