#include "tests/support/healthy_observations.h"

#include <QFloat16>
#include <QTest>
#include <functional>

using namespace sluice;
using namespace sluice::tests;

namespace {

using Change = std::function<void(Observations &)>;

Cell find(const QList<Cell> &cells, const QString &id) {
    for (const Cell &cell : cells) {
        if (cell.id == id)
            return cell;
    }
    return {};
}

void unreach(HostFacts &host, ErrorCode code) {
    const QString role = host.role;
    host = HostFacts{};
    host.role = role;
    host.error = error(code);
}

} // namespace

class EvaluateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void healthyPasses() {
        const QList<Cell> cells = evaluate(healthy(), plan());
        QStringList ids;
        for (const Cell &cell : cells) {
            QVERIFY2(cell.verdict == Verdict::Pass, qPrintable(cell.id + QStringLiteral(": ") + cell.observed));
            QVERIFY2(cell.diagnosis.cause.isEmpty() && !cell.evidence.isEmpty(), qPrintable(cell.id));
            ids << cell.id;
        }
        const QStringList expected{
            "pod_egress:node-1",  "pod_egress:node-2", "droplet_egress",     "bastion_egress",
            "private_direct_ssh", "route_equals_plan", "agent_ready",        "dns:bastion",
            "host_key_bastion",   "dns:droplet",       "host_key_droplet",   "droplet_default_route",
            "metadata_route",     "metadata_answer",   "boot_default_route", "no_ipv6_leak:droplet",
            "firewall_bastion",   "firewall_private",  "nat_gateway_active"};
        QCOMPARE(ids, expected);
        QCOMPARE(overall(cells), Verdict::Pass);
        QCOMPARE(find(cells, "pod_egress:node-1").predicted, kNatIp);
        QCOMPARE(find(cells, "droplet_egress").predicted, kNatIp);
        QCOMPARE(find(cells, "bastion_egress").predicted, kBastionIp);
    }

    void mutation_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("fails"); ///< otherwise unknown
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("action");
        const auto row = [](const char *name, const char *id, bool fails, const char *cause, const char *action,
                            const Change &change) {
            QTest::newRow(name) << change << QString::fromLatin1(id) << fails << QString::fromLatin1(cause)
                                << QString::fromLatin1(action);
        };
        cloudRows(row);
        kubernetesRows(row);
        hostRows(row);
    }

    void mutation() {
        QFETCH(Change, change);
        QFETCH(QString, id);
        QFETCH(bool, fails);
        Observations seen = healthy();
        change(seen);
        const QList<Cell> cells = evaluate(seen, plan());
        const Cell cell = find(cells, id);
        QVERIFY(overall(cells) != Verdict::Pass);
        QCOMPARE(verdictName(cell.verdict), verdictName(fails ? Verdict::Fail : Verdict::Unknown));
        QTEST(cell.diagnosis.cause, "cause");
        QTEST(cell.diagnosis.action, "action");
        QVERIFY(!cell.diagnosis.remedy.isEmpty());
        QVERIFY2(cell.diagnosis.message.endsWith(QLatin1Char('.')) &&
                     !cell.diagnosis.message.contains(QLatin1Char('%')),
                 qPrintable(cell.diagnosis.message));
    }

    /// Takes each piece of evidence away, one at a time: exactly the cells that rest on it stop passing.
    void noEvidenceNoPass_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, const QStringList &ids, const Change &change) {
            QTest::newRow(name) << change << ids;
        };
        row("pod", {"pod_egress:node-2"}, [](Observations &s) { s.pods[1].echo.evidence.clear(); });
        row("droplet echo", {"droplet_egress"}, [](Observations &s) { s.dropletHost.echo.evidence.clear(); });
        row("bastion echo", {"bastion_egress"}, [](Observations &s) { s.bastionHost.echo.evidence.clear(); });
        row("direct ssh", {"private_direct_ssh"}, [](Observations &s) { s.directSshEvidence = {}; });
        row("route", {"route_equals_plan"}, [](Observations &s) { s.kubernetesEvidence.remove("route"); });
        row("agent", {"agent_ready"}, [](Observations &s) { s.kubernetesEvidence.remove("agent"); });
        row("nat", {"nat_gateway_active"}, [](Observations &s) { s.apiEvidence.remove("nat_gateway"); });
        row("fw1", {"firewall_bastion"}, [](Observations &s) { s.apiEvidence.remove("bastion_firewall"); });
        row("fw2", {"firewall_private"}, [](Observations &s) { s.apiEvidence.remove("private_firewall"); });
        row("routes", {"droplet_default_route", "metadata_route"},
            [](Observations &s) { s.dropletHost.evidence.remove("routes"); });
        row("metadata", {"metadata_answer"}, [](Observations &s) { s.dropletHost.evidence.remove("metadata"); });
        row("boot", {"boot_default_route"}, [](Observations &s) { s.dropletHost.evidence.remove("boot"); });
        row("ipv6", {"no_ipv6_leak:droplet"}, [](Observations &s) { s.dropletHost.evidence.remove("ipv6"); });
        row("dns1", {"dns:bastion"}, [](Observations &s) { s.bastionHost.evidence.remove("dns"); });
        row("dns2", {"dns:droplet"}, [](Observations &s) { s.dropletHost.evidence.remove("dns"); });
        row("key1", {"host_key_bastion"}, [](Observations &s) {
            s.bastionHost.evidence.remove("hostkey");
            s.bastionHost.evidence.remove("attestation");
        });
        row("key2", {"host_key_droplet"}, [](Observations &s) {
            s.dropletHost.evidence.remove("hostkey");
            s.dropletHost.evidence.remove("attestation");
        });
    }

    void noEvidenceNoPass() {
        QFETCH(Change, change);
        QFETCH(QStringList, ids);
        Observations seen = healthy();
        change(seen);
        const QList<Cell> cells = evaluate(seen, plan());
        QCOMPARE(overall(cells), Verdict::Unknown);
        for (const Cell &cell : cells) {
            QVERIFY2((cell.verdict == Verdict::Pass) != ids.contains(cell.id), qPrintable(cell.id));
            QCOMPARE(cell.diagnosis.cause.isEmpty(), cell.verdict == Verdict::Pass);
        }
    }

    void nothingMeasured() {
        const QList<Cell> cells = evaluate(Observations{}, plan());
        for (const Cell &cell : cells) {
            QVERIFY2(cell.verdict == Verdict::Unknown, qPrintable(cell.id));
            QVERIFY2(!cell.diagnosis.cause.isEmpty(), qPrintable(cell.id));
        }
        QCOMPARE(find(cells, "pod_egress:unknown").verdict, Verdict::Unknown);
        QCOMPARE(overall(cells), Verdict::Unknown);
        QCOMPARE(overall({}), Verdict::Unknown);
    }

    void majority() {
        QCOMPARE(echo({kNatIp, kBastionIp, kNatIp}).agreed(), std::optional(ip(kNatIp)));
        QVERIFY(echo({kNatIp, kBastionIp, kNatIp}).disagree());
        QVERIFY(!echo({kNatIp, kBastionIp}).agreed());
        QVERIFY(!echo({kNatIp, kBastionIp, kNatIp, kBastionIp}).agreed());
        QVERIFY(!echo({kNatIp, QString()}).agreed());
        QVERIFY(!echo({kNatIp, QString()}).disagree());
        Echo same = echo({kNatIp});
        same.answers << same.answers.first();
        QVERIFY2(!same.agreed(), "one service asked twice is one voice");
        Echo failed = echo({kNatIp, kNatIp});
        failed.measured = false;
        QVERIFY(!failed.agreed());
    }

    void prediction() {
        Observations seen = healthy();
        seen.route.reset();
        seen.routeError = error(ErrorCode::NotFound);
        QCOMPARE(predictPod(seen, "node-1"), QStringLiteral("198.51.100.41"));
        seen.routeError = error(ErrorCode::Unavailable);
        QCOMPARE(predictPod(seen, "node-1"), QString());
        seen = healthy();
        seen.agent->ready = 1;
        QCOMPARE(predictPod(seen, "node-1"), QStringLiteral("198.51.100.41"));
        seen.agent.reset();
        QCOMPARE(predictPod(seen, "node-1"), QString());
        QCOMPARE(predictPod(healthy(), "node-9"), QString());
        seen = healthy();
        seen.route->gateways = {QStringLiteral("10.10.0.99")}; // packets end somewhere else, or nowhere
        QCOMPARE(predictPod(seen, "node-1"), QString());
        seen.agent->ready = 0; // and what nobody carries out does not matter
        QCOMPARE(predictPod(seen, "node-1"), QStringLiteral("198.51.100.41"));
        seen = healthy();
        seen.dropletHost.defaultGateways = {kVpcRouter, kGateway};
        QCOMPARE(predictDroplet(seen), kDropletIp);
        seen.dropletHost.reached = false;
        QCOMPARE(predictDroplet(seen), QString());
        seen.bastionHost.defaultGateways = {kGateway};
        QCOMPARE(predictBastion(seen), kNatIp);
    }

    void aHostThatCannotBeAskedShowsItsConnection() {
        Observations seen = healthy();
        seen.dropletHost = HostFacts{.role = QStringLiteral("droplet")};
        seen.dropletHost.error = Error{.code = ErrorCode::Untrusted, .message = QStringLiteral("another key")};
        seen.dropletHost.hostKeyPinnedMatches = false;
        seen.dropletHost.contact = {.command = QStringLiteral("ssh 10.10.0.4"),
                                    .where = QStringLiteral("operator"),
                                    .output = QStringLiteral("pinned was A, shown is B"),
                                    .at = QStringLiteral("2026-11-29T12:00:00Z")};
        const QList<Cell> cells = evaluate(seen, plan());
        int shown = 0;
        for (const Cell &each : cells) {
            if (each.verdict == Verdict::Pass)
                continue;
            shown += each.evidence.size() == 1 && each.evidence.first().output == seen.dropletHost.contact.output;
        }
        QVERIFY2(shown >= 8, qPrintable(QString::number(shown))); // egress, DNS, key, routes, metadata, boot, IPv6
        QCOMPARE(find(cells, "host_key_droplet").verdict, Verdict::Fail);
    }

    void withoutAttestation() {
        blueprint::Plan reference = plan();
        reference.blueprint.referenceWays << QStringLiteral("no_attestation");
        Observations seen = healthy();
        seen.bastionHost.attested.reset();
        QCOMPARE(find(evaluate(seen, reference), "host_key_bastion").verdict, Verdict::Pass);
        QCOMPARE(find(evaluate(seen, plan()), "host_key_bastion").verdict, Verdict::Unknown);
    }

    void reportRoundTrip() {
        Observations seen = healthy();
        seen.route->gateways = {QStringLiteral("10.10.0.99")};
        Report report{.deployment = QStringLiteral("demo"),
                      .egressIp = kNatIp,
                      .verdict = Verdict::Fail,
                      .cells = evaluate(seen, plan()),
                      .startedAt = QStringLiteral("2026-01-01T00:00:00Z"),
                      .finishedAt = QStringLiteral("2026-01-01T00:01:00Z"),
                      .apiCalls = 7};
        const Json json = toJson(report);
        const Result<Report> read = reportFromJson(*parseJson(toJsonText(json)));
        QVERIFY(read);
        QCOMPARE(read->cells, report.cells);
        QCOMPARE(toJson(*read), json);
        Json damaged = json;
        damaged["cells"][0]["verdict"] = "fine";
        QVERIFY(!reportFromJson(damaged));
        damaged = json;
        damaged.erase("verdict");
        QVERIFY(!reportFromJson(damaged));
        QVERIFY(!reportFromJson(Json::array()));
    }

private:
    template <class Row>
    static void cloudRows(const Row &row) {
        const auto pending = [](Observations &s) {
            s.natGateway->state = digitalocean::NatGatewayState::Pending;
            s.natGateway->rawState = QStringLiteral("UPDATING");
        };
        row("nat pending", "nat_gateway_active", true, "nat_gateway_not_active", "wait", pending);
        row("nat gone", "nat_gateway_active", true, "nat_gateway_not_active", "", [](Observations &s) {
            s.natGateway.reset();
            s.apiErrors.insert("nat_gateway", error(ErrorCode::NotFound));
        });
        row("nat not read", "nat_gateway_active", false, "unknown_cause", "", [](Observations &s) {
            s.natGateway.reset();
            s.apiErrors.insert("nat_gateway", error(ErrorCode::Unavailable));
        });
        const auto changed = [](Observations &s) {
            s.natGateway->publicIp = QStringLiteral("203.0.113.77");
            s.dropletHost.echo = echo({"203.0.113.77", "203.0.113.77"});
        };
        row("nat address changed", "nat_gateway_active", true, "egress_ip_changed", "", changed);
        row("nat inside address changed, traffic still passes", "nat_gateway_active", true, "gateway_ip_changed", "",
            [](Observations &s) { s.natGateway->gatewayIp = QStringLiteral("172.18.0.222"); });
        row("nat address changed, seen by the droplet", "droplet_egress", true, "egress_ip_changed", "", changed);
        row("firewall waiting", "firewall_bastion", true, "firewall_not_applied", "wait",
            [](Observations &s) { s.bastionFirewall->status = QStringLiteral("waiting"); });
        row("firewall pending change", "firewall_private", true, "firewall_not_applied", "wait",
            [](Observations &s) { s.privateFirewall->pendingChanges = 1; });
        row("firewall failed", "firewall_private", true, "firewall_not_applied", "",
            [](Observations &s) { s.privateFirewall->status = QStringLiteral("failed"); });
        row("firewall gone", "firewall_private", true, "firewall_not_applied", "repair", [](Observations &s) {
            s.privateFirewall.reset();
            s.apiErrors.insert("private_firewall", error(ErrorCode::NotFound));
        });
        row("firewall wider source", "firewall_private", true, "firewall_rules_differ", "repair",
            [](Observations &s) { s.privateFirewall->inbound[0].addresses << QStringLiteral("0.0.0.0/0"); });
        row("firewall extra rule", "firewall_bastion", true, "firewall_rules_differ", "repair", [](Observations &s) {
            s.bastionFirewall->inbound << digitalocean::FirewallRule{"tcp", "80", {"0.0.0.0/0"}, {}};
        });
        row("firewall outbound missing", "firewall_private", true, "firewall_rules_differ", "repair",
            [](Observations &s) { s.privateFirewall->outbound.removeFirst(); });
        row("firewall acts on a foreign tag", "firewall_bastion", true, "firewall_rules_differ", "repair",
            [](Observations &s) { s.bastionFirewall->tags << QStringLiteral("bastion"); });
        row("firewall on a foreign droplet", "firewall_bastion", true, "firewall_rules_differ", "",
            [](Observations &s) { s.bastionFirewall->dropletIds << 4711; });
        row("direct ssh", "private_direct_ssh", true, "private_reachable_directly", "",
            [](Observations &s) { s.directSsh = Observations::Direct::Connected; });
        row("direct ssh by the firewall", "private_direct_ssh", true, "firewall_rules_differ", "repair",
            [](Observations &s) {
                s.directSsh = Observations::Direct::Connected;
                s.privateFirewall->inbound[0].addresses = {QStringLiteral("0.0.0.0/0")};
            });
        row("direct ssh not tried", "private_direct_ssh", false, "unknown_cause", "",
            [](Observations &s) { s.directSsh = Observations::Direct::NotMeasured; });
    }

    template <class Row>
    static void kubernetesRows(const Row &row) {
        const Change missing = [](Observations &s) {
            s.route.reset();
            s.routeError = error(ErrorCode::NotFound);
            for (int i = 0; i < 2; ++i)
                s.pods[i].echo = echo({s.nodes[i].externalIp, s.nodes[i].externalIp});
        };
        row("kubernetes not reached", "pod_egress:unknown", false, "kubernetes_unreachable", "", [](Observations &s) {
            s.kubernetesReached = false;
            s.kubernetesError = error(ErrorCode::Unavailable);
        });
        row("no nodes", "pod_egress:unknown", false, "unknown_cause", "", [](Observations &s) { s.nodes.clear(); });
        // By the kind of the failure, not by its words: those are in the user's language.
        const auto untrusted = [](int ahead, bool outOfDate) {
            return [ahead, outOfDate](Observations &s) {
                s.kubernetesReached = false;
                s.route.reset();
                s.agent.reset();
                s.kubernetesError = error(ErrorCode::Untrusted);
                s.kubernetesError.outOfDate = outOfDate;
                s.clockAhead = std::chrono::seconds(ahead);
            };
        };
        row("clock behind", "route_equals_plan", false, "clock_skew", "", untrusted(-172800, true));
        row("clock ahead", "agent_ready", false, "clock_skew", "", untrusted(900, true));
        row("expired, and the clock is right", "agent_ready", false, "kubernetes_unreachable", "", untrusted(3, true));
        row("wrong certificate, and the clock is wrong too", "agent_ready", false, "kubernetes_unreachable", "",
            untrusted(900, false));
        row("route missing", "route_equals_plan", true, "route_missing", "reapply_route", missing);
        row("route missing, seen by a pod", "pod_egress:node-2", true, "route_missing", "reapply_route", missing);
        row("route not read", "route_equals_plan", false, "unknown_cause", "", [](Observations &s) {
            s.route.reset();
            s.routeError = error(ErrorCode::Unavailable);
        });
        row("route being deleted", "route_equals_plan", true, "route_missing", "wait",
            [](Observations &s) { s.route->deleting = true; });
        row("route gateway", "route_equals_plan", true, "route_wrong_gateway", "reapply_route",
            [](Observations &s) { s.route->gateways = {QStringLiteral("10.10.0.99")}; });
        row("route second gateway", "route_equals_plan", true, "route_wrong_gateway", "reapply_route",
            [](Observations &s) { s.route->gateways << QStringLiteral("10.10.0.99"); });
        row("route narrow", "route_equals_plan", true, "route_narrow_destination", "reapply_route",
            [](Observations &s) { s.route->destinations = {QStringLiteral("8.8.8.0/24")}; });
        row("route for some nodes", "route_equals_plan", true, "route_narrow_destination", "reapply_route",
            [](Observations &s) { s.route->hasNodeSelector = true; });
        row("agent on one node", "agent_ready", true, "agent_not_ready", "wait",
            [](Observations &s) { s.agent->ready = 1; });
        row("agent wanted on one node only", "agent_ready", true, "agent_not_ready", "wait",
            [](Observations &s) { s.agent = {.found = true, .desired = 1, .ready = 1}; });
        row("agent absent", "agent_ready", true, "agent_not_ready", "",
            [](Observations &s) { s.agent->found = false; });
        row("node without route", "pod_egress:node-2", true, "node_without_route", "wait", [](Observations &s) {
            s.pods[1].echo = echo({"198.51.100.42", "198.51.100.42"});
        });
        row("pod by a strange address", "pod_egress:node-1", true, "unknown_cause", "", [](Observations &s) {
            s.pods[0].echo = echo({"192.0.2.1", "192.0.2.1"});
        });
        row("image", "pod_egress:node-1", false, "image_pull", "wait", [](Observations &s) {
            s.pods[0].echo = {};
            s.pods[0].waitingReason = QStringLiteral("ImagePullBackOff");
        });
        row("pod without answers", "pod_egress:node-1", false, "echo_unreachable", "", [](Observations &s) {
            s.pods[0].echo = echo({"", ""});
        });
        row("no pod on a node", "pod_egress:node-2", false, "unknown_cause", "",
            [](Observations &s) { s.pods.removeLast(); });
        row("pod's echoes disagree", "pod_egress:node-1", false, "echo_disagree", "", [](Observations &s) {
            s.pods[0].echo = echo({kNatIp, "198.51.100.41"});
        });
    }

    template <class Row>
    static void hostRows(const Row &row) {
        const Change ownAddress = [](Observations &s) {
            s.dropletHost.defaultGateways = {kVpcRouter};
            s.dropletHost.echo = echo({kDropletIp, kDropletIp});
        };
        row("droplet's route", "droplet_default_route", true, "droplet_default_route", "repair_netplan", ownAddress);
        row("droplet by its own address", "droplet_egress", true, "droplet_default_route", "repair_netplan",
            ownAddress);
        row("second default now", "droplet_default_route", true, "droplet_default_route", "repair_netplan",
            [](Observations &s) { s.dropletHost.defaultGateways << kVpcRouter; });
        row("routes not read", "droplet_default_route", false, "unknown_cause", "", [](Observations &s) {
            s.dropletHost.routes.clear();
            s.dropletHost.defaultGateways.clear();
        });
        row("metadata route", "metadata_route", true, "metadata_route_missing", "repair_netplan",
            [](Observations &s) { s.dropletHost.metadataRoute = false; });
        row("metadata answer", "metadata_answer", true, "metadata_unreachable", "",
            [](Observations &s) { s.dropletHost.metadataAnswers = false; });
        row("metadata without route", "metadata_answer", true, "metadata_route_missing", "repair_netplan",
            [](Observations &s) {
                s.dropletHost.metadataRoute = false;
                s.dropletHost.metadataAnswers = false;
            });
        row("second default at boot", "boot_default_route", true, "second_default_at_boot", "repair_netplan",
            [](Observations &s) { s.dropletHost.bootDefaults << QStringLiteral("via ") + kVpcRouter; });
        row("wrong default at boot", "boot_default_route", true, "droplet_default_route", "repair_netplan",
            [](Observations &s) { s.dropletHost.bootDefaults = {QStringLiteral("via ") + kVpcRouter}; });
        row("boot not known", "boot_default_route", false, "unknown_cause", "",
            [](Observations &s) { s.dropletHost.bootKnown = false; });
        row("ipv6", "no_ipv6_leak:droplet", true, "ipv6_leak", "",
            [](Observations &s) { s.dropletHost.ipv6Echo = QStringLiteral("2001:db8::1"); });
        row("dns", "dns:droplet", true, "dns_broken", "", [](Observations &s) { s.dropletHost.dnsWorks = false; });
        row("dns hides the echoes", "bastion_egress", false, "dns_broken", "", [](Observations &s) {
            s.bastionHost.dnsWorks = false;
            s.bastionHost.echo = echo({"", ""});
        });
        row("droplet's echoes", "droplet_egress", false, "echo_unreachable", "", [](Observations &s) {
            s.dropletHost.echo = echo({kNatIp, ""});
        });
        row("bastion behind NAT", "bastion_egress", true, "bastion_behind_nat", "", [](Observations &s) {
            s.bastionHost.echo = echo({kNatIp, kNatIp});
        });
        row("bastion by a strange address", "bastion_egress", true, "unknown_cause", "", [](Observations &s) {
            s.bastionHost.echo = echo({"192.0.2.1", "192.0.2.1"});
        });
        row("bastion not reached", "bastion_egress", false, "bastion_unreachable", "",
            [](Observations &s) { unreach(s.bastionHost, ErrorCode::Unavailable); });
        row("droplet not reached", "droplet_egress", false, "droplet_unreachable", "",
            [](Observations &s) { unreach(s.dropletHost, ErrorCode::DeadlineExceeded); });
        row("droplet behind a lost bastion", "metadata_route", false, "bastion_unreachable", "", [](Observations &s) {
            unreach(s.bastionHost, ErrorCode::Unavailable);
            unreach(s.dropletHost, ErrorCode::Unavailable);
        });
        row("host key", "host_key_bastion", true, "host_key_changed", "",
            [](Observations &s) { s.bastionHost.hostKeyPinnedMatches = false; });
        row("host key refused", "host_key_droplet", true, "host_key_changed", "",
            [](Observations &s) { unreach(s.dropletHost, ErrorCode::Untrusted); });
        row("bastion's key refused on the way", "host_key_droplet", false, "host_key_changed", "", [](Observations &s) {
            unreach(s.bastionHost, ErrorCode::Untrusted);
            unreach(s.dropletHost, ErrorCode::Untrusted);
            s.dropletHost.hostKeyPinnedMatches = false;
        });
        row("attestation", "host_key_droplet", true, "attestation_failed", "",
            [](Observations &s) { s.dropletHost.attested = false; });
    }
};

QTEST_GUILESS_MAIN(EvaluateTest)
#include "evaluate_test.moc"
