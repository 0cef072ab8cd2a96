#pragma once

#include "core/base/json.h"
#include "core/digitalocean/types.h"

namespace sluice::digitalocean {

/// Where `firewall` differs in meaning from the plan's create request, one phrase for each difference; empty when it
/// lets through exactly what was planned and acts on exactly the planned tags. The order of rules and addresses, "all"
/// against "0" or "1-65535", a rule split in two and a missing "/32" are no differences. `ownDropletId` (may be empty)
/// is the one droplet that may be attached by its id.
QStringList firewallDifferences(const Firewall &firewall, const Json &request, const QString &ownDropletId);

} // namespace sluice::digitalocean
