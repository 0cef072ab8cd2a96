#pragma once

#include "core/engine/job.h"

namespace sluice::engine {

/// Looks for the object of a create whose outcome is unknown. Reads the whole list up to three times (at once, after 5
/// s, after 15 s), because lists lag behind creates. Not a job: it belongs to one.
class Finder : public QObject {
    Q_OBJECT
public:
    Finder(RunContext *context, std::shared_ptr<const ResourceStep> step, QObject *parent);
    void start();

Q_SIGNALS:
    /// Everything that fits, after the last look that was needed: none means it does not exist.
    void found(const QList<sluice::engine::Sighting> &matches);
    void failed(const sluice::Error &error);

private:
    void look();
    void readPage(const HttpRequest &request);
    void judge();
    bool fits(const Sighting &sighting) const;

    RunContext *m_context;
    std::shared_ptr<const ResourceStep> m_step;
    QList<Sighting> m_seen;
    Backoff m_backoff;
    int m_looks = 0;
    int m_pages = 0;
    int m_failures = 0;
};

} // namespace sluice::engine
