#pragma once

#include "ui/desk/desk.h"

class QNetworkAccessManager;

namespace sluice::ui {

/// One thing that can go wrong, tried on the simulated cloud: how it is broken and how it is undone, as calls of the
/// sandbox's admin interface (core/sandbox/admin.h).
struct Drill {
    QString id; ///< stable
    QString title;
    QString path; ///< below the admin address
    Json breaks;
    Json repairs; ///< may be sent to what is whole: nothing happens then
};

/// What can be drilled on a deployment; empty unless it lives in the sandbox and is ready.
QList<Drill> drillsOf(const DeploymentView &view);
/// Ids and titles alone, for a menu: the same for every deployment.
QList<Drill> drillNames();

/// Sends the calls. Only ever to the sandbox: refused (InvalidInput) for any other account.
class DrillRunner final : public QObject {
    Q_OBJECT
public:
    explicit DrillRunner(Desk *desk, QObject *parent = nullptr);
    void breakOne(const QString &deployment, const QString &drill);
    /// Undoes every drill of the deployment, whether it was done in this window or before.
    void repair(const QString &deployment);

Q_SIGNALS:
    /// All calls are answered; the deployment should be measured now.
    void done(const QString &deployment, const sluice::Status &status);

private:
    void send(const QString &deployment, QList<std::pair<QString, Json>> calls);
    Desk *m_desk;
    QNetworkAccessManager *m_network;
};

} // namespace sluice::ui
