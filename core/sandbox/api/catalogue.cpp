#include "core/sandbox/api/catalogue.h"

namespace sluice::sandbox {

namespace {

struct RegionRow {
    const char *slug, *name;
    bool available;
    int reserved; ///< second octet of the region's reserved 10.x.0.0/16
};
constexpr RegionRow kRegions[] = {
    {"nyc1", "New York 1", true, 10},      {"sfo1", "San Francisco 1", false, 12}, {"nyc2", "New York 2", true, 13},
    {"ams2", "Amsterdam 2", false, 14},    {"sgp1", "Singapore 1", true, 15},      {"lon1", "London 1", true, 16},
    {"nyc3", "New York 3", true, 17},      {"ams3", "Amsterdam 3", true, 18},      {"fra1", "Frankfurt 1", true, 19},
    {"tor1", "Toronto 1", true, 20},       {"sfo2", "San Francisco 2", true, 46},  {"blr1", "Bangalore 1", true, 47},
    {"sfo3", "San Francisco 3", true, 48}, {"syd1", "Sydney 1", true, 49},         {"atl1", "Atlanta 1", true, 50},
};

struct SizeRow {
    const char *slug, *description;
    int memory, vcpus, disk;
    double transfer, monthly;
    bool available, kubernetes;
};
constexpr SizeRow kSizes[] = {
    {"s-1vcpu-512mb-10gb", "Basic", 512, 1, 10, 0.5, 4, true, false},
    {"s-1vcpu-1gb", "Basic", 1024, 1, 25, 1, 6, true, false},
    {"s-1vcpu-1gb-amd", "Basic AMD", 1024, 1, 25, 1, 7, true, false},
    {"s-1vcpu-1gb-intel", "Basic Intel", 1024, 1, 25, 1, 7, true, false},
    {"s-1vcpu-2gb", "Basic", 2048, 1, 50, 2, 12, true, true},
    {"s-1vcpu-2gb-amd", "Basic AMD", 2048, 1, 50, 2, 14, true, true},
    {"s-1vcpu-2gb-intel", "Basic Intel", 2048, 1, 50, 2, 14, true, true},
    {"s-2vcpu-2gb", "Basic", 2048, 2, 60, 3, 18, true, true},
    {"s-2vcpu-2gb-amd", "Basic AMD", 2048, 2, 60, 3, 21, true, true},
    {"s-2vcpu-2gb-intel", "Basic Intel", 2048, 2, 60, 3, 21, true, true},
    {"s-2vcpu-4gb-retired", "Basic (retired)", 4096, 2, 60, 4, 20, false, false},
    {"s-2vcpu-4gb", "Basic", 4096, 2, 80, 4, 24, true, true},
    {"s-2vcpu-4gb-120gb-intel", "Basic Intel", 4096, 2, 120, 4, 32, true, true},
    {"s-2vcpu-4gb-amd", "Basic AMD", 4096, 2, 80, 4, 28, true, true},
    {"s-2vcpu-4gb-intel", "Basic Intel", 4096, 2, 80, 4, 28, true, true},
    {"c-2", "CPU-Optimized", 4096, 2, 25, 4, 42, true, true},
    {"s-4vcpu-8gb", "Basic", 8192, 4, 160, 5, 48, true, true},
    {"s-4vcpu-8gb-amd", "Basic AMD", 8192, 4, 160, 5, 56, true, true},
    {"s-4vcpu-8gb-intel", "Basic Intel", 8192, 4, 160, 5, 56, true, true},
    {"g-2vcpu-8gb", "General Purpose", 8192, 2, 25, 4, 63, true, true},
    {"c-4", "CPU-Optimized", 8192, 4, 50, 5, 84, true, true},
    {"m-2vcpu-16gb", "Memory-Optimized", 16384, 2, 50, 4, 84, true, true},
    {"s-8vcpu-16gb", "Basic", 16384, 8, 320, 6, 96, true, true},
    {"g-4vcpu-16gb", "General Purpose", 16384, 4, 50, 5, 126, true, true},
    {"so-2vcpu-16gb", "Storage-Optimized", 16384, 2, 300, 4, 131, true, true},
    {"c-8", "CPU-Optimized", 16384, 8, 100, 6, 168, true, true},
    {"m-4vcpu-32gb", "Memory-Optimized", 32768, 4, 100, 6, 168, true, true},
    {"g-8vcpu-32gb", "General Purpose", 32768, 8, 100, 6, 252, true, true},
};

struct ImageRow {
    int id;
    const char *slug, *name, *distribution, *created;
    int disk;
};
// 22.04 was rebuilt last and 25.10 is newer than every LTS: "newest by date" picks wrong.
constexpr ImageRow kImages[] = {
    {209887101, "centos-stream-9-x64", "9 Stream x64", "CentOS", "2026-03-02T15:01:30Z", 10},
    {209887102, "centos-stream-10-x64", "10 Stream x64", "CentOS", "2026-03-02T15:21:02Z", 10},
    {211220311, "debian-11-x64", "11 x64", "Debian", "2026-04-20T11:40:00Z", 7},
    {211220312, "debian-12-x64", "12 x64", "Debian", "2026-06-20T11:40:00Z", 7},
    {211220313, "debian-13-x64", "13 x64", "Debian", "2026-06-20T12:04:31Z", 7},
    {208110701, "fedora-42-x64", "42 x64", "Fedora", "2026-01-18T08:00:00Z", 10},
    {208110702, "fedora-43-x64", "43 x64", "Fedora", "2026-01-18T08:22:10Z", 10},
    {208110703, "fedora-44-x64", "44 x64", "Fedora", "2026-05-04T08:22:10Z", 10},
    {210990501, "rockylinux-8-x64", "8 x64", "Rocky Linux", "2026-05-30T10:10:10Z", 10},
    {210990502, "rockylinux-9-x64", "9 x64", "Rocky Linux", "2026-05-30T10:31:44Z", 10},
    {210990503, "rockylinux-10-x64", "10 x64", "Rocky Linux", "2026-05-30T10:52:09Z", 10},
    {212004010, "gpu-h100x1-base", "AI/ML Ready v1.0", "Ubuntu", "2026-07-19T06:00:00Z", 40},
    {212004011, "gpu-amd-base", "AMD AI/ML Ready", "Ubuntu", "2026-07-19T06:30:00Z", 40},
    {212118201, "ubuntu-22-04-x64", "22.04 (LTS) x64", "Ubuntu", "2026-07-30T05:12:33Z", 7},
    {211733805, "ubuntu-24-04-x64", "24.04 (LTS) x64", "Ubuntu", "2026-07-02T05:12:33Z", 7},
    {212090018, "ubuntu-25-10-x64", "25.10 x64", "Ubuntu", "2026-07-28T05:12:33Z", 7},
    {211733890, "ubuntu-26-04-x64", "26.04 (LTS) x64", "Ubuntu", "2026-06-30T05:12:33Z", 7},
    {211733891, "ubuntu-25-04-x64", "25.04 x64", "Ubuntu", "2025-12-11T05:12:33Z", 7},
    {211900210, "opensuse-15-x64", "15 x64", "openSUSE", "2026-02-11T05:12:33Z", 10},
    {211900211, "freebsd-14-x64", "14 x64 zfs", "FreeBSD", "2026-02-14T05:12:33Z", 15},
};

Json regionList() {
    Json slugs = Json::array();
    for (const RegionRow &row : kRegions) {
        if (row.available)
            slugs.push_back(row.slug);
    }
    return slugs;
}

const Json *bySlug(const Json &list, const QString &slug) {
    for (const Json &entry : list) {
        if (jsonString(entry, "slug") == slug)
            return &entry;
    }
    return nullptr;
}

} // namespace

const Json &regionCatalogue() {
    static const Json list = [] {
        Json sizes = Json::array(), all = Json::array();
        for (const SizeRow &row : kSizes) {
            if (row.available)
                sizes.push_back(row.slug);
        }
        for (const RegionRow &row : kRegions) {
            all.push_back({{"name", row.name},
                           {"slug", row.slug},
                           {"features", {"backups", "ipv6", "metadata", "install_agent", "storage", "image_transfer"}},
                           {"available", row.available},
                           {"sizes", row.available ? sizes : Json::array()}});
        }
        return all;
    }();
    return list;
}

const Json &sizeCatalogue() {
    static const Json list = [] {
        Json all = Json::array();
        for (const SizeRow &row : kSizes) {
            // 672 hours are billed at most per month.
            all.push_back(
                {{"slug", row.slug},
                 {"memory", row.memory},
                 {"vcpus", row.vcpus},
                 {"disk", row.disk},
                 {"transfer", row.transfer},
                 {"price_monthly", row.monthly},
                 {"price_hourly", row.monthly / 672.0},
                 {"regions", row.available ? regionList() : Json::array()},
                 {"available", row.available},
                 {"description", row.description},
                 {"disk_info", Json::array({{{"type", "local"}, {"size", {{"amount", row.disk}, {"unit", "gib"}}}}})}});
        }
        return all;
    }();
    return list;
}

const Json &imageCatalogue() {
    static const Json list = [] {
        Json all = Json::array();
        for (const ImageRow &row : kImages) {
            all.push_back({{"id", row.id},
                           {"name", row.name},
                           {"distribution", row.distribution},
                           {"slug", row.slug},
                           {"public", true},
                           {"regions", regionList()},
                           {"created_at", row.created},
                           {"min_disk_size", row.disk},
                           {"type", "base"},
                           {"size_gigabytes", 0.9},
                           {"description", std::string(row.distribution) + " " + row.name},
                           {"tags", Json::array()},
                           {"status", "available"}});
        }
        return all;
    }();
    return list;
}

const Json &kubernetesVersions() {
    static const Json list = [] {
        Json all = Json::array();
        const char *const rows[][2] = {{"1.36.3-do.3", "1.36.3"}, {"1.35.6-do.1", "1.35.6"}, {"1.34.9-do.4", "1.34.9"}};
        for (const auto &row : rows)
            all.push_back({{"slug", row[0]},
                           {"kubernetes_version", row[1]},
                           {"supported_features",
                            {"cluster-autoscaler", "docr-integration", "ha-control-plane", "token-authentication"}}});
        return all;
    }();
    return list;
}

QStringList kubernetesRegions() {
    QStringList slugs;
    for (const RegionRow &row : kRegions) {
        if (row.available)
            slugs << QString::fromLatin1(row.slug);
    }
    return slugs;
}

QStringList kubernetesSizes() {
    QStringList slugs;
    for (const SizeRow &row : kSizes) {
        if (row.kubernetes)
            slugs << QString::fromLatin1(row.slug);
    }
    return slugs;
}

const Json *regionBySlug(const QString &slug) {
    return bySlug(regionCatalogue(), slug);
}

const Json *sizeBySlug(const QString &slug) {
    return bySlug(sizeCatalogue(), slug);
}

const Json *imageBy(const QString &slugOrId) {
    if (const Json *image = bySlug(imageCatalogue(), slugOrId))
        return image;
    for (const Json &image : imageCatalogue()) {
        if (QString::number(jsonInt(image, "id")) == slugOrId)
            return &image;
    }
    return nullptr;
}

bool offers(const Json &entry, const QString &region) {
    return jsonStringList(entry, "regions").contains(region);
}

QList<Cidr> reservedRanges(const QString &region) {
    const auto block = [](quint32 second, quint32 third, int prefix) {
        return Cidr(Ipv4((10u << 24) | (second << 16) | (third << 8)), prefix);
    };
    QList<Cidr> ranges = {block(244, 0, 16), block(245, 0, 16), block(246, 0, 24), block(229, 0, 16)};
    for (const RegionRow &row : kRegions) {
        if (region == QLatin1String(row.slug))
            ranges << block(static_cast<quint32>(row.reserved), 0, 16);
    }
    return ranges;
}

} // namespace sluice::sandbox
