#include "core/base/words.h"
#include "core/digitalocean/firewall_rules.h"
#include "core/verify/doctor.h"

#include <algorithm>

namespace sluice::verify {

namespace {

constexpr std::chrono::seconds kClockTolerance(60);

} // namespace

Diagnosis Doctor::run() const {
    if (const Finding finding = byCell())
        return *finding;
    return unexplained();
}

QString Doctor::gatewayIp() const {
    return m_seen.gatewayIp.isEmpty() && m_seen.natGateway ? m_seen.natGateway->gatewayIp : m_seen.gatewayIp;
}

Finding Doctor::byCell() const {
    if (startsWith("pod_egress:"))
        return podEgress();
    if (is("droplet_egress"))
        return dropletEgress();
    if (is("bastion_egress"))
        return bastionEgress();
    if (is("private_direct_ssh"))
        return directSsh();
    if (is("route_equals_plan"))
        return first({&Doctor::cluster, &Doctor::route});
    if (is("agent_ready"))
        return first({&Doctor::cluster, &Doctor::agent});
    if (is("nat_gateway_active"))
        return natGateway();
    if (is("firewall_bastion"))
        return firewall("bastion_firewall", m_seen.bastionFirewall, "bastion");
    if (is("firewall_private"))
        return firewall("private_firewall", m_seen.privateFirewall, "droplet");
    if (startsWith("host_key_"))
        return hostKey(is("host_key_bastion") ? m_seen.bastionHost : m_seen.dropletHost);
    if (startsWith("dns:"))
        return dns(is("dns:bastion") ? m_seen.bastionHost : m_seen.dropletHost);
    return dropletState();
}

Finding Doctor::first(std::initializer_list<Finding (Doctor::*)() const> rules) const {
    for (const auto rule : rules) {
        if (Finding finding = (this->*rule)())
            return finding;
    }
    return std::nullopt;
}

Finding Doctor::natGateway() const {
    const Error missing = m_seen.apiErrors.value(QStringLiteral("nat_gateway"));
    if (!m_seen.natGateway && m_seen.apiErrors.contains(QStringLiteral("nat_gateway")) &&
        missing.code == ErrorCode::NotFound)
        return tell("nat_gateway_not_active",
                    VerifyWords::tr("The NAT gateway that had the address %1 does not exist any more.")
                        .arg(orNone(m_seen.promisedIp)),
                    VerifyWords::tr("Destroy the deployment and create it again; the egress IP will be another one."));
    if (!m_seen.natGateway)
        return std::nullopt;
    const auto &gateway = *m_seen.natGateway;
    if (!gateway.isReady())
        return tell("nat_gateway_not_active",
                    VerifyWords::tr("The NAT gateway is in the state %1 with the public address %2 and the VPC address "
                                    "%3, so it forwards nothing.")
                        .arg(orNone(gateway.rawState), orNone(gateway.publicIp), orNone(gateway.gatewayIp)),
                    VerifyWords::tr("Wait until the NAT gateway is ACTIVE and verify again; when it stays in this "
                                    "state, ask the platform's support with the id %1.")
                        .arg(gateway.id),
                    gateway.state == digitalocean::NatGatewayState::Pending ? kWait : QString());
    if (!m_seen.promisedIp.isEmpty() && gateway.publicIp != m_seen.promisedIp)
        return tell("egress_ip_changed",
                    VerifyWords::tr("The NAT gateway's public address is now %1, but %2 was promised.")
                        .arg(gateway.publicIp, m_seen.promisedIp),
                    VerifyWords::tr("Tell the owners of every allow-list the new address, or create the deployment "
                                    "again; the old address cannot be asked for."));
    if (!m_seen.gatewayIp.isEmpty() && gateway.gatewayIp != m_seen.gatewayIp)
        return tell("gateway_ip_changed",
                    VerifyWords::tr("The NAT gateway's address inside the VPC is now %1, but the Route and the "
                                    "droplet send to %2.")
                        .arg(gateway.gatewayIp, m_seen.gatewayIp),
                    VerifyWords::tr("Destroy the deployment and create it again; the platform is not known to move "
                                    "this address, so ask its support too."));
    return std::nullopt;
}

Finding Doctor::notForwarding() const {
    if (!m_seen.bastionHost.echo.agreed() || !m_seen.natGateway)
        return std::nullopt;
    QList<const Echo *> behind{&m_seen.dropletHost.echo};
    for (const PodFacts &pod : m_seen.pods)
        behind << &pod.echo;
    const bool asked = std::any_of(behind.begin(), behind.end(), [](const Echo *echo) { return echo->measured; });
    // One answer of any kind shows that packets come back.
    const bool answered = std::any_of(behind.begin(), behind.end(), [](const Echo *echo) {
        return std::any_of(echo->answers.begin(), echo->answers.end(),
                           [](const Echo::Answer &answer) { return answer.ip.has_value(); });
    });
    if (!asked || answered)
        return std::nullopt;
    return tell("nat_gateway_not_forwarding",
                VerifyWords::tr("The NAT gateway %1 says that it is ACTIVE, but nothing behind it reaches the "
                                "internet, while the bastion beside it does.")
                    .arg(m_seen.natGateway->id),
                VerifyWords::tr("Wait some minutes and verify again; when it stays, ask the platform's support with "
                                "the gateway's id, or destroy the deployment and create it again."));
}

Finding Doctor::notCredible(const Echo &echo) const {
    const auto ip = echo.agreed();
    const auto beside = m_seen.bastionHost.echo.agreed();
    if (!ip || !beside || *ip != *beside || ip->toString() == m_seen.promisedIp ||
        ip->toString() == m_seen.bastionPublicIp)
        return std::nullopt;
    const bool elsewhere = m_seen.dropletHost.echo.agreed() == ip ||
                           std::any_of(m_seen.pods.begin(), m_seen.pods.end(),
                                       [&ip](const PodFacts &pod) { return pod.echo.agreed() == ip; });
    if (!elsewhere)
        return std::nullopt;
    return tell("echo_not_credible",
                VerifyWords::tr("The echo services report %1 for the bastion and for hosts behind the NAT gateway "
                                "alike, which leave by different addresses: they, or something on the way, do not "
                                "tell the truth.")
                    .arg(ip->toString()),
                VerifyWords::tr("Choose other echo services and verify again."));
}

Finding Doctor::firewall(const char *step, const std::optional<digitalocean::Firewall> &present,
                         const char *role) const {
    const QString name = QLatin1String(step);
    const auto *planned = m_plan.find(name);
    const QString cloudName = planned ? planned->cloudName : name;
    if (!present && m_seen.apiErrors.contains(name) && m_seen.apiErrors[name].code == ErrorCode::NotFound)
        return tell("firewall_not_applied",
                    VerifyWords::tr("The firewall %1 does not exist any more, so its droplet is open.").arg(cloudName),
                    VerifyWords::tr("Repair the deployment: the firewall is made again as planned."), kRepairToPlan);
    if (!present)
        return std::nullopt;
    if (!present->isApplied())
        return tell(
            "firewall_not_applied",
            VerifyWords::tr("The firewall %1 has the status %2 with %3 pending changes: the platform has not put "
                            "it into effect.")
                .arg(cloudName, orNone(present->status))
                .arg(present->pendingChanges),
            VerifyWords::tr("Wait a minute and verify again; when it stays, save the firewall again in the "
                            "control panel."),
            present->status == QLatin1String("failed") ? QString() : kWait);
    const auto differencesOf = [&](const digitalocean::Firewall &firewall) {
        return planned ? digitalocean::firewallDifferences(firewall, planned->request,
                                                           m_seen.remoteIds.value(QLatin1String(role)))
                       : QStringList();
    };
    const QStringList differences = differencesOf(*present);
    if (differences.isEmpty())
        return std::nullopt;
    // A droplet that somebody attached by its id is theirs: rules and tags alone are brought back.
    digitalocean::Firewall own = *present;
    own.dropletIds.clear();
    const bool repairable = !differencesOf(own).isEmpty();
    return tell("firewall_rules_differ",
                VerifyWords::tr("The firewall %1 is not as planned: %2.")
                    .arg(cloudName, differences.join(QStringLiteral("; "))),
                repairable ? VerifyWords::tr("Find out who changed the firewall; repair sets it back to the planned "
                                             "rules and tags.")
                           : VerifyWords::tr("Find out who attached the droplet, and detach it in the control panel."),
                repairable ? kRepairToPlan : QString());
}

Finding Doctor::clockSkew() const {
    if (m_seen.kubernetesError.code != ErrorCode::Untrusted || !m_seen.kubernetesError.outOfDate ||
        std::chrono::abs(m_seen.clockAhead) < kClockTolerance)
        return std::nullopt;
    return tell(
        "clock_skew",
        (m_seen.clockAhead.count() > 0
             ? VerifyWords::tr(
                   "This machine's clock is %1 s ahead of the API's, so the cluster's certificate cannot be checked%2.")
             : VerifyWords::tr(
                   "This machine's clock is %1 s behind the API's, so the cluster's certificate cannot be checked%2."))
            .arg(std::chrono::abs(m_seen.clockAhead).count())
            .arg(because(m_seen.kubernetesError)),
        VerifyWords::tr("Set this machine's clock (by NTP), then verify again."));
}

Finding Doctor::cluster() const {
    if (m_seen.kubernetesReached)
        return std::nullopt;
    if (const Finding skew = clockSkew())
        return skew;
    return tell("kubernetes_unreachable",
                VerifyWords::tr("The cluster's API could not be asked%1.").arg(because(m_seen.kubernetesError)),
                VerifyWords::tr("Check that the cluster is running and that the token may read it "
                                "(kubernetes:access_cluster), then verify again."));
}

Finding Doctor::route() const {
    if (!m_seen.route) {
        if (m_seen.routeError.code != ErrorCode::NotFound)
            return std::nullopt;
        return tell(
            "route_missing",
            VerifyWords::tr("The cluster has no Route that sends 0.0.0.0/0 to the NAT gateway %1.").arg(gatewayIp()),
            VerifyWords::tr("Apply the Route again."), kReapplyRoute);
    }
    const auto &route = *m_seen.route;
    // Applying an equal Route again changes nothing while a finalizer holds the old one.
    if (route.deleting)
        return tell("route_missing",
                    VerifyWords::tr("The Route %1 to %2 is being deleted.").arg(route.name, gatewayIp()),
                    VerifyWords::tr("Wait until it is gone, verify again and then apply the Route again."), kWait);
    if (!gatewayIp().isEmpty() && route.gateways != QStringList{gatewayIp()})
        return tell("route_wrong_gateway",
                    VerifyWords::tr("The Route %1 sends traffic to %2 instead of the NAT gateway %3.")
                        .arg(route.name, orNone(route.gateways.join(QStringLiteral(", "))), gatewayIp()),
                    VerifyWords::tr("Apply the Route again."), kReapplyRoute);
    if (route.destinations != QStringList{QStringLiteral("0.0.0.0/0")} || route.hasNodeSelector)
        return tell("route_narrow_destination",
                    (route.hasNodeSelector
                         ? VerifyWords::tr("The Route %1 covers %2 on selected nodes, not 0.0.0.0/0 on every node.")
                         : VerifyWords::tr("The Route %1 covers %2, not 0.0.0.0/0 on every node."))
                        .arg(route.name, orNone(route.destinations.join(QStringLiteral(", ")))),
                    VerifyWords::tr("Apply the Route again."), kReapplyRoute);
    return std::nullopt;
}

Finding Doctor::agent() const {
    if (!m_seen.agent)
        return std::nullopt;
    if (!m_seen.agent->found)
        return tell("agent_not_ready", VerifyWords::tr("The cluster has no routing agent, so no Route is carried out."),
                    VerifyWords::tr("Turn on the routing agent of the cluster, wait some minutes and verify again."));
    const auto nodes = std::max<qsizetype>(m_seen.agent->desired, m_seen.nodes.size());
    if (!m_seen.agent->isReady() || m_seen.agent->desired < m_seen.nodes.size())
        return tell(
            "agent_not_ready",
            VerifyWords::tr("The routing agent is ready on %1 of %2 nodes.").arg(m_seen.agent->ready).arg(nodes),
            VerifyWords::tr("Wait some minutes after the cluster's start or a node's change and verify again."), kWait);
    return std::nullopt;
}

Finding Doctor::podEgress() const {
    if (Finding finding = first({&Doctor::natGateway, &Doctor::cluster, &Doctor::route, &Doctor::agent}))
        return finding;
    const QString node = m_cell.id.section(QLatin1Char(':'), 1);
    for (const PodFacts &pod : m_seen.pods) {
        if (pod.node != node)
            continue;
        if (pod.waitingReason.contains(QLatin1String("ImagePull")) ||
            pod.waitingReason == QLatin1String("ErrImageNeverPull"))
            return tell(
                "image_pull",
                VerifyWords::tr("The probe pod on node %1 did not start because its image could not be pulled "
                                "(%2).")
                    .arg(node, pod.waitingReason),
                VerifyWords::tr("All nodes share one egress IP, and the registry may have reached its limit for "
                                "it: try again later."),
                kWait);
        if (Finding finding = ownAddress(node, pod.echo))
            return finding;
        if (Finding finding = notCredible(pod.echo))
            return finding;
        if (Finding finding = pod.echo.agreed() ? std::nullopt : notForwarding())
            return finding;
        return echo(pod.echo, VerifyWords::tr("the pod on node %1").arg(node));
    }
    return std::nullopt;
}

Finding Doctor::ownAddress(const QString &node, const Echo &echo) const {
    const auto each = std::find_if(m_seen.nodes.begin(), m_seen.nodes.end(),
                                   [&node](const kubernetes::Node &known) { return known.name == node; });
    const auto ip = echo.agreed();
    if (!ip || each == m_seen.nodes.end() || ip->toString() != each->externalIp)
        return std::nullopt;
    return tell(
        "node_without_route",
        VerifyWords::tr("Pods on node %1 leave by the node's own address %2 instead of %3, although the Route is "
                        "right.")
            .arg(node, each->externalIp, m_seen.promisedIp),
        VerifyWords::tr("Wait a minute when the node is new; otherwise restart the routing agent's pod on this "
                        "node, or replace the node."),
        kWait);
}

Diagnosis Doctor::unexplained() const {
    if (m_cell.verdict == Verdict::Fail)
        return tell("unknown_cause",
                    VerifyWords::tr("From %1 to %2, %3 was observed instead of %4, and no known cause fits.")
                        .arg(m_cell.source, m_cell.destination, m_cell.observed, m_cell.expected),
                    VerifyWords::tr("Look at the evidence of this line and verify again."));
    QStringList reasons;
    for (const Error &error : m_seen.apiErrors)
        reasons << error.message;
    for (const HostFacts *host : {&m_seen.bastionHost, &m_seen.dropletHost}) {
        if (!host->error.message.isEmpty())
            reasons << host->error.message;
    }
    return tell("unknown_cause",
                VerifyWords::tr("From %1 to %2 nothing could be measured%3.")
                    .arg(m_cell.source, m_cell.destination,
                         reasons.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(reasons.first())),
                VerifyWords::tr("Verify again; the log shows what was tried."));
}

Diagnosis diagnose(const Cell &cell, const Observations &seen, const blueprint::Plan &plan) {
    return Doctor(cell, seen, plan).run();
}

} // namespace sluice::verify
