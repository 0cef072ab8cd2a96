#include "core/engine/check.h"

#include "core/base/words.h"

namespace sluice::engine {

using store::EntryKind;

namespace {

constexpr std::chrono::seconds kCredentialsSettle(120);

} // namespace

CheckJob::CheckJob(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent)
    : Job(context, planned.name, parent)
    , m_planned(planned) {}

void CheckJob::start() {
    const Status intended = context()->append(EntryKind::Intent, step());
    if (!intended)
        return fail(intended.error());
    setPhase(StepPhase::Waiting, EngineWords::tr("checking"));
    m_started = clock()->elapsed();
    m_deadline = m_started + m_planned.deadline;
    next();
}

void CheckJob::cancel() {
    stopAsCancelled();
}

void CheckJob::next() {
    ++m_attempts;
    attempt();
}

void CheckJob::notYet(const QString &why) {
    if (isOver())
        return;
    const auto left = m_deadline - clock()->elapsed();
    if (left <= Clock::Duration::zero())
        return fail({.code = ErrorCode::DeadlineExceeded,
                     .message = EngineWords::tr("%1 was not reached within %2 s: %3")
                                    .arg(blueprint::titleOf(step()))
                                    .arg(m_planned.deadline.count())
                                    .arg(why),
                     .remedy = EngineWords::tr("Look at the machine in the control panel; resume goes on waiting.")});
    const auto pause = std::min(m_backoff.next(), std::chrono::milliseconds(left));
    setDetail(waitingText(why, pause, left));
    later(pause, [this] { next(); });
}

void CheckJob::passed(const Facts &outputs, const QString &id) {
    if (isOver())
        return;
    const Status noted = context()->append(EntryKind::Done, step(), id, {{"outputs", factsToJson(outputs)}});
    if (!noted)
        return fail(noted.error());
    context()->facts().insert(outputs);
    setPhase(StepPhase::Ready);
    done(Ok{});
}

void CheckJob::judge(const Error &error) {
    if (isOver())
        return;
    const bool settling = error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::PermissionDenied;
    if (isTransient(error) || error.code == ErrorCode::NotFound || error.code == ErrorCode::Conflict ||
        (settling && clock()->elapsed() - m_started < kCredentialsSettle))
        return notYet(error.message);
    fail(error);
}

} // namespace sluice::engine
