#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <QList>
#include <memory>

/// Deployments, their append-only journals and verification history in SQLite (WAL, synchronous=FULL).
namespace sluice::store {

/// What happened to a step. Intent is committed before the network call it announces.
enum class EntryKind {
    Intent,
    Accepted,
    Done,
    Failed,
    DeleteIntent,
    Deleted,
    Released,
    UserDecision,
    RunStarted,
    RunEnded
};
QString entryKindName(EntryKind kind);

struct Entry {
    qint64 sequence = 0; ///< assigned by the store
    QString step;        ///< role name; empty for run entries
    EntryKind kind = EntryKind::Intent;
    QString remoteId;
    Json payload; ///< outputs, error, decision; never a secret
    QDateTime at;
};

struct DeploymentRecord {
    QString name;    ///< unique
    QString id;      ///< six letters
    QString account; ///< account key (endpoint) it lives in
    Json plan;
    QString phase;       ///< applying | ready | destroying | destroyed | failed | cancelled
    Json outputs;        ///< object
    QString lastVerdict; ///< pass | fail | unknown | ""
    QDateTime createdAt;
    QDateTime updatedAt;
};

struct HistoryItem {
    QDateTime at;
    QString kind; ///< plan | apply | verify | verify_cells | destroy | status
    QString summary;
    Json document; ///< whole report
};

/// Which documents of a history are read: the newest of each kind, and everything since the newest of one kind, so that
/// what was measured again after the last whole measurement is complete however much of it there is.
struct HistoryDepth {
    int newest = -1; ///< of each kind; -1 = all
    QString since;   ///< a kind; empty = none
};

/// One state database. Every write is durable when the call returns; a Status that is not Ok means: do not make the
/// network call. Thread-affine (QSqlDatabase). Errors are ErrorCode::Storage and say which file, why, and what to do
/// (full disk, read-only folder, corrupt file, newer schema, locked).
class Store {
public:
    virtual ~Store() = default;
    virtual QString location() const = 0;

    virtual Status createDeployment(const DeploymentRecord &record) = 0; ///< AlreadyExists when the name is taken
    virtual Result<DeploymentRecord> deployment(const QString &name) = 0;
    virtual Result<QList<DeploymentRecord>> deployments() = 0;
    virtual Status setPhase(const QString &name, const QString &phase) = 0;
    virtual Status setOutputs(const QString &name, const Json &outputs) = 0;
    /// The plan that the deployment is to become; its id and name stay.
    virtual Status setPlan(const QString &name, const Json &plan) = 0;
    virtual Status setVerdict(const QString &name, const QString &verdict) = 0;

    virtual Result<qint64> append(const QString &deployment, const Entry &entry) = 0; ///< returns the sequence
    virtual Result<QList<Entry>> journal(const QString &deployment) = 0;

    /// Only one process works on a deployment. Taken before a run, kept by a sign of life every kLeaseBeat (lease.h),
    /// released at its end; from then on this store's journal entries, phases and outputs are refused (Conflict) when
    /// another process has taken over. Conflict says who holds it, where and since when.
    virtual Status takeLease(const QString &deployment) = 0;
    virtual Status keepLease(const QString &deployment) = 0;
    virtual void releaseLease(const QString &deployment) = 0;
    /// Who works on it now, in words; empty when nobody does.
    virtual QString heldBy(const QString &deployment) = 0;

    virtual Status addHistory(const QString &deployment, const HistoryItem &item) = 0;
    /// Oldest first. Reports are large and a deployment may have thousands of them: with a `depth`, documents beyond it
    /// are not read (null), while when they were and how they ended still is.
    virtual Result<QList<HistoryItem>> history(const QString &deployment, const HistoryDepth &depth = {}) = 0;

    /// Pinned SSH host keys and other small per-deployment facts (not secrets).
    virtual Status setFact(const QString &deployment, const QString &key, const QString &value) = 0;
    virtual QString fact(const QString &deployment, const QString &key) = 0;
};

/// `location` is "sqlite:PATH" or a plain path; the folder is made (0700), the file is 0600.
Result<std::shared_ptr<Store>> openStore(const QString &location);
/// SLUICE_STATE or the platform's data folder.
QString defaultStateLocation();

/// Where secrets live: the OS keychain, or memory when there is none (said by `kind`).
class SecretStore {
public:
    virtual ~SecretStore() = default;
    enum class Kind { Keychain, MemoryOnly, File };
    virtual Kind kind() const = 0;
    virtual Status write(const QString &key, const QByteArray &secret) = 0;
    virtual Result<QByteArray> read(const QString &key) = 0; ///< NotFound when absent
    virtual Status remove(const QString &key) = 0;           ///< absent is success
};
/// For account tokens: keychain if a probe (write+read+delete, 3 s) succeeds, else memory only. Never a file.
std::shared_ptr<SecretStore> openTokenStore();
/// For deployment keys: keychain, else 0600 files in `folder` (beside the state). Which, is found out at first use.
std::shared_ptr<SecretStore> openDeploymentKeyStore(const QString &folder);

} // namespace sluice::store
