#include "ui/cost/cost_view.h"

#include "ui/theme/widgets.h"

#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

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
    , m_estimate(new CostEstimate(this))
    , m_table(new QTableWidget(0, 4, this)) {
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setObjectName(QStringLiteral("costHeadline"));
    m_note->setWordWrap(true);
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
    layout->addWidget(m_estimate, 3);
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
        m_note->setText(tr("Prices of droplets and nodes come from the API; NAT gateway and HA prices are a list of %1 "
                           "and can be edited under File, Prices. Traffic is not in these figures: move the slider.")
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
    fitColumns(m_table);
    m_estimate->show(m_plan);
}

} // namespace sluice::ui
