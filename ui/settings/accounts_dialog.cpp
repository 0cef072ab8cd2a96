#include "ui/settings/accounts_dialog.h"

#include "ui/deployments/copy_field.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QVBoxLayout>

namespace sluice::ui {

AccountsDialog::AccountsDialog(Desk *desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_list(new QListWidget(this))
    , m_title(new QLineEdit(this))
    , m_endpoint(new QLineEdit(QStringLiteral("https://api.digitalocean.com"), this))
    , m_token(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_result(new QLabel(this))
    , m_add(new QPushButton(tr("&Add and connect"), this))
    , m_use(new QPushButton(tr("&Use this account"), this))
    , m_remove(new QPushButton(tr("&Remove"), this)) {
    setWindowTitle(tr("Accounts"));
    setObjectName(QStringLiteral("accountsDialog"));
    resize(620, 560);
    m_list->setObjectName(QStringLiteral("accountsList"));
    m_list->setAccessibleName(tr("Accounts"));
    m_title->setObjectName(QStringLiteral("accountTitle"));
    m_endpoint->setObjectName(QStringLiteral("accountEndpoint"));
    m_token->setObjectName(QStringLiteral("accountToken"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("API token"));
    m_token->setAccessibleDescription(tr("Never shown, never written to a file"));
    m_title->setPlaceholderText(tr("For example: production team"));
    m_token->setPlaceholderText(QStringLiteral("dop_v1_…"));
    m_problem->setWordWrap(true);
    m_result->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("accountResult"));

    auto *scopes = new QLabel(
        tr("The token needs these custom scopes: %1").arg(digitalocean::requiredScopes().join(QStringLiteral(", "))),
        this);
    scopes->setWordWrap(true);
    scopes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *copyScopes = new QPushButton(tr("&Copy the scope list"), this);
    copyScopes->setObjectName(QStringLiteral("copyScopesButton"));
    connect(copyScopes, &QPushButton::clicked, this,
            [] { copyText(digitalocean::requiredScopes().join(QLatin1Char('\n'))); });

    auto *row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addWidget(m_remove);
    row->addStretch();
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_title);
    form->addRow(tr("&Endpoint"), m_endpoint);
    form->addRow(tr("&Token"), m_token);
    form->addRow(QString(), m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *heading = new QLabel(tr("Add a DigitalOcean account"), this);
    heading->setFont(Theme::font(Type::Heading));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    layout->addSpacing(8);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(scopes);
    auto *addRow = new QHBoxLayout;
    addRow->addWidget(copyScopes);
    addRow->addStretch();
    addRow->addWidget(m_add);
    layout->addLayout(addRow);
    layout->addWidget(m_result);
    layout->addWidget(buttons);
    const QList<QWidget *> order{m_list,     m_use,      m_remove,
                                 m_title,    m_endpoint, m_token,
                                 copyScopes, m_add,      buttons->button(QDialogButtonBox::Close)};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AccountsDialog::add);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_list->currentItem())
            m_desk->useAccount(item->data(Qt::UserRole).toString());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_list->currentItem())
            m_desk->removeAccount(item->data(Qt::UserRole).toString());
    });
    for (QLineEdit *field : {m_title, m_endpoint, m_token})
        connect(field, &QLineEdit::textChanged, this, &AccountsDialog::validate);
    connect(m_desk, &Desk::accountsChanged, this, &AccountsDialog::refill);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) { m_remove->setEnabled(index > 0); });
    connect(m_desk, &Desk::accountStored, this, [this](store::SecretStore::Kind where) {
        m_result->setText(
            where == store::SecretStore::Kind::Keychain
                ? tr("The token is in the system's keychain.")
                : tr("There is no keychain here: the token is kept in memory and is gone when the app closes."));
    });
    connect(m_desk, &Desk::accountReady, this, [this](const digitalocean::Account &account) {
        refill();
        m_result->setText(
            tr("%1 Connected to %2 (%3).").arg(m_result->text(), account.teamName, account.status).trimmed());
    });
    connect(m_desk, &Desk::accountFailed, this, [this](const Error &error) { m_result->setText(error.toString()); });
    refill();
    validate();
}

void AccountsDialog::refill() {
    m_list->clear();
    for (const operations::Account &account : m_desk->accounts()) {
        const bool current = account.key == m_desk->account().key;
        auto *item = new QListWidgetItem(current ? tr("%1 — %2 (in use)").arg(account.title, account.endpoint.host())
                                                 : tr("%1 — %2").arg(account.title, account.endpoint.host()));
        item->setData(Qt::UserRole, account.key);
        m_list->addItem(item);
        if (current)
            m_list->setCurrentItem(item);
    }
    m_remove->setEnabled(m_list->currentRow() > 0);
}

void AccountsDialog::validate() {
    const QUrl endpoint(m_endpoint->text().trimmed());
    QString problem;
    if (!endpoint.isValid() || endpoint.host().isEmpty())
        problem = tr("The endpoint is not a URL, for example https://api.digitalocean.com.");
    else if (endpoint.scheme() != QLatin1String("https") && !QHostAddress(endpoint.host()).isLoopback())
        problem = tr("The endpoint must use https: a token is never sent in the clear.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_add->setEnabled(problem.isEmpty() && !m_title->text().trimmed().isEmpty() &&
                      m_token->text().trimmed().size() >= 8);
}

void AccountsDialog::add() {
    m_result->setText(tr("Connecting."));
    m_desk->addAccount(m_title->text().trimmed(), QUrl(m_endpoint->text().trimmed()), m_token->text().trimmed());
    m_token->clear();
}

} // namespace sluice::ui
