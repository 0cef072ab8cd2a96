#include "core/sandbox/api/call.h"
#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

constexpr qsizetype kMostNames = 10, kMostUserData = 64 * 1024;

Json networksJson(const World &world, const Droplet &droplet) {
    Json v4 = Json::array(), v6 = Json::array();
    if (droplet.vpcVisible) {
        const Cidr range = world.vpcs.value(droplet.vpcId).range;
        const quint32 mask = range.prefix() == 0 ? 0 : ~0u << (32 - range.prefix());
        v4.push_back({{"ip_address", droplet.privateIp.toString().toStdString()},
                      {"netmask", Ipv4(mask).toString().toStdString()},
                      {"gateway", Ipv4(range.first().bits() + 1).toString().toStdString()},
                      {"type", "private"}});
        if (!droplet.publicIp.isNull()) {
            v4.push_back({{"ip_address", droplet.publicIp.toString().toStdString()},
                          {"netmask", "255.255.255.0"},
                          {"gateway", droplet.publicGateway.toString().toStdString()},
                          {"type", "public"}});
        }
        if (droplet.ipv6) {
            v6.push_back({{"ip_address", QStringLiteral("2001:db8::%1").arg(droplet.id & 0xffff, 0, 16).toStdString()},
                          {"netmask", 64},
                          {"gateway", "2001:db8::1"},
                          {"type", "public"}});
        }
    }
    return {{"v4", v4}, {"v6", v6}};
}

Json toJson(const World &world, const Droplet &droplet) {
    const Json *size = sizeBySlug(droplet.size);
    const Json *region = regionBySlug(droplet.region);
    const Json *image = imageBy(droplet.image);
    Json features = Json::array({"droplet_agent"});
    if (droplet.vpcVisible)
        features.push_back("private_networking");
    if (droplet.ipv6)
        features.push_back("ipv6");
    Json shown = {{"id", droplet.id},
                  {"name", droplet.name.toStdString()},
                  {"memory", size ? jsonInt(*size, "memory") : 0},
                  {"vcpus", size ? jsonInt(*size, "vcpus") : 0},
                  {"disk", size ? jsonInt(*size, "disk") : 0},
                  {"locked", droplet.status == QLatin1String("new") || droplet.gone},
                  {"status", droplet.status.toStdString()},
                  {"kernel", nullptr},
                  {"created_at", iso(droplet.createdAt).toStdString()},
                  {"features", features},
                  {"backup_ids", Json::array()},
                  {"next_backup_window", nullptr},
                  {"snapshot_ids", Json::array()},
                  {"image", image ? *image : Json::object()},
                  {"volume_ids", Json::array()},
                  {"size", size ? *size : Json::object()},
                  {"size_slug", droplet.size.toStdString()},
                  {"networks", networksJson(world, droplet)},
                  {"region", region ? *region : Json::object()},
                  {"tags", sluice::toJson(droplet.tags)}};
    if (droplet.vpcVisible)
        shown["vpc_uuid"] = droplet.vpcId.toStdString();
    return shown;
}

bool isDropletName(const QString &name) {
    static const QRegularExpression pattern(QStringLiteral("^[a-zA-Z0-9]?[a-z0-9A-Z.\\-]*[a-z0-9A-Z]$"));
    return name.size() <= 255 && pattern.match(name).hasMatch();
}

/// Ids and fingerprints of the account's keys; false names one that is not there.
bool readKeys(const World &world, const Json &body, QList<qint64> *ids) {
    for (const Json &item : jsonMember(body, "ssh_keys")) {
        const QString wanted = item.is_number_integer() ? QString::number(item.get<qint64>())
                               : item.is_string()       ? QString::fromStdString(item.get<std::string>())
                                                        : QString();
        qint64 found = 0;
        for (const SshKey &key : world.sshKeys) {
            if (QString::number(key.id) == wanted || key.fingerprint == wanted)
                found = key.id;
        }
        if (found == 0)
            return false;
        *ids << found;
    }
    return true;
}

/// Checks everything but the names; the reply that refuses, or status 200.
Reply readCreate(Call &call, Droplet *droplet) {
    World &world = call.world;
    const Json &body = call.body;
    droplet->region = jsonString(body, "region", QStringLiteral("nyc3"));
    droplet->size = jsonString(body, "size");
    const auto image = body.find("image");
    droplet->image = image != body.end() && image->is_number_integer() ? QString::number(image->get<qint64>())
                                                                       : jsonString(body, "image");
    const Json *region = regionBySlug(droplet->region);
    if (!region || !jsonBool(*region, "available"))
        return unprocessable(QStringLiteral("You specified an invalid region for Droplet creation."));
    const Json *size = sizeBySlug(droplet->size);
    if (!size || !jsonBool(*size, "available") || !offers(*size, droplet->region))
        return unprocessable(QStringLiteral("You specified an invalid size for Droplet creation."));
    const Json *picture = imageBy(droplet->image);
    if (!picture || !offers(*picture, droplet->region))
        return unprocessable(QStringLiteral("You specified an invalid image for Droplet creation."));
    droplet->image = jsonString(*picture, "slug");
    if (!readKeys(world, body, &droplet->sshKeyIds))
        return unprocessable(
            QStringLiteral("One or more of the ssh_keys are invalid key identifiers for Droplet creation."));
    if (!readTexts(body, "tags", &droplet->tags) ||
        !std::all_of(droplet->tags.cbegin(), droplet->tags.cend(), [](const QString &tag) { return isTagName(tag); }))
        return unprocessable(QStringLiteral("Tags can only contain letters, numbers, colons, dashes and underscores."));
    droplet->userData = jsonString(body, "user_data");
    if (droplet->userData.toUtf8().size() > kMostUserData)
        return unprocessable(QStringLiteral("User data is too long (maximum is 64 KiB)."));
    droplet->ipv6 = jsonBool(body, "ipv6");
    droplet->publicNetworking = jsonBool(body, "public_networking", true);
    if (!droplet->publicNetworking && droplet->ipv6)
        return unprocessable(QStringLiteral("ipv6 cannot be enabled without public networking."));
    droplet->vpcId = jsonString(body, "vpc_uuid");
    if (droplet->vpcId.isEmpty())
        droplet->vpcId = defaultVpc(world, droplet->region);
    const auto vpc = world.vpcs.constFind(droplet->vpcId);
    if (vpc == world.vpcs.constEnd())
        return notFound(QStringLiteral("The VPC you specified could not be found."));
    if (vpc->region != droplet->region)
        return unprocessable(QStringLiteral("The VPC is not in the Droplet's region."));
    return {};
}

Reply create(Call &call) {
    QStringList names;
    const bool many = call.body.contains("names");
    if (many && !readTexts(call.body, "names", &names))
        return unprocessable(QStringLiteral("names must be a list of texts."));
    if (!many)
        names << jsonString(call.body, "name");
    if (names.isEmpty() || names.size() > kMostNames)
        return unprocessable(QStringLiteral("Between 1 and %1 names must be given.").arg(kMostNames));
    if (!std::all_of(names.cbegin(), names.cend(), isDropletName))
        return unprocessable(QStringLiteral("Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)"));
    Droplet plan;
    if (const Reply refused = readCreate(call, &plan); refused.status != 200)
        return refused;
    if (exceedsDropletLimit(call.world, names.size()))
        return unprocessable(QStringLiteral("creating this/these droplet(s) will exceed your droplet limit"));
    Json droplets = Json::array(), links = Json::array();
    for (const QString &name : std::as_const(names)) {
        Droplet one = plan;
        one.name = name;
        const Droplet &made = addDroplet(call.world, one);
        droplets.push_back(toJson(call.world, made));
        for (const Action &action : std::as_const(call.world.actions)) {
            if (action.dropletId == made.id)
                links.push_back({{"id", action.id},
                                 {"rel", "create"},
                                 {"href", "https://api.digitalocean.com/v2/actions/" + std::to_string(action.id)}});
        }
    }
    Json body = {{"links", {{"actions", links}}}};
    if (many)
        body["droplets"] = droplets;
    else
        body["droplet"] = droplets[0];
    return {.status = 202, .body = body};
}

Reply list(Call &call) {
    const QString tag = call.request.queryValue(QStringLiteral("tag_name")),
                  name = call.request.queryValue(QStringLiteral("name"));
    Json items = Json::array();
    for (const Droplet &droplet : std::as_const(call.world.droplets)) {
        if ((tag.isEmpty() || droplet.tags.contains(tag)) && (name.isEmpty() || droplet.name == name))
            items.push_back(toJson(call.world, droplet));
    }
    return paged(call, "droplets", items);
}

Reply one(Call &call) {
    const auto droplet = call.world.droplets.find(call.args.value(0).toLongLong());
    if (droplet == call.world.droplets.end())
        return notFound();
    if (call.request.method == "DELETE") {
        removeDroplet(call.world, droplet->id);
        return {.status = 204};
    }
    return {.body = {{"droplet", toJson(call.world, *droplet)}}};
}

Reply destroyTagged(Call &call) {
    const QString tag = call.request.queryValue(QStringLiteral("tag_name"));
    if (tag.isEmpty())
        return unprocessable(QStringLiteral("tag_name must be given."));
    for (const qint64 id : call.world.dropletsTagged(tag))
        removeDroplet(call.world, id);
    return {.status = 204};
}

qint64 startAction(World &world, const QString &type, const Droplet &droplet, Clock::Duration takes) {
    Action action{.id = world.nextNumber(),
                  .type = type,
                  .status = QStringLiteral("in-progress"),
                  .dropletId = droplet.id,
                  .region = droplet.region,
                  .startedAt = world.clock->now()};
    world.actions.insert(action.id, action);
    world.schedule(takes, QStringLiteral("action.completed"), QString::number(action.id));
    return action.id;
}

Clock::Duration seconds(const World &world, const char *latency) {
    return Clock::Duration(static_cast<qint64>(world.latency(QString::fromLatin1(latency)) * 1000));
}

Reply act(Call &call) {
    const auto droplet = call.world.droplets.find(call.args.value(0).toLongLong());
    if (droplet == call.world.droplets.end())
        return notFound();
    const QString type = jsonString(call.body, "type");
    static const QStringList known = {QStringLiteral("reboot"),    QStringLiteral("power_cycle"),
                                      QStringLiteral("power_off"), QStringLiteral("shutdown"),
                                      QStringLiteral("power_on"),  QStringLiteral("rename")};
    if (!known.contains(type))
        return unprocessable(QStringLiteral("The action \"%1\" is not available here.").arg(type));
    if (droplet->status == QLatin1String("new"))
        return unprocessable(QStringLiteral("Droplet already has a pending event."));
    if (type == QLatin1String("rename")) {
        if (!isDropletName(jsonString(call.body, "name")))
            return unprocessable(
                QStringLiteral("Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)"));
        droplet->name = jsonString(call.body, "name");
    }
    const qint64 id = startAction(call.world, type, *droplet, seconds(call.world, "droplet.reboot"));
    if (type == QLatin1String("reboot") || type == QLatin1String("power_cycle"))
        Q_EMIT call.world.dropletReboot(droplet->id);
    return {.status = 201, .body = {{"action", actionJson(call.world.actions.value(id))}}};
}

Reply listActions(Call &call) {
    const qint64 droplet = call.args.value(0).toLongLong();
    if (!call.args.isEmpty() && !call.world.droplets.contains(droplet))
        return notFound();
    Json items = Json::array();
    for (const Action &action : std::as_const(call.world.actions)) {
        if (call.args.isEmpty() || action.dropletId == droplet)
            items.push_back(actionJson(action));
    }
    return paged(call, "actions", items);
}

Reply oneAction(Call &call) {
    const auto action = call.world.actions.constFind(call.args.last().toLongLong());
    if (action == call.world.actions.constEnd() ||
        (call.args.size() > 1 && call.args.at(0).toLongLong() != action->dropletId))
        return notFound();
    return {.body = {{"action", actionJson(*action)}}};
}

Reply associated(Call &call) {
    if (!call.world.droplets.contains(call.args.value(0).toLongLong()))
        return notFound();
    Json body = Json::object();
    for (const char *kind : {"reserved_ips", "floating_ips", "snapshots", "volumes", "volume_snapshots"})
        body[kind] = Json::array();
    return {.body = body};
}

void completeAction(World &world, qint64 id) {
    const auto action = world.actions.find(id);
    if (action == world.actions.end())
        return;
    action->status = QStringLiteral("completed");
    action->completedAt = world.clock->now();
    const auto droplet = world.droplets.find(action->dropletId);
    if (droplet == world.droplets.end())
        return;
    if (action->type == QLatin1String("power_off") || action->type == QLatin1String("shutdown"))
        droplet->status = QStringLiteral("off");
    if (action->type == QLatin1String("power_on") && droplet->status == QLatin1String("off")) {
        droplet->status = QStringLiteral("active");
        Q_EMIT world.dropletReboot(droplet->id);
    }
}

void dropletGone(World &world, qint64 id) {
    if (!world.droplets.contains(id))
        return;
    const Droplet droplet = world.droplets.take(id);
    leaveVpc(world, droplet.vpcId, QStringLiteral("do:droplet:") + droplet.urnUuid, droplet.name, droplet.createdAt);
    world.schedule(QStringLiteral("firewall.droplet_gone"), QStringLiteral("firewall.droplet_gone"),
                   QString::number(id));
    Q_EMIT world.dropletGone(id);
}

} // namespace

Json actionJson(const Action &action) {
    const Json *region = regionBySlug(action.region);
    return {{"id", action.id},
            {"status", action.status.toStdString()},
            {"type", action.type.toStdString()},
            {"started_at", iso(action.startedAt).toStdString()},
            {"completed_at", action.completedAt.isValid() ? Json(iso(action.completedAt).toStdString()) : Json()},
            {"resource_id", action.dropletId},
            {"resource_type", "droplet"},
            {"region", region ? *region : Json::object()},
            {"region_slug", action.region.toStdString()}};
}

Droplet &addDroplet(World &world, Droplet droplet) {
    droplet.id = world.nextNumber();
    droplet.urnUuid = world.uuid();
    droplet.status = QStringLiteral("new");
    droplet.createdAt = world.clock->now();
    droplet.privateIp = world.nextPrivateIp(droplet.vpcId);
    if (droplet.publicNetworking) {
        droplet.publicIp = world.nextPublicIp();
        droplet.publicGateway = Ipv4((droplet.publicIp.bits() & ~0xffu) | 1u);
    }
    const auto mac = [&world] {
        QByteArray text = "02:00";
        for (int i = 0; i < 4; ++i)
            text += ':' + QByteArray(1, static_cast<char>(world.random(256))).toHex();
        return QString::fromLatin1(text);
    };
    droplet.publicMac = mac();
    droplet.privateMac = mac();
    keepTags(world, droplet.tags);
    Droplet &stored = *world.droplets.insert(droplet.id, droplet);
    const QString id = QString::number(stored.id);
    world.schedule(QStringLiteral("droplet.vpc_visible"), QStringLiteral("droplet.vpc_visible"), id);
    world.schedule(QStringLiteral("droplet.active"), QStringLiteral("droplet.active"), id);
    startAction(world, QStringLiteral("create"), stored, seconds(world, "droplet.active"));
    reapplyFirewalls(world, stored.tags);
    return stored;
}

void removeDroplet(World &world, qint64 id) {
    const auto droplet = world.droplets.find(id);
    if (droplet == world.droplets.end() || droplet->gone)
        return;
    droplet->gone = true;
    world.schedule(QStringLiteral("droplet.gone"), QStringLiteral("droplet.gone"), QString::number(id));
}

void installDroplets(Router &router, World &world) {
    const QString all = QStringLiteral("/v2/droplets"), each = all + QStringLiteral("/{}");
    const QString read = QStringLiteral("droplet:read"), destroy = QStringLiteral("droplet:delete");
    router.add("POST", all, QStringLiteral("droplet:create"), create);
    router.add("GET", all, read, list);
    router.add("DELETE", all, destroy, destroyTagged);
    router.add("GET", each, read, one);
    router.add("DELETE", each, destroy, one);
    router.add("POST", each + QStringLiteral("/actions"), QStringLiteral("droplet:update"), act);
    router.add("GET", each + QStringLiteral("/actions"), read, listActions);
    router.add("GET", each + QStringLiteral("/actions/{}"), read, oneAction);
    router.add("GET", QStringLiteral("/v2/actions"), QStringLiteral("actions:read"), listActions);
    router.add("GET", QStringLiteral("/v2/actions/{}"), QStringLiteral("actions:read"), oneAction);
    router.add("GET", each + QStringLiteral("/destroy_with_associated_resources"), read, associated);
    router.add("DELETE", each + QStringLiteral("/destroy_with_associated_resources/dangerous"), destroy,
               [](Call &call) {
                   if (call.request.header("x-dangerous") != "true")
                       return unprocessable(QStringLiteral("The header X-Dangerous must be true."));
                   if (!call.world.droplets.contains(call.args.value(0).toLongLong()))
                       return notFound();
                   removeDroplet(call.world, call.args.value(0).toLongLong());
                   return Reply{.status = 202};
               });
    world.on(QStringLiteral("droplet.vpc_visible"), [&world](const QString &id) {
        const auto droplet = world.droplets.find(id.toLongLong());
        if (droplet != world.droplets.end())
            droplet->vpcVisible = true;
    });
    world.on(QStringLiteral("droplet.active"), [&world](const QString &id) {
        const auto droplet = world.droplets.find(id.toLongLong());
        if (droplet == world.droplets.end())
            return;
        droplet->status = QStringLiteral("active");
        droplet->vpcVisible = true;
        droplet->activeAt = world.elapsed();
        Q_EMIT world.dropletActive(droplet->id);
    });
    world.on(QStringLiteral("droplet.delete"), [&world](const QString &id) { removeDroplet(world, id.toLongLong()); });
    world.on(QStringLiteral("droplet.gone"), [&world](const QString &id) { dropletGone(world, id.toLongLong()); });
    world.on(QStringLiteral("action.completed"),
             [&world](const QString &id) { completeAction(world, id.toLongLong()); });
}

} // namespace sluice::sandbox
