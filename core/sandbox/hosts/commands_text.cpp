#include "core/sandbox/hosts/commands.h"

#include <QRegularExpression>
#include <algorithm>

namespace sluice::sandbox {

namespace {

QString unescape(const QString &text) {
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != QLatin1Char('\\') || i + 1 >= text.size()) {
            out += text.at(i);
            continue;
        }
        const QChar c = text.at(++i);
        if (c == QLatin1Char('n'))
            out += QLatin1Char('\n');
        else if (c == QLatin1Char('t'))
            out += QLatin1Char('\t');
        else if (c == QLatin1Char('\\'))
            out += QLatin1Char('\\');
        else
            out += QStringLiteral("\\") + c;
    }
    return out;
}

int echo(Shell &, const QStringList &words, Shell::Io &io) {
    QStringList rest = words.mid(1);
    bool newline = true;
    bool escapes = false;
    while (!rest.isEmpty() && (rest.first() == QLatin1String("-n") || rest.first() == QLatin1String("-e"))) {
        (rest.first() == QLatin1String("-n") ? newline : escapes) = rest.first() == QLatin1String("-e");
        rest.removeFirst();
    }
    const QString text = rest.join(QLatin1Char(' '));
    *io.out += (escapes ? unescape(text) : text).toUtf8();
    if (newline)
        *io.out += '\n';
    return 0;
}

int print(Shell &, const QStringList &words, Shell::Io &io) {
    const QString format = words.value(1);
    QStringList values = words.mid(2);
    do {
        QString out;
        bool used = false;
        for (qsizetype i = 0; i < format.size(); ++i) {
            if (format.at(i) == QLatin1Char('%') && i + 1 < format.size()) {
                qsizetype end = i + 1;
                while (end < format.size() && QStringLiteral("-0123456789.").contains(format.at(end)))
                    ++end;
                const QChar c = end < format.size() ? format.at(end) : QChar();
                const int width = format.mid(i + 1, end - i - 1).toInt();
                i = end;
                if (c == QLatin1Char('%')) {
                    out += c;
                    continue;
                }
                const QString value = values.isEmpty() ? QString() : values.takeFirst();
                used = true;
                const QString shown = c == QLatin1Char('d') ? QString::number(value.toLongLong())
                                                            : (c == QLatin1Char('b') ? unescape(value) : value);
                out += width < 0 ? shown.leftJustified(-width) : shown.rightJustified(width);
            } else if (format.at(i) == QLatin1Char('\\') && i + 1 < format.size()) {
                out += unescape(format.mid(i, 2));
                ++i;
            } else {
                out += format.at(i);
            }
        }
        *io.out += out.toUtf8();
        if (!used)
            break;
    } while (!values.isEmpty());
    return 0;
}

int cat(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    QByteArray content;
    const int status = readOperands(shell, words.first(), arguments.operands, io, &content);
    *io.out += content;
    return status;
}

int grep(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("emABC"));
    QStringList operands = arguments.operands;
    QStringList patterns = arguments.options.values(QStringLiteral("e"));
    if (patterns.isEmpty() && !operands.isEmpty())
        patterns << operands.takeFirst();
    for (QString &pattern : patterns) {
        pattern = QStringLiteral("(?:%1)").arg(arguments.has(QStringLiteral("F"))
                                                   ? QRegularExpression::escape(pattern)
                                                   : perlExpression(pattern, arguments.has(QStringLiteral("E"))));
    }
    QRegularExpression expression(patterns.join(QLatin1Char('|')));
    if (arguments.has(QStringLiteral("i")))
        expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    QByteArray ignored;
    Shell::Io quietIo{io.in, io.out, arguments.has(QStringLiteral("s")) ? &ignored : io.err};
    const QStringList files = operands.isEmpty() ? QStringList{QStringLiteral("-")} : operands;
    int count = 0;
    bool missing = false;
    for (const QString &file : files) {
        QByteArray content;
        if (readOperands(shell, QStringLiteral("grep"), {file}, quietIo, &content) != 0) {
            missing = true;
            continue;
        }
        int here = 0;
        for (const QString &line : linesOf(content)) {
            const QRegularExpressionMatch match = expression.match(line);
            if (match.hasMatch() == arguments.has(QStringLiteral("v")))
                continue;
            ++here;
            if (arguments.has(QStringLiteral("q")) || arguments.has(QStringLiteral("c")) ||
                arguments.has(QStringLiteral("l")))
                continue;
            if (files.size() > 1 && !arguments.has(QStringLiteral("h")))
                *io.out += file.toUtf8() + ':';
            *io.out += (arguments.has(QStringLiteral("o")) ? match.captured() : line).toUtf8() + '\n';
            if (arguments.has(QStringLiteral("m")) && here >= arguments.value(QStringLiteral("m")).toInt())
                break;
        }
        if (arguments.has(QStringLiteral("c")))
            *io.out += QByteArray::number(here) + '\n';
        if (arguments.has(QStringLiteral("l")) && here > 0)
            *io.out += file.toUtf8() + '\n';
        count += here;
    }
    return count > 0 ? 0 : (missing ? 2 : 1);
}

struct SedCommand {
    QRegularExpression address;
    int line = 0; ///< 0 = every line; -1 = last
    bool hasAddress = false;
    QChar verb; ///< s d p q
    QRegularExpression pattern;
    QString replacement;
    bool global = false;
    bool print = false;
};

bool parseSed(const QString &script, bool extended, QList<SedCommand> *commands) {
    qsizetype i = 0;
    const auto delimited = [&](QChar d) {
        QString part;
        while (i < script.size() && script.at(i) != d) {
            if (script.at(i) == QLatin1Char('\\') && i + 1 < script.size()) {
                if (script.at(i + 1) == d)
                    ++i; // the delimiter itself, escaped
                else
                    part += script.at(i++);
            }
            part += script.at(i++);
        }
        ++i;
        return part;
    };
    while (i < script.size()) {
        if (script.at(i).isSpace() || script.at(i) == QLatin1Char(';')) {
            ++i;
            continue;
        }
        SedCommand command;
        if (script.at(i) == QLatin1Char('/')) {
            ++i;
            command.address = QRegularExpression(perlExpression(delimited(QLatin1Char('/')), extended));
            command.hasAddress = true;
        } else if (script.at(i).isDigit()) {
            while (i < script.size() && script.at(i).isDigit())
                command.line = command.line * 10 + script.at(i++).digitValue();
        } else if (script.at(i) == QLatin1Char('$')) {
            command.line = -1;
            ++i;
        }
        if (i >= script.size())
            return false;
        command.verb = script.at(i++);
        if (command.verb == QLatin1Char('s')) {
            if (i >= script.size())
                return false;
            const QChar d = script.at(i++);
            QString options;
            const QString pattern = delimited(d);
            command.replacement = delimited(d);
            while (i < script.size() && script.at(i).isLetter())
                options += script.at(i++);
            command.pattern = QRegularExpression(perlExpression(pattern, extended));
            if (options.contains(QLatin1Char('i')) || options.contains(QLatin1Char('I')))
                command.pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
            command.global = options.contains(QLatin1Char('g'));
            command.print = options.contains(QLatin1Char('p'));
        } else if (!QStringLiteral("dpq").contains(command.verb)) {
            return false;
        }
        commands->append(command);
    }
    return true;
}

QString replaced(const QRegularExpressionMatch &match, const QString &replacement) {
    QString out;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement.at(i);
        if (c == QLatin1Char('&')) {
            out += match.captured();
        } else if (c == QLatin1Char('\\') && i + 1 < replacement.size()) {
            const QChar next = replacement.at(++i);
            if (next.isDigit())
                out += match.captured(next.digitValue());
            else
                out += next == QLatin1Char('n') ? QChar(QLatin1Char('\n')) : next;
        } else {
            out += c;
        }
    }
    return out;
}

QByteArray runSed(const QList<SedCommand> &commands, const QByteArray &content, bool quiet) {
    QByteArray out;
    const QStringList lines = linesOf(content);
    for (qsizetype n = 0; n < lines.size(); ++n) {
        QString line = lines.at(n);
        bool deleted = false;
        bool quit = false;
        for (const SedCommand &command : commands) {
            const bool here = command.hasAddress ? command.address.match(line).hasMatch()
                                                 : (command.line == 0 || command.line == n + 1 ||
                                                    (command.line < 0 && n + 1 == lines.size()));
            if (!here)
                continue;
            if (command.verb == QLatin1Char('d')) {
                deleted = true;
                break;
            }
            if (command.verb == QLatin1Char('q')) {
                quit = true;
                break;
            }
            if (command.verb == QLatin1Char('p')) {
                out += line.toUtf8() + '\n';
                continue;
            }
            qsizetype at = 0;
            bool changed = false;
            while (at <= line.size()) {
                const QRegularExpressionMatch match = command.pattern.match(line, at);
                if (!match.hasMatch())
                    break;
                const QString with = replaced(match, command.replacement);
                line.replace(match.capturedStart(), match.capturedLength(), with);
                changed = true;
                at = match.capturedStart() + with.size() + (match.capturedLength() == 0 ? 1 : 0);
                if (!command.global)
                    break;
            }
            if (changed && command.print)
                out += line.toUtf8() + '\n';
        }
        if (!deleted && !quiet)
            out += line.toUtf8() + '\n';
        if (quit)
            break;
    }
    if (!content.isEmpty() && !content.endsWith('\n') && out.endsWith('\n'))
        out.chop(1); // a last line without its end stays so
    return out;
}

int sed(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("e"));
    QStringList operands = arguments.operands;
    QString script = arguments.value(QStringLiteral("e"));
    if (!arguments.has(QStringLiteral("e")) && !operands.isEmpty())
        script = operands.takeFirst();
    QList<SedCommand> commands;
    if (!parseSed(script, arguments.has(QStringLiteral("E")) || arguments.has(QStringLiteral("r")), &commands)) {
        *io.err += "sed: -e expression #1: unknown command\n";
        return 1;
    }
    const bool quiet = arguments.has(QStringLiteral("n"));
    if (!arguments.has(QStringLiteral("i"))) {
        QByteArray content;
        const int status = readOperands(shell, QStringLiteral("sed"), operands, io, &content);
        *io.out += runSed(commands, content, quiet);
        return status;
    }
    for (const QString &file : operands) {
        QByteArray content;
        if (!shell.readFile(QStringLiteral("sed"), file, &content, io))
            return 1;
        shell.writeFile(QStringLiteral("sed"), file, runSed(commands, content, quiet), io);
    }
    return 0;
}

int cut(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("dfc"));
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("cut"), arguments.operands, io, &content);
    const QString spec = arguments.value(QStringLiteral("f"), arguments.value(QStringLiteral("c")));
    const qsizetype first = std::max(1, spec.section(QLatin1Char('-'), 0, 0).toInt());
    const bool range = spec.contains(QLatin1Char('-'));
    const qsizetype last =
        range ? (spec.section(QLatin1Char('-'), 1).isEmpty() ? 1000000 : spec.section(QLatin1Char('-'), 1).toInt())
              : first;
    const QString delimiter = arguments.value(QStringLiteral("d"), QStringLiteral("\t"));
    for (const QString &line : linesOf(content)) {
        if (arguments.has(QStringLiteral("c"))) {
            *io.out += line.mid(first - 1, last - first + 1).toUtf8() + '\n';
            continue;
        }
        const QStringList fields = line.split(delimiter);
        *io.out +=
            (fields.size() == 1 ? line : fields.mid(first - 1, last - first + 1).join(delimiter)).toUtf8() + '\n';
    }
    return status;
}

int awk(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("Fv"));
    QStringList operands = arguments.operands;
    const QString program = operands.isEmpty() ? QString() : operands.takeFirst().trimmed();
    static const QRegularExpression shape(
        QStringLiteral("^(?:/(.*)/|NR==(\\d+))?\\s*(?:\\{\\s*print\\s*([^}]*?)\\s*(?:;\\s*exit)?\\s*\\})?$"));
    const QRegularExpressionMatch parts = shape.match(program);
    if (!parts.hasMatch()) {
        *io.err += "awk: this program is beyond the simulated host\n";
        return 2;
    }
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("awk"), operands, io, &content);
    const QRegularExpression wanted(parts.captured(1));
    const QString separator = arguments.value(QStringLiteral("F"));
    int number = 0;
    for (const QString &line : linesOf(content)) {
        ++number;
        if (!parts.captured(1).isEmpty() && !wanted.match(line).hasMatch())
            continue;
        if (!parts.captured(2).isEmpty() && parts.captured(2).toInt() != number)
            continue;
        const QStringList fields = separator.isEmpty()
                                       ? line.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts)
                                       : line.split(separator);
        QStringList shown;
        const QStringList items = parts.captured(3).split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (QString item : items) {
            item = item.trimmed();
            if (item == QLatin1String("$0"))
                shown << line;
            else if (item == QLatin1String("$NF"))
                shown << fields.value(fields.size() - 1);
            else if (item.startsWith(QLatin1Char('$')))
                shown << fields.value(item.mid(1).toInt() - 1);
            else
                shown << item.remove(QLatin1Char('"'));
        }
        *io.out += (items.isEmpty() ? line : shown.join(QLatin1Char(' '))).toUtf8() + '\n';
    }
    return status;
}

int headOrTail(Shell &shell, const QStringList &words, Shell::Io &io) {
    QStringList normal = words;
    static const QRegularExpression number(QStringLiteral("^-(\\d+)$"));
    for (QString &word : normal)
        word.replace(number, QStringLiteral("-n\\1"));
    const Arguments arguments(normal, QStringLiteral("nc"));
    QByteArray content;
    const int status = readOperands(shell, words.first(), arguments.operands, io, &content);
    const bool head = words.first() == QLatin1String("head");
    if (arguments.has(QStringLiteral("c"))) {
        const int bytes = arguments.value(QStringLiteral("c")).toInt();
        *io.out += head ? content.left(bytes) : content.right(bytes);
        return status;
    }
    const QStringList lines = linesOf(content);
    const qsizetype count = arguments.value(QStringLiteral("n"), QStringLiteral("10")).toInt();
    for (const QString &line : head ? lines.mid(0, count) : lines.mid(std::max<qsizetype>(0, lines.size() - count)))
        *io.out += line.toUtf8() + '\n';
    return status;
}

QString expandSet(const QString &set) {
    QString out;
    const QString plain = unescape(set);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (i + 2 < plain.size() && plain.at(i + 1) == QLatin1Char('-')) {
            for (char16_t c = plain.at(i).unicode(); c <= plain.at(i + 2).unicode(); ++c)
                out += QChar(c);
            i += 2;
        } else {
            out += plain.at(i);
        }
    }
    return out;
}

int tr(Shell &, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    const QString from = expandSet(arguments.operands.value(0));
    const QString to = expandSet(arguments.operands.value(1));
    QString out;
    for (const QChar c : QString::fromUtf8(*io.in)) {
        const qsizetype at = from.indexOf(c);
        if (at < 0)
            out += c;
        else if (!arguments.has(QStringLiteral("d")) && !to.isEmpty())
            out += to.at(std::min(at, to.size() - 1));
    }
    io.in->clear();
    *io.out += out.toUtf8();
    return 0;
}

int wc(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("wc"), arguments.operands, io, &content);
    *io.out += QByteArray::number(arguments.has(QStringLiteral("l")) ? content.count('\n') : content.size()) + '\n';
    return status;
}

int sortOrUniq(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    QByteArray content;
    const int status = readOperands(shell, words.first(), arguments.operands, io, &content);
    QStringList lines = linesOf(content);
    const bool isSort = words.first() == QLatin1String("sort");
    if (isSort)
        lines.sort();
    if (!isSort || arguments.has(QStringLiteral("u")))
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    for (const QString &line : std::as_const(lines))
        *io.out += line.toUtf8() + '\n';
    return status;
}

} // namespace

const QMap<QString, CommandFunction> &textCommands() {
    static const QMap<QString, CommandFunction> table{
        {QStringLiteral("echo"), echo},       {QStringLiteral("printf"), print},   {QStringLiteral("cat"), cat},
        {QStringLiteral("grep"), grep},       {QStringLiteral("egrep"), grep},     {QStringLiteral("sed"), sed},
        {QStringLiteral("cut"), cut},         {QStringLiteral("awk"), awk},        {QStringLiteral("head"), headOrTail},
        {QStringLiteral("tail"), headOrTail}, {QStringLiteral("tr"), tr},          {QStringLiteral("wc"), wc},
        {QStringLiteral("sort"), sortOrUniq}, {QStringLiteral("uniq"), sortOrUniq}};
    return table;
}

} // namespace sluice::sandbox
