#include "core/digitalocean/reader.h"

/// Regions, sizes and images: what can be bought where.
namespace sluice::digitalocean {

namespace regions {

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/regions?per_page=200"));
}

Result<Page<Region>> parseList(const Json &reply) {
    return parsePage<Region>(reply, "regions", [](const Reader &in) {
        return Region{.slug = in.text("slug"),
                      .name = in.optionalText("name"),
                      .available = in.optionalFlag("available"),
                      .sizes = in.optionalTexts("sizes"),
                      .features = in.optionalTexts("features")};
    });
}

} // namespace regions

namespace sizes {

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/sizes?per_page=200"));
}

Result<Page<Size>> parseList(const Json &reply) {
    return parsePage<Size>(reply, "sizes", [](const Reader &in) {
        return Size{.slug = in.text("slug"),
                    .memoryMb = static_cast<int>(in.integer("memory")),
                    .vcpus = static_cast<int>(in.integer("vcpus")),
                    .priceMonthly = in.optionalNumber("price_monthly"),
                    .priceHourly = in.optionalNumber("price_hourly"),
                    .transferTb = in.optionalNumber("transfer"),
                    .regions = in.optionalTexts("regions"),
                    .available = in.optionalFlag("available")};
    });
}

} // namespace sizes

namespace images {

HttpRequest listDistributions() {
    return HttpRequest::get(QStringLiteral("/v2/images?type=distribution&per_page=200"));
}

Result<Page<Image>> parseList(const Json &reply) {
    return parsePage<Image>(reply, "images", [](const Reader &in) {
        return Image{.id = in.integer("id"),
                     .slug = in.optionalText("slug"), // snapshots have none
                     .name = in.optionalText("name"),
                     .distribution = in.optionalText("distribution"),
                     .status = in.optionalText("status"),
                     .regions = in.optionalTexts("regions")};
    });
}

} // namespace images

} // namespace sluice::digitalocean
