#pragma once

#include <QList>
#include <atomic>
#include <mutex>

namespace sluice::ssh {

/// Ends a worker from outside: a flag that its loops look at, and the sockets it may be blocked on, which are shut
/// down. Thread-safe.
class Interrupt {
public:
    void trip();
    bool isTripped() const { return m_tripped; }
    /// From now on trip() shuts this socket down; at once when it was tripped before.
    void watch(int fd);
    /// Must be called before the socket is closed: its number may be another file's a moment later.
    void forget(int fd);

private:
    std::mutex m_mutex;
    std::atomic<bool> m_tripped{false};
    QList<int> m_sockets;
};

/// Watches a socket for the time of a scope.
class Watch {
public:
    Watch(Interrupt *interrupt, int fd)
        : m_interrupt(interrupt)
        , m_fd(fd) {
        m_interrupt->watch(fd);
    }
    ~Watch() { m_interrupt->forget(m_fd); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

private:
    Interrupt *m_interrupt;
    int m_fd;
};

} // namespace sluice::ssh
