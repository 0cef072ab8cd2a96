#include "core/store/lease.h"

#include "core/base/json.h"
#include "core/base/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QVariant>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace sluice::store {

namespace {

/// The 22nd field of /proc/PID/stat: clock ticks from boot to the process's start (proc(5)); empty elsewhere.
QString startOf(qint64 process) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(stat.readAll());
    // The second field, the program's name in parentheses, may have anything in it.
    return text.mid(text.lastIndexOf(QLatin1Char(')')) + 1).simplified().section(QLatin1Char(' '), 19, 19);
}

bool runs(qint64 process, const QString &started) {
#ifdef Q_OS_UNIX
    if (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
        return false;
    return started.isEmpty() || startOf(process) == started;
#else
    Q_UNUSED(process)
    Q_UNUSED(started)
    return true; // not known: the expiry decides
#endif
}

qint64 monotonicMilliseconds() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Json toJson(const Holder &holder) {
    return {{"program", holder.program.toStdString()},
            {"user", holder.user.toStdString()},
            {"host", holder.host.toStdString()},
            {"boot", holder.boot.toStdString()},
            {"process", holder.process},
            {"started", holder.started.toStdString()}};
}

Holder holderFrom(const Json &json) {
    return {.program = jsonString(json, "program"),
            .user = jsonString(json, "user"),
            .host = jsonString(json, "host"),
            .boot = jsonString(json, "boot"),
            .process = jsonInt(json, "process"),
            .started = jsonString(json, "started")};
}

QString doing() {
    return StoreWords::tr("take the deployment's lease");
}

} // namespace

struct LeaseTable::Row {
    qint64 fence = 0;
    std::optional<Holder> holder;
    QDateTime since, beat;
    qint64 beatMonotonic = 0;

    /// Since the last sign of life. Within one run of one machine by the monotonic clock, which no clock change moves.
    std::chrono::milliseconds age() const {
        const Holder here = Holder::self();
        if (holder->host == here.host && holder->boot == here.boot && !here.boot.isEmpty())
            return std::chrono::milliseconds(monotonicMilliseconds() - beatMonotonic);
        return std::chrono::milliseconds(beat.msecsTo(QDateTime::currentDateTimeUtc()));
    }
    bool alive() const {
        if (!holder)
            return false;
        const Holder here = Holder::self();
        if (holder->host == here.host && !here.boot.isEmpty() && !holder->boot.isEmpty()) {
            if (holder->boot != here.boot || !runs(holder->process, holder->started))
                return false;
        }
        return age() < kLeaseExpiry;
    }
    QString inWords() const {
        return StoreWords::tr("%1, since %2, last sign of life %3 s ago")
            .arg(holder->toString(), since.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
            .arg(std::max<qint64>(0, age().count() / 1000));
    }
};

Holder Holder::self() {
    static const Holder self = [] {
        Holder made{.program = QFileInfo(QCoreApplication::applicationFilePath()).completeBaseName(),
                    .user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME", QStringLiteral("a user"))),
                    .host = QSysInfo::machineHostName(),
                    .boot = QString::fromLatin1(QSysInfo::bootUniqueId()),
                    .process = QCoreApplication::applicationPid(),
                    .started = {}};
        made.started = startOf(made.process);
        return made;
    }();
    return self;
}

QString Holder::toString() const {
    return StoreWords::tr("%1 of %2 on %3 (process %4)").arg(program, user, host).arg(process);
}

Result<std::optional<LeaseTable::Row>> LeaseTable::read(qint64 deployment) {
    auto rows = m_connection->run(
        QStringLiteral("SELECT fence, holder, since, beat, beat_monotonic FROM lease WHERE deployment = ?"),
        {deployment}, doing());
    if (!rows)
        return rows.error();
    if (!rows->next())
        return std::optional<Row>();
    Row row{.fence = rows->value(0).toLongLong(),
            .holder = {},
            .since = QDateTime::fromString(rows->value(2).toString(), Qt::ISODateWithMs),
            .beat = QDateTime::fromString(rows->value(3).toString(), Qt::ISODateWithMs),
            .beatMonotonic = rows->value(4).toLongLong()};
    const Result<Json> holder = parseJson(rows->value(1).toString().toUtf8());
    if (holder && holder->is_object())
        row.holder = holderFrom(*holder);
    return std::optional<Row>(row);
}

Result<qint64> LeaseTable::take(qint64 deployment, const QString &name, const Holder &taker) {
    // Looking and taking are one: nobody comes between.
    const auto begun = m_connection->run(QStringLiteral("BEGIN IMMEDIATE"), {}, doing());
    if (!begun)
        return begun.error();
    const Result<qint64> outcome = [&]() -> Result<qint64> {
        const auto row = read(deployment);
        if (!row)
            return row.error();
        if (*row && (*row)->alive())
            return Error{.code = ErrorCode::Conflict,
                         .message = StoreWords::tr("%1 is being worked on by %2").arg(name, (*row)->inWords()),
                         .resource = name,
                         .path = m_connection->file(),
                         .remedy = StoreWords::tr(
                                       "Wait for it or stop it there; what it did is kept and can be resumed. If that "
                                       "program is gone, its hold ends %1 s after its last sign of life.")
                                       .arg(kLeaseExpiry.count())};
        const qint64 fence = *row ? (*row)->fence + 1 : 1;
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        const auto taken = m_connection->run(
            QStringLiteral(
                "INSERT INTO lease(deployment, fence, holder, since, beat, beat_monotonic) VALUES(?, ?, ?, ?, "
                "?, ?) ON CONFLICT(deployment) DO UPDATE SET fence = excluded.fence, holder = excluded.holder,"
                " since = excluded.since, beat = excluded.beat, beat_monotonic = excluded.beat_monotonic"),
            {deployment, fence, QString::fromUtf8(toJsonText(toJson(taker))), now, now, monotonicMilliseconds()},
            doing());
        if (!taken)
            return taken.error();
        return fence;
    }();
    const auto ended = m_connection->run(outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"), {}, doing());
    if (outcome && !ended)
        return ended.error();
    return outcome;
}

Status LeaseTable::beat(qint64 deployment, const QString &name, qint64 fence) {
    const auto beaten = m_connection->run(
        QStringLiteral("UPDATE lease SET beat = ?, beat_monotonic = ? WHERE deployment = ? AND fence = ?"),
        {QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), monotonicMilliseconds(), deployment, fence},
        doing());
    if (!beaten)
        return beaten.error();
    if (beaten->numRowsAffected() == 0)
        return leaseLost(name);
    return Ok{};
}

Status LeaseTable::release(qint64 deployment, qint64 fence) {
    const auto released =
        m_connection->run(QStringLiteral("UPDATE lease SET holder = '' WHERE deployment = ? AND fence = ?"),
                          {deployment, fence}, StoreWords::tr("release the deployment's lease"));
    return released ? Status(Ok{}) : Status(released.error());
}

Result<QString> LeaseTable::heldBy(qint64 deployment) {
    const auto row = read(deployment);
    if (!row)
        return row.error();
    return *row && (*row)->alive() ? (*row)->inWords() : QString();
}

Error leaseLost(const QString &name) {
    return {.code = ErrorCode::Conflict,
            .message = StoreWords::tr("Another Sluice has taken over %1; this one wrote nothing more").arg(name),
            .resource = name,
            .remedy = StoreWords::tr("Look at the other one's progress, or resume here when it has ended.")};
}

} // namespace sluice::store
