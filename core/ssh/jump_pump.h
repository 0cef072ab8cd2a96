#pragma once

#include <atomic>
#include <libssh/libssh.h>
#include <thread>

namespace sluice::ssh {

/// Carries bytes between a forwarding channel of the bastion's session and one end of a socket pair, on a thread of its
/// own. While it lives it alone uses the bastion's session. (ssh_connector of libssh 0.10.6 stalls for good after 1 to
/// 3 MB.)
class JumpPump {
public:
    /// Takes over `channel` (freed at the end) and uses, but does not own, `session`. Closes `fd` for writing when the
    /// channel ends.
    JumpPump(ssh_session session, ssh_channel channel, int fd);
    ~JumpPump();
    JumpPump(const JumpPump &) = delete;
    JumpPump &operator=(const JumpPump &) = delete;

private:
    void run();
    bool fromChannel();
    bool fromSocket();

    ssh_session m_session;
    ssh_channel m_channel;
    int m_fd;
    int m_stop = -1; ///< eventfd that ends the wait
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace sluice::ssh
