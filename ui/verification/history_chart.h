#pragma once

#include "ui/verification/run_figures.h"

#include <QChartView>

namespace sluice::ui {

/// Verdicts and response times of the stored verifications over time: stacked bars per run (filled, striped, dotted, so
/// that colour is not needed) and the median time of a measurement as a line.
class HistoryChart final : public QChartView {
    Q_OBJECT
public:
    explicit HistoryChart(QWidget *parent = nullptr);
    void setRuns(const QList<RunFigures> &runs);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QList<RunFigures> m_runs;
};

} // namespace sluice::ui
