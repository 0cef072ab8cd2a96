#pragma once

#include "core/operations/operation_base.h"

#include <optional>

namespace sluice::operations {

/// Apply, resume and destroy: one engine run over a plan, then (on request) a verification. Change and repair derive
/// from it: they make the plan first.
class RunOperation : public OperationBase {
    Q_OBJECT
public:
    /// What to run; exactly one of blueprint (plan first), plan, or a stored deployment's name.
    struct Job {
        QString kind; ///< apply | resume | destroy | change | repair
        std::optional<blueprint::Blueprint> blueprint;
        std::optional<blueprint::Plan> plan;
        QString deployment;
        bool thenVerify = false;
        engine::ApplyOptions applyOptions = {};
        engine::DestroyOptions destroyOptions;
    };
    RunOperation(Context *context, const Job &job);
    void start() override;
    void cancel() override;

protected:
    /// The stored deployment, when it is of the connected account and wholly known.
    Result<Context::Stored> stored() const;
    /// The same, and it is not torn down or about to be.
    Result<Context::Stored> standing() const;
    void startApply(const blueprint::Plan &plan, const engine::ApplyOptions &options);
    /// What the history says about a run that came to its end.
    virtual QString doneText() const;
    bool isCancelled() const { return m_cancelled; }

private:
    void startDestroy(const blueprint::Plan &plan);
    void follow(engine::Run *run);
    void runFinished(const Status &status, engine::Run::Direction direction);
    void startVerify();
    void fillDocument();

    Job m_job;
    blueprint::Plan m_plan;
    std::unique_ptr<engine::Run> m_run;
    std::unique_ptr<verify::Verification> m_verification;
    bool m_cancelled = false;
};

} // namespace sluice::operations
