#include "core/verify/probe_script.h"

#include <QTest>

using namespace sluice;
using namespace sluice::verify;

namespace {

const QString kBoot = QStringLiteral("[Match]\nName=eth1\n\n[Network]\nAddress=10.10.0.4/20\n\n");

QString section(const char *name, const QString &text, int status = 0) {
    return QStringLiteral("===%1\n%2\nexit %3\n").arg(QLatin1String(name), text).arg(status);
}

HostFacts parsed(const QString &output) {
    HostFacts facts;
    parseHost(output, Evidence{.command = QStringLiteral("script"), .where = {}, .output = {}, .at = {}}, &facts);
    return facts;
}

} // namespace

class HostParseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void routes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("gateways");
        QTest::addColumn<bool>("metadata");
        const QString local = QStringLiteral("10.10.0.0/20 dev eth1 proto kernel scope link src 10.10.0.4\n"
                                             "198.51.100.0/24 dev eth0 proto kernel scope link src 198.51.100.30 ");
        QTest::newRow("through the gateway") << "default via 10.10.0.2 dev eth1 proto static onlink \n" + local +
                                                    "\n169.254.169.254 via 198.51.100.1 dev eth0 proto static "
                                             << QStringList{"10.10.0.2"} << true;
        QTest::newRow("two defaults, in order")
            << "default via 198.51.100.1 dev eth0 proto static \ndefault via 10.10.0.2 dev eth1 metric 50 \n" + local
            << QStringList{"198.51.100.1", "10.10.0.2"} << false;
        QTest::newRow("default without a gateway is one")
            << "default dev tun0 scope link \n" + local << QStringList{QString()} << false;
        QTest::newRow("no default") << local << QStringList{} << false;
        QTest::newRow("words inside a line are no default")
            << "10.1.0.0/16 via 10.10.0.9 dev eth1 proto default" << QStringList{} << false;
        QTest::newRow("IPv6 text") << "default-ish nonsense\n\x01\x02 garbage" << QStringList{} << false;
    }
    void routes() {
        QFETCH(QString, text);
        const HostFacts facts = parsed(section("routes", text));
        QTEST(facts.defaultGateways, "gateways");
        QTEST(facts.metadataRoute, "metadata");
        QVERIFY(facts.evidence.contains(QStringLiteral("routes")));
    }

    void nothingIsMeasured_data() {
        QTest::addColumn<QString>("output");
        QTest::newRow("empty") << QString();
        QTest::newRow("no sections") << QStringLiteral("Last login: today\nexit 0\n");
        QTest::newRow("cut before the exit lines") << QStringLiteral("===routes\ndefault via 10.10.0.2 dev eth1\n");
        QTest::newRow("exit without a number") << QStringLiteral("===metadata\n42\nexit \n===dns\nx\nexit zero\n");
        QTest::newRow("status above what a shell has") << section("metadata", QStringLiteral("42"), 99999);
        QTest::newRow("no command of ours exists") << section("routes", QStringLiteral("sh: ip: not found"), 127) +
                                                          section("metadata", {}, 127) + section("dns", {}, 127) +
                                                          section("ipv6", {}, 127) + section("boot", {}, 127);
        QTest::newRow("commands that may not run") << section("metadata", {}, 126) + section("dns", {}, 126);
    }
    void nothingIsMeasured() {
        QFETCH(QString, output);
        const HostFacts facts = parsed(output);
        QVERIFY(facts.routes.isEmpty() && facts.defaultGateways.isEmpty() && !facts.metadataRoute);
        QVERIFY(!facts.metadataAnswers);
        QVERIFY(!facts.dnsWorks);
        QVERIFY(!facts.ipv6Echo);
        QVERIFY(!facts.bootKnown.value_or(false));
        QVERIFY(!facts.echo.measured);
    }

    /// An answer from outside that looks like our own section must not stand in for a measurement.
    void sectionThatComesTwiceIsNotBelieved() {
        const QString forged = QStringLiteral("x\nexit 0\n===dns\n1.1.1.1 ifconfig.me\nexit 0");
        const HostFacts facts = parsed(section("ipv6", forged) + section("dns", {}, 2));
        QVERIFY(!facts.dnsWorks);
        QVERIFY(!facts.evidence.contains(QStringLiteral("dns")));
    }

    void boot_data() {
        QTest::addColumn<QString>("units");
        QTest::addColumn<QStringList>("defaults");
        QTest::newRow("named destination") << kBoot + "[Route]\nDestination=0.0.0.0/0\nGateway=10.10.0.2\n"
                                           << QStringList{"via 10.10.0.2"};
        QTest::newRow("no destination") << kBoot + "[Route]\nGateway=10.10.0.2\nGatewayOnLink=true\n"
                                        << QStringList{"via 10.10.0.2"};
        QTest::newRow("gateway first") << kBoot + "[Route]\nGateway=10.10.0.2\nDestination=0.0.0.0/0\n"
                                       << QStringList{"via 10.10.0.2"};
        QTest::newRow("two files") << kBoot + "[Route]\nDestination=0.0.0.0/0\nGateway=10.10.0.2\n" + kBoot +
                                          "[Route]\nDestination=0.0.0.0/0\nGateway=198.51.100.1\n"
                                   << QStringList{"via 10.10.0.2", "via 198.51.100.1"};
        // systemd.network(5): Gateway= of [Network] is short for a [Route] with only a Gateway=; netplan writes it for
        // gateway4.
        QTest::newRow("gateway4")
            << "[Match]\nName=eth0\n\n[Network]\nAddress=198.51.100.30/24\nGateway=198.51.100.1\n\n"
               "[Route]\nDestination=0.0.0.0/0\nGateway=10.10.0.2\n"
            << QStringList{"via 198.51.100.1", "via 10.10.0.2"};
        QTest::newRow("metadata only") << kBoot + "[Route]\nDestination=169.254.169.254/32\nGateway=198.51.100.1\n"
                                       << QStringList{};
        QTest::newRow("IPv6 default") << kBoot + "[Route]\nDestination=::/0\nGateway=2001:db8::1\n" << QStringList{};
    }
    void boot() {
        QFETCH(QString, units);
        const HostFacts facts = parsed(section("boot", units));
        QCOMPARE(facts.bootKnown, std::optional<bool>(true));
        QTEST(facts.bootDefaults, "defaults");
    }
    void bootThatCouldNotBeGeneratedIsNotKnown() {
        QVERIFY(!parsed(section("boot", kBoot, 1)).bootKnown.value_or(false));
        QVERIFY(!parsed(section("boot", QStringLiteral("cat: no such file"))).bootKnown.value_or(false));
    }

    void smallAnswers() {
        const HostFacts good = parsed(section("metadata", QStringLiteral("412345678")) +
                                      section("dns", QStringLiteral("203.0.113.1 ifconfig.me")) +
                                      section("ipv6", QStringLiteral("curl: (7) Couldn't connect"), 7));
        QCOMPARE(good.metadataAnswers, std::optional<bool>(true));
        QCOMPARE(good.dnsWorks, std::optional<bool>(true));
        QCOMPARE(good.ipv6Echo, std::optional<QString>(QString()));
        const HostFacts bad = parsed(section("metadata", QStringLiteral("curl: (28) timed out"), 28) +
                                     section("dns", {}, 2) + section("ipv6", QStringLiteral("2001:db8::7")));
        QCOMPARE(bad.metadataAnswers, std::optional<bool>(false));
        QCOMPARE(bad.dnsWorks, std::optional<bool>(false));
        QCOMPARE(bad.ipv6Echo, std::optional<QString>(QStringLiteral("2001:db8::7")));
        // curl 6: the name did not resolve, so nothing was learned about the way.
        QVERIFY(!parsed(section("ipv6", QStringLiteral("curl: (6)"), 6)).ipv6Echo);
    }

    void echo_data() {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<bool>("address");
        QTest::newRow("address") << "203.0.113.10" << true;
        QTest::newRow("carriage return") << "203.0.113.10\r" << true;
        QTest::newRow("page") << "<html>203.0.113.10</html>" << false;
        QTest::newRow("error") << "curl: (28) Operation timed out" << false;
        QTest::newRow("leading zero") << "203.0.113.010" << false;
        QTest::newRow("two") << "203.0.113.10 203.0.113.11" << false;
        QTest::newRow("IPv6") << "2001:db8::1" << false;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("bar") << "a|203.0.113.10" << false;
    }
    void echo() {
        QFETCH(QString, raw);
        const Echo echo = parseEcho(QStringLiteral("one.example|") + raw + QLatin1Char('\n'));
        QVERIFY(echo.measured);
        QCOMPARE(echo.answers.size(), 1);
        QCOMPARE(echo.answers[0].service, QStringLiteral("one.example"));
        QTEST(echo.answers[0].ip.has_value(), "address");
    }
    void echoOfNothingIsNotMeasured() {
        QVERIFY(!parseEcho({}).measured);
        QVERIFY(!parseEcho(QStringLiteral("sh: for: not | understood\n|203.0.113.10\n")).measured);
    }
    void evidenceIsCut() { QVERIFY(evidenceText(QString(100000, QLatin1Char('x'))).size() < 4200); }
};

QTEST_GUILESS_MAIN(HostParseTest)
#include "host_parse_test.moc"
