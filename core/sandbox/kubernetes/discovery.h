#pragma once

#include "core/sandbox/http_server.h"

#include <optional>

namespace sluice::sandbox {

/// What discovery depends on.
struct DiscoveryState {
    QString gitVersion;        ///< "v1.32.2"
    QString address;           ///< host:port of this server
    bool routesServed = false; ///< the CRD is established
    bool routesClusterScoped = false;
};

/// The answer for /version, /api, /apis, their groups, and /openapi; nothing for any other path.
std::optional<ServerReply> discoveryReply(const ServerRequest &request, const DiscoveryState &state);

} // namespace sluice::sandbox
