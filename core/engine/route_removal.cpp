#include "core/engine/route_removal.h"

#include "core/base/words.h"

namespace sluice::engine {

using store::EntryKind;

namespace {

// The agent's finalizer is documented with up to 15 s.
constexpr std::chrono::seconds kRouteDeadline(60);
constexpr int kMostFailures = 20;

} // namespace

RouteRemoval::RouteRemoval(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent)
    : Job(context, planned.name, parent)
    , m_planned(planned) {}

void RouteRemoval::start() {
    m_deadline = clock()->elapsed() + kRouteDeadline;
    const StepRecord &record = context()->record(step());
    const StepRecord &cluster = context()->record(QStringLiteral("cluster"));
    if (record.phase == StepPhase::Gone)
        return done(Ok{});
    if (cluster.id.isEmpty() || cluster.outputs.isEmpty()) {
        setPhase(StepPhase::Gone, EngineWords::tr("was never made"));
        return done(Ok{});
    }
    const Status intended = context()->append(EntryKind::DeleteIntent, step(), record.id);
    if (!intended)
        return fail(intended.error());
    setPhase(StepPhase::Deleting, EngineWords::tr("opening the cluster"));
    askCredentials();
}

void RouteRemoval::askCredentials() {
    const QString id = context()->record(QStringLiteral("cluster")).id;
    then(send(digitalocean::clusters::credentials(id)), [this](const Result<Json> &reply) {
        if (!reply) {
            if (reply.error().code == ErrorCode::NotFound)
                return leave(EngineWords::tr("its cluster is gone"));
            return tryAgain(reply.error(), [this] { askCredentials(); });
        }
        const auto credentials = digitalocean::clusters::parseCredentials(*reply);
        if (!credentials)
            return tryAgain(credentials.error(), [this] { askCredentials(); });
        const auto cluster = context()->openCluster({.server = QUrl(credentials->server),
                                                     .certificateAuthority = credentials->certificateAuthority,
                                                     .token = credentials->token});
        if (!cluster)
            return leave(EngineWords::tr("the cluster's API could not be opened: %1").arg(cluster.error().message));
        context()->cluster = *cluster;
        askPods();
    });
}

void RouteRemoval::askPods() {
    context()->countCall(step());
    then(context()->cluster->podNames(kubernetes::podSelector()), [this](const Result<QStringList> &pods) {
        if (!pods)
            return tryAgain(pods.error(), [this] { askPods(); });
        deletePods(*pods);
    });
}

void RouteRemoval::deletePods(const QStringList &names) {
    if (names.isEmpty())
        return deleteRoute();
    setDetail(EngineWords::tr("deleting verification pod %1").arg(names.first()));
    context()->countCall(step());
    then(context()->cluster->deletePod(names.first()), [this, names](const Status &status) {
        if (!status)
            context()->log(
                EngineWords::tr("route: pod %1 could not be deleted: %2").arg(names.first(), status.error().message));
        deletePods(names.mid(1));
    });
}

void RouteRemoval::deleteRoute() {
    setDetail(EngineWords::tr("deleting the route"));
    context()->countCall(step());
    then(context()->cluster->deleteRoute(m_planned.cloudName), [this](const Status &status) {
        if (!status)
            return tryAgain(status.error(), [this] { deleteRoute(); });
        watch();
    });
}

void RouteRemoval::watch() {
    context()->countCall(step());
    then(context()->cluster->route(m_planned.cloudName), [this](const Result<kubernetes::Route> &route) {
        if (!route && route.error().code == ErrorCode::NotFound)
            return leave(EngineWords::tr("the cluster answered 404"));
        if (!route)
            return tryAgain(route.error(), [this] { watch(); });
        tryAgain({.message = EngineWords::tr("its finalizer still holds it")}, [this] { watch(); });
    });
}

void RouteRemoval::tryAgain(const Error &error, std::function<void()> next) {
    const auto left = m_deadline - clock()->elapsed();
    if (left <= Clock::Duration::zero())
        return leave(EngineWords::tr("not confirmed within 60 s (%1); it goes with its cluster").arg(error.message));
    const auto pause = m_backoff.next();
    setDetail(waitingText(error.message, pause, left));
    later(pause, std::move(next));
}

void RouteRemoval::leave(const QString &how) {
    context()->cluster.reset();
    const Status noted =
        context()->append(EntryKind::Deleted, step(), context()->record(step()).id, {{"how", how.toStdString()}});
    if (!noted)
        return fail(noted.error());
    context()->log(EngineWords::tr("route: %1").arg(how));
    setPhase(StepPhase::Gone, how);
    done(Ok{});
}

AssociatedCheck::AssociatedCheck(RunContext *context, const DestroyOptions &options, QObject *parent)
    : Job(context, QString::fromLatin1(kStep), parent)
    , m_options(options) {}

void AssociatedCheck::start() {
    if (context()->record(QStringLiteral("cluster")).id.isEmpty())
        return pass(EngineWords::tr("there is no cluster"));
    setPhase(StepPhase::Waiting, EngineWords::tr("listing what workloads made"));
    ask();
}

void AssociatedCheck::ask() {
    const QString id = context()->record(QStringLiteral("cluster")).id;
    then(send(digitalocean::clusters::associatedResources(id)), [this](const Result<Json> &reply) {
        const auto found = reply ? digitalocean::clusters::parseAssociated(*reply)
                                 : Result<QList<digitalocean::AssociatedResource>>(reply.error());
        if (found)
            return judge(*found);
        if (found.error().code == ErrorCode::NotFound)
            return pass(EngineWords::tr("the cluster is gone"));
        if (!isTransient(found.error()) || ++m_failures > kMostFailures)
            return fail(found.error());
        later(m_backoff.next(), [this] { ask(); });
    });
}

void AssociatedCheck::judge(const QList<digitalocean::AssociatedResource> &found) {
    if (found.isEmpty())
        return pass(EngineWords::tr("workloads made nothing"));
    QStringList names;
    Json list = Json::array();
    for (const digitalocean::AssociatedResource &resource : found) {
        names << QStringLiteral("%1 %2 (%3)").arg(resource.kind, resource.name, resource.id);
        list.push_back({{"kind", resource.kind.toStdString()},
                        {"id", resource.id.toStdString()},
                        {"name", resource.name.toStdString()}});
    }
    if (!m_options.deleteAssociated)
        return fail(
            {.code = ErrorCode::NeedsDecision,
             .message = EngineWords::tr("Workloads of the cluster made %1").arg(names.join(QStringLiteral(", "))),
             .remedy = EngineWords::tr(
                 "Save what you need, then destroy with consent to delete them too, or delete them in the cluster.")});
    const Status noted = context()->append(EntryKind::UserDecision, step(), {}, {{"delete_associated", list}});
    if (!noted)
        return fail(noted.error());
    context()->associated = found;
    pass(EngineWords::tr("deleted with the cluster, as you agreed: %1").arg(names.join(QStringLiteral(", "))));
}

void AssociatedCheck::pass(const QString &how) {
    setPhase(StepPhase::Gone, how);
    done(Ok{});
}

} // namespace sluice::engine
