#include "kube_lab.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::sandbox;
using namespace std::chrono_literals;

/// The verbs, on Routes mostly: what a write must look like, what it answers, and what a watch sees of it.
class KubeObjectsTest : public QObject {
    Q_OBJECT

    ManualClock clock;
    std::unique_ptr<KubeLab> lab;

    Answer post(const Json &body, const QString &query = {}) {
        return lab->call("POST", kRoutes + query, toJsonText(body));
    }
    Answer patch(const QString &name, const Json &body, const QByteArray &type, const QString &query = {}) {
        return lab->call("PATCH", kRoutes + QLatin1Char('/') + name + query, toJsonText(body), type);
    }
    const KubeObject *stored(const QString &name) {
        for (const KubeObject &object : std::as_const(lab->world.kube[lab->id])) {
            if (object.resource == QLatin1String("routes") && object.name == name)
                return &object;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init() {
        lab = std::make_unique<KubeLab>(&clock);
        lab->run();
        clock.advance(120s);
    }
    void cleanup() { lab.reset(); }

    void createReadDelete() {
        const Answer made = post(routeBody("egress"));
        QCOMPARE(made.status, 201);
        const Json &metadata = made.json["metadata"];
        QCOMPARE(jsonString(metadata, "namespace"), QStringLiteral("default"));
        QVERIFY(!jsonString(metadata, "uid").isEmpty());
        QCOMPARE(jsonStringList(metadata, "finalizers").size(), 1);
        QCOMPARE(stored(QStringLiteral("egress"))->changedAt, lab->world.elapsed());
        const Answer again = post(routeBody("egress"));
        QCOMPARE(again.status, 409);
        QCOMPARE(again.reason(), QStringLiteral("AlreadyExists"));
        const Answer missing = lab->get(kRoutes + QStringLiteral("/other"));
        QCOMPARE(missing.status, 404);
        QCOMPARE(missing.message(), QStringLiteral("routes.networking.doks.digitalocean.com \"other\" not found"));
        QCOMPARE(jsonString(missing.json["details"], "kind"), QStringLiteral("routes"));
    }

    void finalizerHoldsUntilTheAgentLetsGo() {
        lab->world.setLatencies({{QStringLiteral("kubernetes.finalizer"), 15}});
        QCOMPARE(post(routeBody("egress")).status, 201);
        const QString path = kRoutes + QStringLiteral("/egress");
        const Answer deleted = lab->call("DELETE", path);
        QCOMPARE(deleted.status, 200);
        QVERIFY(!jsonString(deleted.json["metadata"], "deletionTimestamp").isEmpty());
        clock.advance(14s);
        QCOMPARE(lab->call("DELETE", path).status, 200);
        QCOMPARE(lab->get(path).status, 200);
        clock.advance(1s);
        QCOMPARE(lab->get(path).status, 404);
        QCOMPARE(lab->call("DELETE", path).status, 404);
    }

    void finalizerStaysWhileTheAgentIsDown() {
        QCOMPARE(post(routeBody("egress")).status, 201);
        lab->world.switches[QStringLiteral("agent:") + lab->id] = QStringLiteral("crashloop");
        lab->world.changed();
        const QString path = kRoutes + QStringLiteral("/egress");
        QCOMPARE(lab->call("DELETE", path).status, 200);
        clock.advance(600s);
        QCOMPARE(lab->get(path).status, 200);
        lab->world.switches.clear();
        lab->world.changed();
        clock.advance(2s);
        QCOMPARE(lab->get(path).status, 404);
    }

    void removingTheFinalizerByHandEndsIt() {
        QCOMPARE(post(routeBody("egress")).status, 201);
        QCOMPARE(lab->call("DELETE", kRoutes + QStringLiteral("/egress")).status, 200);
        QCOMPARE(
            patch(QStringLiteral("egress"), {{"metadata", {{"finalizers", nullptr}}}}, "application/merge-patch+json")
                .status,
            200);
        QCOMPARE(lab->get(kRoutes + QStringLiteral("/egress")).status, 404);
    }

    void putNeedsTheNewestVersion() {
        Json body = post(routeBody("egress")).json;
        body["spec"]["gateways"] = {"10.20.0.77"};
        clock.advance(5s);
        const QString path = kRoutes + QStringLiteral("/egress");
        QCOMPARE(lab->call("PUT", path, toJsonText(body)).status, 200);
        QCOMPARE(stored(QStringLiteral("egress"))->changedAt, lab->world.elapsed());
        const Answer stale = lab->call("PUT", path, toJsonText(body));
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.reason(), QStringLiteral("Conflict"));
        body["metadata"].erase("resourceVersion");
        QCOMPARE(lab->call("PUT", path, toJsonText(body)).status, 422);
        QCOMPARE(jsonInt(lab->get(path).json["metadata"], "generation"), 2);
    }

    void labelsDoNotMoveChangedAt() {
        QCOMPARE(post(routeBody("egress")).status, 201);
        const Clock::Duration since = stored(QStringLiteral("egress"))->changedAt;
        clock.advance(5s);
        const Answer labelled =
            patch(QStringLiteral("egress"), {{"metadata", {{"labels", {{"a", "b"}}}}}}, "application/merge-patch+json");
        QCOMPARE(labelled.status, 200);
        QCOMPARE(stored(QStringLiteral("egress"))->changedAt, since);
    }

    void patchKinds() {
        QCOMPARE(post(routeBody("egress")).status, 201);
        const QString name = QStringLiteral("egress");
        const Json gateways = {{"spec", {{"gateways", {"10.20.0.10", "10.20.0.11"}}}}};
        QCOMPARE(patch(name, gateways, "application/merge-patch+json").json["spec"]["gateways"].size(), std::size_t(2));
        QCOMPARE(patch(name, gateways, "application/strategic-merge-patch+json").status, 415);
        const Json steps = Json::array({{{"op", "replace"}, {"path", "/spec/gateways/0"}, {"value", "10.20.0.12"}}});
        QCOMPARE(patch(name, steps, "application/json-patch+json").json["spec"]["gateways"][0], Json("10.20.0.12"));
        const Json wrong = Json::array({{{"op", "test"}, {"path", "/spec/gateways/0"}, {"value", "x"}}});
        QCOMPARE(patch(name, wrong, "application/json-patch+json").status, 422);
        QCOMPARE(patch(name, {{"spec", {{"gateways", {"no"}}}}}, "application/merge-patch+json").status, 422);
        QCOMPARE(patch(QStringLiteral("absent"), gateways, "application/merge-patch+json").status, 404);
    }

    void serverSideApplyCreatesAndChanges() {
        const QString path = kRoutes + QStringLiteral("/egress");
        const QByteArray yaml = "apiVersion: networking.doks.digitalocean.com/v1alpha1\nkind: Route\nmetadata:\n"
                                "  name: egress\nspec:\n  destinations: [\"0.0.0.0/0\"]\n  gateways: [10.20.0.9]\n";
        const QByteArray type = "application/apply-patch+yaml";
        QCOMPARE(lab->call("PATCH", path, yaml, type).status, 422);
        const QString query = QStringLiteral("?fieldManager=test");
        QCOMPARE(lab->call("PATCH", path + query, yaml, type).status, 201);
        QByteArray other = yaml;
        other.replace("0.0.9", "0.0.8");
        other.replace("20.0.9", "20.0.8");
        QCOMPARE(lab->call("PATCH", path + query, other, type).json["spec"]["gateways"][0], Json("10.20.0.8"));
    }

    void validation_data() {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("field");
        QTest::newRow("no spec") << QByteArray() << "spec";
        QTest::newRow("no gateways") << QByteArray(R"({"destinations":["0.0.0.0/0"]})") << "spec.gateways";
        QTest::newRow("no destinations") << QByteArray(R"({"gateways":["10.0.0.1"]})") << "spec.destinations";
        QTest::newRow("empty") << QByteArray(R"({"destinations":[],"gateways":["10.0.0.1"]})") << "spec.destinations";
        QTest::newRow("not a network") << QByteArray(R"({"destinations":["10.0.0.1"],"gateways":["10.0.0.1"]})")
                                       << "spec.destinations[0]";
        QTest::newRow("host bits") << QByteArray(R"({"destinations":["10.0.0.1/8"],"gateways":["10.0.0.1"]})")
                                   << "spec.destinations[0]";
        QTest::newRow("IPv6 gateway") << QByteArray(
                                             R"({"destinations":["0.0.0.0/0"],"gateways":["10.0.0.1","fd00::1"]})")
                                      << "spec.gateways[1]";
        QTest::newRow("number") << QByteArray(R"({"destinations":["0.0.0.0/0"],"gateways":[5]})") << "spec.gateways[0]";
        QTest::newRow("text") << QByteArray(R"({"destinations":"0.0.0.0/0","gateways":["10.0.0.1"]})")
                              << "spec.destinations";
    }

    void validation() {
        QFETCH(QByteArray, spec);
        QFETCH(QString, field);
        Json body = routeBody("egress");
        body.erase("spec");
        if (!spec.isEmpty())
            body["spec"] = *parseJson(spec);
        const Answer refused = post(body);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.reason(), QStringLiteral("Invalid"));
        QCOMPARE(jsonString(refused.json["details"]["causes"][0], "field"), field);
        QVERIFY(!stored(QStringLiteral("egress")));
    }

    void garbage_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not json") << QByteArray("{nope");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("metadata is text") << QByteArray(R"({"metadata":"x","spec":{}})");
        QTest::newRow("spec is a list") << QByteArray(R"({"metadata":{"name":"x"},"spec":[1]})");
        QTest::newRow("another kind") << QByteArray(
            R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{}})");
        QTest::newRow("nested deeply") << QByteArray(5000, '[') + QByteArray(5000, ']');
        QTest::newRow("another namespace") << toJsonText([] {
            Json body = routeBody("x");
            body["metadata"]["namespace"] = "kube-system";
            return body;
        }());
    }

    void garbage() {
        QFETCH(QByteArray, body);
        const Answer refused = lab->call("POST", kRoutes, body);
        QCOMPARE(refused.status, 400);
        QCOMPARE(jsonString(refused.json, "kind"), QStringLiteral("Status"));
        QCOMPARE(lab->get(kRoutes).status, 200);
    }

    void otherRefusals() {
        QCOMPARE(lab->call("POST", kRoutes, "x", "application/x-www-form-urlencoded").status, 415);
        QCOMPARE(post(routeBody("Bad_Name")).status, 422);
        const QString elsewhere = QString(kRoutes).replace(QStringLiteral("default"), QStringLiteral("nowhere"));
        const Answer nowhere = lab->call("POST", elsewhere, toJsonText(routeBody("egress")));
        QCOMPARE(nowhere.status, 404);
        QCOMPARE(nowhere.message(), QStringLiteral("namespaces \"nowhere\" not found"));
        QCOMPARE(lab->call("PUT", kRoutes, "{}").status, 405);
        QCOMPARE(lab->call("DELETE", QStringLiteral("/api/v1/namespaces/kube-system")).status, 403);
        const Answer huge = lab->call("POST", kRoutes, QByteArray(17 * 1024 * 1024, ' '));
        QVERIFY2(huge.status == 413 || huge.status == 0, QByteArray::number(huge.status).constData());
        QCOMPARE(lab->get(kRoutes).status, 200);
    }

    void unknownFieldsStrictOrPruned() {
        Json body = routeBody("egress");
        body["spec"]["overrideDefaultRoute"] = true;
        const Answer strict = post(body, QStringLiteral("?fieldValidation=Strict"));
        QCOMPARE(strict.status, 400);
        QVERIFY(strict.message().contains(QLatin1String("unknown field \"spec.overrideDefaultRoute\"")));
        const Answer lenient = post(body);
        QCOMPARE(lenient.status, 201);
        QVERIFY(!lenient.json["spec"].contains("overrideDefaultRoute"));
    }

    void dryRunLeavesNothing() {
        const QString dry = QStringLiteral("?dryRun=All");
        QCOMPARE(post(routeBody("egress"), dry).status, 201);
        QCOMPARE(lab->get(kRoutes + QStringLiteral("/egress")).status, 404);
        QCOMPARE(post(routeBody("egress")).status, 201);
        QCOMPARE(lab->call("DELETE", kRoutes + QStringLiteral("/egress") + dry).status, 200);
        QVERIFY(!lab->get(kRoutes + QStringLiteral("/egress")).json["metadata"].contains("deletionTimestamp"));
    }

    void preconditions() {
        QCOMPARE(post(routeBody("egress")).status, 201);
        const Answer other =
            lab->call("DELETE", kRoutes + QStringLiteral("/egress"), R"({"preconditions":{"uid":"x"}})");
        QCOMPARE(other.status, 409);
    }

    void generatedNames() {
        Json body = routeBody("x");
        body["metadata"] = {{"generateName", "egress-"}};
        const QString one = jsonString(post(body).json["metadata"], "name");
        const QString two = jsonString(post(body).json["metadata"], "name");
        QVERIFY(one.startsWith(QLatin1String("egress-")) && one != two);
        body["metadata"] = Json::object();
        QCOMPARE(post(body).status, 422);
    }

    void selectors_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("names");
        QTest::newRow("equal") << "labelSelector=tier%3Da"
                               << "one";
        QTest::newRow("double equal") << "labelSelector=tier%3D%3Da"
                                      << "one";
        QTest::newRow("not equal") << "labelSelector=tier!%3Da"
                                   << "three,two";
        QTest::newRow("in") << "labelSelector=tier%20in%20(a%2Cb)"
                            << "one,two";
        QTest::newRow("not in") << "labelSelector=tier%20notin%20(a)"
                                << "three,two";
        QTest::newRow("exists") << "labelSelector=tier"
                                << "one,two";
        QTest::newRow("absent") << "labelSelector=!tier"
                                << "three";
        QTest::newRow("both") << "labelSelector=tier%2Ctier!%3Da"
                              << "two";
        QTest::newRow("name") << "fieldSelector=metadata.name%3Dtwo"
                              << "two";
        QTest::newRow("bad label") << "labelSelector=tier%3D%3D%3Da"
                                   << "400";
        QTest::newRow("bad field") << "fieldSelector=spec.foo%3Dtwo"
                                   << "400";
    }

    void selectors() {
        QFETCH(QString, query);
        QFETCH(QString, names);
        for (const auto &[name, tier] : {std::pair{"one", "a"}, {"two", "b"}, {"three", ""}}) {
            Json body = routeBody(name);
            if (*tier)
                body["metadata"]["labels"] = {{"tier", tier}};
            QCOMPARE(post(body).status, 201);
        }
        const Answer list = lab->get(kRoutes + QLatin1Char('?') + query);
        if (names == QLatin1String("400")) {
            QCOMPARE(list.status, 400);
            return;
        }
        QStringList found;
        for (const Json &item : list.json["items"])
            found << jsonString(item["metadata"], "name");
        QCOMPARE(found.join(QLatin1Char(',')), names);
    }

    void pages() {
        for (const char *name : {"a", "b", "c", "d", "e"})
            QCOMPARE(post(routeBody(name)).status, 201);
        QStringList found;
        QString token;
        int pages = 0;
        do {
            const Answer page = lab->get(kRoutes + QStringLiteral("?limit=2&continue=") + token);
            for (const Json &item : page.json["items"])
                found << jsonString(item["metadata"], "name");
            token = jsonString(page.json["metadata"], "continue");
            ++pages;
        } while (!token.isEmpty() && pages < 10);
        QCOMPARE(pages, 3);
        QCOMPARE(found.join(QString()), QStringLiteral("abcde"));
        QCOMPARE(lab->get(kRoutes + QStringLiteral("?limit=2&continue=garbage")).status, 400);
    }

    void watchSeesEveryChange() {
        QCOMPARE(post(routeBody("before")).status, 201);
        const QString version = jsonString(lab->get(kRoutes).json["metadata"], "resourceVersion");
        const std::unique_ptr<QNetworkReply> watch(
            lab->send("GET", kRoutes + QStringLiteral("?watch=true&timeoutSeconds=100&resourceVersion=") + version));
        QTRY_COMPARE(watch->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QCOMPARE(post(routeBody("egress")).status, 201);
        QCOMPARE(lab->call("DELETE", kRoutes + QStringLiteral("/egress")).status, 200);
        clock.advance(60s);
        QTRY_COMPARE(watch->peek(1 << 20).count('\n'), 3);
        QStringList seen;
        for (const QByteArray &line : watch->readAll().trimmed().split('\n')) {
            const Json event = *parseJson(line);
            seen << jsonString(event, "type") + QLatin1Char(' ') + jsonString(event["object"]["metadata"], "name");
        }
        QCOMPARE(seen.join(QLatin1Char(',')), QStringLiteral("ADDED egress,MODIFIED egress,DELETED egress"));
        QVERIFY(!watch->isFinished());
        clock.advance(40s);
        QTRY_VERIFY(watch->isFinished());
        QCOMPARE(watch->error(), QNetworkReply::NoError);
    }

    void watchFromTheBeginningAndOfOneName() {
        QCOMPARE(post(routeBody("one")).status, 201);
        QCOMPARE(post(routeBody("two")).status, 201);
        const Answer watch = [this] {
            const std::unique_ptr<QNetworkReply> reply(lab->send(
                "GET", kRoutes + QStringLiteral("?watch=1&timeoutSeconds=1&fieldSelector=metadata.name%3Dtwo")));
            Answer answer;
            if (!QTest::qWaitFor([&reply] { return reply->bytesAvailable() > 0; }))
                return answer;
            clock.advance(1s);
            if (QTest::qWaitFor([&reply] { return reply->isFinished(); }))
                answer.raw = reply->readAll();
            return answer;
        }();
        QCOMPARE(watch.raw.count('\n'), 1);
        QVERIFY(watch.raw.contains("\"two\""));
    }

    void watchOfAForgottenVersionIsGone() {
        const Answer gone = lab->get(kRoutes + QStringLiteral("?watch=1&resourceVersion=3"));
        QCOMPARE(gone.status, 200);
        QCOMPARE(jsonString(gone.json, "type"), QStringLiteral("ERROR"));
        QCOMPARE(jsonInt(gone.json["object"], "code"), 410);
    }

    void tables() {
        const QByteArray accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
        const Answer nodes = lab->call("GET", QStringLiteral("/api/v1/nodes"), {}, "application/json", accept);
        QCOMPARE(jsonString(nodes.json, "kind"), QStringLiteral("Table"));
        QCOMPARE(nodes.json["rows"].size(), std::size_t(2));
        QCOMPARE(nodes.json["rows"][0]["cells"].size(), nodes.json["columnDefinitions"].size());
        QCOMPARE(nodes.json["rows"][0]["cells"][1], Json("Ready"));
        for (const char *path :
             {"/api/v1/pods", "/apis/apps/v1/daemonsets", "/api/v1/namespaces", "/api/v1/services",
              "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "/api/v1/serviceaccounts"}) {
            const Answer table = lab->call("GET", QString::fromLatin1(path), {}, "application/json", accept);
            QVERIFY2(!table.json["rows"].empty(), path);
            QCOMPARE(table.json["rows"][0]["cells"].size(), table.json["columnDefinitions"].size());
        }
    }

    void deleteCollection() {
        for (const char *name : {"a", "b"}) {
            Json map = {{"metadata", {{"name", name}, {"labels", {{"n", name}}}}}, {"data", {{"k", "v"}}}};
            QCOMPARE(lab->call("POST", QStringLiteral("/api/v1/namespaces/default/configmaps"), toJsonText(map)).status,
                     201);
        }
        const QString maps = QStringLiteral("/api/v1/namespaces/default/configmaps");
        QCOMPARE(lab->call("DELETE", maps + QStringLiteral("?labelSelector=n%3Da")).status, 200);
        QCOMPARE(lab->get(maps).json["items"].size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(KubeObjectsTest)
#include "kube_objects_test.moc"
