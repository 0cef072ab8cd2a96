#include "core/engine/create_job.h"

#include "core/base/words.h"

namespace sluice::engine {

using store::EntryKind;

namespace {

constexpr std::chrono::seconds kLagAfterCreate(60);
constexpr std::chrono::seconds kLagOnResume(15);
constexpr int kMostCreates = 6;

/// The platform said no, so nothing was made. Everything else may have made something.
bool isRefusal(const Error &error) {
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::Unauthenticated:
    case ErrorCode::PermissionDenied:
    case ErrorCode::NotFound:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict:
    case ErrorCode::QuotaExceeded:
    case ErrorCode::RateLimited:
    case ErrorCode::Untrusted:
    case ErrorCode::Failed:
        return true;
    default:
        return false;
    }
}

} // namespace

CreateJob::CreateJob(RunContext *context, std::shared_ptr<const ResourceStep> step, const ApplyOptions &options,
                     QObject *parent)
    : Job(context, step->name(), parent)
    , m_step(std::move(step))
    , m_options(options) {}

void CreateJob::start() {
    m_deadline = clock()->elapsed() + m_step->planned().deadline;
    const StepRecord &record = context()->record(step());
    if (!record.id.isEmpty()) {
        setPhase(StepPhase::Created, EngineWords::tr("reading it back"));
        m_missingUntil = clock()->elapsed() + kLagOnResume;
        return read();
    }
    if (record.openIntent)
        return find();
    create();
}

void CreateJob::cancel() {
    m_cancelled = true;
    if (!m_landing)
        stopAsCancelled();
}

void CreateJob::create() {
    if (m_cancelled)
        return stopAsCancelled();
    // Only for something new: a key pair made anew for an object that exists would take away the proof that it is ours.
    const Result<Facts> prepared = m_step->prepare(context()->bench());
    if (!prepared)
        return fail(prepared.error());
    context()->facts().insert(*prepared);
    const Result<HttpRequest> request = m_step->create(context()->facts());
    if (!request)
        return fail(request.error());
    ++m_creates;
    const Status intended = context()->append(EntryKind::Intent, step(), {}, {{"attempt", m_creates}});
    if (!intended)
        return fail(intended.error());
    setPhase(StepPhase::Intended, EngineWords::tr("asking for it"));
    m_landing = true;
    then(send(*request), [this](const Result<Json> &reply) {
        if (!reply)
            return isRefusal(reply.error()) ? refused(reply.error()) : find();
        const Result<Sighting> made = m_step->sighting(*reply, context()->facts());
        if (!made || made->id.isEmpty())
            return find();
        accept(made->id, Json::object(), &*reply);
    });
}

void CreateJob::refused(const Error &error) {
    m_landing = false;
    // "It exists already" after a lost answer is most likely our own object, which the list did not show in time.
    const bool taken = error.code == ErrorCode::AlreadyExists || error.code == ErrorCode::Conflict ||
                       (error.code == ErrorCode::InvalidInput && error.httpStatus == 422);
    if (taken && m_uncertain && !m_rechecked) {
        m_rechecked = true;
        return find();
    }
    // A new VPC or tag is not known everywhere at once; a rate limit passes.
    const bool passes = error.code == ErrorCode::RateLimited || error.code == ErrorCode::NotFound;
    if (passes && m_creates < kMostCreates) {
        const auto pause =
            error.retryAfterSeconds > 0 ? std::chrono::seconds(error.retryAfterSeconds) : m_backoff.next();
        setPhase(StepPhase::Waiting, EngineWords::tr("%1; asks again soon").arg(error.message));
        return later(pause, [this] { create(); });
    }
    Error shown = error;
    if (error.code == ErrorCode::AlreadyExists || error.code == ErrorCode::Conflict) {
        shown.code = ErrorCode::AlreadyExists;
        shown.remedy =
            EngineWords::tr(
                "Something named %1 exists in the account and is not of this deployment; it was not touched. "
                "Choose another name prefix, or rename or remove it, then resume.")
                .arg(m_step->planned().cloudName);
    }
    fail(shown);
}

void CreateJob::find() {
    m_landing = true;
    m_uncertain = true;
    setPhase(StepPhase::Unknown, EngineWords::tr("the outcome is not known; looking for it"));
    context()->log(EngineWords::tr("%1: the outcome of the create is not known, looking for %2")
                       .arg(step(), m_step->planned().cloudName));
    auto *finder = new Finder(context(), m_step, this);
    connect(finder, &Finder::found, this, [this, finder](const QList<Sighting> &matches) {
        finder->deleteLater();
        if (!isOver())
            judge(matches);
    });
    connect(finder, &Finder::failed, this, [this, finder](const Error &error) {
        finder->deleteLater();
        if (isOver())
            return;
        Error shown = error;
        shown.message = EngineWords::tr("It is not known whether %1 was created: %2")
                            .arg(m_step->planned().cloudName, error.message);
        shown.remedy =
            EngineWords::tr("Resume when the platform answers again: it is looked for before anything is created.");
        fail(shown, true);
    });
    finder->start();
}

void CreateJob::judge(const QList<Sighting> &matches) {
    if (matches.size() == 1) {
        const Sighting &match = matches.first();
        context()->log(EngineWords::tr("%1: found it (%2): %3").arg(step(), match.id, match.evidence));
        return accept(match.id, {{"adopted", true}, {"evidence", match.evidence.toStdString()}}, nullptr);
    }
    if (matches.isEmpty()) {
        m_landing = false;
        if (context()->record(step()).notFound && !m_options.recreateLost)
            return fail({.code = ErrorCode::Failed,
                         .message = EngineWords::tr(
                                        "%1 was not in the account when this deployment was rebuilt, and is not now")
                                        .arg(m_step->planned().cloudName),
                         .remedy = EngineWords::tr("Resume with --recreate makes it again (a new NAT gateway has a new "
                                                   "egress IP); or destroy the deployment.")});
        if (m_creates >= kMostCreates)
            return fail({.code = ErrorCode::Unavailable,
                         .message = EngineWords::tr("%1 could not be created: %2 attempts were not answered")
                                        .arg(m_step->planned().cloudName)
                                        .arg(m_creates),
                         .remedy = EngineWords::tr("Resume later.")},
                        true);
        return create();
    }
    QStringList evidence;
    for (const Sighting &match : matches)
        evidence
            << EngineWords::tr("%1 (made %2, %3)").arg(match.id, match.createdAt.toString(Qt::ISODate), match.evidence);
    fail({.code = ErrorCode::NeedsDecision,
          .message = EngineWords::tr("%1 objects named %2 could be ours: %3")
                         .arg(matches.size())
                         .arg(m_step->planned().cloudName, evidence.join(QStringLiteral("; "))),
          .remedy = EngineWords::tr("Delete all but one of them in the control panel, then resume.")},
         true);
}

void CreateJob::accept(const QString &id, const Json &payload, const Json *reply) {
    const Status accepted = context()->append(EntryKind::Accepted, step(), id, payload);
    m_landing = false;
    if (!accepted) {
        Error error = accepted.error();
        error.message =
            EngineWords::tr("%1 (%2 was created with id %3)").arg(error.message, m_step->planned().cloudName, id);
        return fail(error);
    }
    setPhase(StepPhase::Created);
    if (m_cancelled)
        return stopAsCancelled();
    m_missingUntil = clock()->elapsed() + kLagAfterCreate;
    if (reply)
        return observed(*reply);
    read();
}

void CreateJob::read() {
    then(send(m_step->read(context()->record(step()).id)), [this](const Result<Json> &reply) {
        if (reply)
            return observed(*reply);
        const Error &error = reply.error();
        if (error.code == ErrorCode::NotFound) {
            if (clock()->elapsed() < m_missingUntil)
                return lookLater(EngineWords::tr("not visible yet"));
            return lost(error);
        }
        if (isTransient(error))
            return lookLater(error.message);
        fail(error);
    });
}

void CreateJob::lost(const Error &error) {
    const StepRecord &record = context()->record(step());
    const QString promised = record.outputs.value(QStringLiteral("nat_gateway.public_ip"));
    Error gone = error;
    gone.code = m_options.recreateLost ? ErrorCode::NeedsDecision : ErrorCode::Failed;
    const QString &name = m_step->planned().cloudName;
    if (promised.isEmpty()) {
        gone.message = EngineWords::tr("%1 (%2) was created and is gone: somebody deleted it").arg(name, record.id);
        gone.remedy = EngineWords::tr("Resume with --recreate makes it again; or destroy the deployment.");
    } else {
        gone.message = EngineWords::tr("%1 (%2) was created and is gone: somebody deleted it. Its egress IP %3 is "
                                       "lost: a new gateway gets another address")
                           .arg(name, record.id, promised);
        gone.remedy = EngineWords::tr("Tell everybody who allow-lists %1. Then resume with --recreate and "
                                      "--abandon-egress-ip %1 makes a new one; or destroy the deployment.")
                          .arg(promised);
    }
    if (!m_options.recreateLost || (!promised.isEmpty() && m_options.abandonedEgressIp != promised))
        return fail(gone);
    const Status noted = context()->append(EntryKind::Deleted, step(), record.id, {{"lost", true}});
    if (!noted)
        return fail(noted.error());
    context()->log(EngineWords::tr("%1: it is gone and is made again, as you said").arg(step()));
    create();
}

void CreateJob::observed(const Json &reply) {
    const Observation seen = m_step->observe(reply);
    if (seen.state == Observation::State::Ready) {
        const bool agreed = context()->plan().pendingChanges.contains(step());
        const QStringList differences = agreed ? m_step->differences(reply) : QStringList();
        if (!differences.isEmpty())
            return change(reply, differences);
        const QString settling = agreed ? m_step->settling(reply) : QString();
        return settling.isEmpty() ? ready(reply) : lookLater(settling);
    }
    if (seen.state == Observation::State::Failed)
        return fail(
            {.code = ErrorCode::Failed,
             .message =
                 EngineWords::tr("The platform could not make %1: %2").arg(m_step->planned().cloudName, seen.detail),
             .remedy = EngineWords::tr(
                 "Destroy the deployment (this removes it too) and apply again; if it happens again, ask "
                 "the platform's support.")});
    lookLater(seen.detail);
}

void CreateJob::change(const Json &reply, const QStringList &differences) {
    const QString what = differences.join(QStringLiteral("; "));
    if (m_changing)
        return lookLater(EngineWords::tr("changing: %1").arg(what));
    if (m_cancelled)
        return stopAsCancelled();
    const Result<HttpRequest> request = m_step->update(reply, context()->facts());
    if (!request)
        return fail(request.error());
    const Status noted = context()->append(EntryKind::UserDecision, step(), context()->record(step()).id,
                                           {{"change", what.toStdString()}});
    if (!noted)
        return fail(noted.error());
    context()->log(EngineWords::tr("%1: %2; changing it").arg(step(), what));
    setPhase(StepPhase::Waiting, EngineWords::tr("changing: %1").arg(what));
    m_landing = true;
    then(send(*request), [this](const Result<Json> &answer) {
        m_landing = false;
        if (!answer && !isTransient(answer.error()))
            return fail(answer.error());
        if (m_cancelled)
            return stopAsCancelled();
        // Whatever was answered, the object says whether it happened; a lost request is simply sent again.
        m_changing = answer.has_value();
        lookLater(answer ? EngineWords::tr("the change was accepted") : answer.error().message);
    });
}

void CreateJob::lookLater(const QString &state) {
    const auto left = m_deadline - clock()->elapsed();
    if (left <= Clock::Duration::zero())
        return fail({.code = ErrorCode::DeadlineExceeded,
                     .message = EngineWords::tr("%1 was not ready after %2 s: %3")
                                    .arg(m_step->planned().cloudName)
                                    .arg(m_step->planned().deadline.count())
                                    .arg(state),
                     .remedy = EngineWords::tr("It may still become ready: resume goes on waiting.")});
    const auto pause = std::min(m_backoff.next(), std::chrono::milliseconds(left));
    setDetail(waitingText(state, pause, left));
    later(pause, [this] { read(); });
}

void CreateJob::ready(const Json &reply) {
    const Facts outputs = m_step->outputs(reply);
    const QString ip = QStringLiteral("nat_gateway.public_ip");
    const QString promised = context()->record(step()).outputs.value(ip);
    if (!promised.isEmpty() && outputs.value(ip) != promised && m_options.abandonedEgressIp != promised)
        return fail({.code = ErrorCode::NeedsDecision,
                     .message = EngineWords::tr("The NAT gateway's egress IP is %1; this deployment promised %2")
                                    .arg(outputs.value(ip), promised),
                     .remedy = EngineWords::tr("Tell everybody who allow-lists %1. Then resume with "
                                               "--abandon-egress-ip %1 takes the new address as the deployment's own.")
                                   .arg(promised)});
    const Status noted =
        context()->append(EntryKind::Done, step(), context()->record(step()).id, {{"outputs", factsToJson(outputs)}});
    if (!noted)
        return fail(noted.error());
    context()->facts().insert(outputs);
    setPhase(StepPhase::Ready);
    done(Ok{});
}

} // namespace sluice::engine
