#include "core/operations/status_operation.h"

#include "core/base/words.h"
#include "core/engine/step.h"
#include "core/operations/verify_operation.h"

namespace sluice::operations {

namespace {

const QString kMakeAgain = QStringLiteral("make_again");
const QString kChangeBack = QStringLiteral("change_back");
const QString kReapplyRoute = QStringLiteral("reapply_route");

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

StatusOperation::StatusOperation(Context *context, const QString &deployment, bool measure)
    : OperationBase(context, QStringLiteral("status"), deployment)
    , m_measure(measure) {}

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
    lookAtRoute();
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
                drift(step.name, OperationsWords::tr("%1 (%2) is gone from the account").arg(step.cloudName, step.id),
                      step.kind == QLatin1String("nat_gateway"), kMakeAgain);
        } else if (!reply) {
            if (m_firstError.message.isEmpty())
                m_firstError = reply.error();
        } else if (!shouldExist) {
            drift(step.name, OperationsWords::tr("%1 (%2) was deleted by us, yet the account still shows it")
                                 .arg(step.cloudName, step.id));
        } else {
            compareAttributes(step, *reply);
        }
        answered();
    });
}

void StatusOperation::compareAttributes(const engine::StepState &step, const Json &reply) {
    if (const blueprint::PlannedResource *planned = m_stored.plan.find(step.name)) {
        const auto attributes = engine::makeResourceStep(m_stored.plan, *planned);
        const QStringList differences = attributes ? attributes->differences(reply) : QStringList();
        if (!differences.isEmpty())
            drift(step.name, QStringLiteral("%1: %2").arg(step.cloudName, differences.join(QStringLiteral("; "))),
                  false, kChangeBack);
    }
    if (step.kind == QLatin1String("nat_gateway"))
        compareNatGateway(reply);
    if (step.kind == QLatin1String("firewall")) {
        const auto firewall = digitalocean::firewalls::parse(reply);
        if (firewall && !firewall->isApplied())
            drift(step.name, OperationsWords::tr("%1 is not applied: status %2, %3 pending changes")
                                 .arg(step.cloudName, firewall->status)
                                 .arg(firewall->pendingChanges));
    }
}

void StatusOperation::compareNatGateway(const Json &reply) {
    const auto gateway = digitalocean::natgateways::parse(reply);
    if (!gateway)
        return;
    const QString promised = m_stored.outputs.value(QStringLiteral("nat_gateway_public_ip"));
    if (!promised.isEmpty() && gateway->publicIp != promised)
        drift(QStringLiteral("nat_gateway"),
              gateway->publicIp.isEmpty()
                  ? OperationsWords::tr("The egress IP is not there; the deployment promised %1").arg(promised)
                  : OperationsWords::tr("The egress IP is %1; the deployment promised %2")
                        .arg(gateway->publicIp, promised),
              true);
    if (gateway->state != digitalocean::NatGatewayState::Active)
        drift(QStringLiteral("nat_gateway"),
              OperationsWords::tr("The NAT gateway's state is %1, not ACTIVE").arg(gateway->rawState), true);
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
            drift(member.name, OperationsWords::tr("A %1 that this deployment did not make is in its VPC")
                                   .arg(blueprint::titleOf(member.kind())));
    }
}

// Only a Route that the journal has is compared: before, there is nothing that could have drifted.
void StatusOperation::lookAtRoute() {
    const QString cluster = m_stored.remoteIds.value(QStringLiteral("cluster"));
    if (cluster.isEmpty() || m_stored.outputs.value(QStringLiteral("route_name")).isEmpty() ||
        m_stored.record.phase == QLatin1String("destroyed") || m_stored.record.phase == QLatin1String("destroying"))
        return;
    ++m_waiting;
    const auto unreadable = [this](const Error &error) {
        drift(QStringLiteral("route"), OperationsWords::tr("The Route cannot be read: %1").arg(error.message));
        answered();
    };
    m_context->client->send(digitalocean::clusters::credentials(cluster))
        .then(this, [this, unreadable](const Result<Json> &reply) {
            // A cluster that is gone is reported by its own step.
            if (!reply && reply.error().code == ErrorCode::NotFound)
                return answered();
            if (!reply)
                return unreadable(reply.error());
            const auto credentials = digitalocean::clusters::parseCredentials(*reply);
            if (!credentials)
                return unreadable(credentials.error());
            const auto opened = kubernetes::Cluster::open({.server = QUrl(credentials->server),
                                                           .certificateAuthority = credentials->certificateAuthority,
                                                           .token = credentials->token},
                                                          m_context->clock.get());
            if (!opened)
                return unreadable(opened.error());
            m_cluster = *opened;
            m_cluster->route(m_stored.outputs.value(QStringLiteral("route_name")))
                .then(this, [this](const Result<kubernetes::Route> &route) {
                    compareRoute(route);
                    answered();
                });
        });
}

void StatusOperation::compareRoute(const Result<kubernetes::Route> &route) {
    const QString name = QStringLiteral("route");
    if (!route)
        return drift(
            name,
            route.error().code == ErrorCode::NotFound
                ? OperationsWords::tr("The Route %1 is gone from the cluster: its pods leave by other addresses")
                      .arg(m_stored.outputs.value(QStringLiteral("route_name")))
                : OperationsWords::tr("The Route cannot be read: %1").arg(route.error().message),
            false, route.error().code == ErrorCode::NotFound ? kReapplyRoute : QString());
    const QString gateway = m_stored.outputs.value(QStringLiteral("nat_gateway_gateway_ip"));
    if (route->gateways != QStringList{gateway})
        drift(name,
              OperationsWords::tr("The Route sends to %1, not to the NAT gateway %2")
                  .arg(route->gateways.join(QStringLiteral(", ")), gateway),
              false, kReapplyRoute);
    if (route->destinations != QStringList{QStringLiteral("0.0.0.0/0")})
        drift(name,
              OperationsWords::tr("The Route covers %1, not 0.0.0.0/0")
                  .arg(route->destinations.join(QStringLiteral(", "))),
              false, kReapplyRoute);
    if (route->hasNodeSelector)
        drift(name, OperationsWords::tr("The Route names some nodes: the others leave by other addresses"), false,
              kReapplyRoute);
    if (route->deleting)
        drift(name, OperationsWords::tr("The Route is being deleted"));
}

void StatusOperation::measure() {
    m_verification = verify::makeVerification(m_context->verifyEnvironment(m_stored.plan), m_stored.plan,
                                              m_stored.outputs, m_stored.remoteIds);
    connect(m_verification.get(), &verify::Verification::cellChanged, this, &StatusOperation::cellChanged);
    connect(m_verification.get(), &verify::Verification::logged, this, [this](const QString &line) { log(line); });
    connect(m_verification.get(), &verify::Verification::finished, this, [this](const Result<verify::Report> &report) {
        if (!report) {
            m_firstError = report.error();
            return conclude();
        }
        const Status recorded = recordReport(m_context, m_deployment, *report, m_document);
        if (!recorded)
            m_firstError = recorded.error();
        for (const verify::Cell &cell : report->cells) {
            if (cell.verdict != verify::Verdict::Fail)
                continue;
            drift(cell.id, cell.diagnosis.message.isEmpty()
                               ? OperationsWords::tr("%1 to %2: measured %3, not %4")
                                     .arg(cell.source, cell.destination, cell.observed, cell.expected)
                               : cell.diagnosis.message);
        }
        conclude();
    });
    m_verification->start();
}

void StatusOperation::drift(const QString &resource, const QString &message, bool changesEgressIp,
                            const QString &repair) {
    m_drift.append({resource, message, changesEgressIp, repair});
    log(OperationsWords::tr("Drift: %1: %2").arg(resource, message));
}

void StatusOperation::answered() {
    if (--m_waiting > 0)
        return;
    const bool measurable = m_stored.record.phase != QLatin1String("destroyed") &&
                            !m_stored.outputs.value(QStringLiteral("nat_gateway_public_ip")).isEmpty();
    if (m_measure && measurable && m_firstError.message.isEmpty())
        return measure();
    conclude();
}

void StatusOperation::conclude() {
    Json list = Json::array();
    for (const Drift &item : std::as_const(m_drift))
        list.push_back({{"resource", item.resource.toStdString()},
                        {"message", item.message.toStdString()},
                        {"changes_egress_ip", item.changesEgressIp},
                        {"repair", item.repair.toStdString()}});
    m_document["drift"] = list;
    if (!m_firstError.message.isEmpty())
        return finish(m_firstError);
    finish(Ok{});
}

void StatusOperation::cancel() {
    if (m_verification)
        return m_verification->cancel();
    finish(Error{.code = ErrorCode::Cancelled, .message = OperationsWords::tr("Status was cancelled")});
}

} // namespace sluice::operations
