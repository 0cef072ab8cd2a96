#include "core/engine/destroy_run.h"

#include "core/base/words.h"
#include "core/engine/removal_job.h"
#include "core/engine/route_removal.h"

namespace sluice::engine {

using blueprint::PlannedResource;
using blueprint::Role;
using store::EntryKind;

std::unique_ptr<Run> makeDestroy(const Environment &environment, const blueprint::Plan &plan,
                                 const DestroyOptions &options) {
    return std::make_unique<DestroyRun>(environment, plan, options);
}

DestroyRun::DestroyRun(const Environment &environment, const blueprint::Plan &plan, const DestroyOptions &options)
    : m_plan(plan)
    , m_options(options)
    , m_context(new RunContext(environment, plan, this)) {
    connect(m_context, &RunContext::stepChanged, this, &Run::stepChanged);
    connect(m_context, &RunContext::logged, this, &Run::logged);
    connect(m_context, &RunContext::leaseLost, this, [this](const Error &error) {
        m_takenOver = error;
        cancel();
    });
}

void DestroyRun::start() {
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

void DestroyRun::begin() {
    store::Store *store = m_context->environment().store;
    const auto record = store->deployment(m_plan.deployment);
    if (!record)
        return end(record.error());
    if (record->id != m_plan.deploymentId)
        return end(
            Error{.code = ErrorCode::InvalidInput,
                  .message = EngineWords::tr("The plan is of another deployment named %1").arg(m_plan.deployment),
                  .resource = m_plan.deployment,
                  .remedy = EngineWords::tr("Destroy with the plan that the state keeps.")});
    Status ready = m_context->takeLease();
    if (ready)
        ready = m_context->load();
    if (ready)
        ready = m_context->append(EntryKind::RunStarted, {}, {}, {{"direction", "destroy"}});
    if (ready)
        ready = store->setPhase(m_plan.deployment, QStringLiteral("destroying"));
    if (!ready)
        return end(ready);
    m_begun = true;
    plan();
    for (const StepState &state : m_context->states())
        Q_EMIT stepChanged(state);
    for (const char *extra : {AssociatedCheck::kStep, Sweep::kStep})
        m_context->addState({.name = QString::fromLatin1(extra), .kind = QStringLiteral("check")});
    schedule();
}

void DestroyRun::plan() {
    const auto named = [this](std::initializer_list<Role> roles) {
        QStringList names;
        for (const PlannedResource &planned : std::as_const(m_plan.resources))
            if (std::find(roles.begin(), roles.end(), planned.role) != roles.end())
                names << planned.name;
        return names;
    };
    const QString associated = QString::fromLatin1(AssociatedCheck::kStep);
    const QStringList machines = named({Role::Cluster, Role::Bastion, Role::Droplet});
    m_removals.append(
        {associated, named({Role::Route}), [this] { return new AssociatedCheck(m_context, m_options, this); }});
    for (const PlannedResource &planned : std::as_const(m_plan.resources)) {
        if (planned.role == Role::Route) {
            m_removals.append(
                {planned.name, {}, [this, planned] { return new RouteRemoval(m_context, planned, this); }});
            continue;
        }
        const auto step = makeResourceStep(m_plan, planned);
        if (!step)
            continue;
        QStringList after;
        switch (planned.role) {
        case Role::NatGateway:
            after = machines;
            break;
        case Role::Vpc:
            after = machines + named({Role::NatGateway});
            break;
        case Role::Tag:
        case Role::BastionTag:
        case Role::PrivateTag:
            after = machines + named({Role::BastionFirewall, Role::PrivateFirewall});
            break;
        case Role::SshKey:
            after = named({Role::Bastion, Role::Droplet});
            break;
        default:
            after = QStringList{associated};
        }
        m_removals.append({planned.name, after, [this, step] { return new RemovalJob(m_context, step, this); }});
    }
}

DestroyRun::Removal *DestroyRun::find(const QString &name) {
    for (Removal &removal : m_removals)
        if (removal.name == name)
            return &removal;
    return nullptr;
}

bool DestroyRun::startable(Removal &removal) {
    for (const QString &need : std::as_const(removal.after)) {
        const Removal *before = find(need);
        if (!before || before->progress == Progress::Gone)
            continue;
        if (before->progress == Progress::Failed || before->progress == Progress::Skipped) {
            removal.progress = Progress::Skipped;
            m_context->change(removal.name, [&need](StepState &state) {
                state.phase = state.phase == StepPhase::Gone ? StepPhase::Gone : StepPhase::Skipped;
                state.detail = EngineWords::tr("kept because %1 is still there").arg(blueprint::titleOf(need));
            });
        }
        return false;
    }
    return true;
}

void DestroyRun::schedule() {
    m_scheduled = false;
    if (m_over)
        return;
    if (!m_cancelled) {
        // A skipped step can make another one skipped that stands before it in the list.
        for (bool changed = true; changed;) {
            changed = false;
            for (Removal &removal : m_removals) {
                if (removal.progress != Progress::Waiting)
                    continue;
                if (!startable(removal)) {
                    changed = changed || removal.progress == Progress::Skipped;
                    continue;
                }
                removal.progress = Progress::Running;
                changed = true;
                Job *job = removal.make();
                m_running.append(job);
                connect(job, &Job::finished, this, [this, job](const Status &status) { jobFinished(job, status); });
                job->start();
            }
        }
    }
    if (!m_running.isEmpty() || m_scheduled)
        return;
    if (m_takenOver)
        return end(*m_takenOver);
    if (m_cancelled)
        return end(Error{.code = ErrorCode::Cancelled,
                         .message = EngineWords::tr("Stopped by you; what is left is recorded"),
                         .resource = m_plan.deployment,
                         .remedy = EngineWords::tr("Resume goes on with the teardown.")});
    sweep();
}

void DestroyRun::scheduleSoon() {
    if (m_scheduled || m_over)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        this, [this] { schedule(); }, Qt::QueuedConnection);
}

void DestroyRun::jobFinished(Job *job, const Status &status) {
    m_running.removeOne(job);
    job->deleteLater();
    if (Removal *removal = find(job->step()))
        removal->progress = status ? Progress::Gone : Progress::Failed;
    if (!status && status.error().code != ErrorCode::Cancelled && m_firstFailure)
        m_firstFailure = status;
    scheduleSoon();
}

void DestroyRun::cancel() {
    if (m_over || m_cancelled)
        return;
    m_cancelled = true;
    const QList<Job *> running = m_running;
    for (Job *job : running)
        job->cancel();
    scheduleSoon();
}

void DestroyRun::sweep() {
    auto *sweep = new Sweep(m_context, this);
    m_running.append(sweep);
    connect(sweep, &Job::finished, this, [this, sweep](const Status &status) {
        m_running.removeOne(sweep);
        sweep->deleteLater();
        m_certificate = sweep->certificate();
        // The cause of a leftover says more than the leftover.
        end(m_firstFailure ? status : m_firstFailure);
    });
    sweep->start();
}

void DestroyRun::end(const Status &status) {
    if (m_over)
        return;
    m_over = true;
    Status outcome = status;
    if (m_begun) {
        Json payload = {{"direction", "destroy"}, {"certificate", toJson(m_certificate)}};
        if (!status)
            payload["error"] = errorToJson(status.error());
        Status noted = m_context->append(EntryKind::RunEnded, {}, {}, payload);
        // After a failure the phase stays "destroying": resume then goes on backwards.
        if (noted && status)
            noted = m_context->environment().store->setPhase(m_plan.deployment, QStringLiteral("destroyed"));
        if (!noted && outcome)
            outcome = noted;
    }
    m_context->releaseLease();
    Q_EMIT finished(outcome);
}

} // namespace sluice::engine
