#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::sshkeys;
using digitalocean::SshKey;

/// The deployment key: its private half is kept before its public half is uploaded. Ours when the public half is the
/// one we made.
class SshKeyStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<Facts> prepare(const Workbench &bench) const override {
        store::Store *store = bench.environment.store;
        QString publicKey = store->fact(plan().deployment, QString::fromLatin1(kPublicKeyFact));
        // A keychain of an earlier session may be gone; then the pair is worthless and a new one is made.
        if (publicKey.isEmpty() || !bench.environment.deploymentKeys->read(deploymentKeyName(plan()))) {
            const auto pair = ssh::generateKeyPair(planned().cloudName);
            if (!pair)
                return pair.error();
            const Status kept = bench.environment.deploymentKeys->write(deploymentKeyName(plan()), pair->privateKey);
            if (!kept)
                return kept.error();
            publicKey = pair->publicKey.trimmed();
            const Status noted = store->setFact(plan().deployment, QString::fromLatin1(kPublicKeyFact), publicKey);
            if (!noted)
                return noted.error();
        }
        return Facts{{QString::fromLatin1(kPublicKeyFact), publicKey}};
    }
    Result<HttpRequest> create(const Facts &known) const override {
        return request(QStringLiteral("/v2/account/keys"),
                       {{"name", planned().cloudName.toStdString()},
                        {"public_key", known.value(QString::fromLatin1(kPublicKeyFact)).toStdString()}},
                       known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &known) const override {
        const auto keys = api::parseList(page);
        if (!keys)
            return keys.error();
        Listing listing{.items = {}, .next = keys->next};
        for (const SshKey &key : keys->items)
            listing.items.append(see(key, known));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &known) const override {
        const auto key = api::parse(reply);
        return key ? Result<Sighting>(see(*key, known)) : Result<Sighting>(key.error());
    }
    Observation observe(const Json &) const override { return {Observation::State::Ready, {}}; }
    Facts outputs(const Json &reply) const override {
        const auto key = api::parse(reply);
        return key ? Facts{{QStringLiteral("ssh_key.id"), QString::number(key->id)}} : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }
    Status forget(const Workbench &bench) const override {
        return bench.environment.deploymentKeys->remove(deploymentKeyName(plan()));
    }

private:
    // The comment at the end of a public key line is not part of the key.
    static QString keyItself(const QString &line) { return line.simplified().section(QLatin1Char(' '), 0, 1); }
    Sighting see(const SshKey &key, const Facts &known) const {
        const QString own = keyItself(known.value(QString::fromLatin1(kPublicKeyFact)));
        const bool ours = !own.isEmpty() && keyItself(key.publicKey) == own;
        return {.id = QString::number(key.id),
                .name = key.name,
                .createdAt = {},
                .proof = ours ? Proof::Certain : Proof::None,
                .evidence = EngineWords::tr("its fingerprint is %1").arg(key.fingerprint)};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> sshKey(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<SshKeyStep>(plan, planned);
}

} // namespace sluice::engine::steps
