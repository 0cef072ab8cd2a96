#pragma once

#include "core/blueprint/plan.h"

namespace sluice::blueprint {

/// The blueprint with every slug chosen from what the account and region offer, and what was wrong on the way.
struct Resolved {
    Blueprint blueprint;
    digitalocean::Size dropletSize;
    digitalocean::Size nodeSize;
    Problems problems;
};
/// Chooses sizes, image and version (DIGITALOCEAN.md 1.4-1.6, 1.11). An error names the field and proposes what is
/// offered.
Resolved resolveSlugs(const Blueprint &blueprint, const AccountFacts &facts);

/// Account state, droplet headroom, name, tag and key clashes, and the default-VPC trap. `id` is the deployment id.
Problems accountProblems(const Blueprint &blueprint, const AccountFacts &facts, const QString &id);

} // namespace sluice::blueprint
