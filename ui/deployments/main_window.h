#pragma once

#include "ui/activity/activity_view.h"
#include "ui/cost/cost_view.h"
#include "ui/deployments/deployment_dialogs.h"
#include "ui/deployments/deployment_list_model.h"
#include "ui/deployments/drills.h"
#include "ui/deployments/header_bar.h"
#include "ui/deployments/outputs_view.h"
#include "ui/desk/desk.h"
#include "ui/desk/fluency.h"
#include "ui/desk/notifier.h"
#include "ui/verification/recheck.h"
#include "ui/verification/verification_view.h"

#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QTabWidget>

namespace sluice::ui {

class EgressWizard;
class FleetPage;
class TopologyPage;

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
    QWidget *buildSide();
    void showFleet();
    void showDeployment(const QString &name);
    /// What earlier deployments of the same kind of cloud say of how long steps take.
    void learnPace();
    /// Fills the page in front, if there is something new for it.
    void showPage();
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
    HeaderBar *m_header;
    QTabWidget *m_tabs;
    TopologyPage *m_topology;
    VerificationView *m_verification;
    ActivityView *m_activity;
    OutputsView *m_outputs;
    CostView *m_cost;
    FleetPage *m_fleet;
    DeploymentDialogs *m_dialogs;
    Recheck *m_recheck;
    Notifier *m_notifier;
    DrillRunner *m_drillRunner;
    Fluency *m_fluency;
    QMenu *m_drills = nullptr; ///< null for a real account
    QPointer<EgressWizard> m_wizard;
    QString m_current;
    QSet<const QWidget *> m_stale; ///< pages that do not show the newest yet
    bool m_closing = false;
};

} // namespace sluice::ui
