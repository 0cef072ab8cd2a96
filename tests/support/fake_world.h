#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

/// Death by count: the program "dies" at its n-th effect (a call that changes the cloud, or a journal entry), either
/// just before the effect or just after it, before the answer is heard.
namespace sluice::testing {

struct World {
    enum class Fatal { Never, BeforeEffect, AfterEffect };
    Fatal fatal = Fatal::Never;
    int effectsLeft = 0; ///< effects that still succeed
    int effects = 0;     ///< counted so far
    bool dead = false;

    enum class Verdict { Go, GoAndDie, Die };
    Verdict effect() {
        if (dead)
            return Verdict::Die;
        ++effects;
        if (fatal == Fatal::Never || effectsLeft-- > 0)
            return Verdict::Go;
        dead = true;
        return fatal == Fatal::AfterEffect ? Verdict::GoAndDie : Verdict::Die;
    }
};

/// A store whose appends are effects of the world, and which can be told to be full.
class MortalStore final : public store::Store {
public:
    MortalStore(std::shared_ptr<store::Store> inner, World *world)
        : m_inner(std::move(inner))
        , m_world(world) {}
    int appendsUntilFull = -1; ///< -1 = never
    QList<store::Entry> appended;
    Status leaseRefused = Ok{};
    int leasesReleased = 0;

    QString location() const override { return m_inner->location(); }
    Status createDeployment(const store::DeploymentRecord &record) override {
        return m_inner->createDeployment(record);
    }
    Result<store::DeploymentRecord> deployment(const QString &name) override { return m_inner->deployment(name); }
    Result<QList<store::DeploymentRecord>> deployments() override { return m_inner->deployments(); }
    Status setPhase(const QString &name, const QString &phase) override {
        return m_world->dead ? Status(died()) : m_inner->setPhase(name, phase);
    }
    Status setOutputs(const QString &name, const Json &outputs) override {
        return m_world->dead ? Status(died()) : m_inner->setOutputs(name, outputs);
    }
    Status setPlan(const QString &name, const Json &plan) override {
        return m_world->dead ? Status(died()) : m_inner->setPlan(name, plan);
    }
    Status setVerdict(const QString &name, const QString &verdict) override {
        return m_inner->setVerdict(name, verdict);
    }
    Result<qint64> append(const QString &deployment, const store::Entry &entry) override {
        if (appendsUntilFull == 0)
            return Error{.code = ErrorCode::Storage, .message = QStringLiteral("The disk is full")};
        if (appendsUntilFull > 0)
            --appendsUntilFull;
        const World::Verdict verdict = m_world->effect();
        if (verdict == World::Verdict::Die)
            return died();
        appended.append(entry);
        const auto sequence = m_inner->append(deployment, entry);
        return verdict == World::Verdict::GoAndDie ? Result<qint64>(died()) : sequence;
    }
    Result<QList<store::Entry>> journal(const QString &deployment) override { return m_inner->journal(deployment); }
    // Lives of one process follow each other here; the lease between processes has tests of its own.
    Status takeLease(const QString &) override { return leaseRefused; }
    Status keepLease(const QString &) override { return Ok{}; }
    void releaseLease(const QString &) override { ++leasesReleased; }
    QString heldBy(const QString &) override { return {}; }
    Status addHistory(const QString &deployment, const store::HistoryItem &item) override {
        return m_inner->addHistory(deployment, item);
    }
    Result<QList<store::HistoryItem>> history(const QString &deployment, const store::HistoryDepth &depth) override {
        return m_inner->history(deployment, depth);
    }
    Status setFact(const QString &deployment, const QString &key, const QString &value) override {
        return m_world->dead ? Status(died()) : m_inner->setFact(deployment, key, value);
    }
    QString fact(const QString &deployment, const QString &key) override { return m_inner->fact(deployment, key); }

private:
    static Error died() { return {.code = ErrorCode::Storage, .message = QStringLiteral("The program is dead")}; }
    std::shared_ptr<store::Store> m_inner;
    World *m_world;
};

} // namespace sluice::testing
