#pragma once

#include "core/operations/context.h"

namespace sluice::operations {

/// What all operations share: the context, the document that grows, one way out.
class OperationBase : public Operation {
    Q_OBJECT
public:
    OperationBase(Context *context, const QString &kind, const QString &deployment);
    QString deployment() const override { return m_deployment; }
    QString kind() const override { return m_kind; }

protected:
    /// Writes `error` and `api_calls` into the document and emits finished, once.
    void finish(const Status &status);
    void log(const QString &line);
    /// Adds a summary to the deployment's history; a failure to do so is logged, never hides the result.
    void remember(const QString &summary, const Json &document);

    Context *m_context;
    QString m_deployment;
    Json m_document = Json::object();

private:
    QString m_kind;
    int m_callsBefore = 0;
    bool m_finished = false;
};

} // namespace sluice::operations
