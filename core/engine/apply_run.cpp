#include "core/engine/apply_run.h"

#include "core/base/words.h"
#include "core/engine/check.h"
#include "core/engine/create_job.h"

#include <algorithm>

namespace sluice::engine {

using blueprint::PlannedResource;
using blueprint::Role;
using store::EntryKind;

std::unique_ptr<Run> makeApply(const Environment &environment, const blueprint::Plan &plan,
                               const ApplyOptions &options) {
    return std::make_unique<ApplyRun>(environment, plan, options);
}

ApplyRun::ApplyRun(const Environment &environment, const blueprint::Plan &plan, const ApplyOptions &options)
    : m_plan(plan)
    , m_options(options)
    , m_context(new RunContext(environment, plan, this)) {
    connect(m_context, &RunContext::stepChanged, this, &Run::stepChanged);
    connect(m_context, &RunContext::logged, this, &Run::logged);
    connect(m_context, &RunContext::leaseLost, this, [this](const Error &error) {
        if (m_firstFailure)
            m_firstFailure = error;
        cancel();
    });
}

Outputs ApplyRun::outputs() const {
    return outputsFrom(m_plan, m_context->facts());
}

void ApplyRun::start() {
    // From the event loop, so that `finished` never comes from inside start().
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

void ApplyRun::begin() {
    Status ready = openDeployment();
    if (ready)
        ready = m_context->load();
    if (ready)
        ready = m_context->append(EntryKind::RunStarted, {}, {}, {{"direction", "apply"}});
    if (!ready)
        return end(ready);
    for (const StepState &state : m_context->states())
        Q_EMIT stepChanged(state);
    for (const PlannedResource &planned : std::as_const(m_plan.resources))
        m_progress.insert(planned.name, Progress::Waiting);
    schedule();
}

Status ApplyRun::openDeployment() {
    store::Store *store = m_context->environment().store;
    const auto known = store->deployment(m_plan.deployment);
    if (!known && known.error().code != ErrorCode::NotFound)
        return known.error();
    const bool anew = !known || (known->phase == QLatin1String("destroyed") && known->id != m_plan.deploymentId);
    if (anew) {
        const Status made = store->createDeployment({.name = m_plan.deployment,
                                                     .id = m_plan.deploymentId,
                                                     .account = m_plan.accountEndpoint,
                                                     .plan = toJson(m_plan),
                                                     .phase = QStringLiteral("applying"),
                                                     .outputs = Json::object(),
                                                     .createdAt = m_context->clock()->now()});
        return made ? m_context->takeLease() : made;
    }
    if (known->id != m_plan.deploymentId)
        return Error{.code = ErrorCode::AlreadyExists,
                     .message = EngineWords::tr("A deployment named %1 exists already").arg(m_plan.deployment),
                     .resource = m_plan.deployment,
                     .remedy = EngineWords::tr("Resume or destroy it, or use another name prefix.")};
    const Status taken = m_context->takeLease();
    if (!taken)
        return taken;
    // Read once more: whoever had the lease before may have begun a teardown.
    const auto held = store->deployment(m_plan.deployment);
    if (!held)
        return held.error();
    if (held->phase == QLatin1String("destroying") || held->phase == QLatin1String("destroyed"))
        return Error{.code = ErrorCode::Conflict,
                     .message = EngineWords::tr("%1 is being torn down or already is").arg(m_plan.deployment),
                     .resource = m_plan.deployment,
                     .remedy = EngineWords::tr("Finish the teardown with resume, then make a new plan.")};
    if (!m_options.changedFrom.is_null()) {
        if (held->plan != m_options.changedFrom)
            return Error{.code = ErrorCode::Conflict,
                         .message = EngineWords::tr("%1 was changed by somebody else meanwhile").arg(m_plan.deployment),
                         .resource = m_plan.deployment,
                         .remedy = EngineWords::tr("Look at it again and repeat the change.")};
        const Status replaced = store->setPlan(m_plan.deployment, toJson(m_plan));
        if (!replaced)
            return replaced;
    }
    return store->setPhase(m_plan.deployment, QStringLiteral("applying"));
}

void ApplyRun::scheduleSoon() {
    if (m_scheduled || m_over)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        this, [this] { schedule(); }, Qt::QueuedConnection);
}

bool ApplyRun::startable(const PlannedResource &planned) {
    QStringList missing;
    for (const QString &need : planned.dependsOn) {
        const Progress progress = m_progress.value(need, Progress::Ready);
        if (progress == Progress::Failed || progress == Progress::Skipped) {
            m_progress[planned.name] = Progress::Skipped;
            m_context->change(planned.name, [&need](StepState &state) {
                state.phase = StepPhase::Skipped;
                state.detail = EngineWords::tr("skipped because %1 did not become ready").arg(blueprint::titleOf(need));
            });
            return false;
        }
        if (progress != Progress::Ready)
            missing << blueprint::titleOf(need);
    }
    if (missing.isEmpty())
        return true;
    m_context->change(planned.name, [&missing](StepState &state) {
        if (state.phase == StepPhase::Planned || state.phase == StepPhase::Waiting)
            state = [&] {
                StepState waiting = state;
                waiting.phase = StepPhase::Waiting;
                waiting.detail = EngineWords::tr("waiting for %1").arg(missing.join(QStringLiteral(", ")));
                return waiting;
            }();
    });
    return false;
}

void ApplyRun::schedule() {
    m_scheduled = false;
    if (m_over)
        return;
    if (!m_cancelled)
        for (const PlannedResource &planned : std::as_const(m_plan.resources)) {
            if (m_progress.value(planned.name) != Progress::Waiting || !startable(planned))
                continue;
            m_progress[planned.name] = Progress::Running;
            Job *job = makeJob(planned);
            m_running.append(job);
            connect(job, &Job::finished, this, [this, job](const Status &status) { jobFinished(job, status); });
            job->start();
        }
    if (m_running.isEmpty() && !m_scheduled)
        conclude();
}

Job *ApplyRun::makeJob(const PlannedResource &planned) {
    switch (planned.role) {
    case Role::BastionReady:
    case Role::DropletReady:
        return makeHostReady(m_context, planned, this);
    case Role::RouteServed:
        return makeRouteServed(m_context, planned, this);
    case Role::Route:
        return makeRoute(m_context, planned, this);
    default:
        return new CreateJob(m_context, makeResourceStep(m_plan, planned), m_options, this);
    }
}

void ApplyRun::jobFinished(Job *job, const Status &status) {
    m_running.removeOne(job);
    job->deleteLater();
    m_progress[job->step()] = status ? Progress::Ready : Progress::Failed;
    const bool cancelled = !status && status.error().code == ErrorCode::Cancelled;
    if (!status && !cancelled && m_firstFailure)
        m_firstFailure = status;
    if (status)
        if (const Status kept = m_context->environment().store->setOutputs(m_plan.deployment, outputsToJson(outputs()));
            !kept && m_firstFailure)
            m_firstFailure = kept;
    scheduleSoon();
}

void ApplyRun::cancel() {
    if (m_over || m_cancelled)
        return;
    m_cancelled = true;
    m_context->log(EngineWords::tr("Stopping: nothing new is started, what was asked for is waited for"));
    const QList<Job *> running = m_running;
    for (Job *job : running)
        job->cancel();
    scheduleSoon();
}

void ApplyRun::conclude() {
    if (!m_firstFailure)
        return end(m_firstFailure);
    const bool complete = std::all_of(m_progress.begin(), m_progress.end(),
                                      [](Progress progress) { return progress == Progress::Ready; });
    if (complete)
        return end(closeChanges());
    end(Error{.code = ErrorCode::Cancelled,
              .message = EngineWords::tr("Stopped by you; what was made is recorded"),
              .resource = m_plan.deployment,
              .remedy = EngineWords::tr("Resume to go on, or destroy to remove it.")});
}

Status ApplyRun::closeChanges() {
    if (m_plan.pendingChanges.isEmpty())
        return Ok{};
    m_plan.pendingChanges.clear();
    return m_context->environment().store->setPlan(m_plan.deployment, toJson(m_plan));
}

void ApplyRun::end(const Status &status) {
    if (m_over)
        return;
    m_over = true;
    Status outcome = status;
    store::Store *store = m_context->environment().store;
    // A deployment that this run could not even open is not marked by it.
    if (!m_progress.isEmpty()) {
        QString phase = QStringLiteral("ready");
        if (!status)
            phase =
                status.error().code == ErrorCode::Cancelled ? QStringLiteral("cancelled") : QStringLiteral("failed");
        Json payload = {{"direction", "apply"}, {"phase", phase.toStdString()}};
        if (!status)
            payload["error"] = errorToJson(status.error());
        Status noted = m_context->append(EntryKind::RunEnded, {}, {}, payload);
        if (noted)
            noted = store->setPhase(m_plan.deployment, phase);
        if (!noted && outcome)
            outcome = noted;
    }
    m_context->releaseLease();
    Q_EMIT finished(outcome);
}

} // namespace sluice::engine
