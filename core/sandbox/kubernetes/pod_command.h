#pragma once

#include "core/sandbox/world.h"

namespace sluice::sandbox {

/// What a container's command wrote, how it ended and how long it took (nominal seconds).
struct CommandOutcome {
    QByteArray output; ///< stdout and stderr, as a container's log has them
    int status = 0;
    double seconds = 0;
};

/// Runs a container's command on a node: in real namespaces where the world has them, else in the computed network.
/// `done` may be called before this returns or later.
void runPodCommand(World *world, const PodRun &run, const std::function<void(const CommandOutcome &)> &done);

} // namespace sluice::sandbox
