#pragma once

#include "core/base/future.h"
#include "core/ssh/ssh.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace sluice::operations {

/// Answers where "host:port" is really served. On a real account that is host:port itself; a sandbox on loopback
/// announces a dial URL and serves its simulated public addresses on loopback ports. A dial URL that is not loopback is
/// never asked.
class Dialer : public QObject {
    Q_OBJECT
public:
    /// Unavailable when the sandbox says that a packet to host:port would be filtered, refused or unreachable (reason
    /// in the message).
    QFuture<Result<ssh::Endpoint>> resolve(const QUrl &dial, const QString &host, quint16 port);

private:
    QNetworkAccessManager m_network;
};

} // namespace sluice::operations
