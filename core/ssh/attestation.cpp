#include "core/ssh/ssh.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace sluice::ssh {

namespace {

/// Compares without telling by its duration where the first difference is.
bool sameBytes(const QByteArray &a, const QByteArray &b) {
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(
            difference | (static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned char>(b.at(i))));
    return difference == 0;
}

} // namespace

QString HostKey::sha256() const {
    QByteArray digest =
        QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals);
    return QStringLiteral("SHA256:") + QString::fromLatin1(digest);
}

Status checkAttestation(const QByteArray &nonceHex, const HostKey &seen, const QByteArray &attestationText) {
    const QByteArray nonce = QByteArray::fromHex(nonceHex);
    if (nonce.size() < 16 || seen.blob.isEmpty())
        return Error{.code = ErrorCode::Untrusted,
                     .message = QStringLiteral("There is no nonce or no host key to attest")};
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, nonce);
    code.addData(seen.blob.toBase64());
    const QByteArray wanted = code.result().toHex();
    bool sawType = false;
    for (const QByteArray &line : attestationText.split('\n')) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() != 2 || QString::fromLatin1(parts.at(0)) != seen.type)
            continue;
        sawType = true;
        if (sameBytes(parts.at(1).toLower(), wanted))
            return Ok{};
    }
    return Error{
        .code = ErrorCode::Untrusted,
        .message = sawType
                       ? QStringLiteral("The host key %1 is not the one that the droplet attested").arg(seen.sha256())
                       : QStringLiteral("The droplet attested no %1 host key").arg(seen.type),
        .remedy = QStringLiteral(
            "Somebody may be between you and the droplet. Compare the key on the droplet's recovery console.")};
}

} // namespace sluice::ssh
