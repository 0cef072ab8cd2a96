#pragma once

#include "core/sandbox/world.h"

namespace sluice::sandbox {

/// What a container's command wrote, how it ended and how long it took (nominal seconds).
struct CommandOutcome {
    QByteArray output; ///< stdout and stderr, as a container's log has them
    int status = 0;
    double seconds = 0;
};

/// Runs a container's command on a node, through the simulated network.
CommandOutcome runPodCommand(World *world, const QString &clusterId, const QString &nodeName, bool hostNetwork,
                             const QStringList &argv);

} // namespace sluice::sandbox
