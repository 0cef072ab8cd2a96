#include "tests/integration/programs.h"
#include "tests/upstream/story.h"
#include "tests/upstream/upstream_stage.h"

using namespace sluice;
using namespace sluice::upstream;

/// The cluster client against an upstream Kubernetes API server. With SLUICE_RECORD=<folder> what was said is kept
/// there.
class UpstreamTest : public QObject {
    Q_OBJECT

    static Result<QString> versionBy(const kubernetes::Credentials &credentials, Clock *clock) {
        const auto cluster = kubernetes::Cluster::open(credentials, clock);
        if (!cluster)
            return cluster.error();
        const auto future = (*cluster)->version();
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30000))
            return Error{.message = QStringLiteral("never finished")};
        return future.result();
    }

private Q_SLOTS:
    void story_data() {
        QTest::addColumn<bool>("namespaced");
        QTest::newRow("namespaced") << true;
        QTest::newRow("cluster") << false;
    }
    void story() {
        QFETCH(bool, namespaced);
        UpstreamStage stage(namespaced);
        const QString trouble = stage.start(Programs::find());
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        // Only its own authority is trusted, not one like it; and a good answer needs nothing else.
        kubernetes::Credentials credentials = stage.credentials(Who::Admin);
        QVERIFY(versionBy(credentials, stage.clock()));
        credentials.certificateAuthority = sandbox::makeServerIdentity("lab-ca")->ca;
        const Result<QString> untrusted = versionBy(credentials, stage.clock());
        QVERIFY(!untrusted);
        QCOMPARE(untrusted.error().code, ErrorCode::Untrusted);

        Tape tape;
        Story(&stage, &tape, namespaced).play();
        const QString folder = qEnvironmentVariable("SLUICE_RECORD");
        if (!QTest::currentTestFailed() && !folder.isEmpty())
            QVERIFY(tape.save(folder +
                              (namespaced ? QStringLiteral("/namespaced.json") : QStringLiteral("/cluster.json"))));
        if (QTest::currentTestFailed())
            for (const Exchange &one :
                 std::as_const(tape.exchanges).mid(std::max<qsizetype>(0, tape.exchanges.size() - 6)))
                qWarning().noquote() << one.line() << toJsonText(one.request) << toJsonText(one.response).left(1500);
    }

    /// The whole program on it: the simulated cloud hands out the upstream server as its cluster's.
    void wholeProgram() {
        UpstreamStage stage(true);
        const QString trouble = stage.start(Programs::find());
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        stage.addNodesAndAgent();
        stage.serveRoutes();
        QTemporaryDir folder;
        const kubernetes::Credentials credentials = stage.credentials(Who::Admin);
        QFile ca(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(ca.open(QIODevice::WriteOnly));
        ca.write(credentials.certificateAuthority);
        ca.close();
        test::SandboxProcess sandbox;
        QVERIFY(sandbox.start({QStringLiteral("--kubernetes-endpoint"), credentials.server.toString(),
                               QStringLiteral("--kubernetes-ca"), ca.fileName(), QStringLiteral("--kubernetes-token"),
                               credentials.token}));
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const test::Ctl ctl(sandbox);
        const test::CtlResult applied = ctl.run({QStringLiteral("apply"), test::referenceTfvars()});
        QVERIFY2(applied.exitCode == 0, (applied.standardOutput + applied.standardError).constData());
        const Json outputs = jsonMember(applied.document, "outputs");

        const auto cluster = kubernetes::Cluster::open(credentials, stage.clock());
        const auto route = [&cluster, &outputs] {
            const auto future = (*cluster)->route(jsonString(outputs, "route_name"));
            return QTest::qWaitFor([&future] { return future.isFinished(); }, 20000)
                       ? future.result()
                       : Result<kubernetes::Route>(Error{.message = QStringLiteral("never finished")});
        };
        const Result<kubernetes::Route> made = route();
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        QCOMPARE(made->destinations, QStringList{QStringLiteral("0.0.0.0/0")});
        QCOMPARE(made->gateways, QStringList{jsonString(outputs, "nat_gateway_gateway_ip")});

        const test::CtlResult destroyed =
            ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
        QVERIFY2(destroyed.exitCode == 0, (destroyed.standardOutput + destroyed.standardError).constData());
        const Result<kubernetes::Route> left = route();
        QVERIFY(!left && left.error().code == ErrorCode::NotFound);
    }
};

int main(int argc, char *argv[]) {
    const Programs programs = Programs::find();
    if (programs.apiServer.isEmpty() || programs.etcd.isEmpty()) {
        puts("kubernetes_upstream: SKIP: kube-apiserver or etcd is not in PATH (nor in SLUICE_KUBE_APISERVER, "
             "SLUICE_ETCD); "
             "tests/upstream/build-apiserver makes one");
        return 77;
    }
    QCoreApplication app(argc, argv);
    UpstreamTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "upstream_test.moc"
