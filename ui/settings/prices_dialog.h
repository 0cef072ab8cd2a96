#pragma once

#include "core/blueprint/plan.h"

#include <QDateEdit>
#include <QDialog>
#include <QDoubleSpinBox>

namespace sluice::ui {

/// The prices that no API gives: the NAT gateway and the highly available control plane, in USD a month, with the date
/// they were read. Sizes have theirs from the account.
class PricesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PricesDialog(const blueprint::Prices &prices, QWidget *parent = nullptr);
    blueprint::Prices prices() const;

private:
    blueprint::Prices m_before;
    QDoubleSpinBox *m_natGateway;
    QDoubleSpinBox *m_ha;
    QDoubleSpinBox *m_transfer;
    QDateEdit *m_asOf;
};

} // namespace sluice::ui
