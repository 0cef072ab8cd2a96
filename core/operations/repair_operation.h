#pragma once

#include "core/operations/run_operation.h"

namespace sluice::operations {

class StatusOperation;

/// Brings a deployment back to its plan: reads what differs (as status does), says what it would do about it (document:
/// drift[], repairs[]), then makes again what is gone, changes back what can be changed in place and applies the Route
/// anew. A repair that changes the egress IP is done only with that address, typed.
class RepairOperation final : public RunOperation {
    Q_OBJECT
public:
    RepairOperation(Context *context, const QString &deployment, const QString &abandonedEgressIp, bool planOnly,
                    bool thenVerify);
    void start() override;
    void cancel() override;

private:
    void looked(const Status &status, const Json &document);
    QString doneText() const override;

    StatusOperation *m_look = nullptr;
    QString m_abandonedEgressIp;
    bool m_planOnly;
};

} // namespace sluice::operations
