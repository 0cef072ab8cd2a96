#pragma once

#include "core/kubernetes/kubernetes.h"
#include "tests/upstream/stage.h"

#include <QtTest>

/// One life of the cluster client, through its public functions only.
namespace sluice::upstream {

inline const QString kGroupPath = QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1");

class Story {
public:
    Story(Stage *stage, Tape *tape, bool namespaced)
        : m_stage(stage)
        , m_tape(tape)
        , m_namespaced(namespaced) {
        m_admin = client(Who::Admin, &m_transport);
        m_raw = std::make_unique<RecordingTransport>(stage->connect(Who::Admin), tape);
    }

    void play() {
        const QList<QPair<const char *, void (Story::*)()>> steps = {
            {"credentials", &Story::credentials},
            {"discovery", &Story::discovery},
            {"nodes", &Story::nodes},
            {"not served", &Story::notServed},
            {"served", &Story::served},
            {"route", &Story::route},
            {"conflict", &Story::conflict},
            {"refusals", &Story::refusals},
            {"delete route", &Story::deleteRoute},
            {"pod that cannot pull", &Story::podCannotPull},
            {"pod that ends", &Story::podEnds},
        };
        for (const auto &[name, step] : steps) {
            m_tape->step = QString::fromLatin1(name);
            (this->*step)();
            if (QTest::currentTestFailed()) {
                qWarning("in step \"%s\"", name);
                return;
            }
        }
        // Strict decoding: whatever the client sends must be known to the server, which drops what it does not know.
        for (const Exchange &one : std::as_const(m_tape->exchanges)) {
            const bool writes = (one.method == "POST" || one.method == "PUT") && one.status < 300;
            QStringList lost;
            if (writes && one.step != QLatin1String("refusals"))
                findLost(QStringLiteral("$"), one.request, one.response, &lost);
            QVERIFY2(lost.isEmpty(), qPrintable(one.line() + QLatin1Char(' ') + lost.join(QLatin1Char(' '))));
        }
    }

private:
    using Cluster = kubernetes::Cluster;

    std::unique_ptr<Cluster> client(Who who, RecordingTransport **seen = nullptr) {
        auto transport = std::make_unique<RecordingTransport>(m_stage->connect(who), m_tape);
        if (seen)
            *seen = transport.get();
        return std::make_unique<Cluster>(std::move(transport), m_stage->clock());
    }
    template <class T>
    static T wait(const QFuture<T> &future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 40000))
            return T(Error{.message = QStringLiteral("never finished")});
        return future.result();
    }
    /// What was sent and is not there afterwards. A version is new after each writing.
    static void findLost(const QString &path, const Json &sent, const Json &kept, QStringList *lost) {
        if (path.endsWith(QLatin1String(".resourceVersion")) || path.endsWith(QLatin1String(".managedFields")) ||
            path.endsWith(QLatin1String(".generation")))
            return;
        if (sent.is_object() && kept.is_object()) {
            for (const auto &[key, value] : sent.items())
                findLost(path + QLatin1Char('.') + QString::fromStdString(key), value,
                         kept.contains(key) ? kept[key] : Json(nullptr), lost);
        } else if (sent.is_array() && kept.is_array() && sent.size() == kept.size()) {
            for (std::size_t i = 0; i < sent.size(); ++i)
                findLost(QStringLiteral("%1[%2]").arg(path).arg(i), sent[i], kept[i], lost);
        } else if (sent != kept) {
            *lost << path;
        }
    }
    template <class T>
    static bool isAbsent(const Result<T> &result) {
        return !result && result.error().code == ErrorCode::NotFound;
    }
    /// Asks again until the answer is as wished.
    bool poll(const std::function<bool()> &holds) {
        m_tape->setKeep(Tape::Keep::Last);
        const bool good = QTest::qWaitFor(holds, 30000);
        m_tape->setKeep(Tape::Keep::All);
        return good;
    }
    /// What a person with kubectl would send; recorded like the client's own calls.
    HttpResponse raw(const QByteArray &method, const QString &path, const Json &body = nullptr,
                     const char *contentType = "application/json") {
        HttpRequest request{.method = method, .path = path, .body = body.is_null() ? QByteArray() : toJsonText(body)};
        if (!request.body.isEmpty() && qstrcmp(contentType, "application/json") != 0)
            request.headers = {{"Content-Type", contentType}};
        const Result<HttpResponse> reply = wait(m_raw->send(request));
        return reply ? *reply : HttpResponse{};
    }
    QString routes() const {
        return kGroupPath + (m_namespaced ? QStringLiteral("/namespaces/default/routes") : QStringLiteral("/routes"));
    }

    void credentials() {
        const auto nobody = client(Who::Nobody);
        const Result<QString> refused = wait(nobody->version());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(refused.error().httpStatus, 401);
        // The first seconds of a cluster: a good token that the server does not know yet; the same client goes on.
        const auto late = client(Who::Late);
        const Result<QList<kubernetes::Node>> early = wait(late->nodes());
        QVERIFY(!early);
        QCOMPARE(early.error().code, ErrorCode::Unauthenticated);
        m_stage->acceptLate();
        QVERIFY(poll([&late] { return bool(wait(late->version())); }));
        const Result<QString> version = wait(m_admin->version());
        QVERIFY2(version && version->startsWith(QLatin1Char('v')), version ? qPrintable(*version) : "no version");
        if (m_stage->isUpstream()) {
            m_tape->onlyUpstream = true; // there are no roles in the simulated clusters
            const Result<QList<kubernetes::Node>> forbidden = wait(client(Who::Powerless)->nodes());
            m_tape->onlyUpstream = false;
            QVERIFY(!forbidden);
            QCOMPARE(forbidden.error().code, ErrorCode::PermissionDenied);
            QVERIFY2(forbidden.error().message.contains(QStringLiteral("cannot list resource \"nodes\"")),
                     qPrintable(forbidden.error().message));
        }
    }

    void discovery() {
        for (const char *path : {"/api", "/api/v1", "/apis/apps", "/apis/apps/v1", "/apis/apiextensions.k8s.io/v1"})
            QCOMPARE(raw("GET", QString::fromLatin1(path)).status, 200);
        QCOMPARE(raw("GET", QStringLiteral("/apis/nowhere.example/v1")).status, 404);
        QCOMPARE(raw("GET", QStringLiteral("/api/v1/namespaces/default/nothings")).status, 404);
        QCOMPARE(raw("GET", QStringLiteral("/api/v1/namespaces/default/configmaps/none")).status, 404);
        QCOMPARE(raw("GET", QStringLiteral("/api/v1/namespaces/none/configmaps")).status, 200);
    }

    void nodes() {
        m_stage->addNodesAndAgent();
        QVERIFY(poll([this] {
            const auto nodes = wait(m_admin->nodes());
            return nodes && nodes->size() == 2 && nodes->at(0).ready && nodes->at(1).ready;
        }));
        const auto nodes = wait(m_admin->nodes());
        QCOMPARE(nodes->at(0).name, QStringLiteral("workers-0"));
        QCOMPARE(nodes->at(1).name, QStringLiteral("workers-1"));
        QVERIFY(!nodes->at(0).internalIp.isEmpty() && !nodes->at(0).externalIp.isEmpty());
        QVERIFY(poll([this] {
            const auto agent = wait(m_admin->routingAgent());
            return agent && agent->isReady() && agent->desired == 2;
        }));
    }

    void notServed() {
        const auto found = wait(m_admin->discoverRoute());
        QVERIFY(found && !found->served);
        const auto applied = wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.9")}));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::NotFound);
        QVERIFY(!applied.error().remedy.isEmpty());
        QVERIFY(isAbsent(wait(m_admin->route(m_name))));
        QVERIFY(wait(m_admin->deleteRoute(m_name)));
    }

    void served() {
        m_stage->serveRoutes();
        kubernetes::RouteResource resource;
        QVERIFY(poll([this, &resource] {
            const auto found = wait(m_admin->discoverRoute());
            if (found)
                resource = *found;
            return resource.served;
        }));
        QCOMPARE(resource.namespaced, m_namespaced);
        QVERIFY(isAbsent(wait(m_admin->route(m_name))));
        QVERIFY(wait(m_admin->deleteRoute(m_name)));
        QCOMPARE(raw("GET", QStringLiteral("/apis/networking.doks.digitalocean.com")).status, 200);
        QCOMPARE(raw("GET", routes()).status, 200);
    }

    void route() {
        const auto created = wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.9")}));
        QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
        m_stage->agentTakes(m_name);
        const auto read = wait(m_admin->route(m_name));
        QVERIFY(read);
        QCOMPARE(read->name, m_name);
        QCOMPARE(read->destinations, m_all);
        QCOMPARE(read->gateways, QStringList{QStringLiteral("10.20.0.9")});
        QVERIFY(!read->hasNodeSelector && !read->deleting);
        // The same once more: seen and left alone.
        const int before = m_admin->calls();
        QVERIFY(wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.9")})));
        QCOMPARE(m_admin->calls() - before, 2);
        const auto other = wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.10")}));
        QVERIFY2(other, other ? "" : qPrintable(other.error().toString()));
        QCOMPARE(other->gateways, QStringList{QStringLiteral("10.20.0.10")});
        QVERIFY(!other->deleting);
    }

    void conflict() {
        // Somebody writes between our reading and our writing.
        m_transport->beforeNext("PUT", [this] {
            const HttpResponse patched =
                raw("PATCH", routes() + QLatin1Char('/') + m_name,
                    {{"metadata", {{"labels", {{"seen-by", "somebody"}}}}}}, "application/merge-patch+json");
            QCOMPARE(patched.status, 200);
        });
        const auto applied = wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.11")}));
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));
        QCOMPARE(applied->gateways, QStringList{QStringLiteral("10.20.0.11")});
        const auto conflicts =
            std::count_if(m_tape->exchanges.cbegin(), m_tape->exchanges.cend(), [](const Exchange &e) {
                return e.method == "PUT" && e.status == 409 &&
                       jsonString(e.response, "reason") == QLatin1String("Conflict");
            });
        QCOMPARE(conflicts, 1);
        // What somebody wrote is still there.
        const HttpResponse now = raw("GET", routes() + QLatin1Char('/') + m_name);
        QVERIFY(now.body.contains("somebody"));
    }

    void refusals() {
        const auto bad = wait(m_admin->applyRoute(QStringLiteral("Bad_Name"), m_all, {QStringLiteral("10.20.0.9")}));
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::InvalidInput);
        QVERIFY2(bad.error().message.contains(QStringLiteral("Bad_Name")), qPrintable(bad.error().message));
        const Json route = {{"apiVersion", "networking.doks.digitalocean.com/v1alpha1"},
                            {"kind", "Route"},
                            {"metadata", {{"name", "other"}}},
                            {"spec", {{"destinations", {"0.0.0.0/0"}}, {"gateways", {"10.20.0.9"}}}}};
        const auto without = [&route](const char *pointer) {
            Json less = route;
            const Json::json_pointer place{std::string(pointer)};
            less[place.parent_pointer()].erase(place.back());
            return less;
        };
        const auto with = [&route](const char *pointer, const Json &value) {
            Json more = route;
            more[Json::json_pointer{std::string(pointer)}] = value;
            return more;
        };
        QCOMPARE(raw("POST", routes(), without("/spec/gateways")).status, 422);
        QCOMPARE(raw("POST", routes(), with("/spec/gateways", "10.20.0.9")).status, 422);
        QCOMPARE(raw("POST", routes(), without("/kind")).status, 400);
        QCOMPARE(raw("POST", routes(), with("/kind", "Path")).status, 422);
        QCOMPARE(raw("POST", routes(), with("/apiVersion", "v1")).status, 400);
        QCOMPARE(raw("POST", routes(), without("/metadata/name")).status, 422);
        // A field that the schema does not know is dropped, not refused, unless the client asks for strictness.
        const HttpResponse pruned =
            raw("POST", routes() + QStringLiteral("?dryRun=All"), with("/spec/gatways", Json::array()));
        QCOMPARE(pruned.status, 201);
        QVERIFY(!pruned.body.contains("gatways"));
        if (m_namespaced)
            QCOMPARE(raw("POST", routes(), with("/metadata/namespace", "kube-system")).status, 400);
        // An update without, or with an old, version of what it changes; and one under another name.
        const QString path = routes() + QLatin1Char('/') + m_name;
        QCOMPARE(raw("PUT", path, with("/metadata/name", m_name.toStdString())).status, 422);
        QCOMPARE(raw("PUT", path, route).status, 400);
        QCOMPARE(raw("PUT", routes() + QStringLiteral("/other"), route).status, 404);
        QCOMPARE(raw("DELETE", routes() + QStringLiteral("/other")).status, 404);
        HttpRequest garbage{.method = "POST", .path = routes(), .body = "{\"kind\": "};
        QCOMPARE(wait(m_raw->send(garbage))->status, 400);
    }

    void deleteRoute() {
        QVERIFY(wait(m_admin->deleteRoute(m_name)));
        const auto held = wait(m_admin->route(m_name));
        QVERIFY(held && held->deleting);
        const auto applied = wait(m_admin->applyRoute(m_name, m_all, {QStringLiteral("10.20.0.12")}));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::Conflict);
        QVERIFY(wait(m_admin->deleteRoute(m_name)));
        m_stage->agentReleases(m_name);
        QVERIFY(poll([this] { return isAbsent(wait(m_admin->route(m_name))); }));
        QVERIFY(wait(m_admin->deleteRoute(m_name)));
    }

    kubernetes::PodSpec spec(const char *name, const char *image) const {
        return {.name = QString::fromLatin1(name),
                .image = QString::fromLatin1(image),
                .command = {QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("curl -s ifconfig.me")},
                .nodeName = QStringLiteral("workers-0")};
    }

    void podCannotPull() {
        const kubernetes::PodSpec spec = this->spec("probe-a", "registry.invalid/none:1");
        QVERIFY(isAbsent(wait(m_admin->pod(spec.name))));
        QVERIFY(wait(m_admin->deletePod(spec.name)));
        // The namespace's service account comes a moment after the cluster; the client waits for it.
        m_stage->removeServiceAccount();
        m_tape->setKeep(Tape::Keep::LastOfStatus);
        const QFuture<Status> creating = m_admin->createPod(spec);
        QVERIFY(
            QTest::qWaitFor([this] { return !m_tape->exchanges.isEmpty() && m_tape->exchanges.last().status == 403; }));
        m_stage->addServiceAccount();
        const Status created = wait(creating);
        m_tape->setKeep(Tape::Keep::All);
        QVERIFY2(created, created ? "" : qPrintable(created.error().toString()));
        const auto pending = wait(m_admin->pod(spec.name));
        QVERIFY(pending);
        QCOMPARE(pending->phase, QStringLiteral("Pending"));
        if (m_stage->isUpstream()) {
            m_tape->onlyUpstream = true; // asks the kubelet, which has no such container yet
            const auto log = wait(m_admin->podLog(QStringLiteral("absent")));
            QVERIFY(isAbsent(log));
            m_tape->onlyUpstream = false;
        }
        m_stage->podCannotPull(spec.name);
        QVERIFY(poll([this, &spec] {
            const auto pod = wait(m_admin->pod(spec.name));
            return pod && pod->waitingReason == QLatin1String("ImagePullBackOff") &&
                   pod->message.contains(QLatin1String("registry.invalid"));
        }));
        const auto names = wait(m_admin->podNames(kubernetes::podSelector()));
        QVERIFY(names);
        QCOMPARE(*names, QStringList{spec.name});
        QVERIFY(wait(m_admin->deletePod(spec.name)));
        m_stage->podIsGone(spec.name);
        QVERIFY(poll([this] {
            const auto left = wait(m_admin->podNames(kubernetes::podSelector()));
            return left && left->isEmpty();
        }));
    }

    void podEnds() {
        kubernetes::PodSpec spec = this->spec("probe-b", "curlimages/curl:8.11.1");
        spec.hostNetwork = true;
        QVERIFY(wait(m_admin->createPod(spec)));
        const Status again = wait(m_admin->createPod(spec));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        m_stage->podSucceeds(spec.name, "203.0.113.9");
        QVERIFY(poll([this, &spec] {
            const auto pod = wait(m_admin->pod(spec.name));
            return pod && pod->finished();
        }));
        QCOMPARE(wait(m_admin->pod(spec.name))->phase, QStringLiteral("Succeeded"));
        const auto log = wait(m_admin->podLog(spec.name));
        QVERIFY2(log, log ? "" : qPrintable(log.error().toString()));
        QVERIFY2(Ipv4::parse(log->trimmed()), qPrintable(*log));
        QVERIFY(wait(m_admin->deletePod(spec.name)));
        m_stage->podIsGone(spec.name);
        QVERIFY(poll([this, &spec] { return isAbsent(wait(m_admin->pod(spec.name))); }));
    }

    Stage *m_stage;
    Tape *m_tape;
    bool m_namespaced;
    RecordingTransport *m_transport = nullptr; ///< of m_admin
    std::unique_ptr<Cluster> m_admin;
    std::unique_ptr<RecordingTransport> m_raw; ///< somebody with kubectl
    const QString m_name = QStringLiteral("default-egress-via-nat");
    const QStringList m_all{QStringLiteral("0.0.0.0/0")};
};

} // namespace sluice::upstream
