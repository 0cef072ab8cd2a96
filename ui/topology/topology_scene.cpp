#include "ui/topology/topology_scene.h"

#include "ui/topology/topology_paint.h"

#include <QGraphicsItem>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sluice::ui {

namespace {

constexpr qreal kDim = 0.22;

class NodeItem : public QGraphicsItem {
public:
    NodeItem(const TopologyScene &scene, QString id)
        : m_scene(scene)
        , m_id(std::move(id)) {
        const bool container = m_scene.layout().forms.value(m_id) == TopologyLayout::Form::Container;
        setZValue(container ? depth() : 20);
    }
    QRectF boundingRect() const override { return m_scene.layout().nodes.value(m_id).adjusted(-7, -7, 7, 7); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override {
        const TopologyNode *node = m_scene.model().find(m_id);
        if (!node)
            return;
        const auto form = m_scene.layout().forms.value(m_id);
        // Containers stay visible: a path without its place says little.
        const bool dim = !m_scene.isBright(m_id) && form != TopologyLayout::Form::Container;
        painter->setOpacity(m_scene.presence(m_id) * (dim ? kDim : 1));
        const NodeLook look{m_scene.hovered() == m_id && form != TopologyLayout::Form::Container,
                            m_scene.selected() == m_id, m_scene.focusedNode() == m_id, m_scene.isEmphasised(m_id)};
        paintNode(painter, *node, m_scene.layout().nodes.value(m_id), form, look);
    }

private:
    qreal depth() const {
        qreal depth = 0;
        for (const TopologyNode *node = m_scene.model().find(m_id); node && !node->container.isEmpty();
             node = m_scene.model().find(node->container))
            ++depth;
        return depth;
    }
    const TopologyScene &m_scene;
    QString m_id;
};

class EdgeItem : public QGraphicsItem {
public:
    EdgeItem(const TopologyScene &scene, QString id)
        : m_scene(scene)
        , m_id(std::move(id)) {
        setZValue(10);
    }
    QRectF boundingRect() const override {
        const auto &path = m_scene.layout().edges[m_id];
        return path.points.boundingRect().united(path.label).adjusted(-14, -14, 14, 14);
    }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override {
        const auto &edges = m_scene.model().edges;
        const auto edge =
            std::find_if(edges.begin(), edges.end(), [this](const TopologyEdge &e) { return e.id == m_id; });
        if (edge == edges.end())
            return;
        painter->setOpacity(m_scene.presence(m_id) * (m_scene.isBright(m_id) ? 1 : kDim));
        paintEdge(painter, *edge, m_scene.layout().edges[m_id], {m_scene.isHighlighted(m_id), m_scene.phase()});
    }

private:
    const TopologyScene &m_scene;
    QString m_id;
};

} // namespace

TopologyScene::TopologyScene(QObject *parent, Arrangement arrangement)
    : QGraphicsScene(parent)
    , m_growth(this)
    , m_arrangement(arrangement) {
    m_growth.setObjectName(QStringLiteral("topologyGrowth"));
    m_growth.setStartValue(0.0);
    m_growth.setEndValue(1.0);
    connect(&m_growth, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_presence = value.toReal();
        update();
    });
    m_timer.setInterval(40);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_phase = m_phase < 0 ? 0 : std::fmod(m_phase + 0.02, 1.0);
        for (QGraphicsItem *item : items())
            if (dynamic_cast<EdgeItem *>(item))
                item->update();
    });
    setBackgroundBrush(Qt::NoBrush);
}

bool TopologyScene::setModel(const TopologyModel &model) {
    if (!m_model.nodes.isEmpty() && m_model.sameShape(model)) {
        if (m_model == model)
            return false;
        m_model = model;
        update();
        return false;
    }
    m_arrived.clear();
    for (const TopologyNode &node : model.nodes)
        if (!m_model.find(node.id))
            m_arrived.insert(node.id);
    for (const TopologyEdge &edge : model.edges)
        if (m_arrived.contains(edge.from) || m_arrived.contains(edge.to))
            m_arrived.insert(edge.id);
    m_model = model;
    for (QString *id : {&m_hovered, &m_selected, &m_focused})
        if (!m_model.find(*id))
            id->clear();
    rebuild();
    refresh();
    return true;
}

void TopologyScene::rebuild() {
    clear();
    m_layout = layoutOf(m_model, m_arrangement);
    setSceneRect(m_layout.drawing);
    for (const TopologyNode &node : std::as_const(m_model.nodes))
        if (m_layout.nodes.contains(node.id))
            addItem(new NodeItem(*this, node.id));
    for (const TopologyEdge &edge : std::as_const(m_model.edges))
        if (m_layout.edges.value(edge.id).points.size() > 1)
            addItem(new EdgeItem(*this, edge.id));
}

QString TopologyScene::nodeAt(const QPointF &position) const {
    QString best;
    qreal area = std::numeric_limits<qreal>::max();
    for (auto it = m_layout.nodes.begin(); it != m_layout.nodes.end(); ++it)
        if (it->contains(position) && it->width() * it->height() < area) {
            area = it->width() * it->height();
            best = it.key();
        }
    return best;
}

QString TopologyScene::edgeAt(const QPointF &position) const {
    for (const TopologyEdge &edge : m_model.edges)
        if (m_layout.edges.value(edge.id).label.contains(position))
            return edge.id;
    return {};
}

/// A container is addressed at its title, where the eye looks for it.
QPointF TopologyScene::anchorOf(const QString &id) const {
    const QRectF box = m_layout.nodes.value(id);
    const bool container = m_layout.forms.value(id) == TopologyLayout::Form::Container;
    return container ? QPointF(box.left() + 60, box.top() + 28) : box.center();
}

QString TopologyScene::alongEdge(const QString &id, qreal direction) const {
    const QPointF from = anchorOf(id);
    QString best;
    qreal cost = std::numeric_limits<qreal>::max();
    for (const TopologyEdge &edge : m_model.edges) {
        if (edge.kind == EdgeKind::Relation || (edge.from != id && edge.to != id))
            continue;
        const QString other = edge.from == id ? edge.to : edge.from;
        const QPointF way = anchorOf(other) - from;
        // The traffic first, the way in only where no traffic goes.
        const qreal far = std::abs(way.y()) + (edge.kind == EdgeKind::Ssh ? 100000 : 0);
        if (way.x() * direction < 40 || far >= cost) // an edge straight up or down is no step sideways
            continue;
        cost = far;
        best = other;
    }
    return best;
}

QString TopologyScene::neighbour(const QString &id, const QPointF &direction) const {
    if (!m_layout.nodes.contains(id))
        return m_model.nodes.isEmpty() ? QString() : m_model.nodes.first().id;
    if (direction.x() != 0)
        if (const QString next = alongEdge(id, direction.x()); !next.isEmpty())
            return next;
    const QPointF from = anchorOf(id);
    QString best = id;
    qreal cost = std::numeric_limits<qreal>::max();
    for (const TopologyNode &node : m_model.nodes) {
        if (node.id == id || !m_layout.nodes.contains(node.id))
            continue;
        const QPointF way = anchorOf(node.id) - from;
        const qreal ahead = QPointF::dotProduct(way, direction);
        const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (ahead <= 1)
            continue;
        if (const qreal c = ahead + 2.2 * aside; c < cost) {
            cost = c;
            best = node.id;
        }
    }
    return best;
}

void TopologyScene::setHovered(const QString &id) {
    if (id == m_hovered)
        return;
    m_hovered = id;
    refresh();
}

void TopologyScene::setSelected(const QString &id) {
    m_selected = id;
    refresh();
}

void TopologyScene::setFocusedNode(const QString &id) {
    m_focused = id;
    update();
}

void TopologyScene::setEmphasised(const QSet<QString> &ids) {
    if (ids == m_emphasised)
        return;
    m_emphasised = ids;
    update();
}

void TopologyScene::growIn(int milliseconds) {
    m_growth.stop();
    m_growth.setDuration(milliseconds);
    if (milliseconds > 0) {
        m_presence = 0;
        m_growth.start();
    }
    update();
}

void TopologyScene::refresh() {
    m_bright.clear();
    const QString active = !m_hovered.isEmpty() ? m_hovered : m_selected;
    const QStringList path = m_model.path(active);
    for (const QString &id : path) {
        m_bright.insert(id);
        for (const TopologyEdge &edge : std::as_const(m_model.edges))
            if (edge.id == id) {
                m_bright.insert(edge.from);
                m_bright.insert(edge.to);
            }
    }
    if (!m_bright.isEmpty()) {
        m_bright.insert(active);
        for (const TopologyEdge &edge : std::as_const(m_model.edges))
            if (edge.kind == EdgeKind::Relation && m_bright.contains(edge.to))
                m_bright.insert(edge.from);
        if (m_bright.contains(QStringLiteral("cluster")))
            for (const TopologyNode *node : m_model.children(QStringLiteral("cluster")))
                m_bright.insert(node->id);
        if (m_bright.contains(QStringLiteral("node:1")) || active.startsWith(QLatin1String("node:")))
            m_bright.insert(QStringLiteral("route"));
    }
    update();
}

void TopologyScene::setAnimated(bool animated) {
    if (animated == m_timer.isActive())
        return;
    if (animated) {
        m_timer.start();
    } else {
        m_timer.stop();
        m_phase = -1;
    }
    update();
}

} // namespace sluice::ui
