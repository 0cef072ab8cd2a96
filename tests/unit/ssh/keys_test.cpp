#include "core/ssh/keys.h"

#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace sluice;
using namespace sluice::ssh;

class KeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aGeneratedKeyOpensAndItsHalvesBelongTogether();
    void keysOfEveryKindAreRead_data();
    void keysOfEveryKindAreRead();
    void whatIsNoKeyIsRefusedWithItsReason_data();
    void whatIsNoKeyIsRefusedWithItsReason();
    void anAttestedKeyIsBelieved();
    void whatWasNotAttestedIsNot_data();
    void whatWasNotAttestedIsNot();

private:
    QString write(const QString &name, const QByteArray &content) {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }
    QTemporaryDir m_dir;
};

void KeysTest::aGeneratedKeyOpensAndItsHalvesBelongTogether() {
    const Result<KeyPair> pair = generateKeyPair(QStringLiteral("sluice-abcdef"));
    QVERIFY(pair);
    QVERIFY(pair->publicKey.startsWith(QLatin1String("ssh-ed25519 ")));
    QVERIFY(pair->publicKey.endsWith(QLatin1String(" sluice-abcdef")));
    const Result<QString> half = publicKeyOf(write(QStringLiteral("made"), pair->privateKey), {});
    QVERIFY(half);
    QCOMPARE(*half, pair->publicKey.section(QLatin1Char(' '), 0, 1));
    const Result<KeyPair> another = generateKeyPair({});
    QVERIFY(another);
    QVERIFY(another->privateKey != pair->privateKey);
}

void KeysTest::keysOfEveryKindAreRead_data() {
    QTest::addColumn<QStringList>("kind");
    QTest::addColumn<QString>("passphrase");
    for (const QString &phrase : {QString(), QStringLiteral("correct horse")}) {
        const QByteArray locked = phrase.isEmpty() ? "" : " locked";
        QTest::newRow(("ed25519" + locked).constData()) << QStringList{QStringLiteral("ed25519")} << phrase;
        QTest::newRow(("rsa" + locked).constData())
            << QStringList{QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("2048")} << phrase;
        QTest::newRow(("rsa pem" + locked).constData())
            << QStringList{QStringLiteral("rsa"), QStringLiteral("-b"), QStringLiteral("2048"), QStringLiteral("-m"),
                           QStringLiteral("PEM")}
            << phrase;
        QTest::newRow(("ecdsa" + locked).constData()) << QStringList{QStringLiteral("ecdsa")} << phrase;
        QTest::newRow(("ecdsa 521" + locked).constData())
            << QStringList{QStringLiteral("ecdsa"), QStringLiteral("-b"), QStringLiteral("521")} << phrase;
    }
}

void KeysTest::keysOfEveryKindAreRead() {
    QFETCH(QStringList, kind);
    QFETCH(QString, passphrase);
    if (QStandardPaths::findExecutable(QStringLiteral("ssh-keygen")).isEmpty())
        QSKIP("ssh-keygen (package openssh-client) is not installed");
    const QString file =
        m_dir.filePath(QString::fromUtf8(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('_')));
    QStringList arguments{QStringLiteral("-q"), QStringLiteral("-f"), file,
                          QStringLiteral("-N"), passphrase,           QStringLiteral("-t")};
    QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"), arguments + kind), 0);
    QFile half(file + QStringLiteral(".pub"));
    QVERIFY(half.open(QIODevice::ReadOnly));
    const QString line = QString::fromUtf8(half.readAll()).section(QLatin1Char(' '), 0, 1);

    const Result<QString> read = publicKeyOf(file, passphrase);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, line);
    if (passphrase.isEmpty())
        return;
    for (const QString &wrong : {QString(), QStringLiteral("wrong")}) {
        const Result<QString> refused = publicKeyOf(file, wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NeedsDecision);
        QVERIFY(refused.error().message.contains(file));
        QVERIFY(!refused.error().remedy.isEmpty());
    }
}

void KeysTest::whatIsNoKeyIsRefusedWithItsReason_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("public half") << QByteArray("ssh-ed25519 AAAAC3Nza me@here\n") << QStringLiteral("public half");
    QTest::newRow("putty") << QByteArray("PuTTY-User-Key-File-3: ssh-ed25519\n") << QStringLiteral("PuTTY");
    QTest::newRow("text") << QByteArray("hello\n") << QStringLiteral("not a private key");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("not a private key");
    QTest::newRow("damaged")
        << QByteArray("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE\n-----END OPENSSH PRIVATE KEY-----\n")
        << QStringLiteral("damaged");
    QTest::newRow("huge") << QByteArray(100000, 'x') << QStringLiteral("too large");
}

void KeysTest::whatIsNoKeyIsRefusedWithItsReason() {
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    const QString file = write(QStringLiteral("not a key"), content);
    const Result<QString> refused = publicKeyOf(file, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().path, file);
    QVERIFY2(refused.error().message.contains(reason), qPrintable(refused.error().message));
    QVERIFY(!refused.error().remedy.isEmpty());
    for (const QString &path : {m_dir.filePath(QStringLiteral("absent")), m_dir.path(), QString()}) {
        const Result<QString> none = publicKeyOf(path, {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidInput);
    }
}

namespace {

const HostKey kSeen{.type = QStringLiteral("ssh-ed25519"), .blob = "the blob of a key"};
const QByteArray kNonce("00112233445566778899aabbccddeeff");

QByteArray attested(const HostKey &key, const QByteArray &nonceHex) {
    return key.type.toLatin1() + ' ' +
           QMessageAuthenticationCode::hash(key.blob.toBase64(), QByteArray::fromHex(nonceHex),
                                            QCryptographicHash::Sha256)
               .toHex() +
           '\n';
}

} // namespace

void KeysTest::anAttestedKeyIsBelieved() {
    const QByteArray other = "ecdsa-sha2-nistp256 " + QByteArray(64, 'a') + '\n';
    QVERIFY(checkAttestation(kNonce, kSeen, other + attested(kSeen, kNonce)));
    QVERIFY(checkAttestation(kNonce.toUpper(), kSeen,
                             attested(kSeen, kNonce).toUpper().replace("SSH-ED25519", "ssh-ed25519")));
}

void KeysTest::whatWasNotAttestedIsNot_data() {
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("text");
    const HostKey stranger{.type = kSeen.type, .blob = "another key"};
    const HostKey otherType{.type = QStringLiteral("ssh-rsa"), .blob = kSeen.blob};
    const QByteArray otherNonce("ffeeddccbbaa99887766554433221100");
    QTest::newRow("another key") << kNonce << attested(stranger, kNonce);
    QTest::newRow("another nonce") << kNonce << attested(kSeen, otherNonce);
    QTest::newRow("another type") << kNonce << attested(otherType, kNonce);
    QTest::newRow("empty file") << kNonce << QByteArray();
    QTest::newRow("cut short") << kNonce << attested(kSeen, kNonce).left(60);
    QTest::newRow("no nonce") << QByteArray() << attested(kSeen, {});
    QTest::newRow("no hex") << QByteArray("zz") << attested(kSeen, "zz");
}

void KeysTest::whatWasNotAttestedIsNot() {
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, text);
    const Status status = checkAttestation(nonce, kSeen, text);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::Untrusted);
    QVERIFY(status.error().message.contains(kSeen.sha256()));
    QVERIFY(!status.error().remedy.isEmpty());
}

QTEST_GUILESS_MAIN(KeysTest)
#include "keys_test.moc"
