#include "core/sandbox/hosts/ssh_host.h"

#include <QPointer>
#include <chrono>
#include <future>
#include <libssh/callbacks.h>
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::sandbox {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
/// How long an exec waits for input before it runs without: clients at a terminal never send an end of file. Input that
/// has begun is waited for to its end: half of it would be another input.
constexpr std::chrono::milliseconds kInputPatience{200};

QString lineOf(ssh_key key) {
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return {};
    const QString line = QStringLiteral("ssh-ed25519 ") + QLatin1String(base64);
    ssh_string_free_char(base64);
    return line;
}

/// One session channel with its command.
struct Exec {
    ssh_channel channel = nullptr;
    QString command;
    QByteArray input;
    bool requested = false;
    bool inputEnded = false;
    SteadyTime lastInput;
    bool asked = false;
    std::shared_future<ShellResult> answer;
    bool answered = false;
    ShellResult result;
    SteadyTime due;
    bool finished = false;
    ssh_channel_callbacks_struct callbacks{};
};

/// One direct-tcpip channel and the loopback socket it is carried by.
struct Forward {
    ssh_channel channel = nullptr;
    int fd = -1;
    bool over = false;
};

} // namespace

HostKeyPair makeHostKey() {
    ssh_key key = nullptr;
    HostKeyPair pair;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return pair;
    char *pem = nullptr;
    if (ssh_pki_export_privkey_base64(key, nullptr, nullptr, nullptr, &pem) == SSH_OK) {
        pair.pem = pem;
        ssh_string_free_char(pem);
    }
    pair.publicLine = lineOf(key);
    ssh_key_free(key);
    return pair;
}

QString publicLineOf(const QByteArray &pem) {
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_base64(pem.constData(), nullptr, nullptr, nullptr, &key) != SSH_OK)
        return {};
    const QString line = lineOf(key);
    ssh_key_free(key);
    return line;
}

struct SshHost::Connection {
    SshHost *host;
    int fd;
    int control; ///< a duplicate to end the connection with: libssh closes `fd` itself, and its number may then be
                 ///< somebody else's
    QByteArray hostKey;
    QSet<QString> authorizedKeys;
    std::atomic<bool> stop{false};
    std::atomic<bool> done{false};
    std::thread thread;

    ssh_session session = nullptr;
    bool authenticated = false;
    std::list<Exec> execs;
    std::list<Forward> forwards;

    Connection(SshHost *h, int descriptor)
        : host(h)
        , fd(descriptor)
        , control(::dup(descriptor))
        , hostKey(h->m_hostKey)
        , authorizedKeys(h->m_authorizedKeys) {
        thread = std::thread([this] {
            serve();
            done = true;
        });
    }
    ~Connection() {
        stop = true;
        ::shutdown(control, SHUT_RDWR);
        thread.join();
        ::close(control);
    }

    /// Runs `work` on the sandbox's thread; the future becomes ready there. It is polled, never waited for, so that
    /// stopping is prompt.
    template <class T>
    std::shared_future<T> ask(std::function<T()> work) {
        auto promise = std::make_shared<std::promise<T>>();
        std::shared_future<T> future = promise->get_future().share();
        QMetaObject::invokeMethod(
            host, [promise, work] { promise->set_value(work()); }, Qt::QueuedConnection);
        return future;
    }

    static int onPublicKey(ssh_session, const char *user, ssh_key_struct *key, char state, void *self) {
        auto *connection = static_cast<Connection *>(self);
        char *base64 = nullptr;
        if (qstrcmp(user, "root") != 0 || ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
            return SSH_AUTH_DENIED;
        const bool known = connection->authorizedKeys.contains(QLatin1String(base64));
        ssh_string_free_char(base64);
        if (!known)
            return SSH_AUTH_DENIED;
        // NONE only asks whether the key would do; VALID means that the signature was checked.
        if (state == SSH_PUBLICKEY_STATE_VALID)
            connection->authenticated = true;
        return state == SSH_PUBLICKEY_STATE_VALID || state == SSH_PUBLICKEY_STATE_NONE ? SSH_AUTH_SUCCESS
                                                                                       : SSH_AUTH_DENIED;
    }

    static ssh_channel onSessionChannel(ssh_session session, void *self) {
        auto *connection = static_cast<Connection *>(self);
        if (!connection->authenticated)
            return nullptr;
        Exec &exec = connection->execs.emplace_back();
        exec.channel = ssh_channel_new(session);
        exec.lastInput = std::chrono::steady_clock::now();
        exec.callbacks.userdata = &exec;
        exec.callbacks.channel_exec_request_function = [](ssh_session, ssh_channel, const char *command, void *data) {
            auto *e = static_cast<Exec *>(data);
            e->command = QString::fromUtf8(command);
            e->requested = true;
            e->lastInput = std::chrono::steady_clock::now();
            return 0;
        };
        exec.callbacks.channel_env_request_function = [](ssh_session, ssh_channel, const char *, const char *, void *) {
            return 0;
        };
        exec.callbacks.channel_data_function = [](ssh_session, ssh_channel, void *bytes, uint32_t length, int,
                                                  void *data) {
            auto *e = static_cast<Exec *>(data);
            e->input.append(static_cast<const char *>(bytes), static_cast<qsizetype>(length));
            e->lastInput = std::chrono::steady_clock::now();
            return static_cast<int>(length);
        };
        exec.callbacks.channel_eof_function = [](ssh_session, ssh_channel, void *data) {
            static_cast<Exec *>(data)->inputEnded = true;
        };
        ssh_callbacks_init(&exec.callbacks);
        ssh_set_channel_callbacks(exec.channel, &exec.callbacks);
        return exec.channel;
    }

    static int onMessage(ssh_session, ssh_message message, void *self) {
        auto *connection = static_cast<Connection *>(self);
        if (ssh_message_type(message) != SSH_REQUEST_CHANNEL_OPEN ||
            ssh_message_subtype(message) != SSH_CHANNEL_DIRECT_TCPIP)
            return 1;
        if (!connection->authenticated)
            return 1;
        const QString address = QString::fromUtf8(ssh_message_channel_request_open_destination(message));
        const auto port = static_cast<quint16>(ssh_message_channel_request_open_destination_port(message));
        SshHost *host = connection->host;
        const auto answer =
            connection->ask<quint16>([host, address, port] { return host->m_hooks.forward(address, port); });
        while (answer.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
            if (connection->stop)
                return 1;
        }
        if (answer.get() == 0)
            return 1; // libssh answers with an open failure
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(answer.get());
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0) {
            if (fd >= 0)
                ::close(fd);
            return 1;
        }
        const ssh_channel channel = ssh_message_channel_request_open_reply_accept(message);
        if (!channel) {
            ::close(fd);
            return 1;
        }
        connection->forwards.push_back({channel, fd, false});
        return 0;
    }

    void pumpForward(Forward &forward) {
        char buffer[32768];
        while (!forward.over) {
            const int got = ssh_channel_read_nonblocking(forward.channel, buffer, sizeof buffer, 0);
            if (got <= 0) {
                forward.over =
                    got == SSH_ERROR || ssh_channel_is_eof(forward.channel) || !ssh_channel_is_open(forward.channel);
                break;
            }
            if (::send(forward.fd, buffer, static_cast<size_t>(got), MSG_NOSIGNAL) != got)
                forward.over = true;
        }
        pollfd ready{forward.fd, POLLIN, 0};
        while (!forward.over && ssh_channel_window_size(forward.channel) > 0 && ::poll(&ready, 1, 0) > 0) {
            const auto room = std::min<size_t>(sizeof buffer, ssh_channel_window_size(forward.channel));
            const ssize_t got = ::recv(forward.fd, buffer, room, MSG_DONTWAIT);
            if (got <= 0 || ssh_channel_write(forward.channel, buffer, static_cast<uint32_t>(got)) < 0)
                forward.over = true;
        }
        if (forward.over) {
            ssh_channel_send_eof(forward.channel);
            ssh_channel_close(forward.channel);
            ::close(forward.fd);
            forward.fd = -1;
        }
    }

    void advance(Exec &exec) {
        const SteadyTime now = std::chrono::steady_clock::now();
        const bool noneComes = exec.input.isEmpty() && now - exec.lastInput > kInputPatience;
        if (exec.requested && !exec.asked && (exec.inputEnded || noneComes)) {
            exec.asked = true;
            SshHost *h = host;
            exec.answer = ask<ShellResult>(
                [h, command = exec.command, input = exec.input] { return h->m_hooks.exec(command, input); });
        }
        if (exec.asked && !exec.answered &&
            exec.answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
            exec.answered = true;
            exec.result = exec.answer.get();
            exec.due = now + host->m_hooks.realTime(exec.result.seconds);
        }
        if (!exec.answered || exec.finished || now < exec.due)
            return;
        exec.finished = true;
        const auto write = [&exec](const QByteArray &bytes, bool error) {
            qsizetype sent = 0;
            while (sent < bytes.size()) {
                const auto part = static_cast<uint32_t>(std::min<qsizetype>(bytes.size() - sent, 32768));
                const int n = error ? ssh_channel_write_stderr(exec.channel, bytes.constData() + sent, part)
                                    : ssh_channel_write(exec.channel, bytes.constData() + sent, part);
                if (n <= 0)
                    return;
                sent += n;
            }
        };
        write(exec.result.out, false);
        write(exec.result.err, true);
        ssh_channel_request_send_exit_status(exec.channel, exec.result.status);
        ssh_channel_send_eof(exec.channel);
        ssh_channel_close(exec.channel);
    }

    void serve() {
        session = ssh_new();
        const ssh_bind bind = ssh_bind_new();
        ssh_key key = nullptr;
        const bool noConfig = false;
        ssh_bind_options_set(bind, SSH_BIND_OPTIONS_PROCESS_CONFIG, &noConfig);
        if (ssh_pki_import_privkey_base64(hostKey.constData(), nullptr, nullptr, nullptr, &key) == SSH_OK)
            ssh_bind_options_set(bind, SSH_BIND_OPTIONS_IMPORT_KEY, key); // takes the key over
        ssh_server_callbacks_struct server{};
        server.userdata = this;
        server.auth_pubkey_function = onPublicKey;
        server.channel_open_request_session_function = onSessionChannel;
        ssh_callbacks_init(&server);
        if (ssh_bind_accept_fd(bind, session, fd) == SSH_OK) {
            const int yes = 1;
            ssh_options_set(session, SSH_OPTIONS_NODELAY, &yes);
            ssh_set_auth_methods(session, SSH_AUTH_METHOD_PUBLICKEY);
            ssh_set_server_callbacks(session, &server);
            ssh_set_message_callback(session, onMessage, this);
            if (ssh_handle_key_exchange(session) == SSH_OK)
                loop();
        }
        for (Forward &forward : forwards) {
            if (forward.fd >= 0)
                ::close(forward.fd);
        }
        ssh_disconnect(session);
        ssh_free(session);
        ssh_bind_free(bind);
    }

    void loop() {
        const ssh_event event = ssh_event_new();
        ssh_event_add_session(event, session);
        while (!stop) {
            // Short while something of ours is under way, because libssh waits for the session's socket alone.
            const bool busy = !forwards.empty() || !execs.empty();
            if (ssh_event_dopoll(event, busy ? 5 : 100) == SSH_ERROR || !ssh_is_connected(session))
                break;
            for (Exec &exec : execs)
                advance(exec);
            for (Forward &forward : forwards) {
                if (!forward.over)
                    pumpForward(forward);
            }
        }
        ssh_event_remove_session(event, session);
        ssh_event_free(event);
    }
};

SshHost::SshHost(const QByteArray &hostKeyPem, const QSet<QString> &authorizedKeys, const SshHostHooks &hooks)
    : m_hostKey(hostKeyPem)
    , m_authorizedKeys(authorizedKeys)
    , m_hooks(hooks) {}

SshHost::~SshHost() {
    close();
    m_connections.clear();
}

void SshHost::incomingConnection(qintptr descriptor) {
    m_connections.remove_if([](const std::unique_ptr<Connection> &connection) { return connection->done.load(); });
    m_connections.push_back(std::make_unique<Connection>(this, static_cast<int>(descriptor)));
}

} // namespace sluice::sandbox
