#pragma once

#include "core/engine/job.h"

namespace sluice::engine {

/// Walks the plan forwards: a step starts when everything it depends on is ready; steps that do not depend on each
/// other overlap. After a failure the dependents are skipped and everything else finishes.
class ApplyRun final : public Run {
    Q_OBJECT
public:
    ApplyRun(const Environment &environment, const blueprint::Plan &plan, const ApplyOptions &options);
    void start() override;
    void cancel() override;
    QList<StepState> steps() const override { return m_context->states(); }
    Outputs outputs() const override;
    Certificate certificate() const override { return {}; }

private:
    enum class Progress { Waiting, Running, Ready, Failed, Skipped };
    Status openDeployment();
    Status closeChanges();
    void begin();
    void scheduleSoon();
    void schedule();
    bool startable(const blueprint::PlannedResource &planned);
    Job *makeJob(const blueprint::PlannedResource &planned);
    void jobFinished(Job *job, const Status &status);
    void conclude();
    void end(const Status &status);

    blueprint::Plan m_plan;
    ApplyOptions m_options;
    RunContext *m_context;
    QMap<QString, Progress> m_progress;
    QList<Job *> m_running;
    Status m_firstFailure = Ok{};
    bool m_scheduled = false;
    bool m_cancelled = false;
    bool m_over = false;
};

} // namespace sluice::engine
