#pragma once

#include "core/verify/observations.h"

namespace sluice::verify {

/// Reads the facts of one host over one SSH session: the bastion directly, the private droplet through it. Emits `done`
/// once.
class HostProbe final : public QObject {
    Q_OBJECT
public:
    struct Target {
        QString role; ///< "bastion" | "droplet"
        QString bastionAddress;
        QString dropletAddress; ///< private; empty for the bastion itself
    };
    HostProbe(const Environment &environment, const Target &target, QObject *parent);
    void start();
    const HostFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void done();

private:
    void opened(const Result<std::shared_ptr<ssh::Session>> &session);
    void attest(const QString &output);
    void fail(const Error &error);
    QString where() const;

    Environment m_environment;
    Target m_target;
    HostFacts m_facts;
    std::shared_ptr<ssh::Session> m_session;
};

} // namespace sluice::verify
