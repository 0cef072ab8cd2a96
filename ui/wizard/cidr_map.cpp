#include "ui/wizard/cidr_map.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sluice::ui {

namespace {

constexpr qreal kTop = 26;
constexpr qreal kRow = 58;
constexpr qreal kBar = 22;
constexpr qreal kThinnest = 4; ///< a /28 must still be seen in a /8

Cidr network(const char *text) {
    return Cidr::parse(QLatin1String(text)).value();
}

QRectF boxOf(const Cidr &cidr, const Cidr &row, const QRectF &bar) {
    const auto share = [&](std::uint64_t offset) {
        return static_cast<double>(offset) / static_cast<double>(row.size());
    };
    const double from = share(cidr.first().bits() - row.first().bits());
    const double wide = std::max(kThinnest, share(cidr.size()) * bar.width());
    return {std::min(bar.left() + from * bar.width(), bar.right() - wide), bar.top(), wide, bar.height()};
}

} // namespace

CidrMap::CidrMap(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("cidrMap"));
    setAccessibleName(tr("Map of private address ranges"));
    setMouseTracking(true);
}

void CidrMap::set(const QList<blueprint::NetworkInUse::Block> &used,
                  const QList<blueprint::NetworkInUse::Block> &reserved, const QList<Choice> &choices) {
    m_used = used;
    m_reserved = reserved;
    m_choices = choices;
    QStringList words;
    for (const Choice &choice : choices)
        words.append(tr("%1 %2%3").arg(choice.what, choice.text, choice.clash ? tr(" (in conflict)") : QString()));
    for (const auto &block : used)
        words.append(tr("in use: %1 by %2").arg(block.cidr.toString(), block.owner));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void CidrMap::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_marks.clear();
    qreal y = kTop;
    for (const Cidr &row : {network("10.0.0.0/8"), network("172.16.0.0/12"), network("192.168.0.0/16")}) {
        const QRectF bar(124, y, width() - 130, kBar);
        painter.setFont(Theme::font(Type::Caption));
        painter.setPen(c.textSoft);
        painter.drawText(QRectF(0, y, 116, kBar), Qt::AlignLeft | Qt::AlignVCenter, row.toString());
        painter.setPen(QPen(c.line, 1));
        painter.setBrush(c.card);
        painter.drawRoundedRect(bar, 4, 4);
        for (const auto &block : std::as_const(m_reserved)) {
            if (!row.contains(block.cidr))
                continue;
            const QRectF box = boxOf(block.cidr, row, bar);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(c.lineStrong, Qt::BDiagPattern));
            painter.drawRect(box);
            m_marks.append({box, tr("%1: %2").arg(block.cidr.toString(), block.owner)});
        }
        for (const auto &block : std::as_const(m_used)) {
            if (!row.contains(block.cidr))
                continue;
            const QRectF box = boxOf(block.cidr, row, bar);
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.tone(Tone::Planned).solid);
            painter.drawRoundedRect(box, 2, 2);
            m_marks.append({box, tr("%1: in use by %2").arg(block.cidr.toString(), block.owner)});
        }
        qreal taken = bar.left();
        for (const Choice &choice : std::as_const(m_choices)) {
            const auto cidr = Cidr::parse(choice.text);
            if (!cidr || !row.contains(*cidr))
                continue;
            const ToneColours tone = c.tone(choice.clash ? Tone::Fail : Tone::Accent);
            const QRectF box = boxOf(*cidr, row, bar).adjusted(0, -4, 0, 4);
            painter.setPen(QPen(c.page, 1));
            painter.setBrush(tone.solid);
            painter.drawRoundedRect(box, 2, 2);
            const QFont font = Theme::font(Type::CaptionStrong);
            painter.setFont(font);
            const qreal wide = QFontMetricsF(font).horizontalAdvance(choice.what) + 4;
            const qreal x = std::min(std::max(taken, box.center().x() - wide / 2), bar.right() - wide);
            painter.setPen(tone.ink);
            painter.drawText(QRectF(x, bar.bottom() + 5, wide, 16), Qt::AlignCenter, choice.what);
            taken = x + wide + 6;
            m_marks.append({box, tr("%1: %2").arg(choice.what, choice.text)});
        }
        y += kRow;
    }
    qreal x = 124;
    const auto legend = [&](const QBrush &brush, const QString &words) {
        painter.setPen(QPen(c.lineStrong, 1));
        painter.setBrush(brush);
        painter.drawRoundedRect(QRectF(x, y + 6, 14, 12), 2, 2);
        painter.setFont(Theme::font(Type::Caption));
        painter.setPen(c.textSoft);
        const qreal wide = painter.fontMetrics().horizontalAdvance(words) + 6;
        painter.drawText(QRectF(x + 20, y + 3, wide, 18), Qt::AlignVCenter, words);
        x += wide + 38;
    };
    legend(c.tone(Tone::Accent).solid, tr("this deployment"));
    legend(c.tone(Tone::Planned).solid, tr("in use"));
    legend(QBrush(c.lineStrong, Qt::BDiagPattern), tr("reserved by the platform"));
}

bool CidrMap::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QString words;
        for (const Mark &mark : std::as_const(m_marks))
            if (mark.box.adjusted(-2, 0, 2, 0).contains(help->pos()))
                words = mark.words;
        QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sluice::ui
