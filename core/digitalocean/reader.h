#pragma once

#include "core/base/json.h"
#include "core/digitalocean/api.h"

#include <memory>

namespace sluice::digitalocean {

/// Reads a reply strictly where it matters and tolerantly elsewhere: unknown members are ignored, null counts as
/// absent, a missing required member or a wrong type is remembered with its path ("vpc.id"). Read everything, then ask
/// failed().
class Reader {
public:
    explicit Reader(const Json &value, const QString &path = {})
        : Reader(&value, path, std::make_shared<QString>()) {}

    /// Required members.
    QString text(const char *key) const { return readText(key, true); }
    qint64 integer(const char *key) const { return readInteger(key, true); }
    Reader object(const char *key) const { return readObject(key, true); }
    QList<Reader> list(const char *key) const { return readList(key, true); }
    /// A required id, which some endpoints write as a number and others as text.
    QString id(const char *key) const;
    /// Members that may be absent or null; a wrong type still fails.
    QString optionalText(const char *key) const { return readText(key, false); }
    qint64 optionalInteger(const char *key) const { return readInteger(key, false); }
    double optionalNumber(const char *key) const;
    bool optionalFlag(const char *key) const;
    Reader optionalObject(const char *key) const { return readObject(key, false); }
    QList<Reader> optionalList(const char *key) const { return readList(key, false); }
    QStringList optionalTexts(const char *key) const;
    QList<qint64> optionalIntegers(const char *key) const;

    /// The value as it came, for what is sent back unchanged.
    Json raw() const { return *m_value; }

    bool failed() const { return !m_problem->isEmpty(); }
    Error error() const;

private:
    Reader(const Json *value, QString path, std::shared_ptr<QString> problem)
        : m_value(value)
        , m_path(std::move(path))
        , m_problem(std::move(problem)) {}
    QString pathOf(const char *key) const;
    void fail(const QString &what, const QString &path) const; ///< `what` names the path as %1
    const Json *member(const char *key, bool required) const;
    QString readText(const char *key, bool required) const;
    qint64 readInteger(const char *key, bool required) const;
    Reader readObject(const char *key, bool required) const;
    QList<Reader> readList(const char *key, bool required) const;

    const Json *m_value;
    QString m_path;
    std::shared_ptr<QString> m_problem;
};

/// Path and query of `links.pages.next`; empty on the last page. Whether it points to the right server is checked by
/// the Client.
Result<QString> nextOf(const Json &reply);
/// Malformed when the next link names another server than `endpoint`.
Status checkNext(const Json &reply, const QUrl &endpoint);
/// A path segment, percent-encoded.
QString segment(const QString &text);

/// The value under `key` of the reply.
template <class T>
Result<T> parseOne(const Json &reply, const char *key, T (*read)(const Reader &)) {
    const Reader top(reply);
    const T value = read(top.object(key));
    if (top.failed())
        return top.error();
    return value;
}

template <class T>
Result<Page<T>> parsePage(const Json &reply, const char *key, T (*read)(const Reader &)) {
    const Reader top(reply);
    Page<T> page;
    for (const Reader &item : top.list(key))
        page.items << read(item);
    if (top.failed())
        return top.error();
    const Result<QString> next = nextOf(reply);
    if (!next)
        return next.error();
    page.next = *next;
    return page;
}

} // namespace sluice::digitalocean
