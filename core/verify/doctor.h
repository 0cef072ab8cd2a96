#pragma once

#include "core/base/words.h"
#include "core/verify/observations.h"

#include <optional>

namespace sluice::verify {

/// A cause that a rule found; nothing when the rule does not apply.
using Finding = std::optional<Diagnosis>;

/// The rules, in the order of how much a cause explains: the cloud first, then what sends traffic there, then the
/// probe.
class Doctor {
public:
    Doctor(const Cell &cell, const Observations &seen, const blueprint::Plan &plan)
        : m_cell(cell)
        , m_seen(seen)
        , m_plan(plan) {}
    Diagnosis run() const;

private:
    bool is(const char *id) const { return m_cell.id == QLatin1String(id); }
    bool startsWith(const char *id) const { return m_cell.id.startsWith(QLatin1String(id)); }
    QString gatewayIp() const;
    Finding byCell() const;
    Finding first(std::initializer_list<Finding (Doctor::*)() const> rules) const;

    // --- cloud
    Finding natGateway() const;
    /// Nobody behind the NAT gateway gets an answer while the bastion beside it does, although everything that we can
    /// read is right: what is left is the gateway's own forwarding.
    Finding notForwarding() const;
    /// Hosts with different ways out cannot be seen under one address that belongs to neither.
    Finding notCredible(const Echo &echo) const;
    Finding firewall(const char *step, const std::optional<digitalocean::Firewall> &present, const char *role) const;

    // --- this machine
    /// A certificate that looks expired or not yet valid here, and a clock that is not the API's.
    Finding clockSkew() const;

    // --- Kubernetes
    Finding cluster() const;
    Finding route() const;
    Finding agent() const;
    Finding podEgress() const;
    Finding ownAddress(const QString &node, const Echo &echo) const;

    // --- hosts
    Finding unreached(const HostFacts &host) const;
    Finding changedKey(const HostFacts &host) const;
    Finding hostKey(const HostFacts &host) const;
    Finding dns(const HostFacts &host) const;
    Finding defaultRoute() const;
    Finding dropletEgress() const;
    Finding bastionEgress() const;
    Finding echo(const Echo &echo, const QString &who) const;
    Finding directSsh() const;
    Finding dropletState() const;
    Diagnosis unexplained() const;

    const Cell &m_cell;
    const Observations &m_seen;
    const blueprint::Plan &m_plan;
};

/// Ids of the remedies (Diagnosis::action).
inline const QString kReapplyRoute = QStringLiteral("reapply_route");
inline const QString kRepairNetplan = QStringLiteral("repair_netplan");
inline const QString kRepairToPlan = QStringLiteral("repair");
inline const QString kWait = QStringLiteral("wait");

inline Diagnosis tell(const char *cause, const QString &message, const QString &remedy, const QString &action = {}) {
    return {.cause = QLatin1String(cause), .message = message, .remedy = remedy, .action = action};
}
/// " (what it says)"; empty when it says nothing.
inline QString because(const Error &error) {
    return error.message.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.message);
}
inline QString orNone(const QString &text) {
    return text.isEmpty() ? VerifyWords::tr("none") : text;
}

} // namespace sluice::verify
