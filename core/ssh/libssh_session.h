#pragma once

#include "core/ssh/hop.h"
#include "core/ssh/jump_pump.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace sluice::ssh {

/// A Session whose libssh objects live and die on one worker thread. Deleting it stops a running command within 0.1 s.
class LibsshSession final : public Session {
public:
    explicit LibsshSession(Clock *clock);
    ~LibsshSession() override;

    /// What is to be opened; `jump` is used when its address is set.
    struct Plan {
        Endpoint jump;
        Endpoint target;
        Identity identity;
        std::chrono::milliseconds timeout{10000}; ///< real
    };
    /// Runs on the worker thread; `done` is called there.
    void open(const Plan &plan, std::function<void(Status)> done);

    HostKey hostKey() const override { return m_hostKey; }
    HostKey jumpHostKey() const override { return m_jumpHostKey; }
    QFuture<Result<CommandResult>> run(const QString &command, std::chrono::milliseconds deadline,
                                       const QByteArray &standardInput) override;

private:
    Status openNow(const Plan &plan);
    void work();
    void post(std::function<void()> task);

    Clock *m_clock;
    HostKey m_hostKey;
    HostKey m_jumpHostKey;
    std::shared_ptr<Hop> m_jump;
    std::unique_ptr<JumpPump> m_pump;
    std::shared_ptr<Hop> m_target;
    int m_pair[2] = {-1, -1};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::atomic<bool> m_stop{false};
    std::shared_ptr<std::atomic<bool>> m_gone =
        std::make_shared<std::atomic<bool>>(false); ///< outlives a session that ends in its own thread
    std::thread m_thread;
};

} // namespace sluice::ssh
