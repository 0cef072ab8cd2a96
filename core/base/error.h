#pragma once

#include <QString>

namespace sluice {

/// What kind of failure, by what the caller should do about it. Each comment says when to use the code and whether to
/// retry.
enum class ErrorCode {
    InvalidInput,     ///< The user's input is wrong. Never retry; show the field and the reason. Exit code 2.
    Unauthenticated,  ///< Token missing, wrong or revoked (HTTP 401). Never retry; ask for another token.
    PermissionDenied, ///< Token lacks a scope or the account is locked (HTTP 403). Never retry; name the scope.
    NotFound,         ///< The object is not there (HTTP 404). On delete this is success.
    AlreadyExists,    ///< Something with this name exists. Look it up; adopt it only if it is ours.
    Conflict,         ///< The object's state forbids the call now (HTTP 409). Retry later when the state can change.
    QuotaExceeded,    ///< An account limit. Never retry; the user raises the limit or deletes something.
    RateLimited,      ///< HTTP 429. Retry after the server's delay.
    Unavailable,      ///< Connection refused or lost, 5xx. Retry only where repeating is safe.
    UnknownOutcome,   ///< A create may or may not have happened. Never repeat: look for the object first.
    DeadlineExceeded, ///< We stopped waiting. The operation may still finish: resume later.
    Cancelled,        ///< The user asked to stop.
    Untrusted,        ///< TLS or host-key verification failed. Never retry, never bypass.
    Malformed,        ///< A reply or a file does not say what it must (truncated JSON, wrong types).
    Storage,          ///< Our own state cannot be read or written (disk full, read-only, corrupt, locked).
    NeedsDecision,    ///< Only the user can decide (foreign objects, several candidates). Exit code 5.
    Failed,           ///< The platform reports a permanent failure (state ERROR, errored action).
    Internal          ///< A defect of ours.
};

/// The code's stable name, as in the JSON output: "invalid_input", "unauthenticated", ...
QString errorCodeName(ErrorCode code);

/// One failure, complete enough to act on. `message` says what happened, `remedy` what the user can do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString resource; ///< Which of our resources, e.g. "nat_gateway"; or the field of a blueprint, e.g. "vpc_cidr".
    QString path;     ///< API path or file, e.g. "POST /v2/vpcs".
    int httpStatus = 0;
    QString requestId; ///< The platform's x-request-id; support asks for it.
    QString remedy;
    int retryAfterSeconds = -1; ///< From retry-after; -1 when the server gave none.
    bool outOfDate = false; ///< Untrusted because a certificate has expired or is not valid yet: whose clock is wrong?

    bool operator==(const Error &) const = default;
    /// One line for logs and the command line: message, where, request id, remedy.
    QString toString() const;
};

} // namespace sluice
