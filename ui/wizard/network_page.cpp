#include "ui/wizard/cidr_map.h"
#include "ui/wizard/input_pages.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sluice::ui {

NetworkPage::NetworkPage(Draft *draft, QWidget *parent)
    : WizardPage(draft, QStringLiteral("network"), tr("Address ranges"),
                 tr("Three private ranges that overlap nothing in the account. The proposed ones are free."), parent) {
    m_vpc = addCidr(QStringLiteral("vpc_cidr"), tr("&VPC"),
                    tr("Droplets, cluster nodes and the NAT gateway live here: /16 to /28."),
                    &blueprint::Blueprint::vpcCidr);
    m_pods = addCidr(QStringLiteral("doks_cluster_subnet"), tr("&Pods"), tr("One /25 for each node of the cluster."),
                     &blueprint::Blueprint::clusterSubnet);
    m_services = addCidr(QStringLiteral("doks_service_subnet"), tr("Ser&vices"),
                         tr("Addresses of Kubernetes services."), &blueprint::Blueprint::serviceSubnet);
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    column->addWidget(new Text(tr("Private address space"), Type::Strong));
    m_map = new CidrMap;
    connect(m_map, &CidrMap::moved, this, [this](int choice, const QString &cidr) {
        QString blueprint::Blueprint::*const members[] = {
            &blueprint::Blueprint::vpcCidr, &blueprint::Blueprint::clusterSubnet, &blueprint::Blueprint::serviceSubnet};
        m_draft->edit([&](auto &b) { b.*members[choice] = cidr; });
    });
    column->addWidget(m_map);
    column->addWidget(new Text(tr("Drag a range, or use the keys: Space takes the next one, the arrows find free "
                                  "blocks, + and - change the size."),
                               Type::Caption, Text::Ink::Soft));
    content()->addWidget(card);
    content()->addStretch();
}

QLineEdit *NetworkPage::addCidr(const QString &key, const QString &label, const QString &hint,
                                QString blueprint::Blueprint::*member) {
    auto *edit = new QLineEdit;
    edit->setObjectName(key + QStringLiteral("Edit"));
    edit->setMaximumWidth(280);
    addField(key, label, edit, hint,
             [this, member](const QString &value) { m_draft->edit([&](auto &b) { b.*member = value; }); });
    connect(edit, &QLineEdit::textChanged, this,
            [this, member](const QString &text) { m_draft->edit([&](auto &b) { b.*member = text.trimmed(); }); });
    return edit;
}

void NetworkPage::refresh() {
    WizardPage::refresh();
    const auto &b = m_draft->blueprint();
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text().trimmed() != text)
            edit->setText(text);
    };
    show(m_vpc, b.vpcCidr);
    show(m_pods, b.clusterSubnet);
    show(m_services, b.serviceSubnet);
    const auto clash = [this](const char *field) {
        return blueprint::hasErrors(m_draft->problemsOf(QLatin1String(field)));
    };
    m_map->set(m_draft->facts().networkInUse().blocks, blueprint::reservedRanges(b.region),
               {{b.vpcCidr, tr("VPC"), clash("vpc_cidr")},
                {b.clusterSubnet, tr("Pods"), clash("doks_cluster_subnet")},
                {b.serviceSubnet, tr("Services"), clash("doks_service_subnet")}});
}

} // namespace sluice::ui
