#include "core/base/words.h"
#include "core/digitalocean/reader.h"

#include <QCryptographicHash>

namespace sluice::digitalocean::sshkeys {

namespace {

SshKey read(const Reader &in) {
    return {.id = in.integer("id"),
            .fingerprint = in.optionalText("fingerprint"),
            .publicKey = in.optionalText("public_key"),
            .name = in.optionalText("name")};
}

/// The length-prefixed first string of a key blob (RFC 4253, section 6.6): the algorithm's name.
QByteArray algorithmOf(const QByteArray &blob) {
    if (blob.size() < 4)
        return {};
    qsizetype length = 0;
    for (qsizetype i = 0; i < 4; ++i)
        length = length * 256 + static_cast<quint8>(blob.at(i));
    return length <= blob.size() - 4 ? blob.mid(4, length) : QByteArray();
}

} // namespace

HttpRequest create(const QString &name, const QString &publicKey) {
    return HttpRequest::post(QStringLiteral("/v2/account/keys"),
                             {{"name", name.toStdString()}, {"public_key", publicKey.trimmed().toStdString()}});
}

HttpRequest get(const QString &idOrFingerprint) {
    return HttpRequest::get(QStringLiteral("/v2/account/keys/") + segment(idOrFingerprint));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/account/keys?per_page=200"));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(QStringLiteral("/v2/account/keys/") + segment(id));
}

Result<SshKey> parse(const Json &reply) {
    return parseOne<SshKey>(reply, "ssh_key", read);
}

Result<Page<SshKey>> parseList(const Json &reply) {
    return parsePage<SshKey>(reply, "ssh_keys", read);
}

Result<QString> fingerprintOf(const QString &publicKey) {
    const QStringList words = publicKey.simplified().split(QLatin1Char(' '));
    const auto blob = words.size() < 2
                          ? QByteArray()
                          : QByteArray::fromBase64(words.at(1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (blob.isEmpty() || algorithmOf(blob) != words.at(0).toLatin1())
        return Error{.code = ErrorCode::InvalidInput,
                     .message = CloudWords::tr("This is not an OpenSSH public key."),
                     .resource = QStringLiteral("ssh_key"),
                     .remedy = CloudWords::tr("Give the content of a file like ~/.ssh/id_ed25519.pub.")};
    return QString::fromLatin1(QCryptographicHash::hash(blob, QCryptographicHash::Md5).toHex(':'));
}

} // namespace sluice::digitalocean::sshkeys
