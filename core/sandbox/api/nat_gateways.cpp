#include "core/sandbox/api/call.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

constexpr int kLargest = 5; // units per gateway

Json toJson(const NatGateway &gateway) {
    Json vpc = {{"vpc_uuid", gateway.vpcId.toStdString()}, {"default_gateway", gateway.defaultGateway}};
    Json egresses = Json::object();
    if (gateway.addressesVisible) {
        vpc["gateway_ip"] = gateway.gatewayIp.toString().toStdString();
        egresses["public_gateways"] = Json::array({{{"ipv4", gateway.publicIp.toString().toStdString()}}});
    }
    return {{"id", gateway.id.toStdString()},
            {"name", gateway.name.toStdString()},
            {"type", "PUBLIC"},
            {"state", gateway.state.toStdString()},
            {"region", gateway.region.toStdString()},
            {"size", gateway.size},
            {"vpcs", Json::array({vpc})},
            {"egresses", egresses},
            {"udp_timeout_seconds", gateway.udpTimeout},
            {"icmp_timeout_seconds", gateway.icmpTimeout},
            {"tcp_timeout_seconds", gateway.tcpTimeout},
            {"created_at", iso(gateway.createdAt).toStdString()},
            {"updated_at", iso(gateway.updatedAt).toStdString()},
            {"project_id", gateway.projectId.toStdString()}};
}

/// What create and update have in common; the problem's text, or nothing.
QString readCommon(World &world, const Json &body, NatGateway *gateway) {
    static const QRegularExpression pattern(QStringLiteral("^[a-zA-Z0-9\\-.]+$"));
    if (!pattern.match(gateway->name).hasMatch())
        return QStringLiteral("name must contain only alphanumeric characters, dashes, and periods");
    const qint64 size = jsonInt(body, "size", 0);
    if (size < 1 || size > kLargest)
        return QStringLiteral("size must be between 1 and %1").arg(kLargest);
    gateway->size = static_cast<int>(size);
    const auto timeout = [&body](const char *key, int *value) {
        const qint64 seconds = jsonInt(body, key, *value);
        *value = static_cast<int>(seconds);
        return seconds >= 1 && seconds <= 86400;
    };
    if (!timeout("udp_timeout_seconds", &gateway->udpTimeout) ||
        !timeout("icmp_timeout_seconds", &gateway->icmpTimeout) ||
        !timeout("tcp_timeout_seconds", &gateway->tcpTimeout))
        return QStringLiteral("timeouts must be positive");
    if (gateway->defaultGateway) {
        for (const NatGateway &other : std::as_const(world.natGateways)) {
            if (other.id != gateway->id && other.vpcId == gateway->vpcId && other.defaultGateway)
                return QStringLiteral("the VPC already has a default NAT gateway");
        }
    }
    return {};
}

QString nameTaken(const World &world, const NatGateway &gateway) {
    for (const NatGateway &other : world.natGateways) {
        if (other.name == gateway.name && other.id != gateway.id)
            return QStringLiteral("nat gateway with name %1 already exists").arg(gateway.name);
    }
    return {};
}

Reply create(Call &call) {
    World &world = call.world;
    NatGateway gateway{.name = jsonString(call.body, "name"), .region = jsonString(call.body, "region")};
    if (jsonString(call.body, "type") != QLatin1String("PUBLIC"))
        return unprocessable(QStringLiteral("type must be PUBLIC"));
    const Json &vpcs = jsonMember(call.body, "vpcs");
    if (!vpcs.is_array() || vpcs.size() != 1)
        return unprocessable(QStringLiteral("exactly one vpc is required"));
    gateway.vpcId = jsonString(vpcs[0], "vpc_uuid");
    gateway.defaultGateway = jsonBool(vpcs[0], "default_gateway");
    const auto vpc = world.vpcs.constFind(gateway.vpcId);
    if (vpc == world.vpcs.constEnd())
        return notFound(QStringLiteral("vpc %1 not found").arg(gateway.vpcId));
    if (vpc->region != gateway.region)
        return unprocessable(QStringLiteral("vpc %1 is not in region %2").arg(vpc->name, gateway.region));
    if (const QString problem = readCommon(world, call.body, &gateway); !problem.isEmpty())
        return unprocessable(problem);
    if (const QString taken = nameTaken(world, gateway); !taken.isEmpty())
        return conflict(taken);
    gateway.id = world.uuid();
    gateway.state = QStringLiteral("NEW");
    gateway.projectId = jsonString(call.body, "project_id", defaultProject(world));
    gateway.createdAt = gateway.updatedAt = world.clock->now();
    world.natGateways.insert(gateway.id, gateway);
    world.schedule(QStringLiteral("nat_gateway.provisioning"), QStringLiteral("nat_gateway.provisioning"), gateway.id);
    world.schedule(QStringLiteral("nat_gateway.active"), QStringLiteral("nat_gateway.active"), gateway.id);
    return {.status = 202, .body = {{"vpc_nat_gateway", toJson(gateway)}}};
}

/// ACTIVE comes one look earlier than the addresses.
void seen(NatGateway &gateway) {
    if (gateway.state == QLatin1String("ACTIVE"))
        gateway.addressesVisible = true;
}

Reply list(Call &call) {
    const auto wanted = [&call](const char *name, const QString &value) {
        const QString filter = call.request.queryValue(QString::fromLatin1(name));
        return filter.isEmpty() || filter.compare(value, Qt::CaseInsensitive) == 0;
    };
    Json items = Json::array();
    for (NatGateway &gateway : call.world.natGateways) {
        if (wanted("state", gateway.state) && wanted("region", gateway.region) &&
            wanted("type", QStringLiteral("PUBLIC")) && wanted("name", gateway.name)) {
            items.push_back(toJson(gateway));
            seen(gateway);
        }
    }
    return paged(call, "vpc_nat_gateways", items);
}

Reply missing(const QString &id) {
    return notFound(QStringLiteral("nat gateway with id %1 not found").arg(id));
}

Reply get(Call &call) {
    const auto gateway = call.world.natGateways.find(call.args.value(0));
    if (gateway == call.world.natGateways.end())
        return missing(call.args.value(0));
    const Json shown = toJson(*gateway);
    seen(*gateway);
    return {.body = {{"vpc_nat_gateway", shown}}};
}

Reply update(Call &call) {
    const auto gateway = call.world.natGateways.find(call.args.value(0));
    if (gateway == call.world.natGateways.end())
        return missing(call.args.value(0));
    if (gateway->state == QLatin1String("DELETING"))
        return conflict(QStringLiteral("nat gateway is being deleted"));
    NatGateway changed = *gateway;
    changed.name = jsonString(call.body, "name");
    const Json &vpcs = jsonMember(call.body, "vpcs");
    if (!vpcs.empty()) {
        if (vpcs.size() != 1 || jsonString(vpcs[0], "vpc_uuid") != changed.vpcId)
            return unprocessable(QStringLiteral("the vpc of a nat gateway cannot be changed"));
        changed.defaultGateway = jsonBool(vpcs[0], "default_gateway");
    }
    if (const QString problem = readCommon(call.world, call.body, &changed); !problem.isEmpty())
        return unprocessable(problem);
    if (const QString taken = nameTaken(call.world, changed); !taken.isEmpty())
        return conflict(taken);
    changed.updatedAt = call.world.clock->now();
    *gateway = changed;
    return {.body = {{"vpc_nat_gateway", toJson(changed)}}};
}

Reply destroy(Call &call) {
    const auto gateway = call.world.natGateways.find(call.args.value(0));
    if (gateway == call.world.natGateways.end())
        return missing(call.args.value(0));
    if (gateway->state != QLatin1String("DELETING")) {
        gateway->state = QStringLiteral("DELETING");
        gateway->updatedAt = call.world.clock->now();
        call.world.schedule(QStringLiteral("nat_gateway.gone"), QStringLiteral("nat_gateway.gone"), gateway->id);
    }
    return {.status = 202};
}

void becomeActive(World &world, const QString &id) {
    const auto gateway = world.natGateways.find(id);
    if (gateway == world.natGateways.end() || gateway->state == QLatin1String("DELETING"))
        return;
    gateway->updatedAt = world.clock->now();
    const QString outcome = world.switches.value(QStringLiteral("nat_gateway:outcome")); // e.g. ERROR, INVALID
    if (!outcome.isEmpty() && outcome != QLatin1String("ACTIVE")) {
        gateway->state = outcome;
        return;
    }
    const Ipv4 inside = world.nextPrivateIp(gateway->vpcId), outside = world.nextPublicIp();
    if (inside.isNull() || outside.isNull()) {
        gateway->state = QStringLiteral("ERROR");
        return;
    }
    gateway->gatewayIp = inside;
    gateway->publicIp = outside;
    gateway->state = QStringLiteral("ACTIVE");
}

} // namespace

void installNatGateways(Router &router, World &world) {
    const QString all = QStringLiteral("/v2/vpc_nat_gateways"), one = all + QStringLiteral("/{}");
    router.add("POST", all, QStringLiteral("nat_gateway:create"), create);
    router.add("GET", all, QStringLiteral("nat_gateway:read"), list);
    router.add("GET", one, QStringLiteral("nat_gateway:read"), get);
    router.add("PUT", one, QStringLiteral("nat_gateway:update"), update);
    router.add("DELETE", one, QStringLiteral("nat_gateway:delete"), destroy);
    world.on(QStringLiteral("nat_gateway.provisioning"), [&world](const QString &id) {
        // The official Terraform provider fails on any state but NEW before ACTIVE, and it works: the documented state
        // in between is shown only on request.
        if (world.switches.value(QStringLiteral("nat_gateway:provisioning")) != QLatin1String("shown"))
            return;
        const auto gateway = world.natGateways.find(id);
        if (gateway != world.natGateways.end() && gateway->state == QLatin1String("NEW"))
            gateway->state = QStringLiteral("PROVISIONING");
    });
    world.on(QStringLiteral("nat_gateway.active"), [&world](const QString &id) { becomeActive(world, id); });
    world.on(QStringLiteral("nat_gateway.gone"), [&world](const QString &id) {
        const NatGateway gateway = world.natGateways.take(id);
        leaveVpc(world, gateway.vpcId, QStringLiteral("do:vpcnatgateway:") + id, gateway.name, gateway.createdAt);
    });
}

} // namespace sluice::sandbox
