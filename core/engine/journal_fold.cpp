#include "core/engine/journal_fold.h"

#include "core/base/redact.h"
#include "core/base/words.h"

namespace sluice::engine {

namespace {

Facts factsFromJson(const Json &json) {
    Facts facts;
    if (json.is_object())
        for (const auto &item : json.items())
            if (item.value().is_string())
                facts.insert(QString::fromStdString(item.key()),
                             QString::fromStdString(item.value().get<std::string>()));
    return facts;
}

ErrorCode codeFrom(const QString &name) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        if (errorCodeName(static_cast<ErrorCode>(code)) == name)
            return static_cast<ErrorCode>(code);
    return ErrorCode::Internal;
}

} // namespace

void applyEntry(StepRecord &record, const store::Entry &entry) {
    using store::EntryKind;
    switch (entry.kind) {
    case EntryKind::Intent:
        record.phase = StepPhase::Unknown;
        if (!record.openIntent)
            record.intendedAt = entry.at;
        if (!record.started.isValid())
            record.started = entry.at;
        record.openIntent = record.everIntended = true;
        record.notFound = jsonBool(entry.payload, "not_found");
        ++record.attempts;
        record.detail = EngineWords::tr("asked for, the answer is not recorded");
        record.error = {};
        break;
    case EntryKind::Accepted:
        record.phase = StepPhase::Created;
        record.id = entry.remoteId;
        record.openIntent = false;
        record.acceptedAt = entry.at;
        record.detail.clear();
        break;
    case EntryKind::Done:
        record.phase = StepPhase::Ready;
        if (!entry.remoteId.isEmpty())
            record.id = entry.remoteId;
        record.openIntent = false;
        record.outputs = factsFromJson(jsonMember(entry.payload, "outputs"));
        record.finished = entry.at;
        record.detail.clear();
        record.error = {};
        break;
    case EntryKind::Failed:
        record.phase = StepPhase::Failed;
        if (!entry.remoteId.isEmpty())
            record.id = entry.remoteId;
        record.openIntent = record.openIntent && jsonBool(entry.payload, "outcome_unknown");
        record.error = errorFromJson(jsonMember(entry.payload, "error"));
        record.finished = entry.at;
        break;
    case EntryKind::DeleteIntent:
        record.phase = StepPhase::Deleting;
        if (!entry.remoteId.isEmpty())
            record.id = entry.remoteId;
        record.openDelete = true;
        record.detail.clear();
        record.error = {};
        break;
    case EntryKind::Deleted:
    case EntryKind::Released:
        record.phase = StepPhase::Gone;
        if (!record.id.isEmpty())
            record.deletedIds.append(record.id);
        record.id.clear();
        record.openDelete = record.openIntent = false;
        record.released = entry.kind == EntryKind::Released;
        record.detail = jsonString(entry.payload, "how");
        record.finished = entry.at;
        record.error = {};
        break;
    case EntryKind::UserDecision:
    case EntryKind::RunStarted:
    case EntryKind::RunEnded:
        break;
    }
}

QMap<QString, StepRecord> foldJournal(const QList<store::Entry> &journal) {
    QMap<QString, StepRecord> records;
    for (const store::Entry &entry : journal)
        if (!entry.step.isEmpty())
            applyEntry(records[entry.step], entry);
    return records;
}

QList<StepState> replay(const blueprint::Plan &plan, const QList<store::Entry> &journal) {
    const auto records = foldJournal(journal);
    QList<StepState> states;
    for (const blueprint::PlannedResource &planned : plan.resources) {
        const StepRecord record = records.value(planned.name);
        StepState state{.name = planned.name,
                        .kind = planned.kind,
                        .phase = record.phase,
                        .id =
                            record.id.isEmpty() && !record.deletedIds.isEmpty() ? record.deletedIds.last() : record.id,
                        .cloudName = planned.cloudName,
                        .started = record.started,
                        .finished = record.finished,
                        .detail = record.detail,
                        .error = record.error};
        // A check that was begun and not finished made nothing: it is simply due again.
        if (state.phase == StepPhase::Unknown && planned.kind == QLatin1String("check"))
            state.phase = StepPhase::Waiting;
        states.append(state);
    }
    return states;
}

Json factsToJson(const Facts &facts) {
    Json json = Json::object();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        json[fact.key().toStdString()] = fact.value().toStdString();
    return json;
}

Json errorToJson(const Error &error) {
    Json json = {{"code", errorCodeName(error.code).toStdString()}, {"message", redact(error.message).toStdString()}};
    const auto add = [&json](const char *key, const QString &value) {
        if (!value.isEmpty())
            json[key] = redact(value).toStdString();
    };
    add("resource", error.resource);
    add("path", error.path);
    add("request_id", error.requestId);
    add("remedy", error.remedy);
    if (error.httpStatus != 0)
        json["http_status"] = error.httpStatus;
    return json;
}

Error errorFromJson(const Json &json) {
    return {.code = codeFrom(jsonString(json, "code")),
            .message = jsonString(json, "message"),
            .resource = jsonString(json, "resource"),
            .path = jsonString(json, "path"),
            .httpStatus = static_cast<int>(jsonInt(json, "http_status")),
            .requestId = jsonString(json, "request_id"),
            .remedy = jsonString(json, "remedy")};
}

} // namespace sluice::engine
