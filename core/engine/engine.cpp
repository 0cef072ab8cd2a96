#include "core/engine/engine.h"

#include "core/engine/journal_fold.h"

namespace sluice::engine {

Run::~Run() = default;

QString stepPhaseName(StepPhase phase) {
    switch (phase) {
    case StepPhase::Planned:
        return QStringLiteral("planned");
    case StepPhase::Waiting:
        return QStringLiteral("waiting");
    case StepPhase::Intended:
        return QStringLiteral("intended");
    case StepPhase::Created:
        return QStringLiteral("created");
    case StepPhase::Ready:
        return QStringLiteral("ready");
    case StepPhase::Deleting:
        return QStringLiteral("deleting");
    case StepPhase::Gone:
        return QStringLiteral("gone");
    case StepPhase::Failed:
        return QStringLiteral("failed");
    case StepPhase::Skipped:
        return QStringLiteral("skipped");
    case StepPhase::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Json toJson(const StepState &state) {
    const auto time = [](const QDateTime &at) {
        return at.isValid() ? Json(at.toUTC().toString(Qt::ISODateWithMs).toStdString()) : Json();
    };
    return {{"name", state.name.toStdString()},
            {"kind", state.kind.toStdString()},
            {"phase", stepPhaseName(state.phase).toStdString()},
            {"id", state.id.toStdString()},
            {"cloud_name", state.cloudName.toStdString()},
            {"started", time(state.started)},
            {"finished", time(state.finished)},
            {"api_calls", state.apiCalls},
            {"detail", state.detail.toStdString()},
            {"error", state.error.message.isEmpty() ? Json() : errorToJson(state.error)}};
}

Json toJson(const Certificate &certificate) {
    const auto list = [](const QList<Certificate::Item> &items) {
        Json json = Json::array();
        for (const Certificate::Item &item : items)
            json.push_back({{"kind", item.kind.toStdString()},
                            {"name", item.name.toStdString()},
                            {"id", item.id.toStdString()},
                            {"how", item.how.toStdString()}});
        return json;
    };
    return {{"checked", list(certificate.checked)},
            {"left", list(certificate.left)},
            {"kept", list(certificate.kept)},
            {"usd_per_hour", certificate.usdPerHour},
            {"at", certificate.at.toStdString()}};
}

Json outputsToJson(const Outputs &outputs) {
    return factsToJson(outputs);
}

} // namespace sluice::engine
