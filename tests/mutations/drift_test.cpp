#include "tests/mutations/mutants.h"

using namespace sluice;
using namespace sluice::test;

/// `status` after something was changed outside: what it must see without measuring, and what only measuring shows. And
/// the one drift that costs the egress IP.
class DriftTest : public QObject {
    Q_OBJECT
    Deployed m_deployed;
    QList<Mutant> m_mutants;

    static QStringList drifted(const CtlResult &status) {
        QStringList resources;
        for (const Json &drift : jsonMember(status.document, "drift"))
            resources << jsonString(drift, "resource");
        return resources;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_deployed.start(), qPrintable(m_deployed.problem));
        m_mutants = mutants(m_deployed);
    }

    void aHealthyDeploymentHasNone() {
        const CtlResult plain = m_deployed.run({QStringLiteral("status"), QStringLiteral("nat-gateway")});
        QCOMPARE(plain.exitCode, 0);
        QVERIFY2(drifted(plain).isEmpty(), plain.told().constData());
        QVERIFY(!plain.document.contains("cells"));
        const CtlResult measured =
            m_deployed.run({QStringLiteral("status"), QStringLiteral("nat-gateway"), QStringLiteral("--measure")});
        QCOMPARE(measured.exitCode, 0);
        QVERIFY2(drifted(measured).isEmpty(), measured.told().constData());
        QVERIFY(jsonMember(measured.document, "cells").size() >= 15);
    }

    void whatChangedIsNamed_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("measure");
        QTest::addColumn<QString>("resource"); // its beginning
        const auto row = [](const char *fault, bool measure, const char *resource) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << measure << QString::fromLatin1(resource);
        };
        row("Route deleted", false, "route");
        row("Route to another gateway", false, "route");
        row("Route for half of the internet", false, "route");
        row("Route missing on one of three nodes", true, "pod_egress:");
        row("droplet's default route back to its public side", true, "droplet_");
        row("droplet without a metadata route", true, "metadata");
    }
    void whatChangedIsNamed() {
        QFETCH(const QString, fault);
        QFETCH(const bool, measure);
        QFETCH(const QString, resource);
        const auto mutant = std::find_if(m_mutants.begin(), m_mutants.end(),
                                         [&fault](const Mutant &each) { return each.name == fault; });
        QVERIFY(mutant != m_mutants.end());
        mutant->breakIt(m_deployed);
        QVERIFY2(m_deployed.problem.isEmpty(), qPrintable(m_deployed.problem));
        const CtlResult status = m_deployed.run(QStringList{QStringLiteral("status"), QStringLiteral("nat-gateway")} +
                                                (measure ? QStringList{QStringLiteral("--measure")} : QStringList()));
        const QStringList seen = drifted(status);
        if (mutant->automatic.isEmpty())
            mutant->mendIt(m_deployed);
        else
            QCOMPARE(m_deployed.remedy(mutant->automatic).exitCode, 0);
        QVERIFY2(std::any_of(seen.begin(), seen.end(),
                             [&resource](const QString &each) { return each.startsWith(resource); }),
                 status.told().constData());
    }

    /// The last one, because it ends the deployment's address.
    void aLostGatewayIsReplacedOnlyForTheTypedAddress() {
        const QString promised = m_deployed.output("nat_gateway_public_ip");
        const QString old = m_deployed.output("nat_gateway_id");
        m_deployed.api("DELETE", QStringLiteral("vpc_nat_gateways/") + old);
        QTRY_VERIFY_WITH_TIMEOUT(
            countOf(m_deployed.sandbox().adminGet(QStringLiteral("/inventory")), "vpc_nat_gateways") == 0, 30000);
        const CtlResult status = m_deployed.run({QStringLiteral("status"), QStringLiteral("nat-gateway")});
        bool red = false;
        for (const Json &drift : jsonMember(status.document, "drift"))
            red = red || (jsonString(drift, "resource") == QLatin1String("nat_gateway") &&
                          jsonBool(drift, "changes_egress_ip"));
        QVERIFY2(red, status.told().constData());

        const auto resume = [this](const QStringList &flags) {
            return m_deployed.run(QStringList{QStringLiteral("resume"), QStringLiteral("nat-gateway")} + flags);
        };
        const auto count = [this] {
            return countOf(m_deployed.sandbox().adminGet(QStringLiteral("/inventory")), "vpc_nat_gateways");
        };
        const CtlResult plain = resume({});
        QCOMPARE(plain.exitCode, 1);
        QVERIFY2(jsonString(jsonMember(plain.document, "error"), "remedy").contains(promised),
                 plain.told().constData());
        QCOMPARE(resume({QStringLiteral("--recreate")}).exitCode, 5);
        QCOMPARE(resume({QStringLiteral("--recreate"), QStringLiteral("--abandon-egress-ip"),
                         QStringLiteral("198.51.100.1")})
                     .exitCode,
                 5);
        QCOMPARE(count(), 0);
        const CtlResult agreed =
            resume({QStringLiteral("--recreate"), QStringLiteral("--abandon-egress-ip"), promised});
        QCOMPARE(count(), 1);
        const QString now = jsonString(jsonMember(agreed.document, "outputs"), "nat_gateway_public_ip");
        QVERIFY2(!now.isEmpty() && now != promised, qPrintable(now));
        QCOMPARE(m_deployed.run({QStringLiteral("destroy"), QStringLiteral("nat-gateway"), QStringLiteral("--yes")})
                     .exitCode,
                 0);
        QCOMPARE(count(), 0);
    }
};

QTEST_GUILESS_MAIN(DriftTest)
#include "drift_test.moc"
