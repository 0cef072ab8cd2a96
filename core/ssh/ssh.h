#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/ip.h"

#include <functional>
#include <memory>

/// SSH over libssh on worker threads: one hop or through one jump host, many commands over one session, host keys
/// pinned.
namespace sluice::ssh {

/// Which key opens the door. The user's own keys are used in place, never copied.
struct Identity {
    enum class Kind { Agent, File, Memory };
    Kind kind = Kind::Memory;
    QString file;          ///< private key file (ed25519, rsa, ecdsa)
    QByteArray privateKey; ///< OpenSSH PEM for Kind::Memory (the deployment key)
    QString passphrase;    ///< asked, never stored
};

/// A generated ed25519 key pair.
struct KeyPair {
    QByteArray privateKey; ///< OpenSSH PEM
    QString publicKey;     ///< "ssh-ed25519 AAAA... comment"
};
Result<KeyPair> generateKeyPair(const QString &comment);
/// Reads a private key's public half; `NeedsDecision` when it is encrypted and no (or a wrong) passphrase was given.
Result<QString> publicKeyOf(const QString &file, const QString &passphrase);

/// The host key seen during key exchange.
struct HostKey {
    QString type;           ///< ssh-ed25519, ecdsa-sha2-nistp256, ssh-rsa
    QByteArray blob;        ///< the key's wire format
    QString sha256() const; ///< "SHA256:base64", as ssh-keygen prints it
};
/// The type's name, which every key blob begins with ("ssh-ed25519"); empty when the blob is none.
QString keyTypeOf(const QByteArray &blob);

/// One host to reach. `address`:`port` is the name the key is pinned under; `dialAddress`/`dialPort` is where to really
/// connect (a sandbox's loopback answer); empty = the same.
struct Endpoint {
    QString address;
    quint16 port = 22;
    QString dialAddress;
    quint16 dialPort = 0;
    QString user = QStringLiteral("root");
    /// Pinned key's blob; empty = not pinned yet: the connection is made and `Session::hostKey` must be attested before
    /// anything else is trusted. A different key than the pinned one fails with Untrusted and the evidence.
    QByteArray pinnedKey;
};

struct CommandResult {
    int exitStatus = -1; ///< -1 = killed by a signal or lost
    QByteArray standardOutput;
    QByteArray standardError;
    qint64 milliseconds = 0; ///< real time
};

/// An open session. Commands run one after the other over one connection; each has its own deadline. Thread-safe: work
/// happens on the session's own thread. Deleting it closes everything (jump channel included).
class Session {
public:
    virtual ~Session() = default;
    virtual HostKey hostKey() const = 0;
    virtual HostKey jumpHostKey() const = 0; ///< type is empty when there is no jump
    /// At most 4 MiB of output; more is Malformed. DeadlineExceeded keeps the session usable if possible.
    virtual QFuture<Result<CommandResult>> run(const QString &command, std::chrono::milliseconds deadline,
                                               const QByteArray &standardInput = {}) = 0;
};

/// Opens sessions; the seam that tests replace.
class Connector {
public:
    virtual ~Connector() = default;
    /// Errors: Unavailable (refused, unreachable; says which hop), DeadlineExceeded, Untrusted (host key changed; both
    /// fingerprints in the message), Unauthenticated (key refused), NeedsDecision (passphrase needed).
    virtual QFuture<Result<std::shared_ptr<Session>>> open(const Endpoint &target, const Identity &identity,
                                                           std::chrono::milliseconds deadline) = 0;
    virtual QFuture<Result<std::shared_ptr<Session>>> openThrough(const Endpoint &jump, const Endpoint &target,
                                                                  const Identity &identity,
                                                                  std::chrono::milliseconds deadline) = 0;
    /// A bare TCP connect, for "direct SSH to the private droplet is refused". Ok = it connected.
    virtual QFuture<Status> probePort(const QString &address, quint16 port, std::chrono::milliseconds deadline) = 0;
};
/// libssh; deadlines are nominal and scaled by `clock` (which must outlive the connector).
std::unique_ptr<Connector> makeLibsshConnector(Clock *clock);

/// Host-key attestation (DESIGN.md): the droplet wrote, per host key, a line "<type> <hex HMAC-SHA256(nonce, key blob
/// base64 text)>". `attestationText` is the file read over the session just opened; Ok when the line for `seen`
/// matches, Untrusted otherwise.
Status checkAttestation(const QByteArray &nonceHex, const HostKey &seen, const QByteArray &attestationText);
/// Where the droplet writes it.
inline constexpr const char *kAttestationFile = "/var/lib/sluice/host-key-attestation";

} // namespace sluice::ssh
