#include "ui/topology/topology_mermaid.h"

#include "ui/topology/topology_path.h"

namespace sluice::ui {

namespace {

/// Mermaid's text is HTML-like and ends at a quote: everything that is not plain becomes a numbered entity ("#34;").
QString quoted(const QStringList &lines) {
    QString out;
    for (const QString &line : lines) {
        if (line.isEmpty())
            continue;
        if (!out.isEmpty())
            out += QStringLiteral("<br/>");
        for (const char32_t point : line.toUcs4()) {
            const bool plain = (point < 128 && (QChar(char16_t(point)).isLetterOrNumber() ||
                                                QStringLiteral(" .,:/()_+-=%").contains(QChar(char16_t(point))))) ||
                               (point > 160 && QChar::isPrint(point));
            out += plain ? QString::fromUcs4(&point, 1) : QStringLiteral("#%1;").arg(uint(point));
        }
    }
    return QLatin1Char('"') + out + QLatin1Char('"');
}

/// Ids take letters, digits and underscores only; the prefix keeps them apart from keywords such as "end".
QString idOf(const QString &node) {
    QString id = QStringLiteral("n_");
    for (const QChar c : node)
        id += (c.unicode() < 128 && c.isLetterOrNumber()) ? QString(c) : QStringLiteral("_%1_").arg(c.unicode(), 0, 16);
    return id;
}

void write(QString &out, const TopologyModel &model, const TopologyNode &node, int depth) {
    const QString indent(depth * 2, QLatin1Char(' '));
    const QString state = node.status == NodeStatus::Outside ? QString() : node.statusText;
    const QString words = quoted({node.title, node.subtitle, state, node.alert});
    if (!model.isContainer(node.id)) {
        out += QStringLiteral("%1%2[%3]\n").arg(indent, idOf(node.id), words);
        return;
    }
    out += QStringLiteral("%1subgraph %2[%3]\n").arg(indent, idOf(node.id), words);
    for (const TopologyNode *child : model.children(node.id))
        write(out, model, *child, depth + 1);
    out += indent + QStringLiteral("end\n");
}

} // namespace

QString toMermaid(const TopologyModel &model) {
    QString out = QStringLiteral("flowchart LR\n");
    for (const TopologyNode &node : model.nodes)
        if (node.container.isEmpty())
            write(out, model, node, 1);
    for (const TopologyEdge &edge : model.edges) {
        const TopologyNode *from = model.find(edge.from);
        if (from && from->container == edge.to)
            continue; // an arrow between a box and what it holds is no valid Mermaid; the box says it already
        const bool dotted = edge.planned || edge.kind != EdgeKind::Egress;
        const QString verdict =
            edge.verdict == EdgeVerdict::None ? QString() : verdictWords(edge.verdict, edge.planned);
        const bool known = edge.verdict != EdgeVerdict::Unknown && edge.observed != edge.label;
        const QString fact = known ? edge.observed : QString();
        QStringList words{edge.verdict == EdgeVerdict::Unknown && edge.label == edge.observed ? QString() : edge.label,
                          verdict, fact, edge.age};
        words.removeAll(QString());
        out += QStringLiteral("  %1 %2%3 %4\n")
                   .arg(idOf(edge.from), dotted ? QStringLiteral("-.->") : QStringLiteral("-->"),
                        words.isEmpty() ? QString() : QStringLiteral("|%1|").arg(quoted(words)), idOf(edge.to));
    }
    return out;
}

} // namespace sluice::ui
