#include "core/sandbox/kubernetes/pod_command.h"

namespace sluice::sandbox {

CommandOutcome runPodCommand(World *world, const QString &clusterId, const QString &nodeName, bool hostNetwork,
                             const QStringList &argv) {
    // Until the simulated shell exists: the node's own address, without any network in between.
    Q_UNUSED(hostNetwork);
    Q_UNUSED(argv);
    for (const Droplet &droplet : std::as_const(world->droplets)) {
        if (droplet.clusterId == clusterId && droplet.name == nodeName)
            return {.output = droplet.publicIp.toString().toUtf8() + '\n', .status = 0, .seconds = 1};
    }
    return {.output = "no such node\n", .status = 1, .seconds = 0};
}

} // namespace sluice::sandbox
