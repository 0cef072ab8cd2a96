#include "core/ssh/worker.h"

#include "core/base/words.h"

#include <sys/socket.h>

namespace sluice::ssh {

namespace {

class LibsshSession final : public Session {
public:
    explicit LibsshSession(std::shared_ptr<Worker> worker)
        : m_worker(std::move(worker)) {}
    ~LibsshSession() override { m_worker->stop(); }
    HostKey hostKey() const override { return m_worker->hostKey(); }
    HostKey jumpHostKey() const override { return m_worker->jumpHostKey(); }
    QFuture<Result<CommandResult>> run(const QString &command, std::chrono::milliseconds deadline,
                                       const QByteArray &standardInput) override {
        return m_worker->enqueue(command, deadline, standardInput);
    }

private:
    std::shared_ptr<Worker> m_worker;
};

QString dialAddress(const Endpoint &endpoint) {
    return endpoint.dialAddress.isEmpty() ? endpoint.address : endpoint.dialAddress;
}

quint16 dialPort(const Endpoint &endpoint) {
    return endpoint.dialPort == 0 ? endpoint.port : endpoint.dialPort;
}

/// `who` with the address and the port as %1 and %2.
HopPlan planFor(const Endpoint &endpoint, const QString &who) {
    return {.who = who.arg(endpoint.address).arg(endpoint.port),
            .address = endpoint.address,
            .user = endpoint.user,
            .pinnedKey = endpoint.pinnedKey};
}

Error closedError() {
    return {.code = ErrorCode::Cancelled, .message = SshWords::tr("The SSH session is closed")};
}

} // namespace

std::chrono::milliseconds realDeadline(const Clock &clock, std::chrono::milliseconds nominal,
                                       std::chrono::milliseconds least) {
    return std::max(clock.real(nominal), std::min(nominal, least));
}

Worker::Worker(Clock *clock, std::shared_ptr<Relay> relay)
    : m_clock(clock)
    , m_relay(std::move(relay)) {}

void Worker::work(const OpenRequest &request) {
    const Status opened = open(request);
    const auto answer = [this](Result<std::shared_ptr<Session>> result) {
        m_relay->finish(*m_opening, std::move(result));
        m_opening.reset();
    };
    if (!opened) {
        close();
        return answer(opened.error());
    }
    m_hostKey = m_target->hostKey();
    answer(std::shared_ptr<Session>(std::make_shared<LibsshSession>(shared_from_this())));
    serve();
    close();
}

Status Worker::open(const OpenRequest &request) {
    const Deadline deadline(request.deadline);
    const Result<KeyHandle> key = loadKey(request.identity); // once: an encrypted key costs 150 ms of work each time
    if (!key)
        return key.error();
    Descriptor socket;
    HopPlan plan = planFor(request.target, SshWords::tr("%1 port %2"));
    if (request.throughJump) {
        const Status jumped = openJump(request, key->get(), deadline);
        if (!jumped)
            return jumped.error();
        plan = planFor(request.target, SshWords::tr("the target %1 port %2"));
        auto channel = m_bastion->forward(dialAddress(request.target), dialPort(request.target), plan.who, deadline);
        if (!channel)
            return channel.error();
        int ends[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return Error{.code = ErrorCode::Internal, .message = SshWords::tr("No socket is left for the jump")};
        socket = Descriptor(ends[0]);
        m_pump = std::make_unique<Pump>(m_bastion.get(), std::move(*channel), Descriptor(ends[1]), &m_interrupt);
    } else {
        auto connected =
            connectTcp(dialAddress(request.target), dialPort(request.target), plan.who, deadline, &m_interrupt);
        if (!connected)
            return connected.error();
        socket = std::move(*connected);
    }
    auto target = Hop::open(plan, std::move(socket), key->get(), deadline, &m_interrupt);
    if (!target)
        return target.error();
    m_target = std::move(*target);
    return Ok{};
}

Status Worker::openJump(const OpenRequest &request, ssh_key key, const Deadline &deadline) {
    const HopPlan plan = planFor(request.jump, SshWords::tr("the bastion %1 port %2"));
    auto connected = connectTcp(dialAddress(request.jump), dialPort(request.jump), plan.who, deadline, &m_interrupt);
    if (!connected)
        return connected.error();
    auto bastion = Hop::open(plan, std::move(*connected), key, deadline, &m_interrupt);
    if (!bastion)
        return bastion.error();
    m_bastion = std::move(*bastion);
    m_jumpHostKey = m_bastion->hostKey();
    // sshd turns Nagle's algorithm off at a session's first command only; without one every command through the jump
    // waits for our delayed acknowledgements.
    const Result<CommandResult> first = m_bastion->run(QStringLiteral("true"), {}, deadline);
    if (!first && !m_bastion->isConnected())
        return first.error();
    return Ok{};
}

QFuture<Result<CommandResult>> Worker::enqueue(const QString &command, std::chrono::milliseconds deadline,
                                               const QByteArray &standardInput) {
    Promise<Result<CommandResult>> promise;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_interrupt.isTripped())
            return readyFuture<Result<CommandResult>>(closedError());
        m_jobs.push_back({command, realDeadline(*m_clock, deadline), standardInput, promise});
    }
    m_wake.notify_one();
    return promise.future();
}

void Worker::stop() {
    m_interrupt.trip();
    const std::lock_guard lock(m_mutex);
    m_wake.notify_one();
}

void Worker::serve() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_interrupt.isTripped() || !m_jobs.empty(); });
        if (m_interrupt.isTripped())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        m_relay->finish(job.promise, m_target->run(job.command, job.standardInput, Deadline(job.deadline)));
        lock.lock();
    }
}

void Worker::close() {
    std::deque<Job> left;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        left.swap(m_jobs);
    }
    for (const Job &job : left)
        m_relay->finish(job.promise, Result<CommandResult>(closedError()));
    m_target.reset();
    m_pump.reset();
    m_bastion.reset();
}

} // namespace sluice::ssh
