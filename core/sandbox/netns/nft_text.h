#pragma once

#include "core/sandbox/network/fabric.h"

namespace sluice::sandbox {

/// The cloud firewalls of a droplet as text for `nft -f`; empty when none filters there. Default deny, stateful, the
/// union of all rules, as the platform does it. `forwarded`: the rules on the way out hold for forwarded packets too (a
/// node's pods).
QByteArray nftText(const World &world, const Fabric &fabric, const Droplet &droplet, bool forwarded);

} // namespace sluice::sandbox
