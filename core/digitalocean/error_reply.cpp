#include "core/base/words.h"
#include "core/digitalocean/api.h"
#include "core/http/retry_policy.h"

namespace sluice::digitalocean {

namespace {

struct Said {
    QString id, text, requestId;
};

/// Both shapes: {"id","message","request_id"} and {"error","messages","root_causes"}. HTML and garbage say nothing.
Said wordsOf(const QByteArray &body) {
    const Result<Json> json = parseJson(body);
    if (!json || !json->is_object())
        return {};
    Said said{.id = jsonString(*json, "id"),
              .text = jsonString(*json, "message"),
              .requestId = jsonString(*json, "request_id")};
    if (said.text.isEmpty()) {
        QStringList texts = jsonStringList(*json, "messages");
        const QString error = jsonString(*json, "error");
        if (!error.isEmpty() && !texts.contains(error))
            texts.prepend(error);
        said.text = texts.join(QStringLiteral("; "));
    }
    said.text = said.text.simplified().left(500);
    return said;
}

bool names(const QString &text, const char *words) {
    return text.contains(QLatin1String(words), Qt::CaseInsensitive);
}

bool isQuota(const QString &text) {
    return names(text, "limit") || names(text, "quota") || names(text, "capacity exceeded");
}

QString listed(const QStringList &scopes) {
    QString text = scopes.first();
    for (const QString &scope : scopes.mid(1))
        text = CloudWords::tr("%1 and %2").arg(text, scope);
    return text;
}

void refuse(Error &error, ErrorCode code, const QString &what, const QString &remedy) {
    error.code = code;
    error.message = what;
    error.remedy = remedy;
}

void forbidden(Error &error, const QByteArray &method, const QString &path, const Said &said) {
    if (isQuota(said.text))
        return refuse(error, ErrorCode::QuotaExceeded, CloudWords::tr("The account's limit is reached"),
                      CloudWords::tr("Delete what is not needed or ask DigitalOcean to raise the limit."));
    if (names(said.text, "locked"))
        return refuse(error, ErrorCode::PermissionDenied, CloudWords::tr("The account is locked"),
                      CloudWords::tr("Open the control panel: DigitalOcean says there what it needs from you."));
    if (method == "DELETE" && (names(said.text, "member") || names(said.text, "default")))
        return refuse(error, ErrorCode::Conflict, CloudWords::tr("It cannot be deleted now"),
                      CloudWords::tr("Remove what is still in it, then try again; a region's default VPC stays."));
    const QStringList scopes = scopesFor(method, path);
    refuse(error, ErrorCode::PermissionDenied, CloudWords::tr("The token may not do this"),
           scopes.isEmpty() ? CloudWords::tr("Give the token more scopes, or use another token.")
                            : CloudWords::tr("The token needs the scope %1. Add it to the token, or use another token.")
                                  .arg(listed(scopes)));
}

void unprocessable(Error &error, const Said &said) {
    if (isQuota(said.text) && !names(said.text, "rate limit"))
        return refuse(error, ErrorCode::QuotaExceeded, CloudWords::tr("The account's limit is reached"),
                      CloudWords::tr("Delete what is not needed or ask DigitalOcean to raise the limit."));
    if (names(said.text, "already in use") || names(said.text, "already exists") || names(said.text, "duplicate"))
        return refuse(error, ErrorCode::AlreadyExists, CloudWords::tr("It exists already"),
                      CloudWords::tr("Use the existing one or choose another name."));
    refuse(error, ErrorCode::InvalidInput, CloudWords::tr("DigitalOcean refused the values"),
           CloudWords::tr("Change the value that the message names."));
}

void conflict(Error &error, const QByteArray &method, const Said &said) {
    if (method == "POST" && (names(said.text, "exist") || names(said.text, "duplicate") || names(said.text, "already")))
        return refuse(error, ErrorCode::AlreadyExists, CloudWords::tr("It exists already"),
                      CloudWords::tr("Use the existing one or choose another name."));
    refuse(error, ErrorCode::Conflict, CloudWords::tr("The object's state does not allow this now"),
           CloudWords::tr("Wait until pending changes are done and try again."));
}

} // namespace

Error errorFromReply(const QByteArray &method, const QString &path, const HttpResponse &reply) {
    const Said said = wordsOf(reply.body);
    Error error{.path = QString::fromLatin1(method) + QLatin1Char(' ') + path.section(QLatin1Char('?'), 0, 0),
                .httpStatus = reply.status,
                .requestId = reply.requestId.isEmpty() ? said.requestId : reply.requestId,
                .retryAfterSeconds = retryAfterOf(reply)};
    switch (reply.status) {
    case 401:
        refuse(error, ErrorCode::Unauthenticated, CloudWords::tr("DigitalOcean does not accept the token"),
               CloudWords::tr("The token is wrong, expired or revoked. Enter another one."));
        break;
    case 402:
    case 403:
        forbidden(error, method, path, said);
        break;
    case 404:
    case 410:
        refuse(error, ErrorCode::NotFound, CloudWords::tr("The object does not exist"),
               method == "POST"
                   ? CloudWords::tr("Something that the request names is gone. Look at the plan again.")
                   : CloudWords::tr("Try again. If it stays so, it was deleted elsewhere (status shows what "
                                    "else is gone), or the API address is not DigitalOcean's."));
        break;
    case 409:
        conflict(error, method, said);
        break;
    case 412:
    case 423:
        refuse(error, ErrorCode::Conflict, CloudWords::tr("The object's state does not allow this now"),
               CloudWords::tr("Wait until pending changes are done and try again."));
        break;
    case 400:
    case 422:
        unprocessable(error, said);
        break;
    case 429:
        refuse(error, ErrorCode::RateLimited, CloudWords::tr("DigitalOcean limits the rate of requests for this token"),
               error.retryAfterSeconds >= 0
                   ? CloudWords::tr("Try again in %1 seconds.").arg(error.retryAfterSeconds)
                   : CloudWords::tr("Wait some minutes; other programs may use the same token."));
        break;
    default:
        if (reply.status >= 500 && method == "POST") {
            // A gateway may answer 502 for a request that was carried out behind it.
            refuse(error, ErrorCode::UnknownOutcome,
                   CloudWords::tr("DigitalOcean has a problem; the request may have been carried out"),
                   CloudWords::tr("Look whether the object exists before creating it again."));
        } else if (reply.status >= 500) {
            refuse(error, ErrorCode::Unavailable, CloudWords::tr("DigitalOcean has a problem"),
                   CloudWords::tr("Try again later; see status.digitalocean.com."));
        } else if (reply.status >= 400) {
            refuse(error, ErrorCode::Failed, CloudWords::tr("DigitalOcean refused the request"),
                   CloudWords::tr("Change what the message names; its request id helps DigitalOcean's support."));
        } else {
            refuse(error, ErrorCode::Malformed, CloudWords::tr("The server gave an answer that is not the API's"),
                   CloudWords::tr("Check the API address in the settings."));
        }
    }
    error.message += said.text.isEmpty() ? QStringLiteral(".") : QStringLiteral(": %1").arg(said.text);
    return error;
}

} // namespace sluice::digitalocean
