#pragma once

#include "core/http/http.h"
#include "tests/upstream/tape.h"

#include <memory>

/// Where the story (story.h) is played: an upstream API server, the simulated one, or a tape of the first.
namespace sluice::upstream {

enum class Who { Admin, Late, Nobody, Powerless };

/// A server and all who act on a cluster beside our client: the platform, the routing agent, the kubelet.
class Stage {
public:
    virtual ~Stage() = default;
    virtual bool isUpstream() const = 0;
    virtual std::unique_ptr<HttpTransport> connect(Who who) = 0;
    virtual Clock *clock() = 0;

    /// From now on the token of Who::Late counts.
    virtual void acceptLate() = 0;
    virtual void addNodesAndAgent() = 0;
    virtual void serveRoutes() = 0;
    virtual void agentTakes(const QString &route) = 0;    ///< sets its finalizer
    virtual void agentReleases(const QString &route) = 0; ///< takes it away
    virtual void removeServiceAccount() = 0;
    virtual void addServiceAccount() = 0;
    virtual void podCannotPull(const QString &pod) = 0;
    virtual void podSucceeds(const QString &pod, const QByteArray &log) = 0;
    virtual void podIsGone(const QString &pod) = 0; ///< the kubelet has ended it, if anything is left of it
};

} // namespace sluice::upstream
