#pragma once

#include "core/sandbox/hosts/machine.h"

#include <functional>

namespace sluice::sandbox {

/// The simulated network: what leaves a host, through what, and which address the internet sees. Everything is computed
/// from facts (routing table, firewalls, NAT gateway, Route objects), never from what a deployment was meant to be.
class Fabric {
public:
    struct Source {
        qint64 dropletId = 0; ///< the droplet, or the node that a pod runs on
        bool node = false;    ///< a cluster's node: its routes come from Route objects, not from its own netplan
    };
    struct Outcome {
        enum class Kind { Answered, Timeout, Refused, NoRoute, DnsFailure };
        Kind kind = Kind::Timeout;
        Ipv4 sourceSeen; ///< the address that the internet sees
        QByteArray body;
        int status = 200;
        QString why; ///< for the sandbox's own log
    };
    using MachineOf = std::function<const Machine *(qint64 dropletId)>;
    Fabric(World *world, MachineOf machineOf)
        : m_world(world)
        , m_machineOf(std::move(machineOf)) {}

    /// An HTTP(S) GET from `source`. `family` 4, 6 or 0 (any). Hosts: the echo services, the metadata address.
    Outcome http(const Source &source, const QString &url, int family) const;
    /// Whether names can be resolved there (resolver broken by a switch, or DNS closed by a firewall).
    bool resolves(const Source &source) const;
    /// A TCP connection from the internet (`from` is the operator) to a public address, or inside a VPC to a private
    /// one.
    enum class Door { Open, Filtered, Refused, NoRoute };
    Door fromInternet(Ipv4 to, quint16 port) const;
    Door insideVpc(qint64 fromDroplet, Ipv4 to, quint16 port) const;
    static Ipv4 operatorAddress();
    /// What the Route objects in force say to this node: destination and gateway; nothing where its agent is down.
    QList<QPair<Cidr, Ipv4>> routesOf(const Droplet &node) const;
    /// The gateway of the narrowest of them for this destination; null address when none is.
    Ipv4 routeGateway(const Droplet &node, Ipv4 destination) const;
    /// Those that filter at this droplet: applied, not detached.
    QList<const Firewall *> firewallsOf(const Droplet &droplet) const;
    /// What the metadata service says about a droplet, by path below /metadata/.
    static QMap<QString, QString> metadataOf(const World &world, const Droplet &droplet);

private:
    bool mayLeave(const Droplet &droplet, const QString &protocol, quint16 port, Ipv4 to) const;
    bool mayEnter(const Droplet &droplet, quint16 port, Ipv4 from, const Droplet *peer) const;
    Outcome leaveBy(const Droplet &droplet, Ipv4 gateway, bool publicSide) const;
    Outcome egress(const Source &source, Ipv4 to) const;
    Outcome metadata(const Droplet &droplet, const Source &source, const QString &path) const;

    World *m_world;
    MachineOf m_machineOf;
};

} // namespace sluice::sandbox
