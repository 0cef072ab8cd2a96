#include "tests/gui/window_stage.h"
#include "ui/deployments/change_dialog.h"
#include "ui/deployments/repair_dialog.h"
#include "ui/topology/topology_page.h"

#include <QSignalSpy>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// A standing deployment in the window: changed after a look at what follows, repaired after a look at what differs.
class ChangeTest : public QObject, protected WindowStage {
    Q_OBJECT

    void waitUntilDone(const QString &kind) {
        QTRY_COMPARE_WITH_TIMEOUT(only().running, kind, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty(), kPatience);
        QVERIFY2(only().lastError.message.isEmpty(), qPrintable(only().lastError.toString()));
    }
    QString idOf(const char *step) {
        for (const engine::StepState &state : only().steps)
            if (state.name == QLatin1String(step))
                return state.id;
        return {};
    }
    int call(const QByteArray &method, const QString &path) {
        QNetworkRequest request(QUrl(m_sandbox->endpoints().api.toString() + path));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->endpoints().token.toUtf8());
        QNetworkAccessManager network;
        std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(kPatience);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    /// As somebody in the control panel does.
    void deleteOutside(const QString &path) {
        QCOMPARE(call("DELETE", path) / 100, 2);
        QTRY_COMPARE_WITH_TIMEOUT(call("GET", path), 404, kPatience); // a gateway is shown while it is deleted
    }
    void refreshStatus() {
        auto *button = m_window->findChild<QPushButton *>(QStringLiteral("headerStatusButton"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), kPatience);
        QSignalSpy finished(m_desk.get(), &Desk::operationFinished);
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), kPatience);
    }

private Q_SLOTS:
    void initTestCase() {
        openStage();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->hasFacts(), kPatience);
        QSignalSpy planned(m_desk.get(), &Desk::planned);
        m_desk->plan(blueprint::propose(QStringLiteral("fra1"), m_desk->facts().networkInUse()));
        QTRY_COMPARE_WITH_TIMEOUT(planned.size(), 1, kPatience);
        const auto outcome = planned.first().first().value<blueprint::PlanOutcome>();
        QVERIFY(!hasErrors(outcome.problems));
        m_desk->apply(outcome.plan, true);
        QTRY_VERIFY_WITH_TIMEOUT(only().running.isEmpty() && only().verdict == QLatin1String("pass"), kPatience);
        m_window->selectDeployment(only().name);
    }

    void aChangeIsShownBeforeItIsMade() {
        auto *open = m_window->findChild<QPushButton *>(QStringLiteral("headerChangeButton"));
        QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), kPatience);
        QVERIFY(pressByKeyboard(m_window.get(), QStringLiteral("headerChangeButton")));
        auto *dialog = m_window->findChild<ChangeDialog *>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("changeConfirmButton"));
        auto *nodes = dialog->findChild<QSpinBox *>(QStringLiteral("changeNodes"));
        auto *headline = dialog->findChild<QLabel *>(QStringLiteral("changeHeadline"));
        QVERIFY(!confirm->isEnabled());
        shot(dialog, QStringLiteral("change-nothing"));

        // More than the account may have is refused at the field, with the number that would do.
        nodes->setValue(60);
        QVERIFY(!confirm->isEnabled());
        auto *field = qobject_cast<Field *>(nodes->parentWidget());
        QVERIFY(field);
        QTRY_VERIFY_WITH_TIMEOUT(!field->problemText().isEmpty(), kPatience);
        QVERIFY(!confirm->isEnabled());
        shot(dialog, QStringLiteral("change-refused"));

        nodes->setValue(2);
        dialog->findChild<QSpinBox *>(QStringLiteral("changeUnits"))->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), kPatience);
        QVERIFY2(headline->text().contains(QStringLiteral("instead of")), qPrintable(headline->text()));
        QVERIFY(field->problemText().isEmpty());
        shot(dialog, QStringLiteral("change-planned"));

        // Back to what is: nothing to press.
        nodes->setValue(1);
        dialog->findChild<QSpinBox *>(QStringLiteral("changeUnits"))->setValue(1);
        QVERIFY(!confirm->isEnabled());
        nodes->setValue(2);
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), kPatience);
        const QString egress = only().egressIp;
        QVERIFY(pressByKeyboard(dialog, QStringLiteral("changeConfirmButton")));
        waitUntilDone(QStringLiteral("change"));
        QCOMPARE(only().plan.blueprint.nodeCount, 2);
        QCOMPARE(only().plan.blueprint.natGatewaySize, 1);
        QCOMPARE(only().verdict, QStringLiteral("pass"));
        QCOMPARE(only().egressIp, egress);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<TopologyPage *>()->panel()->model().find(QStringLiteral("node:2")),
                                 kPatience);
        shot(m_window.get(), QStringLiteral("window-changed"));
    }

    void whatDiffersIsRepairedAfterALook() {
        auto *repair = m_window->findChild<QPushButton *>(QStringLiteral("headerRepairButton"));
        QVERIFY(!repair->isVisible());
        deleteOutside(QStringLiteral("/v2/firewalls/") + idOf("private_firewall"));
        refreshStatus();
        QTRY_VERIFY_WITH_TIMEOUT(repair->isVisible(), kPatience);
        QVERIFY(pressByKeyboard(m_window.get(), QStringLiteral("headerRepairButton")));
        auto *dialog = m_window->findChild<RepairDialog *>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("repairConfirmButton"));
        QTRY_VERIFY_WITH_TIMEOUT(confirm->isEnabled(), kPatience);
        QVERIFY(!dialog->findChild<QLineEdit *>(QStringLiteral("repairTyped"))->isVisible());
        shot(dialog, QStringLiteral("repair"));
        const QString before = idOf("private_firewall");
        QVERIFY(pressByKeyboard(dialog, QStringLiteral("repairConfirmButton")));
        waitUntilDone(QStringLiteral("repair"));
        QVERIFY(idOf("private_firewall") != before);
        QCOMPARE(only().verdict, QStringLiteral("pass"));
        QTRY_VERIFY_WITH_TIMEOUT(!repair->isVisible(), kPatience);
    }

    /// The one repair that costs the promise.
    void aLostGatewayNeedsItsAddressTyped() {
        const QString lost = only().egressIp;
        deleteOutside(QStringLiteral("/v2/vpc_nat_gateways/") + idOf("nat_gateway"));
        auto *repair = m_window->findChild<QPushButton *>(QStringLiteral("headerRepairButton"));
        refreshStatus();
        QTRY_VERIFY_WITH_TIMEOUT(repair->isVisible(), kPatience);
        repair->click();
        auto *dialog = m_window->findChild<RepairDialog *>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(QStringLiteral("repairConfirmButton"));
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("repairTyped"));
        QTRY_VERIFY_WITH_TIMEOUT(typed->isVisible(), kPatience);
        QVERIFY(!confirm->isEnabled());
        shot(dialog, QStringLiteral("repair-lost-egress-ip"));
        QTest::keyClicks(typed, QStringLiteral("203.0.113.200"));
        QVERIFY(!confirm->isEnabled());
        typed->clear();
        QTest::keyClicks(typed, lost);
        QVERIFY(confirm->isEnabled());
        confirm->click();
        waitUntilDone(QStringLiteral("repair"));
        QCOMPARE(only().verdict, QStringLiteral("pass"));
        QVERIFY(!only().egressIp.isEmpty() && only().egressIp != lost);
    }
};

QTEST_MAIN(ChangeTest)
#include "change_test.moc"
