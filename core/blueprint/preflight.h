#pragma once

#include "core/blueprint/plan.h"
#include "core/digitalocean/client.h"

#include <functional>
#include <optional>

namespace sluice::blueprint {

/// One read of the preflight, named by what it reads: "account", "regions", "sizes", "images", "kubernetes_options",
/// "vpcs", "clusters", "nat_gateways", "firewalls", "droplets", "tags", "ssh_keys". Told once when it is sent (no
/// status) and once when it has been answered.
using ReadProgress = std::function<void(const QString &what, const std::optional<Status> &answer)>;

/// Reads all AccountFacts with parallel GETs (each a probed read scope). Any failing read fails the whole with that
/// read's Error (a 403 names the scope). Writes nothing.
QFuture<Result<AccountFacts>> readAccount(digitalocean::Client *client, const ReadProgress &progress = {});

} // namespace sluice::blueprint
