#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::natgateways {

namespace {

NatGatewayState stateOf(const QString &raw) {
    const QString word = raw.toUpper();
    if (word == QLatin1String("ACTIVE"))
        return NatGatewayState::Active;
    if (word == QLatin1String("DELETING") || word == QLatin1String("DELETED"))
        return NatGatewayState::Deleting;
    if (word == QLatin1String("ERROR") || word == QLatin1String("INVALID"))
        return NatGatewayState::Failed;
    return NatGatewayState::Pending;
}

NatGateway read(const Reader &in) {
    NatGateway gateway{.id = in.text("id"),
                       .name = in.text("name"),
                       .region = in.optionalText("region"),
                       .rawState = in.optionalText("state"),
                       .size = static_cast<int>(in.optionalInteger("size")),
                       .createdAt = in.optionalText("created_at"),
                       .udpTimeout = static_cast<int>(in.optionalInteger("udp_timeout_seconds")),
                       .icmpTimeout = static_cast<int>(in.optionalInteger("icmp_timeout_seconds")),
                       .tcpTimeout = static_cast<int>(in.optionalInteger("tcp_timeout_seconds"))};
    gateway.state = stateOf(gateway.rawState);
    // A gateway serves one VPC (VPC limits, docs.digitalocean.com).
    if (const auto vpcs = in.optionalList("vpcs"); !vpcs.isEmpty()) {
        gateway.vpcId = vpcs.first().optionalText("vpc_uuid");
        gateway.defaultGateway = vpcs.first().optionalFlag("default_gateway");
        gateway.gatewayIp = vpcs.first().optionalText("gateway_ip");
    }
    if (const auto ways = in.optionalObject("egresses").optionalList("public_gateways"); !ways.isEmpty())
        gateway.publicIp = ways.first().optionalText("ipv4");
    return gateway;
}

} // namespace

HttpRequest create(const Create &spec) {
    return HttpRequest::post(
        QStringLiteral("/v2/vpc_nat_gateways"),
        {{"name", spec.name.toStdString()},
         {"type", "PUBLIC"},
         {"region", spec.region.toStdString()},
         {"size", spec.size},
         {"vpcs", Json::array({{{"vpc_uuid", spec.vpcId.toStdString()}, {"default_gateway", spec.defaultGateway}}})}});
}

HttpRequest resize(const NatGateway &gateway, int size) {
    Json body = {{"name", gateway.name.toStdString()},
                 {"size", size},
                 {"vpcs", Json::array({{{"vpc_uuid", gateway.vpcId.toStdString()},
                                        {"default_gateway", gateway.defaultGateway}}})}};
    const auto keep = [&body](const char *key, int seconds) {
        if (seconds > 0)
            body[key] = seconds;
    };
    keep("udp_timeout_seconds", gateway.udpTimeout);
    keep("icmp_timeout_seconds", gateway.icmpTimeout);
    keep("tcp_timeout_seconds", gateway.tcpTimeout);
    return HttpRequest::put(QStringLiteral("/v2/vpc_nat_gateways/") + segment(gateway.id), body);
}

HttpRequest get(const QString &id) {
    return HttpRequest::get(QStringLiteral("/v2/vpc_nat_gateways/") + segment(id));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/vpc_nat_gateways?per_page=200"));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(QStringLiteral("/v2/vpc_nat_gateways/") + segment(id));
}

Result<NatGateway> parse(const Json &reply) {
    return parseOne<NatGateway>(reply, "vpc_nat_gateway", read);
}

Result<Page<NatGateway>> parseList(const Json &reply) {
    return parsePage<NatGateway>(reply, "vpc_nat_gateways", read);
}

} // namespace sluice::digitalocean::natgateways
