#include "core/sandbox/hosts/cloud_init.h"
#include "core/sandbox/netns/nft_text.h"
#include "core/sandbox/sandbox_clock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;

/// What the real-network fabric hands to nft and to a droplet's shell.
class NetnsTextTest : public QObject {
    Q_OBJECT

    static Rule rule(const QString &protocol, const QString &ports, const QStringList &networks,
                     const Json &peers = Json::object()) {
        Rule made{.protocol = protocol, .ports = ports, .peers = peers, .addresses = {}};
        for (const QString &network : networks)
            made.addresses << *Cidr::parse(network);
        return made;
    }
    static Droplet droplet(qint64 id, const QString &tag, std::uint32_t publicIp, std::uint32_t privateIp) {
        Droplet made;
        made.id = id;
        made.tags = {tag};
        made.publicIp = Ipv4(publicIp);
        made.privateIp = Ipv4(privateIp);
        return made;
    }

private Q_SLOTS:
    void whatIsNotAllowedIsDropped() {
        SandboxClock clock(1);
        World world(&clock, 1);
        const Fabric fabric(&world, [](qint64) -> const Machine * { return nullptr; });
        world.droplets.insert(1, droplet(1, QStringLiteral("private"), 0xCB007104u, 0x0A740004u));
        world.droplets.insert(2, droplet(2, QStringLiteral("bastion"), 0xCB007102u, 0x0A740002u));
        QVERIFY(nftText(world, fabric, world.droplets[1], false).isEmpty()); // no firewall, no filter

        Firewall firewall;
        firewall.status = QStringLiteral("succeeded");
        firewall.tags = {QStringLiteral("private")};
        // Overlapping networks, which nft refuses in one set.
        firewall.inbound = {
            rule(QStringLiteral("tcp"), QStringLiteral("22"),
                 {QStringLiteral("10.0.0.0/8"), QStringLiteral("10.116.0.0/20")}),
            rule(QStringLiteral("tcp"), QStringLiteral("8000-8010"), {}, {{"tags", Json::array({"bastion"})}})};
        firewall.outbound = {rule(QStringLiteral("udp"), QStringLiteral("0"), {QStringLiteral("0.0.0.0/0")}),
                             rule(QStringLiteral("icmp"), QStringLiteral("0"), {QStringLiteral("0.0.0.0/0")})};
        world.firewalls.insert(QStringLiteral("f"), firewall);
        const QByteArray text = nftText(world, fabric, world.droplets[1], false);
        QCOMPARE(text.count("policy drop"), 2);
        QVERIFY(text.contains("ip saddr 10.0.0.0/8 tcp dport 22 ct state new"));
        QVERIFY(text.contains("ip saddr 10.116.0.0/20 tcp dport 22 ct state new"));
        QVERIFY(text.contains("ip saddr 203.0.113.2/32 tcp dport 8000-8010"));
        QVERIFY(text.contains("ip saddr 10.116.0.2/32 tcp dport 8000-8010"));
        QVERIFY(!text.contains("203.0.113.4"));
        QVERIFY(text.contains("\n        meta l4proto udp ct state new counter accept\n"));
        QVERIFY(text.contains("\n        ip protocol icmp ct state new counter accept\n"));
        QVERIFY(!text.contains("meta l4proto tcp"));
        QCOMPARE(nftText(world, fabric, world.droplets[1], true).count("policy drop"), 3);
        QVERIFY(nftText(world, fabric, world.droplets[2], false).isEmpty());

        world.firewalls[QStringLiteral("f")].detached = true;
        QVERIFY(nftText(world, fabric, world.droplets[1], false).isEmpty());
    }

    /// Run by the real shell: what write_files and runcmd say is what is there afterwards.
    void userDataBecomesAScript() {
        const QTemporaryDir folder;
        const QString yaml = QStringLiteral("#cloud-config\n"
                                            "write_files:\n"
                                            "- path: '%1/deep/er/it''s'\n"
                                            "  permissions: '0640'\n"
                                            "  content: |\n"
                                            "    one $HOME `id` 'two'\n"
                                            "    EOF\n"
                                            "- path: %1/coded\n"
                                            "  encoding: b64\n"
                                            "  content: AAECCg==\n"
                                            "- path: %1/coded\n"
                                            "  append: true\n"
                                            "  content: more\n"
                                            "runcmd:\n"
                                            "- cp %1/coded %1/copy\n"
                                            "- [ touch, '%1/a $b' ]\n")
                                 .arg(folder.path());
        const auto script = userDataScript(yaml);
        QVERIFY(script.has_value());
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {});
        shell.write(script->toUtf8());
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(10000));
        QCOMPARE(shell.exitCode(), 0);
        const auto read = [&folder](const char *name) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
        };
        QCOMPARE(read("deep/er/it's"), QByteArray("one $HOME `id` 'two'\nEOF\n"));
        QCOMPARE(QFile::permissions(folder.filePath(QStringLiteral("deep/er/it's"))) & QFileDevice::WriteOther,
                 QFileDevice::Permissions());
        QVERIFY(QFile::permissions(folder.filePath(QStringLiteral("deep/er/it's"))) & QFileDevice::ReadGroup);
        QCOMPARE(read("coded"), QByteArray("\0\1\2\nmore", 8));
        QCOMPARE(read("copy"), read("coded"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("a $b"))));
    }

    void otherUserData() {
        QCOMPARE(*userDataScript(QString()), QString());
        QCOMPARE(*userDataScript(QStringLiteral("#!/bin/sh\nid\n")), QStringLiteral("#!/bin/sh\nid\n"));
        QCOMPARE(*userDataScript(QStringLiteral("#cloud-config\nssh_pwauth: false\n")), QString());
        QCOMPARE(userDataScript(QStringLiteral("#cloud-config\na: [")).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(NetnsTextTest)
#include "netns_text_test.moc"
