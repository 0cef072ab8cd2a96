#include "ui/verification/status_delegate.h"

#include "core/engine/engine.h"
#include "core/verify/verify.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace sluice::ui {

namespace {

constexpr int kMark = 16;
constexpr int kGap = 8;

Tone toneOf(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::Pass:
        return Tone::Pass;
    case verify::Verdict::Fail:
        return Tone::Fail;
    case verify::Verdict::Unknown:
        break;
    }
    return Tone::Unknown;
}

Tone toneOf(engine::StepPhase phase) {
    using engine::StepPhase;
    switch (phase) {
    case StepPhase::Ready:
        return Tone::Pass;
    case StepPhase::Failed:
        return Tone::Fail;
    case StepPhase::Unknown:
        return Tone::Unknown;
    case StepPhase::Intended:
    case StepPhase::Created:
    case StepPhase::Deleting:
        return Tone::Running;
    case StepPhase::Gone:
    case StepPhase::Skipped:
        return Tone::Neutral;
    case StepPhase::Planned:
    case StepPhase::Waiting:
        break;
    }
    return Tone::Planned;
}

} // namespace

StatusDelegate::StatusDelegate(int role, QObject *parent, Meaning meaning)
    : QStyledItemDelegate(parent)
    , m_role(role)
    , m_meaning(meaning) {}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int value = index.data(m_role).toInt();
    const Tone tone = m_meaning == Meaning::Verdict ? toneOf(static_cast<verify::Verdict>(value))
                                                    : toneOf(static_cast<engine::StepPhase>(value));
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor ink = selected ? item.palette.color(QPalette::HighlightedText) : Theme::colours().tone(tone).ink;
    const QRect area = item.rect.adjusted(kGap, 0, -4, 0);
    // The icon's shape alone tells the status; the colour repeats it.
    Theme::paintIcon(painter, toneIcon(tone), QRectF(area.left(), area.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                     ink);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(item.font);
    painter->drawText(area.adjusted(kMark + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(text, Qt::ElideRight, area.width() - kMark - kGap));
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return {base.width() + kMark + kGap * 3, base.height()};
}

} // namespace sluice::ui
