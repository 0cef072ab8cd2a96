#include "core/engine/sweep.h"

#include "core/base/words.h"

namespace sluice::engine {

namespace {

constexpr int kMostSweepFailures = 20;
constexpr int kMostRounds = 4;

} // namespace

Sweep::Sweep(RunContext *context, QObject *parent)
    : Job(context, QString::fromLatin1(kStep), parent) {}

void Sweep::start() {
    setPhase(StepPhase::Waiting, EngineWords::tr("looking for anything left"));
    begin();
}

void Sweep::begin() {
    m_certificate = {};
    m_kinds.clear();
    m_suspects.clear();
    m_kind = m_suspect = 0;
    ++m_rounds;
    QMap<QString, qsizetype> places;
    for (const blueprint::PlannedResource &planned : context()->plan().resources) {
        const auto step = makeResourceStep(context()->plan(), planned);
        if (!step)
            continue;
        const auto place = places.constFind(planned.kind);
        if (place == places.constEnd()) {
            places.insert(planned.kind, m_kinds.size());
            m_kinds.append({step});
        } else {
            m_kinds[*place].append(step);
        }
    }
    nextKind();
}

void Sweep::nextKind() {
    if (m_kind >= m_kinds.size())
        return nextSuspect();
    m_seen.clear();
    m_seen.resize(m_kinds.at(m_kind).size());
    m_listed = 0;
    setDetail(EngineWords::tr("listing every %1 of the account")
                  .arg(blueprint::titleOf(m_kinds.at(m_kind).first()->planned().kind)));
    readPage(m_kinds.at(m_kind).first()->list());
}

void Sweep::readPage(const HttpRequest &request) {
    then(send(request), [this, request](const Result<Json> &reply) {
        if (!reply)
            return tryAgain(reply.error(), [this, request] { readPage(request); });
        QString next;
        const auto &steps = m_kinds.at(m_kind);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const auto listing = steps.at(i)->sightings(*reply, context()->facts());
            if (!listing)
                return tryAgain(listing.error(), [this, request] { readPage(request); });
            m_seen[i] += listing->items;
            next = listing->next;
            if (i == 0)
                m_listed += listing->items.size();
        }
        if (next.isEmpty())
            return judgeKind();
        readPage(HttpRequest::get(next));
    });
}

void Sweep::judgeKind() {
    const auto &steps = m_kinds.at(m_kind);
    QStringList suspected;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const auto &planned = steps.at(i)->planned();
        const StepRecord &record = context()->record(planned.name);
        QStringList ids = record.deletedIds;
        if (!record.id.isEmpty())
            ids << record.id;
        Certificate::Item item{
            .kind = planned.kind, .name = planned.cloudName, .id = ids.isEmpty() ? QString() : ids.last(), .how = {}};
        const bool kept = record.phase == StepPhase::Gone && record.released;
        bool found = false;
        for (const Sighting &seen : std::as_const(m_seen[i])) {
            // Anything with our marks counts, also what the journal never heard of; a stranger with our name does not.
            const bool named = seen.name == planned.cloudName;
            const bool ours = ids.contains(seen.id) ||
                              (seen.proof == Proof::Certain && (named || planned.kind == QLatin1String("droplet")));
            if (!ours || kept || suspected.contains(seen.id) || !steps.at(i)->isOurs())
                continue;
            found = found || named;
            suspected << seen.id;
            m_suspects.append({steps.at(i),
                               {.kind = planned.kind, .name = seen.name, .id = seen.id, .how = seen.evidence},
                               planned.usdPerHour});
        }
        if (found)
            continue;
        item.how = kept ? record.detail
                        : EngineWords::tr("not in the list of %1 (%2 entries)")
                              .arg(blueprint::titleOf(planned.kind))
                              .arg(m_listed);
        m_certificate.checked.append(item);
        if (kept)
            m_certificate.kept.append(item);
    }
    ++m_kind;
    nextKind();
}

void Sweep::nextSuspect() {
    if (m_suspect >= m_suspects.size())
        return conclude();
    const Suspect &suspect = m_suspects.at(m_suspect);
    then(send(suspect.step->read(suspect.item.id)), [this](const Result<Json> &reply) {
        Suspect suspect = m_suspects.at(m_suspect);
        if (!reply && reply.error().code != ErrorCode::NotFound)
            return tryAgain(reply.error(), [this] { nextSuspect(); });
        if (reply) {
            m_certificate.left.append(suspect.item);
            m_certificate.usdPerHour += suspect.usdPerHour;
        } else {
            suspect.item.how = EngineWords::tr("GET %1 answered 404").arg(suspect.step->read(suspect.item.id).path);
            m_certificate.checked.append(suspect.item);
        }
        ++m_suspect;
        nextSuspect();
    });
}

void Sweep::conclude() {
    m_certificate.at = clock()->now().toUTC().toString(Qt::ISODate);
    if (!m_certificate.isClean() && m_rounds < kMostRounds) {
        setDetail(EngineWords::tr("%1 objects are still there; looking again").arg(m_certificate.left.size()));
        return later(m_backoff.next(), [this] { begin(); });
    }
    const auto keyLeft = context()->environment().deploymentKeys->read(deploymentKeyName(context()->plan()));
    const Certificate::Item key{.kind = QStringLiteral("private_key"),
                                .name = deploymentKeyName(context()->plan()),
                                .id = {},
                                .how = keyLeft ? EngineWords::tr("still kept on this computer")
                                               : EngineWords::tr("not kept on this computer")};
    (keyLeft ? m_certificate.left : m_certificate.checked).append(key);
    if (m_certificate.isClean()) {
        setPhase(StepPhase::Gone,
                 EngineWords::tr("%1 things looked for, none is left").arg(m_certificate.checked.size()));
        return done(Ok{});
    }
    QStringList names;
    for (const Certificate::Item &item : std::as_const(m_certificate.left))
        names << QStringLiteral("%1 %2 %3").arg(blueprint::titleOf(item.kind), item.name, item.id).simplified();
    fail({.code = ErrorCode::Failed,
          .message = EngineWords::tr("%1 things are left: %2").arg(names.size()).arg(names.join(QStringLiteral(", "))),
          .remedy =
              EngineWords::tr("Resume tries again; what is not ours any more must be deleted in the control panel.")});
}

void Sweep::tryAgain(const Error &error, std::function<void()> next) {
    if (!isTransient(error) || ++m_failures > kMostSweepFailures)
        return fail(error);
    later(m_backoff.next(), std::move(next));
}

} // namespace sluice::engine
