#pragma once

#include "core/operations/operation_base.h"

namespace sluice::operations {

/// Measures the egress IP contract of a stored deployment; the verdict and the report go into the history. With `only`
/// some cells again (kind "verify_cells"): the document's verdict is theirs, `deployment_verdict` is what the
/// deployment stands at afterwards (verify/standing.h).
class VerifyOperation final : public OperationBase {
    Q_OBJECT
public:
    VerifyOperation(Context *context, const QString &deployment, const QStringList &only = {});
    void start() override;
    void cancel() override;

private:
    QStringList m_only;
    std::unique_ptr<verify::Verification> m_verification;
};

/// Carries out an automatic remedy of a diagnosis; verify again afterwards.
class RemedyOperation final : public OperationBase {
    Q_OBJECT
public:
    RemedyOperation(Context *context, const QString &deployment, const QString &action);
    void start() override;
    void cancel() override;

private:
    QString m_action;
};

/// Writes the report into the document and the store. Ok for every measured report: whether it passed is in `verdict`.
Status recordReport(Context *context, const QString &deployment, const verify::Report &report, Json &document);

} // namespace sluice::operations
