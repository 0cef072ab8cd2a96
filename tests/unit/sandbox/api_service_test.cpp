#include "core/sandbox/sandbox.h"
#include "tests/unit/sandbox/account.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;
using namespace sluice::sandbox::test;

/// What every endpoint shares (tokens, pages, limits, faults), and the whole service over the network.
class ApiServiceTest : public QObject {
    Q_OBJECT

    struct Service {
        std::unique_ptr<Sandbox> sandbox;
        QNetworkAccessManager network;
        QByteArray token;
        int status = 0;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QList<QNetworkReply::RawHeaderPair> headers;

        explicit Service(const Options &options = {}) {
            auto started = Sandbox::start(options);
            if (!started)
                qFatal("%s", qPrintable(started.error().toString()));
            sandbox = std::move(*started);
            token = sandbox->endpoints().token.toLatin1();
        }
        Json call(const QByteArray &method, const QString &path, const Json &body = nullptr, int timeout = 10000) {
            QNetworkRequest request(QUrl(sandbox->endpoints().api.toString() + path));
            request.setRawHeader("Authorization", "Bearer " + token);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
            request.setTransferTimeout(timeout);
            std::unique_ptr<QNetworkReply> reply(
                network.sendCustomRequest(request, method, body.is_null() ? QByteArray() : toJsonText(body)));
            QSignalSpy done(reply.get(), &QNetworkReply::finished);
            if (!reply->isFinished())
                done.wait(20000);
            status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            error = reply->error();
            headers = reply->rawHeaderPairs();
            const auto json = parseJson(reply->isOpen() ? reply->readAll() : QByteArray());
            return json ? *json : Json();
        }
    };

private Q_SLOTS:
    void tokens() {
        Account account;
        account.token = "wrong";
        const Json refused = account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 401);
        QCOMPARE(jsonString(refused, "id"), QStringLiteral("unauthorized"));
        account.token.clear();
        account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 401);
        account.token = "token-1";
        account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 200);
        account.api.addToken(QStringLiteral("narrow-token"),
                             {QStringLiteral("account:read"), QStringLiteral("vpc:read")});
        account.token = "narrow-token";
        const Json narrow = account.get(QStringLiteral("/v2/account"))["account"];
        QVERIFY(!narrow.contains("droplet_limit"));
        account.get(QStringLiteral("/v2/vpcs"));
        QCOMPARE(account.status, 200);
        account.vpc();
        QCOMPARE(account.status, 403);
        QCOMPARE(account.world.vpcs.size(), 0);
    }

    void aLockedAccountOnlyReads() {
        Account account;
        account.world.account["status"] = "locked";
        QCOMPARE(jsonString(account.get(QStringLiteral("/v2/account"))["account"], "status"), QStringLiteral("locked"));
        account.vpc();
        QCOMPARE(account.status, 403);
    }

    void unknownPathsAndBodies() {
        Account account;
        account.get(QStringLiteral("/v2/nothing"));
        QCOMPARE(account.status, 404);
        account.call("PATCH", QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 405);
        account.call("POST", QStringLiteral("/v2/vpcs"), Json("{not json"));
        QCOMPARE(account.status, 400);
        account.call("POST", QStringLiteral("/v2/vpcs"), Json("[]"));
        QCOMPARE(account.status, 400);
    }

    void pages() {
        Account account;
        Json page = account.get(QStringLiteral("/v2/sizes"));
        const int total = page["meta"]["total"].get<int>();
        QVERIFY(total > 20);
        QCOMPARE(page["sizes"].size(), std::size_t{20});
        QCOMPARE(jsonString(page["links"]["pages"], "next"),
                 QStringLiteral("http://sandbox.test/v2/sizes?page=2&per_page=20"));
        QVERIFY(!page["links"]["pages"].contains("prev"));
        page = account.get(QStringLiteral("/v2/sizes?page=2&per_page=20"));
        QCOMPARE(static_cast<int>(page["sizes"].size()), total - 20);
        QVERIFY(!page["links"]["pages"].contains("next"));
        QVERIFY(page["links"]["pages"].contains("prev"));
        page = account.get(QStringLiteral("/v2/sizes?per_page=200"));
        QCOMPARE(static_cast<int>(page["sizes"].size()), total);
        QCOMPARE(page["links"], Json::object());
        QCOMPARE(account.get(QStringLiteral("/v2/sizes?page=99"))["sizes"].size(), std::size_t{0});
        QCOMPARE(account.get(QStringLiteral("/v2/sizes?per_page=1"))["sizes"].size(), std::size_t{1});
        for (const char *odd : {"0", "-1", "x", "9999999999999999999"})
            QCOMPARE(account.get(QStringLiteral("/v2/sizes?per_page=") + QLatin1String(odd))["sizes"].size(),
                     std::size_t{20});
        for (int i = 0; i < 210; ++i)
            account.world.tags.insert(QStringLiteral("tag-%1").arg(i));
        QCOMPARE(account.get(QStringLiteral("/v2/tags?per_page=500"))["tags"].size(), std::size_t{200});
        // Filters stay in the links.
        QVERIFY(
            jsonString(account.get(QStringLiteral("/v2/images?type=distribution&per_page=5"))["links"]["pages"], "next")
                .contains(QStringLiteral("type=distribution")));
    }

    void theNewestImageIsNotTheNewestLts() {
        Account account;
        QString newest, newestDate;
        const Json images = account.get(QStringLiteral("/v2/images?type=distribution&per_page=200"))["images"];
        for (const Json &image : images) {
            if (jsonString(image, "distribution") == QLatin1String("Ubuntu") &&
                jsonString(image, "created_at") > newestDate) {
                newestDate = jsonString(image, "created_at");
                newest = jsonString(image, "slug");
            }
        }
        QCOMPARE(newest, QStringLiteral("ubuntu-22-04-x64"));
    }

    void rateLimits() {
        Account account;
        for (int i = 0; i < 250; ++i)
            account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 200);
        QCOMPARE(account.header("ratelimit-limit"), QByteArray("5000"));
        QCOMPARE(account.header("ratelimit-remaining"), QByteArray("4750"));
        const Json refused = account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 429);
        QCOMPARE(jsonString(refused, "id"), QStringLiteral("too_many_requests"));
        QCOMPARE(account.header("retry-after"), QByteArray("60"));
        account.pass(60);
        account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 200);
        for (int i = 0; i < 10; ++i)
            account.get(QStringLiteral("/v2/account/keys"));
        QCOMPARE(account.status, 200);
        account.get(QStringLiteral("/v2/account/keys"));
        QCOMPARE(account.status, 429);
        for (int minute = 0; minute < 19; ++minute) {
            account.pass(61);
            for (int i = 0; i < 250; ++i)
                account.get(QStringLiteral("/v2/account"));
        }
        QCOMPARE(account.status, 429); // 5000 in the hour
        QVERIFY(account.header("retry-after").isEmpty());
        account.world.switches.insert(QStringLiteral("rate_limit"), QStringLiteral("off"));
        account.get(QStringLiteral("/v2/account"));
        QCOMPARE(account.status, 200);
    }

    void faultsByRule() {
        Account account;
        const auto add = [&account](const Json &rule) {
            account.api.faults.clear();
            return account.api.faults.add(rule).has_value();
        };
        QVERIFY(add({{"method", "GET"}, {"path", "^/v2/regions$"}, {"nth", 2}, {"fault", "500"}}));
        QList<int> statuses;
        for (int i = 0; i < 3; ++i) {
            account.get(QStringLiteral("/v2/regions"));
            statuses << account.status;
        }
        QCOMPARE(statuses, QList<int>({200, 500, 200}));
        QVERIFY(add({{"fault", "429"}, {"seconds", 7}, {"count", 1}}));
        account.get(QStringLiteral("/v2/regions"));
        QCOMPARE(account.header("retry-after"), QByteArray("7"));
        account.get(QStringLiteral("/v2/regions"));
        QCOMPARE(account.status, 200);
        QVERIFY(add({{"fault", "429_no_retry_after"}}));
        account.get(QStringLiteral("/v2/regions"));
        QCOMPARE(account.status, 429);
        QVERIFY(account.header("retry-after").isEmpty());
        QVERIFY(add({{"fault", "503_html"}}));
        account.get(QStringLiteral("/v2/regions"));
        QCOMPARE(account.reply.contentType, QByteArray("text/html"));
        QVERIFY(add({{"fault", "502_but_created"}, {"method", "POST"}}));
        account.vpc("made");
        QCOMPARE(account.status, 502);
        QCOMPARE(account.world.vpcs.size(), 1);
        QVERIFY(add({{"fault", "500"}, {"method", "POST"}}));
        account.vpc("not-made", "10.101.0.0/24");
        QCOMPARE(account.world.vpcs.size(), 1);
        QVERIFY(add({{"fault", "timeout"}}));
        account.get(QStringLiteral("/v2/regions"));
        QCOMPARE(account.status, 0);
        QVERIFY(add({{"fault", "reset"}, {"method", "POST"}}));
        account.vpc("reset", "10.102.0.0/24");
        QVERIFY(account.last->wasReset);
        QCOMPARE(account.world.vpcs.size(), 2);
        QVERIFY(add({{"fault", "stale_list"}}));
        QCOMPARE(account.get(QStringLiteral("/v2/vpcs"))["vpcs"].size(), std::size_t{0});
        QCOMPARE(account.get(QStringLiteral("/v2/vpcs"))["vpcs"].size(), std::size_t{2});
        QVERIFY(add({{"fault", "wrong_types"}}));
        QVERIFY(!account.get(QStringLiteral("/v2/vpcs"))["vpcs"].is_array());
        QVERIFY(add({{"fault", "malformed"}}));
        QVERIFY(account.get(QStringLiteral("/v2/vpcs")).is_null());
        QVERIFY(add({{"fault", "truncated"}}));
        account.get(QStringLiteral("/v2/vpcs"));
        QVERIFY(account.last->truncated);
        QVERIFY(add({{"fault", "404"}, {"probability", 0.0}}));
        account.get(QStringLiteral("/v2/vpcs"));
        QCOMPARE(account.status, 200);
        QVERIFY(!add({{"fault", "explosion"}}));
        QVERIFY(!add({{"fault", "500"}, {"nht", 1}}));
        QVERIFY(!add({{"fault", "500"}, {"path", "("}}));
    }

    void overTheNetwork() {
        Service service({.seed = 3});
        QCOMPARE(jsonString(service.call("GET", QStringLiteral("/v2/account"))["account"], "status"),
                 QStringLiteral("active"));
        const QByteArray dial = service.sandbox->endpoints().dial.toEncoded();
        QVERIFY(service.headers.contains(QNetworkReply::RawHeaderPair("x-sluice-dial", dial)));
        service.call("POST", QStringLiteral("/_sluice/mutate"), {{"kind", "latencies"}, {"set", {{"vpc", 0}}}});
        QCOMPARE(service.status, 200);
        service.call("POST", QStringLiteral("/_sluice/vpcs/seed"), {{"count", 29}, {"region", "sfo3"}});
        QCOMPARE(service.status, 201);
        service.call("POST", QStringLiteral("/v2/vpcs"),
                     {{"name", "mine"}, {"region", "sfo3"}, {"ip_range", "172.18.4.0/24"}});
        QCOMPARE(service.status, 201);
        QCOMPARE(service.call("GET", QStringLiteral("/_sluice/inventory"))["vpcs"].size(), std::size_t{30});
        const Json log = service.call("GET", QStringLiteral("/_sluice/requests"))["requests"];
        QCOMPARE(jsonString(log.back(), "method"), QStringLiteral("POST"));
        QCOMPARE(log.back()["status"], Json(201));
        QCOMPARE(jsonString(log.back()["body"], "name"), QStringLiteral("mine"));
        service.call("GET", QStringLiteral("/_sluice/dial?host=192.0.2.1&port=22"));
        QCOMPARE(service.status, 404);
        service.call("GET", QStringLiteral("/_sluice/dial?host=192.0.2.1&port=0"));
        QCOMPARE(service.status, 422);
        service.call("POST", QStringLiteral("/_sluice/faults"),
                     Json::array({{{"fault", "reset_before"}, {"path", "/v2/regions"}}}));
        service.call("GET", QStringLiteral("/v2/regions"));
        QCOMPARE(service.error, QNetworkReply::RemoteHostClosedError);
        service.call("DELETE", QStringLiteral("/_sluice/faults"));
        service.call("POST", QStringLiteral("/_sluice/faults"), {{"fault", "timeout"}});
        service.call("GET", QStringLiteral("/v2/regions"), nullptr, 50);
        QCOMPARE(service.error, QNetworkReply::OperationCanceledError);
        service.token = "guess";
        service.call("GET", QStringLiteral("/_sluice/inventory"));
        QCOMPARE(service.status, 401);
    }

    void theLogKeepsNoUserData() {
        Service service;
        service.call("POST", QStringLiteral("/v2/droplets"), {{"name", "a"}, {"user_data", "nonce-4711"}});
        const Json log = service.call("GET", QStringLiteral("/_sluice/requests"));
        QVERIFY(log.dump().find("user_data") != std::string::npos);
        QVERIFY(log.dump().find("nonce-4711") == std::string::npos);
        QVERIFY(log.dump().find(service.token.toStdString()) == std::string::npos);
    }

    void aStoreSurvivesTheRestart() {
        QTemporaryDir folder;
        Options options{.seed = 4, .storeFile = folder.filePath(QStringLiteral("store.json"))};
        QString gateway;
        {
            Service service(options);
            service.call("POST", QStringLiteral("/_sluice/vpcs/seed"), {{"count", 1}});
            const Json vpc = service.call("GET", QStringLiteral("/v2/vpcs"))["vpcs"][0];
            gateway = jsonString(service.call("POST", QStringLiteral("/v2/vpc_nat_gateways"),
                                              {{"name", "gw"},
                                               {"type", "PUBLIC"},
                                               {"region", "nyc3"},
                                               {"size", 1},
                                               {"vpcs", Json::array({{{"vpc_uuid", vpc["id"]}}})}})["vpc_nat_gateway"],
                                 "id");
            service.call("POST", QStringLiteral("/_sluice/clock/advance"), {{"seconds", 40}});
        }
        Service service(options);
        const QString path = QStringLiteral("/v2/vpc_nat_gateways/") + gateway;
        QCOMPARE(jsonString(service.call("GET", path)["vpc_nat_gateway"], "state"), QStringLiteral("NEW"));
        service.call("POST", QStringLiteral("/_sluice/clock/advance"), {{"seconds", 30}});
        QCOMPARE(jsonString(service.call("GET", path)["vpc_nat_gateway"], "state"), QStringLiteral("NEW"));
        service.call("POST", QStringLiteral("/_sluice/clock/advance"), {{"seconds", 6}});
        QCOMPARE(jsonString(service.call("GET", path)["vpc_nat_gateway"], "state"), QStringLiteral("ACTIVE"));
    }

    void startRefusals() {
        QCOMPARE(Sandbox::start({.listenAddress = QStringLiteral("0.0.0.0")}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Sandbox::start({.fabric = QStringLiteral("netns")}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Sandbox::start({.latencyFile = QStringLiteral("/nonexistent")}).error().code, ErrorCode::InvalidInput);
        QTemporaryDir folder;
        QFile damaged(folder.filePath(QStringLiteral("store")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{oops");
        damaged.close();
        QCOMPARE(Sandbox::start({.storeFile = damaged.fileName()}).error().code, ErrorCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(ApiServiceTest)
#include "api_service_test.moc"
