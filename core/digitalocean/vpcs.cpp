#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::vpcs {

namespace {

Vpc read(const Reader &in) {
    return {.id = in.text("id"),
            .name = in.text("name"),
            .region = in.optionalText("region"),
            .ipRange = in.optionalText("ip_range"),
            .description = in.optionalText("description"),
            .isDefault = in.optionalFlag("default"),
            .createdAt = in.optionalText("created_at")};
}

} // namespace

HttpRequest create(const Create &spec) {
    Json body = {{"name", spec.name.toStdString()}, {"region", spec.region.toStdString()}};
    if (!spec.ipRange.isEmpty())
        body["ip_range"] = spec.ipRange.toStdString();
    if (!spec.description.isEmpty())
        body["description"] = spec.description.toStdString();
    return HttpRequest::post(QStringLiteral("/v2/vpcs"), body);
}

HttpRequest get(const QString &id) {
    return HttpRequest::get(QStringLiteral("/v2/vpcs/") + segment(id));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/vpcs?per_page=200"));
}

HttpRequest members(const QString &id) {
    return HttpRequest::get(QStringLiteral("/v2/vpcs/%1/members?per_page=200").arg(segment(id)));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(QStringLiteral("/v2/vpcs/") + segment(id));
}

Result<Vpc> parse(const Json &reply) {
    return parseOne<Vpc>(reply, "vpc", read);
}

Result<Page<Vpc>> parseList(const Json &reply) {
    return parsePage<Vpc>(reply, "vpcs", read);
}

Result<Page<VpcMember>> parseMembers(const Json &reply) {
    return parsePage<VpcMember>(reply, "members", [](const Reader &in) {
        return VpcMember{
            .urn = in.text("urn"), .name = in.optionalText("name"), .createdAt = in.optionalText("created_at")};
    });
}

} // namespace sluice::digitalocean::vpcs
