#pragma once

#include "core/blueprint/blueprint.h"
#include "core/digitalocean/types.h"

#include <QDateTime>
#include <QMap>
#include <chrono>

namespace sluice::blueprint {

/// The roles of the graph; a resource's `name` in plan, steps and journal is the role's name (roleName).
enum class Role {
    SshKey,
    Tag,
    BastionTag,
    PrivateTag,
    BastionFirewall,
    PrivateFirewall,
    Vpc,
    NatGateway,
    Cluster,
    Bastion,
    Droplet,
    BastionReady,
    DropletReady,
    RouteServed,
    Route
};
/// "ssh_key", "tag", "bastion_tag", "private_tag", "bastion_firewall", "private_firewall", "vpc", "nat_gateway",
/// "cluster", "bastion", "droplet", "bastion_ready", "droplet_ready", "route_served", "route".
QString roleName(Role role);
/// The name of a step or a kind of resource for people: the name itself in English, "NAT-Gateway" in German. Never a
/// key.
QString titleOf(const QString &name);

struct PlannedResource {
    Role role = Role::Vpc;
    QString name;      ///< role name, unique in the plan
    QString kind;      ///< vpc | nat_gateway | kubernetes_cluster | droplet | firewall | tag | ssh_key | route | check
    QString cloudName; ///< e.g. "nat-gateway-vpc"
    QString action = QStringLiteral("create");
    QStringList dependsOn; ///< names of resources of this plan (whose readiness is needed)
    double usdPerMonth = 0;
    double usdPerHour = 0;
    QString priceSource; ///< "GET /v2/sizes", "price list of 2026-07-23 (editable)"
    QStringList scopes;  ///< create scopes
    Json request; ///< request body template; run-time values are {"$ref": "vpc.id"} (resolveRequest); never a secret
    int expectedSeconds = 0; ///< typical time to ready, for progress; 0 = unknown
    std::chrono::seconds deadline{900};
};

struct Warning {
    QString code;
    QString message;
};

/// One line of "what follows from this plan", shown before Create.
struct Consequence {
    QString code;
    QString message;
};

/// Prices that no API gives; editable in the settings, always shown with their date.
struct Prices {
    double natGatewayMonthly = 40.0; ///< per size unit; secondary source, 2026-07-23 (DIGITALOCEAN.md 6)
    double haMonthly = 40.0;         ///< DOKS pricing docs, 2025-10-20
    double transferPerGib = 0.01;    ///< beyond what the gateway's units include; secondary source, 2026-07-23
    double includedGib = 100;        ///< outbound a month in each unit; same source
    QString asOf = QStringLiteral("2026-07-23");
    double hoursPerMonth = 672.0; ///< the platform bills a month as 672 h
};

/// A frozen plan: everything resolved, nothing secret, serialisable. The same value feeds list, drawing, cost, engine
/// and teardown.
struct Plan {
    QString deployment;   ///< the deployment's name = name prefix
    QString deploymentId; ///< six random letters; tags are sluice-<id>...
    Blueprint blueprint;  ///< with every slug resolved
    QString accountEndpoint;
    QString accountTeam;
    QString accountUuid;
    QList<PlannedResource> resources; ///< in topological order
    QList<Warning> warnings;
    QList<Consequence> consequences;
    QStringList scopesNeeded;
    QStringList scopesProbed; ///< read scopes that answered 200
    Prices prices;
    QString createdAt; ///< ISO 8601 UTC
    /// Steps whose objects are to be changed in place to what the plan says: a change that was agreed to and is not
    /// yet done. Every resume goes on with it; empty when the account is as planned.
    QStringList pendingChanges;
    double usdPerMonth() const;
    double usdPerHour() const;
    /// What `gib` GiB a month through the NAT gateway cost beyond what its units include, by the plan's prices.
    double transferUsdPerMonth(double gib) const;
    const PlannedResource *find(const QString &name) const;
};

Json toJson(const Plan &plan);
Result<Plan> planFromJson(const Json &json);

/// Fills a request template: every object {"$ref": "<role>.<field>"} becomes that output ("vpc.id",
/// "nat_gateway.gateway_ip", "ssh_key.id"); an all-digit output becomes a number, as the API's numeric ids are. An
/// output that is missing stays as it is: the caller must not send a body in which unresolvedReferences() finds
/// something. Droplet user_data is never in a template.
Json resolveRequest(const Json &request, const QMap<QString, QString> &outputs);
QStringList unresolvedReferences(const Json &request);

/// Everything preflight learned about the account; plain data, so that planFrom is a pure function.
struct AccountFacts {
    digitalocean::Account account;
    QList<digitalocean::Region> regions;
    QList<digitalocean::Size> sizes;
    QList<digitalocean::Image> images;
    digitalocean::KubernetesOptions options;
    QList<digitalocean::Vpc> vpcs;
    QList<digitalocean::Cluster> clusters;
    QList<digitalocean::NatGateway> natGateways;
    QList<digitalocean::Firewall> firewalls;
    QList<digitalocean::Droplet> droplets;
    QList<digitalocean::Tag> tags;
    QList<digitalocean::SshKey> sshKeys;
    QStringList scopesProbed;
    QString endpoint;
    std::chrono::seconds clockAhead{0}; ///< of this machine against the API's; 0 also when nobody told
    NetworkInUse networkInUse() const;
};

/// Plan or refusal. Pure.
struct PlanOutcome {
    Problems problems; ///< errors: nothing may be created
    Plan plan;         ///< valid when !hasErrors(problems)
};
PlanOutcome planFrom(const Blueprint &blueprint, const AccountFacts &facts, const Prices &prices,
                     const QString &deploymentId, const QDateTime &now);

} // namespace sluice::blueprint
