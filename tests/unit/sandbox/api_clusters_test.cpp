#include "tests/unit/sandbox/account.h"

#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox::test;

class ApiClustersTest : public QObject {
    Q_OBJECT

    static Json body(const QString &vpc) {
        return {{"name", "c1"},
                {"region", "nyc3"},
                {"version", "latest"},
                {"vpc_uuid", vpc.toStdString()},
                {"cluster_subnet", "10.160.0.0/19"},
                {"service_subnet", "10.161.0.0/22"},
                {"routing_agent", {{"enabled", true}}},
                {"tags", {"mine"}},
                {"node_pools",
                 Json::array({{{"name", "pool-a"}, {"size", "s-2vcpu-4gb"}, {"count", 2}, {"tags", {"mine"}}}})}};
    }

private Q_SLOTS:
    void aClustersLife() {
        Account account;
        QSignalSpy running(&account.world, &sandbox::World::clusterRunning),
            gone(&account.world, &sandbox::World::clusterGone);
        account.vpc("default", "10.99.0.0/24");
        const QString vpc = account.vpc();
        const Json made = account.post(QStringLiteral("/v2/kubernetes/clusters"), body(vpc))["kubernetes_cluster"];
        QCOMPARE(account.status, 201);
        const QString id = jsonString(made, "id"), path = QStringLiteral("/v2/kubernetes/clusters/") + id;
        QCOMPARE(jsonString(made, "version"), QStringLiteral("1.36.3-do.3"));
        QCOMPARE(made["ha"], Json(true)); // left out, and 1.36
        QCOMPARE(jsonStringList(made, "tags"),
                 QStringList({QStringLiteral("k8s"), QStringLiteral("k8s:") + id, QStringLiteral("mine")}));
        QCOMPARE(jsonString(made["status"], "state"), QStringLiteral("provisioning"));
        QCOMPARE(jsonString(made, "endpoint"), QString());
        QCOMPARE(made["node_pools"][0]["nodes"].size(), std::size_t{2});
        QCOMPARE(jsonString(made["node_pools"][0]["nodes"][0], "droplet_id"), QString());
        // Go clients refuse an empty time.
        QVERIFY(
            QDateTime::fromString(jsonString(made["node_pools"][0]["nodes"][0], "created_at"), Qt::ISODate).isValid());
        account.get(path + QStringLiteral("/credentials"));
        QCOMPARE(account.status, 409);

        account.pass(200);
        QCOMPARE(account.get(QStringLiteral("/v2/droplets?tag_name=k8s:") + id)["meta"]["total"], Json(2));
        QCOMPARE(running.count(), 0);
        account.pass(131);
        QCOMPARE(running.count(), 1);
        const Json now = account.get(path)["kubernetes_cluster"];
        QCOMPARE(jsonString(now["status"], "state"), QStringLiteral("running"));
        QCOMPARE(jsonString(now, "endpoint"), QStringLiteral("https://127.0.0.1:6443"));
        QCOMPARE(jsonString(now["node_pools"][0]["nodes"][0]["status"], "state"), QStringLiteral("running"));
        const Json access = account.get(path + QStringLiteral("/credentials?expiry_seconds=3600"));
        QCOMPARE(account.kubernetes.lastLife, 3600);
        QCOMPARE(QByteArray::fromBase64(jsonString(access, "certificate_authority_data").toLatin1()), QByteArray("CA"));
        QCOMPARE(jsonString(access, "token"), QStringLiteral("kube-token"));
        account.get(path + QStringLiteral("/kubeconfig"));
        QVERIFY(account.reply.body.contains("current-context: do-nyc3-c1") &&
                account.reply.body.contains("token: kube-token"));
        QCOMPARE(account.reply.contentType, QByteArray("application/yaml"));

        account.call("DELETE", path);
        QCOMPARE(account.status, 204);
        QCOMPARE(jsonString(account.get(path)["kubernetes_cluster"]["status"], "state"), QStringLiteral("deleting"));
        account.pass(11);
        account.get(path);
        QCOMPARE(account.status, 404);
        QCOMPARE(gone.count(), 1);
        QVERIFY(account.kubernetes.serving.isEmpty());
        // The workers outlive it, and the VPC with them.
        QCOMPARE(account.world.droplets.size(), 2);
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + vpc);
        QCOMPARE(account.status, 409);
        account.pass(89);
        QCOMPARE(account.world.droplets.size(), 2);
        account.pass(20);
        QCOMPARE(account.world.droplets.size(), 0);
        account.get(QStringLiteral("/v2/tags/k8s:") + id);
        QCOMPARE(account.status, 404);
        account.pass(10);
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + vpc);
        QCOMPARE(account.status, 204);
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("status");
        QTest::newRow("name with a digit first") << QByteArray(R"({"name":"1c"})") << 422;
        QTest::newRow("region") << QByteArray(R"({"region":"ams2"})") << 422;
        QTest::newRow("version") << QByteArray(R"({"version":"1.20"})") << 422;
        QTest::newRow("vpc") << QByteArray(R"({"vpc_uuid":"nope"})") << 404;
        QTest::newRow("one subnet") << QByteArray(R"({"service_subnet":null})") << 422;
        QTest::newRow("subnets overlap") << QByteArray(R"({"service_subnet":"10.160.4.0/22"})") << 422;
        QTest::newRow("overlaps the VPC") << QByteArray(R"({"cluster_subnet":"10.100.0.0/16"})") << 422;
        QTest::newRow("reserved") << QByteArray(R"({"cluster_subnet":"10.244.0.0/19"})") << 422;
        QTest::newRow("reserved tag") << QByteArray(R"({"tags":["k8s:other"]})") << 422;
        QTest::newRow("no pool") << QByteArray(R"({"node_pools":[]})") << 422;
        QTest::newRow("small size") << QByteArray(R"({"node_pools":[{"name":"p","size":"s-1vcpu-1gb","count":1}]})")
                                    << 422;
        QTest::newRow("no nodes") << QByteArray(R"({"node_pools":[{"name":"p","size":"s-2vcpu-4gb","count":0}]})")
                                  << 422;
        QTest::newRow("isolated without NAT") << QByteArray(R"({"isolated_workers":true})") << 422;
        QTest::newRow("droplet limit") << QByteArray(R"({"node_pools":[{"name":"p","size":"s-2vcpu-4gb","count":26}]})")
                                       << 422;
        QTest::newRow("minor version") << QByteArray(R"({"version":"1.35"})") << 201;
    }
    void refusals() {
        QFETCH(QByteArray, change);
        QFETCH(int, status);
        Account account;
        Json request = body(account.vpc());
        request.update(*parseJson(change));
        const Json answer = account.post(QStringLiteral("/v2/kubernetes/clusters"), request);
        QVERIFY2(account.status == status, answer.dump().c_str());
        QCOMPARE(account.world.clusters.size(), status == 201 ? 1 : 0);
        if (status == 201)
            QCOMPARE(answer["kubernetes_cluster"]["ha"], Json(false)); // before 1.36
    }

    void subnetsOfAnotherClusterAreTaken() {
        Account account;
        const QString vpc = account.vpc();
        account.post(QStringLiteral("/v2/kubernetes/clusters"), body(vpc));
        Json second = body(vpc);
        second["name"] = "c2";
        account.post(QStringLiteral("/v2/kubernetes/clusters"), second);
        QCOMPARE(account.status, 422);
        second["cluster_subnet"] = "10.170.0.0/19";
        second["service_subnet"] = "10.171.0.0/22";
        account.post(QStringLiteral("/v2/kubernetes/clusters"), second);
        QCOMPARE(account.status, 201);
        account.vpc("in-the-pods", "10.170.0.0/24");
        QCOMPARE(account.status, 422);
    }

    void whatWorkloadsLeaveBehind() {
        Account account;
        const QString id = jsonString(
            account.post(QStringLiteral("/v2/kubernetes/clusters"), body(account.vpc()))["kubernetes_cluster"], "id");
        account.world.extras.insert(
            QStringLiteral("lb1"),
            {QStringLiteral("lb1"), QStringLiteral("load_balancer"), QStringLiteral("web"), id, {}, {}});
        account.world.extras.insert(
            QStringLiteral("v1"), {QStringLiteral("v1"), QStringLiteral("volume"), QStringLiteral("data"), id, {}, {}});
        const QString path = QStringLiteral("/v2/kubernetes/clusters/%1/destroy_with_associated_resources").arg(id);
        const Json had = account.get(path);
        QCOMPARE(had["load_balancers"].size() + had["volumes"].size() + had["volume_snapshots"].size(), std::size_t{2});
        account.call("DELETE", path + QStringLiteral("/selective"), {{"load_balancers", {"lb1"}}});
        QCOMPARE(account.status, 204);
        QCOMPARE(account.world.extras.keys(), QStringList{QStringLiteral("v1")});
    }

    void poolsGrowAndShrink() {
        Account account;
        const Json made =
            account.post(QStringLiteral("/v2/kubernetes/clusters"), body(account.vpc()))["kubernetes_cluster"];
        const QString path = QStringLiteral("/v2/kubernetes/clusters/") + jsonString(made, "id");
        const QString pool = path + QStringLiteral("/node_pools/") + jsonString(made["node_pools"][0], "id");
        account.pass(331);
        account.call("PUT", pool, {{"name", "pool-a"}, {"count", 3}});
        QCOMPARE(account.status, 202);
        QCOMPARE(account.world.droplets.size(), 3);
        account.pass(40);
        QCOMPARE(jsonString(account.get(pool)["node_pool"]["nodes"][2]["status"], "state"), QStringLiteral("running"));
        account.call("PUT", pool, {{"name", "pool-a"}, {"count", 1}});
        account.pass(11);
        QCOMPARE(account.world.droplets.size(), 1);
        account.call("DELETE", pool);
        QCOMPARE(account.status, 422);
    }

    void routingAgentAndHighAvailability() {
        Account account;
        const QString path = QStringLiteral("/v2/kubernetes/clusters/") +
                             jsonString(account.post(QStringLiteral("/v2/kubernetes/clusters"),
                                                     body(account.vpc()))["kubernetes_cluster"],
                                        "id");
        Json now = account.call("PUT", path, {{"name", "c1"}, {"routing_agent", {{"enabled", false}}}});
        QCOMPARE(account.status, 202);
        QCOMPARE(now["kubernetes_cluster"]["routing_agent"]["enabled"], Json(false));
        account.call("PUT", path, {{"name", "c1"}, {"ha", false}});
        QCOMPARE(account.status, 422);
    }

    void options() {
        Account account;
        const Json options = account.get(QStringLiteral("/v2/kubernetes/options"))["options"];
        QCOMPARE(jsonString(options["versions"][0], "slug"), QStringLiteral("1.36.3-do.3"));
        QVERIFY(options["sizes"].size() > 10 && options["regions"].size() > 5);
    }
};

QTEST_GUILESS_MAIN(ApiClustersTest)
#include "api_clusters_test.moc"
