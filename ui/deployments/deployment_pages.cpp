#include "ui/deployments/deployment_pages.h"

#include "ui/activity/activity_view.h"
#include "ui/cost/cost_view.h"
#include "ui/deployments/header_bar.h"
#include "ui/deployments/outputs_view.h"
#include "ui/topology/topology_page.h"
#include "ui/verification/verification_view.h"

#include <QVBoxLayout>
#include <utility>

namespace sluice::ui {

DeploymentPages::DeploymentPages(QWidget *parent)
    : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

QStringList DeploymentPages::titles() {
    return {tr("T&opology"), tr("Ver&ification"), tr("&Activity"), tr("O&utputs"), tr("&Cost")};
}

void DeploymentPages::build() {
    m_header = new HeaderBar(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("deploymentTabs"));
    m_tabs->setAccessibleName(tr("Pages of the deployment"));
    m_tabs->setDocumentMode(true);
    for (const QString &title : titles()) {
        auto *place = new QWidget(m_tabs);
        auto *layout = new QVBoxLayout(place);
        layout->setContentsMargins(0, 0, 0, 0);
        m_tabs->addTab(place, title);
    }
    layout()->addWidget(m_header);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_tabs, 1);
    connect(m_header, &HeaderBar::verifyRequested, this, [this] {
        lookAt(Verification);
        Q_EMIT verifyRequested();
    });
    connect(m_header, &HeaderBar::resumeRequested, this, &DeploymentPages::resumeRequested);
    connect(m_header, &HeaderBar::statusRequested, this, &DeploymentPages::statusRequested);
    connect(m_header, &HeaderBar::teardownRequested, this, &DeploymentPages::teardownRequested);
    connect(m_header, &HeaderBar::changeRequested, this, &DeploymentPages::changeRequested);
    connect(m_header, &HeaderBar::repairRequested, this, &DeploymentPages::repairRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DeploymentPages::fill);
}

QWidget *DeploymentPages::make(Page page) {
    switch (page) {
    case Topology: {
        auto *topology = new TopologyPage(this);
        connect(topology, &TopologyPage::actionRequested, this, [this](const QString &action) {
            lookAt(action == QLatin1String("activity") ? Activity : Verification);
            if (action == QLatin1String("verify"))
                Q_EMIT verifyRequested();
        });
        return topology;
    }
    case Verification: {
        auto *verification = new VerificationView(this);
        verification->setRecheck(m_recheck);
        connect(verification, &VerificationView::verifyRequested, this, &DeploymentPages::verifyRequested);
        connect(verification, &VerificationView::cellsRequested, this, &DeploymentPages::cellsRequested);
        connect(verification, &VerificationView::cancelRequested, this, &DeploymentPages::cancelRequested);
        connect(verification, &VerificationView::remedyRequested, this, &DeploymentPages::remedyRequested);
        connect(verification, &VerificationView::reportRequested, this, &DeploymentPages::reportRequested);
        connect(verification, &VerificationView::recheckChosen, this, &DeploymentPages::recheckChosen);
        return verification;
    }
    case Activity: {
        auto *activity = new ActivityView(this);
        activity->setTypical(m_typical);
        connect(activity, &ActivityView::cancelRequested, this, &DeploymentPages::cancelRequested);
        connect(activity, &ActivityView::resumeRequested, this, &DeploymentPages::resumeRequested);
        return activity;
    }
    case Outputs:
        return new OutputsView(this);
    case Cost:
    case PageCount:
        break;
    }
    return new CostView(this);
}

void DeploymentPages::show(const DeploymentView &view) {
    m_view = view;
    m_stale.fill(true);
    if (!m_tabs)
        build();
    m_header->show(view);
    fill();
}

void DeploymentPages::fill() {
    const auto page = static_cast<Page>(m_tabs->currentIndex());
    if (m_view.name.isEmpty() || !std::exchange(m_stale[page], false))
        return;
    QWidget *&made = m_made[page];
    if (!made) {
        made = make(page);
        m_tabs->currentWidget()->layout()->addWidget(made);
        made->setVisible(true); // now, and not one turn later: Tab goes there at once
    }
    if (page == Topology)
        static_cast<TopologyPage *>(made)->show(m_view);
    else if (page == Verification)
        static_cast<VerificationView *>(made)->show(m_view);
    else if (page == Activity) {
        auto *activity = static_cast<ActivityView *>(made);
        activity->show(m_view);
        activity->addCalls(std::exchange(m_calls, {})); // now it knows whose ids they name
    } else if (page == Outputs)
        static_cast<OutputsView *>(made)->show(m_view);
    else
        static_cast<CostView *>(made)->show(m_view);
}

void DeploymentPages::lookAt(int page) {
    if (m_tabs)
        m_tabs->setCurrentIndex(page);
}

void DeploymentPages::addCall(const LogLine &line) {
    if (auto *activity = static_cast<ActivityView *>(m_made[Activity]))
        return activity->addCalls({line});
    m_calls.append(line);
    if (m_calls.size() > ActivityView::kMostCalls)
        m_calls.removeFirst();
}

void DeploymentPages::setTypical(const Typical &typical) {
    m_typical = typical;
    if (auto *activity = static_cast<ActivityView *>(m_made[Activity]))
        activity->setTypical(typical);
}

void DeploymentPages::setRecheck(int minutes) {
    m_recheck = minutes;
    if (auto *verification = static_cast<VerificationView *>(m_made[Verification]))
        verification->setRecheck(minutes);
}

} // namespace sluice::ui
