#include "core/blueprint/tfvars.h"

#include "core/base/words.h"

#include <cmath>

namespace sluice::blueprint {

namespace {

constexpr qsizetype kMaxBytes = 1024 * 1024;
constexpr int kMaxDepth = 32;

bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isName(char c) {
    return isNameStart(c) || isDigit(c) || c == '-';
}

/// One pass over the text; the first failure is kept and stops everything.
class Parser {
public:
    explicit Parser(const QByteArray &text)
        : m_text(text) {}

    Result<TfvarsFile> run() {
        TfvarsFile file;
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        while (skipBlank(true) && m_at < m_text.size()) {
            const int line = m_line;
            const QString name = key();
            if (name.isEmpty())
                return m_error.message.isEmpty() ? fail(BlueprintWords::tr("a variable name was expected")) : m_error;
            skipBlank(false);
            if (peek() == '{' || peek() == '"')
                return fail(BlueprintWords::tr("blocks are not allowed here"),
                            BlueprintWords::tr("Write name = value."));
            if (peek() != '=' || peek(1) == '=')
                return fail(BlueprintWords::tr("\"=\" was expected after %1").arg(name));
            ++m_at;
            skipBlank(false);
            if (file.lines.contains(name))
                return fail(
                    BlueprintWords::tr("%1 is given twice (first on line %2)").arg(name).arg(file.lines.value(name)));
            Json parsed = value(0);
            if (!m_error.message.isEmpty())
                return m_error;
            file.values[name.toStdString()] = std::move(parsed);
            file.lines.insert(name, line);
            skipBlank(false);
            if (m_at < m_text.size() && peek() != '\n' && m_error.message.isEmpty())
                return fail(BlueprintWords::tr("something follows the value of %1").arg(name),
                            BlueprintWords::tr("Only plain values are read: no expressions, one variable per line."));
        }
        if (!m_error.message.isEmpty())
            return m_error;
        return file;
    }

private:
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : '\0'; }

    Error fail(const QString &what, const QString &remedy = {}) {
        if (m_error.message.isEmpty())
            m_error = Error{.code = ErrorCode::InvalidInput,
                            .message = BlueprintWords::tr("Line %1: %2.").arg(m_line).arg(what),
                            .remedy = remedy};
        return m_error;
    }

    /// Spaces and comments; with `newlines` line ends too. False when a comment never ends.
    bool skipBlank(bool newlines) {
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '\n' && !newlines)
                return true;
            if (c == '\n')
                ++m_line;
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                ++m_at;
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                while (m_at < m_text.size() && peek() != '\n')
                    ++m_at;
            } else if (c == '/' && peek(1) == '*') {
                const qsizetype end = m_text.indexOf("*/", m_at + 2);
                if (end < 0) {
                    fail(BlueprintWords::tr("a /* comment is never closed"));
                    m_at = m_text.size();
                    return false;
                }
                for (; m_at < end + 2; ++m_at)
                    m_line += peek() == '\n' ? 1 : 0;
            } else {
                return true;
            }
        }
        return m_error.message.isEmpty();
    }

    QString key() {
        if (peek() == '"') {
            const Json text = string();
            return text.is_string() ? QString::fromStdString(text.get<std::string>()) : QString();
        }
        const qsizetype start = m_at;
        if (isNameStart(peek())) {
            while (isName(peek()))
                ++m_at;
        }
        return QString::fromUtf8(m_text.mid(start, m_at - start));
    }

    Json value(int depth) {
        if (depth > kMaxDepth) {
            fail(BlueprintWords::tr("lists are nested deeper than %1").arg(kMaxDepth));
            return {};
        }
        const char c = peek();
        if (c == '"')
            return string();
        if (c == '[')
            return list(depth);
        if (c == '{')
            return object(depth);
        if (isDigit(c) || c == '-')
            return number();
        if (c == '<' && peek(1) == '<') {
            fail(BlueprintWords::tr("heredocs are not read"),
                 BlueprintWords::tr("Write the text as one \"quoted string\"."));
            return {};
        }
        const QString word = key();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            return word == QLatin1String("true");
        if (word == QLatin1String("null"))
            return nullptr;
        fail(word.isEmpty() ? BlueprintWords::tr("a value was expected")
                            : BlueprintWords::tr("%1 is not a plain value").arg(word.left(64)),
             BlueprintWords::tr("Put text in double quotes; references and functions are not read here."));
        return {};
    }

    Json number() {
        const qsizetype start = m_at;
        if (peek() == '-')
            ++m_at;
        bool whole = true;
        while (isDigit(peek()) || peek() == '.' || peek() == 'e' || peek() == 'E' ||
               ((peek() == '+' || peek() == '-') && (m_text.at(m_at - 1) == 'e' || m_text.at(m_at - 1) == 'E'))) {
            whole = whole && isDigit(peek());
            ++m_at;
        }
        const QByteArray digits = m_text.mid(start, m_at - start);
        bool ok = false;
        const qint64 integer = digits.toLongLong(&ok);
        if (whole && ok)
            return integer;
        const double real = digits.toDouble(&ok);
        if (!ok || !std::isfinite(real)) {
            fail(BlueprintWords::tr("%1 is not a number").arg(QString::fromLatin1(digits.left(64))));
            return {};
        }
        return real;
    }

    bool escape(QByteArray &out) {
        const char c = peek();
        ++m_at;
        switch (c) {
        case 'n':
            out += '\n';
            return true;
        case 'r':
            out += '\r';
            return true;
        case 't':
            out += '\t';
            return true;
        case '"':
        case '\\':
            out += c;
            return true;
        case 'u':
        case 'U': {
            const int length = c == 'u' ? 4 : 8;
            bool ok = false;
            const uint code = m_text.mid(m_at, length).toUInt(&ok, 16);
            if (!ok || m_at + length > m_text.size() || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
                return false;
            m_at += length;
            const char32_t point = code;
            out += QString::fromUcs4(&point, 1).toUtf8();
            return true;
        }
        default:
            return false;
        }
    }

    Json string() {
        ++m_at;
        QByteArray out;
        while (m_at < m_text.size() && peek() != '"') {
            const char c = peek();
            if (c == '\n')
                break;
            const bool opens = (c == '$' || c == '%') && peek(1) == '{';
            const bool escaped = (c == '$' || c == '%') && peek(1) == c && peek(2) == '{';
            if (opens) {
                fail(BlueprintWords::tr("${} templates are not read"),
                     BlueprintWords::tr("Write the value itself, or $${ for the literal characters ${."));
                return {};
            }
            if (escaped) {
                out += c;
                out += '{';
                m_at += 3;
                continue;
            }
            ++m_at;
            if (c != '\\') {
                out += c;
            } else if (!escape(out)) {
                fail(BlueprintWords::tr("an unknown escape is in the string"),
                     BlueprintWords::tr("Known are \\n \\r \\t \\\" \\\\ \\uNNNN \\UNNNNNNNN."));
                return {};
            }
        }
        if (peek() != '"') {
            fail(BlueprintWords::tr("a string is never closed"));
            return {};
        }
        ++m_at;
        return QString::fromUtf8(out).toStdString();
    }

    Json list(int depth) {
        ++m_at;
        Json items = Json::array();
        while (skipBlank(true) && peek() != ']') {
            items.push_back(value(depth + 1));
            if (!m_error.message.isEmpty() || !skipBlank(true))
                return {};
            if (peek() == ',')
                ++m_at;
            else if (peek() != ']') {
                fail(m_at < m_text.size() ? BlueprintWords::tr("\",\" or \"]\" was expected in the list")
                                          : BlueprintWords::tr("a list is never closed"));
                return {};
            }
        }
        ++m_at;
        return items;
    }

    Json object(int depth) {
        ++m_at;
        Json members = Json::object();
        while (skipBlank(true) && peek() != '}') {
            const QString name = key();
            skipBlank(false);
            if (name.isEmpty() || (peek() != '=' && peek() != ':')) {
                fail(BlueprintWords::tr("name = value was expected inside { }"));
                return {};
            }
            ++m_at;
            skipBlank(false);
            members[name.toStdString()] = value(depth + 1);
            if (!m_error.message.isEmpty())
                return {};
            skipBlank(false);
            if (peek() == ',')
                ++m_at;
            else if (peek() != '}' && peek() != '\n') {
                fail(BlueprintWords::tr("\",\", a new line or \"}\" was expected"));
                return {};
            }
        }
        ++m_at;
        return members;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    Error m_error;
};

} // namespace

Result<TfvarsFile> parseTfvars(const QByteArray &text) {
    if (text.size() > kMaxBytes)
        return Error{.code = ErrorCode::InvalidInput,
                     .message = BlueprintWords::tr("The file is larger than 1 MiB."),
                     .remedy = BlueprintWords::tr("A .tfvars file holds a few lines of name = value.")};
    return Parser(text).run();
}

} // namespace sluice::blueprint
