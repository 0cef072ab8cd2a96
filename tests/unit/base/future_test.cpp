#include "core/base/future.h"

#include <QtTest>

using namespace sluice;

/// Deleting the context of `.then(context, ...)` is how this program cancels; debug builds of Qt 6.4 abort there
/// without core/base/qt_future.h.
class FutureTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDeletedContextDropsItsContinuation() {
        Promise<Result<int>> promise;
        bool called = false;
        {
            QObject context;
            promise.future().then(&context, [&called](const Result<int> &) { called = true; });
        }
        promise.finish(1);
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QVERIFY(promise.isFinished());
    }

    void aLivingContextGetsTheValueOnce() {
        Promise<Result<int>> promise;
        QObject context;
        int calls = 0;
        int value = 0;
        promise.future().then(&context, [&](const Result<int> &result) {
            ++calls;
            value = *result;
        });
        promise.finish(7);
        promise.finish(8); // ignored
        QTRY_COMPARE(calls, 1);
        QCOMPARE(value, 7);
    }

    void whenAllKeepsTheOrderOfItsFutures() {
        QObject context;
        Promise<Result<int>> first;
        Promise<Result<int>> second;
        QList<int> seen;
        whenAll<Result<int>>(&context, {first.future(), second.future()})
            .then(&context, [&seen](const QList<Result<int>> &all) {
                for (const Result<int> &one : all)
                    seen << *one;
            });
        second.finish(2);
        QVERIFY(seen.isEmpty());
        first.finish(1);
        QTRY_COMPARE(seen, (QList<int>{1, 2}));
    }
};

QTEST_GUILESS_MAIN(FutureTest)
#include "future_test.moc"
