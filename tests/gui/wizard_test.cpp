#include "core/digitalocean/api.h"
#include "tests/gui/accessible_tree.h"
#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "ui/cost/cost_estimate.h"
#include "ui/theme/widgets.h"
#include "ui/topology/topology_view.h"
#include "ui/wizard/cidr_map.h"
#include "ui/wizard/egress_wizard.h"
#include "ui/wizard/field.h"
#include "ui/wizard/preflight_list.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

class WizardTest : public QObject {
    Q_OBJECT
private:
    static operations::Account sandbox() {
        return {QStringLiteral("sandbox"),
                QStringLiteral("Sandbox"),
                QUrl(QStringLiteral("http://127.0.0.1:8080")),
                {},
                true};
    }
    static std::unique_ptr<EgressWizard> open() {
        auto wizard = std::make_unique<EgressWizard>(sandbox());
        wizard->setFacts(fakeFacts());
        wizard->show();
        return wizard;
    }
    template <class T>
    static T *child(EgressWizard &wizard, const char *name) {
        return wizard.findChild<T *>(QLatin1String(name));
    }
    static QPushButton *nextButton(EgressWizard &wizard) { return child<QPushButton>(wizard, "wizardNextButton"); }
    static void type(QLineEdit *edit, const QString &text) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    static void goTo(EgressWizard &wizard, const char *page) {
        for (int i = 0; i < 6 && wizard.pageName() != QLatin1String(page); ++i)
            wizard.next();
        QCOMPARE(wizard.pageName(), QLatin1String(page));
    }

    static void picturesOfRefusals(const QString &suffix) {
        auto wizard = open();
        const auto shot = [&](const char *name) {
            auto *view = wizard->findChild<TopologyView *>(QStringLiteral("draftTopology"));
            const auto isTold = [view] {
                const auto &nodes = view->model().nodes;
                return std::any_of(nodes.begin(), nodes.end(), [](const auto &node) { return !node.alert.isEmpty(); });
            };
            QTRY_VERIFY(isTold());
            QTRY_VERIFY(cutOff(wizard.get()).isEmpty());
            QVERIFY(grabState(wizard.get(), QStringLiteral("wizard-%1-refused%2").arg(QLatin1String(name), suffix)));
        };
        goTo(*wizard, "place");
        auto *prefix = child<QLineEdit>(*wizard, "namePrefixEdit");
        type(prefix, QStringLiteral("Not a name"));
        shot("place");
        type(prefix, QStringLiteral("egress"));
        goTo(*wizard, "network");
        auto *pods = child<QLineEdit>(*wizard, "doks_cluster_subnetEdit");
        const QString good = pods->text();
        type(pods, QStringLiteral("10.20.0.0/16"));
        shot("network");
        type(pods, good);
        goTo(*wizard, "machines");
        child<QSpinBox>(*wizard, "nodeCountSpinBox")->setValue(40);
        shot("machines");
        child<QSpinBox>(*wizard, "nodeCountSpinBox")->setValue(2);
        goTo(*wizard, "access");
        child<QRadioButton>(*wizard, "accessMineRadio")->click();
        type(child<QLineEdit>(*wizard, "accessAddressEdit"), QStringLiteral("300.1.2.3"));
        shot("access");
    }

private Q_SLOTS:
    void initTestCase() {
        Theme::install(*qApp, Theme::Mode::Light);
        Theme::current()->setMotion(Theme::Motion::Reduced); // no picture of something half there
    }

    void nextAllTheWayByKeyboard() {
        auto wizard = open();
        wizard->activateWindow(); // mnemonics belong to the active window
        QVERIFY(QTest::qWaitForWindowActive(wizard.get()));
        QSignalSpy asked(wizard.get(), &EgressWizard::planRequested);
        QSignalSpy created(wizard.get(), &EgressWizard::createRequested);
        QStringList pages;
        while (wizard->pageName() != QLatin1String("review")) {
            pages.append(wizard->pageName());
            QVERIFY2(nextButton(*wizard)->isEnabled(), qPrintable(wizard->pageName()));
            QTest::keyClick(wizard.get(), Qt::Key_X, Qt::AltModifier);
            QTRY_VERIFY2(wizard->pageName() != pages.last(), qPrintable(pages.last())); // a mnemonic presses for 100 ms
        }
        QCOMPARE(pages, (QStringList{QStringLiteral("account"), QStringLiteral("place"), QStringLiteral("network"),
                                     QStringLiteral("machines"), QStringLiteral("access")}));
        QCOMPARE(asked.count(), 1);
        auto *create = child<QPushButton>(*wizard, "wizardCreateButton");
        QVERIFY(!create->isEnabled());
        wizard->setPlanOutcome({{}, fakePlan()});
        QVERIFY(create->isEnabled());
        create->setFocus();
        QTest::keyClick(create, Qt::Key_Return);
        QCOMPARE(created.count(), 1);
        QCOMPARE(created.first().first().value<blueprint::Plan>().deployment, QStringLiteral("payments-egress"));
    }

    void sandboxSaysNothingCostsMoney() {
        auto wizard = open();
        QCOMPARE(child<Banner>(*wizard, "accountBanner")->title(),
                 QStringLiteral("Simulated cloud: nothing costs money"));
        child<QRadioButton>(*wizard, "accountRealRadio")->click();
        QVERIFY(child<Banner>(*wizard, "accountBanner")->title().contains(QStringLiteral("costs money until")));
        QVERIFY(!nextButton(*wizard)->isEnabled());
        QSignalSpy spy(wizard.get(), &EgressWizard::connectRequested);
        auto *token = child<QLineEdit>(*wizard, "accountTokenEdit");
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        QTest::keyClicks(token, QStringLiteral("not-a-token"));
        child<QPushButton>(*wizard, "accountConnectButton")->click();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().at(1).toString(), QStringLiteral("not-a-token"));
        QVERIFY(token->text().isEmpty());
        wizard->setError({ErrorCode::Unauthenticated,
                          QStringLiteral("The token is not valid."),
                          {},
                          {},
                          401,
                          {},
                          QStringLiteral("Make a new one.")});
        QVERIFY(child<Banner>(*wizard, "wizardError")->isVisible());
    }

    void waitsForTheAccount() {
        EgressWizard wizard(sandbox());
        wizard.show();
        QVERIFY(!nextButton(wizard)->isEnabled());
        wizard.next();
        QCOMPARE(wizard.pageIndex(), 0);
        wizard.setFacts(fakeFacts());
        QVERIFY(nextButton(wizard)->isEnabled());
    }

    void overlapIsRefusedWithAWorkingProposal() {
        auto wizard = open();
        goTo(*wizard, "network");
        auto *edit = child<QLineEdit>(*wizard, "vpc_cidrEdit");
        type(edit, QStringLiteral("10.20.4.0/24"));
        QVERIFY(!nextButton(*wizard)->isEnabled());
        auto *field = qobject_cast<Field *>(edit->parentWidget());
        QVERIFY(field);
        QVERIFY2(field->problemText().contains(QStringLiteral("prod-vpc")), qPrintable(field->problemText()));
        QVERIFY(child<CidrMap>(*wizard, "cidrMap")->accessibleDescription().contains(QStringLiteral("conflict")));
        auto *link = child<QLabel>(*wizard, "vpc_cidrEditProposal");
        QVERIFY(link->isVisible());
        grabState(wizard.get(), QStringLiteral("wizard-network-overlap"));
        Q_EMIT link->linkActivated(QStringLiteral("#"));
        QVERIFY(edit->text() != QStringLiteral("10.20.4.0/24"));
        QVERIFY(field->problemText().isEmpty());
        QVERIFY(nextButton(*wizard)->isEnabled());
    }

    /// What the account itself refuses waits for no last page.
    void aTakenNameIsRefusedWhereItIsTyped() {
        auto wizard = open();
        goTo(*wizard, "place");
        auto *edit = child<QLineEdit>(*wizard, "namePrefixEdit");
        auto *field = qobject_cast<Field *>(edit->parentWidget());
        auto facts = fakeFacts();
        facts.vpcs[1].name = QStringLiteral("billing-vpc");
        wizard->setFacts(facts);
        type(edit, QStringLiteral("billing"));
        QVERIFY2(field->problemText().contains(QStringLiteral("billing-vpc")), qPrintable(field->problemText()));
        QVERIFY(!nextButton(*wizard)->isEnabled());
        type(edit, QStringLiteral("billing-2"));
        QVERIFY2(field->problemText().isEmpty(), qPrintable(field->problemText()));
        QVERIFY(nextButton(*wizard)->isEnabled());
    }

    void aRefusedAddressStandsAtItsField() {
        auto wizard = open();
        goTo(*wizard, "access");
        auto *address = child<QLineEdit>(*wizard, "accessAddressEdit");
        auto *list = child<QLineEdit>(*wizard, "accessListEdit");
        const auto problemOf = [](const QWidget *edit) {
            return qobject_cast<Field *>(edit->parentWidget())->problemText();
        };
        auto *reach = child<QLabel>(*wizard, "accessReach");
        QVERIFY2(reach->text().contains(QStringLiteral("bastion: the whole Internet")), qPrintable(reach->text()));
        child<QRadioButton>(*wizard, "accessMineRadio")->click();
        QCOMPARE(problemOf(address), QStringLiteral("Note: Type your public address.")); // not typed is not refused
        QTest::keyClicks(address, QStringLiteral("300.1.2.3"));
        QVERIFY2(problemOf(address).startsWith(QStringLiteral("Error: ")), qPrintable(problemOf(address)));
        QCOMPARE(address->property("problem").toString(), QStringLiteral("error"));
        QVERIFY(problemOf(list).isEmpty());
        QVERIFY(!nextButton(*wizard)->isEnabled());
        QVERIFY(!reach->text().contains(QStringLiteral("300"))); // nothing is said of rules that cannot be
        type(address, QStringLiteral("203.0.113.9"));
        QVERIFY(problemOf(address).isEmpty());
        QVERIFY2(reach->text().contains(QStringLiteral("203.0.113.9/32")), qPrintable(reach->text()));
        child<QRadioButton>(*wizard, "accessCustomRadio")->click();
        QTest::keyClicks(list, QStringLiteral("198.51.100.0/24, 1"));
        QVERIFY(problemOf(list).startsWith(QStringLiteral("Error: ")));
        auto *link = child<QLabel>(*wizard, "accessListEditProposal");
        QVERIFY(link->isVisible());
        Q_EMIT link->linkActivated(QStringLiteral("#"));
        QVERIFY2(problemOf(list).isEmpty(), qPrintable(problemOf(list)));
        QCOMPARE(wizard->blueprint().bastionSources, QStringList{QStringLiteral("198.51.100.0/24")});
    }

    void theTokenPageListsItsScopesWithOneCopyButton() {
        auto wizard = open();
        auto *page = wizard->findChild<QWidget *>(QStringLiteral("wizardPage:account"));
        auto *copy = page->findChild<QPushButton *>(QStringLiteral("copyScopesButton"));
        QVERIFY(copy && !copy->isVisible()); // the sandbox needs none
        child<QRadioButton>(*wizard, "accountRealRadio")->click();
        QVERIFY(copy->isVisible());
        QStringList told;
        for (const QLabel *label : copy->parentWidget()->findChildren<QLabel *>())
            told << label->text().split(QStringLiteral(", "));
        QStringList needed = digitalocean::requiredScopes();
        QVERIFY(needed.size() > 20);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), needed.join(QLatin1Char(',')));
        QVERIFY2(copy->text().contains(QString::number(needed.size())), qPrintable(copy->text())); // and says so
        std::sort(told.begin(), told.end());
        std::sort(needed.begin(), needed.end());
        QCOMPARE(told, needed);
        QTRY_COMPARE(copy->text(), QStringLiteral("Copy a&ll scopes"));
    }

    void backLosesNothing() {
        auto wizard = open();
        goTo(*wizard, "place");
        type(child<QLineEdit>(*wizard, "namePrefixEdit"), QStringLiteral("billing"));
        goTo(*wizard, "machines");
        child<QSpinBox>(*wizard, "nodeCountSpinBox")->setValue(3);
        child<QSpinBox>(*wizard, "natUnitsSpinBox")->setValue(2);
        child<QRadioButton>(*wizard, "ownKeysRadio")->click();
        QVERIFY(!nextButton(*wizard)->isEnabled());
        child<QCheckBox>(*wizard, "sshKey:512190")->click();
        QVERIFY(nextButton(*wizard)->isEnabled());
        goTo(*wizard, "access");
        child<QRadioButton>(*wizard, "accessMineRadio")->click();
        QVERIFY(!nextButton(*wizard)->isEnabled());
        QTest::keyClicks(child<QLineEdit>(*wizard, "accessAddressEdit"), QStringLiteral("203.0.113.9"));
        QVERIFY(nextButton(*wizard)->isEnabled());
        while (wizard->pageIndex() > 0)
            wizard->back();
        goTo(*wizard, "review");
        const auto &b = wizard->blueprint();
        QCOMPARE(b.namePrefix, QStringLiteral("billing"));
        QCOMPARE(b.nodeCount, 3);
        QCOMPARE(b.natGatewaySize, 2);
        QCOMPARE(b.sshKeyIds, QStringList{QStringLiteral("512190")});
        QCOMPARE(b.bastionSources, QStringList{QStringLiteral("203.0.113.9/32")});
    }

    void regionIsRememberedAndTypedRangesStay() {
        auto wizard = open();
        goTo(*wizard, "network");
        type(child<QLineEdit>(*wizard, "vpc_cidrEdit"), QStringLiteral("10.77.0.0/24"));
        wizard->back();
        auto *region = child<QComboBox>(*wizard, "regionComboBox");
        region->setCurrentIndex(region->findData(QStringLiteral("fra1")));
        Q_EMIT region->activated(region->currentIndex());
        QCOMPARE(wizard->blueprint().region, QStringLiteral("fra1"));
        QCOMPARE(wizard->blueprint().vpcCidr, QStringLiteral("10.77.0.0/24"));
    }

    void refusedPlanLeadsToItsField() {
        auto wizard = open();
        goTo(*wizard, "review");
        blueprint::PlanOutcome outcome;
        outcome.problems = {{QStringLiteral("droplet_size"),
                             QStringLiteral("quota_droplets"),
                             QStringLiteral("The account allows 25 droplets and has 24."),
                             {},
                             blueprint::Problem::Severity::Error}};
        wizard->setPlanOutcome(outcome);
        QVERIFY(!child<QPushButton>(*wizard, "wizardCreateButton")->isEnabled());
        grabState(wizard.get(), QStringLiteral("wizard-review-refused"));
        Q_EMIT child<Banner>(*wizard, "reviewBanner")->actionTriggered();
        QCOMPARE(wizard->pageName(), QStringLiteral("machines"));
    }

    void thePreflightIsToldAsItsAnswersCome() {
        auto wizard = open();
        goTo(*wizard, "review");
        auto *list = wizard->findChild<PreflightList *>();
        QVERIFY(list && list->isVisibleTo(wizard.get()));
        const QString vpcs = QStringLiteral("vpcs"), sizes = QStringLiteral("sizes"), tags = QStringLiteral("tags");
        for (const QString &what : {vpcs, sizes, tags})
            wizard->showPreflight(what, false, Ok{});
        QCOMPARE(list->toneOf(vpcs), Tone::Running);
        wizard->showPreflight(vpcs, true, Ok{});
        QCOMPARE(list->toneOf(vpcs), Tone::Pass);
        QCOMPARE(list->toneOf(sizes), Tone::Running);
        const Error refusal{.code = ErrorCode::PermissionDenied, .message = QStringLiteral("needs tag:read")};
        wizard->showPreflight(tags, true, refusal);
        QCOMPARE(list->toneOf(tags), Tone::Fail);
        QTRY_VERIFY(list->findChild<Badge *>()->isVisible()); // laid out
        QVERIFY(cutOff(wizard.get()).isEmpty());
        QVERIFY(grabState(wizard.get(), QStringLiteral("wizard-preflight")));
        wizard->setError(refusal);
        QCOMPARE(list->toneOf(sizes), Tone::Unknown); // never read, never called read
        wizard->setPlanOutcome({{}, fakePlan()});
        QVERIFY(!list->isVisibleTo(wizard.get()));
    }

    void rangesAreDraggedOnTheMap() {
        auto wizard = open();
        goTo(*wizard, "network");
        auto *map = child<CidrMap>(*wizard, "cidrMap");
        auto *edit = child<QLineEdit>(*wizard, "vpc_cidrEdit");
        type(edit, QStringLiteral("10.64.0.0/16"));
        map->grab(); // the mouse finds what was painted
        const double wide = map->width() - 130;
        const auto at = [wide](double share, int row) { return QPoint(124 + qRound(wide * share) + 1, 37 + 58 * row); };
        QTest::mousePress(map, Qt::LeftButton, {}, at(64.0 / 256, 0));
        QTest::mouseMove(map, at(128.0 / 256, 0));
        QTest::mouseRelease(map, Qt::LeftButton, {}, at(128.0 / 256, 0));
        const auto dragged = Cidr::parse(wizard->blueprint().vpcCidr);
        QVERIFY(dragged);
        QCOMPARE(dragged->prefix(), 16); // its size stays, and it stands where such a block may stand
        QVERIFY2(qAbs(int(dragged->first().bits() >> 16 & 0xff) - 128) <= 2, qPrintable(dragged->toString()));
        QCOMPARE(edit->text(), dragged->toString());
        // Nothing happens to a map that is only pointed at.
        QTest::mouseMove(map, at(0.9, 0));
        QCOMPARE(wizard->blueprint().vpcCidr, dragged->toString());
        // Onto what is in use: told at once, at the field and on the map.
        const Cidr used = fakeFacts().networkInUse().blocks.first().cidr;
        type(edit, used.toString());
        QVERIFY(map->accessibleDescription().contains(QStringLiteral("conflict")));
        // By keys: away from it, to the nearest block that is free.
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Right);
        const auto free = Cidr::parse(wizard->blueprint().vpcCidr);
        QVERIFY(free && !free->overlaps(used));
        QVERIFY(!map->accessibleDescription().contains(QStringLiteral("conflict")));
        QTest::keyClick(map, Qt::Key_Minus);
        QCOMPARE(Cidr::parse(wizard->blueprint().vpcCidr)->prefix(), free->prefix() + 1);
        const QString vpc = wizard->blueprint().vpcCidr, pods = wizard->blueprint().clusterSubnet;
        QTest::keyClick(map, Qt::Key_Space);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(wizard->blueprint().vpcCidr, vpc);
        QVERIFY(wizard->blueprint().clusterSubnet != pods);
    }

    void trafficIsPricedByTheSlider() {
        auto wizard = open();
        goTo(*wizard, "review");
        wizard->setPlanOutcome({{}, fakePlan()});
        auto *estimate = wizard->findChild<CostEstimate *>();
        QVERIFY(estimate && estimate->isVisibleTo(wizard.get()));
        auto *slider = child<QSlider>(*wizard, "transferSlider");
        auto *words = child<QLabel>(*wizard, "transferWords");
        QCOMPARE(estimate->transferGib(), 100.0);
        QVERIFY2(words->text().contains(QStringLiteral("included")), qPrintable(words->text()));
        const double included = estimate->usdPerMonth();
        slider->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(estimate->transferGib(), 500.0);
        QCOMPARE(estimate->usdPerMonth(), included + 4.0); // 400 GiB beyond one unit's 100, at 0.01 USD
        QVERIFY2(words->text().contains(QStringLiteral("2026-07-23")), qPrintable(words->text())); // a list, and dated
        QVERIFY(slider->accessibleName().contains(QStringLiteral("500")));
    }

    void aChangeMakesThePlanStale() {
        auto wizard = open();
        goTo(*wizard, "review");
        wizard->setPlanOutcome({{}, fakePlan()});
        QSignalSpy asked(wizard.get(), &EgressWizard::planRequested);
        wizard->back();
        child<QRadioButton>(*wizard, "accessCustomRadio")->click();
        QTest::keyClicks(child<QLineEdit>(*wizard, "accessListEdit"), QStringLiteral("198.51.100.0/24"));
        wizard->next();
        QCOMPARE(asked.count(), 1);
        QVERIFY(!child<QPushButton>(*wizard, "wizardCreateButton")->isEnabled());
    }

    void everythingIsNamed() {
        auto wizard = open();
        for (QWidget *widget : wizard->findChildren<QWidget *>()) {
            const bool interactive = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                                     qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
            if (!interactive || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }

    void pictures() {
        const std::pair<Theme::Mode, QString> modes[] = {{Theme::Mode::Light, {}},
                                                         {Theme::Mode::Dark, QStringLiteral("-dark")},
                                                         {Theme::Mode::HighContrast, QStringLiteral("-contrast")}};
        for (const auto &[mode, suffix] : modes) {
            Theme::current()->setMode(mode);
            auto wizard = open();
            for (const char *page : {"account", "place", "network", "machines", "access", "review"}) {
                goTo(*wizard, page);
                if (*page == 'm')
                    child<QSpinBox>(*wizard, "nodeCountSpinBox")->setValue(2);
                if (*page == 'r')
                    wizard->setPlanOutcome({{}, fakePlan()});
                QCoreApplication::processEvents();
                QVERIFY(grabState(wizard.get(), QStringLiteral("wizard-%1%2").arg(QLatin1String(page), suffix)));
            }
            wizard->resize(1080, 1500);
            QCoreApplication::processEvents();
            QVERIFY(grabState(wizard.get(), QStringLiteral("wizard-review-whole%1").arg(suffix)));
            wizard->resize(wizard->minimumSize());
            QCoreApplication::processEvents();
            QVERIFY(grabState(wizard.get(), QStringLiteral("wizard-smallest%1").arg(suffix)));
            picturesOfRefusals(suffix);
            EgressWizard real({QStringLiteral("do"),
                               QStringLiteral("DigitalOcean"),
                               QUrl(QStringLiteral("https://api.digitalocean.com")),
                               {},
                               false});
            real.show();
            QVERIFY(grabState(&real, QStringLiteral("wizard-account-real%1").arg(suffix)));
        }
        Theme::current()->setMode(Theme::Mode::Light);
    }
};

QTEST_MAIN(WizardTest)
#include "wizard_test.moc"
