#include "core/blueprint/plan.h"

#include <algorithm>

namespace sluice::blueprint {

QString roleName(Role role) {
    switch (role) {
    case Role::SshKey:
        return QStringLiteral("ssh_key");
    case Role::Tag:
        return QStringLiteral("tag");
    case Role::BastionTag:
        return QStringLiteral("bastion_tag");
    case Role::PrivateTag:
        return QStringLiteral("private_tag");
    case Role::BastionFirewall:
        return QStringLiteral("bastion_firewall");
    case Role::PrivateFirewall:
        return QStringLiteral("private_firewall");
    case Role::Vpc:
        return QStringLiteral("vpc");
    case Role::NatGateway:
        return QStringLiteral("nat_gateway");
    case Role::Cluster:
        return QStringLiteral("cluster");
    case Role::Bastion:
        return QStringLiteral("bastion");
    case Role::Droplet:
        return QStringLiteral("droplet");
    case Role::BastionReady:
        return QStringLiteral("bastion_ready");
    case Role::DropletReady:
        return QStringLiteral("droplet_ready");
    case Role::RouteServed:
        return QStringLiteral("route_served");
    case Role::Route:
        return QStringLiteral("route");
    }
    return {};
}

double Plan::usdPerMonth() const {
    double sum = 0;
    for (const PlannedResource &resource : resources)
        sum += resource.usdPerMonth;
    return sum;
}

double Plan::usdPerHour() const {
    double sum = 0;
    for (const PlannedResource &resource : resources)
        sum += resource.usdPerHour;
    return sum;
}

double Plan::transferUsdPerMonth(double gib) const {
    return std::max(0.0, gib - prices.includedGib * blueprint.natGatewaySize) * prices.transferPerGib;
}

const PlannedResource *Plan::find(const QString &name) const {
    const auto it = std::find_if(resources.begin(), resources.end(),
                                 [&name](const PlannedResource &resource) { return resource.name == name; });
    return it == resources.end() ? nullptr : &*it;
}

NetworkInUse AccountFacts::networkInUse() const {
    NetworkInUse inUse;
    const auto add = [&inUse](const QString &text, const QString &owner) {
        if (const auto cidr = Cidr::parse(text))
            inUse.blocks.append({*cidr, owner});
    };
    for (const digitalocean::Vpc &vpc : vpcs)
        add(vpc.ipRange, QStringLiteral("VPC %1 (%2)").arg(vpc.name, vpc.region));
    for (const digitalocean::Cluster &cluster : clusters) {
        add(cluster.clusterSubnet, QStringLiteral("cluster %1 pods").arg(cluster.name));
        add(cluster.serviceSubnet, QStringLiteral("cluster %1 services").arg(cluster.name));
    }
    return inUse;
}

} // namespace sluice::blueprint
