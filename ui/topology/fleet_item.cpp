#include "ui/topology/fleet_item.h"

#include "ui/theme/theme.h"
#include "ui/topology/fleet_view.h"
#include "ui/topology/topology_paint.h"

#include <QFontMetricsF>
#include <QPixmapCache>
#include <QStyleOptionGraphicsItem>

namespace sluice::ui {

namespace {

/// Painting an SVG icon a thousand times a frame is what makes a fleet slow: each icon is rasterised once per size
/// and colour.
void cachedIcon(QPainter *painter, const QString &name, const QRectF &box, const QColor &ink, qreal zoom) {
    const int pixels = std::clamp(int(box.width() * zoom + .5), 6, 96);
    const QString key = QStringLiteral("fleet/%1/%2/%3").arg(name).arg(pixels).arg(ink.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = Theme::pixmap(name, pixels, ink, 1);
        QPixmapCache::insert(key, pixmap);
    }
    painter->drawPixmap(box, pixmap, pixmap.rect());
}

QString iconOf(const FleetTile &tile) {
    return tile.tone == Tone::Neutral ? QStringLiteral("minus") : toneIcon(tile.tone);
}

} // namespace

void FleetTileItem::tileChanged() {
    m_name = {};
    m_words = {};
    update();
}

void FleetTileItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) {
    const FleetTile &tile = m_view.tiles()[m_index];
    const Colours &c = Theme::colours();
    const ToneColours tone = c.tone(tile.tone);
    const qreal zoom = painter->worldTransform().m11();
    const auto detail = fleet::detailAt(m_view.zoom());
    const bool near = detail == fleet::Detail::Parts;
    painter->setRenderHint(QPainter::Antialiasing, near);
    if (m_view.isFocused(m_index)) {
        // In pixels of the screen: the ring must be seen from far away too.
        QPen ring(c.focus, 3);
        ring.setCosmetic(true);
        painter->setPen(ring);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(m_box.adjusted(-5, -5, 5, 5));
    }
    QPen outline(tone.ink, 1);
    outline.setCosmetic(true);
    painter->setPen(outline);
    if (near) {
        painter->setBrush(c.card);
        painter->drawRoundedRect(m_box, 9, 9);
        paintParts(painter, tile);
    } else {
        painter->setBrush(tone.soft);
        painter->drawRect(m_box);
    }
    if (detail == fleet::Detail::Mark) {
        cachedIcon(painter, iconOf(tile), {m_box.center().x() - 45, m_box.center().y() - 45, 90, 90}, tone.ink, zoom);
        return;
    }
    paintName(painter, tile);
    const qreal size = near ? 22 : 52;
    cachedIcon(painter, iconOf(tile),
               near ? QRectF(m_box.right() - 12 - size, m_box.top() + 11, size, size)
                    : QRectF(m_box.center().x() - size / 2, m_box.bottom() - size - 10, size, size),
               tone.ink, zoom);
}

void FleetTileItem::paintName(QPainter *painter, const FleetTile &tile) {
    const bool near = fleet::detailAt(m_view.zoom()) == fleet::Detail::Parts;
    QFont font = Theme::font(Type::Strong);
    if (!near)
        font.setPointSizeF(font.pointSizeF() * 2); // seen from half the distance, as large as a body text
    const qreal room = m_box.width() - (near ? 56 : 24);
    const QString shown = QFontMetricsF(font).elidedText(tile.name, Qt::ElideMiddle, near ? room : 1.8 * room);
    if (m_name.text() != shown || (m_name.textWidth() > 0) == near) {
        m_name.setTextFormat(Qt::PlainText);
        m_name.setPerformanceHint(QStaticText::AggressiveCaching);
        m_name.setText(shown);
        if (!near) { // two lines: names of a fleet share their beginning
            QTextOption wrap;
            wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            m_name.setTextOption(wrap);
        }
        m_name.setTextWidth(near ? -1 : room);
    }
    painter->setFont(font);
    painter->setPen(Theme::colours().text);
    painter->drawStaticText(m_box.topLeft() + QPointF(12, near ? 9 : 10), m_name);
}

void FleetTileItem::paintParts(QPainter *painter, const FleetTile &tile) {
    const Colours &c = Theme::colours();
    const QFont font = Theme::font(Type::Body);
    if (m_words.text().isEmpty()) {
        QStringList words{tile.mark, tile.region, tile.egress};
        words.removeAll(QString());
        m_words.setTextFormat(Qt::PlainText);
        m_words.setText(
            QFontMetricsF(font).elidedText(words.join(QStringLiteral(" · ")), Qt::ElideRight, m_box.width() - 24));
    }
    painter->setFont(font);
    painter->setPen(c.textSoft);
    painter->drawStaticText(m_box.topLeft() + QPointF(12, 34), m_words);
    // The parts, each with the shape of its state; more than fit are counted.
    constexpr int kColumns = 8;
    constexpr qsizetype kMost = 3 * kColumns;
    const qreal zoom = painter->worldTransform().m11();
    const qreal step = (m_box.width() - 24) / kColumns;
    const qsizetype shown = tile.parts.size() > kMost ? kMost - 2 : tile.parts.size();
    for (qsizetype i = 0; i < shown; ++i) {
        const ToneColours tone = c.tone(nodeTone(tile.parts[i]));
        const QRectF cell(m_box.left() + 12 + double(i % kColumns) * step, m_box.top() + 62 + double(i / kColumns) * 26,
                          step - 4, 22);
        painter->setPen(QPen(tone.line, 1));
        painter->setBrush(tone.soft);
        painter->drawRoundedRect(cell, 4, 4);
        cachedIcon(painter, nodeStatusIcon(tile.parts[i]), {cell.center().x() - 7.5, cell.center().y() - 7.5, 15, 15},
                   tone.ink, zoom);
    }
    if (shown < tile.parts.size()) {
        painter->setPen(c.textSoft);
        painter->drawText(QRectF(m_box.left() + 12 + 6 * step, m_box.top() + 114, 2 * step, 22), Qt::AlignCenter,
                          QStringLiteral("+%1").arg(tile.parts.size() - shown));
    }
}

} // namespace sluice::ui
