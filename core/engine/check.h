#pragma once

#include "core/engine/job.h"

namespace sluice::engine {

/// A step that makes nothing that costs: it asks the same question until the answer is yes. Repeated on every resume.
/// Derived classes implement attempt() and answer each by exactly one of notYet(), passed() and refuse().
class CheckJob : public Job {
    Q_OBJECT
public:
    CheckJob(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent);
    void start() final;
    void cancel() final;

protected:
    const blueprint::PlannedResource &planned() const { return m_planned; }
    virtual void attempt() = 0;
    void notYet(const QString &why);
    void passed(const Facts &outputs, const QString &id = {});
    /// Definite errors fail the step; those that pass by themselves are notYet. Refused credentials count as definite
    /// only after a while: keys and tokens take some seconds to be known everywhere.
    void judge(const Error &error);
    int attempts() const { return m_attempts; }

private:
    void next();

    blueprint::PlannedResource m_planned;
    Backoff m_backoff;
    Clock::Duration m_deadline{0};
    Clock::Duration m_started{0};
    int m_attempts = 0;
};

/// SSH reached, host key attested and pinned, cloud-init finished; for the private droplet also its default route.
CheckJob *makeHostReady(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent);
/// The Route resource is served, a node is ready, the routing agent runs.
CheckJob *makeRouteServed(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent);
/// The default route by the NAT gateway exists in the cluster.
CheckJob *makeRoute(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent);

inline QString hostKeyFact(const QString &address) {
    return QStringLiteral("hostkey/") + address;
}

} // namespace sluice::engine
