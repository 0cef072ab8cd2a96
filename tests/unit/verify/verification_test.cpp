#include "core/verify/observations.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::verify;
using test::FakeTransport;

namespace {

const QString kNatIp = QStringLiteral("203.0.113.10");
const QString kGateway = QStringLiteral("10.10.0.2");
const QString kBastion = QStringLiteral("198.51.100.20");
const QString kDroplet = QStringLiteral("198.51.100.30");
const QString kPrivate = QStringLiteral("10.10.0.4");

QByteArray keyOf(const QString &address) {
    return "blob of " + address.toUtf8();
}

QString echoLines(const QString &address) {
    QString text;
    for (const QString &service : defaultEchoServices())
        text += service + QLatin1Char('|') + address + QLatin1Char('\n');
    return text;
}

QByteArray hostOutput(const QString &egress, const QString &gateway) {
    return QStringLiteral("===routes\ndefault via %2 dev eth1\n169.254.169.254 via 198.51.100.1 dev eth0\nexit 0\n"
                          "===metadata\n42\nexit 0\n===dns\n203.0.113.1 ifconfig.me\nexit 0\n"
                          "===ipv6\n\nexit 7\n===attestation\nnone\nexit 0\n"
                          "===boot\n[Match]\nName=eth1\n[Route]\nDestination=0.0.0.0/0\nGateway=%2\nexit 0\n"
                          "===echo\n%1exit 0\n")
        .arg(echoLines(egress), gateway)
        .toUtf8();
}

class FakeSession final : public ssh::Session {
public:
    FakeSession(const QString &address, QByteArray output)
        : m_key{.type = QStringLiteral("ssh-ed25519"), .blob = keyOf(address)}
        , m_output(std::move(output)) {}
    ssh::HostKey hostKey() const override { return m_key; }
    ssh::HostKey jumpHostKey() const override { return {}; }
    QFuture<Result<ssh::CommandResult>> run(const QString &, std::chrono::milliseconds, const QByteArray &) override {
        return readyFuture<Result<ssh::CommandResult>>(
            ssh::CommandResult{.exitStatus = 0, .standardOutput = m_output, .standardError = {}});
    }

private:
    ssh::HostKey m_key;
    QByteArray m_output;
};

class FakeConnector final : public ssh::Connector {
public:
    using Opened = Result<std::shared_ptr<ssh::Session>>;
    QString dropletGateway = kGateway;
    QString dropletEgress = kNatIp;
    Status direct = Error{.code = ErrorCode::DeadlineExceeded, .message = QStringLiteral("no answer")};
    QStringList opened;
    QList<QByteArray> pins;

    QFuture<Opened> open(const ssh::Endpoint &target, const ssh::Identity &, std::chrono::milliseconds) override {
        return session(target, kBastion, QStringLiteral("198.51.100.1"));
    }
    QFuture<Opened> openThrough(const ssh::Endpoint &, const ssh::Endpoint &target, const ssh::Identity &,
                                std::chrono::milliseconds) override {
        return session(target, dropletEgress, dropletGateway);
    }
    QFuture<Status> probePort(const QString &, quint16, std::chrono::milliseconds) override {
        return readyFuture<Status>(direct);
    }

private:
    QFuture<Opened> session(const ssh::Endpoint &target, const QString &egress, const QString &gateway) {
        opened << target.address;
        pins << target.pinnedKey;
        return readyFuture<Opened>(
            std::shared_ptr<ssh::Session>(std::make_shared<FakeSession>(target.address, hostOutput(egress, gateway))));
    }
};

} // namespace

class VerificationTest : public QObject {
    Q_OBJECT
    ManualClock m_clock;
    FakeConnector m_ssh;
    std::unique_ptr<digitalocean::Client> m_client;
    Environment m_environment;
    QMap<QString, QString> m_outputs;
    QMap<QString, Cell> m_shown;

    Result<Report> run(bool cancel = false, const QStringList &only = {}) {
        Result<Report> result = Error{.message = QStringLiteral("never finished")};
        int finished = 0;
        blueprint::Plan plan;
        plan.deployment = QStringLiteral("demo");
        plan.blueprint.referenceWays << QStringLiteral("no_attestation");
        const auto verification = makeVerification(m_environment, plan, m_outputs,
                                                   {{QStringLiteral("nat_gateway"), QStringLiteral("nat-1")},
                                                    {QStringLiteral("bastion_firewall"), QStringLiteral("fw-1")},
                                                    {QStringLiteral("private_firewall"), QStringLiteral("fw-2")}},
                                                   only);
        connect(verification.get(), &Verification::cellChanged, this,
                [this](const Cell &cell) { m_shown.insert(cell.id, cell); });
        connect(verification.get(), &Verification::finished, this, [&](const Result<Report> &report) {
            result = report;
            ++finished;
        });
        verification->start();
        if (cancel)
            verification->cancel();
        for (int i = 0; i < 200; ++i) {
            QCoreApplication::processEvents();
            if (finished == 0)
                m_clock.advanceToNext();
        }
        return finished == 1 ? result : Result<Report>(Error{.message = QStringLiteral("%1 times").arg(finished)});
    }
    Cell cell(const Report &report, const char *id) {
        for (const Cell &each : report.cells) {
            if (each.id == QLatin1String(id))
                return each;
        }
        return {};
    }
    QString verdict(const Report &report, const char *id) { return verdictName(cell(report, id).verdict); }

private Q_SLOTS:
    void init() {
        m_ssh = FakeConnector();
        m_shown.clear();
        auto api = std::make_unique<FakeTransport>();
        api->on("GET", QStringLiteral("/v2/vpc_nat_gateways/nat-1"),
                Json{{"vpc_nat_gateway",
                      {{"id", "nat-1"},
                       {"name", "demo-nat-gw"},
                       {"type", "PUBLIC"},
                       {"state", "ACTIVE"},
                       {"region", "nyc3"},
                       {"size", 1},
                       {"vpcs", Json::array({{{"vpc_uuid", "v"}, {"gateway_ip", kGateway.toStdString()}}})},
                       {"egresses", {{"public_gateways", Json::array({{{"ipv4", kNatIp.toStdString()}}})}}}}}});
        api->on("GET", QStringLiteral("/v2/firewalls/"),
                Result<HttpResponse>(FakeTransport::json({{"id", "forbidden"}, {"message", "no"}}, 403)));
        m_client = std::make_unique<digitalocean::Client>(std::move(api), &m_clock);
        m_environment = Environment{};
        m_environment.client = m_client.get();
        m_environment.ssh = &m_ssh;
        m_environment.clock = &m_clock;
        m_environment.resolve = [](const QString &host, quint16 port) {
            ssh::Endpoint endpoint;
            endpoint.address = host;
            endpoint.port = port;
            return readyFuture<Result<ssh::Endpoint>>(endpoint);
        };
        m_environment.identity = [] { return Result<ssh::Identity>(ssh::Identity{}); };
        m_environment.pinnedKey = [](const QString &address) { return QString::fromLatin1(keyOf(address).toBase64()); };
        m_environment.nonce = [](const QString &) { return QString(); };
        m_outputs = {{QStringLiteral("nat_gateway_public_ip"), kNatIp},
                     {QStringLiteral("nat_gateway_gateway_ip"), kGateway},
                     {QStringLiteral("bastion_public_ip"), kBastion},
                     {QStringLiteral("droplet_public_ip"), kDroplet},
                     {QStringLiteral("droplet_private_ip"), kPrivate}};
    }

    void healthyHosts() {
        const auto report = run();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        for (const char *id : {"droplet_egress", "bastion_egress", "private_direct_ssh", "droplet_default_route",
                               "boot_default_route", "metadata_route", "metadata_answer", "no_ipv6_leak:droplet",
                               "dns:bastion", "dns:droplet", "host_key_bastion", "host_key_droplet"})
            QVERIFY2(verdict(*report, id) == QLatin1String("pass"), id);
        // Firewalls and cluster could not be asked: that is never green.
        QCOMPARE(verdictName(report->verdict), QStringLiteral("unknown"));
        QCOMPARE(verdict(*report, "pod_egress:unknown"), QStringLiteral("unknown"));
        QVERIFY(m_ssh.pins.contains(keyOf(kBastion)) && m_ssh.pins.contains(keyOf(kPrivate)));
        // What was shown on the way is what the report says.
        QCOMPARE(m_shown.size(), report->cells.size());
        for (const Cell &each : report->cells)
            QVERIFY2(m_shown.value(each.id) == each, qPrintable(each.id));
    }

    void dropletThatLeavesByItsOwnAddress() {
        m_ssh.dropletEgress = kDroplet;
        m_ssh.dropletGateway = QStringLiteral("198.51.100.1");
        const auto report = run();
        QVERIFY(report);
        QCOMPARE(verdictName(report->verdict), QStringLiteral("fail"));
        QCOMPARE(verdict(*report, "droplet_egress"), QStringLiteral("fail"));
        QCOMPARE(cell(*report, "droplet_egress").diagnosis.cause, QStringLiteral("droplet_default_route"));
        QCOMPARE(cell(*report, "droplet_egress").diagnosis.action, QStringLiteral("repair_netplan"));
    }

    void direct_data() {
        QTest::addColumn<Status>("answer");
        QTest::addColumn<QString>("expected");
        const auto failed = [](ErrorCode code) { return Status(Error{.code = code, .message = QStringLiteral("x")}); };
        QTest::newRow("connected") << Status(Ok{}) << "fail";
        QTest::newRow("refused") << failed(ErrorCode::Unavailable) << "pass";
        QTest::newRow("silent") << failed(ErrorCode::DeadlineExceeded) << "pass";
        QTest::newRow("a defect of ours proves nothing") << failed(ErrorCode::Internal) << "unknown";
        QTest::newRow("a bad address proves nothing") << failed(ErrorCode::InvalidInput) << "unknown";
    }
    void direct() {
        QFETCH(Status, answer);
        m_ssh.direct = answer;
        const auto report = run();
        QVERIFY(report);
        QTEST(verdict(*report, "private_direct_ssh"), "expected");
    }

    void simulatedDial_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("expected");
        const int unavailable = static_cast<int>(ErrorCode::Unavailable);
        QTest::newRow("filtered") << unavailable << "no way (filtered)"
                                  << "pass";
        QTest::newRow("unreachable") << unavailable << "no way (unreachable)"
                                     << "pass";
        QTest::newRow("the dial service is down") << unavailable << "HTTP 503"
                                                  << "unknown";
        QTest::newRow("not the network's word") << static_cast<int>(ErrorCode::Malformed) << "(refused)"
                                                << "unknown";
    }
    void simulatedDial() {
        QFETCH(int, code);
        QFETCH(QString, message);
        const auto before = m_environment.resolve;
        m_environment.resolve = [=](const QString &host, quint16 port) {
            if (host == kDroplet)
                return readyFuture<Result<ssh::Endpoint>>(
                    Error{.code = static_cast<ErrorCode>(code), .message = message});
            return before(host, port);
        };
        const auto report = run();
        QVERIFY(report);
        QTEST(verdict(*report, "private_direct_ssh"), "expected");
    }

    /// Facts of the bastion must never be shown as the droplet's.
    void dropletWithoutAddressIsNotTheBastion() {
        m_outputs.remove(QStringLiteral("droplet_private_ip"));
        const auto report = run();
        QVERIFY(report);
        QCOMPARE(m_ssh.opened, QStringList{kBastion});
        for (const char *id : {"dns:droplet", "host_key_droplet", "droplet_egress", "metadata_answer"})
            QVERIFY2(verdict(*report, id) == QLatin1String("unknown"), id);
    }

    void withoutIdentityNothingIsReached() {
        m_environment.identity = [] {
            return Result<ssh::Identity>(
                Error{.code = ErrorCode::NeedsDecision, .message = QStringLiteral("The key is encrypted.")});
        };
        const auto report = run();
        QVERIFY(report);
        QVERIFY(m_ssh.opened.isEmpty());
        QCOMPARE(verdict(*report, "droplet_egress"), QStringLiteral("unknown"));
    }

    void someCellsAgainMeasureNoMoreThanTheyNeed() {
        const auto report = run(false, {QStringLiteral("droplet_egress")});
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->cells.size(), 1);
        QCOMPARE(verdict(*report, "droplet_egress"), QStringLiteral("pass"));
        QCOMPARE(report->only, QStringList{QStringLiteral("droplet_egress")});
        QVERIFY(!report->isWhole());
        QCOMPARE(m_shown.keys(), QStringList{QStringLiteral("droplet_egress")});
        m_ssh.opened.clear();
        const auto direct = run(false, {QStringLiteral("private_direct_ssh")});
        QVERIFY(direct.has_value());
        QVERIFY(m_ssh.opened.isEmpty()); // nobody logs in anywhere for a port that must not answer
        QCOMPARE(verdict(*direct, "private_direct_ssh"), QStringLiteral("pass"));
        // Read back, it is still a report of one cell.
        const auto read = reportFromJson(toJson(*direct));
        QVERIFY(read && !read->isWhole());
        QCOMPARE(read->only, direct->only);
    }
    void aPodWhoseClusterCannotBeAskedIsUnknownNotGone() {
        const QString id = QStringLiteral("pod_egress:pool-1");
        const auto report = run(false, {id});
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(verdict(*report, "pod_egress:pool-1"), QStringLiteral("unknown"));
        QCOMPARE(report->verdict, Verdict::Unknown);
        QVERIFY(report->cells.first().source.contains(QStringLiteral("pool-1")));
    }
    void cancelledConcludesNothing() {
        const auto report = run(true);
        QVERIFY(!report);
        QCOMPARE(errorCodeName(report.error().code), QStringLiteral("cancelled"));
    }

    void unknownRemedyAndRemedyWithoutGateway() {
        const auto outcome = [this](const char *action) {
            const auto done = runRemedy(m_environment, {}, m_outputs, QLatin1String(action));
            return test::settled(done) ? done.result() : Status(Error{.message = QStringLiteral("never finished")});
        };
        QVERIFY(outcome("wait"));
        QVERIFY(outcome("repair_netplan"));
        QCOMPARE(m_ssh.opened, QStringList{kPrivate});
        QCOMPARE(errorCodeName(outcome("reboot").error().code), QStringLiteral("invalid_input"));
        m_outputs.remove(QStringLiteral("nat_gateway_gateway_ip"));
        for (const char *action : {"repair_netplan", "reapply_route"})
            QCOMPARE(errorCodeName(outcome(action).error().code), QStringLiteral("invalid_input"));
        QCOMPARE(m_ssh.opened.size(), 1);
    }
};

QTEST_GUILESS_MAIN(VerificationTest)
#include "verification_test.moc"
