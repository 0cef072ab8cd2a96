#include "ui/wizard/cidr_map.h"

#include "ui/theme/theme.h"
#include "ui/wizard/cidr_moves.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace sluice::ui {

namespace {

constexpr qreal kTop = 26;
constexpr qreal kRow = 58;
constexpr qreal kBar = 22;
constexpr qreal kThinnest = 4; ///< a /28 must still be seen in a /8

constexpr qreal kLabel = 124; ///< room for a range's name
constexpr int kLargest = 8, kSmallest = 28;

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
    setFocusPolicy(Qt::StrongFocus);
}

QRectF CidrMap::barOf(qsizetype row) const {
    return {kLabel, kTop + static_cast<qreal>(row) * kRow, width() - kLabel - 6, kBar};
}

void CidrMap::set(const QList<blueprint::NetworkInUse::Block> &used,
                  const QList<blueprint::NetworkInUse::Block> &reserved, const QList<Choice> &choices) {
    m_used = used;
    m_reserved = reserved;
    m_choices = choices;
    m_active = std::clamp<int>(m_active, 0, std::max<int>(0, static_cast<int>(choices.size()) - 1));
    describe();
    update();
}

void CidrMap::describe() {
    QStringList words;
    if (m_active < m_choices.size())
        words.append(tr("the keys move %1").arg(m_choices[m_active].what));
    for (const Choice &choice : std::as_const(m_choices))
        words.append(tr("%1 %2%3").arg(choice.what, choice.text, choice.clash ? tr(" (in conflict)") : QString()));
    for (const auto &block : std::as_const(m_used))
        words.append(tr("in use: %1 by %2").arg(block.cidr.toString(), block.owner));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

std::optional<Cidr> CidrMap::chosen(int choice) const {
    if (choice < 0 || choice >= m_choices.size())
        return std::nullopt;
    const auto cidr = Cidr::parse(m_choices[choice].text);
    return cidr ? std::optional(*cidr) : std::nullopt;
}

/// In the order of their places, so that each name stands by its bar.
QList<int> CidrMap::choicesIn(const Cidr &range) const {
    QList<int> inside;
    for (int i = 0; i < m_choices.size(); ++i)
        if (const auto cidr = chosen(i); cidr && range.contains(*cidr))
            inside.append(i);
    std::stable_sort(inside.begin(), inside.end(),
                     [this](int a, int b) { return chosen(a)->first().bits() < chosen(b)->first().bits(); });
    return inside;
}

QList<Cidr> CidrMap::othersThan(int choice) const {
    QList<Cidr> others;
    for (const auto &block : m_used + m_reserved)
        others << block.cidr;
    for (int i = 0; i < m_choices.size(); ++i)
        if (const auto cidr = chosen(i); cidr && i != choice)
            others << *cidr;
    return others;
}

int CidrMap::choiceAt(const QPointF &point) const {
    int found = -1;
    for (const Mark &mark : m_marks)
        if (mark.choice >= 0 && mark.box.adjusted(-3, 0, 3, 0).contains(point))
            found = mark.choice;
    return found;
}

void CidrMap::mousePressEvent(QMouseEvent *event) {
    m_dragged = event->button() == Qt::LeftButton ? choiceAt(event->position()) : -1;
    const auto cidr = chosen(m_dragged);
    if (!cidr)
        return QWidget::mousePressEvent(event);
    m_active = m_dragged;
    for (qsizetype row = 0; row < privateRanges().size(); ++row) {
        const QRectF bar = barOf(row);
        if (privateRanges()[row].contains(*cidr))
            m_grip = (event->position().x() - boxOf(*cidr, privateRanges()[row], bar).left()) / bar.width() *
                     static_cast<double>(privateRanges()[row].size());
    }
    setCursor(Qt::ClosedHandCursor);
    describe();
    update();
}

void CidrMap::mouseMoveEvent(QMouseEvent *event) {
    const auto cidr = chosen(m_dragged);
    if (!cidr) {
        if (choiceAt(event->position()) >= 0)
            setCursor(Qt::OpenHandCursor);
        else
            unsetCursor();
        return QWidget::mouseMoveEvent(event);
    }
    const auto row =
        static_cast<qsizetype>(std::clamp((event->position().y() - kTop + (kRow - kBar) / 2) / kRow, 0.0, 2.0));
    const Cidr &range = privateRanges()[row];
    if (cidr->prefix() < range.prefix())
        return; // larger than the whole range
    const QRectF bar = barOf(row);
    const double offset =
        std::clamp((event->position().x() - bar.left()) / bar.width() * static_cast<double>(range.size()) -
                       std::min(m_grip, static_cast<double>(cidr->size()) - 1),
                   0.0, static_cast<double>(range.size() - 1));
    const Ipv4 address(range.first().bits() + static_cast<std::uint32_t>(offset));
    const Cidr to = blockAt(address, cidr->prefix(), range);
    if (to != *cidr)
        Q_EMIT moved(m_dragged, to.toString());
}

void CidrMap::mouseReleaseEvent(QMouseEvent *event) {
    m_dragged = -1;
    unsetCursor();
    QWidget::mouseReleaseEvent(event);
}

void CidrMap::keyPressEvent(QKeyEvent *event) {
    const auto cidr = chosen(m_active);
    const auto resized = [&](int prefix) {
        if (prefix >= kLargest && prefix <= kSmallest)
            Q_EMIT moved(m_active, Cidr(cidr->first(), prefix).toString());
    };
    switch (event->key()) {
    case Qt::Key_Space:
        m_active = m_choices.isEmpty() ? 0 : (m_active + 1) % static_cast<int>(m_choices.size());
        describe();
        return update();
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (cidr)
            if (const auto next = freeNeighbour(*cidr, event->key() == Qt::Key_Right, othersThan(m_active)))
                Q_EMIT moved(m_active, next->toString());
        return;
    case Qt::Key_Plus:
        return cidr ? resized(cidr->prefix() - 1) : void();
    case Qt::Key_Minus:
        return cidr ? resized(cidr->prefix() + 1) : void();
    default:
        QWidget::keyPressEvent(event);
    }
}

void CidrMap::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_marks.clear();
    qreal y = kTop;
    for (qsizetype number = 0; number < privateRanges().size(); ++number) {
        const Cidr &row = privateRanges()[number];
        const QRectF bar = barOf(number);
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
        for (const int index : choicesIn(row)) {
            const Choice &choice = m_choices[index];
            const auto cidr = chosen(index);
            const ToneColours tone = c.tone(choice.clash ? Tone::Fail : Tone::Accent);
            const QRectF box = boxOf(*cidr, row, bar).adjusted(0, -4, 0, 4);
            painter.setPen(QPen(c.page, 1));
            painter.setBrush(tone.solid);
            painter.drawRoundedRect(box, 2, 2);
            const QFont font = Theme::font(Type::CaptionStrong);
            painter.setFont(font);
            const QString words = choice.clash ? choice.what + tr(" (in conflict)") : choice.what;
            const qreal wide = QFontMetricsF(font).horizontalAdvance(words) + 4;
            const qreal x = std::min(std::max(taken, box.center().x() - wide / 2), bar.right() - wide);
            painter.setPen(tone.ink);
            painter.drawText(QRectF(x, bar.bottom() + 5, wide, 16), Qt::AlignCenter, words);
            taken = x + wide + 6;
            if (hasFocus() && index == m_active) {
                painter.setPen(QPen(c.text, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 4, 4);
            }
            m_marks.append({box, tr("%1: %2").arg(choice.what, choice.text), index});
        }
        y += kRow;
    }
    qreal x = kLabel;
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
