#include "core/ssh/libssh_session.h"

#include <sys/socket.h>
#include <unistd.h>

namespace sluice::ssh {

LibsshSession::LibsshSession(Clock *clock)
    : m_clock(clock)
    , m_thread([this] { work(); }) {}

LibsshSession::~LibsshSession() {
    m_stop = true;
    if (std::this_thread::get_id() == m_thread.get_id()) {
        // The last user went away while its answer was on the way: this is the worker itself, inside a task. It ends
        // after it.
        *m_gone = true;
        m_thread.detach();
    } else {
        post([] {});
        m_thread.join();
    }
    // Order (libssh 0.10): target session, then the pump with its channel, then the socket pair (libssh does not close
    // an SSH_OPTIONS_FD), then the bastion's session.
    m_target.reset();
    m_pump.reset();
    for (const int fd : m_pair) {
        if (fd >= 0)
            ::close(fd);
    }
    m_jump.reset();
}

void LibsshSession::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void LibsshSession::work() {
    const std::shared_ptr<std::atomic<bool>> gone = m_gone;
    while (true) {
        std::function<void()> task;
        bool last = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_tasks.empty(); });
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
            // The last task is the destructor's wake-up; commands that waited before it have been answered.
            last = m_stop && m_tasks.empty();
        }
        task();
        task = nullptr; // may hold the last reference to this session
        if (*gone || last)
            return;
    }
}

void LibsshSession::open(const Plan &plan, std::function<void(Status)> done) {
    post([this, plan, done = std::move(done)] { done(openNow(plan)); });
}

Status LibsshSession::openNow(const Plan &plan) {
    KeyPointer key;
    if (plan.identity.kind == Identity::Kind::File) {
        const auto loaded = loadKeyFile(plan.identity.file, plan.identity.passphrase);
        if (!loaded)
            return loaded.error();
        key = *loaded;
    } else if (plan.identity.kind == Identity::Kind::Memory) {
        ssh_key raw = nullptr;
        if (ssh_pki_import_privkey_base64(plan.identity.privateKey.constData(), nullptr, nullptr, nullptr, &raw) !=
            SSH_OK)
            return Error{.code = ErrorCode::InvalidInput,
                         .message = QStringLiteral("The deployment key cannot be read"),
                         .resource = QStringLiteral("ssh_key")};
        key = KeyPointer(raw);
    }
    if (plan.jump.address.isEmpty()) {
        const auto hop = Hop::open(
            {.endpoint = plan.target, .role = QStringLiteral("bastion"), .timeout = plan.timeout}, plan.identity, key);
        if (!hop)
            return hop.error();
        m_target = *hop;
        m_hostKey = m_target->hostKey();
        return Ok{};
    }
    const auto jump = Hop::open({.endpoint = plan.jump, .role = QStringLiteral("bastion"), .timeout = plan.timeout},
                                plan.identity, key);
    if (!jump)
        return jump.error();
    m_jump = *jump;
    m_jumpHostKey = m_jump->hostKey();
    // sshd leaves Nagle on for a connection that only forwards: one exec first costs a round trip and saves one per
    // command.
    const auto warmUp = m_jump->run(QStringLiteral("true"), plan.timeout, {}, m_stop);
    if (!warmUp)
        return warmUp.error();
    const auto channel = m_jump->forward(plan.target.address, plan.target.port);
    if (!channel)
        return channel.error();
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_pair) != 0) {
        ssh_channel_free(*channel);
        return Error{.code = ErrorCode::Internal,
                     .message = QStringLiteral("No socket pair could be made for the jump")};
    }
    m_pump = std::make_unique<JumpPump>(m_jump->session(), *channel, m_pair[0]);
    Endpoint target = plan.target;
    target.dialAddress.clear();
    target.dialPort = 0;
    const auto hop =
        Hop::open({.endpoint = target, .role = QStringLiteral("target"), .fd = m_pair[1], .timeout = plan.timeout},
                  plan.identity, key);
    if (!hop)
        return hop.error();
    m_target = *hop;
    m_hostKey = m_target->hostKey();
    return Ok{};
}

QFuture<Result<CommandResult>> LibsshSession::run(const QString &command, std::chrono::milliseconds deadline,
                                                  const QByteArray &standardInput) {
    Promise<Result<CommandResult>> promise;
    const std::chrono::milliseconds real = std::max(m_clock->real(deadline), std::chrono::milliseconds(2000));
    post([this, command, real, standardInput, promise] {
        if (m_stop || !m_target)
            return promise.finish(
                Error{.code = ErrorCode::Cancelled, .message = QStringLiteral("The session is closed")});
        promise.finish(m_target->run(command, real, standardInput, m_stop));
    });
    return promise.future();
}

} // namespace sluice::ssh
