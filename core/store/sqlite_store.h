#pragma once

#include "core/store/lease.h"
#include "core/store/store.h"

namespace sluice::store {

/// The Store in one SQLite file. A deployment that was torn down keeps its journal: when its name is used again the old
/// record is renamed to "<name>~<id>".
class SqliteStore final : public Store {
public:
    static Result<std::shared_ptr<Store>> open(const QString &file, const SqliteOptions &options = {});

    QString location() const override;
    Status createDeployment(const DeploymentRecord &record) override;
    Result<DeploymentRecord> deployment(const QString &name) override;
    Result<QList<DeploymentRecord>> deployments() override;
    Status setPhase(const QString &name, const QString &phase) override;
    Status setOutputs(const QString &name, const Json &outputs) override;
    Status setPlan(const QString &name, const Json &plan) override;
    Status setVerdict(const QString &name, const QString &verdict) override;
    Result<qint64> append(const QString &deployment, const Entry &entry) override;
    Result<QList<Entry>> journal(const QString &deployment) override;
    Status takeLease(const QString &deployment) override;
    Status keepLease(const QString &deployment) override;
    void releaseLease(const QString &deployment) override;
    QString heldBy(const QString &deployment) override;
    Status addHistory(const QString &deployment, const HistoryItem &item) override;
    Result<QList<HistoryItem>> history(const QString &deployment, const HistoryDepth &depth = {}) override;
    Status setFact(const QString &deployment, const QString &key, const QString &value) override;
    QString fact(const QString &deployment, const QString &key) override;

private:
    explicit SqliteStore(std::unique_ptr<SqliteConnection> connection)
        : m_connection(std::move(connection))
        , m_leases(m_connection.get()) {}
    Result<qint64> keyOf(const QString &name);
    enum class Fenced { No, Yes };
    Status update(const QString &name, const QString &column, const QString &value, Fenced fenced);

    std::unique_ptr<SqliteConnection> m_connection;
    LeaseTable m_leases;
    QMap<QString, qint64> m_fences; ///< of the leases that this store took, also when it has lost or released them
};

} // namespace sluice::store
