#include "core/base/words.h"
#include "core/http/logging_transport.h"
#include "core/http/qnam_transport.h"
#include "core/http/retrying_transport.h"
#include "core/kubernetes/objects.h"
#include "core/kubernetes/reply.h"

#include <functional>
#include <optional>

namespace sluice::kubernetes {

namespace {

constexpr const char *kRouteApi = "/apis/networking.doks.digitalocean.com/v1alpha1";
constexpr int kReplaceTries = 3;
constexpr int kPodTries = 6; ///< A second apart: the default service account may come a moment after the cluster.

QString encoded(const QString &text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString podPath(const QString &name) {
    return QStringLiteral("/api/v1/namespaces/default/pods/") + encoded(name);
}

Error notServed() {
    return {.code = ErrorCode::NotFound,
            .message = KubernetesWords::tr("The cluster does not serve Route objects."),
            .resource = QStringLiteral("route"),
            .remedy = KubernetesWords::tr("Enable the routing agent of the cluster, or wait until it has started.")};
}

Status absentIsFine(const Result<Json> &reply) {
    if (reply || reply.error().code == ErrorCode::NotFound)
        return Ok{};
    return reply.error();
}

} // namespace

struct Cluster::Private {
    using Then = std::function<void(const Result<Json> &)>;
    Cluster *q = nullptr;
    Clock *clock = nullptr;
    LoggingTransport *logging = nullptr; ///< inside `transport`
    std::unique_ptr<HttpTransport> transport;
    std::optional<bool> namespaced; ///< of Route, once discovered

    void send(const HttpRequest &request, const Then &then) {
        transport->send(request).then(
            q, [request, then](const Result<HttpResponse> &reply) { then(readReply(request, reply)); });
    }
    template <class T>
    QFuture<Result<T>> ask(const QString &path, std::function<Result<T>(const Json &)> read) {
        Promise<Result<T>> promise;
        send(HttpRequest::get(path), [promise, read](const Result<Json> &reply) {
            promise.finish(reply ? read(*reply) : Result<T>(reply.error()));
        });
        return promise.future();
    }
    void discover(const std::function<void(const Result<RouteResource> &)> &then);
    /// Calls `then` with the path of the Route collection.
    void routes(const std::function<void(const Result<QString> &)> &then);
    void createRoute(const QString &collection, const Json &wanted, const Promise<Result<Route>> &promise);
    void replaceRoute(const QString &collection, const Json &wanted, int triesLeft,
                      const Promise<Result<Route>> &promise);
    void tryPod(const Json &pod, int triesLeft, const Promise<Status> &promise);
};

void Cluster::Private::discover(const std::function<void(const Result<RouteResource> &)> &then) {
    send(HttpRequest::get(QString::fromLatin1(kRouteApi)), [this, then](const Result<Json> &reply) {
        if (!reply && reply.error().code == ErrorCode::NotFound)
            return then(RouteResource{});
        if (!reply)
            return then(reply.error());
        const RouteResource found = routeResourceOf(*reply);
        if (found.served)
            namespaced = found.namespaced;
        then(found);
    });
}

void Cluster::Private::routes(const std::function<void(const Result<QString> &)> &then) {
    const auto path = [](bool inNamespace) {
        return QString::fromLatin1(kRouteApi) +
               (inNamespace ? QStringLiteral("/namespaces/default/routes") : QStringLiteral("/routes"));
    };
    if (namespaced)
        return then(path(*namespaced));
    discover([then, path](const Result<RouteResource> &found) {
        if (!found)
            return then(found.error());
        then(found->served ? Result<QString>(path(found->namespaced)) : Result<QString>(notServed()));
    });
}

void Cluster::Private::createRoute(const QString &collection, const Json &wanted,
                                   const Promise<Result<Route>> &promise) {
    send(HttpRequest::post(collection, wanted), [this, collection, wanted, promise](const Result<Json> &reply) {
        if (reply)
            return promise.finish(routeOf(*reply));
        // The name is the Route's identity, so a lost answer is settled by looking.
        const ErrorCode code = reply.error().code;
        if (code == ErrorCode::AlreadyExists || code == ErrorCode::UnknownOutcome)
            return replaceRoute(collection, wanted, kReplaceTries, promise);
        promise.finish(reply.error());
    });
}

void Cluster::Private::replaceRoute(const QString &collection, const Json &wanted, int triesLeft,
                                    const Promise<Result<Route>> &promise) {
    const QString path = collection + QLatin1Char('/') + encoded(jsonString(wanted["metadata"], "name"));
    send(HttpRequest::get(path), [this, collection, path, wanted, triesLeft, promise](const Result<Json> &reply) {
        if (!reply)
            return promise.finish(reply.error());
        const Result<Route> existing = routeOf(*reply);
        if (!existing)
            return promise.finish(existing.error());
        if (existing->deleting)
            return promise.finish(
                Error{.code = ErrorCode::Conflict,
                      .message = KubernetesWords::tr("The Route %1 is being deleted.").arg(existing->name),
                      .resource = QStringLiteral("route"),
                      .remedy = KubernetesWords::tr("Wait until it is gone and try again.")});
        if (childOf(*reply, "spec") == wanted["spec"])
            return promise.finish(existing);
        Json next = *reply;
        next["spec"] = wanted["spec"];
        next.erase("status");
        send(HttpRequest::put(path, next), [this, collection, wanted, triesLeft, promise](const Result<Json> &done) {
            if (!done && done.error().code == ErrorCode::Conflict && triesLeft > 1)
                return replaceRoute(collection, wanted, triesLeft - 1, promise);
            promise.finish(done ? routeOf(*done) : Result<Route>(done.error()));
        });
    });
}

void Cluster::Private::tryPod(const Json &pod, int triesLeft, const Promise<Status> &promise) {
    send(HttpRequest::post(QStringLiteral("/api/v1/namespaces/default/pods"), pod),
         [this, pod, triesLeft, promise](const Result<Json> &reply) {
             if (reply)
                 return promise.finish(Status(Ok{}));
             const Error &error = reply.error();
             const bool early = error.code == ErrorCode::PermissionDenied &&
                                error.message.contains(QLatin1String("serviceaccount"), Qt::CaseInsensitive) &&
                                error.message.contains(QLatin1String("not found"));
             if (!early || triesLeft <= 1)
                 return promise.finish(Status(error));
             clock->after(std::chrono::seconds(1), q,
                          [this, pod, triesLeft, promise] { tryPod(pod, triesLeft - 1, promise); });
         });
}

Result<std::shared_ptr<Cluster>> Cluster::open(const Credentials &credentials, Clock *clock) {
    if (credentials.certificateAuthority.isEmpty() && credentials.server.scheme() == QLatin1String("https"))
        return Error{.code = ErrorCode::Untrusted,
                     .message = KubernetesWords::tr("The cluster's credentials hold no certificate authority.")};
    auto network = QnamTransport::open({.baseUrl = credentials.server,
                                        .token = credentials.token,
                                        .certificateAuthority = credentials.certificateAuthority,
                                        .clock = clock});
    if (!network)
        return network.error();
    return std::make_shared<Cluster>(std::move(*network), clock);
}

Cluster::Cluster(std::unique_ptr<HttpTransport> transport, Clock *clock)
    : d(std::make_unique<Private>()) {
    auto logging = std::make_unique<LoggingTransport>(std::move(transport), clock);
    d->q = this;
    d->clock = clock;
    d->logging = logging.get();
    connect(d->logging, &LoggingTransport::called, this,
            [this](const QString &method, const QString &path, int status, const QString &, int milliseconds) {
                Q_EMIT called(method, path, status, milliseconds);
            });
    d->transport = std::make_unique<RetryingTransport>(std::move(logging), clock);
}

Cluster::~Cluster() = default;

int Cluster::calls() const {
    return d->logging->calls();
}

QFuture<Result<QString>> Cluster::version() {
    return d->ask<QString>(QStringLiteral("/version"),
                           [](const Json &reply) { return Result<QString>(jsonString(reply, "gitVersion")); });
}

QFuture<Result<QList<Node>>> Cluster::nodes() {
    return d->ask<QList<Node>>(QStringLiteral("/api/v1/nodes"), nodesOf);
}

QFuture<Result<RouteResource>> Cluster::discoverRoute() {
    Promise<Result<RouteResource>> promise;
    d->discover([promise](const Result<RouteResource> &found) { promise.finish(found); });
    return promise.future();
}

QFuture<Result<Route>> Cluster::route(const QString &name) {
    Promise<Result<Route>> promise;
    d->routes([this, name, promise](const Result<QString> &collection) {
        if (!collection)
            return promise.finish(collection.error());
        d->send(HttpRequest::get(*collection + QLatin1Char('/') + encoded(name)), [promise](const Result<Json> &reply) {
            promise.finish(reply ? routeOf(*reply) : Result<Route>(reply.error()));
        });
    });
    return promise.future();
}

QFuture<Result<Route>> Cluster::applyRoute(const QString &name, const QStringList &destinations,
                                           const QStringList &gateways) {
    Promise<Result<Route>> promise;
    d->routes([this, wanted = routeObject(name, destinations, gateways), promise](const Result<QString> &collection) {
        if (!collection)
            return promise.finish(collection.error());
        d->createRoute(*collection, wanted, promise);
    });
    return promise.future();
}

QFuture<Status> Cluster::deleteRoute(const QString &name) {
    Promise<Status> promise;
    d->routes([this, name, promise](const Result<QString> &collection) {
        if (!collection) // what is not served cannot exist
            return promise.finish(collection.error().code == ErrorCode::NotFound ? Status(Ok{})
                                                                                 : Status(collection.error()));
        d->send(HttpRequest::destroy(*collection + QLatin1Char('/') + encoded(name)),
                [promise](const Result<Json> &reply) { promise.finish(absentIsFine(reply)); });
    });
    return promise.future();
}

QFuture<Result<AgentState>> Cluster::routingAgent() {
    return d->ask<AgentState>(QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector=") +
                                  encoded(QStringLiteral("c3.doks.digitalocean.com/component=routing-agent")),
                              [](const Json &reply) { return Result<AgentState>(agentOf(reply)); });
}

QFuture<Status> Cluster::createPod(const PodSpec &spec) {
    Promise<Status> promise;
    d->tryPod(podObject(spec), kPodTries, promise);
    return promise.future();
}

QFuture<Result<PodState>> Cluster::pod(const QString &name) {
    return d->ask<PodState>(podPath(name), podOf);
}

QFuture<Result<QString>> Cluster::podLog(const QString &name) {
    Promise<Result<QString>> promise;
    HttpRequest request = HttpRequest::get(podPath(name) + QStringLiteral("/log?limitBytes=65536"));
    request.headers = {{"Accept", "*/*"}};
    d->transport->send(request).then(this, [request, promise](const Result<HttpResponse> &reply) {
        if (!reply)
            return promise.finish(reply.error());
        if (reply->status < 200 || reply->status >= 300)
            return promise.finish(errorFromReply(request, *reply));
        promise.finish(QString::fromUtf8(reply->body));
    });
    return promise.future();
}

QFuture<Status> Cluster::deletePod(const QString &name) {
    Promise<Status> promise;
    d->send(HttpRequest::destroy(podPath(name)),
            [promise](const Result<Json> &reply) { promise.finish(absentIsFine(reply)); });
    return promise.future();
}

QFuture<Result<QStringList>> Cluster::podNames(const QString &labelSelector) {
    return d->ask<QStringList>(QStringLiteral("/api/v1/namespaces/default/pods?labelSelector=") +
                                   encoded(labelSelector),
                               [](const Json &reply) { return Result<QStringList>(namesOf(reply)); });
}

} // namespace sluice::kubernetes
