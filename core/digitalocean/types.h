#pragma once

#include "core/base/ip.h"
#include "core/base/json.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

/// Values of the DigitalOcean API, as far as the product uses them. Every field is what the API says; units in the
/// names' comments.
namespace sluice::digitalocean {

struct Account {
    int dropletLimit = 0;
    QString email;
    QString uuid;
    QString status; ///< active | warning | locked
    QString statusMessage;
    QString teamName;
    QString teamUuid;
};

struct Region {
    QString slug;
    QString name;
    bool available = false;
    QStringList sizes;
    QStringList features;
};

struct Size {
    QString slug;
    int memoryMb = 0;
    int vcpus = 0;
    double priceMonthly = 0; ///< USD
    double priceHourly = 0;  ///< USD
    double transferTb = 0;
    QStringList regions;
    bool available = false;
};

struct Image {
    qint64 id = 0;
    QString slug;
    QString name;
    QString distribution;
    QString status;
    QStringList regions;
};

struct SshKey {
    qint64 id = 0;
    QString fingerprint; ///< MD5 of the key blob, colon-separated hex
    QString publicKey;
    QString name;
};

struct Vpc {
    QString id;
    QString name;
    QString region;
    QString ipRange;
    QString description;
    bool isDefault = false;
    QString createdAt;
};

struct VpcMember {
    QString urn; ///< "do:droplet:<uuid>"; the uuid is not the droplet's numeric id (DIGITALOCEAN.md 1.9)
    QString name;
    QString createdAt;
    QString kind() const { return urn.section(QLatin1Char(':'), 1, 1); }
};

enum class NatGatewayState { Pending, Active, Deleting, Failed };

struct NatGateway {
    QString id;
    QString name;
    QString region;
    QString rawState;                                 ///< As the API says it, for display.
    NatGatewayState state = NatGatewayState::Pending; ///< Unknown words are Pending; ERROR and INVALID are Failed.
    int size = 0;
    QString vpcId;
    bool defaultGateway = false;
    QString gatewayIp; ///< inside the VPC; empty until it appears
    QString publicIp;  ///< the egress IP; empty until it appears
    QString createdAt;
    int udpTimeout = 0; ///< seconds; 0 = not said
    int icmpTimeout = 0;
    int tcpTimeout = 0;
    bool isReady() const { return state == NatGatewayState::Active && !gatewayIp.isEmpty() && !publicIp.isEmpty(); }
};

struct KubernetesVersion {
    QString slug;
    QString kubernetesVersion;
};

struct KubernetesOptions {
    QStringList regions;
    QList<KubernetesVersion> versions; ///< newest first
    QStringList sizes;
};

enum class ClusterState { Pending, Running, Degraded, Failed, Deleting };

struct ClusterNode {
    QString id;
    QString name;
    QString state;
    QString dropletId;
};

/// A node pool as the platform has it; its nodes are in Cluster::nodes too.
struct ClusterPool {
    QString id;
    QString name;
    int count = 0;
    bool autoScale = false;
    int running = 0; ///< nodes whose state is running
    Json raw;        ///< an update replaces the whole pool, so what we do not set is sent back as it came
};

struct Cluster {
    QString id;
    QString name;
    QString region;
    QString version;
    QString vpcId;
    QString clusterSubnet;
    QString serviceSubnet;
    QString endpoint;
    QString rawState;
    QString stateMessage;
    ClusterState state = ClusterState::Pending;
    bool ha = false;
    bool routingAgent = false;
    QStringList tags;
    QList<ClusterPool> pools;
    QList<ClusterNode> nodes;
    QString createdAt;
};

struct AssociatedResource {
    QString kind; ///< load_balancer | volume | volume_snapshot
    QString id;
    QString name;
};

/// Bearer credentials of a cluster. Never stored; `token` is registered as a secret when parsed.
struct ClusterCredentials {
    QString server;
    QByteArray certificateAuthority; ///< PEM
    QString token;
    QDateTime expiresAt;
};

enum class DropletState { Pending, Active, Off, Failed };

struct Droplet {
    qint64 id = 0;
    QString name;
    QString rawState;
    DropletState state = DropletState::Pending;
    QString region;
    QString sizeSlug;
    QString imageSlug;
    QString vpcId; ///< empty for some seconds after the create
    QString publicIp;
    QString privateIp;
    bool hasIpv6 = false;
    QStringList tags;
    QString createdAt;
};

/// protocol tcp|udp|icmp; ports "22", "8000-9000", "all" ("0" and "1-65535" from the API are normalised to "all").
struct FirewallRule {
    QString protocol;
    QString ports;
    QStringList addresses; ///< sources of an inbound, destinations of an outbound rule
    QStringList tags;
    bool operator==(const FirewallRule &) const = default;
};

struct Firewall {
    QString id;
    QString name;
    QString status; ///< waiting | succeeded | failed
    int pendingChanges = 0;
    QList<FirewallRule> inbound;
    QList<FirewallRule> outbound;
    QList<qint64> dropletIds;
    QStringList tags;
    QString createdAt;
    bool isApplied() const { return status == QLatin1String("succeeded") && pendingChanges == 0; }
};

struct Tag {
    QString name;
    int resourceCount = 0;
};

} // namespace sluice::digitalocean
