#include "core/ssh/jump_pump.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::ssh {

JumpPump::JumpPump(ssh_session session, ssh_channel channel, int fd)
    : m_session(session)
    , m_channel(channel)
    , m_fd(fd)
    , m_stop(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_thread([this] { run(); }) {}

JumpPump::~JumpPump() {
    m_stopping = true;
    const std::uint64_t one = 1;
    const ssize_t written = ::write(m_stop, &one, sizeof one);
    static_cast<void>(written);
    m_thread.join();
    ::close(m_stop);
    ssh_channel_free(m_channel);
}

/// Drains what libssh has buffered: poll() on the session's socket does not wake for bytes that are already read from
/// it.
bool JumpPump::fromChannel() {
    std::array<char, 32768> buffer{};
    while (!m_stopping) {
        const int got =
            ssh_channel_read_nonblocking(m_channel, buffer.data(), static_cast<std::uint32_t>(buffer.size()), 0);
        if (got == SSH_AGAIN || got == 0)
            return ssh_channel_is_eof(m_channel) == 0 && ssh_channel_is_open(m_channel) != 0;
        if (got < 0)
            return false;
        ssize_t sent = 0;
        while (sent < got && !m_stopping) {
            const ssize_t n =
                ::send(m_fd, buffer.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (n > 0) {
                sent += n;
                continue;
            }
            if (n < 0 && errno != EAGAIN && errno != EINTR)
                return false;
            std::array<pollfd, 2> wait{pollfd{m_fd, POLLOUT, 0}, pollfd{m_stop, POLLIN, 0}};
            ::poll(wait.data(), wait.size(), 1000);
        }
    }
    return false;
}

bool JumpPump::fromSocket() {
    std::array<char, 32768> buffer{};
    const ssize_t got = ::recv(m_fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR;
    if (got == 0)
        return false;
    ssize_t sent = 0;
    while (sent < got && !m_stopping) {
        const int n = ssh_channel_write(m_channel, buffer.data() + sent, static_cast<std::uint32_t>(got - sent));
        if (n < 0)
            return false;
        sent += n;
    }
    return true;
}

void JumpPump::run() {
    bool open = true;
    while (open && !m_stopping) {
        open = fromChannel();
        if (!open)
            break;
        std::array<pollfd, 3> wait{pollfd{ssh_get_fd(m_session), POLLIN, 0}, pollfd{m_fd, POLLIN, 0},
                                   pollfd{m_stop, POLLIN, 0}};
        ::poll(wait.data(), wait.size(), 1000);
        if ((wait[1].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
            open = fromSocket();
    }
    // The private session must see its end at once, not at its next deadline.
    ::shutdown(m_fd, SHUT_RDWR);
}

} // namespace sluice::ssh
