#include "programs.h"

#include <unistd.h>

using namespace sluice;
using namespace sluice::test;

/// What a user meets when something outside is wrong: one clear error each, with the exit code of the contract.
class ErrorsTest : public QObject {
    Q_OBJECT

    SandboxProcess m_sandbox;

    static QString errorOf(const CtlResult &result, const char *key) {
        return jsonString(jsonMember(result.document, "error"), key);
    }
    static void verifyClear(const CtlResult &result, int exitCode) {
        QVERIFY2(!result.crashed, result.told().constData());
        QVERIFY2(result.exitCode == exitCode,
                 (QByteArray::number(result.exitCode) + result.standardOutput + result.standardError).constData());
        QVERIFY2(!errorOf(result, "message").isEmpty(), result.told().constData());
        QVERIFY2(!errorOf(result, "remedy").isEmpty(), result.told().constData());
    }
    /// A shell command that mounts a tmpfs over the folder in a mount namespace of its own, then runs the program.
    static QStringList inTmpfs(const QString &folder, const QString &options) {
        return {QStringLiteral("unshare"),
                QStringLiteral("-rm"),
                QStringLiteral("sh"),
                QStringLiteral("-c"),
                QStringLiteral("mount -t tmpfs -o %1 none '%2' && exec \"$@\"").arg(options, folder),
                QStringLiteral("sh")};
    }
    static bool canMount() {
        QTemporaryDir folder;
        QStringList command = inTmpfs(folder.path(), QStringLiteral("size=64k")) + QStringList{QStringLiteral("true")};
        return QProcess::execute(command.takeFirst(), command) == 0;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start()); }

    void wrongToken() {
        Ctl ctl(m_sandbox);
        ctl.setToken(QStringLiteral("wrong-token-wrong-token"));
        const CtlResult result = ctl.run({QStringLiteral("plan"), referenceTfvars()});
        verifyClear(result, 2);
        QCOMPARE(errorOf(result, "code"), QStringLiteral("unauthenticated"));
        QVERIFY(!errorOf(result, "request_id").isEmpty());
        QVERIFY(!result.standardOutput.contains("wrong-token-wrong-token"));
        QVERIFY(!result.standardError.contains("wrong-token-wrong-token"));
    }

    void noToken() {
        Ctl ctl(m_sandbox);
        ctl.setToken(QString());
        verifyClear(ctl.run({QStringLiteral("plan"), referenceTfvars()}), 2);
    }

    void unreachableEndpoint() {
        Ctl ctl(m_sandbox);
        ctl.setEndpoint(QStringLiteral("http://127.0.0.1:9"));
        const CtlResult result = ctl.run({QStringLiteral("plan"), referenceTfvars()});
        verifyClear(result, 1);
        QCOMPARE(errorOf(result, "code"), QStringLiteral("unavailable"));
    }

    void plainHttpToAnotherMachineIsRefused() {
        Ctl ctl(m_sandbox);
        ctl.setEndpoint(QStringLiteral("http://192.0.2.1"));
        verifyClear(ctl.run({QStringLiteral("plan"), referenceTfvars()}), 2);
    }

    void missingBlueprint() {
        Ctl ctl(m_sandbox);
        verifyClear(ctl.run({QStringLiteral("plan"), QStringLiteral("does-not-exist.tfvars")}), 2);
    }

    void unknownVariable() {
        Ctl ctl(m_sandbox);
        QFile file(ctl.folder() + QStringLiteral("/bad.tfvars"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name_prefix = \"a\"\nregon = \"sfo3\"\n");
        file.close();
        const CtlResult result = ctl.run({QStringLiteral("plan"), file.fileName()});
        verifyClear(result, 2);
        QVERIFY(errorOf(result, "message").contains(QStringLiteral("regon")));
    }

    void unknownDeployment() {
        Ctl ctl(m_sandbox);
        const CtlResult result = ctl.run({QStringLiteral("show"), QStringLiteral("nobody")});
        QVERIFY(result.exitCode != 0);
        QVERIFY(!errorOf(result, "remedy").isEmpty());
    }

    void corruptState() {
        Ctl ctl(m_sandbox);
        const QString path = ctl.folder() + QStringLiteral("/state.db");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const CtlResult result = ctl.run({QStringLiteral("list")});
        verifyClear(result, 1);
        QCOMPARE(errorOf(result, "code"), QStringLiteral("storage"));
        QVERIFY(errorOf(result, "path").contains(QStringLiteral("state.db")));
        QFile after(path);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.size(), 8192); // evidence is kept, never overwritten
    }

    void readOnlyStateFolder() {
        if (!canMount())
            QSKIP("mount namespaces are not available here: a read-only folder cannot be made for this test");
        Ctl ctl(m_sandbox);
        const CtlResult result = ctl.run({QStringLiteral("apply"), referenceTfvars()}, 60000,
                                         inTmpfs(ctl.folder(), QStringLiteral("ro,size=64k")));
        verifyClear(result, 1);
        QCOMPARE(errorOf(result, "code"), QStringLiteral("storage"));
    }

    void fullDiskStopsBeforeAnythingIsCreated() {
        if (!canMount())
            QSKIP("mount namespaces are not available here: a full disk cannot be made for this test");
        Ctl ctl(m_sandbox);
        const Json before = m_sandbox.adminGet(QStringLiteral("/inventory"));
        const CtlResult result = ctl.run({QStringLiteral("apply"), referenceTfvars()}, 60000,
                                         inTmpfs(ctl.folder(), QStringLiteral("size=32k")));
        verifyClear(result, 1);
        QCOMPARE(errorOf(result, "code"), QStringLiteral("storage"));
        QVERIFY(m_sandbox.adminGet(QStringLiteral("/inventory")) == before);
    }

    void unreadableKey() {
        Ctl ctl(m_sandbox);
        QFile key(ctl.folder() + QStringLiteral("/key"));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write("this is no key\n");
        key.close();
        const Json sshKey = m_sandbox.call(
            "POST", m_sandbox.api.resolved(QUrl(QStringLiteral("/v2/account/keys"))),
            {{"name", "mine"},
             {"public_key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ2nS2HBNOJ4nD3lQ0MwR4yLw3RfV6mVbZ0u3sT7v2kK me"}});
        QCOMPARE(m_sandbox.lastStatus, 201);
        const qint64 id = sshKey["ssh_key"]["id"].get<qint64>();
        QFile file(ctl.folder() + QStringLiteral("/with-key.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toJsonText({{"name_prefix", "keyed"},
                               {"region", "sfo3"},
                               {"vpc_cidr", "172.18.0.0/16"},
                               {"doks_cluster_subnet", "172.19.0.0/19"},
                               {"doks_service_subnet", "172.19.32.0/22"},
                               {"ssh_key_ids", {std::to_string(id)}},
                               {"ssh_key_file", key.fileName().toStdString()}}));
        file.close();
        const Json before = m_sandbox.adminGet(QStringLiteral("/inventory"));
        const CtlResult result = ctl.run({QStringLiteral("apply"), file.fileName()}, 120000);
        verifyClear(result, 2);
        QVERIFY(errorOf(result, "message").contains(QStringLiteral("key")));
        QVERIFY(m_sandbox.adminGet(QStringLiteral("/inventory")) == before);
    }
};

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors_test.moc"
