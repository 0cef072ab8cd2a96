#include "programs.h"

using namespace sluice;
using namespace sluice::test;

/// The state is lost, or damaged; the cloud is all there is.
class RebuildTest : public QObject {
    Q_OBJECT

    static QStringList words(const char *command) { return QString::fromLatin1(command).split(QLatin1Char(' ')); }

private Q_SLOTS:
    void whatWasLostIsFoundMeasuredAndTornDown() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 3}, {"region", "sfo3"}, {"default", true}});
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        const Ctl lost(sandbox);
        const CtlResult applied = lost.run({QStringLiteral("apply"), referenceTfvars()});
        QVERIFY2(applied.exitCode == 0, applied.told().constData());
        const Json during = sandbox.adminGet(QStringLiteral("/inventory"));

        const Ctl ctl(sandbox); // a state of its own: nothing is remembered here, not even the key
        QCOMPARE(jsonMember(ctl.run(words("list")).document, "deployments").size(), std::size_t{0});
        const CtlResult rebuilt = ctl.run(words("rebuild"));
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.told().constData());
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == during); // nothing is changed by looking
        const Json &found = jsonMember(rebuilt.document, "found");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY2(jsonBool(found[0], "whole") && !jsonBool(found[0], "known"), found.dump().c_str());
        QVERIFY2(jsonMember(jsonMember(rebuilt.document, "rebuilt")[0], "missing").empty(), rebuilt.told().constData());

        // The same outputs as the run that made it.
        const CtlResult shown = ctl.run(words("show nat-gateway"));
        const Json &outputs = jsonMember(shown.document, "outputs");
        for (const auto &[key, value] : jsonMember(applied.document, "outputs").items())
            QVERIFY2(outputs.contains(key) && outputs[key] == value, key.c_str());
        const Json &blueprint = jsonMember(jsonMember(shown.document, "plan"), "blueprint");
        const Json &original = jsonMember(jsonMember(applied.document, "plan"), "blueprint");
        QVERIFY2(blueprint == original, Json::diff(original, blueprint).dump(1).c_str());

        // What can be measured without the lost key is measured; the rest says that it is not known.
        const CtlResult verified = ctl.run(words("verify nat-gateway"));
        QVERIFY2(jsonString(verified.document, "verdict") != QLatin1String("pass"),
                 "without a key hosts cannot be seen");
        bool pods = false;
        for (const Json &cell : jsonMember(verified.document, "cells")) {
            if (!jsonString(cell, "id").startsWith(QLatin1String("pod_egress")))
                continue;
            pods = true;
            QVERIFY2(jsonString(cell, "verdict") == QLatin1String("pass"), cell.dump(1).c_str());
        }
        QVERIFY(pods);

        // A second look changes nothing and says that it is known.
        const CtlResult again = ctl.run(words("rebuild"));
        QCOMPARE(again.exitCode, 0);
        QVERIFY(jsonBool(jsonMember(again.document, "found")[0], "known"));
        QVERIFY(jsonMember(again.document, "rebuilt").empty());

        const CtlResult gone = ctl.run(words("destroy nat-gateway --yes"));
        QVERIFY2(gone.exitCode == 0, gone.told().constData());
        const Json after = sandbox.adminGet(QStringLiteral("/inventory"));
        QVERIFY2(after == before, Json::diff(before, after).dump(1).c_str());
    }

    /// With the key still there (a keychain outlives a state file), everything is measured.
    void withItsKeyTheWholeMatrixPasses() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Ctl ctl(sandbox);
        QCOMPARE(ctl.run({QStringLiteral("apply"), referenceTfvars()}).exitCode, 0);
        const QString file = ctl.state().section(QLatin1Char(':'), 1);
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(file + QLatin1String(suffix));
        QCOMPARE(ctl.run(words("rebuild")).exitCode, 0);
        const CtlResult verified = ctl.run(words("verify nat-gateway"));
        // The attestation's nonce was in the lost state: that one cell is not known, and nothing fails.
        for (const Json &cell : jsonMember(verified.document, "cells")) {
            const QString verdict = jsonString(cell, "verdict");
            QVERIFY2(verdict == QLatin1String("pass") || jsonString(cell, "id").contains(QLatin1String("host_key")),
                     cell.dump(1).c_str());
            QVERIFY2(verdict != QLatin1String("fail"), cell.dump(1).c_str());
        }
        QCOMPARE(ctl.run(words("destroy nat-gateway --yes")).exitCode, 0);
    }

    /// Half of it is gone, and somebody else has things of the same names.
    void halvesAreTornDownAndForeignThingsStay() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Ctl lost(sandbox);
        const CtlResult applied = lost.run({QStringLiteral("apply"), referenceTfvars()});
        QCOMPARE(applied.exitCode, 0);
        const QString cluster = jsonString(jsonMember(applied.document, "outputs"), "cluster_id");
        sandbox.call("DELETE", sandbox.api.resolved(QUrl(QStringLiteral("/v2/kubernetes/clusters/") + cluster)));
        QCOMPARE(sandbox.lastStatus, 204);
        sandbox.call("POST", sandbox.api.resolved(QUrl(QStringLiteral("/v2/tags"))), {{"name", "sluice"}});
        sandbox.call(
            "POST", sandbox.api.resolved(QUrl(QStringLiteral("/v2/firewalls"))),
            {{"name", "nat-gateway-bastion-fw-2"},
             {"inbound_rules", {{{"protocol", "tcp"}, {"ports", "22"}, {"sources", {{"addresses", {"0.0.0.0/0"}}}}}}},
             {"tags", {"sluice"}}});
        QCOMPARE(sandbox.lastStatus / 100, 2);

        const Ctl ctl(sandbox);
        QTRY_VERIFY_WITH_TIMEOUT(countOf(sandbox.adminGet(QStringLiteral("/inventory")), "kubernetes_clusters") == 0,
                                 30000);
        const CtlResult rebuilt = ctl.run(words("rebuild"));
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.told().constData());
        QVERIFY(!jsonBool(jsonMember(rebuilt.document, "found")[0], "whole"));
        const QStringList missing = jsonStringList(jsonMember(rebuilt.document, "rebuilt")[0], "missing");
        QVERIFY2(missing.join(QLatin1Char(' ')).contains(QStringLiteral("cluster (nat-gateway-cluster)")),
                 qPrintable(missing.join(QLatin1Char('\n'))));
        // What is missing costs money when it is made again: not unasked.
        const CtlResult resumed = ctl.run(words("resume nat-gateway"));
        QCOMPARE(resumed.exitCode, 1);
        QString remedy;
        for (const Json &step : jsonMember(resumed.document, "steps"))
            if (jsonString(step, "name") == QLatin1String("cluster"))
                remedy = jsonString(jsonMember(step, "error"), "remedy");
        QVERIFY2(remedy.contains(QStringLiteral("--recreate")), qPrintable(remedy));
        QCOMPARE(countOf(sandbox.adminGet(QStringLiteral("/inventory")), "kubernetes_clusters"), 0);
        const CtlResult gone = ctl.run(words("destroy nat-gateway --yes"));
        QVERIFY2(gone.exitCode == 0, gone.told().constData());
        const Json after = sandbox.adminGet(QStringLiteral("/inventory"));
        QCOMPARE(countOf(after, "droplets"), 0);
        QCOMPARE(countOf(after, "vpc_nat_gateways"), 0);
        QCOMPARE(countOf(after, "vpcs"), 1);
        QCOMPARE(countOf(after, "firewalls"), 1);
        QVERIFY2(after["tags"] == Json::array({"sluice"}), after["tags"].dump().c_str());
    }

    /// A damaged file is refused with the way out, and the way out works.
    void aDamagedStateLosesNothing() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        const Ctl ctl(sandbox);
        QCOMPARE(ctl.run({QStringLiteral("apply"), referenceTfvars()}).exitCode, 0);
        const QString path = ctl.state().section(QLatin1Char(':'), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        file.write(QByteArray(int(file.size() - 4096), '\x5a'));
        file.close();
        const CtlResult refused = ctl.run(words("list"));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(jsonString(jsonMember(refused.document, "error"), "remedy").contains(QStringLiteral("rebuild")),
                 refused.told().constData());
        for (const char *suffix : {"", "-wal", "-shm"})
            if (QFile::exists(path + QLatin1String(suffix)))
                QVERIFY(QFile::rename(path + QLatin1String(suffix),
                                      path + QStringLiteral(".damaged") + QLatin1String(suffix)));
        QCOMPARE(ctl.run(words("rebuild")).exitCode, 0);
        QCOMPARE(ctl.run(words("destroy nat-gateway --yes")).exitCode, 0);
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
    }
};

QTEST_GUILESS_MAIN(RebuildTest)
#include "rebuild_test.moc"
