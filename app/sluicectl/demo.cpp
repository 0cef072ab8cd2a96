#include "commands.h"

#include "core/sandbox/sandbox.h"
#include "drawing.h"
#include "report.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace sluice::ctl {

namespace {

/// The account of the embedded sandbox: its own endpoint and token, served over loopback like any other.
Result<std::unique_ptr<sandbox::Sandbox>> startSandbox(const Globals &globals) {
    sandbox::Options options;
    options.timeScale = globals.timeScale;
    return sandbox::Sandbox::start(options);
}

Status writeFile(const QString &path, const QByteArray &content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return Error{.code = ErrorCode::Storage,
                     .message = QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
                     .path = path};
    return Ok{};
}

blueprint::Blueprint demoBlueprint() {
    blueprint::Blueprint blueprint = blueprint::propose(QStringLiteral("nyc3"), {}, QStringLiteral("demo"));
    blueprint.nodeCount = 2;
    return blueprint;
}

} // namespace

int demoCommand(int argc, char **argv, Globals globals, const QString &folder) {
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, !folder.isEmpty());
    QTemporaryDir state;
    if (globals.state.isEmpty())
        globals.state = QStringLiteral("sqlite:") + state.filePath(QStringLiteral("demo.db"));
    if (globals.progress.isEmpty())
        globals.progress = globals.json ? QStringLiteral("none") : QStringLiteral("text");
    QElapsedTimer timer;
    timer.start();

    Session session(globals);
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return conclude(session,
                        Error{.code = ErrorCode::InvalidInput,
                              .message = QStringLiteral("%1 cannot be made").arg(folder),
                              .path = folder},
                        Json::object());
    const auto sandbox = startSandbox(globals);
    if (!sandbox)
        return conclude(session, sandbox.error(), Json::object());
    session.print(QStringLiteral("Simulated cloud at %1 (time runs %2 times faster; nothing costs money)")
                      .arg((*sandbox)->endpoints().api.toString())
                      .arg(globals.timeScale));
    operations::Account account;
    account.key = QStringLiteral("sandbox");
    account.endpoint = (*sandbox)->endpoints().api;
    account.token = (*sandbox)->endpoints().token;
    const Status connected = session.connectAccount(account);
    if (!connected)
        return conclude(session, connected, Json::object());

    const blueprint::Blueprint blueprint = demoBlueprint();
    Session::Outcome applied = session.run(session.workspace().applyBlueprint(blueprint, true));
    Json report = applied.document;
    session.print(planText(report));
    if (applied.status || report.contains("outputs")) {
        session.print(outputsText(report));
        if (report.contains("cells"))
            session.print(matrixText(report));
    }
    Status drawn = Ok{};
    if (!folder.isEmpty() && applied.status)
        drawn = drawDeployment(session.workspace(), blueprint.namePrefix, report, folder);
    // Whatever went wrong above, the demo leaves nothing behind.
    Session::Outcome destroyed = session.run(session.workspace().destroy(blueprint.namePrefix));
    report["certificate"] = jsonMember(destroyed.document, "certificate");
    report["api_calls"] = jsonInt(applied.document, "api_calls") + jsonInt(destroyed.document, "api_calls");
    report["seconds"] = static_cast<double>(timer.elapsed()) / 1000.0;
    session.print(certificateText(destroyed.document));
    session.print(QStringLiteral("Demo: verdict %1, certificate \"%2\", %3 API calls, %4 s")
                      .arg(jsonString(report, "verdict", QStringLiteral("none")))
                      .arg(leftText(report["certificate"]))
                      .arg(jsonInt(report, "api_calls"))
                      .arg(static_cast<double>(timer.elapsed()) / 1000.0, 0, 'f', 1));
    if (!folder.isEmpty() && drawn)
        drawn = writeFile(folder + QStringLiteral("/report.json"), toJsonText(report, 2));
    if (!applied.status)
        return conclude(session, applied.status, report);
    if (!destroyed.status)
        return conclude(session, destroyed.status, report);
    return conclude(session, drawn, report);
}

} // namespace sluice::ctl
