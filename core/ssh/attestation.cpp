#include "core/base/words.h"
#include "core/ssh/ssh.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <openssl/crypto.h>

namespace sluice::ssh {

namespace {

Error untrusted(const HostKey &seen, const QString &why) {
    return {
        .code = ErrorCode::Untrusted,
        .message = SshWords::tr("The host key %1 (%2) is not the machine's own: %3").arg(seen.sha256(), seen.type, why),
        .resource = QStringLiteral("host_key"),
        .remedy = SshWords::tr("Somebody may stand between you and the machine, or the machine was built again. Do not "
                               "log in; destroy the deployment and create it again from a network you trust.")};
}

} // namespace

QString HostKey::sha256() const {
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(QCryptographicHash::hash(blob, QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals));
}

Status checkAttestation(const QByteArray &nonceHex, const HostKey &seen, const QByteArray &attestationText) {
    const QByteArray nonce = QByteArray::fromHex(nonceHex);
    if (nonce.isEmpty() || nonce.toHex() != nonceHex.toLower())
        return untrusted(seen, SshWords::tr("there is no valid nonce to check it with"));
    if (seen.blob.isEmpty())
        return untrusted(seen, SshWords::tr("no host key was seen"));
    const QByteArray expected =
        QMessageAuthenticationCode::hash(seen.blob.toBase64(), nonce, QCryptographicHash::Sha256);
    bool listed = false;
    for (const QByteArray &line : attestationText.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() != 2 || words.at(0) != seen.type.toLatin1())
            continue;
        listed = true;
        const QByteArray found = QByteArray::fromHex(words.at(1));
        if (found.size() == expected.size() &&
            CRYPTO_memcmp(found.constData(), expected.constData(), static_cast<std::size_t>(expected.size())) == 0)
            return Ok{};
    }
    return untrusted(seen, listed ? SshWords::tr("its attestation is for another key")
                                  : SshWords::tr("the machine attested no key of this kind"));
}

} // namespace sluice::ssh
