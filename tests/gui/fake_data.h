#pragma once

#include "core/blueprint/plan.h"
#include "core/engine/engine.h"
#include "core/verify/verify.h"

/// A realistic account and a realistic deployment, as values.
namespace sluice::tests {

inline blueprint::AccountFacts fakeFacts() {
    using namespace digitalocean;
    blueprint::AccountFacts facts;
    facts.account = {25,
                     QStringLiteral("ops@example.com"),
                     QStringLiteral("b6fr89dbf6d9156cace5f3c78dc9851d957381ef"),
                     QStringLiteral("active"),
                     {},
                     QStringLiteral("Example Payments"),
                     QStringLiteral("5df3e3004a17e242b7c20ca6c9fc25b701a47ece")};
    facts.endpoint = QStringLiteral("http://127.0.0.1:8080");
    const QStringList sizes{QStringLiteral("s-1vcpu-1gb"), QStringLiteral("s-2vcpu-4gb"),
                            QStringLiteral("s-4vcpu-8gb")};
    const QStringList features{QStringLiteral("vpc_nat_gateway"), QStringLiteral("metadata")};
    const QStringList regions{QStringLiteral("ams3"), QStringLiteral("fra1"), QStringLiteral("lon1"),
                              QStringLiteral("nyc3"), QStringLiteral("sfo3"), QStringLiteral("sgp1")};
    const QStringList names{QStringLiteral("Amsterdam 3"),     QStringLiteral("Frankfurt 1"),
                            QStringLiteral("London 1"),        QStringLiteral("New York 3"),
                            QStringLiteral("San Francisco 3"), QStringLiteral("Singapore 1")};
    for (int i = 0; i < regions.size(); ++i)
        facts.regions.append({regions[i], names[i], true, sizes, features});
    facts.sizes = {{sizes[0], 1024, 1, 6, 0.00893, 1, regions, true},
                   {sizes[1], 4096, 2, 24, 0.03571, 4, regions, true},
                   {sizes[2], 8192, 4, 48, 0.07143, 5, regions, true}};
    facts.images = {{1, QStringLiteral("ubuntu-24-04-x64"), QStringLiteral("24.04 (LTS) x64"), QStringLiteral("Ubuntu"),
                     QStringLiteral("available"), regions}};
    facts.options.regions = regions;
    facts.options.versions = {{QStringLiteral("1.33.1-do.3"), QStringLiteral("1.33.1")}};
    facts.options.sizes = {sizes[1], sizes[2]};
    facts.vpcs = {{QStringLiteral("v-1"),
                   QStringLiteral("default-sfo3"),
                   QStringLiteral("sfo3"),
                   QStringLiteral("10.124.0.0/20"),
                   {},
                   true,
                   QStringLiteral("2025-03-01T10:00:00Z")},
                  {QStringLiteral("v-2"),
                   QStringLiteral("prod-vpc"),
                   QStringLiteral("sfo3"),
                   QStringLiteral("10.20.0.0/16"),
                   {},
                   false,
                   QStringLiteral("2025-04-01T10:00:00Z")}};
    Cluster cluster;
    cluster.id = QStringLiteral("c-1");
    cluster.name = QStringLiteral("prod");
    cluster.region = QStringLiteral("sfo3");
    cluster.clusterSubnet = QStringLiteral("172.16.0.0/18");
    cluster.serviceSubnet = QStringLiteral("172.16.64.0/20");
    facts.clusters = {cluster};
    facts.sshKeys = {
        {512189, QStringLiteral("3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"),
         QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample alice"), QStringLiteral("alice laptop")},
        {512190, QStringLiteral("a1:22:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fb"),
         QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExamplf bob"), QStringLiteral("bob yubikey")}};
    facts.scopesProbed = {QStringLiteral("account:read"), QStringLiteral("droplet:read"),
                          QStringLiteral("kubernetes:read"), QStringLiteral("vpc:read"),
                          QStringLiteral("firewall:read")};
    return facts;
}

inline blueprint::Blueprint fakeBlueprint(int nodes = 2) {
    blueprint::Blueprint b;
    b.namePrefix = QStringLiteral("payments-egress");
    b.region = QStringLiteral("sfo3");
    b.vpcCidr = QStringLiteral("10.100.0.0/24");
    b.clusterSubnet = QStringLiteral("192.168.0.0/20");
    b.serviceSubnet = QStringLiteral("192.168.16.0/22");
    b.nodeCount = nodes;
    b.dropletSize = QStringLiteral("s-2vcpu-4gb");
    b.nodeSize = QStringLiteral("s-2vcpu-4gb");
    b.kubernetesVersion = QStringLiteral("1.33.1-do.3");
    b.image = QStringLiteral("ubuntu-24-04-x64");
    return b;
}

inline blueprint::Plan fakePlan(int nodes = 2) {
    using namespace blueprint;
    Plan plan;
    plan.blueprint = fakeBlueprint(nodes);
    plan.deployment = plan.blueprint.namePrefix;
    plan.deploymentId = QStringLiteral("k3v9qa");
    plan.accountEndpoint = QStringLiteral("http://127.0.0.1:8080");
    plan.accountTeam = QStringLiteral("Example Payments");
    plan.createdAt = QStringLiteral("2026-11-23T08:00:00Z");
    const QString p = plan.blueprint.namePrefix;
    const auto add = [&plan](Role role, const char *name, const char *kind, const QString &cloudName, double monthly,
                             QStringList needs, const char *scope) {
        PlannedResource r;
        r.role = role;
        r.name = QLatin1String(name);
        r.kind = QLatin1String(kind);
        r.cloudName = cloudName;
        r.usdPerMonth = monthly;
        r.usdPerHour = monthly / 672;
        r.dependsOn = std::move(needs);
        if (*scope)
            r.scopes = {QLatin1String(scope)};
        r.priceSource = monthly > 0 ? QStringLiteral("GET /v2/sizes") : QString();
        plan.resources.append(r);
    };
    const QString vpc = QStringLiteral("vpc");
    const QString nat = QStringLiteral("nat_gateway");
    add(Role::SshKey, "ssh_key", "ssh_key", p + QStringLiteral("-key"), 0, {}, "ssh_key:create");
    add(Role::BastionTag, "bastion_tag", "tag", QStringLiteral("sluice-k3v9qa-bastion"), 0, {}, "tag:create");
    add(Role::PrivateTag, "private_tag", "tag", QStringLiteral("sluice-k3v9qa-private"), 0, {}, "tag:create");
    add(Role::BastionFirewall, "bastion_firewall", "firewall", p + QStringLiteral("-bastion-fw"), 0,
        {QStringLiteral("bastion_tag")}, "firewall:create");
    add(Role::PrivateFirewall, "private_firewall", "firewall", p + QStringLiteral("-private-fw"), 0,
        {QStringLiteral("private_tag")}, "firewall:create");
    add(Role::Vpc, "vpc", "vpc", p + QStringLiteral("-vpc"), 0, {}, "vpc:create");
    add(Role::NatGateway, "nat_gateway", "nat_gateway", p + QStringLiteral("-nat-gw"), 40, {vpc}, "nat_gateway:create");
    add(Role::Cluster, "cluster", "kubernetes_cluster", p + QStringLiteral("-cluster"), 24.0 * nodes, {vpc},
        "kubernetes:create");
    add(Role::Bastion, "bastion", "droplet", p + QStringLiteral("-bastion"), 24,
        {vpc, QStringLiteral("bastion_firewall")}, "droplet:create");
    add(Role::Droplet, "droplet", "droplet", p + QStringLiteral("-droplet"), 24,
        {nat, QStringLiteral("private_firewall")}, "droplet:create");
    add(Role::BastionReady, "bastion_ready", "check", {}, 0, {QStringLiteral("bastion")}, "");
    add(Role::DropletReady, "droplet_ready", "check", {}, 0, {QStringLiteral("droplet")}, "");
    add(Role::RouteServed, "route_served", "check", {}, 0, {QStringLiteral("cluster")}, "");
    add(Role::Route, "route", "route", QStringLiteral("default-egress"), 0, {QStringLiteral("route_served"), nat}, "");
    plan.scopesNeeded = {QStringLiteral("account:read"),       QStringLiteral("droplet:create"),
                         QStringLiteral("firewall:create"),    QStringLiteral("kubernetes:create"),
                         QStringLiteral("nat_gateway:create"), QStringLiteral("ssh_key:create"),
                         QStringLiteral("tag:create"),         QStringLiteral("vpc:create")};
    plan.warnings = {
        {QStringLiteral("ssh_from_anywhere"), QStringLiteral("Port 22 of the bastion is open to the whole Internet "
                                                             "(keys only). Choose \"Only my address\" on the Access "
                                                             "page to close it.")}};
    plan.consequences = {
        {QStringLiteral("egress_ip"),
         QStringLiteral("Pods of the cluster and the private droplet leave by one new IP address, that of the NAT "
                        "gateway. The bastion keeps its own.")},
        {QStringLiteral("billing"),
         QStringLiteral("Billing starts with the first resource and stops when teardown has removed the last.")}};
    return plan;
}

inline QMap<QString, QString> fakeOutputs() {
    return {{QStringLiteral("nat_gateway_public_ip"), QStringLiteral("203.0.113.57")},
            {QStringLiteral("nat_gateway_gateway_ip"), QStringLiteral("10.100.0.3")},
            {QStringLiteral("bastion_public_ip"), QStringLiteral("198.51.100.24")},
            {QStringLiteral("bastion_private_ip"), QStringLiteral("10.100.0.5")},
            {QStringLiteral("droplet_public_ip"), QStringLiteral("198.51.100.31")},
            {QStringLiteral("droplet_private_ip"), QStringLiteral("10.100.0.6")},
            {QStringLiteral("cluster_endpoint"), QStringLiteral("https://c0ffee.k8s.ondigitalocean.com")},
            {QStringLiteral("ubuntu_image"), QStringLiteral("ubuntu-24-04-x64")}};
}

/// All steps of the plan in one phase.
inline QList<engine::StepState> fakeSteps(const blueprint::Plan &plan, engine::StepPhase phase) {
    QList<engine::StepState> steps;
    int n = 0;
    for (const auto &resource : plan.resources) {
        engine::StepState step;
        step.name = resource.name;
        step.kind = resource.kind;
        step.cloudName = resource.cloudName;
        step.phase = phase;
        if (phase != engine::StepPhase::Planned && resource.kind != QLatin1String("check"))
            step.id = QStringLiteral("5a4981aa-9653-4bd1-bef5-d6bff52042%1").arg(++n, 2, 10, QLatin1Char('0'));
        step.started = QDateTime::fromString(QStringLiteral("2026-11-23T08:00:00Z"), Qt::ISODate);
        step.finished = step.started.addSecs(40);
        step.apiCalls = 3;
        steps.append(step);
    }
    return steps;
}

inline engine::StepState *stepNamed(QList<engine::StepState> &steps, const char *name) {
    for (auto &step : steps)
        if (step.name == QLatin1String(name))
            return &step;
    return nullptr;
}

/// Half-way: VPC and NAT gateway's creation, the cluster provisioning, hosts waiting.
inline QList<engine::StepState> fakeProgress(const blueprint::Plan &plan) {
    auto steps = fakeSteps(plan, engine::StepPhase::Ready);
    const auto set = [&steps](const char *name, engine::StepPhase phase, const char *detail) {
        auto *step = stepNamed(steps, name);
        step->phase = phase;
        step->detail = QLatin1String(detail);
        step->finished = {};
    };
    set("nat_gateway", engine::StepPhase::Created, "state PROVISIONING");
    set("cluster", engine::StepPhase::Created, "state provisioning");
    set("bastion_ready", engine::StepPhase::Created, "waiting for SSH");
    for (const char *name : {"droplet", "droplet_ready", "route_served", "route"})
        set(name, engine::StepPhase::Planned, "");
    return steps;
}

inline QList<verify::Cell> fakeCells(int nodes = 2) {
    QList<verify::Cell> cells;
    const auto add = [&cells](const QString &id, const QString &source, const QString &observed) {
        verify::Cell cell;
        cell.id = id;
        cell.source = source;
        cell.destination = QStringLiteral("Internet");
        cell.protocol = QStringLiteral("tcp");
        cell.expected = observed;
        cell.observed = observed;
        cell.verdict = verify::Verdict::Pass;
        cells.append(cell);
    };
    for (int i = 1; i <= nodes; ++i)
        add(QStringLiteral("pod_egress:pool-egress-o%1").arg(i), QStringLiteral("pod"), QStringLiteral("203.0.113.57"));
    add(QStringLiteral("droplet_egress"), QStringLiteral("private droplet"), QStringLiteral("203.0.113.57"));
    add(QStringLiteral("bastion_egress"), QStringLiteral("bastion"), QStringLiteral("198.51.100.24"));
    return cells;
}

} // namespace sluice::tests
