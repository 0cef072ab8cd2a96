#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::droplets {

namespace {

DropletState stateOf(const QString &raw) {
    const QString word = raw.toLower();
    if (word == QLatin1String("active"))
        return DropletState::Active;
    if (word == QLatin1String("off"))
        return DropletState::Off;
    if (word == QLatin1String("archive") || word == QLatin1String("error"))
        return DropletState::Failed;
    return DropletState::Pending;
}

Droplet read(const Reader &in) {
    Droplet droplet{.id = in.integer("id"),
                    .name = in.text("name"),
                    .rawState = in.optionalText("status"),
                    .region = in.optionalObject("region").optionalText("slug"),
                    .sizeSlug = in.optionalText("size_slug"),
                    .imageSlug = in.optionalObject("image").optionalText("slug"),
                    .vpcId = in.optionalText("vpc_uuid"),
                    .tags = in.optionalTexts("tags"),
                    .createdAt = in.optionalText("created_at")};
    droplet.state = stateOf(droplet.rawState);
    const Reader networks = in.optionalObject("networks");
    for (const Reader &network : networks.optionalList("v4")) {
        const QString type = network.optionalText("type"), address = network.optionalText("ip_address");
        if (type == QLatin1String("public") && droplet.publicIp.isEmpty())
            droplet.publicIp = address;
        else if (type == QLatin1String("private") && droplet.privateIp.isEmpty())
            droplet.privateIp = address;
    }
    droplet.hasIpv6 = !networks.optionalList("v6").isEmpty();
    return droplet;
}

/// Numeric ids go as numbers, fingerprints as texts.
Json sshKeys(const QStringList &keys) {
    Json list = Json::array();
    for (const QString &key : keys) {
        bool number = false;
        const qint64 id = key.toLongLong(&number);
        list.push_back(number ? Json(id) : toJson(key));
    }
    return list;
}

} // namespace

HttpRequest create(const Create &spec) {
    Json body = {{"name", spec.name.toStdString()},
                 {"region", spec.region.toStdString()},
                 {"size", spec.size.toStdString()},
                 {"image", spec.image.toStdString()},
                 {"ssh_keys", sshKeys(spec.sshKeys)},
                 {"tags", toJson(spec.tags)},
                 {"monitoring", false},
                 {"ipv6", false}};
    if (!spec.vpcId.isEmpty())
        body["vpc_uuid"] = spec.vpcId.toStdString();
    if (!spec.userData.isEmpty())
        body["user_data"] = spec.userData.toStdString();
    return HttpRequest::post(QStringLiteral("/v2/droplets"), body);
}

HttpRequest get(const QString &id) {
    return HttpRequest::get(QStringLiteral("/v2/droplets/") + segment(id));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/droplets?per_page=200"));
}

HttpRequest listByTag(const QString &tag) {
    return HttpRequest::get(QStringLiteral("/v2/droplets?tag_name=%1&per_page=200").arg(segment(tag)));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(QStringLiteral("/v2/droplets/") + segment(id));
}

Result<Droplet> parse(const Json &reply) {
    return parseOne<Droplet>(reply, "droplet", read);
}

Result<Page<Droplet>> parseList(const Json &reply) {
    return parsePage<Droplet>(reply, "droplets", read);
}

int totalOf(const Json &reply) {
    return static_cast<int>(jsonInt(jsonMember(reply, "meta"), "total", -1));
}

} // namespace sluice::digitalocean::droplets
