#include "core/blueprint/preflight.h"
#include "tests/support/fake_transport.h"

#include <QTest>

using namespace sluice;
using namespace sluice::blueprint;
using test::FakeTransport;

namespace {

/// An account in which every list is empty, but for one VPC on each of two pages.
void script(FakeTransport &server, const char *except = "") {
    const auto on = [&](const char *prefix, const Json &body) {
        if (QLatin1String(prefix) != QLatin1String(except))
            server.on("GET", QLatin1String(prefix), body);
    };
    on("/v2/account/keys", {{"ssh_keys", Json::array()}});
    on("/v2/account", {{"account",
                        {{"droplet_limit", 25},
                         {"email", "a@example.com"},
                         {"uuid", "u"},
                         {"status", "active"},
                         {"status_message", ""},
                         {"team", {{"uuid", "t"}, {"name", "Team"}}}}}});
    on("/v2/regions", {{"regions", Json::array()}});
    on("/v2/sizes", {{"sizes", Json::array()}});
    on("/v2/images", {{"images", Json::array()}});
    on("/v2/kubernetes/options",
       {{"options", {{"regions", Json::array()}, {"versions", Json::array()}, {"sizes", Json::array()}}}});
    on("/v2/kubernetes/clusters", {{"kubernetes_clusters", Json::array()}});
    on("/v2/vpc_nat_gateways", {{"vpc_nat_gateways", Json::array()}});
    on("/v2/firewalls", {{"firewalls", Json::array()}});
    on("/v2/droplets", {{"droplets", Json::array()}});
    on("/v2/tags", {{"tags", Json::array()}});
    const auto vpc = [](const char *name) {
        return Json{{"id", name},
                    {"name", name},
                    {"region", "sfo3"},
                    {"ip_range", "10.1.0.0/16"},
                    {"description", ""},
                    {"default", false},
                    {"created_at", "2026-01-01T00:00:00Z"}};
    };
    if (QLatin1String(except) != QLatin1String("/v2/vpcs")) {
        server.on("GET", QStringLiteral("/v2/vpcs"),
                  Json{{"vpcs", Json::array({vpc("one")})},
                       {"links", {{"pages", {{"next", "https://api.digitalocean.com/v2/vpcs?page=2&per_page=200"}}}}}});
        server.on("GET", QStringLiteral("/v2/vpcs"),
                  Json{{"vpcs", Json::array({vpc("two")})}, {"links", Json::object()}});
    }
}

} // namespace

class PreflightTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEverythingAndWritesNothing() {
        ManualClock clock;
        auto transport = std::make_unique<FakeTransport>();
        FakeTransport *server = transport.get();
        script(*server);
        digitalocean::Client client(std::move(transport), &clock);
        QStringList sent, read;
        const auto future = readAccount(&client, [&](const QString &what, const std::optional<Status> &answer) {
            if (answer)
                QVERIFY2(sent.contains(what) && answer->has_value(), qPrintable(what));
            (answer ? read : sent) << what;
        });
        QCOMPARE(sent.size(), 12);
        QVERIFY(test::settled(future));
        sent.sort();
        read.sort();
        QCOMPARE(read, sent); // each is told once
        const auto facts = future.result();
        QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().toString()));
        QCOMPARE(facts->account.teamName, QStringLiteral("Team"));
        QCOMPARE(facts->vpcs.size(), 2);
        QCOMPARE(facts->networkInUse().blocks.constFirst().owner, QStringLiteral("VPC one (sfo3)"));
        QCOMPARE(facts->scopesProbed.join(QLatin1Char(' ')),
                 QStringLiteral(
                     "account:read droplet:read firewall:read image:read kubernetes:read nat_gateway:read regions:read "
                     "sizes:read ssh_key:read tag:read vpc:read"));
        for (const QString &line : server->lines())
            QVERIFY(line.startsWith(QLatin1String("GET ")));
    }

    void anyFailingReadFailsTheWhole_data() {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/v2/account/keys", "/v2/regions", "/v2/sizes", "/v2/images", "/v2/kubernetes/options",
                                 "/v2/kubernetes/clusters", "/v2/vpcs", "/v2/vpc_nat_gateways", "/v2/firewalls",
                                 "/v2/droplets", "/v2/tags"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void anyFailingReadFailsTheWhole() {
        QFETCH(QString, path);
        ManualClock clock;
        auto transport = std::make_unique<FakeTransport>();
        transport->on("GET", path,
                      FakeTransport::Reply(
                          FakeTransport::json({{"id", "forbidden"}, {"message", "You are not authorized"}}, 403)));
        script(*transport, path.toLatin1().constData());
        digitalocean::Client client(std::move(transport), &clock);
        QStringList refused;
        const auto future = readAccount(&client, [&](const QString &what, const std::optional<Status> &answer) {
            if (answer && !*answer)
                refused << what;
        });
        QVERIFY(test::settled(future));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!future.result().has_value());
        QCOMPARE(future.result().error().code, ErrorCode::PermissionDenied);
        QVERIFY(future.result().error().path.contains(path));
    }
};

QTEST_GUILESS_MAIN(PreflightTest)
#include "preflight_test.moc"
