#pragma once

#include "core/sandbox/kubernetes/resource_types.h"

#include <QDateTime>

namespace sluice::sandbox {

/// The Table (meta.k8s.io/v1) of some objects, as kubectl get prints it. `includeObject` is the query's: None, Metadata
/// or Object.
Json tableOf(const ResourceType &type, const QList<Json> &objects, const QDateTime &now, const QString &includeObject,
             const Json &listMetadata);

} // namespace sluice::sandbox
