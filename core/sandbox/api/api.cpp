#include "core/sandbox/api/api.h"

namespace sluice::sandbox {

namespace {

/// Faults that keep the call from taking effect.
bool isBefore(const QString &fault) {
    bool number = false;
    fault.toInt(&number);
    return number || fault == QLatin1String("429_no_retry_after") || fault == QLatin1String("503_html") ||
           fault == QLatin1String("timeout") || fault == QLatin1String("reset_before");
}

Json withoutSecrets(const QByteArray &body) {
    auto json = parseJson(body);
    if (!json || !json->is_object())
        return nullptr;
    if (json->contains("user_data"))
        (*json)["user_data"] =
            QStringLiteral("[%1 characters]").arg(jsonString(*json, "user_data").size()).toStdString();
    return *json;
}

Json withWrongTypes(const Json &value) {
    if (value.is_object()) {
        Json changed = Json::object();
        for (const auto &[key, member] : value.items())
            changed[key] = withWrongTypes(member);
        return changed;
    }
    if (value.is_array())
        return value.empty() ? Json("none") : Json{{"0", withWrongTypes(value[0])}};
    return value.is_string() ? Json(42) : Json("wrong");
}

void dropIds(Json &value) {
    if (value.is_object()) {
        value.erase("id");
        for (auto &[key, member] : value.items())
            dropIds(member);
    }
}

} // namespace

Api::Api(World *world, Hooks *hooks, const QString &token)
    : m_world(world)
    , m_hooks(hooks) {
    m_tokens.insert(token, {});
    installAccount(m_router);
    installProjects(m_router);
    installVpcs(m_router, *world);
    installNatGateways(m_router, *world);
    installClusters(m_router, *world, *hooks);
    installNodePools(m_router, *world);
    installDroplets(m_router, *world);
    installFirewalls(m_router, *world);
    installTags(m_router);
}

bool Api::authenticate(const ServerRequest &request, QStringList *scopes, QString *token) const {
    const QString header = QString::fromUtf8(request.header("authorization"));
    if (!header.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive))
        return false;
    const QString given = header.mid(7).trimmed();
    const auto found = m_tokens.constFind(given);
    if (found == m_tokens.constEnd())
        return false;
    *scopes = *found;
    if (token)
        *token = given;
    return true;
}

void Api::handle(const ServerRequest &request, std::shared_ptr<Responder> responder) {
    m_silent.removeIf([](const auto &waiting) { return !waiting->isOpen(); });
    Exchange exchange{
        .responder = std::move(responder), .requestId = m_world->uuid().toLatin1(), .logged = m_dropped + m_log.size()};
    m_log.append(Json{{"time", m_world->clock->now().toString(Qt::ISODateWithMs).toStdString()},
                      {"elapsed_ms", static_cast<qint64>(m_world->elapsed().count())},
                      {"method", request.method.toStdString()},
                      {"path", request.path.toStdString()},
                      {"target", request.target.toStdString()},
                      {"status", 0},
                      {"request_id", exchange.requestId.toStdString()},
                      {"body", withoutSecrets(request.body)}});
    if (m_log.size() > m_logLimit) {
        m_log.removeFirst();
        ++m_dropped;
    }
    QStringList scopes;
    QString token;
    Reply reply;
    if (!authenticate(request, &scopes, &token)) {
        // The document gives these headers to a 401 too; nothing is counted for a token that does not exist.
        const QByteArray now = QByteArray::number(m_world->clock->now().toSecsSinceEpoch());
        exchange.headers.append(
            {{"ratelimit-limit", "5000"}, {"ratelimit-remaining", "5000"}, {"ratelimit-reset", now}});
        deliver(request, exchange, fail(401, "unauthorized", QStringLiteral("Unable to authenticate you")),
                std::nullopt);
        return;
    }
    if (!limit(token, request, &exchange, &reply)) {
        deliver(request, exchange, reply, std::nullopt);
        return;
    }
    const auto fault = faults.next(request.method, request.path, [this] { return m_world->random(1000000) / 1e6; });
    if (fault)
        m_log.last()["fault"] = fault->fault.toStdString();
    if (fault && isBefore(fault->fault)) {
        if (fault->fault == QLatin1String("timeout"))
            return m_silent.append(exchange.responder);
        if (fault->fault == QLatin1String("reset_before"))
            return exchange.responder->reset();
        reply = refuse(request, *fault);
        if (fault->fault == QLatin1String("429"))
            exchange.headers.append({"retry-after", QByteArray::number(static_cast<int>(fault->seconds))});
        return deliver(request, exchange, reply, std::nullopt);
    }
    reply = route(request, scopes);
    if (request.method != "GET" && request.method != "HEAD")
        m_world->changed();
    deliver(request, exchange, reply, fault);
}

bool Api::limit(const QString &token, const ServerRequest &request, Exchange *exchange, Reply *refused) {
    if (m_world->switches.value(QStringLiteral("rate_limit")) == QLatin1String("off"))
        return true;
    const bool keyList = request.method == "GET" && request.path == QLatin1String("/v2/account/keys");
    const auto verdict = m_rateLimit.take(token, m_world->elapsed(), keyList);
    const auto seconds = [](Clock::Duration d) { return (d.count() + 999) / 1000; };
    exchange->headers.append({"ratelimit-limit", QByteArray::number(verdict.limit)});
    exchange->headers.append({"ratelimit-remaining", QByteArray::number(verdict.remaining)});
    exchange->headers.append(
        {"ratelimit-reset", QByteArray::number(m_world->clock->now().toSecsSinceEpoch() + seconds(verdict.reset))});
    if (verdict.allowed)
        return true;
    if (verdict.retryAfter.count() >= 0)
        exchange->headers.append({"retry-after", QByteArray::number(seconds(verdict.retryAfter))});
    *refused = fail(429, "too_many_requests", QStringLiteral("API rate limit exceeded."));
    return false;
}

Reply Api::refuse(const ServerRequest &request, const FaultRule &rule) {
    Q_UNUSED(request);
    if (rule.fault == QLatin1String("503_html"))
        return {.status = 503,
                .raw = "<html><body><h1>503 Service Unavailable</h1>No server is available.</body></html>",
                .rawType = "text/html"};
    const int status = rule.fault.left(3).toInt();
    switch (status) {
    case 401:
        return fail(401, "unauthorized", QStringLiteral("Unable to authenticate you"));
    case 403:
        return fail(403, "forbidden", QStringLiteral("You are not authorized to perform this operation"));
    case 404:
        return notFound();
    case 409:
        return conflict(QStringLiteral("The resource is busy."));
    case 422:
        return unprocessable(QStringLiteral("The request was refused."));
    case 429:
        return fail(429, "too_many_requests", QStringLiteral("API rate limit exceeded."));
    case 503:
        return fail(503, "service_unavailable", QStringLiteral("Service is temporarily unavailable"));
    default:
        return fail(status, status >= 500 ? "server_error" : "bad_request",
                    QStringLiteral("Server was unable to give you a response."));
    }
}

Reply Api::route(const ServerRequest &request, const QStringList &scopes) {
    const Router::Match match = m_router.find(request.method, request.path);
    if (!match.handler)
        return match.pathKnown ? fail(405, "method_not_allowed", QStringLiteral("This method is not allowed here."))
                               : notFound();
    const bool writes = request.method != "GET" && request.method != "HEAD";
    if (!scopes.isEmpty() && !scopes.contains(match.scope))
        return fail(403, "forbidden", QStringLiteral("You are not authorized to perform this operation"));
    if (writes && jsonString(m_world->account, "status") == QLatin1String("locked"))
        return fail(403, "forbidden", QStringLiteral("Your account is locked."));
    Json body = Json::object();
    if (!request.body.trimmed().isEmpty()) {
        auto parsed = parseJson(request.body);
        if (!parsed || !parsed->is_object())
            return fail(400, "bad_request", QStringLiteral("The request body is not a JSON object."));
        body = std::move(*parsed);
    }
    Call call{*m_world, *m_hooks, request, match.args, std::move(body), scopes};
    return (*match.handler)(call);
}

ServerReply Api::finished(const Exchange &exchange, const Reply &reply) {
    ServerReply out{.status = reply.status, .headers = exchange.headers};
    if (!reply.raw.isNull()) {
        out.body = reply.raw;
        out.contentType = reply.rawType;
    } else if (!reply.body.is_null()) {
        Json body = reply.body;
        if (reply.status >= 400)
            body["request_id"] = exchange.requestId.toStdString();
        out.body = toJsonText(body);
    }
    out.headers.append({"x-request-id", exchange.requestId});
    if (!m_dial.isEmpty())
        out.headers.append({"x-sluice-dial", m_dial.toEncoded()});
    const qsizetype at = exchange.logged - m_dropped;
    if (at >= 0 && at < m_log.size())
        m_log[at]["status"] = reply.status;
    return out;
}

void Api::deliver(const ServerRequest &request, const Exchange &exchange, Reply reply,
                  const std::optional<FaultRule> &fault) {
    const QString kind = fault ? fault->fault : QString();
    if (request.method == "GET" && reply.status == 200 && reply.body.is_object() && reply.body.contains("meta")) {
        const QString key = QString::fromLatin1(request.target);
        const Json fresh = reply.body;
        if (kind == QLatin1String("stale_list")) {
            Json nothing = fresh;
            for (auto &[name, member] : nothing.items()) {
                if (member.is_array())
                    member = Json::array();
            }
            nothing["meta"]["total"] = 0;
            reply.body = m_lastLists.value(key, nothing);
        }
        m_lastLists.insert(key, fresh);
    }
    if (kind == QLatin1String("500_but_created"))
        reply = fail(500, "server_error", QStringLiteral("Server was unable to give you a response."));
    else if (kind == QLatin1String("502_but_created"))
        reply = {.status = 502, .raw = "<html><body><h1>502 Bad Gateway</h1></body></html>", .rawType = "text/html"};
    else if (kind == QLatin1String("wrong_types"))
        reply.body = withWrongTypes(reply.body);
    else if (kind == QLatin1String("hide_ids")) {
        for (auto &[key, member] : reply.body.items())
            dropIds(member);
    } else if (kind == QLatin1String("slow"))
        reply.delay += Clock::Duration(static_cast<qint64>(fault->seconds * 1000));

    ServerReply out = finished(exchange, reply);
    if (kind == QLatin1String("timeout_but_created"))
        return m_silent.append(exchange.responder);
    if (kind == QLatin1String("reset"))
        return exchange.responder->reset();
    if (kind == QLatin1String("truncated"))
        return exchange.responder->sendTruncated(out, static_cast<int>(out.body.size() / 2));
    if (kind == QLatin1String("malformed"))
        out.body = out.body.left(out.body.size() / 2) + "\"}{";
    if (kind == QLatin1String("empty_body"))
        out.body.clear();
    if (kind == QLatin1String("huge_body"))
        out.body = "{\"pad\":\"" + QByteArray(20 * 1024 * 1024, 'x') + "\"}";
    if (kind == QLatin1String("slow_body")) {
        const auto real = m_world->clock->real(Clock::Duration(static_cast<qint64>(fault->seconds * 1000)));
        return exchange.responder->drip(out,
                                        static_cast<int>(std::max<qint64>(1, out.body.size() * 1000 / real.count())));
    }
    if (reply.delay <= Clock::Duration::zero())
        return exchange.responder->send(out);
    m_world->clock->after(reply.delay, m_world, [responder = exchange.responder, out] { responder->send(out); });
}

Json Api::log() const {
    Json list = Json::array();
    for (const Json &entry : m_log)
        list.push_back(entry);
    return {{"requests", list}, {"dropped", m_dropped}};
}

} // namespace sluice::sandbox
