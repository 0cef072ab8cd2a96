#include "ui/activity/critical_bar.h"

#include "ui/activity/steps_model.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

constexpr int kHeight = 30;
constexpr double kGap = 3;
constexpr double kLeast = 14; ///< a step of one second is still a mark

Tone toneOf(engine::StepPhase phase) {
    using engine::StepPhase;
    switch (phase) {
    case StepPhase::Ready:
    case StepPhase::Gone:
        return Tone::Pass;
    case StepPhase::Failed:
        return Tone::Fail;
    case StepPhase::Intended:
    case StepPhase::Created:
    case StepPhase::Deleting:
        return Tone::Running;
    case StepPhase::Unknown:
        return Tone::Unknown;
    default:
        return Tone::Planned;
    }
}

} // namespace

CriticalBar::CriticalBar(QWidget *parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("criticalBar"));
    setAccessibleName(tr("Critical path"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CriticalBar::setParts(const QList<Part> &parts) {
    if (parts == m_parts)
        return;
    m_parts = parts;
    QStringList words;
    for (const Part &part : m_parts)
        words << wordsOf(part);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QString CriticalBar::wordsOf(const Part &part) const {
    const QString time = durationText(std::llround(part.seconds));
    switch (toneOf(part.phase)) {
    case Tone::Pass:
    case Tone::Fail:
        return tr("%1: %2 after %3").arg(blueprint::titleOf(part.name), phaseText(part.phase), time);
    case Tone::Running:
    case Tone::Unknown:
        return tr("%1: runs, about %2 % of %3")
            .arg(blueprint::titleOf(part.name))
            .arg(std::lround(part.share * 100))
            .arg(time);
    default:
        return tr("%1: to come, about %2").arg(blueprint::titleOf(part.name), time);
    }
}

QSize CriticalBar::sizeHint() const {
    return {400, kHeight};
}

QSize CriticalBar::minimumSizeHint() const {
    return {160, kHeight};
}

QList<QRectF> CriticalBar::boxes() const {
    double total = 0;
    for (const Part &part : m_parts)
        total += std::max(part.seconds, 0.0);
    const auto count = static_cast<double>(m_parts.size());
    const double room = std::max(0.0, width() - count * kLeast - (count - 1) * kGap);
    QList<QRectF> boxes;
    double x = 0;
    for (const Part &part : m_parts) {
        const double share = total > 0 ? std::max(part.seconds, 0.0) / total : 1 / count;
        const double wide = kLeast + room * share;
        boxes << QRectF(x, 0.5, wide, kHeight - 1);
        x += wide + kGap;
    }
    return boxes;
}

void CriticalBar::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Theme::font(Type::CaptionStrong));
    const QList<QRectF> all = boxes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Part &part = m_parts[i];
        const QRectF box = all[i].adjusted(0.5, 0, -0.5, 0);
        const ToneColours tone = c.tone(toneOf(part.phase));
        QPainterPath outline;
        outline.addRoundedRect(box, 5, 5);
        painter.setPen(Qt::NoPen);
        const bool waits = toneOf(part.phase) == Tone::Planned;
        painter.fillPath(outline, waits ? c.card : tone.soft);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tone.line, 1, waits ? Qt::DashLine : Qt::SolidLine));
        painter.drawPath(outline);
        // How far it has come: a line along the lower edge, so that the name keeps its ground.
        painter.save();
        painter.setClipPath(outline);
        painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width() * part.share, 4), tone.ink);
        painter.restore();
        const QRectF text = box.adjusted(6, 0, -4, -3);
        const QString name = painter.fontMetrics().elidedText(blueprint::titleOf(part.name), Qt::ElideRight,
                                                              static_cast<int>(text.width()));
        if (text.width() < 24)
            continue; // its tooltip names it
        painter.setPen(waits ? c.textSoft : tone.ink);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

bool CriticalBar::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QList<QRectF> all = boxes();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i].contains(help->pos())) {
                QToolTip::showText(help->globalPos(), wordsOf(m_parts[i]), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

QList<CriticalBar::Part> criticalParts(const blueprint::Plan &plan, const QList<engine::StepState> &steps,
                                       const QStringList &critical, const QDateTime &now, const Typical &typical) {
    QList<CriticalBar::Part> parts;
    for (const QString &name : critical) {
        const blueprint::PlannedResource *resource = plan.find(name);
        CriticalBar::Part part{.name = name};
        part.seconds = typical.value(name, resource ? static_cast<double>(resource->expectedSeconds) : 0);
        const auto step =
            std::find_if(steps.cbegin(), steps.cend(), [&](const engine::StepState &s) { return s.name == name; });
        if (step != steps.cend()) {
            part.phase = step->phase;
            const bool begun = step->started.isValid();
            const bool over = begun && step->finished.isValid() && toneOf(step->phase) != Tone::Running;
            if (over) {
                part.seconds = static_cast<double>(step->started.msecsTo(step->finished)) / 1000;
                part.share = 1;
            } else if (begun && part.seconds > 0 && toneOf(step->phase) == Tone::Running) {
                // Never full before it is over.
                part.share =
                    std::clamp(static_cast<double>(step->started.msecsTo(now)) / 1000 / part.seconds, 0.0, .95);
            }
        }
        parts << part;
    }
    return parts;
}

} // namespace sluice::ui
