#include "ui/cost/cost_view.h"

#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QHeaderView>
#include <QHorizontalBarSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>

namespace sluice::ui {

namespace {

QString usd(double amount, int decimals = 2) {
    return QStringLiteral("%1 USD").arg(QLocale().toString(amount, 'f', decimals));
}

} // namespace

CostView::CostView(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_note(new QLabel(this))
    , m_chart(new QChartView(this))
    , m_table(new QTableWidget(0, 4, this)) {
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setObjectName(QStringLiteral("costHeadline"));
    m_note->setWordWrap(true);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setMinimumHeight(240);
    m_chart->setAccessibleName(tr("Cost by component; the table below has the same figures"));
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setFocusPolicy(Qt::NoFocus); // there is nothing to do in it; the table has its figures
    m_table->setObjectName(QStringLiteral("costTable"));
    m_table->setAccessibleName(tr("Cost by component"));
    m_table->setHorizontalHeaderLabels({tr("Component"), tr("Per month"), tr("Per hour"), tr("Price from")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, arrows move in it
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addWidget(m_note);
    layout->addWidget(m_chart, 3);
    layout->addWidget(m_table, 2);
}

void CostView::show(const DeploymentView &view) {
    m_plan = view.plan;
    const QString month = usd(m_plan.usdPerMonth());
    const QString hour = usd(m_plan.usdPerHour(), 4);
    m_headline->setText(m_plan.resources.isEmpty() ? tr("No plan") : tr("%1 per month, %2 per hour").arg(month, hour));
    if (view.sandbox)
        m_note->setText(tr("Simulated: these are the prices a real account would pay. Nothing is billed here."));
    else if (view.phase == QLatin1String("destroyed"))
        m_note->setText(tr("Torn down: 0 USD per hour by the certificate."));
    else
        m_note->setText(
            tr("Prices of droplets and nodes come from the API; NAT gateway and HA prices are a list of %1 "
               "and can be edited "
               "in the settings. Traffic beyond the included 100 GiB per NAT gateway is extra; its price is unknown "
               "here and not in these figures.")
                .arg(m_plan.prices.asOf));
    m_table->setRowCount(0);
    for (const blueprint::PlannedResource &resource : std::as_const(m_plan.resources)) {
        if (resource.usdPerMonth <= 0)
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(resource.cloudName));
        m_table->setItem(row, 1, new QTableWidgetItem(usd(resource.usdPerMonth)));
        m_table->setItem(row, 2, new QTableWidgetItem(usd(resource.usdPerHour, 4)));
        m_table->setItem(row, 3, new QTableWidgetItem(resource.priceSource));
    }
    m_table->resizeColumnsToContents();
    rebuildChart();
}

void CostView::rebuildChart() {
    auto *chart = new QChart;
    auto *set = new QBarSet(tr("USD per month"));
    auto *series = new QHorizontalBarSeries;
    QStringList names;
    // The axis grows upwards: the plan's first component belongs on top.
    for (auto it = m_plan.resources.crbegin(); it != m_plan.resources.crend(); ++it) {
        if (it->usdPerMonth > 0) {
            names << it->cloudName;
            *set << it->usdPerMonth;
        }
    }
    series->append(set);
    series->setLabelsVisible(true);
    series->setLabelsFormat(QStringLiteral("@value USD"));
    series->setLabelsPosition(QAbstractBarSeries::LabelsInsideEnd);
    series->setBarWidth(0.6);
    chart->addSeries(series);
    auto *nameAxis = new QBarCategoryAxis;
    nameAxis->append(names);
    auto *valueAxis = new QValueAxis;
    valueAxis->setTitleText(tr("USD per month"));
    valueAxis->setLabelFormat(QStringLiteral("%.0f"));
    chart->addAxis(nameAxis, Qt::AlignLeft);
    chart->addAxis(valueAxis, Qt::AlignBottom);
    series->attachAxis(nameAxis);
    series->attachAxis(valueAxis);
    // Round numbers of what is shown: the axis knows its range only once it is attached.
    valueAxis->setMin(0);
    valueAxis->applyNiceNumbers();
    chart->legend()->hide();
    chart->setMargins(QMargins(0, 0, 0, 0));
    // Colours after addSeries: the chart's theme overwrites what was set before (Qt Charts 6.4).
    const QPalette colours = palette();
    set->setColor(colours.color(QPalette::Highlight));
    set->setBorderColor(Qt::transparent);
    set->setLabelColor(colours.color(QPalette::HighlightedText));
    chart->setBackgroundBrush(colours.brush(QPalette::Window));
    chart->setBackgroundRoundness(0);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(nameAxis), static_cast<QAbstractAxis *>(valueAxis)}) {
        axis->setLabelsColor(colours.color(QPalette::WindowText));
        axis->setTitleBrush(colours.brush(QPalette::WindowText));
        axis->setGridLineColor(colours.color(QPalette::Midlight));
        axis->setLinePenColor(colours.color(QPalette::Mid));
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
    }
    nameAxis->setGridLineVisible(false);
    QChart *old = m_chart->chart();
    m_chart->setChart(chart);
    delete old;
    m_chart->setVisible(!names.isEmpty());
}

void CostView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_plan.resources.isEmpty())
        rebuildChart();
}

} // namespace sluice::ui
