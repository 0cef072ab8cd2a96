#include "ui/wizard/input_pages.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

QStringList anywhere() {
    return {QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")};
}

struct Way {
    const char *id;
    const char *words;
};
const Way kWays[] = {
    {"global_firewall_tags",
     QT_TRANSLATE_NOOP("sluice::ui::AccessPage",
                       "Firewalls by shared tags (they would also catch other deployments' droplets)")},
    {"reference_netplan",
     QT_TRANSLATE_NOOP("sluice::ui::AccessPage", "Second netplan file (two default routes after a reboot)")},
    {"firewalls_after_droplets",
     QT_TRANSLATE_NOOP("sluice::ui::AccessPage", "Firewalls after the droplets (port 22 is open for a while)")},
    {"newest_image", QT_TRANSLATE_NOOP("sluice::ui::AccessPage", "Newest Ubuntu instead of the newest LTS")},
    {"implicit_ha", QT_TRANSLATE_NOOP("sluice::ui::AccessPage", "Leave high availability to the platform")},
    {"no_attestation", QT_TRANSLATE_NOOP("sluice::ui::AccessPage", "Trust host keys at first sight (no attestation)")},
};

} // namespace

AccessPage::AccessPage(Draft *draft, QWidget *parent)
    : WizardPage(draft, QStringLiteral("access"), tr("Who may reach the bastion?"),
                 tr("The bastion is the only door: SSH on port 22, with keys only. The private droplet cannot be "
                    "reached from the Internet."),
                 parent) {
    m_anywhere = new QRadioButton(tr("&Anywhere (as in the reference)"));
    m_anywhere->setObjectName(QStringLiteral("accessAnywhereRadio"));
    m_mine = new QRadioButton(tr("&Only my address"));
    m_mine->setObjectName(QStringLiteral("accessMineRadio"));
    m_custom = new QRadioButton(tr("These &ranges"));
    m_custom->setObjectName(QStringLiteral("accessCustomRadio"));
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("accessAddressEdit"));
    m_address->setAccessibleName(tr("My public address"));
    m_address->setPlaceholderText(tr("Your public address, for example 203.0.113.9"));
    m_list = new QLineEdit;
    m_list->setObjectName(QStringLiteral("accessListEdit"));
    m_list->setAccessibleName(tr("Ranges that may connect"));
    m_list->setPlaceholderText(tr("198.51.100.0/24, 203.0.113.9/32"));
    auto *choices = new QWidget;
    choices->setObjectName(QStringLiteral("accessChoices"));
    choices->setAccessibleName(tr("Sources that may connect by SSH"));
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, space::kSmall, 0, 0);
    column->setSpacing(space::kMedium);
    const auto indent = [](QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(27, 0, 0, 0);
        widget->setMaximumWidth(420);
        row->addWidget(widget);
        row->addStretch();
        widget->setMinimumWidth(360);
        return row;
    };
    column->addWidget(m_anywhere);
    column->addWidget(m_mine);
    column->addLayout(indent(m_address));
    column->addLayout(indent(new Text(tr("Sluice asks no outside service who you are. The address is the one that your "
                                         "router or office shows to the Internet; your network administrator knows "
                                         "it. If it changes, you are locked out until you change the firewall."),
                                      Type::Caption, Text::Ink::Soft)));
    column->addWidget(m_custom);
    column->addLayout(indent(m_list));
    addField(QStringLiteral("bastion_ssh_sources"), tr("SSH to the bastion from"), choices, {},
             [this](const QString &value) { m_draft->edit([&](auto &b) { b.bastionSources = {value}; }); });

    auto *more = new QToolButton;
    more->setObjectName(QStringLiteral("referenceWaysButton"));
    more->setText(tr("Do it the reference's way…"));
    more->setIcon(Theme::icon(QStringLiteral("chevron-right")));
    more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more->setCheckable(true);
    more->setAutoRaise(true);
    content()->addWidget(more);
    auto *card = new Card;
    auto *list = new QVBoxLayout(card);
    list->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    list->setSpacing(space::kSmall);
    list->addWidget(new Text(tr("Sluice does these things more safely than the reference. Each can be switched back."),
                             Type::Body, Text::Ink::Soft));
    for (const Way &way : kWays) {
        auto *box = new QCheckBox(tr(way.words));
        box->setObjectName(QStringLiteral("way:") + QLatin1String(way.id));
        const QString id = QLatin1String(way.id);
        connect(box, &QCheckBox::toggled, this, [this, id](bool on) {
            m_draft->edit([&](auto &b) {
                b.referenceWays.removeAll(id);
                if (on)
                    b.referenceWays.append(id);
            });
        });
        list->addWidget(box);
    }
    card->hide();
    content()->addWidget(card);
    content()->addStretch();
    connect(more, &QToolButton::toggled, card, [card, more](bool on) {
        card->setVisible(on);
        more->setIcon(Theme::icon(on ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    // Not clicked: an assistive program toggles without a click.
    for (auto *radio : {m_anywhere, m_mine, m_custom})
        connect(radio, &QRadioButton::toggled, this, [this](bool on) {
            if (!on)
                return;
            m_chosen = true;
            if (m_mine->isChecked() && m_address->text().isEmpty())
                m_address->setText(m_draft->ownAddress());
            apply();
            Q_EMIT m_draft->changed();
            if (m_mine->isChecked() && m_address->text().isEmpty())
                m_address->setFocus(Qt::OtherFocusReason);
        });
    for (auto *edit : {m_address, m_list})
        connect(edit, &QLineEdit::textChanged, this, [this] { apply(); });
}

void AccessPage::apply() {
    m_draft->edit([this](blueprint::Blueprint &b) {
        if (m_anywhere->isChecked()) {
            b.bastionSources = anywhere();
        } else if (m_mine->isChecked()) {
            const QString address = m_address->text().trimmed();
            b.bastionSources = {address.contains(QLatin1Char('/')) ? address : address + QStringLiteral("/32")};
        } else {
            static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
            b.bastionSources = m_list->text().split(separators, Qt::SkipEmptyParts);
        }
    });
}

bool AccessPage::isComplete() const {
    return WizardPage::isComplete() && !m_draft->blueprint().bastionSources.isEmpty() &&
           (!m_mine->isChecked() || !m_address->text().trimmed().isEmpty());
}

void AccessPage::refresh() {
    WizardPage::refresh();
    const QStringList &sources = m_draft->blueprint().bastionSources;
    if (!m_chosen) {
        QRadioButton *fits = sources == anywhere() ? m_anywhere : m_custom;
        const QSignalBlocker quiet(fits);
        fits->setChecked(true);
        if (sources != anywhere() && m_list->text().isEmpty())
            m_list->setText(sources.join(QStringLiteral(", ")));
    }
    m_address->setEnabled(m_mine->isChecked());
    m_list->setEnabled(m_custom->isChecked());
    for (const Way &way : kWays)
        if (auto *box = findChild<QCheckBox *>(QStringLiteral("way:") + QLatin1String(way.id))) {
            const QSignalBlocker quiet(box);
            box->setChecked(m_draft->blueprint().referenceWays.contains(QLatin1String(way.id)));
        }
}

} // namespace sluice::ui
