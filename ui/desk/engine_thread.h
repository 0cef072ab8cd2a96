#pragma once

#include "ui/desk/desk.h"

#include <QPointer>
#include <QThread>

namespace sluice::ui {

/// What the engine thread tells the window of one stored deployment; steps, history and plan are parsed there, not in
/// the UI thread.
struct StoredView {
    QString name;
    QString id;
    QString phase;
    QString verdict;
    QString account;
    blueprint::Plan plan;
    QList<engine::StepState> steps;
    QMap<QString, QString> outputs;
    QList<store::HistoryItem> history;
    QList<store::Entry> journal;
    verify::Standing standing;
    engine::Certificate certificate;
};

/// Lives on the engine thread with the Workspace; every slot runs there, every signal is queued to the window.
class EngineThread : public QObject {
    Q_OBJECT
public:
    explicit EngineThread(const operations::Workspace::Options &options)
        : m_options(options) {}

    /// Called first, in the engine thread.
    Status open();
    void connectAccount(const operations::Account &account, double timeScale);
    /// Reads the token of `account` from the token store, then connects.
    void connectStored(const operations::Account &account);
    void storeAndConnect(const operations::Account &account);
    void forget(const QString &key);
    void readFacts();
    void setPrices(const blueprint::Prices &prices) { m_workspace->setPrices(prices); }
    void plan(const blueprint::Blueprint &blueprint);
    void apply(const blueprint::Plan &plan, bool thenVerify);
    void resume(const QString &deployment);
    void verify(const QString &deployment, const QStringList &only = {});
    void status(const QString &deployment);
    void destroy(const QString &deployment, bool deleteAssociated);
    void remedy(const QString &deployment, const QString &action);
    /// What a change or a repair would do; answers by previewed(), changes nothing.
    void previewChange(const QString &deployment, const operations::ChangeRequest &request);
    void previewRepair(const QString &deployment);
    void change(const QString &deployment, const operations::ChangeRequest &request);
    void repair(const QString &deployment, const QString &abandonedEgressIp);
    void rebuild();
    void cancel(const QString &deployment);
    void cancelAll();
    /// Reads every stored deployment (at start, and after operations that add or end one).
    void loadAll();
    void close();

Q_SIGNALS:
    void accountStored(sluice::store::SecretStore::Kind where);
    void accountReady(const sluice::digitalocean::Account &account);
    void accountFailed(const sluice::Error &error);
    void factsRead(const sluice::blueprint::AccountFacts &facts);
    void factsFailed(const sluice::Error &error);
    void preflightRead(const QString &what, bool answered, const sluice::Status &status);
    void planned(const sluice::blueprint::PlanOutcome &outcome);
    void planFailed(const sluice::Error &error);
    void loaded(const sluice::ui::StoredView &view);
    /// After rebuild(): how many deployments the account shows, and the names of those that are new here.
    void searched(const sluice::Status &status, int found, const QStringList &added);
    void previewed(const QString &name, const sluice::Status &status, const sluice::Json &document);
    void started(const QString &name, const QString &kind);
    void stepChanged(const QString &name, const sluice::engine::StepState &state);
    void cellChanged(const QString &name, const sluice::verify::Cell &cell);
    void logged(const QString &name, const QString &line);
    void finished(const QString &name, const QString &kind, const sluice::Status &status, const sluice::Json &document);
    void apiCalled(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                   const QString &note);

private:
    void preview(operations::Operation *operation);
    void follow(operations::Operation *operation);
    void load(const store::DeploymentRecord &record);

    operations::Workspace::Options m_options;
    store::SecretStore &tokens();

    std::shared_ptr<operations::Workspace> m_workspace;
    std::shared_ptr<store::SecretStore> m_tokens; ///< opened at first use: probing a keychain can take seconds
    QMap<QString, QPointer<operations::Operation>> m_running;
};

} // namespace sluice::ui
