#pragma once

#include "core/base/result.h"
#include "ui/topology/topology_model.h"

#include <QWidget>

class QSplitter;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace sluice::ui {

class PathStrip;
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
    /// Buttons in the details lead to the window's other views, told by actionRequested.
    void setActionsVisible(bool visible);
    /// Writes the drawing; the format by the file's ending: svg, png, pdf, mmd. Storage error when it cannot be
    /// written.
    Status exportTo(const QString &path) const;

public Q_SLOTS:
    void select(const QString &nodeId);
    void setTreeVisible(bool visible);
    /// Puts the keyboard into the search box (Ctrl+F).
    void startSearch();

Q_SIGNALS:
    void selected(const QString &nodeId);
    void actionRequested(const QString &action); ///< verify | evidence | activity

protected:
    /// The details lie over the drawing and follow its size.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeDetails();
    QToolButton *addTool(const QString &icon, const QString &text, const QString &name);
    void buildSearch();
    void find(int step);
    void showPath();
    void showDetails();
    void backToDrawing();
    void askWhereToExport(const QString &ending);
    QLineEdit *m_search;
    QLabel *m_hits;
    PathStrip *m_strip;
    QStringList m_found;
    int m_hit = -1;
    TopologyView *m_view;
    TopologyTree *m_tree;
    TopologyDetails *m_details = nullptr;
    QToolButton *m_treeButton = nullptr;
};

} // namespace sluice::ui
