#include "core/operations/plan_operation.h"

#include "core/base/random.h"
#include "core/base/words.h"

#include <QPointer>

namespace sluice::operations {

QFuture<Result<blueprint::PlanOutcome>> makePlan(Context *context, QObject *receiver,
                                                 const blueprint::Blueprint &blueprint,
                                                 const blueprint::ReadProgress &progress) {
    Promise<Result<blueprint::PlanOutcome>> promise;
    const Status ready = context->requireClient();
    if (!ready) {
        promise.finish(ready.error());
        return promise.future();
    }
    // Rules that need no network first: a typo must not cost a round trip, and is reported even without an account.
    const blueprint::Problems early = blueprint::validate(blueprint);
    blueprint::readAccount(context->client.get(), progress)
        .then(receiver, [context, blueprint, promise, early](const Result<blueprint::AccountFacts> &facts) {
            if (!facts) {
                if (hasErrors(early))
                    return promise.finish(blueprint::PlanOutcome{.problems = early, .plan = {}});
                return promise.finish(facts.error());
            }
            blueprint::AccountFacts complete = *facts;
            complete.endpoint = context->account.endpoint.toString();
            promise.finish(blueprint::planFrom(blueprint, complete, context->options.prices, randomLetters(6),
                                               context->clock->now()));
        });
    return promise.future();
}

Json planDocument(const blueprint::PlanOutcome &outcome) {
    Json document = Json::object();
    if (hasErrors(outcome.problems))
        document["plan"] = {{"resources", Json::array()}, {"warnings", Json::array()}};
    else
        document["plan"] = blueprint::toJson(outcome.plan);
    document["problems"] = problemsToJson(outcome.problems);
    return document;
}

PlanOperation::PlanOperation(Context *context, const blueprint::Blueprint &blueprint)
    : OperationBase(context, QStringLiteral("plan"), blueprint.namePrefix)
    , m_blueprint(blueprint) {}

void PlanOperation::start() {
    const auto progress = [self = QPointer(this)](const QString &what, const std::optional<Status> &answer) {
        if (self)
            Q_EMIT self->preflightRead(what, answer.has_value(), answer.value_or(Status(Ok{})));
    };
    makePlan(m_context, this, m_blueprint, progress).then(this, [this](const Result<blueprint::PlanOutcome> &outcome) {
        if (!outcome)
            return finish(outcome.error());
        m_document.update(planDocument(*outcome));
        Q_EMIT planned(*outcome);
        if (hasErrors(outcome->problems))
            return finish(refusalOf(outcome->problems));
        finish(Ok{});
    });
}

void PlanOperation::cancel() {
    finish(Error{.code = ErrorCode::Cancelled,
                 .message = OperationsWords::tr("Planning was cancelled; nothing was created")});
}

} // namespace sluice::operations
