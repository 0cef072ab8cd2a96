#include "core/engine/step.h"

#include "core/base/words.h"

#include <algorithm>

namespace sluice::engine {

ResourceStep::ResourceStep(const blueprint::Plan &plan, const blueprint::PlannedResource &planned)
    : m_plan(plan)
    , m_planned(planned) {}

Result<Facts> ResourceStep::prepare(const Workbench &) const {
    return Facts{};
}

Status ResourceStep::forget(const Workbench &) const {
    return Ok{};
}

Result<HttpRequest> ResourceStep::update(const Json &, const Facts &) const {
    return Error{.code = ErrorCode::Internal,
                 .message = EngineWords::tr("%1 cannot be changed in place").arg(blueprint::titleOf(name())),
                 .resource = name()};
}

bool ResourceStep::carriesOurId(const QStringList &tags) const {
    return std::any_of(tags.begin(), tags.end(), [this](const QString &tag) { return carriesOurId(tag); });
}

Result<HttpRequest> ResourceStep::request(const QString &path, const Json &runtime, const Facts &known) const {
    const Result<Json> whole = body(runtime, known);
    if (!whole)
        return whole.error();
    return HttpRequest::post(path, *whole);
}

Result<Json> ResourceStep::body(const Json &runtime, const Facts &known) const {
    Json body = m_planned.request.is_object() ? m_planned.request : Json::object();
    body.update(runtime);
    body = blueprint::resolveRequest(body, known);
    const QStringList open = blueprint::unresolvedReferences(body);
    if (!open.isEmpty())
        return Error{.code = ErrorCode::Internal,
                     .message = EngineWords::tr("The request of %1 refers to %2, which no step made known")
                                    .arg(name(), open.join(QStringLiteral(", "))),
                     .resource = name()};
    return body;
}

std::shared_ptr<const ResourceStep> makeResourceStep(const blueprint::Plan &plan,
                                                     const blueprint::PlannedResource &planned) {
    using blueprint::Role;
    switch (planned.role) {
    case Role::SshKey:
        return steps::sshKey(plan, planned);
    case Role::Tag:
    case Role::BastionTag:
    case Role::PrivateTag:
        return steps::tag(plan, planned);
    case Role::BastionFirewall:
    case Role::PrivateFirewall:
        return steps::firewall(plan, planned);
    case Role::Vpc:
        return steps::vpc(plan, planned);
    case Role::NatGateway:
        return steps::natGateway(plan, planned);
    case Role::Cluster:
        return steps::cluster(plan, planned);
    case Role::Bastion:
    case Role::Droplet:
        return steps::droplet(plan, planned);
    case Role::BastionReady:
    case Role::DropletReady:
    case Role::RouteServed:
    case Role::Route:
        break;
    }
    return nullptr;
}

QDateTime platformTime(const QString &text) {
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString nonceFact(const QString &role) {
    return QStringLiteral("nonce/") + role;
}

QString deploymentKeyName(const blueprint::Plan &plan) {
    return QStringLiteral("deployment-key/") + plan.deploymentId;
}

} // namespace sluice::engine
