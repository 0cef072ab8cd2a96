#include "core/sandbox/netns/lab_program.h"

namespace sluice::sandbox {

LabProgram::~LabProgram() {
    // No answer may come into what is being taken down.
    for (QProcess *process : findChildren<QProcess *>()) {
        process->disconnect();
        process->kill();
        process->waitForFinished(2000);
    }
}

void LabProgram::queue(const QStringList &verb, const QByteArray &input, const Done &done) {
    m_jobs.push_back({verb, input, done});
    next();
}

void LabProgram::aside(const QStringList &verb, const Done &done) {
    start({verb, {}, {}}, done);
}

LabProgram::Answer LabProgram::now(const QStringList &verb) const {
    constexpr int kPatience = 30000;
    QProcess process;
    process.start(m_path, verb);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit;
    return {.out = process.readAllStandardOutput(),
            .err = process.readAllStandardError(),
            .status = ended ? process.exitCode() : 128};
}

void LabProgram::next() {
    if (m_busy || m_jobs.empty())
        return;
    m_busy = true;
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    start(job, [this, job](const QByteArray &output, int status) {
        if (status != 0)
            qWarning("sluice-sandbox: lab %s: status %d: %s", qPrintable(job.verb.join(QLatin1Char(' '))), status,
                     output.trimmed().constData());
        if (job.done)
            job.done(output, status);
        m_busy = false;
        next();
    });
}

void LabProgram::start(const Job &job, const Done &done) {
    auto *process = new QProcess(this);
    process->setProcessChannelMode(QProcess::MergedChannels);
    connect(process, &QProcess::finished, this, [process, done](int code, QProcess::ExitStatus how) {
        process->deleteLater();
        done(process->readAll(), how == QProcess::NormalExit ? code : 128);
    });
    connect(process, &QProcess::errorOccurred, this, [process, done](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() tells the others
        process->deleteLater();
        done(process->errorString().toUtf8(), 127);
    });
    process->start(m_path, job.verb);
    process->write(job.input);
    process->closeWriteChannel();
}

} // namespace sluice::sandbox
