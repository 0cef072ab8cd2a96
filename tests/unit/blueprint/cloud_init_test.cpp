#include "core/blueprint/cloud_init.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <yaml-cpp/yaml.h>

using namespace sluice::blueprint;

namespace {

const char kBlob[] = "AAAAC3NzaC1lZDI1NTE5AAAAIExample";
const QString kNonce = QStringLiteral("00112233445566778899aabbccddeeff");

/// A droplet's file tree with stand-ins for curl, ip, netplan and sleep that record how they were called.
class Host {
public:
    Host() {
        write(QStringLiteral("sys/class/net/ens3/address"), "AA:00:00:00:00:01\n");
        write(QStringLiteral("sys/class/net/ens4/address"), "aa:00:00:00:00:02\n");
        write(QStringLiteral("sys/class/net/lo/address"), "00:00:00:00:00:00\n");
        write(QStringLiteral("etc/ssh/ssh_host_ed25519_key.pub"), QByteArray("ssh-ed25519 ") + kBlob + " root@host\n");
        tool("curl", "case \"$*\" in\n*private/0/mac) printf 'aa:00:00:00:00:02';;\n*public/0/mac) printf "
                     "'aa:00:00:00:00:01';;\n"
                     "*public/0/ipv4/gateway) printf '203.0.113.1';;\n*) exit 22;;\nesac\n");
        tool("netplan", "if [ \"$1\" = generate ] && [ -f \"$SLUICE_ROOT/refuse\" ]; then exit 1; fi\n");
        tool("ip", "");
        tool("sleep", "");
    }
    QString path(const QString &name) const { return m_root.filePath(name); }
    void write(const QString &name, const QByteArray &text) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    QByteArray read(const QString &name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void tool(const char *name, const QByteArray &body) const {
        const QString file = QStringLiteral("bin/") + QLatin1String(name);
        write(file, QByteArray("#!/bin/sh\nprintf '%s %s\\n' ") + name + " \"$*\" >> \"$SLUICE_ROOT/calls\"\n" + body);
        QFile::setPermissions(path(file), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    int run(const QString &script) const {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SLUICE_ROOT"), m_root.path());
        environment.insert(QStringLiteral("PATH"),
                           path(QStringLiteral("bin")) + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write(script.toUtf8());
        shell.closeWriteChannel();
        return shell.waitForFinished() ? shell.exitCode() : -1;
    }
    QStringList netplanFiles() const {
        return QDir(path(QStringLiteral("etc/netplan"))).entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name);
    }
    /// What netplan would make of all files: "interface destination via gateway", sorted as found.
    QStringList routes() const {
        QStringList found;
        for (const QString &name : netplanFiles()) {
            const YAML::Node file = YAML::Load(read(QStringLiteral("etc/netplan/") + name).toStdString());
            for (const auto &nic : file["network"]["ethernets"]) {
                const QString id = QString::fromStdString(nic.first.as<std::string>());
                if (nic.second["gateway4"])
                    found << id + QStringLiteral(" default via ") +
                                 QString::fromStdString(nic.second["gateway4"].as<std::string>());
                for (const YAML::Node &route : nic.second["routes"]) {
                    QString to = QString::fromStdString(route["to"].as<std::string>());
                    if (to == QLatin1String("0.0.0.0/0"))
                        to = QStringLiteral("default");
                    found << QStringLiteral("%1 %2 via %3")
                                 .arg(id, to, QString::fromStdString(route["via"].as<std::string>()));
                }
            }
        }
        found.sort();
        return found;
    }

private:
    QTemporaryDir m_root;
};

QByteArray netplan(const QByteArray &publicRoutes) {
    return "network:\n    version: 2\n    ethernets:\n        ens3:\n            addresses:\n            - "
           "203.0.113.9/24\n" +
           publicRoutes + "        ens4:\n            addresses:\n            - 10.0.0.3/24\n";
}

const QStringList kWanted{QStringLiteral("ens3 169.254.169.254/32 via 203.0.113.1"),
                          QStringLiteral("ens4 default via 10.0.0.5")};

/// The content of a write_files entry and whether runcmd runs it.
QString fileOf(const QString &cloudInit, const char *path) {
    const YAML::Node yaml = YAML::Load(cloudInit.toStdString());
    for (const YAML::Node &file : yaml["write_files"]) {
        if (file["path"].as<std::string>() == path)
            return QString::fromStdString(file["content"].as<std::string>());
    }
    return {};
}

} // namespace

class CloudInitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The route to metadata is gone and no earlier run left a note: a hop that the files name leads there.
    void metadataIsFoundBehindAnotherHop() {
        const Host host;
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"),
                   netplan("            routes:\n            - to: 0.0.0.0/0\n              via: \"203.0.113.1\"\n"));
        host.tool("ip", "case \"$*\" in *show*) printf 'default via 10.0.0.5 dev ens4\\n';; esac\n");
        host.tool("curl",
                  "grep -q 'route replace 169.254.169.254/32 via 203.0.113.1' \"$SLUICE_ROOT/calls\" || exit 28\n"
                  "case \"$*\" in\n*private/0/mac) printf 'aa:00:00:00:00:02';;\n*public/0/mac) printf "
                  "'aa:00:00:00:00:01';;\n*public/0/ipv4/gateway) printf '203.0.113.1';;\nesac\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 0);
        QCOMPARE(host.routes(), kWanted);
        const QByteArray calls = host.read(QStringLiteral("calls"));
        QVERIFY2(!calls.contains("via 10.0.0.5\n"), calls.constData()); // never through the gateway itself
    }
    /// What an earlier run learned is enough, and it is written whole.
    void whatWasLearnedIsUsedWhenMetadataIsSilent() {
        const Host host;
        const QByteArray first =
            netplan("            routes:\n            - to: 0.0.0.0/0\n              via: 203.0.113.1\n");
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), first);
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 0);
        QCOMPARE(host.read(QStringLiteral("var/lib/sluice/network")),
                 QByteArray("aa:00:00:00:00:02 aa:00:00:00:00:01 203.0.113.1\n"));
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), first);
        host.tool("curl", "exit 28\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 0);
        QCOMPARE(host.routes(), kWanted);
    }
    void oneDefaultAfterTheScript_data() {
        QTest::addColumn<QByteArray>("routes");
        QTest::newRow("numeric") << QByteArray(
            "            routes:\n            -   to: 0.0.0.0/0\n                via: 203.0.113.1\n");
        QTest::newRow("quoted") << QByteArray(
            "            routes:\n            - to: \"0.0.0.0/0\"\n              via: 203.0.113.1\n");
        QTest::newRow("single") << QByteArray(
            "            routes:\n            - to: '0.0.0.0/0'\n              via: 203.0.113.1\n");
        QTest::newRow("word") << QByteArray(
            "            routes:\n            - to: default\n              via: 203.0.113.1\n");
        QTest::newRow("via first") << QByteArray(
            "            routes:\n            - via: 203.0.113.1\n              to: default\n");
        QTest::newRow("gateway4") << QByteArray("            gateway4: 203.0.113.1\n");
        QTest::newRow("none") << QByteArray();
    }
    void oneDefaultAfterTheScript() {
        QFETCH(QByteArray, routes);
        const Host host;
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), netplan(routes));
        const QString script = egressScript(QStringLiteral("10.0.0.5"));
        QCOMPARE(host.run(script), 0);
        QCOMPARE(host.routes(), kWanted);
        const QByteArray own = host.read(QStringLiteral("etc/netplan/99-sluice-egress.yaml"));
        const QByteArray edited = host.read(QStringLiteral("etc/netplan/50-cloud-init.yaml"));
        QCOMPARE(host.run(script), 0); // again: nothing changes
        QCOMPARE(host.routes(), kWanted);
        QCOMPARE(host.read(QStringLiteral("etc/netplan/99-sluice-egress.yaml")), own);
        QCOMPARE(host.read(QStringLiteral("etc/netplan/50-cloud-init.yaml")), edited);
        QVERIFY(host.read(QStringLiteral("calls")).contains("ip route replace default via 10.0.0.5 dev ens4"));
        QVERIFY(host.read(QStringLiteral("calls"))
                    .contains("ip route replace 169.254.169.254/32 via 203.0.113.1 dev ens3"));
        QCOMPARE(host.read(QStringLiteral("etc/cloud/cloud.cfg.d/99-disable-network-config.cfg")),
                 QByteArray("network: {config: disabled}\n"));
        const auto modes = QFile::permissions(host.path(QStringLiteral("etc/netplan/99-sluice-egress.yaml")));
        QVERIFY(!(modes & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void everyOtherDefaultIsTakenAway() {
        const Host host;
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), netplan({}));
        host.write(QStringLiteral("table"), "default via 10.0.0.5 dev ens4 proto static\n"
                                            "default via 203.0.113.1 dev ens3 metric 50 linkdown\n"
                                            "default via 10.0.0.99 dev ens4 metric 70\n");
        // `del` takes the line away that it names, as the kernel does; a flag is no part of a name.
        host.tool("ip", "case \"$*\" in\n'-4 route show default') cat \"$SLUICE_ROOT/table\";;\n"
                        "*linkdown*) exit 1;;\n"
                        "'route del '*) shift 2; grep -v \"$*\" \"$SLUICE_ROOT/table\" > \"$SLUICE_ROOT/rest\"\n"
                        "mv \"$SLUICE_ROOT/rest\" \"$SLUICE_ROOT/table\";;\nesac\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 0);
        QCOMPARE(host.read(QStringLiteral("table")), QByteArray("default via 10.0.0.5 dev ens4 proto static\n"));
        QVERIFY(host.read(QStringLiteral("var/log/sluice-egress.log"))
                    .contains("taken away: default via 203.0.113.1 dev ens3 metric 50\n"));
    }
    void nothingIsTakenAwayWhileOursCannotBeSet() {
        const Host host;
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), netplan({}));
        host.tool("ip", "case \"$*\" in\n'-4 route show default') echo 'default via 203.0.113.1 dev ens3';;\n"
                        "'route replace default '*) exit 2;;\nesac\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 1);
        QVERIFY(!host.read(QStringLiteral("calls")).contains("ip route del default"));
    }
    void repairsTheReferencesSecondFile() {
        const Host host;
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"),
                   netplan("            routes:\n            - to: 0.0.0.0/0\n              via: 203.0.113.1\n"));
        host.write(QStringLiteral("etc/netplan/99-natgw.yaml"),
                   "network:\n  version: 2\n  ethernets:\n    ens4:\n      routes:\n      - to: 0.0.0.0/0\n        "
                   "via: 10.0.0.9\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 0);
        QCOMPARE(host.routes(), kWanted);
    }

    void aRefusedConfigurationIsTakenBack() {
        const Host host;
        const QByteArray before = netplan("            gateway4: 203.0.113.1\n");
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), before);
        host.write(QStringLiteral("refuse"), "");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 1);
        QCOMPARE(host.read(QStringLiteral("etc/netplan/50-cloud-init.yaml")), before);
        QCOMPARE(host.routes(), QStringList{QStringLiteral("ens3 default via 203.0.113.1")});
        QVERIFY(!host.read(QStringLiteral("calls")).contains("netplan apply"));
        QVERIFY(host.read(QStringLiteral("var/log/sluice-egress.log")).contains("refuses"));
    }

    void withoutMetadataNothingIsTouched() {
        const Host host;
        const QByteArray before = netplan("            gateway4: 203.0.113.1\n");
        host.write(QStringLiteral("etc/netplan/50-cloud-init.yaml"), before);
        host.tool("curl", "exit 28\n");
        host.tool("ip", "case \"$*\" in *show\\ 169*) printf '169.254.169.254 via 10.0.0.9 dev ens4\\n';; esac\n");
        QCOMPARE(host.run(egressScript(QStringLiteral("10.0.0.5"))), 1);
        // Thirty times straight on, and once by the one other hop that the files name; then the route is as before.
        const QByteArray calls = host.read(QStringLiteral("calls"));
        QCOMPARE(calls.count("private/0/mac"), 31);
        QCOMPARE(calls.count("route replace"), 2);
        QVERIFY2(calls.contains("route replace 169.254.169.254 via 10.0.0.9 dev ens4"), calls.constData());
        QCOMPARE(host.netplanFiles(), QStringList{QStringLiteral("50-cloud-init.yaml")});
        QCOMPARE(host.read(QStringLiteral("etc/netplan/50-cloud-init.yaml")), before);
    }

    void attestationIsTheHmacOfEachKey() {
        const Host host;
        host.write(QStringLiteral("etc/ssh/ssh_host_rsa_key.pub"), "ssh-rsa AAAAB3 x\n");
        const QString script = fileOf(cloudInitFor({.attestationNonce = kNonce}), "/usr/local/sbin/sluice-attest");
        QCOMPARE(host.run(script), 0);
        QCOMPARE(host.run(script), 0);
        const auto line = [](const QByteArray &type, const QByteArray &blob) {
            return type + ' ' +
                   QMessageAuthenticationCode::hash(blob, QByteArray::fromHex(kNonce.toLatin1()),
                                                    QCryptographicHash::Sha256)
                       .toHex() +
                   '\n';
        };
        QCOMPARE(host.read(QStringLiteral("var/lib/sluice/host-key-attestation")),
                 line("ssh-ed25519", kBlob) + line("ssh-rsa", "AAAAB3"));
        const auto modes = QFile::permissions(host.path(QStringLiteral("var/lib/sluice/host-key-attestation")));
        QVERIFY(!(modes & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void documents_data() {
        QTest::addColumn<QString>("nonce");
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<bool>("reference");
        QTest::addColumn<QStringList>("files");
        const QString attest = QStringLiteral("/usr/local/sbin/sluice-attest");
        const QString egress = QStringLiteral("/usr/local/sbin/sluice-egress");
        QTest::newRow("bastion") << kNonce << QString() << false << QStringList{attest};
        QTest::newRow("private") << kNonce << QStringLiteral("10.0.0.5") << false << QStringList{attest, egress};
        QTest::newRow("nothing") << QString() << QString() << false << QStringList{};
        QTest::newRow("reference") << QString() << QStringLiteral("10.0.0.5") << true
                                   << QStringList{QStringLiteral("/etc/netplan/99-natgw.yaml"), egress};
    }
    void documents() {
        QFETCH(QString, nonce);
        QFETCH(QString, gateway);
        QFETCH(bool, reference);
        QFETCH(QStringList, files);
        const QString text =
            cloudInitFor({.attestationNonce = nonce, .natGatewayIp = gateway, .referenceNetplan = reference});
        QVERIFY(text.startsWith(QLatin1String("#cloud-config\n")));
        QVERIFY(text.toUtf8().size() < 64 * 1024);
        const YAML::Node yaml = YAML::Load(text.toStdString());
        QStringList found;
        for (const YAML::Node &file : yaml["write_files"])
            found << QString::fromStdString(file["path"].as<std::string>());
        QCOMPARE(found, files);
        for (const YAML::Node &command : yaml["runcmd"])
            QVERIFY(files.contains(QString::fromStdString(command[1].as<std::string>())));
        QCOMPARE(text.contains(QLatin1String("@GATEWAY@")) || text.contains(QLatin1String("@NONCE@")), false);
        if (!reference && !gateway.isEmpty())
            QCOMPARE(fileOf(text, "/usr/local/sbin/sluice-egress").trimmed(), egressScript(gateway).trimmed());
    }

    void valuesCannotBecomeCommands() {
        QVERIFY(!egressScript(QStringLiteral("10.0.0.5\"; reboot #")).contains(QLatin1String("; reboot")));
        QVERIFY(
            !cloudInitFor({.attestationNonce = QStringLiteral("ab\"\nrm -rf /")}).contains(QLatin1String("rm -rf")));
    }
};

QTEST_GUILESS_MAIN(CloudInitTest)
#include "cloud_init_test.moc"
