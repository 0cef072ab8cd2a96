#include "ui/wizard/step_rail.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace sluice::ui {

StepRail::StepRail(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps) {
    setFixedWidth(224);
    setObjectName(QStringLiteral("wizardRail"));
    setState(0, {});
}

void StepRail::setState(int current, const QList<int> &withErrors) {
    m_current = current;
    m_errors = withErrors;
    setAccessibleName(tr("Step %1 of %2: %3").arg(current + 1).arg(m_steps.size()).arg(m_steps.value(current)));
    update();
}

void StepRail::setSandbox(bool sandbox) {
    m_sandbox = sandbox;
    update();
}

void StepRail::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), c.sunken);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.line);
    painter.setFont(Theme::font(Type::Heading));
    painter.setPen(c.text);
    painter.drawText(QRectF(24, 30, width() - 36, 26), Qt::AlignLeft | Qt::AlignVCenter, tr("New deployment"));
    constexpr qreal top = 86;
    constexpr qreal step = 46;
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRectF dot(24, top + i * step, 26, 26);
        if (i + 1 < m_steps.size()) {
            painter.setPen(QPen(c.line.darker(c.dark ? 70 : 110), 1.5));
            painter.drawLine(QPointF(37, dot.bottom() + 3), QPointF(37, dot.bottom() + step - 29));
        }
        const bool current = i == m_current;
        const bool bad = m_errors.contains(i);
        const ToneColours tone = c.tone(bad ? Tone::Fail : Tone::Accent);
        painter.setPen(QPen(current || i < m_current || bad ? tone.solid : c.lineStrong, 1.5));
        painter.setBrush(current ? tone.solid : i < m_current ? tone.soft : c.card);
        painter.drawEllipse(dot);
        if (bad && !current)
            Theme::paintIcon(&painter, QStringLiteral("fail"), dot.adjusted(5, 5, -5, -5), tone.ink);
        else if (i < m_current)
            Theme::paintIcon(&painter, QStringLiteral("check"), dot.adjusted(6, 6, -6, -6), tone.ink);
        else {
            painter.setFont(Theme::font(Type::CaptionStrong));
            painter.setPen(current ? tone.onSolid : c.textSoft);
            painter.drawText(dot, Qt::AlignCenter, QString::number(i + 1));
        }
        painter.setFont(Theme::font(current ? Type::Strong : Type::Body));
        painter.setPen(current ? c.text : c.textSoft);
        painter.drawText(QRectF(62, dot.top(), width() - 70, 26), Qt::AlignLeft | Qt::AlignVCenter, m_steps[i]);
    }
    if (!m_sandbox)
        return;
    const ToneColours sandbox = c.tone(Tone::Sandbox);
    const QRectF box(16, height() - 78, width() - 33, 60);
    painter.setPen(QPen(sandbox.line, 1));
    painter.setBrush(sandbox.soft);
    painter.drawRoundedRect(box, 8, 8);
    Theme::paintIcon(&painter, QStringLiteral("sandbox"), QRectF(box.left() + 12, box.top() + 12, 20, 20), sandbox.ink);
    painter.setPen(sandbox.ink);
    painter.setFont(Theme::font(Type::Strong));
    painter.drawText(QRectF(box.left() + 42, box.top() + 10, box.width() - 48, 20), Qt::AlignVCenter,
                     tr("Simulated cloud"));
    painter.setFont(Theme::font(Type::Caption));
    painter.drawText(QRectF(box.left() + 42, box.top() + 31, box.width() - 48, 18), Qt::AlignVCenter,
                     tr("nothing costs money"));
}

} // namespace sluice::ui
