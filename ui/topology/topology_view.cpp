#include "ui/topology/topology_view.h"

#include "ui/theme/theme.h"
#include "ui/topology/topology_path.h"

#include <QKeyEvent>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>

namespace sluice::ui {

namespace {
constexpr qreal kSmallest = 0.15;
constexpr qreal kLargest = 4.0;
constexpr qreal kFitAtMost = 1.25; ///< a small drawing is not blown up
constexpr qreal kReadable = 0.9;   ///< letters are not made smaller than this for the sake of a panel
} // namespace

TopologyView::TopologyView(QWidget *parent, Arrangement arrangement)
    : QGraphicsView(parent)
    , m_scene(new TopologyScene(this, arrangement)) {
    setScene(m_scene);
    setObjectName(QStringLiteral("topologyView"));
    setAccessibleName(tr("Topology drawing"));
    setAccessibleDescription(
        tr("Arrow keys move between the parts: left and right follow the traffic. Enter shows the details, Escape goes "
           "back, Ctrl+F searches, plus and minus zoom, 0 shows everything. The list of parts beside the drawing says "
           "the same in words."));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 180);
    // What moved long enough to be seen comes to rest: a window that nobody uses takes no time from the machine.
    m_rest.setSingleShot(true);
    m_rest.setInterval(std::chrono::seconds(8));
    connect(&m_rest, &QTimer::timeout, this, [this] { m_scene->setAnimated(false); });
    if (Theme::current())
        connect(Theme::current(), &Theme::changed, this, &TopologyView::animateIfMeasured);
}

void TopologyView::setModel(const TopologyModel &model) {
    if (m_scene->setModel(model)) {
        m_ownZoom = false;
        fit();
    }
    // The age of a result changes twice a minute; only another result is worth a look.
    QStringList results;
    for (const TopologyEdge &edge : m_scene->model().edges)
        results << QStringLiteral("%1 %2").arg(edge.id).arg(static_cast<int>(edge.verdict));
    if (results == m_results)
        return;
    m_results = results;
    animateIfMeasured();
}

void TopologyView::animateIfMeasured() {
    const auto &edges = m_scene->model().edges;
    const bool traffic =
        std::any_of(edges.begin(), edges.end(), [](const TopologyEdge &e) { return e.verdict == EdgeVerdict::Pass; });
    const bool wanted =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0; // the desktop's "reduce motion"
    const bool moves = traffic && wanted && isVisible();
    m_scene->setAnimated(moves);
    if (moves)
        m_rest.start();
}

void TopologyView::select(const QString &id) {
    m_scene->setSelected(id);
    if (m_ownZoom || m_covered > 0)
        showFree(id, m_ownZoom ? 40 : 16);
}

/// Into sight, and out from under what covers the drawing.
void TopologyView::showFree(const QString &id, int margin) {
    const QRectF box = m_scene->layout().nodes.value(id);
    if (box.isNull() || (m_covered > 0 && !m_ownZoom && m_scene->model().isContainer(id)))
        return;
    ensureVisible(box.adjusted(0, 0, m_covered / zoom(), 0), margin, m_ownZoom ? margin : 0);
}

void TopologyView::setFocusedNode(const QString &id) {
    m_scene->setFocusedNode(id);
    m_lastFocus = id;
    showFree(id, 30);
}

QStringList TopologyView::partIds() const {
    QStringList ids;
    for (const TopologyNode &node : model().nodes)
        ids << node.id;
    return ids;
}

QString TopologyView::partWords(const QString &id) const {
    const TopologyNode *node = model().find(id);
    return node ? nodeWords(*node) : QString();
}

QRect TopologyView::partBox(const QString &id) const {
    return mapFromScene(m_scene->layout().nodes.value(id)).boundingRect();
}

void TopologyView::focusPart(const QString &id) {
    setFocusedNode(id);
    Q_EMIT focusMoved(id);
    AccessibleDrawing::tellFocus(this); // last: the list of parts has told of its own current row
}

void TopologyView::pressPart(const QString &id) {
    choose(id);
    Q_EMIT opened(m_scene->selected());
}

void TopologyView::point(const QString &id) {
    if (id == m_scene->hovered())
        return;
    m_scene->setHovered(id);
    Q_EMIT pointed(id);
}

void TopologyView::choose(const QString &id) {
    if (id == m_scene->selected())
        return;
    select(id);
    Q_EMIT selected(id);
}

void TopologyView::zoomBy(qreal factor) {
    const qreal target = std::clamp(zoom() * factor, kSmallest, kLargest);
    m_ownZoom = true;
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scale(target / zoom(), target / zoom());
}

void TopologyView::fit() {
    m_ownZoom = false;
    // Everything is in sight: bars would only take room, and come and go while the window is resized.
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (m_scene->sceneRect().isEmpty() || viewport()->width() < 10)
        return;
    const QSizeF room = viewport()->size() - QSize(4, 4); // rounding must not bring scroll bars
    const QSizeF need = m_scene->sceneRect().size();
    const qreal whole = std::min(room.width() / need.width(), room.height() / need.height());
    const qreal beside = std::min((room.width() - m_covered) / need.width(), room.height() / need.height());
    const qreal by = std::clamp(beside >= kReadable ? beside : whole, kSmallest, kFitAtMost);
    setTransform(QTransform::fromScale(by, by));
    makeRoom();
}

void TopologyView::setCovered(int pixels) {
    if (pixels == m_covered)
        return;
    m_covered = pixels;
    if (m_ownZoom)
        makeRoom();
    else
        fit();
}

/// As much more ground at the right as is covered: the drawing can move aside.
void TopologyView::makeRoom() {
    const QRectF drawing = m_scene->sceneRect();
    const QPointF middle = mapToScene(viewport()->rect().center());
    setSceneRect(drawing.adjusted(0, 0, m_covered / zoom(), 0));
    if (m_ownZoom)
        centerOn(middle);
    else
        centerOn(m_covered > 0 ? QPointF(drawing.left(), drawing.center().y()) : drawing.center());
    showFree(m_scene->selected(), 16);
}

void TopologyView::wheelEvent(QWheelEvent *event) {
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(1.0015, event->angleDelta().y()));
        event->accept();
        return;
    }
    QGraphicsView::wheelEvent(event);
}

void TopologyView::keyPressEvent(QKeyEvent *event) {
    const auto walk = [this](qreal x, qreal y) { focusPart(m_scene->neighbour(m_scene->focusedNode(), {x, y})); };
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1, 0);
    case Qt::Key_Right:
        return walk(1, 0);
    case Qt::Key_Up:
        return walk(0, -1);
    case Qt::Key_Down:
        return walk(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return pressPart(m_scene->focusedNode());
    case Qt::Key_Escape:
        if (m_scene->selected().isEmpty())
            break;
        return choose({});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.2);
    case Qt::Key_Minus:
        return zoomBy(1 / 1.2);
    case Qt::Key_0:
    case Qt::Key_F:
        return fit();
    default:
        break;
    }
    QGraphicsView::keyPressEvent(event);
}

void TopologyView::mousePressEvent(QMouseEvent *event) {
    m_pressedAt = event->pos();
    QGraphicsView::mousePressEvent(event);
}

void TopologyView::mouseMoveEvent(QMouseEvent *event) {
    QGraphicsView::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) {
        const QString id = m_scene->nodeAt(mapToScene(event->pos()));
        point(id);
        viewport()->setCursor(id.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        viewport()->setToolTip(toolTipAt(mapToScene(event->pos())));
    }
}

void TopologyView::mouseReleaseEvent(QMouseEvent *event) {
    QGraphicsView::mouseReleaseEvent(event);
    viewport()->setCursor(Qt::ArrowCursor);
    if (event->button() != Qt::LeftButton || (event->pos() - m_pressedAt).manhattanLength() > 5)
        return;
    const QString id = m_scene->nodeAt(mapToScene(event->pos()));
    m_scene->setFocusedNode({});
    m_lastFocus = id;
    choose(id);
}

QString TopologyView::toolTipAt(const QPointF &position) const {
    for (const TopologyEdge &edge : model().edges)
        if (edge.id == m_scene->edgeAt(position)) {
            QStringList lines{edge.label, edge.rule};
            if (!edge.observed.isEmpty())
                lines.append(tr("%1: %2, %3").arg(verdictWords(edge.verdict, edge.planned), edge.observed, edge.age));
            lines.removeAll(QString());
            return lines.join(QLatin1Char('\n'));
        }
    const TopologyNode *node = model().find(m_scene->nodeAt(position));
    if (!node)
        return {};
    QStringList lines{nodeWords(*node), node->alertDetails, node->error};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void TopologyView::leaveEvent(QEvent *event) {
    point({});
    QGraphicsView::leaveEvent(event);
}

void TopologyView::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    if (!m_ownZoom)
        fit();
}

void TopologyView::showEvent(QShowEvent *event) {
    QGraphicsView::showEvent(event);
    animateIfMeasured();
}

void TopologyView::hideEvent(QHideEvent *event) {
    m_scene->setAnimated(false);
    QGraphicsView::hideEvent(event);
}

void TopologyView::focusInEvent(QFocusEvent *event) {
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        return;
    const auto &nodes = m_scene->model().nodes;
    if (!m_scene->model().find(m_lastFocus))
        m_lastFocus =
            m_scene->selected().isEmpty() ? (nodes.isEmpty() ? QString() : nodes.first().id) : m_scene->selected();
    m_scene->setFocusedNode(m_lastFocus);
    // After Qt has told that the drawing has the focus: what counts is the part.
    QMetaObject::invokeMethod(
        this, [this] { AccessibleDrawing::tellFocus(this); }, Qt::QueuedConnection);
}

void TopologyView::focusOutEvent(QFocusEvent *event) {
    QGraphicsView::focusOutEvent(event);
    m_scene->setFocusedNode({});
}

void TopologyView::drawBackground(QPainter *painter, const QRectF &rect) {
    painter->fillRect(rect, Theme::colours().sunken);
}

} // namespace sluice::ui
