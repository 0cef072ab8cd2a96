#include "core/sandbox/netns/nft_text.h"

namespace sluice::sandbox {

namespace {

/// The peers of a rule as networks: what it names by address, and the addresses of the droplets it names otherwise.
QList<Cidr> networksOf(const World &world, const Rule &rule) {
    QList<Cidr> networks = rule.addresses;
    const QStringList tags = jsonStringList(rule.peers, "tags");
    for (const Droplet &droplet : world.droplets) {
        bool named = false;
        for (const QString &tag : tags)
            named = named || droplet.tags.contains(tag);
        for (const Json &id : jsonMember(rule.peers, "droplet_ids"))
            named = named || (id.is_number_integer() && id.get<qint64>() == droplet.id);
        if (!named)
            continue;
        for (const Ipv4 address : {droplet.publicIp, droplet.privateIp}) {
            if (!address.isNull())
                networks << Cidr(address, 32);
        }
    }
    return networks;
}

/// One line for each network: nft refuses sets whose elements overlap, the platform does not.
QByteArray lines(const World &world, const Rule &rule, const char *side) {
    QByteArray match;
    const bool all = rule.ports.isEmpty() || rule.ports == QLatin1String("0") || rule.ports == QLatin1String("all");
    if (rule.protocol == QLatin1String("icmp"))
        match = "ip protocol icmp";
    else if (all)
        match = "meta l4proto " + rule.protocol.toLatin1();
    else
        match = rule.protocol.toLatin1() + " dport " + rule.ports.toLatin1();
    QByteArray text;
    for (const Cidr &network : networksOf(world, rule)) {
        text += "        ";
        if (network.prefix() > 0)
            text += QByteArray("ip ") + side + ' ' + network.toString().toLatin1() + ' ';
        text += match + " ct state new counter accept\n";
    }
    return text;
}

QByteArray chain(const QByteArray &name, const QByteArray &hook, const QByteArray &rules) {
    // "lo" by name: the index is resolved when the rule is loaded, the name matches in forward chains too.
    return "    chain " + name + " {\n        type filter hook " + hook +
           " priority filter - 10; policy drop;\n"
           "        meta iifname lo accept\n        meta oifname lo accept\n"
           "        ct state established,related accept\n        ct state invalid counter drop\n"
           // What IPv6 needs on the wire itself is not the cloud firewall's affair.
           "        icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n" +
           rules + "        counter comment \"denied\"\n    }\n";
}

} // namespace

QByteArray nftText(const World &world, const Fabric &fabric, const Droplet &droplet, bool forwarded) {
    const QList<const Firewall *> firewalls = fabric.firewallsOf(droplet);
    if (firewalls.isEmpty())
        return {};
    QByteArray in, out;
    for (const Firewall *firewall : firewalls) {
        for (const Rule &rule : firewall->inbound)
            in += lines(world, rule, "saddr");
        for (const Rule &rule : firewall->outbound)
            out += lines(world, rule, "daddr");
    }
    return "table inet cloud_firewall {\n" + chain("c_in", "input", in) + chain("c_out", "output", out) +
           (forwarded ? chain("c_forward", "forward", out) : QByteArray()) + "}\n";
}

} // namespace sluice::sandbox
