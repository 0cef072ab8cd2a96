#include "core/sandbox/hosts/shell.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

bool isName(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

/// Removes a prefix or suffix that matches a shell pattern, as ${x#p} and ${x%p} do.
QString strip(const QString &value, const QString &pattern, bool prefix, bool longest) {
    for (qsizetype i = 0; i <= value.size(); ++i) {
        const qsizetype length = longest ? value.size() - i : i;
        const QString part = prefix ? value.left(length) : value.right(length);
        if (Shell::matches(pattern, part))
            return prefix ? value.mid(length) : value.left(value.size() - length);
    }
    return value;
}

} // namespace

bool Shell::matches(const QString &pattern, const QString &text) {
    // Qt's wildcards are for paths, where * stops at a slash; a shell's do not.
    const auto flat = [](QString value) { return value.replace(QLatin1Char('/'), QChar(0x1f)); };
    thread_local QHash<QString, QRegularExpression> known;
    if (known.size() > 256)
        known.clear();
    auto it = known.find(pattern);
    if (it == known.end())
        it = known.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(
                                       QRegularExpression::wildcardToRegularExpression(
                                           flat(pattern), QRegularExpression::UnanchoredWildcardConversion))));
    return it->match(flat(text)).hasMatch();
}

QString Shell::variable(const QString &name) const {
    bool number = false;
    const int index = name.toInt(&number);
    if (number)
        return index == 0 ? QStringLiteral("sh") : m_arguments.value(index - 1);
    if (name == QLatin1String("?"))
        return QString::number(m_status);
    if (name == QLatin1String("#"))
        return QString::number(m_arguments.size());
    if (name == QLatin1String("@") || name == QLatin1String("*"))
        return m_arguments.join(QLatin1Char(' '));
    if (name == QLatin1String("$"))
        return QStringLiteral("4242");
    if (name == QLatin1String("PWD"))
        return m_folder;
    return m_variables.value(name);
}

qint64 Shell::arithmetic(const QString &text) {
    // Numbers with + - * / % from left to right by precedence: what counters in scripts use.
    QList<qint64> values;
    QList<QChar> operators;
    const auto reduce = [&] {
        const qint64 b = values.takeLast();
        const qint64 a = values.takeLast();
        const QChar o = operators.takeLast();
        if (o == QLatin1Char('+'))
            values << a + b;
        else if (o == QLatin1Char('-'))
            values << a - b;
        else if (o == QLatin1Char('*'))
            values << a * b;
        else
            values << (b == 0 ? 0 : (o == QLatin1Char('/') ? a / b : a % b));
    };
    const auto rank = [](QChar o) { return o == QLatin1Char('+') || o == QLatin1Char('-') ? 1 : 2; };
    static const QRegularExpression token(QStringLiteral("\\d+|[-+*/%]"));
    auto it = token.globalMatch(text);
    bool wantValue = true;
    bool negative = false;
    while (it.hasNext()) {
        const QString t = it.next().captured();
        if (t.at(0).isDigit()) {
            values << (negative ? -t.toLongLong() : t.toLongLong());
            negative = false;
            wantValue = false;
        } else if (wantValue) {
            negative = t == QLatin1String("-");
        } else {
            while (!operators.isEmpty() && values.size() > 1 && rank(operators.last()) >= rank(t.at(0)))
                reduce();
            operators << t.at(0);
            wantValue = true;
        }
    }
    while (!operators.isEmpty() && values.size() > 1)
        reduce();
    return values.isEmpty() ? 0 : values.last();
}

QString Shell::substitute(const QString &script) {
    if (++m_depth > 40) {
        --m_depth;
        return {};
    }
    QByteArray out;
    Io io{std::make_shared<QByteArray>(), &out, &m_substitutionErrors};
    const auto variables = m_variables;
    QString problem;
    const ShellNodePtr node = parseShell(script, &problem);
    if (node)
        m_status = evaluate(*node, io);
    else
        m_substitutionErrors += "sh: 1: " + problem.toUtf8() + '\n';
    if (m_flow == Flow::Exit || m_flow == Flow::Return)
        m_flow = Flow::Normal; // a subshell's exit ends the subshell
    m_variables = variables;
    m_substituted = true;
    --m_depth;
    QString text = QString::fromUtf8(out);
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text;
}

QString Shell::parameter(const QString &expression) {
    if (expression.startsWith(QLatin1Char('#')) && expression.size() > 1)
        return QString::number(variable(expression.mid(1)).size());
    qsizetype end = 0;
    while (end < expression.size() && isName(expression.at(end)))
        ++end;
    if (end == 0 && !expression.isEmpty())
        end = 1;
    const QString name = expression.left(end);
    QString rest = expression.mid(end);
    const QString value = variable(name);
    if (rest.isEmpty())
        return value;
    const bool colon = rest.startsWith(QLatin1Char(':'));
    if (colon)
        rest.remove(0, 1);
    const bool isSet = m_variables.contains(name) || !value.isEmpty();
    const bool useful = colon ? !value.isEmpty() : isSet;
    const QChar what = rest.isEmpty() ? QChar() : rest.at(0);
    const QString word = rest.mid(1);
    if (what == QLatin1Char('-'))
        return useful ? value : expandText(word);
    if (what == QLatin1Char('=')) {
        if (!useful)
            m_variables.insert(name, expandText(word));
        return variable(name);
    }
    if (what == QLatin1Char('+'))
        return useful ? expandText(word) : QString();
    if (what == QLatin1Char('?'))
        return value;
    if (what == QLatin1Char('#') || what == QLatin1Char('%')) {
        const bool longest = word.startsWith(what);
        return strip(value, expandText(longest ? word.mid(1) : word), what == QLatin1Char('#'), longest);
    }
    return value;
}

/// What stands at `*at`, which is a '$'; moves behind it.
QString Shell::dollar(const QString &raw, qsizetype *at) {
    const qsizetype start = *at + 1;
    if (start >= raw.size()) {
        *at = start;
        return QStringLiteral("$");
    }
    const auto balanced = [&raw](qsizetype from, QChar open, QChar close) {
        const qsizetype end = endOfBalanced(raw, from, open, close);
        return end < 0 ? raw.size() : end;
    };
    const QChar c = raw.at(start);
    if (c == QLatin1Char('(') && raw.mid(start, 2) == QLatin1String("((")) {
        const qsizetype end = balanced(start + 1, QLatin1Char('('), QLatin1Char(')'));
        *at = end;
        QString inner = raw.mid(start + 2, end - start - 4);
        static const QRegularExpression bare(QStringLiteral("(?<![\\w$])([A-Za-z_]\\w*)"));
        inner.replace(bare, QStringLiteral("$\\1"));
        return QString::number(arithmetic(expandText(inner)));
    }
    if (c == QLatin1Char('(')) {
        const qsizetype end = balanced(start + 1, QLatin1Char('('), QLatin1Char(')'));
        *at = end;
        return substitute(raw.mid(start + 1, end - start - 2));
    }
    if (c == QLatin1Char('{')) {
        const qsizetype end = balanced(start + 1, QLatin1Char('{'), QLatin1Char('}'));
        *at = end;
        return parameter(raw.mid(start + 1, end - start - 2));
    }
    qsizetype end = start;
    if (QStringLiteral("?#@*$").contains(c) || c.isDigit()) {
        end = start + 1;
    } else {
        while (end < raw.size() && isName(raw.at(end)))
            ++end;
    }
    if (end == start) {
        *at = start;
        return QStringLiteral("$");
    }
    *at = end;
    return variable(raw.mid(start, end - start));
}

/// Splits a raw word into pieces, each quoted or not; unquoted expansions are cut into fields at white space.
void Shell::expandPieces(const QString &raw, QList<Piece> *pieces, bool inQuotes) {
    const auto add = [pieces](const QString &text, bool quoted) { pieces->append({text, quoted, false}); };
    const auto addFields = [pieces](const QString &text) {
        bool field = false;
        QString current;
        for (const QChar c : text) {
            if (c.isSpace()) {
                if (field || !current.isEmpty()) {
                    pieces->append({current, false, true});
                    current.clear();
                    field = false;
                } else if (!pieces->isEmpty() && !pieces->last().endOfField) {
                    pieces->append({QString(), false, true});
                }
            } else {
                current += c;
                field = true;
            }
        }
        if (!current.isEmpty())
            pieces->append({current, false, false});
    };
    // A quote that is never closed, as inside other quotes, goes to the end.
    const auto closing = [&raw](QLatin1Char quote, qsizetype from) {
        const qsizetype end = raw.indexOf(quote, from + 1);
        return end < 0 ? raw.size() : end;
    };
    qsizetype i = 0;
    while (i < raw.size()) {
        const QChar c = raw.at(i);
        if (c == QLatin1Char('\\') && i + 1 < raw.size()) {
            const QChar next = raw.at(i + 1);
            if (next == QLatin1Char('\n')) {
            } else if (inQuotes && !QStringLiteral("$`\"\\").contains(next)) {
                add(QStringLiteral("\\") + next, true);
            } else {
                add(next, true);
            }
            i += 2;
        } else if (c == QLatin1Char('\'') && !inQuotes) {
            const qsizetype end = closing(QLatin1Char('\''), i);
            add(raw.mid(i + 1, end - i - 1), true);
            i = end + 1;
        } else if (c == QLatin1Char('"') && !inQuotes) {
            qsizetype end = i + 1;
            while (end >= 0 && end < raw.size() && raw.at(end) != QLatin1Char('"')) {
                if (raw.at(end) == QLatin1Char('\\'))
                    end += 2;
                else if (raw.mid(end, 2) == QLatin1String("$("))
                    end = endOfBalanced(raw, end + 2, QLatin1Char('('), QLatin1Char(')'));
                else
                    ++end;
            }
            if (end < 0)
                end = raw.size();
            const QString inside = raw.mid(i + 1, end - i - 1);
            if (inside == QLatin1String("$@")) {
                for (qsizetype n = 0; n < m_arguments.size(); ++n)
                    pieces->append({m_arguments.at(n), true, n + 1 < m_arguments.size()});
            } else {
                add(QString(), true); // "" is an empty field, not nothing
                expandPieces(inside, pieces, true);
            }
            i = end + 1;
        } else if (c == QLatin1Char('$')) {
            const QString value = dollar(raw, &i);
            if (inQuotes)
                add(value, true);
            else
                addFields(value);
        } else if (c == QLatin1Char('`')) {
            const qsizetype end = closing(QLatin1Char('`'), i);
            const QString value = substitute(raw.mid(i + 1, end - i - 1));
            if (inQuotes)
                add(value, true);
            else
                addFields(value);
            i = end + 1;
        } else {
            qsizetype end = i;
            while (end < raw.size() && !QStringLiteral("\\'\"$`").contains(raw.at(end)))
                ++end;
            if (end == i)
                ++end;
            add(raw.mid(i, end - i), inQuotes);
            i = end;
        }
    }
}

QString Shell::expandText(const QString &text) {
    QList<Piece> pieces;
    expandPieces(text, &pieces, true);
    QString out;
    for (const Piece &piece : std::as_const(pieces))
        out += piece.text;
    return out;
}

QString Shell::expandOne(const QString &raw) {
    QList<Piece> pieces;
    expandPieces(raw, &pieces, false);
    QString out;
    for (const Piece &piece : std::as_const(pieces))
        out += piece.text + (piece.endOfField && &piece != &pieces.last() ? QStringLiteral(" ") : QString());
    return out;
}

QStringList Shell::glob(const QString &pattern, bool *matched) const {
    QStringList found{pattern.startsWith(QLatin1Char('/')) ? QString() : m_folder};
    for (const QString &part : pattern.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        QStringList next;
        const bool wild =
            part.contains(QLatin1Char('*')) || part.contains(QLatin1Char('?')) || part.contains(QLatin1Char('['));
        for (const QString &base : std::as_const(found)) {
            if (!wild) {
                next << base + QLatin1Char('/') + part;
                continue;
            }
            for (const QString &name : machine().list(base.isEmpty() ? QStringLiteral("/") : base)) {
                if (!name.startsWith(QLatin1Char('.')) && matches(part, name))
                    next << base + QLatin1Char('/') + name;
            }
        }
        found = next;
    }
    QStringList existing;
    for (const QString &path : std::as_const(found)) {
        if (machine().files.contains(path) || machine().isFolder(path))
            existing << path;
    }
    *matched = !existing.isEmpty();
    return existing;
}

QStringList Shell::expand(const QString &raw) {
    QList<Piece> pieces;
    expandPieces(raw, &pieces, false);
    QStringList fields;
    QString field;
    bool any = false;
    bool wild = false;
    const auto finish = [&] {
        if (!any)
            return;
        bool matched = false;
        const QStringList names = wild ? glob(field, &matched) : QStringList();
        if (matched)
            fields << names;
        else
            fields << field;
        field.clear();
        any = wild = false;
    };
    for (const Piece &piece : std::as_const(pieces)) {
        if (piece.quoted || !piece.text.isEmpty()) {
            any = true;
            field += piece.text;
            wild = wild ||
                   (!piece.quoted && (piece.text.contains(QLatin1Char('*')) || piece.text.contains(QLatin1Char('?'))));
        }
        if (piece.endOfField)
            finish();
    }
    finish();
    return fields;
}

} // namespace sluice::sandbox
