#pragma once

#include "core/base/error.h"

#include <QSqlError>

namespace sluice::store {

/// Translates a failed SQLite call on `file` into ErrorCode::Storage with the reason (disk full, read-only, corrupt,
/// locked, not a database) and what to do about it. A violated constraint becomes AlreadyExists. `doing` is "write the
/// journal".
Error storageError(const QSqlError &failure, const QString &file, const QString &doing);
/// Somebody else's lock was in the way: another try may succeed.
bool isLock(const QSqlError &failure);
/// The same for a reason that SQLite did not give.
Error storageError(const QString &reason, const QString &file, const QString &remedy);

} // namespace sluice::store
