#pragma once

#include "tests/upstream/tape.h"

#include <QRegularExpression>

/// How the simulated server's answers differ from the upstream ones to the same questions.
namespace sluice::upstream {

/// Values that are another each time; their types are compared still. (Why a container waits alternates between two
/// tries.)
inline bool isVolatile(const QString &path) {
    static const QRegularExpression pattern(
        QStringLiteral("\\.(uid|resourceVersion|creationTimestamp|deletionTimestamp|time|continue|address|"
                       "serverAddress|gitVersion|gitCommit|"
                       "gitTreeState|buildDate|goVersion|compiler|platform|major|minor|hash|storageVersionHash|"
                       "lastHeartbeatTime|lastTransitionTime|podIP|hostIP|ip|"
                       "startTime|startedAt|finishedAt|machineID|waiting\\.reason|waiting\\.message)$"));
    return pattern.match(path).hasMatch();
}

/// What tells the elements of this list apart, or null when only their place does.
inline const char *keyOf(const Json &list) {
    for (const char *key : {"name", "type", "field"}) {
        bool all = !list.empty();
        for (const Json &item : list)
            all = all && item.is_object() && item.contains(key) && item[key].is_string();
        if (all)
            return key;
    }
    return nullptr;
}

inline QString brief(const Json &value) {
    return QString::fromUtf8(toJsonText(value).left(300));
}

inline void compare(const QString &path, const Json &upstream, const Json &simulated, QStringList *found) {
    if (upstream.type() != simulated.type() && !(upstream.is_number() && simulated.is_number())) {
        *found << QStringLiteral("%1: %2 here, upstream %3").arg(path, brief(simulated), brief(upstream));
        return;
    }
    if (upstream.is_object()) {
        for (const auto &[key, value] : upstream.items()) {
            const QString place = path + QLatin1Char('.') + QString::fromStdString(key);
            if (simulated.contains(key))
                compare(place, value, simulated[key], found);
            else
                *found << QStringLiteral("%1: missing here, upstream %2").arg(place, brief(value));
        }
        for (const auto &[key, value] : simulated.items())
            if (!upstream.contains(key))
                *found << QStringLiteral("%1.%2: only here: %3").arg(path, QString::fromStdString(key), brief(value));
        return;
    }
    if (!upstream.is_array()) {
        if (upstream != simulated && !isVolatile(path))
            *found << QStringLiteral("%1: %2 here, upstream %3").arg(path, brief(simulated), brief(upstream));
        return;
    }
    const char *key = keyOf(upstream);
    if (!key || key != keyOf(simulated)) {
        if (upstream.size() != simulated.size())
            *found << QStringLiteral("%1: %2 here, upstream %3").arg(path, brief(simulated), brief(upstream));
        else
            for (std::size_t i = 0; i < upstream.size(); ++i)
                compare(QStringLiteral("%1[%2]").arg(path).arg(i), upstream[i], simulated[i], found);
        return;
    }
    const auto find = [key](const Json &list, const Json &name) -> const Json * {
        for (const Json &item : list)
            if (item[key] == name)
                return &item;
        return nullptr;
    };
    for (const Json &item : upstream) {
        const QString place = QStringLiteral("%1[%2]").arg(path, QString::fromStdString(item[key].get<std::string>()));
        if (const Json *other = find(simulated, item[key]))
            compare(place, item, *other, found);
        else
            *found << QStringLiteral("%1: missing here").arg(place);
    }
    for (const Json &item : simulated)
        if (!find(upstream, item[key]))
            *found
                << QStringLiteral("%1[%2]: only here").arg(path, QString::fromStdString(item[key].get<std::string>()));
}

/// One line for each difference between the two tapes of one story.
inline QStringList differences(const Tape &upstream, const Tape &simulated) {
    QList<Exchange> wanted;
    for (const Exchange &one : upstream.exchanges)
        if (!one.onlyUpstream)
            wanted << one;
    QStringList found;
    for (qsizetype i = 0; i < std::max(wanted.size(), simulated.exchanges.size()); ++i) {
        if (i >= wanted.size() || i >= simulated.exchanges.size() ||
            wanted.at(i).line() != simulated.exchanges.at(i).line()) {
            found << QStringLiteral("%1 here, upstream %2")
                         .arg(i < simulated.exchanges.size() ? simulated.exchanges.at(i).line()
                                                             : QStringLiteral("nothing"),
                              i < wanted.size() ? wanted.at(i).line() : QStringLiteral("nothing"));
            const bool sameQuestion = i < wanted.size() && i < simulated.exchanges.size() &&
                                      wanted.at(i).path == simulated.exchanges.at(i).path &&
                                      wanted.at(i).method == simulated.exchanges.at(i).method;
            if (!sameQuestion)
                return found; // what follows would be compared with something else
            continue;
        }
        const Exchange &up = wanted.at(i), &here = simulated.exchanges.at(i);
        QStringList own;
        if (up.contentType.section(QLatin1Char(';'), 0, 0) != here.contentType.section(QLatin1Char(';'), 0, 0))
            own << QStringLiteral("content type: %1 here, upstream %2").arg(here.contentType, up.contentType);
        compare(QStringLiteral("$"), up.response, here.response, &own);
        for (const QString &one : std::as_const(own))
            found << up.line() + QStringLiteral(" | ") + one;
    }
    return found;
}

} // namespace sluice::upstream
