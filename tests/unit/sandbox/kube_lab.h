#pragma once

#include "core/sandbox/kubernetes/kubernetes_server.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

/// A world with one running cluster of two nodes, and a client that trusts its CA alone.
namespace sluice::sandbox {

struct Answer {
    int status = 0; ///< 0: no HTTP answer at all
    Json json;
    QByteArray raw;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString reason() const { return jsonString(json, "reason"); }
    QString message() const { return jsonString(json, "message"); }
};

inline void addCluster(World &world, const QString &id) {
    Vpc vpc;
    vpc.id = QStringLiteral("vpc-1");
    vpc.range = *Cidr::parse(QStringLiteral("10.20.0.0/20"));
    world.vpcs.insert(vpc.id, vpc);
    Cluster cluster;
    cluster.id = id;
    cluster.name = QStringLiteral("lab");
    cluster.region = QStringLiteral("nyc3");
    cluster.version = QStringLiteral("1.32.2-do.0");
    cluster.vpcId = vpc.id;
    cluster.state = QStringLiteral("running");
    cluster.routingAgent = true;
    cluster.clusterSubnet = *Cidr::parse(QStringLiteral("192.168.0.0/20"));
    cluster.serviceSubnet = *Cidr::parse(QStringLiteral("192.168.16.0/22"));
    NodePool pool;
    pool.id = QStringLiteral("pool-1");
    pool.name = QStringLiteral("workers");
    pool.size = QStringLiteral("s-2vcpu-4gb");
    for (int i = 0; i < 2; ++i) {
        Droplet droplet;
        droplet.id = world.nextNumber();
        droplet.name = QStringLiteral("workers-%1").arg(i);
        droplet.status = QStringLiteral("active");
        droplet.vpcId = vpc.id;
        droplet.clusterId = id;
        droplet.publicIp = world.nextPublicIp();
        droplet.privateIp = world.nextPrivateIp(vpc.id);
        world.droplets.insert(droplet.id, droplet);
        Node node;
        node.id = QStringLiteral("node-%1").arg(i);
        node.name = droplet.name;
        node.state = QStringLiteral("running");
        node.dropletId = droplet.id;
        pool.nodes << node;
    }
    cluster.pools << pool;
    world.clusters.insert(id, cluster);
}

class KubeLab {
public:
    explicit KubeLab(Clock *clock)
        : world(clock, 7)
        , hook(makeKubernetes(&world)) {
        addCluster(world, id);
    }

    /// As the API layer does it when the cluster's time has come.
    void run() {
        world.clusters[id].runningAt = world.elapsed();
        world.clusters[id].endpoint = hook->serve(id).toString();
        Q_EMIT world.clusterRunning(id);
        token = hook->issueToken(id, 3600, nullptr);
    }

    QNetworkReply *send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                        const QByteArray &contentType = "application/json",
                        const QByteArray &accept = "application/json") {
        QNetworkRequest request(QUrl(hook->serve(id).toString() + path));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(ca.isEmpty() ? hook->caPem(id) : ca));
        request.setSslConfiguration(tls);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        if (!body.isEmpty())
            request.setRawHeader("Content-Type", contentType);
        request.setRawHeader("Accept", accept);
        return client.sendCustomRequest(request, method, body);
    }

    Answer call(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QByteArray &contentType = "application/json", const QByteArray &accept = "application/json") {
        const std::unique_ptr<QNetworkReply> reply(send(method, path, body, contentType, accept));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(20000, &loop, &QEventLoop::quit);
        if (!reply->isFinished())
            loop.exec();
        Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      .raw = reply->readAll(),
                      .error = reply->error()};
        if (const Result<Json> json = parseJson(answer.raw))
            answer.json = *json;
        return answer;
    }
    Answer get(const QString &path) { return call("GET", path); }

    QString id = QStringLiteral("11111111-2222-4333-8444-555555555555");
    World world;
    std::unique_ptr<KubernetesHook> hook;
    QString token;
    QByteArray ca; ///< instead of the cluster's, when not empty
    QNetworkAccessManager client;
};

inline const QString kRoutes =
    QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1/namespaces/default/routes");
inline const QString kPods = QStringLiteral("/api/v1/namespaces/default/pods");

inline Json routeBody(const char *name, const char *destination = "0.0.0.0/0", const char *gateway = "10.20.0.9") {
    return {{"apiVersion", "networking.doks.digitalocean.com/v1alpha1"},
            {"kind", "Route"},
            {"metadata", {{"name", name}}},
            {"spec", {{"destinations", {destination}}, {"gateways", {gateway}}}}};
}

inline Json podBody(const char *name, const char *image = "curlimages/curl:8.11.1") {
    const Json container = {{"name", "probe"}, {"image", image}, {"command", {"sh", "-c", "curl -s ifconfig.me"}}};
    return {{"apiVersion", "v1"},
            {"kind", "Pod"},
            {"metadata", {{"name", name}, {"labels", {{"app", "probe"}}}}},
            {"spec", {{"restartPolicy", "Never"}, {"containers", Json::array({container})}}}};
}

} // namespace sluice::sandbox
