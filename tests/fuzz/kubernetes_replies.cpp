// Whatever a cluster's API server may answer.
#include "core/kubernetes/objects.h"
#include "core/kubernetes/reply.h"

using namespace sluice;
using namespace sluice::kubernetes;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const int status = size > 0 ? 200 + data[0] : 500;
    const HttpRequest request = HttpRequest::get(QStringLiteral("/api/v1/nodes"));
    const auto read = readReply(request, HttpResponse{.status = status, .body = text});
    if (!read && read.error().message.isEmpty())
        __builtin_trap();
    const Result<Json> json = parseJson(text);
    if (!json)
        return 0;
    static_cast<void>(nodesOf(*json));
    static_cast<void>(routeResourceOf(*json));
    static_cast<void>(routeOf(*json));
    static_cast<void>(agentOf(*json));
    static_cast<void>(podOf(*json));
    static_cast<void>(namesOf(*json));
    return 0;
}
