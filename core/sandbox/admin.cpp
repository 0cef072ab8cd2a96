#include "core/sandbox/admin.h"

#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/shared.h"

namespace sluice::sandbox {

namespace {

Reply from(const Status &status) {
    if (status)
        return {.body = Json::object()};
    return status.error().code == ErrorCode::NotFound ? notFound(status.error().message)
                                                      : unprocessable(status.error().message);
}

} // namespace

void Admin::handle(const ServerRequest &request, std::shared_ptr<Responder> responder) {
    const Reply reply = answer(request);
    responder->send({.status = reply.status, .body = reply.body.is_null() ? QByteArray() : toJsonText(reply.body)});
}

Reply Admin::answer(const ServerRequest &request) {
    const QString what = request.path.section(QLatin1Char('/'), 2);
    const QByteArray &method = request.method;
    if (what == QLatin1String("dial") && method == "GET")
        return dial(request);
    QStringList scopes;
    if (!m_api->authenticate(request, &scopes) || !scopes.isEmpty())
        return fail(401, "unauthorized", QStringLiteral("The sandbox's admin service needs the account's token."));
    const auto parsed = parseJson(request.body.isEmpty() ? QByteArray("{}") : request.body);
    if (!parsed)
        return fail(400, "bad_request", QStringLiteral("The request body is not JSON."));
    const Json &body = *parsed;

    if (method == "GET" && what == QLatin1String("inventory"))
        return inventory();
    if (method == "GET" && what == QLatin1String("requests"))
        return {.body = m_api->log()};
    if (method == "DELETE" && what == QLatin1String("requests")) {
        m_api->clearLog();
        return {.status = 204};
    }
    if (method == "GET" && what == QLatin1String("world"))
        return {.body = m_world->save()};
    if (method == "POST" && what == QLatin1String("clock/advance")) {
        const double seconds = jsonDouble(body, "seconds", -1);
        if (seconds < 0 || seconds > 1e9)
            return unprocessable(QStringLiteral("seconds must be between 0 and 1000000000."));
        m_clock->advance(Clock::Duration(static_cast<qint64>(seconds * 1000)));
        return {.body = {{"elapsed_ms", static_cast<qint64>(m_world->elapsed().count())}}};
    }
    if (method == "POST" && what == QLatin1String("mutate"))
        return mutate(body);
    if (what == QLatin1String("faults")) {
        if (method == "GET")
            return {.body = m_api->faults.toJson()};
        if (method == "DELETE") {
            m_api->faults.clear();
            return {.status = 204};
        }
        if (method == "POST")
            return from(m_api->faults.add(body));
    }
    if (method == "GET" && what == QLatin1String("fabric"))
        return {.body = {{"busy", m_hooks->hosts && m_hooks->hosts->busy()}}};
    if (method == "POST" && what == QLatin1String("vpcs/seed"))
        return seedVpcs(body);
    if (method == "POST" && what == QLatin1String("extras"))
        return addExtra(body);
    if (method == "POST" && what == QLatin1String("tokens")) {
        if (jsonString(body, "token").size() < 8)
            return unprocessable(QStringLiteral("A token has at least 8 characters."));
        m_api->addToken(jsonString(body, "token"), jsonStringList(body, "scopes"));
        return {.status = 201, .body = Json::object()};
    }
    if (method == "POST" && what.startsWith(QLatin1String("droplets/")) && what.endsWith(QLatin1String("/reboot"))) {
        const qint64 id = what.section(QLatin1Char('/'), 1, 1).toLongLong();
        if (!m_world->droplets.contains(id))
            return notFound();
        Q_EMIT m_world->dropletReboot(id);
        return {.status = 202, .body = Json::object()};
    }
    if (method == "POST" && what.startsWith(QLatin1String("droplets/")) && what.endsWith(QLatin1String("/console"))) {
        const qint64 id = what.section(QLatin1Char('/'), 1, 1).toLongLong();
        const auto typed =
            m_hooks->hosts ? m_hooks->hosts->typeOnConsole(id, jsonString(body, "command")) : std::nullopt;
        if (!typed)
            return notFound(QStringLiteral("No droplet %1 runs.").arg(id));
        return {.body = {{"stdout", QString::fromUtf8(typed->out).toStdString()},
                         {"stderr", QString::fromUtf8(typed->err).toStdString()},
                         {"status", typed->status}}};
    }
    return notFound(QStringLiteral("The sandbox has no such admin call."));
}

Reply Admin::dial(const ServerRequest &request) {
    const QString host = request.queryValue(QStringLiteral("host"));
    bool number = false;
    const quint16 port = request.queryValue(QStringLiteral("port")).toUShort(&number);
    if (host.isEmpty() || !number || port == 0)
        return unprocessable(QStringLiteral("host and port must be given."));
    const auto refuse = [](const char *reason, const QString &text) {
        return Reply{.status = 404, .body = {{"error", text.toStdString()}, {"reason", reason}}};
    };
    if (m_hooks->hosts) {
        if (const auto at = m_hooks->hosts->dial(host, port))
            return {.body = {{"host", at->first.toStdString()}, {"port", at->second}}};
        switch (m_hooks->hosts->reason(host, port)) {
        case HostsHook::Unreachable::Filtered:
            return refuse("filtered", QStringLiteral("Packets to %1 port %2 are dropped.").arg(host).arg(port));
        case HostsHook::Unreachable::Refused:
            return refuse("refused", QStringLiteral("%1 refuses port %2.").arg(host).arg(port));
        case HostsHook::Unreachable::NoRoute:
            break;
        }
    }
    return refuse("unreachable", QStringLiteral("Nothing has the address %1.").arg(host));
}

Reply Admin::inventory() const {
    Json all = {{"vpcs", Json::array()},
                {"vpc_nat_gateways", Json::array()},
                {"kubernetes_clusters", Json::array()},
                {"droplets", Json::array()},
                {"firewalls", Json::array()},
                {"ssh_keys", Json::array()},
                {"tags", Json::array()},
                {"load_balancers", Json::array()},
                {"volumes", Json::array()},
                {"volume_snapshots", Json::array()}};
    const auto text = [](const QString &value) { return value.toStdString(); };
    for (const Vpc &vpc : std::as_const(m_world->vpcs))
        all["vpcs"].push_back({{"id", text(vpc.id)}, {"name", text(vpc.name)}, {"region", text(vpc.region)}});
    for (const NatGateway &gateway : std::as_const(m_world->natGateways))
        all["vpc_nat_gateways"].push_back(
            {{"id", text(gateway.id)}, {"name", text(gateway.name)}, {"state", text(gateway.state)}});
    for (const Cluster &cluster : std::as_const(m_world->clusters))
        all["kubernetes_clusters"].push_back(
            {{"id", text(cluster.id)}, {"name", text(cluster.name)}, {"state", text(cluster.state)}});
    for (const Droplet &droplet : std::as_const(m_world->droplets))
        all["droplets"].push_back({{"id", droplet.id},
                                   {"name", text(droplet.name)},
                                   {"status", text(droplet.status)},
                                   {"cluster_id", text(droplet.clusterId)}});
    for (const Firewall &firewall : std::as_const(m_world->firewalls))
        all["firewalls"].push_back({{"id", text(firewall.id)}, {"name", text(firewall.name)}});
    for (const SshKey &key : std::as_const(m_world->sshKeys))
        all["ssh_keys"].push_back({{"id", key.id}, {"name", text(key.name)}, {"fingerprint", text(key.fingerprint)}});
    for (const QString &tag : allTags(*m_world))
        all["tags"].push_back(text(tag));
    for (const Extra &extra : std::as_const(m_world->extras))
        all[text(extra.kind) + "s"].push_back({{"id", text(extra.id)}, {"name", text(extra.name)}});
    return {.body = all};
}

Reply Admin::mutate(const Json &body) {
    const auto id = body.find("id");
    const QString which = id != body.end() && id->is_number_integer()
                              ? QString::number(id->get<qint64>())
                              : jsonString(body, "id", jsonString(body, "name"));
    const Json &set = jsonMember(body, "set");
    if (!set.is_object())
        return unprocessable(QStringLiteral("set must be an object of members and values."));
    return from(m_world->mutate(jsonString(body, "kind"), which, set));
}

Reply Admin::seedVpcs(const Json &body) {
    const QString region = jsonString(body, "region", QStringLiteral("nyc3"));
    if (!regionBySlug(region))
        return unprocessable(QStringLiteral("There is no region %1.").arg(region));
    const qint64 count = jsonInt(body, "count", 1);
    if (count < 1 || count > 60)
        return unprocessable(QStringLiteral("count must be between 1 and 60."));
    Json ids = Json::array();
    for (qint64 i = 0; i < count; ++i) {
        const auto range = freeVpcRange(*m_world, region);
        if (!range)
            return unprocessable(QStringLiteral("No address range is left for a VPC."));
        Vpc &vpc = addVpc(*m_world, QStringLiteral("seed-%1-%2").arg(region).arg(m_world->vpcs.size() + 1), region,
                          *range, QStringLiteral("made by the sandbox"));
        if (!jsonBool(body, "default", vpc.isDefault))
            vpc.isDefault = false;
        ids.push_back(vpc.id.toStdString());
    }
    m_world->changed();
    return {.status = 201, .body = {{"ids", ids}}};
}

Reply Admin::addExtra(const Json &body) {
    Extra extra{.id = m_world->uuid(), .kind = jsonString(body, "kind"), .name = jsonString(body, "name")};
    static const QStringList kinds = {QStringLiteral("load_balancer"), QStringLiteral("volume"),
                                      QStringLiteral("volume_snapshot")};
    if (!kinds.contains(extra.kind))
        return unprocessable(QStringLiteral("kind must be one of %1.").arg(kinds.join(QStringLiteral(", "))));
    extra.clusterId = jsonString(body, "cluster_id");
    extra.vpcId = jsonString(body, "vpc_id");
    extra.createdAt = m_world->clock->now();
    m_world->extras.insert(extra.id, extra);
    m_world->changed();
    return {.status = 201, .body = {{"id", extra.id.toStdString()}}};
}

} // namespace sluice::sandbox
