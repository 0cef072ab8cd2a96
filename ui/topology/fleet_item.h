#pragma once

#include "ui/topology/fleet_model.h"

#include <QGraphicsItem>
#include <QStaticText>

namespace sluice::ui {

class FleetView;

/// One tile. What it paints depends on how far away it is seen from.
class FleetTileItem : public QGraphicsItem {
public:
    FleetTileItem(const FleetView &view, int index, const QRectF &box)
        : m_view(view)
        , m_index(index)
        , m_box(box) {}
    QRectF boundingRect() const override { return m_box.adjusted(-6, -6, 6, 6); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;
    void tileChanged(); ///< forgets what was prepared for painting
    int index() const { return m_index; }

private:
    void paintMark(QPainter *painter, const FleetTile &tile) const;
    void paintName(QPainter *painter, const FleetTile &tile);
    void paintParts(QPainter *painter, const FleetTile &tile);
    const FleetView &m_view;
    int m_index;
    QRectF m_box;
    QStaticText m_name;
    QStaticText m_words;
};

} // namespace sluice::ui
