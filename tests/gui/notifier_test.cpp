#include "ui/desk/notifier.h"
#include "ui/theme/theme.h"
#include "ui/verification/verdict_notice.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusContext>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace sluice::ui;

namespace {

const QString kDaemon = QStringLiteral("daemon");
const QString kName = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

/// The desktop's notification service, as the specification has it.
class FakeDaemon : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Told {
        QString application, title, text;
        uint replaces;
        QStringList actions;
        QVariantMap hints;
        int expires;
    };
    QList<Told> told;
    bool mute = false; ///< takes the call and never answers

    static uchar urgency(const Told &told) { return told.hints.value(QStringLiteral("urgency")).value<uchar>(); }

public Q_SLOTS:
    uint Notify(const QString &application, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int expires) {
        told.append({application, title, text, replaces, actions, hints, expires});
        if (mute)
            setDelayedReply(true);
        return replaces > 0 ? replaces : static_cast<uint>(40 + told.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);
    void NotificationClosed(uint id, uint reason);
};

/// A message bus of this test's own, so that the person's desktop neither matters nor is touched.
class NotifierTest : public QObject {
    Q_OBJECT
    QProcess m_bus;
    FakeDaemon m_daemon;

    static Notice worse() {
        return verdictNotice(QStringLiteral("shop"), QStringLiteral("pass"), QStringLiteral("fail"));
    }
    QDBusConnection bus() const { return QDBusConnection(kDaemon); }

private Q_SLOTS:
    void initTestCase() {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            QSKIP("dbus-daemon is not installed");
        m_bus.start(program,
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        QVERIFY(m_bus.waitForReadyRead(20000));
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        Theme::install(*qApp, Theme::Mode::Light);
        QVERIFY(QDBusConnection::connectToBus(QString::fromUtf8(address), kDaemon).isConnected());
        QVERIFY(bus().registerObject(kPath, &m_daemon,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    }
    void init() {
        m_daemon.told.clear();
        m_daemon.mute = false;
        QVERIFY(bus().registerService(kName));
    }
    void cleanup() { bus().unregisterService(kName); }

    void urgentWhenItGotWorse_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("urgency");
        QTest::newRow("broken") << "pass"
                                << "fail" << 2;
        QTest::newRow("lost from sight") << "pass"
                                         << "unknown" << 2;
        QTest::newRow("found broken") << "unknown"
                                      << "fail" << 2;
        QTest::newRow("well again") << "fail"
                                    << "pass" << 1;
        QTest::newRow("seen again") << "unknown"
                                    << "pass" << 1;
        QTest::newRow("no longer seen broken") << "fail"
                                               << "unknown" << 1;
    }
    void urgentWhenItGotWorse() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Notifier notifier;
        QSignalSpy fellBack(&notifier, &Notifier::fellBack);
        notifier.tell(verdictNotice(QStringLiteral("shop"), before, after));
        QTRY_COMPARE(m_daemon.told.size(), 1);
        const FakeDaemon::Told &told = m_daemon.told.first();
        QTEST(static_cast<int>(FakeDaemon::urgency(told)), "urgency");
        QCOMPARE(told.application, QStringLiteral("Sluice"));
        QVERIFY(told.text.startsWith(QStringLiteral("shop: the verdict was ")));
        QVERIFY(told.text.endsWith(after, Qt::CaseInsensitive));
        QVERIFY(told.actions.contains(QStringLiteral("Open")));
        QCOMPARE(told.actions.size() % 2, 0); // keys and words in turn
        QVERIFY(fellBack.isEmpty());
    }

    void itCarriesItsPicture() {
        Notifier notifier;
        notifier.tell(worse());
        QTRY_COMPARE(m_daemon.told.size(), 1);
        const QVariant hint = m_daemon.told.first().hints.value(QStringLiteral("image-data"));
        QVERIFY(hint.canConvert<QDBusArgument>());
        const auto argument = hint.value<QDBusArgument>();
        QCOMPARE(argument.currentSignature(), QStringLiteral("(iiibiiay)"));
        int width = 0, height = 0, rowStride = 0, bits = 0, channels = 0;
        bool alpha = false;
        QByteArray data;
        argument.beginStructure();
        argument >> width >> height >> rowStride >> alpha >> bits >> channels >> data;
        argument.endStructure();
        QVERIFY(width >= 32 && height == width && alpha && bits == 8 && channels == 4);
        QCOMPARE(data.size(), rowStride * height);
        QVERIFY(data.count('\0') < data.size()); // something is drawn
    }

    void openIsForTheOneItTellsOf() {
        Notifier notifier;
        QSignalSpy opened(&notifier, &Notifier::opened);
        notifier.tell(worse());
        notifier.tell(verdictNotice(QStringLiteral("mail"), QStringLiteral("fail"), QStringLiteral("pass")));
        QTRY_COMPARE(m_daemon.told.size(), 2);
        // Numbers 41 and 42; the answers arrive before the signals do, on the same connection.
        Q_EMIT m_daemon.ActionInvoked(7, QStringLiteral("open")); // another program's
        Q_EMIT m_daemon.ActivationToken(42, QStringLiteral("leave-to-come"));
        Q_EMIT m_daemon.ActionInvoked(42, QStringLiteral("open"));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), QStringLiteral("mail"));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("leave-to-come"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
        Q_EMIT m_daemon.ActionInvoked(41, QStringLiteral("default")); // a click on the notification itself
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(opened.last().first().toString(), QStringLiteral("shop"));
    }

    void newerNewsTakesThePlaceOfOlder() {
        Notifier notifier;
        QSignalSpy opened(&notifier, &Notifier::opened);
        notifier.tell(worse());
        QTRY_COMPARE(m_daemon.told.size(), 1);
        Q_EMIT m_daemon.ActionInvoked(41, QStringLiteral("open"));
        QTRY_COMPARE(opened.size(), 1); // by now the number is known
        notifier.tell(verdictNotice(QStringLiteral("shop"), QStringLiteral("fail"), QStringLiteral("pass")));
        QTRY_COMPARE(m_daemon.told.size(), 2);
        QCOMPARE(m_daemon.told.last().replaces, 41u);
        notifier.tell(verdictNotice(QStringLiteral("mail"), QStringLiteral("fail"), QStringLiteral("pass")));
        QTRY_COMPARE(m_daemon.told.size(), 3);
        Q_EMIT m_daemon.NotificationClosed(41, 2);
        Q_EMIT m_daemon.ActionInvoked(41, QStringLiteral("open")); // closed: no longer ours
        Q_EMIT m_daemon.ActionInvoked(43, QStringLiteral("open")); // heard after them
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(opened.last().first().toString(), QStringLiteral("mail"));
        notifier.tell(worse());
        QTRY_COMPARE(m_daemon.told.size(), 4);
        QCOMPARE(m_daemon.told.last().replaces, 0u);
    }

    void withoutAServiceTheTrayIsAskedAndNobodyIsBothered() {
        bus().unregisterService(kName);
        Notifier notifier;
        QSignalSpy fellBack(&notifier, &Notifier::fellBack);
        notifier.tell(worse());
        QTRY_COMPARE(fellBack.size(), 1);
        QCOMPARE(fellBack.first().first().toString(), QStringLiteral("shop"));
        QVERIFY(QApplication::topLevelWidgets().isEmpty()); // no error dialog
    }

    void aServiceThatNeverAnswersHoldsNothingUp() {
        m_daemon.mute = true;
        Notifier notifier;
        notifier.setPatience(3000);
        QSignalSpy fellBack(&notifier, &Notifier::fellBack);
        QElapsedTimer clock;
        clock.start();
        notifier.tell(worse());
        // Had the call waited, its deadline would have come, and the news with it.
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(fellBack.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(fellBack.size(), 1, 30000);
        QCOMPARE(m_daemon.told.size(), 1);
        QVERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus(kDaemon);
        m_bus.terminate();
        m_bus.waitForFinished();
    }
};

QTEST_MAIN(NotifierTest)
#include "notifier_test.moc"
