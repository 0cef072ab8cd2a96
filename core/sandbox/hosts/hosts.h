#pragma once

#include "core/sandbox/hosts/shell.h"
#include "core/sandbox/hosts_hook.h"

namespace sluice::sandbox {

/// Boots droplets as they become active (user_data applied, SSH served), reboots and removes them, and answers the dial
/// service.
std::unique_ptr<HostsHook> makeHosts(World *world);

/// Runs a container's command on a node, through the simulated network.
ShellResult runInPod(World *world, const QString &clusterId, const QString &nodeName, const QStringList &argv);

} // namespace sluice::sandbox
