#include "programs.h"

#include <signal.h>

using namespace sluice;
using namespace sluice::test;

namespace {

/// Kinds that must be gone after a destroy. Default tags of other deployments do not exist in a fresh sandbox.
const QList<const char *> kKinds{"vpcs", "vpc_nat_gateways", "kubernetes_clusters", "droplets", "firewalls", "ssh_keys",
                                 "tags"};

} // namespace

/// The whole life by the command line against a sandbox in another process.
class LifeTest : public QObject {
    Q_OBJECT

    static void verifyEmpty(SandboxProcess &sandbox) {
        const Json inventory = sandbox.adminGet(QStringLiteral("/inventory"));
        QVERIFY2(inventory.is_object(), "the sandbox has no inventory");
        for (const char *kind : kKinds) {
            QVERIFY2(inventory.contains(kind), kind);
            QVERIFY2(countOf(inventory, kind) == 0, (std::string(kind) + ": " + inventory[kind].dump()).c_str());
        }
    }

private Q_SLOTS:
    void planApplyVerifyDestroy() {
        SandboxProcess sandbox;
        // A region with a VPC already: the deployment's own VPC does not become the region's undeletable default.
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        Ctl ctl(sandbox);

        const CtlResult planned = ctl.run({QStringLiteral("plan"), referenceTfvars()});
        QVERIFY2(planned.exitCode == 0, (planned.standardOutput + planned.standardError).constData());
        QVERIFY(jsonMember(jsonMember(planned.document, "plan"), "resources").size() >= 12);
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
        const auto natPrice = [](const Json &document) {
            for (const Json &resource : jsonMember(jsonMember(document, "plan"), "resources")) {
                if (jsonString(resource, "name") == QLatin1String("nat_gateway") ||
                    jsonString(resource, "kind") == QLatin1String("nat_gateway") ||
                    jsonString(resource, "kind") == QLatin1String("vpc_nat_gateway"))
                    return jsonDouble(resource, "usd_per_month", -1);
            }
            return -1.0;
        };
        const CtlResult dearer =
            ctl.run({QStringLiteral("plan"), referenceTfvars(), QStringLiteral("--nat-gateway-price"),
                     QStringLiteral("77.5"), QStringLiteral("--prices-as-of"), QStringLiteral("2026-11-01")});
        QCOMPARE(dearer.exitCode, 0);
        QCOMPARE(natPrice(dearer.document), 77.5);
        QVERIFY(natPrice(planned.document) != 77.5);
        QVERIFY(dearer.standardOutput.contains("2026-11-01"));
        // A price that is given without its day was read today.
        const CtlResult dated = ctl.run(
            {QStringLiteral("plan"), referenceTfvars(), QStringLiteral("--nat-gateway-price"), QStringLiteral("78")});
        QVERIFY(
            dated.standardOutput.contains("price list of " + QDate::currentDate().toString(Qt::ISODate).toLatin1()));
        QVERIFY(
            !planned.standardOutput.contains("price list of " + QDate::currentDate().toString(Qt::ISODate).toLatin1()));
        QCOMPARE(ctl.run({QStringLiteral("plan"), referenceTfvars(), QStringLiteral("--prices-as-of"),
                          QStringLiteral("soon")})
                     .exitCode,
                 2);

        const CtlResult applied = ctl.run({QStringLiteral("apply"), referenceTfvars(), QStringLiteral("--verify")});
        QVERIFY2(applied.exitCode == 0, (applied.standardOutput + applied.standardError).constData());
        const Json outputs = jsonMember(applied.document, "outputs");
        for (const char *key :
             {"vpc_id", "nat_gateway_id", "nat_gateway_public_ip", "nat_gateway_gateway_ip", "cluster_id",
              "cluster_name", "cluster_endpoint", "bastion_public_ip", "bastion_private_ip", "droplet_public_ip",
              "droplet_private_ip", "ubuntu_image", "route_name"})
            QVERIFY2(!jsonString(outputs, key).isEmpty(), key);
        QCOMPARE(jsonString(applied.document, "verdict"), QStringLiteral("pass"));
        QVERIFY(jsonMember(applied.document, "cells").size() >= 15);
        // The promise is the address that the sandbox's own gateway has, not something the client made up.
        const Json gateways = jsonMember(sandbox.apiGet(QStringLiteral("/v2/vpc_nat_gateways")), "vpc_nat_gateways");
        QCOMPARE(gateways.size(), std::size_t{1});
        QCOMPARE(jsonString(outputs, "nat_gateway_public_ip"),
                 QString::fromStdString(gateways[0]["egresses"]["public_gateways"][0]["ipv4"].get<std::string>()));

        const CtlResult verified = ctl.run({QStringLiteral("verify"), QStringLiteral("nat-gateway")});
        QCOMPARE(verified.exitCode, 0);
        const CtlResult status = ctl.run({QStringLiteral("status"), QStringLiteral("nat-gateway")});
        QCOMPARE(status.exitCode, 0);
        QCOMPARE(jsonMember(status.document, "drift").size(), std::size_t{0});
        const CtlResult listed = ctl.run({QStringLiteral("list")});
        QCOMPARE(jsonMember(listed.document, "deployments").size(), std::size_t{1});

        const CtlResult refused = ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway")});
        QCOMPARE(refused.exitCode, 5);
        const CtlResult destroyed =
            ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
        QVERIFY2(destroyed.exitCode == 0, (destroyed.standardOutput + destroyed.standardError).constData());
        const Json certificate = jsonMember(destroyed.document, "certificate");
        QVERIFY(certificate.contains("left"));
        QCOMPARE(certificate["left"].size(), std::size_t{0});
        QVERIFY(jsonMember(certificate, "checked").size() >= 10);
        QCOMPARE(certificate["usd_per_hour"].get<double>(), 0.0);
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
    }

    void aGatewayThatDoesNotTranslateIsNeverAPass() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        Ctl ctl(sandbox);
        QCOMPARE(ctl.run({QStringLiteral("apply"), referenceTfvars()}).exitCode, 0);
        sandbox.adminPost(QStringLiteral("/mutate"),
                          {{"kind", "nat_gateway"}, {"name", "nat-gateway-nat-gw"}, {"set", {{"masquerade", false}}}});
        QCOMPARE(sandbox.lastStatus / 100, 2);
        const CtlResult verified = ctl.run({QStringLiteral("verify"), QStringLiteral("nat-gateway")});
        QVERIFY2(verified.exitCode == 3 || verified.exitCode == 4, verified.told().constData());
        QVERIFY(jsonString(verified.document, "verdict") != QStringLiteral("pass"));
        // One cell again: its own verdict is good, and the deployment is not proven by it.
        const auto again = [&ctl](const QString &cell) {
            return ctl.run({QStringLiteral("verify"), QStringLiteral("nat-gateway"), QStringLiteral("--cell"), cell});
        };
        const CtlResult one = again(QStringLiteral("bastion_egress"));
        QVERIFY2(one.exitCode == 0, one.told().constData());
        QCOMPARE(jsonMember(one.document, "cells").size(), std::size_t{1});
        QCOMPARE(jsonString(one.document, "deployment_verdict"), jsonString(verified.document, "verdict"));
        const CtlResult listed = ctl.run({QStringLiteral("list")});
        QCOMPARE(jsonString(jsonMember(listed.document, "deployments")[0], "verdict"),
                 jsonString(verified.document, "verdict"));
        const CtlResult broken = again(QStringLiteral("droplet_egress"));
        QVERIFY2(broken.exitCode == 3 || broken.exitCode == 4, broken.told().constData());
        QCOMPARE(again(QStringLiteral("no_such_check")).exitCode, 2);
        // Repaired, every failed cell passes on its own: still nobody measured the whole.
        sandbox.adminPost(QStringLiteral("/mutate"),
                          {{"kind", "nat_gateway"}, {"name", "nat-gateway-nat-gw"}, {"set", {{"masquerade", true}}}});
        QStringList command{QStringLiteral("verify"), QStringLiteral("nat-gateway")};
        for (const Json &cell : jsonMember(verified.document, "cells")) {
            if (jsonString(cell, "verdict") != QStringLiteral("pass"))
                command << QStringLiteral("--cell") << jsonString(cell, "id");
        }
        QVERIFY(command.size() > 2);
        const CtlResult repaired = ctl.run(command);
        QVERIFY2(repaired.exitCode == 0, repaired.told().constData());
        QCOMPARE(jsonString(repaired.document, "deployment_verdict"), QStringLiteral("unknown"));
        const CtlResult whole = ctl.run({QStringLiteral("verify"), QStringLiteral("nat-gateway")});
        QCOMPARE(whole.exitCode, 0);
        QCOMPARE(jsonString(jsonMember(ctl.run({QStringLiteral("list")}).document, "deployments")[0], "verdict"),
                 QStringLiteral("pass"));
        // The region's first VPC became its default, which the platform never deletes: the certificate says so.
        const CtlResult destroyed =
            ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
        QVERIFY2(destroyed.exitCode == 0, destroyed.told().constData());
        const Json &certificate = jsonMember(destroyed.document, "certificate");
        QCOMPARE(jsonMember(certificate, "left").size(), std::size_t{0});
        QCOMPARE(jsonMember(certificate, "kept").size(), std::size_t{1});
        QCOMPARE(jsonString(certificate["kept"][0], "kind"), QStringLiteral("vpc"));
        QCOMPARE(countOf(sandbox.adminGet(QStringLiteral("/inventory")), "vpcs"), 1);
    }

    void killedInTheMiddleItResumes_data() {
        QTest::addColumn<int>("eventsBeforeKill");
        for (const int events : {3, 9, 16, 24})
            QTest::addRow("after %d progress events", events) << events;
    }
    void killedInTheMiddleItResumes() {
        QFETCH(int, eventsBeforeKill);
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        Ctl ctl(sandbox);
        QProcess process;
        ctl.prepare(process);
        process.start(binary(QStringLiteral("sluicectl")), ctl.arguments({QStringLiteral("apply"), referenceTfvars()}));
        QVERIFY(process.waitForStarted());
        int seen = 0;
        while (seen < eventsBeforeKill && process.state() == QProcess::Running) {
            process.setReadChannel(QProcess::StandardError);
            process.waitForReadyRead(1000);
            while (process.canReadLine()) {
                const auto event = parseJson(process.readLine());
                if (event && jsonString(*event, "event") == QLatin1String("step"))
                    ++seen;
            }
        }
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(5000);

        const CtlResult resumed =
            ctl.run({QStringLiteral("resume"), QStringLiteral("nat-gateway"), QStringLiteral("--verify")});
        QVERIFY2(resumed.exitCode == 0, (resumed.standardOutput + resumed.standardError).constData());
        const Json inventory = sandbox.adminGet(QStringLiteral("/inventory"));
        QCOMPARE(countOf(inventory, "vpc_nat_gateways"), 1);
        QCOMPARE(countOf(inventory, "kubernetes_clusters"), 1);
        QCOMPARE(countOf(inventory, "firewalls"), 2);
        QCOMPARE(countOf(inventory, "ssh_keys"), 1);
        QCOMPARE(countOf(inventory, "droplets"), 3); // bastion, private droplet, one node

        const CtlResult destroyed =
            ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
        QVERIFY2(destroyed.exitCode == 0, (destroyed.standardOutput + destroyed.standardError).constData());
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
    }

    void anOverlapWithOneOfThirtyVpcsIsRefused() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 29}, {"region", "sfo3"}});
        sandbox.call("POST", sandbox.api.resolved(QUrl(QStringLiteral("/v2/vpcs"))),
                     {{"name", "in-the-way"}, {"region", "sfo3"}, {"ip_range", "172.18.4.0/24"}});
        QCOMPARE(sandbox.lastStatus, 201);
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        QCOMPARE(countOf(before, "vpcs"), 30);
        Ctl ctl(sandbox);
        const CtlResult refused = ctl.run({QStringLiteral("plan"), referenceTfvars()});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(jsonString(jsonMember(refused.document, "error"), "resource"), QStringLiteral("vpc_cidr"));
        QVERIFY(jsonString(jsonMember(refused.document, "error"), "message").contains(QStringLiteral("in-the-way")));
        QString proposal;
        for (const Json &problem : jsonMember(refused.document, "problems")) {
            if (jsonString(problem, "field") == QLatin1String("vpc_cidr"))
                proposal = jsonString(problem, "proposal");
        }
        QVERIFY(!proposal.isEmpty());
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
        // The proposal is good: the same input with it plans.
        QFile input(referenceTfvars());
        QVERIFY(input.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(input.readAll()).replace(QStringLiteral("172.18.0.0/16"), proposal);
        QFile mended(ctl.folder() + QStringLiteral("/mended.tfvars"));
        QVERIFY(mended.open(QIODevice::WriteOnly));
        mended.write(text.toUtf8());
        mended.close();
        const CtlResult accepted = ctl.run({QStringLiteral("plan"), mended.fileName()});
        QVERIFY2(accepted.exitCode == 0, accepted.told().constData());
    }
};

QTEST_GUILESS_MAIN(LifeTest)
#include "life_test.moc"
