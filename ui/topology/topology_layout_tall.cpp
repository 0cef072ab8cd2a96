#include "ui/topology/topology_layout.h"

#include <algorithm>

namespace sluice::ui {

namespace {

constexpr qreal kWidth = 288;  ///< of cluster, hosts and gateway
constexpr qreal kInset = 10;   ///< VPC in cloud
constexpr qreal kLeft = 36;    ///< where what is in the VPC begins; left of it runs the trunk to the gateway
constexpr qreal kTrunk = 23;   ///< the common way of pods and droplet
constexpr qreal kOwnWay = 334; ///< the bastion's own way out
constexpr qreal kDoor = 346;   ///< the operator's way in
constexpr qreal kVpcRight = 358;
constexpr qreal kCloudRight = 368;
constexpr qreal kEmptyCloud = 44; ///< below its head, while it holds nothing
constexpr qreal kCard = 74;
constexpr qreal kChip = 34;
constexpr qreal kPad = 12;
constexpr qreal kGap = 14;
constexpr qreal kTileGap = 6;
constexpr qreal kHostGap = 44; ///< room for the label of the SSH jump
constexpr qreal kLabel = 28;
constexpr qreal kOutside = 52;
constexpr qreal kInternetWidth = 164;
constexpr qreal kAcross = 20; ///< below the cloud: where the bastion's own way turns to the Internet
constexpr qreal kMargin = 12;
constexpr int kFullTiles = 4; ///< nodes that get a line of their own

/// From top to bottom: cluster, droplet, bastion, gateway, and outside the cloud the Internet and the operator. Each
/// firewall is on that side of its host where a connection comes in, so that no two ways cross.
class TallLayouter {
public:
    explicit TallLayouter(const TopologyModel &model)
        : m_model(model) {}

    TopologyLayout run() {
        placeInside();
        placeOutside();
        for (const TopologyEdge &edge : m_model.edges)
            m_out.edges.insert(edge.id, route(edge));
        QRectF all;
        for (const QRectF &box : std::as_const(m_out.nodes))
            all = all.united(box);
        m_out.drawing = all.adjusted(-kMargin, -kMargin, kMargin, kMargin);
        m_out.bounds = m_out.drawing; // its legend is words beside it
        return m_out;
    }

private:
    using Form = TopologyLayout::Form;
    bool has(const char *id) const { return m_model.find(QLatin1String(id)) != nullptr; }
    QRectF at(const char *id) const { return m_out.nodes.value(QLatin1String(id)); }
    qreal head(const char *id) const { return headHeight(*m_model.find(QLatin1String(id))); }
    void place(const QString &id, const QRectF &box, Form form) {
        m_out.nodes.insert(id, box);
        m_out.forms.insert(id, form);
    }
    /// Places a part of the VPC at `y` and returns where it ends.
    qreal put(const char *id, qreal y, qreal height, Form form) {
        if (!has(id))
            return y;
        place(QLatin1String(id), {kLeft, y, kWidth, height}, form);
        return y + height;
    }
    qreal placeCluster(qreal top);
    void placeInside();
    void placeOutside();
    TopologyLayout::Edge route(const TopologyEdge &edge) const;

    const TopologyModel &m_model;
    TopologyLayout m_out;
};

qreal TallLayouter::placeCluster(qreal top) {
    const auto children = m_model.children(QStringLiteral("cluster"));
    const auto count = static_cast<int>(std::count_if(children.begin(), children.end(),
                                                      [](const auto *child) { return child->kind == NodeKind::Node; }));
    // Many nodes say by their number how many they are; a few have room for their names.
    const int columns = count <= kFullTiles ? 1 : count <= 24 ? 6 : 8;
    const qreal inner = kWidth - 2 * kPad;
    const qreal wide = (inner - (columns - 1) * kTileGap) / columns;
    qreal y = top + head("cluster");
    int column = 0;
    for (const TopologyNode *child : children) {
        if (child->kind != NodeKind::Node)
            continue;
        place(child->id, {kLeft + kPad + column * (wide + kTileGap), y, wide, kChip}, Form::Tile);
        column = (column + 1) % columns;
        if (column == 0)
            y += kChip + kTileGap;
    }
    if (column > 0)
        y += kChip + kTileGap;
    for (const TopologyNode *child : children)
        if (child->kind == NodeKind::Route) {
            place(child->id, {kLeft + kPad, y, inner, kChip}, Form::Chip);
            y += kChip + kTileGap;
        }
    y += children.isEmpty() ? 0 : kPad - kTileGap;
    place(QStringLiteral("cluster"), QRectF(QPointF(kLeft, top), QPointF(kLeft + kWidth, y)), Form::Container);
    return y;
}

void TallLayouter::placeInside() {
    qreal y = head("cloud");
    if (has("vpc")) {
        const qreal top = y;
        y += head("vpc");
        if (has("cluster"))
            y = placeCluster(y) + kGap;
        if (has("droplet")) {
            y = put("droplet", y, kCard, Form::Card);
            y = put("private_firewall", y, kChip, Form::Chip) + kHostGap;
        }
        if (has("bastion")) {
            y = put("bastion_firewall", y, kChip, Form::Chip);
            y = put("bastion", y, kCard, Form::Card) + kGap;
        }
        y = put("nat_gateway", y, kCard, Form::Card) + kPad;
        place(QStringLiteral("vpc"), QRectF(QPointF(kInset, top), QPointF(kVpcRight, y)), Form::Container);
        y += kInset;
    } else {
        y += kEmptyCloud;
    }
    place(QStringLiteral("cloud"), QRectF(QPointF(0, 0), QPointF(kCloudRight, y)), Form::Container);
}

void TallLayouter::placeOutside() {
    const qreal y = at("cloud").bottom() + (has("operator") ? 2 * kAcross + kLabel + 4 : kAcross + kLabel);
    if (has("internet"))
        place(QStringLiteral("internet"), {0, y, kInternetWidth, kOutside}, Form::Card);
    const qreal left = kInternetWidth + 8;
    if (has("operator"))
        place(QStringLiteral("operator"), {left, y, kCloudRight - left, kOutside}, Form::Card);
}

TopologyLayout::Edge TallLayouter::route(const TopologyEdge &edge) const {
    TopologyLayout::Edge path;
    const QRectF from = m_out.nodes.value(edge.from);
    const QRectF to = m_out.nodes.value(edge.to);
    if (from.isNull() || to.isNull() || edge.kind == EdgeKind::Relation)
        return path;
    const qreal across = at("cloud").bottom() + kAcross;
    if (edge.from == QLatin1String("operator")) {
        const QRectF door = has("bastion_firewall") ? at("bastion_firewall") : to;
        path.points << QPointF(kDoor, from.top()) << QPointF(kDoor, door.center().y())
                    << QPointF(door.right(), door.center().y());
        path.label = {from.left() + 60, across + kLabel / 2 + 4, from.width() - 60, kLabel};
    } else if (edge.kind == EdgeKind::Ssh) {
        const qreal top = has("bastion_firewall") ? at("bastion_firewall").top() : from.top();
        const qreal bottom = has("private_firewall") ? at("private_firewall").bottom() : to.bottom();
        const qreal x = kLeft + 40;
        path.points << QPointF(x, top) << QPointF(x, bottom);
        path.label = {x + 12, (top + bottom) / 2 - kLabel / 2, 180, kLabel};
    } else if (edge.to == QLatin1String("nat_gateway")) {
        path.points << QPointF(from.left(), from.center().y()) << QPointF(kTrunk, from.center().y())
                    << QPointF(kTrunk, to.center().y()) << QPointF(to.left(), to.center().y());
    } else if (edge.from == QLatin1String("nat_gateway")) {
        const qreal x = kInternetWidth / 2;
        path.points << QPointF(x, from.bottom()) << QPointF(x, to.top());
        path.label = {x - 66, across - kLabel / 2, 132, kLabel};
    } else {
        const qreal x = to.right() - 12;
        path.points << QPointF(from.right(), from.center().y()) << QPointF(kOwnWay, from.center().y())
                    << QPointF(kOwnWay, across) << QPointF(x, across) << QPointF(x, to.top());
        path.label = {x + 14, across - kLabel / 2, kOwnWay - x - 20, kLabel};
    }
    return path;
}

} // namespace

TopologyLayout tallLayoutOf(const TopologyModel &model) {
    return TallLayouter(model).run();
}

} // namespace sluice::ui
