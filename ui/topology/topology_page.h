#pragma once

#include "ui/desk/desk.h"
#include "ui/topology/topology_panel.h"

#include <QTimer>

namespace sluice::ui {

class TimeBar;

/// The drawing of one deployment of the desk: live, with running times and ages, or as it was at a moment of its
/// history.
class TopologyPage : public QWidget {
    Q_OBJECT
public:
    explicit TopologyPage(QWidget *parent = nullptr);
    void show(const DeploymentView &view);
    using QWidget::show;
    TopologyPanel *panel() const { return m_panel; }
    TimeBar *timeBar() const { return m_time; }

Q_SIGNALS:
    void actionRequested(const QString &action); ///< verify | evidence | activity

protected:
    void showEvent(QShowEvent *event) override;

private:
    void redraw();
    TopologyPanel *m_panel;
    TimeBar *m_time;
    DeploymentView m_view;
    QTimer m_tick; ///< each second while something runs, else twice a minute for the ages
};

/// The present for durations and ages: the desk's clock, or the latest recorded time where that is ahead (a sandbox's
/// time may run faster).
QDateTime presentOf(const DeploymentView &view);

} // namespace sluice::ui
