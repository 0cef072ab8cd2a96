#pragma once

#include "core/base/result.h"
#include "core/sandbox/kubernetes/kube_status.h"

#include <variant>

namespace sluice::sandbox {

/// The object after a PATCH of the given content type, or why not. Strategic merge is done as merge patch: lists are
/// replaced.
std::variant<Json, KubeFailure> patched(const ResourceType &type, const QString &name, const Json &object,
                                        const QByteArray &contentType, const QByteArray &body);

/// A request body as JSON; YAML too when the content type says so.
std::variant<Json, KubeFailure> readBody(const QByteArray &contentType, const QByteArray &body);

} // namespace sluice::sandbox
