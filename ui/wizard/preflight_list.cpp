#include "ui/wizard/preflight_list.h"

#include <QGridLayout>
#include <QHash>

namespace sluice::ui {

namespace {

constexpr int kColumns = 2;

QString wordsFor(const QString &what) {
    static const QHash<QString, const char *> words{
        {QStringLiteral("account"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Account and its droplet limit")},
        {QStringLiteral("regions"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Regions")},
        {QStringLiteral("sizes"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Sizes and their prices")},
        {QStringLiteral("images"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Images")},
        {QStringLiteral("kubernetes_options"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Kubernetes versions")},
        {QStringLiteral("vpcs"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "VPCs and their ranges")},
        {QStringLiteral("clusters"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Clusters and their ranges")},
        {QStringLiteral("nat_gateways"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "NAT gateways")},
        {QStringLiteral("firewalls"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Firewalls")},
        {QStringLiteral("droplets"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Droplets")},
        {QStringLiteral("tags"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "Tags")},
        {QStringLiteral("ssh_keys"), QT_TRANSLATE_NOOP("sluice::ui::PreflightList", "SSH keys")}};
    const char *found = words.value(what, nullptr);
    return found ? PreflightList::tr(found) : what;
}

} // namespace

PreflightList::PreflightList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("preflightList"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kMedium);
    m_grid->setVerticalSpacing(space::kSmall);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(2 * column + 1, 1);
}

void PreflightList::clear() {
    for (const Row &row : std::as_const(m_rows)) {
        delete row.badge;
        delete row.text;
    }
    m_rows.clear();
}

void PreflightList::show(const QString &what, bool answered, const Status &status) {
    Row &row = m_rows[what];
    if (!row.badge) {
        row.badge = new Badge;
        row.text = new Text(wordsFor(what));
        const int place = static_cast<int>(m_rows.size()) - 1;
        m_grid->addWidget(row.badge, place / kColumns, 2 * (place % kColumns), Qt::AlignTop);
        m_grid->addWidget(row.text, place / kColumns, 2 * (place % kColumns) + 1);
    }
    if (!answered)
        row.badge->set(Tone::Running, tr("reading"));
    else if (status)
        row.badge->set(Tone::Pass, tr("read"));
    else
        row.badge->set(Tone::Fail, tr("refused"));
    if (answered && !status)
        row.text->setText(tr("%1: %2").arg(wordsFor(what), status.error().message));
}

void PreflightList::finish() {
    for (const Row &row : std::as_const(m_rows))
        if (row.badge->tone() == Tone::Running)
            row.badge->set(Tone::Unknown, tr("not known"));
}

Tone PreflightList::toneOf(const QString &what) const {
    return m_rows.contains(what) ? m_rows[what].badge->tone() : Tone::Neutral;
}

} // namespace sluice::ui
