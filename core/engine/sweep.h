#pragma once

#include "core/engine/job.h"

namespace sluice::engine {

/// The certificate: fresh lists of every kind we make, compared with every id the journal knows and everything that
/// carries our marks. What a list still shows is read by id before it counts as left, because lists lag.
class Sweep final : public Job {
    Q_OBJECT
public:
    Sweep(RunContext *context, QObject *parent);
    void start() override;
    void cancel() override { stopAsCancelled(); }
    const Certificate &certificate() const { return m_certificate; }
    static constexpr const char *kStep = "certificate";

private:
    struct Suspect {
        std::shared_ptr<const ResourceStep> step;
        Certificate::Item item;
        double usdPerHour = 0;
    };
    void begin();
    void nextKind();
    void readPage(const HttpRequest &request);
    void judgeKind();
    void nextSuspect();
    void conclude();
    void tryAgain(const Error &error, std::function<void()> next);

    Certificate m_certificate;
    QList<QList<std::shared_ptr<const ResourceStep>>> m_kinds; ///< steps whose objects stand in the same list
    qsizetype m_kind = 0;
    QList<QList<Sighting>> m_seen; ///< per step of the current kind
    qsizetype m_listed = 0;
    QList<Suspect> m_suspects;
    qsizetype m_suspect = 0;
    Backoff m_backoff;
    int m_failures = 0;
    int m_rounds = 0;
};

} // namespace sluice::engine
