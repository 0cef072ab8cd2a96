#include "core/digitalocean/api.h"
#include "ui/wizard/input_pages.h"
#include "ui/wizard/scope_list.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sluice::ui {

AccountPage::AccountPage(Draft *draft, QWidget *parent)
    : WizardPage(
          draft, QStringLiteral("account"), tr("Where do you want to build?"),
          tr("Try everything in the sandbox first: it behaves like the real platform and runs on this computer."),
          parent) {
    m_sandbox = new QRadioButton(tr("&Sandbox: a simulated cloud on this computer"));
    m_sandbox->setObjectName(QStringLiteral("accountSandboxRadio"));
    m_real = new QRadioButton(tr("&DigitalOcean account: real resources, real costs"));
    m_real->setObjectName(QStringLiteral("accountRealRadio"));
    auto *choice = new QVBoxLayout;
    choice->setSpacing(space::kMedium);
    choice->addWidget(m_sandbox);
    choice->addWidget(m_real);
    content()->addLayout(choice);

    m_banner = new Banner(Tone::Sandbox, {});
    m_banner->setObjectName(QStringLiteral("accountBanner"));
    content()->addWidget(m_banner);

    m_token = new QLineEdit;
    m_token->setObjectName(QStringLiteral("accountTokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("dop_v1_…"));
    m_tokenField = addField(QStringLiteral("token"), tr("API &token"), m_token,
                            tr("Kept in the keychain of this computer. Leave it empty to use the one that is there."));
    m_connect = new QPushButton(tr("C&onnect"));
    m_connect->setObjectName(QStringLiteral("accountConnectButton"));
    m_connect->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_connect);
    row->addStretch();
    content()->addLayout(row);

    m_card = new Card;
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->setSpacing(space::kHair);
    m_who = new Text({}, Type::Strong);
    m_holds = new Text({}, Type::Body, Text::Ink::Soft);
    column->addWidget(m_who);
    column->addWidget(m_holds);
    m_problem = new Text({}, Type::Body);
    column->addWidget(m_problem);
    content()->addWidget(m_card);
    m_scopes = new Card;
    auto *scopes = new QVBoxLayout(m_scopes);
    scopes->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    scopes->setSpacing(space::kSmall);
    scopes->addWidget(new Text(tr("A token of its own, with these custom scopes and no more"), Type::Strong));
    auto *list = new ScopeList;
    list->setScopes(digitalocean::requiredScopes());
    scopes->addWidget(list);
    content()->addWidget(m_scopes);
    content()->addStretch();

    connect(m_connect, &QPushButton::clicked, this, [this] {
        Q_EMIT connectRequested(m_sandbox->isChecked(), m_token->text());
        m_token->clear(); // a secret stays no longer on the page than it must
    });
    connect(m_token, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    (m_draft->account().sandbox ? m_sandbox : m_real)->setChecked(true);
    // Not clicked: an assistive program toggles without a click.
    for (auto *radio : {m_sandbox, m_real})
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (!on)
                return;
            if (m_sandbox->isChecked() && !m_draft->account().sandbox)
                Q_EMIT connectRequested(true, {});
            m_draft->setWantsSandbox(m_sandbox->isChecked());
        });
}

bool AccountPage::isComplete() const {
    return m_draft->isConnected() && !m_draft->hasErrorIn(fields());
}

void AccountPage::refresh() {
    WizardPage::refresh();
    const bool sandbox = m_draft->wantsSandbox();
    (sandbox ? m_sandbox : m_real)->setChecked(true);
    m_tokenField->setVisible(!sandbox);
    m_scopes->setVisible(!sandbox);
    m_connect->setVisible(!sandbox);
    m_connect->setEnabled(!m_draft->isBusy());
    if (sandbox)
        m_banner->set(
            Tone::Sandbox, tr("Simulated cloud: nothing costs money"),
            tr("Every resource exists only on this computer and vanishes with it. No request leaves this computer."));
    else
        m_banner->set(Tone::Danger, tr("Real cloud: what you create costs money until you tear it down"),
                      tr("Nothing is created before you have seen the plan with its price and pressed Create."));
    const bool there = m_draft->isConnected();
    m_card->setVisible(there || m_draft->isBusy());
    m_problem->hide();
    if (!there) {
        m_who->setText(tr("Connecting…"));
        m_holds->setText(tr("Reading what the account holds."));
        return;
    }
    const auto &facts = m_draft->facts();
    m_who->setText(facts.account.teamName.isEmpty() ? facts.account.email
                                                    : tr("%1 · %2").arg(facts.account.teamName, facts.account.email));
    const auto problems = m_draft->problemsOf(QStringLiteral("account"));
    m_problem->setVisible(!problems.isEmpty());
    if (!problems.isEmpty()) {
        m_problem->setText(problems.first().message);
        m_problem->setTone(blueprint::hasErrors(problems) ? Tone::Fail : Tone::Unknown);
    }
    m_holds->setText(tr("Droplets: %1 of %2. VPCs: %3. Clusters: %4. NAT gateways: %5. SSH keys: %6.")
                         .arg(facts.droplets.size())
                         .arg(facts.account.dropletLimit)
                         .arg(facts.vpcs.size())
                         .arg(facts.clusters.size())
                         .arg(facts.natGateways.size())
                         .arg(facts.sshKeys.size()));
}

} // namespace sluice::ui
