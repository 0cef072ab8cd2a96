#pragma once

#include "core/base/result.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>
#include <memory>

/// The simulated DigitalOcean: API, Kubernetes API, SSH hosts, network, faults, clock. Depends on base alone and shares
/// no type, parser or table with the client: two readings of the official document, so that a misreading shows.
namespace sluice::sandbox {

struct Options {
    QString listenAddress = QStringLiteral("127.0.0.1"); ///< loopback only; anything else is refused
    quint16 port = 0;                                    ///< 0 picks one
    QString token;                                       ///< empty = a random one
    double timeScale = 1.0;                              ///< divides every simulated latency
    QString latencyFile;                                 ///< JSON object name -> seconds; defaults in latencies.h
    quint64 seed = 0;                                    ///< 0 = random; addresses and ids repeat for a given seed
    QString faultsFile;                                  ///< JSON array of fault rules (faults.h)
    QString fabric = QStringLiteral("emulated");         ///< emulated, or netns: real namespaces, see labProgram
    QString labProgram; ///< fabric netns: the program that builds namespaces; there only inside its capsule
    QString storeFile;  ///< survives its own restart; empty = memory only
    bool routeClusterScoped = false; ///< serve the Route resource cluster-wide instead of namespaced
    qsizetype requestLog = 0; ///< requests remembered for the admin interface, each with its body; 0 = as the API does
    QString kubernetesEndpoint, kubernetesCaFile, kubernetesToken; ///< hand out an outside API server instead
};

/// Where it answers.
struct Endpoints {
    QUrl api;
    QString token;
    QUrl admin;
    QUrl dial;
};

/// Runs on a thread of its own; every method may be called from any thread. Destruction stops and joins everything.
class Sandbox {
public:
    static Result<std::unique_ptr<Sandbox>> start(const Options &options);
    ~Sandbox();
    Endpoints endpoints() const;

private:
    struct Private;
    explicit Sandbox(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
