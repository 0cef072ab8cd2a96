#include "session.h"

#include "core/base/redact.h"

#include <QEventLoop>
#include <QTextStream>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace sluice::ctl {

namespace {

int g_signalPipe[2] = {-1, -1};

void writeSignal(int number) {
    const char byte = static_cast<char>(number);
    const ssize_t written = ::write(g_signalPipe[1], &byte, 1);
    static_cast<void>(written);
    // A second Ctrl-C ends the program at once: the journal already knows everything that is in flight.
    std::signal(number, SIG_DFL);
}

QString tokenFromEnvironment() {
    for (const char *name : {"DIGITALOCEAN_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN"}) {
        const QString value = qEnvironmentVariable(name).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

template <class T>
T await(QFuture<T> future) {
    QEventLoop loop;
    T result{};
    bool done = false;
    future.then(&loop, [&](const T &value) {
        result = value;
        done = true;
        loop.quit();
    });
    // A future that is ready already has run its continuation by now.
    if (!done)
        loop.exec();
    return result;
}

} // namespace

int exitCodeOf(const Error &error) {
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::Unauthenticated:
        return kBadInput;
    case ErrorCode::NeedsDecision:
        return kNeedsDecision;
    case ErrorCode::Cancelled:
        return kCancelled;
    default:
        return kFailed;
    }
}

int exitCodeOf(const Status &status, const Json &document) {
    if (!status)
        return exitCodeOf(status.error());
    const QString verdict = jsonString(document, "verdict");
    if (verdict == QLatin1String("fail"))
        return kVerificationFailed;
    if (verdict == QLatin1String("unknown"))
        return kVerdictUnknown;
    return kDone;
}

Session::Session(const Globals &globals)
    : m_globals(globals) {
    if (m_globals.progress.isEmpty())
        m_globals.progress = ::isatty(STDERR_FILENO) ? QStringLiteral("text") : QStringLiteral("none");
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, g_signalPipe) == 0) {
        m_signalNotifier = std::make_unique<QSocketNotifier>(g_signalPipe[0], QSocketNotifier::Read);
        connect(m_signalNotifier.get(), &QSocketNotifier::activated, this, &Session::onSignal);
        std::signal(SIGINT, writeSignal);
        std::signal(SIGTERM, writeSignal);
    }
}

Session::~Session() {
    m_signalNotifier.reset();
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &fd : g_signalPipe) {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
}

void Session::onSignal() {
    char byte = 0;
    const ssize_t got = ::read(g_signalPipe[0], &byte, 1);
    static_cast<void>(got);
    m_interrupted = true;
    showProgress(
        QStringLiteral("Cancelling: what is in flight lands and is recorded. Press Ctrl-C again to stop at once."),
        {{"event", "cancelling"}});
    if (m_current)
        m_current->cancel();
}

Status Session::open() {
    operations::Workspace::Options options;
    options.state = m_globals.state;
    options.timeScale = m_globals.timeScale;
    options.prices = m_globals.prices;
    options.askPassphrase = [](const QString &file) {
        char *typed = ::getpass(QStringLiteral("Passphrase for %1: ").arg(file).toLocal8Bit().constData());
        const QString passphrase = typed ? QString::fromLocal8Bit(typed) : QString();
        registerSecret(passphrase);
        return passphrase;
    };
    auto workspace = operations::Workspace::open(options);
    if (!workspace)
        return workspace.error();
    m_workspace = *workspace;
    if (m_globals.verbose) {
        connect(
            m_workspace.get(), &operations::Workspace::apiCalled, this,
            [this](const QString &method, const QString &path, int status, const QString &id, int ms,
                   const QString &note) {
                showProgress(
                    QStringLiteral("  %1 %2 -> %3 in %4 ms %5 %6").arg(method, path).arg(status).arg(ms).arg(id, note),
                    {{"event", "call"},
                     {"method", method.toStdString()},
                     {"path", path.toStdString()},
                     {"status", status},
                     {"request_id", id.toStdString()},
                     {"milliseconds", ms}});
            });
    }
    return Ok{};
}

Status Session::connectAccount() {
    const Status opened = m_workspace ? Status(Ok{}) : open();
    if (!opened)
        return opened;
    operations::Account account;
    account.endpoint =
        QUrl(m_globals.endpoint.isEmpty() ? QStringLiteral("https://api.digitalocean.com") : m_globals.endpoint);
    account.key = account.endpoint.host();
    account.token = tokenFromEnvironment();
    if (account.token.isEmpty()) {
        const auto tokens = store::openTokenStore();
        const auto stored = tokens->read(QStringLiteral("token/") + account.endpoint.host());
        if (stored)
            account.token = QString::fromUtf8(*stored);
    }
    return connectAccount(account);
}

Status Session::connectAccount(const operations::Account &account) {
    const Status opened = m_workspace ? Status(Ok{}) : open();
    if (!opened)
        return opened;
    registerSecret(account.token);
    const auto connected = await(m_workspace->connectAccount(account));
    if (!connected)
        return connected.error();
    return Ok{};
}

Session::Outcome Session::run(operations::Operation *operation) {
    QEventLoop loop;
    Outcome outcome{Ok{}, Json::object()};
    m_current = operation;
    connect(operation, &operations::Operation::stepChanged, this, [this](const engine::StepState &step) {
        QString text = QStringLiteral("%1 %2").arg(engine::stepPhaseName(step.phase), -9).arg(step.name, -17);
        if (!step.detail.isEmpty())
            text += QStringLiteral(" ") + step.detail;
        else if (!step.id.isEmpty())
            text += QStringLiteral(" ") + step.id;
        if (!step.error.message.isEmpty())
            text += QStringLiteral(" ") + step.error.toString();
        Json event = engine::toJson(step);
        event["event"] = "step";
        showProgress(text, event);
    });
    connect(operation, &operations::Operation::cellChanged, this, [this](const verify::Cell &cell) {
        Json event = verify::toJson(cell);
        event["event"] = "cell";
        showProgress(QStringLiteral("%1 %2 expected %3, observed %4")
                         .arg(verify::verdictName(cell.verdict), -9)
                         .arg(cell.id, -28)
                         .arg(cell.expected, cell.observed.isEmpty() ? QStringLiteral("nothing") : cell.observed),
                     event);
    });
    connect(operation, &operations::Operation::logged, this, [this](const QString &line) {
        showProgress(QStringLiteral("          %1").arg(line), {{"event", "log"}, {"line", line.toStdString()}});
    });
    connect(operation, &operations::Operation::finished, &loop, [&](const Status &status, const Json &document) {
        outcome = {status, document};
        loop.quit();
    });
    if (m_interrupted)
        QMetaObject::invokeMethod(
            operation, [operation] { operation->cancel(); }, Qt::QueuedConnection);
    loop.exec();
    m_current = nullptr;
    return outcome;
}

void Session::print(const QString &text) const {
    if (m_globals.json)
        return;
    QTextStream(stdout) << redact(text) << '\n';
}

void Session::showProgress(const QString &text, const Json &event) {
    if (m_globals.progress == QLatin1String("text"))
        QTextStream(stderr) << redact(text) << '\n';
    else if (m_globals.progress == QLatin1String("json"))
        QTextStream(stderr) << redact(QString::fromUtf8(toJsonText(event))) << '\n';
}

} // namespace sluice::ctl
