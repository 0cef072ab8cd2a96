#pragma once

#include <QList>
#include <QString>

/// What bench_desk prints: one line a figure, with its target where there is one.
struct Figure {
    QString name;
    QString value;
    QString target; ///< empty = told, not judged
    bool met = true;
};

struct Settings {
    QString sluice;  ///< the program
    QString bare;    ///< the bare window
    QString linked;  ///< the bare window with the libraries of the program
    int starts = 15; ///< of each program; the median counts
    int idleSeconds = 20;
    int deployments = 50;
    double minutes = 2; ///< of the soak
    double timeScale = 100;
};

/// Cold start, memory and idle time of the programs as processes.
QList<Figure> measureProcesses(const Settings &settings);
/// How long a click waits while deployments are applied and verified, then idle and soak, in this process.
QList<Figure> measureWork(const Settings &settings);

/// CPU seconds that a process has used, by /proc; -1 when it cannot be read.
double cpuSeconds(qint64 process);
/// Of this process, of its threads with this name.
double cpuSecondsOfThread(const char *name);
/// A line of /proc/<process>/status in MiB, e.g. "VmRSS"; -1 when it is not there.
double memoryOf(qint64 process, const char *line);
