#pragma once

#include "core/engine/follow.h"
#include "core/engine/journal_fold.h"

#include <QObject>

namespace sluice::engine {

/// What the jobs of one run share: the journal, the facts, the states that people see, and the counted way to the API.
class RunContext : public QObject {
    Q_OBJECT
public:
    RunContext(const Environment &environment, const blueprint::Plan &plan, QObject *parent);

    const Environment &environment() const { return m_environment; }
    const blueprint::Plan &plan() const { return m_plan; }
    Clock *clock() const { return m_environment.clock; }
    Workbench bench() const { return {m_environment, m_plan}; }
    Facts &facts() { return m_facts; }
    StepRecord &record(const QString &step) { return m_records[step]; }
    QList<StepState> states() const { return m_states; }
    StepState state(const QString &step) const;
    /// The cluster's API, opened by the check that waits for it; null before.
    std::shared_ptr<kubernetes::Cluster> cluster;
    /// What workloads made beside the cluster, when the user agreed to delete it.
    QList<digitalocean::AssociatedResource> associated;

    ~RunContext() override;
    /// From now on this process alone works on the deployment, and says so every few seconds; leaseLost when another
    /// one has taken over. Given back when the context goes. Conflict names who has it.
    Status takeLease();
    void releaseLease();
    /// Reads the journal into records, facts and states.
    Status load();
    /// Commits one entry and folds it in. Not Ok means: do not make the call it announces.
    Status append(store::EntryKind kind, const QString &step, const QString &id = {},
                  const Json &payload = Json::object());
    void addState(const StepState &state);
    void change(const QString &step, const std::function<void(StepState &)> &edit);
    void countCall(const QString &step);
    QFuture<Result<Json>> send(const QString &step, const HttpRequest &request);
    /// A session's identity: the environment's choice, else the deployment key.
    Result<ssh::Identity> identity() const;
    Result<std::shared_ptr<kubernetes::Cluster>> openCluster(const kubernetes::Credentials &credentials) const;
    void log(const QString &line);

Q_SIGNALS:
    void stepChanged(const sluice::engine::StepState &state);
    void logged(const QString &line);
    void leaseLost(const sluice::Error &error);

private:
    Environment m_environment;
    blueprint::Plan m_plan;
    Facts m_facts;
    QMap<QString, StepRecord> m_records;
    QList<StepState> m_states;
    bool m_holdsLease = false;
};

/// Growing, jittered intervals between looks (2 s to 10 s nominal).
class Backoff {
public:
    explicit Backoff(std::chrono::milliseconds first = std::chrono::seconds(2),
                     std::chrono::milliseconds longest = std::chrono::seconds(10))
        : m_next(first)
        , m_longest(longest) {}
    std::chrono::milliseconds next();

private:
    std::chrono::milliseconds m_next;
    std::chrono::milliseconds m_longest;
};

/// "state NEW; next look in 4 s, gives up in 12 min".
QString waitingText(const QString &state, std::chrono::milliseconds next, std::chrono::milliseconds left);
/// The contract's outputs (DESIGN.md) from the facts; only what is known.
Outputs outputsFrom(const blueprint::Plan &plan, const Facts &facts);

} // namespace sluice::engine
