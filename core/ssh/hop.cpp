#include "core/ssh/hop.h"

#include "core/base/words.h"

namespace sluice::ssh {

namespace {

/// All algorithms, those of the pinned key first: a server with several host keys then shows the one we know.
QByteArray hostKeyAlgorithms(const QByteArray &pinned) {
    QStringList all{QStringLiteral("ssh-ed25519"),         QStringLiteral("ecdsa-sha2-nistp256"),
                    QStringLiteral("ecdsa-sha2-nistp384"), QStringLiteral("ecdsa-sha2-nistp521"),
                    QStringLiteral("rsa-sha2-512"),        QStringLiteral("rsa-sha2-256")};
    const QString type = keyTypeOf(pinned);
    const QStringList first = type == QLatin1String("ssh-rsa")
                                  ? QStringList{QStringLiteral("rsa-sha2-512"), QStringLiteral("rsa-sha2-256")}
                                  : QStringList{type};
    for (auto name = first.crbegin(); name != first.crend(); ++name) {
        if (all.removeOne(*name))
            all.prepend(*name);
    }
    return all.join(QLatin1Char(',')).toLatin1();
}

} // namespace

Hop::Hop(const HopPlan &plan, Descriptor socket, Interrupt *interrupt)
    : m_plan(plan)
    , m_socket(std::move(socket))
    , m_interrupt(interrupt)
    , m_session(ssh_new()) {
    m_interrupt->watch(m_socket.get());
}

Hop::~Hop() {
    m_session.reset();
    m_interrupt->forget(m_socket.get());
}

Result<std::unique_ptr<Hop>> Hop::open(const HopPlan &plan, Descriptor socket, ssh_key key, const Deadline &deadline,
                                       Interrupt *interrupt) {
    std::unique_ptr<Hop> hop(new Hop(plan, std::move(socket), interrupt));
    const Status ready = hop->prepare(deadline);
    if (!ready)
        return ready.error();
    if (ssh_connect(hop->session()) != SSH_OK)
        return hop->lost(SshWords::tr("%1 spoke no SSH that we understand").arg(plan.who), deadline);
    const Status known = hop->checkHostKey();
    if (!known)
        return known.error();
    const Status in = hop->login(key, deadline);
    if (!in)
        return in.error();
    return hop;
}

Status Hop::prepare(const Deadline &deadline) {
    const int no = 0;
    const int one = 1;
    const int fd = m_socket.get();
    const QByteArray address = m_plan.address.toUtf8();
    const QByteArray user = m_plan.user.toUtf8();
    const QByteArray algorithms = hostKeyAlgorithms(m_plan.pinnedKey);
    const auto set = [this](ssh_options_e option, const void *value) {
        return ssh_options_set(session(), option, value) == SSH_OK;
    };
    // The user's ssh_config and known_hosts have no say: keys are pinned per deployment, private addresses are reused.
    const bool accepted = set(SSH_OPTIONS_PROCESS_CONFIG, &no) && set(SSH_OPTIONS_HOST, address.constData()) &&
                          set(SSH_OPTIONS_USER, user.constData()) && set(SSH_OPTIONS_KNOWNHOSTS, "/dev/null") &&
                          set(SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null") && set(SSH_OPTIONS_NODELAY, &one) &&
                          set(SSH_OPTIONS_HOSTKEYS, algorithms.constData()) && set(SSH_OPTIONS_FD, &fd);
    if (!accepted)
        return error(ErrorCode::InvalidInput,
                     SshWords::tr("%1 is not something SSH can connect to: %2")
                         .arg(m_plan.who, QString::fromUtf8(ssh_get_error(session()))),
                     {});
    limit(deadline);
    return Ok{};
}

void Hop::limit(const Deadline &deadline) {
    const long long left = deadline.left().count();
    const long seconds = static_cast<long>(left / 1000);
    const long micro = static_cast<long>(left % 1000) * 1000;
    ssh_options_set(session(), SSH_OPTIONS_TIMEOUT, &seconds);
    ssh_options_set(session(), SSH_OPTIONS_TIMEOUT_USEC, &micro);
}

Status Hop::checkHostKey() {
    ssh_key seen = nullptr;
    if (ssh_get_server_publickey(session(), &seen) != SSH_OK)
        return error(ErrorCode::Untrusted, SshWords::tr("%1 showed no host key").arg(m_plan.who), {});
    const KeyHandle owner(seen);
    char *encoded = nullptr;
    if (ssh_pki_export_pubkey_base64(seen, &encoded) != SSH_OK)
        return error(ErrorCode::Untrusted, SshWords::tr("%1 showed no readable host key").arg(m_plan.who), {});
    m_hostKey.blob = QByteArray::fromBase64(encoded);
    ssh_string_free_char(encoded);
    m_hostKey.type = keyTypeOf(m_hostKey.blob);
    if (m_plan.pinnedKey.isEmpty() || m_plan.pinnedKey == m_hostKey.blob)
        return Ok{};
    const HostKey pinned{.type = keyTypeOf(m_plan.pinnedKey), .blob = m_plan.pinnedKey};
    return error(
        ErrorCode::Untrusted,
        SshWords::tr("The host key of %1 changed: pinned was %2 (%3), shown is %4 (%5)")
            .arg(m_plan.who, pinned.sha256(), pinned.type, m_hostKey.sha256(), m_hostKey.type),
        SshWords::tr("Either the machine was built again or somebody stands between you and it. Do not log in. If "
                     "nobody rebuilt it, destroy the deployment and create it again."));
}

Status Hop::login(ssh_key key, const Deadline &deadline) {
    limit(deadline);
    if (!key && qEnvironmentVariableIsEmpty("SSH_AUTH_SOCK"))
        return error(ErrorCode::Unauthenticated, SshWords::tr("No SSH agent is running, and no key file was named"),
                     SshWords::tr("Start an agent and add the key (ssh-add), or name the key file (ssh_key_file)."));
    // Whether the server takes SHA-2 signatures of RSA keys arrives after the key exchange; libssh chooses before it
    // has read that, unless the service was asked for first. The request itself is needed anyway.
    if (ssh_service_request(session(), "ssh-userauth") != SSH_OK)
        return lost(SshWords::tr("%1 closed the connection before login").arg(m_plan.who), deadline);
    // No "none" request and no offer before the signature: the fewest round trips.
    const int answer = key ? ssh_userauth_publickey(session(), nullptr, key) : ssh_userauth_agent(session(), nullptr);
    if (answer == SSH_AUTH_SUCCESS)
        return Ok{};
    if (answer == SSH_AUTH_DENIED || answer == SSH_AUTH_PARTIAL)
        return error(
            ErrorCode::Unauthenticated,
            key ? SshWords::tr("%1 refused the key for user %2").arg(m_plan.who, m_plan.user)
                : SshWords::tr("%1 refused every key of the SSH agent for user %2").arg(m_plan.who, m_plan.user),
            SshWords::tr("Use the private key that belongs to the key the machine was created with."));
    return lost(SshWords::tr("%1 closed the connection during login").arg(m_plan.who), deadline);
}

Result<ChannelHandle> Hop::forward(const QString &address, quint16 port, const QString &who, const Deadline &deadline) {
    limit(deadline);
    ChannelHandle channel(ssh_channel_new(session()));
    if (channel &&
        ssh_channel_open_forward(channel.get(), address.toUtf8().constData(), port, "127.0.0.1", 0) == SSH_OK)
        return channel;
    if (!isConnected() || m_interrupt->isTripped())
        return lost(SshWords::tr("%1 closed the connection").arg(m_plan.who), deadline);
    // libssh leaves its error text empty when it was the time that ran out.
    const QString why = QString::fromUtf8(ssh_get_error(session())).trimmed();
    Error failed =
        error(deadline.isAsGoodAsOver() || why.isEmpty() ? ErrorCode::DeadlineExceeded : ErrorCode::Unavailable,
              SshWords::tr("%1 cannot be reached from %2: %3")
                  .arg(who, m_plan.who, why.isEmpty() ? SshWords::tr("no answer in time") : why),
              SshWords::tr("Check that the machine is on and that its firewall lets the bastion in."));
    return failed;
}

Error Hop::lost(const QString &what, const Deadline &deadline) const {
    if (m_interrupt->isTripped())
        return {.code = ErrorCode::Cancelled, .message = SshWords::tr("Cancelled"), .resource = m_plan.address};
    if (deadline.isAsGoodAsOver())
        return error(ErrorCode::DeadlineExceeded, SshWords::tr("%1 did not answer in time").arg(m_plan.who),
                     SshWords::tr("Try again; if it stays so, look at the machine's console."));
    const QString why = QString::fromUtf8(ssh_get_error(m_session.get()));
    return error(ErrorCode::Unavailable, why.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, why),
                 SshWords::tr("Try again; if it stays so, look at the machine's console."));
}

Error Hop::error(ErrorCode code, const QString &message, const QString &remedy) const {
    QString sentence = message;
    if (!sentence.isEmpty())
        sentence[0] = sentence.at(0).toUpper();
    return {.code = code, .message = sentence, .resource = m_plan.address, .remedy = remedy};
}

} // namespace sluice::ssh
