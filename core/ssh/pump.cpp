#include "core/ssh/pump.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace sluice::ssh {

namespace {

constexpr qsizetype kMostUnsent = 1 << 20;

} // namespace

Pump::Pump(Hop *bastion, ChannelHandle channel, Descriptor inner, Interrupt *interrupt)
    : m_bastion(bastion)
    , m_channel(std::move(channel))
    , m_inner(std::move(inner))
    , m_stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_interrupt(interrupt) {
    ::fcntl(m_inner.get(), F_SETFL, ::fcntl(m_inner.get(), F_GETFL) | O_NONBLOCK);
    m_interrupt->watch(m_inner.get());
    m_thread = std::thread([this] { run(); });
}

Pump::~Pump() {
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_stop.get(), &one, sizeof one);
    m_thread.join();
    m_interrupt->forget(m_inner.get());
}

void Pump::run() {
    // libssh may hold packets that it read while it wrote, and no poll() wakes us for those: read until it has none.
    // One of them may have been the room that the rest of our own data waits for.
    for (bool moved = false; fromChannel() && toInner() && toChannel(&moved) && !m_interrupt->isTripped();) {
        if (moved)
            continue;
        pollfd waiting[] = {{ssh_get_fd(m_bastion->session()), POLLIN, 0},
                            {m_inner.get(),
                             static_cast<short>((m_onward.isEmpty() ? POLLIN : 0) | (m_unsent.isEmpty() ? 0 : POLLOUT)),
                             0},
                            {m_stop.get(), POLLIN, 0}};
        if (::poll(waiting, 3, -1) < 0 && errno != EINTR)
            break;
        if (waiting[2].revents != 0 || m_interrupt->isTripped() || !fromInner())
            break;
    }
    toInner();
    ::shutdown(m_inner.get(), SHUT_RDWR); // the session inside sees the end at once, not at its timeout
    if (m_bastion->isConnected())
        ssh_channel_close(m_channel.get());
    m_channel.reset();
}

bool Pump::fromChannel() {
    char buffer[32768];
    while (m_unsent.size() < kMostUnsent) {
        const int n = ssh_channel_read_nonblocking(m_channel.get(), buffer, sizeof buffer, 0);
        if (n <= 0)
            return n != SSH_ERROR && !ssh_channel_is_eof(m_channel.get()) && m_bastion->isConnected();
        m_unsent.append(buffer, n);
    }
    return true;
}

bool Pump::toInner() {
    qsizetype sent = 0;
    while (sent < m_unsent.size()) {
        const auto n = ::send(m_inner.get(), m_unsent.constData() + sent,
                              static_cast<std::size_t>(m_unsent.size() - sent), MSG_NOSIGNAL);
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (n <= 0)
            break;
        sent += n;
    }
    m_unsent.remove(0, sent);
    return true;
}

bool Pump::fromInner() {
    if (!m_onward.isEmpty())
        return true;
    char buffer[32768];
    const auto n = ::recv(m_inner.get(), buffer, sizeof buffer, 0);
    if (n > 0)
        m_onward.append(buffer, n);
    return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

// Writes no more than the other side's window: a blocked write would keep us from reading what it waits to get rid of.
bool Pump::toChannel(bool *moved) {
    *moved = false;
    while (!m_onward.isEmpty()) {
        const auto room = std::min<qsizetype>(ssh_channel_window_size(m_channel.get()), m_onward.size());
        if (room == 0)
            return true; // its adjustment arrives on the bastion's socket
        const int n = ssh_channel_write(m_channel.get(), m_onward.constData(), static_cast<quint32>(room));
        if (n < 0)
            return false;
        m_onward.remove(0, n);
        *moved = *moved || n > 0;
    }
    return true;
}

} // namespace sluice::ssh
