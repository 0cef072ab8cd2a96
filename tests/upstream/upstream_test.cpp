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
