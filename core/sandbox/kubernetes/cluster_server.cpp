#include "core/sandbox/kubernetes/cluster_server.h"

#include "core/base/random.h"
#include "core/base/redact.h"
#include "core/sandbox/kubernetes/discovery.h"
#include "core/sandbox/kubernetes/kube_json.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

namespace sluice::sandbox {

namespace {

const QString kTls = QStringLiteral("tls"), kTokens = QStringLiteral("tokens");
constexpr std::size_t kMostTokens = 1000;

std::string hashed(const QByteArray &token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex().toStdString();
}

/// Below a group that is served a Status answers, anywhere else a plain text: clients must live with both.
ServerReply nowhere(const QString &path, const DiscoveryState &state) {
    ServerRequest list;
    list.path = path.section(QLatin1Char('/'), 0, path.startsWith(QLatin1String("/apis/")) ? 3 : 2);
    if (list.path == path || !discoveryReply(list, state))
        return {.status = 404, .contentType = "text/plain; charset=utf-8", .body = "404 page not found\n"};
    Json status = statusObject({.code = 404,
                                .reason = QStringLiteral("NotFound"),
                                .message = QStringLiteral("the server could not find the requested resource")});
    status["details"] = Json::object();
    return jsonReply(404, status);
}

} // namespace

ClusterServer::ClusterServer(World *world, const QString &clusterId, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_clusterId(clusterId)
    , m_store(world, clusterId)
    , m_objects(&m_store)
    , m_kubelet(&m_store)
    , m_watches(&m_store)
    , m_calls(&m_store, &m_objects, &m_kubelet, &m_watches) {}

ServerIdentity ClusterServer::identity() {
    const Json note = m_store.note(kTls);
    ServerIdentity identity{.ca = jsonString(note, "ca").toLatin1(),
                            .certificate = jsonString(note, "certificate").toLatin1(),
                            .key = jsonString(note, "key").toLatin1()};
    if (!identity.ca.isEmpty() && !identity.key.isEmpty())
        return identity;
    const Result<ServerIdentity> fresh = makeServerIdentity("kubernetes " + m_clusterId.left(8).toLatin1());
    if (!fresh)
        return {};
    identity = *fresh;
    m_store.setNote(kTls, {{"ca", identity.ca.toStdString()},
                           {"certificate", identity.certificate.toStdString()},
                           {"key", identity.key.toStdString()}});
    m_world->changed();
    return identity;
}

QUrl ClusterServer::serve() {
    if (!m_server) {
        const ServerIdentity identity = this->identity();
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromData(identity.certificate + identity.ca));
        tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients: they show a token, not a certificate
        const auto handler = [this](const ServerRequest &request, std::shared_ptr<Responder> responder) {
            handle(request, responder);
        };
        const QString address = QStringLiteral("127.0.0.1");
        Json note = m_store.note(kTls);
        const auto port = static_cast<quint16>(jsonInt(note, "port"));
        Result<std::unique_ptr<HttpServer>> server = HttpServer::listen(address, port, handler, &tls);
        if (!server && port != 0)
            server = HttpServer::listen(address, 0, handler, &tls);
        if (!server)
            return {};
        m_server = std::move(server).value();
        if (m_server->port() != port) {
            note["port"] = m_server->port();
            m_store.setNote(kTls, note);
            m_world->changed();
        }
    }
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server->port()));
}

QByteArray ClusterServer::caPem() {
    return identity().ca;
}

QString ClusterServer::issueToken(int expirySeconds, QDateTime *expires) {
    const QString token = QStringLiteral("doks_v1_") + randomHex(32);
    registerSecret(token);
    const QDateTime until = m_world->clock->now().addSecs(expirySeconds);
    if (expires)
        *expires = until;
    Json note = m_store.note(kTokens);
    Json &list = note["tokens"];
    if (!list.is_array())
        list = Json::array();
    Json kept = Json::array();
    const qint64 now = m_world->clock->now().toMSecsSinceEpoch();
    for (Json &entry : list) {
        if (jsonInt(entry, "expires") > now)
            kept.push_back(std::move(entry));
    }
    if (kept.size() >= kMostTokens)
        kept.erase(kept.begin());
    // Only the hash: the world is saved to a file.
    kept.push_back({{"hash", hashed(token.toLatin1())}, {"expires", until.toMSecsSinceEpoch()}});
    list = std::move(kept);
    m_store.setNote(kTokens, note);
    m_world->changed();
    return token;
}

bool ClusterServer::isAuthentic(const ServerRequest &request) const {
    const Cluster *cluster = m_store.cluster();
    const auto warmUp =
        Clock::Duration(static_cast<qint64>(m_world->latency(QStringLiteral("kubernetes.auth")) * 1000));
    if (!cluster || m_world->elapsed() < cluster->runningAt + warmUp)
        return false;
    if (m_world->switches.value(QStringLiteral("kube:") + m_clusterId) == QLatin1String("token_expired"))
        return false;
    const QByteArray header = request.header("authorization");
    if (header.left(7).toLower() != "bearer ")
        return false;
    const std::string hash = hashed(header.mid(7).trimmed());
    const qint64 now = m_world->clock->now().toMSecsSinceEpoch();
    const Json note = m_store.note(kTokens);
    for (const Json &entry : jsonMember(note, "tokens")) {
        if (jsonString(entry, "hash").toStdString() == hash)
            return jsonInt(entry, "expires") > now;
    }
    return false;
}

void ClusterServer::handle(const ServerRequest &request, const std::shared_ptr<Responder> &responder) {
    const Cluster *cluster = m_store.cluster();
    const QString fault = m_world->switches.value(QStringLiteral("kube:") + m_clusterId);
    if (!cluster || cluster->runningAt.count() < 0 || fault == QLatin1String("down"))
        return responder->reset();
    const bool health = request.path == QLatin1String("/healthz") || request.path == QLatin1String("/readyz") ||
                        request.path == QLatin1String("/livez");
    if (!(health && request.header("authorization").isEmpty()) && !isAuthentic(request))
        return responder->send(failureReply(unauthorized()));
    if (fault.startsWith(QLatin1Char('5')))
        return responder->send(
            failureReply({.code = fault.toInt() >= 500 ? fault.toInt() : 500,
                          .reason = QStringLiteral("InternalError"),
                          .message = QStringLiteral("Internal error occurred: etcdserver: request timed "
                                                    "out")}));
    if (health)
        return responder->send({.contentType = "text/plain; charset=utf-8", .body = "ok"});
    const DiscoveryState state{.gitVersion = QLatin1Char('v') + cluster->version.section(QLatin1Char('-'), 0, 0),
                               .address = QStringLiteral("127.0.0.1:%1").arg(m_server->port()),
                               .routesServed = m_objects.routesServed(),
                               .routesClusterScoped = m_objects.routesClusterScoped()};
    if (const auto reply = discoveryReply(request, state))
        return responder->send(
            request.method == "GET" || request.method == "HEAD"
                ? *reply
                : failureReply({.code = 405,
                                .reason = QStringLiteral("MethodNotAllowed"),
                                .message = QStringLiteral("the server does not allow this method on the "
                                                          "requested resource")}));
    const ResourcePath path = m_calls.resolve(request.path);
    if (!path.type)
        return responder->send(nowhere(request.path, state));
    try {
        m_calls.handle(path, request, responder);
    } catch (const Json::exception &) {
        // Garbage that passed every check above; the message would quote it.
        responder->send(failureReply(badRequest(QStringLiteral("the object provided cannot be handled"))));
    }
}

void ClusterServer::step(const QString &what, const QString &id) {
    if (Kubelet::steps().contains(what))
        m_kubelet.step(what, id);
    else
        m_objects.step(what, id);
}

} // namespace sluice::sandbox
