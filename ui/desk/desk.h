#pragma once

#include "core/operations/workspace.h"
#include "core/verify/standing.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace sluice::ui {

/// Everything the window shows of one deployment: a value, copied into the UI thread, patched as signals arrive.
struct DeploymentView {
    QString name;
    QString id;
    QString region;
    QString phase;   ///< planned | applying | ready | destroying | destroyed | failed | cancelled
    QString verdict; ///< pass | fail | unknown | ""
    QString egressIp;
    QString running; ///< kind of the operation that runs now; empty = none
    bool sandbox = false;
    blueprint::Plan plan;
    QList<engine::StepState> steps;
    QList<verify::Cell> cells; ///< the last whole matrix, with what was measured again since in its place
    verify::Standing standing; ///< of the stored measurements, as of the last load
    QStringList measuring;     ///< ids of the cells that are measured again now; empty = none, or all of them
    QMap<QString, QString> outputs;
    engine::Certificate certificate;
    QList<store::HistoryItem> history;
    QList<store::Entry> journal; ///< every recorded event, oldest first; as of the last load
    QStringList log;             ///< newest last, at most 5000 lines
    qint64 logged = 0;           ///< lines ever, also those that the log has forgotten
    QSet<QString> errorLines;    ///< of `log`: those that tell a failure
    /// What the last refresh found to differ: step (or a foreign object's name) -> sentence. A run begins without.
    QMap<QString, QString> drift;
    Error lastError;     ///< of the last operation; message empty = none
    QDateTime startedAt; ///< of the running operation
};

struct StoredView;

/// The window's only door to the core. Lives in the UI thread; the Workspace lives on an engine thread behind it. No
/// call here blocks: results come by signals. Ownership of the engine thread is here; closing waits (bounded) for a
/// graceful stop.
class Desk : public QObject {
    Q_OBJECT
public:
    struct Options {
        operations::Workspace::Options workspace;
        operations::Account sandboxAccount; ///< started by app/; endpoint on loopback, or empty: see provideSandbox()
        double sandboxTimeScale = 1.0;      ///< how much faster its time runs; a real account always runs at 1
    };
    static Result<std::unique_ptr<Desk>> open(const Options &options);
    /// The same in two parts: the state is opened on the engine thread (it writes to the disk, and asks the keychain)
    /// while the caller makes its window. Nothing else is asked of the desk before opened() has said Ok.
    static std::unique_ptr<Desk> begin(const Options &options);
    /// Waits for the state; then connects the built-in account, if there is one yet, and loads what is stored. Call it
    /// once.
    Status opened();
    /// The built-in account, where it started later than the desk; connects to it.
    void provideSandbox(const operations::Account &account);
    ~Desk() override;

    const operations::Account &account() const;
    /// The sandbox first, then the accounts added in the app; never with a token (tokens live in the keychain or in
    /// memory).
    QList<operations::Account> accounts() const;
    /// The built-in sandbox with its (random, worthless) token, for drills; no other account's token is ever told.
    const operations::Account &sandboxAccount() const;
    const QMap<QString, DeploymentView> &deployments() const;
    const DeploymentView *view(const QString &name) const;
    bool isBusy() const; ///< any operation runs

    /// Facts of the connected account for the wizard; empty until accountReady.
    const blueprint::AccountFacts &facts() const;
    bool hasFacts() const;
    /// Prices that no API gives, as the user last set them; kept in the settings.
    blueprint::Prices prices() const;

public Q_SLOTS:
    /// For the plans made from now on; a plan that was started keeps its own.
    void setPrices(const sluice::blueprint::Prices &prices);
    void connectAccount(const sluice::operations::Account &account);
    /// Switches to an account of accounts(); refused (accountFailed) while something runs.
    void useAccount(const QString &key);
    /// Remembers an account: title and endpoint in the settings, the token in the OS keychain or, without one, in
    /// memory until the app closes; accountStored() says which. Then connects to it.
    void addAccount(const QString &title, const QUrl &endpoint, const QString &token);
    void removeAccount(const QString &key);
    void refreshFacts();
    void plan(const sluice::blueprint::Blueprint &blueprint); ///< answers by planned()
    void apply(const sluice::blueprint::Plan &plan, bool thenVerify);
    void resume(const QString &deployment);
    void verify(const QString &deployment);
    /// Some cells of the matrix again; proves nothing about the others (verify/standing.h).
    void verifyCells(const QString &deployment, const QStringList &ids);
    void status(const QString &deployment);
    void destroy(const QString &deployment, bool deleteAssociated);
    void remedy(const QString &deployment, const QString &action);
    /// What a change or a repair would do, without doing it; answers by previewed().
    void previewChange(const QString &deployment, const sluice::operations::ChangeRequest &request);
    void previewRepair(const QString &deployment);
    /// Both measure the egress IP afterwards.
    void change(const QString &deployment, const sluice::operations::ChangeRequest &request);
    void repair(const QString &deployment, const QString &abandonedEgressIp);
    /// Looks for deployments in the account that are not known here; answers by searched().
    void rebuild();
    void cancel(const QString &deployment);
    /// Asks everything that runs to stop gracefully; stopped() follows. What is in flight lands and is journaled.
    void stop();

Q_SIGNALS:
    void accountsChanged();
    void accountStored(sluice::store::SecretStore::Kind where);
    void accountReady(const sluice::digitalocean::Account &account);
    void accountFailed(const sluice::Error &error);
    void factsChanged();
    void factsFailed(const sluice::Error &error);
    /// While plan() reads the account: a read was sent, or `answered` with this status.
    void preflightRead(const QString &what, bool answered, const sluice::Status &status);
    void planned(const sluice::blueprint::PlanOutcome &outcome);
    void planFailed(const sluice::Error &error);
    /// `found`: deployments that the account shows; `added`: those that are new here.
    void searched(const sluice::Status &status, int found, const QStringList &added);
    void previewed(const QString &name, const sluice::Status &status, const sluice::Json &document);
    void deploymentAdded(const QString &name);
    void viewChanged(const QString &name); ///< anything of it; coalesced to one per event-loop turn
    void operationFinished(const QString &name, const QString &kind, const sluice::Status &status);
    void apiCalled(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                   const QString &note);
    void stopped();

private:
    void onLoaded(const StoredView &stored);
    void saveAccounts(const QList<operations::Account> &list);
    /// Schedules viewChanged(name) for the end of this event-loop turn.
    void touch(const QString &name);

    struct Private;
    explicit Desk(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sluice::ui
