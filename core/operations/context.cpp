#include "core/operations/context.h"

#include "core/base/words.h"

namespace sluice::operations {

Status Context::requireClient() const {
    if (client)
        return Ok{};
    return Error{.code = ErrorCode::Unauthenticated,
                 .message = OperationsWords::tr("No account is connected"),
                 .remedy = OperationsWords::tr("Set DIGITALOCEAN_TOKEN, or choose an account in the app.")};
}

Status Context::requireAccountOf(const blueprint::Plan &plan) const {
    const Status ready = requireClient();
    if (!ready)
        return ready;
    if (plan.accountUuid.isEmpty() || accountUuid.isEmpty() || plan.accountUuid == accountUuid)
        return Ok{};
    return Error{.code = ErrorCode::InvalidInput,
                 .message = OperationsWords::tr("%1 belongs to another account (%2 at %3)")
                                .arg(plan.deployment, plan.accountTeam.isEmpty() ? plan.accountUuid : plan.accountTeam,
                                     plan.accountEndpoint),
                 .resource = plan.deployment,
                 .remedy = OperationsWords::tr("Use that account's token and endpoint.")};
}

Result<ssh::Identity> Context::identityFor(const blueprint::Plan &plan) const {
    if (plan.blueprint.sshKeyIds.isEmpty()) {
        const auto key = deploymentKeys->read(QStringLiteral("deployment-key/") + plan.deploymentId);
        if (!key)
            return Error{.code = key.error().code,
                         .message = OperationsWords::tr("The deployment key of %1 cannot be read: %2")
                                        .arg(plan.deployment, key.error().message),
                         .resource = QStringLiteral("ssh_key"),
                         .remedy = OperationsWords::tr(
                             "Run from the account and state folder that created the deployment; API checks "
                             "and teardown work without the key.")};
        return ssh::Identity{.kind = ssh::Identity::Kind::Memory, .file = {}, .privateKey = *key, .passphrase = {}};
    }
    if (plan.blueprint.sshKeyFile.isEmpty())
        return ssh::Identity{.kind = ssh::Identity::Kind::Agent, .file = {}, .privateKey = {}, .passphrase = {}};
    ssh::Identity identity{
        .kind = ssh::Identity::Kind::File, .file = plan.blueprint.sshKeyFile, .privateKey = {}, .passphrase = {}};
    const auto open = ssh::publicKeyOf(identity.file, {});
    if (!open && open.error().code == ErrorCode::NeedsDecision && options.askPassphrase)
        identity.passphrase = options.askPassphrase(identity.file);
    else if (!open)
        return open.error();
    return identity;
}

engine::Environment Context::engineEnvironment(const blueprint::Plan &plan) {
    engine::Environment environment;
    environment.client = client.get();
    environment.store = store.get();
    environment.deploymentKeys = deploymentKeys.get();
    environment.ssh = connector.get();
    environment.clock = clock.get();
    environment.resolve = [this](const QString &host, quint16 port) {
        return dialer->resolve(client->dialUrl(), host, port);
    };
    environment.identity = [this, plan](const QString &) { return identityFor(plan); };
    return environment;
}

verify::Environment Context::verifyEnvironment(const blueprint::Plan &plan) {
    verify::Environment environment;
    environment.client = client.get();
    environment.ssh = connector.get();
    environment.clock = clock.get();
    environment.resolve = [this](const QString &host, quint16 port) {
        return dialer->resolve(client->dialUrl(), host, port);
    };
    environment.identity = [this, plan]() { return identityFor(plan); };
    environment.pinnedKey = [this, plan](const QString &address) {
        return store->fact(plan.deployment, QStringLiteral("hostkey/") + address);
    };
    environment.nonce = [this, plan](const QString &role) {
        return store->fact(plan.deployment, QStringLiteral("nonce/") + role);
    };
    return environment;
}

Result<Context::Stored> Context::load(const QString &deployment) const {
    Stored stored;
    const auto record = store->deployment(deployment);
    if (!record) {
        Error error = record.error();
        if (error.code == ErrorCode::NotFound) {
            error.message =
                OperationsWords::tr("There is no deployment \"%1\" in %2").arg(deployment, store->location());
            error.resource = deployment;
            error.remedy = OperationsWords::tr("sluicectl list shows what there is.");
        }
        return error;
    }
    stored.record = *record;
    const auto plan = blueprint::planFromJson(record->plan);
    if (!plan)
        return plan.error();
    stored.plan = *plan;
    const auto journal = store->journal(deployment);
    if (!journal)
        return journal.error();
    stored.journal = *journal;
    stored.steps = engine::replay(stored.plan, stored.journal);
    if (stored.record.outputs.is_object()) {
        for (const auto &[key, value] : stored.record.outputs.items()) {
            if (value.is_string())
                stored.outputs.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
        }
    }
    for (const engine::StepState &step : std::as_const(stored.steps))
        stored.remoteIds.insert(step.name, step.id);
    return stored;
}

Json errorToJson(const Error &error) {
    Json json = {{"code", errorCodeName(error.code).toStdString()}, {"message", error.message.toStdString()},
                 {"resource", error.resource.toStdString()},        {"path", error.path.toStdString()},
                 {"request_id", error.requestId.toStdString()},     {"remedy", error.remedy.toStdString()}};
    if (error.httpStatus != 0)
        json["http_status"] = error.httpStatus;
    return json;
}

Json stepsToJson(const QList<engine::StepState> &steps) {
    Json array = Json::array();
    for (const engine::StepState &step : steps)
        array.push_back(engine::toJson(step));
    return array;
}

Json problemsToJson(const blueprint::Problems &problems) {
    Json array = Json::array();
    for (const blueprint::Problem &problem : problems)
        array.push_back({{"field", problem.field.toStdString()},
                         {"code", problem.code.toStdString()},
                         {"message", problem.message.toStdString()},
                         {"proposal", problem.proposal.toStdString()},
                         {"severity", problem.severity == blueprint::Problem::Severity::Error ? "error" : "warning"}});
    return array;
}

Error refusalOf(const blueprint::Problems &problems) {
    for (const blueprint::Problem &problem : problems) {
        if (problem.severity != blueprint::Problem::Severity::Error)
            continue;
        return Error{.code = ErrorCode::InvalidInput,
                     .message = problem.message,
                     .resource = problem.field,
                     .remedy = problem.proposal.isEmpty()
                                   ? OperationsWords::tr("Change %1 and plan again.").arg(problem.field)
                                   : OperationsWords::tr("Set %1 to \"%2\".").arg(problem.field, problem.proposal)};
    }
    return Error{.code = ErrorCode::Internal, .message = OperationsWords::tr("The plan was refused without a reason")};
}

} // namespace sluice::operations
