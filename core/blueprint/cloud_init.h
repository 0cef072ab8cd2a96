#pragma once

#include "core/base/ip.h"

namespace sluice::blueprint {

/// user_data of the two droplets. Nothing secret beyond the single-use nonce goes in: every process on the droplet can
/// read user_data.
struct CloudInit {
    QString attestationNonce; ///< hex; empty = no attestation (reference's way)
    QString natGatewayIp;     ///< inside the VPC; empty for the bastion
    bool referenceNetplan =
        false; ///< the reference's second netplan file (two defaults after a reboot, DIGITALOCEAN.md 0.1)
};
/// "#cloud-config\n..." at most 64 KiB.
QString cloudInitFor(const CloudInit &input);
/// The script that the private droplet runs at first boot and that the repair remedy runs again over SSH: one default
/// route by the NAT gateway in every netplan file, metadata route kept, private NIC found by MAC. Idempotent, POSIX sh.
QString egressScript(const QString &natGatewayIp);

} // namespace sluice::blueprint
