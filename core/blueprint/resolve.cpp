#include "core/blueprint/resolve.h"

#include "core/base/words.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace sluice::blueprint {

namespace {

using namespace digitalocean;

bool offered(const Size &size, const Region *region, const QString &slug) {
    return size.available && size.regions.contains(slug) &&
           (!region || region->sizes.isEmpty() || region->sizes.contains(size.slug));
}

class Resolver {
public:
    Resolver(const Blueprint &blueprint, const AccountFacts &facts)
        : m_facts(facts) {
        m_out.blueprint = blueprint;
    }

    Resolved run() {
        region();
        m_out.dropletSize = size(QStringLiteral("droplet_size"), m_out.blueprint.dropletSize, false);
        m_out.nodeSize = size(QStringLiteral("node_size"), m_out.blueprint.nodeSize, true);
        m_out.blueprint.dropletSize = m_out.dropletSize.slug;
        m_out.blueprint.nodeSize = m_out.nodeSize.slug;
        image();
        version();
        return m_out;
    }

private:
    void add(const QString &field, const char *code, const QString &message, const QString &proposal = {}) {
        m_out.problems.append({field, QLatin1String(code), message, proposal, Problem::Severity::Error});
    }

    bool usable(const Region &region) const {
        return region.available && m_facts.options.regions.contains(region.slug);
    }

    void region() {
        QStringList usableSlugs;
        for (const Region &region : m_facts.regions) {
            if (region.slug == m_out.blueprint.region)
                m_region = region;
            if (usable(region))
                usableSlugs << region.slug;
        }
        usableSlugs.sort();
        const QString proposal = usableSlugs.value(0);
        const QString slug = m_out.blueprint.region;
        if (!m_region)
            add(QStringLiteral("region"), "region_unknown",
                BlueprintWords::tr("There is no region %1 for this account.").arg(slug), proposal);
        else if (!m_region->available)
            add(QStringLiteral("region"), "region_unavailable",
                BlueprintWords::tr("Region %1 takes no new resources now.").arg(slug), proposal);
        else if (!m_facts.options.regions.contains(slug))
            add(QStringLiteral("region"), "region_no_kubernetes",
                BlueprintWords::tr("Managed Kubernetes is not offered in %1.").arg(slug), proposal);
    }

    Size size(const QString &field, const QString &wanted, bool node) {
        const QString &slug = m_out.blueprint.region;
        const Size *best = nullptr;
        const Size *named = nullptr;
        const Size *anywhere = nullptr;
        for (const Size &size : m_facts.sizes) {
            if (size.slug == wanted)
                anywhere = &size;
            if (!offered(size, m_region ? &*m_region : nullptr, slug) ||
                (node && !m_facts.options.sizes.contains(size.slug)))
                continue;
            if (size.slug == wanted)
                named = &size;
            if (size.vcpus == 2 && size.memoryMb == 4096 && (!best || size.priceMonthly < best->priceMonthly))
                best = &size;
        }
        const QString proposal = best ? best->slug : QString();
        if (!m_region)
            return anywhere ? *anywhere : Size{.slug = wanted}; // the region's problem is told already
        if (!wanted.isEmpty() && !named) {
            add(field, "size_unavailable",
                !anywhere ? BlueprintWords::tr("There is no size %1.").arg(wanted)
                : node    ? BlueprintWords::tr("Size %1 is not offered in %2 for Kubernetes nodes.").arg(wanted, slug)
                          : BlueprintWords::tr("Size %1 is not offered in %2.").arg(wanted, slug),
                proposal);
            return Size{.slug = wanted};
        }
        if (wanted.isEmpty() && !best) {
            add(field, "size_unavailable",
                BlueprintWords::tr("No size with 2 CPUs and 4 GB is offered in %1.").arg(slug));
            return {};
        }
        return wanted.isEmpty() ? *best : *named;
    }

    void image() {
        QString &wanted = m_out.blueprint.image;
        const QString &slug = m_out.blueprint.region;
        const bool newest = m_out.blueprint.referenceWays.contains(QLatin1String("newest_image"));
        static const QRegularExpression pattern(QStringLiteral("\\Aubuntu-(\\d\\d)-(\\d\\d)-x64\\z"));
        const Image *best = nullptr;
        const Image *named = nullptr;
        int bestYear = -1;
        for (const Image &image : m_facts.images) {
            if (image.status != QLatin1String("available") || !image.regions.contains(slug))
                continue;
            if (!wanted.isEmpty() && image.slug == wanted)
                named = &image;
            const auto match = pattern.match(image.slug);
            if (!match.hasMatch())
                continue;
            const int year = match.captured(1).toInt();
            const bool lts =
                match.captured(2) == QLatin1String("04") && year % 2 == 0 && image.name.contains(QLatin1String("LTS"));
            // A rebuilt image gets a new, higher id: the reference's "newest created" is the highest id.
            if (newest ? (!best || image.id > best->id) : (lts && year > bestYear)) {
                best = &image;
                bestYear = year;
            }
        }
        const QString proposal = best ? best->slug : QString();
        if (!wanted.isEmpty() && !named)
            add(QStringLiteral("image"), "image_unavailable",
                BlueprintWords::tr("Image %1 is not available in %2.").arg(wanted, slug), proposal);
        else if (wanted.isEmpty() && !best && m_region)
            add(QStringLiteral("image"), "image_unavailable",
                BlueprintWords::tr("No Ubuntu LTS image is available in %1.").arg(slug));
        else if (wanted.isEmpty())
            wanted = proposal;
    }

    void version() {
        QString &wanted = m_out.blueprint.kubernetesVersion;
        const auto &versions = m_facts.options.versions; // newest first
        QString chosen;
        for (const KubernetesVersion &version : versions) {
            const bool same = version.slug == wanted || version.slug.startsWith(wanted + QLatin1Char('.')) ||
                              version.slug.startsWith(wanted + QLatin1Char('-'));
            if (chosen.isEmpty() && (wanted.isEmpty() || wanted == QLatin1String("latest") || same))
                chosen = version.slug;
        }
        if (!chosen.isEmpty())
            wanted = chosen;
        else if (!wanted.isEmpty() || versions.isEmpty())
            add(QStringLiteral("kubernetes_version"), "version_unavailable",
                versions.isEmpty() ? BlueprintWords::tr("The platform offers no Kubernetes version now.")
                                   : BlueprintWords::tr("Kubernetes %1 is not offered.").arg(wanted),
                versions.isEmpty() ? QString() : versions.constFirst().slug);
    }

    const AccountFacts &m_facts;
    std::optional<Region> m_region;
    Resolved m_out;
};

class AccountJudge {
public:
    AccountJudge(const Blueprint &blueprint, const AccountFacts &facts, const QString &id)
        : m_blueprint(blueprint)
        , m_facts(facts)
        , m_id(id) {}

    Problems run() {
        status();
        headroom();
        names();
        tags();
        keys();
        defaultVpc();
        return m_problems;
    }

private:
    void add(const QString &field, const char *code, const QString &message, const QString &proposal = {},
             Problem::Severity severity = Problem::Severity::Error) {
        m_problems.append({field, QLatin1String(code), message, proposal, severity});
    }

    void status() {
        const QString why = m_facts.account.statusMessage.isEmpty()
                                ? QString()
                                : QStringLiteral(" (%1)").arg(m_facts.account.statusMessage);
        if (m_facts.account.status == QLatin1String("locked"))
            add(QStringLiteral("account"), "account_locked",
                BlueprintWords::tr("The account is locked%1: nothing can be created. Contact the platform's support.")
                    .arg(why));
        else if (m_facts.account.status == QLatin1String("warning"))
            add(QStringLiteral("account"), "account_warning",
                BlueprintWords::tr("The platform has a warning on this account%1; creates may be refused.").arg(why),
                {}, Problem::Severity::Warning);
    }

    void headroom() {
        // Kubernetes nodes are droplets and count (DIGITALOCEAN.md 1.3).
        const int limit = m_facts.account.dropletLimit;
        const int used = static_cast<int>(m_facts.droplets.size());
        const int need = 2 + m_blueprint.nodeCount;
        if (limit <= 0)
            return; // hidden from this token
        if (used + need > limit) {
            const int nodesPossible = limit - used - 2;
            add(QStringLiteral("doks_node_count"), "quota_droplets",
                BlueprintWords::tr(
                    "This needs %1 droplets (nodes count), but %2 of the account's %3 are in use. Delete "
                    "some, ask for a "
                    "higher limit, or use fewer nodes.")
                    .arg(need)
                    .arg(used)
                    .arg(limit),
                nodesPossible >= 1 ? QString::number(nodesPossible) : QString());
        } else if (used + need == limit) {
            add(QStringLiteral("doks_node_count"), "headroom_tight",
                BlueprintWords::tr(
                    "After this the account's %1 droplets are all in use: a node upgrade needs one more.")
                    .arg(limit),
                {}, Problem::Severity::Warning);
        }
    }

    enum class Kind { Vpc, NatGateway, Cluster, Droplet, Firewall };
    struct Name {
        Kind kind;
        QString name;
        bool is(const Name &other) const {
            return kind == other.kind && name.compare(other.name, Qt::CaseInsensitive) == 0;
        }
    };

    QList<Name> takenNames() const {
        QList<Name> taken;
        for (const auto &vpc : m_facts.vpcs)
            taken.append({Kind::Vpc, vpc.name});
        for (const auto &nat : m_facts.natGateways)
            taken.append({Kind::NatGateway, nat.name});
        for (const auto &cluster : m_facts.clusters)
            taken.append({Kind::Cluster, cluster.name});
        for (const auto &droplet : m_facts.droplets)
            taken.append({Kind::Droplet, droplet.name});
        for (const auto &firewall : m_facts.firewalls)
            taken.append({Kind::Firewall, firewall.name});
        return taken;
    }

    static QList<Name> ourNames(const QString &prefix) {
        return {{Kind::Vpc, prefix + QStringLiteral("-vpc")},
                {Kind::NatGateway, prefix + QStringLiteral("-nat-gw")},
                {Kind::Cluster, prefix + QStringLiteral("-cluster")},
                {Kind::Droplet, prefix + QStringLiteral("-bastion")},
                {Kind::Droplet, prefix + QStringLiteral("-droplet")},
                {Kind::Firewall, prefix + QStringLiteral("-bastion-fw")},
                {Kind::Firewall, prefix + QStringLiteral("-private-fw")}};
    }

    static QString alreadyThere(const Name &name) {
        switch (name.kind) {
        case Kind::Vpc:
            return BlueprintWords::tr("The account already has the VPC %1. Choose another name prefix.").arg(name.name);
        case Kind::NatGateway:
            return BlueprintWords::tr("The account already has the NAT gateway %1. Choose another name prefix.")
                .arg(name.name);
        case Kind::Cluster:
            return BlueprintWords::tr("The account already has the cluster %1. Choose another name prefix.")
                .arg(name.name);
        case Kind::Droplet:
            return BlueprintWords::tr("The account already has the droplet %1. Choose another name prefix.")
                .arg(name.name);
        case Kind::Firewall:
            break;
        }
        return BlueprintWords::tr("The account already has the firewall %1. Choose another name prefix.")
            .arg(name.name);
    }

    void names() {
        const QList<Name> taken = takenNames();
        const auto clashes = [&taken](const QString &prefix) {
            QList<Name> found = ourNames(prefix);
            found.removeIf([&taken](const Name &ours) {
                return std::none_of(taken.begin(), taken.end(), [&ours](const Name &name) { return name.is(ours); });
            });
            return found;
        };
        const QList<Name> found = clashes(m_blueprint.namePrefix);
        if (found.isEmpty())
            return;
        QString proposal;
        for (int number = 2; number < 1000 && proposal.isEmpty(); ++number) {
            const QString ending = QStringLiteral("-%1").arg(number);
            const QString candidate = m_blueprint.namePrefix.left(40 - ending.size()) + ending;
            if (clashes(candidate).isEmpty())
                proposal = candidate;
        }
        for (const Name &name : found)
            add(QStringLiteral("name_prefix"), "name_taken", alreadyThere(name), proposal);
    }

    void tags() {
        const bool global = m_blueprint.referenceWays.contains(QLatin1String("global_firewall_tags"));
        for (const Tag &tag : m_facts.tags) {
            if (tag.name.startsWith(QStringLiteral("sluice-") + m_id))
                add(QStringLiteral("name_prefix"), "tag_taken",
                    BlueprintWords::tr("The tag %1 exists already: the random deployment id is in use. Plan again.")
                        .arg(tag.name));
            if (global && tag.resourceCount > 0 &&
                (tag.name == QLatin1String("bastion") || tag.name == QLatin1String("private")))
                add(QStringLiteral("reference_ways"), "tag_in_use",
                    BlueprintWords::tr(
                        "The tag \"%1\" already has %2 resources: the firewall would change the access to "
                        "every one of them.")
                        .arg(tag.name)
                        .arg(tag.resourceCount),
                    {}, Problem::Severity::Warning);
        }
    }

    void keys() {
        QStringList good;
        QStringList bad;
        for (const QString &key : m_blueprint.sshKeyIds) {
            const bool known =
                std::any_of(m_facts.sshKeys.begin(), m_facts.sshKeys.end(), [&key](const SshKey &candidate) {
                    return QString::number(candidate.id) == key || candidate.fingerprint == key;
                });
            (known ? good : bad) << key;
        }
        if (!bad.isEmpty())
            add(QStringLiteral("ssh_key_ids"), "ssh_key_unknown",
                BlueprintWords::tr("The account has no SSH key %1.").arg(bad.join(QStringLiteral(", "))),
                good.join(QLatin1Char(',')));
        if (!m_blueprint.sshKeyIds.isEmpty() && m_blueprint.sshKeyFile.isEmpty())
            add(QStringLiteral("ssh_key_file"), "agent_needed",
                BlueprintWords::tr(
                    "No ssh_key_file is given for ssh_key_ids: the private key must be in your SSH agent."),
                {}, Problem::Severity::Warning);
    }

    void defaultVpc() {
        const bool any = std::any_of(m_facts.vpcs.begin(), m_facts.vpcs.end(),
                                     [this](const Vpc &vpc) { return vpc.region == m_blueprint.region; });
        if (!any)
            add(QStringLiteral("region"), "default_vpc_trap",
                BlueprintWords::tr(
                    "The account has no VPC in %1: the platform makes the first one the region's default, "
                    "and a default VPC "
                    "may not be deletable afterwards.")
                    .arg(m_blueprint.region),
                {}, Problem::Severity::Warning);
    }

    const Blueprint &m_blueprint;
    const AccountFacts &m_facts;
    QString m_id;
    Problems m_problems;
};

} // namespace

Resolved resolveSlugs(const Blueprint &blueprint, const AccountFacts &facts) {
    return Resolver(blueprint, facts).run();
}

Problems accountProblems(const Blueprint &blueprint, const AccountFacts &facts, const QString &id) {
    return AccountJudge(blueprint, facts, id).run();
}

} // namespace sluice::blueprint
