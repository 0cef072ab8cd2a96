#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::tags {

namespace {

Tag read(const Reader &in) {
    return {.name = in.text("name"),
            .resourceCount = static_cast<int>(in.optionalObject("resources").optionalInteger("count"))};
}

} // namespace

HttpRequest create(const QString &name) {
    return HttpRequest::post(QStringLiteral("/v2/tags"), {{"name", name.toStdString()}});
}

HttpRequest get(const QString &name) {
    return HttpRequest::get(QStringLiteral("/v2/tags/") + segment(name));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/tags?per_page=200"));
}

HttpRequest destroy(const QString &name) {
    return HttpRequest::destroy(QStringLiteral("/v2/tags/") + segment(name));
}

Result<Tag> parse(const Json &reply) {
    return parseOne<Tag>(reply, "tag", read);
}

Result<Page<Tag>> parseList(const Json &reply) {
    return parsePage<Tag>(reply, "tags", read);
}

} // namespace sluice::digitalocean::tags
