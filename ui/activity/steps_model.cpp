#include "ui/activity/steps_model.h"

#include <algorithm>

namespace sluice::ui {

QString phaseText(engine::StepPhase phase) {
    using engine::StepPhase;
    switch (phase) {
    case StepPhase::Planned:
        return StepsModel::tr("Planned");
    case StepPhase::Waiting:
        return StepsModel::tr("Waiting");
    case StepPhase::Intended:
        return StepsModel::tr("Asking");
    case StepPhase::Created:
        return StepsModel::tr("Created");
    case StepPhase::Ready:
        return StepsModel::tr("Ready");
    case StepPhase::Deleting:
        return StepsModel::tr("Deleting");
    case StepPhase::Gone:
        return StepsModel::tr("Gone");
    case StepPhase::Failed:
        return StepsModel::tr("Failed");
    case StepPhase::Skipped:
        return StepsModel::tr("Skipped");
    case StepPhase::Unknown:
        break;
    }
    return StepsModel::tr("Unknown");
}

QString durationText(qint64 seconds) {
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QStringList criticalPathOf(const blueprint::Plan &plan, const std::function<double(const QString &)> &secondsOf) {
    QMap<QString, double> finish;
    QMap<QString, QString> before;
    QString last;
    for (const blueprint::PlannedResource &resource : plan.resources) { // topological order
        double start = 0;
        for (const QString &need : resource.dependsOn) {
            if (finish.value(need) >= start) {
                start = finish.value(need);
                before[resource.name] = need;
            }
        }
        finish[resource.name] = start + secondsOf(resource.name);
        if (last.isEmpty() || finish.value(resource.name) > finish.value(last))
            last = resource.name;
    }
    QStringList path;
    for (QString at = last; !at.isEmpty(); at = before.value(at))
        path.prepend(at);
    return path;
}

namespace {

qint64 secondsOf(const engine::StepState &step, const QDateTime &now) {
    if (!step.started.isValid())
        return 0;
    return std::max<qint64>(0, step.started.secsTo(step.finished.isValid() ? step.finished : now));
}

/// Times end at one line; the few calls stand in the middle, clear of the words beside them.
QVariant alignmentOf(int column) {
    if (column == StepsModel::DurationColumn)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (column == StepsModel::CallsColumn)
        return static_cast<int>(Qt::AlignHCenter | Qt::AlignVCenter);
    return {};
}

} // namespace

void StepsModel::setSteps(const blueprint::Plan &plan, const QList<engine::StepState> &steps, const QDateTime &now) {
    QList<engine::StepState> ordered;
    for (const blueprint::PlannedResource &resource : plan.resources) {
        engine::StepState state;
        state.name = resource.name;
        state.kind = resource.kind;
        state.cloudName = resource.cloudName;
        for (const engine::StepState &step : steps) {
            if (step.name == resource.name)
                state = step;
        }
        ordered.append(state);
    }
    for (const engine::StepState &step : steps) {
        if (!plan.find(step.name))
            ordered.append(step);
    }
    m_critical = criticalPathOf(plan, [&](const QString &name) {
        for (const engine::StepState &step : std::as_const(ordered)) {
            if (step.name == name && step.finished.isValid())
                return static_cast<double>(secondsOf(step, now));
        }
        const blueprint::PlannedResource *resource = plan.find(name);
        return resource ? static_cast<double>(resource->expectedSeconds) : 0.0;
    });
    m_now = now;
    if (ordered.size() == m_steps.size()) {
        m_steps = ordered;
        if (!m_steps.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_steps = ordered;
    endResetModel();
}

int StepsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int StepsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_steps.size())
        return {};
    const engine::StepState &step = m_steps.at(index.row());
    if (role == PhaseRole)
        return static_cast<int>(step.phase);
    if (role == CriticalRole)
        return m_critical.contains(step.name);
    if (role == Qt::ToolTipRole && index.column() == IdColumn)
        return step.id; // whole, also where the column is too narrow for it
    if (role == Qt::ToolTipRole)
        return step.error.message.isEmpty() ? step.detail : step.error.toString();
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PhaseColumn:
        return phaseText(step.phase);
    case NameColumn:
        return step.cloudName.isEmpty() ? blueprint::titleOf(step.name)
                                        : QStringLiteral("%1 (%2)").arg(blueprint::titleOf(step.name), step.cloudName);
    case IdColumn:
        return step.id;
    case DurationColumn:
        return step.started.isValid() ? durationText(secondsOf(step, m_now)) : QString();
    case CallsColumn:
        return step.apiCalls > 0 ? QString::number(step.apiCalls) : QString();
    case DetailColumn:
        return step.error.message.isEmpty() ? step.detail : step.error.message;
    default:
        return {};
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PhaseColumn:
        return tr("State");
    case NameColumn:
        return tr("Step");
    case IdColumn:
        return tr("Id");
    case DurationColumn:
        return tr("Time");
    case CallsColumn:
        return tr("Calls");
    case DetailColumn:
        return tr("Detail");
    default:
        return {};
    }
}

} // namespace sluice::ui
