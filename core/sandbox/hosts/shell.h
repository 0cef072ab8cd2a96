#pragma once

#include "core/sandbox/hosts/machine.h"
#include "core/sandbox/hosts/shell_ast.h"
#include "core/sandbox/network/fabric.h"

#include <functional>

namespace sluice::sandbox {

struct ShellResult {
    QByteArray out;
    QByteArray err;
    int status = 0;
    double seconds = 0; ///< nominal time that the commands would have taken
};

/// Interprets a script on one simulated host. Everything it can touch is the Machine and the Fabric it is given.
/// Bounded: steps, output and depth; a script that exceeds them ends with status 137.
class Shell {
public:
    struct Host {
        Machine *machine = nullptr; ///< files and routes; a pod gets a throw-away one
        const Droplet *droplet = nullptr;
        const Fabric *fabric = nullptr;
        Fabric::Source source;
        World *world = nullptr;
        std::function<void()> networkChanged; ///< after ip route / netplan apply
    };
    explicit Shell(const Host &host);

    ShellResult run(const QString &script, const QByteArray &input = {}, const QStringList &arguments = {});
    /// argv[0] is the command, as in an exec without a shell.
    ShellResult runArgv(const QStringList &argv, const QByteArray &input = {});

    // --- for the commands (commands_*.cpp) ---
    struct Io {
        std::shared_ptr<QByteArray> in;
        QByteArray *out;
        QByteArray *err;
    };
    const Host &host() const { return m_host; }
    Machine &machine() const { return *m_host.machine; }
    QString absolute(const QString &path) const;
    /// A file's content; writes "cmd: path: No such file or directory" to err and returns false when it is not there.
    bool readFile(const QString &command, const QString &path, QByteArray *content, Io &io) const;
    bool writeFile(const QString &command, const QString &path, const QByteArray &content, Io &io);
    void spend(double seconds) { m_seconds += seconds; }
    QString variable(const QString &name) const;
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }
    int runNested(const QString &script, Io &io, const QStringList &arguments);
    int runWords(const QStringList &words, Io &io);
    QString &folder() { return m_folder; }
    /// Whether a whole text fits a pattern with * ? [...], as in `case`.
    static bool matches(const QString &pattern, const QString &text);

private:
    enum class Flow { Normal, Break, Continue, Return, Exit };
    int evaluate(const ShellNode &node, Io &io);
    int evaluateSimple(const ShellNode &node, Io &io);
    int evaluateLoop(const ShellNode &node, Io &io);
    int withRedirects(const ShellNode &node, Io &io, const std::function<int(Io &)> &body);
    int builtin(const QStringList &words, Io &io, bool *known);
    bool step(Io &io);
    QStringList expand(const QString &raw);
    QString expandOne(const QString &raw);
    QString expandText(const QString &text);
    struct Piece {
        QString text;
        bool quoted = false;
        bool endOfField = false;
    };
    void expandPieces(const QString &raw, QList<Piece> *pieces, bool inQuotes);
    QString parameter(const QString &expression);
    QString dollar(const QString &raw, qsizetype *at);
    QString substitute(const QString &script);
    QStringList glob(const QString &pattern, bool *matched) const;
    static qint64 arithmetic(const QString &text);

    Host m_host;
    QMap<QString, QString> m_variables;
    QMap<QString, ShellNodePtr> m_functions;
    QStringList m_arguments;
    QString m_folder = QStringLiteral("/root");
    QByteArray m_substitutionErrors;
    int m_status = 0;
    int m_steps = 0;
    int m_depth = 0;
    int m_condition = 0;        ///< inside a condition `set -e` does not end the script
    int m_levels = 0;           ///< loops that break/continue still leave
    bool m_substituted = false; ///< a command substitution ran since this was reset
    bool m_errexit = false;
    Flow m_flow = Flow::Normal;
    double m_seconds = 0;
};

using CommandFunction = int (*)(Shell &shell, const QStringList &words, Shell::Io &io);
/// The external commands of the simulated hosts, by name; nullptr = not found.
CommandFunction findCommand(const QString &name);

} // namespace sluice::sandbox
