#include "ui/deployments/deployment_dialogs.h"

#include "ui/deployments/change_dialog.h"
#include "ui/deployments/repair_dialog.h"
#include "ui/verification/partner_report.h"

#include <QFileDialog>

namespace sluice::ui {

DeploymentDialogs::DeploymentDialogs(Desk *desk, QWidget *window)
    : QObject(window)
    , m_desk(desk)
    , m_window(window) {
    connect(m_desk, &Desk::operationFinished, this,
            [this](const QString &name, const QString &kind, const Status &status) {
                const DeploymentView *view = m_desk->view(name);
                const bool removing = kind == QLatin1String("destroy") || kind == QLatin1String("resume");
                if (m_teardown && view && removing && m_teardown->property("deployment").toString() == name)
                    m_teardown->finish(*view, status);
            });
}

void DeploymentDialogs::tearDown(const QString &deployment) {
    const DeploymentView *view = m_desk->view(deployment);
    if (!view)
        return;
    m_teardown = new TeardownDialog(*view, m_window);
    m_teardown->setAttribute(Qt::WA_DeleteOnClose);
    m_teardown->setProperty("deployment", deployment);
    connect(m_teardown, &TeardownDialog::teardownRequested, m_desk,
            [desk = m_desk, deployment] { desk->destroy(deployment, false); });
    connect(m_teardown, &TeardownDialog::cancelRequested, m_desk,
            [desk = m_desk, deployment] { desk->cancel(deployment); });
    m_teardown->open();
}

void DeploymentDialogs::refresh(const DeploymentView &view) {
    if (m_teardown && m_teardown->property("deployment").toString() == view.name)
        m_teardown->show(view);
}

void DeploymentDialogs::change(const QString &deployment) {
    const DeploymentView *view = m_desk->view(deployment);
    if (!view)
        return;
    auto *dialog = new ChangeDialog(*view, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChangeDialog::previewRequested, m_desk,
            [desk = m_desk, deployment](const operations::ChangeRequest &request) {
                desk->previewChange(deployment, request);
            });
    connect(
        dialog, &ChangeDialog::changeRequested, m_desk,
        [desk = m_desk, deployment](const operations::ChangeRequest &request) { desk->change(deployment, request); });
    connect(m_desk, &Desk::previewed, dialog,
            [dialog, deployment](const QString &name, const Status &status, const Json &document) {
                if (name == deployment)
                    dialog->show(status, document);
            });
    dialog->open();
}

void DeploymentDialogs::repair(const QString &deployment) {
    const DeploymentView *view = m_desk->view(deployment);
    if (!view)
        return;
    auto *dialog = new RepairDialog(*view, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RepairDialog::repairRequested, m_desk,
            [desk = m_desk, deployment](const QString &egressIp) { desk->repair(deployment, egressIp); });
    connect(m_desk, &Desk::previewed, dialog,
            [dialog, deployment](const QString &name, const Status &status, const Json &document) {
                if (name == deployment)
                    dialog->show(status, document);
            });
    dialog->open();
    m_desk->previewRepair(deployment);
}

void DeploymentDialogs::saveReport(const QString &deployment) {
    const DeploymentView *view = m_desk->view(deployment);
    if (!view)
        return;
    auto *dialog = new QFileDialog(m_window, tr("Save the report for the partner"));
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PDF to read (*.pdf)"), tr("JSON for programs (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(view->name + QStringLiteral("-egress.pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String(".json")) ? QStringLiteral("json")
                                                                         : QStringLiteral("pdf"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, deployment](const QString &path) {
        const DeploymentView *chosen = m_desk->view(deployment);
        const Status saved = chosen ? savePartnerReport(*chosen, path) : Status(Ok{});
        Q_EMIT told(saved ? tr("Saved %1").arg(path) : saved.error().toString());
    });
    dialog->open();
}

} // namespace sluice::ui
