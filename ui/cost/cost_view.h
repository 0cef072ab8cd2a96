#pragma once

#include "ui/cost/cost_estimate.h"
#include "ui/desk/desk.h"

#include <QLabel>
#include <QTableWidget>
#include <QWidget>

namespace sluice::ui {

/// Cost by component: bars with a slider for the traffic, and the same figures as a table with each price's source.
class CostView final : public QWidget {
    Q_OBJECT
public:
    explicit CostView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);

private:
    QLabel *m_headline;
    QLabel *m_note;
    CostEstimate *m_estimate;
    QTableWidget *m_table;
    blueprint::Plan m_plan;
};

} // namespace sluice::ui
