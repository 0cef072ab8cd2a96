#include "core/store/file_secrets.h"
#include "core/store/keychain_secrets.h"
#include "core/store/memory_secrets.h"

#include <QDir>
#include <QElapsedTimer>
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
        // Never the keychain of whoever runs the tests.
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
