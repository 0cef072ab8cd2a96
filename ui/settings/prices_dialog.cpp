#include "ui/settings/prices_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

/// Takes a point and a comma for the same, in every language: Qt would take the other one for a mark between
/// thousands, and 41.50 typed into a German window for 4150.
class UsdField final : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QValidator::State validate(QString &text, int &position) const override {
        const QString point = locale().decimalPoint();
        text.replace(QLatin1Char('.'), point).replace(QLatin1Char(','), point);
        return QDoubleSpinBox::validate(text, position);
    }
};

QDoubleSpinBox *usdField(double value, const QString &name, QWidget *parent) {
    auto *field = new UsdField(parent);
    field->setObjectName(name);
    field->setRange(0, 100000);
    field->setDecimals(2);
    field->setPrefix(QStringLiteral("$ "));
    field->setValue(value);
    return field;
}

} // namespace

PricesDialog::PricesDialog(const blueprint::Prices &prices, QWidget *parent)
    : QDialog(parent)
    , m_before(prices)
    , m_natGateway(usdField(prices.natGatewayMonthly, QStringLiteral("natGatewayPrice"), this))
    , m_ha(usdField(prices.haMonthly, QStringLiteral("haPrice"), this))
    , m_transfer(usdField(prices.transferPerGib, QStringLiteral("transferPrice"), this))
    , m_asOf(new QDateEdit(QDate::fromString(prices.asOf, Qt::ISODate), this)) {
    setWindowTitle(tr("Prices"));
    setObjectName(QStringLiteral("pricesDialog"));
    m_asOf->setObjectName(QStringLiteral("pricesAsOf"));
    m_asOf->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_asOf->setCalendarPopup(true);
    m_asOf->setMaximumDate(QDate::currentDate());
    // A changed price was read today, unless the person says otherwise afterwards.
    for (const QDoubleSpinBox *field : {m_natGateway, m_ha, m_transfer})
        connect(field, &QDoubleSpinBox::valueChanged, m_asOf, [this] { m_asOf->setDate(QDate::currentDate()); });
    auto *why =
        new QLabel(tr("The API gives the price of each size, but not these. Look them up on the platform's price "
                      "pages; plans made from now on use them and show the date."),
                   this);
    why->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&NAT gateway, each month and size unit"), m_natGateway);
    form->addRow(tr("&Highly available control plane, each month"), m_ha);
    m_transfer->setDecimals(4);
    m_transfer->setValue(m_before.transferPerGib); // two decimals would have rounded it
    form->addRow(tr("&Traffic beyond what is included, each GiB"), m_transfer);
    form->addRow(tr("&Read on"), m_asOf);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(why);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(520);
}

blueprint::Prices PricesDialog::prices() const {
    blueprint::Prices prices = m_before;
    prices.natGatewayMonthly = m_natGateway->value();
    prices.haMonthly = m_ha->value();
    prices.transferPerGib = m_transfer->value();
    prices.asOf = m_asOf->date().toString(Qt::ISODate);
    return prices;
}

} // namespace sluice::ui
