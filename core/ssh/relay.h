#pragma once

#include "core/base/future.h"

#include <QCoreApplication>
#include <QObject>

namespace sluice::ssh {

/// Brings results from worker threads home: promises are finished in the thread the connector lives in. There, a
/// `.then(context, ...)` whose context is deleted meanwhile is dropped; finished elsewhere it would be a race.
class Relay {
public:
    template <class T>
    void finish(const Promise<Result<T>> &promise, Result<T> value) {
        QMetaObject::invokeMethod(
            &m_home, [promise, value = std::move(value)] { promise.finish(value); }, Qt::QueuedConnection);
    }
    /// Delivers what still waits. Called at home when no worker is left.
    void drain() { QCoreApplication::sendPostedEvents(&m_home, QEvent::MetaCall); }

private:
    QObject m_home;
};

} // namespace sluice::ssh
