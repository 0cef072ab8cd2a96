#include "tests/gui/atspi/rules.h"
#include "tests/gui/atspi/stage.h"

#include <QTest>

using namespace sluice::tests;

/// The same life by the keys of a real keyboard (events of the X server) and nothing else. What has the focus after
/// each key is heard over AT-SPI, as a screen reader hears it.
class KeysTest : public QObject {
    Q_OBJECT
    Stage m_stage;
    std::unique_ptr<FocusEar> m_ear;
    bool m_whole = true; ///< what came before went well
    const QString m_name = QStringLiteral("egress");

    /// Presses a key that moves the focus; null when the focus is lost on the way.
    Node move(const QString &key) {
        const Node now = m_ear->after(m_stage, key);
        return !now.isNull() && becomes([&] { return now.is(State::Focused); }, 10000) ? now : Node();
    }
    /// Tab, until it stands on such a control.
    Node tabTo(const QString &role, const QString &name) {
        constexpr int kStops = 40;
        for (int i = 0; i < kStops; ++i) {
            const Node now = move(QStringLiteral("Tab"));
            if (now.isNull())
                return {};
            if (now.role() == role && now.name().startsWith(name))
                return now;
        }
        return {};
    }
    /// All stops of Tab in the active window, from where the focus is to where it began.
    QList<Node> walk() {
        constexpr int kStops = 60;
        QList<Node> stops;
        for (int i = 0; i < kStops; ++i) {
            const Node now = move(QStringLiteral("Tab"));
            if (now.isNull())
                return {};
            const Node stop = owner(now);
            if (!stops.isEmpty() && stop == stops.first())
                return stops;
            stops << stop;
        }
        return {}; // a trap
    }
    Node dialog(const QString &title) { return await(m_stage.application(), QStringLiteral("dialog"), title); }
    /// What has the focus after the window changed.
    bool stands(const Node &node) {
        return becomes([&] { return m_ear->last() == node && node.is(State::Focused); }, 30000);
    }
    bool isIn(Node node, const Node &root) {
        for (int depth = 0; depth < 40 && !node.isNull(); ++depth) {
            if (node == root)
                return true;
            node = node.parent();
        }
        return false;
    }
    /// Something in this window has the focus: it is not lost.
    bool focusIsIn(const Node &window) {
        return becomes([&] { return m_ear->last().is(State::Focused) && isIn(m_ear->last(), window); }, 30000);
    }
    QString where() { return placeOf(m_ear->last()); }

private Q_SLOTS:
    void initTestCase() {
        const QString failed = m_stage.open();
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        m_ear = std::make_unique<FocusEar>();
    }
    void init() {
        if (!m_whole)
            QSKIP("what comes before it failed");
        m_whole = false;
    }
    void cleanup() { m_whole = !QTest::currentTestFailed(); }

    void everyStopOfTheWindowIsReached() {
        const QList<Node> stops = walk();
        QVERIFY2(!stops.isEmpty(), qPrintable(where()));
        const QString wrong = disorder(m_stage.window(), stops);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aDialogGivesTheFocusBack() {
        for (const auto &[opener, title] :
             {std::pair{QStringLiteral("New deployment"), QStringLiteral("New deployment")},
              {QStringLiteral("Accounts"), QStringLiteral("Accounts")}}) {
            const Node button = tabTo(QStringLiteral("push button"), opener);
            QVERIFY2(!button.isNull(), qPrintable(where()));
            QVERIFY(m_stage.press(QStringLiteral("space")));
            const Node opened = dialog(title);
            QVERIFY2(!opened.isNull(), qPrintable(title));
            QVERIFY2(focusIsIn(opened), qPrintable(where()));
            QVERIFY(m_stage.press(QStringLiteral("Escape")));
            QVERIFY2(stands(button), qPrintable(where()));
        }
    }

    void theWizardInTheOrderOfTheEye() {
        const Node opener = tabTo(QStringLiteral("push button"), QStringLiteral("New deployment"));
        QVERIFY2(!opener.isNull(), qPrintable(where()));
        QVERIFY(m_stage.press(QStringLiteral("space")));
        const Node wizard = dialog(QStringLiteral("New deployment"));
        QVERIFY(!wizard.isNull());
        // Where the keyboard stands when a page opens: on its first control.
        const QList<std::pair<QString, QString>> pages{
            {QStringLiteral("Where do you want to build?"), QStringLiteral("radio button \"Sandbox")},
            {QStringLiteral("Region and name"), QStringLiteral("combo box ")},
            {QStringLiteral("Address ranges"), QStringLiteral("text \"VPC")},
            {QStringLiteral("Machines and keys"), QStringLiteral("spin box \"Cluster nodes")},
            {QStringLiteral("Who may reach the bastion?"), QStringLiteral("radio button \"Anywhere")},
            {QStringLiteral("Review"), QStringLiteral("push button \"Back")}};
        for (const auto &[title, first] : pages) {
            const bool last = title == pages.last().first;
            QVERIFY2(!await(wizard, QStringLiteral("label"), title).isNull(), qPrintable(title));
            QVERIFY2(becomes([&, begin = first] { return owner(m_ear->last()).words().startsWith(begin); }, 30000),
                     qPrintable(where() + QStringLiteral(" instead of ") + first));
            QVERIFY(!await(wizard, [&](const Node &node) {
                         return node.role() == QLatin1String("push button") && node.is(State::Enabled) &&
                                node.name().startsWith(last ? QStringLiteral("Create") : QStringLiteral("Next"));
                     }).isNull());
            const QList<Node> stops = walk();
            QVERIFY2(!stops.isEmpty(), qPrintable(where()));
            const QString wrong = disorder(wizard, stops);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            const Node go =
                tabTo(QStringLiteral("push button"), last ? QStringLiteral("Create") : QStringLiteral("Next"));
            QVERIFY2(!go.isNull(), qPrintable(where()));
            QVERIFY(m_stage.press(QStringLiteral("space")));
        }
        // What opened the wizard is gone with the welcome; the new deployment stands in the list.
        QVERIFY2(becomes([&] { return owner(m_ear->last()).name() == QLatin1String("Deployments"); }, 30000),
                 qPrintable(where()));
    }

    void theVerdictIsReached() {
        QVERIFY(m_stage.press(QStringLiteral("ctrl+2")));
        const Node headline = await(m_stage.window(), [](const Node &node) {
            const QString name = node.name();
            return name.startsWith(QStringLiteral("Not verified")) || name.startsWith(QStringLiteral("Measuring")) ||
                   name.startsWith(QStringLiteral("Everything leaves by"));
        });
        QVERIFY(!headline.isNull());
        QVERIFY2(becomes([&] { return headline.name().startsWith(QStringLiteral("Everything leaves by")); }),
                 qPrintable(headline.name()));
        const QList<Node> stops = walk();
        QVERIFY2(!stops.isEmpty(), qPrintable(where()));
        const QString wrong = disorder(m_stage.window(), stops);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY2(!tabTo(QStringLiteral("table"), QStringLiteral("Verification matrix")).isNull(), qPrintable(where()));
        const Node cell = move(QStringLiteral("Down"));
        const Node below = move(QStringLiteral("Down"));
        QVERIFY2(below.name().startsWith(QStringLiteral("Pass: from ")), qPrintable(below.words()));
        QVERIFY(below != cell);
        // What was asked and answered, for the row where the keyboard stands.
        QVERIFY(!await(m_stage.window(), QStringLiteral("label"), below.name()).isNull());
        const Node evidence = tabTo(QStringLiteral("text"), QStringLiteral("Evidence of the selected check"));
        QVERIFY2(evidence.text().contains(QStringLiteral("$ ")), qPrintable(evidence.words()));
    }

    void thePartsOfTheDrawingAreReached() {
        QVERIFY(m_stage.press(QStringLiteral("ctrl+1")));
        QVERIFY(!await(m_stage.window(), QStringLiteral("graphic"), QStringLiteral("Topology drawing")).isNull());
        Node part;
        for (int i = 0; i < 40 && owner(part) == part; ++i) {
            part = move(QStringLiteral("Tab"));
            QVERIFY2(!part.isNull(), qPrintable(where()));
        }
        QStringList met{part.name()};
        for (const char *key : {"Right", "Down", "Left", "Right", "Down", "Right"}) {
            QVERIFY(m_stage.press(QLatin1String(key)));
            becomes([&] { return m_ear->last().name() != met.last(); }, 1000); // at the edge it stays
            QVERIFY2(owner(m_ear->last()) == owner(part) && m_ear->last().is(State::Focused), qPrintable(where()));
            met << m_ear->last().name();
        }
        met.removeDuplicates();
        QVERIFY2(met.size() >= 3 && !met.contains(QString()), qPrintable(met.join(QStringLiteral("; "))));
    }

    void theTeardownByKeys() {
        const Node opener = tabTo(QStringLiteral("push button"), QStringLiteral("Tear down"));
        QVERIFY2(!opener.isNull(), qPrintable(where()));
        QVERIFY(m_stage.press(QStringLiteral("space")));
        const Node teardown = dialog(QStringLiteral("Tear down ") + m_name);
        QVERIFY(!teardown.isNull());
        QVERIFY(
            becomes([&] { return where().startsWith(QStringLiteral("text \"Type the deployment's name")); }, 30000));
        QVERIFY(m_stage.type(m_name));
        const QList<Node> stops = walk();
        QVERIFY2(!stops.isEmpty(), qPrintable(where()));
        const QString wrong = disorder(teardown, stops);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY(!tabTo(QStringLiteral("push button"), QStringLiteral("Tear down")).isNull());
        QVERIFY(m_stage.press(QStringLiteral("space")));
        const Node headline = await(teardown, QStringLiteral("label"), QStringLiteral("0 left"));
        QVERIFY2(headline.name().contains(QStringLiteral("0.0000 USD per hour")), qPrintable(headline.words()));
        QVERIFY2(becomes([&] { return where().startsWith(QStringLiteral("push button \"Close")); }, 30000),
                 qPrintable(where()));
        QVERIFY(m_stage.press(QStringLiteral("space")));
        QVERIFY(becomes([this] { return m_stage.window().role() == QLatin1String("frame"); }));
        // Its opener has nothing left to tear down: the focus goes on to what can be used, and is not lost.
        QVERIFY(!opener.is(State::Enabled));
        QVERIFY2(focusIsIn(m_stage.window()), qPrintable(where()));
    }
};

SLUICE_STAGE_MAIN(KeysTest)
#include "keys_test.moc"
