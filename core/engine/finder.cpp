#include "core/engine/finder.h"

namespace sluice::engine {

namespace {

constexpr std::chrono::seconds kPauses[] = {std::chrono::seconds(5), std::chrono::seconds(10)};
constexpr int kMostPages = 50;
constexpr int kMostFailures = 20;
// A platform's clock and ours need not agree to the minute.
constexpr qint64 kClockSkewSeconds = 600;

} // namespace

Finder::Finder(RunContext *context, std::shared_ptr<const ResourceStep> step, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_step(std::move(step)) {}

void Finder::start() {
    look();
}

void Finder::look() {
    m_seen.clear();
    m_pages = 0;
    ++m_looks;
    readPage(m_step->list());
}

void Finder::readPage(const HttpRequest &request) {
    follow(this, m_context->send(m_step->name(), request), [this, request](const Result<Json> &reply) {
        const Result<Listing> listing =
            reply ? m_step->sightings(*reply, m_context->facts()) : Result<Listing>(reply.error());
        if (!listing) {
            if (!isTransient(listing.error()) || ++m_failures > kMostFailures)
                return Q_EMIT failed(listing.error());
            return m_context->clock()->after(m_backoff.next(), this, [this, request] { readPage(request); });
        }
        m_seen += listing->items;
        if (listing->next.isEmpty() || ++m_pages >= kMostPages)
            return judge();
        readPage(HttpRequest::get(listing->next));
    });
}

bool Finder::fits(const Sighting &sighting) const {
    const StepRecord &record = m_context->record(m_step->name());
    if (sighting.name != m_step->planned().cloudName || record.deletedIds.contains(sighting.id))
        return false;
    if (sighting.proof == Proof::Plausible)
        return sighting.createdAt.isValid() && sighting.createdAt.addSecs(kClockSkewSeconds) >= record.intendedAt;
    return sighting.proof == Proof::Certain;
}

void Finder::judge() {
    QList<Sighting> matches;
    for (const Sighting &sighting : std::as_const(m_seen))
        if (fits(sighting))
            matches.append(sighting);
    if (!matches.isEmpty() || m_looks > static_cast<int>(std::size(kPauses)))
        return Q_EMIT found(matches);
    m_context->clock()->after(kPauses[m_looks - 1], this, [this] { look(); });
}

} // namespace sluice::engine
