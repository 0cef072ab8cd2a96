#pragma once

#include "core/blueprint/rebuild.h"
#include "core/engine/rebuild.h"
#include "core/operations/operation_base.h"

namespace sluice::operations {

/// Finds the deployments that the account shows and the state does not know, and records them, complete enough to
/// verify and to tear down. Reads the cloud, changes nothing in it.
class RebuildOperation final : public OperationBase {
    Q_OBJECT
public:
    explicit RebuildOperation(Context *context);
    void start() override;
    void cancel() override;

private:
    void judge(const blueprint::AccountFacts &facts);
    void next();
    Status remember(const blueprint::Trace &trace, const blueprint::Plan &plan);

    blueprint::AccountFacts m_facts;
    QList<blueprint::Trace> m_waiting;
    std::unique_ptr<engine::Rebuild> m_run;
    Status m_problem = Ok{}; ///< the first one that did not stop the search
    bool m_cancelled = false;
};

} // namespace sluice::operations
