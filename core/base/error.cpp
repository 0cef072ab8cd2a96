#include "core/base/error.h"

#include <QStringList>

namespace sluice {

QString errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidInput:
        return QStringLiteral("invalid_input");
    case ErrorCode::Unauthenticated:
        return QStringLiteral("unauthenticated");
    case ErrorCode::PermissionDenied:
        return QStringLiteral("permission_denied");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("already_exists");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::QuotaExceeded:
        return QStringLiteral("quota_exceeded");
    case ErrorCode::RateLimited:
        return QStringLiteral("rate_limited");
    case ErrorCode::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorCode::UnknownOutcome:
        return QStringLiteral("unknown_outcome");
    case ErrorCode::DeadlineExceeded:
        return QStringLiteral("deadline_exceeded");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Untrusted:
        return QStringLiteral("untrusted");
    case ErrorCode::Malformed:
        return QStringLiteral("malformed");
    case ErrorCode::Storage:
        return QStringLiteral("storage");
    case ErrorCode::NeedsDecision:
        return QStringLiteral("needs_decision");
    case ErrorCode::Failed:
        return QStringLiteral("failed");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

// What stands in brackets is for support and for programs (the window's log finds the request id in it): not
// translated.
QString Error::toString() const {
    QStringList where;
    if (!resource.isEmpty())
        where << resource;
    if (!path.isEmpty())
        where << path;
    if (httpStatus != 0)
        where << QStringLiteral("HTTP %1").arg(httpStatus);
    if (!requestId.isEmpty())
        where << QStringLiteral("request %1").arg(requestId);
    QString text = message;
    if (!where.isEmpty())
        text += QStringLiteral(" [%1]").arg(where.join(QStringLiteral(", ")));
    if (!remedy.isEmpty())
        text += QStringLiteral(" → %1").arg(remedy);
    return text;
}

} // namespace sluice
