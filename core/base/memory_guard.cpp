#include "core/base/memory_guard.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace sluice {

void keepMemoryPrivate() {
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // A limit of 0 does not stop a core that is piped to a program (core(5)); this does.
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace sluice
