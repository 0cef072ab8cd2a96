#pragma once

#include "core/blueprint/plan.h"

namespace sluice::blueprint::test {

/// The reference's test.tfvars.
inline Blueprint reference() {
    Blueprint blueprint;
    blueprint.namePrefix = QStringLiteral("nat-gateway");
    blueprint.region = QStringLiteral("sfo3");
    blueprint.vpcCidr = QStringLiteral("172.18.0.0/16");
    blueprint.clusterSubnet = QStringLiteral("172.19.0.0/19");
    blueprint.serviceSubnet = QStringLiteral("172.19.32.0/22");
    return blueprint;
}

/// An account in which reference() can be built without a single warning but the open bastion's.
inline AccountFacts account() {
    using namespace digitalocean;
    const QStringList here{QStringLiteral("sfo3")};
    const auto size = [&](const char *slug, int cpus, int memory, double monthly) {
        return Size{QLatin1String(slug), memory, cpus, monthly, monthly / 672, 4, here, true};
    };
    const auto image = [&](qint64 id, const char *slug, const char *name) {
        return Image{
            id, QLatin1String(slug), QLatin1String(name), QStringLiteral("Ubuntu"), QStringLiteral("available"), here};
    };
    AccountFacts facts;
    facts.account = {10, QStringLiteral("a@example.com"), QStringLiteral("u-1"), QStringLiteral("active"),
                     {}, QStringLiteral("My Team"),       QStringLiteral("t-1")};
    facts.regions = {{QStringLiteral("sfo3"), QStringLiteral("San Francisco 3"), true, {}, {}},
                     {QStringLiteral("nyc2"), QStringLiteral("New York 2"), false, {}, {}},
                     {QStringLiteral("ams2"), QStringLiteral("Amsterdam 2"), true, {}, {}}};
    facts.sizes = {size("s-1vcpu-1gb", 1, 1024, 6), size("s-2vcpu-4gb-amd", 2, 4096, 28),
                   size("s-2vcpu-4gb", 2, 4096, 24), size("s-2vcpu-4gb-old", 2, 4096, 20)};
    facts.images = {image(9, "ubuntu-25-04-x64", "25.04 (not an LTS) x64"),
                    image(10, "ubuntu-24-04-x64", "24.04 (LTS) x64"), image(11, "ubuntu-22-04-x64", "22.04 (LTS) x64"),
                    image(12, "ubuntu-25-10-x64", "25.10 x64"), image(13, "gpu-ubuntu-26-04-x64", "26.04 (LTS) GPU")};
    facts.options.regions = {QStringLiteral("sfo3"), QStringLiteral("nyc2")};
    facts.options.versions = {{QStringLiteral("1.36.3-do.3"), QStringLiteral("1.36.3")},
                              {QStringLiteral("1.34.1-do.0"), QStringLiteral("1.34.1")},
                              {QStringLiteral("1.33.6-do.0"), QStringLiteral("1.33.6")}};
    facts.options.sizes = {QStringLiteral("s-2vcpu-4gb"), QStringLiteral("s-2vcpu-4gb-amd")};
    facts.vpcs = {{QStringLiteral("v-1"),
                   QStringLiteral("default-sfo3"),
                   QStringLiteral("sfo3"),
                   QStringLiteral("10.124.0.0/20"),
                   {},
                   true,
                   {}}};
    facts.sshKeys = {
        {512189, QStringLiteral("3b:16:bf:e4:8b:00:8b:b8:59:8c:a9:d3:f0:19:45:fa"), {}, QStringLiteral("mine")}};
    facts.endpoint = QStringLiteral("https://api.digitalocean.com");
    return facts;
}

} // namespace sluice::blueprint::test
