#pragma once

#include "core/blueprint/plan.h"
#include "core/digitalocean/client.h"

namespace sluice::blueprint {

/// Reads all AccountFacts with parallel GETs (each a probed read scope). Any failing read fails the whole with that
/// read's Error (a 403 names the scope). Writes nothing.
QFuture<Result<AccountFacts>> readAccount(digitalocean::Client *client);

} // namespace sluice::blueprint
