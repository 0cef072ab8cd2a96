#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>

namespace sluice {

using Json = nlohmann::json;

/// Parses one JSON document; Malformed with the position on error. Nesting deeper than 128 is refused (hostile input).
Result<Json> parseJson(const QByteArray &text);
/// Compact UTF-8 text; invalid UTF-8 inside strings is replaced, never thrown.
QByteArray toJsonText(const Json &value, int indent = -1);

inline Json toJson(const QString &text) {
    return Json(text.toStdString());
}
Json toJson(const QStringList &list);

/// Reading without exceptions: the member if it is there with the right type, else the fallback.
QString jsonString(const Json &object, const char *key, const QString &fallback = {});
qint64 jsonInt(const Json &object, const char *key, qint64 fallback = 0);
double jsonDouble(const Json &object, const char *key, double fallback = 0);
bool jsonBool(const Json &object, const char *key, bool fallback = false);
/// An array or object member, or an empty array when it is absent or of another type.
const Json &jsonMember(const Json &object, const char *key);
QStringList jsonStringList(const Json &object, const char *key);

} // namespace sluice
