#include "ui/topology/topology_layout.h"

#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

constexpr qreal kCardWidth = 256;
constexpr qreal kRightWidth = 276; ///< of NAT gateway and bastion: "10.100.0.5 · public 198.51.100.24" fits
constexpr qreal kOutsideWidth = 196;
constexpr qreal kCardHeight = 82;
constexpr qreal kChipHeight = 38;
constexpr qreal kTileWidth = 148;
constexpr qreal kTileHeight = 38;
constexpr qreal kPad = 16;
constexpr qreal kHeader = 55;
constexpr qreal kNote = 18; ///< one more line in a head
constexpr qreal kGap = 12;
constexpr qreal kRowGap = 20;   ///< between the cluster and the hosts below it
constexpr qreal kAbove = 44;    ///< at least, between the NAT gateway and the bastion below it
constexpr qreal kLane = 184;    ///< between sources and gateway: labels and the common trunk
constexpr qreal kOutside = 158; ///< between cloud and Internet
constexpr qreal kLabelHeight = 38;
constexpr qreal kMargin = 20;

class Layouter {
public:
    explicit Layouter(const TopologyModel &model)
        : m_model(model) {}
    TopologyLayout run();

private:
    using Form = TopologyLayout::Form;
    void place(const QString &id, const QRectF &box, Form form) {
        m_out.nodes.insert(id, box);
        m_out.forms.insert(id, form);
    }
    QRectF at(const char *id) const { return m_out.nodes.value(QLatin1String(id)); }
    bool has(const char *id) const { return m_model.find(QLatin1String(id)) != nullptr; }
    qreal head(const char *id) const { return has(id) ? headHeight(*m_model.find(QLatin1String(id))) : kHeader; }
    QSizeF clusterSize() const;
    void placeCluster(const QPointF &origin, qreal width);
    void placeHost(const char *host, const char *firewall, const QPointF &origin, qreal width);
    void route();
    void routeEgress(const TopologyEdge &edge);
    void routeSsh(const TopologyEdge &edge);
    static QRectF labelAbove(qreal left, qreal right, qreal y) {
        return {left, y - kLabelHeight / 2, right - left, kLabelHeight};
    }

    const TopologyModel &m_model;
    TopologyLayout m_out;
    int m_columns = 1;
    qreal m_trunk = 0;
};

QSizeF Layouter::clusterSize() const {
    int nodes = 0;
    bool routed = false;
    for (const TopologyNode *child : m_model.children(QStringLiteral("cluster"))) {
        nodes += child->kind == NodeKind::Node;
        routed |= child->kind == NodeKind::Route;
    }
    const bool tiles = nodes > 4;
    const int columns = m_columns;
    const int rows = (nodes + columns - 1) / columns;
    const qreal width = tiles ? columns * kTileWidth + (columns - 1) * kGap : kCardWidth;
    const qreal row = tiles ? kTileHeight : kCardHeight;
    const qreal height = rows * row + std::max(0, rows - 1) * kGap + (routed ? kGap + kChipHeight : 0);
    return {width + 2 * kPad, head("cluster") + height + kPad};
}

void Layouter::placeCluster(const QPointF &origin, qreal width) {
    const QSizeF size = clusterSize();
    place(QStringLiteral("cluster"), QRectF(origin, QSizeF(width, size.height())), Form::Container);
    qreal x = origin.x() + kPad;
    qreal y = origin.y() + head("cluster");
    int column = 0;
    const qreal inner = width - 2 * kPad;
    const auto children = m_model.children(QStringLiteral("cluster"));
    const auto nodes = std::count_if(children.begin(), children.end(),
                                     [](const auto *child) { return child->kind == NodeKind::Node; });
    for (const TopologyNode *child : children) {
        if (child->kind != NodeKind::Node)
            continue;
        if (nodes > 4) {
            const qreal tile = (inner - (m_columns - 1) * kGap) / m_columns;
            place(child->id, {x + column * (tile + kGap), y, tile, kTileHeight}, Form::Tile);
            if (++column == m_columns) {
                column = 0;
                y += kTileHeight + kGap;
            }
        } else {
            place(child->id, {x, y, inner, kCardHeight}, Form::Card);
            y += kCardHeight + kGap;
        }
    }
    if (column > 0)
        y += kTileHeight + kGap;
    for (const TopologyNode *child : children)
        if (child->kind == NodeKind::Route)
            place(child->id, {x, y, inner, kChipHeight}, Form::Chip);
}

void Layouter::placeHost(const char *host, const char *firewall, const QPointF &origin, qreal width) {
    place(QLatin1String(host), {origin.x(), origin.y(), width, kCardHeight}, Form::Card);
    if (has(firewall)) // touches its host: the firewall is what a packet meets first
        place(QLatin1String(firewall), {origin.x(), origin.y() + kCardHeight, width, kChipHeight}, Form::Chip);
}

void Layouter::routeEgress(const TopologyEdge &edge) {
    const QRectF from = m_out.nodes.value(edge.from);
    const QRectF to = m_out.nodes.value(edge.to);
    if (from.isNull() || to.isNull())
        return;
    TopologyLayout::Edge path;
    const qreal y = from.center().y();
    const TopologyNode *target = m_model.find(edge.to);
    if (target->kind == NodeKind::NatGateway) {
        const qreal middle = to.center().y();
        const qreal in = std::abs(middle - y) > 0.5 ? middle : y; // no bend that is too small to be seen
        path.points << QPointF(from.right(), y) << QPointF(m_trunk, y);
        if (in != y)
            path.points << QPointF(m_trunk, in);
        path.points << QPointF(to.left(), in);
        const qreal outer = std::max(from.right(), at("cluster").right());
        path.mark = {outer + 18, y};
        path.label =
            labelAbove(outer + 8, m_trunk - 8, y); // also when there is nothing to say yet: states move nothing
    } else if (edge.from == QLatin1String("nat_gateway")) {
        path.points << QPointF(from.right(), y) << QPointF(to.left(), y);
        path.label = labelAbove(at("cloud").right() + 6, to.left() - 14, y);
    } else {
        const qreal x = to.center().x();
        path.points << QPointF(from.right(), y) << QPointF(x, y) << QPointF(x, to.bottom());
        path.label = labelAbove(at("cloud").right() + 6, to.left() - 14, y);
    }
    m_out.edges.insert(edge.id, path);
}

void Layouter::routeSsh(const TopologyEdge &edge) {
    TopologyLayout::Edge path;
    if (edge.from == QLatin1String("operator")) {
        const QRectF you = at("operator");
        const QRectF door = has("bastion_firewall") ? at("bastion_firewall") : at("bastion");
        path.points << QPointF(you.left(), door.center().y()) << QPointF(door.right(), door.center().y());
        path.label = labelAbove(at("cloud").right() + 6, you.left() - 6, door.center().y());
    } else {
        // The hosts stand side by side, and so do their firewalls: the jump is a straight line below the egress.
        const QRectF from = m_out.nodes.value(edge.from);
        const QRectF door = has("private_firewall") ? at("private_firewall") : m_out.nodes.value(edge.to);
        const qreal y = from.top() + kCardHeight + kChipHeight / 2;
        path.points << QPointF(from.left(), y) << QPointF(door.right(), y);
        path.label = labelAbove(std::max(door.right(), at("cluster").right()) + 8, m_trunk - 8, y);
    }
    m_out.edges.insert(edge.id, path);
}

void Layouter::route() {
    for (const TopologyEdge &edge : m_model.edges) {
        if (edge.kind == EdgeKind::Egress)
            routeEgress(edge);
        else if (edge.kind == EdgeKind::Ssh)
            routeSsh(edge);
        else
            m_out.edges.insert(edge.id, {});
    }
}

TopologyLayout Layouter::run() {
    int nodes = 0;
    for (const TopologyNode &node : m_model.nodes)
        nodes += node.kind == NodeKind::Node;
    m_columns = nodes <= 4 ? 1 : nodes <= 12 ? 2 : nodes <= 30 ? 3 : 4;

    const qreal width = has("cluster") ? clusterSize().width() : kCardWidth + 2 * kPad;
    const QPointF inVpc(2 * kPad, head("cloud") + head("vpc"));
    const qreal natX = inVpc.x() + width + kLane;
    m_trunk = natX - 26;
    // Sources stand at the left, what they leave by at the right. Both hosts are in one row at the foot, so that the
    // drawing is as wide as a window is, and its letters can be read.
    qreal row = inVpc.y() + (has("bastion") ? kCardHeight + kAbove : 0);
    if (has("cluster")) {
        placeCluster(inVpc, width);
        row = std::max(row, at("cluster").bottom() + kRowGap);
    }
    if (has("droplet"))
        placeHost("droplet", "private_firewall", {inVpc.x(), row}, std::min(width, kCardWidth + 2 * kPad));
    if (has("bastion"))
        placeHost("bastion", "bastion_firewall", {natX, row}, kRightWidth);
    const bool hosts = has("droplet") || has("bastion");
    const qreal vpcBottom = (hosts ? row + kCardHeight + kChipHeight : row - kRowGap) + kPad;
    // Between its sources, and clear of the bastion.
    const QRectF sources = at("cluster").united(at("droplet"));
    qreal natY = (sources.isNull() ? inVpc.y() : sources.center().y()) - kCardHeight / 2;
    if (has("bastion"))
        natY = std::min(natY, row - kAbove - kCardHeight);
    natY = std::max(natY, inVpc.y());
    place(QStringLiteral("nat_gateway"), {natX, natY, kRightWidth, kCardHeight}, Form::Card);
    const qreal vpcRight = natX + kRightWidth + kPad + 6;
    place(QStringLiteral("vpc"), QRectF(QPointF(kPad, head("cloud")), QPointF(vpcRight, vpcBottom)), Form::Container);
    place(QStringLiteral("cloud"), QRectF(QPointF(0, 0), QPointF(vpcRight + kPad, vpcBottom + kPad)), Form::Container);
    const qreal outX = vpcRight + kPad + kOutside;
    place(QStringLiteral("internet"), {outX, natY, kOutsideWidth, kCardHeight}, Form::Card);
    const QRectF door = has("bastion_firewall") ? at("bastion_firewall") : at("bastion");
    const qreal youY =
        std::max(door.isNull() ? natY + 200 : door.center().y() - kCardHeight / 2 + 22, natY + kCardHeight + 40);
    place(QStringLiteral("operator"), {outX, youY, kOutsideWidth, kCardHeight}, Form::Card);
    route();

    QRectF all;
    for (const QRectF &box : std::as_const(m_out.nodes))
        all = all.united(box);
    m_out.legend = QRectF(0, all.bottom() + 10, all.width(), 24);
    m_out.drawing = all.adjusted(-kMargin, -kMargin, kMargin, kMargin);
    m_out.bounds = all.united(m_out.legend).adjusted(-kMargin, -kMargin, kMargin, kMargin / 2);
    return m_out;
}

} // namespace

qreal headHeight(const TopologyNode &container) {
    return container.note.isEmpty() ? kHeader : kHeader + kNote;
}

TopologyLayout layoutOf(const TopologyModel &model, Arrangement arrangement) {
    return arrangement == Arrangement::Tall ? tallLayoutOf(model) : Layouter(model).run();
}

} // namespace sluice::ui
