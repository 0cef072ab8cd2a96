#include "core/base/json.h"
#include "core/sandbox/sandbox.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>
#include <QTimer>
#include <atomic>
#include <csignal>

namespace {

std::atomic<bool> stopRequested{false};

void onSignal(int) {
    stopRequested = true;
}

void say(const sluice::Error &error) {
    QTextStream(stderr) << "sluice-sandbox: " << error.toString() << '\n';
}

/// Appears whole and only when everything answers: scripts wait for this file.
bool writeReadyFile(const QString &path, const sluice::sandbox::Endpoints &at) {
    const sluice::Json ready = {{"api", at.api.toString().toStdString()},
                                {"token", at.token.toStdString()},
                                {"admin", at.admin.toString().toStdString()},
                                {"dial", at.dial.toString().toStdString()}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it holds the token
    file.write(sluice::toJsonText(ready) + '\n');
    return file.commit();
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    CLI::App cli{"A simulated DigitalOcean on this machine: API, Kubernetes, SSH hosts and network."};
    std::string listen = "127.0.0.1:0", token, latency, faults, fabric = "emulated", store, readyFile,
                routeScope = "namespaced";
    std::string kubernetesEndpoint, kubernetesCa, kubernetesToken;
    double timeScale = 1.0;
    quint64 seed = 0;
    cli.set_version_flag("--version", SLUICE_VERSION);
    cli.add_option("--listen", listen, "Loopback address and port; port 0 picks a free one")->capture_default_str();
    cli.add_option("--token", token, "The account's token; a random one when left out (see --ready-file)");
    cli.add_option("--time-scale", timeScale, "Divides every simulated waiting time")
        ->check(CLI::Range(0.001, 100000.0));
    cli.add_option("--latency", latency, "JSON object of latency names and seconds");
    cli.add_option("--seed", seed, "Makes ids and addresses repeatable; 0 = random");
    cli.add_option("--faults", faults, "JSON array of fault rules");
    cli.add_option("--fabric", fabric, "The network: emulated (computed), or netns (real, inside tests/lab/lab)")
        ->check(CLI::IsMember({"emulated", "netns"}));
    cli.add_option("--store", store, "File that keeps the account over a restart");
    cli.add_option("--ready-file", readyFile, "Gets the addresses and the token as JSON once everything answers");
    cli.add_option("--route-scope", routeScope, "Scope of the Route resource")
        ->check(CLI::IsMember({"namespaced", "cluster"}));
    cli.add_option("--kubernetes-endpoint", kubernetesEndpoint,
                   "Hand out this API server instead of the simulated one");
    cli.add_option("--kubernetes-ca", kubernetesCa, "PEM file of that server's CA");
    cli.add_option("--kubernetes-token", kubernetesToken, "Token for that server");
    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }

    const QString address = QString::fromStdString(listen);
    const qsizetype colon = address.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const quint16 port = address.mid(colon + 1).toUShort(&isPort);
    if (colon <= 0 || !isPort) {
        say({.code = sluice::ErrorCode::InvalidInput,
             .message = QStringLiteral("\"%1\" is not an address and a port.").arg(address),
             .remedy = QStringLiteral("Write it as 127.0.0.1:8080.")});
        return 2;
    }
    QString host = address.left(colon);
    host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));

    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    const auto sandbox = sluice::sandbox::Sandbox::start({
        .listenAddress = host,
        .port = port,
        .token = QString::fromStdString(token),
        .timeScale = timeScale,
        .latencyFile = QString::fromStdString(latency),
        .seed = seed,
        .faultsFile = QString::fromStdString(faults),
        .fabric = QString::fromStdString(fabric),
        .labProgram = qEnvironmentVariable("SLUICE_LAB"),
        .storeFile = QString::fromStdString(store),
        .routeClusterScoped = routeScope == "cluster",
        .kubernetesEndpoint = QString::fromStdString(kubernetesEndpoint),
        .kubernetesCaFile = QString::fromStdString(kubernetesCa),
        .kubernetesToken = QString::fromStdString(kubernetesToken),
    });
    if (!sandbox) {
        say(sandbox.error());
        return sandbox.error().code == sluice::ErrorCode::InvalidInput ? 2 : 1;
    }
    const auto at = (*sandbox)->endpoints();
    if (!readyFile.empty() && !writeReadyFile(QString::fromStdString(readyFile), at)) {
        say({.code = sluice::ErrorCode::Storage,
             .message = QStringLiteral("Cannot write the ready file %1.").arg(QString::fromStdString(readyFile))});
        return 1;
    }
    QTextStream(stdout) << "API    " << at.api.toString() << "\nadmin  " << at.admin.toString() << "\ndial   "
                        << at.dial.toString()
                        << (token.empty() && readyFile.empty() ? "\ntoken  " + at.token : QString()) << Qt::endl;
    // A signal handler may do next to nothing, so the loop looks at its flag.
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &app, [&app] {
        if (stopRequested)
            app.quit();
    });
    watch.start(50);
    return app.exec();
}
