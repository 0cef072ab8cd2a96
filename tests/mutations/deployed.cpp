#include "tests/mutations/deployed.h"

#include <QSslConfiguration>

namespace sluice::test {

bool Deployed::start() {
    const QString fabric = qEnvironmentVariable("SLUICE_FABRIC", QStringLiteral("emulated"));
    const bool real = fabric == QLatin1String("netns");
    // Real hosts need real time: what the platform simulates may be quick, the deadlines of what is measured may not.
    constexpr double kPlatformScale = 25, kProbeScale = 4;
    if (!m_sandbox.start({QStringLiteral("--fabric"), fabric}, real ? kPlatformScale : defaultTimeScale())) {
        problem = QStringLiteral("%1 does not start (SLUICE_BIN_DIR)").arg(binary(QStringLiteral("sluice-sandbox")));
        return false;
    }
    m_sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
    // The suite asks more often than a person; the limit has its own tests.
    flip(QStringLiteral("rate_limit"), "off");
    m_ctl = std::make_unique<Ctl>(m_sandbox, real ? kProbeScale : defaultTimeScale());
    QFile input(referenceTfvars());
    QFile three(m_ctl->folder() + QStringLiteral("/three.tfvars"));
    if (!input.open(QIODevice::ReadOnly) || !three.open(QIODevice::WriteOnly)) {
        problem = QStringLiteral("%1: %2; %3: %4 (SLUICE_SOURCE_DIR)")
                      .arg(input.fileName(), input.errorString(), three.fileName(), three.errorString());
        return false;
    }
    three.write(input.readAll() + "\ndoks_node_count = 3\n");
    three.close();
    const CtlResult applied = m_ctl->run({QStringLiteral("apply"), three.fileName(), QStringLiteral("--verify")});
    if (applied.exitCode != 0) {
        problem = QString::fromUtf8(applied.standardOutput + applied.standardError);
        return false;
    }
    m_outputs = jsonMember(applied.document, "outputs");
    const Json inventory = m_sandbox.adminGet(QStringLiteral("/inventory"));
    for (const Json &droplet : jsonMember(inventory, "droplets")) {
        const QString name = jsonString(droplet, "name");
        const QString id = QString::number(jsonInt(droplet, "id"));
        if (!jsonString(droplet, "cluster_id").isEmpty())
            m_nodes << name;
        else
            m_ids.insert(name.section(QLatin1Char('-'), -1), id);
    }
    m_nodes.sort();
    return m_nodes.size() == 3 && m_ids.size() == 2;
}

void Deployed::settle() {
    const bool settled = QTest::qWaitFor(
        [this] {
            const Json fabric = m_sandbox.adminGet(QStringLiteral("/fabric"));
            const Json firewalls = api("GET", QStringLiteral("firewalls?per_page=200"));
            bool waiting = jsonBool(fabric, "busy", true);
            for (const Json &firewall : jsonMember(firewalls, "firewalls"))
                waiting = waiting || jsonString(firewall, "status") == QLatin1String("waiting");
            return !waiting;
        },
        60000);
    expect(QStringLiteral("the network settles"), settled, nullptr);
}

CtlResult Deployed::verify() {
    settle();
    return m_ctl->run({QStringLiteral("verify"), QStringLiteral("nat-gateway")});
}

CtlResult Deployed::remedy(const QString &action) {
    return m_ctl->run({QStringLiteral("remedy"), QStringLiteral("nat-gateway"), action});
}

void Deployed::expect(const QString &what, bool good, const Json &answer) {
    if (!good && problem.isEmpty())
        problem =
            QStringLiteral("%1: %2 %3").arg(what).arg(m_sandbox.lastStatus).arg(QString::fromStdString(answer.dump()));
}

void Deployed::set(const char *kind, const QString &name, const Json &members) {
    const Json answer = m_sandbox.adminPost(QStringLiteral("/mutate"),
                                            {{"kind", kind}, {"name", name.toStdString()}, {"set", members}});
    expect(QStringLiteral("set %1").arg(QLatin1String(kind)), m_sandbox.lastStatus / 100 == 2, answer);
}

void Deployed::flip(const QString &name, const Json &value) {
    set("switches", QString(), {{name.toStdString(), value}});
}

void Deployed::type(const QString &role, const QString &command) {
    const Json answer = m_sandbox.adminPost(QStringLiteral("/droplets/%1/console").arg(m_ids.value(role)),
                                            {{"command", command.toStdString()}});
    expect(command, m_sandbox.lastStatus / 100 == 2 && jsonInt(answer, "status", -1) == 0, answer);
}

Json Deployed::api(const QByteArray &method, const QString &path, const Json &body) {
    const Json answer = m_sandbox.call(method, m_sandbox.api.resolved(QUrl(QStringLiteral("/v2/") + path)), body);
    expect(QString::fromLatin1(method) + QLatin1Char(' ') + path, m_sandbox.lastStatus / 100 == 2, answer);
    return answer;
}

void Deployed::kube(const QByteArray &method, const QString &path) {
    const Json credentials = api("GET", QStringLiteral("kubernetes/clusters/%1/credentials").arg(output("cluster_id")));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(jsonString(credentials, "server") + path));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(
        QByteArray::fromBase64(jsonString(credentials, "certificate_authority_data").toLatin1())));
    request.setSslConfiguration(tls);
    request.setRawHeader("Authorization", "Bearer " + jsonString(credentials, "token").toLatin1());
    QNetworkReply *reply = network.sendCustomRequest(request, method);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10000);
    if (reply->error() != QNetworkReply::NoError && problem.isEmpty())
        problem = path + QStringLiteral(": ") + reply->errorString();
}

QString Deployed::routerOf(const QString &role) {
    const Json answer = api("GET", QStringLiteral("droplets/") + m_ids.value(role));
    const Json &sides = jsonMember(jsonMember(jsonMember(answer, "droplet"), "networks"), "v4");
    for (const Json &side : sides) {
        if (jsonString(side, "type") == QLatin1String("public"))
            return jsonString(side, "gateway");
    }
    return {};
}

Json Deployed::firewall(const QString &name) {
    const Json all = api("GET", QStringLiteral("firewalls?per_page=200"));
    for (const Json &each : jsonMember(all, "firewalls")) {
        if (jsonString(each, "name") == name)
            return each;
    }
    return nullptr;
}

} // namespace sluice::test
