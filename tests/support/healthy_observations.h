#pragma once

#include "core/verify/observations.h"

/// A deployment in which everything is as it must be, measured: tests break one thing of it.
namespace sluice::tests {

using namespace sluice::verify;

inline const QString kNatIp = QStringLiteral("203.0.113.10");
inline const QString kGateway = QStringLiteral("10.10.0.2");
inline const QString kBastionIp = QStringLiteral("198.51.100.20");
inline const QString kDropletIp = QStringLiteral("198.51.100.30");
inline const QString kVpcRouter = QStringLiteral("198.51.100.1");

inline Ipv4 ip(const QString &text) {
    return *Ipv4::parse(text);
}

inline Evidence evidence(const QString &command) {
    return {.command = command, .where = QStringLiteral("here"), .output = QStringLiteral("x"), .at = {}};
}

/// What each service answered, in the order of the default services; an empty text is no answer.
inline Echo echo(const QStringList &answers) {
    Echo echo;
    echo.measured = true;
    for (int i = 0; i < answers.size(); ++i) {
        Echo::Answer answer{.service = defaultEchoServices().at(i), .raw = answers[i], .ip = std::nullopt};
        if (!answers[i].isEmpty())
            answer.ip = ip(answers[i]);
        echo.answers << answer;
    }
    echo.evidence << evidence(QStringLiteral("curl"));
    return echo;
}

inline Error error(ErrorCode code) {
    return {.code = code, .message = QStringLiteral("it did not work")};
}

inline Json rule(const char *peers, const char *protocol, const char *ports, const char *address) {
    return {{"protocol", protocol}, {"ports", ports}, {peers, {{"addresses", {address}}}}};
}

inline blueprint::PlannedResource planned(blueprint::Role role, const QString &cloudName, const Json &request) {
    blueprint::PlannedResource resource;
    resource.role = role;
    resource.name = blueprint::roleName(role);
    resource.cloudName = cloudName;
    resource.request = request;
    return resource;
}

inline blueprint::Plan plan() {
    using blueprint::Role;
    const auto firewall = [](const char *source, const char *tag) {
        return Json{{"inbound_rules", Json::array({rule("sources", "tcp", "22", source)})},
                    {"outbound_rules", Json::array({rule("destinations", "tcp", "0", "0.0.0.0/0"),
                                                    rule("destinations", "icmp", "0", "0.0.0.0/0")})},
                    {"tags", Json::array({tag})}};
    };
    blueprint::Plan plan;
    plan.deployment = QStringLiteral("demo");
    plan.resources = {
        planned(Role::BastionFirewall, QStringLiteral("demo-bastion-fw"), firewall("0.0.0.0/0", "sluice-a-bastion")),
        planned(Role::PrivateFirewall, QStringLiteral("demo-private-fw"), firewall("10.10.0.0/20", "sluice-a-private")),
        planned(Role::NatGateway, QStringLiteral("demo-nat-gw"), {}),
        planned(Role::Route, QStringLiteral("default-egress-via-nat"),
                {{"spec",
                  {{"destinations", {"0.0.0.0/0"}},
                   {"gateways", Json::array({Json{{"$ref", "nat_gateway.gateway_ip"}}})}}}})};
    return plan;
}

inline digitalocean::Firewall firewall(const QString &source, const QString &tag) {
    const QStringList all{QStringLiteral("0.0.0.0/0")};
    return {.id = QStringLiteral("fw"),
            .name = {},
            .status = QStringLiteral("succeeded"),
            .pendingChanges = 0,
            // Another order than the plan's, and the API's own word for all ports.
            .inbound = {{QStringLiteral("tcp"), QStringLiteral("22"), {source}, {}}},
            .outbound = {{QStringLiteral("icmp"), QString(), all, {}},
                         {QStringLiteral("tcp"), QStringLiteral("all"), all, {}}},
            .dropletIds = {},
            .tags = {tag},
            .createdAt = {}};
}

inline void fillHost(HostFacts &host) {
    host.reached = true;
    host.routes = QStringLiteral("default via somewhere");
    host.metadataRoute = true;
    host.metadataAnswers = true;
    host.bootKnown = true;
    host.ipv6Echo = QString();
    host.dnsWorks = true;
    host.hostKeyPinnedMatches = true;
    host.attested = true;
    host.hostKeyFingerprint = QStringLiteral("SHA256:abc");
    for (const char *section : {"routes", "metadata", "boot", "ipv6", "dns", "hostkey", "attestation"})
        host.evidence.insert(QLatin1String(section), evidence(QLatin1String(section)));
}

inline Observations healthy() {
    Observations seen;
    seen.promisedIp = kNatIp;
    seen.gatewayIp = kGateway;
    seen.bastionPublicIp = kBastionIp;
    seen.dropletPublicIp = kDropletIp;
    seen.dropletPrivateIp = QStringLiteral("10.10.0.4");
    seen.natGateway = digitalocean::NatGateway{};
    seen.natGateway->id = QStringLiteral("nat-1");
    seen.natGateway->rawState = QStringLiteral("ACTIVE");
    seen.natGateway->state = digitalocean::NatGatewayState::Active;
    seen.natGateway->gatewayIp = kGateway;
    seen.natGateway->publicIp = kNatIp;
    seen.bastionFirewall = firewall(QStringLiteral("0.0.0.0/0"), QStringLiteral("sluice-a-bastion"));
    seen.privateFirewall = firewall(QStringLiteral("10.10.0.0/20"), QStringLiteral("sluice-a-private"));
    for (const char *step : {"nat_gateway", "bastion_firewall", "private_firewall"})
        seen.apiEvidence.insert(QLatin1String(step), evidence(QLatin1String(step)));

    seen.kubernetesReached = true;
    seen.route = kubernetes::Route{};
    seen.route->name = QStringLiteral("default-egress-via-nat");
    seen.route->destinations = {QStringLiteral("0.0.0.0/0")};
    seen.route->gateways = {kGateway};
    seen.agent = kubernetes::AgentState{.found = true, .desired = 2, .ready = 2};
    for (const char *key : {"route", "agent", "nodes"})
        seen.kubernetesEvidence.insert(QLatin1String(key), evidence(QLatin1String(key)));
    for (const int i : {1, 2}) {
        const QString name = QStringLiteral("node-%1").arg(i);
        seen.nodes << kubernetes::Node{name, true, QStringLiteral("10.10.0.1%1").arg(i),
                                       QStringLiteral("198.51.100.4%1").arg(i)};
        PodFacts pod;
        pod.node = name;
        pod.created = true;
        pod.echo = echo({kNatIp, kNatIp, kNatIp});
        seen.pods << pod;
    }
    fillHost(seen.bastionHost);
    seen.bastionHost.echo = echo({kBastionIp, kBastionIp});
    seen.bastionHost.defaultGateways = {kVpcRouter};
    fillHost(seen.dropletHost);
    seen.dropletHost.echo = echo({kNatIp, kNatIp});
    seen.dropletHost.defaultGateways = {kGateway};
    seen.dropletHost.bootDefaults = {QStringLiteral("via ") + kGateway};
    seen.directSsh = Observations::Direct::Refused;
    seen.directSshEvidence = evidence(QStringLiteral("ssh"));
    return seen;
}

} // namespace sluice::tests
