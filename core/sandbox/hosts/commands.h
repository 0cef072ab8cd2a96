#pragma once

#include "core/sandbox/hosts/shell.h"

namespace sluice::sandbox {

/// Options and operands of a command line in the usual style: "-n 5", "-n5", "-qi", "--name value", "--name=value",
/// "--" ends options.
struct Arguments {
    /// `withValue`: letters whose value follows; long options with a value are given without dashes.
    Arguments(const QStringList &words, const QString &withValue, const QStringList &longWithValue = {});
    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const { return options.value(option, fallback); }
    QMultiMap<QString, QString> options; ///< an option may come more than once
    QStringList operands;
};

/// Content of the named files one after the other, or stdin when none is named; status 1 when one is missing.
int readOperands(Shell &shell, const QString &command, const QStringList &files, Shell::Io &io, QByteArray *content);
QStringList linesOf(const QByteArray &content);
/// A POSIX basic (or extended) regular expression as a Perl one.
QString perlExpression(const QString &posix, bool extended);

// One table per subject; findCommand() looks through all.
const QMap<QString, CommandFunction> &textCommands();
const QMap<QString, CommandFunction> &fileCommands();
const QMap<QString, CommandFunction> &systemCommands();
const QMap<QString, CommandFunction> &networkCommands();

} // namespace sluice::sandbox
