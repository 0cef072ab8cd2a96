#include "core/store/lease.h"
#include "core/store/sqlite_store.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace sluice;
using namespace sluice::store;

/// One process at a time works on a deployment, and one that lost its hold writes nothing more.
class LeaseTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_file;
    const QString m_name = QStringLiteral("d");

    std::shared_ptr<Store> open() const {
        const auto store = openStore(m_file);
        return store ? *store : nullptr;
    }
    /// Changes the lease as another process would have left it.
    void rewrite(const QString &set) const {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            database.setDatabaseName(m_file);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(QStringLiteral("UPDATE lease SET ") + set));
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    }
    static QString changed(const char *member, const QString &value) {
        return QStringLiteral("holder = json_set(holder, '$.%1', %2)").arg(QLatin1String(member), value);
    }

private Q_SLOTS:
    void init() {
        m_file = m_folder.filePath(QStringLiteral("state%1.db").arg(QRandomGenerator::global()->generate()));
        const auto store = open();
        QVERIFY(store);
        QVERIFY(store->createDeployment({.name = m_name,
                                         .id = QStringLiteral("abcdef"),
                                         .account = {},
                                         .plan = Json::object(),
                                         .phase = QStringLiteral("applying"),
                                         .outputs = Json::object()}));
    }

    void theSecondIsToldWhoWhereAndSinceWhen() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first->heldBy(m_name).isEmpty());
        QVERIFY(first->takeLease(m_name));
        const Status refused = second->takeLease(m_name);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        const Holder self = Holder::self();
        for (const QString &part : {self.host, QString::number(self.process), self.program,
                                    QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd"))})
            QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
        QVERIFY(!refused.error().remedy.isEmpty());
        QVERIFY(!second->heldBy(m_name).isEmpty());
        first->releaseLease(m_name);
        QVERIFY(second->heldBy(m_name).isEmpty());
        QVERIFY(second->takeLease(m_name));
    }

    void aStaleHolderWritesNothing() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first->takeLease(m_name));
        QVERIFY(first->append(m_name, {.step = QStringLiteral("vpc")}));
        rewrite(QStringLiteral("beat_monotonic = beat_monotonic - 31000"));
        QVERIFY(second->takeLease(m_name));
        const auto entry = first->append(m_name, {.step = QStringLiteral("vpc")});
        QVERIFY(!entry);
        QCOMPARE(entry.error().code, ErrorCode::Conflict);
        QVERIFY(!first->setPhase(m_name, QStringLiteral("ready")));
        QVERIFY(!first->setOutputs(m_name, {{"x", 1}}));
        QVERIFY(!first->keepLease(m_name));
        first->releaseLease(m_name); // must not take it from the second
        QVERIFY(second->append(m_name, {.step = QStringLiteral("tag")}));
        QVERIFY(second->setPhase(m_name, QStringLiteral("failed")));
        QCOMPARE(second->journal(m_name)->size(), 2);
        QCOMPARE(second->deployment(m_name)->phase, QStringLiteral("failed"));
        QVERIFY(!first->takeLease(m_name));
    }

    void aSignOfLifeKeepsIt() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first->takeLease(m_name));
        rewrite(QStringLiteral("beat_monotonic = beat_monotonic - 29000"));
        QVERIFY(!second->takeLease(m_name));
        QVERIFY(first->keepLease(m_name));
        rewrite(QStringLiteral("beat_monotonic = beat_monotonic - 29000"));
        QVERIFY(!second->takeLease(m_name));
    }

    /// Each is a holder that is gone, whatever its last sign of life.
    void aDeadHolderLosesItAtOnce_data() {
        QTest::addColumn<QString>("set");
        QProcess process;
        process.start(QStringLiteral("true"), QStringList());
        QVERIFY(process.waitForStarted());
        const qint64 gone = process.processId();
        QVERIFY(process.waitForFinished());
        QTest::newRow("its process has ended") << changed("process", QString::number(gone));
        QTest::newRow("its number belongs to another process now") << changed("started", QStringLiteral("'1'"));
        QTest::newRow("the machine was started anew") << changed("boot", QStringLiteral("'another'"));
    }
    void aDeadHolderLosesItAtOnce() {
        QFETCH(const QString, set);
        const auto first = open();
        QVERIFY(first->takeLease(m_name));
        rewrite(set);
        const auto second = open();
        const Status taken = second->takeLease(m_name);
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message));
        QVERIFY(!first->append(m_name, {.step = QStringLiteral("vpc")}));
    }

    /// On another machine nobody can look whether the process lives: its signs of life decide, by the wall clock.
    void aHolderOnAnotherMachineIsWaitedFor() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first->takeLease(m_name));
        rewrite(changed("host", QStringLiteral("'elsewhere'")));
        const Status refused = second->takeLease(m_name);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("elsewhere")), qPrintable(refused.error().message));
        rewrite(QStringLiteral("beat = '2026-01-01T00:00:00.000Z'"));
        QVERIFY(second->takeLease(m_name));
    }

    /// Within one machine a jump of the wall clock neither ends a lease nor keeps one.
    void theWallClockMayJump() {
        const auto first = open();
        const auto second = open();
        QVERIFY(first->takeLease(m_name));
        rewrite(QStringLiteral("beat = '2001-01-01T00:00:00.000Z'"));
        QVERIFY(!second->takeLease(m_name));
        rewrite(QStringLiteral("beat = '2099-01-01T00:00:00.000Z', beat_monotonic = beat_monotonic - 31000"));
        QVERIFY(second->takeLease(m_name));
    }
};

QTEST_GUILESS_MAIN(LeaseTest)
#include "lease_test.moc"
