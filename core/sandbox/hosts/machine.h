#pragma once

#include "core/sandbox/world.h"

namespace sluice::sandbox {

/// One entry of a simulated host's IPv4 routing table.
struct HostRoute {
    Cidr destination; ///< 0.0.0.0/0 = default
    Ipv4 via;         ///< null = directly connected
    QString device;   ///< eth0 (public) or eth1 (private)
    Ipv4 source;      ///< of a connected route
    QString protocol; ///< kernel | static | "" (by hand)
    int metric = 0;   ///< of routes to one destination the lowest is taken
    bool operator==(const HostRoute &) const = default;
};

/// A simulated host's own state: files, routing table, cloud-init's result. Kept as JSON in World::hostState.
struct Machine {
    qint64 dropletId = 0;
    QMap<QString, QByteArray> files;
    QMap<QString, int> modes; ///< octal permission bits of files that were given some
    QSet<QString> folders;
    QList<HostRoute> routes;
    QString cloudInit = QStringLiteral("not run"); ///< not run | running | done | error
    QByteArray hostKey;                            ///< OpenSSH PEM of the server's ed25519 key

    Json save() const;
    static Machine load(qint64 dropletId, const Json &json);

    bool isFolder(const QString &path) const;
    /// Names directly inside a folder, sorted.
    QStringList list(const QString &folder) const;
    /// The route a packet to `address` takes: longest prefix, then lowest metric, then first in the table; nullptr when
    /// there is none.
    const HostRoute *routeTo(Ipv4 address) const;
};

/// A machine as it is when the droplet first boots: netplan file as cloud-init of Ubuntu 24.04 writes it on
/// DigitalOcean, interfaces, host key's public half, routing table.
Machine newMachine(const Droplet &droplet, const QByteArray &hostKeyPem, const QString &hostPublicKey, const Vpc *vpc);

/// The routing table that the netplan files give when they are applied, files in lexical order, `routes` of one
/// interface concatenated (netplan 0.106 does so, DIGITALOCEAN.md 0.1). `warning` gets netplan's words about two
/// defaults; false when a file is no YAML.
bool netplanRoutes(const Machine &machine, const QString &root, QList<HostRoute> *routes, QString *warning);
/// The systemd-networkd units that `netplan generate` writes, by file name.
QMap<QString, QByteArray> netplanUnits(const Machine &machine, const QString &root, QString *warning, bool *ok);

} // namespace sluice::sandbox
