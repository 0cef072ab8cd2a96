#include "core/blueprint/sketch.h"
#include "tests/unit/blueprint/account_fixture.h"

#include <QTest>
#include <functional>

using namespace sluice;
using namespace sluice::blueprint;
using Change = std::function<void(Blueprint &, AccountFacts &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const QDateTime kNow(QDate(2026, 8, 1), QTime(12, 0), Qt::UTC);

PlanOutcome planOf(const Change &change = [](Blueprint &, AccountFacts &) {}) {
    Blueprint blueprint = test::reference();
    AccountFacts facts = test::account();
    change(blueprint, facts);
    return planFrom(blueprint, facts, {}, QStringLiteral("abcdef"), kNow);
}

QString request(const Plan &plan, const char *name) {
    const PlannedResource *resource = plan.find(QLatin1String(name));
    return resource ? QString::fromUtf8(toJsonText(resource->request)) : QString();
}

bool hasWarning(const Plan &plan, const QString &code) {
    return std::any_of(plan.warnings.begin(), plan.warnings.end(),
                       [&code](const Warning &w) { return w.code == code; });
}

} // namespace

class PlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReferenceBecomesTheGraph() {
        const PlanOutcome outcome = planOf();
        QVERIFY(!hasErrors(outcome.problems));
        const QMap<QString, QStringList> expected{
            {QStringLiteral("ssh_key"), {}},
            {QStringLiteral("tag"), {}},
            {QStringLiteral("bastion_tag"), {}},
            {QStringLiteral("private_tag"), {}},
            {QStringLiteral("bastion_firewall"), {QStringLiteral("bastion_tag")}},
            {QStringLiteral("private_firewall"), {QStringLiteral("private_tag")}},
            {QStringLiteral("vpc"), {}},
            {QStringLiteral("nat_gateway"), {QStringLiteral("vpc")}},
            {QStringLiteral("cluster"), {QStringLiteral("tag"), QStringLiteral("vpc")}},
            {QStringLiteral("bastion"),
             QString::fromLatin1("vpc ssh_key bastion_firewall tag bastion_tag").split(QLatin1Char(' '))},
            {QStringLiteral("droplet"),
             QString::fromLatin1("vpc nat_gateway ssh_key private_firewall tag private_tag").split(QLatin1Char(' '))},
            {QStringLiteral("bastion_ready"), {QStringLiteral("bastion")}},
            {QStringLiteral("droplet_ready"), {QStringLiteral("droplet"), QStringLiteral("bastion_ready")}},
            {QStringLiteral("route_served"), {QStringLiteral("cluster")}},
            {QStringLiteral("route"), {QStringLiteral("route_served"), QStringLiteral("nat_gateway")}}};
        QCOMPARE(outcome.plan.resources.size(), expected.size());
        QStringList seen;
        for (const PlannedResource &resource : outcome.plan.resources) {
            QVERIFY(expected.contains(resource.name));
            QCOMPARE(resource.dependsOn, expected.value(resource.name));
            for (const QString &need : resource.dependsOn)
                QVERIFY(seen.contains(need));
            seen << resource.name;
            QVERIFY(resource.deadline.count() > resource.expectedSeconds);
        }
    }

    void aSketchIsThePlanAndNeedsNoPermission() {
        const PlanOutcome outcome = planOf();
        const auto names = [](const Plan &plan) {
            QStringList all;
            for (const PlannedResource &resource : plan.resources)
                all << resource.name + resource.dependsOn.join(QLatin1Char(','));
            return all;
        };
        const Plan same = sketchOf(test::reference(), test::account(), {});
        QCOMPARE(names(same), names(outcome.plan));
        QCOMPARE(same.blueprint, outcome.plan.blueprint);
        QCOMPARE(same.usdPerMonth(), outcome.plan.usdPerMonth());
        Blueprint refused = test::reference();
        refused.vpcCidr = QStringLiteral("10.2");
        refused.namePrefix.clear();
        QVERIFY(hasErrors(planFrom(refused, test::account(), {}, QStringLiteral("abcdef"), kNow).problems));
        QCOMPARE(names(sketchOf(refused, test::account(), {})), names(outcome.plan));
        QCOMPARE(sketchOf(refused, test::account(), {}).blueprint.vpcCidr, QStringLiteral("10.2"));
        QCOMPARE(names(sketchOf(refused, {}, {})), names(outcome.plan)); // nothing is known of the account yet
    }

    void namesAndBodies() {
        const Plan plan = planOf().plan;
        QCOMPARE(plan.find(QStringLiteral("vpc"))->cloudName, QStringLiteral("nat-gateway-vpc"));
        QCOMPARE(plan.find(QStringLiteral("nat_gateway"))->cloudName, QStringLiteral("nat-gateway-nat-gw"));
        QCOMPARE(plan.find(QStringLiteral("private_firewall"))->cloudName, QStringLiteral("nat-gateway-private-fw"));
        QCOMPARE(plan.find(QStringLiteral("private_tag"))->cloudName, QStringLiteral("sluice-abcdef-private"));
        QCOMPARE(plan.find(QStringLiteral("ssh_key"))->cloudName, QStringLiteral("sluice-abcdef"));
        QVERIFY(request(plan, "vpc").contains(QLatin1String("sluice:abcdef")));
        QVERIFY(
            request(plan, "nat_gateway")
                .contains(QLatin1String("\"vpcs\":[{\"default_gateway\":false,\"vpc_uuid\":{\"$ref\":\"vpc.id\"}}]")));
        const Json cluster = plan.find(QStringLiteral("cluster"))->request;
        QCOMPARE(toJsonText(cluster.at("ha")), QByteArray("false"));
        QCOMPARE(toJsonText(cluster.at("routing_agent")), QByteArray("{\"enabled\":true}"));
        QCOMPARE(toJsonText(cluster.at("tags")), QByteArray("[\"sluice-abcdef\"]"));
        QCOMPARE(toJsonText(cluster.at("node_pools")),
                 QByteArray("[{\"count\":1,\"name\":\"nat-gateway-s-2vcpu-4gb\",\"size\":\"s-2vcpu-4gb\",\"tags\":["
                            "\"sluice-abcdef\"]}]"));
        QVERIFY(
            request(plan, "bastion").contains(QLatin1String("\"tags\":[\"sluice-abcdef\",\"sluice-abcdef-bastion\"]")));
        QVERIFY(!request(plan, "droplet").contains(QLatin1String("user_data")));
        const Json inside = plan.find(QStringLiteral("private_firewall"))->request.at("inbound_rules");
        QCOMPARE(toJsonText(inside), QByteArray("[{\"ports\":\"22\",\"protocol\":\"tcp\",\"sources\":{\"addresses\":["
                                                "\"172.18.0.0/16\",\"172.19.0.0/19\"]}}]"));
        QCOMPARE(plan.find(QStringLiteral("private_firewall"))->request.at("outbound_rules").size(), std::size_t{3});
        QCOMPARE(toJsonText(plan.find(QStringLiteral("route"))->request.at("spec")),
                 QByteArray("{\"destinations\":[\"0.0.0.0/0\"],\"gateways\":[{\"$ref\":\"nat_gateway.gateway_ip\"}]}"));
    }

    void slugsArePinned() {
        const Plan plan = planOf().plan;
        QCOMPARE(plan.blueprint.image, QStringLiteral("ubuntu-24-04-x64"));
        QCOMPARE(plan.blueprint.kubernetesVersion, QStringLiteral("1.36.3-do.3"));
        QCOMPARE(plan.blueprint.dropletSize, QStringLiteral("s-2vcpu-4gb-old")); // cheapest, though not for nodes
        QCOMPARE(plan.blueprint.nodeSize, QStringLiteral("s-2vcpu-4gb"));
    }

    void pricesAddUp() {
        const Plan plan = planOf([](Blueprint &b, AccountFacts &) {
                              b.nodeCount = 2;
                              b.ha = true;
                          }).plan;
        QCOMPARE(plan.usdPerMonth(), 20.0 * 2 + 24.0 * 2 + 40 + 40);
        QVERIFY(qAbs(plan.usdPerHour() - plan.usdPerMonth() / 672) < 1e-9);
    }

    void trafficBeyondTheIncludedCosts() {
        const Plan one = planOf().plan;
        QCOMPARE(one.transferUsdPerMonth(0), 0.0);
        QCOMPARE(one.transferUsdPerMonth(100), 0.0);
        QCOMPARE(one.transferUsdPerMonth(600), 5.0);
        const Plan two = planOf([](Blueprint &b, AccountFacts &) { b.natGatewaySize = 2; }).plan;
        QCOMPARE(two.transferUsdPerMonth(600), 4.0);
        QCOMPARE(two.usdPerMonth() - one.usdPerMonth(), 40.0);
        const auto read = planFromJson(toJson(two));
        QVERIFY(read);
        QCOMPARE(read->transferUsdPerMonth(600), 4.0);
    }

    void refuses_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("proposal");
        const auto row = [](const char *name, const char *field, const char *code, const char *proposal,
                            const Change &change) {
            QTest::newRow(name) << change << QString::fromLatin1(field) << QString::fromLatin1(code)
                                << QString::fromLatin1(proposal);
        };
        row("locked", "account", "account_locked", "",
            [](Blueprint &, AccountFacts &f) { f.account.status = QStringLiteral("locked"); });
        row("limit", "doks_node_count", "quota_droplets", "1", [](Blueprint &b, AccountFacts &f) {
            f.account.dropletLimit = 4;
            f.droplets = {digitalocean::Droplet{.id = 1, .name = QStringLiteral("other")}};
            b.nodeCount = 2;
        });
        row("unknown region", "region", "region_unknown", "sfo3",
            [](Blueprint &b, AccountFacts &) { b.region = QStringLiteral("xyz1"); });
        row("closed region", "region", "region_unavailable", "ams2", [](Blueprint &, AccountFacts &f) {
            f.regions[0].available = false;
            f.options.regions << QStringLiteral("ams2");
        });
        row("region without kubernetes", "region", "region_no_kubernetes", "nyc2", [](Blueprint &, AccountFacts &f) {
            f.options.regions = QStringList{QStringLiteral("nyc2")};
            f.regions[1].available = true;
        });
        row("no size", "droplet_size", "size_unavailable", "s-2vcpu-4gb-old",
            [](Blueprint &b, AccountFacts &) { b.dropletSize = QStringLiteral("nothing"); });
        row("node size not for kubernetes", "node_size", "size_unavailable", "s-2vcpu-4gb",
            [](Blueprint &b, AccountFacts &) { b.nodeSize = QStringLiteral("s-2vcpu-4gb-old"); });
        row("image", "image", "image_unavailable", "ubuntu-24-04-x64",
            [](Blueprint &b, AccountFacts &) { b.image = QStringLiteral("ubuntu-18-04-x64"); });
        row("version", "kubernetes_version", "version_unavailable", "1.36.3-do.3",
            [](Blueprint &b, AccountFacts &) { b.kubernetesVersion = QStringLiteral("1.3"); });
        row("overlap", "vpc_cidr", "cidr_overlap", "10.0.0.0/16", [](Blueprint &b, AccountFacts &f) {
            b.vpcCidr = QStringLiteral("172.18.0.0/16");
            f.vpcs[0].ipRange = QStringLiteral("172.18.0.0/20");
        });
        row("overlap with a cluster", "doks_cluster_subnet", "cidr_overlap", "10.0.0.0/19",
            [](Blueprint &, AccountFacts &f) {
                f.clusters = {digitalocean::Cluster{.name = QStringLiteral("other"),
                                                    .clusterSubnet = QStringLiteral("172.19.0.0/19")}};
            });
        row("vpc name", "name_prefix", "name_taken", "nat-gateway-2",
            [](Blueprint &, AccountFacts &f) { f.vpcs[0].name = QStringLiteral("nat-gateway-vpc"); });
        row("nat name", "name_prefix", "name_taken", "nat-gateway-2", [](Blueprint &, AccountFacts &f) {
            f.natGateways = {digitalocean::NatGateway{.name = QStringLiteral("nat-gateway-nat-gw")}};
        });
        row("cluster name", "name_prefix", "name_taken", "nat-gateway-2", [](Blueprint &, AccountFacts &f) {
            f.clusters = {digitalocean::Cluster{.name = QStringLiteral("nat-gateway-cluster")}};
        });
        row("droplet name", "name_prefix", "name_taken", "nat-gateway-2", [](Blueprint &, AccountFacts &f) {
            f.droplets = {digitalocean::Droplet{.name = QStringLiteral("nat-gateway-bastion")}};
        });
        row("firewall name", "name_prefix", "name_taken", "nat-gateway-2", [](Blueprint &, AccountFacts &f) {
            f.firewalls = {digitalocean::Firewall{.name = QStringLiteral("nat-gateway-private-fw")}};
        });
        row("tag", "name_prefix", "tag_taken", "", [](Blueprint &, AccountFacts &f) {
            f.tags = {{QStringLiteral("sluice-abcdef-bastion"), 0}};
        });
        row("key", "ssh_key_ids", "ssh_key_unknown", "512189", [](Blueprint &b, AccountFacts &) {
            b.sshKeyIds = QStringList{QStringLiteral("512189"), QStringLiteral("7")};
        });
    }
    void refuses() {
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(QString, code);
        QFETCH(QString, proposal);
        const PlanOutcome outcome = planOf(change);
        QVERIFY(outcome.plan.resources.isEmpty());
        Problems errors;
        for (const Problem &problem : outcome.problems) {
            if (problem.severity == Problem::Severity::Error)
                errors << problem;
        }
        QVERIFY(!errors.isEmpty());
        const auto it =
            std::find_if(errors.begin(), errors.end(), [&code](const Problem &p) { return p.code == code; });
        QVERIFY2(it != errors.end(), qPrintable(errors.constFirst().message));
        QCOMPARE(it->field, field);
        QCOMPARE(it->proposal, proposal);
    }

    void warns_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *code, const Change &change) {
            QTest::newRow(code) << change << QString::fromLatin1(code);
        };
        row("default_vpc_trap", [](Blueprint &, AccountFacts &f) { f.vpcs[0].region = QStringLiteral("nyc3"); });
        row("account_warning", [](Blueprint &, AccountFacts &f) { f.account.status = QStringLiteral("warning"); });
        row("headroom_tight", [](Blueprint &, AccountFacts &f) { f.account.dropletLimit = 3; });
        row("clock_skew", [](Blueprint &, AccountFacts &f) { f.clockAhead = std::chrono::seconds(-61); });
        row("kubernetes_routing_bug",
            [](Blueprint &b, AccountFacts &) { b.kubernetesVersion = QStringLiteral("1.34"); });
        row("implicit_ha",
            [](Blueprint &b, AccountFacts &) { b.referenceWays = QStringList{QStringLiteral("implicit_ha")}; });
        row("agent_needed", [](Blueprint &b, AccountFacts &) { b.sshKeyIds = QStringList{QStringLiteral("512189")}; });
        row("bastion_open",
            [](Blueprint &b, AccountFacts &) { b.bastionSources = QStringList{QStringLiteral("0.0.0.0/0")}; });
        row("tag_in_use", [](Blueprint &b, AccountFacts &f) {
            b.referenceWays = QStringList{QStringLiteral("global_firewall_tags")};
            f.tags = {{QStringLiteral("private"), 3}};
        });
    }
    void warns() {
        QFETCH(Change, change);
        QFETCH(QString, code);
        const auto closed = [](Blueprint &b, AccountFacts &) {
            b.bastionSources = QStringList{QStringLiteral("192.0.2.0/24")};
        };
        QVERIFY(planOf(closed).plan.warnings.isEmpty());
        const Plan plan = planOf([&](Blueprint &b, AccountFacts &f) {
                              closed(b, f);
                              change(b, f);
                          }).plan;
        QCOMPARE(plan.warnings.size(), 1);
        QVERIFY(hasWarning(plan, code));
    }

    void versionsByMinor() {
        const auto pinned = [](const char *wanted) {
            return planOf([wanted](Blueprint &b, AccountFacts &) { b.kubernetesVersion = QLatin1String(wanted); })
                .plan.blueprint.kubernetesVersion;
        };
        QCOMPARE(pinned("latest"), QStringLiteral("1.36.3-do.3"));
        QCOMPARE(pinned("1.33"), QStringLiteral("1.33.6-do.0"));
        QCOMPARE(pinned("1.33.6-do.0"), QStringLiteral("1.33.6-do.0"));
    }

    void ownKeysAreUsedInPlace() {
        const Plan plan = planOf([](Blueprint &b, AccountFacts &) {
                              b.sshKeyIds =
                                  QStringList{QStringLiteral("512189"),
                                              QStringLiteral("3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa")};
                          }).plan;
        QVERIFY(!plan.find(QStringLiteral("ssh_key")));
        QVERIFY(!plan.find(QStringLiteral("bastion"))->dependsOn.contains(QStringLiteral("ssh_key")));
        QVERIFY(request(plan, "bastion").contains(QLatin1String("\"ssh_keys\":[512189,\"3b:16:")));
        QVERIFY(!plan.scopesNeeded.contains(QStringLiteral("ssh_key:create")));
    }

    void referenceWaysChangeThePlan() {
        const Plan plan = planOf([](Blueprint &b, AccountFacts &f) {
                              b.referenceWays =
                                  QString::fromLatin1("global_firewall_tags firewalls_after_droplets newest_image "
                                                      "implicit_ha rfc1918_private_ssh")
                                      .split(QLatin1Char(' '));
                              f.tags = {{QStringLiteral("bastion"), 0}};
                          }).plan;
        QVERIFY(!plan.find(QStringLiteral("bastion_tag"))); // exists: not ours to create or delete
        QCOMPARE(plan.find(QStringLiteral("private_tag"))->cloudName, QStringLiteral("private"));
        QCOMPARE(plan.find(QStringLiteral("bastion_firewall"))->dependsOn, QStringList{QStringLiteral("bastion")});
        QVERIFY(plan.find(QStringLiteral("private_firewall"))->dependsOn.contains(QStringLiteral("droplet")));
        QVERIFY(!plan.find(QStringLiteral("droplet"))->dependsOn.contains(QStringLiteral("private_firewall")));
        QCOMPARE(plan.blueprint.image, QStringLiteral("ubuntu-25-10-x64"));
        QVERIFY(!plan.find(QStringLiteral("cluster"))->request.contains("ha"));
        QCOMPARE(plan.find(QStringLiteral("cluster"))->usdPerMonth, 64.0);
        QVERIFY(request(plan, "private_firewall").contains(QLatin1String("192.168.0.0/16")));
    }

    void jsonRoundTrip() {
        const Plan plan = planOf().plan;
        const Json json = toJson(plan);
        const auto back = planFromJson(*parseJson(toJsonText(json)));
        QVERIFY(back.has_value());
        QCOMPARE(toJsonText(toJson(*back)), toJsonText(json));
        for (const char *key : {"name", "kind", "action", "depends_on", "usd_per_month", "scopes"})
            QVERIFY(json.at("resources").at(0).contains(key));
        QVERIFY(json.at("warnings").at(0).contains("code") && json.at("warnings").at(0).contains("message"));
        QCOMPARE(back->createdAt, QStringLiteral("2026-08-01T12:00:00Z"));
    }

    void brokenPlansAreRefused_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("no resources") << QByteArray("[{\"op\":\"remove\",\"path\":\"/resources\"}]");
        QTest::newRow("unknown role") << QByteArray(
            "[{\"op\":\"replace\",\"path\":\"/resources/0/name\",\"value\":\"x\"}]");
        QTest::newRow("twice") << QByteArray("[{\"op\":\"copy\",\"from\":\"/resources/0\",\"path\":\"/resources/1\"}]");
        QTest::newRow("need after") << QByteArray(
            "[{\"op\":\"replace\",\"path\":\"/resources/0/depends_on\",\"value\":[\"vpc\"]}]");
        QTest::newRow("no blueprint") << QByteArray("[{\"op\":\"remove\",\"path\":\"/blueprint\"}]");
        QTest::newRow("no id") << QByteArray("[{\"op\":\"remove\",\"path\":\"/deployment_id\"}]");
        QTest::newRow("not an object") << QByteArray("[{\"op\":\"replace\",\"path\":\"\",\"value\":[1]}]");
    }
    void brokenPlansAreRefused() {
        QFETCH(QByteArray, patch);
        QVERIFY(!planFromJson(toJson(planOf().plan).patch(*parseJson(patch))).has_value());
    }

    void requestsAreResolved() {
        const Json body = *parseJson(
            "{\"a\":{\"$ref\":\"vpc.id\"},\"b\":[{\"$ref\":\"ssh_key.id\"}],\"c\":{\"$ref\":\"x.y\"},\"d\":1}");
        const QMap<QString, QString> outputs{{QStringLiteral("vpc.id"), QStringLiteral("uuid")},
                                             {QStringLiteral("ssh_key.id"), QStringLiteral("42")}};
        const Json resolved = resolveRequest(body, outputs);
        QCOMPARE(toJsonText(resolved), QByteArray("{\"a\":\"uuid\",\"b\":[42],\"c\":{\"$ref\":\"x.y\"},\"d\":1}"));
        QCOMPARE(unresolvedReferences(resolved), QStringList{QStringLiteral("x.y")});
        QVERIFY(unresolvedReferences(body).size() == 3);
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
