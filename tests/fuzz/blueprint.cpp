// What a person drops on the window or names on the command line: .tfvars, .tfvars.json, a blueprint, a stored plan.
#include "core/blueprint/plan.h"
#include "core/blueprint/tfvars.h"

using namespace sluice;
using namespace sluice::blueprint;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto variables = parseTfvars(text);
    if (!variables && variables.error().message.isEmpty())
        __builtin_trap();
    const auto blueprint = fromJson(text);
    if (blueprint) {
        // What was read is written and read again as the same.
        static_cast<void>(validate(*blueprint));
        const auto again = fromJson(toJsonText(toJson(*blueprint)));
        if (!again || !(*again == *blueprint))
            __builtin_trap();
    }
    if (const Result<Json> json = parseJson(text))
        static_cast<void>(planFromJson(*json));
    return 0;
}
