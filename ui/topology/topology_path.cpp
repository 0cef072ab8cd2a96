#include "ui/topology/topology_path.h"

#include <QCoreApplication>

#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

const TopologyEdge *edgeFrom(const TopologyModel &model, const QString &id, EdgeKind kind) {
    for (const TopologyEdge &edge : model.edges)
        if (edge.from == id && edge.kind == kind)
            return &edge;
    return nullptr;
}

/// Who really sends: a firewall's host, a route's cluster.
const TopologyNode *sourceOf(const TopologyModel &model, const QString &id) {
    const TopologyNode *node = model.find(id);
    if (node && node->kind == NodeKind::Route)
        return model.find(node->container);
    if (node && node->kind == NodeKind::Firewall)
        if (const TopologyEdge *guarded = edgeFrom(model, id, EdgeKind::Relation))
            return model.find(guarded->to);
    return node;
}

} // namespace

QList<PathHop> packetPath(const TopologyModel &model, const QString &id) {
    const TopologyNode *at = sourceOf(model, id);
    const EdgeKind kind = at && at->kind == NodeKind::Operator ? EdgeKind::Ssh : EdgeKind::Egress;
    QList<PathHop> hops;
    while (at && hops.size() <= model.nodes.size()) {
        const TopologyEdge *edge = edgeFrom(model, at->id, kind);
        if (!edge && kind == EdgeKind::Egress && at->kind == NodeKind::Node)
            edge = edgeFrom(model, at->container, kind); // many nodes share one edge
        if (!edge && kind == EdgeKind::Egress && at->kind == NodeKind::Cluster)
            for (const TopologyNode *node : model.children(at->id)) // a few nodes have their own: the worst stands
                if (const TopologyEdge *own = edgeFrom(model, node->id, kind);
                    own && (!edge || own->verdict == EdgeVerdict::Fail))
                    edge = own;
        PathHop hop{.nodeId = at->id, .title = at->title};
        hop.reached = hops.isEmpty() || (hops.last().reached && !hops.last().broken);
        hop.broken = hop.reached && !at->alert.isEmpty();
        if (edge)
            hop.rule = edge->rule;
        if (edge && hop.reached) {
            hop.verdict = edge->verdict;
            if (!edge->observed.isEmpty())
                hop.measured = edge->age.isEmpty() ? edge->observed : tr("%1, %2").arg(edge->observed, edge->age);
            // A route has no card on the way of its own: it breaks the hop of its nodes.
            hop.broken |= edge->verdict == EdgeVerdict::Fail && !edge->brokenAt.isEmpty() && edge->brokenAt != edge->to;
        }
        hops.append(hop);
        at = edge ? model.find(edge->to) : nullptr;
    }
    return hops.size() > 1 ? hops : QList<PathHop>{};
}

QString pathWords(const QList<PathHop> &hops) {
    QStringList sentences;
    for (const PathHop &hop : hops) {
        QStringList parts{hop.title};
        if (!hop.rule.isEmpty())
            parts.append(hop.rule);
        if (hop.verdict != EdgeVerdict::None)
            parts.append(verdictWords(hop.verdict, false));
        if (!hop.measured.isEmpty())
            parts.append(hop.measured);
        if (hop.broken)
            parts.append(tr("the path breaks here"));
        if (!hop.reached)
            parts.append(tr("not reached"));
        sentences.append(parts.join(QStringLiteral(": ")));
    }
    return sentences.join(QStringLiteral(". "));
}

QString verdictWords(EdgeVerdict verdict, bool planned) {
    switch (verdict) {
    case EdgeVerdict::Pass:
        return tr("measured: pass");
    case EdgeVerdict::Fail:
        return tr("measured: fail");
    case EdgeVerdict::Unknown:
        return tr("could not measure");
    case EdgeVerdict::None:
        break;
    }
    return planned ? tr("planned") : tr("not measured");
}

QStringList findNodes(const TopologyModel &model, const QString &text) {
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QList<QPair<int, QString>> found;
    for (const TopologyNode &node : model.nodes) {
        QStringList hay{node.title, node.id, nodeKindName(node.kind), node.statusText, node.subtitle};
        for (const TopologyNode::Fact &fact : node.facts)
            hay.append(fact.value);
        const QString all = hay.join(QLatin1Char('\n'));
        if (!std::all_of(words.begin(), words.end(),
                         [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            continue;
        const QString whole = words.join(QLatin1Char(' '));
        const bool exact = std::any_of(hay.begin(), hay.end(), [&whole](const QString &value) {
            return value.compare(whole, Qt::CaseInsensitive) == 0;
        });
        const bool named = node.title.contains(words.first(), Qt::CaseInsensitive);
        found.append({exact ? 0 : named ? 1 : 2, node.id});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList ids;
    for (const auto &[rank, id] : found)
        ids.append(id);
    return ids;
}

QString nodeWords(const TopologyNode &node) {
    QStringList parts{QStringLiteral("%1 %2").arg(nodeKindName(node.kind), node.title),
                      node.status == NodeStatus::Outside ? tr("outside") : node.statusText};
    for (const QString &more : {node.alert, node.progress, node.subtitle, node.note})
        if (!more.isEmpty())
            parts.append(more);
    return parts.join(QStringLiteral(", "));
}

} // namespace sluice::ui
