#pragma once

#include "core/base/result.h"
#include "core/store/sqlite_connection.h"

#include <QDateTime>
#include <chrono>

namespace sluice::store {

/// Which process works on a deployment. One at a time: two that apply and tear down together would each undo the
/// other's work and lose track of it.
struct Holder {
    QString program;
    QString user;
    QString host;
    QString boot; ///< of this run of the machine; empty when the system does not tell
    qint64 process = 0;
    QString started; ///< when the process began, as the system counts; a process number is used again, this is not

    static Holder self();
    /// "sluicectl of root on host (process 123)".
    QString toString() const;
    bool operator==(const Holder &) const = default;
};

/// A lease without a sign of life is void after this time (real time, not the clock's: it is about processes). A holder
/// on the same machine whose process is gone loses it at once.
inline constexpr std::chrono::seconds kLeaseExpiry{30};
/// How often a holder shows that it lives.
inline constexpr std::chrono::seconds kLeaseBeat{5};

/// The lease table of one state file. Each taking gets a higher fencing number; writes that carry an older one are
/// refused by the same statement that would make them (SqliteStore).
class LeaseTable {
public:
    explicit LeaseTable(SqliteConnection *connection)
        : m_connection(connection) {}
    /// The new fencing number; Conflict names who holds it, where, since when, and when it last showed life.
    Result<qint64> take(qint64 deployment, const QString &name, const Holder &taker);
    /// Conflict when somebody else has taken it meanwhile.
    Status beat(qint64 deployment, const QString &name, qint64 fence);
    Status release(qint64 deployment, qint64 fence);
    /// Who holds it now, in words; empty when nobody alive does.
    Result<QString> heldBy(qint64 deployment);

private:
    struct Row;
    Result<std::optional<Row>> read(qint64 deployment);
    SqliteConnection *m_connection;
};

/// The Conflict of a process that lost its lease and wants to write.
Error leaseLost(const QString &name);

} // namespace sluice::store
