#pragma once

#include "core/sandbox/kubernetes/kube_status.h"

namespace sluice::sandbox {

/// Fields nobody knows, as "spec.foo"; what ?fieldValidation=Strict refuses and Warn warns of.
QStringList unknownFields(const ResourceType &type, const Json &object);
/// Removes them, as the server does before it stores.
void pruneUnknown(const ResourceType &type, Json &object);
/// What the schema and the kind's rules forbid. The object's shape (metadata an object, ...) is checked too.
QList<FieldProblem> problems(const ResourceType &type, const Json &object);
/// Fills in what the server defaults; the first only what templates of pods get too.
void applyTemplateDefaults(Json &spec);
void applyDefaults(const ResourceType &type, Json &object);
/// RFC 1123 subdomain, up to 253 characters.
bool isValidName(const QString &name);

} // namespace sluice::sandbox
