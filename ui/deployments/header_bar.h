#pragma once

#include "ui/deployments/copy_field.h"
#include "ui/desk/desk.h"

#include <QPushButton>

namespace sluice::ui {

/// Above the tabs: which deployment, where, its promise (the egress IP), its verdict, and what can be done with it.
class HeaderBar final : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);
    void show(const DeploymentView &view);

protected:
    /// In a narrow window what is done seldom is a mark with a name; the words come back with the room.
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void verifyRequested();
    void resumeRequested();
    void statusRequested();
    void teardownRequested();
    void changeRequested();
    void repairRequested();

private:
    void fitButtons();
    QLabel *m_name;
    Mark *m_mark;
    QLabel *m_state;
    Badge *m_sandbox;
    CopyField *m_egress;
    QLabel *m_egressCaption;
    QPushButton *m_verify;
    QPushButton *m_resume;
    QPushButton *m_repair; ///< only when something differs from the plan
    QPushButton *m_status;
    QPushButton *m_change;
    QPushButton *m_teardown;
};

} // namespace sluice::ui
