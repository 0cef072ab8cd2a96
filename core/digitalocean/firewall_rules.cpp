#include "core/digitalocean/firewall_rules.h"

#include "core/base/words.h"

#include <QMap>
#include <QSet>

namespace sluice::digitalocean {

namespace {

/// "tcp 22" -> who; rules of the same protocol and ports are one, however the API splits them.
using Rules = QMap<QString, QSet<QString>>;

QString keyOf(const QString &protocol, const QString &ports) {
    const bool all = ports.isEmpty() || ports == QLatin1String("0") || ports == QLatin1String("all") ||
                     ports == QLatin1String("1-65535") || protocol == QLatin1String("icmp");
    return protocol + QLatin1Char(' ') + (all ? QStringLiteral("all") : ports);
}

QString addressOf(const QString &address) {
    return Ipv4::parse(address) ? address + QStringLiteral("/32") : address;
}

void put(Rules &rules, const QString &key, const QStringList &addresses, const QStringList &tags) {
    QSet<QString> &peers = rules[key];
    for (const QString &address : addresses)
        peers.insert(addressOf(address));
    for (const QString &tag : tags)
        peers.insert(QStringLiteral("tag ") + tag);
}

Rules rulesOf(const QList<FirewallRule> &list) {
    Rules rules;
    for (const FirewallRule &rule : list)
        put(rules, keyOf(rule.protocol, rule.ports), rule.addresses, rule.tags);
    return rules;
}

Rules rulesOf(const Json &request, const char *direction, const char *peers) {
    Rules rules;
    for (const Json &rule : jsonMember(request, direction)) {
        const Json &who = jsonMember(rule, peers);
        put(rules, keyOf(jsonString(rule, "protocol"), jsonString(rule, "ports")), jsonStringList(who, "addresses"),
            jsonStringList(who, "tags"));
    }
    return rules;
}

QString listed(const QSet<QString> &set) {
    QStringList list(set.begin(), set.end());
    list.sort();
    return list.isEmpty() ? CloudWords::tr("nobody that is known") : list.join(QStringLiteral(", "));
}

void compare(const Rules &planned, const Rules &present, const QString &direction, QStringList &differences) {
    for (auto it = planned.begin(); it != planned.end(); ++it) {
        if (!present.contains(it.key()))
            differences << CloudWords::tr("%1 %2 is missing").arg(direction, it.key());
        else if (present[it.key()] != it.value())
            differences << CloudWords::tr("%1 %2 is open for %3 instead of %4")
                               .arg(direction, it.key(), listed(present[it.key()]), listed(it.value()));
    }
    for (auto it = present.begin(); it != present.end(); ++it) {
        if (!planned.contains(it.key()))
            differences << CloudWords::tr("%1 %2 for %3 was not planned").arg(direction, it.key(), listed(it.value()));
    }
}

} // namespace

QStringList firewallDifferences(const Firewall &firewall, const Json &request, const QString &ownDropletId) {
    QStringList differences;
    compare(rulesOf(request, "inbound_rules", "sources"), rulesOf(firewall.inbound), CloudWords::tr("inbound"),
            differences);
    compare(rulesOf(request, "outbound_rules", "destinations"), rulesOf(firewall.outbound), CloudWords::tr("outbound"),
            differences);
    const QStringList planned = jsonStringList(request, "tags");
    const QSet<QString> plannedTags(planned.begin(), planned.end());
    const QSet<QString> presentTags(firewall.tags.begin(), firewall.tags.end());
    if (plannedTags != presentTags)
        differences
            << CloudWords::tr("it acts on the tags %1 instead of %2").arg(listed(presentTags), listed(plannedTags));
    for (const qint64 id : firewall.dropletIds) {
        if (QString::number(id) != ownDropletId)
            differences << CloudWords::tr("droplet %1 is attached, which is not ours").arg(id);
    }
    return differences;
}

} // namespace sluice::digitalocean
