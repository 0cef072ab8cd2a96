#pragma once

#include "core/sandbox/world.h"

namespace sluice::sandbox {

Json clusterJson(const Cluster &cluster);
Json poolJson(const NodePool &pool);

/// Reads one pool of a create body; the problem's text, or nothing. Names and tags of `cluster` must be set.
QString readPool(World &world, const Json &body, const Cluster &cluster, NodePool *pool);
/// Brings the number of nodes to `count`: new ones start provisioning, superfluous ones go.
void resizePool(World &world, const Cluster &cluster, NodePool &pool, int count);
/// Makes the droplets of nodes that have none yet.
void startNodes(World &world, Cluster &cluster);

} // namespace sluice::sandbox
