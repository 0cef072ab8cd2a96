#pragma once

#include "core/ssh/hop.h"

#include <atomic>
#include <thread>

namespace sluice::ssh {

/// Carries bytes between a forward channel of the bastion's connection and a socket pair, on its own thread, which
/// alone uses that connection from construction to destruction. libssh's ssh_connector stalls for good after 1 to 3 MB.
class Pump {
public:
    Pump(Hop *bastion, ChannelHandle channel, Descriptor inner, Interrupt *interrupt);
    ~Pump();
    Pump(const Pump &) = delete;
    Pump &operator=(const Pump &) = delete;

private:
    void run();
    bool fromChannel();
    bool toInner();
    bool fromInner();
    bool toChannel(bool *moved);

    Hop *m_bastion;
    ChannelHandle m_channel;
    Descriptor m_inner;
    Descriptor m_stop;
    Interrupt *m_interrupt;
    QByteArray m_unsent; ///< for the inner socket
    QByteArray m_onward; ///< for the channel
    std::thread m_thread;
};

} // namespace sluice::ssh
