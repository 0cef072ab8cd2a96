#pragma once

#include "core/base/result.h"
#include "core/base/words.h"

#include <QFutureWatcher>
#include <QObject>

namespace sluice::engine {

inline Error dropped() {
    return {.code = ErrorCode::Cancelled, .message = EngineWords::tr("The call was dropped before it was answered")};
}

/// Calls `then` with the future's result in the context's thread, always from the event loop, never from inside the
/// call. Deleting the context forgets the future. (QFuture::then with a context asserts in Qt 6.4 debug builds when the
/// context is gone by the time the future finishes, and may run `then` at once.) A future that was dropped gives
/// Cancelled.
template <class T, class F>
void follow(QObject *context, const QFuture<T> &future, F then) {
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        then(done.resultCount() > 0 ? done.result() : T(dropped()));
    });
    watcher->setFuture(future);
}

} // namespace sluice::engine
