#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureInterface>
#include <QList>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

namespace sluice {

/// A future that is already finished.
template <class T>
QFuture<T> readyFuture(T value) {
    QFutureInterface<T> promise;
    promise.reportStarted();
    promise.reportFinished(&value);
    return promise.future();
}

/// The writing end of a future. Copyable; finish() is called exactly once (later calls are ignored).
/// Made of QFutureInterface because QPromise of Qt 6.4 runs continuations twice for move-only results.
template <class T>
class Promise {
public:
    Promise()
        : m_state(std::make_shared<State>()) {
        m_state->interface.reportStarted();
    }
    QFuture<T> future() const { return m_state->interface.future(); }
    void finish(T value) const {
        if (m_state->done)
            return;
        m_state->done = true;
        m_state->interface.reportFinished(&value);
    }
    bool isFinished() const { return m_state->done; }

private:
    struct State {
        QFutureInterface<T> interface;
        bool done = false;
    };
    std::shared_ptr<State> m_state;
};

/// Finishes when all have, with their results in order; all must belong to `context`'s thread.
template <class T>
QFuture<QList<T>> whenAll(QObject *context, const QList<QFuture<T>> &futures) {
    Promise<QList<T>> promise;
    if (futures.isEmpty()) {
        promise.finish({});
        return promise.future();
    }
    struct Gather {
        QList<T> results;
        qsizetype left;
    };
    auto gather = std::make_shared<Gather>();
    gather->results.resize(futures.size());
    gather->left = futures.size();
    for (qsizetype i = 0; i < futures.size(); ++i) {
        QFuture<T> future = futures.at(i);
        future.then(context, [gather, promise, i](const T &value) {
            gather->results[i] = value;
            if (--gather->left == 0)
                promise.finish(gather->results);
        });
    }
    return promise.future();
}

} // namespace sluice
