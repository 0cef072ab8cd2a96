#pragma once

#include "ui/theme/accessible_drawing.h"
#include "ui/topology/fleet_model.h"

#include <QFutureWatcher>
#include <QGraphicsView>

namespace sluice::ui {

class FleetTileItem;

/// Every deployment as a tile; far away only its mark, nearer its name, near its parts. Only what is in sight is
/// painted, and a new arrangement is computed away from the UI thread. Arrow keys walk, Enter opens, plus and minus
/// zoom, 0 shows everything.
class FleetView : public QGraphicsView, public DrawingParts {
    Q_OBJECT
public:
    explicit FleetView(QWidget *parent = nullptr);
    /// Changed tiles repaint in place; another set of names is arranged anew (arranged() follows).
    void setTiles(const QList<FleetTile> &tiles);
    const QList<FleetTile> &tiles() const { return m_tiles; }
    QString focusedName() const;
    bool isFocused(int index) const { return index == m_focused && (hasFocus() || m_marked); }
    qreal zoom() const { return transform().m11(); }
    const FleetLayout &arrangement() const { return m_layout; }

    QStringList partIds() const override;
    QString partWords(const QString &id) const override;
    QRect partBox(const QString &id) const override;
    QString focusedPart() const override { return focusedName(); }
    QString selectedPart() const override { return {}; }
    void focusPart(const QString &id) override { focusOn(id); }
    void pressPart(const QString &id) override { Q_EMIT opened(id); }

public Q_SLOTS:
    void fit();
    void zoomBy(qreal factor);
    /// Puts the keyboard on a deployment and brings it into sight.
    void focusOn(const QString &name);
    /// Puts the keyboard on a tile and looks at it from where its parts can be read; its ring stays while a search box
    /// has the keys.
    void bringNear(int index);

Q_SIGNALS:
    void arranged();
    void opened(const QString &name); ///< Enter, or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    void arrange();
    void place();
    void setFocusedIndex(int index);
    int indexAt(const QPoint &position) const;
    int indexOf(const QString &name) const;
    QGraphicsScene m_scene;
    QFutureWatcher<FleetLayout> m_arranging;
    QList<FleetTile> m_tiles;
    QList<FleetTileItem *> m_items;
    FleetLayout m_layout;
    int m_focused = 0;
    QString m_wanted; ///< the keyboard goes there once it is arranged
    bool m_ownZoom = false;
    bool m_marked = false;
};

} // namespace sluice::ui
