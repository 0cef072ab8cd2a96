#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <memory>

/// What the simulated droplets' /bin/sh understands: a small POSIX subset. user_data must never run as real code on the
/// user's machine, so the sandbox interprets it over a virtual file system instead of executing it.
namespace sluice::sandbox {

struct ShellNode;
using ShellNodePtr = std::shared_ptr<ShellNode>;

struct Redirect {
    int fd = 1;           ///< 0, 1 or 2
    QString kind;         ///< "<", ">", ">>", "<<" (target is the body), ">&"
    QString target;       ///< raw word; for a here-document its body
    bool literal = false; ///< here-document with a quoted delimiter
};

struct CaseBranch {
    QStringList patterns; ///< raw words
    ShellNodePtr body;
};

struct ShellNode {
    enum class Kind { Simple, Pipeline, And, Or, List, If, For, While, Until, Case, Function, Subshell, Group };
    Kind kind = Kind::Simple;
    QStringList assignments; ///< raw "NAME=value"
    QStringList words;       ///< raw; For: the list; Case: the subject
    QList<Redirect> redirects;
    QList<ShellNodePtr>
        parts; ///< Pipeline, List: members; And/Or: two; If: cond, then, cond, then, ..., else; loops: cond, body
    QList<CaseBranch> branches;
    QString name;         ///< For: variable; Function: name
    bool negated = false; ///< Pipeline with !
    bool hasElse = false;
    bool overArguments = false; ///< For without "in"
};

/// Parses a whole script; null with `problem` set on a syntax error. Bounded in size (256 KiB) and nesting (64).
ShellNodePtr parseShell(const QString &script, QString *problem);

/// The place behind the closing of a $(...) or ${...} whose inside begins at `from`, quotes respected; -1 when it never
/// closes.
qsizetype endOfBalanced(const QString &text, qsizetype from, QChar open, QChar close);

} // namespace sluice::sandbox
