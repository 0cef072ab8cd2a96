#include "core/store/sqlite_store.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>
#include <thread>

using namespace sluice;
using namespace sluice::store;

class SqliteTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static DeploymentRecord record(const QString &name, const QString &id = QStringLiteral("abcdef")) {
        return {.name = name,
                .id = id,
                .account = QStringLiteral("sandbox"),
                .plan = {{"x", 1}},
                .phase = QStringLiteral("applying"),
                .outputs = Json::object()};
    }
    static Entry entry(const QString &step, EntryKind kind, const QString &id = {}) {
        return {.step = step,
                .kind = kind,
                .remoteId = id,
                .payload = {{"note", "ü"}},
                .at = QDateTime::currentDateTimeUtc()};
    }
    // Runs one statement on the file by a connection of its own.
    static QString raw(const QString &file, const QString &sql) {
        QString outcome;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            database.setDatabaseName(file);
            if (!database.open())
                return QStringLiteral("cannot open");
            QSqlQuery query(database);
            outcome =
                query.exec(sql) ? (query.next() ? query.value(0).toString() : QString()) : query.lastError().text();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        return outcome;
    }

private Q_SLOTS:
    void keepsEverythingAcrossReopen() {
        const QString file = path(QStringLiteral("a/b/state.db"));
        {
            auto store = openStore(QStringLiteral("sqlite:") + file);
            QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
            QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
            const auto first =
                (*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent));
            const auto second = (*store)->append(
                QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Accepted, QStringLiteral("id-1")));
            QVERIFY(first && second && *second > *first);
            QVERIFY((*store)->setPhase(QStringLiteral("egress"), QStringLiteral("ready")));
            QVERIFY((*store)->setOutputs(QStringLiteral("egress"), {{"vpc_id", "id-1"}}));
            QVERIFY((*store)->setVerdict(QStringLiteral("egress"), QStringLiteral("pass")));
            QVERIFY((*store)->addHistory(QStringLiteral("egress"), {.at = QDateTime::currentDateTimeUtc(),
                                                                    .kind = QStringLiteral("apply"),
                                                                    .summary = QStringLiteral("ok"),
                                                                    .document = {{"k", 2}}}));
            QVERIFY((*store)->setFact(QStringLiteral("egress"), QStringLiteral("hostkey/1"), QStringLiteral("one")));
            QVERIFY((*store)->setFact(QStringLiteral("egress"), QStringLiteral("hostkey/1"), QStringLiteral("two")));
        }
        auto store = openStore(file);
        QVERIFY(store);
        const auto kept = (*store)->deployment(QStringLiteral("egress"));
        QVERIFY(kept);
        QCOMPARE(kept->phase, QStringLiteral("ready"));
        QCOMPARE(kept->lastVerdict, QStringLiteral("pass"));
        QCOMPARE(jsonString(kept->outputs, "vpc_id"), QStringLiteral("id-1"));
        QCOMPARE(jsonInt(kept->plan, "x"), 1);
        const auto journal = (*store)->journal(QStringLiteral("egress"));
        QVERIFY(journal);
        QCOMPARE(journal->size(), 2);
        QCOMPARE(journal->at(1).kind, EntryKind::Accepted);
        QCOMPARE(journal->at(1).remoteId, QStringLiteral("id-1"));
        QCOMPARE(jsonString(journal->at(1).payload, "note"), QStringLiteral("ü"));
        QVERIFY(journal->at(0).at.isValid());
        QCOMPARE((*store)->history(QStringLiteral("egress"))->size(), 1);
        QCOMPARE((*store)->fact(QStringLiteral("egress"), QStringLiteral("hostkey/1")), QStringLiteral("two"));
        QCOMPARE((*store)->fact(QStringLiteral("egress"), QStringLiteral("none")), QString());
        QCOMPARE((*store)->deployments()->size(), 1);
    }

    void oldReportsAreNotReadButKnown() {
        auto store = openStore(path(QStringLiteral("state.db")));
        QVERIFY(store);
        const auto add = [&store](const char *deployment, const char *kind, int n) {
            return (*store)->addHistory(QLatin1String(deployment), {.at = QDateTime::currentDateTimeUtc(),
                                                                    .kind = QLatin1String(kind),
                                                                    .summary = QString::number(n),
                                                                    .document = {{"n", n}}});
        };
        for (const char *name : {"egress", "other"})
            QVERIFY((*store)->createDeployment(record(QLatin1String(name))));
        const QStringList kinds{"apply", "verify", "cells", "verify", "cells", "cells", "cells"};
        for (int n = 0; n < kinds.size(); ++n)
            QVERIFY(add("egress", qPrintable(kinds.at(n)), n));
        QVERIFY(add("other", "verify", 100)); // another deployment's last measurement is no boundary of ours
        const auto read = [&store](const HistoryDepth &depth) {
            QStringList whole;
            const auto items = (*store)->history(QStringLiteral("egress"), depth);
            for (const HistoryItem &item : *items)
                whole << item.summary + QLatin1Char(item.document.is_object() ? '+' : '-');
            return whole.join(QLatin1Char(' '));
        };
        QCOMPARE(read({}), QStringLiteral("0+ 1+ 2+ 3+ 4+ 5+ 6+"));
        QCOMPARE(read({.newest = 1, .since = {}}), QStringLiteral("0+ 1- 2- 3+ 4- 5- 6+"));
        QCOMPARE(read({.newest = 1, .since = QStringLiteral("verify")}), QStringLiteral("0+ 1- 2- 3+ 4+ 5+ 6+"));
        QCOMPARE(read({.newest = 0, .since = QStringLiteral("destroy")}), QStringLiteral("0- 1- 2- 3- 4- 5- 6-"));
    }

    void onlyTheOwnerCanRead() {
        const QString file = path(QStringLiteral("private/state.db"));
        auto store = openStore(file);
        QVERIFY(store);
        QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &name : {file, file + QStringLiteral("-wal")})
            QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
        QVERIFY(!(QFile::permissions(path(QStringLiteral("private"))) & (others | QFile::ExeGroup | QFile::ExeOther)));
    }

    void isDurable() {
        const QString file = path(QStringLiteral("durable.db"));
        const auto connection = SqliteConnection::open(file, {});
        QVERIFY(connection);
        const auto ask = [&](const QString &pragma) {
            auto query = (*connection)->run(pragma, {}, QStringLiteral("ask"));
            return query && query->next() ? query->value(0).toString() : QString();
        };
        QCOMPARE(ask(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
        QCOMPARE(ask(QStringLiteral("PRAGMA synchronous")), QStringLiteral("2"));
        QCOMPARE(ask(QStringLiteral("PRAGMA foreign_keys")), QStringLiteral("1"));
    }

    void journalIsAppendOnly() {
        const QString file = path(QStringLiteral("append.db"));
        {
            auto store = openStore(file);
            QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
            QVERIFY((*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent)));
        }
        QVERIFY(raw(file, QStringLiteral("UPDATE entry SET kind = 'done'")).contains(QStringLiteral("append-only")));
        QVERIFY(raw(file, QStringLiteral("DELETE FROM entry")).contains(QStringLiteral("append-only")));
        QCOMPARE(raw(file, QStringLiteral("SELECT count(*) FROM entry")), QStringLiteral("1"));
    }

    void aNameIsTakenUntilItIsDestroyed() {
        auto store = openStore(path(QStringLiteral("names.db")));
        QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
        const Status again = (*store)->createDeployment(record(QStringLiteral("egress"), QStringLiteral("ghijkl")));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QVERIFY((*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent)));
        QVERIFY((*store)->setPhase(QStringLiteral("egress"), QStringLiteral("destroyed")));
        QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"), QStringLiteral("ghijkl"))));
        QCOMPARE((*store)->journal(QStringLiteral("egress"))->size(), 0);
        QCOMPARE((*store)->journal(QStringLiteral("egress~abcdef"))->size(), 1);
    }

    void unknownDeploymentIsNotFound() {
        auto store = openStore(path(QStringLiteral("unknown.db")));
        QCOMPARE((*store)->deployment(QStringLiteral("x")).error().code, ErrorCode::NotFound);
        QCOMPARE((*store)->append(QStringLiteral("x"), entry(QStringLiteral("vpc"), EntryKind::Intent)).error().code,
                 ErrorCode::NotFound);
        QCOMPARE((*store)->setPhase(QStringLiteral("x"), QStringLiteral("ready")).error().code, ErrorCode::NotFound);
    }

    void fullDiskStopsTheWriteAndSaysSo() {
        const auto store = SqliteStore::open(path(QStringLiteral("full.db")), {.maxPages = 30});
        QVERIFY(store);
        QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
        Entry big = entry(QStringLiteral("vpc"), EntryKind::Intent);
        big.payload = {{"blob", std::string(20000, 'x')}};
        Result<qint64> outcome = qint64(0);
        int written = 0;
        while (outcome && written < 100)
            if ((outcome = (*store)->append(QStringLiteral("egress"), big)))
                ++written;
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Storage);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("disk is full")), qPrintable(outcome.error().message));
        QVERIFY(!outcome.error().remedy.isEmpty() && outcome.error().path.endsWith(QStringLiteral("full.db")));
        QCOMPARE((*store)->journal(QStringLiteral("egress"))->size(), written);
    }

    void refusesWhatItCannotUse_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray("hello, this is not a database at all, it is a text file")
                              << QStringLiteral("not a Sluice state file");
        QTest::newRow("garbage after header")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'z') << QString();
    }
    void refusesWhatItCannotUse() {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        const QString name = path(QStringLiteral("bad.db"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto store = openStore(name);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Storage);
        QVERIFY2(store.error().message.contains(words), qPrintable(store.error().message));
        QVERIFY(!store.error().remedy.isEmpty());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void damagedFileIsFoundAtOpen() {
        const QString name = path(QStringLiteral("damaged.db"));
        {
            auto store = openStore(name);
            QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
            for (int i = 0; i < 300; ++i)
                QVERIFY((*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent)));
        }
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // Pages after the first: the header stays good, so that only the check can tell.
        for (qint64 at = 4096 * 2; at + 4096 < file.size(); at += 4096) {
            file.seek(at);
            file.write(QByteArray(200, '\xff'));
        }
        file.close();
        const auto store = openStore(name);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Storage);
        QVERIFY2(store.error().message.contains(QStringLiteral("damaged")), qPrintable(store.error().message));
    }

    void foreignDatabaseIsLeftAlone() {
        const QString name = path(QStringLiteral("foreign.db"));
        raw(name, QStringLiteral("CREATE TABLE theirs(x)"));
        const auto store = openStore(name);
        QVERIFY(!store);
        QVERIFY(store.error().message.contains(QStringLiteral("another program's")));
        QCOMPARE(raw(name, QStringLiteral("SELECT count(*) FROM sqlite_master")), QStringLiteral("1"));
    }

    void newerSchemaIsRefused() {
        const QString name = path(QStringLiteral("newer.db"));
        QVERIFY(openStore(name));
        raw(name, QStringLiteral("INSERT INTO schema VALUES(99, 'sluice 9')"));
        const auto store = openStore(name);
        QVERIFY(!store);
        QVERIFY2(store.error().message.contains(QStringLiteral("newer Sluice (state version 99")),
                 qPrintable(store.error().message));
    }

    /// A file as version 1 made it, with a deployment in it (tests/unit/store/data/state-v1.db).
    void aFileOfVersionOneIsBroughtUpToDate() {
        const QString name = path(QStringLiteral("v1.db"));
        QVERIFY(QFile::copy(QFINDTESTDATA("data/state-v1.db"), name));
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(raw(name, QStringLiteral("SELECT max(version) FROM schema")), QStringLiteral("1"));
        const QString entries = raw(name, QStringLiteral("SELECT count(*) FROM entry"));
        QVERIFY(entries.toInt() > 30);
        for (int opening = 0; opening < 2; ++opening) {
            const auto store = openStore(name);
            QVERIFY2(store, qPrintable(store ? QString() : store.error().message));
            const auto known = (*store)->deployment(QStringLiteral("nat-gateway"));
            QVERIFY(known);
            QCOMPARE(known->phase, QStringLiteral("ready"));
            QVERIFY(known->plan.contains("resources"));
            const auto journal = (*store)->journal(QStringLiteral("nat-gateway"));
            QVERIFY(journal);
            QCOMPARE(QString::number(journal->size()), entries);
            QVERIFY((*store)->takeLease(QStringLiteral("nat-gateway")));
            (*store)->releaseLease(QStringLiteral("nat-gateway"));
        }
        QCOMPARE(raw(name, QStringLiteral("SELECT max(version) FROM schema")), QString::number(kSchemaVersion));
        QCOMPARE(raw(name, QStringLiteral("SELECT count(*) FROM schema")), QString::number(kSchemaVersion));
    }

    void unwritablePlaceIsNamed() {
        for (const QString &place :
             {QStringLiteral("/proc/sluice/state.db"), QStringLiteral("/proc/state.db"), m_folder.path()}) {
            const auto store = openStore(place);
            QVERIFY2(!store, qPrintable(place));
            QCOMPARE(store.error().code, ErrorCode::Storage);
            QVERIFY(store.error().message.contains(place) && !store.error().remedy.isEmpty());
        }
    }

    void readOnlyFileIsRefused() {
        const QString name = path(QStringLiteral("readonly.db"));
        QVERIFY(openStore(name));
        QFile::setPermissions(name, QFile::ReadOwner);
        if (QFileInfo(name).isWritable())
            QSKIP("this user writes to read-only files (root)");
        const auto store = openStore(name);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Storage);
    }

    void lockedFileIsNamedAfterTheBusyTime() {
        const QString name = path(QStringLiteral("locked.db"));
        const auto store = SqliteStore::open(name, {.busyMilliseconds = 50});
        QVERIFY((*store)->createDeployment(record(QStringLiteral("egress"))));
        const auto holder = SqliteConnection::open(name, {});
        QVERIFY((*holder)->run(QStringLiteral("BEGIN IMMEDIATE"), {}, QStringLiteral("hold")));
        const auto outcome =
            (*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Storage);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("lock")), qPrintable(outcome.error().message));
        QVERIFY((*holder)->run(QStringLiteral("COMMIT"), {}, QStringLiteral("release")));
        QVERIFY((*store)->append(QStringLiteral("egress"), entry(QStringLiteral("vpc"), EntryKind::Intent)));
    }

    void twoProgramsCanStartTogether() {
        for (int round = 0; round < 10; ++round) {
            const QString name = path(QStringLiteral("race%1.db").arg(round));
            QString failures[4];
            std::vector<std::thread> programs;
            for (int i = 0; i < 4; ++i)
                programs.emplace_back([&, i] {
                    const auto store = openStore(name);
                    if (!store)
                        failures[i] = store.error().toString();
                    else if (const Status made = (*store)->createDeployment(record(QStringLiteral("d%1").arg(i)));
                             !made)
                        failures[i] = made.error().toString();
                });
            for (std::thread &program : programs)
                program.join();
            for (const QString &failure : failures)
                QCOMPARE(failure, QString());
            QCOMPARE((*openStore(name))->deployments()->size(), 4);
        }
    }

    void otherLocationsAreRefused() {
        QCOMPARE(openStore(QStringLiteral("postgresql://x/y")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(openStore(QString()).error().code, ErrorCode::InvalidInput);
        qputenv("SLUICE_STATE", "sqlite:/somewhere/x.db");
        QCOMPARE(defaultStateLocation(), QStringLiteral("sqlite:/somewhere/x.db"));
        qunsetenv("SLUICE_STATE");
        QVERIFY(defaultStateLocation().endsWith(QStringLiteral("/sluice/state.db")));
    }

    void entryKindsHaveDistinctNames() {
        QSet<QString> names;
        for (int kind = 0; kind <= static_cast<int>(EntryKind::RunEnded); ++kind)
            names.insert(entryKindName(static_cast<EntryKind>(kind)));
        QCOMPARE(names.size(), static_cast<int>(EntryKind::RunEnded) + 1);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(SqliteTest)
#include "sqlite_test.moc"
