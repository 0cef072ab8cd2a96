#pragma once

#include "core/ssh/hop.h"
#include "core/ssh/pump.h"
#include "core/ssh/relay.h"

#include <condition_variable>
#include <deque>

namespace sluice::ssh {

/// What a connection is opened with.
struct OpenRequest {
    Endpoint target;
    bool throughJump = false;
    Endpoint jump;
    Identity identity;
    std::chrono::milliseconds deadline{0}; ///< real time
};

using OpenPromise = Promise<Result<std::shared_ptr<Session>>>;

/// One session's thread: opens it, carries out its commands in order, closes it. Made by the connector, held by it and
/// by the Session until both let go.
class Worker : public std::enable_shared_from_this<Worker> {
public:
    Worker(Clock *clock, std::shared_ptr<Relay> relay);
    QFuture<Result<std::shared_ptr<Session>>> opening() const { return m_opening->future(); }
    /// The thread's body.
    void work(const OpenRequest &request);
    QFuture<Result<CommandResult>> enqueue(const QString &command, std::chrono::milliseconds deadline,
                                           const QByteArray &standardInput);
    /// Ends everything soon; never waits. Any thread.
    void stop();
    HostKey hostKey() const { return m_hostKey; }
    HostKey jumpHostKey() const { return m_jumpHostKey; }

private:
    struct Job {
        QString command;
        std::chrono::milliseconds deadline; ///< real time
        QByteArray standardInput;
        Promise<Result<CommandResult>> promise;
    };
    Status open(const OpenRequest &request);
    Status openJump(const OpenRequest &request, ssh_key key, const Deadline &deadline);
    void serve();
    void close();

    Clock *m_clock;
    std::shared_ptr<Relay> m_relay;
    /// Let go once it is answered: its result holds the Session, which would never be deleted while its thread works.
    std::optional<OpenPromise> m_opening{std::in_place};
    Interrupt m_interrupt;
    // Destroyed from the last to the first: the target's session, the pump, then the bastion's session under both.
    std::unique_ptr<Hop> m_bastion;
    std::unique_ptr<Pump> m_pump;
    std::unique_ptr<Hop> m_target;
    HostKey m_hostKey; ///< written before the Session is handed out, then constant
    HostKey m_jumpHostKey;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closed = false;
};

/// A simulated cloud may run 60 times faster; this computer's cryptography and processes do not.
inline constexpr std::chrono::milliseconds kLeastDeadline(10000);
/// Real time for a nominal wait: no less than `least`, unless the nominal wait itself is shorter.
std::chrono::milliseconds realDeadline(const Clock &clock, std::chrono::milliseconds nominal,
                                       std::chrono::milliseconds least = kLeastDeadline);

} // namespace sluice::ssh
