#include "ui/verification/history_chart.h"

#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QLocale>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <algorithm>

namespace sluice::ui {

namespace {

/// Two runs that would be called by the same time.
bool withinOneMinute(const QList<RunFigures> &runs) {
    for (qsizetype i = 1; i < runs.size(); ++i)
        if (runs[i - 1].at.secsTo(runs[i].at) < 60)
            return true;
    return false;
}

} // namespace

HistoryChart::HistoryChart(QWidget *parent)
    : QChartView(parent) {
    setObjectName(QStringLiteral("historyChart"));
    setAccessibleName(tr("Verifications over time"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // there is nothing to do in it; its description says the same in words
    setMinimumHeight(170);
    setMaximumHeight(190);
}

void HistoryChart::setRuns(const QList<RunFigures> &runs) {
    m_runs = runs;
    setAccessibleDescription(runsInWords(runs));
    rebuild();
}

void HistoryChart::rebuild() {
    const Colours &colours = Theme::colours();
    auto *chart = new QChart;
    auto *bars = new QStackedBarSeries;
    auto *pass = new QBarSet(tr("Pass"));
    auto *fail = new QBarSet(tr("Fail"));
    auto *unknown = new QBarSet(tr("Unknown"));
    auto *line = new QLineSeries;
    line->setName(tr("Median time of a measurement (ms)"));
    QStringList times;
    const QString format = withinOneMinute(m_runs) ? tr("HH:mm:ss") : tr("d MMM HH:mm");
    int most = 1;
    double slowest = 1;
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const RunFigures &run = m_runs[i];
        *pass << run.pass;
        *fail << run.fail;
        *unknown << run.unknown;
        line->append(static_cast<double>(i), run.medianMilliseconds);
        most = std::max(most, run.pass + run.fail + run.unknown);
        slowest = std::max(slowest, run.medianMilliseconds);
        // A category must be unique, or the chart draws one bar over the other.
        QString label = QLocale().toString(run.at.toLocalTime(), format);
        while (times.contains(label))
            label += QChar(0x200B);
        times << label;
    }
    for (QBarSet *set : {pass, fail, unknown})
        bars->append(set);
    bars->setBarWidth(std::clamp(0.07 * static_cast<double>(m_runs.size()), 0.1, 0.6)); // few runs are no slabs
    chart->addSeries(bars);
    chart->addSeries(line);
    auto *when = new QBarCategoryAxis;
    when->append(times);
    auto *count = new QValueAxis;
    count->setRange(0, most);
    count->setTickCount(3);
    count->setLabelFormat(QStringLiteral("%.0f"));
    count->setTitleText(tr("Checks"));
    auto *speed = new QValueAxis;
    speed->setRange(0, slowest * 1.2);
    speed->setTickCount(3);
    speed->setLabelFormat(QStringLiteral("%.0f"));
    speed->setTitleText(tr("ms"));
    chart->addAxis(when, Qt::AlignBottom);
    chart->addAxis(count, Qt::AlignLeft);
    chart->addAxis(speed, Qt::AlignRight);
    bars->attachAxis(when);
    bars->attachAxis(count);
    line->attachAxis(when);
    line->attachAxis(speed);
    // Colours after addSeries: the chart's theme overwrites what was set before (Qt Charts 6.4).
    const auto paint = [&colours](QBarSet *set, Tone tone, Qt::BrushStyle pattern) {
        const ToneColours c = colours.tone(tone);
        set->setBrush(QBrush(pattern == Qt::SolidPattern ? c.line : c.ink, pattern));
        set->setPen(QPen(colours.tone(tone).ink, 1));
    };
    paint(pass, Tone::Pass, Qt::SolidPattern);
    paint(fail, Tone::Fail, Qt::BDiagPattern);
    paint(unknown, Tone::Unknown, Qt::Dense5Pattern);
    line->setPen(QPen(colours.text, 2, Qt::DashLine));
    line->setPointsVisible(true);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{when, count, speed}) {
        axis->setLabelsColor(colours.text);
        axis->setTitleBrush(colours.text);
        axis->setGridLineColor(colours.line);
        axis->setLinePenColor(colours.line);
        axis->setLabelsFont(Theme::font(Type::Caption));
        axis->setTitleFont(Theme::font(Type::Caption));
    }
    when->setGridLineVisible(false);
    speed->setGridLineVisible(false);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(colours.text);
    chart->legend()->setFont(Theme::font(Type::Caption));
    chart->setBackgroundBrush(colours.page);
    chart->setBackgroundRoundness(0);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    QChart *old = this->chart();
    setChart(chart);
    delete old;
}

void HistoryChart::changeEvent(QEvent *event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace sluice::ui
