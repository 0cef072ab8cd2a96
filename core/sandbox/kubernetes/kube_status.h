#pragma once

#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/resource_types.h"

namespace sluice::sandbox {

/// A failure as the API server words it: rendered as a Status object.
struct KubeFailure {
    int code = 500;
    QString reason, message;
    const ResourceType *type = nullptr; ///< for details; may be null
    QString name;
    Json causes = Json::array(); ///< of Invalid: {reason, message, field}
    QString kind = {};           ///< in details, instead of the type's
};

KubeFailure notFound(const ResourceType &type, const QString &name);
/// `isLeaving`: the one that is there is being deleted.
KubeFailure alreadyExists(const ResourceType &type, const QString &name, bool isLeaving);
KubeFailure conflict(const ResourceType &type, const QString &name);
KubeFailure badRequest(const QString &message);
KubeFailure unauthorized();

/// One violated rule: "spec.gateways[0]", "Invalid value", "\"x\": must be an IPv4 address".
struct FieldProblem {
    QString field, kind, text;
};
/// `kind` is what the object calls itself, where that is not what is served here.
KubeFailure invalid(const ResourceType &type, const QString &name, const QList<FieldProblem> &problems,
                    const QString &kind = {});

Json statusObject(const KubeFailure &failure);
/// Status Success, as a finished delete answers.
Json successStatus(const ResourceType &type, const QString &name, const Json &uid);
ServerReply jsonReply(int status, const Json &body);
ServerReply failureReply(const KubeFailure &failure);

} // namespace sluice::sandbox
