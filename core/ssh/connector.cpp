#include "core/base/words.h"
#include "core/ssh/worker.h"

namespace sluice::ssh {

namespace {

/// A port that drops packets is expected to stay silent, so every verification waits this long: a TCP handshake needs
/// no more, however fast a simulated cloud runs.
constexpr std::chrono::milliseconds kLeastProbe(3000);

/// A thread and how to end it. `done` is set as the thread's last act.
struct Crew {
    std::thread thread;
    std::function<void()> stop;
    std::shared_ptr<std::atomic<bool>> done;
};

class LibsshConnector final : public Connector {
public:
    explicit LibsshConnector(Clock *clock)
        : m_clock(clock)
        , m_relay(std::make_shared<Relay>()) {}

    ~LibsshConnector() override {
        for (const Crew &crew : m_crew)
            crew.stop();
        for (Crew &crew : m_crew)
            crew.thread.join();
        m_relay->drain();
    }

    QFuture<Result<std::shared_ptr<Session>>> open(const Endpoint &target, const Identity &identity,
                                                   std::chrono::milliseconds deadline) override {
        return start({.target = target,
                      .throughJump = false,
                      .jump = {},
                      .identity = identity,
                      .deadline = realDeadline(*m_clock, deadline)});
    }

    QFuture<Result<std::shared_ptr<Session>>> openThrough(const Endpoint &jump, const Endpoint &target,
                                                          const Identity &identity,
                                                          std::chrono::milliseconds deadline) override {
        return start({.target = target,
                      .throughJump = true,
                      .jump = jump,
                      .identity = identity,
                      .deadline = realDeadline(*m_clock, deadline)});
    }

    QFuture<Status> probePort(const QString &address, quint16 port, std::chrono::milliseconds deadline) override {
        Promise<Status> promise;
        auto interrupt = std::make_shared<Interrupt>();
        hire([interrupt] { interrupt->trip(); },
             [relay = m_relay, promise, interrupt, address, port,
              limit = realDeadline(*m_clock, deadline, kLeastProbe)] {
                 const QString who = SshWords::tr("%1 port %2").arg(address).arg(port);
                 const auto connected = connectTcp(address, port, who, Deadline(limit), interrupt.get());
                 relay->finish(promise, connected ? Status(Ok{}) : Status(connected.error()));
             });
        return promise.future();
    }

private:
    QFuture<Result<std::shared_ptr<Session>>> start(const OpenRequest &request) {
        auto worker = std::make_shared<Worker>(m_clock, m_relay);
        const auto opening = worker->opening();
        hire([worker] { worker->stop(); }, [worker, request] { worker->work(request); });
        return opening;
    }

    void hire(std::function<void()> stop, std::function<void()> body) {
        std::erase_if(m_crew, [](Crew &crew) {
            if (!*crew.done)
                return false;
            crew.thread.join();
            return true;
        });
        auto done = std::make_shared<std::atomic<bool>>(false);
        m_crew.push_back({.thread = std::thread([body = std::move(body), done]() mutable {
                              body();
                              body = nullptr;
                              *done = true;
                          }),
                          .stop = std::move(stop),
                          .done = done});
    }

    Clock *m_clock;
    std::shared_ptr<Relay> m_relay;
    std::vector<Crew> m_crew;
};

} // namespace

std::unique_ptr<Connector> makeLibsshConnector(Clock *clock) {
    return std::make_unique<LibsshConnector>(clock);
}

} // namespace sluice::ssh
