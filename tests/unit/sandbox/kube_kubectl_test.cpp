#include "kube_lab.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace sluice;
using namespace sluice::sandbox;

/// The real client of the platform against our reading of it.
class KubeKubectlTest : public QObject {
    Q_OBJECT

    struct Run {
        int code = -1;
        QByteArray out, err;
    };

    ScaledClock clock{30};
    std::unique_ptr<KubeLab> lab;
    QTemporaryDir dir;
    QString program;

    Run kubectl(const QStringList &arguments, const QByteArray &input = {}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("KUBECONFIG"), dir.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("HOME"), dir.path());
        for (const char *proxy : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            environment.remove(QString::fromLatin1(proxy));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        // The server lives on this thread: the wait must go on serving.
        Run run;
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 40000)) {
            process.kill();
            process.waitForFinished();
        }
        run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        if (run.code != 0)
            qInfo().noquote() << arguments.join(QLatin1Char(' ')) << run.code << run.out << run.err;
        return run;
    }
    Run kubectl(const char *arguments, const QByteArray &input = {}) {
        return kubectl(QString::fromLatin1(arguments).split(QLatin1Char(' ')), input);
    }

    /// `kubectl wait --for=jsonpath` came with 1.23, after Debian's.
    bool becomes(const char *object, const char *path, const char *value) {
        return QTest::qWaitFor(
            [&] {
                return kubectl({QStringLiteral("get"), QString::fromLatin1(object), QStringLiteral("-o"),
                                QStringLiteral("jsonpath=") + QString::fromLatin1(path)})
                           .out == value;
            },
            30000);
    }
    /// Of the client.
    int minor() {
        const Result<Json> version = parseJson(kubectl("version --client -o json").out);
        return version ? jsonString((*version)["clientVersion"], "minor").remove(QLatin1Char('+')).toInt() : 0;
    }

    static QByteArray routeYaml(const char *gateway) {
        return QByteArray("apiVersion: networking.doks.digitalocean.com/v1alpha1\nkind: Route\nmetadata:\n"
                          "  name: default-egress-via-nat\nspec:\n  destinations:\n    - \"0.0.0.0/0\"\n  gateways:\n"
                          "    - \"") +
               gateway + "\"\n";
    }

private Q_SLOTS:
    void initTestCase() {
        program = QStandardPaths::findExecutable(QStringLiteral("kubectl"));
        QVERIFY2(!program.isEmpty() || !qEnvironmentVariableIsSet("CI"), "CI has a kubectl");
        if (program.isEmpty())
            QSKIP("kubectl is not in PATH: the simulated Kubernetes API is not tried with it.");
        lab = std::make_unique<KubeLab>(&clock);
        lab->run();
        const QByteArray config =
            "apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- name: c\n  cluster:\n    server: " +
            lab->hook->serve(lab->id).toString().toLatin1() +
            "\n    certificate-authority-data: " + lab->hook->caPem(lab->id).toBase64() +
            "\nusers:\n- name: u\n  user:\n    token: " + lab->token.toLatin1() +
            "\ncontexts:\n- name: c\n  context: {cluster: c, user: u}\n";
        QFile file(dir.filePath(QStringLiteral("config")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(config);
        file.close();
        // Everything is there once the CRD is, which takes longest.
        QTRY_VERIFY_WITH_TIMEOUT(clock.elapsed() > std::chrono::seconds(60), 10000);
    }

    void nodes() {
        const Run run = kubectl("get nodes");
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("workers-0") && run.out.contains("Ready") && run.out.contains("v1.32.2"),
                 run.out.constData());
        QVERIFY(kubectl("get nodes -o wide").out.contains("203.0.113."));
        QVERIFY(kubectl("describe node workers-0").out.contains("doks.digitalocean.com/node-pool=workers"));
        QCOMPARE(kubectl("wait --for=condition=Ready node/workers-1 --timeout=20s").code, 0);
        QVERIFY(kubectl("version").out.contains("v1.32.2"));
    }

    void systemPods() {
        const Run run = kubectl("get pods -n kube-system");
        QVERIFY2(run.out.contains("doks-routing-agent-") && run.out.contains("coredns-"), run.out.constData());
        const Run agent = kubectl("get ds -n kube-system -l c3.doks.digitalocean.com/component=routing-agent");
        QVERIFY2(agent.out.contains("doks-routing-agent"), agent.out.constData());
        const Run crd =
            kubectl("wait --for=condition=Established crd/routes.networking.doks.digitalocean.com --timeout=20s");
        QCOMPARE(crd.code, 0);
    }

    void routes() {
        QCOMPARE(kubectl("get routes -A").code, 0);
        Run run = kubectl("apply -f -", routeYaml("10.20.0.9"));
        QVERIFY2(run.out.contains("default-egress-via-nat created"), (run.out + run.err).constData());
        run = kubectl("apply -f -", routeYaml("10.20.0.9"));
        QVERIFY2(run.out.contains("unchanged"), (run.out + run.err).constData());
        run = kubectl("apply -f -", routeYaml("10.20.0.10"));
        QVERIFY2(run.out.contains("configured"), (run.out + run.err).constData());
        run = kubectl("apply -f - --server-side --force-conflicts", routeYaml("10.20.0.11"));
        QVERIFY2(run.out.contains("serverside-applied"), (run.out + run.err).constData());
        run = kubectl("get routes -A");
        QVERIFY2(run.out.contains("0.0.0.0/0") && run.out.contains("10.20.0.11"), run.out.constData());
        run = kubectl("describe route default-egress-via-nat");
        QVERIFY2(run.out.contains("10.20.0.11") && run.out.contains("Kind:         Route"), run.out.constData());
        QVERIFY(becomes("route/default-egress-via-nat", "{.spec.gateways[0]}", "10.20.0.11"));
        run = kubectl("delete route default-egress-via-nat");
        QCOMPARE(run.code, 0);
        QVERIFY(kubectl("get route default-egress-via-nat").err.contains("NotFound"));
    }

    void strictFieldsAndInvalidValues() {
        const Run typo = kubectl("apply -f -", routeYaml("10.20.0.9") + "  gatways: []\n");
        if (minor() >= 25) {
            QVERIFY2(typo.code != 0 && typo.err.contains("unknown field \"spec.gatways\""), typo.err.constData());
        } else { // does not ask for strictness yet; what is unknown is dropped
            QCOMPARE(typo.code, 0);
            QVERIFY(!kubectl("get route default-egress-via-nat -o jsonpath={.spec}").out.contains("gatways"));
            QCOMPARE(kubectl("delete route default-egress-via-nat").code, 0);
        }
        const Run bad = kubectl("apply -f -", routeYaml("not-an-address"));
        QVERIFY2(bad.code != 0 && bad.err.contains("spec.gateways[0]: Invalid value"), bad.err.constData());
    }

    void probePod() {
        Run run =
            kubectl({QStringLiteral("run"), QStringLiteral("probe"), QStringLiteral("--image=curlimages/curl:8.11.1"),
                     QStringLiteral("--restart=Never"), QStringLiteral("--"), QStringLiteral("sh"),
                     QStringLiteral("-c"), QStringLiteral("curl -s ifconfig.me")});
        QVERIFY2(run.out.contains("pod/probe created"), (run.out + run.err).constData());
        QVERIFY(becomes("pod/probe", "{.status.phase}", "Succeeded"));
        run = kubectl("logs probe");
        QVERIFY2(Ipv4::parse(QString::fromUtf8(run.out).trimmed()).has_value(), (run.out + run.err).constData());
        QCOMPARE(kubectl("logs -f probe").out, run.out);
        QVERIFY(kubectl("get pods").out.contains("Completed"));
        QVERIFY(kubectl("describe pod probe").out.contains("Exit Code:    0"));
        QCOMPARE(kubectl("delete pod probe --wait=false").code, 0);
        QTRY_VERIFY(kubectl("get pod probe").err.contains("NotFound"));
    }

    /// The commands of the reference's documentation, as they stand there but for its `wait`: no pod ever has a
    /// condition "completed".
    void referenceCommands() {
        NatGateway gateway;
        gateway.id = QStringLiteral("nat-1");
        gateway.state = QStringLiteral("ACTIVE");
        gateway.vpcId = QStringLiteral("vpc-1");
        gateway.gatewayIp = *Ipv4::parse(QStringLiteral("10.20.0.9"));
        gateway.publicIp = *Ipv4::parse(QStringLiteral("198.51.100.77"));
        lab->world.natGateways.insert(gateway.id, gateway);
        QFile manifest(dir.filePath(QStringLiteral("route.yaml")));
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write(routeYaml("10.20.0.9"));
        manifest.close();
        QCOMPARE(kubectl({QStringLiteral("apply"), QStringLiteral("-f"), manifest.fileName()}).code, 0);
        QVERIFY(kubectl("get routes -A").out.contains("default-egress-via-nat"));
        const QByteArray described = kubectl("describe route default-egress-via-nat").out;
        for (const char *part : {"Name:         default-egress-via-nat", "networking.doks.digitalocean.com/v1alpha1",
                                 "Destinations:", "0.0.0.0/0", "Gateways:", "10.20.0.9"})
            QVERIFY2(described.contains(part), described.constData());
        const Run run = kubectl({QStringLiteral("run"), QStringLiteral("test-egress"),
                                 QStringLiteral("--image=curlimages/curl:latest"), QStringLiteral("--restart=Never"),
                                 QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                                 QStringLiteral("curl -s ifconfig.me")});
        QCOMPARE(run.code, 0);
        QVERIFY(becomes("pod/test-egress", "{.status.phase}", "Succeeded"));
        QCOMPARE(kubectl("logs test-egress").out.trimmed(), QByteArray("198.51.100.77"));
        QCOMPARE(kubectl("delete pod test-egress").code, 0);
        QVERIFY(kubectl("get pod test-egress").err.contains("NotFound"));
        QCOMPARE(kubectl({QStringLiteral("delete"), QStringLiteral("-f"), manifest.fileName()}).code, 0);
        QVERIFY(!kubectl("get routes -A").out.contains("default-egress-via-nat"));
    }

    void otherVerbs() {
        // Not `create configmap`: its body is protobuf, which is not spoken here.
        const QByteArray map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: b}\n";
        QCOMPARE(kubectl("create -f -", map).code, 0);
        QCOMPARE(kubectl("label configmap settings tier=x").code, 0);
        QVERIFY(kubectl("get configmaps -l tier=x").out.contains("settings"));
        QCOMPARE(kubectl({QStringLiteral("patch"), QStringLiteral("configmap"), QStringLiteral("settings"),
                          QStringLiteral("-p"), QStringLiteral("{\"data\":{\"a\":\"c\"}}")})
                     .code,
                 0);
        QVERIFY(kubectl("get configmap settings -o jsonpath={.data.a}").out == "c");
        QCOMPARE(kubectl("cordon workers-1").code, 0);
        QVERIFY(kubectl("get nodes").out.contains("SchedulingDisabled"));
        QCOMPARE(kubectl("uncordon workers-1").code, 0);
        QVERIFY(kubectl("api-resources").out.contains("networking.doks.digitalocean.com/v1alpha1"));
        QCOMPARE(kubectl("apply -f -", "apiVersion: v1\nkind: Namespace\nmetadata: {name: probes}\n").code, 0);
        QCOMPARE(kubectl("delete namespace probes").code, 0);
    }

    void untrustedCaIsRefused() {
        KubeLab other(&clock);
        other.run();
        QFile file(dir.filePath(QStringLiteral("other.pem")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(other.hook->caPem(other.id));
        file.close();
        const Run run = kubectl({QStringLiteral("get"), QStringLiteral("nodes"), QStringLiteral("--server"),
                                 other.hook->serve(other.id).toString()});
        QVERIFY(run.code != 0);
        QVERIFY2(run.err.contains("certificate"), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(KubeKubectlTest)
#include "kube_kubectl_test.moc"
