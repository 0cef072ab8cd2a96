#include "core/sandbox/network/fabric.h"

#include "core/base/json.h"

#include <QUrl>

namespace sluice::sandbox {

namespace {

/// Where the echo services "are"; only for routing and firewall rules.
Ipv4 internetAddress() {
    return Ipv4(0xC0000250u); // 192.0.2.80
}
Ipv4 metadataAddress() {
    return Ipv4(0xA9FEA9FEu); // 169.254.169.254
}

bool isEcho(const QString &host) {
    static const QStringList services{
        QStringLiteral("ifconfig.me"),       QStringLiteral("api.ipify.org"), QStringLiteral("checkip.amazonaws.com"),
        QStringLiteral("icanhazip.com"),     QStringLiteral("ident.me"),      QStringLiteral("ipinfo.io"),
        QStringLiteral("api64.ipify.org"),   QStringLiteral("ifconfig.co"),   QStringLiteral("v4.ident.me"),
        QStringLiteral("ipv4.icanhazip.com")};
    return services.contains(host);
}

bool portMatches(const QString &ports, quint16 port) {
    if (ports == QLatin1String("0") || ports == QLatin1String("all") || ports.isEmpty())
        return true;
    const int first = ports.section(QLatin1Char('-'), 0, 0).toInt();
    const int last = ports.contains(QLatin1Char('-')) ? ports.section(QLatin1Char('-'), 1).toInt() : first;
    return port >= first && port <= last;
}

bool peerMatches(const Rule &rule, Ipv4 address, const Droplet *peer) {
    for (const Cidr &cidr : rule.addresses) {
        if (cidr.contains(address))
            return true;
    }
    if (!peer)
        return false;
    for (const QString &tag : jsonStringList(rule.peers, "tags")) {
        if (peer->tags.contains(tag))
            return true;
    }
    for (const Json &id : jsonMember(rule.peers, "droplet_ids")) {
        if (id.is_number_integer() && id.get<qint64>() == peer->id)
            return true;
    }
    return false;
}

Fabric::Outcome failed(Fabric::Outcome::Kind kind, const QString &why) {
    Fabric::Outcome outcome;
    outcome.kind = kind;
    outcome.why = why;
    return outcome;
}

QString maskOf(int prefix) {
    return Ipv4(prefix == 0 ? 0u : ~std::uint32_t{0} << (32 - prefix)).toString();
}

constexpr int kPublicPrefix = 20;

/// The whole of it in one piece, as /metadata/v1.json: what cloud-init's DigitalOcean source reads at the first boot
/// (cloudinit/sources/helpers/digitalocean.py).
Json metadataDocument(const World &world, const Droplet &droplet, const Vpc *vpc) {
    const auto card = [](const QString &mac, const char *type, Ipv4 address, int prefix, Ipv4 gateway) {
        return Json::array({{{"mac", mac.toStdString()},
                             {"type", type},
                             {"ipv4",
                              {{"ip_address", address.toString().toStdString()},
                               {"netmask", maskOf(prefix).toStdString()},
                               {"gateway", gateway.toString().toStdString()}}}}});
    };
    Json keys = Json::array();
    for (const qint64 id : droplet.sshKeyIds)
        keys.push_back(world.sshKeys.value(id).publicKey.toStdString());
    Json cards = Json::object();
    if (vpc)
        cards["private"] = card(droplet.privateMac, "private", droplet.privateIp, vpc->range.prefix(),
                                Ipv4(vpc->range.first().bits() + 1));
    if (!droplet.publicIp.isNull())
        cards["public"] = card(droplet.publicMac, "public", droplet.publicIp, kPublicPrefix, droplet.publicGateway);
    return {{"droplet_id", droplet.id},
            {"hostname", droplet.name.toStdString()},
            {"region", droplet.region.toStdString()},
            {"user_data", droplet.userData.toStdString()},
            {"public_keys", keys},
            {"interfaces", cards},
            {"dns", {{"nameservers", {"67.207.67.2", "67.207.67.3"}}}}};
}

} // namespace

Ipv4 Fabric::operatorAddress() {
    return Ipv4(0xC000020Au); // 192.0.2.10
}

QList<const Firewall *> Fabric::firewallsOf(const Droplet &droplet) const {
    QList<const Firewall *> list;
    for (const Firewall &firewall : std::as_const(m_world->firewalls)) {
        if (firewall.detached || firewall.status != QLatin1String("succeeded"))
            continue;
        bool applies = firewall.dropletIds.contains(droplet.id);
        for (const QString &tag : firewall.tags)
            applies = applies || droplet.tags.contains(tag);
        if (applies)
            list.append(&firewall);
    }
    return list;
}

bool Fabric::mayLeave(const Droplet &droplet, const QString &protocol, quint16 port, Ipv4 to) const {
    const QList<const Firewall *> firewalls = firewallsOf(droplet);
    if (firewalls.isEmpty())
        return true;
    for (const Firewall *firewall : firewalls) {
        for (const Rule &rule : firewall->outbound) {
            if (rule.protocol == protocol && portMatches(rule.ports, port) && peerMatches(rule, to, nullptr))
                return true;
        }
    }
    return false;
}

bool Fabric::mayEnter(const Droplet &droplet, quint16 port, Ipv4 from, const Droplet *peer) const {
    const QList<const Firewall *> firewalls = firewallsOf(droplet);
    if (firewalls.isEmpty())
        return true;
    for (const Firewall *firewall : firewalls) {
        for (const Rule &rule : firewall->inbound) {
            if (rule.protocol == QLatin1String("tcp") && portMatches(rule.ports, port) && peerMatches(rule, from, peer))
                return true;
        }
    }
    return false;
}

QList<QPair<Cidr, Ipv4>> Fabric::routesOf(const Droplet &node) const {
    QList<QPair<Cidr, Ipv4>> routes;
    const auto cluster = m_world->clusters.constFind(node.clusterId);
    if (cluster == m_world->clusters.constEnd() || !cluster->routingAgent)
        return routes;
    if (m_world->switches.value(QStringLiteral("agent:") + node.clusterId) == QLatin1String("crashloop") ||
        m_world->switches.value(QStringLiteral("agent_node:") + node.name) == QLatin1String("down") ||
        m_world->switches.contains(QStringLiteral("route_skip:") + node.name))
        return routes;
    const auto settle =
        Clock::Duration(static_cast<qint64>(m_world->latency(QStringLiteral("route.effective")) * 1000));
    const auto objects = m_world->kube.value(node.clusterId);
    for (const KubeObject &object : objects) {
        if (object.resource != QLatin1String("routes") || m_world->elapsed() - object.changedAt < settle)
            continue;
        if (!jsonString(jsonMember(object.body, "metadata"), "deletionTimestamp").isEmpty())
            continue;
        const Json &spec = jsonMember(object.body, "spec");
        const QStringList gateways = jsonStringList(spec, "gateways");
        const auto via = Ipv4::parse(gateways.value(0));
        for (const QString &text : jsonStringList(spec, "destinations")) {
            const auto cidr = Cidr::parse(text);
            if (cidr && via)
                routes.append({*cidr, *via});
        }
    }
    return routes;
}

Ipv4 Fabric::routeGateway(const Droplet &node, Ipv4 destination) const {
    Ipv4 gateway;
    int prefix = -1;
    for (const auto &[cidr, via] : routesOf(node)) {
        if (cidr.contains(destination) && cidr.prefix() > prefix) {
            prefix = cidr.prefix();
            gateway = via;
        }
    }
    return gateway;
}

Fabric::Outcome Fabric::leaveBy(const Droplet &droplet, Ipv4 gateway, bool publicSide) const {
    Outcome outcome;
    outcome.kind = Outcome::Kind::Answered;
    if (publicSide) {
        if (droplet.publicIp.isNull())
            return failed(Outcome::Kind::Timeout, QStringLiteral("no public address"));
        outcome.sourceSeen = droplet.publicIp;
        return outcome;
    }
    for (const NatGateway &nat : std::as_const(m_world->natGateways)) {
        if (nat.vpcId != droplet.vpcId || nat.gatewayIp != gateway)
            continue;
        if (nat.state != QLatin1String("ACTIVE") || nat.down)
            return failed(Outcome::Kind::Timeout, QStringLiteral("the NAT gateway does not forward"));
        if (!nat.masquerade)
            return failed(Outcome::Kind::Timeout,
                          QStringLiteral("packets leave with a private source and get no answer"));
        outcome.sourceSeen = nat.publicIp;
        return outcome;
    }
    return failed(Outcome::Kind::Timeout, QStringLiteral("nobody forwards at %1").arg(gateway.toString()));
}

Fabric::Outcome Fabric::egress(const Source &source, Ipv4 to) const {
    const auto it = m_world->droplets.constFind(source.dropletId);
    if (it == m_world->droplets.constEnd())
        return failed(Outcome::Kind::NoRoute, QStringLiteral("no such host"));
    const Droplet &droplet = *it;
    if (source.node) {
        const Ipv4 gateway = routeGateway(droplet, to);
        return gateway.isNull() ? leaveBy(droplet, droplet.publicGateway, true) : leaveBy(droplet, gateway, false);
    }
    const Machine *machine = m_machineOf(droplet.id);
    const HostRoute *route = machine ? machine->routeTo(to) : nullptr;
    if (!route) {
        // A private-only droplet gets the VPC's default NAT gateway by DHCP.
        for (const NatGateway &nat : std::as_const(m_world->natGateways)) {
            if (droplet.publicIp.isNull() && nat.vpcId == droplet.vpcId && nat.defaultGateway)
                return leaveBy(droplet, nat.gatewayIp, false);
        }
        return failed(Outcome::Kind::NoRoute, QStringLiteral("no route"));
    }
    if (route->via.isNull())
        return failed(Outcome::Kind::Timeout, QStringLiteral("on-link, nobody there"));
    return leaveBy(droplet, route->via, route->device == QLatin1String("eth0") && route->via == droplet.publicGateway);
}

bool Fabric::resolves(const Source &source) const {
    const auto droplet = m_world->droplets.constFind(source.dropletId);
    if (droplet == m_world->droplets.constEnd())
        return false;
    if (m_world->switches.value(QStringLiteral("dns:%1").arg(source.dropletId)) == QLatin1String("broken"))
        return false;
    return mayLeave(*droplet, QStringLiteral("udp"), 53, internetAddress()) &&
           egress(source, internetAddress()).kind == Outcome::Kind::Answered;
}

QMap<QString, QString> Fabric::metadataOf(const World &world, const Droplet &droplet) {
    const auto found = world.vpcs.constFind(droplet.vpcId);
    const Vpc *vpc = found == world.vpcs.constEnd() ? nullptr : &*found;
    QMap<QString, QString> values{{QStringLiteral("id"), QString::number(droplet.id)},
                                  {QStringLiteral("hostname"), droplet.name},
                                  {QStringLiteral("region"), droplet.region},
                                  {QStringLiteral("user-data"), droplet.userData},
                                  {QStringLiteral("dns/nameservers"), QStringLiteral("67.207.67.2\n67.207.67.3")},
                                  {QStringLiteral("interfaces/private/0/mac"), droplet.privateMac},
                                  {QStringLiteral("interfaces/private/0/type"), QStringLiteral("private")},
                                  {QStringLiteral("interfaces/private/0/ipv4/address"), droplet.privateIp.toString()}};
    if (vpc) {
        values.insert(QStringLiteral("interfaces/private/0/ipv4/netmask"), maskOf(vpc->range.prefix()));
        values.insert(QStringLiteral("interfaces/private/0/ipv4/gateway"),
                      Ipv4(vpc->range.first().bits() + 1).toString());
    }
    if (!droplet.publicIp.isNull()) {
        values.insert(QStringLiteral("interfaces/public/0/mac"), droplet.publicMac);
        values.insert(QStringLiteral("interfaces/public/0/ipv4/address"), droplet.publicIp.toString());
        values.insert(QStringLiteral("interfaces/public/0/ipv4/gateway"), droplet.publicGateway.toString());
        values.insert(QStringLiteral("interfaces/public/0/ipv4/netmask"), maskOf(kPublicPrefix));
    }
    QMap<QString, QString> paths{
        {QStringLiteral("v1.json"), QString::fromUtf8(toJsonText(metadataDocument(world, droplet, vpc)))}};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        paths.insert(QStringLiteral("v1/") + it.key(), it.value());
    return paths;
}

Fabric::Outcome Fabric::metadata(const Droplet &droplet, const Source &source, const QString &path) const {
    if (!source.node) {
        const Machine *machine = m_machineOf(droplet.id);
        const HostRoute *route = machine ? machine->routeTo(metadataAddress()) : nullptr;
        // The metadata service answers on the droplet's own uplink only; through the NAT gateway nobody does.
        if (!route || route->device != QLatin1String("eth0"))
            return failed(Outcome::Kind::Timeout, QStringLiteral("metadata is not reachable through the VPC"));
    }
    const QMap<QString, QString> values = metadataOf(*m_world, droplet);
    Outcome outcome;
    outcome.kind = Outcome::Kind::Answered;
    const QString key = path.section(QStringLiteral("/metadata/"), 1);
    if (values.contains(key)) {
        outcome.body = values.value(key).toUtf8();
    } else {
        outcome.status = 404;
        outcome.body = "not found\n";
    }
    return outcome;
}

Fabric::Outcome Fabric::http(const Source &source, const QString &text, int family) const {
    const auto it = m_world->droplets.constFind(source.dropletId);
    if (it == m_world->droplets.constEnd())
        return failed(Outcome::Kind::NoRoute, QStringLiteral("no such host"));
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("http://") + text);
    const QString host = url.host();
    if (host == QLatin1String("169.254.169.254"))
        return family == 6 ? failed(Outcome::Kind::NoRoute, QStringLiteral("IPv4 only"))
                           : metadata(*it, source, url.path());
    if (!isEcho(host) || !resolves(source)) {
        // Resolving needs a way out too; a closed way out shows as a resolver that does not answer.
        return failed(Outcome::Kind::DnsFailure, QStringLiteral("%1 cannot be resolved").arg(host));
    }
    if (family == 6) {
        if (m_world->switches.value(QStringLiteral("ipv6:%1").arg(source.dropletId)) != QLatin1String("leak"))
            return failed(Outcome::Kind::NoRoute, QStringLiteral("no IPv6"));
        Outcome outcome;
        outcome.kind = Outcome::Kind::Answered;
        outcome.body = "2604:a880:cad:d0::1:1001\n";
        return outcome;
    }
    const quint16 port = url.scheme() == QLatin1String("https") ? 443 : 80;
    if (!mayLeave(*it, QStringLiteral("tcp"), port, internetAddress()))
        return failed(Outcome::Kind::Timeout, QStringLiteral("a firewall closes the way out"));
    Outcome outcome = egress(source, internetAddress());
    if (outcome.kind != Outcome::Kind::Answered)
        return outcome;
    const QString mood = m_world->switches.value(QStringLiteral("echo:") + host);
    if (mood == QLatin1String("down"))
        return failed(Outcome::Kind::Timeout, QStringLiteral("the service is down"));
    if (mood == QLatin1String("html"))
        outcome.body = "<!DOCTYPE html><html><body>Service unavailable</body></html>\n";
    else if (mood == QLatin1String("ipv6"))
        outcome.body = "2604:a880:cad:d0::1:1001\n";
    else if (mood.startsWith(QLatin1String("lie:")))
        outcome.body = mood.mid(4).toUtf8();
    else
        outcome.body = outcome.sourceSeen.toString().toUtf8();
    return outcome;
}

Fabric::Door Fabric::fromInternet(Ipv4 to, quint16 port) const {
    for (const Droplet &droplet : std::as_const(m_world->droplets)) {
        if (droplet.publicIp != to || droplet.status != QLatin1String("active"))
            continue;
        if (!mayEnter(droplet, port, operatorAddress(), nullptr))
            return Door::Filtered;
        const Machine *machine = m_machineOf(droplet.id);
        const HostRoute *back = machine ? machine->routeTo(operatorAddress()) : nullptr;
        // Replies that leave through the NAT gateway do not belong to any connection there and are dropped.
        if (machine && (!back || back->device != QLatin1String("eth0")))
            return Door::Filtered;
        return machine ? Door::Open : Door::Refused;
    }
    return Door::NoRoute;
}

Fabric::Door Fabric::insideVpc(qint64 fromDroplet, Ipv4 to, quint16 port) const {
    const auto from = m_world->droplets.constFind(fromDroplet);
    if (from == m_world->droplets.constEnd())
        return Door::NoRoute;
    for (const Droplet &droplet : std::as_const(m_world->droplets)) {
        if (droplet.privateIp != to || droplet.vpcId != from->vpcId || droplet.status != QLatin1String("active"))
            continue;
        if (!mayLeave(*from, QStringLiteral("tcp"), port, to) || !mayEnter(droplet, port, from->privateIp, &*from))
            return Door::Filtered;
        return m_machineOf(droplet.id) ? Door::Open : Door::Refused;
    }
    return Door::NoRoute;
}

} // namespace sluice::sandbox
