#include "core/store/store.h"

#include "core/base/words.h"
#include "core/store/sqlite_error.h"
#include "core/store/sqlite_store.h"

#include <QDir>
#include <QStandardPaths>

namespace sluice::store {

QString entryKindName(EntryKind kind) {
    switch (kind) {
    case EntryKind::Intent:
        return QStringLiteral("intent");
    case EntryKind::Accepted:
        return QStringLiteral("accepted");
    case EntryKind::Done:
        return QStringLiteral("done");
    case EntryKind::Failed:
        return QStringLiteral("failed");
    case EntryKind::DeleteIntent:
        return QStringLiteral("delete_intent");
    case EntryKind::Deleted:
        return QStringLiteral("deleted");
    case EntryKind::Released:
        return QStringLiteral("released");
    case EntryKind::UserDecision:
        return QStringLiteral("user_decision");
    case EntryKind::RunStarted:
        return QStringLiteral("run_started");
    case EntryKind::RunEnded:
        return QStringLiteral("run_ended");
    }
    return {};
}

Result<std::shared_ptr<Store>> openStore(const QString &location) {
    if (location.startsWith(QLatin1String("postgresql:")) || location.startsWith(QLatin1String("postgres:")))
        return Error{.code = ErrorCode::InvalidInput,
                     .message = StoreWords::tr("This build keeps its state in SQLite only"),
                     .resource = QStringLiteral("--state"),
                     .remedy = StoreWords::tr("Use --state sqlite:PATH.")};
    QString file = location.startsWith(QLatin1String("sqlite:")) ? location.mid(7) : location;
    if (file.startsWith(QLatin1String("~/")))
        file = QDir::homePath() + file.mid(1);
    if (file.isEmpty())
        return Error{.code = ErrorCode::InvalidInput,
                     .message = StoreWords::tr("The state's location is empty"),
                     .resource = QStringLiteral("--state"),
                     .remedy = StoreWords::tr("Use --state sqlite:PATH.")};
    return SqliteStore::open(QDir::cleanPath(QDir::current().absoluteFilePath(file)));
}

QString defaultStateLocation() {
    const QString chosen = qEnvironmentVariable("SLUICE_STATE");
    if (!chosen.isEmpty())
        return chosen;
    return QStringLiteral("sqlite:") + QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/sluice/state.db");
}

} // namespace sluice::store
