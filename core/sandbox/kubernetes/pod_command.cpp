#include "core/sandbox/kubernetes/pod_command.h"

#include "core/sandbox/hosts/hosts.h"

namespace sluice::sandbox {

CommandOutcome runPodCommand(World *world, const QString &clusterId, const QString &nodeName, bool hostNetwork,
                             const QStringList &argv) {
    // Pods are masqueraded to their node, so both kinds leave by the node's own routes (DIGITALOCEAN.md 3).
    Q_UNUSED(hostNetwork);
    const ShellResult result = runInPod(world, clusterId, nodeName, argv);
    return {.output = result.out + result.err, .status = result.status, .seconds = result.seconds};
}

} // namespace sluice::sandbox
