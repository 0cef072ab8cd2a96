#include "core/base/redact.h"
#include "core/http/logging_transport.h"
#include "core/http/qnam_transport.h"
#include "core/http/retrying_transport.h"
#include "core/kubernetes/objects.h"

#include <QUrl>

namespace sluice::kubernetes {

namespace {

constexpr int kReplaceTries = 3;
/// How often, and how long apart, a pod is created again while the namespace's default service account does not exist
/// yet (about a second after the cluster starts, DIGITALOCEAN.md 3.1).
constexpr int kServiceAccountTries = 10;
constexpr std::chrono::seconds kServiceAccountPause{1};

bool sameSpec(const Route &route, const QStringList &destinations, const QStringList &gateways) {
    return route.destinations == destinations && route.gateways == gateways && !route.hasNodeSelector &&
           !route.deleting;
}

QString encoded(const QString &text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString podPath(const QString &name = {}) {
    const QString path = QStringLiteral("/api/v1/namespaces/default/pods");
    return name.isEmpty() ? path : path + QLatin1Char('/') + encoded(name);
}

} // namespace

struct Cluster::Private {
    std::unique_ptr<HttpTransport> transport;
    LoggingTransport *log = nullptr; ///< inside the stack, for the count; null with a test's transport
    Clock *clock = nullptr;
    int calls = 0;
};

Result<std::shared_ptr<Cluster>> Cluster::open(const Credentials &credentials, Clock *clock) {
    if (credentials.certificateAuthority.isEmpty())
        return Error{.code = ErrorCode::Untrusted,
                     .message = QStringLiteral("The cluster's credentials carry no certificate authority"),
                     .resource = QStringLiteral("cluster")};
    registerSecret(credentials.token);
    auto network = QnamTransport::open({.baseUrl = credentials.server,
                                        .token = credentials.token,
                                        .certificateAuthority = credentials.certificateAuthority,
                                        .clock = clock});
    if (!network)
        return network.error();
    auto logging = std::make_unique<LoggingTransport>(*std::move(network), clock);
    LoggingTransport *log = logging.get();
    auto cluster = std::make_shared<Cluster>(std::make_unique<RetryingTransport>(std::move(logging), clock), clock);
    cluster->d->log = log;
    connect(log, &LoggingTransport::called, cluster.get(),
            [raw = cluster.get()](const QString &method, const QString &path, int status, const QString &,
                                  int milliseconds,
                                  const QString &) { Q_EMIT raw->called(method, path, status, milliseconds); });
    return cluster;
}

Cluster::Cluster(std::unique_ptr<HttpTransport> transport, Clock *clock)
    : d(std::make_unique<Private>()) {
    d->transport = std::move(transport);
    d->clock = clock;
}

Cluster::~Cluster() = default;

int Cluster::calls() const {
    return d->log ? d->log->calls() : d->calls;
}

QFuture<Result<HttpResponse>> Cluster::sendRaw(const HttpRequest &request) {
    ++d->calls;
    Promise<Result<HttpResponse>> promise;
    d->transport->send(request).then(this, [promise, request](const Result<HttpResponse> &reply) {
        if (reply && reply->status >= 300)
            return promise.finish(errorFromStatus(request.method, request.path, *reply));
        promise.finish(reply);
    });
    return promise.future();
}

template <class T>
QFuture<Result<T>> Cluster::sendAnd(const HttpRequest &request, std::function<Result<T>(const Json &)> parse) {
    Promise<Result<T>> promise;
    sendRaw(request).then(this, [promise, parse, request](const Result<HttpResponse> &reply) {
        if (!reply)
            return promise.finish(reply.error());
        const auto json = parseJson(reply->body);
        if (!json) {
            Error error = json.error();
            error.path = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
            return promise.finish(error);
        }
        promise.finish(parse(*json));
    });
    return promise.future();
}

QFuture<Result<QString>> Cluster::version() {
    return sendAnd<QString>(HttpRequest::get(QStringLiteral("/version")),
                            [](const Json &json) -> Result<QString> { return jsonString(json, "gitVersion"); });
}

QFuture<Result<QList<Node>>> Cluster::nodes() {
    return sendAnd<QList<Node>>(HttpRequest::get(QStringLiteral("/api/v1/nodes")), parseNodes);
}

QFuture<Result<RouteResource>> Cluster::discoverRoute() {
    Promise<Result<RouteResource>> promise;
    sendAnd<RouteResource>(HttpRequest::get(QStringLiteral("/apis/%1").arg(QLatin1String(kRouteGroup))),
                           [](const Json &json) -> Result<RouteResource> { return parseDiscovery(json); })
        .then(this, [promise](const Result<RouteResource> &resource) {
            // The group is served some time after the cluster runs: absent is an answer, not a failure.
            if (!resource && resource.error().code == ErrorCode::NotFound)
                return promise.finish(RouteResource{});
            promise.finish(resource);
        });
    return promise.future();
}

template <class T>
void Cluster::withRoute(const Promise<Result<T>> &promise, std::function<void(const RouteResource &)> use) {
    discoverRoute().then(this, [promise, use](const Result<RouteResource> &resource) {
        if (!resource)
            return promise.finish(resource.error());
        if (!resource->served)
            return promise.finish(
                Error{.code = ErrorCode::NotFound,
                      .message = QStringLiteral("The cluster does not serve the Route resource (yet)"),
                      .resource = QStringLiteral("route")});
        use(*resource);
    });
}

QFuture<Result<Route>> Cluster::route(const QString &name) {
    Promise<Result<Route>> promise;
    withRoute<Route>(promise, [this, name, promise](const RouteResource &resource) {
        sendAnd<Route>(HttpRequest::get(routePath(resource, name)), parseRoute)
            .then(this, [promise](const Result<Route> &route) { promise.finish(route); });
    });
    return promise.future();
}

QFuture<Result<Route>> Cluster::applyRoute(const QString &name, const QStringList &destinations,
                                           const QStringList &gateways) {
    Promise<Result<Route>> promise;
    withRoute<Route>(promise, [this, name, destinations, gateways, promise](const RouteResource &resource) {
        const HttpRequest post =
            HttpRequest::post(routePath(resource), routeBody(name, destinations, gateways, resource));
        sendAnd<Route>(post, parseRoute)
            .then(this, [this, resource, name, destinations, gateways, promise](const Result<Route> &created) {
                // A POST that may have landed is answered by looking, like one that found the object there.
                const bool look = !created && (created.error().code == ErrorCode::AlreadyExists ||
                                               created.error().code == ErrorCode::UnknownOutcome);
                if (!look)
                    return promise.finish(created);
                replaceRoute(resource, routeBody(name, destinations, gateways, resource), kReplaceTries, promise);
            });
    });
    return promise.future();
}

void Cluster::replaceRoute(const RouteResource &resource, const Json &wanted, int triesLeft,
                           const Promise<Result<Route>> &promise) {
    const QString name = jsonString(jsonMember(wanted, "metadata"), "name");
    const QString path = routePath(resource, name);
    sendAnd<Json>(HttpRequest::get(path), [](const Json &json) -> Result<Json> {
        return json;
    }).then(this, [this, resource, wanted, triesLeft, promise, path](const Result<Json> &current) {
        if (!current)
            return promise.finish(current.error());
        const auto route = parseRoute(*current);
        if (!route)
            return promise.finish(route.error());
        const Json &spec = jsonMember(wanted, "spec");
        if (sameSpec(*route, jsonStringList(spec, "destinations"), jsonStringList(spec, "gateways")))
            return promise.finish(route);
        Json body = wanted;
        body["metadata"]["resourceVersion"] =
            jsonString(jsonMember(*current, "metadata"), "resourceVersion").toStdString();
        sendAnd<Route>(HttpRequest::put(path, body), parseRoute)
            .then(this, [this, resource, wanted, triesLeft, promise](const Result<Route> &replaced) {
                if (!replaced && replaced.error().code == ErrorCode::Conflict && triesLeft > 1)
                    return replaceRoute(resource, wanted, triesLeft - 1, promise);
                promise.finish(replaced);
            });
    });
}

QFuture<Status> Cluster::destroy(const QString &path) {
    Promise<Status> promise;
    sendRaw(HttpRequest::destroy(path)).then(this, [promise](const Result<HttpResponse> &reply) {
        if (!reply && reply.error().code != ErrorCode::NotFound)
            return promise.finish(reply.error());
        promise.finish(Ok{});
    });
    return promise.future();
}

QFuture<Status> Cluster::deleteRoute(const QString &name) {
    Promise<Status> promise;
    discoverRoute().then(this, [this, name, promise](const Result<RouteResource> &resource) {
        if (!resource)
            return promise.finish(resource.error());
        if (!resource->served)
            return promise.finish(Ok{});
        destroy(routePath(*resource, name)).then(this, [promise](const Status &status) { promise.finish(status); });
    });
    return promise.future();
}

QFuture<Result<AgentState>> Cluster::routingAgent() {
    const QString selector = encoded(QStringLiteral("c3.doks.digitalocean.com/component=routing-agent"));
    return sendAnd<AgentState>(
        HttpRequest::get(QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector=") + selector),
        [](const Json &json) -> Result<AgentState> { return parseAgent(json); });
}

void Cluster::tryCreatePod(const PodSpec &spec, int triesLeft, const Promise<Status> &promise) {
    sendRaw(HttpRequest::post(podPath(), podBody(spec)))
        .then(this, [this, spec, triesLeft, promise](const Result<HttpResponse> &reply) {
            if (reply)
                return promise.finish(Ok{});
            const Error error = reply.error();
            const bool accountMissing = error.code == ErrorCode::PermissionDenied &&
                                        error.message.contains(QLatin1String("serviceaccount"), Qt::CaseInsensitive);
            if (accountMissing && triesLeft > 1)
                return d->clock->after(kServiceAccountPause, this, [this, spec, triesLeft, promise] {
                    tryCreatePod(spec, triesLeft - 1, promise);
                });
            // Pod names are unique to one verification: a pod that is there is the one whose answer was lost.
            if (error.code == ErrorCode::AlreadyExists || error.code == ErrorCode::UnknownOutcome)
                return promise.finish(Ok{});
            promise.finish(error);
        });
}

QFuture<Status> Cluster::createPod(const PodSpec &spec) {
    Promise<Status> promise;
    tryCreatePod(spec, kServiceAccountTries, promise);
    return promise.future();
}

QFuture<Result<PodState>> Cluster::pod(const QString &name) {
    return sendAnd<PodState>(HttpRequest::get(podPath(name)), parsePod);
}

QFuture<Result<QString>> Cluster::podLog(const QString &name) {
    Promise<Result<QString>> promise;
    HttpRequest request = HttpRequest::get(podPath(name) + QStringLiteral("/log"));
    request.maxBody = 256 * 1024;
    sendRaw(request).then(this, [promise](const Result<HttpResponse> &reply) {
        if (!reply)
            return promise.finish(reply.error());
        promise.finish(QString::fromUtf8(reply->body));
    });
    return promise.future();
}

QFuture<Status> Cluster::deletePod(const QString &name) {
    return destroy(podPath(name) + QStringLiteral("?gracePeriodSeconds=0"));
}

QFuture<Result<QStringList>> Cluster::podNames(const QString &labelSelector) {
    return sendAnd<QStringList>(
        HttpRequest::get(podPath() + QStringLiteral("?labelSelector=") + encoded(labelSelector)),
        [](const Json &list) -> Result<QStringList> {
            QStringList names;
            for (const Json &item : jsonMember(list, "items"))
                names << jsonString(jsonMember(item, "metadata"), "name");
            return names;
        });
}

} // namespace sluice::kubernetes
