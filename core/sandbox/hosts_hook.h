#pragma once

#include <QByteArray>
#include <QPair>
#include <QString>
#include <optional>

namespace sluice::sandbox {

/// What the dial service needs of the simulated hosts. Called on the sandbox's thread only.
struct HostsHook {
    virtual ~HostsHook() = default;
    /// Why an address cannot be reached, as a client outside would see it.
    enum class Unreachable { Filtered, Refused, NoRoute };
    /// The loopback endpoint that serves `host`:`port` for a client in the internet, or nothing.
    virtual std::optional<QPair<QString, quint16>> dial(const QString &host, quint16 port) = 0;
    /// The reason for the last empty answer: Filtered looks like a timeout, Refused like a closed port.
    virtual Unreachable reason(const QString &host, quint16 port) {
        Q_UNUSED(host);
        Q_UNUSED(port);
        return Unreachable::Filtered;
    }
    /// What a command typed on the droplet's own console does; nothing when the droplet does not run.
    struct Typed {
        QByteArray out, err;
        int status = 0;
    };
    virtual std::optional<Typed> typeOnConsole(qint64 dropletId, const QString &command) {
        Q_UNUSED(dropletId);
        Q_UNUSED(command);
        return std::nullopt;
    }
    /// Whether the network still follows what the world already says; real namespaces take a moment.
    virtual bool busy() const { return false; }
};

} // namespace sluice::sandbox
