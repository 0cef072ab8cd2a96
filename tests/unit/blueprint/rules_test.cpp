#include "tests/unit/blueprint/account_fixture.h"

#include <QTest>
#include <functional>

using namespace sluice;
using namespace sluice::blueprint;
using Change = std::function<void(Blueprint &)>;
Q_DECLARE_METATYPE(Change)

namespace {

NetworkInUse inUse() {
    return {{{*Cidr::parse(QStringLiteral("10.0.0.0/16")), QStringLiteral("VPC prod (nyc3)")},
             {*Cidr::parse(QStringLiteral("192.168.4.0/22")), QStringLiteral("cluster x pods")}}};
}

/// Takes the proposal of `problem` over into the blueprint.
void accept(Blueprint &blueprint, const Problem &problem) {
    Json json = toJson(blueprint);
    const std::string field = problem.field.toStdString();
    if (problem.field == QLatin1String("doks_node_count"))
        json[field] = problem.proposal.toInt();
    else if (json[field].is_array())
        json[field] = sluice::toJson(problem.proposal.split(QLatin1Char(','), Qt::SkipEmptyParts));
    else
        json[field] = problem.proposal.toStdString();
    blueprint = *fromJson(toJsonText(json));
}

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReferenceOnlyWarnsOfTheOpenBastion() {
        const Problems problems = validate(test::reference(), inUse());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().code, QStringLiteral("bastion_open"));
        QVERIFY(!hasErrors(problems));
    }

    void refuses_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const Change &change, const char *field, const char *code,
                            const char *says = "") {
            QTest::newRow(name) << change << QString::fromLatin1(field) << QString::fromLatin1(code)
                                << QString::fromLatin1(says);
        };
        const auto prefix = [](const QString &text) { return [text](Blueprint &b) { b.namePrefix = text; }; };
        const auto vpc = [](const char *text) { return [text](Blueprint &b) { b.vpcCidr = QLatin1String(text); }; };
        const auto pods = [](const char *text) {
            return [text](Blueprint &b) { b.clusterSubnet = QLatin1String(text); };
        };
        const auto services = [](const char *text) {
            return [text](Blueprint &b) { b.serviceSubnet = QLatin1String(text); };
        };
        const auto source = [](const char *text) {
            return [text](Blueprint &b) { b.bastionSources = {QLatin1String(text)}; };
        };
        row("digit first", prefix(QStringLiteral("1abc")), "name_prefix", "name_invalid");
        row("capital", prefix(QStringLiteral("Abc")), "name_prefix", "name_invalid");
        row("underscore", prefix(QStringLiteral("a_b")), "name_prefix", "name_invalid");
        row("dash at the end", prefix(QStringLiteral("ab-")), "name_prefix", "name_invalid");
        row("line end", prefix(QStringLiteral("ab\n")), "name_prefix", "name_invalid");
        row("no prefix", prefix({}), "name_prefix", "name_invalid");
        row("long prefix", prefix(QString(41, QLatin1Char('a'))), "name_prefix", "name_too_long");
        row(
            "long pool name",
            [](Blueprint &b) {
                b.namePrefix = QString(40, QLatin1Char('a'));
                b.nodeSize = QStringLiteral("m-24vcpu-192gb-intel-special");
            },
            "name_prefix", "name_too_long");
        row(
            "region", [](Blueprint &b) { b.region = QStringLiteral("SFO3"); }, "region", "region_invalid");
        row("not a cidr", vpc("172.18.0.0"), "vpc_cidr", "cidr_invalid");
        row("host bits", vpc("172.18.0.1/16"), "vpc_cidr", "cidr_invalid", "172.18.0.0/16");
        row("public", vpc("8.8.0.0/16"), "vpc_cidr", "cidr_not_private");
        row("half private", vpc("192.128.0.0/9"), "vpc_cidr", "cidr_not_private");
        row("vpc too large", vpc("172.16.0.0/15"), "vpc_cidr", "cidr_size");
        row("vpc too small", vpc("172.18.0.0/29"), "vpc_cidr", "cidr_size");
        row(
            "vpc too small for the nodes",
            [](Blueprint &b) {
                b.vpcCidr = QStringLiteral("172.18.0.0/28");
                b.nodeCount = 10;
            },
            "vpc_cidr", "vpc_small");
        for (const char *reserved : {"10.244.128.0/20", "10.245.0.0/16", "10.246.0.0/24", "10.229.4.0/24"})
            row(reserved, vpc(reserved), "vpc_cidr", "cidr_reserved", "everywhere");
        row("reserved in the region", vpc("10.48.3.0/24"), "vpc_cidr", "cidr_reserved", "sfo3");
        row("account's vpc", vpc("10.0.4.0/24"), "vpc_cidr", "cidr_overlap", "VPC prod (nyc3)");
        row("account's cluster", services("192.168.6.0/24"), "doks_service_subnet", "cidr_overlap", "cluster x pods");
        row("pods in vpc", pods("172.18.32.0/19"), "doks_cluster_subnet", "cidr_overlap", "VPC network 172.18.0.0/16");
        row("services in pods", services("172.19.4.0/22"), "doks_service_subnet", "cidr_overlap", "pod network");
        row("services in vpc", services("172.18.4.0/22"), "doks_service_subnet", "cidr_overlap", "VPC network");
        row(
            "pods too small",
            [](Blueprint &b) {
                b.clusterSubnet = QStringLiteral("172.19.0.0/23");
                b.nodeCount = 5;
            },
            "doks_cluster_subnet", "cluster_subnet_small", "/22");
        row("pods smaller than a node", pods("172.19.0.0/26"), "doks_cluster_subnet", "cluster_subnet_small");
        row("services too small", services("172.19.32.0/29"), "doks_service_subnet", "cidr_size");
        row(
            "proposal beside the other fields",
            [](Blueprint &b) {
                b.vpcCidr = QStringLiteral("10.1.0.0/24");
                b.serviceSubnet = QStringLiteral("x");
            },
            "doks_service_subnet", "cidr_invalid");
        row(
            "no nodes", [](Blueprint &b) { b.nodeCount = 0; }, "doks_node_count", "node_count");
        row(
            "too many nodes", [](Blueprint &b) { b.nodeCount = 65; }, "doks_node_count", "node_count");
        row(
            "key name", [](Blueprint &b) { b.sshKeyIds = QStringList{QStringLiteral("my key")}; }, "ssh_key_ids",
            "ssh_key_invalid");
        row(
            "key zero", [](Blueprint &b) { b.sshKeyIds = QStringList{QStringLiteral("0")}; }, "ssh_key_ids",
            "ssh_key_invalid");
        row("source word", source("home"), "bastion_ssh_sources", "bastion_source_invalid");
        row("source address", source("192.0.2.1"), "bastion_ssh_sources", "bastion_source_invalid");
        row("source host bits", source("192.0.2.1/24"), "bastion_ssh_sources", "bastion_source_invalid");
        row("source v6 address", source("2001:db8::1"), "bastion_ssh_sources", "bastion_source_invalid");
        row("source v6 prefix", source("2001:db8::/129"), "bastion_ssh_sources", "bastion_source_invalid");
        row("source v6 zone", source("fe80::1%eth0/64"), "bastion_ssh_sources", "bastion_source_invalid");
        row(
            "no source", [](Blueprint &b) { b.bastionSources.clear(); }, "bastion_ssh_sources", "bastion_unreachable");
        row(
            "size", [](Blueprint &b) { b.dropletSize = QStringLiteral("S 2"); }, "droplet_size", "slug_invalid");
        row(
            "node size", [](Blueprint &b) { b.nodeSize = QStringLiteral("S 2"); }, "node_size", "slug_invalid");
        row(
            "version", [](Blueprint &b) { b.kubernetesVersion = QStringLiteral("$"); }, "kubernetes_version",
            "slug_invalid");
        row(
            "image", [](Blueprint &b) { b.image = QStringLiteral("../x"); }, "image", "slug_invalid");
        row(
            "way", [](Blueprint &b) { b.referenceWays = QStringList{QStringLiteral("magic")}; }, "reference_ways",
            "reference_way_unknown");
    }
    void refuses() {
        QFETCH(Change, change);
        QFETCH(QString, field);
        QFETCH(QString, code);
        QFETCH(QString, says);
        Blueprint blueprint = test::reference();
        change(blueprint);
        Problems errors;
        for (const Problem &problem : validate(blueprint, inUse())) {
            if (problem.severity == Problem::Severity::Error)
                errors << problem;
        }
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.constFirst().field, field);
        QCOMPARE(errors.constFirst().code, code);
        QVERIFY2(errors.constFirst().message.contains(says), qPrintable(errors.constFirst().message));
        if (code == QLatin1String("slug_invalid"))
            return;
        accept(blueprint, errors.constFirst());
        const Problems after = validate(blueprint, inUse());
        QVERIFY2(!hasErrors(after), qPrintable(after.isEmpty() ? QString() : after.constFirst().message));
    }

    void warns_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const Change &change, const char *code) {
            QTest::newRow(name) << change << QString::fromLatin1(code);
        };
        row(
            "large pod network",
            [](Blueprint &b) {
                b.vpcCidr = QStringLiteral("10.100.0.0/16");
                b.serviceSubnet = QStringLiteral("10.101.0.0/22");
                b.clusterSubnet = QStringLiteral("172.16.0.0/13");
            },
            "prefix_unproven");
        row(
            "small pod network", [](Blueprint &b) { b.clusterSubnet = QStringLiteral("172.19.0.0/24"); },
            "prefix_unproven");
        row(
            "small service network", [](Blueprint &b) { b.serviceSubnet = QStringLiteral("172.19.32.0/27"); },
            "prefix_unproven");
        row(
            "key file alone", [](Blueprint &b) { b.sshKeyFile = QStringLiteral("id"); }, "key_file_unused");
        row(
            "open by IPv6", [](Blueprint &b) { b.bastionSources = QStringList{QStringLiteral("::/0")}; },
            "bastion_open");
    }
    void warns() {
        QFETCH(Change, change);
        QFETCH(QString, code);
        Blueprint blueprint = test::reference();
        blueprint.bastionSources = QStringList{QStringLiteral("2001:db8::/32")};
        QVERIFY(validate(blueprint).isEmpty());
        change(blueprint);
        const Problems problems = validate(blueprint);
        QVERIFY(!problems.isEmpty());
        QCOMPARE(problems.constFirst().code, code);
    }

    void allProposalsTogetherAreValid() {
        Blueprint blueprint = test::reference();
        blueprint.vpcCidr = blueprint.clusterSubnet = blueprint.serviceSubnet = QStringLiteral("10.0.0.0/20");
        blueprint.nodeCount = 20;
        const Problems problems = validate(blueprint, inUse());
        QVERIFY(problems.size() >= 3);
        for (const Problem &problem : problems) {
            if (problem.severity == Problem::Severity::Error)
                accept(blueprint, problem);
        }
        QVERIFY(!hasErrors(validate(blueprint, inUse())));
    }

    void proposesAWorkingBlueprint_data() {
        QTest::addColumn<QString>("region");
        for (const char *region : {"nyc1", "sfo3", "ams3", "new9"})
            QTest::newRow(region) << QString::fromLatin1(region);
    }
    void proposesAWorkingBlueprint() {
        QFETCH(QString, region);
        NetworkInUse crowded = inUse();
        crowded.blocks.append({*Cidr::parse(QStringLiteral("10.0.0.0/9")), QStringLiteral("VPC big")});
        for (const NetworkInUse &used : {NetworkInUse{}, inUse(), crowded})
            QVERIFY(!hasErrors(validate(propose(region, used), used)));
        QVERIFY(!hasErrors(validate(propose(region, {}, QStringLiteral("My Project!")))));
    }

    void aFullAccountGetsNoProposal() {
        NetworkInUse full;
        for (const char *text : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"})
            full.blocks.append({*Cidr::parse(QLatin1String(text)), QStringLiteral("VPC all")});
        const Problems problems = validate(test::reference(), full);
        QCOMPARE(problems.size(), 4);
        QVERIFY(problems.constFirst().proposal.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
