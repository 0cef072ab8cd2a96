#pragma once

#include "core/sandbox/kubernetes/object_store.h"
#include "core/sandbox/kubernetes/pod_command.h"

#include <memory>

namespace sluice::sandbox {

/// Scheduler and kubelets of one cluster: takes pods from Pending to their end. Steps wait in World::schedule(), so
/// that a restart goes on where it was; KubernetesServer routes them here by `step()`.
class Kubelet {
public:
    explicit Kubelet(ObjectStore *store)
        : m_store(store) {}

    /// A pod was created.
    void added(const KubeObject &pod);
    /// A delete was asked for: gone at once when it never ran or `graceSeconds` is 0, else after `kubernetes.pod_gone`.
    void removePod(const QString &nameSpace, const QString &name, int graceSeconds);
    /// `what` is one of the names in steps(); `id` is "<namespace>/<name>/<uid>".
    void step(const QString &what, const QString &id);
    static QStringList steps();

    bool isNodeReady(const QString &name) const;

private:
    void plan(const char *latency, const char *what, const Json &pod);
    void placePod(const KubeObject &pod);
    void pull(const KubeObject &pod);
    void start(const KubeObject &pod);
    /// The command of the pod with this uid has ended; a pod that has gone meanwhile is passed over.
    void ended(const QString &nameSpace, const QString &name, const QString &uid, const CommandOutcome &outcome);
    void finish(const KubeObject &pod);
    void write(Json pod);
    Json containerStatus(const Json &pod, const Json &state, qint64 restarts, bool ready) const;
    QString podAddress(const QString &nodeName, bool hostNetwork);

    ObjectStore *m_store;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); ///< expires with this
};

/// The name of the note that holds what a pod's container wrote: {"output": text, "status": int, "done": bool}.
QString logNote(const QString &nameSpace, const QString &name);

} // namespace sluice::sandbox
