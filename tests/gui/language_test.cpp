#include "tests/gui/fake_data.h"
#include "tests/gui/shots.h"
#include "tests/gui/window_stage.h"
#include "tests/support/healthy_observations.h"
#include "ui/theme/language.h"
#include "ui/theme/theme.h"
#include "ui/verification/verification_view.h"
#include "ui/wizard/egress_wizard.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sluice;
using namespace sluice::ui;
using namespace sluice::tests;

namespace {

struct Message {
    QString translation;
    QString type; ///< "unfinished", "vanished", "obsolete" or empty
};
/// Context and source, separated by a line feed, to what stands there.
using Messages = QMap<QString, Message>;

Messages read(const QString &path) {
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QString type = xml.attributes().value(QLatin1String("type")).toString();
            messages.insert(context + QLatin1Char('\n') + source,
                            {xml.readElementText(QXmlStreamReader::IncludeChildElements), type});
        }
    }
    return messages;
}

QStringList placeholders(const QString &text) {
    static const QRegularExpression pattern(QStringLiteral("%(?:\\d+|n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

/// Alt and a letter that two visible things want: neither gets it.
QStringList sharedMnemonics(const QWidget *window) {
    QMap<QString, QStringList> wanted;
    const auto take = [&wanted](const QWidget *widget, const QString &text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (widget->isVisible() && !key.isEmpty())
            wanted[key.toString()] << text;
    };
    for (const auto *button : window->findChildren<QAbstractButton *>())
        take(button, button->text());
    for (const auto *label : window->findChildren<QLabel *>())
        if (label->buddy())
            take(label, label->text());
    QStringList complaints;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (it->size() > 1)
            complaints << it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", "));
    return complaints;
}

} // namespace

/// The German window: nothing missing, nothing cut off.
class LanguageTest : public QObject, WindowStage {
    Q_OBJECT
private:
    QString m_root = qEnvironmentVariable("SLUICE_SOURCE_DIR");
    Messages m_german;

private Q_SLOTS:
    void initTestCase() {
        Theme::install(*qApp, Theme::Mode::Light);
        m_german = read(m_root + QStringLiteral("/resources/translations/sluice_de.ts"));
        QVERIFY(m_german.size() > 500);
    }

    void nothingIsMissing() {
        QString lupdate =
            QStandardPaths::findExecutable(QStringLiteral("lupdate"), {QStringLiteral("/usr/lib/qt6/bin")});
        if (lupdate.isEmpty())
            lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate6"));
        if (lupdate.isEmpty())
            QSKIP("lupdate is not installed (package qt6-l10n-tools)");
        QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
        QProcess process;
        process.setWorkingDirectory(m_root);
        QStringList arguments{QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("ui"), QStringLiteral("app")};
        // The sandbox plays the cloud: what it says is not ours to translate, and it has no words of ours.
        for (const QString &module :
             QDir(m_root + QStringLiteral("/core")).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (module != QLatin1String("sandbox"))
                arguments << QStringLiteral("core/") + module;
        arguments << QStringLiteral("-ts") << fresh << QStringLiteral("-locations") << QStringLiteral("none");
        process.start(lupdate, arguments);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
        const QString said = QString::fromUtf8(process.readAllStandardError());
        // A class without a context of its own asks at run time for another one than lupdate wrote down.
        static const QRegularExpression lost(QStringLiteral("Class 'sluice::ui::[^\n]* lacks"));
        QVERIFY2(!lost.match(said).hasMatch(), qPrintable(said));
        const Messages sources = read(fresh);
        QStringList complaints;
        // lupdate did not see core/base/words.h: at run time the context is another one.
        for (auto it = sources.begin(); it != sources.end(); ++it)
            if (it.key().section(QLatin1Char('\n'), 0, 0).endsWith(QLatin1String("Words")))
                complaints << QStringLiteral("without #include \"core/base/words.h\": ") + it.key();
        for (auto it = sources.begin(); it != sources.end(); ++it)
            if (!m_german.contains(it.key()))
                complaints << QStringLiteral("not in sluice_de.ts: ") + it.key();
        for (auto it = m_german.begin(); it != m_german.end(); ++it) {
            if (!sources.contains(it.key()))
                complaints << QStringLiteral("no longer in the sources: ") + it.key();
            if (!it->type.isEmpty() ||
                it->translation.trimmed().isEmpty() != it.key().section(QLatin1Char('\n'), 1).trimmed().isEmpty())
                complaints << QStringLiteral("without German: ") + it.key();
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QStringLiteral("; "))));
    }

    /// It plays the cloud, which speaks English; in the window it lives in the same process as the translator.
    void theSandboxHasNoWordsOfOurs() {
        QStringList complaints;
        int files = 0;
        for (QDirIterator it(m_root + QStringLiteral("/core/sandbox"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                             QDir::Files, QDirIterator::Subdirectories);
             it.hasNext(); ++files) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            if (text.contains("core/base/words.h") || text.contains("::translate(") || text.contains("::tr("))
                complaints << file.fileName();
        }
        QVERIFY(files > 50);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QStringLiteral("; "))));
    }

    void placeholdersAndEndingsAgree() {
        QStringList complaints;
        for (auto it = m_german.begin(); it != m_german.end(); ++it) {
            const QString source = it.key().section(QLatin1Char('\n'), 1);
            bool same = placeholders(source) == placeholders(it->translation);
            for (const QChar end : {QChar(0x2026), QChar(u':'), QChar(u'.'), QChar(u' ')})
                same = same && source.endsWith(end) == it->translation.endsWith(end);
            if (!same)
                complaints << source + QStringLiteral(" / ") + it->translation;
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QStringLiteral("; "))));
    }

    void everyPageOfTheWizardFits() {
        QCOMPARE(installLanguage(*qApp, QStringLiteral("de")), QStringLiteral("de"));
        EgressWizard wizard({QStringLiteral("sandbox"),
                             QStringLiteral("Sandbox"),
                             QUrl(QStringLiteral("http://127.0.0.1:8080")),
                             {},
                             true});
        wizard.setFacts(fakeFacts());
        wizard.show();
        QCOMPARE(wizard.findChild<QPushButton *>(QStringLiteral("wizardNextButton"))->text(),
                 QStringLiteral("&Weiter"));
        for (int i = 0; i < 6; ++i) {
            if (wizard.pageName() == QLatin1String("review"))
                wizard.setPlanOutcome(blueprint::planFrom(fakeBlueprint(), fakeFacts(), {}, QStringLiteral("k3v9qa"),
                                                          QDateTime::currentDateTimeUtc()));
            // Laid out in some turns of the event loop; what stays cut off is a mistake.
            QStringList cut;
            const auto isWhole = [&cut, &wizard] { return (cut = cutOff(&wizard)).isEmpty(); };
            QTRY_VERIFY2(isWhole(),
                         qPrintable(wizard.pageName() + QStringLiteral(": ") + cut.join(QStringLiteral("; "))));
            for (int turn = 0; turn < 20; ++turn) // the drawing and the cards find their places one after the other
                QCoreApplication::processEvents();
            const QStringList twice = sharedMnemonics(&wizard);
            QVERIFY2(twice.isEmpty(),
                     qPrintable(wizard.pageName() + QStringLiteral(": ") + twice.join(QStringLiteral("; "))));
            QVERIFY2(wizard.minimumWidth() <= 960, "a full HD screen at 200 %");
            for (const auto *growth : wizard.findChildren<QAbstractAnimation *>(QStringLiteral("topologyGrowth")))
                QTRY_VERIFY(growth->state() == QAbstractAnimation::Stopped);
            QVERIFY(grabState(&wizard, QStringLiteral("german-") + wizard.pageName()));
            if (i < 5)
                wizard.next();
        }
        QCOMPARE(wizard.pageName(), QStringLiteral("review"));
    }

    /// What core said about a broken deployment, in the page that shows it.
    void theVerificationFits() {
        QCOMPARE(installLanguage(*qApp, QStringLiteral("de")), QStringLiteral("de"));
        verify::Observations seen = healthy();
        seen.route.reset();
        seen.routeError.code = ErrorCode::NotFound;
        seen.dropletHost.bootDefaults << QStringLiteral("via ") + kVpcRouter;
        DeploymentView view;
        view.name = QStringLiteral("demo");
        view.phase = QStringLiteral("ready");
        view.verdict = QStringLiteral("fail");
        view.egressIp = kNatIp;
        view.cells = verify::evaluate(seen, plan());
        VerificationView page;
        page.resize(1100, 720);
        page.show(view);
        page.setVisible(true);
        QStringList cut;
        const auto isWhole = [&cut, &page] { return (cut = cutOff(&page)).isEmpty(); };
        QTRY_VERIFY2(isWhole(), qPrintable(cut.join(QStringLiteral("; "))));
        QStringList words;
        for (const QLabel *label : page.findChildren<QLabel *>())
            words << label->text();
        const QString all = words.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("Der Cluster hat keine Route")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("Wenden Sie die Route neu an.")), qPrintable(all));
        QVERIFY(grabState(&page, QStringLiteral("german-verification")));
    }

    /// The window as it greets: without a deployment. Each menu's letters are its own.
    void theWindowFits() {
        QCOMPARE(installLanguage(*qApp, QStringLiteral("de")), QStringLiteral("de"));
        openStage();
        QStringList cut;
        const auto isWhole = [&cut, this] { return (cut = cutOff(m_window.get())).isEmpty(); };
        QTRY_VERIFY2(isWhole(), qPrintable(cut.join(QStringLiteral("; "))));
        QStringList titles;
        QList<QMenu *> menus;
        for (const QAction *action : m_window->menuBar()->actions()) {
            titles << action->text();
            if (action->menu())
                menus << action->menu();
        }
        QVERIFY2(titles.contains(QStringLiteral("&Datei")), qPrintable(titles.join(QStringLiteral(", "))));
        QList<QStringList> groups{titles};
        for (const QMenu *menu : menus) {
            QStringList texts;
            for (const QAction *action : menu->actions())
                texts << action->text();
            groups << texts;
        }
        for (const QStringList &group : groups) {
            QStringList keys;
            for (const QString &text : group) {
                const QString key = QKeySequence::mnemonic(text).toString();
                QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(group.join(QStringLiteral(", "))));
                keys << key;
            }
        }
        const QStringList twice = sharedMnemonics(m_window.get());
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QStringLiteral("; "))));
        QVERIFY(grabState(m_window.get(), QStringLiteral("german-window")));
        m_window.reset();
        m_desk.reset();
        m_sandbox.reset();
    }
};

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
