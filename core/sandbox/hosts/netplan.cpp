#include "core/sandbox/hosts/machine.h"

#include <yaml-cpp/yaml.h>

namespace sluice::sandbox {

namespace {

struct Route {
    QString to, via;
};

struct Interface {
    QString id, name, mac;
    QStringList addresses;
    QList<Route> routes;
};

QString scalar(const YAML::Node &node) {
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

/// A member that is absent is an invalid node, whose type must not be asked for.
bool isMap(const YAML::Node &node) {
    return node.IsDefined() && node.IsMap();
}
bool isSequence(const YAML::Node &node) {
    return node.IsDefined() && node.IsSequence();
}

Interface &interfaceFor(QList<Interface> &list, const QString &id) {
    for (Interface &entry : list) {
        if (entry.id == id)
            return entry;
    }
    list.append({.id = id, .name = id, .mac = {}, .addresses = {}, .routes = {}});
    return list.last();
}

void readEthernets(const YAML::Node &document, QList<Interface> &list) {
    if (!isMap(document) || !isMap(document["network"]) || !isMap(document["network"]["ethernets"]))
        return;
    for (const auto &item : document["network"]["ethernets"]) {
        Interface &entry = interfaceFor(list, QString::fromStdString(item.first.as<std::string>()));
        const YAML::Node &body = item.second;
        if (!isMap(body))
            continue;
        if (isMap(body["match"]) && !scalar(body["match"]["macaddress"]).isEmpty())
            entry.mac = scalar(body["match"]["macaddress"]).toLower();
        if (!scalar(body["set-name"]).isEmpty())
            entry.name = scalar(body["set-name"]);
        if (isSequence(body["addresses"])) {
            for (const YAML::Node &address : body["addresses"])
                entry.addresses << scalar(address);
        }
        if (!scalar(body["gateway4"]).isEmpty())
            entry.routes.append({QStringLiteral("0.0.0.0/0"), scalar(body["gateway4"])});
        if (isSequence(body["routes"])) {
            for (const YAML::Node &route : body["routes"]) {
                if (!isMap(route))
                    continue;
                QString to = scalar(route["to"]);
                if (to == QLatin1String("default"))
                    to = QStringLiteral("0.0.0.0/0");
                entry.routes.append({to, scalar(route["via"])});
            }
        }
    }
}

/// All files under <root>/etc/netplan in lexical order; false when one of them is not YAML that netplan accepts.
bool readAll(const Machine &machine, const QString &root, QList<Interface> *list, QString *problem) {
    const QString folder = root + QStringLiteral("/etc/netplan");
    for (const QString &name : machine.list(folder)) {
        if (!name.endsWith(QLatin1String(".yaml")))
            continue;
        const QByteArray text = machine.files.value(folder + QLatin1Char('/') + name);
        try {
            const YAML::Node document = YAML::Load(text.toStdString());
            readEthernets(document, *list);
        } catch (const YAML::Exception &error) {
            *problem =
                QStringLiteral("%1/%2: Error in network definition: %3").arg(folder, name, QLatin1String(error.what()));
            return false;
        }
    }
    for (const Interface &entry : std::as_const(*list)) {
        for (const Route &route : entry.routes) {
            const QString to = route.to.contains(QLatin1Char('/')) ? route.to : route.to + QStringLiteral("/32");
            if (!Cidr::parse(to) || !Ipv4::parse(route.via)) {
                *problem =
                    QStringLiteral("Error in network definition: invalid route to %1 via %2").arg(route.to, route.via);
                return false;
            }
        }
    }
    return true;
}

QString conflict(const QList<Interface> &list) {
    QString first;
    for (const Interface &entry : list) {
        for (const Route &route : entry.routes) {
            if (route.to != QLatin1String("0.0.0.0/0"))
                continue;
            if (!first.isEmpty())
                return QStringLiteral("** (generate): WARNING **: Problem encountered while validating default route "
                                      "consistency.\n"
                                      "Conflicting default route declarations for IPv4 (table: main, metric: default), "
                                      "first declared in "
                                      "%1 but also in %2\n")
                    .arg(first, entry.id);
            first = entry.id;
        }
    }
    return {};
}

} // namespace

bool netplanRoutes(const Machine &machine, const QString &root, QList<HostRoute> *routes, QString *warning) {
    QList<Interface> list;
    if (!readAll(machine, root, &list, warning))
        return false;
    *warning = conflict(list);
    routes->clear();
    for (const Interface &entry : std::as_const(list)) {
        for (const Route &route : entry.routes) {
            const auto to =
                Cidr::parse(route.to.contains(QLatin1Char('/')) ? route.to : route.to + QStringLiteral("/32"));
            const auto via = Ipv4::parse(route.via);
            routes->append({*to, *via, entry.name, Ipv4(), QStringLiteral("static")});
        }
    }
    for (const Interface &entry : std::as_const(list)) {
        for (const QString &address : entry.addresses) {
            const auto ip = Ipv4::parse(address.section(QLatin1Char('/'), 0, 0));
            const int prefix = address.section(QLatin1Char('/'), 1).toInt();
            if (ip && prefix > 0 && prefix <= 32)
                routes->append({Cidr(*ip, prefix), Ipv4(), entry.name, *ip, QStringLiteral("kernel")});
        }
    }
    return true;
}

QMap<QString, QByteArray> netplanUnits(const Machine &machine, const QString &root, QString *warning, bool *ok) {
    QList<Interface> list;
    *ok = readAll(machine, root, &list, warning);
    QMap<QString, QByteArray> units;
    if (!*ok)
        return units;
    *warning = conflict(list);
    for (const Interface &entry : std::as_const(list)) {
        QString text = QStringLiteral("[Match]\n");
        text += entry.mac.isEmpty() ? QStringLiteral("Name=%1\n").arg(entry.name)
                                    : QStringLiteral("PermanentMACAddress=%1\nName=%2\n").arg(entry.mac, entry.name);
        text += QStringLiteral("\n[Network]\nLinkLocalAddressing=ipv6\n");
        for (const QString &address : entry.addresses)
            text += QStringLiteral("Address=%1\n").arg(address);
        for (const Route &route : entry.routes)
            text += QStringLiteral("\n[Route]\nDestination=%1\nGateway=%2\n").arg(route.to, route.via);
        units.insert(QStringLiteral("10-netplan-%1.network").arg(entry.id), text.toUtf8());
    }
    return units;
}

} // namespace sluice::sandbox
