#pragma once

#include "core/base/ip.h"
#include "core/base/json.h"

#include <QStringList>

namespace sluice::blueprint {

/// What the operator wants. The reference's .tfvars names are the JSON names of the shared fields.
struct Blueprint {
    QString namePrefix;    ///< name_prefix: starts with a letter, [a-z0-9-], at most 40 characters
    QString region;        ///< region slug
    QString vpcCidr;       ///< vpc_cidr: RFC 1918, /16../28
    QString clusterSubnet; ///< doks_cluster_subnet: /25 per node
    QString serviceSubnet; ///< doks_service_subnet
    int nodeCount = 1;     ///< doks_node_count: 1..64 (bounded by the cluster subnet)
    QStringList sshKeyIds; ///< ssh_key_ids: keys of the account; empty = a deployment key is made, used and removed
    QString sshKeyFile;    ///< ssh_key_file: the user's own private key used in place with ssh_key_ids; empty = agent
    QString dropletSize;   ///< droplet_size: slug; empty = cheapest 2 vCPU / 4 GB
    QString nodeSize;      ///< node_size: slug; empty = cheapest 2 vCPU / 4 GB that DOKS offers
    QString kubernetesVersion; ///< kubernetes_version: slug; empty = newest
    QString image;             ///< image: slug; empty = highest Ubuntu LTS
    int natGatewaySize = 1; ///< nat_gateway_size: units of throughput, 1..16 (DIGITALOCEAN.md 4 has doubts about > 5)
    bool ha = false;        ///< ha: +40 USD/month, cannot be turned off later
    QStringList bastionSources{QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")}; ///< bastion_ssh_sources
    /// Switches back to the reference's way, each a line in the plan: global_firewall_tags, reference_netplan,
    /// firewalls_after_droplets, newest_image (not LTS), implicit_ha, no_attestation, rfc1918_private_ssh.
    QStringList referenceWays;

    bool operator==(const Blueprint &) const = default;
};

Json toJson(const Blueprint &blueprint);

/// One refused or doubtful input: which field, why, and a value that would do.
struct Problem {
    enum class Severity { Error, Warning };
    QString field; ///< JSON name, e.g. "vpc_cidr"
    QString code;  ///< stable, e.g. "cidr_overlap", "cidr_reserved", "quota_droplets"
    QString message;
    QString proposal; ///< a value for `field` that would be accepted, lists comma-separated; may be empty
    Severity severity = Severity::Error;
    bool operator==(const Problem &) const = default;
};
using Problems = QList<Problem>;
bool hasErrors(const Problems &problems);

/// Reads a blueprint from JSON text. Unknown, missing and mistyped fields are named in the Error (field in
/// Error::resource).
Result<Blueprint> fromJson(const QByteArray &text);
/// By file name: .tfvars (HCL attributes), .tfvars.json or .json. InvalidInput names the file, line and field.
Result<Blueprint> readFile(const QString &path);

/// What the account already uses; from preflight, empty when unknown.
struct NetworkInUse {
    struct Block {
        Cidr cidr;
        QString owner;         ///< for people: "VPC prod-vpc (sfo3)", "cluster x pods"
        bool reserved = false; ///< by the platform itself
    };
    QList<Block> blocks;
};
/// The platform's reserved ranges: everywhere and per region (DIGITALOCEAN.md 1.9).
QList<NetworkInUse::Block> reservedRanges(const QString &region);

/// Every rule that needs no network, plus overlap with `inUse`. Each problem has the field, the reason and a proposal.
Problems validate(const Blueprint &blueprint, const NetworkInUse &inUse = {});
/// A whole working blueprint (free CIDRs, working names) to pre-fill the wizard.
Blueprint propose(const QString &region, const NetworkInUse &inUse,
                  const QString &namePrefix = QStringLiteral("egress"));

} // namespace sluice::blueprint
