#pragma once

#include "core/base/json.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFloat16>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Drives the built programs from outside, as a user's shell would.
namespace sluice::test {

inline QString binary(const QString &name) {
    return qEnvironmentVariable("SLUICE_BIN_DIR") + QLatin1Char('/') + name;
}

inline QString source(const QString &path) {
    return qEnvironmentVariable("SLUICE_SOURCE_DIR") + QLatin1Char('/') + path;
}

/// The reference's own input when the shared folder is beside the checkout; else the same five variables from our data
/// folder.
inline QString referenceTfvars() {
    const QString shared = source(QStringLiteral("../shared/reference/test.tfvars"));
    return QFile::exists(shared) ? shared : source(QStringLiteral("tests/integration/data/reference.tfvars"));
}

/// How much faster than life both sides run. Sanitizers slow the programs down, and their deadlines are divided too.
inline double defaultTimeScale() {
    bool given = false;
    const double scale = qEnvironmentVariable("SLUICE_TEST_TIME_SCALE").toDouble(&given);
    return given ? scale : 200;
}

/// A sluice-sandbox process on a free loopback port.
class SandboxProcess {
public:
    bool start(const QStringList &extra = {}, double timeScale = defaultTimeScale()) {
        const QString ready = m_folder.filePath(QStringLiteral("ready.json"));
        QFile::remove(ready);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(binary(QStringLiteral("sluice-sandbox")),
                        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                    QStringLiteral("--token"), m_token, QStringLiteral("--time-scale"),
                                    QString::number(timeScale), QStringLiteral("--ready-file"), ready} +
                            extra);
        if (!m_process.waitForStarted())
            return false;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 20000 && m_process.state() == QProcess::Running) {
            QFile file(ready);
            if (file.open(QIODevice::ReadOnly)) {
                const auto json = parseJson(file.readAll());
                if (json) {
                    api = QUrl(jsonString(*json, "api"));
                    admin = QUrl(jsonString(*json, "admin"));
                    dial = QUrl(jsonString(*json, "dial"));
                    return true;
                }
            }
            m_process.waitForFinished(20);
        }
        return false;
    }
    void stop() {
        m_process.terminate();
        if (!m_process.waitForFinished(10000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    ~SandboxProcess() { stop(); }

    /// Any HTTP call with the token; the parsed body, or a null JSON.
    Json call(const QByteArray &method, const QUrl &url, const Json &body = nullptr) {
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply *reply =
            m_network.sendCustomRequest(request, method, body.is_null() ? QByteArray() : toJsonText(body));
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(10000);
        const auto json = parseJson(reply->readAll());
        lastStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply->deleteLater();
        return json ? *json : Json(nullptr);
    }
    Json apiGet(const QString &path) { return call("GET", api.resolved(QUrl(path))); }
    Json adminGet(const QString &path) { return call("GET", QUrl(admin.toString() + path)); }
    Json adminPost(const QString &path, const Json &body) { return call("POST", QUrl(admin.toString() + path), body); }

    QUrl api, admin, dial;
    int lastStatus = 0;
    QString token() const { return m_token; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_token = QStringLiteral("test-token-0123456789abcdef");
};

struct CtlResult {
    int exitCode = -1;
    bool crashed = false;
    Json document;
    QByteArray standardOutput;
    QByteArray standardError;

    /// For a failed check: how it ended first, because Qt Test cuts a message at about a thousand characters.
    QByteArray told() const {
        return (crashed ? QByteArray("crashed or too late, ") : QByteArray()) + "exit code " +
               QByteArray::number(exitCode) + "; standard error ends: " + standardError.right(400) +
               "; standard output: " + standardOutput;
    }
};

/// One state folder and the way to run sluicectl in it.
class Ctl {
public:
    explicit Ctl(const SandboxProcess &sandbox, double timeScale = defaultTimeScale())
        : m_endpoint(sandbox.api.toString())
        , m_token(sandbox.token())
        , m_timeScale(timeScale) {}

    QStringList arguments(const QStringList &command) const {
        return QStringList{QStringLiteral("--json"),
                           QStringLiteral("--progress"),
                           QStringLiteral("json"),
                           QStringLiteral("--state"),
                           state(),
                           QStringLiteral("--endpoint"),
                           m_endpoint,
                           QStringLiteral("--time-scale"),
                           QString::number(m_timeScale)} +
               command;
    }
    QString state() const {
        return m_state.isEmpty() ? QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("state.db")) : m_state;
    }
    void setState(const QString &state) { m_state = state; }
    void setToken(const QString &token) { m_token = token; }
    void setEndpoint(const QString &endpoint) { m_endpoint = endpoint; }
    /// Environment variables of the commands from now on, beside the usual ones.
    void setVariables(const QMap<QString, QString> &variables) { m_variables = variables; }
    QString folder() const { return m_folder.path(); }

    void prepare(QProcess &process) const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DIGITALOCEAN_TOKEN"), m_token);
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
            environment.insert(it.key(), it.value());
        process.setProcessEnvironment(environment);
    }
    CtlResult run(const QStringList &command, int timeout = 240000, const QStringList &wrapper = {}) const {
        QProcess process;
        prepare(process);
        QStringList all = wrapper + QStringList{binary(QStringLiteral("sluicectl"))} + arguments(command);
        process.start(all.takeFirst(), all);
        const bool ended = process.waitForFinished(timeout);
        CtlResult result;
        if (!ended) {
            process.kill();
            process.waitForFinished(5000);
        }
        result.crashed = !ended || process.exitStatus() == QProcess::CrashExit;
        result.exitCode = process.exitCode();
        result.standardOutput = process.readAllStandardOutput();
        result.standardError = process.readAllStandardError();
        const auto json = parseJson(result.standardOutput);
        if (json)
            result.document = *json;
        return result;
    }

private:
    QTemporaryDir m_folder;
    QMap<QString, QString> m_variables;
    QString m_state;
    QString m_endpoint;
    QString m_token;
    double m_timeScale;
};

/// How many objects of each kind the sandbox still holds, from its admin inventory.
inline int countOf(const Json &inventory, const char *kind) {
    const Json &list = jsonMember(inventory, kind);
    return static_cast<int>(list.size());
}

} // namespace sluice::test
