#include "core/sandbox/sandbox.h"

#include "core/base/random.h"
#include "core/base/redact.h"
#include "core/sandbox/admin.h"
#include "core/sandbox/hosts/hosts.h"
#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/kubernetes_server.h"
#include "core/sandbox/latencies.h"
#include "core/sandbox/netns/netns_hosts.h"
#include "core/sandbox/world_file.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace sluice::sandbox {

namespace {

Error invalid(const QString &message, const QString &remedy = {}) {
    return Error{.code = ErrorCode::InvalidInput, .message = message, .remedy = remedy};
}

bool isNetns(const Options &options) {
    return options.fabric == QLatin1String("netns");
}

Status checkFabric(const Options &options) {
    if (!isNetns(options) && options.fabric != QLatin1String("emulated"))
        return invalid(QStringLiteral("There is no fabric \"%1\".").arg(options.fabric),
                       QStringLiteral("Use --fabric emulated or --fabric netns."));
    if (!isNetns(options))
        return Ok{};
    if (!QFileInfo(options.labProgram).isExecutable())
        return invalid(QStringLiteral("The fabric netns works inside the lab's capsule only."),
                       QStringLiteral("Start it as root by: tests/lab/lab run -- sluice-sandbox --fabric netns"));
    if (!options.storeFile.isEmpty())
        return invalid(QStringLiteral("The fabric netns cannot keep its hosts over a restart."),
                       QStringLiteral("Leave --store out."));
    return Ok{};
}

/// Everything that lives on the sandbox's thread, in the order it is built; it goes in the opposite one.
struct Parts {
    explicit Parts(const Options &options)
        : clock(options.timeScale)
        , world(&clock, options.seed) {}
    SandboxClock clock;
    World world;
    Hooks hooks;
    std::unique_ptr<Api> api;
    std::unique_ptr<Admin> admin;
    std::unique_ptr<WorldFile> store;
    std::unique_ptr<KubernetesHook> kubernetes;
    std::unique_ptr<HostsHook> hosts;
    std::unique_ptr<HttpServer> server;
};

Status makeHooks(Parts &parts, const Options &options) {
    if (!options.kubernetesEndpoint.isEmpty()) {
        QFile ca(options.kubernetesCaFile);
        if (!ca.open(QIODevice::ReadOnly))
            return invalid(
                QStringLiteral("Cannot read the CA file %1: %2.").arg(options.kubernetesCaFile, ca.errorString()),
                QStringLiteral("--kubernetes-endpoint needs --kubernetes-ca and --kubernetes-token."));
        parts.kubernetes = makeOutsideKubernetes(
            &parts.world, {QUrl(options.kubernetesEndpoint), ca.readAll(), options.kubernetesToken});
    } else {
        parts.kubernetes = makeKubernetes(&parts.world);
    }
    parts.hooks.kubernetes = parts.kubernetes.get();
    // The lab keeps its state beside its namespaces; the capsule's /run is its own.
    parts.hosts = isNetns(options) ? makeNetnsHosts(&parts.world, options.labProgram, QStringLiteral("/run/lab"))
                                   : makeHosts(&parts.world);
    parts.hooks.hosts = parts.hosts.get();
    return Ok{};
}

/// Runs on the sandbox's thread.
Result<Endpoints> build(Parts &parts, const Options &options) {
    World &world = parts.world;
    if (!options.latencyFile.isEmpty()) {
        const auto latencies = readLatencies(options.latencyFile);
        if (!latencies)
            return latencies.error();
        world.setLatencies(*latencies);
    }
    const QString token = options.token.isEmpty() ? QStringLiteral("dop_v1_") + randomHex(32) : options.token;
    registerSecret(token);
    parts.api = std::make_unique<Api>(&world, &parts.hooks, token);
    if (options.requestLog > 0)
        parts.api->setLogLimit(options.requestLog);
    if (!options.faultsFile.isEmpty()) {
        if (const Status read = parts.api->faults.addFile(options.faultsFile); !read)
            return read.error();
    }
    parts.admin = std::make_unique<Admin>(&world, &parts.clock, parts.api.get(), &parts.hooks);
    if (!options.storeFile.isEmpty()) {
        auto store = WorldFile::open(options.storeFile, &world);
        if (!store)
            return store.error();
        parts.store = std::move(*store);
    }
    if (options.routeClusterScoped)
        world.switches.insert(QStringLiteral("route_scope"), QStringLiteral("cluster"));
    if (const Status hooked = makeHooks(parts, options); !hooked)
        return hooked.error();
    // Clusters that ran before a restart answer again, if they can at the same address.
    for (Cluster &cluster : world.clusters) {
        if (parts.hooks.kubernetes && !cluster.endpoint.isEmpty())
            cluster.endpoint = parts.hooks.kubernetes->serve(cluster.id).toString();
    }
    auto server = HttpServer::listen(options.listenAddress, options.port,
                                     [&parts](const ServerRequest &request, std::shared_ptr<Responder> responder) {
                                         if (request.path.startsWith(QLatin1String("/_sluice/")))
                                             parts.admin->handle(request, std::move(responder));
                                         else
                                             parts.api->handle(request, std::move(responder));
                                     });
    if (!server)
        return server.error();
    parts.server = std::move(*server);
    QUrl api;
    api.setScheme(QStringLiteral("http"));
    api.setHost(options.listenAddress);
    api.setPort(parts.server->port());
    QUrl admin = api, dial = api;
    admin.setPath(QStringLiteral("/_sluice"));
    dial.setPath(QStringLiteral("/_sluice/dial"));
    if (isNetns(options))
        dial.clear(); // addresses are real: they are dialled as they are
    parts.api->setDialUrl(dial);
    return Endpoints{.api = api, .token = token, .admin = admin, .dial = dial};
}

} // namespace

struct Sandbox::Private {
    QThread thread;
    QObject anchor; ///< lives on the thread; work is sent to it
    std::unique_ptr<Parts> parts;
    Endpoints endpoints;

    ~Private() {
        if (!thread.isRunning())
            return;
        QMetaObject::invokeMethod(
            &anchor, [this] { parts.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }
};

Sandbox::Sandbox(std::unique_ptr<Private> state)
    : d(std::move(state)) {}

Sandbox::~Sandbox() = default;

Result<std::unique_ptr<Sandbox>> Sandbox::start(const Options &options) {
    if (!QHostAddress(options.listenAddress).isLoopback())
        return invalid(QStringLiteral("%1 is not a loopback address.").arg(options.listenAddress),
                       QStringLiteral("The sandbox is for this machine only: listen on 127.0.0.1."));
    if (const Status possible = checkFabric(options); !possible)
        return possible.error();
    if (!(options.timeScale > 0))
        return invalid(QStringLiteral("The time scale must be greater than 0."));
    auto state = std::make_unique<Private>();
    state->thread.setObjectName(QStringLiteral("sandbox"));
    state->thread.start();
    state->anchor.moveToThread(&state->thread);
    Result<Endpoints> built;
    QMetaObject::invokeMethod(
        &state->anchor,
        [&built, &options, p = state.get()] {
            p->parts = std::make_unique<Parts>(options);
            built = build(*p->parts, options);
        },
        Qt::BlockingQueuedConnection);
    if (!built)
        return built.error();
    state->endpoints = *built;
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(state)));
}

Endpoints Sandbox::endpoints() const {
    return d->endpoints;
}

} // namespace sluice::sandbox
