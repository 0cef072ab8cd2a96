#include "core/base/redact.h"
#include "core/digitalocean/api.h"
#include "tests/support/fake_transport.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::digitalocean;

namespace {

Json gateway(const char *state, const char *inside, const char *outside) {
    Json vpc = {{"vpc_uuid", "v"}}, egresses = Json::object();
    if (*inside)
        vpc["gateway_ip"] = inside;
    if (*outside)
        egresses["public_gateways"] = Json::array({{{"ipv4", outside}}});
    return {{"vpc_nat_gateway",
             {{"id", "g"}, {"name", "n"}, {"state", state}, {"vpcs", Json::array({vpc})}, {"egresses", egresses}}}};
}

} // namespace

class ApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void natStates_data() {
        QTest::addColumn<Json>("reply");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("ready");
        const auto row = [](const char *word, NatGatewayState state) {
            QTest::addRow("%s", word) << gateway(word, "10.0.0.2", "1.2.3.4") << static_cast<int>(state)
                                      << (state == NatGatewayState::Active);
        };
        row("NEW", NatGatewayState::Pending);
        row("PROVISIONING", NatGatewayState::Pending);
        row("SOMETHING_NEW", NatGatewayState::Pending);
        row("ACTIVE", NatGatewayState::Active);
        row("active", NatGatewayState::Active);
        row("DELETING", NatGatewayState::Deleting);
        row("ERROR", NatGatewayState::Failed);
        row("INVALID", NatGatewayState::Failed);
        QTest::newRow("no egress") << gateway("ACTIVE", "10.0.0.2", "") << static_cast<int>(NatGatewayState::Active)
                                   << false;
        QTest::newRow("no gateway ip") << gateway("ACTIVE", "", "1.2.3.4") << static_cast<int>(NatGatewayState::Active)
                                       << false;
    }
    void natStates() {
        QFETCH(Json, reply);
        QFETCH(int, state);
        QFETCH(bool, ready);
        const auto gateway = natgateways::parse(reply);
        QVERIFY(gateway);
        QCOMPARE(static_cast<int>(gateway->state), state);
        QCOMPARE(gateway->isReady(), ready);
    }
    void malformed_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("not an object") << QByteArray("[]") << QStringLiteral("the document");
        QTest::newRow("missing") << QByteArray("{}") << QStringLiteral("\"droplet\"");
        QTest::newRow("null") << QByteArray("{\"droplet\":null}") << QStringLiteral("\"droplet\"");
        QTest::newRow("list") << QByteArray("{\"droplet\":[]}") << QStringLiteral("\"droplet\"");
        QTest::newRow("id text") << QByteArray("{\"droplet\":{\"id\":\"1\",\"name\":\"a\"}}")
                                 << QStringLiteral("\"droplet.id\"");
        QTest::newRow("id too large") << QByteArray("{\"droplet\":{\"id\":18446744073709551615,\"name\":\"a\"}}")
                                      << QStringLiteral("\"droplet.id\"");
        QTest::newRow("deep") << QByteArray(
                                     "{\"droplet\":{\"id\":1,\"name\":\"a\",\"networks\":{\"v4\":[{},{\"type\":3}]}}}")
                              << QStringLiteral("\"droplet.networks.v4[1].type\"");
        QTest::newRow("scalar item") << QByteArray("{\"droplet\":{\"id\":1,\"name\":\"a\",\"networks\":{\"v4\":[7]}}}")
                                     << QStringLiteral("\"droplet.networks.v4[0]\"");
        QTest::newRow("tags") << QByteArray("{\"droplet\":{\"id\":1,\"name\":\"a\",\"tags\":[1]}}")
                              << QStringLiteral("\"droplet.tags[0]\"");
    }
    void malformed() {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const auto droplet = droplets::parse(*parseJson(text));
        QVERIFY(!droplet);
        QCOMPARE(errorCodeName(droplet.error().code), QStringLiteral("malformed"));
        QVERIFY2(droplet.error().message.contains(path), qPrintable(droplet.error().message));
    }
    void dropletNetworks() {
        const auto droplet =
            droplets::parse({{"droplet",
                              {{"id", 3},
                               {"name", "a"},
                               {"status", "active"},
                               {"vpc_uuid", nullptr},
                               {"size", nullptr},
                               {"future", {{"x", 1}}},
                               {"networks",
                                {{"v4", Json::array({{{"type", "private"}, {"ip_address", "10.0.0.5"}},
                                                     {{"type", "public"}, {"ip_address", "203.0.113.9"}},
                                                     {{"type", "public"}, {"ip_address", "203.0.113.10"}}})},
                                 {"v6", Json::array()}}}}}});
        QVERIFY(droplet);
        QCOMPARE(droplet->publicIp, QStringLiteral("203.0.113.9"));
        QCOMPARE(droplet->privateIp, QStringLiteral("10.0.0.5"));
        QVERIFY(droplet->vpcId.isEmpty());
        QVERIFY(!droplet->hasIpv6);
    }
    void dropletBody() {
        const auto body = parseJson(
            droplets::create({.name = QStringLiteral("a"), .sshKeys = {QStringLiteral("12"), QStringLiteral("3b:16")}})
                .body);
        QCOMPARE(body->at("ssh_keys"), Json::array({12, "3b:16"}));
        QVERIFY(!body->contains("vpc_uuid"));
        QVERIFY(!body->contains("user_data"));
    }
    void firewallPorts() {
        const Json rule = {{"protocol", "tcp"}, {"ports", "0"}, {"sources", {{"addresses", {"0.0.0.0/0"}}}}};
        const auto parse = [](Json rule, const char *protocol, const char *ports) {
            rule["protocol"] = protocol;
            rule["ports"] = ports;
            return firewalls::parse({{"firewall",
                                      {{"id", "f"},
                                       {"name", "n"},
                                       {"inbound_rules", Json::array({rule})},
                                       {"pending_changes", nullptr}}}})
                ->inbound.first()
                .ports;
        };
        for (const char *all : {"0", "all", "1-65535"})
            QCOMPARE(parse(rule, "tcp", all), QStringLiteral("all"));
        QCOMPARE(parse(rule, "icmp", "0"), QStringLiteral("all"));
        QCOMPARE(parse(rule, "tcp", "22"), QStringLiteral("22"));
        QCOMPARE(parse(rule, "udp", "8000-9000"), QStringLiteral("8000-9000"));
        const auto sent = parseJson(
            firewalls::create({.name = QStringLiteral("n"),
                               .inbound = {{QStringLiteral("tcp"), QStringLiteral("all"), {}, {QStringLiteral("t")}}},
                               .outbound = {},
                               .tags = {}})
                .body);
        QCOMPARE(sent->at("inbound_rules")[0],
                 Json({{"protocol", "tcp"}, {"ports", "0"}, {"sources", {{"tags", {"t"}}}}}));
    }
    void clusterAlwaysSaysHa() {
        const auto body =
            parseJson(clusters::create({.name = QStringLiteral("c"), .poolName = QStringLiteral("p")}).body);
        QCOMPARE(body->at("ha"), Json(false));
        QCOMPARE(body->at("routing_agent").at("enabled"), Json(true));
    }
    void credentialsThatAreNoneAreRefused_data() {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("token");
        QTest::newRow("another line in the token") << "https://a.example"
                                                   << "t\r\nX-Evil: 1";
        QTest::newRow("a space in the token") << "https://a.example"
                                              << "t t";
        QTest::newRow("a token that is not ASCII") << "https://a.example" << QString(QChar(0xFFFD));
        QTest::newRow("a server without TLS") << "http://a.example"
                                              << "t";
        QTest::newRow("a server that is a file") << "file:///etc/passwd"
                                                 << "t";
        QTest::newRow("a server without a host") << "https://"
                                                 << "t";
        QTest::newRow("a server of two lines") << "https://a.example\nusers: []"
                                               << "t";
    }
    void credentialsThatAreNoneAreRefused() {
        QFETCH(const QString, server);
        QFETCH(const QString, token);
        Json reply = {{"server", "https://a.example:6443"}, {"token", "t"}, {"certificate_authority_data", "UEVN"}};
        QVERIFY(clusters::parseCredentials(reply));
        reply["server"] = server.toStdString();
        reply["token"] = token.toStdString();
        const auto refused = clusters::parseCredentials(reply);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Malformed);
    }

    void credentialsAreSecret() {
        const Json reply = {{"server", "https://k"},
                            {"certificate_authority_data", "UEVN"},
                            {"client_key_data", nullptr},
                            {"token", "kube-token-abcdef"},
                            {"expires_at", "2026-11-23T10:00:00Z"}};
        const auto credentials = clusters::parseCredentials(reply);
        QVERIFY(credentials);
        QCOMPARE(credentials->certificateAuthority, QByteArray("PEM"));
        QCOMPARE(credentials->expiresAt.toUTC(), QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
        QCOMPARE(redact(QStringLiteral("x kube-token-abcdef y")), QStringLiteral("x [redacted] y"));
    }
    void associated() {
        const auto found = clusters::parseAssociated(
            {{"load_balancers", Json::array({{{"id", "1"}, {"name", "lb"}}})}, {"volumes", nullptr}});
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().kind, QStringLiteral("load_balancer"));
        const HttpRequest request = clusters::destroySelective(QStringLiteral("c"), *found);
        QCOMPARE(request.method, QByteArray("DELETE"));
        QCOMPARE(*parseJson(request.body),
                 Json({{"load_balancers", {"1"}}, {"volumes", Json::array()}, {"volume_snapshots", Json::array()}}));
    }
    void nextPage() {
        Json reply = {{"tags", Json::array()},
                      {"links", {{"pages", {{"next", "https://api.digitalocean.com/v2/tags?page=2&per_page=200"}}}}}};
        QCOMPARE(tags::parseList(reply)->next, QStringLiteral("/v2/tags?page=2&per_page=200"));
        reply["links"]["pages"]["next"] = "/v2/tags?page=3";
        QCOMPARE(tags::parseList(reply)->next, QStringLiteral("/v2/tags?page=3"));
        reply["links"] = Json::object();
        QVERIFY(tags::parseList(reply)->next.isEmpty());
        reply["links"] = {{"pages", {{"next", "javascript:alert(1)"}}}};
        QVERIFY(!tags::parseList(reply));
    }
    void fingerprint() {
        // ssh-keygen -l -E md5 of this key says the same.
        const QString key =
            QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g me@here");
        QCOMPARE(*sshkeys::fingerprintOf(key), QStringLiteral("05:6d:11:6f:aa:82:7f:17:e4:a2:92:09:ca:cf:9d:42"));
        for (const char *bad : {"", "ssh-ed25519", "ssh-ed25519 !!!",
                                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g",
                                "-----BEGIN OPENSSH PRIVATE KEY-----"})
            QVERIFY(!sshkeys::fingerprintOf(QString::fromLatin1(bad)));
    }
    void scopes_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("scopes");
        const auto row = [](const char *method, const char *path, const char *scopes) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QString::fromLatin1(path) << QString::fromLatin1(scopes);
        };
        row("GET", "/v2/account", "account:read");
        row("GET", "/v2/sizes?per_page=200", "sizes:read regions:read");
        row("GET", "/v2/images?type=distribution", "image:read");
        row("POST", "/v2/account/keys", "ssh_key:create");
        row("DELETE", "/v2/account/keys/12", "ssh_key:delete");
        row("POST", "/v2/vpcs", "vpc:create");
        row("GET", "/v2/vpcs/x/members?per_page=200", "vpc:read");
        row("PUT", "/v2/vpc_nat_gateways/x", "nat_gateway:update");
        row("DELETE", "/v2/vpc_nat_gateways/x", "nat_gateway:delete");
        row("GET", "/v2/kubernetes/clusters/x/credentials?expiry_seconds=9", "kubernetes:access_cluster");
        row("DELETE", "/v2/kubernetes/clusters/x/destroy_with_associated_resources/selective", "kubernetes:delete");
        row("GET", "/v2/kubernetes/clusters/x/destroy_with_associated_resources", "kubernetes:read");
        row("POST", "/v2/droplets/1/actions", "droplet:update");
        row("GET", "/v2/droplets/1/actions/2", "droplet:read");
        row("DELETE", "/v2/firewalls/x/tags", "firewall:update");
        row("POST", "/v2/tags/x/resources", "tag:create");
        row("POST", "/v2/projects/x/resources", "project:assign_resource");
        row("GET", "/v2/unknown", "");
        row("GET", "/", "");
    }
    void scopes() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, scopes);
        QCOMPARE(scopesFor(method, path).join(QLatin1Char(' ')), scopes);
    }
    void errors_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words"); // in message or remedy
        const auto row = [](const char *name, const char *method, int status, const char *body, const char *code,
                            const char *words) {
            QTest::newRow(name) << QByteArray(method) << status << QByteArray(body) << QString::fromLatin1(code)
                                << QString::fromLatin1(words);
        };
        row("401", "GET", 401, R"({"id":"unauthorized","message":"Unable to authenticate you"})", "unauthenticated",
            "Enter another one");
        row("403", "POST", 403, R"({"id":"forbidden","message":"You are not authorized to perform this operation"})",
            "permission_denied", "vpc:create");
        row("403 members", "DELETE", 403, R"({"id":"forbidden","message":"Can not delete VPC with members"})",
            "conflict", "members");
        row("403 limit", "POST", 403, R"({"id":"forbidden","message":"droplet limit exceeded"})", "quota_exceeded",
            "raise the limit");
        row("404", "GET", 404, R"({"id":"not_found","message":"gone"})", "not_found", "gone");
        row("409", "DELETE", 409, R"({"id":"conflict","message":"Can not delete VPC with members"})", "conflict",
            "members");
        row("409 name", "POST", 409, R"({"id":"conflict","message":"nat gateway with name a already exists"})",
            "already_exists", "exists");
        row("422", "POST", 422, R"({"id":"unprocessable_entity","message":"This range/size overlaps"})",
            "invalid_input", "overlaps");
        row("422 key", "POST", 422,
            R"({"id":"unprocessable_entity","message":"SSH Key is already in use on your account"})", "already_exists",
            "in use");
        row("422 quota", "POST", 422,
            R"({"id":"unprocessable_entity","message":"creating this would exceed your droplet limit"})",
            "quota_exceeded", "limit");
        row("400 shape", "POST", 400, R"({"error":"bad","messages":["name is wrong","tag too"],"root_causes":[]})",
            "invalid_input", "name is wrong; tag too");
        row("429", "GET", 429, R"({"id":"too_many_requests","message":"slow"})", "rate_limited", "7 seconds");
        row("500", "GET", 500, "", "unavailable", "status.digitalocean.com");
        row("502 html", "GET", 502, "<html><body>Bad gateway</body></html>", "unavailable", "problem.");
        row("502 POST", "POST", 502, "<html>", "unknown_outcome", "Look whether");
        row("302", "GET", 302, "", "malformed", "API address");
        row("null message", "GET", 404, R"({"id":null,"message":null})", "not_found", "does not exist.");
        row("wrong types", "GET", 404, R"({"id":[],"message":{"a":1},"messages":7})", "not_found", "does not exist.");
        row("418", "GET", 418, "[]", "failed", "refused");
    }
    void errors() {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const Error error = errorFromReply(method, QStringLiteral("/v2/vpcs?a=b"),
                                           test::FakeTransport::raw(body, status, {{"retry-after", "7"}}));
        QCOMPARE(errorCodeName(error.code), code);
        const QString text = error.message + error.remedy;
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1Char('<')), qPrintable(text));
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.requestId, QStringLiteral("req-1"));
        QCOMPARE(error.retryAfterSeconds, 7);
        QCOMPARE(error.path, QString::fromLatin1(method) + QStringLiteral(" /v2/vpcs"));
    }

    void everyRefusalSaysWhatToDo() {
        for (const char *method : {"GET", "POST", "PUT", "DELETE"})
            for (const char *said : {"", "limit", "locked", "member", "default", "exists", "pending"})
                for (int status = 300; status < 600; ++status) {
                    const QByteArray body = QByteArray(R"({"id":"x","message":")") + said + "\"}";
                    const Error error =
                        errorFromReply(method, QStringLiteral("/v2/vpcs"), test::FakeTransport::raw(body, status));
                    QVERIFY2(!error.remedy.isEmpty() && !error.message.isEmpty(),
                             qPrintable(QStringLiteral("%1 %2 %3")
                                            .arg(QLatin1String(method))
                                            .arg(status)
                                            .arg(QLatin1String(said))));
                }
    }
};

QTEST_GUILESS_MAIN(ApiTest)
#include "api_test.moc"
