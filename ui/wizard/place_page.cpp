#include "ui/wizard/input_pages.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sluice::ui {

PlacePage::PlacePage(Draft *draft, QWidget *parent)
    : WizardPage(draft, QStringLiteral("place"), tr("Region and name"),
                 tr("Everything is built in one region. The name is the beginning of every resource's name."), parent) {
    m_region = new QComboBox;
    m_region->setObjectName(QStringLiteral("regionComboBox"));
    addField(QStringLiteral("region"), tr("&Region"), m_region, tr("Only regions that offer Kubernetes are listed."),
             [this](const QString &value) { m_draft->setRegion(value); });
    m_prefix = new QLineEdit;
    m_prefix->setObjectName(QStringLiteral("namePrefixEdit"));
    m_prefix->setMaxLength(60);
    addField(QStringLiteral("name_prefix"), tr("N&ame"), m_prefix,
             tr("Small letters, digits and dashes; it starts with a letter."),
             [this](const QString &value) { m_draft->edit([&](auto &b) { b.namePrefix = value; }); });
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    column->addWidget(new Text(tr("Names that will be used"), Type::Strong));
    m_names = new Text({}, Type::Body, Text::Ink::Soft);
    column->addWidget(m_names);
    content()->addWidget(card);
    content()->addStretch();
    connect(m_region, &QComboBox::activated, this, [this] { m_draft->setRegion(m_region->currentData().toString()); });
    connect(m_prefix, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_draft->edit([&](auto &b) { b.namePrefix = text; }); });
}

void PlacePage::refresh() {
    WizardPage::refresh();
    const auto regions = m_draft->regions();
    const QSignalBlocker quiet(m_region);
    if (m_region->count() != regions.size()) {
        m_region->clear();
        for (const auto &region : regions)
            m_region->addItem(tr("%1  (%2)").arg(region.name, region.slug), region.slug);
    }
    m_region->setCurrentIndex(m_region->findData(m_draft->blueprint().region));
    const QString prefix = m_draft->blueprint().namePrefix;
    if (m_prefix->text() != prefix)
        m_prefix->setText(prefix);
    QStringList names;
    for (const char *part : {"vpc", "nat-gw", "cluster", "bastion", "droplet", "bastion-fw", "private-fw"})
        names.append(QStringLiteral("%1-%2").arg(prefix, QLatin1String(part)));
    m_names->setText(names.join(QStringLiteral(", ")));
}

} // namespace sluice::ui
