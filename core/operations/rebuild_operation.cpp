#include "core/operations/rebuild_operation.h"

#include "core/base/words.h"

namespace sluice::operations {

RebuildOperation::RebuildOperation(Context *context)
    : OperationBase(context, QStringLiteral("rebuild"), QString()) {}

void RebuildOperation::start() {
    const Status ready = m_context->requireClient();
    if (!ready)
        return finish(ready.error());
    blueprint::readAccount(m_context->client.get()).then(this, [this](const Result<blueprint::AccountFacts> &facts) {
        if (!facts)
            return finish(facts.error());
        judge(*facts);
    });
}

void RebuildOperation::judge(const blueprint::AccountFacts &facts) {
    m_facts = facts;
    m_facts.endpoint = m_context->account.endpoint.toString();
    m_document["found"] = Json::array();
    const auto records = m_context->store->deployments();
    if (!records)
        return finish(records.error());
    for (const blueprint::Trace &trace : blueprint::findTraces(m_facts)) {
        // A torn-down record with something left of it is known too: its own teardown is the way. One that a crashed
        // rebuild left is not.
        const auto record =
            std::find_if(records->begin(), records->end(),
                         [&trace](const store::DeploymentRecord &each) { return each.id == trace.deploymentId; });
        const bool known = record != records->end() && record->phase != QLatin1String(engine::Rebuild::kPhase);
        m_document["found"].push_back({{"deployment", trace.blueprint.namePrefix.toStdString()},
                                       {"id", trace.deploymentId.toStdString()},
                                       {"region", trace.blueprint.region.toStdString()},
                                       {"whole", trace.isWhole},
                                       {"known", known},
                                       {"doubts", toJson(trace.doubts)}});
        if (!known)
            m_waiting.append(trace);
    }
    m_document["rebuilt"] = Json::array();
    log(OperationsWords::tr("%1 deployments in the account, %2 of them unknown here")
            .arg(m_document["found"].size())
            .arg(m_waiting.size()));
    next();
}

void RebuildOperation::next() {
    if (m_cancelled)
        return finish(Error{.code = ErrorCode::Cancelled,
                            .message = OperationsWords::tr("Stopped by you; what was found so far is recorded")});
    if (m_waiting.isEmpty())
        return finish(m_problem);
    const blueprint::Trace trace = m_waiting.takeFirst();
    const blueprint::Plan plan = blueprint::planOf(trace, m_facts, m_context->options.prices, m_context->clock->now());
    const Status recorded = remember(trace, plan);
    // Another deployment here may have its name; the rest is found all the same.
    if (!recorded && recorded.error().code == ErrorCode::AlreadyExists) {
        if (m_problem)
            m_problem = recorded;
        return next();
    }
    if (!recorded)
        return finish(recorded);
    m_run = std::make_unique<engine::Rebuild>(m_context->engineEnvironment(plan), plan, nullptr);
    connect(m_run.get(), &engine::Rebuild::stepChanged, this, &RebuildOperation::stepChanged);
    connect(m_run.get(), &engine::Rebuild::logged, this, [this](const QString &line) { log(line); });
    connect(m_run.get(), &engine::Rebuild::finished, this,
            [this, plan](const Status &status, const QStringList &missing) {
                m_run.release()->deleteLater();
                if (!status)
                    return finish(status);
                m_document["rebuilt"].push_back(
                    {{"deployment", plan.deployment.toStdString()}, {"missing", toJson(missing)}});
                next();
            });
    m_run->start();
}

Status RebuildOperation::remember(const blueprint::Trace &trace, const blueprint::Plan &plan) {
    // A crash may have come after this very record.
    const auto begun = m_context->store->deployment(plan.deployment);
    const bool mine = begun && begun->id == plan.deploymentId;
    const Status made = mine
                            ? Status(Ok{})
                            : m_context->store->createDeployment({.name = plan.deployment,
                                                                  .id = plan.deploymentId,
                                                                  .account = plan.accountEndpoint,
                                                                  .plan = toJson(plan),
                                                                  .phase = QString::fromLatin1(engine::Rebuild::kPhase),
                                                                  .outputs = Json::object(),
                                                                  .createdAt = m_context->clock->now()});
    if (!made)
        return made;
    // The key's public half is what proves that the key in the account is the deployment's.
    for (const digitalocean::SshKey &key : std::as_const(m_facts.sshKeys))
        if (key.name.endsWith(trace.deploymentId))
            return m_context->store->setFact(plan.deployment, QString::fromLatin1(engine::kPublicKeyFact),
                                             key.publicKey);
    return Ok{};
}

void RebuildOperation::cancel() {
    m_cancelled = true;
}

} // namespace sluice::operations
