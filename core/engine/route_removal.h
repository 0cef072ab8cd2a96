#pragma once

#include "core/engine/job.h"

namespace sluice::engine {

/// First of the teardown: verification pods and the Route leave the cluster while its agent still runs. Bounded: what
/// cannot be confirmed within 60 s is noted and dies with the cluster.
class RouteRemoval final : public Job {
    Q_OBJECT
public:
    RouteRemoval(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent);
    void start() override;
    void cancel() override { stopAsCancelled(); }

private:
    void askCredentials();
    void askPods();
    void deletePods(const QStringList &names);
    void deleteRoute();
    void watch();
    void tryAgain(const Error &error, std::function<void()> next);
    void leave(const QString &how);

    blueprint::PlannedResource m_planned;
    Backoff m_backoff{std::chrono::seconds(2), std::chrono::seconds(5)};
    Clock::Duration m_deadline{0};
};

/// Lists what workloads made beside the cluster. Anything there stops the teardown until the user agrees to delete it.
class AssociatedCheck final : public Job {
    Q_OBJECT
public:
    AssociatedCheck(RunContext *context, const DestroyOptions &options, QObject *parent);
    void start() override;
    void cancel() override { stopAsCancelled(); }
    static constexpr const char *kStep = "associated_resources";

private:
    void ask();
    void judge(const QList<digitalocean::AssociatedResource> &found);
    void pass(const QString &how);

    DestroyOptions m_options;
    Backoff m_backoff;
    int m_failures = 0;
};

} // namespace sluice::engine
