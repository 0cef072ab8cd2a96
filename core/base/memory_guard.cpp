#include "core/base/memory_guard.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace sluice {

void refuseCoreFile() {
#ifdef Q_OS_UNIX
    // One byte: too little for a file, and Linux's word for "no pipe to a crash handler either", which 0 is not
    // (core(5)).
    const rlimit none{1, 1};
    setrlimit(RLIMIT_CORE, &none);
#endif
}

void hideFromSameUser() {
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace sluice
