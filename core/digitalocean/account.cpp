#include "core/digitalocean/reader.h"

namespace sluice::digitalocean::account {

HttpRequest get() {
    return HttpRequest::get(QStringLiteral("/v2/account"));
}

Result<Account> parse(const Json &reply) {
    return parseOne<Account>(reply, "account", [](const Reader &in) {
        const Reader team = in.optionalObject("team");
        return Account{.dropletLimit =
                           static_cast<int>(in.optionalInteger("droplet_limit")), // hidden without droplet:read
                       .email = in.optionalText("email"),
                       .uuid = in.text("uuid"),
                       .status = in.text("status"),
                       .statusMessage = in.optionalText("status_message"),
                       .teamName = team.optionalText("name"),
                       .teamUuid = team.optionalText("uuid")};
    });
}

} // namespace sluice::digitalocean::account
