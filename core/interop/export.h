#pragma once

#include "core/blueprint/plan.h"

namespace sluice::interop {

/// The deployment's outputs by their names in DESIGN.md: "vpc_id", "nat_gateway_public_ip", "bastion_public_ip", ...
using Outputs = QMap<QString, QString>;

/// A Mermaid flowchart of the plan: the VPC as a box, dependencies as arrows, known addresses in the labels. Every text
/// is escaped.
QString mermaid(const blueprint::Plan &plan, const Outputs &outputs);

/// An OpenSSH client configuration with the hosts `<deployment>-bastion` and `<deployment>-droplet` (through the
/// bastion). `identityFile` empty = the agent. `knownHosts` are pinned lines ("address type base64"); they stand in the
/// configuration (KnownHostsCommand) and are the only keys that are accepted. A host without one is asked about.
QString sshConfig(const QString &deployment, const Outputs &outputs, const QString &identityFile,
                  const QStringList &knownHosts);

/// Addresses for a partner's allow-list: one "IP/32" line per egress IP, with a comment that says what it is; empty
/// when unknown.
QString allowList(const QString &deployment, const Outputs &outputs);

} // namespace sluice::interop
