#pragma once

#include "core/base/json.h"

#include <QMap>

namespace sluice::blueprint {

/// The attributes of a .tfvars file (HCL native syntax, attributes only) with the line each one starts on.
struct TfvarsFile {
    Json values = Json::object();
    QMap<QString, int> lines;
};

/// Reads `name = value` lines: strings with escapes, numbers, booleans, null, lists, objects, and # // /* */ comments.
/// Refused with the line and a remedy: heredocs, ${} and %{} templates, expressions, blocks, duplicate names, nesting
/// beyond 32, files beyond 1 MiB (InvalidInput).
Result<TfvarsFile> parseTfvars(const QByteArray &text);

} // namespace sluice::blueprint
