#pragma once

#include "core/base/clock.h"
#include "core/base/ip.h"
#include "core/base/json.h"

#include <QMap>
#include <QObject>
#include <QSet>

/// The simulated account: what exists, in which state, and since when. Everything lives on the sandbox's thread.
/// The API layer (api/) writes it by the document's rules; kubernetes/, hosts/ and network/ read it and write their own part.
namespace sluice::sandbox {

struct Vpc {
    QString id, name, region, description;
    Cidr range;
    bool isDefault = false;
    QDateTime createdAt;
};

struct NatGateway {
    QString id, name, region, state, vpcId, projectId; ///< state NEW | PROVISIONING | ACTIVE | DELETING | ERROR | INVALID
    int size = 1;
    bool defaultGateway = false;
    int udpTimeout = 30, icmpTimeout = 30, tcpTimeout = 300;
    Ipv4 gatewayIp, publicIp;     ///< null until assigned
    bool addressesVisible = false; ///< the API shows them (one poll after ACTIVE by default)
    bool masquerade = true;        ///< admin switch: false = passes packets without translating them
    bool down = false;             ///< admin switch: drops everything
    QDateTime createdAt, updatedAt;
};

struct Droplet {
    qint64 id = 0;
    QString name, region, size, image, status; ///< status new | active | off
    QString vpcId, userData;
    bool vpcVisible = false; ///< vpc_uuid and networks appear some seconds after the create
    QStringList tags;
    QList<qint64> sshKeyIds;
    Ipv4 publicIp, privateIp, publicGateway;
    QString publicMac, privateMac;
    bool ipv6 = false;
    QString clusterId;      ///< a node droplet of this cluster; empty otherwise
    Clock::Duration activeAt{0}; ///< world time it became active
    QDateTime createdAt;
};

struct Node {
    QString id, name, state; ///< provisioning | running | deleting
    qint64 dropletId = 0;
};

struct NodePool {
    QString id, name, size;
    int count = 1;
    QStringList tags;
    QList<Node> nodes;
};

struct Cluster {
    QString id, name, region, version, vpcId, state, message; ///< state provisioning | running | degraded | error | deleting
    Cidr clusterSubnet, serviceSubnet;
    QString endpoint;       ///< https://127.0.0.1:port once running
    bool ha = false, routingAgent = false, autoUpgrade = false, surgeUpgrade = false;
    QStringList tags;
    QList<NodePool> pools;
    Clock::Duration runningAt{-1}; ///< world time it became running; -1 = not yet
    QDateTime createdAt, updatedAt;
};

struct Rule {
    QString protocol, ports; ///< ports normalised: "0" = all
    Json peers;              ///< {"addresses":[],"tags":[],...} as given
    QList<Cidr> addresses;   ///< the IPv4 ones, parsed
};

struct Firewall {
    QString id, name, status; ///< waiting | succeeded | failed
    QList<Rule> inbound, outbound;
    QList<qint64> dropletIds;
    QStringList tags;
    bool detached = false;    ///< admin switch: shown as applied, yet filters nothing
    QDateTime createdAt;
};

struct SshKey {
    qint64 id = 0;
    QString name, publicKey, fingerprint;
};

/// One object of the simulated Kubernetes API (routes, pods, daemonsets, nodes, ...), by its path-like key.
struct KubeObject {
    QString clusterId, group, version, resource, nameSpace, name;
    Json body;               ///< metadata/spec/status as served
    Clock::Duration changedAt{0};
};

class World : public QObject {
    Q_OBJECT
public:
    World(Clock *clock, quint64 seed, QObject *parent = nullptr);

    Clock *clock;
    QMap<QString, Vpc> vpcs;
    QMap<QString, NatGateway> natGateways;
    QMap<qint64, Droplet> droplets;
    QMap<QString, Cluster> clusters;
    QMap<QString, Firewall> firewalls;
    QMap<qint64, SshKey> sshKeys;
    QSet<QString> tags;                  ///< explicitly made; resources may carry more
    QMap<QString, QMap<QString, KubeObject>> kube; ///< cluster id -> key -> object
    QMap<QString, QString> switches;     ///< admin switches by name, e.g. "dns:<dropletId>"="broken", "echo:ifconfig.me"="html"
    QMap<qint64, Json> hostState;        ///< per droplet: files, routes, host keys (owned by hosts/)

    /// Names of latencies in nominal seconds, e.g. "nat_gateway.active" (latencies.h has them all).
    double latency(const QString &name) const;
    void setLatencies(const QMap<QString, double> &values);

    /// Seeded randomness: the same seed gives the same ids and addresses.
    quint32 random(quint32 bound);
    QString uuid();
    qint64 nextNumber();
    Ipv4 nextPublicIp();                 ///< out of 203.0.113.0/24 and 198.51.100.0/24 (documentation ranges)
    Ipv4 nextPrivateIp(const QString &vpcId); ///< free address of the VPC's range

    Droplet *dropletByAddress(Ipv4 address);
    /// Droplets that carry `tag`.
    QList<qint64> dropletsTagged(const QString &tag) const;

    /// Everything as JSON and back, for --store and the admin inventory. Call changed() after every mutation.
    Json save() const;
    Status load(const Json &json);
    void changed() { Q_EMIT mutated(); }

Q_SIGNALS:
    void mutated();
    void dropletActive(qint64 id);      ///< boot: hosts/ applies user_data and opens SSH after its own latency
    void dropletGone(qint64 id);
    void dropletReboot(qint64 id);
    void clusterRunning(const QString &id);  ///< kubernetes/ starts serving, fills nodes, agent, CRD after its latency
    void clusterGone(const QString &id);

private:
    QMap<QString, double> m_latencies;
    quint64 m_random;
    qint64 m_number = 400000000;
    int m_publicIps = 0;
};

} // namespace sluice::sandbox
