#include "tests/mutations/mutants.h"

namespace sluice::test {

namespace {

const QString kReapply = QStringLiteral("reapply_route");
const QString kRepair = QStringLiteral("repair_netplan");
const QString kRoutes = QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1/");

using Step = std::function<void(Deployed &)>;

Step set(const char *kind, const QString &name, const Json &members) {
    return [=](Deployed &d) { d.set(kind, name, members); };
}

Step flip(const QString &name, const Json &value) {
    return [=](Deployed &d) { d.flip(name, value); };
}

Step type(const char *role, const QString &command) {
    return [role = QString::fromLatin1(role), command](Deployed &d) { d.type(role, command); };
}

/// The Route's spec as the cluster serves it.
Step routeSpec(const Json &spec) {
    return set("kube", QStringLiteral("default-egress-via-nat"), {{"body", {{"spec", spec}}}});
}

/// A firewall as another tool would save it: its own answer with some members changed.
Step firewall(const QString &name, const Json &changes) {
    return [=](Deployed &d) {
        Json body = d.firewall(name);
        const QString id = jsonString(body, "id");
        for (const char *given : {"id", "status", "created_at", "pending_changes"})
            body.erase(given);
        body.update(changes);
        d.api("PUT", QStringLiteral("firewalls/") + id, body);
    };
}

/// A fault that is one switch of the sandbox: on, then off.
Mutant switched(const QString &name, const QString &key, const char *value, const QStringList &causes) {
    return {name, flip(key, value), flip(key, nullptr), causes, {}};
}

QStringList cause(const char *first, const char *second = nullptr) {
    QStringList list{QLatin1String(first)};
    if (second)
        list << QLatin1String(second);
    return list;
}

void cloud(Deployed &d, QList<Mutant> &list) {
    const QString nat = QStringLiteral("nat-gateway-nat-gw");
    list << Mutant{QStringLiteral("NAT gateway drops everything"),
                   set("nat_gateway", nat, {{"down", true}}),
                   set("nat_gateway", nat, {{"down", false}}),
                   cause("nat_gateway_not_forwarding"),
                   {}};
    list << Mutant{QStringLiteral("NAT gateway does not translate"),
                   set("nat_gateway", nat, {{"masquerade", false}}),
                   set("nat_gateway", nat, {{"masquerade", true}}),
                   cause("nat_gateway_not_forwarding"),
                   {}};
    list << Mutant{QStringLiteral("NAT gateway in state ERROR"),
                   set("nat_gateway", nat, {{"state", "ERROR"}}),
                   set("nat_gateway", nat, {{"state", "ACTIVE"}}),
                   cause("nat_gateway_not_active"),
                   {}};
    list << Mutant{QStringLiteral("NAT gateway has another public address"),
                   set("nat_gateway", nat, {{"publicIp", "203.0.113.77"}}),
                   set("nat_gateway", nat, {{"publicIp", d.output("nat_gateway_public_ip").toStdString()}}),
                   cause("egress_ip_changed"),
                   {}};
    list << Mutant{QStringLiteral("NAT gateway has another private address"),
                   set("nat_gateway", nat, {{"gatewayIp", "172.18.0.222"}}),
                   set("nat_gateway", nat, {{"gatewayIp", d.output("nat_gateway_gateway_ip").toStdString()}}),
                   cause("gateway_ip_changed"),
                   {}};
    for (const char *which : {"bastion", "private"}) {
        const QString name = QStringLiteral("nat-gateway-%1-fw").arg(QLatin1String(which));
        const QString of = QStringLiteral("%1 firewall ").arg(QLatin1String(which));
        const Json planned = d.firewall(name);
        const Json back = {{"inbound_rules", planned["inbound_rules"]},
                           {"outbound_rules", planned["outbound_rules"]},
                           {"tags", planned["tags"]},
                           {"droplet_ids", Json::array()}};
        const Json open =
            Json::array({{{"protocol", "tcp"}, {"ports", "1-65535"}, {"sources", {{"addresses", {"0.0.0.0/0"}}}}}});
        const Json closed =
            Json::array({{{"protocol", "tcp"}, {"ports", "9"}, {"destinations", {{"addresses", {"198.51.100.1"}}}}}});
        list << Mutant{of + QStringLiteral("opened to everybody on all ports"),
                       firewall(name, {{"inbound_rules", open}}), firewall(name, back), cause("firewall_rules_differ"),
                       QStringLiteral("repair")};
        list << Mutant{of + QStringLiteral("closed outbound"), firewall(name, {{"outbound_rules", closed}}),
                       firewall(name, back), cause("firewall_rules_differ"), QStringLiteral("repair")};
        list << Mutant{of + QStringLiteral("taken off its tag"), firewall(name, {{"tags", Json::array()}}),
                       firewall(name, back), cause("firewall_rules_differ"), QStringLiteral("repair")};
        list << Mutant{of + QStringLiteral("failed to apply"),
                       set("firewall", name, {{"status", "failed"}}),
                       set("firewall", name, {{"status", "succeeded"}}),
                       cause("firewall_not_applied"),
                       {}};
    }
    list << Mutant{QStringLiteral("private firewall lets nobody in"),
                   firewall(QStringLiteral("nat-gateway-private-fw"), {{"inbound_rules", Json::array()}}),
                   firewall(QStringLiteral("nat-gateway-private-fw"),
                            {{"inbound_rules", d.firewall(QStringLiteral("nat-gateway-private-fw"))["inbound_rules"]}}),
                   cause("firewall_rules_differ"), QStringLiteral("repair")};
}

void cluster(Deployed &d, QList<Mutant> &list) {
    const QString id = d.output("cluster_id");
    const std::string gateway = d.output("nat_gateway_gateway_ip").toStdString();
    list << Mutant{QStringLiteral("Route deleted"),
                   [](Deployed &x) {
                       const Json world = x.sandbox().adminGet(QStringLiteral("/world"));
                       for (const auto &objects : jsonMember(world, "kube")) {
                           for (const auto &object : objects) {
                               if (jsonString(object, "resource") != QLatin1String("routes"))
                                   continue;
                               const QString space = jsonString(object, "nameSpace");
                               x.kube("DELETE",
                                      kRoutes +
                                          (space.isEmpty() ? QString() : QStringLiteral("namespaces/%1/").arg(space)) +
                                          QStringLiteral("routes/default-egress-via-nat"));
                           }
                       }
                       // Deleted is gone; while its finalizer holds it, the remedy is another one.
                       const auto gone = [&x] {
                           const Json now = x.sandbox().adminGet(QStringLiteral("/world"));
                           for (const auto &objects : jsonMember(now, "kube")) {
                               for (const auto &object : objects) {
                                   if (jsonString(object, "resource") == QLatin1String("routes"))
                                       return false;
                               }
                           }
                           return true;
                       };
                       if (!QTest::qWaitFor(gone, 30000))
                           x.problem = QStringLiteral("the Route does not go");
                   },
                   {},
                   cause("route_missing"),
                   kReapply};
    list << Mutant{QStringLiteral("Route to another gateway"),
                   routeSpec({{"gateways", {"172.18.0.99"}}}),
                   {},
                   cause("route_wrong_gateway"),
                   kReapply};
    list << Mutant{QStringLiteral("Route with two gateways"),
                   routeSpec({{"gateways", {gateway, "172.18.0.99"}}}),
                   {},
                   cause("route_wrong_gateway"),
                   kReapply};
    list << Mutant{QStringLiteral("Route for half of the internet"),
                   routeSpec({{"destinations", {"0.0.0.0/1"}}}),
                   {},
                   cause("route_narrow_destination"),
                   kReapply};
    list << Mutant{QStringLiteral("Route without destinations"),
                   routeSpec({{"destinations", Json::array()}}),
                   {},
                   cause("route_narrow_destination"),
                   kReapply};
    list << switched(QStringLiteral("Route missing on one of three nodes"),
                     QStringLiteral("route_skip:") + d.nodes().value(1), "yes", cause("node_without_route"));
    list << switched(QStringLiteral("routing agent crash-looping"), QStringLiteral("agent:") + id, "crashloop",
                     cause("agent_not_ready"));
    list << switched(QStringLiteral("routing agent down on one node"),
                     QStringLiteral("agent_node:") + d.nodes().value(2), "down", cause("agent_not_ready"));
    list << switched(QStringLiteral("cluster refuses its token"), QStringLiteral("kube:") + id, "token_expired",
                     cause("kubernetes_unreachable"));
    list << switched(QStringLiteral("cluster API down"), QStringLiteral("kube:") + id, "down",
                     cause("kubernetes_unreachable"));
    list << switched(QStringLiteral("cluster API answers 500"), QStringLiteral("kube:") + id, "500",
                     cause("kubernetes_unreachable"));
    list << switched(QStringLiteral("probe image cannot be pulled"), QStringLiteral("image:curl"), "unpullable",
                     cause("image_pull"));
}

void hosts(Deployed &d, QList<Mutant> &list) {
    const QString gateway = d.output("nat_gateway_gateway_ip");
    const QString publicGateway = d.routerOf(QStringLiteral("droplet"));
    const auto route = [&](const char *name, const QString &command, const char *why) {
        list << Mutant{QString::fromLatin1(name), type("droplet", command), {}, cause(why), kRepair};
    };
    route("droplet's default route back to its public side",
          QStringLiteral("ip route replace default via %1 dev eth0").arg(publicGateway), "droplet_default_route");
    route("droplet that knows the NAT gateway alone, and no metadata",
          QStringLiteral(
              "rm /var/lib/sluice/network; ip route del 169.254.169.254; sed -i 's/169.254.169.254/192.0.2.1/' "
              "/etc/netplan/50-cloud-init.yaml"),
          "metadata_route_missing");
    route("droplet with two default routes",
          QStringLiteral("ip route add default via %1 dev eth0 metric 50").arg(publicGateway), "droplet_default_route");
    route("droplet without a default route", QStringLiteral("ip route del default"), "droplet_default_route");
    route("droplet's default route to a neighbour", QStringLiteral("ip route replace default via 172.18.0.99 dev eth1"),
          "droplet_default_route");
    route("droplet without a metadata route", QStringLiteral("ip route del 169.254.169.254"), "metadata_route_missing");
    route("droplet without a metadata route and without what an earlier run learned",
          QStringLiteral("rm /var/lib/sluice/network; ip route del 169.254.169.254"), "metadata_route_missing");
    route("second default route at the next boot",
          QStringLiteral("printf 'network:\\n  version: 2\\n  ethernets:\\n    eth0:\\n      routes:\\n      - to: "
                         "0.0.0.0/0\\n        via: %1\\n' > /etc/netplan/60-other.yaml")
              .arg(publicGateway),
          "second_default_at_boot");
    route("no default route at the next boot", QStringLiteral("rm /etc/netplan/99-sluice-egress.yaml"),
          "droplet_default_route");
    const QString attestation = QStringLiteral("/var/lib/sluice/host-key-attestation");
    for (const char *role : {"bastion", "droplet"}) {
        const QString id = d.idOf(QLatin1String(role));
        const QString of = QStringLiteral(": %1").arg(QLatin1String(role));
        list << switched(QStringLiteral("host key swapped") + of, QStringLiteral("hostkey:") + id, "swapped",
                         cause("host_key_changed"));
        list << Mutant{QStringLiteral("attestation forged") + of,
                       type(role, QStringLiteral("cp %1 /root/kept; printf 'ssh-ed25519 %2\\n' > %1")
                                      .arg(attestation, QString(64, QLatin1Char('0')))),
                       type(role, QStringLiteral("cp /root/kept %1").arg(attestation)),
                       cause("attestation_failed"),
                       {}};
        list << Mutant{QStringLiteral("attestation removed") + of,
                       type(role, QStringLiteral("mv %1 /root/kept").arg(attestation)),
                       type(role, QStringLiteral("mv /root/kept %1").arg(attestation)),
                       cause("attestation_failed"),
                       {}};
        list << switched(QStringLiteral("SSH server down") + of, QStringLiteral("sshd:") + id, "down",
                         cause(qstrcmp(role, "bastion") == 0 ? "bastion_unreachable" : "droplet_unreachable"));
        list << switched(QStringLiteral("names do not resolve") + of, QStringLiteral("dns:") + id, "broken",
                         cause("dns_broken"));
    }
    for (const char *role : {"bastion", "droplet"}) {
        const QString name = QStringLiteral("nat-gateway-%1").arg(QLatin1String(role));
        list << Mutant{QStringLiteral("powered off: %1").arg(QLatin1String(role)),
                       set("droplet", name, {{"status", "off"}}),
                       set("droplet", name, {{"status", "active"}}),
                       cause(qstrcmp(role, "bastion") == 0 ? "bastion_unreachable" : "droplet_unreachable"),
                       {}};
    }
    list << switched(QStringLiteral("IPv6 way out of the private droplet"),
                     QStringLiteral("ipv6:") + d.idOf(QStringLiteral("droplet")), "leak", cause("ipv6_leak"));
    list << Mutant{
        QStringLiteral("bastion behind the NAT gateway too"),
        type("bastion", QStringLiteral("ip route replace default via %1 dev eth1").arg(gateway)),
        type("bastion",
             QStringLiteral("ip route replace default via %1 dev eth0").arg(d.routerOf(QStringLiteral("bastion")))),
        cause("bastion_behind_nat", "bastion_unreachable"),
        {}};
    list << Mutant{
        QStringLiteral("private droplet reachable directly"),
        [=](Deployed &x) {
            x.type(QStringLiteral("droplet"),
                   QStringLiteral("ip route add 198.51.100.0/24 via %1 dev eth0").arg(publicGateway));
            firewall(QStringLiteral("nat-gateway-private-fw"),
                     {{"inbound_rules",
                       Json::array(
                           {{{"protocol", "tcp"}, {"ports", "22"}, {"sources", {{"addresses", {"0.0.0.0/0"}}}}}})}})(x);
        },
        [planned = d.firewall(QStringLiteral("nat-gateway-private-fw"))](Deployed &x) {
            x.type(QStringLiteral("droplet"), QStringLiteral("ip route del 198.51.100.0/24"));
            firewall(QStringLiteral("nat-gateway-private-fw"), {{"inbound_rules", planned["inbound_rules"]}})(x);
        },
        cause("firewall_rules_differ", "private_reachable_directly"),
        {}};
}

/// The operator's own machine. A preloaded library moves the clock that the program sees.
void operatorsMachine(QList<Mutant> &list) {
    const QString shim = qEnvironmentVariable("SLUICE_FAULT_SHIM");
    if (shim.isEmpty())
        return; // not built beside the sanitizers
    const auto clock = [shim](const char *seconds) {
        return [shim, order = QStringLiteral("clock:http:1:") + QLatin1String(seconds)](Deployed &d) {
            d.environment({{QStringLiteral("LD_PRELOAD"), shim}, {QStringLiteral("SLUICE_FAULT"), order}});
        };
    };
    const auto right = [](Deployed &d) { d.environment({}); };
    list << Mutant{
        QStringLiteral("this machine's clock two days behind"), clock("-172800"), right, cause("clock_skew"), {}};
    list << Mutant{
        QStringLiteral("this machine's clock twelve years ahead"), clock("380000000"), right, cause("clock_skew"), {}};
}

void probes(QList<Mutant> &list) {
    const QStringList services{QStringLiteral("ifconfig.me"), QStringLiteral("api.ipify.org"),
                               QStringLiteral("checkip.amazonaws.com"), QStringLiteral("icanhazip.com")};
    const auto moods = [&services](const QList<std::string> &moods) {
        return [=](Deployed &d) {
            for (qsizetype i = 0; i < moods.size(); ++i)
                d.flip(QStringLiteral("echo:") + services.at(i),
                       moods.at(i).empty() ? Json(nullptr) : Json(moods.at(i)));
        };
    };
    const Step calm = moods({"", "", "", ""});
    const auto row = [&](const char *name, const QList<std::string> &state, const char *why) {
        list << Mutant{QString::fromLatin1(name), moods(state), calm, cause(why), {}};
    };
    row("half of the echo services lie", {"lie:192.0.2.1", "lie:192.0.2.1"}, "echo_disagree");
    row("all echo services lie alike", {"lie:192.0.2.1", "lie:192.0.2.1", "lie:192.0.2.1", "lie:192.0.2.1"},
        "echo_not_credible");
    row("all echo services down", {"down", "down", "down", "down"}, "echo_unreachable");
    row("three echo services down", {"down", "down", "down"}, "echo_unreachable");
    row("echo services answer HTML", {"html", "html", "html", "html"}, "echo_unreachable");
    row("echo services answer IPv6", {"ipv6", "ipv6", "ipv6", "ipv6"}, "echo_unreachable");
}

} // namespace

QList<Mutant> mutants(Deployed &deployed) {
    QList<Mutant> list;
    cloud(deployed, list);
    cluster(deployed, list);
    hosts(deployed, list);
    probes(list);
    operatorsMachine(list);
    return list;
}

} // namespace sluice::test
