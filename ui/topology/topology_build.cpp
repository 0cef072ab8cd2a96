#include "ui/topology/topology_evidence.h"
#include "ui/topology/topology_model.h"
#include "ui/topology/topology_progress.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace sluice::ui {

namespace {

/// Above this the cluster's nodes share one edge and are drawn as tiles.
constexpr int kNodesWithOwnEdge = 4;

NodeStatus statusOf(engine::StepPhase phase) {
    using engine::StepPhase;
    switch (phase) {
    case StepPhase::Planned:
    case StepPhase::Waiting:
    case StepPhase::Skipped:
        return NodeStatus::Planned;
    case StepPhase::Intended:
    case StepPhase::Created:
        return NodeStatus::Running;
    case StepPhase::Ready:
        return NodeStatus::Ready;
    case StepPhase::Deleting:
        return NodeStatus::Deleting;
    case StepPhase::Gone:
        return NodeStatus::Gone;
    case StepPhase::Failed:
        return NodeStatus::Failed;
    case StepPhase::Unknown:
        break;
    }
    return NodeStatus::Unknown;
}

class Builder {
public:
    Builder(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QMap<QString, QString> &outputs,
            const QList<verify::Cell> &cells, const QDateTime &now)
        : m_plan(plan)
        , m_outputs(outputs)
        , m_cells(cells)
        , m_evidence(cells, now)
        , m_progress(plan, steps, now) {
        for (const engine::StepState &step : steps)
            m_steps.insert(step.name, step);
    }
    TopologyModel build();

private:
    TopologyNode &add(const QString &id, NodeKind kind, const QString &container, const QString &resource = {});
    void addState(TopologyNode &node, const QString &resource);
    void addChecks(TopologyNode &node, const QString &check);
    static void addError(TopologyNode &node, const Error &error);
    void addSurroundings();
    void addCluster();
    void addHosts();
    void addEdges();
    void addFindings();
    TopologyEdge *edge(const QString &id, const QString &from, const QString &to, EdgeKind kind, const QString &label,
                       const QString &rule, const EdgeEvidence &evidence = {});
    QString output(const char *name) const { return m_outputs.value(QLatin1String(name)); }
    static void fact(TopologyNode &node, const QString &key, const QString &value, bool copyable = false) {
        if (!value.isEmpty())
            node.facts.append({key, value, copyable});
    }

    const blueprint::Plan &m_plan;
    const QMap<QString, QString> &m_outputs;
    const QList<verify::Cell> &m_cells;
    const Evidence m_evidence;
    const Progress m_progress;
    QMap<QString, engine::StepState> m_steps;
    TopologyModel m_model;
    Q_DECLARE_TR_FUNCTIONS(sluice::ui::Builder)
};

TopologyNode &Builder::add(const QString &id, NodeKind kind, const QString &container, const QString &resource) {
    TopologyNode node;
    node.id = id;
    node.kind = kind;
    node.container = container;
    node.title = nodeKindName(kind);
    if (!resource.isEmpty())
        addState(node, resource);
    else
        node.status = NodeStatus::Outside;
    m_model.nodes.append(node);
    return m_model.nodes.last();
}

void Builder::addState(TopologyNode &node, const QString &resource) {
    fact(node, tr("Kind"), nodeKindName(node.kind));
    if (const blueprint::PlannedResource *planned = m_plan.find(resource)) {
        if (!planned->cloudName.isEmpty())
            node.title = planned->cloudName;
        fact(node, tr("Name"), planned->cloudName, true);
        if (planned->usdPerMonth > 0)
            fact(node, tr("Cost"), tr("%1 USD a month").arg(QLocale().toString(planned->usdPerMonth, 'f', 2)));
    }
    const auto step = m_steps.constFind(resource);
    if (step == m_steps.constEnd()) {
        node.statusText = nodeStatusName(NodeStatus::Planned);
        return;
    }
    node.status = statusOf(step->phase);
    const bool moving = node.status == NodeStatus::Running || node.status == NodeStatus::Deleting ||
                        step->phase == engine::StepPhase::Waiting;
    node.statusText = moving && !step->detail.isEmpty() ? step->detail : nodeStatusName(node.status);
    if (step->phase == engine::StepPhase::Skipped)
        node.statusText = tr("skipped");
    addError(node, step->error);
    node.progress = m_progress.words(resource);
    node.fraction = m_progress.fraction(resource);
    fact(node, tr("Progress"), node.progress);
    fact(node, tr("ID"), step->id, true);
    if (step->started.isValid() && step->finished.isValid())
        fact(node, tr("Took"), tr("%1 s").arg(step->started.secsTo(step->finished)));
    if (step->apiCalls > 0)
        fact(node, tr("API calls"), QString::number(step->apiCalls));
}

/// Complete enough to act on and to ask the platform's support with.
void Builder::addError(TopologyNode &node, const Error &error) {
    node.error = error.remedy.isEmpty() ? error.message : error.message + QLatin1Char('\n') + error.remedy;
    fact(node, tr("Refused call"), error.path, true);
    if (error.httpStatus != 0)
        fact(node, tr("HTTP status"), QString::number(error.httpStatus));
    fact(node, tr("Request id"), error.requestId, true);
}

/// A host is ready when its check is: created and reachable are different moments.
void Builder::addChecks(TopologyNode &node, const QString &check) {
    const auto step = m_steps.constFind(check);
    if (step == m_steps.constEnd() || node.status != NodeStatus::Ready || !m_plan.find(check))
        return;
    const NodeStatus status = statusOf(step->phase);
    if (status == NodeStatus::Ready || status == NodeStatus::Gone)
        return;
    node.status = status == NodeStatus::Planned ? NodeStatus::Running : status;
    node.statusText = !step->detail.isEmpty() && status != NodeStatus::Failed ? step->detail
                      : status == NodeStatus::Failed                          ? tr("not reachable")
                                                                              : tr("booting");
    addError(node, step->error);
    node.progress = m_progress.words(check);
    node.fraction = m_progress.fraction(check);
    fact(node, tr("Progress"), node.progress);
}

void Builder::addSurroundings() {
    const QString host = QUrl(m_plan.accountEndpoint).host();
    m_model.sandbox =
        host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
    const QString egress = output("nat_gateway_public_ip");

    TopologyNode &cloud = add(QStringLiteral("cloud"), NodeKind::Cloud, {});
    cloud.title = m_model.sandbox ? tr("Simulated cloud (sandbox)") : tr("DigitalOcean");
    cloud.subtitle = m_plan.accountTeam.isEmpty() ? m_plan.blueprint.region
                                                  : tr("%1 · %2").arg(m_plan.blueprint.region, m_plan.accountTeam);
    cloud.progress = m_progress.whole();
    fact(cloud, tr("Progress"), cloud.progress);
    fact(cloud, tr("Region"), m_plan.blueprint.region, true);
    fact(cloud, tr("Account"), m_plan.accountTeam);

    TopologyNode &vpc = add(QStringLiteral("vpc"), NodeKind::Vpc, QStringLiteral("cloud"), QStringLiteral("vpc"));
    vpc.subtitle = m_plan.blueprint.vpcCidr;
    fact(vpc, tr("Addresses"), m_plan.blueprint.vpcCidr, true);

    TopologyNode &nat =
        add(QStringLiteral("nat_gateway"), NodeKind::NatGateway, QStringLiteral("vpc"), QStringLiteral("nat_gateway"));
    const QString gateway = output("nat_gateway_gateway_ip");
    const bool going = nat.status == NodeStatus::Gone || nat.status == NodeStatus::Deleting;
    nat.subtitle = gateway.isEmpty() ? tr("gateway address follows") : tr("gateway %1").arg(gateway);
    fact(nat, tr("Egress IP"), egress, true);
    fact(nat, tr("Gateway IP in the VPC"), gateway, true);

    TopologyNode &internet = add(QStringLiteral("internet"), NodeKind::Internet, {});
    internet.subtitle = egress.isEmpty() ? tr("will see one IP")
                        : going          ? tr("saw %1").arg(egress)
                                         : tr("sees %1").arg(egress);
    fact(internet, going ? tr("Saw these sources as") : tr("Sees these sources as"), egress, true);

    TopologyNode &you = add(QStringLiteral("operator"), NodeKind::Operator, {});
    const QStringList &sources = m_plan.blueprint.bastionSources;
    const bool anywhere = sources.contains(QLatin1String("0.0.0.0/0"));
    you.title = tr("You");
    you.subtitle = anywhere ? tr("SSH from anywhere") : tr("SSH from %1").arg(sources.join(QStringLiteral(", ")));
    fact(you, tr("May connect from"), sources.join(QStringLiteral(", ")), true);
}

void Builder::addCluster() {
    if (!m_plan.find(QStringLiteral("cluster")))
        return;
    const blueprint::Blueprint &b = m_plan.blueprint;
    TopologyNode &cluster =
        add(QStringLiteral("cluster"), NodeKind::Cluster, QStringLiteral("vpc"), QStringLiteral("cluster"));
    cluster.subtitle = tr("pods %1").arg(b.clusterSubnet);
    cluster.note = tr("services %1").arg(b.serviceSubnet);
    const NodeStatus clusterStatus = cluster.status;
    const QString clusterText = nodeStatusName(clusterStatus);
    fact(cluster, tr("Pods"), b.clusterSubnet, true);
    fact(cluster, tr("Services"), b.serviceSubnet, true);
    fact(cluster, tr("Kubernetes"), b.kubernetesVersion);
    fact(cluster, tr("High availability"), b.ha ? tr("on") : tr("off"));
    fact(cluster, tr("API server"), output("cluster_endpoint"), true);

    QStringList names;
    for (const verify::Cell &cell : m_cells)
        if (cell.id.startsWith(QLatin1String("pod_egress:")))
            names.append(cell.id.section(QLatin1Char(':'), 1));
    for (int i = 1; i <= b.nodeCount; ++i) {
        TopologyNode &node = add(QStringLiteral("node:%1").arg(i), NodeKind::Node, QStringLiteral("cluster"));
        node.title = i <= names.size() ? names[i - 1] : tr("node %1").arg(i);
        node.subtitle = b.nodeSize;
        node.status = clusterStatus;
        node.statusText = clusterText;
        fact(node, tr("Kind"), nodeKindName(NodeKind::Node));
        fact(node, tr("Name"), node.title, true);
        fact(node, tr("Size"), b.nodeSize);
        if (i <= names.size())
            for (const verify::Cell &cell : m_cells)
                if (cell.id == QLatin1String("pod_egress:") + names[i - 1])
                    fact(node, tr("Measured egress IP"), cell.observed, true);
    }
    if (m_plan.find(QStringLiteral("route"))) {
        TopologyNode &route =
            add(QStringLiteral("route"), NodeKind::Route, QStringLiteral("cluster"), QStringLiteral("route"));
        const QString gateway = output("nat_gateway_gateway_ip");
        route.subtitle = gateway.isEmpty() ? tr("0.0.0.0/0 by the NAT gateway") : tr("0.0.0.0/0 via %1").arg(gateway);
        fact(route, tr("Destination"), QStringLiteral("0.0.0.0/0"));
        fact(route, tr("Gateway"), gateway, true);
        if (route.status == NodeStatus::Planned)
            if (const auto served = m_steps.constFind(QStringLiteral("route_served")); served != m_steps.constEnd())
                if (const NodeStatus status = statusOf(served->phase);
                    status == NodeStatus::Running || status == NodeStatus::Failed) {
                    route.status = status;
                    route.statusText = served->detail.isEmpty() ? tr("waiting for the routing agent") : served->detail;
                    addError(route, served->error);
                    route.progress = m_progress.words(QStringLiteral("route_served"));
                }
    }
}

void Builder::addHosts() {
    const blueprint::Blueprint &b = m_plan.blueprint;
    const auto host = [&](const QString &name, NodeKind kind, const QString &publicIp, const QString &privateIp,
                          const QString &firewall, const QString &rule) {
        if (!m_plan.find(name))
            return;
        TopologyNode &node = add(name, kind, QStringLiteral("vpc"), name);
        addChecks(node, name + QStringLiteral("_ready"));
        node.subtitle = privateIp.isEmpty() ? b.dropletSize
                        : kind == NodeKind::Bastion && !publicIp.isEmpty()
                            ? tr("%1 · public %2").arg(privateIp, publicIp)
                            : privateIp;
        fact(node, tr("Private IP"), privateIp, true);
        fact(node, tr("Public IP"), publicIp, true);
        fact(node, tr("Size"), b.dropletSize);
        fact(node, tr("Image"), output("ubuntu_image").isEmpty() ? b.image : output("ubuntu_image"));
        if (!m_plan.find(firewall))
            return;
        TopologyNode &shield = add(firewall, NodeKind::Firewall, QStringLiteral("vpc"), firewall);
        shield.subtitle = rule;
        fact(shield, tr("Lets in"), rule);
    };
    const bool anywhere = b.bastionSources.contains(QLatin1String("0.0.0.0/0"));
    host(QStringLiteral("droplet"), NodeKind::Droplet, output("droplet_public_ip"), output("droplet_private_ip"),
         QStringLiteral("private_firewall"), tr("only private addresses"));
    host(QStringLiteral("bastion"), NodeKind::Bastion, output("bastion_public_ip"), output("bastion_private_ip"),
         QStringLiteral("bastion_firewall"), anywhere ? tr("port 22, keys only") : tr("port 22, your addresses"));
}

TopologyEdge *Builder::edge(const QString &id, const QString &from, const QString &to, EdgeKind kind,
                            const QString &label, const QString &rule, const EdgeEvidence &evidence) {
    const TopologyNode *a = m_model.find(from);
    const TopologyNode *b = m_model.find(to);
    if (!a || !b)
        return nullptr;
    const auto there = [](const TopologyNode *node) {
        return node->status == NodeStatus::Ready || node->status == NodeStatus::Outside;
    };
    // Once parts go, what was measured before is nothing that happens now.
    const bool going = std::any_of(m_steps.begin(), m_steps.end(), [](const engine::StepState &step) {
        return step.phase == engine::StepPhase::Deleting || step.phase == engine::StepPhase::Gone;
    });
    const EdgeEvidence seen = going ? EdgeEvidence{} : evidence;
    m_model.edges.append({.id = id,
                          .from = from,
                          .to = to,
                          .label = label,
                          .kind = kind,
                          .verdict = seen.verdict,
                          .planned = !(there(a) && there(b)),
                          .rule = rule,
                          .observed = seen.observed,
                          .measuredAt = seen.at,
                          .age = seen.age,
                          .brokenAt = seen.brokenAt});
    return &m_model.edges.last();
}

void Builder::addEdges() {
    const QString nat = QStringLiteral("nat_gateway");
    const QString gateway = output("nat_gateway_gateway_ip");
    const QString egress = output("nat_gateway_public_ip");
    const QString way = gateway.isEmpty() ? tr("the NAT gateway") : gateway;
    const QString podRule = m_plan.find(QStringLiteral("route"))
                                ? tr("Route on every node: 0.0.0.0/0 goes to %1").arg(way)
                                : tr("The cluster's own default route");
    const QStringList podCells = m_evidence.podCells();
    QStringList throughGateway = podCells;
    if (m_plan.blueprint.nodeCount <= kNodesWithOwnEdge) {
        for (int i = 1; i <= m_plan.blueprint.nodeCount; ++i) {
            const EdgeEvidence measured = i <= podCells.size() ? m_evidence.of({podCells[i - 1]}) : EdgeEvidence{};
            edge(QStringLiteral("egress:node:%1").arg(i), QStringLiteral("node:%1").arg(i), nat, EdgeKind::Egress,
                 measured.observed, podRule, measured);
        }
    } else {
        edge(QStringLiteral("egress:cluster"), QStringLiteral("cluster"), nat, EdgeKind::Egress,
             tr("%1 nodes").arg(m_plan.blueprint.nodeCount), podRule, m_evidence.of(podCells));
    }
    throughGateway.append(QStringLiteral("droplet_egress"));
    edge(QStringLiteral("egress:droplet"), QStringLiteral("droplet"), nat, EdgeKind::Egress,
         gateway.isEmpty() ? tr("default route") : tr("via %1").arg(gateway),
         tr("The droplet's default route goes to %1; its firewall lets everything out").arg(way),
         m_evidence.of({QStringLiteral("droplet_egress")}));
    edge(QStringLiteral("egress:nat_gateway"), nat, QStringLiteral("internet"), EdgeKind::Egress,
         egress.isEmpty() ? tr("one egress IP") : egress,
         egress.isEmpty() ? tr("The gateway puts its own public address in place of the source")
                          : tr("The gateway puts %1 in place of the source").arg(egress),
         m_evidence.of(throughGateway, nat));
    const QString own = output("bastion_public_ip");
    edge(QStringLiteral("egress:bastion"), QStringLiteral("bastion"), QStringLiteral("internet"), EdgeKind::Egress,
         own.isEmpty() ? tr("its own address") : own,
         tr("The bastion keeps its own default route: it must be reachable from outside"),
         m_evidence.of({QStringLiteral("bastion_egress")}));
    const bool anywhere = m_plan.blueprint.bastionSources.contains(QLatin1String("0.0.0.0/0"));
    edge(QStringLiteral("ssh:operator"), QStringLiteral("operator"), QStringLiteral("bastion"), EdgeKind::Ssh,
         tr("SSH, port 22"),
         anywhere ? tr("Firewall: port 22 from anywhere, keys only; the host key is pinned")
                  : tr("Firewall: port 22 from %1, keys only; the host key is pinned")
                        .arg(m_plan.blueprint.bastionSources.join(QStringLiteral(", "))),
         m_evidence.of({QStringLiteral("host_key_bastion")}));
    edge(QStringLiteral("ssh:droplet"), QStringLiteral("bastion"), QStringLiteral("droplet"), EdgeKind::Ssh,
         tr("SSH, jump"), tr("Firewall: only private addresses come in; the jump goes through the bastion"),
         m_evidence.of({QStringLiteral("host_key_droplet")}));
    edge(QStringLiteral("firewall:droplet"), QStringLiteral("private_firewall"), QStringLiteral("droplet"),
         EdgeKind::Relation, {}, tr("guards"));
    edge(QStringLiteral("firewall:bastion"), QStringLiteral("bastion_firewall"), QStringLiteral("bastion"),
         EdgeKind::Relation, {}, tr("guards"));
    edge(QStringLiteral("route:cluster"), QStringLiteral("route"), QStringLiteral("cluster"), EdgeKind::Relation, {},
         tr("steers the pods of"));
}

/// What the measurements say of single places: drift, broken paths, and when it was looked at.
void Builder::addFindings() {
    for (TopologyNode &node : m_model.nodes)
        m_evidence.addTo(node);
}

TopologyModel Builder::build() {
    m_model.title = m_plan.deployment;
    addSurroundings();
    addCluster();
    addHosts();
    addEdges();
    addFindings();
    return m_model;
}

} // namespace

TopologyModel topologyOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps,
                         const QMap<QString, QString> &outputs, const QList<verify::Cell> &cells,
                         const QDateTime &now) {
    return Builder(plan, steps, outputs, cells, now).build();
}

} // namespace sluice::ui
