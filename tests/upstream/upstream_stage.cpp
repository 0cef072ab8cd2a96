#include "tests/upstream/upstream_stage.h"

#include "core/base/random.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTcpServer>
#include <QtTest>

namespace sluice::upstream {

namespace {

const QString kPods = QStringLiteral("/api/v1/namespaces/default/pods/");

QString token(Who who) {
    static const QStringList tokens = [] {
        QStringList made;
        for (int i = 0; i < 4; ++i)
            made << randomHex(16);
        return made;
    }();
    return tokens.at(static_cast<int>(who));
}

QList<quint16> freePorts(int count) {
    std::vector<std::unique_ptr<QTcpServer>> held;
    QList<quint16> ports;
    for (int i = 0; i < count; ++i) {
        held.push_back(std::make_unique<QTcpServer>());
        held.back()->listen(QHostAddress::LocalHost);
        ports << held.back()->serverPort();
    }
    return ports;
}

QString found(const char *variable, const QString &name) {
    const QString given = qEnvironmentVariable(variable);
    return given.isEmpty() ? QStandardPaths::findExecutable(name) : QFile::exists(given) ? given : QString();
}

Json node(const QString &name, int number, quint16 kubeletPort) {
    const auto is = [](const char *type, const char *status) {
        return Json{{"type", type}, {"status", status}, {"reason", "Kubelet"}, {"message", "by the test"}};
    };
    return {{"apiVersion", "v1"},
            {"kind", "Node"},
            {"metadata", {{"name", name.toStdString()}, {"labels", {{"kubernetes.io/hostname", name.toStdString()}}}}},
            {"status",
             {{"addresses",
               Json::array({{{"type", "Hostname"}, {"address", name.toStdString()}},
                            {{"type", "InternalIP"}, {"address", "127.0.0.1"}},
                            {{"type", "ExternalIP"}, {"address", "203.0.113." + std::to_string(number + 20)}}})},
              {"conditions", Json::array({is("MemoryPressure", "False"), is("Ready", "True")})},
              {"daemonEndpoints", {{"kubeletEndpoint", {{"Port", kubeletPort}}}}}}}};
}

Json daemonSet() {
    const Json labels = {{"c3.doks.digitalocean.com/component", "routing-agent"}};
    return {{"apiVersion", "apps/v1"},
            {"kind", "DaemonSet"},
            {"metadata", {{"name", "doks-routing-agent"}, {"labels", labels}}},
            {"spec",
             {{"selector", {{"matchLabels", labels}}},
              {"template",
               {{"metadata", {{"labels", labels}}},
                {"spec",
                 {{"hostNetwork", true},
                  {"containers",
                   Json::array({{{"name", "agent"}, {"image", "digitalocean/doks-routing-agent:v0.1.0"}}})}}}}}}}};
}

/// What is documented of Route's shape; the platform's own definition is not published.
Json routeDefinition(bool namespaced) {
    const Json texts = {{"type", "array"}, {"items", {{"type", "string"}}}};
    const Json spec = {{"type", "object"},
                       {"required", {"destinations", "gateways"}},
                       {"properties",
                        {{"destinations", texts},
                         {"gateways", texts},
                         {"nodeSelector", {{"type", "object"}, {"x-kubernetes-preserve-unknown-fields", true}}}}}};
    const Json version = {{"name", "v1alpha1"},
                          {"served", true},
                          {"storage", true},
                          {"schema", {{"openAPIV3Schema", {{"type", "object"}, {"properties", {{"spec", spec}}}}}}}};
    return {{"apiVersion", "apiextensions.k8s.io/v1"},
            {"kind", "CustomResourceDefinition"},
            {"metadata", {{"name", "routes.networking.doks.digitalocean.com"}}},
            {"spec",
             {{"group", "networking.doks.digitalocean.com"},
              {"names", {{"plural", "routes"}, {"singular", "route"}, {"kind", "Route"}, {"listKind", "RouteList"}}},
              {"scope", namespaced ? "Namespaced" : "Cluster"},
              {"versions", Json::array({version})}}}};
}

void end(QProcess &process) {
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(10000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

} // namespace

Programs Programs::find() {
    return {.apiServer = found("SLUICE_KUBE_APISERVER", QStringLiteral("kube-apiserver")),
            .etcd = found("SLUICE_ETCD", QStringLiteral("etcd"))};
}

UpstreamStage::~UpstreamStage() {
    end(m_apiServer);
    end(m_etcd);
}

bool UpstreamStage::write(const QString &name, const QByteArray &text) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(text) == text.size();
}

QByteArray UpstreamStage::tail(const QString &log) const {
    QFile file(m_folder.filePath(log));
    return file.open(QIODevice::ReadOnly) ? file.readAll().right(2000) : QByteArray();
}

Status UpstreamStage::openssl(const QStringList &arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0)
        return Error{.message = QString::fromLocal8Bit(process.readAllStandardError())};
    return Ok{};
}

QString UpstreamStage::startEtcd(const QString &program) {
    const QList<quint16> ports = freePorts(2);
    m_etcdPort = ports.at(0);
    const QString client = QStringLiteral("http://127.0.0.1:%1").arg(ports.at(0)),
                  peer = QStringLiteral("http://127.0.0.1:%1").arg(ports.at(1));
    m_etcd.setProcessChannelMode(QProcess::MergedChannels);
    m_etcd.setStandardOutputFile(m_folder.filePath(QStringLiteral("etcd.log")));
    m_etcd.start(program,
                 {QStringLiteral("--data-dir"), m_folder.filePath(QStringLiteral("etcd")),
                  QStringLiteral("--listen-client-urls"), client, QStringLiteral("--advertise-client-urls"), client,
                  QStringLiteral("--listen-peer-urls"), peer, QStringLiteral("--initial-advertise-peer-urls"), peer,
                  QStringLiteral("--initial-cluster"), QStringLiteral("default=") + peer});
    return m_etcd.waitForStarted() ? QString() : QStringLiteral("etcd does not start");
}

QString UpstreamStage::startApiServer(const QString &program) {
    const auto args = [](const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    const QString newKey = QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes");
    for (const QStringList &line :
         {args("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj "
               "/CN=lab-ca "
               "-days 2"),
          args("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj "
               "/CN=kube-apiserver"),
          args("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 -extfile "
               "names"),
          args("genrsa -out accounts.key 2048")}) {
        if (line.at(0) == QLatin1String("x509") && !write(QStringLiteral("names"), "subjectAltName=IP:127.0.0.1\n"))
            return QStringLiteral("cannot write");
        if (const Status made = openssl(line); !made)
            return QStringLiteral("openssl: ") + made.error().message;
    }
    const QByteArray hook =
        "apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- name: c\n  cluster: {server: "
        "\"http://127.0.0.1:" +
        QByteArray::number(m_webhook->port()) +
        "\"}\nusers:\n- name: u\n  user: {}\ncontexts:\n- name: c\n  context: {cluster: c, user: u}\n";
    const QByteArray tokens = token(Who::Admin).toLatin1() + ",admin,admin,\"system:masters\"\n" +
                              token(Who::Powerless).toLatin1() + ",powerless,powerless\n";
    if (!write(QStringLiteral("tokens"), tokens) || !write(QStringLiteral("webhook"), hook))
        return QStringLiteral("cannot write");
    m_port = freePorts(1).at(0);
    m_apiServer.setWorkingDirectory(m_folder.path());
    m_apiServer.setProcessChannelMode(QProcess::MergedChannels);
    m_apiServer.setStandardOutputFile(m_folder.filePath(QStringLiteral("apiserver.log")));
    m_apiServer.start(
        program, args("--bind-address=127.0.0.1 --advertise-address=127.0.0.1 --tls-cert-file=server.pem "
                      "--tls-private-key-file=server.key --token-auth-file=tokens "
                      "--authentication-token-webhook-config-file=webhook --authentication-token-webhook-version=v1 "
                      "--authentication-token-webhook-cache-ttl=1ms --service-account-key-file=accounts.key "
                      "--service-account-signing-key-file=accounts.key "
                      "--service-account-issuer=https://kubernetes.default.svc --authorization-mode=RBAC "
                      "--cert-dir=. --service-cluster-ip-range=10.245.0.0/22 "
                      "--kubelet-preferred-address-types=InternalIP") +
                     QStringList{QStringLiteral("--secure-port=%1").arg(m_port),
                                 QStringLiteral("--etcd-servers=http://127.0.0.1:%1").arg(m_etcdPort)});
    return m_apiServer.waitForStarted() ? QString() : QStringLiteral("kube-apiserver does not start");
}

/// Says who the bearer of Who::Late is once the server may know it.
void UpstreamStage::startWebhook() {
    m_webhook = std::move(*sandbox::HttpServer::listen(
        QStringLiteral("127.0.0.1"), 0,
        [this](const sandbox::ServerRequest &request, const std::shared_ptr<sandbox::Responder> &responder) {
            const Result<Json> review = parseJson(request.body);
            const QString shown = review ? jsonString(jsonMember(*review, "spec"), "token") : QString();
            const bool known = m_lateCounts && shown == token(Who::Late);
            Json status = {{"authenticated", known}};
            if (known)
                status["user"] = {{"username", "late"}, {"groups", {"system:masters"}}};
            responder->send({.body = toJsonText({{"apiVersion", "authentication.k8s.io/v1"},
                                                 {"kind", "TokenReview"},
                                                 {"status", std::move(status)}})});
        }));
}

/// The one thing that the API server asks of a kubelet here: a container's log.
void UpstreamStage::startKubelet() {
    const Result<sandbox::ServerIdentity> identity = sandbox::makeServerIdentity("kubelet");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(identity->certificate + identity->ca));
    tls.setPrivateKey(QSslKey(identity->key, QSsl::Ec));
    m_kubelet = std::move(*sandbox::HttpServer::listen(
        QStringLiteral("127.0.0.1"), 0,
        [this](const sandbox::ServerRequest &request, const std::shared_ptr<sandbox::Responder> &responder) {
            if (request.path.startsWith(QLatin1String("/containerLogs/default/")))
                return responder->send({.contentType = "text/plain", .body = m_podLog});
            responder->send({.status = 404, .contentType = "text/plain", .body = "404 page not found\n"});
        },
        &tls));
}

QString UpstreamStage::start(const Programs &programs) {
    startWebhook();
    startKubelet();
    QString trouble = startEtcd(programs.etcd);
    if (trouble.isEmpty())
        trouble = startApiServer(programs.apiServer);
    if (!trouble.isEmpty())
        return trouble;
    // The bootstrap of its own objects is part of being ready; some of what follows needs them.
    const bool ready = QTest::qWaitFor(
        [this] {
            const auto transport = connect(Who::Admin);
            const auto reply = transport->send(HttpRequest::get(QStringLiteral("/readyz")));
            const bool answered = QTest::qWaitFor([&reply] { return reply.isFinished(); }, 5000);
            return (answered && reply.result() && reply.result()->status == 200) ||
                   m_apiServer.state() == QProcess::NotRunning;
        },
        60000);
    if (ready && m_apiServer.state() == QProcess::Running)
        return {};
    return QStringLiteral("kube-apiserver is not ready:\n") + QString::fromUtf8(tail(QStringLiteral("apiserver.log")));
}

kubernetes::Credentials UpstreamStage::credentials(Who who) const {
    QFile ca(m_folder.filePath(QStringLiteral("ca.pem")));
    return {.server = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port)),
            .certificateAuthority = ca.open(QIODevice::ReadOnly) ? ca.readAll() : QByteArray(),
            .token = token(who)};
}

std::unique_ptr<HttpTransport> UpstreamStage::connect(Who who) {
    const kubernetes::Credentials shown = credentials(who);
    auto transport = QnamTransport::open({.baseUrl = shown.server,
                                          .token = shown.token,
                                          .certificateAuthority = shown.certificateAuthority,
                                          .clock = &m_clock});
    if (!transport)
        qFatal("%s", qPrintable(transport.error().toString()));
    return std::move(*transport);
}

void UpstreamStage::call(const QByteArray &method, const QString &path, const Json &body, const char *contentType) {
    HttpRequest request{.method = method, .path = path, .body = body.is_null() ? QByteArray() : toJsonText(body)};
    if (qstrcmp(contentType, "application/json") != 0)
        request.headers = {{"Content-Type", contentType}};
    const auto transport = connect(Who::Admin);
    const auto reply = transport->send(request);
    QVERIFY(QTest::qWaitFor([&reply] { return reply.isFinished(); }, 30000));
    QVERIFY2(reply.result(), reply.result() ? "" : qPrintable(reply.result().error().toString()));
    QVERIFY2(reply.result()->status < 300, (method + ' ' + path.toLatin1() + ' ' + reply.result()->body).constData());
}

void UpstreamStage::addNodesAndAgent() {
    for (int i = 0; i < 2; ++i)
        call("POST", QStringLiteral("/api/v1/nodes"), node(QStringLiteral("workers-%1").arg(i), i, m_kubelet->port()));
    const QString sets = QStringLiteral("/apis/apps/v1/namespaces/kube-system/daemonsets");
    call("POST", sets, daemonSet());
    call("PATCH", sets + QStringLiteral("/doks-routing-agent/status"),
         {{"status",
           {{"desiredNumberScheduled", 2},
            {"currentNumberScheduled", 2},
            {"numberReady", 2},
            {"numberAvailable", 2},
            {"numberMisscheduled", 0},
            {"updatedNumberScheduled", 2},
            {"observedGeneration", 1}}}},
         "application/merge-patch+json");
}

void UpstreamStage::serveRoutes() {
    call("POST", QStringLiteral("/apis/apiextensions.k8s.io/v1/customresourcedefinitions"),
         routeDefinition(m_namespaced));
}

QString UpstreamStage::routePath(const QString &route) const {
    return QStringLiteral("/apis/networking.doks.digitalocean.com/v1alpha1/") +
           (m_namespaced ? QStringLiteral("namespaces/default/routes/") : QStringLiteral("routes/")) + route;
}

void UpstreamStage::agentTakes(const QString &route) {
    call("PATCH", routePath(route),
         {{"metadata", {{"finalizers", {"networking.doks.digitalocean.com/routing-agent"}}}}},
         "application/merge-patch+json");
}

void UpstreamStage::agentReleases(const QString &route) {
    call("PATCH", routePath(route), {{"metadata", {{"finalizers", nullptr}}}}, "application/merge-patch+json");
}

void UpstreamStage::addServiceAccount() {
    call("POST", QStringLiteral("/api/v1/namespaces/default/serviceaccounts"), {{"metadata", {{"name", "default"}}}});
}

void UpstreamStage::patchPod(const QString &pod, const Json &status) {
    call("PATCH", kPods + pod + QStringLiteral("/status"), {{"status", status}}, "application/merge-patch+json");
}

void UpstreamStage::podCannotPull(const QString &pod) {
    const std::string image = "registry.invalid/none:1";
    const Json waiting = {{"reason", "ImagePullBackOff"}, {"message", "Back-off pulling image \"" + image + "\""}};
    patchPod(pod, {{"containerStatuses", Json::array({{{"name", "probe"},
                                                       {"image", image},
                                                       {"imageID", ""},
                                                       {"ready", false},
                                                       {"started", false},
                                                       {"restartCount", 0},
                                                       {"state", {{"waiting", waiting}}}}})}});
}

void UpstreamStage::podSucceeds(const QString &pod, const QByteArray &log) {
    m_podLog = log;
    patchPod(pod, {{"phase", "Succeeded"},
                   {"containerStatuses",
                    Json::array({{{"name", "probe"},
                                  {"image", "curlimages/curl:8.11.1"},
                                  {"imageID", ""},
                                  {"ready", false},
                                  {"started", false},
                                  {"restartCount", 0},
                                  {"state", {{"terminated", {{"exitCode", 0}, {"reason", "Completed"}}}}}}})}});
}

void UpstreamStage::podIsGone(const QString &pod) {
    const auto transport = connect(Who::Admin);
    const auto left = transport->send(HttpRequest::get(kPods + pod));
    QVERIFY(QTest::qWaitFor([&left] { return left.isFinished(); }, 30000));
    if (left.result() && left.result()->status == 200)
        call("DELETE", kPods + pod + QStringLiteral("?gracePeriodSeconds=0"));
}

} // namespace sluice::upstream
