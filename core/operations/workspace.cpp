#include "core/operations/workspace.h"

#include "core/http/endpoint.h"
#include "core/interop/kubeconfig.h"
#include "core/operations/change_operation.h"
#include "core/operations/context.h"
#include "core/operations/plan_operation.h"
#include "core/operations/rebuild_operation.h"
#include "core/operations/repair_operation.h"
#include "core/operations/run_operation.h"
#include "core/operations/status_operation.h"
#include "core/operations/verify_operation.h"

#include <QFileInfo>

namespace sluice::operations {

struct Workspace::Private {
    Context context;
    QList<QPointer<OperationBase>> running;
};

namespace {

QString folderOfState(const QString &location) {
    const QString path = location.startsWith(QLatin1String("sqlite:")) ? location.mid(7) : location;
    return QFileInfo(path).absolutePath();
}

} // namespace

bool isSimulated(const QUrl &endpoint) {
    return isLoopback(endpoint);
}

Result<std::shared_ptr<Workspace>> Workspace::open(const Options &options) {
    auto d = std::make_unique<Private>();
    Context &context = d->context;
    context.options = options;
    const QString location = options.state.isEmpty() ? store::defaultStateLocation() : options.state;
    auto opened = store::openStore(location);
    if (!opened)
        return opened.error();
    context.store = *opened;
    context.clock = std::make_unique<ScaledClock>(options.timeScale);
    context.deploymentKeys = store::openDeploymentKeyStore(folderOfState(location));
    context.connector = ssh::makeLibsshConnector(context.clock.get());
    context.dialer = std::make_unique<Dialer>();
    return std::shared_ptr<Workspace>(new Workspace(std::move(d)));
}

Workspace::Workspace(std::unique_ptr<Private> p)
    : d(std::move(p)) {}

Workspace::~Workspace() {
    // Operations hold engine runs that point into the context: they go first.
    for (const QPointer<OperationBase> &operation : std::as_const(d->running))
        delete operation.data();
}

void Workspace::setTimeScale(double scale) {
    d->context.clock->setScale(scale);
}

void Workspace::setPrices(const blueprint::Prices &prices) {
    d->context.options.prices = prices;
}

QFuture<Result<digitalocean::Account>> Workspace::connectAccount(const Account &account) {
    Promise<Result<digitalocean::Account>> promise;
    if (account.token.isEmpty()) {
        promise.finish(Error{.code = ErrorCode::Unauthenticated,
                             .message = QStringLiteral("There is no API token"),
                             .remedy = QStringLiteral("Set DIGITALOCEAN_TOKEN or DIGITALOCEAN_ACCESS_TOKEN.")});
        return promise.future();
    }
    auto client = digitalocean::Client::open(
        {.endpoint = account.endpoint, .token = account.token, .clock = d->context.clock.get()});
    if (!client) {
        promise.finish(client.error());
        return promise.future();
    }
    d->context.account = account;
    d->context.account.sandbox = isSimulated(account.endpoint);
    d->context.client = *client;
    connect(d->context.client.get(), &digitalocean::Client::called, this, &Workspace::apiCalled);
    d->context.client->send(digitalocean::account::get()).then(this, [this, promise](const Result<Json> &reply) {
        if (!reply)
            return promise.finish(reply.error());
        const auto parsed = digitalocean::account::parse(*reply);
        if (parsed)
            d->context.accountUuid = parsed->teamUuid.isEmpty() ? parsed->uuid : parsed->teamUuid;
        promise.finish(parsed);
    });
    return promise.future();
}

QFuture<Result<blueprint::AccountFacts>> Workspace::readAccount() {
    const Status ready = d->context.requireClient();
    if (!ready)
        return readyFuture<Result<blueprint::AccountFacts>>(ready.error());
    return blueprint::readAccount(d->context.client.get());
}

const Account &Workspace::account() const {
    return d->context.account;
}

Operation *Workspace::launch(Operation *operation) {
    auto *base = static_cast<OperationBase *>(operation);
    base->setParent(this);
    d->running.append(base);
    connect(base, &Operation::finished, this, [this, base] {
        d->running.removeAll(base);
        base->deleteLater();
        Q_EMIT deploymentsChanged();
    });
    // In the next turn, so that the caller can connect to the signals first.
    QMetaObject::invokeMethod(
        base, [base] { base->start(); }, Qt::QueuedConnection);
    return base;
}

Operation *Workspace::plan(const blueprint::Blueprint &blueprint) {
    return launch(new PlanOperation(&d->context, blueprint));
}

Operation *Workspace::apply(const blueprint::Plan &plan, bool thenVerify) {
    return launch(new RunOperation(
        &d->context,
        {.kind = QStringLiteral("apply"), .plan = plan, .deployment = plan.deployment, .thenVerify = thenVerify}));
}

Operation *Workspace::applyBlueprint(const blueprint::Blueprint &blueprint, bool thenVerify) {
    return launch(new RunOperation(&d->context, {.kind = QStringLiteral("apply"),
                                                 .blueprint = blueprint,
                                                 .deployment = blueprint.namePrefix,
                                                 .thenVerify = thenVerify}));
}

Operation *Workspace::resume(const QString &deployment, bool thenVerify, const engine::ApplyOptions &options) {
    return launch(new RunOperation(&d->context, {.kind = QStringLiteral("resume"),
                                                 .deployment = deployment,
                                                 .thenVerify = thenVerify,
                                                 .applyOptions = options}));
}

Operation *Workspace::verify(const QString &deployment, const QStringList &only) {
    return launch(new VerifyOperation(&d->context, deployment, only));
}

Operation *Workspace::status(const QString &deployment, bool measure) {
    return launch(new StatusOperation(&d->context, deployment, measure));
}

Operation *Workspace::destroy(const QString &deployment, const engine::DestroyOptions &options) {
    return launch(new RunOperation(
        &d->context, {.kind = QStringLiteral("destroy"), .deployment = deployment, .destroyOptions = options}));
}

Operation *Workspace::remedy(const QString &deployment, const QString &action) {
    if (action == QLatin1String("repair"))
        return repair(deployment, {}, false);
    return launch(new RemedyOperation(&d->context, deployment, action));
}

Operation *Workspace::change(const QString &deployment, const ChangeRequest &request, bool planOnly, bool thenVerify) {
    return launch(new ChangeOperation(&d->context, deployment, request, planOnly, thenVerify));
}

Operation *Workspace::repair(const QString &deployment, const QString &abandonedEgressIp, bool planOnly,
                             bool thenVerify) {
    return launch(new RepairOperation(&d->context, deployment, abandonedEgressIp, planOnly, thenVerify));
}

Operation *Workspace::rebuild() {
    return launch(new RebuildOperation(&d->context));
}

QFuture<Result<QString>> Workspace::kubeconfig(const QString &deployment, std::chrono::seconds lifetime) {
    const auto stored = d->context.load(deployment);
    if (!stored)
        return readyFuture<Result<QString>>(stored.error());
    const Status sameAccount = d->context.requireAccountOf(stored->plan);
    if (!sameAccount)
        return readyFuture<Result<QString>>(sameAccount.error());
    const QString cluster = stored->remoteIds.value(QStringLiteral("cluster"));
    if (cluster.isEmpty())
        return readyFuture<Result<QString>>(Error{.code = ErrorCode::NotFound,
                                                  .message = QStringLiteral("%1 has no cluster yet").arg(deployment),
                                                  .resource = QStringLiteral("cluster")});
    Promise<Result<QString>> promise;
    d->context.client->send(digitalocean::clusters::credentials(cluster, static_cast<int>(lifetime.count())))
        .then(this, [promise, deployment](const Result<Json> &reply) {
            if (!reply)
                return promise.finish(reply.error());
            const auto credentials = digitalocean::clusters::parseCredentials(*reply);
            if (!credentials)
                return promise.finish(credentials.error());
            promise.finish(interop::kubeconfig(deployment, *credentials));
        });
    return promise.future();
}

void Workspace::cancelAll() {
    const QList<QPointer<OperationBase>> running = d->running;
    for (const QPointer<OperationBase> &operation : running) {
        if (operation)
            operation->cancel();
    }
}

Result<QList<store::DeploymentRecord>> Workspace::deployments() {
    return d->context.store->deployments();
}

Result<store::DeploymentRecord> Workspace::deployment(const QString &name) {
    const auto stored = d->context.load(name);
    if (!stored)
        return stored.error();
    return stored->record;
}

Result<QList<engine::StepState>> Workspace::steps(const QString &name) {
    const auto stored = d->context.load(name);
    if (!stored)
        return stored.error();
    return stored->steps;
}

Result<QList<store::HistoryItem>> Workspace::history(const QString &name, const store::HistoryDepth &depth) {
    return d->context.store->history(name, depth);
}

QString Workspace::heldBy(const QString &name) {
    return d->context.store->heldBy(name);
}

Result<QList<store::Entry>> Workspace::journal(const QString &name) {
    return d->context.store->journal(name);
}

QString Workspace::pinnedHostKey(const QString &name, const QString &address) {
    return d->context.store->fact(name, QStringLiteral("hostkey/") + address);
}

} // namespace sluice::operations
