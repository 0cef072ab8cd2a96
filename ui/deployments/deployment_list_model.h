#pragma once

#include "ui/desk/desk.h"
#include "ui/theme/colours.h"

#include <QAbstractListModel>

namespace sluice::ui {

/// Deployments at the left edge of the window: name, region, state, egress IP.
class DeploymentListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole,
        RegionRole,
        StateRole,
        EgressRole,
        VerdictRole,
        SandboxRole,
        RunningRole,
        ToneRole
    };
    explicit DeploymentListModel(Desk *desk, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QModelIndex indexOf(const QString &name) const;

private:
    Desk *m_desk;
    QStringList m_names; ///< in the order they appeared
};

/// One line for people: "Applying", "Ready, verified", "Torn down", "Stopped: resume goes on".
QString stateText(const DeploymentView &view);
/// Of the mark beside stateText(): its shape tells the state without the colour.
Tone stateTone(const DeploymentView &view);
/// What an operation has done when it ended well: "verify" has "measured".
QString doneText(const QString &kind);

} // namespace sluice::ui
