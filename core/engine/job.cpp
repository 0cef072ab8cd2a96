#include "core/engine/job.h"

#include "core/base/words.h"

namespace sluice::engine {

void Job::fail(Error error, bool outcomeUnknown) {
    if (error.resource.isEmpty())
        error.resource = m_step;
    const Json payload = {{"error", errorToJson(error)}, {"outcome_unknown", outcomeUnknown}};
    // When the journal itself is the problem the state on screen is all that can be changed.
    if (error.code != ErrorCode::Storage)
        if (const Status noted = m_context->append(store::EntryKind::Failed, m_step, {}, payload); !noted)
            error = noted.error();
    m_context->change(m_step, [&](StepState &state) {
        state.phase = StepPhase::Failed;
        state.error = error;
        state.detail.clear();
        state.finished = clock()->now();
    });
    m_context->log(QStringLiteral("%1: %2").arg(m_step, error.toString()));
    done(error);
}

void Job::stopAsCancelled() {
    setDetail(EngineWords::tr("stopped; resume goes on from here"));
    done(Error{.code = ErrorCode::Cancelled, .message = EngineWords::tr("Stopped by you"), .resource = m_step});
}

void Job::setPhase(StepPhase phase, const QString &detail) {
    m_context->change(m_step, [&](StepState &state) {
        state.phase = phase;
        state.detail = detail;
        if (phase != StepPhase::Failed)
            state.error = {};
        if (!state.started.isValid())
            state.started = clock()->now();
        if (phase == StepPhase::Ready || phase == StepPhase::Gone)
            state.finished = clock()->now();
        const QString id = m_context->record(m_step).id;
        if (!id.isEmpty())
            state.id = id;
    });
}

void Job::setDetail(const QString &detail) {
    m_context->change(m_step, [&](StepState &state) { state.detail = detail; });
}

bool isTransient(const Error &error) {
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
    case ErrorCode::DeadlineExceeded:
    case ErrorCode::UnknownOutcome:
    case ErrorCode::Malformed:
    case ErrorCode::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace sluice::engine
