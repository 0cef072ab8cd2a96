#include "core/sandbox/hosts/shell.h"

#include <QDir>
#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

constexpr int kMaxSteps = 20000;
constexpr qsizetype kMaxOutput = 8 * 1024 * 1024;
constexpr int kMaxDepth = 60;
constexpr int kKilled = 137;

} // namespace

Shell::Shell(const Host &host)
    : m_host(host) {
    m_variables.insert(QStringLiteral("HOME"), QStringLiteral("/root"));
    m_variables.insert(QStringLiteral("USER"), QStringLiteral("root"));
    m_variables.insert(QStringLiteral("PATH"),
                       QStringLiteral("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
}

ShellResult Shell::run(const QString &script, const QByteArray &input, const QStringList &arguments) {
    ShellResult result;
    m_arguments = arguments;
    QString problem;
    const ShellNodePtr node = parseShell(script, &problem);
    if (!node) {
        result.err = "sh: 1: " + problem.toUtf8() + '\n';
        result.status = 2;
        return result;
    }
    Io io{std::make_shared<QByteArray>(input), &result.out, &result.err};
    result.status = evaluate(*node, io);
    result.err += m_substitutionErrors;
    result.seconds = m_seconds;
    return result;
}

ShellResult Shell::runArgv(const QStringList &argv, const QByteArray &input) {
    ShellResult result;
    Io io{std::make_shared<QByteArray>(input), &result.out, &result.err};
    result.status = argv.isEmpty() ? 127 : runWords(argv, io);
    result.err += m_substitutionErrors;
    result.seconds = m_seconds;
    return result;
}

QString Shell::absolute(const QString &path) const {
    return QDir::cleanPath(path.startsWith(QLatin1Char('/')) ? path : m_folder + QLatin1Char('/') + path);
}

bool Shell::readFile(const QString &command, const QString &path, QByteArray *content, Io &io) const {
    const QString file = absolute(path);
    if (file == QLatin1String("/dev/null") || file == QLatin1String("/dev/stdin")) {
        *content = file == QLatin1String("/dev/null") ? QByteArray() : *io.in;
        return true;
    }
    const auto it = machine().files.constFind(file);
    if (it == machine().files.constEnd()) {
        *io.err += QStringLiteral("%1: %2: %3\n")
                       .arg(command, path,
                            machine().isFolder(file) ? QStringLiteral("Is a directory")
                                                     : QStringLiteral("No such file or directory"))
                       .toUtf8();
        return false;
    }
    *content = it.value();
    return true;
}

bool Shell::writeFile(const QString &command, const QString &path, const QByteArray &content, Io &io) {
    const QString file = absolute(path);
    if (file == QLatin1String("/dev/null"))
        return true;
    if (file == QLatin1String("/dev/stderr") || file == QLatin1String("/dev/stdout")) {
        *(file.endsWith(QLatin1String("err")) ? io.err : io.out) += content;
        return true;
    }
    const QString folder = file.section(QLatin1Char('/'), 0, -2);
    if (!folder.isEmpty() && !machine().isFolder(folder)) {
        *io.err += QStringLiteral("%1: cannot create %2: Directory nonexistent\n").arg(command, path).toUtf8();
        return false;
    }
    if (machine().isFolder(file)) {
        *io.err += QStringLiteral("%1: %2: Is a directory\n").arg(command, path).toUtf8();
        return false;
    }
    if (content.size() > kMaxOutput)
        return false;
    machine().files.insert(file, content);
    return true;
}

bool Shell::step(Io &io) {
    if (++m_steps <= kMaxSteps && io.out->size() < kMaxOutput && m_depth < kMaxDepth)
        return true;
    m_flow = Flow::Exit;
    m_status = kKilled;
    return false;
}

int Shell::runNested(const QString &script, Io &io, const QStringList &arguments) {
    QString problem;
    const ShellNodePtr node = parseShell(script, &problem);
    if (!node) {
        *io.err += "sh: 1: " + problem.toUtf8() + '\n';
        return 2;
    }
    // A child shell: its variables, folder and exit are its own.
    const auto variables = m_variables;
    const auto functions = m_functions;
    const QStringList outer = std::exchange(m_arguments, arguments);
    const QString folder = m_folder;
    const bool errexit = std::exchange(m_errexit, false);
    ++m_depth;
    int status = step(io) ? evaluate(*node, io) : kKilled;
    --m_depth;
    if (m_flow == Flow::Exit && m_status != kKilled) {
        status = m_status;
        m_flow = Flow::Normal;
    } else if (m_flow == Flow::Return) {
        m_flow = Flow::Normal;
    }
    m_variables = variables;
    m_functions = functions;
    m_arguments = outer;
    m_folder = folder;
    m_errexit = errexit;
    return status;
}

int Shell::evaluate(const ShellNode &node, Io &io) {
    if (!step(io))
        return kKilled;
    int status = 0;
    switch (node.kind) {
    case ShellNode::Kind::Simple:
        status = evaluateSimple(node, io);
        break;
    case ShellNode::Kind::Function:
        m_functions.insert(node.name, node.parts.first());
        break;
    case ShellNode::Kind::List:
        for (const ShellNodePtr &part : node.parts) {
            status = evaluate(*part, io);
            m_status = status;
            if (m_flow != Flow::Normal)
                return m_flow == Flow::Exit || m_flow == Flow::Return ? m_status : status;
            const bool tested = part->kind == ShellNode::Kind::And || part->kind == ShellNode::Kind::Or ||
                                (part->kind == ShellNode::Kind::Pipeline && part->negated);
            if (status != 0 && m_errexit && m_condition == 0 && !tested) {
                m_flow = Flow::Exit;
                return status;
            }
        }
        break;
    case ShellNode::Kind::And:
    case ShellNode::Kind::Or: {
        ++m_condition;
        status = evaluate(*node.parts.at(0), io);
        --m_condition;
        m_status = status;
        if (m_flow == Flow::Normal && (node.kind == ShellNode::Kind::And) == (status == 0))
            status = evaluate(*node.parts.at(1), io);
        break;
    }
    case ShellNode::Kind::Pipeline: {
        std::shared_ptr<QByteArray> in = io.in;
        for (qsizetype i = 0; i < node.parts.size(); ++i) {
            const bool last = i + 1 == node.parts.size();
            QByteArray between;
            Io part{in, last ? io.out : &between, io.err};
            const auto variables = m_variables;
            status = evaluate(*node.parts.at(i), part);
            if (node.parts.size() > 1)
                m_variables = variables; // each member of a pipeline runs in a subshell
            if (m_flow == Flow::Exit && node.parts.size() > 1 && m_status != kKilled) {
                status = m_status;
                m_flow = Flow::Normal;
            }
            in = std::make_shared<QByteArray>(between);
        }
        if (node.negated)
            status = status == 0 ? 1 : 0;
        break;
    }
    case ShellNode::Kind::Subshell: {
        status = withRedirects(node, io, [&](Io &inner) {
            const auto variables = m_variables;
            const QString folder = m_folder;
            int result = evaluate(*node.parts.first(), inner);
            if (m_flow == Flow::Exit && m_status != kKilled) {
                result = m_status;
                m_flow = Flow::Normal;
            }
            m_variables = variables;
            m_folder = folder;
            return result;
        });
        break;
    }
    case ShellNode::Kind::Group:
        status = withRedirects(node, io, [&](Io &inner) { return evaluate(*node.parts.first(), inner); });
        break;
    case ShellNode::Kind::If:
        status = withRedirects(node, io, [&](Io &inner) {
            qsizetype i = 0;
            for (; i + 1 < node.parts.size(); i += 2) {
                ++m_condition;
                const int test = evaluate(*node.parts.at(i), inner);
                --m_condition;
                if (m_flow != Flow::Normal)
                    return m_status;
                if (test == 0)
                    return evaluate(*node.parts.at(i + 1), inner);
            }
            return node.hasElse ? evaluate(*node.parts.last(), inner) : 0;
        });
        break;
    case ShellNode::Kind::For:
    case ShellNode::Kind::While:
    case ShellNode::Kind::Until:
        status = withRedirects(node, io, [&](Io &inner) { return evaluateLoop(node, inner); });
        break;
    case ShellNode::Kind::Case:
        status = withRedirects(node, io, [&](Io &inner) {
            const QString subject = expandOne(node.words.value(0));
            for (const CaseBranch &branch : node.branches) {
                for (const QString &pattern : branch.patterns) {
                    if (matches(expandOne(pattern), subject))
                        return evaluate(*branch.body, inner);
                }
            }
            return 0;
        });
        break;
    }
    if (m_flow == Flow::Normal)
        m_status = status;
    return m_flow == Flow::Exit ? m_status : status;
}

int Shell::evaluateLoop(const ShellNode &node, Io &io) {
    QStringList values;
    if (node.kind == ShellNode::Kind::For) {
        if (node.overArguments)
            values = m_arguments;
        for (const QString &raw : node.words)
            values << expand(raw);
    }
    int status = 0;
    qsizetype next = 0;
    while (step(io)) {
        if (node.kind == ShellNode::Kind::For) {
            if (next >= values.size())
                break;
            m_variables.insert(node.name, values.at(next++));
        } else {
            ++m_condition;
            const int test = evaluate(*node.parts.at(0), io);
            --m_condition;
            if (m_flow != Flow::Normal || (test == 0) != (node.kind == ShellNode::Kind::While))
                break;
        }
        status = evaluate(*node.parts.last(), io);
        if (m_flow == Flow::Break || m_flow == Flow::Continue) {
            const bool leave = m_flow == Flow::Break || m_levels > 1;
            if (--m_levels <= 0)
                m_flow = Flow::Normal;
            if (leave)
                break;
        } else if (m_flow != Flow::Normal) {
            break;
        }
    }
    return status;
}

int Shell::withRedirects(const ShellNode &node, Io &io, const std::function<int(Io &)> &body) {
    Io inner = io;
    QList<std::shared_ptr<QByteArray>> buffers;
    struct Target {
        QString path;
        bool append;
        std::shared_ptr<QByteArray> buffer;
    };
    QList<Target> targets;
    for (const Redirect &redirect : node.redirects) {
        if (redirect.kind == QLatin1String("<<")) {
            inner.in = std::make_shared<QByteArray>(
                (redirect.literal ? redirect.target : expandText(redirect.target)).toUtf8());
            continue;
        }
        const QString target = expandOne(redirect.target);
        if (redirect.kind == QLatin1String("<")) {
            QByteArray content;
            if (!readFile(QStringLiteral("sh: 1"), target, &content, io))
                return 2;
            inner.in = std::make_shared<QByteArray>(content);
        } else if (redirect.kind == QLatin1String(">&")) {
            QByteArray *to = target == QLatin1String("2") ? inner.err : inner.out;
            (redirect.fd == 2 ? inner.err : inner.out) = to;
        } else {
            auto buffer = std::make_shared<QByteArray>();
            targets.append({target, redirect.kind == QLatin1String(">>"), buffer});
            (redirect.fd == 2 ? inner.err : inner.out) = buffer.get();
            // The file exists (and is empty) before the command runs.
            if (redirect.kind == QLatin1String(">") && !writeFile(QStringLiteral("sh: 1"), target, {}, io))
                return 2;
        }
    }
    int status = body(inner);
    for (const Target &target : std::as_const(targets)) {
        QByteArray content = *target.buffer;
        if (target.append)
            content.prepend(machine().files.value(absolute(target.path)));
        if (target.append && target.buffer->isEmpty() && machine().files.contains(absolute(target.path)))
            continue;
        if (!writeFile(QStringLiteral("sh: 1"), target.path, content, io))
            status = 2;
    }
    return status;
}

int Shell::evaluateSimple(const ShellNode &node, Io &io) {
    QStringList words;
    for (const QString &raw : node.words)
        words << expand(raw);
    QMap<QString, QString> before;
    const int previous = m_status; // what $? means in the values
    int substituted = 0;           // of an assignment alone: its last command substitution's status
    for (const QString &assignment : node.assignments) {
        const qsizetype equals = assignment.indexOf(QLatin1Char('='));
        const QString name = assignment.left(equals);
        m_status = previous;
        m_substituted = false;
        const QString value = expandOne(assignment.mid(equals + 1));
        if (m_substituted)
            substituted = m_status;
        if (!words.isEmpty())
            before.insert(name, m_variables.value(name));
        m_variables.insert(name, value);
    }
    const int status =
        withRedirects(node, io, [&](Io &inner) { return words.isEmpty() ? substituted : runWords(words, inner); });
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        m_variables.insert(it.key(), it.value());
    return status;
}

int Shell::runWords(const QStringList &words, Io &io) {
    if (!step(io))
        return kKilled;
    const QString &name = words.first();
    if (const ShellNodePtr function = m_functions.value(name)) {
        const QStringList outer = std::exchange(m_arguments, words.mid(1));
        ++m_depth;
        int status = step(io) ? evaluate(*function, io) : kKilled;
        --m_depth;
        if (m_flow == Flow::Return) {
            m_flow = Flow::Normal;
            status = m_status;
        }
        m_arguments = outer;
        return status;
    }
    bool known = false;
    const int status = builtin(words, io, &known);
    if (known)
        return status;
    if (const CommandFunction command = findCommand(name.section(QLatin1Char('/'), -1));
        command && (!name.contains(QLatin1Char('/')) || !machine().files.contains(absolute(name))))
        return command(*this, words, io);
    if (name.contains(QLatin1Char('/')) && machine().files.contains(absolute(name))) {
        if ((machine().modes.value(absolute(name), 0644) & 0111) == 0) {
            *io.err += QStringLiteral("sh: 1: %1: Permission denied\n").arg(name).toUtf8();
            return 126;
        }
        return runNested(QString::fromUtf8(machine().files.value(absolute(name))), io, words.mid(1));
    }
    const QString local = QStringLiteral("/usr/local/sbin/") + name;
    if (machine().files.contains(local))
        return runNested(QString::fromUtf8(machine().files.value(local)), io, words.mid(1));
    *io.err += QStringLiteral("sh: 1: %1: not found\n").arg(name).toUtf8();
    return 127;
}

int Shell::builtin(const QStringList &words, Io &io, bool *known) {
    const QString &name = words.first();
    *known = true;
    if (name == QLatin1String(":") || name == QLatin1String("true") || name == QLatin1String("trap") ||
        name == QLatin1String("ulimit") || name == QLatin1String("umask") || name == QLatin1String("wait"))
        return 0;
    if (name == QLatin1String("false"))
        return 1;
    if (name == QLatin1String("exit") || name == QLatin1String("return")) {
        m_status = words.size() > 1 ? words.at(1).toInt() : m_status;
        m_flow = name == QLatin1String("exit") ? Flow::Exit : Flow::Return;
        return m_status;
    }
    if (name == QLatin1String("break") || name == QLatin1String("continue")) {
        m_levels = words.size() > 1 ? std::max(1, words.at(1).toInt()) : 1;
        m_flow = name == QLatin1String("break") ? Flow::Break : Flow::Continue;
        return 0;
    }
    if (name == QLatin1String("set")) {
        for (const QString &word : words.mid(1)) {
            if (word.startsWith(QLatin1Char('-')) && word.contains(QLatin1Char('e')))
                m_errexit = true;
            if (word.startsWith(QLatin1Char('+')) && word.contains(QLatin1Char('e')))
                m_errexit = false;
        }
        return 0;
    }
    if (name == QLatin1String("export") || name == QLatin1String("local") || name == QLatin1String("readonly")) {
        for (const QString &word : words.mid(1)) {
            if (word.contains(QLatin1Char('=')))
                m_variables.insert(word.section(QLatin1Char('='), 0, 0), word.section(QLatin1Char('='), 1));
        }
        return 0;
    }
    if (name == QLatin1String("unset")) {
        for (const QString &word : words.mid(1))
            m_variables.remove(word);
        return 0;
    }
    if (name == QLatin1String("shift")) {
        if (m_arguments.isEmpty())
            return 1;
        m_arguments.removeFirst();
        return 0;
    }
    if (name == QLatin1String("cd")) {
        const QString folder = absolute(words.value(1, QStringLiteral("/root")));
        if (!machine().isFolder(folder)) {
            *io.err += QStringLiteral("sh: 1: cd: can't cd to %1\n").arg(words.value(1)).toUtf8();
            return 2;
        }
        m_folder = folder;
        return 0;
    }
    if (name == QLatin1String("pwd")) {
        *io.out += m_folder.toUtf8() + '\n';
        return 0;
    }
    if (name == QLatin1String("eval"))
        return runNested(words.mid(1).join(QLatin1Char(' ')), io, m_arguments);
    if (name == QLatin1String("exec"))
        return words.size() > 1 ? runWords(words.mid(1), io) : 0;
    if (name == QLatin1String("read")) {
        if (io.in->isEmpty())
            return 1;
        qsizetype end = io.in->indexOf('\n');
        const bool whole = end >= 0;
        if (!whole)
            end = io.in->size();
        QStringList fields =
            QString::fromUtf8(io.in->left(end)).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
        io.in->remove(0, std::min(end + 1, io.in->size()));
        QStringList names = words.mid(1);
        names.removeAll(QStringLiteral("-r"));
        for (qsizetype i = 0; i < names.size(); ++i)
            m_variables.insert(names.at(i),
                               i + 1 == names.size() ? fields.mid(i).join(QLatin1Char(' ')) : fields.value(i));
        return whole ? 0 : 1;
    }
    if (name == QLatin1String("command") || name == QLatin1String("type")) {
        if (words.value(1) != QLatin1String("-v") && name == QLatin1String("command"))
            return words.size() > 1 ? runWords(words.mid(1), io) : 0;
        const QString what = words.last();
        if (!m_functions.contains(what) && !findCommand(what))
            return 127;
        *io.out += what.toUtf8() + '\n';
        return 0;
    }
    *known = false;
    return 0;
}

} // namespace sluice::sandbox
