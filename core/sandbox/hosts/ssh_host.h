#pragma once

#include "core/sandbox/hosts/shell.h"

#include <QTcpServer>
#include <atomic>
#include <list>
#include <thread>

namespace sluice::sandbox {

/// What an SSH connection asks of the simulated host; called on the sandbox's thread.
struct SshHostHooks {
    std::function<ShellResult(const QString &command, const QByteArray &input)> exec;
    /// The loopback port that serves address:port for this host inside its VPC; 0 = not reachable.
    std::function<quint16(const QString &address, quint16 port)> forward;
    std::function<Clock::Duration(double seconds)> realTime;
};

/// A real SSH server (libssh) for one droplet on an ephemeral loopback port. Public key authentication for root, exec
/// and direct-tcpip. Each connection has a thread of its own; destruction stops and joins them.
class SshHost final : public QTcpServer {
    Q_OBJECT
public:
    /// `hostKeyPem`: the server's key; `authorizedKeys`: base64 blobs that may log in.
    SshHost(const QByteArray &hostKeyPem, const QSet<QString> &authorizedKeys, const SshHostHooks &hooks);
    ~SshHost() override;
    void setHostKey(const QByteArray &pem) { m_hostKey = pem; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Connection;
    QByteArray m_hostKey;
    QSet<QString> m_authorizedKeys;
    SshHostHooks m_hooks;
    std::list<std::unique_ptr<Connection>> m_connections;
};

/// A fresh ed25519 host key: PEM and its public line "ssh-ed25519 AAAA...".
struct HostKeyPair {
    QByteArray pem;
    QString publicLine;
};
HostKeyPair makeHostKey();
/// The public line of a stored key.
QString publicLineOf(const QByteArray &pem);

} // namespace sluice::sandbox
