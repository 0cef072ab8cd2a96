#pragma once

#include "core/engine/sweep.h"

namespace sluice::engine {

/// Walks the graph backwards (DIGITALOCEAN.md 4.2): Route, then consent, then cluster, droplets and firewalls together,
/// then NAT gateway, VPC, tags and key, and a fresh sweep at the end. Starts from any half-finished state.
class DestroyRun final : public Run {
    Q_OBJECT
public:
    DestroyRun(const Environment &environment, const blueprint::Plan &plan, const DestroyOptions &options);
    void start() override;
    void cancel() override;
    QList<StepState> steps() const override { return m_context->states(); }
    Outputs outputs() const override { return outputsFrom(m_plan, m_context->facts()); }
    Certificate certificate() const override { return m_certificate; }

private:
    enum class Progress { Waiting, Running, Gone, Failed, Skipped };
    struct Removal {
        QString name;
        QStringList after;
        std::function<Job *()> make;
        Progress progress = Progress::Waiting;
    };
    void begin();
    void plan();
    void schedule();
    void scheduleSoon();
    bool startable(Removal &removal);
    void jobFinished(Job *job, const Status &status);
    void sweep();
    void end(const Status &status);
    Removal *find(const QString &name);

    blueprint::Plan m_plan;
    DestroyOptions m_options;
    RunContext *m_context;
    QList<Removal> m_removals;
    QList<Job *> m_running;
    Certificate m_certificate;
    Status m_firstFailure = Ok{};
    std::optional<Error> m_takenOver; ///< another process has the lease now
    bool m_begun = false;
    bool m_scheduled = false;
    bool m_cancelled = false;
    bool m_over = false;
};

} // namespace sluice::engine
