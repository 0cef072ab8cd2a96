#pragma once

#include "core/operations/dialer.h"
#include "core/operations/workspace.h"

namespace sluice::operations {

/// What every operation of one workspace shares; operations keep a pointer, the workspace owns it and outlives them.
struct Context {
    Workspace::Options options;
    Account account;
    QString accountUuid; ///< of the connected account; a deployment of another account is never touched
    std::unique_ptr<ScaledClock> clock;
    std::shared_ptr<store::Store> store;
    std::shared_ptr<store::SecretStore> deploymentKeys;
    std::shared_ptr<digitalocean::Client> client; ///< null until connectAccount
    std::unique_ptr<ssh::Connector> connector;
    std::unique_ptr<Dialer> dialer;

    engine::Environment engineEnvironment(const blueprint::Plan &plan);
    verify::Environment verifyEnvironment(const blueprint::Plan &plan);
    Result<ssh::Identity> identityFor(const blueprint::Plan &plan) const;
    /// Plan, record and journal of a stored deployment; NotFound names what exists.
    struct Stored {
        store::DeploymentRecord record;
        blueprint::Plan plan;
        QList<store::Entry> journal;
        QList<engine::StepState> steps;
        QMap<QString, QString> outputs;
        QMap<QString, QString> remoteIds; ///< step name -> id
    };
    Result<Stored> load(const QString &deployment) const;
    /// Unauthenticated with a remedy when no account is connected.
    Status requireClient() const;
    /// InvalidInput when the connected account is not the one that holds the deployment: ids mean nothing elsewhere.
    Status requireAccountOf(const blueprint::Plan &plan) const;
};

/// Contract pieces shared by all documents (DESIGN.md, "JSON keys").
Json errorToJson(const Error &error);
Json stepsToJson(const QList<engine::StepState> &steps);
Json problemsToJson(const blueprint::Problems &problems);
/// The Error that stands for a refused plan: first problem's field, reason and proposal.
Error refusalOf(const blueprint::Problems &problems);

} // namespace sluice::operations
