#pragma once

#include "core/base/ip.h"
#include "core/http/http.h"

#include <QMap>

/// The few parts of the Kubernetes API the product needs (DIGITALOCEAN.md 3.1), without kubectl.
namespace sluice::kubernetes {

struct Credentials {
    QUrl server;
    QByteArray certificateAuthority; ///< PEM; the only trusted root
    QString token;
};

struct Node {
    QString name;
    bool ready = false;
    QString internalIp;
    QString externalIp;
};

/// Where the Route resource is served; found by discovery, never assumed (scope is undocumented).
struct RouteResource {
    bool served = false;
    bool namespaced = false;
};

struct Route {
    QString name;
    QStringList destinations;
    QStringList gateways;
    bool hasNodeSelector = false; ///< then it does not cover all nodes
    bool deleting = false;        ///< deletionTimestamp is set; a finalizer holds it
    QString rawStatus;            ///< status as JSON text; undocumented, shown only
};

struct AgentState {
    bool found = false;
    int desired = 0;
    int ready = 0;
    bool isReady() const { return found && desired > 0 && ready == desired; }
};

struct PodSpec {
    QString name;
    QString image;
    QStringList command;
    QString nodeName; ///< pins the pod to one node; empty lets the scheduler choose
    bool hostNetwork = false;
};

struct PodState {
    QString phase;         ///< Pending | Running | Succeeded | Failed | Unknown
    QString waitingReason; ///< e.g. ImagePullBackOff
    QString message;
    bool finished() const { return phase == QLatin1String("Succeeded") || phase == QLatin1String("Failed"); }
};

/// Talks to one cluster. TLS against `certificateAuthority` only. Thread-affine. Deleting it cancels everything.
/// 401 in the first seconds after `running` is Unauthenticated here; callers that wait for readiness retry it.
class Cluster : public QObject {
    Q_OBJECT
public:
    static Result<std::shared_ptr<Cluster>> open(const Credentials &credentials, Clock *clock);
    Cluster(std::unique_ptr<HttpTransport> transport, Clock *clock);
    ~Cluster() override;

    QFuture<Result<QString>> version();
    QFuture<Result<QList<Node>>> nodes();
    QFuture<Result<RouteResource>> discoverRoute();
    QFuture<Result<Route>> route(const QString &name); ///< NotFound when absent
    /// Creates the Route; when it exists with another spec it is replaced (resourceVersion checked), when equal nothing
    /// is sent.
    QFuture<Result<Route>> applyRoute(const QString &name, const QStringList &destinations,
                                      const QStringList &gateways);
    QFuture<Status> deleteRoute(const QString &name); ///< absent is success; poll route() until NotFound
    QFuture<Result<AgentState>> routingAgent();
    QFuture<Status> createPod(const PodSpec &spec);
    QFuture<Result<PodState>> pod(const QString &name);
    QFuture<Result<QString>> podLog(const QString &name);
    QFuture<Status> deletePod(const QString &name); ///< absent is success
    QFuture<Result<QStringList>> podNames(const QString &labelSelector);
    int calls() const;

Q_SIGNALS:
    void called(const QString &method, const QString &path, int status, int milliseconds);

private:
    QFuture<Result<HttpResponse>> sendRaw(const HttpRequest &request);
    template <class T>
    QFuture<Result<T>> sendAnd(const HttpRequest &request, std::function<Result<T>(const Json &)> parse);
    template <class T>
    void withRoute(const Promise<Result<T>> &promise, std::function<void(const RouteResource &)> use);
    void replaceRoute(const RouteResource &resource, const Json &wanted, int triesLeft,
                      const Promise<Result<Route>> &promise);
    void tryCreatePod(const PodSpec &spec, int triesLeft, const Promise<Status> &promise);
    QFuture<Status> destroy(const QString &path);

    struct Private;
    std::unique_ptr<Private> d;
};

/// Labels of every pod the product makes, and the selector that finds leftovers.
QString podSelector();

} // namespace sluice::kubernetes
