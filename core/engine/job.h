#pragma once

#include "core/engine/run_context.h"

namespace sluice::engine {

/// One piece of work of a run, for one step. Emits finished exactly once; after that none of its continuations runs.
class Job : public QObject {
    Q_OBJECT
public:
    Job(RunContext *context, QString step, QObject *parent)
        : QObject(parent)
        , m_context(context)
        , m_step(std::move(step)) {}
    const QString &step() const { return m_step; }
    virtual void start() = 0;
    /// Finish with Cancelled as soon as what was sent has landed.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const sluice::Status &status);

protected:
    RunContext *context() const { return m_context; }
    Clock *clock() const { return m_context->clock(); }
    bool isOver() const { return m_over; }
    void done(const Status &status) {
        if (m_over)
            return;
        m_over = true;
        Q_EMIT finished(status);
    }
    /// Records the failure, shows it, and finishes with it. `outcomeUnknown`: the create may have happened, so resume
    /// looks first.
    void fail(Error error, bool outcomeUnknown = false);
    void stopAsCancelled();
    void setPhase(StepPhase phase, const QString &detail = {});
    void setDetail(const QString &detail);
    QFuture<Result<Json>> send(const HttpRequest &request) { return m_context->send(m_step, request); }
    template <class T, class F>
    void then(const QFuture<T> &future, F next) {
        follow(this, future, [this, next = std::move(next)](const T &value) mutable {
            if (!m_over)
                next(value);
        });
    }
    void later(std::chrono::milliseconds delay, std::function<void()> next) {
        clock()->after(delay, this, [this, next = std::move(next)] {
            if (!m_over)
                next();
        });
    }

private:
    RunContext *m_context;
    QString m_step;
    bool m_over = false;
};

/// Errors that say nothing about the object: looking again later is the answer.
bool isTransient(const Error &error);

} // namespace sluice::engine
