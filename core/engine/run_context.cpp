#include "core/engine/run_context.h"

#include "core/base/redact.h"
#include "core/base/words.h"

#include "core/store/lease.h"

#include <QRandomGenerator>
#include <QTimer>

namespace sluice::engine {

RunContext::RunContext(const Environment &environment, const blueprint::Plan &plan, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_plan(plan) {}

RunContext::~RunContext() {
    releaseLease();
}

void RunContext::releaseLease() {
    if (std::exchange(m_holdsLease, false))
        m_environment.store->releaseLease(m_plan.deployment);
}

Status RunContext::takeLease() {
    const Status taken = m_environment.store->takeLease(m_plan.deployment);
    if (!taken)
        return taken;
    m_holdsLease = true;
    // Real time, whatever the clock's scale: other processes count in it.
    auto *timer = new QTimer(this);
    timer->callOnTimeout(this, [this, timer] {
        if (!m_holdsLease)
            return timer->stop();
        const Status kept = m_environment.store->keepLease(m_plan.deployment);
        // A state that cannot be written just now stops the run at its next entry; only a takeover stops it here.
        if (kept || kept.error().code != ErrorCode::Conflict)
            return;
        timer->stop();
        m_holdsLease = false;
        Q_EMIT leaseLost(kept.error());
    });
    timer->start(store::kLeaseBeat);
    return Ok{};
}

StepState RunContext::state(const QString &step) const {
    for (const StepState &state : m_states)
        if (state.name == step)
            return state;
    return {};
}

Status RunContext::load() {
    const auto journal = m_environment.store->journal(m_plan.deployment);
    if (!journal)
        return journal.error();
    m_records = foldJournal(*journal);
    m_states = replay(m_plan, *journal);
    for (const StepRecord &record : std::as_const(m_records))
        m_facts.insert(record.outputs);
    for (auto record = m_records.begin(); record != m_records.end(); ++record)
        if (!record->id.isEmpty())
            m_facts.insert(record.key() + QStringLiteral(".id"), record->id);
        else if (!record->deletedIds.isEmpty())
            m_facts.insert(record.key() + QStringLiteral(".id"), record->deletedIds.last());
    const QString publicKey = m_environment.store->fact(m_plan.deployment, QString::fromLatin1(kPublicKeyFact));
    if (!publicKey.isEmpty())
        m_facts.insert(QString::fromLatin1(kPublicKeyFact), publicKey);
    return Ok{};
}

Status RunContext::append(store::EntryKind kind, const QString &step, const QString &id, const Json &payload) {
    const store::Entry entry{.step = step, .kind = kind, .remoteId = id, .payload = payload, .at = clock()->now()};
    const auto sequence = m_environment.store->append(m_plan.deployment, entry);
    if (!sequence)
        return sequence.error();
    if (!step.isEmpty()) {
        StepRecord &record = m_records[step];
        applyEntry(record, entry);
        if (!record.id.isEmpty())
            m_facts.insert(step + QStringLiteral(".id"), record.id);
    }
    return Ok{};
}

void RunContext::addState(const StepState &state) {
    m_states.append(state);
    Q_EMIT stepChanged(state);
}

void RunContext::change(const QString &step, const std::function<void(StepState &)> &edit) {
    for (StepState &state : m_states)
        if (state.name == step) {
            const StepState before = state;
            edit(state);
            const StepState after = state;
            if (!(after == before))
                Q_EMIT stepChanged(after);
            return;
        }
}

void RunContext::countCall(const QString &step) {
    // No signal of its own: every call is followed by a change that people care about.
    for (StepState &state : m_states)
        if (state.name == step)
            ++state.apiCalls;
}

QFuture<Result<Json>> RunContext::send(const QString &step, const HttpRequest &request) {
    countCall(step);
    return m_environment.client->send(request);
}

Result<ssh::Identity> RunContext::identity() const {
    if (m_environment.identity)
        return m_environment.identity(m_plan.deployment);
    const auto key = m_environment.deploymentKeys->read(deploymentKeyName(m_plan));
    if (!key)
        return key.error();
    return ssh::Identity{.kind = ssh::Identity::Kind::Memory, .privateKey = *key};
}

Result<std::shared_ptr<kubernetes::Cluster>> RunContext::openCluster(const kubernetes::Credentials &credentials) const {
    return m_environment.openCluster ? m_environment.openCluster(credentials)
                                     : kubernetes::Cluster::open(credentials, clock());
}

void RunContext::log(const QString &line) {
    Q_EMIT logged(redact(line));
}

std::chrono::milliseconds Backoff::next() {
    const auto base = m_next;
    m_next = std::min(m_longest, m_next * 3 / 2);
    const double jitter = 0.8 + 0.4 * QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(base.count()) * jitter));
}

QString waitingText(const QString &state, std::chrono::milliseconds next, std::chrono::milliseconds left) {
    const auto readable = [](std::chrono::milliseconds time) {
        const qint64 seconds = (time.count() + 500) / 1000;
        return seconds < 120 ? EngineWords::tr("%1 s").arg(std::max<qint64>(seconds, 0))
                             : EngineWords::tr("%1 min").arg(seconds / 60);
    };
    return EngineWords::tr("%1; next look in %2, gives up in %3").arg(state, readable(next), readable(left));
}

Outputs outputsFrom(const blueprint::Plan &plan, const Facts &facts) {
    // Output name -> fact.
    static const QList<QPair<QString, QString>> names{
        {QStringLiteral("vpc_id"), QStringLiteral("vpc.id")},
        {QStringLiteral("nat_gateway_id"), QStringLiteral("nat_gateway.id")},
        {QStringLiteral("nat_gateway_public_ip"), QStringLiteral("nat_gateway.public_ip")},
        {QStringLiteral("nat_gateway_gateway_ip"), QStringLiteral("nat_gateway.gateway_ip")},
        {QStringLiteral("cluster_id"), QStringLiteral("cluster.id")},
        {QStringLiteral("cluster_name"), QStringLiteral("cluster.name")},
        {QStringLiteral("cluster_endpoint"), QStringLiteral("cluster.endpoint")},
        {QStringLiteral("bastion_public_ip"), QStringLiteral("bastion.public_ip")},
        {QStringLiteral("bastion_private_ip"), QStringLiteral("bastion.private_ip")},
        {QStringLiteral("droplet_public_ip"), QStringLiteral("droplet.public_ip")},
        {QStringLiteral("droplet_private_ip"), QStringLiteral("droplet.private_ip")},
        {QStringLiteral("route_name"), QStringLiteral("route.name")},
    };
    Outputs outputs;
    for (const auto &[output, fact] : names)
        if (!facts.value(fact).isEmpty())
            outputs.insert(output, facts.value(fact));
    if (!plan.blueprint.image.isEmpty())
        outputs.insert(QStringLiteral("ubuntu_image"), plan.blueprint.image);
    return outputs;
}

} // namespace sluice::engine
