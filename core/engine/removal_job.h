#pragma once

#include "core/engine/finder.h"

namespace sluice::engine {

/// Makes one resource not exist: find it if its create never answered, read back that it is ours, record the intent,
/// DELETE, and wait until it is really absent.
class RemovalJob : public Job {
    Q_OBJECT
public:
    RemovalJob(RunContext *context, std::shared_ptr<const ResourceStep> resource, QObject *parent);
    void start() override;
    void cancel() override;

protected:
    const ResourceStep &resource() const { return *m_resource; }
    QString id() const { return m_id; }
    bool isCluster() const;
    bool isVpc() const;
    bool isTag() const;

private:
    void find();
    void readBack();
    void judge(const Json &reply);
    void markIntent();
    void destroy();
    void destroyRefused(const Error &error);
    void nameMembers(const Error &refusal);
    void blocked(const Error &refusal, const QStringList &members);
    void watch();
    void missing();
    void waitForNodes();
    void lookLater(const QString &state, std::function<void()> next);
    void gone(const QString &how);
    void released(const QString &how);
    HttpRequest destroyRequest() const;

    std::shared_ptr<const ResourceStep> m_resource;
    QString m_id;
    Backoff m_backoff;
    Clock::Duration m_deadline{0};
    int m_misses = 0;
    int m_emptyRefusals = 0;
    bool m_asked = false;      ///< a DELETE was answered with yes
    bool m_destroying = false; ///< the intent is recorded: the object is going
};

} // namespace sluice::engine
