#pragma once

#include "core/verify/verify.h"

#include <optional>

/// Everything that one verification measured, as plain values with their evidence. Collectors fill it; model, evaluate
/// and diagnose are pure functions of it. A nullopt or a `measured == false` means "could not be measured" and can
/// never become a pass.
namespace sluice::verify {

/// The answers of the echo services to one source.
struct Echo {
    struct Answer {
        QString service;
        QString raw;            ///< as printed, cut
        std::optional<Ipv4> ip; ///< strict IPv4, else empty
    };
    bool measured = false; ///< the probe itself ran
    QString problem;       ///< why not, when !measured
    QList<Answer> answers;
    QList<Evidence> evidence; ///< all attempts, oldest first
    /// The address that at least two services agree on and no other address has as many; empty otherwise.
    std::optional<Ipv4> agreed() const;
    /// At least two different addresses were answered.
    bool disagree() const;
};

/// What one host (bastion or private droplet) said over SSH.
struct HostFacts {
    QString role; ///< "bastion" | "droplet"
    bool reached = false;
    Error error; ///< why not: Unavailable, DeadlineExceeded, Untrusted (host key), Unauthenticated
    Echo echo;
    QString routes;              ///< `ip -4 route show` output
    QStringList defaultGateways; ///< of every IPv4 default route in it, in order
    bool metadataRoute = false;  ///< a route to 169.254.169.254 that is not the NAT gateway's default
    std::optional<bool> metadataAnswers;
    QStringList bootDefaults;        ///< "via X" of each default that netplan would generate at boot
    std::optional<bool> bootKnown;   ///< false/nullopt: could not be generated
    std::optional<QString> ipv6Echo; ///< empty text = no IPv6 way out; an address = leak
    std::optional<bool> dnsWorks;
    std::optional<bool> hostKeyPinnedMatches;
    std::optional<bool> attested;
    QString hostKeyFingerprint;
    QMap<QString, Evidence> evidence; ///< by section: routes, metadata, boot, ipv6, dns, hostkey, attestation
    Evidence contact; ///< how far the connection came, when nothing could be asked; no command = it stood
};

struct PodFacts {
    QString node;
    QString podName;
    bool created = false;
    QString phase;
    QString waitingReason; ///< ImagePullBackOff, ...
    Error error;
    Echo echo;
    int attempts = 0;
};

struct Observations {
    // API
    std::optional<digitalocean::NatGateway> natGateway;
    std::optional<digitalocean::Droplet> bastion;
    std::optional<digitalocean::Droplet> droplet;
    std::optional<digitalocean::Firewall> bastionFirewall;
    std::optional<digitalocean::Firewall> privateFirewall;
    QMap<QString, Evidence> apiEvidence; ///< nat_gateway, bastion_firewall, private_firewall, ...
    QMap<QString, Error> apiErrors;
    /// This machine's clock against the API's, by the Date of its replies; 0 also when nobody told.
    std::chrono::seconds clockAhead{0};
    // Kubernetes
    bool kubernetesReached = false;
    Error kubernetesError;
    std::optional<kubernetes::Route> route; ///< empty with routeError NotFound = it is missing
    Error routeError;
    std::optional<kubernetes::AgentState> agent;
    QList<kubernetes::Node> nodes;
    QMap<QString, Evidence> kubernetesEvidence; ///< route, agent, nodes
    QList<PodFacts> pods;
    // Hosts
    HostFacts bastionHost{.role = QStringLiteral("bastion")};
    HostFacts dropletHost{.role = QStringLiteral("droplet")};
    // Direct SSH from the operator to the private droplet's public address
    enum class Direct { NotMeasured, Refused, Connected };
    Direct directSsh = Direct::NotMeasured;
    Evidence directSshEvidence;
    // The promise
    QString promisedIp; ///< outputs nat_gateway_public_ip
    QString gatewayIp;  ///< outputs nat_gateway_gateway_ip
    QString bastionPublicIp;
    QString dropletPublicIp;
    QString dropletPrivateIp;
    QMap<QString, QString> remoteIds; ///< step name -> id
};

/// Predicted source address of each source, from API objects + Route + reported routes; empty text when it cannot tell.
QString predictPod(const Observations &seen, const QString &node);
QString predictDroplet(const Observations &seen);
QString predictBastion(const Observations &seen);

/// All cells of the matrix (DESIGN.md), each with verdict, prediction, evidence and, where it does not pass, its
/// diagnosis. Pure.
QList<Cell> evaluate(const Observations &seen, const blueprint::Plan &plan);
/// The cause of one cell that does not pass; ordered rules, first match wins; "unknown_cause" when nothing fits. Pure.
Diagnosis diagnose(const Cell &cell, const Observations &seen, const blueprint::Plan &plan);
/// Fail if any cell fails; else Unknown if any is unknown or there is no cell at all; else Pass.
Verdict overall(const QList<Cell> &cells);

} // namespace sluice::verify
