#include "core/sandbox/hosts/ssh_host.h"
#include "core/ssh/ssh.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace sluice;
using namespace sluice::ssh;
using namespace std::chrono_literals;

namespace {

using Opened = Result<std::shared_ptr<Session>>;
using Ran = Result<CommandResult>;

template <class T>
T waitFor(const QFuture<T> &future) {
    const bool finished = QTest::qWaitFor([&future] { return future.isFinished(); }, 20000);
    return finished ? future.result() : T(Error{.code = ErrorCode::Internal, .message = QStringLiteral("no answer")});
}

QByteArray blobOfLine(const QString &line) {
    return QByteArray::fromBase64(line.section(QLatin1Char(' '), 1, 1).toLatin1());
}

} // namespace

/// Our client against real SSH servers on loopback (the sandbox's, which are libssh's server side).
class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void manyCommandsRunOverOneSession();
    void inputLargerThanAnyWindowArrivesWhole();
    void aPinnedKeyOpensAndAnotherIsRefusedBeforeLogin();
    void aKeyThatTheHostDoesNotKnowIsRefused();
    void keysOfEveryKindLogIn_data();
    void keysOfEveryKindLogIn();
    void theAgentLogsInWithoutAFile();
    void withoutAnAgentTheRemedyIsNamed();
    void aClosedPortAndASilentOneAreToldApart();
    void aHostileServerCostsNoMoreThanTheDeadline_data();
    void aHostileServerCostsNoMoreThanTheDeadline();
    void theJumpLeadsToTheTargetAndBothKeysAreSeen();
    void aTargetThatTheBastionCannotReachIsSaidSo();
    void moreOutputThanAnAnswerIsRefused();
    void aCommandPastItsDeadlineEndsAndTheSessionGoesOn();
    void aKilledServerIsNoAnswer();
    void deletingTheSessionEndsItsCommand();
    void deletingTheConnectorEndsAnOpenOnTheWay();
    void answersArriveInTheConnectorsThread();
    void openSshsServerToo();

private:
    /// A host that echoes: "echo X" answers X, "cat" its input, "sleep" never ends, "flood" writes 5 MiB.
    std::unique_ptr<sandbox::SshHost> host(const QString &name, quint16 forwardTo = 0) {
        sandbox::SshHostHooks hooks;
        hooks.exec = [this, name](const QString &command, const QByteArray &input) {
            m_commands << name + QStringLiteral(": ") + command;
            sandbox::ShellResult result;
            if (command.startsWith(QLatin1String("echo ")))
                result.out = command.mid(5).toUtf8();
            else if (command == QLatin1String("cat"))
                result.out = input;
            else if (command == QLatin1String("who"))
                result.out = name.toUtf8();
            else if (command == QLatin1String("flood"))
                result.out = QByteArray(5 * 1024 * 1024, 'x');
            else if (command == QLatin1String("sleep"))
                result.seconds = 3600;
            else if (command == QLatin1String("fail"))
                return sandbox::ShellResult{.out = "out", .err = "err", .status = 3};
            return result;
        };
        hooks.forward = [forwardTo](const QString &address, quint16 port) {
            return address == QLatin1String("10.10.0.4") && port == 22 ? forwardTo : quint16(0);
        };
        hooks.realTime = [](double seconds) { return Clock::Duration(static_cast<qint64>(seconds * 1000)); };
        const sandbox::HostKeyPair key = sandbox::makeHostKey();
        m_hostKeys.insert(name, blobOfLine(key.publicLine));
        auto made = std::make_unique<sandbox::SshHost>(
            key.pem, QSet<QString>{m_pair.publicKey.section(QLatin1Char(' '), 1, 1)} + m_moreKeys, hooks);
        made->listen(QHostAddress::LocalHost);
        return made;
    }
    static Endpoint at(const QTcpServer &server, const QString &address = QStringLiteral("203.0.113.20")) {
        return {.address = address, .dialAddress = QStringLiteral("127.0.0.1"), .dialPort = server.serverPort()};
    }
    Identity deploymentKey() const { return {.kind = Identity::Kind::Memory, .privateKey = m_pair.privateKey}; }
    Opened open(const Endpoint &target) { return waitFor(m_connector->open(target, deploymentKey(), 15s)); }
    Ran run(const std::shared_ptr<Session> &session, const char *command, std::chrono::milliseconds deadline = 10s,
            const QByteArray &input = {}) {
        return waitFor(session->run(QLatin1String(command), deadline, input));
    }

    ScaledClock m_clock;
    KeyPair m_pair;
    QSet<QString> m_moreKeys;
    QStringList m_commands;
    QHash<QString, QByteArray> m_hostKeys;
    std::unique_ptr<Connector> m_connector;
};

void SessionTest::init() {
    const auto pair = generateKeyPair(QStringLiteral("test"));
    QVERIFY(pair);
    m_pair = *pair;
    m_moreKeys.clear();
    m_commands.clear();
    m_connector = makeLibsshConnector(&m_clock);
}

void SessionTest::manyCommandsRunOverOneSession() {
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QCOMPARE((*session)->hostKey().type, QStringLiteral("ssh-ed25519"));
    QCOMPARE((*session)->hostKey().blob, m_hostKeys.value(QStringLiteral("bastion")));
    QVERIFY((*session)->jumpHostKey().type.isEmpty());
    const QFuture<Ran> first = (*session)->run(QStringLiteral("echo one"), 10s);
    const QFuture<Ran> second = (*session)->run(QStringLiteral("fail"), 10s);
    const Ran one = waitFor(first);
    const Ran three = waitFor(second);
    QVERIFY(one);
    QCOMPARE(one->standardOutput, QByteArray("one"));
    QCOMPARE(one->exitStatus, 0);
    QVERIFY(three);
    QCOMPARE(three->standardOutput, QByteArray("out"));
    QCOMPARE(three->standardError, QByteArray("err"));
    QCOMPARE(three->exitStatus, 3);
}

void SessionTest::inputLargerThanAnyWindowArrivesWhole() {
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY(session);
    QByteArray input;
    for (int i = 0; input.size() < 3 * 1024 * 1024; ++i)
        input += QByteArray::number(i) + '\n';
    const Ran back = run(*session, "cat", 20s, input);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QVERIFY(back->standardOutput == input);
}

void SessionTest::aPinnedKeyOpensAndAnotherIsRefusedBeforeLogin() {
    const auto server = host(QStringLiteral("bastion"));
    Endpoint endpoint = at(*server);
    endpoint.pinnedKey = m_hostKeys.value(QStringLiteral("bastion"));
    QVERIFY(open(endpoint));
    const QByteArray real = endpoint.pinnedKey;
    endpoint.pinnedKey = blobOfLine(sandbox::makeHostKey().publicLine);
    // Even our own key would be refused: nothing may be offered to a stranger.
    const Opened refused = waitFor(m_connector->open(endpoint, {.kind = Identity::Kind::Agent}, 15s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Untrusted);
    QVERIFY(refused.error().message.contains(HostKey{.type = {}, .blob = real}.sha256()));
    QVERIFY(refused.error().message.contains(HostKey{.type = {}, .blob = endpoint.pinnedKey}.sha256()));
}

void SessionTest::aKeyThatTheHostDoesNotKnowIsRefused() {
    const auto server = host(QStringLiteral("bastion"));
    const auto other = generateKeyPair({});
    QVERIFY(other);
    const Opened refused =
        waitFor(m_connector->open(at(*server), {.kind = Identity::Kind::Memory, .privateKey = other->privateKey}, 15s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unauthenticated);
    QVERIFY(!refused.error().remedy.isEmpty());
    const Opened absent = waitFor(m_connector->open(
        at(*server), {.kind = Identity::Kind::File, .file = QStringLiteral("/nonexistent/key")}, 15s));
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::InvalidInput);
}

void SessionTest::keysOfEveryKindLogIn_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("ed25519") << QStringLiteral("ed25519") << QString();
    QTest::newRow("rsa") << QStringLiteral("rsa") << QString();
    QTest::newRow("ecdsa") << QStringLiteral("ecdsa") << QString();
    QTest::newRow("ed25519 locked") << QStringLiteral("ed25519") << QStringLiteral("a phrase");
}

void SessionTest::keysOfEveryKindLogIn() {
    QFETCH(QString, kind);
    QFETCH(QString, passphrase);
    if (QStandardPaths::findExecutable(QStringLiteral("ssh-keygen")).isEmpty())
        QSKIP("ssh-keygen (package openssh-client) is not installed");
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("key"));
    QCOMPARE(
        QProcess::execute(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-f"), file,
                                                         QStringLiteral("-N"), passphrase, QStringLiteral("-t"), kind}),
        0);
    const Result<QString> line = publicKeyOf(file, passphrase);
    QVERIFY(line);
    m_moreKeys << line->section(QLatin1Char(' '), 1, 1);
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = waitFor(m_connector->open(
        at(*server), {.kind = Identity::Kind::File, .file = file, .privateKey = {}, .passphrase = passphrase}, 15s));
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    if (passphrase.isEmpty())
        return;
    const Opened locked = waitFor(m_connector->open(at(*server), {.kind = Identity::Kind::File, .file = file}, 15s));
    QVERIFY(!locked);
    QCOMPARE(locked.error().code, ErrorCode::NeedsDecision);
}

void SessionTest::theAgentLogsInWithoutAFile() {
    if (QStandardPaths::findExecutable(QStringLiteral("ssh-agent")).isEmpty())
        QSKIP("ssh-agent (package openssh-client) is not installed");
    QTemporaryDir dir;
    const QString socket = dir.filePath(QStringLiteral("agent"));
    QProcess agent;
    agent.start(QStringLiteral("ssh-agent"), {QStringLiteral("-D"), QStringLiteral("-a"), socket});
    QVERIFY(agent.waitForStarted());
    QTRY_VERIFY(QFile::exists(socket));
    const auto restore = qScopeGuard([&agent, before = qgetenv("SSH_AUTH_SOCK")] {
        qputenv("SSH_AUTH_SOCK", before);
        agent.terminate();
        agent.waitForFinished();
    });
    qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    const auto server = host(QStringLiteral("bastion"));
    const Opened empty = waitFor(m_connector->open(at(*server), {.kind = Identity::Kind::Agent}, 15s));
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::Unauthenticated);
    QProcess add;
    add.start(QStringLiteral("ssh-add"), {QStringLiteral("-q"), QStringLiteral("-")});
    add.write(m_pair.privateKey);
    add.closeWriteChannel();
    QVERIFY(add.waitForFinished());
    QCOMPARE(add.exitCode(), 0);
    const Opened session = waitFor(m_connector->open(at(*server), {.kind = Identity::Kind::Agent}, 15s));
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
}

void SessionTest::withoutAnAgentTheRemedyIsNamed() {
    const auto restore = qScopeGuard([before = qgetenv("SSH_AUTH_SOCK")] { qputenv("SSH_AUTH_SOCK", before); });
    qputenv("SSH_AUTH_SOCK", "");
    const auto server = host(QStringLiteral("bastion"));
    const Opened refused = waitFor(m_connector->open(at(*server), {.kind = Identity::Kind::Agent}, 15s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unauthenticated);
    QVERIFY(refused.error().remedy.contains(QLatin1String("ssh-add")));
}

void SessionTest::aClosedPortAndASilentOneAreToldApart() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const Opened nothing = waitFor(m_connector->open(at(silent), deploymentKey(), 500ms));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::DeadlineExceeded);
    QVERIFY(waitFor(m_connector->probePort(QStringLiteral("127.0.0.1"), silent.serverPort(), 5s)));
    const quint16 port = silent.serverPort();
    const Endpoint there = at(silent);
    silent.close();
    const Opened closed = waitFor(m_connector->open(there, deploymentKey(), 5s));
    QVERIFY(!closed);
    QCOMPARE(closed.error().code, ErrorCode::Unavailable);
    QVERIFY2(closed.error().message.contains(QLatin1String("203.0.113.20")), qPrintable(closed.error().message));
    const Status probed = waitFor(m_connector->probePort(QStringLiteral("127.0.0.1"), port, 5s));
    QVERIFY(!probed);
    QCOMPARE(probed.error().code, ErrorCode::Unavailable);
}

void SessionTest::aHostileServerCostsNoMoreThanTheDeadline_data() {
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("flood");
    QTest::newRow("lines before the version, without end") << QByteArray() << QByteArray("welcome\r\n").repeated(4096);
    QTest::newRow("a version line without end") << QByteArray("SSH-2.0-") << QByteArray(64 * 1024, 'x');
    QTest::newRow("a version and silence") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QByteArray();
    QTest::newRow("a version and noise") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << QByteArray(64 * 1024, '\x7f');
    // A packet that says it is 2 GiB long.
    QTest::newRow("a packet of two gigabytes")
        << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\x7f\xff\xff\xff", 25) << QByteArray(64 * 1024, '\0');
}

void SessionTest::aHostileServerCostsNoMoreThanTheDeadline() {
    QFETCH(const QByteArray, greeting);
    QFETCH(const QByteArray, flood);
    constexpr qint64 kBound = 256 * 1024 * 1024;
    qint64 sent = 0;
    QTcpServer hostile;
    connect(&hostile, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = hostile.nextPendingConnection();
        connect(socket, &QTcpSocket::bytesWritten, socket, [&sent, socket, flood] {
            if (socket->bytesToWrite() > 0 || sent > kBound || flood.isEmpty())
                return;
            sent += flood.size();
            socket->write(flood);
        });
        socket->write(greeting + flood);
    });
    QVERIFY(hostile.listen(QHostAddress::LocalHost));
    const auto resident = [] {
        QFile status(QStringLiteral("/proc/self/status"));
        const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        return text.mid(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
    };
    const qint64 before = resident();
    const Opened refused = waitFor(m_connector->open(at(hostile), deploymentKey(), 1500ms));
    QVERIFY(!refused);
    QVERIFY2(!refused.error().remedy.isEmpty(), qPrintable(refused.error().message));
    QVERIFY2(sent < kBound, "the client went on reading");
    QVERIFY2(resident() - before < 64 * 1024, qPrintable(QString::number(resident() - before)));
}

void SessionTest::theJumpLeadsToTheTargetAndBothKeysAreSeen() {
    const auto target = host(QStringLiteral("target"));
    const auto bastion = host(QStringLiteral("bastion"), target->serverPort());
    const Endpoint inside{.address = QStringLiteral("10.10.0.4")};
    const Opened session = waitFor(m_connector->openThrough(at(*bastion), inside, deploymentKey(), 15s));
    QVERIFY2(session, session ? "" : qPrintable(session.error().message));
    QCOMPARE((*session)->hostKey().blob, m_hostKeys.value(QStringLiteral("target")));
    QCOMPARE((*session)->jumpHostKey().blob, m_hostKeys.value(QStringLiteral("bastion")));
    const Ran who = run(*session, "who");
    QVERIFY(who);
    QCOMPARE(who->standardOutput, QByteArray("target"));
    // More than a channel window in both directions: a pump that waits for one side only would stall.
    const QByteArray large(3 * 1024 * 1024, 'y');
    const Ran back = run(*session, "cat", 20s, large);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message));
    QCOMPARE(back->standardOutput.size(), large.size());
    QVERIFY(back->standardOutput == large);

    Endpoint swapped = inside;
    swapped.pinnedKey = m_hostKeys.value(QStringLiteral("bastion"));
    const Opened refused = waitFor(m_connector->openThrough(at(*bastion), swapped, deploymentKey(), 15s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Untrusted);
    QVERIFY(refused.error().message.contains(QLatin1String("10.10.0.4")));
}

void SessionTest::aTargetThatTheBastionCannotReachIsSaidSo() {
    const auto bastion = host(QStringLiteral("bastion"));
    const Opened refused =
        waitFor(m_connector->openThrough(at(*bastion), {.address = QStringLiteral("10.10.0.9")}, deploymentKey(), 15s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    QVERIFY2(refused.error().message.contains(QLatin1String("10.10.0.9")), qPrintable(refused.error().message));
    QVERIFY(refused.error().message.contains(QLatin1String("bastion")));
}

void SessionTest::moreOutputThanAnAnswerIsRefused() {
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY(session);
    const Ran flood = run(*session, "flood", 20s);
    QVERIFY(!flood);
    QCOMPARE(flood.error().code, ErrorCode::Malformed);
}

void SessionTest::aCommandPastItsDeadlineEndsAndTheSessionGoesOn() {
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY(session);
    const Ran late = run(*session, "sleep", 300ms);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::DeadlineExceeded);
    QVERIFY(late.error().message.contains(QLatin1String("sleep")));
    const Ran next = run(*session, "echo on");
    QVERIFY2(next, next ? "" : qPrintable(next.error().message));
    QCOMPARE(next->standardOutput, QByteArray("on"));
}

void SessionTest::aKilledServerIsNoAnswer() {
    auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY(session);
    const QFuture<Ran> running = (*session)->run(QStringLiteral("sleep"), 60s);
    QTRY_VERIFY(!m_commands.isEmpty());
    server.reset();
    const Ran gone = waitFor(running);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::Unavailable);
}

void SessionTest::deletingTheSessionEndsItsCommand() {
    const auto server = host(QStringLiteral("bastion"));
    Opened session = open(at(*server));
    QVERIFY(session);
    const QFuture<Ran> running = (*session)->run(QStringLiteral("sleep"), 600s);
    const QFuture<Ran> waiting = (*session)->run(QStringLiteral("echo never"), 600s);
    QTRY_VERIFY(!m_commands.isEmpty());
    *session = nullptr;
    for (const auto &future : {running, waiting}) {
        const Ran ended = waitFor(future);
        QVERIFY(!ended);
        QCOMPARE(ended.error().code, ErrorCode::Cancelled);
    }
    QVERIFY(!m_commands.contains(QStringLiteral("bastion: echo never")));
}

void SessionTest::deletingTheConnectorEndsAnOpenOnTheWay() {
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QFuture<Opened> opening = m_connector->open(at(silent), deploymentKey(), 600s);
    const QFuture<Status> probing = m_connector->probePort(QStringLiteral("127.0.0.1"), silent.serverPort(), 600s);
    QTRY_VERIFY(silent.hasPendingConnections());
    m_connector.reset();
    QVERIFY(opening.isFinished());
    QVERIFY(!opening.result());
    QCOMPARE(opening.result().error().code, ErrorCode::Cancelled);
    QVERIFY(probing.isFinished());
}

void SessionTest::answersArriveInTheConnectorsThread() {
    const auto server = host(QStringLiteral("bastion"));
    const Opened session = open(at(*server));
    QVERIFY(session);
    std::atomic<QThread *> where = nullptr;
    QFuture<Ran> done = (*session)->run(QStringLiteral("echo x"), 10s);
    // Without a context the continuation runs where the promise is finished.
    done.then([&where](const Ran &) { where = QThread::currentThread(); });
    QTRY_VERIFY(where != nullptr);
    QCOMPARE(where.load(), QThread::currentThread());
}

void SessionTest::openSshsServerToo() {
    const QString program = QStringLiteral("/usr/sbin/sshd");
    if (!QFile::exists(program))
        QSKIP("sshd (package openssh-server) is not installed");
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("key"));
    for (const QString &name : {file, dir.filePath(QStringLiteral("host"))})
        QCOMPARE(QProcess::execute(QStringLiteral("ssh-keygen"),
                                   {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                    QStringLiteral("-N"), QString(), QStringLiteral("-f"), name}),
                 0);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    if (QFileInfo(QStringLiteral("/run")).isWritable())
        QDir().mkpath(QStringLiteral("/run/sshd")); // where sshd separates its privileges
    QProcess sshd;
    sshd.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{QStringLiteral("-D"),  QStringLiteral("-e"),       QStringLiteral("-p"),
                          QString::number(port), QStringLiteral("-h"),       dir.filePath(QStringLiteral("host")),
                          QStringLiteral("-f"),  QStringLiteral("/dev/null")};
    for (const QString &option :
         {QStringLiteral("ListenAddress=127.0.0.1"), QStringLiteral("StrictModes=no"), QStringLiteral("PidFile=none"),
          QStringLiteral("AuthorizedKeysFile=") + file + QStringLiteral(".pub")})
        arguments << QStringLiteral("-o") << option;
    sshd.start(program, arguments);
    QVERIFY(sshd.waitForStarted());
    const auto stop = qScopeGuard([&sshd] {
        sshd.terminate();
        sshd.waitForFinished();
    });
    QByteArray said;
    QTRY_VERIFY((said += sshd.readAll()).contains("listening") || sshd.state() == QProcess::NotRunning);
    if (sshd.state() == QProcess::NotRunning)
        QSKIP(("sshd does not run here: " + said.trimmed()).constData());
    const Endpoint there{.address = QStringLiteral("127.0.0.1"),
                         .port = port,
                         .user = qEnvironmentVariable("USER", QStringLiteral("root"))};
    const Identity identity{.kind = Identity::Kind::File, .file = file};
    for (const bool jump : {false, true}) {
        const Opened session = waitFor(jump ? m_connector->openThrough(there, there, identity, 15s)
                                            : m_connector->open(there, identity, 15s));
        QVERIFY2(session, session ? "" : qPrintable(session.error().message));
        // The end of output, the exit status and the channel's end come in any order and at any distance.
        for (int i = 0; i < 15; ++i) {
            const QByteArray script =
                QByteArray("echo line; ").repeated(i * 40) + "exec 1>&- 2>&-; exit " + QByteArray::number(i);
            const Ran ran = run(*session, "sh -s", 10s, script);
            QVERIFY2(ran, ran ? "" : qPrintable(ran.error().message));
            QCOMPARE(ran->exitStatus, i);
            QCOMPARE(ran->standardOutput, QByteArray("line\n").repeated(i * 40));
        }
    }
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
