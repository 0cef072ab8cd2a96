#pragma once

#include "core/engine/run_context.h"

namespace sluice::engine {

/// Writes the journal of a deployment whose objects exist and whose state is lost: every planned object that the
/// account holds with proof that it is ours is recorded as made; one that it does not show stays an open question, so
/// that a teardown looks for it again. Creates, changes and deletes nothing in the cloud. Started again after a crash,
/// it goes on.
class Rebuild : public QObject {
    Q_OBJECT
public:
    Rebuild(const Environment &environment, const blueprint::Plan &plan, QObject *parent);
    /// The phase of a deployment that is not wholly read off yet: only a rebuild goes on with it.
    static constexpr const char *kPhase = "rebuilding";
    /// The deployment's record must exist already, in kPhase.
    void start();

Q_SIGNALS:
    void stepChanged(const sluice::engine::StepState &state);
    void logged(const QString &line);
    /// `missing`: planned objects that are not there, or that nothing proves to be ours, each with the reason.
    void finished(const sluice::Status &status, const QStringList &missing);

private:
    void next();
    void look(const HttpRequest &page);
    void judge();
    void read(const Sighting &sighting);
    void readRoute();
    Status record(const QString &step, const QString &id, const Facts &outputs, const QString &evidence);
    void goOnWithout(const QString &why);
    void end(const Status &status);

    blueprint::Plan m_plan;
    RunContext *m_context;
    qsizetype m_at = -1;
    std::shared_ptr<const ResourceStep> m_step;
    QList<Sighting> m_seen;
    int m_pages = 0;
    QStringList m_missing;
};

} // namespace sluice::engine
