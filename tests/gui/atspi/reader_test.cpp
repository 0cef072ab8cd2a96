#include "tests/gui/atspi/rules.h"
#include "tests/gui/atspi/stage.h"

#include <QTest>

#include <algorithm>

using namespace sluice::tests;

/// The whole life of a deployment as an assistive program lives it: it reads names, roles, states and texts, and acts
/// by actions and by setting texts. No key, no mouse.
class ReaderTest : public QObject {
    Q_OBJECT
    Stage m_stage;
    bool m_whole = true; ///< what came before went well
    Node m_headline;     ///< of the verification
    const QString m_name = QStringLiteral("reader");

    Node dialog(const QString &title) { return await(m_stage.application(), QStringLiteral("dialog"), title); }
    static Node button(const Node &root, const QString &name) {
        return await(root, [&](const Node &node) {
            return node.role() == QLatin1String("push button") && node.name().startsWith(name) &&
                   node.is(State::Enabled);
        });
    }
    static bool press(const Node &node) { return node.act(QStringLiteral("Press")); }
    /// A drill, out of the menu; it need not be open for that.
    bool drill(const QString &title) {
        const Node menu = await(m_stage.window(), QStringLiteral("menu item"), QStringLiteral("Drills"));
        Node found;
        becomes([&] {
            for (const Node &popup : menu.children()) {
                for (const Node &item : popup.children()) {
                    if (item.name().startsWith(title) && item.is(State::Enabled))
                        found = item;
                }
            }
            return !found.isNull();
        });
        return press(found);
    }
    QString evidence() {
        return find(m_stage.window(), QStringLiteral("text"), QStringLiteral("Evidence of the selected check")).text();
    }

private Q_SLOTS:
    void initTestCase() {
        const QString failed = m_stage.open();
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
    }
    void init() {
        if (!m_whole)
            QSKIP("what comes before it failed");
        m_whole = false;
    }
    void cleanup() { m_whole = !QTest::currentTestFailed(); }

    void theRulesFindWhatIsWrong() {
        // The window manager's view of the same tree: the application itself is no control, its window has one.
        const Node window = m_stage.window();
        QCOMPARE(window.role(), QStringLiteral("frame"));
        QVERIFY(!disorder(window, {}).isEmpty()); // nothing is reached when nothing was met
        const QList<Node> all = showing(window);
        QList<Node> upwards;
        for (const Node &node : all) {
            if (node.is(State::Focusable) && node.box().right() < window.box().center().x())
                upwards << node; // the column at the left
        }
        std::sort(upwards.begin(), upwards.end(),
                  [](const Node &a, const Node &b) { return a.box().top() > b.box().top(); });
        QVERIFY(upwards.size() >= 3);
        QVERIFY(disorder(window, upwards).contains(QStringLiteral("jumps back")));
    }

    void theWindowSaysWhatItIs() {
        const QString mute = silent(m_stage.window());
        QVERIFY2(mute.isEmpty(), qPrintable(mute));
    }

    void theWizardIsFilledInByActions() {
        QVERIFY(press(button(m_stage.window(), QStringLiteral("New deployment"))));
        const Node wizard = dialog(QStringLiteral("New deployment"));
        QVERIFY(!wizard.isNull());
        const QStringList titles{QStringLiteral("Where do you want to build?"),
                                 QStringLiteral("Region and name"),
                                 QStringLiteral("Address ranges"),
                                 QStringLiteral("Machines and keys"),
                                 QStringLiteral("Who may reach the bastion?"),
                                 QStringLiteral("Review")};
        for (int page = 0; page < titles.size(); ++page) {
            QVERIFY2(!await(wizard, QStringLiteral("label"), titles[page]).isNull(), qPrintable(titles[page]));
            const QString step = QStringLiteral("Step %1 of %2").arg(page + 1).arg(titles.size());
            QVERIFY2(!find(wizard, QStringLiteral("label"), step).isNull(), qPrintable(step));
            const Node next =
                button(wizard, page + 1 < titles.size() ? QStringLiteral("Next") : QStringLiteral("Create"));
            QVERIFY(!next.isNull());
            const QString mute = silent(wizard);
            QVERIFY2(mute.isEmpty(), qPrintable(mute));
            if (page == 1)
                fillPlace(wizard);
            else if (page == 3)
                fillMachines(wizard);
            else if (page == 4)
                fillAccess(wizard, next);
            else if (page == 5)
                readReview(wizard);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(press(next));
        }
        QVERIFY(becomes([this] { return m_stage.window().role() == QLatin1String("frame"); }));
    }

    void fillPlace(const Node &wizard) {
        QVERIFY(find(wizard, QStringLiteral("text"), QStringLiteral("Name")).setText(m_name));
        // What was typed by an assistive program counts as what was typed by hand.
        QVERIFY(!await(wizard, QStringLiteral("label"), m_name + QStringLiteral("-vpc")).isNull());
    }
    void fillMachines(const Node &wizard) {
        const Node nodes = find(wizard, QStringLiteral("spin box"), QStringLiteral("Cluster nodes"));
        const QString before = nodes.text();
        QVERIFY(nodes.act(QStringLiteral("Increase")));
        QVERIFY(becomes([&] { return nodes.text() != before; }));
        QVERIFY(nodes.act(QStringLiteral("Decrease")));
        QVERIFY(becomes([&] { return nodes.text() == before; }));
        const Node high = find(wizard, QStringLiteral("check box"), QStringLiteral("High availability"));
        for (const bool on : {true, false}) {
            QVERIFY(high.act(QStringLiteral("Toggle")));
            QVERIFY(becomes([&] { return high.is(State::Checked) == on; }));
        }
    }
    void fillAccess(const Node &wizard, const Node &next) {
        const Node address = find(wizard, QStringLiteral("text"), QStringLiteral("My public address"));
        QVERIFY(!address.is(State::Enabled));
        QVERIFY(find(wizard, QStringLiteral("radio button"), QStringLiteral("Only my address"))
                    .act(QStringLiteral("Toggle")));
        QVERIFY(becomes([&] { return address.is(State::Enabled) && !next.is(State::Enabled); }));
        QVERIFY(address.setText(QStringLiteral("203.0.113.9")));
        QVERIFY(becomes([&] { return next.is(State::Enabled); }));
        QVERIFY(find(wizard, QStringLiteral("radio button"), QStringLiteral("Anywhere")).act(QStringLiteral("Toggle")));
        QVERIFY(becomes([&] { return next.is(State::Enabled) && !address.is(State::Enabled); }));
    }
    void readReview(const Node &wizard) {
        QVERIFY(!find(wizard, [](const Node &node) {
                     return node.role() == QLatin1String("label") &&
                            node.name().contains(QStringLiteral("USD a month"));
                 }).isNull());
        QVERIFY(!find(wizard, [](const Node &node) {
                     return node.role() == QLatin1String("label") &&
                            node.name().contains(QStringLiteral("Port 22 (tcp) of the bastion: the whole Internet"));
                 }).isNull());
        // The drawing beside the fields is a picture: it says in words what it shows.
        const Node drawing = find(wizard, [](const Node &node) {
            return node.name() == QLatin1String("Drawing of what the fields say so far");
        });
        QVERIFY(!drawing.isNull());
        QVERIFY2(drawing.description().contains(m_name + QStringLiteral("-nat-gw")), qPrintable(drawing.description()));
    }

    void theVerdictIsRead() {
        QVERIFY(press(await(m_stage.window(), QStringLiteral("page tab"), QStringLiteral("Verification"))));
        m_headline = await(m_stage.window(), [](const Node &node) {
            const QString name = node.name();
            return name.startsWith(QStringLiteral("Not verified")) || name.startsWith(QStringLiteral("Measuring")) ||
                   name.startsWith(QStringLiteral("Everything leaves by"));
        });
        QVERIFY(!m_headline.isNull());
        QVERIFY2(becomes([this] { return m_headline.name().startsWith(QStringLiteral("Everything leaves by")); }),
                 qPrintable(m_headline.name()));
        const QString mute = silent(m_stage.window());
        QVERIFY2(mute.isEmpty(), qPrintable(mute));
        const Node table = find(m_stage.window(), QStringLiteral("table"), QStringLiteral("Verification matrix"));
        QVERIFY(table.rows() >= 15);
        QCOMPARE(table.columns(), 6);
        for (int row = 0; row < table.rows(); ++row) {
            const Node verdict = table.cell(row, 0);
            QCOMPARE(verdict.role(), QStringLiteral("cell"));
            // In words, with what it is about: a colour says nothing here.
            QVERIFY2(verdict.name().startsWith(QStringLiteral("Pass: from ")), qPrintable(verdict.name()));
            for (const int column : {1, 2, 3, 5})
                QVERIFY(!table.cell(row, column).name().isEmpty());
        }
        const int last = table.rows() - 1;
        const QString before = evidence();
        QVERIFY(before.contains(QStringLiteral("$ ")));
        QVERIFY(table.cell(last, 0).act(QStringLiteral("Toggle")));
        QVERIFY(!await(m_stage.window(), QStringLiteral("label"), table.cell(last, 0).name()).isNull());
        QVERIFY(becomes([&] { return evidence() != before; }));
    }

    void aFailureSaysItsCauseAndItsRemedy() {
        QVERIFY(drill(QStringLiteral("The NAT gateway")));
        QVERIFY2(
            becomes([this] { return m_headline.name().startsWith(QStringLiteral("The egress promise is broken")); }),
            qPrintable(m_headline.name()));
        QVERIFY(!await(m_stage.window(), QStringLiteral("label"), QStringLiteral("Fail: from ")).isNull());
        const Node cause = await(m_stage.window(), QStringLiteral("label"), QStringLiteral("Cause: "));
        QVERIFY2(cause.name().contains(QStringLiteral("Remedy: ")), qPrintable(cause.words()));
        QVERIFY(!evidence().isEmpty());
        QVERIFY(drill(QStringLiteral("Repair what was broken")));
        QVERIFY2(becomes([this] { return m_headline.name().startsWith(QStringLiteral("Everything leaves by")); }),
                 qPrintable(m_headline.name()));
    }

    void theTeardownEndsWithACertificate() {
        QVERIFY(press(button(m_stage.window(), QStringLiteral("Tear down"))));
        const Node teardown = dialog(QStringLiteral("Tear down ") + m_name);
        QVERIFY(!teardown.isNull());
        const QString mute = silent(teardown);
        QVERIFY2(mute.isEmpty(), qPrintable(mute));
        const Node confirm = find(teardown, QStringLiteral("push button"), QStringLiteral("Tear down"));
        QVERIFY(!confirm.isNull() && !confirm.is(State::Enabled));
        const Node typed = find(teardown, QStringLiteral("text"), QStringLiteral("Type the deployment's name"));
        QVERIFY(typed.setText(QStringLiteral("another")) && !confirm.is(State::Enabled));
        QVERIFY(typed.setText(m_name));
        QVERIFY(becomes([&] { return confirm.is(State::Enabled); }));
        QVERIFY(press(confirm));
        const Node headline = await(teardown, QStringLiteral("label"), QStringLiteral("0 left"));
        QVERIFY2(headline.name().contains(QStringLiteral("0.0000 USD per hour")), qPrintable(headline.words()));
        const Node certificate = find(teardown, QStringLiteral("table"), QStringLiteral("Certificate"));
        QVERIFY(certificate.rows() >= 10);
        for (int row = 0; row < certificate.rows(); ++row) {
            QVERIFY(!certificate.cell(row, 0).name().isEmpty());
            const QString result = certificate.cell(row, 2).name();
            QVERIFY2(!result.isEmpty() && !result.startsWith(QStringLiteral("LEFT")), qPrintable(result));
        }
        const QString after = silent(teardown);
        QVERIFY2(after.isEmpty(), qPrintable(after));
        QVERIFY(press(button(teardown, QStringLiteral("Close"))));
        QVERIFY(becomes([this] { return m_stage.window().role() == QLatin1String("frame"); }));
    }
};

SLUICE_STAGE_MAIN(ReaderTest)
#include "reader_test.moc"
