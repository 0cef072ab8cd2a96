#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace sluice::sandbox {

/// What the simulated API needs of the simulated Kubernetes API servers. Called on the sandbox's thread only.
struct KubernetesHook {
    virtual ~KubernetesHook() = default;
    /// Starts (once) the HTTPS endpoint of the cluster and tells its address; an empty URL when it cannot.
    virtual QUrl serve(const QString &clusterId) = 0;
    /// The CA the endpoint's certificate is signed by, as PEM.
    virtual QByteArray caPem(const QString &clusterId) = 0;
    /// A bearer token the endpoint accepts for `expirySeconds`; `*expires` tells until when.
    virtual QString issueToken(const QString &clusterId, int expirySeconds, QDateTime *expires) = 0;
    virtual void stop(const QString &clusterId) = 0;
};

} // namespace sluice::sandbox
