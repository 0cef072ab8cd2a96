#pragma once

#include "core/operations/workspace.h"

#include <QMap>
#include <QObject>

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
    QList<verify::Cell> cells;
    QMap<QString, QString> outputs;
    engine::Certificate certificate;
    QList<store::HistoryItem> history;
    QStringList log;     ///< newest last, at most 5000 lines
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
        operations::Account sandboxAccount; ///< started by app/; endpoint on loopback
    };
    static Result<std::unique_ptr<Desk>> open(const Options &options);
    ~Desk() override;

    const operations::Account &account() const;
    const QMap<QString, DeploymentView> &deployments() const;
    const DeploymentView *view(const QString &name) const;
    bool isBusy() const; ///< any operation runs

    /// Facts of the connected account for the wizard; empty until accountReady.
    const blueprint::AccountFacts &facts() const;
    bool hasFacts() const;

public Q_SLOTS:
    void connectAccount(const sluice::operations::Account &account);
    void refreshFacts();
    void plan(const sluice::blueprint::Blueprint &blueprint); ///< answers by planned()
    void apply(const sluice::blueprint::Plan &plan, bool thenVerify);
    void resume(const QString &deployment);
    void verify(const QString &deployment);
    void status(const QString &deployment);
    void destroy(const QString &deployment, bool deleteAssociated);
    void remedy(const QString &deployment, const QString &action);
    void cancel(const QString &deployment);
    /// Asks everything that runs to stop gracefully; stopped() follows. What is in flight lands and is journaled.
    void stop();

Q_SIGNALS:
    void accountReady(const sluice::digitalocean::Account &account);
    void accountFailed(const sluice::Error &error);
    void factsChanged();
    void factsFailed(const sluice::Error &error);
    void planned(const sluice::blueprint::PlanOutcome &outcome);
    void planFailed(const sluice::Error &error);
    void deploymentAdded(const QString &name);
    void viewChanged(const QString &name); ///< anything of it; coalesced to one per event-loop turn
    void operationFinished(const QString &name, const QString &kind, const sluice::Status &status);
    void apiCalled(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                   const QString &note);
    void stopped();

private:
    void onLoaded(const StoredView &stored);
    /// Schedules viewChanged(name) for the end of this event-loop turn.
    void touch(const QString &name);

    struct Private;
    explicit Desk(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace sluice::ui
