#pragma once

#include "core/verify/verify.h"

#include <QAbstractTableModel>

namespace sluice::ui {

/// The verification matrix as a table: verdict, source, destination, expected, predicted, observed. Verdicts are text,
/// never colour alone; the cell itself is at CellRole as an index into cells().
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        VerdictColumn,
        SourceColumn,
        DestinationColumn,
        ExpectedColumn,
        PredictedColumn,
        ObservedColumn,
        ColumnCount
    };
    enum Role { VerdictRole = Qt::UserRole, CellIdRole, NegativeRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces the rows; a row whose id stays keeps its place, so that a selection survives a live update.
    void setCells(const QList<verify::Cell> &cells);
    const QList<verify::Cell> &cells() const { return m_cells; }
    /// Counts for the summary line.
    int count(verify::Verdict verdict) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<verify::Cell> m_cells;
};

/// "Pass", "Fail", "Unknown" for people.
QString verdictText(verify::Verdict verdict);

} // namespace sluice::ui
