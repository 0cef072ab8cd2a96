#include "kube_lab.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::sandbox;
using namespace std::chrono_literals;

/// Nodes, the routing agent, and the life of a pod.
class KubePodsTest : public QObject {
    Q_OBJECT

    ManualClock clock;
    std::unique_ptr<KubeLab> lab;

    Answer post(const Json &body) { return lab->call("POST", kPods, toJsonText(body)); }
    Json pod(const char *name) { return lab->get(kPods + QLatin1Char('/') + QLatin1String(name)).json; }
    QString phase(const char *name) { return jsonString(jsonMember(pod(name), "status"), "phase"); }
    QString waiting(const char *name) {
        const Json status = jsonMember(pod(name), "status");
        const Json &list = jsonMember(status, "containerStatuses");
        return list.empty() ? QString() : jsonString(jsonMember(jsonMember(list[0], "state"), "waiting"), "reason");
    }
    Answer log(const char *name, const char *query = "") {
        return lab->get(kPods + QLatin1Char('/') + QLatin1String(name) + QStringLiteral("/log") + QLatin1String(query));
    }
    QString ready(int node) {
        const Json list = lab->get(QStringLiteral("/api/v1/nodes")).json["items"];
        for (const Json &condition : list[static_cast<std::size_t>(node)]["status"]["conditions"]) {
            if (jsonString(condition, "type") == QLatin1String("Ready"))
                return jsonString(condition, "status");
        }
        return {};
    }
    Json agent() {
        return lab
            ->get(QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector="
                                 "c3.doks.digitalocean.com%2Fcomponent%3Drouting-agent"))
            .json["items"][0]["status"];
    }

private Q_SLOTS:
    void init() {
        lab = std::make_unique<KubeLab>(&clock);
        lab->world.setLatencies({{QStringLiteral("kubernetes.auth"), 0},
                                 {QStringLiteral("kubernetes.node_ready"), 15},
                                 {QStringLiteral("kubernetes.service_account"), 1},
                                 {QStringLiteral("kubernetes.pod_scheduled"), 1},
                                 {QStringLiteral("kubernetes.pod_start"), 4},
                                 {QStringLiteral("kubernetes.pod_run"), 2},
                                 {QStringLiteral("kubernetes.pod_gone"), 2}});
        lab->run();
    }
    void cleanup() { lab.reset(); }

    void nodesAndAgentBecomeReady() {
        QCOMPARE(ready(0), QStringLiteral("False"));
        QCOMPARE(jsonInt(agent(), "desiredNumberScheduled"), 2);
        QCOMPARE(jsonInt(agent(), "numberReady"), 0);
        clock.advance(15s);
        QCOMPARE(ready(1), QStringLiteral("True"));
        QCOMPARE(jsonInt(agent(), "numberReady"), 2);
        const Json node = lab->get(QStringLiteral("/api/v1/nodes/workers-0")).json;
        const Droplet &droplet = lab->world.droplets.first();
        QStringList addresses;
        for (const Json &address : node["status"]["addresses"])
            addresses << jsonString(address, "type") + QLatin1Char('=') + jsonString(address, "address");
        QVERIFY(addresses.contains(QStringLiteral("InternalIP=") + droplet.privateIp.toString()));
        QVERIFY(addresses.contains(QStringLiteral("ExternalIP=") + droplet.publicIp.toString()));
        QCOMPARE(jsonString(node["metadata"]["labels"], "doks.digitalocean.com/node-pool"), QStringLiteral("workers"));
    }

    void agentSwitches() {
        clock.advance(15s);
        lab->world.switches[QStringLiteral("agent_node:workers-0")] = QStringLiteral("down");
        lab->world.changed();
        QCOMPARE(jsonInt(agent(), "numberReady"), 1);
        lab->world.switches[QStringLiteral("agent:") + lab->id] = QStringLiteral("crashloop");
        lab->world.changed();
        QCOMPARE(jsonInt(agent(), "numberReady"), 0);
        const Json pods = lab->get(QStringLiteral("/api/v1/namespaces/kube-system/pods?labelSelector="
                                                  "c3.doks.digitalocean.com%2Fcomponent"))
                              .json["items"];
        QCOMPARE(pods.size(), std::size_t(2));
        QCOMPARE(pods[0]["status"]["containerStatuses"][0]["state"]["waiting"]["reason"], Json("CrashLoopBackOff"));
    }

    void removedNodeTakesItsPodsAlong() {
        clock.advance(15s);
        lab->world.clusters[lab->id].pools[0].nodes.removeLast();
        lab->world.changed();
        QCOMPARE(lab->get(QStringLiteral("/api/v1/nodes")).json["items"].size(), std::size_t(1));
        QCOMPARE(jsonInt(agent(), "desiredNumberScheduled"), 1);
        QVERIFY(lab->get(QStringLiteral("/api/v1/pods?fieldSelector=spec.nodeName%3Dworkers-1")).json["items"].empty());
    }

    void noServiceAccountNoPod() {
        const Answer early = post(podBody("probe"));
        QCOMPARE(early.status, 403);
        QVERIFY(early.message().contains(QLatin1String("serviceaccount \"default\" not found")));
        clock.advance(1s);
        QCOMPARE(post(podBody("probe")).status, 201);
    }

    void lifeOfAPod() {
        clock.advance(20s);
        QCOMPARE(post(podBody("probe")).status, 201);
        QCOMPARE(phase("probe"), QStringLiteral("Pending"));
        QCOMPARE(log("probe").status, 400);
        clock.advance(1s);
        QCOMPARE(waiting("probe"), QStringLiteral("ContainerCreating"));
        QVERIFY(log("probe").message().contains(QLatin1String("is waiting to start: ContainerCreating")));
        clock.advance(4s);
        QCOMPARE(phase("probe"), QStringLiteral("Running"));
        clock.advance(60s);
        const Json ended = pod("probe");
        const QString final = jsonString(ended["status"], "phase");
        const Json terminated = ended["status"]["containerStatuses"][0]["state"]["terminated"];
        QVERIFY(final == QLatin1String("Succeeded") || final == QLatin1String("Failed"));
        QCOMPARE(final == QLatin1String("Succeeded"), jsonInt(terminated, "exitCode", -1) == 0);
        QCOMPARE(jsonString(ended["spec"], "nodeName"), QStringLiteral("workers-0"));
        QCOMPARE(log("probe").status, 200);
        QCOMPARE(log("probe", "?container=other").status, 400);
        QCOMPARE(log("probe", "?tailLines=0").raw, QByteArray());
    }

    void followedLogEndsWithTheContainer() {
        clock.advance(20s);
        QCOMPARE(post(podBody("probe")).status, 201);
        clock.advance(5s);
        QCOMPARE(phase("probe"), QStringLiteral("Running"));
        const std::unique_ptr<QNetworkReply> follow(lab->send("GET", kPods + QStringLiteral("/probe/log?follow=true")));
        QTRY_COMPARE(follow->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QVERIFY(!follow->isFinished());
        clock.advance(60s);
        QTRY_VERIFY(follow->isFinished());
        QCOMPARE(follow->readAll(), log("probe").raw);
    }

    void pinnedToANodeAndOnItsNetwork() {
        clock.advance(20s);
        Json body = podBody("probe");
        body["spec"]["nodeName"] = "workers-1";
        body["spec"]["hostNetwork"] = true;
        QCOMPARE(post(body).status, 201);
        clock.advance(5s);
        const Json status = pod("probe")["status"];
        QCOMPARE(jsonString(status, "podIP"), lab->world.droplets.last().privateIp.toString());
        QCOMPARE(jsonString(status, "hostIP"), jsonString(status, "podIP"));
        body = podBody("other");
        QCOMPARE(post(body).status, 201);
        clock.advance(5s);
        const QString inside = jsonString(pod("other")["status"], "podIP");
        QVERIFY2(inside.startsWith(QLatin1String("192.168.")), qPrintable(inside));
    }

    void waitsForANode() {
        clock.advance(5s);
        QCOMPARE(post(podBody("probe")).status, 201);
        clock.advance(5s);
        QCOMPARE(phase("probe"), QStringLiteral("Pending"));
        QCOMPARE(jsonString(pod("probe")["status"]["conditions"][0], "reason"), QStringLiteral("Unschedulable"));
        clock.advance(60s);
        QVERIFY(phase("probe") != QLatin1String("Pending"));
    }

    void unpullableImage() {
        clock.advance(20s);
        lab->world.switches[QStringLiteral("image:nosuch")] = QStringLiteral("unpullable");
        QCOMPARE(post(podBody("probe", "example.com/nosuch:1")).status, 201);
        clock.advance(5s);
        QCOMPARE(waiting("probe"), QStringLiteral("ErrImagePull"));
        clock.advance(5s);
        QCOMPARE(waiting("probe"), QStringLiteral("ImagePullBackOff"));
        QCOMPARE(phase("probe"), QStringLiteral("Pending"));
        QVERIFY(log("probe").message().contains(QLatin1String("failing to pull image")));
        lab->world.switches.clear();
        clock.advance(60s);
        QVERIFY(phase("probe") != QLatin1String("Pending"));
    }

    void deletedAfterItsGrace() {
        clock.advance(20s);
        QCOMPARE(post(podBody("probe")).status, 201);
        clock.advance(5s);
        const Answer deleted = lab->call("DELETE", kPods + QStringLiteral("/probe"));
        QCOMPARE(deleted.status, 200);
        QVERIFY(!jsonString(deleted.json["metadata"], "deletionTimestamp").isEmpty());
        QCOMPARE(lab->get(kPods + QStringLiteral("/probe")).status, 200);
        clock.advance(2s);
        QCOMPARE(lab->get(kPods + QStringLiteral("/probe")).status, 404);
        QCOMPARE(post(podBody("probe")).status, 201);
        QCOMPARE(lab->call("DELETE", kPods + QStringLiteral("/probe?gracePeriodSeconds=0")).status, 200);
        QCOMPARE(lab->get(kPods + QStringLiteral("/probe")).status, 404);
    }

    void restartsByPolicy() {
        clock.advance(20s);
        Json body = podBody("probe");
        body["spec"]["restartPolicy"] = "Always";
        QCOMPARE(post(body).status, 201);
        clock.advance(60s);
        QCOMPARE(phase("probe"), QStringLiteral("Running"));
        QVERIFY(jsonInt(pod("probe")["status"]["containerStatuses"][0], "restartCount") > 0);
    }

    void survivesARestart() {
        clock.advance(20s);
        QCOMPARE(post(podBody("probe")).status, 201);
        clock.advance(2s);
        const Json saved = lab->world.save();
        lab->client.clearConnectionCache();
        lab->hook.reset();
        QVERIFY(lab->world.load(saved));
        lab->hook = makeKubernetes(&lab->world);
        clock.advance(60s);
        const QString final = phase("probe");
        QVERIFY2(final == QLatin1String("Succeeded") || final == QLatin1String("Failed"), qPrintable(final));
    }

    void specIsFrozen() {
        clock.advance(20s);
        Json body = post(podBody("probe")).json;
        body["spec"]["nodeName"] = "workers-1";
        QCOMPARE(lab->call("PUT", kPods + QStringLiteral("/probe"), toJsonText(body)).status, 422);
        QCOMPARE(post({{"metadata", {{"name", "x"}}}, {"spec", {{"containers", Json::array()}}}}).status, 422);
    }

    void newNamespaceGetsItsAccountLater() {
        clock.advance(20s);
        const QString spaces = QStringLiteral("/api/v1/namespaces");
        QCOMPARE(lab->call("POST", spaces, R"({"metadata":{"name":"probes"}})").status, 201);
        const QString pods = QStringLiteral("/api/v1/namespaces/probes/pods");
        QCOMPARE(lab->call("POST", pods, toJsonText(podBody("probe"))).status, 403);
        clock.advance(1s);
        QCOMPARE(lab->call("POST", pods, toJsonText(podBody("probe"))).status, 201);
        QCOMPARE(lab->call("DELETE", spaces + QStringLiteral("/probes")).status, 200);
        QCOMPARE(lab->get(pods + QStringLiteral("/probe")).status, 404);
    }
};

QTEST_GUILESS_MAIN(KubePodsTest)
#include "kube_pods_test.moc"
