#include "core/operations/operation_base.h"

#include "core/base/redact.h"
#include "core/base/words.h"

namespace sluice::operations {

OperationBase::OperationBase(Context *context, const QString &kind, const QString &deployment)
    : m_context(context)
    , m_deployment(deployment)
    , m_kind(kind)
    , m_callsBefore(context->client ? context->client->calls() : 0) {}

void OperationBase::finish(const Status &status) {
    if (m_finished)
        return;
    m_finished = true;
    if (!m_deployment.isEmpty())
        m_document["deployment"] = m_deployment.toStdString();
    m_document["api_calls"] = m_context->client ? m_context->client->calls() - m_callsBefore : 0;
    if (!status)
        m_document["error"] = errorToJson(status.error());
    Q_EMIT finished(status, m_document);
}

void OperationBase::log(const QString &line) {
    Q_EMIT logged(redact(line));
}

void OperationBase::remember(const QString &summary, const Json &document) {
    // Stored in the language of this run: what happened is not translated again when it is read.
    const Status stored = m_context->store->addHistory(
        m_deployment, {.at = m_context->clock->now(), .kind = kind(), .summary = summary, .document = document});
    if (!stored)
        log(OperationsWords::tr("The history could not be written: %1").arg(stored.error().toString()));
}

} // namespace sluice::operations
