#include "core/base/words.h"
#include "core/blueprint/cloud_init.h"
#include "core/verify/verify.h"

namespace sluice::verify {

namespace {

constexpr std::chrono::seconds kConnect{20};
constexpr std::chrono::seconds kRepair{120};

/// Owns itself until the remedy is done: a remedy has no other home.
class RemedyRun final : public QObject {
public:
    RemedyRun(const Environment &environment, const QMap<QString, QString> &outputs)
        : m_environment(environment)
        , m_outputs(outputs) {}
    QFuture<Status> future() const { return m_promise.future(); }

    void reapplyRoute() {
        m_environment.client->send(digitalocean::clusters::credentials(m_outputs.value(QStringLiteral("cluster_id"))))
            .then(this, [this](const Result<Json> &reply) {
                if (!reply)
                    return end(reply.error());
                const auto credentials = digitalocean::clusters::parseCredentials(*reply);
                if (!credentials)
                    return end(credentials.error());
                const auto cluster =
                    kubernetes::Cluster::open({.server = QUrl(credentials->server),
                                               .certificateAuthority = credentials->certificateAuthority,
                                               .token = credentials->token},
                                              m_environment.clock);
                if (!cluster)
                    return end(cluster.error());
                m_cluster = *cluster;
                const QString name =
                    m_outputs.value(QStringLiteral("route_name"), QStringLiteral("default-egress-via-nat"));
                m_cluster
                    ->applyRoute(name, {QStringLiteral("0.0.0.0/0")},
                                 {m_outputs.value(QStringLiteral("nat_gateway_gateway_ip"))})
                    .then(this, [this](const Result<kubernetes::Route> &route) {
                        end(route ? Status(Ok{}) : Status(route.error()));
                    });
            });
    }

    void repairNetplan() {
        const auto identity = m_environment.identity();
        if (!identity)
            return end(identity.error());
        m_environment.resolve(m_outputs.value(QStringLiteral("bastion_public_ip")), 22)
            .then(this, [this, identity](const Result<ssh::Endpoint> &resolved) {
                if (!resolved)
                    return end(resolved.error());
                const auto pinned = [this](const QString &address) {
                    return QByteArray::fromBase64(m_environment.pinnedKey(address).toLatin1());
                };
                ssh::Endpoint bastion = *resolved;
                bastion.pinnedKey = pinned(bastion.address);
                ssh::Endpoint droplet;
                droplet.address = m_outputs.value(QStringLiteral("droplet_private_ip"));
                droplet.pinnedKey = pinned(droplet.address);
                // Only hosts whose keys were attested and pinned at creation are ever changed.
                if (bastion.pinnedKey.isEmpty() || droplet.pinnedKey.isEmpty())
                    return end(Error{
                        .code = ErrorCode::Untrusted,
                        .message =
                            VerifyWords::tr("A host key is not pinned; nothing is changed on a host that is not known"),
                        .remedy = VerifyWords::tr("Resume the deployment, which attests and pins the keys.")});
                m_environment.ssh->openThrough(bastion, droplet, *identity, kConnect)
                    .then(this, [this](const Result<std::shared_ptr<ssh::Session>> &session) {
                        if (!session)
                            return end(session.error());
                        m_session = *session;
                        runScript();
                    });
            });
    }

private:
    void runScript() {
        const QString script = blueprint::egressScript(m_outputs.value(QStringLiteral("nat_gateway_gateway_ip")));
        m_session->run(QStringLiteral("sh -s"), kRepair, script.toUtf8())
            .then(this, [this](const Result<ssh::CommandResult> &result) {
                if (!result)
                    return end(result.error());
                if (result->exitStatus != 0)
                    return end(Error{.code = ErrorCode::Failed,
                                     .message = VerifyWords::tr("The repair script ended with status %1: %2")
                                                    .arg(result->exitStatus)
                                                    .arg(QString::fromUtf8(result->standardError.left(500))),
                                     .resource = QStringLiteral("droplet"),
                                     .remedy = VerifyWords::tr("Look at /var/log/sluice-egress.log on the droplet.")});
                end(Ok{});
            });
    }

    void end(const Status &status) {
        m_session.reset();
        m_promise.finish(status);
        deleteLater();
    }

    Environment m_environment;
    QMap<QString, QString> m_outputs;
    Promise<Status> m_promise;
    std::shared_ptr<kubernetes::Cluster> m_cluster;
    std::shared_ptr<ssh::Session> m_session;
};

} // namespace

QFuture<Status> runRemedy(const Environment &environment, const blueprint::Plan &,
                          const QMap<QString, QString> &outputs, const QString &action) {
    if (action == QLatin1String("wait"))
        return readyFuture<Status>(Ok{});
    if (action != QLatin1String("reapply_route") && action != QLatin1String("repair_netplan"))
        return readyFuture<Status>(Error{.code = ErrorCode::InvalidInput,
                                         .message = VerifyWords::tr("There is no automatic remedy \"%1\"").arg(action),
                                         .resource = QStringLiteral("ACTION"),
                                         .remedy = VerifyWords::tr("Use reapply_route, repair_netplan or repair.")});
    const QString gateway = outputs.value(QStringLiteral("nat_gateway_gateway_ip"));
    if (!Ipv4::parse(gateway))
        return readyFuture<Status>(
            Error{.code = ErrorCode::InvalidInput,
                  .message = VerifyWords::tr("The NAT gateway's address inside the VPC is not known (\"%1\"); nothing "
                                             "is changed without it")
                                 .arg(gateway),
                  .resource = QStringLiteral("nat_gateway"),
                  .remedy = VerifyWords::tr("Refresh or resume the deployment, which reads the address again.")});
    auto *run = new RemedyRun(environment, outputs);
    const QFuture<Status> future = run->future();
    if (action == QLatin1String("reapply_route"))
        run->reapplyRoute();
    else
        run->repairNetplan();
    return future;
}

} // namespace sluice::verify
