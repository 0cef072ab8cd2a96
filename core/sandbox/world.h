#pragma once

#include "core/base/clock.h"
#include "core/base/ip.h"
#include "core/base/json.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <functional>

/// The simulated account: what exists, in which state, and since when. Everything lives on the sandbox's thread.
/// The API layer (api/) writes it by the document's rules; kubernetes/, hosts/ and network/ read it and write their own
/// part.
namespace sluice::sandbox {

struct Vpc {
    QString id, name, region, description;
    Cidr range;
    bool isDefault = false;
    QDateTime createdAt;
};

struct NatGateway {
    QString id, name, region, state, vpcId,
        projectId; ///< state NEW | PROVISIONING | ACTIVE | DELETING | ERROR | INVALID
    int size = 1;
    bool defaultGateway = false;
    int udpTimeout = 30, icmpTimeout = 30, tcpTimeout = 300;
    Ipv4 gatewayIp, publicIp;      ///< null until assigned
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
    bool publicNetworking = true; ///< false: never a public address
    QString urnUuid;              ///< as in "do:droplet:<uuid>": unrelated to the id
    bool gone = false;            ///< DELETE was accepted; the API answers 404 when it has left `droplets`
    QString clusterId;            ///< a node droplet of this cluster; empty otherwise
    Clock::Duration activeAt{0};  ///< world time it became active
    QDateTime createdAt;
};

struct Node {
    QString id, name, state; ///< provisioning | running | deleting
    qint64 dropletId = 0;
    QDateTime createdAt;
};

struct NodePool {
    QString id, name, size;
    int count = 1;
    QStringList tags;
    Json labels = Json::object(), taints = Json::array();
    bool autoScale = false;
    int minNodes = 0, maxNodes = 0;
    QList<Node> nodes;
};

struct Cluster {
    QString id, name, region, version, vpcId, state,
        message; ///< state provisioning | running | degraded | error | deleting
    Cidr clusterSubnet, serviceSubnet;
    QString endpoint; ///< https://127.0.0.1:port once running
    bool ha = false, routingAgent = false, autoUpgrade = false, surgeUpgrade = false, isolatedWorkers = false;
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
    bool detached = false; ///< admin switch: shown as applied, yet filters nothing
    QDateTime createdAt;
};

struct SshKey {
    qint64 id = 0;
    QString name, publicKey, fingerprint;
};

/// What the account holds besides, of which we need little more than that it is there: load_balancer, volume,
/// volume_snapshot. A cluster's workloads leave such things behind; one with a VPC is a member of it.
struct Extra {
    QString id, kind, name, clusterId, vpcId;
    QDateTime createdAt;
};

/// Something that the VPC still lists as a member though it is gone.
struct Ghost {
    QString vpcId, urn, name;
    QDateTime createdAt;
};

struct Action {
    qint64 id = 0;
    QString type, status; ///< in-progress | completed | errored
    qint64 dropletId = 0;
    QString region;
    QDateTime startedAt, completedAt;
};

/// A transition that will happen: `what` names its handler, `id` the object. Data, not a closure, so that it survives a
/// restart.
struct Event {
    Clock::Duration due{0};
    quint64 order = 0;
    QString what, id;
};

/// One object of the simulated Kubernetes API (routes, pods, daemonsets, nodes, ...), by its path-like key.
struct KubeObject {
    QString clusterId, group, version, resource, nameSpace, name;
    Json body; ///< metadata/spec/status as served
    Clock::Duration changedAt{0};
};

/// A container's command and where it runs.
struct PodRun {
    QString clusterId, nodeName, address; ///< address: the pod's own
    bool hostNetwork = false;
    QStringList argv;
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
    QMap<QString, Extra> extras;
    QMap<QString, Ghost> ghosts;
    QMap<qint64, Action> actions;
    QMap<QString, QString> projectOf; ///< urn -> project id, where it is not the default project
    QMap<QString, Json> projects;     ///< project id -> project as served
    Json account = Json::object();    ///< overrides of GET /v2/account's fields (status, droplet_limit, ...)
    QSet<QString> tags;               ///< explicitly made; resources may carry more
    QMap<QString, QMap<QString, KubeObject>> kube; ///< cluster id -> key -> object
    QMap<QString, QString>
        switches; ///< admin switches by name, e.g. "dns:<dropletId>"="broken", "echo:ifconfig.me"="html"
    QMap<qint64, Json> hostState; ///< per droplet: files, routes, host keys (owned by hosts/)

    /// Set by a fabric that has real namespaces: runs the command there and answers later with what it wrote and its
    /// status. Empty: the command runs in the computed network.
    std::function<void(const PodRun &, std::function<void(const QByteArray &output, int status)>)> runPod;

    /// Nominal time since the account came to be; goes on where it was after load().
    Clock::Duration elapsed() const { return clock->elapsed() + m_offset; }
    /// Runs the handler of `what` for `id` after the nominal `delay`; kept by save() and armed again by load().
    void schedule(Clock::Duration delay, const QString &what, const QString &id);
    void schedule(const QString &latencyName, const QString &what, const QString &id);
    void on(const QString &what, std::function<void(const QString &id)> handler);

    /// Names of latencies in nominal seconds, e.g. "nat_gateway.active" (latencies.h has them all).
    double latency(const QString &name) const;
    void setLatencies(const QMap<QString, double> &values);

    /// Seeded randomness: the same seed gives the same ids and addresses.
    quint32 random(quint32 bound);
    QString uuid();
    qint64 nextNumber();
    Ipv4 nextPublicIp();                      ///< out of 203.0.113.0/24 and 198.51.100.0/24 (documentation ranges)
    Ipv4 nextPrivateIp(const QString &vpcId); ///< free address of the VPC's range

    Droplet *dropletByAddress(Ipv4 address);
    /// Droplets that carry `tag`.
    QList<qint64> dropletsTagged(const QString &tag) const;

    /// Everything as JSON and back, for --store and the admin inventory. Call changed() after every mutation.
    Json save() const;
    Status load(const Json &json);
    /// Sets members (named as in save()) of the objects of `kind` that match `id` (or name; empty = all of the kind).
    /// Kinds: vpc, nat_gateway, droplet, cluster, firewall, kube (its body is merged), account, switches, latencies.
    /// NotFound when nothing matches; InvalidInput for an unknown kind or member.
    Status mutate(const QString &kind, const QString &id, const Json &set);
    void changed() { Q_EMIT mutated(); }

Q_SIGNALS:
    void mutated();
    void dropletActive(qint64 id); ///< boot: hosts/ applies user_data and opens SSH after its own latency
    void dropletGone(qint64 id);
    void dropletReboot(qint64 id);
    void clusterRunning(const QString &id); ///< kubernetes/ starts serving, fills nodes, agent, CRD after its latency
    void clusterGone(const QString &id);

private:
    friend struct WorldFields; ///< the list of what save() and load() carry
    void arm(const Event &event);
    QMap<QString, double> m_latencies;
    QMap<quint64, Event> m_events;
    QMap<QString, std::function<void(const QString &)>> m_handlers;
    Clock::Duration m_offset{0};
    quint64 m_order = 0;
    quint64 m_random;
    qint64 m_number = 400000000;
    int m_publicIps = 0;
};

} // namespace sluice::sandbox
