#include "core/base/words.h"
#include "core/blueprint/blueprint.h"

#include <QHostAddress>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace sluice::blueprint {

namespace {

constexpr int kMaxNodes = 64;
constexpr int kMostUnits = 16;
constexpr int kNodeBits = 25; // each node takes a /25 of the pod range (DIGITALOCEAN.md 1.11)
constexpr int kMaxPrefixLength = 40;

bool matches(const char *pattern, const QString &text) {
    return QRegularExpression(QLatin1String(pattern)).match(text).hasMatch();
}

Cidr block(const char *text) {
    const auto cidr = Cidr::parse(QLatin1String(text));
    return cidr ? *cidr : Cidr();
}

const QStringList &knownWays() {
    static const QStringList ways{QStringLiteral("global_firewall_tags"),
                                  QStringLiteral("reference_netplan"),
                                  QStringLiteral("firewalls_after_droplets"),
                                  QStringLiteral("newest_image"),
                                  QStringLiteral("implicit_ha"),
                                  QStringLiteral("no_attestation"),
                                  QStringLiteral("rfc1918_private_ssh")};
    return ways;
}

/// The smallest /prefix whose /25 blocks suffice for `nodes`.
int clusterPrefixFor(int nodes) {
    int prefix = kNodeBits;
    while (prefix > 16 && (1 << (kNodeBits - prefix)) < nodes)
        --prefix;
    return prefix;
}

/// The three networks in the order in which they are judged: a clash is told at the later one.
struct Network {
    QString field;
    QString text;
    int usual;    ///< prefix length to propose when the given one cannot stay
    int shortest; ///< accepted prefix lengths
    int longest;
    std::optional<Cidr> cidr = {};
};

class Judge {
public:
    Judge(const Blueprint &blueprint, const NetworkInUse &inUse)
        : m_blueprint(blueprint)
        , m_taken(reservedRanges(blueprint.region) + inUse.blocks) {}

    Problems run() {
        prefix();
        region();
        nodes();
        natGatewaySize();
        networks();
        keys();
        bastionSources();
        slugs();
        referenceWays();
        return m_problems;
    }

private:
    void add(const QString &field, const char *code, const QString &message, const QString &proposal = {},
             Problem::Severity severity = Problem::Severity::Error) {
        m_problems.append({field, QLatin1String(code), message, proposal, severity});
    }
    void warn(const QString &field, const char *code, const QString &message, const QString &proposal = {}) {
        add(field, code, message, proposal, Problem::Severity::Warning);
    }

    void prefix() {
        const QString field = QStringLiteral("name_prefix");
        const QString &name = m_blueprint.namePrefix;
        QString mended = name.toLower();
        mended.replace(QRegularExpression(QStringLiteral("[^a-z0-9-]+")), QStringLiteral("-"));
        mended.remove(QRegularExpression(QStringLiteral("^[^a-z]+")));
        mended = mended.left(kMaxPrefixLength);
        mended.remove(QRegularExpression(QStringLiteral("-+$")));
        if (mended.isEmpty())
            mended = QStringLiteral("egress");
        if (name.size() > kMaxPrefixLength)
            add(field, "name_too_long",
                BlueprintWords::tr(
                    "The name prefix has %1 characters; at most %2 leave room for the resources' own endings.")
                    .arg(name.size())
                    .arg(kMaxPrefixLength),
                mended);
        else if (!matches("\\A[a-z][a-z0-9-]*[a-z0-9]\\z|\\A[a-z]\\z", name))
            add(field, "name_invalid",
                BlueprintWords::tr(
                    "The name prefix must start with a letter, hold only a-z, 0-9 and -, and not end with -."),
                mended);
        else if (name.size() + 1 + m_blueprint.nodeSize.size() > 63)
            add(field, "name_too_long",
                BlueprintWords::tr("The node pool's name <prefix>-%1 would be longer than 63 characters.")
                    .arg(m_blueprint.nodeSize),
                QStringLiteral("egress"));
    }

    void region() {
        if (matches("\\A[a-z]{2,6}[0-9]{1,2}\\z", m_blueprint.region))
            return;
        const QString lower = m_blueprint.region.trimmed().toLower();
        add(QStringLiteral("region"), "region_invalid",
            BlueprintWords::tr("\"%1\" is not a region slug; slugs look like nyc3.").arg(m_blueprint.region.left(64)),
            matches("\\A[a-z]{2,6}[0-9]{1,2}\\z", lower) ? lower : QString());
    }

    void nodes() {
        if (m_blueprint.nodeCount >= 1 && m_blueprint.nodeCount <= kMaxNodes)
            return;
        add(QStringLiteral("doks_node_count"), "node_count",
            BlueprintWords::tr("The cluster needs between 1 and %1 nodes, not %2.")
                .arg(kMaxNodes)
                .arg(m_blueprint.nodeCount),
            QString::number(std::clamp(m_blueprint.nodeCount, 1, kMaxNodes)));
    }

    // The platform's pages disagree about the largest size: 16 in 2025, 5 since 2026-07 (DIGITALOCEAN.md 4).
    void natGatewaySize() {
        const int size = m_blueprint.natGatewaySize;
        if (size < 1 || size > kMostUnits)
            add(QStringLiteral("nat_gateway_size"), "nat_gateway_size",
                BlueprintWords::tr("A NAT gateway has between 1 and %1 units, not %2.").arg(kMostUnits).arg(size),
                QString::number(std::clamp(size, 1, kMostUnits)));
    }

    int nodesWanted() const { return std::clamp(m_blueprint.nodeCount, 1, kMaxNodes); }

    /// A free block that avoids everything known, the other fields and the proposals made before.
    QString freeBlock(const Network &network, int wanted) {
        QList<Cidr> used = m_settled;
        for (const NetworkInUse::Block &taken : m_taken)
            used << taken.cidr;
        for (const Network &other : m_networks) {
            if (other.field != network.field && other.cidr)
                used << *other.cidr;
        }
        const QList<Cidr> within{block("10.0.0.0/8"), block("172.16.0.0/12"), block("192.168.0.0/16")};
        auto free = firstFreeBlock(wanted, within, used);
        if (!free && wanted < network.usual)
            free = firstFreeBlock(network.usual, within, used);
        if (!free)
            return {};
        m_settled << *free;
        return free->toString();
    }

    void networks() {
        const int need = clusterPrefixFor(nodesWanted());
        m_networks = {{QStringLiteral("vpc_cidr"), m_blueprint.vpcCidr, 24, 16, 28},
                      {QStringLiteral("doks_cluster_subnet"), m_blueprint.clusterSubnet, 19, 9, need},
                      {QStringLiteral("doks_service_subnet"), m_blueprint.serviceSubnet, 22, 12, 28}};
        for (Network &network : m_networks) {
            if (const auto cidr = Cidr::parse(network.text))
                network.cidr = *cidr;
        }
        for (qsizetype i = 0; i < m_networks.size(); ++i)
            judge(i);
    }

    void judge(qsizetype index) {
        const Network &network = m_networks.at(index);
        if (!network.cidr) {
            const Error error = Cidr::parse(network.text).error();
            add(network.field, "cidr_invalid", QStringLiteral("%1. %2").arg(error.message, error.remedy).trimmed(),
                freeBlock(network, network.usual));
            return;
        }
        const Cidr cidr = *network.cidr;
        const bool fits = cidr.prefix() >= network.shortest && cidr.prefix() <= network.longest;
        const int wanted = fits ? cidr.prefix() : network.usual;
        if (!cidr.isPrivate()) {
            add(network.field, "cidr_not_private",
                BlueprintWords::tr("%1 is not inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.")
                    .arg(cidr.toString()),
                freeBlock(network, wanted));
            return;
        }
        if (!fits) {
            const bool small = index == 1 && cidr.prefix() > network.longest;
            add(network.field, small ? "cluster_subnet_small" : "cidr_size",
                small
                    ? BlueprintWords::tr("%1 has no room for %2 nodes: each takes a /25, so a /%3 or larger is needed.")
                          .arg(cidr.toString())
                          .arg(nodesWanted())
                          .arg(network.longest)
                    : wrongSize(index).arg(network.shortest).arg(network.longest).arg(cidr.prefix()),
                freeBlock(network, network.usual));
            return;
        }
        // Two droplets, the NAT gateway and one address per node, and four that the platform keeps.
        if (index == 0 && cidr.size() < static_cast<quint64>(nodesWanted()) + 7) {
            add(network.field, "vpc_small",
                BlueprintWords::tr("%1 has %2 addresses: too few for %3 nodes, two droplets and the gateway.")
                    .arg(cidr.toString())
                    .arg(cidr.size())
                    .arg(nodesWanted()),
                freeBlock(network, network.usual));
            return;
        }
        if (clashes(index, cidr))
            return;
        if (index == 1 && (cidr.prefix() < 16 || cidr.prefix() > 20))
            warn(network.field, "prefix_unproven",
                 BlueprintWords::tr("The platform publishes no bounds for the pod network; /19 is proven, /%1 is not.")
                     .arg(cidr.prefix()));
        if (index == 2 && (cidr.prefix() < 16 || cidr.prefix() > 24))
            warn(network.field, "prefix_unproven",
                 BlueprintWords::tr(
                     "The platform publishes no bounds for the service network; /22 is proven, /%1 is not.")
                     .arg(cidr.prefix()));
    }

    static QString wrongSize(qsizetype index) {
        if (index == 0)
            return BlueprintWords::tr("The VPC network must be between /%1 and /%2, not /%3.");
        return index == 1 ? BlueprintWords::tr("The pod network must be between /%1 and /%2, not /%3.")
                          : BlueprintWords::tr("The service network must be between /%1 and /%2, not /%3.");
    }

    /// True when the block overlaps something: told once, with the owner.
    bool clashes(qsizetype index, const Cidr &cidr) {
        const Network &network = m_networks.at(index);
        for (const NetworkInUse::Block &taken : m_taken) {
            if (!taken.cidr.overlaps(cidr))
                continue;
            add(network.field, taken.reserved ? "cidr_reserved" : "cidr_overlap",
                BlueprintWords::tr("%1 overlaps %2, %3.").arg(cidr.toString(), taken.cidr.toString(), taken.owner),
                freeBlock(network, cidr.prefix()));
            return true;
        }
        for (qsizetype i = 0; i < index; ++i) {
            const Network &other = m_networks.at(i);
            if (!other.cidr || !other.cidr->overlaps(cidr))
                continue;
            add(network.field, "cidr_overlap",
                (i == 0 ? BlueprintWords::tr("%1 overlaps the VPC network %2 of this blueprint.")
                        : BlueprintWords::tr("%1 overlaps the pod network %2 of this blueprint."))
                    .arg(cidr.toString(), other.cidr->toString()),
                freeBlock(network, cidr.prefix()));
            return true;
        }
        return false;
    }

    void keys() {
        const QString field = QStringLiteral("ssh_key_ids");
        QStringList good;
        QStringList bad;
        for (const QString &key : m_blueprint.sshKeyIds) {
            if (!matches("\\A[1-9][0-9]{0,18}\\z|\\A([0-9a-f]{2}:){15}[0-9a-f]{2}\\z", key))
                bad << key.left(64);
            else if (!good.contains(key))
                good << key;
        }
        if (!bad.isEmpty())
            add(field, "ssh_key_invalid",
                BlueprintWords::tr("Not a key id or MD5 fingerprint: %1.").arg(bad.join(QStringLiteral(", "))),
                good.join(QLatin1Char(',')));
        if (m_blueprint.sshKeyIds.isEmpty() && !m_blueprint.sshKeyFile.isEmpty())
            warn(
                QStringLiteral("ssh_key_file"), "key_file_unused",
                BlueprintWords::tr(
                    "ssh_key_file is used only together with ssh_key_ids; a key is made for this deployment instead."));
    }

    void bastionSources() {
        const QString field = QStringLiteral("bastion_ssh_sources");
        QStringList good;
        QStringList bad;
        bool open = false;
        for (const QString &source : m_blueprint.bastionSources) {
            const QString mended = networkOf(source);
            if (!mended.isEmpty() && !good.contains(mended))
                good << mended;
            if (mended != source)
                bad << source.left(64);
            open = open || mended == QLatin1String("0.0.0.0/0") || mended == QLatin1String("::/0");
        }
        if (m_blueprint.bastionSources.isEmpty())
            add(field, "bastion_unreachable",
                BlueprintWords::tr(
                    "Without a source nobody could reach the bastion, and nothing behind it could be verified."),
                QStringLiteral("0.0.0.0/0,::/0"));
        else if (m_blueprint.bastionSources.size() > 500)
            add(field, "bastion_source_count", BlueprintWords::tr("At most 500 sources fit one firewall rule."),
                good.mid(0, 500).join(QLatin1Char(',')));
        else if (!bad.isEmpty())
            add(field, "bastion_source_invalid",
                BlueprintWords::tr("Not a network in CIDR notation: %1.")
                    .arg(bad.mid(0, 10).join(QStringLiteral(", "))),
                good.isEmpty() ? QStringLiteral("0.0.0.0/0,::/0") : good.join(QLatin1Char(',')));
        if (open)
            warn(field, "bastion_open", BlueprintWords::tr("The bastion's port 22 is open to the world (keys only)."));
    }

    /// The network that `source` says or means; empty when it is none.
    static QString networkOf(const QString &source) {
        if (!source.contains(QLatin1Char(':'))) {
            const QString text = source.contains(QLatin1Char('/')) ? source : source + QStringLiteral("/32");
            if (const auto cidr = Cidr::parse(text))
                return cidr->toString();
            const auto base = Ipv4::parse(text.section(QLatin1Char('/'), 0, 0));
            bool ok = false;
            const int prefix = text.section(QLatin1Char('/'), 1).toInt(&ok);
            return base && ok && prefix >= 0 && prefix <= 32 ? Cidr(*base, prefix).toString() : QString();
        }
        const QString address = source.section(QLatin1Char('/'), 0, 0);
        const bool hasPrefix = source.contains(QLatin1Char('/'));
        bool ok = true;
        const int prefix = hasPrefix ? source.section(QLatin1Char('/'), 1).toInt(&ok) : 128;
        const QHostAddress host(address);
        if (!ok || prefix < 0 || prefix > 128 || address.contains(QLatin1Char('%')) ||
            host.protocol() != QAbstractSocket::IPv6Protocol)
            return {};
        return hasPrefix ? source : address + QStringLiteral("/128");
    }

    void slugs() {
        const QMap<QString, QString> all{{QStringLiteral("droplet_size"), m_blueprint.dropletSize},
                                         {QStringLiteral("node_size"), m_blueprint.nodeSize},
                                         {QStringLiteral("kubernetes_version"), m_blueprint.kubernetesVersion},
                                         {QStringLiteral("image"), m_blueprint.image}};
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (!it->isEmpty() && !matches("\\A[a-z0-9][a-z0-9._-]{0,62}\\z", *it))
                add(it.key(), "slug_invalid", BlueprintWords::tr("\"%1\" is not a slug.").arg(it->left(64)));
        }
    }

    void referenceWays() {
        QStringList good;
        QStringList bad;
        for (const QString &way : m_blueprint.referenceWays)
            (knownWays().contains(way) ? good : bad) << way.left(64);
        if (!bad.isEmpty())
            add(QStringLiteral("reference_ways"), "reference_way_unknown",
                BlueprintWords::tr("Unknown: %1. Known are %2.")
                    .arg(bad.join(QStringLiteral(", ")), knownWays().join(QStringLiteral(", "))),
                good.join(QLatin1Char(',')));
    }

    const Blueprint &m_blueprint;
    QList<NetworkInUse::Block> m_taken;
    QList<Network> m_networks;
    QList<Cidr> m_settled;
    Problems m_problems;
};

} // namespace

bool hasErrors(const Problems &problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem &problem) { return problem.severity == Problem::Severity::Error; });
}

QList<NetworkInUse::Block> reservedRanges(const QString &region) {
    // docs.digitalocean.com, VPC limits; DIGITALOCEAN.md 1.9.
    QList<NetworkInUse::Block> ranges;
    for (const char *text : {"10.244.0.0/16", "10.245.0.0/16", "10.246.0.0/24", "10.229.0.0/16"})
        ranges.append({block(text), BlueprintWords::tr("reserved by the platform everywhere"), true});
    static const QMap<QString, const char *> regional{
        {QStringLiteral("ams2"), "10.14.0.0/16"}, {QStringLiteral("ams3"), "10.18.0.0/16"},
        {QStringLiteral("atl1"), "10.50.0.0/16"}, {QStringLiteral("blr1"), "10.47.0.0/16"},
        {QStringLiteral("fra1"), "10.19.0.0/16"}, {QStringLiteral("lon1"), "10.16.0.0/16"},
        {QStringLiteral("nyc1"), "10.10.0.0/16"}, {QStringLiteral("nyc2"), "10.13.0.0/16"},
        {QStringLiteral("nyc3"), "10.17.0.0/16"}, {QStringLiteral("sfo1"), "10.12.0.0/16"},
        {QStringLiteral("sfo2"), "10.46.0.0/16"}, {QStringLiteral("sfo3"), "10.48.0.0/16"},
        {QStringLiteral("sgp1"), "10.15.0.0/16"}, {QStringLiteral("syd1"), "10.49.0.0/16"},
        {QStringLiteral("tor1"), "10.20.0.0/16"}};
    if (const char *text = regional.value(region))
        ranges.append({block(text), BlueprintWords::tr("reserved by the platform in %1").arg(region), true});
    return ranges;
}

Problems validate(const Blueprint &blueprint, const NetworkInUse &inUse) {
    return Judge(blueprint, inUse).run();
}

Blueprint propose(const QString &region, const NetworkInUse &inUse, const QString &namePrefix) {
    Blueprint blueprint;
    blueprint.region = region;
    blueprint.namePrefix = namePrefix;
    // The rules' own proposals for three empty networks are free and do not overlap each other.
    for (const Problem &problem : validate(blueprint, inUse)) {
        if (problem.field == QLatin1String("vpc_cidr"))
            blueprint.vpcCidr = problem.proposal;
        else if (problem.field == QLatin1String("doks_cluster_subnet"))
            blueprint.clusterSubnet = problem.proposal;
        else if (problem.field == QLatin1String("doks_service_subnet"))
            blueprint.serviceSubnet = problem.proposal;
        else if (problem.field == QLatin1String("name_prefix"))
            blueprint.namePrefix = problem.proposal;
    }
    return blueprint;
}

} // namespace sluice::blueprint
