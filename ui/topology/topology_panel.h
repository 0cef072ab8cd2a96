#pragma once

#include "ui/topology/topology_model.h"

#include <QWidget>

class QSplitter;
class QToolButton;
class QTreeView;

namespace sluice::ui {

class TopologyDetails;
class TopologyTree;
class TopologyView;

/// The drawing with its tool bar, its accessible twin (a tree of the same things) and the details of what is selected.
/// The selection is one in all three.
class TopologyPanel : public QWidget {
    Q_OBJECT
public:
    enum class Details { Shown, Hidden };
    explicit TopologyPanel(Details details = Details::Shown, QWidget *parent = nullptr);
    /// Shows `model`; keeps layout, zoom and selection when only states changed.
    void setModel(const TopologyModel &model);
    const TopologyModel &model() const;
    QString selectedId() const;
    TopologyView *view() const { return m_view; }
    QTreeView *tree() const;
    TopologyDetails *details() const { return m_details; }

public Q_SLOTS:
    void select(const QString &nodeId);
    void setTreeVisible(bool visible);

Q_SIGNALS:
    void selected(const QString &nodeId);

private:
    QToolButton *addTool(const QString &icon, const QString &text, const QString &name);
    TopologyView *m_view;
    TopologyTree *m_tree;
    TopologyDetails *m_details = nullptr;
    QToolButton *m_treeButton = nullptr;
};

} // namespace sluice::ui
