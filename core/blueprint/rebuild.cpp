#include "core/blueprint/rebuild.h"

#include "core/base/words.h"

#include <QRegularExpression>
#include <algorithm>

namespace sluice::blueprint {

namespace {

using namespace digitalocean;

void noteIds(const QString &text, QStringList *ids) {
    // "sluice-abcdef", "sluice-abcdef-bastion" and "sluice:abcdef" (planner.cpp).
    static const QRegularExpression mark(QStringLiteral("\\bsluice[-:]([a-z]{6})\\b"));
    auto found = mark.globalMatch(text);
    while (found.hasNext())
        ids->append(found.next().captured(1));
}

bool carries(const QStringList &tags, const QString &id) {
    return std::any_of(tags.begin(), tags.end(), [&id](const QString &tag) {
        QStringList ids;
        noteIds(tag, &ids);
        return ids.contains(id);
    });
}

bool carries(const QString &text, const QString &id) {
    return carries(QStringList{text}, id);
}

/// Reads one deployment off the account's objects.
class Reader {
public:
    Reader(const AccountFacts &facts, const QString &id)
        : m_facts(facts)
        , m_id(id) {}

    Trace run() {
        m_trace.deploymentId = m_id;
        network();
        cluster();
        droplets();
        firewalls();
        key();
        if (m_trace.blueprint.namePrefix.isEmpty()) {
            m_trace.blueprint.namePrefix = QStringLiteral("lost-") + m_id;
            doubt(BlueprintWords::tr("name_prefix: nothing that is left carries it"));
        }
        m_trace.isWhole = m_vpc && m_gateway && m_cluster && m_bastion && m_droplet;
        return m_trace;
    }

private:
    void doubt(const QString &what) { m_trace.doubts << what; }
    /// `name` is the prefix and this ending; the first object that has it decides.
    void name(const QString &name, const char *ending) {
        if (m_trace.blueprint.namePrefix.isEmpty() && name.endsWith(QLatin1String(ending)))
            m_trace.blueprint.namePrefix = name.chopped(static_cast<qsizetype>(qstrlen(ending)));
    }
    void region(const QString &slug) {
        if (m_trace.blueprint.region.isEmpty())
            m_trace.blueprint.region = slug;
    }

    void network() {
        for (const Vpc &vpc : m_facts.vpcs)
            if (carries(vpc.description, m_id))
                m_vpc = &vpc;
        if (!m_vpc)
            return doubt(BlueprintWords::tr("vpc_cidr: the VPC is gone"));
        name(m_vpc->name, "-vpc");
        region(m_vpc->region);
        m_trace.blueprint.vpcCidr = m_vpc->ipRange;
        for (const NatGateway &gateway : m_facts.natGateways)
            if (gateway.vpcId == m_vpc->id)
                m_gateway = &gateway;
        if (m_gateway)
            m_trace.blueprint.natGatewaySize = std::max(1, m_gateway->size);
    }
    void cluster() {
        for (const Cluster &cluster : m_facts.clusters)
            if (carries(cluster.tags, m_id))
                m_cluster = &cluster;
        if (!m_cluster)
            return doubt(
                BlueprintWords::tr("doks_cluster_subnet, doks_service_subnet, node_size: the cluster is gone"));
        name(m_cluster->name, "-cluster");
        region(m_cluster->region);
        Blueprint &blueprint = m_trace.blueprint;
        blueprint.clusterSubnet = m_cluster->clusterSubnet;
        blueprint.serviceSubnet = m_cluster->serviceSubnet;
        blueprint.kubernetesVersion = m_cluster->version;
        blueprint.ha = m_cluster->ha;
        blueprint.nodeCount = std::max(1, static_cast<int>(m_cluster->nodes.size()));
        for (const ClusterNode &node : m_cluster->nodes)
            for (const Droplet &droplet : m_facts.droplets)
                if (QString::number(droplet.id) == node.dropletId)
                    blueprint.nodeSize = droplet.sizeSlug;
        if (blueprint.nodeSize.isEmpty())
            doubt(BlueprintWords::tr("node_size: no node of the cluster is in the list of droplets"));
    }
    void droplets() {
        for (const Droplet &droplet : m_facts.droplets) {
            if (!carries(droplet.tags, m_id) || (m_cluster && isNode(droplet)))
                continue;
            if (droplet.name.endsWith(QLatin1String("-bastion")))
                m_bastion = &droplet;
            else if (droplet.name.endsWith(QLatin1String("-droplet")))
                m_droplet = &droplet;
        }
        for (const Droplet *droplet : {m_bastion, m_droplet}) {
            if (!droplet)
                continue;
            name(droplet->name, droplet == m_bastion ? "-bastion" : "-droplet");
            region(droplet->region);
            m_trace.blueprint.dropletSize = droplet->sizeSlug;
            m_trace.blueprint.image = droplet->imageSlug;
        }
        if (!m_bastion && !m_droplet)
            doubt(BlueprintWords::tr("droplet_size, image: both droplets are gone"));
    }
    bool isNode(const Droplet &droplet) const {
        return std::any_of(m_cluster->nodes.begin(), m_cluster->nodes.end(), [&droplet](const ClusterNode &node) {
            return node.dropletId == QString::number(droplet.id);
        });
    }
    void firewalls() {
        bool found = false;
        for (const Firewall &firewall : m_facts.firewalls) {
            if (!carries(firewall.tags, m_id) || !firewall.name.endsWith(QLatin1String("-bastion-fw")))
                continue;
            found = true;
            name(firewall.name, "-bastion-fw");
            for (const FirewallRule &rule : firewall.inbound)
                if (rule.ports == QLatin1String("22"))
                    m_trace.blueprint.bastionSources = rule.addresses;
        }
        if (!found)
            doubt(BlueprintWords::tr("bastion_ssh_sources: the bastion's firewall is gone"));
    }
    void key() {
        const bool own = std::any_of(m_facts.sshKeys.begin(), m_facts.sshKeys.end(),
                                     [this](const SshKey &key) { return carries(key.name, m_id); });
        if (own)
            return;
        // The API does not tell which keys a droplet was made with.
        m_trace.blueprint.sshKeyIds = QStringList{QStringLiteral("unknown")};
        doubt(BlueprintWords::tr(
            "ssh_key_ids: the deployment has no key of its own, and the API does not tell which keys its droplets "
            "know"));
    }

    const AccountFacts &m_facts;
    QString m_id;
    Trace m_trace;
    const Vpc *m_vpc = nullptr;
    const NatGateway *m_gateway = nullptr;
    const Cluster *m_cluster = nullptr;
    const Droplet *m_bastion = nullptr;
    const Droplet *m_droplet = nullptr;
};

} // namespace

QList<Trace> findTraces(const AccountFacts &facts) {
    QStringList ids;
    for (const Vpc &vpc : facts.vpcs)
        noteIds(vpc.description, &ids);
    for (const Cluster &cluster : facts.clusters)
        noteIds(cluster.tags.join(QLatin1Char(' ')), &ids);
    for (const Droplet &droplet : facts.droplets)
        noteIds(droplet.tags.join(QLatin1Char(' ')), &ids);
    for (const Firewall &firewall : facts.firewalls)
        noteIds(firewall.tags.join(QLatin1Char(' ')), &ids);
    for (const SshKey &key : facts.sshKeys)
        noteIds(key.name, &ids);
    for (const Tag &tag : facts.tags)
        noteIds(tag.name, &ids);
    ids.removeDuplicates();
    ids.sort();
    QList<Trace> traces;
    for (const QString &id : std::as_const(ids))
        traces << Reader(facts, id).run();
    return traces;
}

} // namespace sluice::blueprint
