#pragma once

#include "core/engine/engine.h"

#include <QAbstractTableModel>

namespace sluice::ui {

/// The steps of the running or last operation: what runs is on top of attention by its phase text, what waits says for
/// what.
class StepsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { PhaseColumn, NameColumn, IdColumn, DurationColumn, CallsColumn, DetailColumn, ColumnCount };
    enum Role { PhaseRole = Qt::UserRole, CriticalRole, FractionRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// `plan` gives the order, the dependencies and the expected durations; `now` is the time durations are measured
    /// against.
    void setSteps(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QDateTime &now);
    /// Names on the longest chain of measured (or expected) durations through the plan's dependencies.
    const QStringList &criticalPath() const { return m_critical; }
    const QList<engine::StepState> &steps() const { return m_steps; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<engine::StepState> m_steps;
    QStringList m_critical;
    QDateTime m_now;
};

/// "Ready", "Waiting", ... for people.
QString phaseText(engine::StepPhase phase);
/// "0:42" or "5:30".
QString durationText(qint64 seconds);
/// The longest chain through `plan`'s dependencies by `secondsOf`; pure, names in order.
QStringList criticalPathOf(const blueprint::Plan &plan, const std::function<double(const QString &name)> &secondsOf);

} // namespace sluice::ui
