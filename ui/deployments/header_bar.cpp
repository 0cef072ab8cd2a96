#include "ui/deployments/header_bar.h"

#include "ui/deployments/deployment_list_model.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sluice::ui {

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_state(new QLabel(this))
    , m_sandbox(new Badge(Tone::Sandbox, tr("Simulated"), this))
    , m_egress(new CopyField(tr("Egress IP"), this))
    , m_egressCaption(new QLabel(tr("Egress IP"), this))
    , m_verify(new QPushButton(tr("&Verify"), this))
    , m_resume(new QPushButton(tr("&Resume"), this))
    , m_repair(new QPushButton(tr("Re&pair…"), this))
    , m_status(new QPushButton(tr("Refre&sh"), this))
    , m_change(new QPushButton(tr("Chan&ge…"), this))
    , m_teardown(new QPushButton(tr("&Tear down…"), this)) {
    m_name->setObjectName(QStringLiteral("deploymentName"));
    m_state->setObjectName(QStringLiteral("deploymentState"));
    m_sandbox->setObjectName(QStringLiteral("sandboxBadge"));
    m_verify->setObjectName(QStringLiteral("headerVerifyButton"));
    m_resume->setObjectName(QStringLiteral("headerResumeButton"));
    m_status->setObjectName(QStringLiteral("headerStatusButton"));
    m_teardown->setObjectName(QStringLiteral("teardownButton"));
    m_repair->setObjectName(QStringLiteral("headerRepairButton"));
    m_change->setObjectName(QStringLiteral("headerChangeButton"));
    m_repair->setToolTip(tr("Show what differs from the plan and what can be done about it"));
    m_change->setToolTip(tr("More nodes, a larger NAT gateway, other addresses for SSH"));
    m_status->setToolTip(tr("Read everything back from the account and list differences"));
    m_name->setFont(Theme::font(Type::Title));
    m_egress->label()->setFont(Theme::font(Type::Heading));
    m_egressCaption->setFont(Theme::font(Type::Caption));
    m_sandbox->setToolTip(
        tr("This deployment lives in the built-in simulated cloud. It costs nothing and reaches nobody."));

    auto *titleLine = new QHBoxLayout;
    titleLine->setSpacing(10);
    titleLine->addWidget(m_name);
    titleLine->addWidget(m_sandbox, 0, Qt::AlignVCenter);
    titleLine->addStretch();
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addLayout(titleLine);
    titles->addWidget(m_state);
    auto *promise = new QVBoxLayout;
    promise->setSpacing(2);
    promise->addWidget(m_egressCaption);
    promise->addWidget(m_egress);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->setSpacing(16);
    layout->addLayout(titles, 1);
    layout->addLayout(promise);
    layout->addSpacing(8);
    layout->addWidget(m_resume);
    layout->addWidget(m_repair);
    layout->addWidget(m_status);
    layout->addWidget(m_change);
    layout->addWidget(m_verify);
    layout->addWidget(m_teardown);
    const QList<QWidget *> order{m_resume, m_repair, m_status, m_change, m_verify, m_teardown};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    connect(m_verify, &QPushButton::clicked, this, &HeaderBar::verifyRequested);
    connect(m_resume, &QPushButton::clicked, this, &HeaderBar::resumeRequested);
    connect(m_repair, &QPushButton::clicked, this, &HeaderBar::repairRequested);
    connect(m_change, &QPushButton::clicked, this, &HeaderBar::changeRequested);
    connect(m_status, &QPushButton::clicked, this, &HeaderBar::statusRequested);
    connect(m_teardown, &QPushButton::clicked, this, &HeaderBar::teardownRequested);
}

void HeaderBar::show(const DeploymentView &view) {
    const bool idle = view.running.isEmpty();
    const bool ready = view.phase == QLatin1String("ready");
    const bool gone = view.phase == QLatin1String("destroyed");
    m_name->setText(view.name);
    m_state->setText(view.region.isEmpty() ? stateText(view) : tr("%1 in %2").arg(stateText(view), view.region));
    m_sandbox->setVisible(view.sandbox);
    m_egress->setValue(gone ? QString() : view.egressIp);
    m_egress->setVisible(!gone && !view.egressIp.isEmpty());
    m_egressCaption->setVisible(m_egress->isVisibleTo(this));
    m_verify->setEnabled(idle && ready);
    m_status->setEnabled(idle && !gone && !view.name.isEmpty());
    m_resume->setVisible(idle && !ready && !gone && !view.phase.isEmpty());
    m_repair->setVisible(idle && !gone && !view.drift.isEmpty());
    m_change->setEnabled(idle && ready);
    m_teardown->setEnabled(idle && !gone && !view.name.isEmpty());
}

} // namespace sluice::ui
