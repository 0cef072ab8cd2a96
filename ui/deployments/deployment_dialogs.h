#pragma once

#include "ui/deployments/teardown_dialog.h"

#include <QPointer>

namespace sluice::ui {

/// The dialogs about one deployment, each wired to the desk: tear down, change, repair, report for the partner. What
/// they start goes on when they are closed.
class DeploymentDialogs : public QObject {
    Q_OBJECT
public:
    /// Dialogs are children of `window`.
    DeploymentDialogs(Desk *desk, QWidget *window);
    void tearDown(const QString &deployment);
    void change(const QString &deployment);
    void repair(const QString &deployment);
    void saveReport(const QString &deployment);
    /// The deployment has changed: an open teardown shows it.
    void refresh(const DeploymentView &view);

Q_SIGNALS:
    /// For the status bar.
    void told(const QString &text);

private:
    Desk *m_desk;
    QWidget *m_window;
    QPointer<TeardownDialog> m_teardown;
};

} // namespace sluice::ui
