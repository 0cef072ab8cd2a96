#include "core/engine/removal_job.h"

#include "core/base/words.h"

namespace sluice::engine {

using blueprint::Role;
using store::EntryKind;

namespace {

constexpr std::chrono::seconds kVpcDeadline(900);
constexpr std::chrono::seconds kRemovalDeadline(900);
constexpr std::chrono::seconds kTagSettles(120);
constexpr std::chrono::seconds kLagAfterCreate(60);
// Membership shows with a lag in both directions (DIGITALOCEAN.md 1.9), so "no members, yet refused" is believed late.
constexpr int kMostEmptyRefusals = 12;

} // namespace

RemovalJob::RemovalJob(RunContext *context, std::shared_ptr<const ResourceStep> resource, QObject *parent)
    : Job(context, resource->name(), parent)
    , m_resource(std::move(resource)) {}

bool RemovalJob::isCluster() const {
    return m_resource->planned().role == Role::Cluster;
}
bool RemovalJob::isVpc() const {
    return m_resource->planned().role == Role::Vpc;
}
bool RemovalJob::isTag() const {
    return m_resource->planned().kind == QLatin1String("tag");
}

void RemovalJob::start() {
    m_deadline =
        clock()->elapsed() + (isVpc() ? std::chrono::seconds(kVpcDeadline) : std::chrono::seconds(kRemovalDeadline));
    const StepRecord &record = context()->record(step());
    m_id = record.id;
    m_destroying = record.openDelete;
    if (!m_id.isEmpty()) {
        if (!m_resource->isOurs())
            return released(EngineWords::tr("kept: it is shared by the whole account"));
        return readBack();
    }
    if (record.openIntent)
        return find();
    if (const Status forgotten = m_resource->forget(context()->bench()); !forgotten)
        return fail(forgotten.error());
    setPhase(StepPhase::Gone, record.deletedIds.isEmpty() ? EngineWords::tr("was never made") : record.detail);
    done(Ok{});
}

void RemovalJob::cancel() {
    stopAsCancelled();
}

void RemovalJob::find() {
    setPhase(StepPhase::Unknown, EngineWords::tr("its create was never answered; looking for it"));
    auto *finder = new Finder(context(), m_resource, this);
    connect(finder, &Finder::found, this, [this, finder](const QList<Sighting> &matches) {
        finder->deleteLater();
        if (isOver())
            return;
        if (matches.isEmpty())
            return gone(EngineWords::tr("it was asked for and never appeared in the list"));
        if (matches.size() > 1)
            return fail({.code = ErrorCode::NeedsDecision,
                         .message = EngineWords::tr("%1 objects named %2 could be ours")
                                        .arg(matches.size())
                                        .arg(m_resource->planned().cloudName),
                         .remedy = EngineWords::tr("Delete ours in the control panel, then resume.")},
                        true);
        const Status known =
            context()->append(EntryKind::Accepted, step(), matches.first().id,
                              {{"adopted", true}, {"evidence", matches.first().evidence.toStdString()}});
        if (!known)
            return fail(known.error());
        m_id = matches.first().id;
        readBack();
    });
    connect(finder, &Finder::failed, this, [this, finder](const Error &error) {
        finder->deleteLater();
        if (!isOver())
            fail(error, true);
    });
    finder->start();
}

void RemovalJob::readBack() {
    if (!m_resource->isOurs())
        return released(EngineWords::tr("kept: it is shared by the whole account"));
    setPhase(StepPhase::Deleting, EngineWords::tr("reading it back"));
    then(send(m_resource->read(m_id)), [this](const Result<Json> &reply) {
        if (reply)
            return judge(*reply);
        if (reply.error().code == ErrorCode::NotFound) {
            // An object made a moment ago may not be visible yet; taking that for absence would leave it behind.
            const QDateTime accepted = context()->record(step()).acceptedAt;
            const auto age = accepted.isValid() ? clock()->since(accepted) : kLagAfterCreate;
            if (age >= Clock::Duration::zero() && age < kLagAfterCreate && !m_destroying)
                return lookLater(EngineWords::tr("made %1 s ago and not visible yet").arg(age.count() / 1000),
                                 [this] { readBack(); });
            return missing();
        }
        if (isTransient(reply.error()))
            return lookLater(reply.error().message, [this] { readBack(); });
        fail(reply.error());
    });
}

void RemovalJob::judge(const Json &reply) {
    const Result<Sighting> seen = m_resource->sighting(reply, context()->facts());
    if (!seen)
        return lookLater(seen.error().message, [this] { readBack(); });
    if (seen->name != m_resource->planned().cloudName || seen->proof == Proof::None)
        return fail(
            {.code = ErrorCode::NeedsDecision,
             .message =
                 EngineWords::tr(
                     "%1 with id %2 does not look like ours any more (it is named %3; %4), so it was not deleted")
                     .arg(blueprint::titleOf(m_resource->planned().kind), m_id, seen->name, seen->evidence),
             .remedy = EngineWords::tr("Give it back its name %1, or delete it yourself, then resume.")
                           .arg(m_resource->planned().cloudName)});
    if (seen->undeletable)
        return released(EngineWords::tr("kept: region default"));
    if (isTag()) {
        const auto tag = digitalocean::tags::parse(reply);
        if (tag && tag->resourceCount > 0) {
            const auto waited = clock()->elapsed() - (m_deadline - kRemovalDeadline);
            if (waited > kTagSettles)
                return released(EngineWords::tr("kept: %1 other resources carry it").arg(tag->resourceCount));
            return lookLater(EngineWords::tr("%1 resources still carry it").arg(tag->resourceCount),
                             [this] { readBack(); });
        }
    }
    markIntent();
}

void RemovalJob::markIntent() {
    const Status intended = context()->append(EntryKind::DeleteIntent, step(), m_id);
    if (!intended)
        return fail(intended.error());
    m_destroying = true;
    setPhase(StepPhase::Deleting, EngineWords::tr("deleting"));
    destroy();
}

HttpRequest RemovalJob::destroyRequest() const {
    if (isCluster() && !context()->associated.isEmpty())
        return digitalocean::clusters::destroySelective(m_id, context()->associated);
    return m_resource->destroy(m_id);
}

void RemovalJob::destroy() {
    then(send(destroyRequest()), [this](const Result<Json> &reply) {
        if (!reply && reply.error().code != ErrorCode::NotFound)
            return destroyRefused(reply.error());
        m_asked = true;
        watch();
    });
}

void RemovalJob::destroyRefused(const Error &error) {
    if (isVpc() && (error.code == ErrorCode::Conflict || error.code == ErrorCode::PermissionDenied))
        return nameMembers(error);
    if (error.code == ErrorCode::Conflict)
        return lookLater(error.message, [this] { destroy(); });
    // The DELETE may have landed; the next read tells.
    if (isTransient(error))
        return lookLater(error.message, [this] { watch(); });
    fail(error);
}

// A VPC is refused while something stands in it. Which something is what people need to know.
void RemovalJob::nameMembers(const Error &refusal) {
    then(send(digitalocean::vpcs::members(m_id)), [this, refusal](const Result<Json> &reply) {
        QStringList members;
        if (reply)
            if (const auto page = digitalocean::vpcs::parseMembers(*reply))
                for (const digitalocean::VpcMember &member : page->items)
                    members << QStringLiteral("%1 %2").arg(member.kind(), member.name);
        if (!reply && !isTransient(reply.error()) && reply.error().code != ErrorCode::NotFound)
            members << EngineWords::tr("members that this token may not read");
        blocked(refusal, members);
    });
}

void RemovalJob::blocked(const Error &refusal, const QStringList &members) {
    if (members.isEmpty() && refusal.code == ErrorCode::PermissionDenied && ++m_emptyRefusals >= kMostEmptyRefusals)
        return fail(refusal);
    const QString who =
        members.isEmpty() ? EngineWords::tr("the platform still counts members") : members.join(QStringLiteral(", "));
    if (clock()->elapsed() >= m_deadline) {
        Error error = refusal;
        error.code = ErrorCode::DeadlineExceeded;
        error.message = EngineWords::tr("The VPC cannot be deleted while it has members: %1").arg(who);
        error.remedy = EngineWords::tr("Remove them if they are not needed, then resume.");
        return fail(error);
    }
    context()->log(EngineWords::tr("%1: waiting for %2").arg(step(), who));
    lookLater(EngineWords::tr("waiting for its members: %1").arg(who), [this] { destroy(); });
}

void RemovalJob::watch() {
    then(send(m_resource->read(m_id)), [this](const Result<Json> &reply) {
        if (!reply && reply.error().code == ErrorCode::NotFound)
            return missing();
        m_misses = 0;
        if (!reply && !isTransient(reply.error()))
            return fail(reply.error());
        if (!reply)
            return lookLater(reply.error().message, [this] { watch(); });
        const bool again = !m_asked;
        lookLater(m_resource->observe(*reply).detail.isEmpty() ? EngineWords::tr("still there")
                                                               : m_resource->observe(*reply).detail,
                  [this, again] { again ? destroy() : watch(); });
    });
}

// Absence is believed after two answers in a row: replicas behind one address may disagree.
void RemovalJob::missing() {
    if (++m_misses < 2)
        return lookLater(EngineWords::tr("not found; asking once more"), [this] { watch(); });
    if (isCluster())
        return waitForNodes();
    gone(EngineWords::tr("GET %1 answered 404").arg(m_resource->read(m_id).path));
}

// The cluster's 404 comes minutes before its nodes' droplets are gone, and those hold the VPC.
void RemovalJob::waitForNodes() {
    const QString tag = QStringLiteral("k8s:") + m_id;
    then(send(digitalocean::droplets::listByTag(tag)), [this, tag](const Result<Json> &reply) {
        if (!reply) {
            if (isTransient(reply.error()))
                return lookLater(reply.error().message, [this] { waitForNodes(); });
            return fail(reply.error());
        }
        const auto nodes = digitalocean::droplets::parseList(*reply);
        if (!nodes)
            return lookLater(nodes.error().message, [this] { waitForNodes(); });
        if (!nodes->items.isEmpty()) {
            m_misses = 2;
            return lookLater(EngineWords::tr("%1 node droplets are still there").arg(nodes->items.size()),
                             [this] { waitForNodes(); });
        }
        if (++m_misses < 4)
            return lookLater(EngineWords::tr("no node droplets; asking once more"), [this] { waitForNodes(); });
        gone(
            EngineWords::tr("GET %1 answered 404 and no droplet has the tag %2").arg(m_resource->read(m_id).path, tag));
    });
}

void RemovalJob::lookLater(const QString &state, std::function<void()> next) {
    const auto left = m_deadline - clock()->elapsed();
    if (left <= Clock::Duration::zero())
        return fail(
            {.code = ErrorCode::DeadlineExceeded,
             .message = EngineWords::tr("%1 did not go away in time: %2").arg(m_resource->planned().cloudName, state),
             .remedy = EngineWords::tr("Resume goes on waiting.")});
    const auto pause = m_backoff.next();
    setDetail(waitingText(state, pause, left));
    later(pause, std::move(next));
}

void RemovalJob::gone(const QString &how) {
    if (const Status forgotten = m_resource->forget(context()->bench()); !forgotten)
        return fail(forgotten.error());
    const Status noted = context()->append(EntryKind::Deleted, step(), m_id, {{"how", how.toStdString()}});
    if (!noted)
        return fail(noted.error());
    setPhase(StepPhase::Gone, how);
    done(Ok{});
}

void RemovalJob::released(const QString &how) {
    const Status noted = context()->append(EntryKind::Released, step(), m_id, {{"how", how.toStdString()}});
    if (!noted)
        return fail(noted.error());
    context()->log(QStringLiteral("%1: %2").arg(step(), how));
    setPhase(StepPhase::Gone, how);
    done(Ok{});
}

} // namespace sluice::engine
