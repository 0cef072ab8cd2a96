#pragma once

#include "core/sandbox/api/api.h"
#include "core/sandbox/sandbox_clock.h"

namespace sluice::sandbox {

/// What a test or a demonstration does to the simulated world, below /_sluice on the API's port. The account's token is
/// required, except for the dial service.
///
/// - GET inventory: everything the account holds, by kind
/// - GET requests: the request log; DELETE empties it
/// - GET world: the whole state as --store writes it
/// - POST clock/advance {"seconds": 60}
/// - POST mutate {"kind", "id" or "name", "set": {...}}; see World::mutate
/// - POST droplets/{id}/reboot: a reboot nobody asked the API for
/// - POST droplets/{id}/console {"command"}: typed on the droplet by somebody with access; {"stdout","stderr","status"}
/// - GET, POST, DELETE faults: rules of faults.h
/// - POST vpcs/seed {"count": 30, "region": "nyc3", "default": true}: made directly, without rules
/// - POST tokens {"token", "scopes": ["vpc:read"]}: a token that may do only that
/// - POST extras {"kind": "load_balancer", "name", "cluster_id", "vpc_id"}: what workloads leave behind
/// - GET dial?host=&port=: {"host","port"} where a simulated address is served, or 404 with a reason
class Admin {
public:
    Admin(World *world, SandboxClock *clock, Api *api, Hooks *hooks)
        : m_world(world)
        , m_clock(clock)
        , m_api(api)
        , m_hooks(hooks) {}
    void handle(const ServerRequest &request, std::shared_ptr<Responder> responder);

private:
    Reply answer(const ServerRequest &request);
    Reply dial(const ServerRequest &request);
    Reply inventory() const;
    Reply mutate(const Json &body);
    Reply seedVpcs(const Json &body);
    Reply addExtra(const Json &body);

    World *m_world;
    SandboxClock *m_clock;
    Api *m_api;
    Hooks *m_hooks;
};

} // namespace sluice::sandbox
