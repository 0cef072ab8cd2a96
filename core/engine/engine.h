#pragma once

#include "core/blueprint/plan.h"
#include "core/digitalocean/client.h"
#include "core/kubernetes/kubernetes.h"
#include "core/ssh/ssh.h"
#include "core/store/store.h"

#include <QMap>

/// Walks the plan's graph: one executor for calls, polling, journal order, adoption, resume, cancel, apply and
/// teardown.
namespace sluice::engine {

enum class StepPhase { Planned, Waiting, Intended, Created, Ready, Deleting, Gone, Failed, Skipped, Unknown };
QString stepPhaseName(
    StepPhase phase); ///< planned, waiting, intended, created, ready, deleting, gone, failed, skipped, unknown

/// What is known of one step of a run; the list feeds the JSON `steps[]`, the activity view and the drawing.
struct StepState {
    QString name; ///< role name
    QString kind;
    StepPhase phase = StepPhase::Planned;
    QString id; ///< remote id
    QString cloudName;
    QDateTime started;
    QDateTime finished;
    int apiCalls = 0;
    QString detail; ///< "state PROVISIONING", "waiting for nat_gateway", "attempt 3, next look in 4 s"
    Error error;    ///< error.message empty = none
    bool operator==(const StepState &) const = default;
};
Json toJson(const StepState &state);

/// Certificate of a teardown by a fresh sweep.
struct Certificate {
    struct Item {
        QString kind;
        QString name;
        QString id;
        QString how; ///< "GET /v2/vpcs/<id> answered 404", "not in the list of 31 VPCs"
        bool operator==(const Item &) const = default;
    };
    QList<Item> checked;
    QList<Item> left;
    /// Of `checked`: still there, on purpose (a VPC that is its region's default cannot be deleted; a shared tag).
    QList<Item> kept;
    double usdPerHour = 0; ///< of what is left
    QString at;
    bool isClean() const { return left.isEmpty(); }
};
Json toJson(const Certificate &certificate);

/// Outputs by the contract's names (DESIGN.md "outputs").
using Outputs = QMap<QString, QString>;
Json outputsToJson(const Outputs &outputs);

/// What a run needs from outside. All pointers outlive the run.
struct Environment {
    digitalocean::Client *client = nullptr;
    store::Store *store = nullptr;
    store::SecretStore *deploymentKeys = nullptr;
    ssh::Connector *ssh = nullptr;
    Clock *clock = nullptr;
    /// Answers where "host:port" is really served (sandbox's dial) or the same; may ask over HTTP.
    std::function<QFuture<Result<ssh::Endpoint>>(const QString &host, quint16 port)> resolve;
    /// Which identity opens the droplets for this deployment (deployment key, file, agent).
    std::function<Result<ssh::Identity>(const QString &deployment)> identity;
    /// Opens a cluster's API; empty = kubernetes::Cluster::open. The seam that tests replace.
    std::function<Result<std::shared_ptr<kubernetes::Cluster>>(const kubernetes::Credentials &)> openCluster;
};

/// One apply, resume or teardown of one deployment. Emits steps as they change; `finished` exactly once.
/// cancel(): nothing new starts, creates in flight land and are recorded, then finished(Cancelled). Deleting the run
/// stops at once; the journal knows the rest.
class Run : public QObject {
    Q_OBJECT
public:
    enum class Direction { Apply, Destroy };
    ~Run() override;
    virtual void start() = 0;
    virtual void cancel() = 0;
    virtual QList<StepState> steps() const = 0;
    virtual Outputs outputs() const = 0; ///< apply: complete when finished(Ok)
    virtual Certificate
    certificate() const = 0; ///< destroy: complete when finished(Ok) and also when something is left (Failed)

Q_SIGNALS:
    void stepChanged(const sluice::engine::StepState &state);
    void logged(const QString &line); ///< human-readable, redacted
    void finished(const sluice::Status &status);
};

/// What a resume may do beyond the plan, each only because somebody said so.
struct ApplyOptions {
    /// Objects that were made and are gone from the account are made again.
    bool recreateLost = false;
    /// With a lost NAT gateway the egress IP is lost: a new one gets another address. The old address, typed, is the
    /// consent to that.
    QString abandonedEgressIp;
    /// The recorded plan that the plan of this run was made from: it takes that one's place once the lease is held.
    /// Null when the run is of the recorded plan itself. Conflict when somebody has changed the record meanwhile.
    Json changedFrom;
};

/// Apply a plan: the deployment record and journal exist already (resume) or are made now. Replays the journal first:
/// Done steps are read back and skipped, Intent without Accepted is looked for (find) before creating.
std::unique_ptr<Run> makeApply(const Environment &environment, const blueprint::Plan &plan,
                               const ApplyOptions &options = {});
/// Options of a teardown. Nothing outside the journal/ownership proof is ever deleted.
struct DestroyOptions {
    bool deleteAssociated = false; ///< consent to delete load balancers/volumes that workloads made
};
std::unique_ptr<Run> makeDestroy(const Environment &environment, const blueprint::Plan &plan,
                                 const DestroyOptions &options);

/// Replays a journal into step states (a pure fold), for status, show and the UI after a restart.
QList<StepState> replay(const blueprint::Plan &plan, const QList<store::Entry> &journal);

} // namespace sluice::engine

Q_DECLARE_METATYPE(sluice::engine::StepState)
