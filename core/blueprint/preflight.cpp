#include "core/blueprint/preflight.h"

namespace sluice::blueprint {

namespace {

namespace api = digitalocean;

struct Read {
    const char *what;
    const char *scope;
};

/// Collects parallel reads; the first failure decides, later replies are then ignored.
struct Gather {
    api::Client *client = nullptr;
    ReadProgress progress;
    AccountFacts facts;
    int left = 0;
    Promise<Result<AccountFacts>> promise;

    void begin(const Read &read) {
        ++left;
        if (progress)
            progress(QLatin1String(read.what), std::nullopt);
    }
    void release() {
        if (--left == 0) {
            facts.scopesProbed.sort();
            facts.clockAhead = client->clockAhead().value_or(std::chrono::seconds(0));
            promise.finish(facts);
        }
    }

    template <class T>
    void done(const Result<T> &result, T AccountFacts::*member, const Read &read) {
        if (progress)
            progress(QLatin1String(read.what), result ? Status(Ok{}) : Status(result.error()));
        if (!result) {
            promise.finish(result.error());
            return;
        }
        facts.*member = *result;
        if (!facts.scopesProbed.contains(QLatin1String(read.scope)))
            facts.scopesProbed << QLatin1String(read.scope);
        release();
    }
};

using Shared = std::shared_ptr<Gather>;

template <class T>
void readList(api::Client *client, const Shared &gather, const HttpRequest &request,
              Result<api::Page<T>> (*parse)(const Json &), QList<T> AccountFacts::*member, const Read &read) {
    gather->begin(read);
    client->listAll<T>(request, parse).then(client, [gather, member, read](const Result<QList<T>> &list) {
        gather->done(list, member, read);
    });
}

template <class T>
void readOne(api::Client *client, const Shared &gather, const HttpRequest &request, Result<T> (*parse)(const Json &),
             T AccountFacts::*member, const Read &read) {
    gather->begin(read);
    client->send(request).then(client, [gather, parse, member, read](const Result<Json> &reply) {
        gather->done(reply ? parse(*reply) : Result<T>(reply.error()), member, read);
    });
}

} // namespace

QFuture<Result<AccountFacts>> readAccount(digitalocean::Client *client, const ReadProgress &progress) {
    const auto gather = std::make_shared<Gather>();
    gather->client = client;
    gather->progress = progress;
    // A reply that is there already continues at once: the start itself counts as one, so that nothing ends too early.
    ++gather->left;
    readOne(client, gather, api::account::get(), api::account::parse, &AccountFacts::account,
            {"account", "account:read"});
    readList(client, gather, api::regions::list(), api::regions::parseList, &AccountFacts::regions,
             {"regions", "regions:read"});
    readList(client, gather, api::sizes::list(), api::sizes::parseList, &AccountFacts::sizes, {"sizes", "sizes:read"});
    readList(client, gather, api::images::listDistributions(), api::images::parseList, &AccountFacts::images,
             {"images", "image:read"});
    readOne(client, gather, api::clusters::options(), api::clusters::parseOptions, &AccountFacts::options,
            {"kubernetes_options", "kubernetes:read"});
    readList(client, gather, api::vpcs::list(), api::vpcs::parseList, &AccountFacts::vpcs, {"vpcs", "vpc:read"});
    readList(client, gather, api::clusters::list(), api::clusters::parseList, &AccountFacts::clusters,
             {"clusters", "kubernetes:read"});
    readList(client, gather, api::natgateways::list(), api::natgateways::parseList, &AccountFacts::natGateways,
             {"nat_gateways", "nat_gateway:read"});
    readList(client, gather, api::firewalls::list(), api::firewalls::parseList, &AccountFacts::firewalls,
             {"firewalls", "firewall:read"});
    readList(client, gather, api::droplets::list(), api::droplets::parseList, &AccountFacts::droplets,
             {"droplets", "droplet:read"});
    readList(client, gather, api::tags::list(), api::tags::parseList, &AccountFacts::tags, {"tags", "tag:read"});
    readList(client, gather, api::sshkeys::list(), api::sshkeys::parseList, &AccountFacts::sshKeys,
             {"ssh_keys", "ssh_key:read"});
    gather->release();
    return gather->promise.future();
}

} // namespace sluice::blueprint
