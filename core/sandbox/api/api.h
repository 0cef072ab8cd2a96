#pragma once

#include "core/sandbox/api/call.h"
#include "core/sandbox/api/rate_limit.h"
#include "core/sandbox/faults.h"

#include <QUrl>

namespace sluice::sandbox {

/// Answers the public API: authentication, scopes, rate limit, faults, then the resource's rules. Keeps the request
/// log. Switches: rate_limit=off; vpc, nat_gateway, ... outcomes as named in the resource files.
class Api {
public:
    Api(World *world, Hooks *hooks, const QString &token);

    void handle(const ServerRequest &request, std::shared_ptr<Responder> responder);
    /// Further tokens that may do only what their scopes say ("vpc:read"); none = everything.
    void addToken(const QString &token, const QStringList &scopes) { m_tokens.insert(token, scopes); }
    /// The token of the Authorization header is one of ours; `*scopes` are its.
    bool authenticate(const ServerRequest &request, QStringList *scopes, QString *token = nullptr) const;
    void setDialUrl(const QUrl &url) { m_dial = url; }

    Faults faults;
    /// {"requests": [...]}: time, method, path, status, request id, fault and the body without user data.
    Json log() const;
    void clearLog() { m_log.clear(); }
    void setLogLimit(qsizetype limit) { m_logLimit = limit; }

private:
    struct Exchange {
        std::shared_ptr<Responder> responder;
        QByteArray requestId;
        qsizetype logged;
        QList<QPair<QByteArray, QByteArray>> headers;
    };
    Reply route(const ServerRequest &request, const QStringList &scopes);
    Reply refuse(const ServerRequest &request, const FaultRule &rule);
    ServerReply finished(const Exchange &exchange, const Reply &reply);
    void deliver(const ServerRequest &request, const Exchange &exchange, Reply reply,
                 const std::optional<FaultRule> &fault);
    bool limit(const QString &token, const ServerRequest &request, Exchange *exchange, Reply *refused);

    World *m_world;
    Hooks *m_hooks;
    Router m_router;
    RateLimit m_rateLimit;
    QMap<QString, QStringList> m_tokens;
    QUrl m_dial;
    QList<Json> m_log;
    qsizetype m_logLimit = 20000;
    qsizetype m_dropped = 0; ///< log entries that made room
    QMap<QString, Json> m_lastLists;
    QList<std::shared_ptr<Responder>> m_silent; ///< requests that a fault leaves without an answer
};

} // namespace sluice::sandbox
