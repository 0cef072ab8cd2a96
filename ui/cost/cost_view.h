#pragma once

#include "ui/desk/desk.h"

#include <QChartView>
#include <QLabel>
#include <QTableWidget>
#include <QWidget>

namespace sluice::ui {

/// Cost by component: Qt Charts bars, and the same figures as a table (charts are invisible to screen readers), with
/// the prices' source.
class CostView final : public QWidget {
    Q_OBJECT
public:
    explicit CostView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuildChart();

    QLabel *m_headline;
    QLabel *m_note;
    QChartView *m_chart;
    QTableWidget *m_table;
    blueprint::Plan m_plan;
};

} // namespace sluice::ui
