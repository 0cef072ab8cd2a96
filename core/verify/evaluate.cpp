#include "core/base/words.h"
#include "core/digitalocean/firewall_rules.h"
#include "core/verify/observations.h"

#include <algorithm>

namespace sluice::verify {

namespace {

using Answer = std::optional<bool>;

Verdict verdictOf(Answer answer) {
    return !answer ? Verdict::Unknown : *answer ? Verdict::Pass : Verdict::Fail;
}

QString defaultsText(const QStringList &gateways) {
    QStringList all;
    for (const QString &gateway : gateways)
        all << VerifyWords::tr("default via %1").arg(gateway);
    return all.isEmpty() ? VerifyWords::tr("no default route") : all.join(QStringLiteral(", "));
}

QString answersText(const Echo &echo) {
    if (const auto ip = echo.agreed())
        return ip->toString();
    QStringList all;
    for (const Echo::Answer &answer : echo.answers)
        all << answer.service + QStringLiteral(": ") +
                   (answer.ip              ? answer.ip->toString()
                    : answer.raw.isEmpty() ? VerifyWords::tr("no answer")
                                           : answer.raw);
    return all.isEmpty() ? echo.problem : all.join(QStringLiteral(", "));
}

class Matrix {
public:
    Matrix(const Observations &seen, const blueprint::Plan &plan)
        : m_seen(seen)
        , m_plan(plan) {}

    QList<Cell> all() {
        egress();
        kubernetes();
        host(m_seen.bastionHost);
        host(m_seen.dropletHost);
        droplet();
        firewall(QStringLiteral("bastion_firewall"), QStringLiteral("firewall_bastion"), m_seen.bastionFirewall,
                 m_seen.remoteIds.value(QStringLiteral("bastion")));
        firewall(QStringLiteral("private_firewall"), QStringLiteral("firewall_private"), m_seen.privateFirewall,
                 m_seen.remoteIds.value(QStringLiteral("droplet")));
        natGateway();
        return m_cells;
    }

private:
    static Cell cell(const QString &id, const QString &source, const QString &destination, const char *protocol) {
        Cell made;
        made.id = id;
        made.source = source;
        made.destination = destination;
        made.protocol = QLatin1String(protocol);
        return made;
    }

    static QString sourceOf(const HostFacts &host) {
        return host.role == QLatin1String("bastion") ? VerifyWords::tr("bastion") : VerifyWords::tr("private droplet");
    }

    /// Every cell ends here: what has no evidence cannot pass, whatever the values say.
    void finish(Cell made, Answer answer, const QList<Evidence> &evidence) {
        for (const Evidence &item : evidence) {
            if (!item.command.isEmpty())
                made.evidence.append(item);
        }
        made.verdict = verdictOf(answer);
        if (made.verdict == Verdict::Pass && made.evidence.isEmpty())
            made.verdict = Verdict::Unknown;
        if (made.observed.isEmpty())
            made.observed = VerifyWords::tr("not measured");
        if (made.verdict != Verdict::Pass)
            made.diagnosis = diagnose(made, m_seen, m_plan);
        m_cells.append(made);
    }

    /// A host that could not be asked answers nothing: then what became of the connection is the evidence.
    void finishOf(const HostFacts &host, const Cell &made, Answer answer, QList<Evidence> evidence) {
        evidence.removeIf([](const Evidence &item) { return item.command.isEmpty(); });
        finish(made, answer, evidence.isEmpty() ? QList<Evidence>{host.contact} : evidence);
    }

    void egress() {
        bool anyNode = false;
        for (const kubernetes::Node &node : m_seen.nodes) {
            if (!m_seen.kubernetesReached || !node.ready)
                continue;
            anyNode = true;
            Cell made = cell(QStringLiteral("pod_egress:") + node.name,
                             VerifyWords::tr("pod on node %1").arg(node.name), VerifyWords::tr("internet"), "https");
            made.predicted = predictPod(m_seen, node.name);
            const auto pod = std::find_if(m_seen.pods.begin(), m_seen.pods.end(),
                                          [&node](const PodFacts &each) { return each.node == node.name; });
            egressCell(made, pod == m_seen.pods.end() ? Echo{} : pod->echo);
        }
        if (!anyNode)
            egressCell(cell(QStringLiteral("pod_egress:unknown"), VerifyWords::tr("pod"), VerifyWords::tr("internet"),
                            "https"),
                       {});

        Cell droplet = cell(QStringLiteral("droplet_egress"), VerifyWords::tr("private droplet"),
                            VerifyWords::tr("internet"), "https");
        droplet.predicted = predictDroplet(m_seen);
        egressCell(droplet, m_seen.dropletHost.echo, m_seen.dropletHost.contact);
        bastionEgress();
        directSsh();
    }

    void egressCell(Cell made, const Echo &echo, const Evidence &contact = {}) {
        made.expected = m_seen.promisedIp;
        made.observed = answersText(echo);
        const auto ip = echo.agreed();
        finish(made, ip && !m_seen.promisedIp.isEmpty() ? Answer(ip->toString() == m_seen.promisedIp) : Answer(),
               echo.evidence.isEmpty() ? QList<Evidence>{contact} : echo.evidence);
    }

    /// The bastion proves the opposite: it must not go through the NAT gateway, or nobody could reach it any more.
    void bastionEgress() {
        Cell made =
            cell(QStringLiteral("bastion_egress"), VerifyWords::tr("bastion"), VerifyWords::tr("internet"), "https");
        made.negative = true;
        made.expected = m_seen.bastionPublicIp;
        made.predicted = predictBastion(m_seen);
        made.observed = answersText(m_seen.bastionHost.echo);
        const auto ip = m_seen.bastionHost.echo.agreed();
        Answer answer;
        if (ip && !m_seen.promisedIp.isEmpty() && ip->toString() == m_seen.promisedIp)
            answer = false;
        else if (ip && !m_seen.bastionPublicIp.isEmpty() && !m_seen.promisedIp.isEmpty())
            answer = ip->toString() == m_seen.bastionPublicIp;
        finishOf(m_seen.bastionHost, made, answer, m_seen.bastionHost.echo.evidence);
    }

    void directSsh() {
        Cell made = cell(QStringLiteral("private_direct_ssh"), VerifyWords::tr("operator"),
                         VerifyWords::tr("private droplet %1:22").arg(m_seen.dropletPublicIp), "ssh");
        made.negative = true;
        made.expected = VerifyWords::tr("refused");
        Answer answer;
        if (m_seen.directSsh != Observations::Direct::NotMeasured) {
            answer = m_seen.directSsh == Observations::Direct::Refused;
            made.observed = *answer ? VerifyWords::tr("refused") : VerifyWords::tr("connected");
        }
        finish(made, answer, {m_seen.directSshEvidence});
    }

    void kubernetes() {
        Cell route = cell(QStringLiteral("route_equals_plan"), VerifyWords::tr("cluster"), QStringLiteral("Route"),
                          "kubernetes");
        const blueprint::PlannedResource *planned = m_plan.find(QStringLiteral("route"));
        const Json wanted = blueprint::resolveRequest(planned ? planned->request : Json(),
                                                      {{QStringLiteral("nat_gateway.gateway_ip"), m_seen.gatewayIp}});
        const Json &spec = jsonMember(wanted, "spec");
        const QStringList destinations = jsonStringList(spec, "destinations");
        const QStringList gateways = jsonStringList(spec, "gateways");
        const auto text = [](const QStringList &to, const QStringList &via) {
            return VerifyWords::tr("%1 via %2").arg(to.join(QStringLiteral(", ")), via.join(QStringLiteral(", ")));
        };
        route.expected = text(destinations, gateways);
        Answer answer;
        if (m_seen.route && !destinations.isEmpty() && !m_seen.gatewayIp.isEmpty()) {
            route.observed = text(m_seen.route->destinations, m_seen.route->gateways);
            if (m_seen.route->deleting)
                route.observed = VerifyWords::tr("%1, being deleted").arg(route.observed);
            if (m_seen.route->hasNodeSelector)
                route.observed = VerifyWords::tr("%1, only for selected nodes").arg(route.observed);
            answer = m_seen.route->destinations == destinations && m_seen.route->gateways == gateways &&
                     !m_seen.route->deleting && !m_seen.route->hasNodeSelector;
        } else if (m_seen.kubernetesReached && !m_seen.route && m_seen.routeError.code == ErrorCode::NotFound) {
            route.observed = VerifyWords::tr("missing");
            answer = false;
        }
        finish(route, answer, {m_seen.kubernetesEvidence.value(QStringLiteral("route"))});
        agent();
    }

    void agent() {
        Cell made = cell(QStringLiteral("agent_ready"), VerifyWords::tr("cluster"), VerifyWords::tr("routing agent"),
                         "kubernetes");
        made.expected = VerifyWords::tr("ready on every node");
        Answer answer;
        if (m_seen.agent) {
            made.observed = m_seen.agent->found
                                ? VerifyWords::tr("ready on %1 of %2 nodes")
                                      .arg(m_seen.agent->ready)
                                      .arg(std::max<qsizetype>(m_seen.agent->desired, m_seen.nodes.size()))
                                : VerifyWords::tr("not installed");
            answer = m_seen.agent->isReady() && m_seen.agent->desired >= m_seen.nodes.size();
        }
        finish(made, answer, {m_seen.kubernetesEvidence.value(QStringLiteral("agent"))});
    }

    /// The cells that both hosts have.
    void host(const HostFacts &host) {
        Cell dns = cell(QStringLiteral("dns:") + host.role, sourceOf(host), VerifyWords::tr("resolver"), "dns");
        dns.expected = VerifyWords::tr("names resolve");
        if (host.dnsWorks)
            dns.observed = *host.dnsWorks ? dns.expected : VerifyWords::tr("names do not resolve");
        finishOf(host, dns, host.dnsWorks, {host.evidence.value(QStringLiteral("dns"))});

        const bool attest = !m_plan.blueprint.referenceWays.contains(QStringLiteral("no_attestation"));
        Cell key = cell(QStringLiteral("host_key_") + host.role, VerifyWords::tr("operator"), sourceOf(host), "ssh");
        key.expected = attest ? VerifyWords::tr("pinned key, attested") : VerifyWords::tr("pinned key");
        Answer answer;
        // The droplet is asked through the bastion: a refused bastion says nothing about the droplet's key.
        const bool refusedOnTheWay = &host == &m_seen.dropletHost && !host.reached && !m_seen.bastionHost.reached &&
                                     m_seen.bastionHost.error.code == ErrorCode::Untrusted;
        if (refusedOnTheWay)
            key.observed.clear();
        else if (host.hostKeyPinnedMatches == false || (!host.reached && host.error.code == ErrorCode::Untrusted)) {
            key.observed = VerifyWords::tr("another key %1").arg(host.hostKeyFingerprint);
            answer = false;
        } else if (host.hostKeyPinnedMatches && (!attest || host.attested)) {
            answer = !attest || *host.attested;
            key.observed = !attest   ? VerifyWords::tr("pinned key")
                           : *answer ? VerifyWords::tr("pinned key, attested")
                                     : VerifyWords::tr("pinned key, attestation does not match");
        }
        finishOf(host, key, answer,
                 {host.evidence.value(QStringLiteral("hostkey")), host.evidence.value(QStringLiteral("attestation"))});
    }

    void droplet() {
        const HostFacts &host = m_seen.dropletHost;
        const QString source = VerifyWords::tr("private droplet");
        const Evidence routes = host.evidence.value(QStringLiteral("routes"));
        // A host without any route could not have been asked: an empty table means that the command failed.
        const bool routesKnown = host.reached && !host.routes.isEmpty();

        Cell route = cell(QStringLiteral("droplet_default_route"), source, VerifyWords::tr("routing table"), "ip");
        route.expected = defaultsText({m_seen.gatewayIp});
        Answer answer;
        if (routesKnown && !m_seen.gatewayIp.isEmpty()) {
            route.observed = defaultsText(host.defaultGateways);
            answer = host.defaultGateways == QStringList{m_seen.gatewayIp};
        }
        finishOf(host, route, answer, {routes});

        Cell metadata = cell(QStringLiteral("metadata_route"), source, QStringLiteral("169.254.169.254"), "ip");
        metadata.expected = VerifyWords::tr("a route of its own");
        if (routesKnown)
            metadata.observed = host.metadataRoute ? metadata.expected : VerifyWords::tr("no route of its own");
        finishOf(host, metadata, routesKnown ? Answer(host.metadataRoute) : Answer(), {routes});

        Cell answers = cell(QStringLiteral("metadata_answer"), source, QStringLiteral("169.254.169.254"), "http");
        answers.expected = VerifyWords::tr("answers");
        if (host.metadataAnswers)
            answers.observed = *host.metadataAnswers ? answers.expected : VerifyWords::tr("no answer");
        finishOf(host, answers, host.metadataAnswers, {host.evidence.value(QStringLiteral("metadata"))});

        Cell boot = cell(QStringLiteral("boot_default_route"), source, QStringLiteral("netplan"), "ip");
        boot.expected = defaultsText({m_seen.gatewayIp});
        answer.reset();
        if (host.bootKnown.value_or(false) && !m_seen.gatewayIp.isEmpty()) {
            QStringList gateways;
            for (const QString &line : host.bootDefaults)
                gateways << (line.startsWith(QLatin1String("via ")) ? line.section(QLatin1Char(' '), 1, 1) : line);
            boot.observed = defaultsText(gateways);
            answer = gateways == QStringList{m_seen.gatewayIp};
        }
        finishOf(host, boot, answer, {host.evidence.value(QStringLiteral("boot"))});

        Cell ipv6 =
            cell(QStringLiteral("no_ipv6_leak:droplet"), source, VerifyWords::tr("internet"), "https over IPv6");
        ipv6.negative = true;
        ipv6.expected = VerifyWords::tr("no way out");
        if (host.ipv6Echo)
            ipv6.observed = host.ipv6Echo->isEmpty() ? ipv6.expected : *host.ipv6Echo;
        finishOf(host, ipv6, host.ipv6Echo ? Answer(host.ipv6Echo->isEmpty()) : Answer(),
                 {host.evidence.value(QStringLiteral("ipv6"))});
    }

    void firewall(const QString &step, const QString &id, const std::optional<digitalocean::Firewall> &present,
                  const QString &ownDropletId) {
        const blueprint::PlannedResource *planned = m_plan.find(step);
        Cell made = cell(id, VerifyWords::tr("cloud"), planned ? planned->cloudName : step, "api");
        made.expected = VerifyWords::tr("applied as planned");
        Answer answer;
        if (present && planned) {
            QStringList wrong = digitalocean::firewallDifferences(*present, planned->request, ownDropletId);
            if (!present->isApplied())
                wrong.prepend(
                    VerifyWords::tr("status %1, %2 changes pending").arg(present->status).arg(present->pendingChanges));
            answer = wrong.isEmpty();
            made.observed = wrong.isEmpty() ? made.expected : wrong.join(QStringLiteral("; "));
        } else if (isGone(step)) {
            answer = false;
            made.observed = VerifyWords::tr("gone");
        }
        finish(made, answer, {m_seen.apiEvidence.value(step)});
    }

    void natGateway() {
        const QString step = QStringLiteral("nat_gateway");
        const blueprint::PlannedResource *planned = m_plan.find(step);
        Cell made = cell(QStringLiteral("nat_gateway_active"), VerifyWords::tr("cloud"),
                         planned ? planned->cloudName : step, "api");
        made.expected = QStringLiteral("ACTIVE, ") + m_seen.promisedIp;
        Answer answer;
        if (m_seen.natGateway && !m_seen.promisedIp.isEmpty()) {
            const auto &gateway = *m_seen.natGateway;
            // Neighbours may remember where an address was, so traffic can still pass by one that the gateway has given
            // up: what was measured is then true and will not last.
            const bool moved =
                !m_seen.gatewayIp.isEmpty() && !gateway.gatewayIp.isEmpty() && gateway.gatewayIp != m_seen.gatewayIp;
            answer = gateway.isReady() && gateway.publicIp == m_seen.promisedIp && !moved;
            made.observed = gateway.rawState + QStringLiteral(", ") +
                            (gateway.publicIp.isEmpty() ? VerifyWords::tr("no public address") : gateway.publicIp);
            if (moved)
                made.observed = VerifyWords::tr("%1, inside the VPC at %2").arg(made.observed, gateway.gatewayIp);
        } else if (isGone(step)) {
            answer = false;
            made.observed = VerifyWords::tr("gone");
        }
        finish(made, answer, {m_seen.apiEvidence.value(step)});
    }

    bool isGone(const QString &step) const {
        return m_seen.apiErrors.contains(step) && m_seen.apiErrors[step].code == ErrorCode::NotFound;
    }

    const Observations &m_seen;
    const blueprint::Plan &m_plan;
    QList<Cell> m_cells;
};

} // namespace

QList<Cell> evaluate(const Observations &seen, const blueprint::Plan &plan) {
    return Matrix(seen, plan).all();
}

} // namespace sluice::verify
