#include "programs.h"

#include <csignal>

using namespace sluice;
using namespace sluice::test;

/// Two real processes that want the same deployment.
class LeaseTest : public QObject {
    Q_OBJECT

    /// An apply that is in the middle of its work: its first creates are made, the cluster is not.
    static bool startApply(const Ctl &ctl, QProcess &process) {
        ctl.prepare(process);
        process.start(binary(QStringLiteral("sluicectl")), ctl.arguments({QStringLiteral("apply"), referenceTfvars()}));
        int steps = 0;
        while (process.state() != QProcess::NotRunning && steps < 9) {
            process.setReadChannel(QProcess::StandardError);
            process.waitForReadyRead(1000);
            while (process.canReadLine())
                steps += process.readLine().contains("\"step\"");
        }
        return process.state() == QProcess::Running;
    }

private Q_SLOTS:
    void theSecondIsToldAndTheFirstGoesOn() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        Ctl ctl(sandbox);
        QProcess first;
        QVERIFY(startApply(ctl, first));
        for (const char *command : {"destroy nat-gateway --yes", "resume nat-gateway"}) {
            const CtlResult second = ctl.run(QString::fromLatin1(command).split(QLatin1Char(' ')));
            QCOMPARE(second.exitCode, 1);
            const Json &error = jsonMember(second.document, "error");
            QCOMPARE(jsonString(error, "code"), QStringLiteral("conflict"));
            QVERIFY2(jsonString(error, "message").contains(QString::number(first.processId())),
                     second.told().constData());
        }
        const CtlResult shown = ctl.run({QStringLiteral("show"), QStringLiteral("nat-gateway")});
        QVERIFY(jsonString(shown.document, "held_by").contains(QString::number(first.processId())));
        QVERIFY(first.waitForFinished(60000));
        QVERIFY2(first.exitCode() == 0, first.readAllStandardOutput().constData());
        QCOMPARE(ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")}).exitCode,
                 0);
    }

    /// Killed: nobody waits for the expiry.
    void aDeadHolderIsNoObstacle() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        Ctl ctl(sandbox);
        QProcess first;
        QVERIFY(startApply(ctl, first));
        QVERIFY(jsonString(ctl.run({QStringLiteral("show"), QStringLiteral("nat-gateway")}).document, "held_by")
                    .contains(QString::number(first.processId())));
        first.kill();
        QVERIFY(first.waitForFinished());
        const CtlResult next =
            ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
        QVERIFY2(next.exitCode == 0, next.told().constData());
        QCOMPARE(countOf(sandbox.adminGet(QStringLiteral("/inventory")), "vpcs"), 1);
    }

    /// The first one sleeps (a closed laptop, a stopped process) past its expiry, the second takes over and tears down;
    /// when the first wakes up, it writes nothing and makes nothing.
    void aSleeperThatWakesUpIsRefused() {
        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const Json before = sandbox.adminGet(QStringLiteral("/inventory"));
        Ctl ctl(sandbox);
        QProcess first;
        QVERIFY(startApply(ctl, first));
        ::kill(static_cast<pid_t>(first.processId()), SIGSTOP);
        CtlResult second;
        // The expiry is real time; each try is a probe, and takes its own time.
        QElapsedTimer timer;
        timer.start();
        int refusals = 0;
        do {
            second = ctl.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")});
            refusals += second.exitCode == 1;
        } while (second.exitCode != 0 && timer.elapsed() < 60000);
        QVERIFY2(second.exitCode == 0, second.told().constData());
        QVERIFY(refusals > 0);
        QVERIFY(sandbox.adminGet(QStringLiteral("/inventory")) == before);
        ::kill(static_cast<pid_t>(first.processId()), SIGCONT);
        QVERIFY(first.waitForFinished(60000));
        const auto document = parseJson(first.readAllStandardOutput());
        QCOMPARE(first.exitCode(), 1);
        QVERIFY(document);
        QVERIFY2(jsonString(jsonMember(*document, "error"), "message").contains(QStringLiteral("taken over")),
                 document->dump(1).c_str());
        const Json after = sandbox.adminGet(QStringLiteral("/inventory"));
        QVERIFY2(after == before, Json::diff(before, after).dump(1).c_str());
        QCOMPARE(jsonString(ctl.run({QStringLiteral("show"), QStringLiteral("nat-gateway")}).document, "phase"),
                 QStringLiteral("destroyed"));
    }
};

QTEST_GUILESS_MAIN(LeaseTest)
#include "lease_test.moc"
