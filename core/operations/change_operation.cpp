#include "core/operations/change_operation.h"

#include "core/base/words.h"

namespace sluice::operations {

namespace {

blueprint::Blueprint withRequest(blueprint::Blueprint blueprint, const ChangeRequest &request) {
    if (request.nodeCount)
        blueprint.nodeCount = *request.nodeCount;
    if (request.natGatewaySize)
        blueprint.natGatewaySize = *request.natGatewaySize;
    if (request.bastionSources)
        blueprint.bastionSources = *request.bastionSources;
    return blueprint;
}

} // namespace

ChangeOperation::ChangeOperation(Context *context, const QString &deployment, const ChangeRequest &request,
                                 bool planOnly, bool thenVerify)
    : RunOperation(context, {.kind = QStringLiteral("change"), .deployment = deployment, .thenVerify = thenVerify})
    , m_request(request)
    , m_planOnly(planOnly) {}

void ChangeOperation::start() {
    const auto known = standing();
    if (!known)
        return finish(known.error());
    blueprint::readAccount(m_context->client.get())
        .then(this, [this, known = *known](const Result<blueprint::AccountFacts> &facts) {
            if (!facts)
                return finish(facts.error());
            planned(known, *facts);
        });
}

void ChangeOperation::planned(const Context::Stored &known, const blueprint::AccountFacts &facts) {
    const auto outcome = blueprint::changeFrom(known.plan, withRequest(known.plan.blueprint, m_request), facts,
                                               m_context->options.prices, m_context->clock->now());
    m_document["changes"] = Json::array();
    for (const blueprint::Change &change : outcome.changes)
        m_document["changes"].push_back({{"field", change.field.toStdString()},
                                         {"before", change.before.toStdString()},
                                         {"after", change.after.toStdString()},
                                         {"effect", blueprint::effectName(change.effect).toStdString()},
                                         {"step", change.step.toStdString()},
                                         {"message", change.message.toStdString()}});
    m_document["problems"] = problemsToJson(outcome.problems);
    m_document["usd_per_month_before"] = outcome.usdPerMonthBefore;
    m_document["usd_per_month"] = outcome.plan.usdPerMonth();
    if (hasErrors(outcome.problems))
        return finish(refusalOf(outcome.problems));
    if (isCancelled())
        return finish(Error{.code = ErrorCode::Cancelled,
                            .message = OperationsWords::tr("Cancelled before anything was changed")});
    if (m_planOnly)
        return finish(Ok{});
    startApply(outcome.plan, {.changedFrom = known.record.plan});
}

QString ChangeOperation::doneText() const {
    QStringList texts;
    for (const Json &change : m_document["changes"])
        texts << OperationsWords::tr("%1 from %2 to %3")
                     .arg(jsonString(change, "field"), jsonString(change, "before"), jsonString(change, "after"));
    return OperationsWords::tr("Changed %1").arg(texts.join(QStringLiteral(", ")));
}

} // namespace sluice::operations
