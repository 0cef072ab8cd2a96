#include "core/verify/host_probe.h"

#include "core/base/words.h"
#include "core/verify/probe_script.h"

namespace sluice::verify {

namespace {

constexpr std::chrono::seconds kConnect{20};
/// Four services at 10 s each, metadata and IPv6 at 5 s each, and room for a slow host.
constexpr std::chrono::seconds kScript{90};

} // namespace

HostProbe::HostProbe(const Environment &environment, const Target &target, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_target(target) {
    m_facts.role = target.role;
}

QString HostProbe::where() const {
    return m_target.role == QLatin1String("droplet") ? VerifyWords::tr("droplet") : VerifyWords::tr("bastion");
}

void HostProbe::fail(const Error &error) {
    m_facts.error = error;
    const QString address = m_target.dropletAddress.isEmpty() ? m_target.bastionAddress : m_target.dropletAddress;
    m_facts.contact = {.command = QStringLiteral("ssh %1").arg(address),
                       .where = VerifyWords::tr("operator"),
                       .output = evidenceText(error.message),
                       .at = m_environment.clock->now().toString(Qt::ISODateWithMs)};
    if (error.code == ErrorCode::Untrusted)
        m_facts.hostKeyPinnedMatches = false;
    Q_EMIT done();
}

void HostProbe::start() {
    const bool isDroplet = m_target.role == QLatin1String("droplet");
    // Without its address the droplet would be asked at the bastion, whose facts would be shown as the droplet's.
    if (m_target.bastionAddress.isEmpty() || (isDroplet && m_target.dropletAddress.isEmpty()))
        return fail(Error{.code = ErrorCode::NotFound,
                          .message = m_target.bastionAddress.isEmpty()
                                         ? VerifyWords::tr("The bastion has no address on record")
                                         : VerifyWords::tr("The private droplet has no address on record"),
                          .resource = m_target.role});
    const auto identity = m_environment.identity();
    if (!identity)
        return fail(identity.error());
    m_environment.resolve(m_target.bastionAddress, 22)
        .then(this, [this, identity](const Result<ssh::Endpoint> &resolved) {
            if (!resolved)
                return fail(resolved.error());
            const auto pinned = [this](const QString &address) {
                return QByteArray::fromBase64(m_environment.pinnedKey(address).toLatin1());
            };
            ssh::Endpoint bastion = *resolved;
            bastion.pinnedKey = pinned(bastion.address);
            if (m_target.dropletAddress.isEmpty()) {
                m_environment.ssh->open(bastion, *identity, kConnect)
                    .then(this, [this](const Result<std::shared_ptr<ssh::Session>> &s) { opened(s); });
                return;
            }
            ssh::Endpoint droplet;
            droplet.address = m_target.dropletAddress;
            droplet.pinnedKey = pinned(droplet.address);
            m_environment.ssh->openThrough(bastion, droplet, *identity, kConnect)
                .then(this, [this](const Result<std::shared_ptr<ssh::Session>> &s) { opened(s); });
        });
}

void HostProbe::opened(const Result<std::shared_ptr<ssh::Session>> &session) {
    if (!session)
        return fail(session.error());
    m_session = *session;
    m_facts.reached = true;
    const ssh::HostKey key = m_session->hostKey();
    m_facts.hostKeyFingerprint = key.sha256();
    const QString address = m_target.dropletAddress.isEmpty() ? m_target.bastionAddress : m_target.dropletAddress;
    const QByteArray pinned = QByteArray::fromBase64(m_environment.pinnedKey(address).toLatin1());
    if (!pinned.isEmpty())
        m_facts.hostKeyPinnedMatches = pinned == key.blob;
    m_facts.evidence.insert(
        QStringLiteral("hostkey"),
        {.command = QStringLiteral("key exchange with %1").arg(address),
         .where = where(),
         .output = QStringLiteral("%1 %2%3").arg(
             key.type, key.sha256(), pinned.isEmpty() ? QStringLiteral(" (not pinned)") : QStringLiteral(" (pinned)")),
         .at = m_environment.clock->now().toString(Qt::ISODateWithMs)});
    const QStringList services =
        m_environment.echoServices.isEmpty() ? defaultEchoServices() : m_environment.echoServices;
    const QString script = hostScript(services, m_target.role == QLatin1String("droplet"));
    m_session->run(QStringLiteral("sh -s"), kScript, script.toUtf8())
        .then(this, [this](const Result<ssh::CommandResult> &result) {
            if (!result) {
                m_session.reset();
                return fail(result.error());
            }
            const QString output = QString::fromUtf8(result->standardOutput);
            const Evidence whole{.command = QStringLiteral("facts script over SSH"),
                                 .where = m_target.role == QLatin1String("droplet")
                                              ? VerifyWords::tr("private droplet via bastion")
                                              : VerifyWords::tr("bastion"),
                                 .output = {},
                                 .at = m_environment.clock->now().toString(Qt::ISODateWithMs),
                                 .milliseconds = result->milliseconds};
            parseHost(output, whole, &m_facts);
            attest(output);
            m_session.reset();
            Q_EMIT done();
        });
}

void HostProbe::attest(const QString &output) {
    const QString nonce = m_environment.nonce(m_target.role);
    if (nonce.isEmpty() || !m_facts.evidence.contains(QStringLiteral("attestation")))
        return;
    const QString text = output.section(QStringLiteral("===attestation\n"), 1).section(QStringLiteral("==="), 0, 0);
    m_facts.attested = ssh::checkAttestation(nonce.toLatin1(), m_session->hostKey(), text.toUtf8()).has_value();
}

} // namespace sluice::verify
