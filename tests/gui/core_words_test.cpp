#include "core/base/words.h"
#include "core/blueprint/change.h"
#include "core/http/network_failure.h"
#include "core/ssh/keys.h"
#include "tests/gui/fake_data.h"
#include "tests/support/engine_bench.h"
#include "tests/support/healthy_observations.h"
#include "ui/theme/language.h"

#include <QRegularExpression>
#include <QTest>

using namespace sluice;
using namespace sluice::tests;

namespace {

/// Everything that core said, by where it said it.
using Said = QMap<QString, QString>;

void put(Said &said, const QString &where, const QString &text) {
    if (!text.isEmpty())
        said.insert(where, text);
}

void putError(Said &said, const QString &where, const Error &error) {
    put(said, where + QStringLiteral(" message"), error.message);
    put(said, where + QStringLiteral(" remedy"), error.remedy);
}

void planWords(Said &said) {
    blueprint::Blueprint wanted = fakeBlueprint();
    const blueprint::AccountFacts facts = fakeFacts();
    const QDateTime now(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);
    const auto plan = [&](const char *name, const blueprint::Blueprint &input) {
        const auto outcome = blueprint::planFrom(input, facts, {}, QStringLiteral("abcdef"), now);
        const QString where = QLatin1String(name);
        for (const auto &problem : outcome.problems)
            put(said, where + QStringLiteral(" problem ") + problem.field + problem.code, problem.message);
        for (const auto &warning : outcome.plan.warnings)
            put(said, where + QStringLiteral(" warning ") + warning.code, warning.message);
        for (const auto &consequence : outcome.plan.consequences)
            put(said, where + QStringLiteral(" consequence ") + consequence.code, consequence.message);
        return outcome.plan;
    };
    wanted.ha = true;
    const blueprint::Plan standing = plan("plain", wanted);
    wanted.ha = false;
    wanted.referenceWays = {QStringLiteral("global_firewall_tags"),
                            QStringLiteral("reference_netplan"),
                            QStringLiteral("firewalls_after_droplets"),
                            QStringLiteral("newest_image"),
                            QStringLiteral("implicit_ha"),
                            QStringLiteral("no_attestation"),
                            QStringLiteral("rfc1918_private_ssh")};
    wanted.bastionSources = {QStringLiteral("203.0.113.9/32")};
    plan("reference", wanted);

    blueprint::Blueprint bad;
    bad.namePrefix = QStringLiteral("9 Lives");
    bad.region = QStringLiteral("Mars");
    bad.nodeCount = 100;
    bad.natGatewaySize = 99;
    bad.vpcCidr = QStringLiteral("10.124.0.0/20");
    bad.clusterSubnet = QStringLiteral("10.244.0.0/16");
    bad.serviceSubnet = QStringLiteral("8.8.8.0/24");
    bad.sshKeyIds = {QStringLiteral("mine")};
    bad.bastionSources = {QStringLiteral("home")};
    bad.image = QStringLiteral("My Image");
    plan("bad", bad);
    bad = fakeBlueprint();
    bad.region = QStringLiteral("nyc9");
    bad.vpcCidr = QStringLiteral("10.0.0.0");
    bad.clusterSubnet = QStringLiteral("192.168.0.0/24");
    bad.serviceSubnet = QStringLiteral("192.168.0.0/30");
    bad.bastionSources.clear();
    plan("worse", bad);

    blueprint::Blueprint changed = standing.blueprint;
    changed.nodeCount = 3;
    changed.natGatewaySize = 2;
    changed.region = QStringLiteral("ams3");
    for (const auto &change : blueprint::changeFrom(standing, changed, facts, {}, now).changes)
        put(said, QStringLiteral("change ") + change.field, change.message);
    const auto read = blueprint::fromJson("{\"name_prefix\": 3, \"colour\": \"red\"}");
    putError(said, QStringLiteral("blueprint"), read ? Error{} : read.error());
}

void matrixWords(Said &said) {
    const auto matrix = [&said](const char *name, const std::function<void(Observations &)> &breakIt) {
        Observations seen = healthy();
        breakIt(seen);
        for (const Cell &cell : evaluate(seen, plan())) {
            const QString where = QStringLiteral("matrix %1 %2 ").arg(QLatin1String(name), cell.id);
            put(said, where + QStringLiteral("source"), cell.source);
            put(said, where + QStringLiteral("destination"), cell.destination);
            put(said, where + QStringLiteral("expected"), cell.expected);
            put(said, where + QStringLiteral("observed"), cell.observed);
            put(said, where + QStringLiteral("diagnosis"), cell.diagnosis.message);
            put(said, where + QStringLiteral("remedy"), cell.diagnosis.remedy);
        }
    };
    matrix("healthy", [](Observations &) {});
    matrix("nothing", [](Observations &s) { s = Observations{}; });
    matrix("route missing", [](Observations &s) {
        s.route.reset();
        s.routeError.code = ErrorCode::NotFound;
    });
    matrix("route elsewhere", [](Observations &s) { s.route->gateways = {QStringLiteral("10.10.0.99")}; });
    matrix("route going", [](Observations &s) {
        s.route->deleting = true;
        s.route->hasNodeSelector = true;
    });
    matrix("no agent", [](Observations &s) { s.agent = kubernetes::AgentState{}; });
    matrix("own address", [](Observations &s) {
        s.pods[0].echo = echo({s.nodes[0].externalIp, s.nodes[0].externalIp});
        s.directSsh = Observations::Direct::Connected;
        s.dropletHost.dnsWorks = false;
        s.dropletHost.metadataRoute = false;
        s.dropletHost.metadataAnswers = false;
        s.dropletHost.ipv6Echo = QStringLiteral("2001:db8::1");
        s.bastionHost.attested = false;
    });
    matrix("default route", [](Observations &s) {
        s.dropletHost.defaultGateways = {kVpcRouter, kGateway};
        s.dropletHost.bootDefaults << QStringLiteral("via ") + kVpcRouter;
        s.dropletHost.echo = echo({kDropletIp, kDropletIp});
        s.bastionHost.echo = echo({kNatIp, kNatIp});
    });
    matrix("no default", [](Observations &s) {
        s.dropletHost.defaultGateways.clear();
        s.dropletHost.bootDefaults.clear();
    });
    matrix("gateway", [](Observations &s) {
        s.natGateway->publicIp = QStringLiteral("203.0.113.11");
        s.natGateway->gatewayIp = QStringLiteral("10.10.0.3");
    });
    matrix("gateway gone", [](Observations &s) {
        s.natGateway.reset();
        s.apiErrors.insert(QStringLiteral("nat_gateway"), {.code = ErrorCode::NotFound});
    });
    matrix("firewalls", [](Observations &s) {
        s.bastionFirewall->pendingChanges = 1;
        s.privateFirewall->inbound[0].addresses = {QStringLiteral("0.0.0.0/0")};
        s.privateFirewall->dropletIds = {77};
    });
    matrix("other key", [](Observations &s) {
        s.bastionHost.reached = false;
        s.bastionHost.error.code = ErrorCode::Untrusted;
        s.dropletHost.reached = false;
        s.dropletHost.error.code = ErrorCode::Unavailable;
    });
    matrix("clock", [](Observations &s) {
        s.kubernetesReached = false;
        s.kubernetesError = {.code = ErrorCode::Untrusted, .outOfDate = true};
        s.clockAhead = std::chrono::seconds(900);
    });
}

void errorWords(Said &said) {
    for (const int status : {200, 401, 403, 404, 409, 422, 429, 500}) {
        const HttpResponse reply{.status = status, .body = "{}", .requestId = {}, .headers = {}};
        putError(said, QStringLiteral("api %1").arg(status),
                 digitalocean::errorFromReply("POST", QStringLiteral("/v2/droplets"), reply));
    }
    using Network = QNetworkReply::NetworkError;
    for (const Network network : {Network::ConnectionRefusedError, Network::HostNotFoundError,
                                  Network::RemoteHostClosedError, Network::SslHandshakeFailedError})
        for (const char *method : {"GET", "POST"})
            putError(said, QStringLiteral("network %1 ").arg(network) + QLatin1String(method),
                     toError({.error = network,
                              .text = QStringLiteral("words of Qt"),
                              .host = QStringLiteral("api.example"),
                              .method = method,
                              .path = QStringLiteral("/v2/vpcs"),
                              .tlsErrors = {},
                              .requestSent = true}));
    const auto missing = store::openStore(QStringLiteral("postgresql://somewhere"));
    putError(said, QStringLiteral("store"), missing ? Error{} : missing.error());
    const auto folder = store::openStore(QStringLiteral("sqlite:/"));
    putError(said, QStringLiteral("store folder"), folder ? Error{} : folder.error());
    const auto key = ssh::publicKeyOf(QStringLiteral("/nowhere/id_ed25519"), {});
    putError(said, QStringLiteral("key"), key ? Error{} : key.error());
    const auto cidr = Cidr::parse(QStringLiteral("10.0.0.1/8"));
    putError(said, QStringLiteral("cidr"), cidr ? Error{} : cidr.error());
}

void lifeWords(Said &said) {
    testing::Bench bench;
    const auto applied = bench.apply();
    putError(said, QStringLiteral("apply"), applied.error());
    // A VPC that somebody else's droplet holds: the teardown fails with its cause, and its certificate says what is
    // left.
    const Json outputs = bench.state->deployment(bench.plan.deployment)->outputs;
    bench.cloud.addForeign(QStringLiteral("droplet"), {{"name", "their-database"},
                                                       {"vpc_uuid", jsonString(outputs, "vpc_id").toStdString()},
                                                       {"tags", Json::array()}});
    const auto destroyed = bench.destroy();
    putError(said, QStringLiteral("destroy"), destroyed.error());
    for (const engine::StepState &step : destroyed.steps)
        put(said, QStringLiteral("destroy ") + step.name, step.detail);
    for (const engine::Certificate::Item &item : destroyed.certificate.checked)
        put(said, QStringLiteral("certificate ") + item.kind + item.name, item.how);
}

Said everything() {
    Said said;
    planWords(said);
    matrixWords(said);
    errorWords(said);
    lifeWords(said);
    return said;
}

/// Names, addresses and words of the platform are the same in every language.
bool isNobodysLanguage(QString text) {
    static const QStringList proper{
        QStringLiteral("Route"),           QStringLiteral("netplan"),          QStringLiteral("demo-bastion-fw"),
        QStringLiteral("demo-private-fw"), QStringLiteral("demo-nat-gw"),      QStringLiteral("ACTIVE"),
        QStringLiteral("nat_gateway"),     QStringLiteral("bastion_firewall"), QStringLiteral("private_firewall")};
    for (const QString &word : proper)
        text.remove(word);
    static const QRegularExpression address(QStringLiteral("[0-9a-f:.,/ ]+"));
    return text.remove(address).isEmpty();
}

} // namespace

/// What core says in the German window, and without one.
class CoreWordsTest : public QObject {
    Q_OBJECT
private:
    Said m_english;
    Said m_german;

private Q_SLOTS:
    void initTestCase() {
        m_english = everything();
        QCOMPARE(ui::installLanguage(*qApp, QStringLiteral("de")), QStringLiteral("de"));
        m_german = everything();
        QVERIFY(m_english.size() > 500);
        QCOMPARE(m_german.keys(), m_english.keys()); // and with them every field, code, cell, cause and step
    }

    void withoutATranslatorItIsEnglish() {
        const auto is = [this](const char *where, const char *text) {
            QCOMPARE(m_english.value(QLatin1String(where)), QString::fromUtf8(text));
        };
        is("plain consequence ipv4_only", "The NAT gateway is IPv4 only; the droplets get no IPv6.");
        is("plain consequence ha",
           "The highly available control plane costs 40 USD a month and cannot be turned off later.");
        is("matrix route missing route_equals_plan diagnosis",
           "The cluster has no Route that sends 0.0.0.0/0 to the NAT gateway 10.10.0.2.");
        is("matrix own address pod_egress:node-1 source", "pod on node node-1");
        is("matrix route going route_equals_plan observed",
           "0.0.0.0/0 via 10.10.0.2, being deleted, only for selected nodes");
        is("network 2 POST message",
           "api.example closed the connection before its reply was complete. The request may have been carried out.");
        is("key message", "The private key file /nowhere/id_ed25519 does not exist");
        is("bad problem vpc_cidrcidr_overlap", "10.124.0.0/20 overlaps 10.124.0.0/20, VPC default-sfo3 (sfo3).");
        is("certificate nat_gatewayegress-nat-gw", "not in the list of nat_gateway (0 entries)");
    }

    void withTheGermanOneItIsGerman() {
        const auto is = [this](const char *where, const char *text) {
            QCOMPARE(m_german.value(QLatin1String(where)), QString::fromUtf8(text));
        };
        is("plain consequence ipv4_only", "Das NAT-Gateway kann nur IPv4; die Droplets bekommen kein IPv6.");
        is("bad problem name_prefixname_invalid",
           "Das Namenspräfix muss mit einem Buchstaben beginnen, darf nur a-z, 0-9 und - enthalten und nicht auf - "
           "enden.");
        is("bad problem vpc_cidrcidr_overlap",
           "10.124.0.0/20 überschneidet sich mit 10.124.0.0/20, VPC default-sfo3 (sfo3).");
        is("matrix route missing route_equals_plan diagnosis",
           "Der Cluster hat keine Route, die 0.0.0.0/0 an das NAT-Gateway 10.10.0.2 sendet.");
        is("matrix route missing route_equals_plan remedy", "Wenden Sie die Route neu an.");
        is("matrix own address private_direct_ssh observed", "verbunden");
        is("api 401 message", "DigitalOcean nimmt das Token nicht an.");
        is("api 401 remedy", "Das Token ist falsch, abgelaufen oder widerrufen. Geben Sie ein anderes ein.");
        is("certificate nat_gatewayegress-nat-gw", "nicht in der Liste: NAT-Gateway (0 Einträge)");
        is("certificate private_keydeployment-key/qwerty", "liegt nicht auf diesem Computer");
    }

    /// Its decimal sign is the language's, whatever the computer's settings are.
    void numbersGoWithTheWords() {
        const QString english = m_english.value(QStringLiteral("plain consequence cost"));
        const QString german = m_german.value(QStringLiteral("plain consequence cost"));
        static const QRegularExpression point(QStringLiteral("\\d\\.\\d"));
        static const QRegularExpression comma(QStringLiteral("\\d,\\d"));
        QVERIFY2(english.contains(point) && !english.contains(comma), qPrintable(english));
        QVERIFY2(german.contains(comma) && !german.contains(point), qPrintable(german));
    }

    void nothingStaysEnglish() {
        QStringList complaints;
        for (auto it = m_german.begin(); it != m_german.end(); ++it)
            if (*it == m_english.value(it.key()) && !isNobodysLanguage(*it))
                complaints << it.key() + QStringLiteral(": ") + *it;
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }

    /// The sweep tells what was kept on purpose from what is left by the journal's kind, not by how it was told.
    void whatWasKeptIsKnownInEveryLanguage() {
        testing::Bench bench;
        bench.cloud.vpcIsDefault = true;
        QVERIFY(bench.apply().ok());
        const auto outcome = bench.destroy();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(outcome.certificate.kept.size(), 1);
        QCOMPARE(outcome.certificate.kept.first().how, QStringLiteral("behalten: Standard der Region"));
    }

    void noPlaceholderIsLeft() {
        static const QRegularExpression placeholder(QStringLiteral("%[0-9n]"));
        for (const Said &said : {m_english, m_german})
            for (auto it = said.begin(); it != said.end(); ++it)
                QVERIFY2(!it->contains(placeholder), qPrintable(it.key() + QStringLiteral(": ") + *it));
    }
};

QTEST_MAIN(CoreWordsTest)
#include "core_words_test.moc"
