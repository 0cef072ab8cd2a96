#include "figures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <memory>
#include <optional>
#include <unistd.h>

namespace {

constexpr int kPatience = 120000;
/// The display server takes down what the program before had open; the next one is not to wait for that.
constexpr int kSettle = 150;

void idle(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Running {
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QProcess> process;
    double milliseconds = -1; ///< until the window was usable; -1 = never
};

/// A start with an empty state, as on the first day.
Running start(const QString &program, bool isOurs) {
    Running running{std::make_unique<QTemporaryDir>(), std::make_unique<QProcess>()};
    idle(kSettle);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("sluice.start.debug=true"));
    environment.insert(QStringLiteral("HOME"), running.folder->path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), running.folder->path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), running.folder->path());
    running.process->setProcessEnvironment(environment);
    running.process->setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments;
    if (isOurs)
        arguments << QStringLiteral("--state")
                  << QStringLiteral("sqlite:") + running.folder->filePath(QStringLiteral("s.db"));
    QElapsedTimer timer;
    timer.start();
    running.process->start(program, arguments);
    QByteArray said;
    while (timer.elapsed() < kPatience && running.process->state() != QProcess::NotRunning) {
        running.process->waitForReadyRead(100);
        said += running.process->readAll();
        if (said.contains("window usable")) {
            running.milliseconds = double(timer.nsecsElapsed()) / 1e6;
            break;
        }
    }
    return running;
}

void end(Running &running) {
    running.process->kill();
    running.process->waitForFinished();
}

double median(QList<double> values) {
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? -1 : values[values.size() / 2];
}

QString text(double value, int decimals, const char *unit) {
    return value < 0 ? QStringLiteral("not measured")
                     : QString::number(value, 'f', decimals) + QLatin1Char(' ') + QLatin1String(unit);
}

} // namespace

namespace {

/// From a stat file of a process or a thread.
double cpuSecondsIn(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = file.readAll();
    const QList<QByteArray> parts = line.mid(line.lastIndexOf(')') + 2).split(' '); // the name may hold anything
    if (parts.size() < 13)
        return -1;
    return (parts[11].toDouble() + parts[12].toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

} // namespace

double cpuSeconds(qint64 process) {
    return cpuSecondsIn(QStringLiteral("/proc/%1/stat").arg(process));
}

double cpuSecondsOfThread(const char *name) {
    double seconds = 0;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile comm(tasks.filePath(task + QStringLiteral("/comm")));
        if (comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == name)
            seconds += std::max(0.0, cpuSecondsIn(tasks.filePath(task + QStringLiteral("/stat"))));
    }
    return seconds;
}

double memoryOf(qint64 process, const char *line) {
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &each : file.readAll().split('\n')) {
        if (each.startsWith(line))
            return each.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return -1;
}

QList<Figure> measureProcesses(const Settings &settings) {
    QList<double> ours;
    QList<double> bare;
    QList<double> linked;
    double memory = -1;
    double own = -1;
    double used = -1;
    // By turns, so that what else the machine does meets both.
    for (int i = 0; i < settings.starts; ++i) {
        Running plain = start(settings.bare, false);
        end(plain);
        Running loaded = start(settings.linked, false);
        end(loaded);
        Running full = start(settings.sluice, true);
        if (plain.milliseconds >= 0 && loaded.milliseconds >= 0 && full.milliseconds >= 0 &&
            (i > 0 || settings.starts == 1)) {
            bare << plain.milliseconds; // the first round only warms the disk cache, for all
            linked << loaded.milliseconds;
            ours << full.milliseconds;
        }
        if (i == settings.starts - 1 && full.milliseconds >= 0) {
            idle(3000); // connected, facts read
            memory = memoryOf(full.process->processId(), "VmRSS");
            own = memoryOf(full.process->processId(), "RssAnon");
            const double before = cpuSeconds(full.process->processId());
            QElapsedTimer timer;
            timer.start();
            idle(settings.idleSeconds * 1000);
            const double after = cpuSeconds(full.process->processId());
            if (before >= 0 && after >= before)
                used = (after - before) * 1000 / double(timer.elapsed()) * 100;
        }
        end(full);
    }
    const double a = median(ours);
    const double b = median(bare);
    const double c = median(linked);
    const double ratio = b > 0 ? a / b : -1;
    return {
        {QStringLiteral("cold start, bare"), text(b, 0, "ms"), {}},
        {QStringLiteral("cold start, bare, linked"), text(c, 0, "ms"), {}},
        {QStringLiteral("cold start"), text(a, 0, "ms"), {}},
        {QStringLiteral("cold start, ratio"), text(ratio, 2, "x"), QStringLiteral("<= 1.5 x"),
         ratio >= 0 && ratio <= 1.5},
        {QStringLiteral("cold start, to linked"), text(c > 0 ? a / c : -1, 2, "x"), {}},
        {QStringLiteral("memory (RSS)"), text(memory, 1, "MiB"), QStringLiteral("<= 120 MB"),
         memory >= 0 && memory * 1.048576 <= 120},
        {QStringLiteral("memory, own (RssAnon)"), text(own, 1, "MiB"), {}},
        {QStringLiteral("idle CPU"), text(used, 2, "%"), QStringLiteral("< 0.5 %"), used >= 0 && used < .5},
    };
}
