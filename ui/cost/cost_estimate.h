#pragma once

#include "core/blueprint/plan.h"

#include <QChartView>
#include <QLabel>
#include <QSlider>
#include <QWidget>

namespace sluice::ui {

/// What a plan costs by component as bars, and what traffic through the NAT gateway adds: a slider over GiB a month.
/// The sentence below says the same in words (charts are invisible to screen readers).
class CostEstimate final : public QWidget {
    Q_OBJECT
public:
    explicit CostEstimate(QWidget *parent = nullptr);
    void show(const blueprint::Plan &plan);
    using QWidget::show;
    /// GiB a month that the slider stands for now.
    double transferGib() const;
    /// USD a month of the plan with that traffic.
    double usdPerMonth() const;

Q_SIGNALS:
    void transferChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void slid();
    void rebuildChart();

    QChartView *m_chart;
    QSlider *m_transfer;
    QLabel *m_words;
    blueprint::Plan m_plan;
};

} // namespace sluice::ui
