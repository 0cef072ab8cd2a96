// Whatever a server may answer: every parser of the DigitalOcean API, and the words of a refusal.
#include "core/digitalocean/api.h"

using namespace sluice;
using namespace sluice::digitalocean;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const int status = size > 0 ? 300 + data[0] : 500;
    const Error error = errorFromReply(size % 2 ? "POST" : "GET", QStringLiteral("/v2/vpcs"),
                                       HttpResponse{.status = status, .body = text});
    if (error.message.isEmpty() || error.remedy.isEmpty())
        __builtin_trap(); // a refusal always says what happened and what can be done
    const Result<Json> json = parseJson(text);
    if (!json)
        return 0;
    static_cast<void>(account::parse(*json));
    static_cast<void>(regions::parseList(*json));
    static_cast<void>(sizes::parseList(*json));
    static_cast<void>(images::parseList(*json));
    static_cast<void>(sshkeys::parse(*json));
    static_cast<void>(sshkeys::parseList(*json));
    static_cast<void>(vpcs::parse(*json));
    static_cast<void>(vpcs::parseList(*json));
    static_cast<void>(vpcs::parseMembers(*json));
    static_cast<void>(natgateways::parse(*json));
    static_cast<void>(natgateways::parseList(*json));
    static_cast<void>(clusters::parseOptions(*json));
    static_cast<void>(clusters::parse(*json));
    static_cast<void>(clusters::parseList(*json));
    static_cast<void>(clusters::parseCredentials(*json));
    static_cast<void>(clusters::parseAssociated(*json));
    static_cast<void>(droplets::parse(*json));
    static_cast<void>(droplets::parseList(*json));
    static_cast<void>(firewalls::parse(*json));
    static_cast<void>(firewalls::parseList(*json));
    static_cast<void>(tags::parse(*json));
    static_cast<void>(tags::parseList(*json));
    return 0;
}
