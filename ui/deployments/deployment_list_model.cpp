#include "ui/deployments/deployment_list_model.h"

#include <QCoreApplication>

namespace sluice::ui {

QString stateText(const DeploymentView &view) {
    const auto tr = [](const char *text) { return QCoreApplication::translate("sluice::ui", text); };
    if (view.running == QLatin1String("verify") || view.running == QLatin1String("verify_cells"))
        return tr("Measuring");
    if (view.running == QLatin1String("destroy"))
        return tr("Tearing down");
    if (view.running == QLatin1String("apply") || view.running == QLatin1String("resume"))
        return view.phase == QLatin1String("destroying") ? tr("Tearing down") : tr("Creating");
    if (!view.running.isEmpty())
        return tr("Working");
    if (view.phase == QLatin1String("destroyed"))
        return tr("Torn down");
    if (view.phase == QLatin1String("rebuilding"))
        return tr("Half found: search again");
    if (view.phase == QLatin1String("ready")) {
        // What was proven, was proven of something else.
        if (!view.drift.isEmpty())
            return tr("Ready, differs from the plan");
        if (view.verdict == QLatin1String("pass"))
            return tr("Ready, egress proven");
        if (view.verdict == QLatin1String("fail"))
            return tr("Ready, egress check failed");
        if (view.standing.needsWholeRun())
            return tr("Ready, verify again");
        if (view.verdict == QLatin1String("unknown"))
            return tr("Ready, egress unknown");
        return tr("Ready, not verified");
    }
    if (view.phase == QLatin1String("destroying"))
        return tr("Teardown unfinished");
    if (view.phase == QLatin1String("failed"))
        return tr("Stopped by an error");
    if (view.phase == QLatin1String("cancelled") || view.phase == QLatin1String("applying"))
        return tr("Unfinished");
    return tr("Planned");
}

Tone stateTone(const DeploymentView &view) {
    if (!view.running.isEmpty())
        return Tone::Running;
    if (view.phase == QLatin1String("failed"))
        return Tone::Fail;
    if (view.phase == QLatin1String("ready")) {
        if (view.verdict == QLatin1String("fail"))
            return Tone::Fail;
        if (!view.drift.isEmpty() || view.verdict == QLatin1String("unknown") || view.standing.needsWholeRun())
            return Tone::Unknown;
        return view.verdict == QLatin1String("pass") ? Tone::Pass : Tone::Neutral;
    }
    const bool open = view.phase == QLatin1String("applying") || view.phase == QLatin1String("cancelled") ||
                      view.phase == QLatin1String("destroying") || view.phase == QLatin1String("rebuilding");
    return open ? Tone::Unknown : Tone::Planned;
}

QString doneText(const QString &kind) {
    const auto tr = [](const char *text) { return QCoreApplication::translate("sluice::ui", text); };
    if (kind == QLatin1String("apply"))
        return tr("created");
    if (kind == QLatin1String("verify"))
        return tr("measured");
    if (kind == QLatin1String("verify_cells"))
        return tr("measured again");
    if (kind == QLatin1String("status"))
        return tr("compared with the account");
    if (kind == QLatin1String("destroy"))
        return tr("torn down");
    if (kind == QLatin1String("change"))
        return tr("changed");
    if (kind == QLatin1String("repair") || kind == QLatin1String("remedy"))
        return tr("repaired");
    return tr("done");
}

DeploymentListModel::DeploymentListModel(Desk *desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk) {
    m_names = desk->deployments().keys();
    connect(desk, &Desk::deploymentAdded, this, [this](const QString &name) {
        if (m_names.contains(name))
            return;
        beginInsertRows({}, static_cast<int>(m_names.size()), static_cast<int>(m_names.size()));
        m_names.append(name);
        endInsertRows();
    });
    connect(desk, &Desk::viewChanged, this, [this](const QString &name) {
        const QModelIndex index = indexOf(name);
        if (index.isValid())
            Q_EMIT dataChanged(index, index);
    });
}

int DeploymentListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QModelIndex DeploymentListModel::indexOf(const QString &name) const {
    const qsizetype row = m_names.indexOf(name);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), 0);
}

QVariant DeploymentListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_names.size())
        return {};
    const DeploymentView *view = m_desk->view(m_names.at(index.row()));
    if (!view)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return view->name;
    case RegionRole:
        return view->region;
    case StateRole:
        return stateText(*view);
    case EgressRole:
        return view->phase == QLatin1String("destroyed") ? QString() : view->egressIp; // given back
    case VerdictRole:
        return view->verdict;
    case SandboxRole:
        return view->sandbox;
    case RunningRole:
        return view->running;
    case ToneRole:
        return static_cast<int>(stateTone(*view));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1 in %2: %3, egress IP %4")
            .arg(view->name, view->region, stateText(*view), view->egressIp.isEmpty() ? tr("not yet") : view->egressIp);
    default:
        return {};
    }
}

} // namespace sluice::ui
