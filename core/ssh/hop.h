#pragma once

#include "core/ssh/libssh_raii.h"
#include "core/ssh/ssh.h"

#include <atomic>

namespace sluice::ssh {

/// One authenticated libssh session to one host; blocking, used by one thread. The jump host's and the target's are the
/// same thing.
class Hop {
public:
    struct Options {
        Endpoint endpoint;
        QString role;                             ///< "bastion" or "target", for messages
        int fd = -1;                              ///< an already connected socket (the jump's end); not owned
        std::chrono::milliseconds timeout{10000}; ///< real time for connect and key exchange
    };
    ~Hop();
    Hop(const Hop &) = delete;
    Hop &operator=(const Hop &) = delete;

    /// Connects, checks the host key against the pinned one BEFORE any authentication, then authenticates.
    static Result<std::shared_ptr<Hop>> open(const Options &options, const Identity &identity, const KeyPointer &key);
    ssh_session session() const { return m_session; }
    const HostKey &hostKey() const { return m_hostKey; }
    const Options &options() const { return m_options; }

    /// Runs one command; `deadline` is real time; `stop` ends it early with Cancelled.
    Result<CommandResult> run(const QString &command, std::chrono::milliseconds deadline, const QByteArray &input,
                              const std::atomic<bool> &stop);
    /// A forwarding channel to address:port; the caller frees it.
    Result<ssh_channel> forward(const QString &address, quint16 port);

private:
    explicit Hop(const Options &options);
    Error lost(const QString &what, ErrorCode code = ErrorCode::Unavailable) const;
    Status connect();
    Status checkHostKey();
    Status authenticate(const Identity &identity, const KeyPointer &key);

    Options m_options;
    ssh_session m_session = nullptr;
    HostKey m_hostKey;
};

} // namespace sluice::ssh
