#include "core/ssh/libssh_raii.h"
#include "core/ssh/ssh.h"

#include <QFileInfo>

namespace sluice::ssh {

namespace {

Error keyFileError(const QString &file, const QString &what, const QString &remedy) {
    return Error{.code = ErrorCode::InvalidInput,
                 .message = what,
                 .resource = QStringLiteral("ssh_key_file"),
                 .path = file,
                 .remedy = remedy};
}

Result<QString> publicLine(ssh_key key, const QString &comment) {
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return Error{.code = ErrorCode::Internal, .message = QStringLiteral("The public key could not be encoded")};
    QString line =
        QStringLiteral("%1 %2").arg(QLatin1String(ssh_key_type_to_char(ssh_key_type(key))), QLatin1String(base64));
    ssh_string_free_char(base64);
    if (!comment.isEmpty())
        line += QLatin1Char(' ') + comment;
    return line;
}

/// libssh asks for a passphrase through this only when the key is encrypted.
int notePassphraseWanted(const char *, char *, size_t, int, int, void *userData) {
    *static_cast<bool *>(userData) = true;
    return -1;
}

} // namespace

Result<KeyPair> generateKeyPair(const QString &comment) {
    ssh_key raw = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &raw) != SSH_OK)
        return Error{.code = ErrorCode::Internal, .message = QStringLiteral("An ed25519 key could not be generated")};
    const KeyPointer key(raw);
    char *pem = nullptr;
    if (ssh_pki_export_privkey_base64(key.get(), nullptr, nullptr, nullptr, &pem) != SSH_OK)
        return Error{.code = ErrorCode::Internal, .message = QStringLiteral("The generated key could not be encoded")};
    KeyPair pair{.privateKey = QByteArray(pem), .publicKey = {}};
    ssh_string_free_char(pem);
    const auto line = publicLine(key.get(), comment);
    if (!line)
        return line.error();
    pair.publicKey = *line;
    return pair;
}

Result<KeyPointer> loadKeyFile(const QString &file, const QString &passphrase) {
    const QFileInfo info(file);
    if (!info.exists())
        return keyFileError(file, QStringLiteral("The key file %1 does not exist").arg(file),
                            QStringLiteral("Give the path of a private key, for example ~/.ssh/id_ed25519."));
    if (!info.isFile() || !info.isReadable())
        return keyFileError(file, QStringLiteral("The key file %1 cannot be read").arg(file),
                            QStringLiteral("Check that it is a file and that you may read it."));
    bool wanted = false;
    ssh_key raw = nullptr;
    const QByteArray secret = passphrase.toUtf8();
    const int rc =
        ssh_pki_import_privkey_file(file.toLocal8Bit().constData(), secret.isEmpty() ? nullptr : secret.constData(),
                                    notePassphraseWanted, &wanted, &raw);
    if (rc == SSH_OK)
        return KeyPointer(raw);
    // Without a passphrase libssh asks for one if the key is encrypted; with a wrong one it only fails.
    if (wanted || !secret.isEmpty())
        return Error{.code = ErrorCode::NeedsDecision,
                     .message = wanted ? QStringLiteral("The key %1 is encrypted").arg(file)
                                       : QStringLiteral("The passphrase does not open the key %1").arg(file),
                     .resource = QStringLiteral("ssh_key_file"),
                     .path = file,
                     .remedy = QStringLiteral("Enter the key's passphrase; it is kept in memory only.")};
    return keyFileError(
        file, QStringLiteral("%1 is not a private key that can be read (ed25519, rsa, ecdsa)").arg(file),
        QStringLiteral("Give an OpenSSH private key file, or leave the field empty to use the SSH agent."));
}

Result<QString> publicKeyOf(const QString &file, const QString &passphrase) {
    const auto key = loadKeyFile(file, passphrase);
    if (!key)
        return key.error();
    return publicLine(key->get(), {});
}

} // namespace sluice::ssh
