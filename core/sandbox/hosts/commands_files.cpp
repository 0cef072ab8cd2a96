#include "core/sandbox/hosts/commands.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

int list(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    const QStringList paths = arguments.operands.isEmpty() ? QStringList{QStringLiteral(".")} : arguments.operands;
    int status = 0;
    for (const QString &path : paths) {
        const QString full = shell.absolute(path);
        if (shell.machine().isFolder(full)) {
            for (const QString &name : shell.machine().list(full))
                *io.out += name.toUtf8() + '\n';
        } else if (shell.machine().files.contains(full)) {
            *io.out += path.toUtf8() + '\n';
        } else {
            *io.err += QStringLiteral("ls: cannot access '%1': No such file or directory\n").arg(path).toUtf8();
            status = 2;
        }
    }
    return status;
}

int makeFolder(Shell &shell, const QStringList &words, Shell::Io &) {
    const Arguments arguments(words, QStringLiteral("m"));
    for (const QString &path : arguments.operands)
        shell.machine().folders.insert(shell.absolute(path));
    return 0;
}

int removeFiles(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    Machine &machine = shell.machine();
    int status = 0;
    for (const QString &path : arguments.operands) {
        const QString full = shell.absolute(path);
        const bool recursive = arguments.has(QStringLiteral("r")) || arguments.has(QStringLiteral("R"));
        const auto inside = [&full, recursive](const QString &name) {
            return name == full || (recursive && name.startsWith(full + QLatin1Char('/')));
        };
        const qsizetype gone = machine.files.removeIf([&](const auto &it) { return inside(it.key()); }) +
                               machine.folders.removeIf([&](const QString &name) { return inside(name); });
        if (gone == 0 && !arguments.has(QStringLiteral("f"))) {
            *io.err += QStringLiteral("rm: cannot remove '%1': No such file or directory\n").arg(path).toUtf8();
            status = 1;
        }
    }
    return status;
}

int copyOrMove(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    Machine &machine = shell.machine();
    const bool move = words.first() == QLatin1String("mv");
    QStringList sources = arguments.operands;
    if (sources.size() < 2) {
        *io.err += words.first().toUtf8() + ": missing file operand\n";
        return 1;
    }
    const QString target = shell.absolute(sources.takeLast());
    int status = 0;
    for (const QString &path : std::as_const(sources)) {
        const QString from = shell.absolute(path);
        const QString to =
            machine.isFolder(target) ? target + QLatin1Char('/') + from.section(QLatin1Char('/'), -1) : target;
        if (machine.files.contains(from)) {
            machine.files.insert(to, machine.files.value(from));
            machine.modes.insert(to, machine.modes.value(from, 0644));
            if (move)
                machine.files.remove(from);
        } else if (machine.isFolder(from) &&
                   (move || arguments.has(QStringLiteral("r")) || arguments.has(QStringLiteral("R")) ||
                    arguments.has(QStringLiteral("a")))) {
            machine.folders.insert(to);
            const QMap<QString, QByteArray> all = machine.files;
            for (auto it = all.cbegin(); it != all.cend(); ++it) {
                if (!it.key().startsWith(from + QLatin1Char('/')))
                    continue;
                machine.files.insert(to + it.key().mid(from.size()), it.value());
                if (move)
                    machine.files.remove(it.key());
            }
            if (move)
                machine.folders.remove(from);
        } else {
            *io.err +=
                QStringLiteral("%1: cannot stat '%2': No such file or directory\n").arg(words.first(), path).toUtf8();
            status = 1;
        }
    }
    return status;
}

int changeMode(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    const QString mode = arguments.operands.value(0);
    int status = 0;
    for (const QString &path : arguments.operands.mid(1)) {
        const QString full = shell.absolute(path);
        if (!shell.machine().files.contains(full) && !shell.machine().isFolder(full)) {
            *io.err += QStringLiteral("chmod: cannot access '%1': No such file or directory\n").arg(path).toUtf8();
            status = 1;
            continue;
        }
        bool octal = false;
        int bits = mode.toInt(&octal, 8);
        if (!octal)
            bits = shell.machine().modes.value(full, 0644) | (mode.contains(QLatin1Char('x')) ? 0111 : 0);
        shell.machine().modes.insert(full, bits);
    }
    return status;
}

int touch(Shell &shell, const QStringList &words, Shell::Io &io) {
    for (const QString &path : Arguments(words, {}).operands) {
        if (!shell.machine().files.contains(shell.absolute(path)))
            shell.writeFile(QStringLiteral("touch"), path, {}, io);
    }
    return 0;
}

bool unary(Shell &shell, const QString &flag, const QString &value) {
    const QString path = shell.absolute(value);
    const bool file = shell.machine().files.contains(path);
    const bool folder = shell.machine().isFolder(path);
    if (flag == QLatin1String("-n"))
        return !value.isEmpty();
    if (flag == QLatin1String("-z"))
        return value.isEmpty();
    if (flag == QLatin1String("-f"))
        return file;
    if (flag == QLatin1String("-d"))
        return folder;
    if (flag == QLatin1String("-s"))
        return file && !shell.machine().files.value(path).isEmpty();
    if (flag == QLatin1String("-x"))
        return file && (shell.machine().modes.value(path, 0644) & 0111) != 0;
    return file || folder; // -e -r -w
}

bool binary(const QString &a, const QString &op, const QString &b) {
    if (op == QLatin1String("=") || op == QLatin1String("=="))
        return a == b;
    if (op == QLatin1String("!="))
        return a != b;
    const qint64 x = a.toLongLong();
    const qint64 y = b.toLongLong();
    if (op == QLatin1String("-eq"))
        return x == y;
    if (op == QLatin1String("-ne"))
        return x != y;
    if (op == QLatin1String("-lt"))
        return x < y;
    if (op == QLatin1String("-le"))
        return x <= y;
    if (op == QLatin1String("-gt"))
        return x > y;
    return op == QLatin1String("-ge") && x >= y;
}

bool testExpression(Shell &shell, const QStringList &words) {
    qsizetype at = words.indexOf(QStringLiteral("-o"));
    if (at > 0)
        return testExpression(shell, words.mid(0, at)) || testExpression(shell, words.mid(at + 1));
    at = words.indexOf(QStringLiteral("-a"));
    if (at > 0)
        return testExpression(shell, words.mid(0, at)) && testExpression(shell, words.mid(at + 1));
    if (!words.isEmpty() && words.first() == QLatin1String("!"))
        return !testExpression(shell, words.mid(1));
    if (words.size() == 3)
        return binary(words.at(0), words.at(1), words.at(2));
    if (words.size() == 2)
        return unary(shell, words.at(0), words.at(1));
    return words.size() == 1 && !words.first().isEmpty();
}

int test(Shell &shell, const QStringList &words, Shell::Io &io) {
    QStringList expression = words.mid(1);
    if (words.first() == QLatin1String("[")) {
        if (expression.isEmpty() || expression.takeLast() != QLatin1String("]")) {
            *io.err += "sh: 1: [: missing ]\n";
            return 2;
        }
    }
    return testExpression(shell, expression) ? 0 : 1;
}

int tee(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    const QByteArray content = std::exchange(*io.in, QByteArray());
    *io.out += content;
    for (const QString &path : arguments.operands) {
        const QByteArray before =
            arguments.has(QStringLiteral("a")) ? shell.machine().files.value(shell.absolute(path)) : QByteArray();
        if (!shell.writeFile(QStringLiteral("tee"), path, before + content, io))
            return 1;
    }
    return 0;
}

int makeTemporary(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("p"));
    const QString path =
        QStringLiteral("/tmp/tmp.%1").arg(shell.host().world ? shell.host().world->random(1000000) : 7);
    if (arguments.has(QStringLiteral("d")))
        shell.machine().folders.insert(path);
    else
        shell.machine().files.insert(path, {});
    *io.out += path.toUtf8() + '\n';
    return 0;
}

int pathPart(Shell &, const QStringList &words, Shell::Io &io) {
    const QString path = words.value(1);
    const QString part = words.first() == QLatin1String("basename") ? path.section(QLatin1Char('/'), -1)
                                                                    : path.section(QLatin1Char('/'), 0, -2);
    *io.out += (part.isEmpty() ? QStringLiteral(".") : part).toUtf8() + '\n';
    return 0;
}

int nothing(Shell &, const QStringList &, Shell::Io &) {
    return 0;
}

} // namespace

const QMap<QString, CommandFunction> &fileCommands() {
    static const QMap<QString, CommandFunction> table{{QStringLiteral("ls"), list},
                                                      {QStringLiteral("mkdir"), makeFolder},
                                                      {QStringLiteral("rm"), removeFiles},
                                                      {QStringLiteral("cp"), copyOrMove},
                                                      {QStringLiteral("mv"), copyOrMove},
                                                      {QStringLiteral("chmod"), changeMode},
                                                      {QStringLiteral("chown"), nothing},
                                                      {QStringLiteral("sync"), nothing},
                                                      {QStringLiteral("touch"), touch},
                                                      {QStringLiteral("test"), test},
                                                      {QStringLiteral("["), test},
                                                      {QStringLiteral("tee"), tee},
                                                      {QStringLiteral("mktemp"), makeTemporary},
                                                      {QStringLiteral("basename"), pathPart},
                                                      {QStringLiteral("dirname"), pathPart}};
    return table;
}

} // namespace sluice::sandbox
