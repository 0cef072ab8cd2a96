#include "core/sandbox/hosts/machine.h"

namespace sluice::sandbox {

Json Machine::save() const {
    Json json = {{"cloud_init", cloudInit.toStdString()},
                 {"host_key", hostKey.toStdString()},
                 {"files", Json::object()},
                 {"routes", Json::array()}};
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        json["files"][it.key().toStdString()] = {{"content", it.value().toBase64().toStdString()},
                                                 {"mode", modes.value(it.key(), 0644)}};
    json["folders"] = toJson(QStringList(folders.cbegin(), folders.cend()));
    for (const HostRoute &route : routes)
        json["routes"].push_back({{"to", route.destination.toString().toStdString()},
                                  {"via", route.via.toString().toStdString()},
                                  {"dev", route.device.toStdString()},
                                  {"src", route.source.toString().toStdString()},
                                  {"proto", route.protocol.toStdString()},
                                  {"metric", route.metric}});
    return json;
}

Machine Machine::load(qint64 dropletId, const Json &json) {
    Machine machine;
    machine.dropletId = dropletId;
    machine.cloudInit = jsonString(json, "cloud_init", machine.cloudInit);
    machine.hostKey = jsonString(json, "host_key").toUtf8();
    for (const auto &[path, file] : jsonMember(json, "files").items()) {
        const QString name = QString::fromStdString(path);
        machine.files.insert(name, QByteArray::fromBase64(jsonString(file, "content").toLatin1()));
        machine.modes.insert(name, static_cast<int>(jsonInt(file, "mode", 0644)));
    }
    for (const QString &folder : jsonStringList(json, "folders"))
        machine.folders.insert(folder);
    for (const Json &entry : jsonMember(json, "routes")) {
        const auto to = Cidr::parse(jsonString(entry, "to"));
        const auto via = Ipv4::parse(jsonString(entry, "via"));
        const auto source = Ipv4::parse(jsonString(entry, "src"));
        if (to)
            machine.routes.append({*to, via ? *via : Ipv4(), jsonString(entry, "dev"), source ? *source : Ipv4(),
                                   jsonString(entry, "proto"), static_cast<int>(jsonInt(entry, "metric"))});
    }
    return machine;
}

bool Machine::isFolder(const QString &path) const {
    if (path == QLatin1String("/") || folders.contains(path))
        return true;
    const QString prefix = path + QLatin1Char('/');
    const auto it = files.lowerBound(prefix);
    return it != files.cend() && it.key().startsWith(prefix);
}

QStringList Machine::list(const QString &folder) const {
    const QString prefix = folder == QLatin1String("/") ? folder : folder + QLatin1Char('/');
    QStringList names;
    const auto add = [&](const QString &path) {
        if (!path.startsWith(prefix) || path.size() == prefix.size())
            return;
        const QString name = path.mid(prefix.size()).section(QLatin1Char('/'), 0, 0);
        if (!names.contains(name))
            names << name;
    };
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        add(it.key());
    for (const QString &path : folders)
        add(path);
    names.sort();
    return names;
}

const HostRoute *Machine::routeTo(Ipv4 address) const {
    const HostRoute *best = nullptr;
    for (const HostRoute &route : routes) {
        if (!route.destination.contains(address))
            continue;
        const int longer = best ? route.destination.prefix() - best->destination.prefix() : 1;
        if (longer > 0 || (longer == 0 && route.metric < best->metric))
            best = &route;
    }
    return best;
}

Machine newMachine(const Droplet &droplet, const QByteArray &hostKeyPem, const QString &hostPublicKey, const Vpc *vpc) {
    Machine machine;
    machine.dropletId = droplet.id;
    machine.hostKey = hostKeyPem;
    QString netplan = QStringLiteral("network:\n    version: 2\n    ethernets:\n");
    if (!droplet.publicIp.isNull()) {
        netplan += QStringLiteral("        eth0:\n            addresses:\n            - %1/20\n            match:\n    "
                                  "            macaddress: %2\n"
                                  "            mtu: 1500\n            nameservers:\n                addresses:\n       "
                                  "         - 67.207.67.2\n"
                                  "                - 67.207.67.3\n            routes:\n            -   to: 0.0.0.0/0\n "
                                  "               via: %3\n"
                                  "            set-name: eth0\n")
                       .arg(droplet.publicIp.toString(), droplet.publicMac, droplet.publicGateway.toString());
    }
    const int prefix = vpc ? vpc->range.prefix() : 20;
    netplan += QStringLiteral("        eth1:\n            addresses:\n            - %1/%2\n            match:\n        "
                              "        macaddress: %3\n"
                              "            mtu: 1500\n            set-name: eth1\n")
                   .arg(droplet.privateIp.toString())
                   .arg(prefix)
                   .arg(droplet.privateMac);
    machine.files.insert(QStringLiteral("/etc/netplan/50-cloud-init.yaml"), netplan.toUtf8());
    machine.modes.insert(QStringLiteral("/etc/netplan/50-cloud-init.yaml"), 0600);
    machine.files.insert(QStringLiteral("/sys/class/net/eth0/address"), droplet.publicMac.toUtf8() + '\n');
    machine.files.insert(QStringLiteral("/sys/class/net/eth1/address"), droplet.privateMac.toUtf8() + '\n');
    machine.files.insert(QStringLiteral("/sys/class/net/lo/address"), "00:00:00:00:00:00\n");
    machine.files.insert(QStringLiteral("/etc/ssh/ssh_host_ed25519_key.pub"),
                         hostPublicKey.toUtf8() + " root@" + droplet.name.toUtf8() + '\n');
    machine.files.insert(QStringLiteral("/etc/hostname"), droplet.name.toUtf8() + '\n');
    machine.files.insert(QStringLiteral("/etc/resolv.conf"), "nameserver 127.0.0.53\n");
    machine.files.insert(QStringLiteral("/etc/os-release"),
                         "PRETTY_NAME=\"Ubuntu 24.04.1 LTS\"\nID=ubuntu\nVERSION_ID=\"24.04\"\n");
    for (const char *folder : {"/root", "/tmp", "/var/log", "/var/lib", "/usr/local/sbin", "/usr/local/bin", "/run",
                               "/etc/cloud/cloud.cfg.d"})
        machine.folders.insert(QLatin1String(folder));
    QString warning;
    netplanRoutes(machine, QString(), &machine.routes, &warning);
    return machine;
}

} // namespace sluice::sandbox
