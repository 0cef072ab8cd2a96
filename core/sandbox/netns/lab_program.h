#pragma once

#include <QObject>
#include <QProcess>
#include <deque>
#include <functional>

namespace sluice::sandbox {

/// Runs the verbs of the lab (tests/lab/lab) that builds namespaces: in order, one after the other, without blocking
/// the sandbox's thread. A verb that fails is told on standard error and leaves the network as it is.
class LabProgram : public QObject {
    Q_OBJECT
public:
    /// What a program wrote (standard output and error) and its status.
    using Done = std::function<void(const QByteArray &output, int status)>;
    explicit LabProgram(const QString &path)
        : m_path(path) {}
    ~LabProgram() override;

    /// After all that were asked before it.
    void queue(const QStringList &verb, const QByteArray &input = {}, const Done &done = {});
    /// Beside the queue: for what takes long and changes nothing.
    void aside(const QStringList &verb, const Done &done);
    /// Waits for it: for a person's own hands (the console), which nobody simulates in a hurry. Status 128 when it does
    /// not end within half a minute.
    struct Answer {
        QByteArray out, err;
        int status = 0;
    };
    Answer now(const QStringList &verb) const;
    bool busy() const { return m_busy || !m_jobs.empty(); }

private:
    struct Job {
        QStringList verb;
        QByteArray input;
        Done done;
    };
    void next();
    void start(const Job &job, const Done &done);

    QString m_path;
    std::deque<Job> m_jobs;
    bool m_busy = false;
};

} // namespace sluice::sandbox
