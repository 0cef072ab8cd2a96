#include "core/kubernetes/reply.h"

#include "core/base/words.h"

namespace sluice::kubernetes {

namespace {

QString whereOf(const HttpRequest &request) {
    return QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path.section(QLatin1Char('?'), 0, 0);
}

ErrorCode codeOf(int status, const QString &reason, const QByteArray &method) {
    switch (status) {
    case 400:
    case 422:
        return ErrorCode::InvalidInput;
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 409:
        return reason == QLatin1String("AlreadyExists") ? ErrorCode::AlreadyExists : ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return method == "POST" ? ErrorCode::UnknownOutcome : ErrorCode::Unavailable;
    return status >= 400 ? ErrorCode::Failed : ErrorCode::Malformed;
}

QString remedyOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Unauthenticated:
        return KubernetesWords::tr(
            "Right after a cluster starts this passes by itself; otherwise fetch its credentials again.");
    case ErrorCode::PermissionDenied:
        return KubernetesWords::tr("The cluster's user may not do this; check the cluster's role bindings.");
    case ErrorCode::Unavailable:
    case ErrorCode::RateLimited:
        return KubernetesWords::tr("Try again in a minute.");
    default:
        return {};
    }
}

} // namespace

Error errorFromReply(const HttpRequest &request, const HttpResponse &reply) {
    const Result<Json> json = parseJson(reply.body);
    const bool isStatus = json && jsonString(*json, "kind") == QLatin1String("Status");
    const QString reason = isStatus ? jsonString(*json, "reason") : QString();
    const QString said = isStatus ? jsonString(*json, "message").simplified().left(500) : QString();
    const ErrorCode code = codeOf(reply.status, reason, request.method);
    QString message = KubernetesWords::tr("The cluster's API answered with HTTP status %1").arg(reply.status);
    if (!reason.isEmpty())
        message += QStringLiteral(" (%1)").arg(reason);
    message += said.isEmpty() ? QStringLiteral(".") : QStringLiteral(": %1").arg(said);
    return {.code = code,
            .message = message,
            .path = whereOf(request),
            .httpStatus = reply.status,
            .requestId = reply.requestId,
            .remedy = remedyOf(code),
            .retryAfterSeconds =
                isStatus ? static_cast<int>(jsonInt(jsonMember(*json, "details"), "retryAfterSeconds", -1)) : -1};
}

Result<Json> readReply(const HttpRequest &request, const Result<HttpResponse> &reply) {
    if (!reply) {
        Error error = reply.error();
        error.path = whereOf(request);
        return error;
    }
    if (reply->status < 200 || reply->status >= 300)
        return errorFromReply(request, *reply);
    Result<Json> json = parseJson(reply->body);
    if (json && json->is_object())
        return json;
    return Error{.code = request.method == "POST" ? ErrorCode::UnknownOutcome : ErrorCode::Malformed,
                 .message = KubernetesWords::tr("The cluster's answer cannot be read."),
                 .path = whereOf(request),
                 .httpStatus = reply->status,
                 .remedy = KubernetesWords::tr("Try again.")};
}

} // namespace sluice::kubernetes
