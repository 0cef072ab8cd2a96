#include "core/base/words.h"
#include "core/ssh/hop.h"

#include <libssh/callbacks.h>
#include <poll.h>

namespace sluice::ssh {

namespace {

constexpr qsizetype kLargestOutput = 4 * 1024 * 1024;
constexpr int kTick = 50; ///< ms between looks at the deadline and at the other stream

/// Exit status and signal arrive as requests on the channel, in any order with its end.
struct Ending {
    bool known = false;
    int status = -1;
};

void onStatus(ssh_session, ssh_channel, int status, void *ending) {
    *static_cast<Ending *>(ending) = {true, status};
}

void onSignal(ssh_session, ssh_channel, const char *, int, const char *, const char *, void *ending) {
    *static_cast<Ending *>(ending) = {true, -1};
}

/// Callbacks of a channel for the time of a scope. libssh keeps a freed channel until its peer has closed it too, and
/// would call into a scope that has ended.
class Listening {
public:
    Listening(ssh_channel channel, ssh_channel_callbacks callbacks)
        : m_channel(channel)
        , m_callbacks(callbacks) {
        ssh_add_channel_callbacks(m_channel, m_callbacks);
    }
    ~Listening() { ssh_remove_channel_callbacks(m_channel, m_callbacks); }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

private:
    ssh_channel m_channel;
    ssh_channel_callbacks m_callbacks;
};

/// Handles the session's packets as they come. libssh's own reads stop doing that at the end of output, and a server
/// may send the exit status after it.
class Pulse {
public:
    explicit Pulse(ssh_session session)
        : m_session(session)
        , m_event(ssh_event_new()) {
        ssh_event_add_session(m_event, m_session);
    }
    ~Pulse() {
        ssh_event_remove_session(m_event, m_session);
        ssh_event_free(m_event);
    }
    Pulse(const Pulse &) = delete;
    Pulse &operator=(const Pulse &) = delete;
    void wait(int milliseconds) { ssh_event_dopoll(m_event, milliseconds); }

private:
    ssh_session m_session;
    ssh_event m_event;
};

/// Appends what is there; false when the connection is broken.
bool take(ssh_channel channel, bool error, QByteArray *into) {
    char buffer[16384];
    for (;;) {
        const int n = ssh_channel_read_nonblocking(channel, buffer, sizeof buffer, error ? 1 : 0);
        if (n > 0)
            into->append(buffer, n);
        else
            return n == 0 || n == SSH_EOF || n == SSH_AGAIN;
        if (into->size() > kLargestOutput)
            return true;
    }
}

/// Sends as much as the other side has room for, so that writing never waits for reading.
bool give(ssh_channel channel, const QByteArray &input, qsizetype *sent) {
    while (*sent < input.size()) {
        const qsizetype room = std::min<qsizetype>(ssh_channel_window_size(channel), 32768);
        if (room == 0)
            return true;
        const int n = ssh_channel_write(channel, input.constData() + *sent,
                                        static_cast<quint32>(std::min(room, input.size() - *sent)));
        if (n < 0)
            return false;
        *sent += n;
    }
    return true;
}

} // namespace

Result<CommandResult> Hop::run(const QString &command, const QByteArray &standardInput, const Deadline &deadline) {
    const auto started = std::chrono::steady_clock::now();
    const QString name = command.left(60).simplified();
    limit(deadline);
    ChannelHandle channel(ssh_channel_new(session()));
    if (!channel || ssh_channel_open_session(channel.get()) != SSH_OK)
        return lost(SshWords::tr("%1 opened no channel for a command").arg(m_plan.who), deadline);
    Ending ending;
    ssh_channel_callbacks_struct callbacks{};
    ssh_callbacks_init(&callbacks);
    callbacks.userdata = &ending;
    callbacks.channel_exit_status_function = onStatus;
    callbacks.channel_exit_signal_function = onSignal;
    const Listening listening(channel.get(), &callbacks);
    if (ssh_channel_request_exec(channel.get(), command.toUtf8().constData()) != SSH_OK)
        return lost(SshWords::tr("%1 did not accept a command").arg(m_plan.who), deadline);

    CommandResult result;
    qsizetype sent = 0;
    bool inputEnded = false;
    // After the end of output the exit status may still be on its way; without one the channel's end is the end.
    while (!(ssh_channel_is_eof(channel.get()) && (ending.known || ssh_channel_is_closed(channel.get())))) {
        if (m_interrupt->isTripped())
            return lost({}, deadline);
        if (deadline.isOver()) {
            ssh_channel_close(channel.get());
            return error(ErrorCode::DeadlineExceeded,
                         SshWords::tr("The command \"%1\" on %2 did not end in time").arg(name, m_plan.who),
                         SshWords::tr("Try again; the machine may be busy."));
        }
        const bool alive = give(channel.get(), standardInput, &sent) &&
                           take(channel.get(), false, &result.standardOutput) &&
                           take(channel.get(), true, &result.standardError);
        if (result.standardOutput.size() + result.standardError.size() > kLargestOutput) {
            ssh_channel_close(channel.get());
            return error(ErrorCode::Malformed,
                         SshWords::tr("The command \"%1\" on %2 wrote more than %3 MiB")
                             .arg(name, m_plan.who)
                             .arg(kLargestOutput / 1024 / 1024),
                         {});
        }
        if (sent == standardInput.size() && !inputEnded) {
            inputEnded = true;
            ssh_channel_send_eof(channel.get());
        }
        if (!isConnected() || (!alive && !ssh_channel_is_eof(channel.get())))
            return lost(SshWords::tr("%1 closed the connection during a command").arg(m_plan.who), deadline);
        if (!ssh_channel_is_eof(channel.get())) {
            // libssh's own reads handled every packet it had, so only the socket can bring more.
            pollfd waiting{m_socket.get(), POLLIN, 0};
            ::poll(&waiting, 1, deadline.slice(kTick));
        } else if (!ending.known) {
            Pulse(session()).wait(deadline.slice(kTick));
        }
    }
    if (ending.known)
        result.exitStatus = ending.status;
    ssh_channel_close(channel.get());
    result.milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started).count();
    return result;
}

} // namespace sluice::ssh
