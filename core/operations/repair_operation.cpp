#include "core/operations/repair_operation.h"

#include "core/base/words.h"
#include "core/operations/status_operation.h"

namespace sluice::operations {

RepairOperation::RepairOperation(Context *context, const QString &deployment, const QString &abandonedEgressIp,
                                 bool planOnly, bool thenVerify)
    : RunOperation(context, {.kind = QStringLiteral("repair"), .deployment = deployment, .thenVerify = thenVerify})
    , m_abandonedEgressIp(abandonedEgressIp)
    , m_planOnly(planOnly) {}

void RepairOperation::start() {
    const auto known = standing();
    if (!known)
        return finish(known.error());
    m_look = new StatusOperation(m_context, m_deployment, false);
    m_look->setParent(this);
    connect(m_look, &Operation::logged, this, &Operation::logged);
    connect(m_look, &Operation::finished, this, &RepairOperation::looked);
    m_look->start();
}

void RepairOperation::looked(const Status &status, const Json &document) {
    m_look->deleteLater();
    m_look = nullptr;
    if (!status)
        return finish(status);
    const auto known = stored();
    if (!known)
        return finish(known.error());
    m_document["drift"] = document["drift"];
    m_document["repairs"] = Json::array();
    blueprint::Plan plan = known->plan;
    bool changesEgressIp = false;
    for (const Json &item : document["drift"]) {
        const QString repair = jsonString(item, "repair");
        if (repair.isEmpty())
            continue;
        m_document["repairs"].push_back(item);
        changesEgressIp = changesEgressIp || jsonBool(item, "changes_egress_ip");
        const QString step = jsonString(item, "resource");
        if (repair == QLatin1String("change_back") && !plan.pendingChanges.contains(step))
            plan.pendingChanges << step;
    }
    const QString promised = known->outputs.value(QStringLiteral("nat_gateway_public_ip"));
    m_document["changes_egress_ip"] = changesEgressIp;
    m_document["egress_ip"] = promised.toStdString();
    if (m_planOnly)
        return finish(Ok{});
    if (m_document["repairs"].empty())
        return finish(
            Error{.code = ErrorCode::InvalidInput,
                  .message = OperationsWords::tr("There is nothing that Sluice could repair on %1").arg(m_deployment),
                  .resource = m_deployment,
                  .remedy = OperationsWords::tr("status lists what differs; verify measures the egress IP.")});
    if (changesEgressIp && m_abandonedEgressIp != promised)
        return finish(
            Error{.code = ErrorCode::NeedsDecision,
                  .message = OperationsWords::tr("This repair changes the egress IP: %1 is lost, and a new NAT "
                                                 "gateway gets another address")
                                 .arg(promised),
                  .resource = QStringLiteral("nat_gateway"),
                  .remedy = OperationsWords::tr("Tell everybody who allow-lists %1. Then repair with "
                                                "--abandon-egress-ip %1.")
                                .arg(promised)});
    if (isCancelled())
        return finish(Error{.code = ErrorCode::Cancelled,
                            .message = OperationsWords::tr("Cancelled before anything was repaired")});
    startApply(plan, {.recreateLost = true,
                      .abandonedEgressIp = m_abandonedEgressIp,
                      .changedFrom = plan.pendingChanges == known->plan.pendingChanges ? Json() : known->record.plan});
}

void RepairOperation::cancel() {
    if (m_look)
        return m_look->cancel();
    RunOperation::cancel();
}

QString RepairOperation::doneText() const {
    return OperationsWords::tr("Repaired %1 differences").arg(m_document["repairs"].size());
}

} // namespace sluice::operations
