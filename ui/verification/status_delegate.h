#pragma once

#include <QStyledItemDelegate>

namespace sluice::ui {

/// Paints a status as shape + colour before the item's text. `role` gives the status: a verify::Verdict or an
/// engine::StepPhase, by `Meaning`.
class StatusDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Meaning { Verdict, Phase };
    explicit StatusDelegate(int role, QObject *parent, Meaning meaning = Meaning::Verdict);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
    Meaning m_meaning;
};

} // namespace sluice::ui
