#pragma once

#include "core/operations/operation_base.h"

namespace sluice::operations {

/// One difference between what the journal says and what the account holds now.
struct Drift {
    QString resource; ///< step name, or the foreign object's name
    QString message;
    bool changesEgressIp = false;
    /// What brings it back: "make_again" (resume with --recreate), "change_back" (the object is changed in place),
    /// "reapply_route"; empty when Sluice cannot or must not do it.
    QString repair = {};
};

/// Refreshes a deployment from the API: every journaled object is read back, members of the VPC that are not ours are
/// listed, the Route is compared. With `measure` the whole matrix is measured too, and what fails is drift.
class StatusOperation final : public OperationBase {
    Q_OBJECT
public:
    StatusOperation(Context *context, const QString &deployment, bool measure);
    void start() override;
    void cancel() override;

private:
    void look(const engine::StepState &step);
    void lookAtMembers();
    void lookAtRoute();
    void compareRoute(const Result<kubernetes::Route> &route);
    void measure();
    void conclude();
    void answered();
    void drift(const QString &resource, const QString &message, bool changesEgressIp = false,
               const QString &repair = {});
    void compareAttributes(const engine::StepState &step, const Json &reply);
    void compareNatGateway(const Json &reply);
    void compareMembers(const QList<digitalocean::VpcMember> &members);

    bool m_measure;
    std::shared_ptr<kubernetes::Cluster> m_cluster;
    std::unique_ptr<verify::Verification> m_verification;
    Context::Stored m_stored;
    QList<Drift> m_drift;
    int m_waiting = 0;
    Error m_firstError;
};

} // namespace sluice::operations
