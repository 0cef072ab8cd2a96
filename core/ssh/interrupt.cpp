#include "core/ssh/interrupt.h"

#include <sys/socket.h>

namespace sluice::ssh {

void Interrupt::trip() {
    const std::lock_guard lock(m_mutex);
    m_tripped = true;
    for (const int fd : std::as_const(m_sockets))
        ::shutdown(fd, SHUT_RDWR);
}

void Interrupt::watch(int fd) {
    const std::lock_guard lock(m_mutex);
    m_sockets << fd;
    if (m_tripped)
        ::shutdown(fd, SHUT_RDWR);
}

void Interrupt::forget(int fd) {
    const std::lock_guard lock(m_mutex);
    m_sockets.removeOne(fd);
}

} // namespace sluice::ssh
