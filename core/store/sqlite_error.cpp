#include "core/store/sqlite_error.h"

#include "core/base/words.h"

namespace sluice::store {

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); the low byte of an extended code.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15, ///< of the locks between processes
    Constraint = 19,
    NotADatabase = 26
};

struct Explanation {
    QString reason;
    QString remedy;
};

Explanation explain(int code, const QString &text) {
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return {StoreWords::tr("another program holds a lock on it"),
                StoreWords::tr("Close the other Sluice that uses this state and try again.")};
    case ReadOnly:
        return {StoreWords::tr("it is read-only"),
                StoreWords::tr(
                    "Make the file and its folder writable for your user, or choose another place with --state.")};
    case IoError:
        return {StoreWords::tr("the disk answered with an error (%1)").arg(text),
                StoreWords::tr("Check the disk and the folder's permissions, then resume.")};
    case Corrupt:
        return {StoreWords::tr("it is damaged (%1)").arg(text),
                StoreWords::tr("Restore it from a backup, or move it away: what it recorded still exists in the cloud, "
                               "and `sluicectl rebuild` finds it there.")};
    case NotADatabase:
        return {StoreWords::tr("it is not a Sluice state file"), StoreWords::tr("Choose another path with --state.")};
    case Full:
        return {StoreWords::tr("the disk is full"), StoreWords::tr("Free some space, then resume: nothing was lost.")};
    case CannotOpen:
        return {StoreWords::tr("it cannot be opened or created"),
                StoreWords::tr("Check that the folder exists and is writable, or choose another place with --state.")};
    default:
        return {text, StoreWords::tr("Check the state file, then resume.")};
    }
}

} // namespace

Error storageError(const QSqlError &failure, const QString &file, const QString &doing) {
    const int code = failure.nativeErrorCode().toInt();
    const Explanation why = explain(code, failure.databaseText());
    return {.code = (code & 0xff) == Constraint ? ErrorCode::AlreadyExists : ErrorCode::Storage,
            .message = StoreWords::tr("Cannot %1 in %2: %3").arg(doing, file, why.reason),
            .path = file,
            .remedy = why.remedy};
}

bool isLock(const QSqlError &failure) {
    const int code = failure.nativeErrorCode().toInt() & 0xff;
    return code == Busy || code == Locked || code == Protocol;
}

Error storageError(const QString &reason, const QString &file, const QString &remedy) {
    return {.code = ErrorCode::Storage,
            .message = StoreWords::tr("Cannot use %1: %2").arg(file, reason),
            .path = file,
            .remedy = remedy};
}

} // namespace sluice::store
