#pragma once

#include "core/engine/finder.h"

namespace sluice::engine {

/// Makes one resource exist, as planned where a change was agreed to, and waits until it is ready. Start here to see
/// the order of journal and effects: intent -> POST -> accepted -> reads -> done; and find() wherever the outcome of a
/// POST is not known.
class CreateJob final : public Job {
    Q_OBJECT
public:
    CreateJob(RunContext *context, std::shared_ptr<const ResourceStep> step, const ApplyOptions &options,
              QObject *parent);
    void start() override;
    void cancel() override;

private:
    void create();
    void refused(const Error &error);
    void find();
    void judge(const QList<Sighting> &matches);
    void accept(const QString &id, const Json &payload, const Json *reply);
    void read();
    void lost(const Error &error);
    void observed(const Json &reply);
    void change(const Json &reply, const QStringList &differences);
    void lookLater(const QString &state);
    void ready(const Json &reply);

    std::shared_ptr<const ResourceStep> m_step;
    ApplyOptions m_options;
    Backoff m_backoff;
    Clock::Duration m_deadline{0};
    Clock::Duration m_missingUntil{0}; ///< a 404 before this moment is the platform's lag
    int m_creates = 0;
    bool m_uncertain = false; ///< an earlier POST of ours may have landed
    bool m_rechecked = false; ///< "exists already" was answered by one more look
    bool m_landing = false;   ///< a POST is out, or its outcome is being looked up
    bool m_cancelled = false;
    bool m_changing = false; ///< the change in place was sent and is being looked for
};

} // namespace sluice::engine
