#include "ui/topology/fleet_view.h"

#include "ui/theme/theme.h"
#include "ui/topology/fleet_item.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {
constexpr qreal kSmallest = 0.02;
constexpr qreal kLargest = 2.5;
constexpr qreal kFitAtMost = 1.0;
} // namespace

FleetView::FleetView(QWidget *parent)
    : QGraphicsView(parent) {
    setObjectName(QStringLiteral("fleetView"));
    setAccessibleName(tr("All deployments"));
    setAccessibleDescription(
        tr("Arrow keys move between the deployments, Enter opens one, plus and minus zoom, 0 shows "
           "everything. The list at the left has the same deployments."));
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    viewport()->setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::NoFocus); // until there is a tile that can show it
    setMinimumSize(240, 180);
    connect(&m_arranging, &QFutureWatcher<FleetLayout>::finished, this, &FleetView::place);
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void FleetView::setTiles(const QList<FleetTile> &tiles) {
    setFocusPolicy(tiles.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    const bool same = m_items.size() == tiles.size() && !m_arranging.isRunning() &&
                      std::equal(tiles.begin(), tiles.end(), m_tiles.begin(), m_tiles.end(),
                                 [](const FleetTile &a, const FleetTile &b) { return a.name == b.name; });
    if (!same) {
        // The old items speak of the old tiles by number.
        m_scene.clear();
        m_items.clear();
        m_tiles = tiles;
        arrange();
        return;
    }
    for (qsizetype i = 0; i < tiles.size(); ++i)
        if (m_tiles[i] != tiles[i]) {
            m_tiles[i] = tiles[i];
            m_items[i]->tileChanged();
        }
}

void FleetView::arrange() {
    const qreal aspect = double(std::max(1, viewport()->width())) / std::max(1, viewport()->height());
    m_arranging.setFuture(QtConcurrent::run([count = m_tiles.size(), aspect] { return layoutFleet(count, aspect); }));
}

void FleetView::place() {
    m_layout = m_arranging.result();
    m_scene.clear();
    m_items.clear();
    m_scene.setSceneRect(m_layout.bounds);
    m_items.reserve(m_tiles.size());
    for (int i = 0; i < m_tiles.size(); ++i) {
        m_items.append(new FleetTileItem(*this, i, m_layout.boxes[i]));
        m_scene.addItem(m_items.last());
    }
    m_focused = std::clamp(m_focused, 0, std::max(0, int(m_tiles.size()) - 1));
    m_ownZoom = false;
    fit();
    if (!m_wanted.isEmpty())
        focusOn(std::exchange(m_wanted, {}));
    Q_EMIT arranged();
}

QString FleetView::focusedName() const {
    return m_focused < m_tiles.size() ? m_tiles[m_focused].name : QString();
}

void FleetView::setFocusedIndex(int index) {
    if (index < 0 || index >= m_items.size())
        return;
    const int before = std::exchange(m_focused, index);
    if (before < m_items.size())
        m_items[before]->update();
    m_items[index]->update();
    if (m_ownZoom)
        ensureVisible(m_layout.boxes[index], 24, 24);
    AccessibleDrawing::tellFocus(this);
}

int FleetView::indexOf(const QString &name) const {
    const auto tile =
        std::find_if(m_tiles.cbegin(), m_tiles.cend(), [&name](const FleetTile &t) { return t.name == name; });
    return tile == m_tiles.cend() ? -1 : static_cast<int>(tile - m_tiles.cbegin());
}

void FleetView::focusOn(const QString &name) {
    if (const int index = indexOf(name); index >= 0 && !m_items.isEmpty())
        return setFocusedIndex(index);
    m_wanted = name;
}

QStringList FleetView::partIds() const {
    QStringList names;
    for (const FleetTile &tile : m_tiles)
        names << tile.name;
    return names;
}

QString FleetView::partWords(const QString &id) const {
    const int index = indexOf(id);
    return index < 0 ? QString() : fleetTileWords(m_tiles[index]);
}

QRect FleetView::partBox(const QString &id) const {
    return mapFromScene(m_layout.boxes.value(indexOf(id))).boundingRect();
}

void FleetView::bringNear(int index) {
    if (index < 0 || index >= m_items.size())
        return;
    m_marked = true;
    if (zoom() < fleet::kParts)
        zoomBy(1 / zoom());
    setFocusedIndex(index);
    centerOn(m_layout.boxes[index].center());
}

void FleetView::fit() {
    m_ownZoom = false;
    if (m_layout.boxes.isEmpty() || viewport()->width() < 10)
        return;
    const QSizeF room = viewport()->size() - QSize(4, 4);
    const qreal by =
        std::clamp(std::min(room.width() / m_layout.bounds.width(), room.height() / m_layout.bounds.height()),
                   kSmallest, kFitAtMost);
    setTransform(QTransform::fromScale(by, by));
    centerOn(m_layout.bounds.center());
}

void FleetView::zoomBy(qreal factor) {
    const qreal target = std::clamp(zoom() * factor, kSmallest, kLargest);
    m_ownZoom = true;
    scale(target / zoom(), target / zoom());
}

void FleetView::wheelEvent(QWheelEvent *event) {
    if (!(event->modifiers() & Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoomBy(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void FleetView::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return setFocusedIndex(m_focused - 1);
    case Qt::Key_Right:
        return setFocusedIndex(m_focused + 1);
    case Qt::Key_Up:
        return setFocusedIndex(m_focused - m_layout.columns);
    case Qt::Key_Down:
        return setFocusedIndex(m_focused + m_layout.columns);
    case Qt::Key_Home:
        return setFocusedIndex(0);
    case Qt::Key_End:
        return setFocusedIndex(int(m_items.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString name = focusedName(); !name.isEmpty())
            Q_EMIT opened(name);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        if (m_focused < m_layout.boxes.size())
            centerOn(m_layout.boxes[m_focused].center()); // by keyboard, one looks at where the keyboard is
        return;
    case Qt::Key_Minus:
        return zoomBy(1 / 1.25);
    case Qt::Key_0:
    case Qt::Key_F:
        return fit();
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

int FleetView::indexAt(const QPoint &position) const {
    const auto *item = dynamic_cast<FleetTileItem *>(itemAt(position));
    return item ? item->index() : -1;
}

void FleetView::mousePressEvent(QMouseEvent *event) {
    setFocusedIndex(indexAt(event->pos()));
    QGraphicsView::mousePressEvent(event);
}

void FleetView::mouseDoubleClickEvent(QMouseEvent *event) {
    if (const int index = indexAt(event->pos()); index >= 0)
        Q_EMIT opened(m_tiles[index].name);
}

void FleetView::resizeEvent(QResizeEvent *event) {
    QGraphicsView::resizeEvent(event);
    if (!m_ownZoom)
        fit();
}

void FleetView::focusInEvent(QFocusEvent *event) {
    QGraphicsView::focusInEvent(event);
    m_marked = false; // from here on the ring follows the keyboard again
    setFocusedIndex(m_focused);
    // After Qt has told that the drawing has the focus: what counts is the tile.
    QMetaObject::invokeMethod(
        this, [this] { AccessibleDrawing::tellFocus(this); }, Qt::QueuedConnection);
}

void FleetView::focusOutEvent(QFocusEvent *event) {
    QGraphicsView::focusOutEvent(event);
    if (m_focused < m_items.size())
        m_items[m_focused]->update();
}

bool FleetView::viewportEvent(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QGraphicsView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = indexAt(help->pos());
    QToolTip::showText(help->globalPos(), index < 0 ? QString() : fleetTileWords(m_tiles[index]), viewport());
    return true;
}

void FleetView::drawBackground(QPainter *painter, const QRectF &rect) {
    painter->fillRect(rect, Theme::colours().sunken);
}

} // namespace sluice::ui
