#include "ui/verification/matrix_model.h"

#include "ui/theme/theme.h"

#include <QBrush>
#include <QRegularExpression>
#include <algorithm>

namespace sluice::ui {

QString verdictText(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::Pass:
        return MatrixModel::tr("Pass");
    case verify::Verdict::Fail:
        return MatrixModel::tr("Fail");
    case verify::Verdict::Unknown:
        break;
    }
    return MatrixModel::tr("Unknown");
}

void MatrixModel::setCells(const QList<verify::Cell> &cells) {
    if (cells == m_cells)
        return;
    bool sameRows = cells.size() == m_cells.size();
    for (qsizetype i = 0; sameRows && i < cells.size(); ++i)
        sameRows = cells.at(i).id == m_cells.at(i).id;
    if (sameRows) {
        m_cells = cells;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    const bool appended = cells.size() > m_cells.size() &&
                          std::equal(m_cells.cbegin(), m_cells.cend(), cells.cbegin(),
                                     [](const verify::Cell &a, const verify::Cell &b) { return a.id == b.id; });
    if (appended) {
        const int old = rowCount();
        if (old > 0) {
            m_cells = cells.mid(0, old);
            Q_EMIT dataChanged(index(0, 0), index(old - 1, ColumnCount - 1));
        }
        beginInsertRows({}, old, static_cast<int>(cells.size()) - 1);
        m_cells = cells;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_cells = cells;
    endResetModel();
}

int MatrixModel::count(verify::Verdict verdict) const {
    return static_cast<int>(
        std::count_if(m_cells.cbegin(), m_cells.cend(), [&](const verify::Cell &c) { return c.verdict == verdict; }));
}

int MatrixModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_cells.size())
        return {};
    const verify::Cell &cell = m_cells.at(index.row());
    if (role == VerdictRole)
        return static_cast<int>(cell.verdict);
    if (role == CellIdRole)
        return cell.id;
    if (role == NegativeRole)
        return cell.negative;
    if (role == Qt::AccessibleTextRole && index.column() == VerdictColumn)
        return tr("%1: from %2 to %3").arg(verdictText(cell.verdict), cell.source, cell.destination);
    if (role == Qt::ToolTipRole)
        return cell.diagnosis.message.isEmpty() ? cell.id : cell.diagnosis.message;
    // The whole row, so that one look at the matrix finds what needs a second; the mark's shape says it as well.
    if (role == Qt::BackgroundRole && cell.verdict != verify::Verdict::Pass)
        return QBrush(Theme::colours().tone(cell.verdict == verify::Verdict::Fail ? Tone::Fail : Tone::Unknown).soft);
    if (role == Qt::FontRole && index.column() >= ExpectedColumn) {
        static const QRegularExpression address(QStringLiteral("\\d\\.\\d"));
        if (index.data().toString().contains(address))
            return Theme::font(Type::Mono);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case VerdictColumn:
        return verdictText(cell.verdict);
    case SourceColumn:
        return cell.source;
    case DestinationColumn:
        return cell.destination;
    case ExpectedColumn:
        return cell.expected;
    case PredictedColumn:
        return cell.predicted; // blank when the model has nothing to say: most checks are measured only
    case ObservedColumn:
        return cell.observed.isEmpty() ? tr("not measured") : cell.observed;
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case SourceColumn:
        return tr("From");
    case DestinationColumn:
        return tr("To");
    case ExpectedColumn:
        return tr("Expected");
    case PredictedColumn:
        return tr("Predicted");
    case ObservedColumn:
        return tr("Observed");
    default:
        return {};
    }
}

} // namespace sluice::ui
