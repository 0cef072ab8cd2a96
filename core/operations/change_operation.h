#pragma once

#include "core/blueprint/change.h"
#include "core/operations/run_operation.h"

namespace sluice::operations {

/// Plans a change of a standing deployment (document: changes[], problems[], usd_per_month), then carries it out: the
/// new plan takes the recorded one's place first, so a killed change goes on with the next resume.
class ChangeOperation final : public RunOperation {
    Q_OBJECT
public:
    ChangeOperation(Context *context, const QString &deployment, const ChangeRequest &request, bool planOnly,
                    bool thenVerify);
    void start() override;

private:
    void planned(const Context::Stored &known, const blueprint::AccountFacts &facts);
    QString doneText() const override;

    ChangeRequest m_request;
    bool m_planOnly;
};

} // namespace sluice::operations
