#include "ui/wizard/input_pages.h"
#include "ui/wizard/reach.h"

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
    column->setContentsMargins(0, space::kSmall, 0, space::kSmall);
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
    m_addressField = new Field({}, m_address,
                               tr("Sluice asks no outside service who you are. The address is the one that your "
                                  "router or office shows to the Internet; your network administrator knows "
                                  "it. If it changes, you are locked out until you change the firewall."));
    column->addLayout(indent(m_addressField));
    column->addWidget(m_custom);
    m_listField = new Field({}, m_list);
    column->addLayout(indent(m_listField));
    addField(QStringLiteral("bastion_ssh_sources"), tr("SSH to the bastion from"), choices, {});
    for (Field *typed : {m_addressField, m_listField})
        connect(typed, &Field::proposalTaken, this, [this](const QString &value) {
            (m_mine->isChecked() ? m_address : m_list)->setText(value);
            apply();
        });

    auto *reach = new Card;
    reach->setObjectName(QStringLiteral("accessReachCard"));
    auto *said = new QVBoxLayout(reach);
    said->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    said->setSpacing(space::kHair);
    said->addWidget(new Text(tr("Who can connect"), Type::Strong));
    m_reach = new Text({});
    m_reach->setObjectName(QStringLiteral("accessReach"));
    said->addWidget(m_reach);
    content()->addWidget(reach);

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

bool AccessPage::isMissing() const {
    return (m_mine->isChecked() && m_address->text().trimmed().isEmpty()) ||
           (m_custom->isChecked() && m_list->text().trimmed().isEmpty());
}

/// What is not typed yet is no refusal: the draft keeps what it had.
void AccessPage::apply() {
    if (isMissing()) {
        Q_EMIT m_draft->changed();
        return;
    }
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
    return WizardPage::isComplete() && !isMissing();
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
    // Each way's problem stands where it is mended.
    blueprint::Problems problems = m_draft->problemsOf(QStringLiteral("bastion_ssh_sources"));
    for (blueprint::Problem &problem : problems)
        if (problem.proposal == anywhere().join(QLatin1Char(',')))
            problem.proposal.clear(); // who typed an address does not want to let the whole world in
    if (isMissing())
        problems = {{QStringLiteral("bastion_ssh_sources"),
                     QStringLiteral("missing"),
                     m_mine->isChecked() ? tr("Type your public address.") : tr("Type at least one range."),
                     {},
                     blueprint::Problem::Severity::Warning}};
    field(QStringLiteral("bastion_ssh_sources"))
        ->setProblems(m_anywhere->isChecked() ? problems : blueprint::Problems{});
    m_addressField->setProblems(m_mine->isChecked() ? problems : blueprint::Problems{});
    m_listField->setProblems(m_custom->isChecked() ? problems : blueprint::Problems{});
    // Of the rules themselves, as the plan would have them; a refused source would say nothing true.
    const bool known =
        !blueprint::hasErrors(m_draft->problemsOf(QStringLiteral("bastion_ssh_sources"))) && !isMissing();
    m_reach->setText(known ? whoCanReach(m_draft->sketch()).join(QLatin1Char('\n'))
                           : tr("Said when the sources are complete."));
    m_address->setEnabled(m_mine->isChecked());
    m_list->setEnabled(m_custom->isChecked());
    for (const Way &way : kWays)
        if (auto *box = findChild<QCheckBox *>(QStringLiteral("way:") + QLatin1String(way.id))) {
            const QSignalBlocker quiet(box);
            box->setChecked(m_draft->blueprint().referenceWays.contains(QLatin1String(way.id)));
        }
}

} // namespace sluice::ui
