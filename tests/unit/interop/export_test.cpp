#include "core/interop/export.h"
#include "tests/unit/blueprint/account_fixture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

using namespace sluice;
using namespace sluice::interop;

namespace {

const Outputs kOutputs{{QStringLiteral("nat_gateway_public_ip"), QStringLiteral("203.0.113.7")},
                       {QStringLiteral("bastion_public_ip"), QStringLiteral("203.0.113.8")},
                       {QStringLiteral("droplet_private_ip"), QStringLiteral("172.18.0.4")}};

blueprint::Plan plan() {
    return blueprint::planFrom(blueprint::test::reference(), blueprint::test::account(), {}, QStringLiteral("abcdef"),
                               QDateTime(QDate(2026, 8, 1), QTime(12, 0), Qt::UTC))
        .plan;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mermaidDrawsThePlan() {
        const QString text = mermaid(plan(), kOutputs);
        for (const char *part : {"flowchart TB\n", "subgraph vpc[\"VPC nat-gateway-vpc 172.18.0.0/16\"]",
                                 "nat_gateway[\"nat gateway<br/>nat-gateway-nat-gw<br/>203.0.113.7\"]",
                                 "    nat_gateway --> droplet\n", "    nat_gateway --> route\n",
                                 "    droplet -.->|egress| nat_gateway\n", "    nat_gateway ==>|egress| internet\n"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        QVERIFY(!text.contains(QLatin1String("bastion_ready")));
        QVERIFY(!text.contains(QLatin1String("vpc -->")));
        // Every arrow joins nodes that are declared.
        const QRegularExpression arrow(QStringLiteral("^    (\\w+) (?:-->|-\\.->|==>)(?:\\|\\w+\\|)? (\\w+)$"),
                                       QRegularExpression::MultilineOption);
        auto matches = arrow.globalMatch(text);
        int arrows = 0;
        while (matches.hasNext()) {
            const auto match = matches.next();
            ++arrows;
            for (int side : {1, 2})
                QVERIFY(text.contains(match.captured(side) + QLatin1Char('[')) ||
                        match.captured(side) == QLatin1String("internet"));
        }
        QVERIFY(arrows > 10);
    }

    void mermaidEscapesNames() {
        blueprint::Plan hostile = plan();
        for (auto &resource : hostile.resources)
            resource.cloudName = QStringLiteral("x\"]; click a \"javascript:1\" <b>");
        const QString text = mermaid(hostile, {});
        QVERIFY(!text.contains(QLatin1String("x\"]")));
        QVERIFY(!text.contains(QLatin1String("<b>")));
        QVERIFY(text.contains(QLatin1String("x#34;#93;")));
    }

    void sshConfigIsAcceptedBySsh() {
        const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh"));
        if (ssh.isEmpty())
            QSKIP("no ssh client here");
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(
            sshConfig(QStringLiteral("demo"), kOutputs, QStringLiteral("/home/a b/100%/id"),
                      {QStringLiteral("203.0.113.8 ssh-ed25519 AAAA"), QStringLiteral("172.18.0.4 ssh-ed25519 BBBB")})
                .toUtf8());
        file.close();
        QProcess process;
        process.start(ssh,
                      {QStringLiteral("-G"), QStringLiteral("-F"), file.fileName(), QStringLiteral("demo-droplet")});
        QVERIFY(process.waitForFinished());
        const QString options = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        for (const char *line : {"hostname 172.18.0.4", "user root", "proxyjump demo-bastion", "identitiesonly yes",
                                 "stricthostkeychecking true", "userknownhostsfile none",
                                 "knownhostscommand /bin/echo 172.18.0.4 ssh-ed25519 BBBB"})
            QVERIFY2(options.contains(QLatin1String(line)), qPrintable(options));
    }

    void sshConfigWithoutKeysOrHosts() {
        const QString text = sshConfig(QStringLiteral("demo"), kOutputs, {}, {});
        QVERIFY(!text.contains(QLatin1String("IdentityFile")));
        QVERIFY(text.contains(QLatin1String("StrictHostKeyChecking ask")));
        QVERIFY(!sshConfig(QStringLiteral("demo"), {}, {}, {}).contains(QLatin1String("Host ")));
    }

    void sshConfigCannotBeExtended() {
        Outputs hostile = kOutputs;
        hostile[QStringLiteral("bastion_public_ip")] = QStringLiteral("1.2.3.4\n    ProxyCommand evil");
        const QString text =
            sshConfig(QStringLiteral("a\nHost *"), hostile, QStringLiteral("id\"\nProxyCommand x"),
                      {QStringLiteral("k\nHost z"), QStringLiteral("172.18.0.4 ssh-ed25519 A; touch /x")});
        QVERIFY(!text.contains(QLatin1String("KnownHostsCommand")));
        QVERIFY(!text.contains(
            QRegularExpression(QStringLiteral("^\\s*ProxyCommand"), QRegularExpression::MultilineOption)));
        QCOMPARE(text.count(QRegularExpression(QStringLiteral("^Host "), QRegularExpression::MultilineOption)), 2);
    }

    void allowListNamesTheEgress() {
        QVERIFY(allowList(QStringLiteral("demo"), kOutputs).contains(QLatin1String("\n203.0.113.7/32\n")));
        QVERIFY(allowList(QStringLiteral("demo"), {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
