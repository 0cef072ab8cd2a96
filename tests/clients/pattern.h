#pragma once

#include "core/base/ip.h"
#include "core/base/json.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

/// Patterns of answers; see README.md.
namespace sluice::clients {

inline QString brief(const Json &value) {
    return QString::fromUtf8(toJsonText(value).left(200));
}

inline bool isEmpty(const Json &value) {
    return value.is_null() || ((value.is_array() || value.is_object()) && value.empty()) ||
           (value.is_string() && value.get<std::string>().empty());
}

/// Nothing when `value` (null: absent) is what the word asks for.
inline bool fits(const QString &word, const Json &value) {
    const QString text = value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
    if (word == QLatin1String("$empty"))
        return isEmpty(value);
    if (word == QLatin1String("$text"))
        return !text.isEmpty();
    if (word == QLatin1String("$time")) // as Go's time.Time reads it
        return text.contains(QLatin1Char('T')) && QDateTime::fromString(text, Qt::ISODate).isValid();
    if (word == QLatin1String("$uuid"))
        return !QUuid::fromString(text).isNull();
    if (word == QLatin1String("$ipv4"))
        return Ipv4::parse(text).has_value();
    if (word == QLatin1String("$number"))
        return value.is_number();
    if (word == QLatin1String("$bool"))
        return value.is_boolean();
    if (word == QLatin1String("$object"))
        return value.is_object();
    return false;
}

/// Adds to `wrong` what does not fit, with its place.
inline void match(const QString &place, const Json &pattern, const Json &value, QStringList *wrong) {
    const auto complain = [&] {
        *wrong << QStringLiteral("%1 is %2, wanted %3").arg(place, brief(value), brief(pattern));
    };
    if (pattern.is_string() && pattern.get<std::string>().starts_with('$')) {
        if (!fits(QString::fromStdString(pattern.get<std::string>()), value))
            complain();
        return;
    }
    if (pattern.is_object() && pattern.contains("$matches")) {
        const QString text = value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
        if (!QRegularExpression(jsonString(pattern, "$matches")).match(text).hasMatch())
            complain();
        return;
    }
    if (pattern.is_object() && pattern.contains("$has")) {
        for (const Json &item : value.is_array() ? value : Json::array()) {
            QStringList own;
            match(place, pattern["$has"], item, &own);
            if (own.isEmpty())
                return;
        }
        return complain();
    }
    if (pattern.is_object() && pattern.contains("$set")) {
        Json left = value.is_array() ? value : Json::array();
        for (const Json &wanted : pattern["$set"]) {
            std::size_t i = 0;
            for (; i < left.size(); ++i) {
                QStringList own;
                match(place, wanted, left[i], &own);
                if (own.isEmpty())
                    break;
            }
            if (i == left.size())
                return complain();
            left.erase(i);
        }
        if (!left.empty() || !value.is_array())
            complain();
        return;
    }
    if (pattern.is_object()) {
        if (!value.is_object())
            return complain();
        for (const auto &[key, wanted] : pattern.items())
            match(place + QLatin1Char('.') + QString::fromStdString(key), wanted,
                  value.contains(key) ? value[key] : Json(nullptr), wrong);
        return;
    }
    if (pattern.is_array()) {
        if (!value.is_array() || value.size() != pattern.size())
            return complain();
        for (std::size_t i = 0; i < pattern.size(); ++i)
            match(QStringLiteral("%1[%2]").arg(place).arg(i), pattern[i], value[i], wrong);
        return;
    }
    if (pattern != value)
        complain();
}

} // namespace sluice::clients
