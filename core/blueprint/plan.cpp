#include "core/blueprint/plan.h"

#include "core/base/words.h"

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

QString titleOf(const QString &name) {
    // Roles, kinds and the steps that only a teardown has.
    static constexpr const char *names[] = {QT_TRANSLATE_NOOP("core::blueprint", "ssh_key"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "tag"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "bastion_tag"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "private_tag"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "bastion_firewall"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "private_firewall"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "vpc"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "nat_gateway"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "cluster"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "bastion"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "droplet"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "bastion_ready"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "droplet_ready"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "route_served"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "route"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "kubernetes_cluster"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "firewall"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "private_key"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "associated_resources"),
                                            QT_TRANSLATE_NOOP("core::blueprint", "certificate")};
    const auto known = std::find_if(std::begin(names), std::end(names),
                                    [&name](const char *each) { return name == QLatin1String(each); });
    return known == std::end(names) ? name : BlueprintWords::tr(*known);
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
        add(vpc.ipRange, BlueprintWords::tr("VPC %1 (%2)").arg(vpc.name, vpc.region));
    for (const digitalocean::Cluster &cluster : clusters) {
        add(cluster.clusterSubnet, BlueprintWords::tr("cluster %1 pods").arg(cluster.name));
        add(cluster.serviceSubnet, BlueprintWords::tr("cluster %1 services").arg(cluster.name));
    }
    return inUse;
}

} // namespace sluice::blueprint
