#include "ui/topology/topology_model.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace sluice::ui {

namespace {
QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}
} // namespace

const TopologyNode *TopologyModel::find(const QString &id) const {
    const auto it = std::find_if(nodes.begin(), nodes.end(), [&id](const TopologyNode &node) { return node.id == id; });
    return it == nodes.end() ? nullptr : &*it;
}

QList<const TopologyNode *> TopologyModel::children(const QString &container) const {
    QList<const TopologyNode *> found;
    for (const TopologyNode &node : nodes)
        if (node.container == container)
            found.append(&node);
    return found;
}

bool TopologyModel::isContainer(const QString &id) const {
    const TopologyNode *node = find(id);
    return node && (node->kind == NodeKind::Cloud || node->kind == NodeKind::Vpc || node->kind == NodeKind::Cluster);
}

QStringList TopologyModel::path(const QString &id) const {
    const TopologyNode *start = find(id);
    if (!start || start->kind == NodeKind::Cloud || start->kind == NodeKind::Vpc)
        return {};
    QStringList found;
    const auto add = [&found](const QString &edge) {
        if (!found.contains(edge))
            found.append(edge);
    };
    const auto walk = [&](const QString &from, EdgeKind kind, bool outwards, const auto &self) -> void {
        for (const TopologyEdge &edge : edges) {
            if (edge.kind != kind || (outwards ? edge.from : edge.to) != from || found.contains(edge.id))
                continue;
            add(edge.id);
            self(outwards ? edge.to : edge.from, kind, outwards, self);
        }
    };
    QStringList sources{id};
    const QString cluster = start->kind == NodeKind::Route ? start->container : id;
    if (start->kind == NodeKind::Cluster || start->kind == NodeKind::Route || start->kind == NodeKind::Node)
        sources.append(cluster);
    if (start->kind == NodeKind::Cluster || start->kind == NodeKind::Route)
        for (const TopologyNode *node : children(cluster))
            sources.append(node->id);
    if (start->kind == NodeKind::Node)
        sources.append(start->container); // more than a few nodes share one edge from the cluster
    if (start->kind == NodeKind::Firewall)
        for (const TopologyEdge &edge : edges)
            if (edge.kind == EdgeKind::Relation && edge.from == id)
                sources.append(edge.to);
    if (start->kind == NodeKind::NatGateway || start->kind == NodeKind::Internet)
        walk(id, EdgeKind::Egress, false, walk);
    for (const QString &source : sources)
        walk(source, start->kind == NodeKind::Operator ? EdgeKind::Ssh : EdgeKind::Egress, true, walk);
    return found;
}

bool TopologyModel::sameShape(const TopologyModel &other) const {
    const auto sameNode = [](const TopologyNode &a, const TopologyNode &b) {
        return a.id == b.id && a.kind == b.kind && a.container == b.container && a.note.isEmpty() == b.note.isEmpty();
    };
    const auto sameEdge = [](const TopologyEdge &a, const TopologyEdge &b) {
        return a.id == b.id && a.from == b.from && a.to == b.to && a.kind == b.kind;
    };
    return std::equal(nodes.begin(), nodes.end(), other.nodes.begin(), other.nodes.end(), sameNode) &&
           std::equal(edges.begin(), edges.end(), other.edges.begin(), other.edges.end(), sameEdge);
}

QString nodeKindName(NodeKind kind) {
    switch (kind) {
    case NodeKind::Cloud:
        return tr("Cloud");
    case NodeKind::Vpc:
        return tr("VPC");
    case NodeKind::Cluster:
        return tr("Kubernetes cluster");
    case NodeKind::Node:
        return tr("Cluster node");
    case NodeKind::Route:
        return tr("Route");
    case NodeKind::NatGateway:
        return tr("NAT gateway");
    case NodeKind::Droplet:
        return tr("Private droplet");
    case NodeKind::Bastion:
        return tr("Bastion");
    case NodeKind::Firewall:
        return tr("Firewall");
    case NodeKind::Internet:
        return tr("Internet");
    case NodeKind::Operator:
        break;
    }
    return tr("Operator");
}

QString nodeStatusName(NodeStatus status) {
    switch (status) {
    case NodeStatus::Planned:
        return tr("planned");
    case NodeStatus::Running:
        return tr("creating");
    case NodeStatus::Ready:
        return tr("ready");
    case NodeStatus::Failed:
        return tr("failed");
    case NodeStatus::Unknown:
        return tr("unknown");
    case NodeStatus::Deleting:
        return tr("deleting");
    case NodeStatus::Gone:
        return tr("gone");
    case NodeStatus::Outside:
        break;
    }
    return {};
}

} // namespace sluice::ui
