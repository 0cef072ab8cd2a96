#pragma once

#include "core/sandbox/hosts_hook.h"
#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes_hook.h"
#include "core/sandbox/world.h"

#include <QStringList>
#include <functional>

namespace sluice::sandbox {

/// The parts of the sandbox that the API asks, and where it sends people. Null hooks mean "not there".
struct Hooks {
    KubernetesHook *kubernetes = nullptr;
    HostsHook *hosts = nullptr;
};

/// One call of the API while it is being answered.
struct Call {
    World &world;
    Hooks &hooks;
    const ServerRequest &request;
    QStringList args;   ///< the {} parts of the route, decoded
    Json body;          ///< an object; empty when the request has none
    QStringList scopes; ///< of the token; empty = all
    bool may(const QString &scope) const { return scopes.isEmpty() || scopes.contains(scope); }
};

struct Reply {
    int status = 200;
    Json body;                ///< null = no body
    QByteArray raw, rawType;  ///< instead of `body` when set
    Clock::Duration delay{0}; ///< nominal
};

Reply fail(int status, const char *id, const QString &message);
Reply notFound(const QString &message = QStringLiteral("The resource you requested could not be found."));
Reply unprocessable(const QString &message);
Reply conflict(const QString &message);
/// The other error shape, which tags and firewalls use.
Reply failWithCauses(int status, const QString &message);

/// A page of `items` by the request's page and per_page (default 20, at most 200) with links and meta.
Reply paged(const Call &call, const char *key, const Json &items);

QString iso(const QDateTime &time);
bool isTagName(const QString &name);
/// Text members of `key` in the body; false when it is there and not a list of texts.
bool readTexts(const Json &body, const char *key, QStringList *list);

/// Maps method and path to a handler. Segments "{}" take one path segment each.
class Router {
public:
    using Handler = std::function<Reply(Call &)>;
    struct Match {
        const Handler *handler = nullptr;
        QString scope;
        QStringList args;
        bool pathKnown = false; ///< the path exists with another method
    };
    void add(const QByteArray &method, const QString &pattern, const QString &scope, Handler handler);
    Match find(const QByteArray &method, const QString &path) const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        QString scope;
        Handler handler;
    };
    QList<Route> m_routes;
};

void installAccount(Router &router); ///< account, keys, regions, sizes, images
void installProjects(Router &router);
void installVpcs(Router &router, World &world);
void installNatGateways(Router &router, World &world);
void installClusters(Router &router, World &world, Hooks &hooks);
void installNodePools(Router &router, World &world);
void installDroplets(Router &router, World &world);
void installFirewalls(Router &router, World &world);
void installTags(Router &router);

} // namespace sluice::sandbox
