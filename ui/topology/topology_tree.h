#pragma once

#include "ui/topology/topology_model.h"

#include <QStandardItemModel>
#include <QTreeView>

namespace sluice::ui {

/// The drawing in words: the same nodes with the same ids, nested like the containers, and the traffic with its
/// verdicts. Screen readers read this; the selection is kept the same by TopologyPanel.
class TopologyTree : public QTreeView {
    Q_OBJECT
public:
    enum Column { NameColumn, StateColumn, AddressColumn };
    static constexpr int kIdRole = Qt::UserRole;
    explicit TopologyTree(QWidget *parent = nullptr);
    /// States change in place; another shape rebuilds.
    void setModelValue(const TopologyModel &model);
    void select(const QString &id);
    QString selectedId() const;
    QModelIndex indexOf(const QString &id) const;

Q_SIGNALS:
    void selected(const QString &id);

private:
    void rebuild();
    void fill(const QString &id);
    QString edgeWords(const TopologyEdge &edge) const;
    QStandardItemModel m_items;
    TopologyModel m_model;
    bool m_quiet = false;
};

} // namespace sluice::ui
