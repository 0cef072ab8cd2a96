#pragma once

#include "core/verify/observations.h"

namespace sluice::verify {

/// Measures one node's egress with pods pinned to it, again until the promised address is seen or the settle time is
/// over. Always deletes its pods. Emits `done` once.
class PodProbe final : public QObject {
    Q_OBJECT
public:
    PodProbe(std::shared_ptr<kubernetes::Cluster> cluster, Clock *clock, const QString &node, const QString &promised,
             const QStringList &services, QObject *parent);
    void start();
    /// Stops measuring; the pod in flight is deleted before `done`.
    void cancel();
    const PodFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void done();

private:
    void create();
    void poll();
    void read();
    void clean();
    void conclude();

    std::shared_ptr<kubernetes::Cluster> m_cluster;
    Clock *m_clock;
    QString m_promised;
    QStringList m_services;
    PodFacts m_facts;
    Clock::Duration m_settleUntil{0};
    Clock::Duration m_podUntil{0};
    Clock::Duration m_podStarted{0};
    bool m_cancelled = false;
};

} // namespace sluice::verify
