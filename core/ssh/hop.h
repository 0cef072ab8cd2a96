#pragma once

#include "core/ssh/keys.h"
#include "core/ssh/tcp.h"

namespace sluice::ssh {

/// What one SSH connection needs besides its socket.
struct HopPlan {
    QString who;     ///< for errors: "the bastion 203.0.113.9 port 22"
    QString address; ///< the name the host key is pinned under
    QString user;
    QByteArray pinnedKey; ///< empty = not pinned yet
};

/// One SSH connection over a connected socket. Used by one thread at a time; blocking, but `interrupt` ends every wait.
class Hop {
public:
    /// Key exchange, host key against the pin, then login; in this order, so that a stranger never sees the user's key.
    /// Untrusted, Unauthenticated, Unavailable, DeadlineExceeded, Cancelled.
    static Result<std::unique_ptr<Hop>> open(const HopPlan &plan, Descriptor socket, ssh_key key,
                                             const Deadline &deadline, Interrupt *interrupt);
    ~Hop();
    Hop(const Hop &) = delete;
    Hop &operator=(const Hop &) = delete;

    const HostKey &hostKey() const { return m_hostKey; }
    ssh_session session() const { return m_session.get(); }
    bool isConnected() const { return ssh_is_connected(m_session.get()) != 0; }
    /// See Session::run.
    Result<CommandResult> run(const QString &command, const QByteArray &standardInput, const Deadline &deadline);
    /// A TCP connection from this host on, as a channel.
    Result<ChannelHandle> forward(const QString &address, quint16 port, const QString &who, const Deadline &deadline);

private:
    Hop(const HopPlan &plan, Descriptor socket, Interrupt *interrupt);
    Status prepare(const Deadline &deadline);
    Status checkHostKey();
    Status login(ssh_key key, const Deadline &deadline);
    void limit(const Deadline &deadline);
    Error lost(const QString &what, const Deadline &deadline) const;
    Error error(ErrorCode code, const QString &message, const QString &remedy) const;

    HopPlan m_plan;
    Descriptor m_socket; // libssh closes no socket that it was given, so this outlives the session
    Interrupt *m_interrupt;
    SessionHandle m_session;
    HostKey m_hostKey;
};

} // namespace sluice::ssh
