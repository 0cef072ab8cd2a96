#include "core/blueprint/preflight.h"

namespace sluice::blueprint {

namespace {

namespace api = digitalocean;

/// Collects parallel reads; the first failure decides, later replies are then ignored.
struct Gather {
    api::Client *client = nullptr;
    AccountFacts facts;
    int left = 0;
    Promise<Result<AccountFacts>> promise;

    void release() {
        if (--left == 0) {
            facts.scopesProbed.sort();
            facts.clockAhead = client->clockAhead().value_or(std::chrono::seconds(0));
            promise.finish(facts);
        }
    }

    template <class T>
    void done(const Result<T> &result, T AccountFacts::*member, const char *scope) {
        if (!result) {
            promise.finish(result.error());
            return;
        }
        facts.*member = *result;
        if (!facts.scopesProbed.contains(QLatin1String(scope)))
            facts.scopesProbed << QLatin1String(scope);
        release();
    }
};

using Shared = std::shared_ptr<Gather>;

template <class T>
void readList(api::Client *client, const Shared &gather, const HttpRequest &request,
              Result<api::Page<T>> (*parse)(const Json &), QList<T> AccountFacts::*member, const char *scope) {
    ++gather->left;
    client->listAll<T>(request, parse).then(client, [gather, member, scope](const Result<QList<T>> &list) {
        gather->done(list, member, scope);
    });
}

template <class T>
void readOne(api::Client *client, const Shared &gather, const HttpRequest &request, Result<T> (*parse)(const Json &),
             T AccountFacts::*member, const char *scope) {
    ++gather->left;
    client->send(request).then(client, [gather, parse, member, scope](const Result<Json> &reply) {
        gather->done(reply ? parse(*reply) : Result<T>(reply.error()), member, scope);
    });
}

} // namespace

QFuture<Result<AccountFacts>> readAccount(digitalocean::Client *client) {
    const auto gather = std::make_shared<Gather>();
    gather->client = client;
    // A reply that is there already continues at once: the start itself counts as one, so that nothing ends too early.
    ++gather->left;
    readOne(client, gather, api::account::get(), api::account::parse, &AccountFacts::account, "account:read");
    readList(client, gather, api::regions::list(), api::regions::parseList, &AccountFacts::regions, "regions:read");
    readList(client, gather, api::sizes::list(), api::sizes::parseList, &AccountFacts::sizes, "sizes:read");
    readList(client, gather, api::images::listDistributions(), api::images::parseList, &AccountFacts::images,
             "image:read");
    readOne(client, gather, api::clusters::options(), api::clusters::parseOptions, &AccountFacts::options,
            "kubernetes:read");
    readList(client, gather, api::vpcs::list(), api::vpcs::parseList, &AccountFacts::vpcs, "vpc:read");
    readList(client, gather, api::clusters::list(), api::clusters::parseList, &AccountFacts::clusters,
             "kubernetes:read");
    readList(client, gather, api::natgateways::list(), api::natgateways::parseList, &AccountFacts::natGateways,
             "nat_gateway:read");
    readList(client, gather, api::firewalls::list(), api::firewalls::parseList, &AccountFacts::firewalls,
             "firewall:read");
    readList(client, gather, api::droplets::list(), api::droplets::parseList, &AccountFacts::droplets, "droplet:read");
    readList(client, gather, api::tags::list(), api::tags::parseList, &AccountFacts::tags, "tag:read");
    readList(client, gather, api::sshkeys::list(), api::sshkeys::parseList, &AccountFacts::sshKeys, "ssh_key:read");
    gather->release();
    return gather->promise.future();
}

} // namespace sluice::blueprint
