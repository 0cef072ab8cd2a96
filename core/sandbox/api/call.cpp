#include "core/sandbox/api/call.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

namespace sluice::sandbox {

Reply fail(int status, const char *id, const QString &message) {
    return {.status = status, .body = {{"id", id}, {"message", message.toStdString()}}};
}

Reply notFound(const QString &message) {
    return fail(404, "not_found", message);
}

Reply unprocessable(const QString &message) {
    return fail(422, "unprocessable_entity", message);
}

Reply conflict(const QString &message) {
    return fail(409, "conflict", message);
}

Reply failWithCauses(int status, const QString &message) {
    return {.status = status,
            .body = {{"error", message.toStdString()},
                     {"messages", Json::array({message.toStdString()})},
                     {"root_causes", Json::array()}}};
}

Reply paged(const Call &call, const char *key, const Json &items) {
    constexpr qint64 kDefault = 20, kMost = 200;
    bool number = false;
    const qint64 asked = call.request.queryValue(QStringLiteral("per_page")).toLongLong(&number);
    const qint64 size = number && asked >= 1 ? std::min(asked, kMost) : kDefault;
    const qint64 wanted = call.request.queryValue(QStringLiteral("page")).toLongLong(&number);
    const qint64 page = number && wanted >= 1 ? std::min<qint64>(wanted, 1000000) : 1;
    const qint64 total = static_cast<qint64>(items.size());
    const qint64 last = std::max<qint64>(1, (total + size - 1) / size);

    Json part = Json::array();
    for (qint64 i = (page - 1) * size; i < std::min(total, page * size); ++i)
        part.push_back(items[static_cast<std::size_t>(i)]);
    const auto link = [&call, size](qint64 to) {
        QUrlQuery query;
        for (const auto &[name, value] : call.request.query) {
            if (name != QLatin1String("page") && name != QLatin1String("per_page"))
                query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
        query.addQueryItem(QStringLiteral("page"), QString::number(to));
        query.addQueryItem(QStringLiteral("per_page"), QString::number(size));
        return (QStringLiteral("http://%1%2?%3")
                    .arg(QString::fromLatin1(call.request.header("host")), call.request.path,
                         query.toString(QUrl::FullyEncoded)))
            .toStdString();
    };
    Json pages = Json::object();
    if (page > 1) {
        pages["first"] = link(1);
        pages["prev"] = link(std::min(page - 1, last));
    }
    if (page < last) {
        pages["next"] = link(page + 1);
        pages["last"] = link(last);
    }
    Json links = Json::object();
    if (!pages.empty())
        links["pages"] = pages;
    return {.body = {{key, part}, {"links", links}, {"meta", {{"total", total}}}}};
}

QString iso(const QDateTime &time) {
    return time.toUTC().toString(Qt::ISODate);
}

bool isTagName(const QString &name) {
    static const QRegularExpression pattern(QStringLiteral("^[a-zA-Z0-9_\\-:]{1,255}$"));
    return pattern.match(name).hasMatch();
}

bool readTexts(const Json &body, const char *key, QStringList *list) {
    const auto it = body.find(key);
    if (it == body.end() || it->is_null())
        return true;
    if (!it->is_array())
        return false;
    for (const Json &item : *it) {
        if (!item.is_string())
            return false;
        *list << QString::fromStdString(item.get<std::string>());
    }
    return true;
}

void Router::add(const QByteArray &method, const QString &pattern, const QString &scope, Handler handler) {
    m_routes.append({method, pattern.split(QLatin1Char('/')), scope, std::move(handler)});
}

Router::Match Router::find(const QByteArray &method, const QString &path) const {
    QStringList segments = path.split(QLatin1Char('/'));
    if (segments.size() > 2 && segments.last().isEmpty())
        segments.removeLast();
    Match match;
    for (const Route &route : m_routes) {
        if (route.segments.size() != segments.size())
            continue;
        QStringList args;
        bool fits = true;
        for (qsizetype i = 0; fits && i < segments.size(); ++i) {
            if (route.segments.at(i) == QLatin1String("{}"))
                args << QUrl::fromPercentEncoding(segments.at(i).toLatin1());
            else
                fits = route.segments.at(i) == segments.at(i);
        }
        if (!fits)
            continue;
        match.pathKnown = true;
        if (route.method == method || (method == "HEAD" && route.method == "GET")) {
            match.handler = &route.handler;
            match.scope = route.scope;
            match.args = args;
            return match;
        }
    }
    return match;
}

} // namespace sluice::sandbox
