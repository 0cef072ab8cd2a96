#include "ui/deployments/list_delegate.h"

#include "ui/deployments/deployment_list_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace sluice::ui {

namespace {

constexpr int kMark = 15;

} // namespace

QSize DeploymentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {0, option.fontMetrics.height() * 2 + 22};
}

void DeploymentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor text = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor second = text;
    second.setAlphaF(0.8F);
    const QRect area = item.rect.adjusted(14, 9, -12, -9);
    painter->save();
    QFont bold = item.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(text);
    const QFontMetrics boldMetrics(bold);
    const QString egress = index.data(DeploymentListModel::EgressRole).toString();
    const QRect top(area.left(), area.top(), area.width(), boldMetrics.height());
    const QRect bottom(area.left(), area.bottom() - item.fontMetrics.height(), area.width(), item.fontMetrics.height());
    painter->drawText(
        top, Qt::AlignLeft | Qt::AlignVCenter,
        boldMetrics.elidedText(index.data(DeploymentListModel::NameRole).toString(), Qt::ElideRight, top.width() - 54));
    painter->setFont(item.font);
    painter->setPen(second);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, index.data(DeploymentListModel::RegionRole).toString());
    const QString state = index.data(DeploymentListModel::StateRole).toString();
    const auto tone = static_cast<Tone>(index.data(DeploymentListModel::ToneRole).toInt());
    Theme::paintIcon(painter, toneIcon(tone), QRectF(bottom.left(), bottom.center().y() - kMark / 2.0, kMark, kMark),
                     selected ? text : Theme::colours().tone(tone).ink);
    const QRect words = bottom.adjusted(kMark + 6, 0, 0, 0);
    // The state is what is looked for; the address stands where both fit.
    const int stateWidth = item.fontMetrics.horizontalAdvance(state);
    const bool both = stateWidth + 12 + item.fontMetrics.horizontalAdvance(egress) <= words.width();
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(state, Qt::ElideRight, words.width()));
    if (both)
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, egress);
    painter->restore();
}

} // namespace sluice::ui
