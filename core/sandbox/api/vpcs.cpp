#include "core/sandbox/api/call.h"
#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

Json toJson(const Vpc &vpc) {
    return {{"id", vpc.id.toStdString()},         {"urn", "do:vpc:" + vpc.id.toStdString()},
            {"name", vpc.name.toStdString()},     {"description", vpc.description.toStdString()},
            {"region", vpc.region.toStdString()}, {"ip_range", vpc.range.toString().toStdString()},
            {"default", vpc.isDefault},           {"created_at", iso(vpc.createdAt).toStdString()}};
}

bool isVpcName(const QString &name) {
    static const QRegularExpression pattern(QStringLiteral("^[a-zA-Z0-9\\-.]+$"));
    return pattern.match(name).hasMatch();
}

bool nameTaken(const World &world, const QString &name, const QString &except) {
    for (const Vpc &vpc : world.vpcs) {
        if (vpc.name == name && vpc.id != except)
            return true;
    }
    return false;
}

/// Why this range may not become a VPC, or nothing.
QString rangeProblem(const World &world, const Cidr &range, const QString &region) {
    if (range.prefix() < 16 || range.prefix() > 28)
        return QStringLiteral("The range must be between /16 and /28.");
    if (!range.isPrivate())
        return QStringLiteral("The range must be within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.");
    for (const Cidr &reserved : reservedRanges(region)) {
        if (reserved.overlaps(range))
            return QStringLiteral("The range overlaps with a range reserved by DigitalOcean: %1.")
                .arg(reserved.toString());
    }
    for (const Vpc &vpc : world.vpcs) {
        if (vpc.range.overlaps(range))
            return QStringLiteral("This range/size overlaps with another VPC network in your account: %1 %2")
                .arg(vpc.name, vpc.range.toString());
    }
    for (const Cluster &cluster : world.clusters) {
        if (cluster.clusterSubnet.overlaps(range) || cluster.serviceSubnet.overlaps(range))
            return QStringLiteral("This range/size overlaps with a subnet of the Kubernetes cluster %1")
                .arg(cluster.name);
    }
    return {};
}

Reply create(Call &call) {
    const QString name = jsonString(call.body, "name"), region = jsonString(call.body, "region");
    const QString description = jsonString(call.body, "description"), rangeText = jsonString(call.body, "ip_range");
    if (!isVpcName(name))
        return unprocessable(QStringLiteral("Name can only contain alphanumeric characters, dashes, and periods."));
    const Json *place = regionBySlug(region);
    if (!place || !jsonBool(*place, "available"))
        return unprocessable(QStringLiteral("Region %1 is not available.").arg(region));
    if (description.size() > 255)
        return unprocessable(QStringLiteral("Description is too long (maximum is 255 characters)."));
    if (nameTaken(call.world, name, {}))
        return unprocessable(QStringLiteral("A VPC with this name already exists in your account."));
    Cidr range;
    if (rangeText.isEmpty()) {
        const auto free = freeVpcRange(call.world, region);
        if (!free)
            return unprocessable(QStringLiteral("No address range is left for a VPC."));
        range = *free;
    } else {
        const auto parsed = Cidr::parse(rangeText);
        if (!parsed)
            return unprocessable(QStringLiteral("IP range %1 is not valid.").arg(rangeText));
        if (const QString problem = rangeProblem(call.world, *parsed, region); !problem.isEmpty())
            return unprocessable(problem);
        range = *parsed;
    }
    const Vpc &vpc = addVpc(call.world, name, region, range, description);
    return {.status = 201,
            .body = {{"vpc", toJson(vpc)}},
            .delay = Clock::Duration(static_cast<qint64>(call.world.latency(QStringLiteral("vpc")) * 1000))};
}

Reply list(Call &call) {
    Json items = Json::array();
    for (const Vpc &vpc : std::as_const(call.world.vpcs))
        items.push_back(toJson(vpc));
    return paged(call, "vpcs", items);
}

Reply get(Call &call) {
    const auto vpc = call.world.vpcs.constFind(call.args.value(0));
    return vpc == call.world.vpcs.constEnd() ? notFound() : Reply{.body = {{"vpc", toJson(*vpc)}}};
}

/// PUT replaces name and description; PATCH changes what is given. Making a VPC the default takes it from the former
/// one.
Reply update(Call &call, bool whole) {
    auto vpc = call.world.vpcs.find(call.args.value(0));
    if (vpc == call.world.vpcs.end())
        return notFound();
    const QString name = jsonString(call.body, "name", whole ? QString() : vpc->name);
    if (!isVpcName(name))
        return unprocessable(QStringLiteral("Name can only contain alphanumeric characters, dashes, and periods."));
    if (nameTaken(call.world, name, vpc->id))
        return unprocessable(QStringLiteral("A VPC with this name already exists in your account."));
    const QString description = jsonString(call.body, "description", whole ? QString() : vpc->description);
    if (description.size() > 255)
        return unprocessable(QStringLiteral("Description is too long (maximum is 255 characters)."));
    vpc->name = name;
    vpc->description = description;
    if (jsonBool(call.body, "default") && !vpc->isDefault) {
        for (Vpc &other : call.world.vpcs) {
            if (other.region == vpc->region)
                other.isDefault = false;
        }
        vpc->isDefault = true;
    }
    return {.body = {{"vpc", toJson(*vpc)}}};
}

Reply members(Call &call) {
    if (!call.world.vpcs.contains(call.args.value(0)))
        return notFound();
    const QString type = call.request.queryValue(QStringLiteral("resource_type"));
    Json items = Json::array();
    for (const Member &member : vpcMembers(call.world, call.args.value(0))) {
        const QString kind = member.urn.section(QLatin1Char(':'), 1, 1);
        // What the token may not read is not shown, which looks like an empty VPC.
        const QString scope = kind == QLatin1String("loadbalancer") ? QStringLiteral("load_balancer") : kind;
        if (!member.listed || !call.may(scope + QStringLiteral(":read")) || (!type.isEmpty() && type != kind))
            continue;
        items.push_back({{"urn", member.urn.toStdString()},
                         {"name", member.name.toStdString()},
                         {"created_at", iso(member.createdAt).toStdString()}});
    }
    return paged(call, "members", items);
}

Reply destroy(Call &call) {
    const auto vpc = call.world.vpcs.constFind(call.args.value(0));
    if (vpc == call.world.vpcs.constEnd())
        return notFound();
    if (vpc->isDefault)
        return fail(403, "forbidden", QStringLiteral("Can not delete default VPCs"));
    if (!vpcMembers(call.world, vpc->id).isEmpty())
        return conflict(QStringLiteral("Can not delete VPC with members"));
    call.world.vpcs.remove(call.args.value(0));
    return {.status = 204};
}

} // namespace

Result<Cidr> freeVpcRange(const World &world, const QString &region) {
    QList<Cidr> used = reservedRanges(region);
    for (const Vpc &vpc : world.vpcs)
        used << vpc.range;
    for (const Cluster &cluster : world.clusters)
        used << cluster.clusterSubnet << cluster.serviceSubnet;
    return firstFreeBlock(20, {Cidr(Ipv4(0x0A7C0000u), 14)}, used); // 10.124.0.0/14
}

Vpc &addVpc(World &world, const QString &name, const QString &region, const Cidr &range, const QString &description) {
    bool first = true;
    for (const Vpc &other : std::as_const(world.vpcs))
        first = first && other.region != region;
    Vpc vpc{.id = world.uuid(), .name = name, .region = region, .description = description, .range = range};
    vpc.isDefault = first; // the first one of a region becomes its default, and stays
    vpc.createdAt = world.clock->now();
    return *world.vpcs.insert(vpc.id, vpc);
}

QString defaultVpc(World &world, const QString &region) {
    for (const Vpc &vpc : std::as_const(world.vpcs)) {
        if (vpc.region == region && vpc.isDefault)
            return vpc.id;
    }
    const auto range = freeVpcRange(world, region);
    return range ? addVpc(world, QStringLiteral("default-%1").arg(region), region, *range, {}).id : QString();
}

QList<Member> vpcMembers(const World &world, const QString &vpcId) {
    QList<Member> members;
    for (const Droplet &droplet : world.droplets) {
        // A droplet too young to show its vpc_uuid does not count as a member either: a VPC can vanish under it.
        if (droplet.vpcId == vpcId && droplet.vpcVisible)
            members << Member{QStringLiteral("do:droplet:") + droplet.urnUuid, droplet.name, droplet.createdAt, true};
    }
    for (const Cluster &cluster : world.clusters) {
        if (cluster.vpcId == vpcId)
            members << Member{QStringLiteral("do:kubernetes:") + cluster.id, cluster.name, cluster.createdAt, true};
    }
    // The document's URN kinds have none for a NAT gateway: it blocks, yet by default the list does not name it.
    const bool listed = world.switches.value(QStringLiteral("members:nat_gateway")) == QLatin1String("listed");
    for (const NatGateway &gateway : world.natGateways) {
        if (gateway.vpcId == vpcId)
            members << Member{QStringLiteral("do:vpcnatgateway:") + gateway.id, gateway.name, gateway.createdAt,
                              listed};
    }
    for (const Extra &extra : world.extras) {
        if (extra.vpcId == vpcId && extra.kind == QLatin1String("load_balancer"))
            members << Member{QStringLiteral("do:loadbalancer:") + extra.id, extra.name, extra.createdAt, true};
    }
    for (const Ghost &ghost : world.ghosts) {
        if (ghost.vpcId == vpcId)
            members << Member{ghost.urn, ghost.name, ghost.createdAt, true};
    }
    return members;
}

void leaveVpc(World &world, const QString &vpcId, const QString &urn, const QString &name, const QDateTime &createdAt) {
    const QString id = world.uuid();
    world.ghosts.insert(id, {vpcId, urn, name, createdAt});
    world.schedule(QStringLiteral("vpc.member_gone"), QStringLiteral("vpc.member_gone"), id);
}

void installVpcs(Router &router, World &world) {
    const QString one = QStringLiteral("/v2/vpcs/{}");
    router.add("POST", QStringLiteral("/v2/vpcs"), QStringLiteral("vpc:create"), create);
    router.add("GET", QStringLiteral("/v2/vpcs"), QStringLiteral("vpc:read"), list);
    router.add("GET", one, QStringLiteral("vpc:read"), get);
    router.add("PUT", one, QStringLiteral("vpc:update"), [](Call &call) { return update(call, true); });
    router.add("PATCH", one, QStringLiteral("vpc:update"), [](Call &call) { return update(call, false); });
    router.add("DELETE", one, QStringLiteral("vpc:delete"), destroy);
    router.add("GET", QStringLiteral("/v2/vpcs/{}/members"), QStringLiteral("vpc:read"), members);
    world.on(QStringLiteral("vpc.member_gone"), [&world](const QString &id) { world.ghosts.remove(id); });
}

} // namespace sluice::sandbox
