#include "core/sandbox/hosts/commands.h"

namespace sluice::sandbox {

Arguments::Arguments(const QStringList &words, const QString &withValue, const QStringList &longWithValue) {
    bool over = false;
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (over || word == QLatin1String("-") || !word.startsWith(QLatin1Char('-'))) {
            operands << word;
        } else if (word == QLatin1String("--")) {
            over = true;
        } else if (word.startsWith(QLatin1String("--"))) {
            const QString name = word.mid(2).section(QLatin1Char('='), 0, 0);
            if (word.contains(QLatin1Char('=')))
                options.insert(name, word.section(QLatin1Char('='), 1));
            else if (longWithValue.contains(name) && i + 1 < words.size())
                options.insert(name, words.at(++i));
            else
                options.insert(name, QString());
        } else {
            for (qsizetype c = 1; c < word.size(); ++c) {
                const QString letter = word.mid(c, 1);
                if (!withValue.contains(letter)) {
                    options.insert(letter, QString());
                    continue;
                }
                const QString rest = word.mid(c + 1);
                options.insert(letter, !rest.isEmpty() ? rest : (i + 1 < words.size() ? words.at(++i) : QString()));
                break;
            }
        }
    }
}

int readOperands(Shell &shell, const QString &command, const QStringList &files, Shell::Io &io, QByteArray *content) {
    if (files.isEmpty() || files == QStringList{QStringLiteral("-")}) {
        *content = *io.in;
        io.in->clear();
        return 0;
    }
    int status = 0;
    for (const QString &file : files) {
        QByteArray part;
        if (shell.readFile(command, file, &part, io))
            *content += part;
        else
            status = 1;
    }
    return status;
}

QStringList linesOf(const QByteArray &content) {
    QStringList lines = QString::fromUtf8(content).split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QString perlExpression(const QString &posix, bool extended) {
    if (extended)
        return posix;
    QString perl;
    bool inClass = false;
    for (qsizetype i = 0; i < posix.size(); ++i) {
        const QChar c = posix.at(i);
        if (inClass) {
            perl += c == QLatin1Char('\\') ? QStringLiteral("\\\\") : QString(c);
            if (c == QLatin1Char(']') && !perl.endsWith(QLatin1String("[]")) && !perl.endsWith(QLatin1String("[^]")) &&
                !perl.endsWith(QLatin1String(":]")))
                inClass = false;
        } else if (c == QLatin1Char('[')) {
            inClass = true;
            perl += c;
        } else if (c == QLatin1Char('\\') && i + 1 < posix.size()) {
            const QChar next = posix.at(++i);
            // In a basic expression the backslash gives ( ) { } + ? | their meaning; without it they are literal.
            if (QStringLiteral("(){}+?|").contains(next))
                perl += next;
            else
                perl += QStringLiteral("\\") + next;
        } else if (QStringLiteral("(){}+?|").contains(c)) {
            perl += QStringLiteral("\\") + c;
        } else if (c == QLatin1Char('*') && (i == 0 || posix.at(i - 1) == QLatin1Char('('))) {
            perl += QStringLiteral("\\*");
        } else {
            perl += c;
        }
    }
    return perl;
}

CommandFunction findCommand(const QString &name) {
    for (const auto *table : {&textCommands(), &fileCommands(), &systemCommands(), &networkCommands()}) {
        if (const CommandFunction found = table->value(name, nullptr))
            return found;
    }
    return nullptr;
}

} // namespace sluice::sandbox
