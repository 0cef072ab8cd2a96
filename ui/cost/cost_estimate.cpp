#include "ui/cost/cost_estimate.h"

#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QEvent>
#include <QHorizontalBarSeries>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>
#include <iterator>

namespace sluice::ui {

namespace {

// Outbound traffic in GiB a month: close together where a decision is made, far apart beyond.
constexpr int kGib[] = {0, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10000, 20000, 50000};
constexpr int kIncludedInOneUnit = 2; ///< where the slider stands at first
constexpr int kRow = 34;              ///< logical pixels of one bar with its gap
constexpr int kAxis = 66;             ///< of the value axis below

QString usd(double amount) {
    return QStringLiteral("%1 USD").arg(QLocale().toString(amount, 'f', 2));
}

} // namespace

CostEstimate::CostEstimate(QWidget *parent)
    : QWidget(parent)
    , m_chart(new QChartView(this))
    , m_transfer(new QSlider(Qt::Horizontal, this))
    , m_words(new QLabel(this)) {
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setAccessibleName(tr("Cost by component; the text and the table below have the same figures"));
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->viewport()->setAutoFillBackground(false); // it stands on a page and in a card
    m_chart->setFocusPolicy(Qt::NoFocus);              // there is nothing to do in it
    m_transfer->setObjectName(QStringLiteral("transferSlider"));
    m_transfer->setRange(0, static_cast<int>(std::size(kGib)) - 1);
    m_transfer->setPageStep(3);
    m_transfer->setValue(kIncludedInOneUnit);
    auto *caption = new QLabel(tr("&Outbound traffic through the NAT gateway, a month"), this);
    caption->setBuddy(m_transfer);
    m_words->setObjectName(QStringLiteral("transferWords"));
    m_words->setWordWrap(true);
    m_words->setFont(Theme::font(Type::Caption));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_chart, 1);
    layout->addWidget(caption);
    layout->addWidget(m_transfer);
    layout->addWidget(m_words);
    connect(m_transfer, &QSlider::valueChanged, this, &CostEstimate::slid);
}

double CostEstimate::transferGib() const {
    return kGib[m_transfer->value()];
}

double CostEstimate::usdPerMonth() const {
    return m_plan.usdPerMonth() + m_plan.transferUsdPerMonth(transferGib());
}

void CostEstimate::show(const blueprint::Plan &plan) {
    m_plan = plan;
    setVisible(!m_plan.resources.isEmpty());
    slid();
}

void CostEstimate::slid() {
    if (m_plan.resources.isEmpty())
        return;
    const double more = m_plan.transferUsdPerMonth(transferGib());
    const QString traffic = tr("%1 GiB").arg(QLocale().toString(static_cast<int>(transferGib())));
    const blueprint::Prices &prices = m_plan.prices;
    m_transfer->setAccessibleName(tr("Outbound traffic: %1 a month").arg(traffic));
    m_words->setText(
        more > 0 ? tr("%1: %2 more, %3 a month in all. Beyond %4 GiB that the gateway includes, %5 for each GiB (list "
                      "of %6; read the platform's page before you count on it).")
                       .arg(traffic, usd(more), usd(usdPerMonth()))
                       .arg(QLocale().toString(prices.includedGib * m_plan.blueprint.natGatewaySize, 'f', 0))
                       .arg(usd(prices.transferPerGib), prices.asOf)
                 : tr("%1: included, %2 a month in all (list of %3).").arg(traffic, usd(usdPerMonth()), prices.asOf));
    rebuildChart();
    Q_EMIT transferChanged();
}

void CostEstimate::rebuildChart() {
    auto *chart = new QChart;
    chart->setLocalizeNumbers(true);
    auto *set = new QBarSet(tr("USD per month"));
    auto *series = new QHorizontalBarSeries;
    QStringList names;
    // The axis grows upwards: the plan's first component belongs on top.
    if (const double more = m_plan.transferUsdPerMonth(transferGib()); more > 0) {
        names << tr("Traffic");
        *set << more;
    }
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
    chart->setBackgroundBrush(Qt::NoBrush);
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
    m_chart->setMinimumHeight(kRow * static_cast<int>(names.size()) + kAxis);
    m_chart->setVisible(!names.isEmpty());
}

void CostEstimate::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_plan.resources.isEmpty())
        rebuildChart();
}

} // namespace sluice::ui
