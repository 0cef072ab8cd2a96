#pragma once

#include "ui/activity/log_model.h"
#include "ui/activity/pace.h"
#include "ui/desk/desk.h"

#include <QTabWidget>
#include <QWidget>
#include <array>

namespace sluice::ui {

class HeaderBar;

/// One deployment: its header, and Topology | Verification | Activity | Outputs | Cost. Nothing is made before the
/// first deployment is shown, and each page only when it is looked at: so the window opens sooner, and a page that
/// nobody sees costs nothing while news come many times a second.
class DeploymentPages final : public QWidget {
    Q_OBJECT
public:
    enum Page { Topology, Verification, Activity, Outputs, Cost, PageCount };
    explicit DeploymentPages(QWidget *parent = nullptr);
    static QStringList titles(); ///< in the order of the tabs, each with its own letter for Alt

    void show(const DeploymentView &view);
    using QWidget::show;
    void lookAt(int page);
    /// A call of the whole account, for the activity's log; newest last.
    void addCall(const LogLine &line);
    /// How long steps took in earlier deployments, for the time that is left.
    void setTypical(const Typical &typical);
    /// How often the deployment that is shown is verified by itself; 0 = never.
    void setRecheck(int minutes);

Q_SIGNALS:
    void verifyRequested();
    void cellsRequested(const QStringList &ids);
    void cancelRequested();
    void resumeRequested();
    void statusRequested();
    void teardownRequested();
    void changeRequested();
    void repairRequested();
    void reportRequested();
    void recheckChosen(int minutes);
    void remedyRequested(const QString &action);

private:
    void build();
    QWidget *make(Page page);
    void fill(); ///< the page in front: made if need be, and shown what is new

    QTabWidget *m_tabs = nullptr;
    HeaderBar *m_header = nullptr;
    std::array<QWidget *, PageCount> m_made{}; ///< null until looked at
    std::array<bool, PageCount> m_stale{};     ///< does not show the newest yet
    DeploymentView m_view;
    Typical m_typical;
    QList<LogLine> m_calls; ///< those that the activity page has not been told
    int m_recheck = 0;
};

} // namespace sluice::ui
