#include "core/sandbox/hosts/commands.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace sluice::sandbox {

namespace {

int sleepFor(Shell &shell, const QStringList &words, Shell::Io &) {
    shell.spend(words.value(1).toDouble());
    return 0;
}

int date(Shell &shell, const QStringList &words, Shell::Io &io) {
    const QDateTime now = shell.host().world ? shell.host().world->clock->now() : QDateTime();
    *io.out += words.value(1) == QLatin1String("+%s") ? QByteArray::number(now.toSecsSinceEpoch())
                                                      : now.toString(Qt::ISODate).toLatin1();
    *io.out += '\n';
    return 0;
}

int hostname(Shell &shell, const QStringList &, Shell::Io &io) {
    *io.out += shell.machine().files.value(QStringLiteral("/etc/hostname"), "pod\n");
    return 0;
}

int uname(Shell &, const QStringList &words, Shell::Io &io) {
    *io.out += words.value(1) == QLatin1String("-r") ? "6.8.0-51-generic\n" : "Linux\n";
    return 0;
}

int identity(Shell &, const QStringList &words, Shell::Io &io) {
    *io.out += words.first() == QLatin1String("whoami")
                   ? "root\n"
                   : (words.value(1) == QLatin1String("-u") ? "0\n" : "uid=0(root) gid=0(root) groups=0(root)\n");
    return 0;
}

int subshell(Shell &shell, const QStringList &words, Shell::Io &io) {
    qsizetype at = 1;
    QString flags;
    while (at < words.size() && words.at(at).startsWith(QLatin1Char('-')) && words.at(at).size() > 1)
        flags += words.at(at++).mid(1);
    const QString errexit = flags.contains(QLatin1Char('e')) ? QStringLiteral("set -e\n") : QString();
    if (flags.contains(QLatin1Char('c')))
        return shell.runNested(errexit + words.value(at), io, words.mid(at + 2));
    if (at >= words.size() || flags.contains(QLatin1Char('s'))) {
        const QString script = QString::fromUtf8(std::exchange(*io.in, QByteArray()));
        return shell.runNested(errexit + script, io, words.mid(at));
    }
    QByteArray script;
    if (!shell.readFile(QStringLiteral("sh: 0"), words.at(at), &script, io))
        return 127;
    return shell.runNested(errexit + QString::fromUtf8(script), io, words.mid(at + 1));
}

int timeout(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("ks"));
    return shell.runWords(words.mid(words.indexOf(arguments.operands.value(0)) + 1), io);
}

int environment(Shell &shell, const QStringList &words, Shell::Io &io) {
    qsizetype at = 1;
    for (; at < words.size() && words.at(at).contains(QLatin1Char('=')); ++at)
        shell.setVariable(words.at(at).section(QLatin1Char('='), 0, 0), words.at(at).section(QLatin1Char('='), 1));
    return at < words.size() ? shell.runWords(words.mid(at), io) : 0;
}

int systemctl(Shell &, const QStringList &words, Shell::Io &io) {
    if (words.value(1) == QLatin1String("is-active"))
        *io.out += "active\n";
    return 0;
}

int cloudInit(Shell &shell, const QStringList &words, Shell::Io &io) {
    if (words.value(1) != QLatin1String("status"))
        return 1;
    const QString state = shell.machine().cloudInit;
    const bool error = state == QLatin1String("error");
    *io.out += "status: " + (state == QLatin1String("not run") ? QByteArray("running") : state.toUtf8()) + '\n';
    if (words.contains(QStringLiteral("--long")))
        *io.out += "detail: DataSourceDigitalOcean\n";
    return error ? 1 : 0;
}

int base64(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("w"));
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("base64"), arguments.operands, io, &content);
    *io.out += arguments.has(QStringLiteral("d")) ? QByteArray::fromBase64(content) : content.toBase64() + '\n';
    return status;
}

int sha256sum(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, {});
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("sha256sum"), arguments.operands, io, &content);
    *io.out += QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + "  " +
               arguments.operands.value(0, QStringLiteral("-")).toUtf8() + '\n';
    return status;
}

int openssl(Shell &shell, const QStringList &words, Shell::Io &io) {
    if (words.value(1) != QLatin1String("dgst") || !words.contains(QStringLiteral("-sha256"))) {
        *io.err += "openssl: only dgst -sha256 exists on the simulated host\n";
        return 1;
    }
    QByteArray key;
    bool keyed = false;
    QStringList files;
    for (qsizetype i = 2; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == QLatin1String("-macopt") || word == QLatin1String("-hmac")) {
            const QString value = words.value(++i);
            key = value.startsWith(QLatin1String("hexkey:"))
                      ? QByteArray::fromHex(value.mid(7).toLatin1())
                      : (value.startsWith(QLatin1String("key:")) ? value.mid(4) : value).toUtf8();
            keyed = true;
        } else if (word == QLatin1String("-mac")) {
            ++i;
        } else if (!word.startsWith(QLatin1Char('-'))) {
            files << word;
        }
    }
    QByteArray content;
    const int status = readOperands(shell, QStringLiteral("openssl"), files, io, &content);
    const QByteArray digest = keyed ? QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256)
                                    : QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const QByteArray label =
        (keyed ? "HMAC-SHA2-256(" : "SHA2-256(") + files.value(0, QStringLiteral("stdin")).toUtf8() + ")= ";
    *io.out += (words.contains(QStringLiteral("-r")) ? QByteArray() : label) + digest.toHex() + '\n';
    return status;
}

} // namespace

const QMap<QString, CommandFunction> &systemCommands() {
    static const QMap<QString, CommandFunction> table{
        {QStringLiteral("sleep"), sleepFor},       {QStringLiteral("date"), date},
        {QStringLiteral("hostname"), hostname},    {QStringLiteral("uname"), uname},
        {QStringLiteral("id"), identity},          {QStringLiteral("whoami"), identity},
        {QStringLiteral("sh"), subshell},          {QStringLiteral("bash"), subshell},
        {QStringLiteral("dash"), subshell},        {QStringLiteral("timeout"), timeout},
        {QStringLiteral("env"), environment},      {QStringLiteral("systemctl"), systemctl},
        {QStringLiteral("cloud-init"), cloudInit}, {QStringLiteral("base64"), base64},
        {QStringLiteral("sha256sum"), sha256sum},  {QStringLiteral("openssl"), openssl}};
    return table;
}

} // namespace sluice::sandbox
