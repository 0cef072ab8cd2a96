#include "core/kubernetes/kubernetes.h"
#include "tests/support/fake_transport.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::kubernetes;
using test::FakeTransport;

namespace {

using Reply = Result<HttpResponse>;
const QString kGroup = QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1");

Json discovery(bool namespaced) {
    return {{"kind", "APIResourceList"},
            {"resources", Json::array({{{"name", "routes"}, {"namespaced", namespaced}},
                                       {{"name", "routes/status"}, {"namespaced", !namespaced}}})}};
}

Reply status(int code, const char *reason, const char *message = "words") {
    return FakeTransport::json(
        {{"kind", "Status"}, {"status", "Failure"}, {"reason", reason}, {"message", message}, {"code", code}}, code);
}

Json route(const char *gateway, const char *version) {
    return {{"apiVersion", "networking.doks.digitalocean.com/v1alpha1"},
            {"kind", "Route"},
            {"metadata", {{"name", "r"}, {"resourceVersion", version}, {"finalizers", {"f"}}}},
            {"spec", {{"destinations", {"0.0.0.0/0"}}, {"gateways", {gateway}}}},
            {"status", {{"x", 1}}}};
}

} // namespace

class ClusterTest : public QObject {
    Q_OBJECT
    ManualClock m_clock;
    FakeTransport *m_server = nullptr;
    std::unique_ptr<Cluster> m_cluster;

    template <class T>
    T wait(const QFuture<T> &future) {
        while (!test::settled(future) && m_clock.advanceToNext()) {
        }
        return future.isFinished() ? future.result() : T(Error{.message = QStringLiteral("never finished")});
    }
    Result<Route> apply() {
        return wait(
            m_cluster->applyRoute(QStringLiteral("r"), {QStringLiteral("0.0.0.0/0")}, {QStringLiteral("10.0.0.2")}));
    }

private Q_SLOTS:
    void init() {
        auto fake = std::make_unique<FakeTransport>();
        m_server = fake.get();
        m_cluster = std::make_unique<Cluster>(std::move(fake), &m_clock);
    }
    void scope_data() {
        QTest::addColumn<bool>("namespaced");
        QTest::addColumn<QString>("path");
        QTest::newRow("namespaced") << true << kGroup + QStringLiteral("/namespaces/default/routes");
        QTest::newRow("cluster") << false << kGroup + QStringLiteral("/routes");
    }
    void scope() {
        QFETCH(bool, namespaced);
        QFETCH(QString, path);
        m_server->on("POST", kGroup, route("10.0.0.2", "1"));
        m_server->on("GET", kGroup, discovery(namespaced));
        const auto applied = apply();
        QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().toString()));
        QCOMPARE(applied->gateways, QStringList{QStringLiteral("10.0.0.2")});
        QCOMPARE(applied->rawStatus, QStringLiteral("{\"x\":1}"));
        QCOMPARE(m_server->lines(), (QStringList{QStringLiteral("GET ") + kGroup, QStringLiteral("POST ") + path}));
    }
    void notServed() {
        m_server->on("GET", kGroup, status(404, "NotFound"));
        const auto found = wait(m_cluster->discoverRoute());
        QVERIFY(found);
        QVERIFY(!found->served);
        QVERIFY(!apply());
        QVERIFY(wait(m_cluster->deleteRoute(QStringLiteral("r"))));
        // It is asked again each time: the resource appears minutes after the cluster.
        QCOMPARE(m_server->sent.size(), 3);
    }
    void equalRouteStays() {
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), route("10.0.0.2", "4"));
        m_server->on("GET", kGroup, discovery(false));
        m_server->on("POST", kGroup, status(409, "AlreadyExists"));
        QVERIFY(apply());
        QVERIFY(!m_server->lines().last().startsWith(QStringLiteral("PUT")));
    }
    void otherRouteIsReplaced() {
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), route("10.0.0.9", "4"));
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), route("10.0.0.9", "5"));
        m_server->on("GET", kGroup, discovery(false));
        m_server->on("POST", kGroup, status(409, "AlreadyExists"));
        m_server->on("PUT", kGroup, status(409, "Conflict"));
        m_server->on("PUT", kGroup, Reply(FakeTransport::json(route("10.0.0.2", "6"))));
        const auto applied = apply();
        QVERIFY(applied);
        QCOMPARE(applied->gateways, QStringList{QStringLiteral("10.0.0.2")});
        const auto sent = parseJson(m_server->sent.last().body);
        QCOMPARE(sent->at("metadata").at("resourceVersion"), Json("5"));
        QCOMPARE(sent->at("metadata").at("finalizers"), Json::array({"f"}));
        QCOMPARE(sent->at("spec").at("gateways"), Json::array({"10.0.0.2"}));
    }
    void conflictEndsAfterThreeTries() {
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), route("10.0.0.9", "4"));
        m_server->on("GET", kGroup, discovery(false));
        m_server->on("POST", kGroup, status(409, "AlreadyExists"));
        m_server->on("PUT", kGroup, status(409, "Conflict"));
        const auto applied = apply();
        QVERIFY(!applied);
        QCOMPARE(errorCodeName(applied.error().code), QStringLiteral("conflict"));
        QCOMPARE(m_server->lines().filter(QStringLiteral("PUT")).size(), 3);
    }
    void lostAnswerIsLookedUp() {
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), route("10.0.0.2", "4"));
        m_server->on("GET", kGroup, discovery(false));
        m_server->on("POST", kGroup, Reply(FakeTransport::failure(ErrorCode::UnknownOutcome)));
        QVERIFY(apply());
        QCOMPARE(m_server->lines().filter(QStringLiteral("POST")).size(), 1);
    }
    void dyingRouteIsNotTouched() {
        Json dying = route("10.0.0.2", "4");
        dying["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z";
        m_server->on("GET", kGroup + QStringLiteral("/routes/"), dying);
        m_server->on("GET", kGroup, discovery(false));
        m_server->on("POST", kGroup, status(409, "AlreadyExists"));
        QCOMPARE(errorCodeName(apply().error().code), QStringLiteral("conflict"));
    }
    void podWaitsForItsServiceAccount() {
        m_server->on("POST", QStringLiteral("/api/v1/namespaces/default/pods"),
                     status(403, "Forbidden",
                            "error looking up service account default/default: serviceaccount \"default\" not found"));
        m_server->on("POST", QStringLiteral("/api/v1/namespaces/default/pods"),
                     Reply(FakeTransport::json({{"kind", "Pod"}}, 201)));
        QVERIFY(wait(m_cluster->createPod({.name = QStringLiteral("p"),
                                           .image = QStringLiteral("i"),
                                           .command = {QStringLiteral("curl")},
                                           .nodeName = QStringLiteral("n1")})));
        QCOMPARE(m_server->sent.size(), 2);
        const auto body = parseJson(m_server->sent.last().body);
        QCOMPARE(body->at("spec").at("nodeName"), Json("n1"));
        QCOMPARE(body->at("spec").at("restartPolicy"), Json("Never"));
        QCOMPARE(body->at("spec").at("automountServiceAccountToken"), Json(false));
        QCOMPARE(body->at("metadata").at("labels").at("app.kubernetes.io/managed-by"), Json("sluice"));
        QVERIFY(!body->at("spec").contains("hostNetwork"));
    }
    void otherRefusalsAreFinal() {
        m_server->on("POST", QStringLiteral("/"), status(403, "Forbidden", "pods is forbidden"));
        const auto made = wait(m_cluster->createPod({.name = QStringLiteral("p")}));
        QCOMPARE(errorCodeName(made.error().code), QStringLiteral("permission_denied"));
        QVERIFY(made.error().message.contains(QStringLiteral("Forbidden")));
        QCOMPARE(m_server->sent.size(), 1);
    }
    void podStates() {
        m_server->on(
            "GET", QStringLiteral("/api/v1/namespaces/default/pods/p"),
            Json{{"metadata", {{"name", "p"}}},
                 {"status",
                  {{"phase", "Pending"},
                   {"containerStatuses",
                    Json::array(
                        {{{"state",
                           {{"waiting", {{"reason", "ImagePullBackOff"}, {"message", "no such image"}}}}}}})}}}});
        const auto pod = wait(m_cluster->pod(QStringLiteral("p")));
        QVERIFY(pod);
        QCOMPARE(pod->phase, QStringLiteral("Pending"));
        QCOMPARE(pod->waitingReason, QStringLiteral("ImagePullBackOff"));
        QCOMPARE(pod->message, QStringLiteral("no such image"));
        QVERIFY(!pod->finished());
    }
    void logIsText() {
        m_server->on("GET", QStringLiteral("/api/v1/namespaces/default/pods/p/log"),
                     Reply(FakeTransport::raw("203.0.113.7\n")));
        QCOMPARE(*wait(m_cluster->podLog(QStringLiteral("p"))), QStringLiteral("203.0.113.7\n"));
    }
    void nodesAndAgent() {
        const Json node = {{"metadata", {{"name", "n1"}}},
                           {"status",
                            {{"conditions", Json::array({{{"type", "MemoryPressure"}, {"status", "False"}},
                                                         {{"type", "Ready"}, {"status", "True"}}})},
                             {"addresses", Json::array({{{"type", "InternalIP"}, {"address", "10.0.0.4"}},
                                                        {{"type", "ExternalIP"}, {"address", "203.0.113.4"}}})}}}};
        m_server->on("GET", QStringLiteral("/api/v1/nodes"),
                     Json{{"items", Json::array({node, {{"metadata", {{"name", "n2"}}}}})}});
        m_server->on("GET", QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets"),
                     Json{{"items", Json::array({{{"status", {{"desiredNumberScheduled", 2}, {"numberReady", 1}}}}})}});
        const auto nodes = wait(m_cluster->nodes());
        QVERIFY(nodes);
        QCOMPARE(nodes->size(), 2);
        QVERIFY(nodes->at(0).ready && !nodes->at(1).ready);
        QCOMPARE(nodes->at(0).externalIp, QStringLiteral("203.0.113.4"));
        const auto agent = wait(m_cluster->routingAgent());
        QVERIFY(agent && agent->found && !agent->isReady());
        QCOMPARE(m_server->sent.last().path.section(QLatin1Char('='), 1),
                 QStringLiteral("c3.doks.digitalocean.com%2Fcomponent%3Drouting-agent"));
    }
    void absentIsSuccess() {
        m_server->on("DELETE", QStringLiteral("/"), status(404, "NotFound"));
        QVERIFY(wait(m_cluster->deletePod(QStringLiteral("p"))));
    }
    void readsAreRepeated() {
        m_server->on("GET", QStringLiteral("/version"), Reply(FakeTransport::raw("", 503)));
        m_server->on("GET", QStringLiteral("/version"), Json{{"gitVersion", "v1.36.3"}});
        QCOMPARE(*wait(m_cluster->version()), QStringLiteral("v1.36.3"));
        QCOMPARE(m_cluster->calls(), 2);
    }
    void notYetAuthenticated() {
        m_server->on("GET", QStringLiteral("/version"), status(401, "Unauthorized"));
        QCOMPARE(errorCodeName(wait(m_cluster->version()).error().code), QStringLiteral("unauthenticated"));
        QCOMPARE(m_cluster->calls(), 1);
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "cluster_test.moc"
