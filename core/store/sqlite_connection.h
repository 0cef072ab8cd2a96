#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <memory>

namespace sluice::store {

struct SqliteOptions {
    int busyMilliseconds = 5000; ///< how long a call waits for another process's lock
    int maxPages = 0;            ///< 0 = unlimited; a test's way to a full disk
};

/// The highest schema this program writes and understands.
inline constexpr int kSchemaVersion = 2;

/// One named QSqlDatabase connection to a state file, closed and unregistered at the end. Thread-affine.
class SqliteConnection {
public:
    /// Makes folder (0700) and file (0600) when absent, switches to WAL with synchronous=FULL, checks the file's
    /// integrity and its schema, makes the tables. Storage on every failure.
    static Result<std::unique_ptr<SqliteConnection>> open(const QString &file, const SqliteOptions &options);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    const QString &file() const { return m_file; }
    /// Runs one statement with positional values; `doing` completes "Cannot ... in FILE".
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values, const QString &doing);

private:
    SqliteConnection(QString file, QString name)
        : m_file(std::move(file))
        , m_name(std::move(name)) {}
    Status configure(const SqliteOptions &options);
    Status switchToWal();
    Status checkIntegrity();
    Status prepareSchema();
    /// Inside prepareSchema's transaction: all or nothing.
    Status migrate(int from);

    QString m_file;
    QString m_name;
    bool m_lockedOut = false; ///< the last failure was a lock of somebody else
};

} // namespace sluice::store
