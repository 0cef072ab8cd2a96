#pragma once

#include "core/blueprint/plan.h"
#include "core/engine/engine.h"

#include <memory>

namespace sluice::engine {

/// What the steps have made known so far: "vpc.id", "nat_gateway.public_ip", "ssh_key.public_key".
using Facts = QMap<QString, QString>;

/// How sure we are that an object is ours (DESIGN.md, ownership).
enum class Proof {
    None,      ///< nothing but perhaps the name
    Plausible, ///< everything it can carry fits; only believed when it was made after our intent
    Certain    ///< it carries our deployment id, our VPC or our key
};

/// One object of the account as a step recognises it.
struct Sighting {
    QString id;
    QString name;
    QDateTime createdAt; ///< invalid when the platform does not say
    Proof proof = Proof::None;
    QString evidence;         ///< what the proof is, for people
    bool undeletable = false; ///< the platform never deletes it (a region's default VPC)
};

/// One page of a list, as sightings.
struct Listing {
    QList<Sighting> items;
    QString next; ///< path of the next page; empty on the last
};

/// What a read says about readiness. Unknown states are Pending.
struct Observation {
    enum class State { Pending, Ready, Failed };
    State state = State::Pending;
    QString detail;
};

/// Where a step keeps what it must know before its call (a key pair, a nonce). Everything here is local and durable.
struct Workbench {
    const Environment &environment;
    const blueprint::Plan &plan;
};

/// A resource as a value with verbs: no async, no clock, no journal. The executor owns all of those.
class ResourceStep {
public:
    ResourceStep(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
    virtual ~ResourceStep() = default;
    const blueprint::PlannedResource &planned() const { return m_planned; }
    const QString &name() const { return m_planned.name; }

    /// Local preparation before the intent is recorded; idempotent. Returns facts of this step.
    virtual Result<Facts> prepare(const Workbench &bench) const;
    virtual Result<HttpRequest> create(const Facts &known) const = 0;
    virtual HttpRequest list() const = 0;
    virtual Result<Listing> sightings(const Json &page, const Facts &known) const = 0;
    virtual HttpRequest read(const QString &id) const = 0;
    /// Of a create's or a read's reply.
    virtual Result<Sighting> sighting(const Json &reply, const Facts &known) const = 0;
    virtual Observation observe(const Json &reply) const = 0;
    virtual Facts outputs(const Json &reply) const = 0;
    virtual HttpRequest destroy(const QString &id) const = 0;
    /// Where the object differs from the plan in something that can be changed in place, one phrase each; empty when
    /// it is as planned, or when nothing of it can be changed.
    virtual QStringList differences(const Json &) const { return {}; }
    /// The call that makes the object of this reply as planned. A PUT of the whole: repeating it is safe.
    virtual Result<HttpRequest> update(const Json &reply, const Facts &known) const;
    /// What of an accepted change is still under way, in words; empty when it is finished.
    virtual QString settling(const Json &) const { return {}; }
    /// Local cleaning after the object is gone.
    virtual Status forget(const Workbench &bench) const;
    /// False for objects that outlive the deployment by design (account-wide tags of the reference's way).
    virtual bool isOurs() const { return true; }

protected:
    const blueprint::Plan &plan() const { return m_plan; }
    const blueprint::Blueprint &input() const { return m_plan.blueprint; }
    bool carriesOurId(const QString &text) const { return text.contains(m_plan.deploymentId); }
    bool carriesOurId(const QStringList &tags) const;
    /// The plan's request with the members that are known only now put in and every {"$ref": "vpc.id"} resolved.
    /// Internal when a reference stays open.
    Result<Json> body(const Json &runtime, const Facts &known) const;
    /// A create: POST of that body.
    Result<HttpRequest> request(const QString &path, const Json &runtime, const Facts &known) const;

private:
    blueprint::Plan m_plan;
    blueprint::PlannedResource m_planned;
};

/// The step of a planned resource; null for checks and the Route, which are not resources of the DigitalOcean API.
std::shared_ptr<const ResourceStep> makeResourceStep(const blueprint::Plan &plan,
                                                     const blueprint::PlannedResource &planned);

/// "2026-01-01T00:00:00Z" of the API; invalid when it is not a time.
QDateTime platformTime(const QString &text);
/// The fact under which a droplet's attestation nonce is stored, and the key of the deployment's private key.
QString nonceFact(const QString &role);
QString deploymentKeyName(const blueprint::Plan &plan);
inline constexpr const char *kPublicKeyFact = "ssh_key.public_key";

namespace steps {
std::shared_ptr<const ResourceStep> sshKey(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> tag(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> firewall(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> vpc(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> natGateway(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> cluster(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
std::shared_ptr<const ResourceStep> droplet(const blueprint::Plan &plan, const blueprint::PlannedResource &planned);
} // namespace steps

} // namespace sluice::engine
