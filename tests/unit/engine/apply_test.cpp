#include "tests/support/engine_bench.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::engine;
using namespace sluice::testing;

class ApplyTest : public QObject {
    Q_OBJECT
    static void report(const Bench::Outcome &outcome) {
        for (const StepState &step : outcome.steps)
            qInfo() << step.name << stepPhaseName(step.phase) << step.detail << step.error.message;
    }

private Q_SLOTS:
    void wholeGraph() {
        Bench bench;
        const auto outcome = bench.apply();
        if (!outcome.ok())
            report(outcome);
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.notOneOfEach(), QString());
        for (const QString &name :
             {QStringLiteral("vpc_id"), QStringLiteral("nat_gateway_id"), QStringLiteral("nat_gateway_public_ip"),
              QStringLiteral("nat_gateway_gateway_ip"), QStringLiteral("cluster_id"), QStringLiteral("cluster_name"),
              QStringLiteral("cluster_endpoint"), QStringLiteral("bastion_public_ip"),
              QStringLiteral("bastion_private_ip"), QStringLiteral("droplet_public_ip"),
              QStringLiteral("droplet_private_ip"), QStringLiteral("ubuntu_image"), QStringLiteral("route_name")})
            QVERIFY2(!outcome.outputs.value(name).isEmpty(), qPrintable(name));
        const auto record = bench.state->deployment(bench.plan.deployment);
        QCOMPARE(record->phase, QStringLiteral("ready"));
        QCOMPARE(record->outputs, outputsToJson(outcome.outputs));
        for (const StepState &step : outcome.steps) {
            QCOMPARE(step.phase, StepPhase::Ready);
            QVERIFY(step.started.isValid() && step.finished.isValid() && step.started <= step.finished);
            if (step.kind != QLatin1String("check"))
                QVERIFY2(step.apiCalls > 0, qPrintable(step.name));
        }
        // What the cluster was told is the gateway's address.
        QVERIFY(QString::fromUtf8(toJsonText(bench.cluster.route))
                    .contains(outcome.outputs.value(QStringLiteral("nat_gateway_gateway_ip"))));
        // Both hosts' keys were attested and pinned.
        for (const QString &address : {outcome.outputs.value(QStringLiteral("bastion_public_ip")),
                                       outcome.outputs.value(QStringLiteral("droplet_private_ip"))})
            QVERIFY(!bench.state->fact(bench.plan.deployment, QStringLiteral("hostkey/") + address).isEmpty());
    }

    void orderOfEvents() {
        Bench bench;
        const auto outcome = bench.apply();
        QVERIFY(outcome.ok());
        const auto at = [&](const char *event) {
            const qsizetype index = outcome.events.indexOf(QString::fromLatin1(event));
            if (index < 0)
                qWarning() << "never:" << event << outcome.events;
            return index;
        };
        QVERIFY(at("bastion_firewall ready") < at("bastion intended"));
        QVERIFY(at("private_firewall ready") < at("droplet intended"));
        QVERIFY(at("nat_gateway ready") < at("droplet intended"));
        QVERIFY(at("route_served ready") < at("route ready"));
        // Gateway, cluster and bastion are under way together.
        QVERIFY(at("cluster intended") < at("nat_gateway ready"));
        QVERIFY(at("bastion intended") < at("nat_gateway ready"));
        QVERIFY(bench.cloud.maxOpen >= 3);
        // The whole takes as long as its slowest chain, not the sum.
        QVERIFY2(bench.clock.elapsed() < seconds(360), qPrintable(QString::number(bench.clock.elapsed().count())));
    }

    void intentIsCommittedBeforeEachPost() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        const auto journal = bench.journal();
        QMap<QString, QStringList> kinds;
        for (const store::Entry &entry : journal)
            kinds[entry.step] << store::entryKindName(entry.kind);
        for (const blueprint::PlannedResource &planned : bench.plan.resources) {
            const QStringList expected =
                planned.kind == QLatin1String("check") || planned.kind == QLatin1String("route")
                    ? QStringList{QStringLiteral("intent"), QStringLiteral("done")}
                    : QStringList{QStringLiteral("intent"), QStringLiteral("accepted"), QStringLiteral("done")};
            QCOMPARE(kinds.value(planned.name), expected);
        }
    }

    void diskFullStopsBeforeThePost_data() {
        QTest::addColumn<int>("appends");
        for (int appends : {0, 1, 2, 3, 5, 8, 13, 21, 30})
            QTest::addRow("after %d entries", appends) << appends;
    }
    void diskFullStopsBeforeThePost() {
        QFETCH(int, appends);
        Bench bench;
        const auto outcome = bench.apply({.appendsUntilFull = appends});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::Storage);
        int posts = 0;
        for (const QString &line : bench.cloud.log)
            posts += line.startsWith(QLatin1String("POST"));
        int intents = 0;
        for (const store::Entry &entry : bench.journal())
            intents += entry.kind == store::EntryKind::Intent && !entry.step.endsWith(QLatin1String("_ready")) &&
                       entry.step != QLatin1String("route_served") && entry.step != QLatin1String("route");
        QCOMPARE(posts, intents);
        QVERIFY(bench.apply().ok());
        QCOMPARE(bench.notOneOfEach(), QString());
    }

    void lostAnswersMakeNothingTwice_data() {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("fault");
        for (const char *call : {"POST /v2/vpcs", "POST /v2/vpc_nat_gateways", "POST /v2/kubernetes/clusters",
                                 "POST /v2/droplets", "POST /v2/firewalls", "POST /v2/tags", "POST /v2/account/keys"})
            for (const auto &[name, fault] :
                 {std::pair("502 but done", Fault::BadGatewayButDone), std::pair("502 not done", Fault::BadGateway),
                  std::pair("timeout but done", Fault::TimeoutButDone), std::pair("429", Fault::TooMany429)})
                QTest::addRow("%s: %s", call, name) << QString::fromLatin1(call) << static_cast<int>(fault);
    }
    void lostAnswersMakeNothingTwice() {
        QFETCH(QString, call);
        QFETCH(int, fault);
        Bench bench;
        bench.cloud.listLag = seconds(12);
        bench.cloud.faults[call] = {static_cast<Fault>(fault)};
        const auto outcome = bench.apply();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.notOneOfEach(), QString());
    }

    void notFoundRightAfterCreateIsWaitedFor() {
        Bench bench;
        bench.cloud.readLag = seconds(25);
        const auto outcome = bench.apply();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
    }

    void activeWithoutAddressesIsNotReady() {
        Bench bench;
        bench.cloud.natActive = seconds(30);
        bench.cloud.natAddresses = seconds(200);
        const auto outcome = bench.apply();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QVERIFY(bench.clock.elapsed() > seconds(200));
        QVERIFY(!outcome.outputs.value(QStringLiteral("nat_gateway_public_ip")).isEmpty());
    }

    void errorStateFailsDependentsOnly() {
        Bench bench;
        bench.cloud.natFails = true;
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::Failed);
        QCOMPARE(outcome.error().resource, QStringLiteral("nat_gateway"));
        QCOMPARE(outcome.step(QStringLiteral("nat_gateway"))->phase, StepPhase::Failed);
        QCOMPARE(outcome.step(QStringLiteral("droplet"))->phase, StepPhase::Skipped);
        QCOMPARE(outcome.step(QStringLiteral("droplet_ready"))->phase, StepPhase::Skipped);
        QCOMPARE(outcome.step(QStringLiteral("route"))->phase, StepPhase::Skipped);
        QCOMPARE(outcome.step(QStringLiteral("cluster"))->phase, StepPhase::Ready);
        QCOMPARE(outcome.step(QStringLiteral("bastion_ready"))->phase, StepPhase::Ready);
        QCOMPARE(bench.state->deployment(bench.plan.deployment)->phase, QStringLiteral("failed"));
        const auto destroyed = bench.destroy();
        QVERIFY2(destroyed.ok(), qPrintable(destroyed.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
    }

    void refusalShowsTheRequestId() {
        Bench bench;
        bench.cloud.faults[QStringLiteral("POST /v2/firewalls")] = {Fault::Refused422};
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
        QVERIFY(!outcome.error().requestId.isEmpty());
        QVERIFY(bench.apply().ok());
        QCOMPARE(bench.notOneOfEach(), QString());
    }

    void foreignObjectsOfTheSameNameAreNeverTouched() {
        Bench bench;
        const auto named = [&](const char *suffix) { return std::string("egress") + suffix; };
        bench.cloud.addForeign(
            QStringLiteral("vpc"),
            {{"name", named("-vpc")}, {"ip_range", "10.50.0.0/20"}, {"description", "theirs"}, {"region", "nyc3"}});
        bench.cloud.addForeign(QStringLiteral("droplet"), {{"name", named("-bastion")}, {"tags", {"theirs"}}});
        bench.cloud.addForeign(QStringLiteral("firewall"), {{"name", named("-bastion-fw")}, {"tags", {"theirs"}}});
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(outcome.error().resource, QStringLiteral("vpc"));
        QVERIFY(!outcome.error().remedy.isEmpty());
        const auto destroyed = bench.destroy();
        QVERIFY2(destroyed.ok(), qPrintable(destroyed.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
        QCOMPARE(bench.cloud.count(QStringLiteral("vpc"), true), 1);
        QCOMPARE(bench.cloud.count(QStringLiteral("droplet"), true), 1);
        QCOMPARE(bench.cloud.count(QStringLiteral("firewall"), true), 1);
    }

    void strangersAreNeverAdoptedAfterALostAnswer() {
        Bench bench;
        bench.cloud.addForeign(QStringLiteral("kubernetes_cluster"),
                               {{"name", "egress-cluster"}, {"vpc_uuid", "theirs"}, {"tags", {"theirs"}}});
        bench.cloud.addForeign(QStringLiteral("droplet"), {{"name", "egress-bastion"}, {"tags", {"theirs"}}});
        bench.cloud.addForeign(QStringLiteral("firewall"), {{"name", "egress-private-fw"}, {"tags", {"theirs"}}});
        bench.cloud.addForeign(QStringLiteral("ssh_key"),
                               {{"name", "sluice-qwerty"}, {"public_key", "ssh-ed25519 AAAAtheirs"}});
        for (const char *call :
             {"POST /v2/kubernetes/clusters", "POST /v2/droplets", "POST /v2/firewalls", "POST /v2/account/keys"})
            bench.cloud.faults[QString::fromLatin1(call)] = {Fault::BadGateway, Fault::BadGateway};
        const auto outcome = bench.apply();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        QCOMPARE(bench.notOneOfEach(), QString());
        const auto destroyed = bench.destroy();
        QVERIFY2(destroyed.ok(), qPrintable(destroyed.text()));
        QCOMPARE(bench.cloud.countAll(), 0);
        for (const char *kind : {"kubernetes_cluster", "droplet", "firewall", "ssh_key"})
            QCOMPARE(bench.cloud.count(QString::fromLatin1(kind), true), 1);
    }

    void refusalAfterDoubtIsToldAsARefusal() {
        Bench bench;
        bench.cloud.faults[QStringLiteral("POST /v2/vpc_nat_gateways")] = {Fault::BadGateway, Fault::Refused422,
                                                                           Fault::Refused422, Fault::Refused422};
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
        QCOMPARE(bench.cloud.count(QStringLiteral("vpc_nat_gateway")), 0);
    }

    void severalCandidatesNeedADecision() {
        Bench bench;
        for (int twin = 0; twin < 2; ++twin)
            bench.cloud.addForeign(QStringLiteral("vpc"), {{"name", "egress-vpc"},
                                                           {"ip_range", "10.50.0.0/20"},
                                                           {"description", "says qwerty"},
                                                           {"region", "nyc3"}});
        bench.cloud.faults[QStringLiteral("POST /v2/vpcs")] = {Fault::BadGateway};
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::NeedsDecision);
        for (const FakeCloud::Object &object : std::as_const(bench.cloud.objects))
            if (object.foreign)
                QVERIFY(outcome.error().message.contains(object.id));
    }

    void manInTheMiddleIsRefused() {
        Bench bench;
        bench.manInTheMiddle = true;
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::Untrusted);
        QVERIFY(bench.state
                    ->fact(bench.plan.deployment,
                           QStringLiteral("hostkey/") + outcome.outputs.value(QStringLiteral("bastion_public_ip")))
                    .isEmpty());
    }

    void wrongDefaultRouteIsNotReady() {
        Bench bench;
        bench.defaultGateway = QStringLiteral("10.0.4.1");
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::Failed);
        QCOMPARE(outcome.error().resource, QStringLiteral("droplet_ready"));
    }

    void ownKeysNeedNoDeploymentKey() {
        Bench bench;
        bench.plan = planForTests({}, {QStringLiteral("4711")});
        QVERIFY(!bench.plan.find(QStringLiteral("ssh_key")));
        QVERIFY(bench.keys.write(QStringLiteral("deployment-key/qwerty"), "unused"));
        const auto outcome = bench.apply();
        QVERIFY2(outcome.ok(), qPrintable(outcome.text()));
        for (const FakeCloud::Object &object : bench.cloud.objects)
            if (object.kind == QLatin1String("droplet") && object.body.contains("user_data"))
                QCOMPARE(object.body["ssh_keys"], Json::array({4711}));
        QCOMPARE(bench.cloud.calls(QStringLiteral("POST /v2/account/keys")), 0);
    }

    void cancelAnywhereLandsAndResumes_data() {
        QTest::addColumn<int>("event");
        for (int event = 1; event < 60; event += 3)
            QTest::addRow("event %d", event) << event;
    }
    void cancelAnywhereLandsAndResumes() {
        QFETCH(int, event);
        Bench bench;
        const auto cancelled = bench.apply({.cancelAtEvent = event});
        QVERIFY(cancelled.status.has_value());
        if (!cancelled.ok()) {
            QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
            QCOMPARE(bench.state->deployment(bench.plan.deployment)->phase, QStringLiteral("cancelled"));
            // Everything in the cloud has its id in the journal: nothing was left in flight.
            int accepted = 0;
            for (const store::Entry &entry : bench.journal())
                accepted += entry.kind == store::EntryKind::Accepted;
            int made = 0;
            for (const FakeCloud::Object &object : bench.cloud.objects)
                made += !object.body.contains("x_node_of");
            QCOMPARE(accepted, made);
        }
        const auto resumed = bench.apply();
        QVERIFY2(resumed.ok(), qPrintable(resumed.text()));
        QCOMPARE(bench.notOneOfEach(), QString());
    }

    void secretsStayOutOfTheState() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        const QByteArray privateKey = *bench.keys.read(QStringLiteral("deployment-key/qwerty"));
        bench.state.reset();
        for (const QString &name : {QStringLiteral("state.db"), QStringLiteral("state.db-wal")}) {
            QFile file(bench.folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains("kube-token-for-tests"));
            QVERIFY(!content.contains("PRIVATE KEY"));
            QVERIFY(!content.contains(privateKey.mid(60, 40)));
            QVERIFY(!content.contains("#cloud-config"));
        }
    }

    void secondApplyOfTheSameNameIsRefused() {
        Bench bench;
        QVERIFY(bench.apply().ok());
        bench.plan.deploymentId = QStringLiteral("zxcvbn");
        const auto outcome = bench.apply();
        QCOMPARE(outcome.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(bench.state->deployment(bench.plan.deployment)->phase, QStringLiteral("ready"));
    }
};

QTEST_GUILESS_MAIN(ApplyTest)
#include "apply_test.moc"
