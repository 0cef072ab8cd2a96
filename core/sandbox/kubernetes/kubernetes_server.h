#pragma once

#include "core/sandbox/kubernetes_hook.h"
#include "core/sandbox/world.h"

#include <memory>

namespace sluice::sandbox {

/// An API server outside that is handed out for every cluster instead of a simulated one (Options.kubernetes*).
struct OutsideKubernetes {
    QUrl endpoint;
    QByteArray caPem;
    QString token;
};

/// The simulated Kubernetes API servers of all clusters of `world`: HTTPS on 127.0.0.1, one port and one CA per
/// cluster, both kept in the world's JSON. Fills clusters when `World::clusterRunning` fires. Lives on the world's
/// thread and must go before the world does.
///
/// Switches it obeys: `kube:<clusterId>` = down (connections are reset) | token_expired (401) | 500 (Status 500);
/// `agent:<clusterId>` = crashloop; `agent_node:<node>` = down; `image:<substring>` = unpullable; `route_scope` =
/// cluster.
std::unique_ptr<KubernetesHook> makeKubernetes(World *world);

/// Hands `outside` out and serves nothing itself; tokens do not expire as far as it knows.
std::unique_ptr<KubernetesHook> makeOutsideKubernetes(World *world, const OutsideKubernetes &outside);

} // namespace sluice::sandbox
