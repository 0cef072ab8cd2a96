#include "account_fixture.h"
#include "core/blueprint/change.h"

#include <QTest>

using namespace sluice;
using namespace sluice::blueprint;

class ChangeTest : public QObject {
    Q_OBJECT

    const QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-23T10:00:00Z"), Qt::ISODate);
    Plan m_recorded;

    ChangeOutcome to(const std::function<void(Blueprint &)> &edit, AccountFacts facts = test::account()) const {
        Blueprint wanted = m_recorded.blueprint;
        edit(wanted);
        return changeFrom(m_recorded, wanted, facts, Prices(), m_now);
    }
    static QStringList codes(const ChangeOutcome &outcome) {
        QStringList list;
        for (const Problem &problem : outcome.problems)
            list << problem.code;
        return list;
    }

private Q_SLOTS:
    void initTestCase() {
        const PlanOutcome made =
            planFrom(test::reference(), test::account(), Prices(), QStringLiteral("abcdef"), m_now);
        QVERIFY(!hasErrors(made.problems));
        m_recorded = made.plan;
    }

    void nothingIsNotAChange() {
        QCOMPARE(codes(to([](Blueprint &) {})), QStringList{QStringLiteral("no_change")});
    }

    void onlyTheNamedStepsChange() {
        const ChangeOutcome outcome = to([](Blueprint &b) {
            b.nodeCount = 3;
            b.natGatewaySize = 2;
        });
        QVERIFY2(outcome.problems.isEmpty(), qPrintable(codes(outcome).join(u' ')));
        QCOMPARE(outcome.plan.pendingChanges, QStringList({QStringLiteral("cluster"), QStringLiteral("nat_gateway")}));
        QCOMPARE(outcome.usdPerMonthBefore, 20.0 * 2 + 24.0 + 40.0);
        QCOMPARE(outcome.plan.usdPerMonth(), 20.0 * 2 + 24.0 * 3 + 40.0 * 2);
        QCOMPARE(outcome.plan.deploymentId, m_recorded.deploymentId);
        QCOMPARE(outcome.plan.createdAt, m_recorded.createdAt);
        for (const PlannedResource &resource : outcome.plan.resources) {
            const bool same = resource.request == m_recorded.find(resource.name)->request;
            QCOMPARE(same, !outcome.plan.pendingChanges.contains(resource.name));
        }
        // It is still known after a restart.
        const auto read = planFromJson(toJson(outcome.plan));
        QVERIFY(read);
        QCOMPARE(read->pendingChanges, outcome.plan.pendingChanges);
        QCOMPARE(read->blueprint.natGatewaySize, 2);
    }

    void whatIsFixedIsRefused_data() {
        QTest::addColumn<std::function<void(Blueprint &)>>("edit");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *field, const std::function<void(Blueprint &)> &edit) {
            QTest::newRow(field) << edit << QString::fromLatin1(field);
        };
        row("region", [](Blueprint &b) { b.region = QStringLiteral("ams2"); });
        row("name_prefix", [](Blueprint &b) { b.namePrefix = QStringLiteral("other"); });
        row("vpc_cidr", [](Blueprint &b) { b.vpcCidr = QStringLiteral("172.20.0.0/16"); });
        row("doks_service_subnet", [](Blueprint &b) { b.serviceSubnet = QStringLiteral("172.19.36.0/22"); });
        row("droplet_size", [](Blueprint &b) { b.dropletSize = QStringLiteral("s-2vcpu-4gb"); });
        row("kubernetes_version", [](Blueprint &b) { b.kubernetesVersion = QStringLiteral("1.33.6-do.0"); });
        row("ha", [](Blueprint &b) { b.ha = true; });
    }
    void whatIsFixedIsRefused() {
        QFETCH(const std::function<void(Blueprint &)>, edit);
        QFETCH(const QString, field);
        const ChangeOutcome outcome = to(edit);
        QVERIFY(hasErrors(outcome.problems));
        QCOMPARE(outcome.problems.first().code, QStringLiteral("not_changeable"));
        QCOMPARE(outcome.problems.first().field, field);
        QCOMPARE(outcome.changes.first().effect, Change::Effect::Refused);
        QVERIFY(outcome.plan.pendingChanges.isEmpty());
    }

    void badValuesAreRefused() {
        QCOMPARE(codes(to([](Blueprint &b) { b.nodeCount = 0; })).first(), QStringLiteral("node_count"));
        QCOMPARE(codes(to([](Blueprint &b) { b.natGatewaySize = 17; })),
                 QStringList{QStringLiteral("nat_gateway_size")});
        QVERIFY(hasErrors(to([](Blueprint &b) { b.bastionSources = QStringList(); }).problems));
        AccountFacts full = test::account();
        full.account.dropletLimit = 4;
        full.droplets.resize(3); // ours
        QCOMPARE(codes(to([](Blueprint &b) { b.nodeCount = 3; }, full)), QStringList{QStringLiteral("quota_droplets")});
        QVERIFY(to([](Blueprint &b) { b.nodeCount = 2; }, full).problems.isEmpty());
        QVERIFY2(to([](Blueprint &b) { b.natGatewaySize = 2; }, full).problems.isEmpty(), "needs no droplet");
    }

    /// What stands was accepted once; a rule that it breaks today is not this change's affair.
    void whatStandsIsNotJudgedAgain() {
        Plan old = m_recorded;
        old.blueprint.vpcCidr = QStringLiteral("10.10.0.0/30"); // no VPC of this size could be made
        Blueprint wanted = old.blueprint;
        wanted.nodeCount = 2;
        QVERIFY(changeFrom(old, wanted, test::account(), Prices(), m_now).problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "change_test.moc"
