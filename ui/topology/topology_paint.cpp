#include "ui/topology/topology_paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

#include <cmath>

namespace sluice::ui {

namespace {

constexpr qreal kRadius = 9;
constexpr qreal kWordsFrom = 90; ///< a narrower tile has its icon only

bool isGhost(NodeStatus status) {
    return status == NodeStatus::Planned || status == NodeStatus::Gone;
}

void text(QPainter *painter, const QRectF &box, const QString &value, Type type, const QColor &ink,
          Qt::TextElideMode elide = Qt::ElideRight) {
    const QFont font = Theme::font(type);
    painter->setFont(font);
    painter->setPen(ink);
    const QString shown = QFontMetricsF(font).elidedText(value, elide, box.width());
    painter->drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

qreal widthOf(const QString &value, Type type) {
    return QFontMetricsF(Theme::font(type)).horizontalAdvance(value);
}

/// What the badge says: a measured fault is worth more than the state of the resource.
QString badgeWords(const TopologyNode &node) {
    return node.alert.isEmpty() ? node.statusText : node.alert;
}

Tone badgeTone(const TopologyNode &node) {
    return node.alert.isEmpty() ? nodeTone(node.status) : Tone::Fail;
}

QString badgeIcon(const TopologyNode &node) {
    return node.alert.isEmpty() ? nodeStatusIcon(node.status) : QStringLiteral("warning");
}

void statusMark(QPainter *painter, const TopologyNode &node, const QPointF &topLeft, qreal room) {
    QString words = badgeWords(node);
    if (node.alert.isEmpty() && widthOf(words, Type::Medium) > room - 20)
        words = nodeStatusName(node.status); // the short word; the platform's own is in the details
    const QColor ink = Theme::colours().tone(badgeTone(node)).ink;
    Theme::paintIcon(painter, badgeIcon(node), QRectF(topLeft, QSizeF(15, 15)), ink);
    text(painter, QRectF(topLeft.x() + 20, topLeft.y() - 2, room - 20, 19), words, Type::Medium, ink);
}

/// How far the expected time has gone, along the lower edge; the words say it too.
void progressBar(QPainter *painter, const TopologyNode &node, const QRectF &box) {
    if (node.fraction < 0)
        return;
    const ToneColours tone = Theme::colours().tone(Tone::Running);
    const QRectF track(box.left() + kRadius + 2, box.bottom() - 6, box.width() - 2 * kRadius - 4, 3);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone.line);
    painter->drawRoundedRect(track, 1.5, 1.5);
    painter->setBrush(tone.ink);
    painter->drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(3.0, track.width() * node.fraction), 3)), 1.5,
                             1.5);
}

void outline(QPainter *painter, const QRectF &box, const TopologyNode &node, const NodeLook &look, const QColor &fill) {
    const Colours &c = Theme::colours();
    const Tone tone = nodeTone(node.status);
    QColor line = isGhost(node.status) ? c.tone(Tone::Planned).line : c.line.darker(c.dark ? 60 : 115);
    qreal width = 1.2;
    if (node.status == NodeStatus::Failed || node.status == NodeStatus::Unknown || node.status == NodeStatus::Running ||
        node.status == NodeStatus::Deleting) {
        line = c.tone(tone).ink;
        width = 1.8;
    }
    if (look.emphasised) {
        line = c.tone(Tone::Accent).ink;
        width = 2.2;
    }
    if (!node.alert.isEmpty()) {
        line = c.tone(Tone::Fail).ink;
        width = 2.2;
    }
    if (look.hovered)
        line = c.tone(Tone::Accent).ink;
    if (look.selected) {
        line = c.tone(Tone::Accent).solid;
        width = 2.4;
    }
    if (look.focused) {
        QPen ring(c.focus, 2.5); // in pixels of the screen: a small drawing must show it as well
        ring.setCosmetic(true);
        painter->setPen(ring);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(-4, -4, 4, 4), kRadius + 3, kRadius + 3);
    }
    QPen pen(line, width);
    if (isGhost(node.status) && !look.selected)
        pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(fill);
    painter->drawRoundedRect(box, kRadius, kRadius);
}

QColor fillOf(const TopologyNode &node, const NodeLook &look) {
    const Colours &c = Theme::colours();
    return look.emphasised || !isGhost(node.status) ? c.card : QColor(Qt::transparent);
}

void paintContainer(QPainter *painter, const TopologyNode &node, const QRectF &box, const NodeLook &look) {
    const Colours &c = Theme::colours();
    outline(painter, box, node, look, containerFill(node.kind));
    const QRectF icon(box.left() + 16, box.top() + 14, 24, 24);
    Theme::paintIcon(painter, nodeIcon(node.kind), icon,
                     c.tone(isGhost(node.status) && !look.emphasised ? Tone::Planned : Tone::Accent).ink);
    const qreal left = icon.right() + 11;
    const qreal room = box.right() - 14 - left;
    text(painter, {left, box.top() + 8, room, 19}, node.title, Type::Strong, c.text, Qt::ElideMiddle);
    const bool moving = !node.progress.isEmpty();
    const QString second = moving ? node.progress : node.subtitle;
    qreal mark = 0;
    if (node.status != NodeStatus::Outside || !node.alert.isEmpty()) { // the name has the first line for itself
        const qreal least = node.alert.isEmpty() ? .34 : .62; // what is wrong is worth more than what stands beside it
        mark = std::min(std::max(room * least, room - widthOf(second, Type::Body) - 14),
                        widthOf(badgeWords(node), Type::Medium) + 23);
        statusMark(painter, node, {box.right() - 14 - mark, box.top() + 29}, mark);
        mark += 8;
    }
    text(painter, {left, box.top() + 27, room - mark, 19}, second, Type::Body,
         moving ? c.tone(Tone::Running).ink : c.textSoft);
    text(painter, {left, box.top() + 46, room, 19}, node.note, Type::Body, c.textSoft);
    progressBar(painter, node, {box.left(), box.top(), box.width(), headHeight(node) - 1});
}

void paintCard(QPainter *painter, const TopologyNode &node, const QRectF &box, const NodeLook &look) {
    const Colours &c = Theme::colours();
    const bool ghost = isGhost(node.status);
    outline(painter, box, node, look, fillOf(node, look));
    const bool accent = look.emphasised || (!ghost && node.kind == NodeKind::NatGateway);
    const Tone iconTone = accent ? Tone::Accent : ghost ? Tone::Planned : Tone::Neutral;
    const bool outside = node.status == NodeStatus::Outside && node.alert.isEmpty();
    const qreal top = outside ? box.center().y() - 20 : box.top() + 10;
    const QRectF plate(box.left() + 12, top + (outside ? 2 : 5), 34, 34);
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.tone(iconTone).soft);
    painter->drawRoundedRect(plate, 8, 8);
    Theme::paintIcon(painter, nodeIcon(node.kind), plate.adjusted(6, 6, -6, -6), c.tone(iconTone).ink);
    const qreal left = plate.right() + 11;
    const qreal room = box.right() - 10 - left;
    text(painter, {left, top, room, 19}, node.title, Type::Strong,
         node.status == NodeStatus::Gone ? c.textSoft : c.text, Qt::ElideMiddle);
    const bool moving = !node.progress.isEmpty();
    text(painter, {left, top + 20, room, 19}, moving ? node.progress : node.subtitle, Type::Body,
         moving ? c.tone(Tone::Running).ink : c.textSoft);
    if (!outside)
        statusMark(painter, node, {left, top + 43}, room);
    progressBar(painter, node, box);
}

void paintSmall(QPainter *painter, const TopologyNode &node, const QRectF &box, const NodeLook &look, bool chip) {
    const Colours &c = Theme::colours();
    const bool ghost = isGhost(node.status);
    outline(painter, box, node, look, fillOf(node, look));
    const qreal middle = box.center().y();
    const QColor iconInk = c.tone(look.emphasised ? Tone::Accent : ghost ? Tone::Planned : Tone::Neutral).ink;
    if (box.width() < kWordsFrom) { // one of many: only that it is there, and what is wrong with it
        const QString only = node.alert.isEmpty() ? nodeIcon(node.kind) : badgeIcon(node);
        Theme::paintIcon(painter, only, {box.center().x() - 8, middle - 8, 16, 16},
                         node.alert.isEmpty() ? iconInk : c.tone(badgeTone(node)).ink);
        return;
    }
    Theme::paintIcon(painter, nodeIcon(node.kind), {box.left() + 12, middle - 9, 18, 18}, iconInk);
    QString words = chip ? node.subtitle : node.title;
    if (chip && !node.alert.isEmpty())
        words = node.alert;
    else if (chip && !node.progress.isEmpty())
        words = node.progress;
    const QRectF room(box.left() + 38, middle - 10, box.width() - 66, 20);
    const bool soft = ghost && !look.emphasised;
    text(painter, room, words, Type::Body, soft ? c.textSoft : c.text,
         chip ? Qt::ElideRight : Qt::ElideLeft); // nodes differ at the end of their names
    // A tile as long as a line has room for what a card says below its name.
    const QString more = node.alert.isEmpty() ? node.subtitle : node.alert;
    const qreal used = widthOf(words, Type::Body) + 12;
    if (!chip && room.width() - used >= std::min(widthOf(more, Type::Body), kWordsFrom))
        text(painter, room.adjusted(used, 0, 0, 0), more, Type::Body,
             node.alert.isEmpty() ? c.textSoft : c.tone(Tone::Fail).ink);
    if (node.status != NodeStatus::Outside)
        Theme::paintIcon(painter, badgeIcon(node), {box.right() - 25, middle - 7.5, 15, 15},
                         c.tone(badgeTone(node)).ink);
}

QPainterPath rounded(const QPolygonF &points) {
    QPainterPath path(points.first());
    for (int i = 1; i + 1 < points.size(); ++i) {
        const QPointF in = points[i] - points[i - 1];
        const QPointF out = points[i + 1] - points[i];
        const qreal inLength = std::hypot(in.x(), in.y());
        const qreal outLength = std::hypot(out.x(), out.y());
        const qreal radius = std::min({10.0, inLength / 2, outLength / 2});
        path.lineTo(points[i] - in / inLength * radius);
        path.quadTo(points[i], points[i] + out / outLength * radius);
    }
    path.lineTo(points.last());
    return path;
}

void arrow(QPainter *painter, const QPolygonF &points, const QColor &ink) {
    const QPointF tip = points.last();
    QPointF along = tip - points[points.size() - 2];
    along /= std::hypot(along.x(), along.y());
    const QPointF across(-along.y(), along.x());
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    painter->drawPolygon(QPolygonF{tip, tip - along * 9 + across * 4.5, tip - along * 9 - across * 4.5});
}

/// Where the packet of a failed measurement got lost: a cross on the line, at the end where it happened.
void paintBreak(QPainter *painter, const TopologyEdge &edge, const QPainterPath &line, const ToneColours &tone) {
    if (edge.brokenAt.isEmpty() || edge.verdict != EdgeVerdict::Fail || line.length() < 40)
        return;
    const qreal at = edge.brokenAt == edge.to ? line.length() - 16 : 11;
    const QPointF centre = line.pointAtPercent(line.percentAtLength(at));
    painter->setPen(QPen(tone.ink, 1.4));
    painter->setBrush(Theme::colours().card);
    painter->drawEllipse(centre, 8.5, 8.5);
    painter->setPen(QPen(tone.ink, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(centre + QPointF(-3.6, -3.6), centre + QPointF(3.6, 3.6));
    painter->drawLine(centre + QPointF(-3.6, 3.6), centre + QPointF(3.6, -3.6));
}

QString verdictIcon(EdgeVerdict verdict) {
    return verdict == EdgeVerdict::Pass   ? QStringLiteral("pass")
           : verdict == EdgeVerdict::Fail ? QStringLiteral("fail")
                                          : QStringLiteral("unknown");
}

} // namespace

QColor containerFill(NodeKind kind) {
    const Colours &c = Theme::colours();
    if (kind == NodeKind::Cloud || c.highContrast) // outlines alone, where contrast is asked for
        return c.page;
    if (kind == NodeKind::Vpc)
        return c.dark ? QColor(0x16, 0x1d, 0x29) : QColor(0xee, 0xf3, 0xfb);
    return c.dark ? QColor(0x1a, 0x23, 0x32) : QColor(0xf7, 0xfa, 0xff);
}

Tone nodeTone(NodeStatus status) {
    switch (status) {
    case NodeStatus::Planned:
    case NodeStatus::Gone:
        return Tone::Planned;
    case NodeStatus::Running:
        return Tone::Running;
    case NodeStatus::Ready:
        return Tone::Pass;
    case NodeStatus::Failed:
        return Tone::Fail;
    case NodeStatus::Unknown:
    case NodeStatus::Deleting:
        return Tone::Unknown;
    case NodeStatus::Outside:
        break;
    }
    return Tone::Neutral;
}

QString nodeStatusIcon(NodeStatus status) {
    if (status == NodeStatus::Gone)
        return QStringLiteral("gone");
    if (status == NodeStatus::Deleting)
        return QStringLiteral("trash");
    return toneIcon(nodeTone(status));
}

QString nodeIcon(NodeKind kind) {
    switch (kind) {
    case NodeKind::Cloud:
        return QStringLiteral("cloud");
    case NodeKind::Vpc:
        return QStringLiteral("vpc");
    case NodeKind::Cluster:
        return QStringLiteral("cluster");
    case NodeKind::Node:
        return QStringLiteral("node");
    case NodeKind::Route:
        return QStringLiteral("route");
    case NodeKind::NatGateway:
        return QStringLiteral("nat");
    case NodeKind::Droplet:
        return QStringLiteral("droplet");
    case NodeKind::Bastion:
        return QStringLiteral("bastion");
    case NodeKind::Firewall:
        return QStringLiteral("firewall");
    case NodeKind::Internet:
        return QStringLiteral("internet");
    case NodeKind::Operator:
        break;
    }
    return QStringLiteral("operator");
}

Tone edgeTone(const TopologyEdge &edge) {
    switch (edge.verdict) {
    case EdgeVerdict::Pass:
        return Tone::Pass;
    case EdgeVerdict::Fail:
        return Tone::Fail;
    case EdgeVerdict::Unknown:
        return Tone::Unknown;
    case EdgeVerdict::None:
        break;
    }
    if (edge.planned)
        return Tone::Planned;
    return edge.kind == EdgeKind::Ssh ? Tone::Neutral : Tone::Accent;
}

void paintNode(QPainter *painter, const TopologyNode &node, const QRectF &box, TopologyLayout::Form form,
               const NodeLook &look) {
    painter->setRenderHint(QPainter::Antialiasing);
    switch (form) {
    case TopologyLayout::Form::Container:
        paintContainer(painter, node, box, look);
        return;
    case TopologyLayout::Form::Card:
        paintCard(painter, node, box, look);
        return;
    case TopologyLayout::Form::Tile:
    case TopologyLayout::Form::Chip:
        paintSmall(painter, node, box, look, form == TopologyLayout::Form::Chip);
        return;
    }
}

void paintEdge(QPainter *painter, const TopologyEdge &edge, const TopologyLayout::Edge &path, const EdgeLook &look) {
    if (path.points.size() < 2)
        return;
    const Colours &c = Theme::colours();
    const ToneColours tone = c.tone(edgeTone(edge));
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(tone.ink, (edge.kind == EdgeKind::Ssh ? 1.4 : 2.0) + (look.highlighted ? 1.4 : 0), Qt::SolidLine,
             Qt::FlatCap, Qt::RoundJoin);
    if (edge.kind == EdgeKind::Ssh)
        pen.setDashPattern({1.5, 3});
    else if (edge.planned)
        pen.setDashPattern({5, 4});
    const QPainterPath line = rounded(path.points);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(line);
    arrow(painter, path.points, tone.ink);
    if (look.phase >= 0 && edge.verdict == EdgeVerdict::Pass) {
        const qreal length = line.length();
        painter->setPen(QPen(c.card, 1.5));
        painter->setBrush(tone.solid);
        for (qreal at = look.phase * 64; at < length - 10; at += 64)
            painter->drawEllipse(line.pointAtPercent(line.percentAtLength(at)), 4, 4);
    }
    paintBreak(painter, edge, line, tone);
    const bool measured = edge.verdict != EdgeVerdict::None;
    if (path.label.isNull() || (edge.label.isEmpty() && !measured)) {
        return;
    }
    // What was measured stands first, under it how old that is.
    QString fact = measured && !edge.observed.isEmpty() && edge.kind == EdgeKind::Egress ? edge.observed : edge.label;
    if (edge.verdict == EdgeVerdict::Unknown) // what a tool said about it is in the tooltip and in the evidence
        fact = QCoreApplication::translate("sluice::ui", "unknown");
    const bool two = measured && !edge.age.isEmpty();
    const qreal icon = measured ? 20 : 0;
    const qreal words = std::max(widthOf(fact, Type::Medium), two ? widthOf(edge.age, Type::Caption) : 0);
    const qreal width = std::min(path.label.width(), words + icon + 20);
    const qreal height = two ? path.label.height() : 25;
    const QRectF pill(path.label.left() + (path.label.width() - width) / 2, path.label.center().y() - height / 2, width,
                      height);
    painter->setPen(QPen(tone.line, 1));
    painter->setBrush(measured ? tone.soft : c.card);
    painter->drawRoundedRect(pill, std::min(height / 2, 13.0), std::min(height / 2, 13.0));
    if (measured)
        Theme::paintIcon(painter, verdictIcon(edge.verdict), {pill.left() + 7, pill.center().y() - 8, 16, 16},
                         tone.ink);
    const QRectF inner = pill.adjusted(9 + icon, 0, -7, 0);
    text(painter, two ? QRectF(inner.left(), pill.top() + 2, inner.width(), 18) : inner, fact, Type::Medium, tone.ink);
    if (two)
        text(painter, {inner.left(), pill.top() + 19, inner.width(), 16}, edge.age, Type::Caption, tone.ink);
}

qreal paintLegend(QPainter *painter, const QRectF &box) {
    const Colours &c = Theme::colours();
    const auto tr = [](const char *words) { return QCoreApplication::translate("sluice::ui", words); };
    painter->setRenderHint(QPainter::Antialiasing);
    struct Entry {
        QString words;
        Tone tone;
        QList<qreal> dash;
        QString icon;
    };
    const QList<Entry> entries{{tr("egress traffic"), Tone::Accent, {}, {}},
                               {tr("planned"), Tone::Planned, {5, 4}, {}},
                               {tr("SSH"), Tone::Neutral, {1.5, 3}, {}},
                               {tr("measured: pass"), Tone::Pass, {}, QStringLiteral("pass")},
                               {tr("measured: fail"), Tone::Fail, {}, QStringLiteral("fail")},
                               {tr("could not measure"), Tone::Unknown, {}, QStringLiteral("unknown")},
                               {tr("the path breaks here"), Tone::Fail, {}, QStringLiteral("warning")}};
    constexpr qreal row = 22;
    qreal x = box.left();
    qreal y = box.top() + row / 2;
    for (const Entry &entry : entries) {
        const qreal mark = entry.icon.isEmpty() ? 34 : 21;
        const qreal width = widthOf(entry.words, Type::Body) + 4;
        if (x > box.left() && x + mark + width > box.right()) {
            x = box.left();
            y += row;
        }
        const QColor ink = c.tone(entry.tone).ink;
        if (entry.icon.isEmpty()) {
            QPen pen(ink, 2);
            if (!entry.dash.isEmpty())
                pen.setDashPattern(entry.dash);
            painter->setPen(pen);
            painter->drawLine(QPointF(x, y), QPointF(x + 26, y));
        } else {
            Theme::paintIcon(painter, entry.icon, {x, y - 7.5, 15, 15}, ink);
        }
        text(painter, {x + mark, y - 10, width, 20}, entry.words, Type::Body, c.textSoft);
        x += mark + width + 20;
    }
    return y + row / 2;
}

void paintTopology(QPainter *painter, const TopologyModel &model, const TopologyLayout &layout) {
    for (const TopologyNode &node : model.nodes)
        if (layout.forms.value(node.id) == TopologyLayout::Form::Container && layout.nodes.contains(node.id))
            paintNode(painter, node, layout.nodes[node.id], TopologyLayout::Form::Container);
    for (const TopologyEdge &edge : model.edges)
        paintEdge(painter, edge, layout.edges.value(edge.id));
    for (const TopologyNode &node : model.nodes)
        if (const auto form = layout.forms.value(node.id);
            form != TopologyLayout::Form::Container && layout.nodes.contains(node.id))
            paintNode(painter, node, layout.nodes[node.id], form);
    if (!layout.legend.isNull())
        paintLegend(painter, layout.legend);
}

} // namespace sluice::ui
