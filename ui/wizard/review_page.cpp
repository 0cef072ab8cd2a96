#include "ui/wizard/review_page.h"

#include "ui/topology/topology_view.h"
#include "ui/wizard/reach.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::ui {

namespace {

QString kindWords(const QString &kind) {
    static const QHash<QString, const char *> words{
        {QStringLiteral("vpc"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "VPC")},
        {QStringLiteral("nat_gateway"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "NAT gateway")},
        {QStringLiteral("ssh_key"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "SSH key")},
        {QStringLiteral("kubernetes_cluster"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "Cluster")},
        {QStringLiteral("droplet"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "Droplet")},
        {QStringLiteral("firewall"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "Firewall")},
        {QStringLiteral("tag"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "Tag")},
        {QStringLiteral("route"), QT_TRANSLATE_NOOP("sluice::ui::ReviewPage", "Route")}};
    const char *found = words.value(kind, nullptr);
    return found ? ReviewPage::tr(found) : kind;
}

} // namespace

ReviewPage::ReviewPage(Draft *draft, QWidget *parent)
    : WizardPage(draft, QStringLiteral("review"), tr("Review"),
                 tr("This is everything that will be created. Nothing exists until you press Create."), parent) {
    m_state = new Banner(Tone::Running, {});
    m_state->setObjectName(QStringLiteral("reviewBanner"));
    content()->addWidget(m_state);
    m_preflight = new PreflightList;
    content()->addWidget(m_preflight);
    m_plan = new QWidget;
    auto *plan = new QVBoxLayout(m_plan);
    plan->setContentsMargins(0, 0, 0, 0);
    plan->setSpacing(space::kLarge);
    m_view = new TopologyView;
    plan->addWidget(m_view);

    const auto card = [](QVBoxLayout *&column, const QString &title) {
        auto *box = new Card;
        column = new QVBoxLayout(box);
        column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
        column->setSpacing(space::kHair);
        column->addWidget(new Text(title, Type::Strong));
        return box;
    };
    QVBoxLayout *cost = nullptr;
    QVBoxLayout *scopes = nullptr;
    auto *costCard = card(cost, tr("Cost by component"));
    m_month = new Text({}, Type::Title);
    m_month->setObjectName(QStringLiteral("reviewMonthlyCost"));
    m_hour = new Text({}, Type::Body);
    m_asOf = new Text({}, Type::Caption, Text::Ink::Soft);
    for (Text *text : {m_month, m_hour, m_asOf})
        cost->addWidget(text);
    cost->addSpacing(space::kMedium);
    m_estimate = new CostEstimate;
    cost->addWidget(m_estimate);
    QVBoxLayout *reach = nullptr;
    auto *reachCard = card(reach, tr("Who can connect"));
    m_reach = new Text({}, Type::Body);
    m_reach->setObjectName(QStringLiteral("reviewReach"));
    reach->addWidget(m_reach);
    auto *scopeCard = card(scopes, tr("Permissions the token needs"));
    m_scopes = new ScopeList;
    scopes->addWidget(m_scopes);
    plan->addWidget(reachCard);
    plan->addWidget(costCard);

    auto *notes = new QWidget; // in its place for a screen reader too, though its lines come later
    m_notes = new QVBoxLayout(notes);
    m_notes->setContentsMargins(0, 0, 0, 0);
    m_notes->setSpacing(space::kSmall);
    plan->addWidget(notes);
    plan->addWidget(scopeCard);

    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("reviewResourceList"));
    m_list->setAccessibleName(tr("Resources that will be created"));
    m_list->setHeaderLabels({tr("Resource"), tr("Name"), tr("After"), tr("USD a month")});
    m_list->setRootIsDecorated(false);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setMinimumSectionSize(90);
    plan->addWidget(m_list);
    content()->addWidget(m_plan);
    content()->addStretch();
    connect(m_state, &Banner::actionTriggered, this, [this] {
        if (m_draft->outcome() && !m_draft->outcome()->problems.isEmpty())
            Q_EMIT fieldRequested(m_draft->outcome()->problems.first().field);
    });
}

void ReviewPage::setDrawn(bool drawn) {
    m_view->setVisible(drawn);
}

/// As high as its width needs, and never so high that the cards below are out of sight.
void ReviewPage::resizeEvent(QResizeEvent *event) {
    WizardPage::resizeEvent(event);
    m_view->setFixedHeight(std::clamp(viewport()->width() * 3 / 5, 240, 380));
}

bool ReviewPage::hasPlan() const {
    return m_draft->outcome() && !blueprint::hasErrors(m_draft->outcome()->problems);
}

bool ReviewPage::isComplete() const {
    return m_draft->hasFacts() && hasPlan() && !m_draft->isBusy();
}

void ReviewPage::enter() {
    if (hasPlan())
        return;
    m_preflight->clear();
    Q_EMIT planRequested();
}

void ReviewPage::showPreflight(const QString &what, bool answered, const Status &status) {
    m_preflight->show(what, answered, status);
}

void ReviewPage::endPreflight() {
    m_preflight->finish();
}

void ReviewPage::showLines(QVBoxLayout *to, const QStringList &lines, const QString &icon, Tone tone) {
    for (const QString &line : lines) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::kMedium);
        auto *mark = new Mark(18);
        mark->set(icon, tone);
        mark->setAccessibleName(tone == Tone::Unknown ? tr("Warning") : tr("Consequence"));
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(new Text(line), 1);
        to->addWidget(row);
    }
}

void ReviewPage::showPlan(const blueprint::Plan &plan) {
    m_view->setModel(topologyOf(plan));
    m_month->setText(tr("%1 USD a month").arg(QLocale().toString(plan.usdPerMonth(), 'f', 2)));
    m_hour->setText(tr("%1 USD an hour while it exists").arg(QLocale().toString(plan.usdPerHour(), 'f', 4)));
    m_asOf->setText(
        m_draft->account().sandbox
            ? tr("Simulated: nothing is billed. On the real platform it would cost this (prices of %1).")
                  .arg(plan.prices.asOf)
            : tr("Sizes from the account's price list of today; NAT gateway and high availability as of %1.")
                  .arg(plan.prices.asOf));
    m_estimate->show(plan);
    m_reach->setText(whoCanReach(plan).join(QLatin1Char('\n')));
    m_scopes->setScopes(plan.scopesNeeded);
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList warnings;
    for (const auto &warning : plan.warnings)
        warnings.append(warning.message);
    QStringList consequences;
    for (const auto &consequence : plan.consequences)
        consequences.append(consequence.message);
    m_notes->addWidget(new Text(tr("What follows from this plan"), Type::Strong));
    showLines(m_notes, warnings, QStringLiteral("warning"), Tone::Unknown);
    showLines(m_notes, consequences, QStringLiteral("info"), Tone::Accent);

    m_list->clear();
    for (const auto &resource : plan.resources) {
        if (resource.kind == QLatin1String("check"))
            continue;
        const QString kind = kindWords(resource.kind);
        QStringList after;
        for (const QString &need : resource.dependsOn)
            after << blueprint::titleOf(need);
        auto *item = new QTreeWidgetItem(
            {kind, resource.cloudName, after.join(QStringLiteral(", ")).replace(QLatin1Char('_'), QLatin1Char(' ')),
             resource.usdPerMonth > 0 ? QLocale().toString(resource.usdPerMonth, 'f', 2) : tr("free")});
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(2, item->text(2));
        m_list->addTopLevelItem(item);
    }
    m_list->setColumnWidth(0, 160);
    m_list->setColumnWidth(2, 230);
    m_list->setFixedHeight(34 + 28 * m_list->topLevelItemCount() + 4);
}

void ReviewPage::refresh() {
    WizardPage::refresh();
    m_plan->setVisible(hasPlan());
    m_state->setVisible(!hasPlan());
    m_preflight->setVisible(!m_draft->outcome());
    m_state->setAction({});
    if (hasPlan()) {
        // The plan is shown once: a redraw on every change would lose the scroll position.
        const auto &plan = m_draft->outcome()->plan;
        if (const QString key = plan.deploymentId + plan.createdAt + plan.deployment; key != m_shown) {
            m_shown = key;
            showPlan(plan);
        }
        return;
    }
    m_shown.clear();
    if (m_draft->outcome()) {
        QStringList lines;
        for (const auto &problem : m_draft->outcome()->problems)
            if (problem.severity == blueprint::Problem::Severity::Error)
                lines.append(problem.message);
        m_state->set(Tone::Fail, tr("This cannot be created as it is"), lines.join(QLatin1Char('\n')));
        m_state->setAction(tr("Go to the page to change it"));
    } else {
        m_state->set(Tone::Running, tr("Working out the plan…"),
                     tr("Sluice reads the account again and checks names, limits, sizes and ranges."));
    }
}

} // namespace sluice::ui
