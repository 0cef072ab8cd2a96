#include "kube_lab.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::sandbox;
using namespace std::chrono_literals;

/// Who gets in, and what discovery says when.
class KubeAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hiddenUntilRunning() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.token = lab.hook->issueToken(lab.id, 3600, nullptr);
        QCOMPARE(lab.get(QStringLiteral("/version")).status, 0);
    }

    void refusesAnyTokenForTheFirstSeconds() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.world.setLatencies({{QStringLiteral("kubernetes.auth"), 5}});
        lab.run();
        QCOMPARE(lab.get(QStringLiteral("/version")).status, 401);
        clock.advance(4999ms);
        QCOMPARE(lab.get(QStringLiteral("/version")).status, 401);
        clock.advance(1ms);
        const Answer version = lab.get(QStringLiteral("/version"));
        QCOMPARE(version.status, 200);
        QCOMPARE(jsonString(version.json, "gitVersion"), QStringLiteral("v1.32.2"));
    }

    void wantsATokenThatItGaveAndThatLives() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.run();
        clock.advance(10s);
        QDateTime expires;
        lab.token = lab.hook->issueToken(lab.id, 60, &expires);
        QCOMPARE(expires, clock.now().addSecs(60));
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 200);
        clock.advance(60s);
        const Answer expired = lab.get(QStringLiteral("/api/v1/nodes"));
        QCOMPARE(expired.status, 401);
        QCOMPARE(jsonString(expired.json, "kind"), QStringLiteral("Status"));
        QCOMPARE(expired.reason(), QStringLiteral("Unauthorized"));
        QCOMPARE(jsonInt(expired.json, "code"), 401);
        lab.token = QStringLiteral("doks_v1_unknown");
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 401);
        lab.token.clear();
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 401);
        QCOMPARE(lab.get(QStringLiteral("/readyz")).raw, QByteArray("ok"));
    }

    void isTrustedByItsOwnCaOnly() {
        ManualClock clock;
        KubeLab lab(&clock), other(&clock);
        lab.run();
        other.run();
        clock.advance(10s);
        lab.ca = other.hook->caPem(other.id);
        const Answer refused = lab.get(QStringLiteral("/version"));
        QCOMPARE(refused.status, 0);
        QCOMPARE(refused.error, QNetworkReply::SslHandshakeFailedError);
        lab.ca.clear();
        lab.client.clearConnectionCache();
        QCOMPARE(lab.get(QStringLiteral("/version")).status, 200);
    }

    void restartKeepsPortCaTokensAndObjects() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.run();
        clock.advance(60s);
        QCOMPARE(lab.call("POST", kRoutes, toJsonText(routeBody("egress"))).status, 201);
        const QUrl before = lab.hook->serve(lab.id);
        const QByteArray ca = lab.hook->caPem(lab.id);
        const Json saved = lab.world.save();
        QVERIFY(!toJsonText(saved).contains(lab.token.toLatin1()));
        lab.client.clearConnectionCache();
        lab.hook.reset();
        QVERIFY(lab.world.load(saved));
        lab.hook = makeKubernetes(&lab.world);
        QCOMPARE(lab.hook->serve(lab.id), before);
        QCOMPARE(lab.hook->caPem(lab.id), ca);
        QCOMPARE(lab.get(kRoutes + QStringLiteral("/egress")).status, 200);
    }

    void switches() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.run();
        clock.advance(10s);
        const QString name = QStringLiteral("kube:") + lab.id;
        lab.world.switches[name] = QStringLiteral("500");
        const Answer broken = lab.get(QStringLiteral("/api/v1/nodes"));
        QCOMPARE(broken.status, 500);
        QCOMPARE(broken.reason(), QStringLiteral("InternalError"));
        lab.world.switches[name] = QStringLiteral("token_expired");
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 401);
        lab.world.switches[name] = QStringLiteral("down");
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 0);
        lab.world.switches.remove(name);
        QCOMPARE(lab.get(QStringLiteral("/api/v1/nodes")).status, 200);
    }

    void goesWithItsCluster() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.run();
        clock.advance(10s);
        QCOMPARE(lab.get(QStringLiteral("/version")).status, 200);
        const std::unique_ptr<QNetworkReply> late(lab.send("GET", QStringLiteral("/version")));
        lab.world.clusters.remove(lab.id);
        lab.hook->stop(lab.id);
        QTRY_VERIFY(late->isFinished());
        QVERIFY(late->error() != QNetworkReply::NoError);
        QVERIFY(lab.hook->serve(lab.id).isEmpty());
    }

    void routesAppearWithTheCrd() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.world.setLatencies({{QStringLiteral("kubernetes.crd"), 45}});
        lab.run();
        clock.advance(44s);
        const QString group = QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1");
        const QString crd = QStringLiteral("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/"
                                           "routes.networking.doks.digitalocean.com");
        QCOMPARE(lab.get(group).status, 404);
        QCOMPARE(lab.get(crd).status, 404);
        QCOMPARE(lab.get(kRoutes).status, 404);
        clock.advance(1s);
        const Answer list = lab.get(group);
        QCOMPARE(list.status, 200);
        QCOMPARE(jsonString(list.json["resources"][0], "name"), QStringLiteral("routes"));
        QVERIFY(jsonBool(list.json["resources"][0], "namespaced"));
        const Answer definition = lab.get(crd);
        QCOMPARE(jsonString(definition.json["status"]["conditions"][1], "type"), QStringLiteral("Established"));
        QCOMPARE(lab.get(kRoutes).status, 200);
    }

    void routesMayBeClusterWide() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.world.switches[QStringLiteral("route_scope")] = QStringLiteral("cluster");
        lab.run();
        clock.advance(60s);
        const QString group = QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1");
        QVERIFY(!jsonBool(lab.get(group).json["resources"][0], "namespaced", true));
        QCOMPARE(lab.call("POST", kRoutes, toJsonText(routeBody("egress"))).status, 404);
        const Answer made = lab.call("POST", group + QStringLiteral("/routes"), toJsonText(routeBody("egress")));
        QCOMPARE(made.status, 201);
        QVERIFY(!made.json["metadata"].contains("namespace"));
        QCOMPARE(lab.get(group + QStringLiteral("/routes/egress")).status, 200);
    }

    void noAgentNoRoutes() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.world.clusters[lab.id].routingAgent = false;
        lab.run();
        clock.advance(600s);
        QCOMPARE(lab.get(kRoutes).status, 404);
        const QString sets = QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets");
        QVERIFY(lab.get(sets).json["items"].empty());
        lab.world.clusters[lab.id].routingAgent = true;
        lab.world.changed();
        QCOMPARE(lab.get(sets).json["items"].size(), std::size_t(1));
    }

    void discoveryDocuments() {
        ManualClock clock;
        KubeLab lab(&clock);
        lab.run();
        clock.advance(60s);
        QCOMPARE(jsonString(lab.get(QStringLiteral("/api")).json, "kind"), QStringLiteral("APIVersions"));
        QCOMPARE(lab.get(QStringLiteral("/apis")).json["groups"].size(), std::size_t(3));
        QCOMPARE(jsonString(lab.get(QStringLiteral("/api/v1")).json, "groupVersion"), QStringLiteral("v1"));
        QVERIFY(lab.get(QStringLiteral("/openapi/v3")).json["paths"].contains("api/v1"));
        const Answer proto = lab.call("GET", QStringLiteral("/openapi/v2"), {}, "application/json",
                                      "application/com.github.proto-openapi.spec.v2@v1.0+protobuf");
        QCOMPARE(proto.status, 200);
        QCOMPARE(proto.raw, QByteArray());
        const Answer nothing = lab.get(QStringLiteral("/apis/batch/v1"));
        QCOMPARE(nothing.status, 404);
        // Upstream's own words where no group is served (tests/upstream): not a Status.
        QCOMPARE(nothing.raw, QByteArray("404 page not found\n"));
        QCOMPARE(lab.get(QStringLiteral("/api/v1/namespaces/default/nothings")).reason(), QStringLiteral("NotFound"));
    }
};

QTEST_GUILESS_MAIN(KubeAccessTest)
#include "kube_access_test.moc"
