// user_data that a droplet of the sandbox is made with: interpreted within bounds, whatever it is.
#include "core/sandbox/hosts/shell.h"

using namespace sluice::sandbox;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 4096)
        return 0;
    Machine machine;
    Shell shell({.machine = &machine});
    static_cast<void>(shell.run(QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))));
    return 0;
}
