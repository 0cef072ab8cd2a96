#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/engine/step.h"

namespace sluice::engine::steps {

namespace {

namespace api = digitalocean::tags;
using digitalocean::Tag;

/// A tag's id is its name. Ours when the name carries the deployment's id; an account-wide tag of the reference's way
/// is used but never removed.
class TagStep final : public ResourceStep {
public:
    using ResourceStep::ResourceStep;

    Result<HttpRequest> create(const Facts &known) const override {
        return request(QStringLiteral("/v2/tags"), {{"name", planned().cloudName.toStdString()}}, known);
    }
    HttpRequest list() const override { return api::list(); }
    Result<Listing> sightings(const Json &page, const Facts &) const override {
        const auto tags = api::parseList(page);
        if (!tags)
            return tags.error();
        Listing listing{.items = {}, .next = tags->next};
        for (const Tag &tag : tags->items)
            listing.items.append(see(tag));
        return listing;
    }
    HttpRequest read(const QString &id) const override { return api::get(id); }
    Result<Sighting> sighting(const Json &reply, const Facts &) const override {
        const auto tag = api::parse(reply);
        return tag ? Result<Sighting>(see(*tag)) : Result<Sighting>(tag.error());
    }
    Observation observe(const Json &) const override { return {Observation::State::Ready, {}}; }
    Facts outputs(const Json &reply) const override {
        const auto tag = api::parse(reply);
        return tag ? Facts{{name() + QStringLiteral(".id"), tag->name}} : Facts{};
    }
    HttpRequest destroy(const QString &id) const override { return api::destroy(id); }
    bool isOurs() const override { return carriesOurId(planned().cloudName); }

private:
    Sighting see(const Tag &tag) const {
        return {.id = tag.name,
                .name = tag.name,
                .createdAt = {},
                .proof = tag.name == planned().cloudName ? Proof::Certain : Proof::None,
                .evidence = EngineWords::tr("%1 resources carry it").arg(tag.resourceCount)};
    }
};

} // namespace

std::shared_ptr<const ResourceStep> tag(const blueprint::Plan &plan, const blueprint::PlannedResource &planned) {
    return std::make_shared<TagStep>(plan, planned);
}

} // namespace sluice::engine::steps
