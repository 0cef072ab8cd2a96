#include "core/sandbox/kubernetes/pod_command.h"

#include "core/sandbox/hosts/hosts.h"

namespace sluice::sandbox {

void runPodCommand(World *world, const PodRun &run, const std::function<void(const CommandOutcome &)> &done) {
    if (world->runPod)
        return world->runPod(run, [done](const QByteArray &output, int status) {
            done({.output = output, .status = status, .seconds = 0});
        });
    // Pods are masqueraded to their node, so both kinds leave by the node's own routes (DIGITALOCEAN.md 3).
    const ShellResult result = runInPod(world, run.clusterId, run.nodeName, run.argv);
    done({.output = result.out + result.err, .status = result.status, .seconds = result.seconds});
}

} // namespace sluice::sandbox
