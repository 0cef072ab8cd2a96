#include "core/operations/status_operation.h"

namespace sluice::operations {

namespace {

/// The GET that reads one journaled object back; an empty path for kinds that the DigitalOcean API does not hold.
HttpRequest readOf(const engine::StepState &step) {
    using namespace digitalocean;
    if (step.kind == QLatin1String("vpc"))
        return vpcs::get(step.id);
    if (step.kind == QLatin1String("nat_gateway"))
        return natgateways::get(step.id);
    if (step.kind == QLatin1String("kubernetes_cluster"))
        return clusters::get(step.id);
    if (step.kind == QLatin1String("droplet"))
        return droplets::get(step.id);
    if (step.kind == QLatin1String("firewall"))
        return firewalls::get(step.id);
    if (step.kind == QLatin1String("tag"))
        return tags::get(step.id);
    if (step.kind == QLatin1String("ssh_key"))
        return sshkeys::get(step.id);
    return HttpRequest::get({});
}

} // namespace

StatusOperation::StatusOperation(Context *context, const QString &deployment)
    : OperationBase(context, QStringLiteral("status"), deployment) {}

void StatusOperation::start() {
    auto stored = m_context->load(m_deployment);
    if (!stored)
        return finish(stored.error());
    const Status sameAccount = m_context->requireAccountOf(stored->plan);
    if (!sameAccount)
        return finish(sameAccount);
    m_stored = *std::move(stored);
    m_document["outputs"] = m_stored.record.outputs;
    m_document["phase"] = m_stored.record.phase.toStdString();
    m_document["verdict"] = m_stored.record.lastVerdict.toStdString();
    m_document["steps"] = stepsToJson(m_stored.steps);
    m_waiting = 1;
    for (const engine::StepState &step : std::as_const(m_stored.steps))
        look(step);
    lookAtMembers();
    answered();
}

void StatusOperation::look(const engine::StepState &step) {
    if (step.id.isEmpty())
        return;
    const HttpRequest request = readOf(step);
    if (request.path.isEmpty())
        return;
    ++m_waiting;
    m_context->client->send(request).then(this, [this, step](const Result<Json> &reply) {
        const bool shouldExist = step.phase != engine::StepPhase::Gone;
        if (!reply && reply.error().code == ErrorCode::NotFound) {
            if (shouldExist)
                drift(step.name, QStringLiteral("%1 (%2) is gone from the account").arg(step.cloudName, step.id),
                      step.kind == QLatin1String("nat_gateway"));
        } else if (!reply) {
            if (m_firstError.message.isEmpty())
                m_firstError = reply.error();
        } else if (!shouldExist) {
            drift(step.name, QStringLiteral("%1 (%2) was deleted by us, yet the account still shows it")
                                 .arg(step.cloudName, step.id));
        } else if (step.kind == QLatin1String("nat_gateway")) {
            compareNatGateway(*reply);
        } else if (step.kind == QLatin1String("firewall")) {
            const auto firewall = digitalocean::firewalls::parse(*reply);
            if (firewall && !firewall->isApplied())
                drift(step.name, QStringLiteral("%1 is not applied: status %2, %3 pending changes")
                                     .arg(step.cloudName, firewall->status)
                                     .arg(firewall->pendingChanges));
        }
        answered();
    });
}

void StatusOperation::compareNatGateway(const Json &reply) {
    const auto gateway = digitalocean::natgateways::parse(reply);
    if (!gateway)
        return;
    const QString promised = m_stored.outputs.value(QStringLiteral("nat_gateway_public_ip"));
    if (!promised.isEmpty() && gateway->publicIp != promised)
        drift(QStringLiteral("nat_gateway"),
              QStringLiteral("The egress IP is %1; the deployment promised %2")
                  .arg(gateway->publicIp.isEmpty() ? QStringLiteral("not there") : gateway->publicIp, promised),
              true);
    if (gateway->state != digitalocean::NatGatewayState::Active)
        drift(QStringLiteral("nat_gateway"),
              QStringLiteral("The NAT gateway's state is %1, not ACTIVE").arg(gateway->rawState), true);
}

void StatusOperation::lookAtMembers() {
    const QString vpc = m_stored.remoteIds.value(QStringLiteral("vpc"));
    if (vpc.isEmpty() || m_stored.record.phase == QLatin1String("destroyed"))
        return;
    ++m_waiting;
    m_context->client
        ->listAll<digitalocean::VpcMember>(digitalocean::vpcs::members(vpc), &digitalocean::vpcs::parseMembers)
        .then(this, [this](const Result<QList<digitalocean::VpcMember>> &members) {
            if (members)
                compareMembers(*members);
            answered();
        });
}

void StatusOperation::compareMembers(const QList<digitalocean::VpcMember> &members) {
    // The member list names droplets by a uuid that is not their id (DIGITALOCEAN.md 1.9): names are all there is to
    // compare.
    QStringList ours;
    for (const blueprint::PlannedResource &resource : std::as_const(m_stored.plan.resources))
        ours << resource.cloudName;
    const QString pool = m_stored.plan.deployment;
    for (const digitalocean::VpcMember &member : members) {
        const bool node = member.name.startsWith(pool + QLatin1Char('-'));
        if (!ours.contains(member.name) && !node)
            drift(member.name,
                  QStringLiteral("A %1 that this deployment did not make is in its VPC").arg(member.kind()));
    }
}

void StatusOperation::drift(const QString &resource, const QString &message, bool changesEgressIp) {
    m_drift.append({resource, message, changesEgressIp});
    log(QStringLiteral("Drift: %1: %2").arg(resource, message));
}

void StatusOperation::answered() {
    if (--m_waiting > 0)
        return;
    Json list = Json::array();
    for (const Drift &item : std::as_const(m_drift))
        list.push_back({{"resource", item.resource.toStdString()},
                        {"message", item.message.toStdString()},
                        {"changes_egress_ip", item.changesEgressIp}});
    m_document["drift"] = list;
    if (!m_firstError.message.isEmpty())
        return finish(m_firstError);
    finish(Ok{});
}

void StatusOperation::cancel() {
    finish(Error{.code = ErrorCode::Cancelled, .message = QStringLiteral("Status was cancelled")});
}

} // namespace sluice::operations
