#include "tests/support/engine_bench.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::engine;
using namespace sluice::testing;

class DestroyTest : public QObject {
    Q_OBJECT
    static qsizetype lineOf(const Bench &bench, const QString &start) {
        for (qsizetype i = 0; i < bench.cloud.log.size(); ++i)
            if (bench.cloud.log.at(i).startsWith(start))
                return i;
        qWarning() << "never:" << start;
        return -1;
    }

private Q_SLOTS:
    void wholeGraphLeavesNothing() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cluster.pods = {QStringLiteral("sluice-verify-1")};
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
        QVERIFY(bench.cluster.pods.isEmpty());
        QVERIFY(outcome.certificate.isClean());
        QVERIFY(!outcome.certificate.at.isEmpty());
        QCOMPARE(outcome.certificate.usdPerHour, 0.0);
        QVERIFY(outcome.certificate.checked.size() >= 11);
        for (const Certificate::Item &item : outcome.certificate.checked)
            QVERIFY2(!item.how.isEmpty(), qPrintable(item.kind));
        QCOMPARE(bench.state->deployment(bench.plan.deployment)->phase, QStringLiteral("destroyed"));
        QVERIFY(!bench.keys.read(QStringLiteral("deployment-key/qwerty")));
    }

    void orderFollowsTheFacts() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cloud.log.clear();
        QVERIFY(bench.destroy().ok());
        const qsizetype route = lineOf(bench, QStringLiteral("KUBE DELETE /apis/networking.doks"));
        const qsizetype cluster = lineOf(bench, QStringLiteral("DELETE /v2/kubernetes/clusters/"));
        const qsizetype droplet = lineOf(bench, QStringLiteral("DELETE /v2/droplets/"));
        const qsizetype nat = lineOf(bench, QStringLiteral("DELETE /v2/vpc_nat_gateways/"));
        const qsizetype vpc = lineOf(bench, QStringLiteral("DELETE /v2/vpcs/"));
        QVERIFY(route >= 0 && route < cluster && route < droplet);
        QVERIFY(cluster < nat && droplet < nat && nat < vpc);
        QVERIFY(vpc < bench.cloud.log.size());
        // Never by tag.
        for (const QString &line : bench.cloud.log)
            QVERIFY2(line != QLatin1String("DELETE /v2/droplets"), qPrintable(line));
        // The VPC was asked to go once: everything in it was really gone before.
        QCOMPARE(bench.cloud.calls(QStringLiteral("DELETE /v2/vpcs/")), 1);
    }

    void vpcThatStillCountsMembersIsWaitedFor() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cloud.vpcConflicts = 7;
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.calls(QStringLiteral("DELETE /v2/vpcs/")), 8);
    }

    void memberThatBlocksTheVpcIsNamed() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        const auto vpc = bench.state->deployment(bench.plan.deployment)->outputs;
        bench.cloud.addForeign(QStringLiteral("droplet"), {{"name", "their-database"},
                                                           {"vpc_uuid", jsonString(vpc, "vpc_id").toStdString()},
                                                           {"tags", Json::array()}});
        const auto outcome = bench.destroy();
        QCOMPARE(outcome.error().code, ErrorCode::DeadlineExceeded);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("their-database")),
                 qPrintable(outcome.error().message));
        QVERIFY(!outcome.certificate.isClean());
        QCOMPARE(outcome.certificate.left.size(), 1);
        QCOMPARE(outcome.certificate.left.first().kind, QStringLiteral("vpc"));
        QCOMPARE(bench.cloud.count(QStringLiteral("droplet"), true), 1);
        QCOMPARE(bench.state->deployment(bench.plan.deployment)->phase, QStringLiteral("destroying"));
    }

    void regionDefaultVpcIsKeptAsSuccess() {
        Bench bench;
        bench.cloud.vpcIsDefault = true;
        QVERIFY(bench.apply().ok());
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.countAll(), 1);
        bool told = false;
        for (const Certificate::Item &item : outcome.certificate.checked)
            told = told || (item.kind == QLatin1String("vpc") && item.how.contains(QStringLiteral("region default")));
        QVERIFY(told);
        QCOMPARE(bench.cloud.calls(QStringLiteral("DELETE /v2/vpcs/")), 0);
    }

    void workloadsResourcesNeedConsent() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cloud.loadBalancers = {{QStringLiteral("lb-1"), QStringLiteral("shop")}};
        bench.cloud.log.clear();
        const auto refused = bench.destroy();
        QCOMPARE(refused.error().code, ErrorCode::NeedsDecision);
        QVERIFY(refused.error().message.contains(QStringLiteral("shop")));
        for (const QString &line : bench.cloud.log)
            QVERIFY2(!line.startsWith(QLatin1String("DELETE ")), qPrintable(line));
        QVERIFY(!refused.certificate.isClean());
        QVERIFY(refused.certificate.usdPerHour > 0);
        const auto agreed = bench.destroy({.options = {.deleteAssociated = true}});
        QVERIFY2(agreed.ok(), qPrintable(agreed.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
        QVERIFY(bench.cloud.loadBalancers.isEmpty());
    }

    void routeHeldByItsFinalizerDoesNotHoldEverything() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cluster.finalizer = seconds(100000);
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
        QVERIFY(outcome.step(QStringLiteral("route"))->detail.contains(QStringLiteral("not confirmed")));
    }

    void somebodyElsesObjectUnderOurIdIsNotDeleted() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        for (FakeCloud::Object &object : bench.cloud.objects)
            if (jsonString(object.body, "name") == QLatin1String("egress-bastion"))
                object.body["tags"] = Json::array({"theirs"});
        const auto outcome = bench.destroy();
        QCOMPARE(outcome.error().code, ErrorCode::NeedsDecision);
        QCOMPARE(outcome.error().resource, QStringLiteral("bastion"));
        QCOMPARE(bench.cloud.count(QStringLiteral("droplet")), 1);
        QVERIFY(!outcome.certificate.isClean());
    }

    void freshObjectNotVisibleYetIsNotTakenForGone() {
        Bench bench;
        bench.cloud.readLag = seconds(20);
        // Dies right after the bastion's id was recorded.
        QVERIFY(!bench.apply({.cancelAtEvent = 26}).ok());
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
    }

    void clusterGoneMeansNothingWhileNodesLive() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.cloud.nodesLinger = seconds(400);
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.cloud.calls(QStringLiteral("DELETE /v2/vpcs/")), 1);
    }

    void globalTagsAreUsedButKept() {
        Bench bench;
        bench.plan = planForTests({QStringLiteral("global_firewall_tags")});
        QVERIFY(bench.apply().ok());
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QVERIFY(bench.cloud.find(QStringLiteral("tag"), QStringLiteral("bastion")));
        QVERIFY(!bench.cloud.find(QStringLiteral("tag"), QStringLiteral("sluice-qwerty")));
    }

    void twiceIsHarmlessAndTheNameIsFreeAgain() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        QVERIFY(bench.destroy().ok());
        QVERIFY(bench.destroy().ok());
        bench.plan.deploymentId = QStringLiteral("zxcvbn");
        const auto again = bench.apply();
        QVERIFY2(again.ok() || again.error().code != ErrorCode::AlreadyExists, qPrintable(again.text()));
    }

    void cancelAndResume_data() {
        QTest::addColumn<int>("event");
        for (int event = 1; event < 45; event += 4)
            QTest::addRow("event %d", event) << event;
    }
    void cancelAndResume() {
        QFETCH(int, event);
        Bench bench;
        QVERIFY(bench.apply().ok());
        const auto cancelled = bench.destroy({.cancelAtEvent = event});
        QVERIFY(cancelled.status.has_value());
        const auto resumed = bench.destroy();
        QVERIFY2(resumed.ok(), qPrintable(resumed.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
    }
};

QTEST_GUILESS_MAIN(DestroyTest)
#include "destroy_test.moc"
