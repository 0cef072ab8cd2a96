#include "commands.h"

#include "core/interop/export.h"
#include "core/operations/measured.h"
#include "drawing.h"

#include <QEventLoop>
#include <QFile>
#include <QTextStream>

namespace sluice::ctl {

namespace {

/// Writes to the file (readable by the user alone: it may hold credentials) or to stdout.
Status deliver(const QString &text, const QString &file) {
    if (file.isEmpty()) {
        QTextStream(stdout) << text;
        return Ok{};
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || out.write(text.toUtf8()) < 0)
        return Error{.code = ErrorCode::Storage,
                     .message = QStringLiteral("%1 cannot be written: %2").arg(file, out.errorString()),
                     .path = file};
    return Ok{};
}

int concludeText(const Session &session, const Status &status) {
    return status ? static_cast<int>(kDone) : conclude(session, status, Json::object());
}

QMap<QString, QString> outputsOf(const store::DeploymentRecord &record) {
    QMap<QString, QString> outputs;
    if (record.outputs.is_object()) {
        for (const auto &[key, value] : record.outputs.items()) {
            if (value.is_string())
                outputs.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
        }
    }
    return outputs;
}

} // namespace

int exportCommand(Session &session, const QString &name, const QString &format, const QString &file) {
    const Status opened = session.open();
    if (!opened)
        return conclude(session, opened, Json::object());
    const auto record = session.workspace().deployment(name);
    if (!record)
        return conclude(session, record.error(), Json::object());
    const auto plan = blueprint::planFromJson(record->plan);
    if (!plan)
        return conclude(session, plan.error(), Json::object());
    const QMap<QString, QString> outputs = outputsOf(*record);
    if (format == QLatin1String("mermaid"))
        return concludeText(session, deliver(interop::mermaid(*plan, outputs), file));
    if (format == QLatin1String("ssh-config")) {
        QStringList knownHosts;
        for (const char *key : {"bastion_public_ip", "droplet_private_ip"}) {
            const QString address = outputs.value(QLatin1String(key));
            const QString blob = session.workspace().pinnedHostKey(name, address);
            if (!address.isEmpty() && !blob.isEmpty())
                knownHosts << QStringLiteral("%1 %2 %3")
                                  .arg(address, ssh::keyTypeOf(QByteArray::fromBase64(blob.toLatin1())), blob);
        }
        return concludeText(session,
                            deliver(interop::sshConfig(name, outputs, plan->blueprint.sshKeyFile, knownHosts), file));
    }
    if (format == QLatin1String("kubeconfig")) {
        const Status connected = session.connectAccount();
        if (!connected)
            return conclude(session, connected, Json::object());
        QEventLoop loop;
        Result<QString> yaml;
        bool done = false;
        session.workspace().kubeconfig(name, std::chrono::hours(1)).then(&loop, [&](const Result<QString> &text) {
            yaml = text;
            done = true;
            loop.quit();
        });
        if (!done)
            loop.exec();
        return concludeText(session, yaml ? deliver(*yaml, file) : Status(yaml.error()));
    }
    return concludeText(session, deliver(QString::fromUtf8(toJsonText(record->outputs, 2)) + QLatin1Char('\n'), file));
}

int exportDrawing(int argc, char **argv, const Globals &globals, const QString &name, const QString &format,
                  const QString &file) {
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv, true);
    Session session(globals);
    if (file.isEmpty())
        return conclude(session,
                        Error{.code = ErrorCode::InvalidInput,
                              .message = QStringLiteral("A drawing needs a file"),
                              .resource = QStringLiteral("--out"),
                              .remedy = QStringLiteral("Add --out topology.%1.").arg(format)},
                        Json::object());
    const Status opened = session.open();
    if (!opened)
        return conclude(session, opened, Json::object());
    Json document = Json::object();
    const auto history = session.workspace().history(name);
    if (history) {
        const verify::Standing standing = operations::measuredOf(*history);
        if (standing.verdict)
            document = verify::toJson(verify::Report{.deployment = name,
                                                     .egressIp = {},
                                                     .verdict = *standing.verdict,
                                                     .cells = standing.cells,
                                                     .startedAt = {},
                                                     .finishedAt = standing.wholeAt,
                                                     .only = {}});
    }
    return concludeText(session, drawFile(session.workspace(), name, document, format, file));
}

} // namespace sluice::ctl
