#include "core/operations/run_operation.h"

#include "core/base/words.h"
#include "core/engine/rebuild.h"
#include "core/operations/plan_operation.h"
#include "core/operations/verify_operation.h"

namespace sluice::operations {

namespace {

QString nameOf(const RunOperation::Job &job) {
    if (job.blueprint)
        return job.blueprint->namePrefix;
    return job.plan ? job.plan->deployment : job.deployment;
}

} // namespace

RunOperation::RunOperation(Context *context, const Job &job)
    : OperationBase(context, job.kind, nameOf(job))
    , m_job(job) {}

void RunOperation::start() {
    const Status ready = m_context->requireClient();
    if (!ready)
        return finish(ready.error());
    if (m_job.blueprint) {
        makePlan(m_context, this, *m_job.blueprint).then(this, [this](const Result<blueprint::PlanOutcome> &outcome) {
            if (!outcome)
                return finish(outcome.error());
            m_document.update(planDocument(*outcome));
            Q_EMIT planned(*outcome);
            if (hasErrors(outcome->problems))
                return finish(refusalOf(outcome->problems));
            if (m_cancelled)
                return finish(Error{.code = ErrorCode::Cancelled,
                                    .message = OperationsWords::tr("Cancelled before anything was created")});
            startApply(outcome->plan, m_job.applyOptions);
        });
        return;
    }
    if (m_job.plan)
        return startApply(*m_job.plan, m_job.applyOptions);
    const auto known = stored();
    if (!known)
        return finish(known.error());
    const bool destroying = known->record.phase == QLatin1String("destroying");
    if (m_job.kind == QLatin1String("resume") && known->record.phase == QLatin1String("destroyed"))
        return finish(Error{
            .code = ErrorCode::InvalidInput,
            .message = OperationsWords::tr("%1 is already torn down; there is nothing to resume").arg(m_job.deployment),
            .resource = m_job.deployment});
    if (m_job.kind == QLatin1String("destroy") || destroying)
        return startDestroy(known->plan);
    startApply(known->plan, m_job.applyOptions);
}

Result<Context::Stored> RunOperation::stored() const {
    auto known = m_context->load(m_job.deployment);
    if (!known)
        return known.error();
    const Status sameAccount = m_context->requireAccountOf(known->plan);
    if (!sameAccount)
        return sameAccount.error();
    if (known->record.phase == QLatin1String(engine::Rebuild::kPhase))
        return Error{
            .code = ErrorCode::Conflict,
            .message =
                OperationsWords::tr("%1 is not wholly rebuilt: the search was interrupted").arg(m_job.deployment),
            .resource = m_job.deployment,
            .remedy = OperationsWords::tr("Search the account again first (sluicectl rebuild).")};
    return known;
}

Result<Context::Stored> RunOperation::standing() const {
    const Status ready = m_context->requireClient();
    if (!ready)
        return ready.error();
    auto known = stored();
    if (known &&
        (known->record.phase == QLatin1String("destroying") || known->record.phase == QLatin1String("destroyed")))
        return Error{.code = ErrorCode::Conflict,
                     .message = OperationsWords::tr("%1 is being torn down or already is").arg(m_deployment),
                     .resource = m_deployment,
                     .remedy = OperationsWords::tr("Finish the teardown with resume; then apply the blueprint anew.")};
    return known;
}

void RunOperation::startApply(const blueprint::Plan &plan, const engine::ApplyOptions &options) {
    m_plan = plan;
    // The user's own key must open before anything is paid for; a deployment key is made by the run itself.
    if (!plan.blueprint.sshKeyIds.isEmpty()) {
        const auto identity = m_context->identityFor(plan);
        if (!identity)
            return finish(identity.error());
    }
    m_run = engine::makeApply(m_context->engineEnvironment(plan), plan, options);
    follow(m_run.get());
    connect(m_run.get(), &engine::Run::finished, this,
            [this](const Status &status) { runFinished(status, engine::Run::Direction::Apply); });
    m_run->start();
}

QString RunOperation::doneText() const {
    return OperationsWords::tr("Applied");
}

void RunOperation::startDestroy(const blueprint::Plan &plan) {
    m_plan = plan;
    m_run = engine::makeDestroy(m_context->engineEnvironment(plan), plan, m_job.destroyOptions);
    follow(m_run.get());
    connect(m_run.get(), &engine::Run::finished, this,
            [this](const Status &status) { runFinished(status, engine::Run::Direction::Destroy); });
    m_run->start();
}

void RunOperation::follow(engine::Run *run) {
    connect(run, &engine::Run::stepChanged, this, &RunOperation::stepChanged);
    connect(run, &engine::Run::logged, this, [this](const QString &line) { log(line); });
}

void RunOperation::fillDocument() {
    m_document["steps"] = stepsToJson(m_run->steps());
    // What an apply measured stands; a teardown reports the outputs of the deployment it removed.
    const auto stored = m_context->load(m_plan.deployment);
    if (stored && stored->record.outputs.is_object())
        m_document["outputs"] = stored->record.outputs;
    else
        m_document["outputs"] = engine::outputsToJson(m_run->outputs());
}

void RunOperation::runFinished(const Status &status, engine::Run::Direction direction) {
    fillDocument();
    if (direction == engine::Run::Direction::Destroy) {
        const engine::Certificate certificate = m_run->certificate();
        m_document["certificate"] = engine::toJson(certificate);
        remember(status ? OperationsWords::tr("Torn down: %1 checked, %2 left")
                              .arg(certificate.checked.size())
                              .arg(certificate.left.size())
                        : OperationsWords::tr("Teardown stopped: %1").arg(status.error().message),
                 m_document);
        return finish(status);
    }
    remember(status ? doneText() : OperationsWords::tr("%1 stopped: %2").arg(kind(), status.error().message),
             m_document);
    if (!status || !m_job.thenVerify)
        return finish(status);
    startVerify();
}

void RunOperation::startVerify() {
    const auto stored = m_context->load(m_plan.deployment);
    if (!stored)
        return finish(stored.error());
    m_verification =
        verify::makeVerification(m_context->verifyEnvironment(m_plan), m_plan, stored->outputs, stored->remoteIds);
    connect(m_verification.get(), &verify::Verification::cellChanged, this, &RunOperation::cellChanged);
    connect(m_verification.get(), &verify::Verification::logged, this, [this](const QString &line) { log(line); });
    connect(m_verification.get(), &verify::Verification::finished, this, [this](const Result<verify::Report> &report) {
        if (!report)
            return finish(report.error());
        finish(recordReport(m_context, m_deployment, *report, m_document));
    });
    m_verification->start();
}

void RunOperation::cancel() {
    m_cancelled = true;
    if (m_verification)
        m_verification->cancel();
    else if (m_run)
        m_run->cancel();
}

} // namespace sluice::operations
