#pragma once

#include "core/base/json.h"

#include <QDateTime>
#include <initializer_list>

namespace sluice::sandbox {

/// The value under nested keys, or JSON null when any of them is missing. Never throws.
const Json &jsonAt(const Json &value, std::initializer_list<const char *> keys);
/// The text under nested keys, or an empty one.
QString textAt(const Json &value, std::initializer_list<const char *> keys);
/// The number under nested keys, or `fallback`.
qint64 numberAt(const Json &value, std::initializer_list<const char *> keys, qint64 fallback = 0);
/// As Kubernetes writes times: RFC 3339, whole seconds, UTC.
Json kubeTime(const QDateTime &time);
/// How kubectl shows an age: 5s, 3m, 2h, 4d.
QString kubeAge(const QDateTime &since, const QDateTime &now);

} // namespace sluice::sandbox
