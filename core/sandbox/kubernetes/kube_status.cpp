#include "core/sandbox/kubernetes/kube_status.h"

namespace sluice::sandbox {

KubeFailure notFound(const ResourceType &type, const QString &name) {
    return {.code = 404,
            .reason = QStringLiteral("NotFound"),
            .message = QStringLiteral("%1 \"%2\" not found").arg(type.qualified(), name),
            .type = &type,
            .name = name};
}

KubeFailure alreadyExists(const ResourceType &type, const QString &name, bool isLeaving) {
    return {.code = 409,
            .reason = QStringLiteral("AlreadyExists"),
            .message = (isLeaving ? QStringLiteral("object is being deleted: ") : QString()) +
                       QStringLiteral("%1 \"%2\" already exists").arg(type.qualified(), name),
            .type = &type,
            .name = name};
}

KubeFailure conflict(const ResourceType &type, const QString &name) {
    return {.code = 409,
            .reason = QStringLiteral("Conflict"),
            .message =
                QStringLiteral("Operation cannot be fulfilled on %1 \"%2\": the object has been modified; please "
                               "apply your changes to the latest version and try again")
                    .arg(type.qualified(), name),
            .type = &type,
            .name = name};
}

KubeFailure badRequest(const QString &message) {
    return {.code = 400, .reason = QStringLiteral("BadRequest"), .message = message};
}

KubeFailure unauthorized() {
    return {.code = 401, .reason = QStringLiteral("Unauthorized"), .message = QStringLiteral("Unauthorized")};
}

KubeFailure invalid(const ResourceType &type, const QString &name, const QList<FieldProblem> &problems,
                    const QString &kind) {
    const QString shown = kind.isEmpty() ? type.kind : kind;
    KubeFailure failure{.code = 422, .reason = QStringLiteral("Invalid"), .type = &type, .name = name, .kind = shown};
    QStringList texts;
    for (const FieldProblem &problem : problems) {
        const QString text =
            problem.text.isEmpty() ? problem.kind : QStringLiteral("%1: %2").arg(problem.kind, problem.text);
        texts << QStringLiteral("%1: %2").arg(problem.field, text);
        const bool required = problem.kind == QLatin1String("Required value");
        failure.causes.push_back({{"reason", required ? "FieldValueRequired" : "FieldValueInvalid"},
                                  {"message", text.toStdString()},
                                  {"field", problem.field.toStdString()}});
    }
    QString joined = texts.join(QStringLiteral(", "));
    if (texts.size() > 1)
        joined = QLatin1Char('[') + joined + QLatin1Char(']');
    failure.message = QStringLiteral("%1 \"%2\" is invalid: %3")
                          .arg(type.group.isEmpty() ? shown : shown + QLatin1Char('.') + type.group, name, joined);
    return failure;
}

Json statusObject(const KubeFailure &failure) {
    Json status = {{"kind", "Status"},
                   {"apiVersion", "v1"},
                   {"metadata", Json::object()},
                   {"status", "Failure"},
                   {"message", failure.message.toStdString()},
                   {"reason", failure.reason.toStdString()},
                   {"code", failure.code}};
    if (failure.type) {
        Json details = Json::object();
        if (!failure.name.isEmpty())
            details["name"] = failure.name.toStdString();
        if (!failure.type->group.isEmpty())
            details["group"] = failure.type->group.toStdString();
        // Invalid names the kind, nearly all others the plural: so does the original.
        details["kind"] = (failure.kind.isEmpty() ? failure.type->plural : failure.kind).toStdString();
        if (!failure.causes.empty())
            details["causes"] = failure.causes;
        status["details"] = std::move(details);
    }
    return status;
}

Json successStatus(const ResourceType &type, const QString &name, const Json &uid) {
    Json details = {{"name", name.toStdString()}, {"kind", type.plural.toStdString()}, {"uid", uid}};
    if (!type.group.isEmpty())
        details["group"] = type.group.toStdString();
    return {{"kind", "Status"},
            {"apiVersion", "v1"},
            {"metadata", Json::object()},
            {"status", "Success"},
            {"details", std::move(details)}};
}

ServerReply jsonReply(int status, const Json &body) {
    return {.status = status, .contentType = "application/json", .body = toJsonText(body) + '\n'};
}

ServerReply failureReply(const KubeFailure &failure) {
    return jsonReply(failure.code, statusObject(failure));
}

} // namespace sluice::sandbox
