#include "core/store/deferred_secrets.h"
#include "core/store/file_secrets.h"
#include "core/store/keychain_secrets.h"
#include "core/store/memory_secrets.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace sluice;
using namespace sluice::store;

class SecretsTest : public QObject {
    Q_OBJECT
    static void behaves(SecretStore &secrets) {
        const QString key = QStringLiteral("deployment-key/../abcdef");
        QCOMPARE(secrets.read(key).error().code, ErrorCode::NotFound);
        QVERIFY(secrets.remove(key));
        QVERIFY(secrets.write(key, QByteArray("first\0half", 10)));
        QVERIFY(secrets.write(key, QByteArray("second\0half", 11)));
        QCOMPARE(*secrets.read(key), QByteArray("second\0half", 11));
        QVERIFY(secrets.remove(key));
        QCOMPARE(secrets.read(key).error().code, ErrorCode::NotFound);
    }

private Q_SLOTS:
    void initTestCase() {
        // Never the keychain of whoever runs the tests: only the one that aRealKeyring made for itself.
        if (qEnvironmentVariableIsSet("SLUICE_OWN_KEYRING"))
            return;
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DISPLAY");
        qunsetenv("WAYLAND_DISPLAY");
    }
    void memory() {
        MemorySecrets secrets;
        behaves(secrets);
    }
    void files() {
        QTemporaryDir folder;
        FileSecrets secrets(folder.filePath(QStringLiteral("keys")));
        behaves(secrets);
    }
    void filesStayInTheirFolderAndPrivate() {
        QTemporaryDir folder;
        FileSecrets secrets(folder.filePath(QStringLiteral("keys")));
        QVERIFY(secrets.write(QStringLiteral("../../escape"), "x"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("keys")});
        const QDir keys(folder.filePath(QStringLiteral("keys")));
        const QStringList names = keys.entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(names.size(), 1);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                            QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(keys.filePath(names.first())) & others));
        QVERIFY(!(QFile::permissions(keys.path()) & others));
    }
    void unwritableFolderIsAnError() {
        FileSecrets secrets(QStringLiteral("/proc/sluice-keys"));
        const Status outcome = secrets.write(QStringLiteral("k"), "x");
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Storage);
    }
    void withoutASessionNothingIsTried() {
        QElapsedTimer spent;
        spent.start();
        QCOMPARE(openTokenStore()->kind(), SecretStore::Kind::MemoryOnly);
        QTemporaryDir folder;
        QCOMPARE(openDeploymentKeyStore(folder.path())->kind(), SecretStore::Kind::File);
        QVERIFY2(spent.elapsed() < 200, "a keychain was asked although there is no session");
    }
    void aKeychainIsAskedWhenItIsNeeded() {
        int opened = 0;
        DeferredSecrets secrets([&opened] {
            ++opened;
            return std::make_shared<MemorySecrets>();
        });
        QCOMPARE(opened, 0);
        behaves(secrets);
        QCOMPARE(opened, 1);
    }
    /// gnome-keyring on a session bus of its own: the store that most desktops have. This test runs itself inside it.
    void aRealKeyring() {
        if (qEnvironmentVariableIsSet("SLUICE_OWN_KEYRING")) {
            // What waits for this thread's event loop waits on: the engine's next order is not obeyed within this one.
            bool obeyed = false;
            QMetaObject::invokeMethod(
                this, [&obeyed] { obeyed = true; }, Qt::QueuedConnection);
            const auto tokens = openTokenStore();
            QCOMPARE(tokens->kind(), SecretStore::Kind::Keychain);
            behaves(*tokens);
            QVERIFY(!obeyed);
            QTRY_VERIFY(obeyed);
            QVERIFY(tokens->write(QStringLiteral("token/kept"), "dop_v1_kept"));
            // A second opening, as after a restart of the app, finds it.
            QCOMPARE(*openTokenStore()->read(QStringLiteral("token/kept")), QByteArray("dop_v1_kept"));
            QTemporaryDir folder;
            QCOMPARE(openDeploymentKeyStore(folder.path())->kind(), SecretStore::Kind::Keychain);
            return;
        }
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"})
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP("no gnome-keyring or no dbus-run-session here");
        QTemporaryDir home;
        QProcess inside;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(name), home.path());
        environment.insert(QStringLiteral("SLUICE_OWN_KEYRING"), QStringLiteral("1"));
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0")); // libsecret's own
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(QStringLiteral("dbus-run-session"),
                     {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                      QStringLiteral("printf unlocked | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
                                     "exec \"$0\" aRealKeyring"),
                      QCoreApplication::applicationFilePath()});
        QVERIFY(inside.waitForFinished(60000));
        const QByteArray said = inside.readAll();
        QVERIFY2(inside.exitCode() == 0, said.constData());
        // The file on the disk does not show it.
        QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                ++seen;
                QVERIFY2(!file.readAll().contains("dop_v1_kept"), qPrintable(file.fileName()));
            }
        }
        QVERIFY(seen > 0);
    }
    void aBrokenBusFallsBackWithinThreeSeconds() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QElapsedTimer spent;
        spent.start();
        QCOMPARE(openTokenStore()->kind(), SecretStore::Kind::MemoryOnly);
        QVERIFY(spent.elapsed() < 3500);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
