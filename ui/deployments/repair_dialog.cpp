#include "ui/deployments/repair_dialog.h"

#include "ui/theme/theme.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

QString actionText(const QString &repair) {
    if (repair == QLatin1String("make_again"))
        return RepairDialog::tr("Make it again");
    if (repair == QLatin1String("change_back"))
        return RepairDialog::tr("Change it back");
    if (repair == QLatin1String("reapply_route"))
        return RepairDialog::tr("Apply the Route anew");
    return RepairDialog::tr("Nothing: not Sluice's to change");
}

} // namespace

RepairDialog::RepairDialog(const DeploymentView &view, QWidget *parent)
    : QDialog(parent)
    , m_headline(new QLabel(tr("Looking what differs from the plan"), this))
    , m_loss(new Banner(Tone::Fail, tr("The egress IP is lost"), {}, this))
    , m_table(new QTableWidget(0, 3, this))
    , m_prompt(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_repair(new QPushButton(tr("&Repair"), this)) {
    setObjectName(QStringLiteral("repairDialog"));
    setWindowTitle(tr("Repair %1").arg(view.name));
    resize(760, 460);
    m_headline->setObjectName(QStringLiteral("repairHeadline"));
    m_headline->setFont(Theme::font(Type::Title));
    m_headline->setWordWrap(true);
    m_loss->hide();
    m_table->setObjectName(QStringLiteral("repairTable"));
    m_table->setAccessibleName(tr("What differs and what is done about it"));
    m_table->setHorizontalHeaderLabels({tr("Object"), tr("What is done"), tr("What differs")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_typed->setObjectName(QStringLiteral("repairTyped"));
    m_typed->setAccessibleName(tr("Type the egress IP that is lost, to confirm"));
    m_prompt->setBuddy(m_typed);
    m_prompt->hide();
    m_typed->hide();
    m_repair->setObjectName(QStringLiteral("repairConfirmButton"));
    m_repair->setAutoDefault(false);
    m_repair->setEnabled(false);

    auto *confirm = new QHBoxLayout;
    confirm->addWidget(m_prompt);
    confirm->addWidget(m_typed, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_repair, QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_headline);
    layout->addWidget(m_loss);
    layout->addWidget(m_table, 1);
    layout->addLayout(confirm);
    layout->addWidget(buttons);
    connect(m_typed, &QLineEdit::textChanged, this, &RepairDialog::judge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_repair, &QPushButton::clicked, this, [this] {
        Q_EMIT repairRequested(m_egressIp);
        accept();
    });
}

void RepairDialog::show(const Status &status, const Json &document) {
    if (!status)
        return m_headline->setText(tr("It could not be looked up: %1").arg(status.error().toString()));
    const Json &drift = jsonMember(document, "drift");
    const auto possible = static_cast<int>(jsonMember(document, "repairs").size());
    m_possible = possible > 0;
    m_headline->setText(drift.empty()   ? tr("Nothing differs from the plan")
                        : possible == 1 ? tr("One difference can be repaired")
                        : m_possible    ? tr("%1 differences can be repaired").arg(possible)
                                        : tr("What differs is not Sluice's to repair"));
    m_table->setRowCount(0);
    for (const Json &item : drift) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(jsonString(item, "resource")));
        m_table->setItem(row, 1, new QTableWidgetItem(actionText(jsonString(item, "repair"))));
        m_table->setItem(row, 2, new QTableWidgetItem(jsonString(item, "message")));
    }
    fitColumns(m_table);
    m_table->resizeRowsToContents();
    m_egressIp = jsonBool(document, "changes_egress_ip") ? jsonString(document, "egress_ip") : QString();
    const bool lost = !m_egressIp.isEmpty();
    m_loss->set(Tone::Fail, tr("This repair changes the egress IP"),
                tr("%1 is lost, and a new NAT gateway gets another address. Tell everybody who allow-lists %1 before "
                   "you go on.")
                    .arg(m_egressIp));
    m_loss->setVisible(lost);
    m_prompt->setText(tr("Type <b>%1</b> to &confirm:").arg(m_egressIp));
    m_prompt->setVisible(lost);
    m_typed->setVisible(lost);
    if (lost)
        m_typed->setFocus();
    else
        m_repair->setFocus();
    judge();
}

void RepairDialog::judge() {
    m_repair->setEnabled(m_possible && m_typed->text() == m_egressIp);
}

} // namespace sluice::ui
