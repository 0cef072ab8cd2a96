#pragma once

#include "core/blueprint/preflight.h"
#include "core/engine/engine.h"
#include "core/verify/verify.h"

#include <optional>

/// The product's use cases over everything below: what the desktop app and the command line both call.
namespace sluice::operations {

/// An API endpoint and a token. `key` names it in the store ("sandbox" or the endpoint's host + team).
struct Account {
    QString key;
    QString title;
    QUrl endpoint;
    QString token;        ///< memory only
    bool sandbox = false; ///< endpoint is loopback: simulated, free
};

/// Whether an account's endpoint is on this machine: a simulated cloud, which proves nothing about a real one.
bool isSimulated(const QUrl &endpoint);

/// New values for a standing deployment; what is not given stays.
struct ChangeRequest {
    std::optional<int> nodeCount;
    std::optional<int> natGatewaySize; ///< units
    std::optional<QStringList> bastionSources;
};

/// One running use case. Signals come in the workspace's thread; `finished` exactly once, with the JSON document of the
/// contract.
class Operation : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Called once by the workspace in the event-loop turn after the operation was made.
    virtual void start() = 0;
    /// Graceful: what is in flight lands and is recorded; `finished` follows with Cancelled.
    virtual void cancel() = 0;
    virtual QString deployment() const = 0;
    virtual QString kind() const = 0; ///< plan | apply | resume | verify | verify_cells | status | destroy | remedy |
                                      ///< rebuild | change | repair
Q_SIGNALS:
    /// Of `plan` and `applyBlueprint`, before anything is created.
    void planned(const sluice::blueprint::PlanOutcome &outcome);
    /// Of `plan`: a read of the account was sent, or `answered` with this status (blueprint::ReadProgress).
    void preflightRead(const QString &what, bool answered, const sluice::Status &status);
    void stepChanged(const sluice::engine::StepState &state);
    void cellChanged(const sluice::verify::Cell &cell);
    void logged(const QString &line);
    /// The document has the contract's JSON keys (DESIGN.md); on failure `error` is there too.
    void finished(const sluice::Status &status, const sluice::Json &document);
};

/// Thread-affine: the app runs it on an engine thread, sluicectl on the main thread.
class Workspace : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString state;          ///< store location; empty = default
        double timeScale = 1.0; ///< divides every wait and deadline
        blueprint::Prices prices;
        /// Asks for the passphrase of the user's own key file; null = never encrypted. Called in the workspace's
        /// thread.
        std::function<QString(const QString &keyFile)> askPassphrase;
    };
    static Result<std::shared_ptr<Workspace>> open(const Options &options);
    ~Workspace() override;

    /// A simulated cloud may run faster than real time; a real account never does. Call it before connectAccount, with
    /// nothing running.
    void setTimeScale(double scale);
    /// Prices of the plans made from now on.
    void setPrices(const blueprint::Prices &prices);
    /// Connects to an account: GET /v2/account must answer.
    QFuture<Result<digitalocean::Account>> connectAccount(const Account &account);
    QFuture<Result<blueprint::AccountFacts>> readAccount();
    const Account &account() const;

    /// Each returns an operation owned by the workspace until it has finished; it starts by itself in the next
    /// event-loop turn.
    Operation *plan(const blueprint::Blueprint &blueprint);
    Operation *apply(const blueprint::Plan &plan, bool thenVerify);
    Operation *applyBlueprint(const blueprint::Blueprint &blueprint, bool thenVerify);
    Operation *resume(const QString &deployment, bool thenVerify = false, const engine::ApplyOptions &options = {});
    /// `only`: some cells again, by their ids; empty = the whole matrix.
    Operation *verify(const QString &deployment, const QStringList &only = {});
    /// `measure`: also the routes on droplet and nodes and the egress IP itself, by a whole verification.
    Operation *status(const QString &deployment, bool measure = false);
    Operation *destroy(const QString &deployment, const engine::DestroyOptions &options = {});
    Operation *remedy(const QString &deployment, const QString &action);
    /// Changes a standing deployment in place, after a plan of the change; `planOnly` ends with the plan.
    Operation *change(const QString &deployment, const ChangeRequest &request, bool planOnly, bool thenVerify = false);
    /// Brings it back to its plan. A repair that loses the egress IP needs that address in `abandonedEgressIp`.
    Operation *repair(const QString &deployment, const QString &abandonedEgressIp, bool planOnly,
                      bool thenVerify = false);
    /// Finds deployments in the account that the state does not know, and records them.
    Operation *rebuild();
    void cancelAll();

    /// A fresh kubeconfig of the deployment's cluster with credentials that expire after `lifetime`.
    QFuture<Result<QString>> kubeconfig(const QString &deployment, std::chrono::seconds lifetime);

    Result<QList<store::DeploymentRecord>> deployments();
    Result<store::DeploymentRecord> deployment(const QString &name);
    Result<QList<engine::StepState>> steps(const QString &name);
    Result<QList<store::HistoryItem>> history(const QString &name, const store::HistoryDepth &depth = {});
    /// Which process works on the deployment now, in words; empty when none does.
    QString heldBy(const QString &name);
    /// Every recorded event of a deployment, oldest first.
    Result<QList<store::Entry>> journal(const QString &name);
    /// The pinned SSH host key of an address (base64 blob); empty when none is pinned.
    QString pinnedHostKey(const QString &name, const QString &address);

Q_SIGNALS:
    void apiCalled(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                   const QString &note);
    void deploymentsChanged();

private:
    Operation *launch(Operation *operation);
    struct Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sluice::operations
