#pragma once

#include "core/ssh/ssh.h"
#include "tests/support/fake_cloud.h"

#include <QMessageAuthenticationCode>

/// SSH hosts and a Kubernetes API for engine tests, computed from the FakeCloud.
namespace sluice::testing {

/// Sessions that answer the commands of the readiness checks.
class FakeSession final : public ssh::Session {
public:
    FakeSession(ssh::HostKey key, std::function<ssh::CommandResult(const QString &)> answer)
        : m_key(std::move(key))
        , m_answer(std::move(answer)) {}
    ssh::HostKey hostKey() const override { return m_key; }
    ssh::HostKey jumpHostKey() const override { return {}; }
    QFuture<Result<ssh::CommandResult>> run(const QString &command, std::chrono::milliseconds,
                                            const QByteArray &) override {
        return readyFuture<Result<ssh::CommandResult>>(m_answer(command));
    }

private:
    ssh::HostKey m_key;
    std::function<ssh::CommandResult(const QString &)> m_answer;
};

class FakeConnector final : public ssh::Connector {
public:
    FakeConnector(FakeCloud *cloud, store::Store *store, QString deployment)
        : m_cloud(cloud)
        , m_store(store)
        , m_deployment(std::move(deployment)) {}
    seconds sshUp{45};    ///< after the create
    seconds bootDone{70}; ///< cloud-init finished
    bool manInTheMiddle = false;
    QString defaultGateway = QStringLiteral("10.0.4.9");
    QStringList opened;

    QFuture<Result<std::shared_ptr<ssh::Session>>> open(const ssh::Endpoint &target, const ssh::Identity &,
                                                        std::chrono::milliseconds) override {
        return connectTo(target, QStringLiteral("public"));
    }
    QFuture<Result<std::shared_ptr<ssh::Session>>> openThrough(const ssh::Endpoint &jump, const ssh::Endpoint &target,
                                                               const ssh::Identity &,
                                                               std::chrono::milliseconds) override {
        if (!host(jump.address, QStringLiteral("public")))
            return failed(QStringLiteral("the bastion does not answer"));
        return connectTo(target, QStringLiteral("private"));
    }
    QFuture<Status> probePort(const QString &, quint16, std::chrono::milliseconds) override {
        return readyFuture<Status>(Ok{});
    }

    static ssh::HostKey keyOf(const QString &name) {
        return {.type = QStringLiteral("ssh-ed25519"), .blob = QByteArray("blob of ") + name.toUtf8()};
    }

private:
    using Opened = Result<std::shared_ptr<ssh::Session>>;
    static QFuture<Opened> failed(const QString &why) {
        return readyFuture<Opened>(Error{.code = ErrorCode::Unavailable, .message = why});
    }
    const FakeCloud::Object *host(const QString &address, const QString &type) const {
        for (const FakeCloud::Object &object : std::as_const(m_cloud->objects)) {
            if (object.kind != QLatin1String("droplet") || object.deletedAt >= milliseconds(0) ||
                m_cloud->age(object) < m_cloud->dropletActive)
                continue;
            const QString last = QString::number(10 + object.id.right(2).toInt() % 90);
            if (address ==
                (type == QLatin1String("public") ? QStringLiteral("198.51.100.") : QStringLiteral("10.0.4.")) + last)
                return &object;
        }
        return nullptr;
    }
    QFuture<Opened> connectTo(const ssh::Endpoint &target, const QString &type) {
        opened << target.address;
        const FakeCloud::Object *found = host(target.address, type);
        if (!found || m_cloud->age(*found) < sshUp)
            return failed(QStringLiteral("connection refused"));
        const QString name = jsonString(found->body, "name");
        const QString id = found->id;
        ssh::HostKey key = keyOf(name);
        const ssh::HostKey genuine = key;
        if (manInTheMiddle)
            key.blob = "another key";
        if (!target.pinnedKey.isEmpty() && target.pinnedKey != key.blob)
            return readyFuture<Opened>(
                Error{.code = ErrorCode::Untrusted, .message = QStringLiteral("The host key changed")});
        return readyFuture<Opened>(std::shared_ptr<ssh::Session>(
            std::make_shared<FakeSession>(key, [this, id, name, genuine](const QString &command) {
                const FakeCloud::Object *object = m_cloud->find(QStringLiteral("droplet"), id);
                const bool booted = object && m_cloud->age(*object) >= bootDone;
                if (command.startsWith(QLatin1String("cat")))
                    return booted ? output(attestation(name, genuine)) : ssh::CommandResult{.exitStatus = 1};
                if (command.startsWith(QLatin1String("cloud-init")))
                    return output(booted ? "status: done\n" : "status: running\n");
                if (command.startsWith(QLatin1String("ip ")))
                    return output("default via " + defaultGateway.toLatin1() + " dev eth1\n");
                return ssh::CommandResult{.exitStatus = 127};
            })));
    }
    static ssh::CommandResult output(const QByteArray &text) { return {.exitStatus = 0, .standardOutput = text}; }
    QByteArray attestation(const QString &name, const ssh::HostKey &key) const {
        const QString role =
            name.endsWith(QLatin1String("bastion")) ? QStringLiteral("bastion") : QStringLiteral("droplet");
        const QByteArray nonce =
            QByteArray::fromHex(m_store->fact(m_deployment, QStringLiteral("nonce/") + role).toLatin1());
        return key.type.toLatin1() + ' ' +
               QMessageAuthenticationCode::hash(key.blob.toBase64(), nonce, QCryptographicHash::Sha256).toHex() + '\n';
    }

    FakeCloud *m_cloud;
    store::Store *m_store;
    QString m_deployment;
};

/// What the cluster holds; outlives the programs.
struct FakeCluster {
    bool hasRoute = false;
    Json route;
    milliseconds routeDeletedAt{-1};
    seconds finalizer{10};
    QStringList pods;
    int routePosts = 0;
};

class FakeKubeTransport final : public HttpTransport {
public:
    FakeKubeTransport(FakeCloud *cloud, FakeCluster *cluster, World *world, Clock *clock)
        : m_cloud(cloud)
        , m_cluster(cluster)
        , m_world(world)
        , m_clock(clock) {}
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override {
        Promise<Result<HttpResponse>> promise;
        const World::Verdict verdict = request.method != "GET" ? m_world->effect()
                                       : m_world->dead         ? World::Verdict::Die
                                                               : World::Verdict::Go;
        if (verdict == World::Verdict::Die)
            return promise.future();
        const HttpResponse response = handle(request);
        if (verdict == World::Verdict::GoAndDie)
            return promise.future();
        m_clock->after(milliseconds(20), this, [promise, response] { promise.finish(response); });
        return promise.future();
    }

private:
    static HttpResponse reply(int status, const Json &body) { return {.status = status, .body = toJsonText(body)}; }
    static HttpResponse refuse(int status, const char *reason) {
        return reply(status, {{"kind", "Status"},
                              {"apiVersion", "v1"},
                              {"status", "Failure"},
                              {"reason", reason},
                              {"message", reason},
                              {"code", status}});
    }
    HttpResponse handle(const HttpRequest &request) {
        const QString path = request.path.section(QLatin1Char('?'), 0, 0);
        const FakeCloud::Object *cluster = nullptr;
        for (const FakeCloud::Object &object : std::as_const(m_cloud->objects))
            if (object.kind == QLatin1String("kubernetes_cluster") && object.deletedAt < milliseconds(0))
                cluster = &object;
        m_cloud->log << QStringLiteral("KUBE ") + QString::fromLatin1(request.method) + QLatin1Char(' ') + path;
        if (!cluster)
            return refuse(401, "Unauthorized");
        const auto age = m_cloud->age(*cluster);
        if (path == QLatin1String("/apis/networking.doks.digitalocean.com/v1alpha1"))
            return age < m_cloud->routeServed ? refuse(404, "NotFound")
                                              : reply(200, {{"kind", "APIResourceList"},
                                                            {"resources",
                                                             {{{"name", "routes"},
                                                               {"kind", "Route"},
                                                               {"namespaced", false},
                                                               {"verbs", {"get", "create"}}}}}});
        if (path == QLatin1String("/api/v1/nodes"))
            return reply(
                200,
                {{"items",
                  {{{"metadata", {{"name", "pool-a-0"}}},
                    {"status",
                     {{"conditions", {{{"type", "Ready"}, {"status", age < m_cloud->nodesReady ? "False" : "True"}}}},
                      {"addresses", Json::array()}}}}}}});
        if (path.contains(QLatin1String("/daemonsets")))
            return reply(200, {{"items",
                                {{{"metadata", {{"name", "routing-agent"}}},
                                  {"status", {{"desiredNumberScheduled", 1}, {"numberReady", 1}}}}}}});
        if (path.contains(QLatin1String("/routes")))
            return routes(request, path);
        if (path.contains(QLatin1String("/pods")))
            return pods(request, path);
        return refuse(404, "NotFound");
    }
    HttpResponse routes(const HttpRequest &request, const QString &path) {
        const bool gone = m_cluster->routeDeletedAt >= milliseconds(0) &&
                          m_clock->elapsed() >= m_cluster->routeDeletedAt + m_cluster->finalizer;
        if (gone)
            m_cluster->hasRoute = false;
        const bool named = !path.endsWith(QLatin1String("/routes"));
        if (!named && request.method == "POST") {
            if (m_cluster->hasRoute)
                return refuse(409, "AlreadyExists");
            const Result<Json> body = parseJson(request.body);
            m_cluster->route = body ? *body : Json::object();
            m_cluster->route["metadata"]["resourceVersion"] = "1";
            m_cluster->hasRoute = true;
            m_cluster->routeDeletedAt = milliseconds(-1);
            ++m_cluster->routePosts;
            return reply(201, m_cluster->route);
        }
        if (!m_cluster->hasRoute)
            return refuse(404, "NotFound");
        if (request.method == "DELETE" && m_cluster->routeDeletedAt < milliseconds(0)) {
            m_cluster->routeDeletedAt = m_clock->elapsed();
            m_cluster->route["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z";
        }
        return reply(200, m_cluster->route);
    }
    HttpResponse pods(const HttpRequest &request, const QString &path) {
        if (request.method == "DELETE") {
            m_cluster->pods.removeAll(path.section(QLatin1Char('/'), -1));
            return reply(200, Json::object());
        }
        Json items = Json::array();
        for (const QString &pod : std::as_const(m_cluster->pods))
            items.push_back({{"metadata", {{"name", pod.toStdString()}}}});
        return reply(200, {{"items", items}});
    }

    FakeCloud *m_cloud;
    FakeCluster *m_cluster;
    World *m_world;
    Clock *m_clock;
};

} // namespace sluice::testing
