#include "ui/theme/system_appearance.h"
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice::ui;

/// The desktop's settings portal, as GNOME and KDE serve it.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    QMap<QString, uint> values;
    void set(const QString &key, uint value) {
        values[key] = value;
        Q_EMIT SettingChanged(QStringLiteral("org.freedesktop.appearance"), key, QDBusVariant(value));
    }

public Q_SLOTS:
    // Wrapped twice: the portal's own mistake, kept by its authors for compatibility.
    QDBusVariant Read(const QString &, const QString &key) {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }
Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

/// A message bus of this test's own, so that the person's desktop neither matters nor is touched.
class AppearanceTest : public QObject {
    Q_OBJECT
    QProcess m_bus;
    FakePortal m_portal;

private Q_SLOTS:
    void initTestCase() {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("dbus-daemon is not installed");
        m_bus.start(daemon,
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        QVERIFY(m_bus.waitForReadyRead(20000));
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("portal"));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        m_portal.values = {{QStringLiteral("color-scheme"), 1}, {QStringLiteral("contrast"), 0}};
        Theme::install(*qApp, Theme::Mode::System);
    }

    void startsAsTheDesktopSays() { QTRY_VERIFY(Theme::current()->isDark()); }

    void followsLive() {
        m_portal.set(QStringLiteral("color-scheme"), 2);
        QTRY_VERIFY(!Theme::current()->isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Colours::light().page);
        m_portal.set(QStringLiteral("contrast"), 1);
        QTRY_VERIFY(Theme::current()->isHighContrast());
        QCOMPARE(qApp->palette().color(QPalette::Window), Colours::contrastSet().page);
        m_portal.set(QStringLiteral("contrast"), 0);
        QTRY_COMPARE(qApp->palette().color(QPalette::Window), Colours::light().page);
    }

    void lessMotionIsFollowedLive() {
        const auto duration = [] { return qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration); };
        QVERIFY(!Theme::current()->isMotionReduced());
        QVERIFY(duration() > 0);
        QSignalSpy changed(Theme::current(), &Theme::changed);
        m_portal.set(QStringLiteral("reduced-motion"), 1);
        QTRY_VERIFY(Theme::current()->isMotionReduced());
        QVERIFY(changed.size() > 0); // what moves is told
        QCOMPARE(duration(), 0);
        Theme::current()->setMotion(Theme::Motion::Full); // the own choice wins
        QVERIFY(duration() > 0);
        Theme::current()->setMotion(Theme::Motion::System);
        QCOMPARE(duration(), 0);
        m_portal.set(QStringLiteral("reduced-motion"), 0);
        QTRY_VERIFY(!Theme::current()->isMotionReduced());
        // What GNOME's portal has told for longer.
        const QString gnome = QStringLiteral("org.gnome.desktop.interface");
        Q_EMIT m_portal.SettingChanged(gnome, QStringLiteral("enable-animations"), QDBusVariant(false));
        QTRY_VERIFY(Theme::current()->isMotionReduced());
        Q_EMIT m_portal.SettingChanged(gnome, QStringLiteral("enable-animations"), QDBusVariant(true));
        QTRY_VERIFY(!Theme::current()->isMotionReduced());
    }

    void theOwnChoiceWins() {
        Theme::current()->setMode(Theme::Mode::Light);
        m_portal.set(QStringLiteral("color-scheme"), 1);
        Theme::current()->setMode(Theme::Mode::System); // by now the news has arrived, or arrives
        QTRY_VERIFY(Theme::current()->isDark());
        Theme::current()->setMode(Theme::Mode::Light);
        QVERIFY(!Theme::current()->isDark());
    }

    /// Only where there is none: a bus that is there, by either way of telling, stays as it is.
    void startsNoSessionBus() {
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        const auto restore = qScopeGuard([&] {
            qputenv("DBUS_SESSION_BUS_ADDRESS", address);
            qputenv("XDG_RUNTIME_DIR", runtime);
        });
        startNoSessionBus();
        QCOMPARE(qgetenv("DBUS_SESSION_BUS_ADDRESS"), address);

        const QTemporaryDir folder;
        qputenv("XDG_RUNTIME_DIR", folder.path().toLocal8Bit());
        QFile socket(folder.filePath(QStringLiteral("bus")));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        startNoSessionBus();
        QVERIFY(qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"));

        QVERIFY(socket.remove());
        startNoSessionBus();
        const QByteArray none = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        QVERIFY(!none.isEmpty());
        const QDBusConnection refused =
            QDBusConnection::connectToBus(QString::fromLatin1(none), QStringLiteral("none"));
        QVERIFY(!refused.isConnected());
    }

    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        m_bus.terminate();
        m_bus.waitForFinished();
    }
};

QTEST_MAIN(AppearanceTest)
#include "appearance_test.moc"
