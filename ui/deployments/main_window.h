#pragma once

#include "ui/deployments/deployment_dialogs.h"
#include "ui/deployments/deployment_list_model.h"
#include "ui/deployments/deployment_pages.h"
#include "ui/deployments/drills.h"
#include "ui/desk/desk.h"
#include "ui/desk/fluency.h"
#include "ui/desk/notifier.h"
#include "ui/verification/recheck.h"

#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>

namespace sluice::ui {

class EgressWizard;
class FleetPage;

/// Deployments at the left, one deployment in the centre (Topology | Verification | Activity | Outputs | Cost).
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Desk *desk, QWidget *parent = nullptr);
    /// Opens the wizard for a new deployment.
    void openWizard();
    void selectDeployment(const QString &name);
    /// At start: deployments that were interrupted go on (the user was asked when the window closed; the journal knows
    /// the rest).
    void resumeUnfinished(const QStringList &names);

protected:
    void closeEvent(QCloseEvent *event) override;
    /// A blueprint (.json, .tfvars, .tfvars.json) dropped on the window opens the wizard filled in.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

Q_SIGNALS:
    /// The window closes while these deployments are unfinished: they are resumed at the next start.
    void leftUnfinished(const QStringList &names);

private:
    void buildMenu();
    QWidget *buildWelcome();
    void followDesk();
    void followPages();
    QWidget *buildSide();
    void showFleet();
    void showDeployment(const QString &name);
    /// What earlier deployments of the same kind of cloud say of how long steps take.
    void learnPace();
    void refresh(const QString &name);
    void openSettings();
    void openPrices();
    /// The Drills menu is there for the sandbox account and for no other.
    void updateDrills();
    void tellVerdict(const QString &deployment, const QString &before, const QString &after);
    /// The window in front, with this deployment's verdict.
    void comeForward(const QString &deployment);
    void connectFromWizard(bool sandbox, const QString &token);

    Desk *m_desk;
    DeploymentListModel *m_list;
    QListView *m_listView;
    QLabel *m_accountLabel;
    QStackedWidget *m_pages; ///< welcome | deployment | fleet
    DeploymentPages *m_deployment;
    FleetPage *m_fleet = nullptr; ///< made when it is first looked at
    DeploymentDialogs *m_dialogs;
    Recheck *m_recheck;
    Notifier *m_notifier;
    DrillRunner *m_drillRunner;
    Fluency *m_fluency;
    QMenu *m_drills = nullptr; ///< null for a real account
    QPointer<EgressWizard> m_wizard;
    QString m_current;
    bool m_closing = false;
};

} // namespace sluice::ui
