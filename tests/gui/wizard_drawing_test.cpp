#include "tests/gui/accessible_tree.h"
#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "ui/topology/topology_view.h"
#include "ui/wizard/draft_drawing.h"
#include "ui/wizard/egress_wizard.h"
#include "ui/wizard/wizard_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

/// The drawing beside the wizard's pages.
class WizardDrawingTest : public QObject {
    Q_OBJECT
private:
    static std::unique_ptr<EgressWizard> open() {
        auto wizard = std::make_unique<EgressWizard>(operations::Account{QStringLiteral("sandbox"),
                                                                         QStringLiteral("Sandbox"),
                                                                         QUrl(QStringLiteral("http://127.0.0.1:8080")),
                                                                         {},
                                                                         true});
        wizard->setFacts(fakeFacts());
        wizard->show();
        return wizard;
    }
    static DraftDrawing *drawing(EgressWizard &wizard) { return wizard.findChild<DraftDrawing *>(); }
    static const TopologyView &view(EgressWizard &wizard) { return *drawing(wizard)->view(); }
    static const TopologyNode &node(EgressWizard &wizard, const char *id) {
        static const TopologyNode none;
        const TopologyNode *found = view(wizard).model().find(QLatin1String(id));
        return found ? *found : none;
    }
    static void type(QLineEdit *edit, const QString &text) {
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    static void goTo(EgressWizard &wizard, const QString &page) {
        while (wizard.pageName() != page && wizard.pageName() != QLatin1String("review"))
            wizard.next();
        QCOMPARE(wizard.pageName(), page);
    }
    static QSet<QString> drawn(EgressWizard &wizard) {
        QSet<QString> ids;
        for (const TopologyNode &node : view(wizard).model().nodes)
            ids.insert(node.id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase() {
        Theme::install(*qApp, Theme::Mode::Light);
        Theme::current()->setMotion(Theme::Motion::Reduced);
    }

    void growsWithThePages() {
        struct Stage {
            const char *page;
            QSet<QString> comes;
            QSet<QString> decided;
        };
        const Stage stages[] = {
            {"account", {"cloud"}, {"cloud"}},
            {"place", {}, {"cloud"}},
            {"network", {"vpc", "nat_gateway", "cluster", "internet"}, {"vpc", "nat_gateway", "cluster"}},
            {"machines",
             {"node:1", "route", "droplet", "bastion"},
             {"node:1", "route", "droplet", "bastion", "cluster", "nat_gateway"}},
            {"access",
             {"bastion_firewall", "private_firewall", "operator"},
             {"bastion_firewall", "private_firewall", "operator"}},
            {"review", {}, {}}};
        auto wizard = open();
        QSet<QString> there;
        for (const Stage &stage : stages) {
            goTo(*wizard, QLatin1String(stage.page));
            there |= stage.comes;
            QCOMPARE(drawn(*wizard), there);
            QSet<QString> decided;
            for (const QString &id : std::as_const(there))
                if (view(*wizard).topology()->isEmphasised(id))
                    decided.insert(id);
            QCOMPARE(decided, stage.decided);
            for (const TopologyNode &node : view(*wizard).model().nodes) // ghosts: nothing exists
                QVERIFY(node.status == NodeStatus::Planned || node.status == NodeStatus::Outside);
        }
        while (wizard->pageIndex() > 0)
            wizard->back();
        QCOMPARE(drawn(*wizard), there); // what was decided stays while one looks back
        QVERIFY(view(*wizard).topology()->isEmphasised(QStringLiteral("cloud")));
        wizard->findChild<QAbstractButton *>(QStringLiteral("accountRealRadio"))->click();
        QTRY_COMPARE(drawn(*wizard), QSet<QString>{QStringLiteral("cloud")}); // another account: from the beginning
        QCOMPARE(node(*wizard, "cloud").title, QStringLiteral("DigitalOcean"));
    }

    void showsWhatTheFieldsSay() {
        auto wizard = open();
        goTo(*wizard, QStringLiteral("place"));
        type(wizard->findChild<QLineEdit *>(QStringLiteral("namePrefixEdit")), QStringLiteral("billing"));
        QTRY_COMPARE(node(*wizard, "cloud").note, QStringLiteral("names begin with billing-"));
        goTo(*wizard, QStringLiteral("network"));
        auto *vpc = wizard->findChild<QLineEdit *>(QStringLiteral("vpc_cidrEdit"));
        const QString before = node(*wizard, "vpc").subtitle;
        type(vpc, QStringLiteral("10.77.0.0/24"));
        QCOMPARE(node(*wizard, "vpc").subtitle, before); // not drawn at every key
        QTRY_COMPARE(node(*wizard, "vpc").subtitle, QStringLiteral("10.77.0.0/24"));
        QCOMPARE(node(*wizard, "vpc").title, QStringLiteral("billing-vpc"));
        QVERIFY(node(*wizard, "cluster").subtitle.contains(wizard->blueprint().clusterSubnet));
        QVERIFY(node(*wizard, "cluster").note.contains(wizard->blueprint().serviceSubnet));
        goTo(*wizard, QStringLiteral("machines"));
        wizard->findChild<QSpinBox *>(QStringLiteral("nodeCountSpinBox"))->setValue(3);
        wizard->findChild<QSpinBox *>(QStringLiteral("natUnitsSpinBox"))->setValue(2);
        QTRY_VERIFY(drawn(*wizard).contains(QStringLiteral("node:3")));
        QTRY_COMPARE(node(*wizard, "nat_gateway").subtitle, QStringLiteral("2 units"));
        QCOMPARE(node(*wizard, "droplet").subtitle, QStringLiteral("s-2vcpu-4gb · new key"));
        goTo(*wizard, QStringLiteral("access"));
        QCOMPARE(node(*wizard, "operator").subtitle, QStringLiteral("SSH from anywhere"));
        wizard->findChild<QAbstractButton *>(QStringLiteral("accessMineRadio"))->click();
        QTest::keyClicks(wizard->findChild<QLineEdit *>(QStringLiteral("accessAddressEdit")),
                         QStringLiteral("203.0.113.9"));
        QTRY_COMPARE(node(*wizard, "operator").subtitle, QStringLiteral("SSH from 203.0.113.9/32"));
    }

    void refusalStandsInTheDrawingToo() {
        auto wizard = open();
        goTo(*wizard, QStringLiteral("network"));
        const QString words = view(*wizard).accessibleDescription();
        auto *edit = wizard->findChild<QLineEdit *>(QStringLiteral("vpc_cidrEdit"));
        const QString good = edit->text();
        type(edit, QStringLiteral("10.20.4.0/24"));
        QTRY_COMPARE(node(*wizard, "vpc").alert, QStringLiteral("range refused")); // a word, a sign and an outline
        QVERIFY(node(*wizard, "vpc").alertDetails.contains(QStringLiteral("prod-vpc")));
        QVERIFY(node(*wizard, "cluster").alert.isEmpty());
        QVERIFY(view(*wizard).accessibleDescription().contains(QStringLiteral("prod-vpc")));
        type(edit, good);
        QTRY_VERIFY(node(*wizard, "vpc").alert.isEmpty());
        QCOMPARE(view(*wizard).accessibleDescription(), words);
    }

    /// Whatever is refused, the drawing says it somewhere.
    void everyFieldHasAPlaceForItsRefusal() {
        auto wizard = open();
        QStringList fields;
        for (const auto *page : wizard->findChildren<WizardPage *>())
            fields << page->fields();
        QVERIFY(fields.size() >= 16);
        goTo(*wizard, QStringLiteral("review"));
        const QSet<QString> unseen{QStringLiteral("ha"), QStringLiteral("ssh_key_file")}; // never refused
        for (const QString &field : fields) {
            if (unseen.contains(field))
                continue;
            const blueprint::Problem problem{field, QStringLiteral("test"), QStringLiteral("no: ") + field, {}, {}};
            wizard->setPlanOutcome({{problem}, {}});
            const auto isTold = [&] {
                const auto &nodes = view(*wizard).model().nodes;
                return std::any_of(nodes.begin(), nodes.end(), [&](const TopologyNode &node) {
                    return !node.alert.isEmpty() && node.alertDetails.contains(problem.message);
                });
            };
            QTRY_VERIFY2(isTold(), qPrintable(field));
        }
    }

    void foldsAwayBeforeAFieldIsSqueezed() {
        auto wizard = open();
        wizard->resize(1280, 800);
        QVERIFY(drawing(*wizard)->isVisible());
        for (const char *name : {"account", "place", "network", "machines", "access", "review"}) {
            goTo(*wizard, QLatin1String(name));
            auto *page = wizard->findChild<WizardPage *>(QStringLiteral("wizardPage:") + QLatin1String(name));
            if (wizard->pageName() == QLatin1String("review"))
                wizard->setPlanOutcome({{}, fakePlan()});
            bool drawnOnce = false, foldedOnce = false;
            for (int width = 1400; width >= wizard->minimumWidth(); width -= 20) {
                wizard->resize(width, 800);
                QCoreApplication::processEvents();
                const bool drawn = drawing(*wizard)->isVisible();
                (drawn ? drawnOnce : foldedOnce) = true;
                QVERIFY2(page->viewport()->width() >= page->widget()->minimumSizeHint().width(),
                         qPrintable(QStringLiteral("%1 at %2").arg(QLatin1String(name)).arg(width)));
                if (drawn)
                    QVERIFY(page->width() >= 560 && drawing(*wizard)->width() >= 300);
                // The plan is drawn once, on one side or the other.
                if (wizard->pageName() == QLatin1String("review"))
                    QCOMPARE(page->findChild<TopologyView *>()->isVisible(), !drawn);
            }
            QVERIFY(drawnOnce && foldedOnce);
        }
        wizard->resize(1280, 800);
        QVERIFY(drawing(*wizard)->isVisible());
        QVERIFY2(wizard->minimumWidth() <= 960 && wizard->minimumHeight() <= 540, "a full HD screen at 200 %");
    }

    /// What is too small for the drawing does not grow for it.
    void aSmallScreenIsNotOutgrown() {
        EgressWizard wizard({QStringLiteral("sandbox"), {}, {}, {}, true});
        wizard.setFacts(fakeFacts());
        wizard.resize(900, 530);
        wizard.show();
        QCoreApplication::processEvents();
        QCOMPARE(wizard.size(), QSize(900, 530));
        QVERIFY(!drawing(wizard)->isVisible());
    }

    void isAPictureForEverybody() {
        auto wizard = open();
        goTo(*wizard, QStringLiteral("machines"));
        auto *accessible = QAccessible::queryAccessibleInterface(const_cast<TopologyView *>(&view(*wizard)));
        QCOMPARE(accessible->role(), QAccessible::Graphic);
        QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
        const auto words = [&] { return accessible->text(QAccessible::Description); };
        QVERIFY2(words().contains(wizard->blueprint().vpcCidr), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("Decided on this page: Bastion")), qPrintable(words()));
        QVERIFY(!words().contains(QStringLiteral("Firewall"))); // comes with the next page
        wizard->findChild<QSpinBox *>(QStringLiteral("nodeCountSpinBox"))->setValue(2);
        QTRY_VERIFY2(words().contains(QStringLiteral("2 cluster nodes")), qPrintable(words()));
        for (const QWidget *stop : tabOrder(wizard.get()))
            QVERIFY2(!drawing(*wizard)->isAncestorOf(stop), qPrintable(called(stop)));
    }

    void growsGentlyOrNotAtAll() {
        Theme::current()->setMotion(Theme::Motion::Full);
        auto wizard = open();
        goTo(*wizard, QStringLiteral("network"));
        QVERIFY(view(*wizard).topology()->isGrowing());
        QCOMPARE(view(*wizard).topology()->presence(QStringLiteral("cloud")), 1.0);
        QVERIFY(view(*wizard).topology()->presence(QStringLiteral("vpc")) < 1);
        QTRY_VERIFY(!view(*wizard).topology()->isGrowing());
        QCOMPARE(view(*wizard).topology()->presence(QStringLiteral("vpc")), 1.0);
        Theme::current()->setMotion(Theme::Motion::Reduced);
        wizard->next();
        QVERIFY(drawn(*wizard).contains(QStringLiteral("bastion")));
        QVERIFY(!view(*wizard).topology()->isGrowing());
    }

    /// What stands already neither moves nor changes its size while the rest comes.
    void whatStandsKeepsItsPlace() {
        auto wizard = open();
        QPointF at;
        qreal zoom = 0;
        for (const char *page : {"account", "place", "network", "machines", "access", "review"}) {
            goTo(*wizard, QLatin1String(page));
            const QPointF now = view(*wizard).mapFromScene(QPointF(0, 0));
            if (zoom > 0) {
                QCOMPARE(now, at);
                QCOMPARE(view(*wizard).zoom(), zoom);
            }
            at = now;
            zoom = view(*wizard).zoom();
        }
        QVERIFY2(zoom > 0.75, qPrintable(QString::number(zoom))); // words can be read
    }
};

QTEST_MAIN(WizardDrawingTest)
#include "wizard_drawing_test.moc"
