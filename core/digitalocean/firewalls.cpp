#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::firewalls {

namespace {

/// The server writes "all ports" as "0", whatever was sent.
QString normalPorts(const QString &protocol, const QString &ports) {
    const bool all = ports.isEmpty() || ports == QLatin1String("0") || ports == QLatin1String("all") ||
                     ports == QLatin1String("1-65535") || protocol == QLatin1String("icmp");
    return all ? QStringLiteral("all") : ports;
}

QList<FirewallRule> rules(const Reader &in, const char *key, const char *peers) {
    QList<FirewallRule> list;
    for (const Reader &rule : in.optionalList(key)) {
        const QString protocol = rule.text("protocol");
        const Reader to = rule.optionalObject(peers);
        list << FirewallRule{.protocol = protocol,
                             .ports = normalPorts(protocol, rule.optionalText("ports")),
                             .addresses = to.optionalTexts("addresses"),
                             .tags = to.optionalTexts("tags")};
    }
    return list;
}

Json rulesJson(const QList<FirewallRule> &rules, const char *peers) {
    Json list = Json::array();
    for (const FirewallRule &rule : rules) {
        Json to = Json::object();
        if (!rule.addresses.isEmpty())
            to["addresses"] = toJson(rule.addresses);
        if (!rule.tags.isEmpty())
            to["tags"] = toJson(rule.tags);
        const QString ports = normalPorts(rule.protocol, rule.ports);
        list.push_back({{"protocol", rule.protocol.toStdString()},
                        {"ports", ports == QLatin1String("all") ? "0" : ports.toStdString()},
                        {peers, to}});
    }
    return list;
}

Firewall read(const Reader &in) {
    return {.id = in.text("id"),
            .name = in.text("name"),
            .status = in.optionalText("status"),
            .pendingChanges = static_cast<int>(in.optionalList("pending_changes").size()),
            .inbound = rules(in, "inbound_rules", "sources"),
            .outbound = rules(in, "outbound_rules", "destinations"),
            .dropletIds = in.optionalIntegers("droplet_ids"),
            .tags = in.optionalTexts("tags"),
            .createdAt = in.optionalText("created_at")};
}

} // namespace

HttpRequest create(const Create &spec) {
    return HttpRequest::post(QStringLiteral("/v2/firewalls"),
                             {{"name", spec.name.toStdString()},
                              {"inbound_rules", rulesJson(spec.inbound, "sources")},
                              {"outbound_rules", rulesJson(spec.outbound, "destinations")},
                              {"tags", toJson(spec.tags)}});
}

HttpRequest replace(const QString &id, const Json &request) {
    return HttpRequest::put(QStringLiteral("/v2/firewalls/") + segment(id), request);
}

HttpRequest get(const QString &id) {
    return HttpRequest::get(QStringLiteral("/v2/firewalls/") + segment(id));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/firewalls?per_page=200"));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(QStringLiteral("/v2/firewalls/") + segment(id));
}

Result<Firewall> parse(const Json &reply) {
    return parseOne<Firewall>(reply, "firewall", read);
}

Result<Page<Firewall>> parseList(const Json &reply) {
    return parsePage<Firewall>(reply, "firewalls", read);
}

} // namespace sluice::digitalocean::firewalls
