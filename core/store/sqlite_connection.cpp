#include "core/store/sqlite_connection.h"

#include "core/base/random.h"
#include "core/base/words.h"
#include "core/store/sqlite_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QVariant>

namespace sluice::store {

namespace {

Status makeFile(const QString &file) {
    const QFileInfo info(file);
    const QString folder = info.absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return storageError(StoreWords::tr("the folder %1 cannot be made").arg(folder), file,
                                StoreWords::tr("Choose a writable place with --state or SLUICE_STATE."));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (info.isDir())
        return storageError(StoreWords::tr("it is a folder"), file,
                            StoreWords::tr("Name a file inside it with --state."));
    if (info.exists()) {
        if (!info.isReadable() || !info.isWritable())
            return storageError(StoreWords::tr("it is not readable and writable for your user"), file,
                                StoreWords::tr("Change its permissions, or choose another place with --state."));
        return Ok{};
    }
    // SQLite gives its -wal and -shm files the permissions of the main file, so this one call covers all three.
    QFile made(file);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
        !QFile::exists(file))
        return storageError(
            made.errorString(), file,
            StoreWords::tr("Make the folder writable for your user, or choose another place with --state."));
    return Ok{};
}

/// What the first version had. Later versions add to it by kMigrations, in new files too: one way, always walked.
const char *const kSchema[] = {
    "CREATE TABLE schema(version INTEGER NOT NULL, program TEXT NOT NULL)",
    "CREATE TABLE deployment(key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, id TEXT NOT NULL, account TEXT NOT "
    "NULL,"
    " plan TEXT NOT NULL, phase TEXT NOT NULL, outputs TEXT NOT NULL, verdict TEXT NOT NULL, created_at TEXT NOT NULL,"
    " updated_at TEXT NOT NULL)",
    "CREATE TABLE entry(sequence INTEGER PRIMARY KEY AUTOINCREMENT, deployment INTEGER NOT NULL REFERENCES "
    "deployment(key),"
    " step TEXT NOT NULL, kind TEXT NOT NULL, remote_id TEXT NOT NULL, payload TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX entry_of ON entry(deployment, sequence)",
    "CREATE TRIGGER entry_keeps BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    "CREATE TABLE history(sequence INTEGER PRIMARY KEY AUTOINCREMENT, deployment INTEGER NOT NULL REFERENCES "
    "deployment(key),"
    " at TEXT NOT NULL, kind TEXT NOT NULL, summary TEXT NOT NULL, document TEXT NOT NULL)",
    ("CREATE TABLE fact(deployment INTEGER NOT NULL REFERENCES deployment(key), key TEXT NOT NULL, value TEXT NOT NULL,"
     " PRIMARY KEY(deployment, key))"),
};

struct Migration {
    int version; ///< that the file has afterwards
    const char *statement;
};
const Migration kMigrations[] = {
    {2, "CREATE TABLE lease(deployment INTEGER PRIMARY KEY REFERENCES deployment(key), fence INTEGER NOT NULL,"
        " holder TEXT NOT NULL, since TEXT NOT NULL, beat TEXT NOT NULL, beat_monotonic INTEGER NOT NULL)"},
};

} // namespace

SqliteConnection::~SqliteConnection() {
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &file, const SqliteOptions &options) {
    const Status made = makeFile(file);
    if (!made)
        return made.error();
    std::unique_ptr<SqliteConnection> connection(
        new SqliteConnection(file, QStringLiteral("sluice-state-") + randomHex(8)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyMilliseconds));
        if (!database.open())
            return storageError(database.lastError(), file, StoreWords::tr("open the state"));
    }
    const Status ready = connection->configure(options);
    if (!ready)
        return ready.error();
    return connection;
}

Result<QSqlQuery> SqliteConnection::run(const QString &sql, const QVariantList &values, const QString &doing) {
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    const auto failed = [&]() -> Error {
        m_lockedOut = isLock(query.lastError());
        return storageError(query.lastError(), m_file, doing);
    };
    if (!query.prepare(sql))
        return failed();
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed();
    return query;
}

Status SqliteConnection::configure(const SqliteOptions &options) {
    const Status wal = switchToWal();
    if (!wal)
        return wal;
    QStringList pragmas{QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON")};
    if (options.maxPages > 0)
        pragmas << QStringLiteral("PRAGMA max_page_count=%1").arg(options.maxPages);
    for (const QString &pragma : pragmas)
        if (const auto set = run(pragma, {}, StoreWords::tr("prepare the state")); !set)
            return set.error();
    const Status sound = checkIntegrity();
    return sound ? prepareSchema() : sound;
}

// The switch to WAL does not wait for the busy timeout: two programs that start together can see "database is locked"
// at once. An immediate transaction does wait, so it serves as the pause between the tries.
Status SqliteConnection::switchToWal() {
    Error last;
    for (int tries = 0; tries < 20; ++tries) {
        auto mode = run(QStringLiteral("PRAGMA journal_mode=WAL"), {}, StoreWords::tr("prepare the state"));
        if (mode) {
            if (mode->next() && mode->value(0).toString() == QLatin1String("wal"))
                return Ok{};
            return storageError(StoreWords::tr("its file system does not support write-ahead logging"), m_file,
                                StoreWords::tr("Put the state on a local disk with --state."));
        }
        last = mode.error();
        if (!m_lockedOut)
            return last;
        if (const auto turn = run(QStringLiteral("BEGIN IMMEDIATE"), {}, StoreWords::tr("prepare the state")); !turn)
            return turn.error();
        if (const auto end = run(QStringLiteral("COMMIT"), {}, StoreWords::tr("prepare the state")); !end)
            return end.error();
    }
    return last;
}

Status SqliteConnection::checkIntegrity() {
    auto check = run(QStringLiteral("PRAGMA quick_check(1)"), {}, StoreWords::tr("check the state"));
    if (!check)
        return check.error();
    if (check->next() && check->value(0).toString() == QLatin1String("ok"))
        return Ok{};
    return storageError(StoreWords::tr("it is damaged (%1)").arg(check->value(0).toString()), m_file,
                        StoreWords::tr("Restore it from a backup, or move it away: what it recorded still exists in "
                                       "the cloud, and `sluicectl rebuild` finds it there."));
}

Status SqliteConnection::prepareSchema() {
    const QString doing = StoreWords::tr("prepare the state");
    // One immediate transaction, so that two programs that start together do not both make the tables.
    if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE"), {}, doing); !begun)
        return begun.error();
    const Status outcome = [&]() -> Status {
        auto tables = run(
            QStringLiteral("SELECT count(*), coalesce(sum(name = 'schema'), 0) FROM sqlite_master WHERE type = 'table'"
                           " AND name NOT LIKE 'sqlite_%'"),
            {}, doing);
        if (!tables)
            return tables.error();
        tables->next();
        const int all = tables->value(0).toInt();
        const bool known = tables->value(1).toInt() > 0;
        tables->finish();
        if (known) {
            auto version = run(QStringLiteral("SELECT max(version) FROM schema"), {}, doing);
            if (!version)
                return version.error();
            version->next();
            const int found = version->value(0).toInt();
            version->finish();
            if (found > kSchemaVersion)
                return storageError(
                    StoreWords::tr("it was written by a newer Sluice (state version %1, this program knows %2)")
                        .arg(found)
                        .arg(kSchemaVersion),
                    m_file, StoreWords::tr("Update Sluice, or choose another state with --state."));
            return migrate(found);
        }
        if (all > 0)
            return storageError(StoreWords::tr("it is another program's database"), m_file,
                                StoreWords::tr("Choose another path with --state."));
        for (const char *statement : kSchema)
            if (const auto made = run(QString::fromLatin1(statement), {}, doing); !made)
                return made.error();
        const auto stamped =
            run(QStringLiteral("INSERT INTO schema VALUES(1, ?)"), {QStringLiteral("sluice " SLUICE_VERSION)}, doing);
        return stamped ? migrate(1) : Status(stamped.error());
    }();
    const auto ended = run(outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"), {}, doing);
    if (!outcome)
        return outcome;
    return ended ? Status(Ok{}) : Status(ended.error());
}

Status SqliteConnection::migrate(int from) {
    const QString doing = StoreWords::tr("bring the state to version %1").arg(kSchemaVersion);
    for (const Migration &migration : kMigrations) {
        if (migration.version <= from)
            continue;
        if (const auto done = run(QString::fromLatin1(migration.statement), {}, doing); !done)
            return done.error();
        if (const auto stamped = run(QStringLiteral("INSERT INTO schema VALUES(?, ?)"),
                                     {migration.version, QStringLiteral("sluice " SLUICE_VERSION)}, doing);
            !stamped)
            return stamped.error();
    }
    return Ok{};
}

} // namespace sluice::store
