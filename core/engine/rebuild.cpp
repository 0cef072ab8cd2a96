#include "core/engine/rebuild.h"

#include "core/base/words.h"

namespace sluice::engine {

using blueprint::Role;
using store::EntryKind;

namespace {

constexpr int kMostPages = 50;

} // namespace

Rebuild::Rebuild(const Environment &environment, const blueprint::Plan &plan, QObject *parent)
    : QObject(parent)
    , m_plan(plan)
    , m_context(new RunContext(environment, plan, this)) {
    connect(m_context, &RunContext::stepChanged, this, &Rebuild::stepChanged);
    connect(m_context, &RunContext::logged, this, &Rebuild::logged);
    connect(m_context, &RunContext::leaseLost, this, &Rebuild::end);
}

void Rebuild::start() {
    Status ready = m_context->takeLease();
    if (ready)
        ready = m_context->load();
    if (ready)
        ready = m_context->append(EntryKind::RunStarted, {}, {}, {{"direction", "rebuild"}});
    if (!ready)
        return end(ready);
    next();
}

void Rebuild::next() {
    m_seen.clear();
    m_pages = 0;
    if (++m_at >= m_plan.resources.size())
        return end(Ok{});
    const blueprint::PlannedResource &planned = m_plan.resources.at(m_at);
    if (planned.role == Role::Route)
        return readRoute();
    m_step = makeResourceStep(m_plan, planned);
    if (!m_step || !m_context->record(planned.name).id.isEmpty())
        return next(); // a check, made again when somebody resumes; or recorded before a crash
    look(m_step->list());
}

void Rebuild::look(const HttpRequest &page) {
    follow(this, m_context->send(m_step->name(), page), [this](const Result<Json> &reply) {
        const Result<Listing> listing =
            reply ? m_step->sightings(*reply, m_context->facts()) : Result<Listing>(reply.error());
        if (!listing)
            return end(listing.error());
        m_seen += listing->items;
        if (!listing->next.isEmpty() && ++m_pages < kMostPages)
            return look(HttpRequest::get(listing->next));
        judge();
    });
}

void Rebuild::judge() {
    QList<Sighting> ours;
    QString doubtful;
    for (const Sighting &sighting : std::as_const(m_seen)) {
        if (sighting.name != m_step->planned().cloudName)
            continue;
        if (sighting.proof == Proof::Certain)
            ours.append(sighting);
        else
            doubtful = sighting.evidence;
    }
    if (ours.size() == 1)
        return read(ours.first());
    QString why = EngineWords::tr("there are %1 of it").arg(ours.size());
    if (ours.isEmpty())
        why = doubtful.isEmpty() ? EngineWords::tr("it is not in the account")
                                 : EngineWords::tr("nothing proves that it is ours: %1").arg(doubtful);
    goOnWithout(why);
}

void Rebuild::read(const Sighting &sighting) {
    follow(this, m_context->send(m_step->name(), m_step->read(sighting.id)),
           [this, sighting](const Result<Json> &reply) {
               if (!reply && reply.error().code == ErrorCode::NotFound) {
                   return goOnWithout(EngineWords::tr("it went away while it was looked at"));
               }
               if (!reply)
                   return end(reply.error());
               const Status recorded = record(m_step->name(), sighting.id, m_step->outputs(*reply), sighting.evidence);
               if (!recorded)
                   return end(recorded);
               next();
           });
}

void Rebuild::readRoute() {
    const blueprint::PlannedResource planned = m_plan.resources.at(m_at);
    const QString cluster = m_context->facts().value(QStringLiteral("cluster.id"));
    const auto without = [this](const QString &why) { goOnWithout(why); };
    if (!m_context->record(planned.name).id.isEmpty())
        return next();
    if (cluster.isEmpty())
        return without(EngineWords::tr("there is no cluster"));
    follow(this, m_context->send(planned.name, digitalocean::clusters::credentials(cluster)),
           [this, planned, without](const Result<Json> &reply) {
               if (!reply)
                   return without(reply.error().message);
               const auto credentials = digitalocean::clusters::parseCredentials(*reply);
               if (!credentials)
                   return without(credentials.error().message);
               const auto opened = m_context->openCluster({.server = QUrl(credentials->server),
                                                           .certificateAuthority = credentials->certificateAuthority,
                                                           .token = credentials->token});
               if (!opened)
                   return without(opened.error().message);
               m_context->cluster = *opened;
               follow(this, m_context->cluster->route(planned.cloudName),
                      [this, planned, without](const Result<kubernetes::Route> &route) {
                          if (!route)
                              return without(route.error().message);
                          const Status recorded = record(planned.name, planned.cloudName,
                                                         {{QStringLiteral("route.name"), planned.cloudName}},
                                                         EngineWords::tr("the cluster has a Route of this name"));
                          if (!recorded)
                              return end(recorded);
                          next();
                      });
           });
}

Status Rebuild::record(const QString &step, const QString &id, const Facts &outputs, const QString &evidence) {
    const Json why = {{"rebuilt", true}, {"evidence", evidence.toStdString()}};
    Status status = m_context->append(EntryKind::Intent, step, {}, why);
    if (status)
        status = m_context->append(EntryKind::Accepted, step, id, why);
    if (status)
        status = m_context->append(EntryKind::Done, step, id, {{"outputs", factsToJson(outputs)}});
    if (!status)
        return status;
    m_context->facts().insert(outputs);
    m_context->change(step, [&id](StepState &state) {
        state.phase = StepPhase::Ready;
        state.id = id;
    });
    m_context->log(EngineWords::tr("%1: found %2 (%3)").arg(step, id, evidence));
    return Ok{};
}

// Lists lag and replies get lost: an object that was not seen may be there. As an open intent it is looked for by
// whatever comes next, and a resume does not make it unasked.
void Rebuild::goOnWithout(const QString &why) {
    const blueprint::PlannedResource &planned = m_plan.resources.at(m_at);
    if (planned.role != Role::Route) {
        const Status noted =
            m_context->append(EntryKind::Intent, planned.name, {}, {{"rebuilt", true}, {"not_found", true}});
        if (!noted)
            return end(noted);
    }
    m_missing << QStringLiteral("%1 (%2): %3").arg(blueprint::titleOf(planned.name), planned.cloudName, why);
    m_context->log(QStringLiteral("%1: %2").arg(planned.name, why));
    next();
}

void Rebuild::end(const Status &status) {
    Status outcome = status;
    store::Store *store = m_context->environment().store;
    if (outcome)
        outcome = store->setOutputs(m_plan.deployment, outputsToJson(outputsFrom(m_plan, m_context->facts())));
    if (outcome)
        outcome = m_context->append(EntryKind::RunEnded, {}, {},
                                    {{"direction", "rebuild"}, {"missing", sluice::toJson(m_missing)}});
    // Last of all: a crash before this leaves kPhase, and the next rebuild goes on.
    if (outcome)
        outcome = store->setPhase(m_plan.deployment,
                                  m_missing.isEmpty() ? QStringLiteral("ready") : QStringLiteral("failed"));
    m_context->releaseLease();
    Q_EMIT finished(outcome, m_missing);
}

} // namespace sluice::engine
