#pragma once

#include "core/operations/operation_base.h"

namespace sluice::operations {

/// Reads the account and plans; writes nothing to the cloud and nothing to the state.
class PlanOperation final : public OperationBase {
    Q_OBJECT
public:
    PlanOperation(Context *context, const blueprint::Blueprint &blueprint);
    void start() override;
    void cancel() override;

private:
    blueprint::Blueprint m_blueprint;
};

/// Preflight and plan of one blueprint against the connected account; an Error only when the account could not be read.
QFuture<Result<blueprint::PlanOutcome>> makePlan(Context *context, QObject *receiver,
                                                 const blueprint::Blueprint &blueprint,
                                                 const blueprint::ReadProgress &progress = {});
/// The contract's `plan` object plus `problems`.
Json planDocument(const blueprint::PlanOutcome &outcome);

} // namespace sluice::operations
