#include "ui/deployments/header_bar.h"

#include "ui/deployments/deployment_list_model.h"
#include "ui/deployments/elided_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

constexpr int kTitle = 330; ///< of a name and its mark, with the margins: more is welcome, less is hard to read

} // namespace

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_mark(new Mark(16, this))
    , m_state(new ElidedLabel(this))
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
    for (QPushButton *button : {m_status, m_change}) {
        button->setProperty("words", button->text());
        button->setAccessibleName(QString(button->text()).remove(QLatin1Char('&')));
        button->setMinimumWidth(space::kControl + space::kSmall);
    }
    m_name->setFont(Theme::font(Type::Title));
    QFont figure = Theme::font(Type::Mono);
    figure.setPointSizeF(Theme::font(Type::Heading).pointSizeF());
    figure.setWeight(QFont::Medium);
    m_egress->label()->setFont(figure);
    m_teardown->setProperty("tone", QStringLiteral("risk"));
    m_egressCaption->setFont(Theme::font(Type::Caption));
    m_sandbox->setToolTip(
        tr("This deployment lives in the built-in simulated cloud. It costs nothing and reaches nobody."));

    auto *titleLine = new QHBoxLayout;
    titleLine->setSpacing(10);
    titleLine->addWidget(m_name, 1);
    titleLine->addWidget(m_sandbox, 0, Qt::AlignVCenter);
    titleLine->addStretch(0);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addLayout(titleLine);
    auto *stateLine = new QHBoxLayout;
    stateLine->setSpacing(6);
    stateLine->addWidget(m_mark);
    stateLine->addWidget(m_state, 1);
    stateLine->addStretch(0);
    titles->addLayout(stateLine);
    auto *promise = new QVBoxLayout;
    promise->setSpacing(2);
    promise->addWidget(m_egressCaption);
    promise->addWidget(m_egress);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 10);
    layout->setSpacing(space::kMedium);
    layout->addLayout(titles, 1);
    layout->addLayout(promise);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::kSmall);
    QPushButton *before = nullptr;
    for (QPushButton *button : {m_resume, m_repair, m_status, m_change, m_verify, m_teardown}) {
        actions->addWidget(button);
        if (before)
            setTabOrder(before, button);
        before = button;
    }
    layout->addLayout(actions);
    connect(m_verify, &QPushButton::clicked, this, &HeaderBar::verifyRequested);
    connect(m_resume, &QPushButton::clicked, this, &HeaderBar::resumeRequested);
    connect(m_repair, &QPushButton::clicked, this, &HeaderBar::repairRequested);
    connect(m_change, &QPushButton::clicked, this, &HeaderBar::changeRequested);
    connect(m_status, &QPushButton::clicked, this, &HeaderBar::statusRequested);
    connect(m_teardown, &QPushButton::clicked, this, &HeaderBar::teardownRequested);
}

void HeaderBar::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitButtons();
}

void HeaderBar::fitButtons() {
    const auto wide = [](const QPushButton *button) {
        const QString words = button->property("words").toString();
        return button->fontMetrics().horizontalAdvance(words.isEmpty() ? button->text() : words) + 46;
    };
    int need = kTitle;
    for (const QPushButton *button : {m_resume, m_repair, m_status, m_change, m_verify, m_teardown})
        need += button->isVisibleTo(this) ? wide(button) : 0;
    if (m_egress->isVisibleTo(this))
        need += m_egress->sizeHint().width();
    const bool tight = need > width();
    for (QPushButton *button : {m_status, m_change}) {
        const QString words = button->property("words").toString();
        button->setText(tight ? QString() : words);
        button->setIcon(tight ? Theme::icon(button == m_status ? QStringLiteral("refresh") : QStringLiteral("settings"))
                              : QIcon());
    }
}

void HeaderBar::show(const DeploymentView &view) {
    const bool idle = view.running.isEmpty();
    const bool ready = view.phase == QLatin1String("ready");
    const bool gone = view.phase == QLatin1String("destroyed");
    m_name->setText(view.name);
    m_state->setText(view.region.isEmpty() ? stateText(view) : tr("%1 · %2").arg(stateText(view), view.region));
    const Tone tone = stateTone(view);
    m_mark->set(toneIcon(tone), tone);
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
    fitButtons();
    // One thing to do next, and it looks like it.
    const QPushButton *next = m_resume->isVisibleTo(this)                       ? m_resume
                              : m_repair->isVisibleTo(this)                     ? m_repair
                              : view.verdict.isEmpty() && m_verify->isEnabled() ? m_verify
                                                                                : nullptr;
    for (QPushButton *button : {m_resume, m_repair, m_verify}) {
        button->setProperty("tone", button == next ? QVariant(QStringLiteral("primary")) : QVariant());
        button->update();
    }
}

} // namespace sluice::ui
