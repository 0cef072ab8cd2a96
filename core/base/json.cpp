#include "core/base/json.h"

#include "core/base/words.h"

namespace sluice {

Result<Json> parseJson(const QByteArray &text) {
    constexpr int kMaxDepth = 128;
    bool tooDeep = false;
    const auto limitDepth = [&tooDeep](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > kMaxDepth;
        return !tooDeep;
    };
    // The library recurses only when destroying or dumping values; the callback keeps anything deep from being built.
    Json value = Json::parse(text.constBegin(), text.constEnd(), limitDepth, false);
    if (value.is_discarded() || tooDeep)
        return Error{.code = ErrorCode::Malformed,
                     .message = tooDeep ? BaseWords::tr("JSON is nested too deeply")
                                        : BaseWords::tr("Not valid JSON (%1 bytes)").arg(text.size())};
    return value;
}

QByteArray toJsonText(const Json &value, int indent) {
    return QByteArray::fromStdString(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

Json toJson(const QStringList &list) {
    Json array = Json::array();
    for (const QString &item : list)
        array.push_back(item.toStdString());
    return array;
}

namespace {

const Json *member(const Json &object, const char *key) {
    if (!object.is_object())
        return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

} // namespace

QString jsonString(const Json &object, const char *key, const QString &fallback) {
    const Json *value = member(object, key);
    return value && value->is_string() ? QString::fromStdString(value->get_ref<const std::string &>()) : fallback;
}

qint64 jsonInt(const Json &object, const char *key, qint64 fallback) {
    const Json *value = member(object, key);
    return value && value->is_number_integer() ? value->get<qint64>() : fallback;
}

double jsonDouble(const Json &object, const char *key, double fallback) {
    const Json *value = member(object, key);
    return value && value->is_number() ? value->get<double>() : fallback;
}

bool jsonBool(const Json &object, const char *key, bool fallback) {
    const Json *value = member(object, key);
    return value && value->is_boolean() ? value->get<bool>() : fallback;
}

const Json &jsonMember(const Json &object, const char *key) {
    static const Json empty = Json::array();
    const Json *value = member(object, key);
    return value && (value->is_array() || value->is_object()) ? *value : empty;
}

QStringList jsonStringList(const Json &object, const char *key) {
    QStringList list;
    for (const Json &item : jsonMember(object, key)) {
        if (item.is_string())
            list << QString::fromStdString(item.get_ref<const std::string &>());
    }
    return list;
}

} // namespace sluice
