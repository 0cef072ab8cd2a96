#include "core/operations/verify_operation.h"

#include "core/operations/measured.h"
#include "core/store/lease.h"

#include <QTimer>

namespace sluice::operations {

Status recordReport(Context *context, const QString &deployment, const verify::Report &report, Json &document) {
    const Json json = verify::toJson(report);
    document["verdict"] = verify::verdictName(report.verdict).toStdString();
    document["cells"] = json.contains("cells") ? json["cells"] : Json::array();
    document["egress_ip"] = report.egressIp.toStdString();
    int passed = 0;
    for (const verify::Cell &cell : report.cells)
        passed += cell.verdict == verify::Verdict::Pass ? 1 : 0;
    if (!report.isWhole())
        document["only"] = json["only"];
    const store::HistoryItem item{.at = context->clock->now(),
                                  .kind = QLatin1String(report.isWhole() ? verify::kWholeKind : verify::kCellsKind),
                                  .summary =
                                      QStringLiteral("%1: %2 of %3 cells pass%4")
                                          .arg(verify::verdictName(report.verdict))
                                          .arg(passed)
                                          .arg(report.cells.size())
                                          .arg(report.isWhole() ? QString() : QStringLiteral(", measured again")),
                                  .document = json};
    const Status remembered = context->store->addHistory(deployment, item);
    if (!remembered)
        return remembered;
    verify::Verdict verdict = report.verdict;
    if (!report.isWhole()) {
        // Some cells say nothing of the others: what the deployment stands at comes from everything that is stored.
        const auto history = context->store->history(deployment, operations::kMeasuredDepth);
        if (!history)
            return history.error();
        verdict = operations::measuredOf(*history).verdict.value_or(verify::Verdict::Unknown);
        document["deployment_verdict"] = verify::verdictName(verdict).toStdString();
    }
    return context->store->setVerdict(deployment, verify::verdictName(verdict));
}

VerifyOperation::VerifyOperation(Context *context, const QString &deployment, const QStringList &only)
    : OperationBase(context, QLatin1String(only.isEmpty() ? verify::kWholeKind : verify::kCellsKind), deployment)
    , m_only(only) {}

void VerifyOperation::start() {
    const auto stored = m_context->load(m_deployment);
    if (!stored)
        return finish(stored.error());
    const Status sameAccount = m_context->requireAccountOf(stored->plan);
    if (!sameAccount)
        return finish(sameAccount);
    if (stored->record.phase == QLatin1String("destroyed"))
        return finish(Error{.code = ErrorCode::InvalidInput,
                            .message = QStringLiteral("%1 is torn down; there is nothing to verify").arg(m_deployment),
                            .resource = m_deployment});
    const QStringList fixed = verify::fixedCellIds(stored->plan);
    for (const QString &cell : m_only) {
        if (!fixed.contains(cell) && !cell.startsWith(QLatin1String("pod_egress:")))
            return finish(Error{
                .code = ErrorCode::InvalidInput,
                .message = QStringLiteral("There is no check \"%1\"").arg(cell),
                .resource = cell,
                .remedy =
                    QStringLiteral("The checks are pod_egress:<node>, %1.").arg(fixed.join(QStringLiteral(", ")))});
    }
    m_document["outputs"] = stored->record.outputs;
    m_verification = verify::makeVerification(m_context->verifyEnvironment(stored->plan), stored->plan, stored->outputs,
                                              stored->remoteIds, m_only);
    connect(m_verification.get(), &verify::Verification::cellChanged, this, &VerifyOperation::cellChanged);
    connect(m_verification.get(), &verify::Verification::logged, this, [this](const QString &line) { log(line); });
    connect(m_verification.get(), &verify::Verification::finished, this, [this](const Result<verify::Report> &report) {
        if (!report)
            return finish(report.error());
        finish(recordReport(m_context, m_deployment, *report, m_document));
    });
    m_verification->start();
}

void VerifyOperation::cancel() {
    if (m_verification)
        m_verification->cancel();
}

RemedyOperation::RemedyOperation(Context *context, const QString &deployment, const QString &action)
    : OperationBase(context, QStringLiteral("remedy"), deployment)
    , m_action(action) {}

void RemedyOperation::start() {
    const auto stored = m_context->load(m_deployment);
    if (!stored)
        return finish(stored.error());
    const Status sameAccount = m_context->requireAccountOf(stored->plan);
    if (!sameAccount)
        return finish(sameAccount);
    // A remedy changes hosts and the Route: never beside an apply or a teardown.
    const Status alone = m_context->store->takeLease(m_deployment);
    if (!alone)
        return finish(alone);
    auto *beat = new QTimer(this);
    beat->callOnTimeout(this, [this] { static_cast<void>(m_context->store->keepLease(m_deployment)); });
    beat->start(store::kLeaseBeat);
    log(QStringLiteral("Remedy \"%1\" started").arg(m_action));
    verify::runRemedy(m_context->verifyEnvironment(stored->plan), stored->plan, stored->outputs, m_action)
        .then(this, [this](const Status &status) {
            m_context->store->releaseLease(m_deployment);
            remember(status ? QStringLiteral("Remedy %1 done").arg(m_action)
                            : QStringLiteral("Remedy %1 failed: %2").arg(m_action, status.error().message),
                     Json::object());
            finish(status);
        });
}

void RemedyOperation::cancel() {
    // The lease is not given back: what was begun goes on for some seconds, and the lease ends by itself.
    finish(Error{.code = ErrorCode::Cancelled,
                 .message = QStringLiteral("The remedy was not waited for; verify to see its effect")});
}

} // namespace sluice::operations
