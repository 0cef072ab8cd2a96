#pragma once

#include <QStyledItemDelegate>

namespace sluice::ui {

/// Two lines per deployment: name and state, region and egress IP; a mark for its verdict.
class DeploymentDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace sluice::ui
