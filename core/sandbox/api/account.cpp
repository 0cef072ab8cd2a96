#include "core/sandbox/api/call.h"
#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/shared.h"

#include <QCryptographicHash>

namespace sluice::sandbox {

namespace {

constexpr int kDropletLimit = 25;

Reply account(Call &call) {
    Json shown = {{"droplet_limit", dropletLimit(call.world)},
                  {"floating_ip_limit", 5},
                  {"name", "Sandbox"},
                  {"email", "sandbox@example.com"},
                  {"uuid", "b6fd89db-f6d9-456c-ace5-f3c78dc9851d"},
                  {"email_verified", true},
                  {"status", "active"},
                  {"status_message", ""},
                  {"team", {{"uuid", "5df3e300-4a17-4e24-b7c2-0ca6c9fc25b7"}, {"name", "Sandbox team"}}}};
    shown.update(call.world.account);
    if (!call.may(QStringLiteral("droplet:read")))
        shown.erase("droplet_limit");
    if (!call.may(QStringLiteral("reserved_ip:read")))
        shown.erase("floating_ip_limit");
    return {.body = {{"account", shown}}};
}

Json toJson(const SshKey &key) {
    return {{"id", key.id},
            {"fingerprint", key.fingerprint.toStdString()},
            {"public_key", key.publicKey.toStdString()},
            {"name", key.name.toStdString()}};
}

/// The colon-separated MD5 of the key's blob, or nothing when the line is no public key.
QString fingerprintOf(const QString &line) {
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const auto blob =
        QByteArray::fromBase64Encoding(words.value(1).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray type = words.value(0).toLatin1();
    if (!blob || (*blob).size() < 4 || type.isEmpty() || (*blob).mid(4, type.size()) != type)
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(*blob, QCryptographicHash::Md5).toHex(':'));
}

Reply createKey(Call &call) {
    SshKey key{.name = jsonString(call.body, "name"), .publicKey = jsonString(call.body, "public_key").trimmed()};
    if (key.name.isEmpty())
        return unprocessable(QStringLiteral("Name can't be blank"));
    key.fingerprint = fingerprintOf(key.publicKey);
    if (key.fingerprint.isEmpty())
        return unprocessable(QStringLiteral("Key invalid, key should be of the format: ssh-type key comment"));
    for (const SshKey &other : std::as_const(call.world.sshKeys)) {
        if (other.fingerprint == key.fingerprint)
            return unprocessable(QStringLiteral("SSH Key is already in use on your account"));
    }
    key.id = call.world.nextNumber();
    call.world.sshKeys.insert(key.id, key);
    return {.status = 201, .body = {{"ssh_key", toJson(key)}}};
}

QMap<qint64, SshKey>::iterator findKey(World &world, const QString &idOrFingerprint) {
    for (auto it = world.sshKeys.begin(); it != world.sshKeys.end(); ++it) {
        if (QString::number(it->id) == idOrFingerprint || it->fingerprint == idOrFingerprint)
            return it;
    }
    return world.sshKeys.end();
}

Reply listKeys(Call &call) {
    Json items = Json::array();
    for (const SshKey &key : std::as_const(call.world.sshKeys))
        items.push_back(toJson(key));
    return paged(call, "ssh_keys", items);
}

Reply oneKey(Call &call) {
    const auto key = findKey(call.world, call.args.value(0));
    if (key == call.world.sshKeys.end())
        return notFound();
    if (call.request.method == "DELETE") {
        call.world.sshKeys.erase(key);
        return {.status = 204};
    }
    if (call.request.method == "PUT") {
        if (jsonString(call.body, "name").isEmpty())
            return unprocessable(QStringLiteral("Name can't be blank"));
        key->name = jsonString(call.body, "name");
    }
    return {.body = {{"ssh_key", toJson(*key)}}};
}

Reply images(Call &call) {
    const QString type = call.request.queryValue(QStringLiteral("type"));
    const bool mine = call.request.queryValue(QStringLiteral("private")) == QLatin1String("true");
    const bool none = mine || (!type.isEmpty() && type != QLatin1String("distribution"));
    return paged(call, "images", none ? Json::array() : imageCatalogue());
}

} // namespace

int dropletLimit(const World &world) {
    return static_cast<int>(jsonInt(world.account, "droplet_limit", kDropletLimit));
}

bool exceedsDropletLimit(const World &world, qsizetype more) {
    return world.droplets.size() + more > dropletLimit(world);
}

void installAccount(Router &router) {
    router.add("GET", QStringLiteral("/v2/account"), QStringLiteral("account:read"), account);
    const QString keys = QStringLiteral("/v2/account/keys"), key = keys + QStringLiteral("/{}");
    router.add("GET", keys, QStringLiteral("ssh_key:read"), listKeys);
    router.add("POST", keys, QStringLiteral("ssh_key:create"), createKey);
    router.add("GET", key, QStringLiteral("ssh_key:read"), oneKey);
    router.add("PUT", key, QStringLiteral("ssh_key:update"), oneKey);
    router.add("DELETE", key, QStringLiteral("ssh_key:delete"), oneKey);
    router.add("GET", QStringLiteral("/v2/regions"), QStringLiteral("regions:read"),
               [](Call &call) { return paged(call, "regions", regionCatalogue()); });
    router.add("GET", QStringLiteral("/v2/sizes"), QStringLiteral("sizes:read"),
               [](Call &call) { return paged(call, "sizes", sizeCatalogue()); });
    router.add("GET", QStringLiteral("/v2/images"), QStringLiteral("image:read"), images);
    router.add("GET", QStringLiteral("/v2/images/{}"), QStringLiteral("image:read"), [](Call &call) {
        const Json *image = imageBy(call.args.value(0));
        return image ? Reply{.body = {{"image", *image}}} : notFound();
    });
}

} // namespace sluice::sandbox
