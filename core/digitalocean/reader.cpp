#include "core/digitalocean/reader.h"

#include "core/base/words.h"
#include "core/http/endpoint.h"

namespace sluice::digitalocean {

namespace {

const Json &emptyObject() {
    static const Json value = Json::object();
    return value;
}

QString fromJson(const Json &value) {
    return QString::fromStdString(value.get_ref<const std::string &>());
}

/// False for 64-bit values that a signed number cannot hold.
bool isInteger(const Json &value) {
    return value.is_number_integer() &&
           (!value.is_number_unsigned() || value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
}

} // namespace

QString Reader::pathOf(const char *key) const {
    return m_path.isEmpty() ? QString::fromLatin1(key) : m_path + QLatin1Char('.') + QLatin1String(key);
}

void Reader::fail(const QString &what, const QString &path) const {
    if (m_problem->isEmpty())
        *m_problem = what.arg(path);
}

Error Reader::error() const {
    return {.code = ErrorCode::Malformed,
            .message = CloudWords::tr("The reply cannot be understood: %1.").arg(*m_problem),
            .remedy = CloudWords::tr(
                "Try again. If it stays so, the platform has changed and this program needs an update.")};
}

const Json *Reader::member(const char *key, bool required) const {
    if (!m_value->is_object()) {
        fail(CloudWords::tr("\"%1\" is not an object"), m_path.isEmpty() ? CloudWords::tr("the document") : m_path);
        return nullptr;
    }
    const auto it = m_value->find(key);
    if (it != m_value->end() && !it->is_null())
        return &*it;
    if (required)
        fail(CloudWords::tr("\"%1\" is missing"), pathOf(key));
    return nullptr;
}

QString Reader::readText(const char *key, bool required) const {
    const Json *value = member(key, required);
    if (!value)
        return {};
    if (value->is_string())
        return fromJson(*value);
    fail(CloudWords::tr("\"%1\" is not a text"), pathOf(key));
    return {};
}

qint64 Reader::readInteger(const char *key, bool required) const {
    const Json *value = member(key, required);
    if (!value)
        return 0;
    if (isInteger(*value))
        return value->get<qint64>();
    fail(CloudWords::tr("\"%1\" is not a whole number"), pathOf(key));
    return 0;
}

QString Reader::id(const char *key) const {
    const Json *value = member(key, true);
    if (!value)
        return {};
    const QString text = value->is_string()  ? fromJson(*value)
                         : isInteger(*value) ? QString::number(value->get<qint64>())
                                             : QString();
    if (text.isEmpty())
        fail(CloudWords::tr("\"%1\" is not an id"), pathOf(key));
    return text;
}

double Reader::optionalNumber(const char *key) const {
    const Json *value = member(key, false);
    if (!value)
        return 0;
    if (value->is_number())
        return value->get<double>();
    fail(CloudWords::tr("\"%1\" is not a number"), pathOf(key));
    return 0;
}

bool Reader::optionalFlag(const char *key) const {
    const Json *value = member(key, false);
    if (!value)
        return false;
    if (value->is_boolean())
        return value->get<bool>();
    fail(CloudWords::tr("\"%1\" is not true or false"), pathOf(key));
    return false;
}

Reader Reader::readObject(const char *key, bool required) const {
    const Json *value = member(key, required);
    if (value && !value->is_object())
        fail(CloudWords::tr("\"%1\" is not an object"), pathOf(key));
    return {value && value->is_object() ? value : &emptyObject(), pathOf(key), m_problem};
}

QList<Reader> Reader::readList(const char *key, bool required) const {
    QList<Reader> readers;
    const Json *value = member(key, required);
    if (!value)
        return readers;
    if (!value->is_array()) {
        fail(CloudWords::tr("\"%1\" is not a list"), pathOf(key));
        return readers;
    }
    int index = 0;
    for (const Json &item : *value)
        readers << Reader(&item, QStringLiteral("%1[%2]").arg(pathOf(key)).arg(index++), m_problem);
    return readers;
}

QStringList Reader::optionalTexts(const char *key) const {
    QStringList texts;
    for (const Reader &item : optionalList(key)) {
        if (item.m_value->is_string())
            texts << fromJson(*item.m_value);
        else
            fail(CloudWords::tr("\"%1\" is not a text"), item.m_path);
    }
    return texts;
}

QList<qint64> Reader::optionalIntegers(const char *key) const {
    QList<qint64> numbers;
    for (const Reader &item : optionalList(key)) {
        if (isInteger(*item.m_value))
            numbers << item.m_value->get<qint64>();
        else
            fail(CloudWords::tr("\"%1\" is not a whole number"), item.m_path);
    }
    return numbers;
}

Result<QString> nextOf(const Json &reply) {
    const Reader top(reply);
    const QString next = top.optionalObject("links").optionalObject("pages").optionalText("next");
    if (top.failed())
        return top.error();
    if (next.isEmpty())
        return QString();
    const QUrl url(next, QUrl::StrictMode);
    if (!url.isValid() || !url.path().startsWith(QLatin1String("/v2/")))
        return Error{.code = ErrorCode::Malformed,
                     .message = CloudWords::tr("The link to the next page is not valid.")};
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

Status checkNext(const Json &reply, const QUrl &endpoint) {
    const QUrl next(jsonString(jsonMember(jsonMember(reply, "links"), "pages"), "next"));
    if (next.isEmpty() || (next.isRelative() && next.host().isEmpty()) || sameOrigin(next, endpoint))
        return Ok{};
    return Error{.code = ErrorCode::Malformed,
                 .message =
                     CloudWords::tr("The link to the next page points to another server (%1); it was not followed.")
                         .arg(next.host())};
}

QString segment(const QString &text) {
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace sluice::digitalocean
