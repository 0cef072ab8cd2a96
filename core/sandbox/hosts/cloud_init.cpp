#include "core/sandbox/hosts/cloud_init.h"

#include <yaml-cpp/yaml.h>

namespace sluice::sandbox {

namespace {

QString quoted(const std::string &word) {
    return QLatin1Char('\'') + QString::fromStdString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
           QLatin1Char('\'');
}

/// write_files as a script, for hosts with real files. The content goes through base64, so no text can break out.
QString filesScript(const YAML::Node &files) {
    QString script;
    if (!files.IsDefined() || !files.IsSequence())
        return script;
    for (const YAML::Node &file : files) {
        if (!file.IsMap() || !file["path"])
            continue;
        const QString path = quoted(file["path"].as<std::string>());
        QByteArray content =
            file["content"] ? QByteArray::fromStdString(file["content"].as<std::string>()).toBase64() : QByteArray();
        const std::string encoding = file["encoding"] ? file["encoding"].as<std::string>() : std::string();
        if (encoding == "b64" || encoding == "base64")
            content = QByteArray::fromBase64(QByteArray::fromBase64(content)).toBase64();
        const bool append = file["append"] && file["append"].as<bool>(false);
        script += QStringLiteral("mkdir -p \"$(dirname %1)\"\nprintf %2 | base64 -d %3 %1\nchmod %4 %1\n")
                      .arg(path, quoted(content.toStdString()), append ? QStringLiteral(">>") : QStringLiteral(">"),
                           quoted(file["permissions"] ? file["permissions"].as<std::string>() : "0644"));
    }
    return script;
}

/// runcmd's entries: a string is a line of shell, a list is one command with its arguments.
QString scriptOf(const YAML::Node &commands) {
    QString script;
    if (!commands.IsDefined() || !commands.IsSequence())
        return script;
    for (const YAML::Node &command : commands) {
        if (command.IsScalar()) {
            script += QString::fromStdString(command.Scalar()) + QLatin1Char('\n');
        } else if (command.IsSequence()) {
            QStringList words;
            for (const YAML::Node &word : command)
                words << quoted(word.Scalar());
            script += words.join(QLatin1Char(' ')) + QLatin1Char('\n');
        }
    }
    return script;
}

void writeFiles(Machine &machine, const YAML::Node &files) {
    if (!files.IsDefined() || !files.IsSequence())
        return;
    for (const YAML::Node &file : files) {
        if (!file.IsMap() || !file["path"])
            continue;
        const QString path = QString::fromStdString(file["path"].as<std::string>());
        QByteArray content =
            file["content"] ? QByteArray::fromStdString(file["content"].as<std::string>()) : QByteArray();
        const std::string encoding = file["encoding"] ? file["encoding"].as<std::string>() : std::string();
        if (encoding == "b64" || encoding == "base64")
            content = QByteArray::fromBase64(content);
        if (file["append"] && file["append"].as<bool>(false))
            content.prepend(machine.files.value(path));
        machine.files.insert(path, content);
        const QString mode = file["permissions"] ? QString::fromStdString(file["permissions"].as<std::string>())
                                                 : QStringLiteral("0644");
        machine.modes.insert(path, mode.toInt(nullptr, 8));
    }
}

} // namespace

double applyUserData(const Shell::Host &host, const QString &userData) {
    Machine &machine = *host.machine;
    QString script;
    machine.cloudInit = QStringLiteral("done");
    if (userData.startsWith(QLatin1String("#!"))) {
        script = userData;
    } else if (userData.startsWith(QLatin1String("#cloud-config"))) {
        try {
            const YAML::Node document = YAML::Load(userData.toStdString());
            if (document.IsMap()) {
                writeFiles(machine, document["write_files"]);
                script = scriptOf(document["bootcmd"]) + scriptOf(document["runcmd"]);
            }
        } catch (const YAML::Exception &error) {
            machine.cloudInit = QStringLiteral("error");
            machine.files.insert(QStringLiteral("/var/log/cloud-init-output.log"),
                                 QByteArray("cloud-init: ") + error.what() + '\n');
            return 1;
        }
    }
    if (script.isEmpty())
        return 1;
    Shell shell(host);
    const ShellResult result = shell.run(script);
    machine.files.insert(QStringLiteral("/var/log/cloud-init-output.log"), result.out + result.err);
    if (result.status != 0)
        machine.cloudInit = QStringLiteral("error");
    return 1 + result.seconds;
}

Result<QString> userDataScript(const QString &userData) {
    if (userData.startsWith(QLatin1String("#!")))
        return userData;
    if (!userData.startsWith(QLatin1String("#cloud-config")))
        return QString();
    try {
        const YAML::Node document = YAML::Load(userData.toStdString());
        if (!document.IsMap())
            return QString();
        return filesScript(document["write_files"]) + scriptOf(document["bootcmd"]) + scriptOf(document["runcmd"]);
    } catch (const YAML::Exception &error) {
        return Error{.code = ErrorCode::InvalidInput, .message = QString::fromUtf8(error.what())};
    }
}

} // namespace sluice::sandbox
