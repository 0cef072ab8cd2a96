// YAML that reaches the sandbox: netplan files (a droplet's user_data writes them), the user_data itself, bodies of
// kubectl.
#include "core/sandbox/hosts/cloud_init.h"
#include "core/sandbox/kubernetes/patches.h"

using namespace sluice;
using namespace sluice::sandbox;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    Machine machine;
    machine.files.insert(QStringLiteral("/etc/netplan/50-cloud-init.yaml"), bytes);
    QList<HostRoute> routes;
    QString warning;
    bool good = false;
    const bool applied = netplanRoutes(machine, {}, &routes, &warning);
    static_cast<void>(netplanUnits(machine, {}, &warning, &good));
    if (applied != good)
        __builtin_trap(); // what can be applied can be generated, and the other way round
    static_cast<void>(userDataScript(QString::fromUtf8(bytes)));
    static_cast<void>(readBody("application/yaml", bytes));
    return 0;
}
