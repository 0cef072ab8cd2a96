#include "programs.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <csignal>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sluice;
using namespace sluice::test;

/// After a whole life with everything told, no secret stands anywhere but in memory.
class SecretsTest : public QObject {
    Q_OBJECT
    const QByteArray m_passphrase = "correct horse battery staple 7";
    QTemporaryDir m_home;
    QTemporaryDir m_key; // the user's own folder: what is in it is theirs
    QList<QByteArray> m_secrets;

    QString keyFile() const { return m_key.filePath(QStringLiteral("id_ed25519")); }

    /// Why `data` must not be seen by anybody; empty when it is clean.
    QString leakIn(const QByteArray &data) const {
        for (const QByteArray &secret : m_secrets)
            if (data.contains(secret))
                return QStringLiteral("holds the secret that begins with %1").arg(QString::fromLatin1(secret.left(6)));
        static const QRegularExpression cluster(QStringLiteral("doks_v1_[0-9a-f]{16}"));
        if (cluster.match(QString::fromLatin1(data)).hasMatch())
            return QStringLiteral("holds a cluster's token");
        if (data.contains("PRIVATE KEY"))
            return QStringLiteral("holds a private key");
        return {};
    }
    QString leakInFiles(const QString &folder) const {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return QStringLiteral("%1 cannot be read").arg(file.fileName());
            if (const QString leak = leakIn(file.readAll()); !leak.isEmpty())
                return file.fileName() + QLatin1Char(' ') + leak;
        }
        return {};
    }
    static QByteArray ofProcess(qint64 process, const char *what) {
        QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(what)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Its argv, and argv and environment of every child that it has now.
    QString leakInProcess(qint64 process) const {
        if (const QString leak = leakIn(ofProcess(process, "cmdline")); !leak.isEmpty())
            return QStringLiteral("argv ") + leak;
        const QByteArrayList children =
            ofProcess(process, QStringLiteral("task/%1/children").arg(process).toLatin1().constData()).split(' ');
        for (const QByteArray &child : children)
            for (const char *what : {"cmdline", "environ"})
                if (const QString leak = leakIn(ofProcess(child.toLongLong(), what)); !leak.isEmpty())
                    return QStringLiteral("a child's %1 %2").arg(QLatin1String(what), leak);
        return {};
    }

    struct Typed {
        int exitCode = -1;
        QByteArray output; ///< of the terminal: stdout and stderr
        QString leak;
        int asked = 0;
    };
    /// Runs sluicectl on a terminal of its own and types the passphrase whenever it is asked for.
    Typed onTerminal(const Ctl &ctl, const QStringList &command, int killAfterSteps = -1) {
        QList<QByteArray> words{binary(QStringLiteral("sluicectl")).toLocal8Bit(), "--verbose"};
        for (const QString &word : ctl.arguments(command))
            words << word.toLocal8Bit();
        QProcess settings;
        ctl.prepare(settings);
        QList<QByteArray> variables;
        for (const QString &variable : settings.processEnvironment().toStringList())
            variables << variable.toLocal8Bit();
        std::vector<char *> argv, envp;
        for (QByteArray &word : words)
            argv.push_back(word.data());
        for (QByteArray &variable : variables)
            envp.push_back(variable.data());
        argv.push_back(nullptr);
        envp.push_back(nullptr);
        int terminal = -1;
        const pid_t process = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (process == 0) {
            const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
            setrlimit(RLIMIT_CORE, &any);
            if (chdir(m_home.path().toLocal8Bit().constData()) == 0)
                execve(argv[0], argv.data(), envp.data());
            _exit(127);
        }
        Typed typed;
        QByteArray fresh;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
            typed.output.append(buffer, got);
            fresh.append(buffer, got);
            if (typed.leak.isEmpty())
                typed.leak = leakInProcess(process);
            if (fresh.contains("Passphrase for")) {
                fresh.clear();
                ++typed.asked;
                const QByteArray line = m_passphrase + '\n';
                if (::write(terminal, line.constData(), static_cast<size_t>(line.size())) != line.size())
                    break;
            }
            // As a crash would end it: a core file would be written by this.
            if (killAfterSteps >= 0 && typed.output.count("\"step\"") >= killAfterSteps)
                ::kill(process, SIGSEGV);
        }
        int status = 0;
        waitpid(process, &status, 0);
        ::close(terminal);
        typed.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        if (typed.leak.isEmpty() && !leakIn(typed.output).isEmpty())
            typed.leak = QStringLiteral("the output ") + leakIn(typed.output);
        return typed;
    }

private Q_SLOTS:
    void aLifeLeavesNoSecretBehind() {
        QProcess keygen;
        keygen.start(QStringLiteral("ssh-keygen"),
                     {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"),
                      QString::fromLatin1(m_passphrase), QStringLiteral("-C"), QStringLiteral("me"),
                      QStringLiteral("-f"), keyFile()});
        QVERIFY2(keygen.waitForFinished() && keygen.exitCode() == 0, "ssh-keygen made no key");
        QFile own(keyFile());
        QVERIFY(own.open(QIODevice::ReadOnly));
        const QByteArrayList lines = own.readAll().split('\n');

        SandboxProcess sandbox;
        QVERIFY(sandbox.start());
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        const QByteArray token = sandbox.token().toLatin1();
        m_secrets = {token,          token.toBase64(), token.toHex(), m_passphrase, m_passphrase.toBase64(),
                     lines.value(2), lines.value(3)};
        for (const QByteArray &secret : std::as_const(m_secrets))
            QVERIFY(secret.size() > 20);
        QFile half(keyFile() + QStringLiteral(".pub"));
        QVERIFY(half.open(QIODevice::ReadOnly));
        const Json key = sandbox.call("POST", sandbox.api.resolved(QUrl(QStringLiteral("/v2/account/keys"))),
                                      {{"name", "me"}, {"public_key", half.readAll().trimmed().toStdString()}});
        QCOMPARE(sandbox.lastStatus, 201);

        Ctl ctl(sandbox);
        QMap<QString, QString> home;
        for (const char *name :
             {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"})
            home.insert(QString::fromLatin1(name), m_home.path());
        home.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true"));
        ctl.setVariables(home);
        QFile blueprint(m_home.filePath(QStringLiteral("own-key.tfvars")));
        QFile reference(referenceTfvars());
        QVERIFY(blueprint.open(QIODevice::WriteOnly) && reference.open(QIODevice::ReadOnly));
        blueprint.write(reference.readAll() + "\nssh_key_ids = [\"" +
                        QByteArray::number(jsonInt(jsonMember(key, "ssh_key"), "id")) + "\"]\nssh_key_file = \"" +
                        keyFile().toUtf8() + "\"\n");
        blueprint.close();

        // A crash in the middle, then the life. Everything is looked at after each.
        const auto clean = [this, &ctl](const Typed &typed) {
            if (!typed.leak.isEmpty())
                return typed.leak;
            const QString inState = leakInFiles(ctl.folder());
            return inState.isEmpty() ? leakInFiles(m_home.path()) : inState;
        };
        const Typed crashed = onTerminal(ctl, {QStringLiteral("apply"), blueprint.fileName()}, 12);
        QVERIFY2(crashed.exitCode == 128 + SIGSEGV, crashed.output.constData());
        QVERIFY2(clean(crashed).isEmpty(), qPrintable(clean(crashed)));
        QVERIFY2(QDir(m_home.path()).entryList({QStringLiteral("core*")}, QDir::Files).isEmpty(),
                 "a core file was written");

        const QString name = QStringLiteral("nat-gateway");
        const Typed applied = onTerminal(ctl, {QStringLiteral("resume"), name, QStringLiteral("--verify")});
        QVERIFY2(applied.exitCode == 0, applied.output.right(2000).constData());
        QVERIFY(applied.asked > 0 && applied.output.contains("request_id"));
        QVERIFY2(clean(applied).isEmpty(), qPrintable(clean(applied)));
        for (const QStringList &command :
             {QStringList{QStringLiteral("status"), name, QStringLiteral("--measure")},
              QStringList{QStringLiteral("remedy"), name, QStringLiteral("reapply_route")},
              QStringList{QStringLiteral("show"), name}, QStringList{QStringLiteral("history"), name},
              QStringList{QStringLiteral("export"), name, QStringLiteral("--format"), QStringLiteral("ssh-config")},
              QStringList{QStringLiteral("rebuild")},
              QStringList{QStringLiteral("destroy"), name, QStringLiteral("--yes")}}) {
            const Typed typed = onTerminal(ctl, command);
            QVERIFY2(typed.exitCode == 0,
                     (command.join(QLatin1Char(' ')).toUtf8() + typed.output.right(1500)).constData());
            QVERIFY2(clean(typed).isEmpty(),
                     qPrintable(command.join(QLatin1Char(' ')) + QLatin1Char(' ') + clean(typed)));
        }
        // A refused token must not be printed either.
        ctl.setToken(QStringLiteral("another-secret-token-0123456789"));
        m_secrets << "another-secret-token-0123456789";
        const Typed refused = onTerminal(ctl, {QStringLiteral("status"), name});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(clean(refused).isEmpty(), qPrintable(clean(refused)));
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "secrets_test.moc"
