#pragma once

#include "ui/topology/topology_model.h"

#include <QCoreApplication>

namespace sluice::ui {

/// What the last verification says of one hop.
struct EdgeEvidence {
    EdgeVerdict verdict = EdgeVerdict::None;
    QString observed;
    QDateTime at;
    QString age;
    QString brokenAt;
};

/// The cells of a verification, read from the drawing's side: by hop and by place. Pure.
class Evidence {
public:
    Evidence(const QList<verify::Cell> &cells, const QDateTime &now)
        : m_cells(cells)
        , m_now(now) {}
    /// Ids of the cells that measured a pod's egress, in the order of the nodes.
    QStringList podCells() const;
    /// The worst of some cells: fail before unknown before pass. With `onlyAfter`, failures that were located before
    /// that node do not count: their packets never came so far.
    EdgeEvidence of(const QStringList &cells, const QString &onlyAfter = {}) const;
    /// Marks a node where something is wrong, and says what was looked at there.
    void addTo(TopologyNode &node) const;

private:
    const QList<verify::Cell> &m_cells;
    QDateTime m_now;
    Q_DECLARE_TR_FUNCTIONS(sluice::ui::Evidence)
};

/// Marks what a refresh found to differ from the plan: by step, or by the cell that measured it; what has no node of
/// its own (a tag, an object of somebody else) marks the VPC. `drift` is what -> sentence.
void markDrift(TopologyModel &model, const QMap<QString, QString> &drift);
/// The node at which a failed cell's packet got lost, by its diagnosis; empty when the diagnosis does not say.
QString brokenAt(const verify::Cell &cell);
/// When a cell's last piece of evidence was taken; invalid without evidence.
QDateTime measuredAt(const verify::Cell &cell);

} // namespace sluice::ui
