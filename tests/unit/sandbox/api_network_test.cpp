#include "tests/unit/sandbox/account.h"

#include <QTest>

using namespace sluice;
using namespace sluice::sandbox::test;

/// VPCs and NAT gateways.
class ApiNetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vpcRefusals_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("says");
        QTest::newRow("name") << "a_b"
                              << "10.90.0.0/24"
                              << "alphanumeric";
        QTest::newRow("taken") << "first"
                               << "10.90.0.0/24"
                               << "already exists";
        QTest::newRow("too large") << "x"
                                   << "10.0.0.0/15"
                                   << "between /16 and /28";
        QTest::newRow("too small") << "x"
                                   << "10.90.0.0/29"
                                   << "between /16 and /28";
        QTest::newRow("public") << "x"
                                << "11.0.0.0/24"
                                << "within 10.0.0.0/8";
        QTest::newRow("overlap")
            << "x"
            << "10.100.0.128/25"
            << "This range/size overlaps with another VPC network in your account: first 10.100.0.0/24";
        QTest::newRow("reserved everywhere") << "x"
                                             << "10.244.3.0/24"
                                             << "reserved";
        QTest::newRow("reserved in nyc3") << "x"
                                          << "10.17.3.0/24"
                                          << "reserved";
        QTest::newRow("host bits") << "x"
                                   << "10.90.0.1/24"
                                   << "not valid";
    }
    void vpcRefusals() {
        QFETCH(QString, name);
        QFETCH(QString, range);
        QFETCH(QString, says);
        Account account;
        account.vpc("first");
        QCOMPARE(account.status, 201);
        const Json error =
            account.post(QStringLiteral("/v2/vpcs"),
                         {{"name", name.toStdString()}, {"region", "nyc3"}, {"ip_range", range.toStdString()}});
        QCOMPARE(account.status, 422);
        QCOMPARE(jsonString(error, "id"), QStringLiteral("unprocessable_entity"));
        QVERIFY2(jsonString(error, "message").contains(says), error.dump().c_str());
        QCOMPARE(jsonString(error, "request_id").toLatin1(), account.header("x-request-id"));
        QCOMPARE(account.world.vpcs.size(), 1);
    }

    void extremesAndAutomaticRange() {
        Account account;
        account.vpc("large", "10.200.0.0/16");
        QCOMPARE(account.status, 201);
        account.vpc("small", "10.201.0.0/28");
        QCOMPARE(account.status, 201);
        // Reserved in New York 3 only.
        account.vpc("elsewhere", "10.17.0.0/24", "fra1");
        QCOMPARE(account.status, 201);
        const Json made = account.post(QStringLiteral("/v2/vpcs"), {{"name", "auto"}, {"region", "nyc3"}});
        QCOMPARE(account.status, 201);
        QVERIFY(jsonString(made["vpc"], "ip_range").endsWith(QStringLiteral("/20")));
    }

    void theFirstVpcOfARegionStays() {
        Account account;
        const QString first = account.vpc("first"), second = account.vpc("second", "10.101.0.0/24");
        QCOMPARE(account.get(QStringLiteral("/v2/vpcs/") + first)["vpc"]["default"], Json(true));
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + first);
        QCOMPARE(account.status, 403);
        account.call("PATCH", QStringLiteral("/v2/vpcs/") + second, {{"default", true}});
        QCOMPARE(account.status, 200);
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + first);
        QCOMPARE(account.status, 204);
        QVERIFY(account.reply.body.isEmpty());
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + first);
        QCOMPARE(account.status, 404);
    }

    void putReplacesAndPatchChanges() {
        Account account;
        const QString path = QStringLiteral("/v2/vpcs/") + account.vpc();
        account.call("PATCH", path, {{"description", "mine"}});
        Json now = account.call("PATCH", path, {{"name", "renamed"}})["vpc"];
        QCOMPARE(jsonString(now, "description"), QStringLiteral("mine"));
        now = account.call("PUT", path, {{"name", "again"}})["vpc"];
        QCOMPARE(jsonString(now, "name"), QStringLiteral("again"));
        QCOMPARE(jsonString(now, "description"), QString());
        account.call("PUT", path, {{"description", "no name"}});
        QCOMPARE(account.status, 422);
    }

    void membersBlockAndLag() {
        Account account;
        account.vpc("default", "10.99.0.0/24");
        const QString id = account.vpc();
        const qint64 droplet = account.droplet(id)["droplet"]["id"].get<qint64>();
        const QString path = QStringLiteral("/v2/vpcs/") + id;
        // Too young to be a member: the platform would let the VPC go.
        QCOMPARE(account.get(path + QStringLiteral("/members"))["meta"]["total"], Json(0));
        account.pass(9);
        const Json members = account.get(path + QStringLiteral("/members"));
        QCOMPARE(members["meta"]["total"], Json(1));
        const QString urn = jsonString(members["members"][0], "urn");
        QVERIFY(urn.startsWith(QStringLiteral("do:droplet:")) && !urn.contains(QString::number(droplet)));
        const Json refused = account.call("DELETE", path);
        QCOMPARE(account.status, 409);
        QCOMPARE(jsonString(refused, "message"), QStringLiteral("Can not delete VPC with members"));
        account.call("DELETE", QStringLiteral("/v2/droplets/%1").arg(droplet));
        account.pass(11);
        account.get(QStringLiteral("/v2/droplets/%1").arg(droplet));
        QCOMPARE(account.status, 404);
        account.call("DELETE", path);
        QCOMPARE(account.status, 409);
        account.pass(7);
        account.call("DELETE", path);
        QCOMPARE(account.status, 204);
    }

    void membersAreHiddenFromATokenWithoutTheScope() {
        Account account;
        const QString id = account.vpc();
        account.droplet(id);
        account.pass(9);
        account.api.addToken(QStringLiteral("narrow-token"), {QStringLiteral("vpc:read")});
        account.token = "narrow-token";
        QCOMPARE(account.get(QStringLiteral("/v2/vpcs/%1/members").arg(id))["meta"]["total"], Json(0));
        QCOMPARE(account.status, 200);
    }

    void aNatGatewaysLife() {
        Account account;
        account.vpc("default", "10.99.0.0/24");
        const QString vpc = account.vpc();
        const Json body = {{"name", "gw"},
                           {"type", "PUBLIC"},
                           {"region", "nyc3"},
                           {"size", 1},
                           {"vpcs", Json::array({{{"vpc_uuid", vpc.toStdString()}}})}};
        const Json made = account.post(QStringLiteral("/v2/vpc_nat_gateways"), body)["vpc_nat_gateway"];
        QCOMPARE(account.status, 202);
        QCOMPARE(jsonString(made, "state"), QStringLiteral("NEW"));
        QCOMPARE(made["egresses"], Json::object());
        QCOMPARE(made["tcp_timeout_seconds"], Json(300));
        account.post(QStringLiteral("/v2/vpc_nat_gateways"), body);
        QCOMPARE(account.status, 409);

        const QString path = QStringLiteral("/v2/vpc_nat_gateways/") + jsonString(made, "id");
        const auto state = [&] { return jsonString(account.get(path)["vpc_nat_gateway"], "state"); };
        account.world.switches.insert(QStringLiteral("nat_gateway:provisioning"), QStringLiteral("shown"));
        account.pass(11);
        QCOMPARE(state(), QStringLiteral("PROVISIONING"));
        account.pass(70);
        // ACTIVE comes one look earlier than the addresses.
        const Json early = account.get(path)["vpc_nat_gateway"];
        QCOMPARE(jsonString(early, "state"), QStringLiteral("ACTIVE"));
        QVERIFY(!early["vpcs"][0].contains("gateway_ip") && early["egresses"].empty());
        const Json ready = account.get(path)["vpc_nat_gateway"];
        const auto inside = Ipv4::parse(jsonString(ready["vpcs"][0], "gateway_ip"));
        QVERIFY(inside && Cidr::parse(QStringLiteral("10.100.0.0/24"))->contains(*inside));
        QVERIFY(Ipv4::parse(jsonString(ready["egresses"]["public_gateways"][0], "ipv4")).has_value());
        QCOMPARE(account.get(QStringLiteral("/v2/vpc_nat_gateways?state=active"))["meta"]["total"], Json(1));
        QCOMPARE(account.get(QStringLiteral("/v2/vpc_nat_gateways?state=new"))["meta"]["total"], Json(0));

        account.call("PUT", path, {{"name", "gw"}, {"size", 3}});
        QCOMPARE(account.status, 200);
        QCOMPARE(account.get(path)["vpc_nat_gateway"]["size"], Json(3));
        account.call("PUT", path, {{"size", 3}});
        QCOMPARE(account.status, 422);

        account.call("DELETE", path);
        QCOMPARE(account.status, 202);
        QCOMPARE(state(), QStringLiteral("DELETING"));
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + vpc);
        QCOMPARE(account.status, 409);
        account.pass(21);
        const Json gone = account.get(path);
        QCOMPARE(account.status, 404);
        QVERIFY(jsonString(gone, "message").contains(QStringLiteral("nat gateway with id")));
        account.pass(7);
        account.call("DELETE", QStringLiteral("/v2/vpcs/") + vpc);
        QCOMPARE(account.status, 204);
    }

    void natGatewayRefusals() {
        Account account;
        const QString vpc = account.vpc();
        Json body = {{"name", "gw"},
                     {"type", "PUBLIC"},
                     {"region", "nyc3"},
                     {"size", 1},
                     {"vpcs", Json::array({{{"vpc_uuid", vpc.toStdString()}, {"default_gateway", true}}})}};
        const auto tried = [&](const char *key, const Json &value) {
            Json changed = body;
            changed[key] = value;
            account.post(QStringLiteral("/v2/vpc_nat_gateways"), changed);
            return account.status;
        };
        QCOMPARE(tried("type", "PRIVATE"), 422);
        QCOMPARE(tried("size", 0), 422);
        QCOMPARE(tried("size", 6), 422);
        QCOMPARE(tried("name", "a b"), 422);
        QCOMPARE(tried("region", "fra1"), 422);
        QCOMPARE(tried("vpcs", Json::array()), 422);
        QCOMPARE(tried("vpcs", Json::array({{{"vpc_uuid", "no-such"}}})), 404);
        QCOMPARE(account.world.natGateways.size(), 0);
        QCOMPARE(tried("size", 5), 202);
        // One default gateway in a VPC at most.
        QCOMPARE(tried("name", "second"), 422);
    }

    void aGatewayCanFail() {
        Account account;
        account.world.switches.insert(QStringLiteral("nat_gateway:outcome"), QStringLiteral("ERROR"));
        const QString vpc = account.vpc();
        account.post(QStringLiteral("/v2/vpc_nat_gateways"),
                     {{"name", "gw"},
                      {"type", "PUBLIC"},
                      {"region", "nyc3"},
                      {"size", 1},
                      {"vpcs", Json::array({{{"vpc_uuid", vpc.toStdString()}}})}});
        account.pass(80);
        const Json list = account.get(QStringLiteral("/v2/vpc_nat_gateways"));
        QCOMPARE(jsonString(list["vpc_nat_gateways"][0], "state"), QStringLiteral("ERROR"));
    }
};

QTEST_GUILESS_MAIN(ApiNetworkTest)
#include "api_network_test.moc"
