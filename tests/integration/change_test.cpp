#include "programs.h"

using namespace sluice;
using namespace sluice::test;

/// A deployment that stands is changed in place, and one that drifted is brought back; the egress IP stays, or is given
/// up only by typing it.
class ChangeTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Ctl> m_ctl;
    Json m_outputs;

    static QStringList words(const char *command) { return QString::fromLatin1(command).split(QLatin1Char(' ')); }
    QString output(const char *name) const { return jsonString(m_outputs, name); }
    Json cluster() { return m_sandbox->apiGet(QStringLiteral("/v2/kubernetes/clusters/") + output("cluster_id")); }
    qint64 nodes() {
        const Json whole = cluster();
        const Json &pools = jsonMember(jsonMember(whole, "kubernetes_cluster"), "node_pools");
        return pools.empty() ? -1 : jsonInt(pools[0], "count");
    }
    Json gateway() {
        const Json whole = m_sandbox->apiGet(QStringLiteral("/v2/vpc_nat_gateways/") + output("nat_gateway_id"));
        return jsonMember(whole, "vpc_nat_gateway");
    }
    Json firewall() {
        const Json list = m_sandbox->apiGet(QStringLiteral("/v2/firewalls?per_page=200"));
        for (const Json &each : jsonMember(list, "firewalls"))
            if (jsonString(each, "name") == QLatin1String("nat-gateway-bastion-fw"))
                return each;
        return nullptr;
    }
    static QStringList sources(const Json &firewall) {
        return jsonStringList(jsonMember(jsonMember(firewall, "inbound_rules")[0], "sources"), "addresses");
    }
    static QStringList resources(const CtlResult &result, const char *list) {
        QStringList names;
        for (const Json &item : jsonMember(result.document, list))
            names << jsonString(item, "resource");
        return names;
    }
    static QString problemOf(const CtlResult &result) {
        const Json &problems = jsonMember(result.document, "problems");
        return problems.empty() ? QString() : jsonString(problems[0], "code");
    }

private Q_SLOTS:
    void init() {
        m_sandbox = std::make_unique<SandboxProcess>();
        QVERIFY(m_sandbox->start());
        m_ctl = std::make_unique<Ctl>(*m_sandbox);
        const CtlResult applied = m_ctl->run({QStringLiteral("apply"), referenceTfvars()});
        QVERIFY2(applied.exitCode == 0, applied.told().constData());
        m_outputs = jsonMember(applied.document, "outputs");
    }

    void aChangeIsPlannedThenDoneInPlace() {
        const QStringList change = words("change nat-gateway --node-count 3 --nat-gateway-size 2 "
                                         "--bastion-ssh-sources 0.0.0.0/1,128.0.0.0/1");
        const CtlResult planned = m_ctl->run(change + words("--plan-only"));
        QVERIFY2(planned.exitCode == 0, planned.told().constData());
        QCOMPARE(jsonMember(planned.document, "changes").size(), std::size_t{3});
        QVERIFY(jsonDouble(planned.document, "usd_per_month") > jsonDouble(planned.document, "usd_per_month_before"));
        QCOMPARE(nodes(), 1);
        QCOMPARE(jsonInt(gateway(), "size"), 1);
        QVERIFY(!planned.document.contains("steps"));

        const CtlResult changed = m_ctl->run(change + words("--verify"));
        QVERIFY2(changed.exitCode == 0, changed.told().constData());
        QCOMPARE(nodes(), 3);
        QCOMPARE(jsonInt(gateway(), "size"), 2);
        QCOMPARE(sources(firewall()), QStringList({QStringLiteral("0.0.0.0/1"), QStringLiteral("128.0.0.0/1")}));
        QCOMPARE(jsonString(changed.document, "verdict"), QStringLiteral("pass"));
        QCOMPARE(jsonString(jsonMember(changed.document, "outputs"), "nat_gateway_public_ip"),
                 output("nat_gateway_public_ip"));
        int pods = 0;
        for (const Json &cell : jsonMember(changed.document, "cells"))
            pods += jsonString(cell, "id").startsWith(QLatin1String("pod_egress:")) ? 1 : 0;
        QVERIFY2(pods >= 3, changed.told().constData()); // the new nodes are measured too

        const CtlResult status = m_ctl->run(words("status nat-gateway"));
        QVERIFY2(resources(status, "drift").isEmpty(), status.told().constData());
        const CtlResult shown = m_ctl->run(words("show nat-gateway"));
        QVERIFY(!jsonMember(shown.document, "plan").contains("pending_changes"));
        const CtlResult again = m_ctl->run(change);
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(problemOf(again), QStringLiteral("no_change"));
        QCOMPARE(m_ctl->run(words("destroy nat-gateway --yes")).exitCode, 0);
    }

    void badChangesAreRefusedAtTheirField() {
        const QList<QPair<const char *, const char *>> refusals{
            {"--node-count 0", "node_count"},
            {"--node-count 65", "node_count"},
            {"--node-count 24", "quota_droplets"},
            {"--nat-gateway-size 0", "nat_gateway_size"},
            {"--bastion-ssh-sources office", "bastion_source_invalid"}};
        for (const auto &[change, code] : refusals) {
            const CtlResult refused = m_ctl->run(words("change nat-gateway") + words(change));
            QVERIFY2(refused.exitCode == 2, change);
            QCOMPARE(problemOf(refused), QString::fromLatin1(code));
        }
        QCOMPARE(nodes(), 1);
    }

    /// The change was recorded before it was asked for: whatever happens then, resume goes on with it.
    void anInterruptedChangeGoesOnWithResume() {
        const Json fault = {{"fault", "403"}, {"method", "PUT"}, {"path", "/v2/kubernetes/.*"}, {"count", 1}};
        m_sandbox->adminPost(QStringLiteral("/faults"), Json::array({fault}));
        QCOMPARE(m_sandbox->lastStatus / 100, 2);
        const CtlResult refused = m_ctl->run(words("change nat-gateway --node-count 2"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(nodes(), 1);
        const CtlResult status = m_ctl->run(words("status nat-gateway"));
        QCOMPARE(resources(status, "drift"), QStringList{QStringLiteral("cluster")});
        const CtlResult resumed = m_ctl->run(words("resume nat-gateway"));
        QVERIFY2(resumed.exitCode == 0, resumed.told().constData());
        QCOMPARE(nodes(), 2);
        QVERIFY(resources(m_ctl->run(words("status nat-gateway")), "drift").isEmpty());
    }

    void whatDriftedIsBroughtBack() {
        // Somebody opened the firewall, took the Route, and gave the pool another node.
        Json open = firewall();
        m_sandbox->call("PUT", m_sandbox->api.resolved(QUrl(QStringLiteral("/v2/firewalls/") + jsonString(open, "id"))),
                        {{"name", jsonString(open, "name").toStdString()},
                         {"tags", open["tags"]},
                         {"outbound_rules", open["outbound_rules"]},
                         {"inbound_rules",
                          {{{"protocol", "tcp"}, {"ports", "1-65535"}, {"sources", {{"addresses", {"0.0.0.0/0"}}}}}}}});
        QCOMPARE(m_sandbox->lastStatus, 200);
        const Json whole = cluster();
        const Json &pool = jsonMember(jsonMember(whole, "kubernetes_cluster"), "node_pools")[0];
        m_sandbox->call("PUT",
                        m_sandbox->api.resolved(QUrl(QStringLiteral("/v2/kubernetes/clusters/%1/node_pools/%2")
                                                         .arg(output("cluster_id"), jsonString(pool, "id")))),
                        {{"name", pool["name"]}, {"count", 2}});
        QCOMPARE(m_sandbox->lastStatus, 202);

        const CtlResult planned = m_ctl->run(words("repair nat-gateway --plan-only"));
        QVERIFY2(planned.exitCode == 0, planned.told().constData());
        const QStringList todo = resources(planned, "repairs");
        QVERIFY2(todo.contains(QStringLiteral("bastion_firewall")) && todo.contains(QStringLiteral("cluster")),
                 planned.told().constData());
        QVERIFY(!jsonBool(planned.document, "changes_egress_ip"));
        QCOMPARE(nodes(), 2);

        // A resume is not a repair: what somebody did on purpose stays until it is said.
        QCOMPARE(m_ctl->run(words("resume nat-gateway")).exitCode, 0);
        QCOMPARE(nodes(), 2);

        const CtlResult repaired = m_ctl->run(words("repair nat-gateway --verify"));
        QVERIFY2(repaired.exitCode == 0, repaired.told().constData());
        QCOMPARE(jsonString(repaired.document, "verdict"), QStringLiteral("pass"));
        QCOMPARE(nodes(), 1);
        QCOMPARE(sources(firewall()).size(), 2);
        QVERIFY(resources(m_ctl->run(words("status nat-gateway")), "drift").isEmpty());
        const CtlResult nothing = m_ctl->run(words("repair nat-gateway"));
        QCOMPARE(nothing.exitCode, 2);
    }

    void aLostGatewayIsRepairedOnlyForTheTypedAddress() {
        const QString promised = output("nat_gateway_public_ip");
        m_sandbox->call("DELETE", m_sandbox->api.resolved(
                                      QUrl(QStringLiteral("/v2/vpc_nat_gateways/") + output("nat_gateway_id"))));
        QTRY_VERIFY_WITH_TIMEOUT(countOf(m_sandbox->adminGet(QStringLiteral("/inventory")), "vpc_nat_gateways") == 0,
                                 60000);
        const CtlResult planned = m_ctl->run(words("repair nat-gateway --plan-only"));
        QCOMPARE(planned.exitCode, 0);
        QVERIFY(jsonBool(planned.document, "changes_egress_ip"));
        const CtlResult refused = m_ctl->run(words("repair nat-gateway --abandon-egress-ip 203.0.113.200"));
        QCOMPARE(refused.exitCode, 5);
        QVERIFY(refused.standardOutput.contains(promised.toLatin1()));
        QCOMPARE(countOf(m_sandbox->adminGet(QStringLiteral("/inventory")), "vpc_nat_gateways"), 0);
        const CtlResult repaired = m_ctl->run(words("repair nat-gateway --verify --abandon-egress-ip") << promised);
        QVERIFY2(repaired.exitCode == 0, repaired.told().constData());
        const QString anew = jsonString(jsonMember(repaired.document, "outputs"), "nat_gateway_public_ip");
        QVERIFY(!anew.isEmpty() && anew != promised);
    }

    /// An address that changed behind our back is never taken for the promised one.
    void anotherAddressIsNotTakenSilently() {
        const QString promised = output("nat_gateway_public_ip");
        m_sandbox->adminPost(
            QStringLiteral("/mutate"),
            {{"kind", "nat_gateway"}, {"name", "nat-gateway-nat-gw"}, {"set", {{"publicIp", "203.0.113.77"}}}});
        QCOMPARE(m_sandbox->lastStatus / 100, 2);
        const CtlResult resumed = m_ctl->run(words("resume nat-gateway"));
        QCOMPARE(resumed.exitCode, 5);
        QVERIFY(resumed.standardOutput.contains("203.0.113.77") &&
                resumed.standardOutput.contains(promised.toLatin1()));
        QCOMPARE(
            jsonString(jsonMember(m_ctl->run(words("show nat-gateway")).document, "outputs"), "nat_gateway_public_ip"),
            promised);
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "change_test.moc"
