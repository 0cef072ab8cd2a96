#include "ui/wizard/machines_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::ui {

MachinesPage::MachinesPage(Draft *draft, QWidget *parent)
    : WizardPage(draft, QStringLiteral("machines"), tr("Machines and keys"),
                 tr("One Kubernetes cluster, one private droplet and one bastion. The smallest sizes that work are "
                    "chosen for you."),
                 parent) {
    m_nodes = new QSpinBox;
    m_nodes->setObjectName(QStringLiteral("nodeCountSpinBox"));
    m_nodes->setRange(1, 64);
    m_units = new QSpinBox;
    m_units->setObjectName(QStringLiteral("natUnitsSpinBox"));
    m_units->setRange(1, 16);
    m_nodeSize = new QComboBox;
    m_nodeSize->setObjectName(QStringLiteral("nodeSizeComboBox"));
    m_dropletSize = new QComboBox;
    m_dropletSize->setObjectName(QStringLiteral("dropletSizeComboBox"));
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(space::kWide);
    const auto addNumber = [&](const QString &key, const QString &label, QSpinBox *box, int most,
                               int blueprint::Blueprint::*member) {
        auto *column = new QVBoxLayout;
        numbers->addLayout(column, 1);
        numbers->setAlignment(column, Qt::AlignTop); // a refusal beside it moves no field
        addField(
            key, label, box, {},
            [this, most, member](const QString &v) {
                m_draft->edit([&](auto &b) { b.*member = std::clamp(v.toInt(), 1, most); });
            },
            column);
    };
    addNumber(QStringLiteral("doks_node_count"), tr("Cluster &nodes"), m_nodes, 64, &blueprint::Blueprint::nodeCount);
    addNumber(QStringLiteral("nat_gateway_size"), tr("NAT gateway un&its"), m_units, 16,
              &blueprint::Blueprint::natGatewaySize);
    content()->addLayout(numbers);
    addField(QStringLiteral("node_size"), tr("Si&ze of a node"), m_nodeSize, {},
             [this](const QString &v) { m_draft->edit([&](auto &b) { b.nodeSize = v; }); });
    addField(QStringLiteral("droplet_size"), tr("Size of bastion and private &droplet"), m_dropletSize, {},
             [this](const QString &v) { m_draft->edit([&](auto &b) { b.dropletSize = v; }); });
    m_ha = new QCheckBox(tr("&High availability of the control plane"));
    m_ha->setObjectName(QStringLiteral("haCheckBox"));
    m_haHint = new Text({}, Type::Caption, Text::Ink::Soft);
    m_haHint->setContentsMargins(27, 0, 0, 0);
    auto *ha = new QVBoxLayout;
    ha->setSpacing(0);
    ha->addWidget(m_ha);
    ha->addWidget(m_haHint);
    content()->addLayout(ha);

    auto *keys = new QWidget;
    keys->setObjectName(QStringLiteral("sshKeyChoices"));
    auto *column = new QVBoxLayout(keys);
    column->setContentsMargins(0, space::kSmall, 0, 0);
    column->setSpacing(space::kSmall);
    m_makeKey = new QRadioButton(tr("&Make a deployment key: kept in the keychain, removed at teardown"));
    m_makeKey->setObjectName(QStringLiteral("makeKeyRadio"));
    m_ownKeys = new QRadioButton(tr("&Use keys of the account"));
    m_ownKeys->setObjectName(QStringLiteral("ownKeysRadio"));
    column->addWidget(m_makeKey);
    column->addWidget(m_ownKeys);
    m_keys = new QWidget;
    auto *list = new QVBoxLayout(m_keys);
    list->setContentsMargins(27, 0, 0, 0);
    list->setSpacing(space::kHair);
    column->addWidget(m_keys);
    addField(QStringLiteral("ssh_key_ids"), tr("SSH keys"), keys, {});
    m_noKeys = new Text(tr("This account has no SSH keys yet."), Type::Caption, Text::Ink::Soft);
    list->addWidget(m_noKeys);
    m_keyFile = new QLineEdit;
    m_keyFile->setObjectName(QStringLiteral("sshKeyFileEdit"));
    m_keyFile->setPlaceholderText(tr("Empty = the SSH agent"));
    addField(QStringLiteral("ssh_key_file"), tr("Private key &file"), m_keyFile, tr("Used where it is, never copied."),
             {}, list);
    content()->addStretch();

    connect(m_nodes, &QSpinBox::valueChanged, this,
            [this](int n) { m_draft->edit([n](auto &b) { b.nodeCount = n; }); });
    connect(m_units, &QSpinBox::valueChanged, this,
            [this](int n) { m_draft->edit([n](auto &b) { b.natGatewaySize = n; }); });
    connect(m_nodeSize, &QComboBox::activated, this,
            [this] { m_draft->edit([this](auto &b) { b.nodeSize = m_nodeSize->currentData().toString(); }); });
    connect(m_dropletSize, &QComboBox::activated, this,
            [this] { m_draft->edit([this](auto &b) { b.dropletSize = m_dropletSize->currentData().toString(); }); });
    connect(m_ha, &QCheckBox::toggled, this, [this](bool on) { m_draft->edit([on](auto &b) { b.ha = on; }); });
    connect(m_keyFile, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_draft->edit([&](auto &b) { b.sshKeyFile = text; }); });
    // Not clicked: an assistive program toggles without a click.
    for (auto *radio : {m_makeKey, m_ownKeys})
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (!on)
                return;
            m_own = m_ownKeys->isChecked();
            applyKeys();
            Q_EMIT m_draft->changed();
        });
}

void MachinesPage::fillSizes(QComboBox *box, const QString &chosen, const QStringList &allowed) {
    const QSignalBlocker quiet(box);
    box->clear();
    QList<digitalocean::Size> sizes;
    for (const auto &size : m_draft->facts().sizes)
        if (size.available && (allowed.isEmpty() || allowed.contains(size.slug)) &&
            size.regions.contains(m_draft->blueprint().region))
            sizes.append(size);
    std::stable_sort(sizes.begin(), sizes.end(),
                     [](const auto &a, const auto &b) { return a.priceMonthly < b.priceMonthly; });
    const auto words = [](const digitalocean::Size &size) {
        return tr("%1 vCPU, %2 GB, %3 USD a month")
            .arg(size.vcpus)
            .arg(size.memoryMb / 1024)
            .arg(QLocale().toString(size.priceMonthly, 'f', 2));
    };
    const auto cheapest = std::find_if(sizes.begin(), sizes.end(),
                                       [](const auto &size) { return size.vcpus == 2 && size.memoryMb == 4096; });
    box->addItem(cheapest == sizes.end() ? tr("Cheapest with 2 vCPU and 4 GB")
                                         : tr("Cheapest that works: %1").arg(words(*cheapest)),
                 QString());
    for (const auto &size : std::as_const(sizes))
        box->addItem(tr("%1 (%2)").arg(words(size), size.slug), size.slug);
    if (!chosen.isEmpty() && box->findData(chosen) < 0)
        box->addItem(tr("%1 (not offered here)").arg(chosen), chosen);
    box->setCurrentIndex(box->findData(chosen));
}

void MachinesPage::fillKeys() {
    auto *list = qobject_cast<QVBoxLayout *>(m_keys->layout());
    const auto &keys = m_draft->facts().sshKeys;
    auto boxes = m_keys->findChildren<QCheckBox *>();
    if (boxes.size() != keys.size()) {
        qDeleteAll(boxes);
        for (int i = 0; i < keys.size(); ++i) {
            auto *box = new QCheckBox(tr("%1  %2").arg(keys[i].name, keys[i].fingerprint));
            box->setObjectName(QStringLiteral("sshKey:%1").arg(keys[i].id));
            list->insertWidget(i, box);
            connect(box, &QCheckBox::toggled, this, &MachinesPage::applyKeys);
        }
    }
    for (QCheckBox *box : m_keys->findChildren<QCheckBox *>()) {
        const QSignalBlocker quiet(box);
        box->setChecked(m_draft->blueprint().sshKeyIds.contains(box->objectName().section(QLatin1Char(':'), 1)));
    }
    m_noKeys->setVisible(keys.isEmpty());
}

void MachinesPage::applyKeys() {
    QStringList ids;
    if (m_own)
        for (QCheckBox *box : m_keys->findChildren<QCheckBox *>())
            if (box->isChecked())
                ids.append(box->objectName().section(QLatin1Char(':'), 1));
    m_draft->edit([&](blueprint::Blueprint &b) {
        b.sshKeyIds = ids;
        if (!m_own)
            b.sshKeyFile.clear();
    });
}

bool MachinesPage::isComplete() const {
    return WizardPage::isComplete() && (!m_own || !m_draft->blueprint().sshKeyIds.isEmpty());
}

void MachinesPage::refresh() {
    WizardPage::refresh();
    const auto &b = m_draft->blueprint();
    const QSignalBlocker quiet(m_nodes);
    m_nodes->setValue(b.nodeCount);
    const QSignalBlocker quietUnits(m_units);
    m_units->setValue(b.natGatewaySize);
    fillSizes(m_nodeSize, b.nodeSize, m_draft->facts().options.sizes);
    fillSizes(m_dropletSize, b.dropletSize, {});
    m_haHint->setText(tr("+%1 USD a month; it cannot be turned off later.")
                          .arg(QLocale().toString(m_draft->prices().haMonthly, 'f', 2)));
    m_ha->setAccessibleDescription(m_haHint->text());
    m_ha->setChecked(b.ha);
    fillKeys();
    if (m_own && b.sshKeyIds.isEmpty() && !m_draft->facts().sshKeys.isEmpty())
        field(QStringLiteral("ssh_key_ids"))
            ->setProblems({{QStringLiteral("ssh_key_ids"),
                            QStringLiteral("missing"),
                            tr("Choose at least one key, or let Sluice make one."),
                            {},
                            blueprint::Problem::Severity::Warning}});
    m_own = m_own || !b.sshKeyIds.isEmpty();
    QRadioButton *fits = m_own ? m_ownKeys : m_makeKey;
    const QSignalBlocker quietKeys(fits);
    fits->setChecked(true);
    m_keys->setVisible(m_own);
    if (m_keyFile->text() != b.sshKeyFile)
        m_keyFile->setText(b.sshKeyFile);
}

} // namespace sluice::ui
