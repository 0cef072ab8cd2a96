#include "ui/topology/path_strip.h"

#include "ui/theme/theme.h"
#include "ui/topology/topology_paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

namespace sluice::ui {

namespace {

/// Breaks at words; what two lines cannot hold ends with an ellipsis, and is whole in the tooltip.
void drawTwoLines(QPainter *painter, const QRectF &box, const QString &words) {
    QTextLayout layout(words, painter->font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(box.width());
    layout.endLayout();
    const auto cut = first.isValid() ? first.textLength() : 0;
    const qreal line = QFontMetricsF(painter->font()).height();
    painter->drawText(QRectF(box.topLeft(), QSizeF(box.width(), line)), Qt::AlignLeft | Qt::AlignVCenter,
                      words.left(cut));
    painter->drawText(QRectF(box.left(), box.top() + line, box.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(painter->font()).elidedText(words.mid(cut).trimmed(), Qt::ElideRight, box.width()));
}

} // namespace

PathStrip::PathStrip(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("pathStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHops({});
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize PathStrip::sizeHint() const {
    const int strong = QFontMetrics(Theme::font(Type::Strong)).height();
    const int body = QFontMetrics(Theme::font(Type::Body)).height();
    return {600, 2 * space::kSmall + strong + 2 * body + space::kHair}; // a rule has room for two lines
}

void PathStrip::setHops(const QList<PathHop> &hops) {
    if (!hops.isEmpty() && hops == m_hops)
        return;
    m_hops = hops;
    const QString words = pathWords(hops);
    setAccessibleName(hops.isEmpty() ? tr("Path of a packet: none is pointed at")
                                     : tr("Path of a packet: %1").arg(words));
    QStringList lines;
    for (const PathHop &hop : hops)
        lines.append(pathWords({hop}));
    setToolTip(lines.join(QLatin1Char('\n')));
    update();
}

void PathStrip::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.page);
    painter.setPen(QPen(c.line, 1));
    painter.drawLine(QPointF(0, .5), QPointF(width(), .5));
    const QRectF inner = QRectF(rect()).adjusted(space::kLarge, space::kSmall, -space::kLarge, -space::kSmall);
    if (m_hops.isEmpty()) {
        const qreal below = paintLegend(&painter, inner);
        const QFont body = Theme::font(Type::Body);
        painter.setFont(body);
        painter.setPen(c.textSoft);
        const QRectF rest(inner.left(), below, inner.width(), inner.bottom() - below);
        const QString hint = tr("Point at a node, a droplet or the bastion, or walk there with the arrow keys: its "
                                "packets' way and every hop's rule stand here.");
        if (rest.height() >= QFontMetricsF(body).height())
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(body).elidedText(hint, Qt::ElideRight, rest.width()));
        return;
    }
    const QFont strong = Theme::font(Type::Strong);
    const QFont body = Theme::font(Type::Body);
    const qreal strongHeight = QFontMetricsF(strong).height();
    const qreal bodyHeight = QFontMetricsF(body).height();
    constexpr qreal arrow = 28;
    const qreal goal = std::min(150.0, inner.width() / (double(m_hops.size()) + .5));
    const qreal column = (inner.width() - goal) / double(m_hops.size() - 1);
    qreal x = inner.left();
    for (int i = 0; i < m_hops.size(); ++i) {
        const PathHop &hop = m_hops[i];
        const bool last = i == m_hops.size() - 1;
        const qreal width = last ? goal : column - arrow;
        painter.setFont(strong);
        painter.setPen(c.text);
        const QString title = QFontMetricsF(strong).elidedText(hop.title, Qt::ElideMiddle, last ? width : width * .62);
        painter.drawText(QRectF(x, inner.top(), width, strongHeight), Qt::AlignLeft | Qt::AlignVCenter, title);
        if (last)
            break;
        const Tone tone = hop.broken || hop.verdict == EdgeVerdict::Fail ? Tone::Fail
                          : hop.verdict == EdgeVerdict::Pass             ? Tone::Pass
                          : hop.verdict == EdgeVerdict::Unknown          ? Tone::Unknown
                                                                         : Tone::Neutral;
        painter.setFont(body);
        painter.setPen(c.textSoft);
        drawTwoLines(&painter, QRectF(x, inner.top() + strongHeight + space::kHair, width, 2 * bodyHeight), hop.rule);
        // What was measured stands behind the name.
        const qreal named = QFontMetricsF(strong).horizontalAdvance(title) + space::kMedium;
        const QRectF foot(x + named, inner.top(), width - named, strongHeight);
        const QColor ink = c.tone(tone).ink;
        Theme::paintIcon(&painter, tone == Tone::Neutral ? QStringLiteral("planned") : toneIcon(tone),
                         {foot.left(), foot.center().y() - 7.5, 15, 15}, ink);
        painter.setPen(ink);
        QString measured = hop.measured.isEmpty() ? tr("not measured") : hop.measured;
        if (hop.verdict == EdgeVerdict::Unknown)
            measured = verdictWords(hop.verdict, false);
        if (!hop.reached)
            measured = tr("not reached");
        else if (hop.broken)
            measured = hop.measured.isEmpty() ? tr("breaks here") : tr("breaks here: measured %1").arg(hop.measured);
        painter.drawText(foot.adjusted(21, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(body).elidedText(measured, Qt::ElideRight, foot.width() - 21));
        Theme::paintIcon(&painter, hop.broken ? QStringLiteral("fail") : QStringLiteral("chevron-right"),
                         {x + width + (arrow - 18) / 2, inner.center().y() - 9, 18, 18},
                         hop.broken ? c.tone(Tone::Fail).ink : c.textSoft);
        x += column;
    }
}

} // namespace sluice::ui
