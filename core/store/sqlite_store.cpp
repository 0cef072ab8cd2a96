#include "core/store/sqlite_store.h"

#include <QVariant>

namespace sluice::store {

namespace {

QString text(const Json &value) {
    return QString::fromUtf8(toJsonText(value));
}

Json json(const QVariant &value) {
    if (value.isNull())
        return {}; // not read
    const Result<Json> parsed = parseJson(value.toString().toUtf8());
    return parsed ? *parsed : Json::object();
}

QString stamp(const QDateTime &at) {
    return (at.isValid() ? at : QDateTime::currentDateTimeUtc()).toUTC().toString(Qt::ISODateWithMs);
}

QDateTime time(const QVariant &value) {
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

// SQLite stores a null QString as NULL, which every column forbids.
QString notNull(const QString &value) {
    return value.isNull() ? QStringLiteral("") : value;
}

EntryKind kindFrom(const QString &name) {
    for (int kind = 0; kind <= static_cast<int>(EntryKind::RunEnded); ++kind)
        if (entryKindName(static_cast<EntryKind>(kind)) == name)
            return static_cast<EntryKind>(kind);
    return EntryKind::RunEnded;
}

DeploymentRecord record(const QSqlQuery &row) {
    return {.name = row.value(0).toString(),
            .id = row.value(1).toString(),
            .account = row.value(2).toString(),
            .plan = json(row.value(3)),
            .phase = row.value(4).toString(),
            .outputs = json(row.value(5)),
            .lastVerdict = row.value(6).toString(),
            .createdAt = time(row.value(7)),
            .updatedAt = time(row.value(8))};
}

const QString kColumns = QStringLiteral("name, id, account, plan, phase, outputs, verdict, created_at, updated_at");

Status status(const Result<QSqlQuery> &outcome) {
    return outcome ? Status(Ok{}) : Status(outcome.error());
}

} // namespace

Result<std::shared_ptr<Store>> SqliteStore::open(const QString &file, const SqliteOptions &options) {
    auto connection = SqliteConnection::open(file, options);
    if (!connection)
        return connection.error();
    return std::shared_ptr<Store>(new SqliteStore(std::move(*connection)));
}

QString SqliteStore::location() const {
    return QStringLiteral("sqlite:") + m_connection->file();
}

Status SqliteStore::createDeployment(const DeploymentRecord &record) {
    const QString doing = QStringLiteral("record the deployment");
    const auto archived = m_connection->run(
        QStringLiteral("UPDATE deployment SET name = name || '~' || id WHERE name = ? AND phase = 'destroyed'"),
        {record.name}, doing);
    if (!archived)
        return archived.error();
    const QString created = stamp(record.createdAt);
    const auto made =
        m_connection->run(QStringLiteral("INSERT INTO deployment(%1) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(kColumns),
                          {record.name, notNull(record.id), notNull(record.account), text(record.plan),
                           notNull(record.phase), text(record.outputs.is_object() ? record.outputs : Json::object()),
                           notNull(record.lastVerdict), created, created},
                          doing);
    if (!made && made.error().code == ErrorCode::AlreadyExists)
        return Error{.code = ErrorCode::AlreadyExists,
                     .message = QStringLiteral("A deployment named %1 exists already").arg(record.name),
                     .resource = record.name,
                     .path = m_connection->file(),
                     .remedy = QStringLiteral("Resume or destroy it, or use another name prefix.")};
    return status(made);
}

Result<DeploymentRecord> SqliteStore::deployment(const QString &name) {
    auto rows = m_connection->run(QStringLiteral("SELECT %1 FROM deployment WHERE name = ?").arg(kColumns), {name},
                                  QStringLiteral("read the deployment"));
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{.code = ErrorCode::NotFound,
                     .message = QStringLiteral("There is no deployment named %1").arg(name),
                     .resource = name,
                     .path = m_connection->file(),
                     .remedy = QStringLiteral("`sluicectl list` shows the deployments of this state.")};
    return record(*rows);
}

Result<QList<DeploymentRecord>> SqliteStore::deployments() {
    auto rows = m_connection->run(QStringLiteral("SELECT %1 FROM deployment ORDER BY created_at, key").arg(kColumns),
                                  {}, QStringLiteral("list the deployments"));
    if (!rows)
        return rows.error();
    QList<DeploymentRecord> all;
    while (rows->next())
        all.append(record(*rows));
    return all;
}

Result<qint64> SqliteStore::keyOf(const QString &name) {
    auto rows = m_connection->run(QStringLiteral("SELECT key FROM deployment WHERE name = ?"), {name},
                                  QStringLiteral("read the deployment"));
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{.code = ErrorCode::NotFound,
                     .message = QStringLiteral("There is no deployment named %1").arg(name),
                     .resource = name,
                     .path = m_connection->file()};
    return rows->value(0).toLongLong();
}

Status SqliteStore::update(const QString &name, const QString &column, const QString &value, Fenced fenced) {
    const bool ownsFence = fenced == Fenced::Yes && m_fences.contains(name);
    QString sql = QStringLiteral("UPDATE deployment SET %1 = ?, updated_at = ? WHERE name = ?").arg(column);
    QVariantList values{notNull(value), stamp({}), name};
    if (ownsFence) {
        sql +=
            QStringLiteral(" AND EXISTS (SELECT 1 FROM lease WHERE lease.deployment = deployment.key AND fence = ?)");
        values << m_fences.value(name);
    }
    const auto updated = m_connection->run(sql, values, QStringLiteral("update the deployment"));
    if (!updated)
        return updated.error();
    if (updated->numRowsAffected() == 0 && ownsFence)
        return leaseLost(name);
    if (updated->numRowsAffected() == 0)
        return Error{.code = ErrorCode::NotFound,
                     .message = QStringLiteral("There is no deployment named %1").arg(name)};
    return Ok{};
}

Status SqliteStore::setPhase(const QString &name, const QString &phase) {
    return update(name, QStringLiteral("phase"), phase, Fenced::Yes);
}

Status SqliteStore::setOutputs(const QString &name, const Json &outputs) {
    return update(name, QStringLiteral("outputs"), text(outputs), Fenced::Yes);
}

Status SqliteStore::setPlan(const QString &name, const Json &plan) {
    return update(name, QStringLiteral("plan"), text(plan), Fenced::Yes);
}

Status SqliteStore::setVerdict(const QString &name, const QString &verdict) {
    return update(name, QStringLiteral("verdict"), verdict, Fenced::No);
}

Result<qint64> SqliteStore::append(const QString &deployment, const Entry &entry) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    // The fence is looked at by the statement that writes: a holder that lost its lease cannot slip in between.
    const QString fenced =
        m_fences.contains(deployment)
            ? QStringLiteral(" WHERE EXISTS (SELECT 1 FROM lease WHERE deployment = ? AND fence = ?)")
            : QString();
    QVariantList values{
        *key,           notNull(entry.step), entryKindName(entry.kind), notNull(entry.remoteId), text(entry.payload),
        stamp(entry.at)};
    if (!fenced.isEmpty())
        values << *key << m_fences.value(deployment);
    const auto added = m_connection->run(
        QStringLiteral("INSERT INTO entry(deployment, step, kind, remote_id, payload, at) SELECT ?, ?, ?, ?, ?, ?") +
            fenced,
        values, QStringLiteral("write the journal"));
    if (!added)
        return added.error();
    if (added->numRowsAffected() == 0)
        return leaseLost(deployment);
    return added->lastInsertId().toLongLong();
}

Result<QList<Entry>> SqliteStore::journal(const QString &deployment) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    auto rows = m_connection->run(
        QStringLiteral(
            "SELECT sequence, step, kind, remote_id, payload, at FROM entry WHERE deployment = ? ORDER BY sequence"),
        {*key}, QStringLiteral("read the journal"));
    if (!rows)
        return rows.error();
    QList<Entry> all;
    while (rows->next())
        all.append({.sequence = rows->value(0).toLongLong(),
                    .step = rows->value(1).toString(),
                    .kind = kindFrom(rows->value(2).toString()),
                    .remoteId = rows->value(3).toString(),
                    .payload = json(rows->value(4)),
                    .at = time(rows->value(5))});
    return all;
}

Status SqliteStore::takeLease(const QString &deployment) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    const auto fence = m_leases.take(*key, deployment, Holder::self());
    if (!fence)
        return fence.error();
    m_fences.insert(deployment, *fence);
    return Ok{};
}

Status SqliteStore::keepLease(const QString &deployment) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    return m_leases.beat(*key, deployment, m_fences.value(deployment));
}

void SqliteStore::releaseLease(const QString &deployment) {
    // A release that cannot be written is no loss: the lease ends with the process, or expires.
    if (const auto key = keyOf(deployment); key && m_fences.contains(deployment))
        static_cast<void>(m_leases.release(*key, m_fences.value(deployment)));
}

QString SqliteStore::heldBy(const QString &deployment) {
    const auto key = keyOf(deployment);
    if (!key)
        return {};
    const auto holder = m_leases.heldBy(*key);
    return holder ? *holder : QString();
}

Status SqliteStore::addHistory(const QString &deployment, const HistoryItem &item) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    return status(m_connection->run(
        QStringLiteral("INSERT INTO history(deployment, at, kind, summary, document) VALUES(?, ?, ?, ?, ?)"),
        {*key, stamp(item.at), notNull(item.kind), notNull(item.summary), text(item.document)},
        QStringLiteral("write the history")));
}

Result<QList<HistoryItem>> SqliteStore::history(const QString &deployment, const HistoryDepth &depth) {
    const auto key = keyOf(deployment);
    if (!key)
        return key.error();
    auto rows = depth.newest < 0
                    ? m_connection->run(
                          QStringLiteral(
                              "SELECT at, kind, summary, document FROM history WHERE deployment = ? ORDER BY sequence"),
                          {*key}, QStringLiteral("read the history"))
                    : m_connection->run(
                          QStringLiteral(
                              "WITH numbered AS (SELECT sequence, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY "
                              "sequence DESC) AS rank FROM history WHERE deployment = ?) "
                              "SELECT at, kind, summary, CASE WHEN rank <= ? OR sequence >= (SELECT MAX(sequence) FROM "
                              "history WHERE deployment = ? AND kind = ?) THEN document END "
                              "FROM history JOIN numbered USING (sequence) ORDER BY sequence"),
                          {*key, depth.newest, *key, notNull(depth.since)}, QStringLiteral("read the history"));
    if (!rows)
        return rows.error();
    QList<HistoryItem> all;
    while (rows->next())
        all.append({.at = time(rows->value(0)),
                    .kind = rows->value(1).toString(),
                    .summary = rows->value(2).toString(),
                    .document = json(rows->value(3))});
    return all;
}

Status SqliteStore::setFact(const QString &deployment, const QString &key, const QString &value) {
    const auto owner = keyOf(deployment);
    if (!owner)
        return owner.error();
    return status(
        m_connection->run(QStringLiteral("INSERT INTO fact(deployment, key, value) VALUES(?, ?, ?)"
                                         " ON CONFLICT(deployment, key) DO UPDATE SET value = excluded.value"),
                          {*owner, key, notNull(value)}, QStringLiteral("record a fact")));
}

QString SqliteStore::fact(const QString &deployment, const QString &key) {
    auto rows =
        m_connection->run(QStringLiteral("SELECT value FROM fact JOIN deployment ON deployment.key = fact.deployment"
                                         " WHERE deployment.name = ? AND fact.key = ?"),
                          {deployment, key}, QStringLiteral("read a fact"));
    return rows && rows->next() ? rows->value(0).toString() : QString();
}

} // namespace sluice::store
