#include "core/ssh/keys.h"

#include "core/base/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace sluice::ssh {

namespace {

constexpr qint64 kLargestKeyFile = 64 * 1024;
constexpr char kBegin[] = "-----BEGIN OPENSSH PRIVATE KEY-----";
constexpr char kMagic[] = "openssh-key-v1"; // with its terminating zero

Error unusable(const QString &file, const QString &what, const QString &remedy) {
    return {.code = ErrorCode::InvalidInput,
            .message = what,
            .resource = QStringLiteral("ssh_key_file"),
            .path = file,
            .remedy = remedy};
}

Error passphraseNeeded(const QString &file, bool wrong) {
    return {.code = ErrorCode::NeedsDecision,
            .message = wrong ? SshWords::tr("The passphrase of the private key %1 is wrong").arg(file)
                             : SshWords::tr("The private key %1 is protected by a passphrase").arg(file),
            .resource = QStringLiteral("ssh_key_file"),
            .path = file,
            .remedy = SshWords::tr("Enter its passphrase, or load the key into an SSH agent (ssh-add %1).").arg(file)};
}

QString expanded(const QString &file) {
    return file.startsWith(QLatin1String("~/")) ? QDir::homePath() + file.mid(1) : file;
}

Result<QByteArray> readKeyFile(const QString &file) {
    const QString another = SshWords::tr("Name the private key file that belongs to the key of the account.");
    if (file.isEmpty())
        return unusable(QStringLiteral("(none)"), SshWords::tr("The private key file (none) is not named"), another);
    const QString path = expanded(file);
    const QFileInfo info(path);
    if (!info.exists())
        return unusable(path, SshWords::tr("The private key file %1 does not exist").arg(path), another);
    if (!info.isFile())
        return unusable(path, SshWords::tr("The private key file %1 is not a file").arg(path), another);
    if (info.size() > kLargestKeyFile)
        return unusable(path, SshWords::tr("The private key file %1 is too large to be a key").arg(path), another);
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return unusable(path, SshWords::tr("The private key file %1 cannot be read: %2").arg(path, in.errorString()),
                        SshWords::tr("Make it readable for you: chmod 600 %1").arg(path));
    return in.readAll();
}

/// OpenSSH's container names its cipher in the clear; the older PEM forms say ENCRYPTED in a header line.
bool isEncrypted(const QByteArray &pem) {
    const qsizetype begin = pem.indexOf(kBegin);
    if (begin < 0)
        return pem.contains("ENCRYPTED");
    const qsizetype from = begin + qsizetype(sizeof kBegin) - 1;
    const qsizetype end = pem.indexOf("-----END", from);
    const QByteArray body = QByteArray::fromBase64(pem.mid(from, end < 0 ? -1 : end - from));
    const qsizetype at = qsizetype(sizeof kMagic);
    if (body.size() < at + 4 || !body.startsWith(kMagic))
        return false;
    const quint32 length = qFromBigEndian<quint32>(body.constData() + at);
    return length < 64 && body.mid(at + 4, length) != "none";
}

Result<KeyHandle> parseKey(const QByteArray &pem, const QString &passphrase, const QString &file) {
    if (pem.startsWith("PuTTY-User-Key-File"))
        return unusable(file, SshWords::tr("The private key file %1 is in PuTTY's format").arg(file),
                        SshWords::tr("Export it in OpenSSH format (PuTTYgen, Conversions)."));
    if (!pem.contains("PRIVATE KEY-----"))
        return unusable(file,
                        pem.startsWith("ssh-") || pem.startsWith("ecdsa-")
                            ? SshWords::tr("The private key file %1 holds only the public half").arg(file)
                            : SshWords::tr("The private key file %1 is not a private key").arg(file),
                        SshWords::tr("Name the file with the private half: the one without .pub."));
    const bool encrypted = isEncrypted(pem);
    if (encrypted && passphrase.isEmpty())
        return passphraseNeeded(file, false);
    ssh_key key = nullptr;
    const QByteArray secret = passphrase.toUtf8();
    if (ssh_pki_import_privkey_base64(pem.constData(), encrypted ? secret.constData() : nullptr, nullptr, nullptr,
                                      &key) == SSH_OK)
        return KeyHandle(key);
    if (encrypted)
        return passphraseNeeded(file, true);
    return unusable(file,
                    SshWords::tr("The private key file %1 is damaged or of a kind that is not supported").arg(file),
                    SshWords::tr("Use an ed25519, rsa or ecdsa key; keys on hardware work through an SSH agent."));
}

QByteArray blobOf(ssh_key key) {
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &text) != SSH_OK)
        return {};
    const QByteArray encoded(text);
    ssh_string_free_char(text);
    return encoded;
}

} // namespace

Result<KeyHandle> loadKey(const Identity &identity) {
    if (identity.kind == Identity::Kind::Agent)
        return KeyHandle();
    if (identity.kind == Identity::Kind::Memory)
        return parseKey(identity.privateKey, identity.passphrase, SshWords::tr("of this deployment"));
    const Result<QByteArray> pem = readKeyFile(identity.file);
    if (!pem)
        return pem.error();
    return parseKey(*pem, identity.passphrase, expanded(identity.file));
}

Result<KeyPair> generateKeyPair(const QString &comment) {
    const Error none{.code = ErrorCode::Internal,
                     .message = SshWords::tr("The system's cryptography library made no key")};
    ssh_key made = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &made) != SSH_OK)
        return none;
    const KeyHandle key(made);
    char *pem = nullptr;
    if (ssh_pki_export_privkey_base64(made, nullptr, nullptr, nullptr, &pem) != SSH_OK)
        return none;
    KeyPair pair;
    pair.privateKey = pem;
    ssh_string_free_char(pem);
    pair.publicKey = QStringLiteral("ssh-ed25519 %1 %2").arg(QString::fromLatin1(blobOf(made)), comment).simplified();
    return pair;
}

Result<QString> publicKeyOf(const QString &file, const QString &passphrase) {
    const Result<KeyHandle> key =
        loadKey({.kind = Identity::Kind::File, .file = file, .privateKey = {}, .passphrase = passphrase});
    if (!key)
        return key.error();
    ssh_key open = nullptr;
    if (ssh_pki_export_privkey_to_pubkey(key->get(), &open) != SSH_OK)
        return Error{.code = ErrorCode::Internal, .message = SshWords::tr("%1 has no public half").arg(file)};
    const KeyHandle owner(open);
    const QByteArray encoded = blobOf(open);
    const QString type = keyTypeOf(QByteArray::fromBase64(encoded));
    if (type.isEmpty())
        return Error{.code = ErrorCode::Internal, .message = SshWords::tr("%1 has no public half").arg(file)};
    return type + QLatin1Char(' ') + QString::fromLatin1(encoded);
}

QString keyTypeOf(const QByteArray &blob) {
    if (blob.size() < 4)
        return {};
    const quint32 length = qFromBigEndian<quint32>(blob.constData());
    return length <= 64 && blob.size() >= 4 + qsizetype(length) ? QString::fromLatin1(blob.mid(4, length)) : QString();
}

} // namespace sluice::ssh
