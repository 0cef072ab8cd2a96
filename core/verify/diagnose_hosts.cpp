// The doctor's rules about the bastion and the private droplet.
#include "core/base/words.h"
#include "core/verify/doctor.h"

#include <algorithm>

namespace sluice::verify {

Finding Doctor::unreached(const HostFacts &host) const {
    const bool isBastion = host.role == QLatin1String("bastion");
    if (host.reached)
        return std::nullopt;
    if (!isBastion && !m_seen.bastionHost.reached && m_seen.bastionHost.error.code == ErrorCode::Untrusted)
        return changedKey(m_seen.bastionHost);
    if (host.error.code == ErrorCode::Untrusted || host.hostKeyPinnedMatches == false)
        return changedKey(host);
    if (!isBastion) {
        if (Finding finding = unreached(m_seen.bastionHost))
            return finding;
        if (Finding finding = firewall("private_firewall", m_seen.privateFirewall, "droplet"))
            return finding;
        if (Finding finding = firewall("bastion_firewall", m_seen.bastionFirewall, "bastion"))
            return finding;
        return tell("droplet_unreachable",
                    VerifyWords::tr("The private droplet %1 could not be reached through the bastion%2.")
                        .arg(m_seen.dropletPrivateIp, because(host.error)),
                    VerifyWords::tr("Check that the droplet is on and that its SSH server runs, then verify again."));
    }
    if (Finding finding = firewall("bastion_firewall", m_seen.bastionFirewall, "bastion"))
        return finding;
    return tell(
        "bastion_unreachable",
        VerifyWords::tr("The bastion %1 could not be reached%2.").arg(m_seen.bastionPublicIp, because(host.error)),
        VerifyWords::tr("Check that the bastion is on and that its firewall allows your address, then verify "
                        "again."));
}

Finding Doctor::changedKey(const HostFacts &host) const {
    const bool isBastion = host.role == QLatin1String("bastion");
    return tell(
        "host_key_changed",
        (isBastion
             ? VerifyWords::tr("The bastion at %1 showed another host key%2 than the one that was pinned.")
             : VerifyWords::tr("The private droplet at %1 showed another host key%2 than the one that was pinned."))
            .arg(isBastion ? m_seen.bastionPublicIp : m_seen.dropletPrivateIp,
                 host.hostKeyFingerprint.isEmpty() ? QString() : QLatin1Char(' ') + host.hostKeyFingerprint),
        VerifyWords::tr("Do not log in: unless the droplet was rebuilt on purpose, somebody is in between. "
                        "Destroy and create the deployment again when you cannot explain it."));
}

Finding Doctor::hostKey(const HostFacts &host) const {
    if (host.reached && host.hostKeyPinnedMatches == false)
        return changedKey(host);
    if (Finding finding = unreached(host))
        return finding;
    if (host.attested == false)
        return tell(
            "attestation_failed",
            (host.role == QLatin1String("bastion")
                 ? VerifyWords::tr("The host key %1 of the bastion is not the one that the droplet itself attests.")
                 : VerifyWords::tr("The host key %1 of the droplet is not the one that the droplet itself attests."))
                .arg(host.hostKeyFingerprint),
            VerifyWords::tr("Do not log in: somebody may be in between. Destroy and create the deployment again."));
    return std::nullopt;
}

Finding Doctor::dns(const HostFacts &host) const {
    if (Finding finding = unreached(host))
        return finding;
    if (host.dnsWorks != false)
        return std::nullopt;
    // Names need a way out too: a closed one is the cause, not the resolver.
    const bool isBastion = host.role == QLatin1String("bastion");
    if (Finding finding = isBastion ? firewall("bastion_firewall", m_seen.bastionFirewall, "bastion")
                                    : firewall("private_firewall", m_seen.privateFirewall, "droplet"))
        return finding;
    if (!isBastion) {
        if (Finding finding = natGateway())
            return finding;
        if (Finding finding = host.routes.isEmpty() ? std::nullopt : defaultRoute())
            return finding;
        if (Finding finding = notForwarding())
            return finding;
    }
    return tell("dns_broken",
                isBastion ? VerifyWords::tr("Names do not resolve on the bastion.")
                          : VerifyWords::tr("Names do not resolve on the droplet."),
                VerifyWords::tr("Check the resolver of the droplet (resolvectl status) and that UDP port 53 is allowed "
                                "outbound."));
}

Finding Doctor::defaultRoute() const {
    const HostFacts &host = m_seen.dropletHost;
    if (host.defaultGateways == QStringList{gatewayIp()})
        return std::nullopt;
    return tell("droplet_default_route",
                VerifyWords::tr("The private droplet's default route goes via %1 instead of only the NAT gateway %2.")
                    .arg(orNone(host.defaultGateways.join(QStringLiteral(", "))), gatewayIp()),
                VerifyWords::tr("Repair the network configuration of the private droplet."), kRepairNetplan);
}

Finding Doctor::dropletEgress() const {
    if (Finding finding = natGateway())
        return finding;
    const HostFacts &host = m_seen.dropletHost;
    if (Finding finding = unreached(host))
        return finding;
    if (!host.routes.isEmpty()) {
        if (Finding finding = defaultRoute())
            return finding;
    }
    if (Finding finding = firewall("private_firewall", m_seen.privateFirewall, "droplet"))
        return finding;
    if (Finding finding = notCredible(host.echo))
        return finding;
    if (!host.echo.agreed() && host.dnsWorks == false)
        return dns(host);
    return echo(host.echo, VerifyWords::tr("the private droplet"));
}

Finding Doctor::bastionEgress() const {
    const HostFacts &host = m_seen.bastionHost;
    if (Finding finding = unreached(host))
        return finding;
    const auto ip = host.echo.agreed();
    const bool showsNat = ip && ip->toString() == m_seen.promisedIp;
    if (showsNat || (!gatewayIp().isEmpty() && host.defaultGateways.value(0) == gatewayIp()))
        return tell("bastion_behind_nat",
                    VerifyWords::tr("The bastion leaves by %1 through the NAT gateway instead of its own address %2.")
                        .arg(m_seen.promisedIp, m_seen.bastionPublicIp),
                    VerifyWords::tr("Remove the default route to %1 from the bastion's network configuration.")
                        .arg(gatewayIp()));
    if (Finding finding = firewall("bastion_firewall", m_seen.bastionFirewall, "bastion"))
        return finding;
    if (Finding finding = notCredible(host.echo))
        return finding;
    if (!ip && host.dnsWorks == false)
        return dns(host);
    return echo(host.echo, VerifyWords::tr("the bastion"));
}

Finding Doctor::echo(const Echo &echo, const QString &who) const {
    if (echo.agreed())
        return std::nullopt;
    if (echo.disagree())
        return tell(
            "echo_disagree",
            VerifyWords::tr("The echo services saw different addresses for %1: %2.").arg(who, m_cell.observed),
            VerifyWords::tr("Verify again; when it stays, there is more than one way out: look at the routes."));
    return tell("echo_unreachable",
                VerifyWords::tr("Fewer than two echo services answered %1%2.")
                    .arg(who, echo.problem.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(echo.problem)),
                VerifyWords::tr("Check whether outbound HTTPS works there, or choose other echo services, then verify "
                                "again."));
}

Finding Doctor::directSsh() const {
    if (m_seen.directSsh != Observations::Direct::Connected)
        return std::nullopt;
    if (Finding finding = firewall("private_firewall", m_seen.privateFirewall, "droplet"))
        return finding;
    return tell("private_reachable_directly",
                VerifyWords::tr("The private droplet's SSH port answers directly at %1.").arg(m_seen.dropletPublicIp),
                VerifyWords::tr("Look for another firewall that opens port 22 for a tag of this droplet."));
}

Finding Doctor::dropletState() const {
    const HostFacts &host = m_seen.dropletHost;
    if (Finding finding = unreached(host))
        return finding;
    if (m_cell.verdict != Verdict::Fail)
        return host.dnsWorks == false ? dns(host) : std::nullopt;
    const QString repair = VerifyWords::tr("Repair the network configuration of the private droplet.");
    if (is("droplet_default_route"))
        return defaultRoute();
    if (is("metadata_route") || (is("metadata_answer") && !host.metadataRoute))
        return tell(
            "metadata_route_missing",
            VerifyWords::tr("The private droplet has no route of its own to 169.254.169.254, so metadata requests "
                            "go to the NAT gateway %1.")
                .arg(gatewayIp()),
            repair, kRepairNetplan);
    if (is("metadata_answer"))
        return tell(
            "metadata_unreachable",
            VerifyWords::tr("The metadata service at 169.254.169.254 does not answer the private droplet although "
                            "the route is there."),
            VerifyWords::tr("Verify again; when it stays, look at the droplet's local firewall."));
    if (is("boot_default_route") && host.bootDefaults.size() > 1)
        return tell(
            "second_default_at_boot",
            VerifyWords::tr("After the next boot the private droplet would have %1 default routes (%2) instead of "
                            "one via %3.")
                .arg(host.bootDefaults.size())
                .arg(host.bootDefaults.join(QStringLiteral(", ")), gatewayIp()),
            repair, kRepairNetplan);
    if (is("boot_default_route"))
        return tell(
            "droplet_default_route",
            host.bootDefaults.isEmpty()
                ? VerifyWords::tr(
                      "After the next boot the private droplet's default route would go nowhere instead of via %1.")
                      .arg(gatewayIp())
                : VerifyWords::tr(
                      "After the next boot the private droplet's default route would go %1 instead of via %2.")
                      .arg(host.bootDefaults.first(), gatewayIp()),
            repair, kRepairNetplan);
    if (is("no_ipv6_leak:droplet"))
        return tell("ipv6_leak",
                    VerifyWords::tr("The private droplet reaches the internet over IPv6 as %1, past the NAT gateway.")
                        .arg(host.ipv6Echo.value_or(QString())),
                    VerifyWords::tr("Turn off IPv6 on the private droplet; the NAT gateway is IPv4 only."));
    return std::nullopt;
}

} // namespace sluice::verify
