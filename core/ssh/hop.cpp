#include "core/ssh/hop.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>

namespace sluice::ssh {

namespace {

/// More output than this is not an answer to any of our questions.
constexpr qsizetype kMaxOutput = 4 * 1024 * 1024;
constexpr int kSlice = 100; ///< milliseconds between looks at the deadline and the stop flag

struct ChannelGuard {
    ssh_channel channel;
    ~ChannelGuard() {
        if (channel) {
            ssh_channel_close(channel);
            ssh_channel_free(channel);
        }
    }
};

} // namespace

Hop::Hop(const Options &options)
    : m_options(options) {}

Hop::~Hop() {
    if (!m_session)
        return;
    ssh_disconnect(m_session);
    ssh_free(m_session);
}

Error Hop::lost(const QString &what, ErrorCode code) const {
    // libssh gives an empty text when its own timeout ended the call.
    QString reason = m_session ? QString::fromLocal8Bit(ssh_get_error(m_session)) : QString();
    if (reason.isEmpty())
        reason = QStringLiteral("no answer within %1 s").arg(static_cast<double>(m_options.timeout.count()) / 1000.0);
    return Error{
        .code = code,
        .message = QStringLiteral("%1 (%2, %3): %4").arg(what, m_options.role, m_options.endpoint.address, reason),
        .resource = m_options.role,
        .path = QStringLiteral("ssh %1@%2:%3")
                    .arg(m_options.endpoint.user, m_options.endpoint.address)
                    .arg(m_options.endpoint.port),
        .remedy = QStringLiteral("Check that the host runs and that its firewall lets you in; then try again.")};
}

Result<std::shared_ptr<Hop>> Hop::open(const Options &options, const Identity &identity, const KeyPointer &key) {
    std::shared_ptr<Hop> hop(new Hop(options));
    for (const auto &step : {std::function<Status()>([&] { return hop->connect(); }),
                             std::function<Status()>([&] { return hop->checkHostKey(); }),
                             std::function<Status()>([&] { return hop->authenticate(identity, key); })}) {
        const Status status = step();
        if (!status)
            return status.error();
    }
    return hop;
}

Status Hop::connect() {
    m_session = ssh_new();
    if (!m_session)
        return Error{.code = ErrorCode::Internal, .message = QStringLiteral("No SSH session could be made")};
    const Endpoint &endpoint = m_options.endpoint;
    const QByteArray host = (endpoint.dialAddress.isEmpty() ? endpoint.address : endpoint.dialAddress).toUtf8();
    const unsigned int port = endpoint.dialPort != 0 ? endpoint.dialPort : endpoint.port;
    const QByteArray user = endpoint.user.toUtf8();
    const long seconds = static_cast<long>(m_options.timeout.count() / 1000);
    const long micros = static_cast<long>(m_options.timeout.count() % 1000) * 1000;
    const int no = 0;
    const int yes = 1;
    const int quiet = SSH_LOG_NOLOG;
    ssh_options_set(m_session, SSH_OPTIONS_PROCESS_CONFIG, &no); // the user's ssh_config has no say here
    ssh_options_set(m_session, SSH_OPTIONS_HOST, host.constData());
    ssh_options_set(m_session, SSH_OPTIONS_PORT, &port);
    ssh_options_set(m_session, SSH_OPTIONS_USER, user.constData());
    ssh_options_set(m_session, SSH_OPTIONS_TIMEOUT, &seconds);
    ssh_options_set(m_session, SSH_OPTIONS_TIMEOUT_USEC, &micros);
    ssh_options_set(m_session, SSH_OPTIONS_NODELAY, &yes); // without it every command waits for a delayed ACK
    ssh_options_set(m_session, SSH_OPTIONS_LOG_VERBOSITY, &quiet);
    // Trust is ours: the pinned key below, never a known_hosts file of the user or the system.
    ssh_options_set(m_session, SSH_OPTIONS_KNOWNHOSTS, "/dev/null");
    ssh_options_set(m_session, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null");
    // ed25519 first: every host has one, and the attestation file has a line for each type anyway.
    ssh_options_set(m_session, SSH_OPTIONS_HOSTKEYS, "ssh-ed25519,ecdsa-sha2-nistp256,rsa-sha2-512,rsa-sha2-256");
    if (m_options.fd >= 0)
        ssh_options_set(m_session, SSH_OPTIONS_FD, &m_options.fd);
    if (ssh_connect(m_session) != SSH_OK)
        return lost(QStringLiteral("The SSH connection could not be made"));
    return Ok{};
}

Status Hop::checkHostKey() {
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(m_session, &raw) != SSH_OK)
        return lost(QStringLiteral("The server showed no host key"), ErrorCode::Untrusted);
    const KeyPointer key(raw);
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return lost(QStringLiteral("The server's host key could not be read"), ErrorCode::Untrusted);
    m_hostKey.type = QLatin1String(ssh_key_type_to_char(ssh_key_type(key.get())));
    if (m_hostKey.type == QLatin1String("ssh-ecdsa") || m_hostKey.type.isEmpty())
        m_hostKey.type = QLatin1String(ssh_pki_key_ecdsa_name(key.get()));
    m_hostKey.blob = QByteArray::fromBase64(base64);
    ssh_string_free_char(base64);
    const QByteArray &pinned = m_options.endpoint.pinnedKey;
    if (pinned.isEmpty() || pinned == m_hostKey.blob)
        return Ok{};
    const HostKey expected{.type = {}, .blob = pinned};
    return Error{
        .code = ErrorCode::Untrusted,
        .message = QStringLiteral("The host key of %1 (%2) changed: pinned %3, now %4")
                       .arg(m_options.role, m_options.endpoint.address, expected.sha256(), m_hostKey.sha256()),
        .resource = m_options.role,
        .path = QStringLiteral("ssh %1").arg(m_options.endpoint.address),
        .remedy = QStringLiteral(
            "Nothing was sent to it. If the host was not rebuilt, somebody may be in between: compare the key on the "
            "droplet's recovery console.")};
}

Status Hop::authenticate(const Identity &identity, const KeyPointer &key) {
    const int rc = identity.kind == Identity::Kind::Agent ? ssh_userauth_agent(m_session, nullptr)
                                                          : ssh_userauth_publickey(m_session, nullptr, key.get());
    if (rc == SSH_AUTH_SUCCESS)
        return Ok{};
    if (rc == SSH_AUTH_ERROR)
        return lost(QStringLiteral("The connection was lost during authentication"));
    return Error{.code = ErrorCode::Unauthenticated,
                 .message = QStringLiteral("%1 (%2) refused the key").arg(m_options.role, m_options.endpoint.address),
                 .resource = m_options.role,
                 .path = QStringLiteral("ssh %1@%2").arg(m_options.endpoint.user, m_options.endpoint.address),
                 .remedy =
                     identity.kind == Identity::Kind::Agent
                         ? QStringLiteral("Add the key that the droplets were made with to your SSH agent (ssh-add).")
                         : QStringLiteral("Use the private key that belongs to the droplets' ssh_key_ids.")};
}

Result<CommandResult> Hop::run(const QString &command, std::chrono::milliseconds deadline, const QByteArray &input,
                               const std::atomic<bool> &stop) {
    QElapsedTimer timer;
    timer.start();
    ChannelGuard guard{ssh_channel_new(m_session)};
    if (!guard.channel || ssh_channel_open_session(guard.channel) != SSH_OK)
        return lost(QStringLiteral("No channel could be opened"));
    if (ssh_channel_request_exec(guard.channel, command.toUtf8().constData()) != SSH_OK)
        return lost(QStringLiteral("The command could not be started"));
    if (!input.isEmpty()) {
        qsizetype sent = 0;
        while (sent < input.size()) {
            const int n =
                ssh_channel_write(guard.channel, input.constData() + sent,
                                  static_cast<std::uint32_t>(std::min<qsizetype>(input.size() - sent, 32768)));
            if (n <= 0)
                return lost(QStringLiteral("The command's input could not be sent"));
            sent += n;
        }
    }
    ssh_channel_send_eof(guard.channel);

    CommandResult result;
    std::array<char, 16384> buffer{};
    while (true) {
        bool any = false;
        for (const int isError : {0, 1}) {
            // Only the first read waits; stderr is drained too, else its window fills and the command stops.
            const int wait = isError == 0 ? kSlice : 0;
            const int got = ssh_channel_read_timeout(guard.channel, buffer.data(),
                                                     static_cast<std::uint32_t>(buffer.size()), isError, wait);
            if (got > 0) {
                (isError ? result.standardError : result.standardOutput).append(buffer.data(), got);
                any = true;
            } else if (got == SSH_ERROR) {
                return lost(QStringLiteral("The connection was lost while the command ran"));
            }
        }
        if (result.standardOutput.size() + result.standardError.size() > kMaxOutput)
            return Error{.code = ErrorCode::Malformed,
                         .message =
                             QStringLiteral("%1 wrote more than 4 MiB; its output is not trusted").arg(m_options.role),
                         .resource = m_options.role};
        if (!any && ssh_channel_is_eof(guard.channel))
            break;
        if (stop)
            return Error{.code = ErrorCode::Cancelled,
                         .message = QStringLiteral("The command was cancelled"),
                         .resource = m_options.role};
        if (timer.elapsed() > deadline.count())
            return Error{.code = ErrorCode::DeadlineExceeded,
                         .message = QStringLiteral("The command did not end within %1 s")
                                        .arg(static_cast<double>(deadline.count()) / 1000.0),
                         .resource = m_options.role,
                         .path = QStringLiteral("ssh %1").arg(m_options.endpoint.address)};
        if (!ssh_is_connected(m_session))
            return lost(QStringLiteral("The connection was lost while the command ran"));
    }
    // The exit status may arrive after the end of output; waiting for it is bounded by the session's timeout.
    result.exitStatus = ssh_channel_get_exit_status(guard.channel);
    result.milliseconds = timer.elapsed();
    return result;
}

Result<ssh_channel> Hop::forward(const QString &address, quint16 port) {
    ssh_channel channel = ssh_channel_new(m_session);
    if (!channel)
        return lost(QStringLiteral("No forwarding channel could be made"));
    if (ssh_channel_open_forward(channel, address.toUtf8().constData(), port, "127.0.0.1", 0) != SSH_OK) {
        Error error = lost(QStringLiteral("The bastion could not reach %1 port %2").arg(address).arg(port));
        error.resource = QStringLiteral("target");
        ssh_channel_free(channel);
        return error;
    }
    return channel;
}

} // namespace sluice::ssh
