#include "core/sandbox/api/call.h"
#include "core/sandbox/api/shared.h"

namespace sluice::sandbox {

namespace {

Json toJson(const World &world, const QString &name) {
    const QList<qint64> droplets = world.dropletsTagged(name);
    Json counts = {{"count", droplets.size()}};
    if (!droplets.isEmpty())
        counts["last_tagged_uri"] = "https://api.digitalocean.com/v2/droplets/" + std::to_string(droplets.last());
    const Json none = {{"count", 0}};
    Json resources = counts;
    resources["droplets"] = counts;
    for (const char *kind : {"images", "volumes", "volume_snapshots", "databases"})
        resources[kind] = none;
    return {{"name", name.toStdString()}, {"resources", resources}};
}

Reply create(Call &call) {
    const QString name = jsonString(call.body, "name");
    if (!isTagName(name))
        return failWithCauses(
            422, QStringLiteral("Tag name can only contain letters, numbers, colons, dashes and underscores."));
    call.world.tags.insert(name);
    return {.status = 201, .body = {{"tag", toJson(call.world, name)}}};
}

Reply list(Call &call) {
    Json items = Json::array();
    for (const QString &name : allTags(call.world))
        items.push_back(toJson(call.world, name));
    return paged(call, "tags", items);
}

Reply get(Call &call) {
    const QString name = call.args.value(0);
    return allTags(call.world).contains(name) ? Reply{.body = {{"tag", toJson(call.world, name)}}} : notFound();
}

Reply destroy(Call &call) {
    const QString name = call.args.value(0);
    if (!allTags(call.world).contains(name))
        return notFound();
    call.world.tags.remove(name);
    for (Droplet &droplet : call.world.droplets)
        droplet.tags.removeAll(name);
    for (Firewall &firewall : call.world.firewalls)
        firewall.tags.removeAll(name);
    return {.status = 204};
}

/// 204 even for resources that do not exist, as the platform does.
Reply tagResources(Call &call, bool add) {
    const QString name = call.args.value(0);
    if (!allTags(call.world).contains(name))
        return notFound();
    for (const Json &item : jsonMember(call.body, "resources")) {
        const auto droplet = call.world.droplets.find(jsonString(item, "resource_id").toLongLong());
        if (jsonString(item, "resource_type") != QLatin1String("droplet") || droplet == call.world.droplets.end())
            continue;
        droplet->tags.removeAll(name);
        if (add)
            droplet->tags.append(name);
    }
    reapplyFirewalls(call.world, {name});
    return {.status = 204};
}

} // namespace

void keepTags(World &world, const QStringList &tags) {
    for (const QString &tag : tags) {
        if (tag != QLatin1String("k8s") && !tag.startsWith(QLatin1String("k8s:")))
            world.tags.insert(tag);
    }
}

QStringList allTags(const World &world) {
    QSet<QString> names = world.tags;
    for (const Droplet &droplet : world.droplets)
        names.unite(QSet<QString>(droplet.tags.begin(), droplet.tags.end()));
    for (const Cluster &cluster : world.clusters)
        names.unite(QSet<QString>(cluster.tags.begin(), cluster.tags.end()));
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

void installTags(Router &router) {
    const QString all = QStringLiteral("/v2/tags"), one = all + QStringLiteral("/{}"),
                  things = one + QStringLiteral("/resources");
    router.add("POST", all, QStringLiteral("tag:create"), create);
    router.add("GET", all, QStringLiteral("tag:read"), list);
    router.add("GET", one, QStringLiteral("tag:read"), get);
    router.add("DELETE", one, QStringLiteral("tag:delete"), destroy);
    router.add("POST", things, QStringLiteral("tag:create"), [](Call &call) { return tagResources(call, true); });
    router.add("DELETE", things, QStringLiteral("tag:delete"), [](Call &call) { return tagResources(call, false); });
}

} // namespace sluice::sandbox
