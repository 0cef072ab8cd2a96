#include "core/sandbox/api/call.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

constexpr qsizetype kMostRules = 50, kMostDroplets = 10, kMostTags = 5;

QSet<qint64> attached(const World &world, const Firewall &firewall) {
    QSet<qint64> ids(firewall.dropletIds.begin(), firewall.dropletIds.end());
    for (const QString &tag : firewall.tags) {
        for (const qint64 id : world.dropletsTagged(tag))
            ids.insert(id);
    }
    return ids;
}

Json rulesJson(const QList<Rule> &rules, const char *peers) {
    Json list = Json::array();
    for (const Rule &rule : rules) {
        list.push_back(
            {{"protocol", rule.protocol.toStdString()}, {"ports", rule.ports.toStdString()}, {peers, rule.peers}});
    }
    return list;
}

Json toJson(const World &world, const Firewall &firewall) {
    Json pending = Json::array();
    QList<qint64> ids = firewall.dropletIds;
    if (firewall.status == QLatin1String("waiting")) {
        for (const qint64 id : attached(world, firewall))
            pending.push_back({{"droplet_id", id}, {"removing", false}, {"status", "waiting"}});
    }
    Json droplets = Json::array();
    for (const qint64 id : std::as_const(ids))
        droplets.push_back(id);
    return {{"id", firewall.id.toStdString()},
            {"name", firewall.name.toStdString()},
            {"status", firewall.status.toStdString()},
            {"inbound_rules", rulesJson(firewall.inbound, "sources")},
            {"outbound_rules", rulesJson(firewall.outbound, "destinations")},
            {"created_at", iso(firewall.createdAt).toStdString()},
            {"droplet_ids", droplets},
            {"tags", sluice::toJson(firewall.tags)},
            {"pending_changes", pending}};
}

/// "" when it is no port specification. "all" and icmp become "0", as the platform writes them.
QString normalPorts(const QString &protocol, const QString &ports) {
    if (protocol == QLatin1String("icmp") || ports == QLatin1String("all") || ports == QLatin1String("0"))
        return QStringLiteral("0");
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})(?:-(\\d{1,5}))?$"));
    const auto match = pattern.match(ports);
    const int from = match.captured(1).toInt();
    const int to = match.captured(2).isEmpty() ? from : match.captured(2).toInt();
    return match.hasMatch() && from >= 1 && to >= from && to <= 65535 ? ports : QString();
}

QString checkTags(const World &world, const QStringList &tags) {
    const QStringList known = allTags(world);
    for (const QString &tag : tags) {
        if (!known.contains(tag))
            return QStringLiteral("tag \"%1\" does not exist").arg(tag);
    }
    return {};
}

QString readRules(const World &world, const Json &body, const char *key, const char *peers, QList<Rule> *rules) {
    const auto it = body.find(key);
    if (it == body.end() || it->is_null())
        return {};
    if (!it->is_array())
        return QStringLiteral("%1 must be a list").arg(QString::fromLatin1(key));
    for (const Json &item : *it) {
        Rule rule{.protocol = jsonString(item, "protocol")};
        if (rule.protocol != QLatin1String("tcp") && rule.protocol != QLatin1String("udp") &&
            rule.protocol != QLatin1String("icmp"))
            return QStringLiteral("protocol must be tcp, udp or icmp");
        rule.ports = normalPorts(rule.protocol, jsonString(item, "ports"));
        if (rule.ports.isEmpty())
            return QStringLiteral("ports \"%1\" are not valid").arg(jsonString(item, "ports"));
        rule.peers = jsonMember(item, peers);
        if (!rule.peers.is_object() || rule.peers.empty())
            return QStringLiteral("%1 must be given").arg(QString::fromLatin1(peers));
        for (const QString &address : jsonStringList(rule.peers, "addresses")) {
            if (address.contains(QLatin1Char(':')))
                continue; // IPv6: kept as text
            const auto cidr =
                Cidr::parse(address.contains(QLatin1Char('/')) ? address : address + QStringLiteral("/32"));
            if (!cidr)
                return QStringLiteral("address \"%1\" is not valid").arg(address);
            rule.addresses << *cidr;
        }
        if (const QString problem = checkTags(world, jsonStringList(rule.peers, "tags")); !problem.isEmpty())
            return problem;
        *rules << rule;
    }
    return {};
}

/// Fills the firewall from a create or replace body; the problem's text, or nothing.
QString readFirewall(const World &world, const Json &body, Firewall *firewall) {
    static const QRegularExpression pattern(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9.-]+$"));
    firewall->name = jsonString(body, "name");
    if (!pattern.match(firewall->name).hasMatch())
        return QStringLiteral("name is not valid");
    for (const Firewall &other : world.firewalls) {
        if (other.name == firewall->name && other.id != firewall->id)
            return QStringLiteral("duplicate name");
    }
    firewall->inbound.clear();
    firewall->outbound.clear();
    QString problem = readRules(world, body, "inbound_rules", "sources", &firewall->inbound);
    if (problem.isEmpty())
        problem = readRules(world, body, "outbound_rules", "destinations", &firewall->outbound);
    if (!problem.isEmpty())
        return problem;
    if (firewall->inbound.isEmpty() && firewall->outbound.isEmpty())
        return QStringLiteral("a firewall needs at least one rule");
    if (firewall->inbound.size() + firewall->outbound.size() > kMostRules)
        return QStringLiteral("a firewall can have at most %1 rules").arg(kMostRules);
    firewall->tags.clear();
    if (!readTexts(body, "tags", &firewall->tags))
        return QStringLiteral("tags must be a list of names");
    if (firewall->tags.size() > kMostTags)
        return QStringLiteral("a firewall can have at most %1 tags").arg(kMostTags);
    firewall->dropletIds.clear();
    for (const Json &id : jsonMember(body, "droplet_ids")) {
        if (!id.is_number_integer() || !world.droplets.contains(id.get<qint64>()))
            return QStringLiteral("droplet does not exist");
        firewall->dropletIds << id.get<qint64>();
    }
    if (firewall->dropletIds.size() > kMostDroplets)
        return QStringLiteral("a firewall can have at most %1 droplets").arg(kMostDroplets);
    return checkTags(world, firewall->tags);
}

Reply refuse(const QString &problem) {
    return problem == QLatin1String("duplicate name") ? conflict(QStringLiteral("duplicate name"))
                                                      : failWithCauses(422, problem);
}

/// Nothing attached is done at once; otherwise the droplets take a moment.
void apply(World &world, Firewall &firewall) {
    if (attached(world, firewall).isEmpty()) {
        firewall.status = QStringLiteral("succeeded");
        return;
    }
    firewall.status = QStringLiteral("waiting");
    world.schedule(QStringLiteral("firewall"), QStringLiteral("firewall.applied"), firewall.id);
}

Reply create(Call &call) {
    Firewall firewall;
    if (const QString problem = readFirewall(call.world, call.body, &firewall); !problem.isEmpty())
        return refuse(problem);
    firewall.id = call.world.uuid();
    firewall.createdAt = call.world.clock->now();
    apply(call.world, firewall);
    call.world.firewalls.insert(firewall.id, firewall);
    return {.status = 202, .body = {{"firewall", toJson(call.world, firewall)}}};
}

Reply list(Call &call) {
    Json items = Json::array();
    for (const Firewall &firewall : std::as_const(call.world.firewalls))
        items.push_back(toJson(call.world, firewall));
    return paged(call, "firewalls", items);
}

/// Those that act on one droplet, by its id or its tags.
Reply ofDroplet(Call &call) {
    const qint64 droplet = call.args.value(0).toLongLong();
    if (!call.world.droplets.contains(droplet))
        return notFound();
    Json items = Json::array();
    for (const Firewall &firewall : std::as_const(call.world.firewalls))
        if (attached(call.world, firewall).contains(droplet))
            items.push_back(toJson(call.world, firewall));
    return paged(call, "firewalls", items);
}

Reply one(Call &call) {
    const auto firewall = call.world.firewalls.find(call.args.value(0));
    if (firewall == call.world.firewalls.end())
        return notFound();
    if (call.request.method == "DELETE") {
        call.world.firewalls.erase(firewall);
        return {.status = 204};
    }
    if (call.request.method == "PUT") {
        Firewall changed = *firewall;
        if (const QString problem = readFirewall(call.world, call.body, &changed); !problem.isEmpty())
            return refuse(problem);
        apply(call.world, changed);
        *firewall = changed;
    }
    return {.body = {{"firewall", toJson(call.world, *firewall)}}};
}

Reply changeTags(Call &call, Firewall &firewall, bool add) {
    QStringList tags;
    if (!readTexts(call.body, "tags", &tags) || tags.isEmpty())
        return failWithCauses(422, QStringLiteral("tags must be a list of names"));
    if (const QString problem = checkTags(call.world, tags); add && !problem.isEmpty())
        return failWithCauses(422, problem);
    QStringList result = firewall.tags;
    for (const QString &tag : std::as_const(tags)) {
        result.removeAll(tag);
        if (add)
            result << tag;
    }
    if (result.size() > kMostTags)
        return failWithCauses(422, QStringLiteral("a firewall can have at most %1 tags").arg(kMostTags));
    firewall.tags = result;
    return {.status = 204};
}

Reply changeDroplets(Call &call, Firewall &firewall, bool add) {
    QList<qint64> result = firewall.dropletIds;
    for (const Json &item : jsonMember(call.body, "droplet_ids")) {
        if (!item.is_number_integer() || (add && !call.world.droplets.contains(item.get<qint64>())))
            return failWithCauses(422, QStringLiteral("droplet does not exist"));
        result.removeAll(item.get<qint64>());
        if (add)
            result << item.get<qint64>();
    }
    if (result.size() > kMostDroplets)
        return failWithCauses(422, QStringLiteral("a firewall can have at most %1 droplets").arg(kMostDroplets));
    firewall.dropletIds = result;
    return {.status = 204};
}

Reply changeRules(Call &call, Firewall &firewall, bool add) {
    Firewall given;
    QString problem = readRules(call.world, call.body, "inbound_rules", "sources", &given.inbound);
    if (problem.isEmpty())
        problem = readRules(call.world, call.body, "outbound_rules", "destinations", &given.outbound);
    if (!problem.isEmpty())
        return failWithCauses(422, problem);
    const auto change = [add](QList<Rule> &rules, const QList<Rule> &by) {
        for (const Rule &rule : by) {
            rules.removeIf([&rule](const Rule &r) {
                return r.protocol == rule.protocol && r.ports == rule.ports && r.peers == rule.peers;
            });
            if (add)
                rules << rule;
        }
    };
    change(firewall.inbound, given.inbound);
    change(firewall.outbound, given.outbound);
    return {.status = 204};
}

using Change = Reply (*)(Call &, Firewall &, bool);

void addPart(Router &router, const QString &part, Change change) {
    const QString path = QStringLiteral("/v2/firewalls/{}/") + part;
    for (const bool add : {true, false}) {
        router.add(add ? "POST" : "DELETE", path, QStringLiteral("firewall:update"), [change, add](Call &call) {
            const auto firewall = call.world.firewalls.find(call.args.value(0));
            if (firewall == call.world.firewalls.end())
                return notFound();
            Reply reply = change(call, *firewall, add);
            if (reply.status < 300)
                apply(call.world, *firewall);
            return reply;
        });
    }
}

} // namespace

void reapplyFirewalls(World &world, const QStringList &tags, qint64 dropletId) {
    for (Firewall &firewall : world.firewalls) {
        bool touched = firewall.dropletIds.contains(dropletId);
        for (const QString &tag : tags)
            touched = touched || firewall.tags.contains(tag);
        if (touched)
            apply(world, firewall);
    }
}

void installFirewalls(Router &router, World &world) {
    const QString all = QStringLiteral("/v2/firewalls"), each = all + QStringLiteral("/{}");
    router.add("POST", all, QStringLiteral("firewall:create"), create);
    router.add("GET", all, QStringLiteral("firewall:read"), list);
    router.add("GET", each, QStringLiteral("firewall:read"), one);
    router.add("PUT", each, QStringLiteral("firewall:update"), one);
    router.add("DELETE", each, QStringLiteral("firewall:delete"), one);
    router.add("GET", QStringLiteral("/v2/droplets/{}/firewalls"), QStringLiteral("firewall:read"), ofDroplet);
    addPart(router, QStringLiteral("tags"), changeTags);
    addPart(router, QStringLiteral("droplets"), changeDroplets);
    addPart(router, QStringLiteral("rules"), changeRules);
    world.on(QStringLiteral("firewall.applied"), [&world](const QString &id) {
        const auto firewall = world.firewalls.find(id);
        if (firewall != world.firewalls.end())
            firewall->status = world.switches.value(QStringLiteral("firewall:outcome"), QStringLiteral("succeeded"));
    });
    world.on(QStringLiteral("firewall.droplet_gone"), [&world](const QString &id) {
        for (Firewall &firewall : world.firewalls)
            firewall.dropletIds.removeAll(id.toLongLong());
    });
}

} // namespace sluice::sandbox
