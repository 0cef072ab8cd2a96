#include "tests/unit/sandbox/account.h"

#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox::test;

/// Droplets, their actions, SSH keys, tags and firewalls.
class ApiMachinesTest : public QObject {
    Q_OBJECT

    static Json firewallBody(const char *name, const Json &tags) {
        return {{"name", name},
                {"inbound_rules",
                 Json::array(
                     {{{"protocol", "tcp"}, {"ports", "22"}, {"sources", {{"addresses", {"0.0.0.0/0", "::/0"}}}}}})},
                {"outbound_rules",
                 Json::array({{{"protocol", "tcp"}, {"ports", "all"}, {"destinations", {{"addresses", {"0.0.0.0/0"}}}}},
                              {{"protocol", "icmp"}, {"destinations", {{"addresses", {"0.0.0.0/0"}}}}}})},
                {"tags", tags}};
    }

private Q_SLOTS:
    void aDropletsLife() {
        Account account;
        QSignalSpy active(&account.world, &sandbox::World::dropletActive),
            gone(&account.world, &sandbox::World::dropletGone);
        const QString vpc = account.vpc();
        const Json made = account.droplet(vpc, "host", {"blue"});
        QCOMPARE(account.status, 202);
        const Json droplet = made["droplet"];
        for (const char *member : {"id", "name", "memory", "vcpus", "disk", "locked", "status", "created_at",
                                   "features", "backup_ids", "next_backup_window", "snapshot_ids", "image",
                                   "volume_ids", "size", "size_slug", "networks", "region", "tags"})
            QVERIFY2(droplet.contains(member), member);
        QCOMPARE(jsonString(droplet, "status"), QStringLiteral("new"));
        QVERIFY(!droplet.contains("vpc_uuid"));
        QVERIFY(droplet["networks"]["v4"].empty());
        const QString path = QStringLiteral("/v2/droplets/%1").arg(droplet["id"].get<qint64>());
        const QString action = QStringLiteral("/v2/actions/%1").arg(made["links"]["actions"][0]["id"].get<qint64>());
        QCOMPARE(jsonString(account.get(action)["action"], "status"), QStringLiteral("in-progress"));
        account.pass(9);
        QCOMPARE(jsonString(account.get(path)["droplet"], "vpc_uuid"), vpc);
        QCOMPARE(active.count(), 0);
        account.pass(30);
        QCOMPARE(active.count(), 1);
        const Json ready = account.get(path)["droplet"];
        QCOMPARE(jsonString(ready, "status"), QStringLiteral("active"));
        QCOMPARE(ready["networks"]["v4"].size(), std::size_t{2});
        QCOMPARE(jsonString(account.get(action)["action"], "status"), QStringLiteral("completed"));
        QCOMPARE(account.get(QStringLiteral("/v2/droplets?tag_name=blue"))["meta"]["total"], Json(1));
        QCOMPARE(account.get(QStringLiteral("/v2/droplets?tag_name=Blue"))["meta"]["total"], Json(0));
        account.call("DELETE", path);
        QCOMPARE(account.status, 204);
        account.get(path);
        QCOMPARE(account.status, 200);
        account.pass(11);
        account.get(path);
        QCOMPARE(account.status, 404);
        QCOMPARE(gone.count(), 1);
        // The tag outlives the droplet.
        QCOMPARE(account.get(QStringLiteral("/v2/tags/blue"))["tag"]["resources"]["count"], Json(0));
    }

    void dropletRefusals_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("status");
        QTest::newRow("name") << QByteArray(R"({"name":"a_b"})") << 422;
        QTest::newRow("region") << QByteArray(R"({"region":"xyz1"})") << 422;
        QTest::newRow("closed region") << QByteArray(R"({"region":"ams2"})") << 422;
        QTest::newRow("size") << QByteArray(R"({"size":"s-99"})") << 422;
        QTest::newRow("retired size") << QByteArray(R"({"size":"s-2vcpu-4gb-retired"})") << 422;
        QTest::newRow("image") << QByteArray(R"({"image":"ubuntu-4-04"})") << 422;
        QTest::newRow("key") << QByteArray(R"({"ssh_keys":[1]})") << 422;
        QTest::newRow("vpc") << QByteArray(R"({"vpc_uuid":"nope"})") << 404;
        QTest::newRow("vpc elsewhere") << QByteArray(R"({"region":"fra1"})") << 422;
        QTest::newRow("tag") << QByteArray(R"({"tags":["a b"]})") << 422;
        QTest::newRow("tags of another type") << QByteArray(R"({"tags":"a"})") << 422;
        QTest::newRow("private with ipv6") << QByteArray(R"({"public_networking":false,"ipv6":true})") << 422;
        QTest::newRow("eleven names") << QByteArray(R"({"names":["a","a","a","a","a","a","a","a","a","a","a"]})")
                                      << 422;
        QTest::newRow("fine") << QByteArray(R"({})") << 202;
        QTest::newRow("image by number") << QByteArray(R"({"image":211733805})") << 202;
    }
    void dropletRefusals() {
        QFETCH(QByteArray, change);
        QFETCH(int, status);
        Account account;
        Json body = {{"name", "host"},
                     {"region", "nyc3"},
                     {"size", "s-2vcpu-4gb"},
                     {"image", "ubuntu-24-04-x64"},
                     {"vpc_uuid", account.vpc().toStdString()}};
        body.update(*parseJson(change));
        account.post(QStringLiteral("/v2/droplets"), body);
        QCOMPARE(account.status, status);
        QCOMPARE(account.world.droplets.size(), status == 202 ? 1 : 0);
    }

    void userDataAndTheDropletLimit() {
        Account account;
        Json body = {{"name", "host"},
                     {"region", "nyc3"},
                     {"size", "s-2vcpu-4gb"},
                     {"image", "ubuntu-24-04-x64"},
                     {"user_data", std::string(64 * 1024 + 1, 'x')}};
        account.post(QStringLiteral("/v2/droplets"), body);
        QCOMPARE(account.status, 422);
        body["user_data"] = std::string(64 * 1024, 'x');
        account.post(QStringLiteral("/v2/droplets"), body);
        QCOMPARE(account.status, 202);
        // No vpc_uuid: the region's default, made for it.
        QCOMPARE(account.world.vpcs.size(), 1);
        account.world.account["droplet_limit"] = 3;
        body = {{"names", {"a", "b", "c"}}, {"region", "nyc3"}, {"size", "s-2vcpu-4gb"}, {"image", "ubuntu-24-04-x64"}};
        const Json refused = account.post(QStringLiteral("/v2/droplets"), body);
        QCOMPARE(account.status, 422);
        QVERIFY(jsonString(refused, "message").contains(QStringLiteral("droplet limit")));
        body["names"] = {"a", "b"};
        QCOMPARE(account.post(QStringLiteral("/v2/droplets"), body)["droplets"].size(), std::size_t{2});
    }

    void aPrivateDropletHasNoPublicAddress() {
        Account account;
        account.post(QStringLiteral("/v2/droplets"), {{"name", "host"},
                                                      {"region", "nyc3"},
                                                      {"size", "s-2vcpu-4gb"},
                                                      {"image", "ubuntu-24-04-x64"},
                                                      {"public_networking", false}});
        account.pass(40);
        const Json v4 = account.get(QStringLiteral("/v2/droplets"))["droplets"][0]["networks"]["v4"];
        QCOMPARE(v4.size(), std::size_t{1});
        QCOMPARE(jsonString(v4[0], "type"), QStringLiteral("private"));
    }

    void actions() {
        Account account;
        const qint64 id = account.droplet(account.vpc())["droplet"]["id"].get<qint64>();
        const QString path = QStringLiteral("/v2/droplets/%1").arg(id);
        account.post(path + QStringLiteral("/actions"), {{"type", "reboot"}});
        QCOMPARE(account.status, 422);
        account.pass(40);
        QSignalSpy reboot(&account.world, &sandbox::World::dropletReboot);
        account.post(path + QStringLiteral("/actions"), {{"type", "reboot"}});
        QCOMPARE(account.status, 201);
        QCOMPARE(reboot.count(), 1);
        account.post(path + QStringLiteral("/actions"), {{"type", "power_off"}});
        account.pass(25);
        QCOMPARE(jsonString(account.get(path)["droplet"], "status"), QStringLiteral("off"));
        account.post(path + QStringLiteral("/actions"), {{"type", "levitate"}});
        QCOMPARE(account.status, 422);
        QCOMPARE(account.get(path + QStringLiteral("/actions"))["meta"]["total"], Json(3));
    }

    void sshKeys() {
        Account account;
        // RFC 4716 style blob of an ed25519 key: 4-byte length, type, 4-byte length, 32 bytes.
        const QByteArray blob =
            QByteArray::fromHex("0000000b") + "ssh-ed25519" + QByteArray::fromHex("00000020") + QByteArray(32, 'k');
        const std::string line = "ssh-ed25519 " + blob.toBase64().toStdString() + " me@here";
        const Json key =
            account.post(QStringLiteral("/v2/account/keys"), {{"name", "k"}, {"public_key", line}})["ssh_key"];
        QCOMPARE(account.status, 201);
        const QString print = QString::fromLatin1(QCryptographicHash::hash(blob, QCryptographicHash::Md5).toHex(':'));
        QCOMPARE(jsonString(key, "fingerprint"), print);
        const Json again = account.post(QStringLiteral("/v2/account/keys"), {{"name", "k2"}, {"public_key", line}});
        QCOMPARE(account.status, 422);
        QVERIFY(jsonString(again, "message").contains(QStringLiteral("already in use")));
        account.post(QStringLiteral("/v2/account/keys"),
                     {{"name", "bad"}, {"public_key", "ssh-rsa " + blob.toBase64().toStdString()}});
        QCOMPARE(account.status, 422);
        account.get(QStringLiteral("/v2/account/keys/") + print);
        QCOMPARE(account.status, 200);
        account.call("DELETE", QStringLiteral("/v2/account/keys/%1").arg(key["id"].get<qint64>()));
        QCOMPARE(account.status, 204);
        account.get(QStringLiteral("/v2/account/keys/") + print);
        QCOMPARE(account.status, 404);
    }

    void aFirewallNeedsItsTags() {
        Account account;
        const Json refused = account.post(QStringLiteral("/v2/firewalls"), firewallBody("fw", {"edge"}));
        QCOMPARE(account.status, 422);
        QVERIFY(refused.contains("error") && refused["messages"].is_array() && refused["root_causes"].is_array());
        account.post(QStringLiteral("/v2/tags"), {{"name", "edge"}});
        QCOMPARE(account.status, 201);
        const Json made = account.post(QStringLiteral("/v2/firewalls"), firewallBody("fw", {"edge"}))["firewall"];
        QCOMPARE(account.status, 202);
        // Nothing attached yet: done at once.
        QCOMPARE(jsonString(made, "status"), QStringLiteral("succeeded"));
        QCOMPARE(jsonString(made["outbound_rules"][0], "ports"), QStringLiteral("0"));
        QCOMPARE(jsonString(made["outbound_rules"][1], "ports"), QStringLiteral("0"));
        account.post(QStringLiteral("/v2/firewalls"), firewallBody("fw", {"edge"}));
        QCOMPARE(account.status, 409);

        const qint64 id = account.droplet(account.vpc(), "host", {"edge"})["droplet"]["id"].get<qint64>();
        const QString path = QStringLiteral("/v2/firewalls/") + jsonString(made, "id");
        const Json waiting = account.get(path)["firewall"];
        QCOMPARE(jsonString(waiting, "status"), QStringLiteral("waiting"));
        QCOMPARE(waiting["pending_changes"][0]["droplet_id"], Json(id));
        account.pass(4);
        const Json done = account.get(path)["firewall"];
        QCOMPARE(jsonString(done, "status"), QStringLiteral("succeeded"));
        QVERIFY(done["pending_changes"].empty());
    }

    void firewallRefusals() {
        Account account;
        const auto tried = [&account](const Json &change) {
            Json body = firewallBody("fw", Json::array());
            body.update(change);
            account.post(QStringLiteral("/v2/firewalls"), body);
            return account.status;
        };
        const auto rule = [](const char *protocol, const char *ports, const char *address) {
            return Json::array({{{"protocol", protocol}, {"ports", ports}, {"sources", {{"addresses", {address}}}}}});
        };
        QCOMPARE(tried({{"name", "a_b"}}), 422);
        QCOMPARE(tried({{"inbound_rules", rule("gre", "1", "0.0.0.0/0")}}), 422);
        QCOMPARE(tried({{"inbound_rules", rule("tcp", "0-70000", "0.0.0.0/0")}}), 422);
        QCOMPARE(tried({{"inbound_rules", rule("tcp", "90-80", "0.0.0.0/0")}}), 422);
        QCOMPARE(tried({{"inbound_rules", rule("tcp", "22", "10.0.0.1/8")}}), 422);
        QCOMPARE(tried({{"droplet_ids", {4711}}}), 422);
        QCOMPARE(tried({{"inbound_rules", Json::array()}, {"outbound_rules", Json::array()}}), 422);
        QCOMPARE(account.world.firewalls.size(), 0);
        QCOMPARE(tried({{"inbound_rules", rule("tcp", "8000-9000", "10.0.0.1")}}), 202);
    }

    void partsOfAFirewall() {
        Account account;
        const qint64 id = account.droplet(account.vpc(), "host", {"a"})["droplet"]["id"].get<qint64>();
        const Json made = account.post(QStringLiteral("/v2/firewalls"), firewallBody("fw", Json::array()))["firewall"];
        const QString path = QStringLiteral("/v2/firewalls/") + jsonString(made, "id");
        account.post(path + QStringLiteral("/tags"), {{"tags", {"no-such"}}});
        QCOMPARE(account.status, 422);
        account.post(path + QStringLiteral("/tags"), {{"tags", {"a"}}});
        QCOMPARE(account.status, 204);
        account.post(path + QStringLiteral("/droplets"), {{"droplet_ids", {id}}});
        account.post(
            path + QStringLiteral("/rules"),
            {{"inbound_rules", Json::array({{{"protocol", "udp"}, {"ports", "53"}, {"sources", {{"tags", {"a"}}}}}})}});
        QCOMPARE(account.status, 204);
        Json now = account.get(path)["firewall"];
        QCOMPARE(now["tags"], Json::array({"a"}));
        QCOMPARE(now["droplet_ids"], Json::array({id}));
        QCOMPARE(now["inbound_rules"].size(), std::size_t{2});
        // A deleted droplet lingers in the firewall.
        account.call("DELETE", QStringLiteral("/v2/droplets/%1").arg(id));
        account.pass(11);
        QCOMPARE(account.get(path)["firewall"]["droplet_ids"].size(), std::size_t{1});
        account.pass(21);
        QCOMPARE(account.get(path)["firewall"]["droplet_ids"].size(), std::size_t{0});
    }

    void tags() {
        Account account;
        account.post(QStringLiteral("/v2/tags"), {{"name", "not ok"}});
        QCOMPARE(account.status, 422);
        account.post(QStringLiteral("/v2/tags"), {{"name", "t:1"}});
        account.post(QStringLiteral("/v2/tags"), {{"name", "t:1"}});
        QCOMPARE(account.status, 201);
        const qint64 id = account.droplet(account.vpc())["droplet"]["id"].get<qint64>();
        account.post(QStringLiteral("/v2/tags/t:1/resources"),
                     {{"resources", Json::array({{{"resource_id", std::to_string(id)}, {"resource_type", "droplet"}},
                                                 {{"resource_id", "1"}, {"resource_type", "droplet"}}})}});
        QCOMPARE(account.status, 204);
        QCOMPARE(account.get(QStringLiteral("/v2/tags/t:1"))["tag"]["resources"]["droplets"]["count"], Json(1));
        account.call("DELETE", QStringLiteral("/v2/droplets?tag_name=t:1"));
        QCOMPARE(account.status, 204);
        account.pass(11);
        QCOMPARE(account.world.droplets.size(), 0);
        account.call("DELETE", QStringLiteral("/v2/tags/t:1"));
        QCOMPARE(account.status, 204);
        account.get(QStringLiteral("/v2/tags/t:1"));
        QCOMPARE(account.status, 404);
    }
};

QTEST_GUILESS_MAIN(ApiMachinesTest)
#include "api_machines_test.moc"
