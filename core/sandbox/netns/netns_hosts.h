#pragma once

#include "core/sandbox/hosts_hook.h"
#include "core/sandbox/world.h"

#include <memory>

namespace sluice::sandbox {

/// Real network namespaces for what the account holds: a bridge per VPC, a masquerading router per NAT gateway, a
/// namespace with its own files and OpenSSH server per droplet, one per cluster node, whose pods run their commands
/// behind it. Follows the world: after every change it makes, changes or removes what differs. `lab` is the program
/// that knows how (tests/lab/lab); it and `state` exist only inside the capsule that program makes.
///
/// Nothing here computes an answer: who sees which address is what the packets say. The switches for the computed
/// network (echo, dns, sshd, hostkey) have no effect; `boot_order:<droplet>` = eth1 does, and so do NatGateway.down and
/// .masquerade, Firewall.detached and the agent switches.
std::unique_ptr<HostsHook> makeNetnsHosts(World *world, const QString &lab, const QString &state);

} // namespace sluice::sandbox
