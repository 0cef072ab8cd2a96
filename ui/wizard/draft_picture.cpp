#include "ui/wizard/draft_picture.h"

#include "ui/topology/topology_layout.h"
#include "ui/topology/topology_path.h"

#include <QCoreApplication>

#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

Page pageOf(const TopologyNode &node) {
    switch (node.kind) {
    case NodeKind::Cloud:
        return Page::Account;
    case NodeKind::Vpc:
    case NodeKind::Cluster:
    case NodeKind::NatGateway:
    case NodeKind::Internet:
        return Page::Network;
    case NodeKind::Node:
    case NodeKind::Route:
    case NodeKind::Droplet:
    case NodeKind::Bastion:
        return Page::Machines;
    case NodeKind::Firewall:
    case NodeKind::Operator:
        break;
    }
    return Page::Access;
}

/// Parts that were there before and get a value of their own on `page`.
bool isDecidedAgain(const TopologyNode &node, Page page) {
    if (node.kind == NodeKind::Cloud)
        return page == Page::Place;
    return page == Page::Machines && (node.kind == NodeKind::Cluster || node.kind == NodeKind::NatGateway);
}

/// Where a field's value stands in the drawing, and what its refusal is called there.
struct Place {
    const char *field;
    const char *node; ///< id, or its beginning when it ends with ':'
    const char *alert;
};
constexpr Place kPlaces[] = {
    {"account", "cloud", QT_TRANSLATE_NOOP("sluice::ui", "account refused")},
    {"region", "cloud", QT_TRANSLATE_NOOP("sluice::ui", "region refused")},
    {"name_prefix", "cloud", QT_TRANSLATE_NOOP("sluice::ui", "name refused")},
    {"vpc_cidr", "vpc", QT_TRANSLATE_NOOP("sluice::ui", "range refused")},
    {"doks_cluster_subnet", "cluster", QT_TRANSLATE_NOOP("sluice::ui", "pods refused")},
    {"doks_service_subnet", "cluster", QT_TRANSLATE_NOOP("sluice::ui", "services refused")},
    {"doks_node_count", "cluster", QT_TRANSLATE_NOOP("sluice::ui", "number refused")},
    {"kubernetes_version", "cluster", QT_TRANSLATE_NOOP("sluice::ui", "version refused")},
    {"node_size", "node:", QT_TRANSLATE_NOOP("sluice::ui", "size refused")},
    {"nat_gateway_size", "nat_gateway", QT_TRANSLATE_NOOP("sluice::ui", "units refused")},
    {"droplet_size", "droplet", QT_TRANSLATE_NOOP("sluice::ui", "size refused")},
    {"droplet_size", "bastion", QT_TRANSLATE_NOOP("sluice::ui", "size refused")},
    {"image", "droplet", QT_TRANSLATE_NOOP("sluice::ui", "image refused")},
    {"image", "bastion", QT_TRANSLATE_NOOP("sluice::ui", "image refused")},
    {"ssh_key_ids", "droplet", QT_TRANSLATE_NOOP("sluice::ui", "keys refused")},
    {"ssh_key_ids", "bastion", QT_TRANSLATE_NOOP("sluice::ui", "keys refused")},
    {"bastion_ssh_sources", "bastion_firewall", QT_TRANSLATE_NOOP("sluice::ui", "sources refused")},
    {"reference_ways", "bastion_firewall", QT_TRANSLATE_NOOP("sluice::ui", "reference's way refused")}};

void markRefusals(TopologyModel &model, const Draft &draft) {
    for (const Place &place : kPlaces) {
        const auto problems = draft.problemsOf(QLatin1String(place.field));
        if (!blueprint::hasErrors(problems))
            continue;
        const QLatin1String id(place.node);
        for (TopologyNode &node : model.nodes) {
            if (id.endsWith(QLatin1Char(':')) ? !node.id.startsWith(id) : node.id != id)
                continue;
            if (node.alert.isEmpty())
                node.alert = tr(place.alert);
            node.alertDetails +=
                (node.alertDetails.isEmpty() ? QString() : QStringLiteral("\n")) + problems.first().message;
        }
    }
}

QString keyWords(const blueprint::Blueprint &b) {
    const auto keys = static_cast<int>(b.sshKeyIds.size());
    return keys == 0 ? tr("new key") : keys == 1 ? tr("1 key") : tr("%1 keys").arg(keys);
}

/// The head of the cloud has three lines from the first page on, so that nothing below it moves.
void describeCloud(TopologyNode &cloud, const Draft &draft, const QString &prefix, Page reached) {
    const QString team =
        draft.facts().account.teamName.isEmpty() ? draft.facts().account.email : draft.facts().account.teamName;
    cloud.title = draft.wantsSandbox() ? tr("Simulated cloud (sandbox)") : tr("DigitalOcean");
    if (!draft.isConnected()) {
        cloud.subtitle = tr("not connected yet");
        cloud.note = tr("nothing is known of it");
    } else if (reached == Page::Account) {
        cloud.subtitle = team;
        cloud.note = tr("region and names come next");
    } else {
        cloud.note = tr("names begin with %1-").arg(prefix);
    }
}

QString wordsOf(const DraftPicture &picture) {
    QStringList sentences;
    QStringList nodes;
    for (const TopologyNode &node : picture.model.nodes) {
        if (node.kind == NodeKind::Node) { // all of one kind: told once
            if (nodes.isEmpty())
                sentences.append(QString());
            nodes.append(nodeWords(node));
            sentences.last() = nodes.size() == 1
                                   ? nodes.first()
                                   : tr("%1 cluster nodes, each: %2").arg(nodes.size()).arg(nodes.first());
            continue;
        }
        QString sentence = nodeWords(node);
        if (!node.alertDetails.isEmpty())
            sentence += QStringLiteral(": ") + node.alertDetails;
        if (picture.emphasised.contains(node.id))
            sentence = tr("Decided on this page: %1").arg(sentence);
        sentences.append(sentence);
    }
    return sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace

DraftPicture pictureOf(const Draft &draft, Page page, Page reached) {
    DraftPicture picture;
    TopologyModel model = topologyOf(draft.sketch());
    for (TopologyNode &node : model.nodes) {
        if (node.kind == NodeKind::Cloud)
            describeCloud(node, draft, model.title, reached);
        if (node.kind == NodeKind::Cluster && reached >= Page::Machines && draft.blueprint().nodeCount > 4)
            node.note += tr(", %1 nodes").arg(draft.blueprint().nodeCount);
        if (node.kind == NodeKind::NatGateway && reached >= Page::Machines && draft.blueprint().natGatewaySize > 1)
            node.subtitle = tr("%1 units").arg(draft.blueprint().natGatewaySize);
        if (node.kind == NodeKind::Droplet || node.kind == NodeKind::Bastion)
            node.subtitle = tr("%1 · %2").arg(node.subtitle, keyWords(draft.blueprint()));
        if (page != Page::Review && (pageOf(node) == page || isDecidedAgain(node, page)) &&
            node.kind != NodeKind::Internet)
            picture.emphasised.insert(node.id);
    }
    markRefusals(model, draft);
    picture.whole = layoutOf(model, Arrangement::Tall).bounds.size();
    picture.model = model;
    picture.model.nodes.clear();
    picture.model.edges.clear();
    for (const TopologyNode &node : std::as_const(model.nodes))
        if (pageOf(node) <= reached)
            picture.model.nodes.append(node);
    for (const TopologyEdge &edge : std::as_const(model.edges))
        if (picture.model.find(edge.from) && picture.model.find(edge.to))
            picture.model.edges.append(edge);
    picture.words = wordsOf(picture);
    return picture;
}

} // namespace sluice::ui
