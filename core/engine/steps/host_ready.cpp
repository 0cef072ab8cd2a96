#include "core/base/words.h"
#include "core/engine/check.h"

namespace sluice::engine {

namespace {

using blueprint::Role;

constexpr std::chrono::seconds kOpenDeadline(20);
constexpr std::chrono::seconds kCommandDeadline(20);
constexpr int kMostWrongRoutes = 12;

/// bastion_ready and droplet_ready. The private droplet is reached through the bastion, whose key was pinned before.
class HostReady final : public CheckJob {
public:
    using CheckJob::CheckJob;

protected:
    void attempt() override {
        if (m_session)
            return m_attested ? askCloudInit() : attest();
        open();
    }

private:
    bool isPrivate() const { return planned().role == Role::DropletReady; }
    QString role() const { return isPrivate() ? QStringLiteral("droplet") : QStringLiteral("bastion"); }
    QString address() const {
        return context()->facts().value(isPrivate() ? QStringLiteral("droplet.private_ip")
                                                    : QStringLiteral("bastion.public_ip"));
    }
    QByteArray pinned(const QString &address) const {
        const QString fact = context()->environment().store->fact(context()->plan().deployment, hostKeyFact(address));
        return QByteArray::fromBase64(fact.toLatin1());
    }

    // Only public addresses are dialled through the environment's resolver; behind the bastion the private one is real.
    void open() {
        const QString bastion = context()->facts().value(QStringLiteral("bastion.public_ip"));
        const auto &resolve = context()->environment().resolve;
        if (!resolve)
            return connectTo({.address = bastion, .port = 22});
        then(resolve(bastion, 22), [this, bastion](const Result<ssh::Endpoint> &endpoint) {
            if (!endpoint)
                return judge(endpoint.error());
            ssh::Endpoint jump = *endpoint;
            if (jump.address.isEmpty())
                jump.address = bastion;
            connectTo(jump);
        });
    }

    void connectTo(ssh::Endpoint bastion) {
        const Result<ssh::Identity> identity = context()->identity();
        if (!identity)
            return fail(identity.error());
        bastion.pinnedKey = pinned(context()->facts().value(QStringLiteral("bastion.public_ip")));
        const ssh::Endpoint target{.address = address(), .port = 22, .pinnedKey = pinned(address())};
        ssh::Connector *connector = context()->environment().ssh;
        const auto opening = isPrivate() ? connector->openThrough(bastion, target, *identity, kOpenDeadline)
                                         : connector->open(bastion, *identity, kOpenDeadline);
        then(opening, [this](const Result<std::shared_ptr<ssh::Session>> &session) {
            if (!session)
                return judge(session.error());
            m_session = *session;
            m_attested = !pinned(address()).isEmpty();
            attempt();
        });
    }

    // cloud-init writes the attestation late in its run, so an absent file means "not yet", never "fine".
    void attest() {
        const QString nonce = context()->environment().store->fact(context()->plan().deployment, nonceFact(role()));
        if (nonce.isEmpty()) {
            context()->log(
                EngineWords::tr("%1: no attestation was asked for; the host key is pinned as seen").arg(step()));
            return pin();
        }
        run(QStringLiteral("cat %1").arg(QString::fromLatin1(ssh::kAttestationFile)),
            [this, nonce](const ssh::CommandResult &file) {
                if (file.exitStatus != 0 || file.standardOutput.trimmed().isEmpty())
                    return notYet(EngineWords::tr("the machine has not attested its host key yet"));
                const Status genuine =
                    ssh::checkAttestation(nonce.toLatin1(), m_session->hostKey(), file.standardOutput);
                if (!genuine) {
                    Error error = genuine.error();
                    if (error.remedy.isEmpty())
                        error.remedy =
                            EngineWords::tr(
                                "Somebody may stand between you and %1. Do not log in; destroy the deployment.")
                                .arg(address());
                    return fail(error);
                }
                pin();
            });
    }

    void pin() {
        const ssh::HostKey key = m_session->hostKey();
        const Status kept = context()->environment().store->setFact(
            context()->plan().deployment, hostKeyFact(address()), QString::fromLatin1(key.blob.toBase64()));
        if (!kept)
            return fail(kept.error());
        context()->log(EngineWords::tr("%1: host key %2 attested and pinned").arg(step(), key.sha256()));
        m_attested = true;
        askCloudInit();
    }

    void askCloudInit() {
        run(QStringLiteral("cloud-init status"), [this](const ssh::CommandResult &status) {
            const QString text = QString::fromUtf8(status.standardOutput);
            if (text.contains(QLatin1String("status: error")))
                return fail({.code = ErrorCode::Failed,
                             .message = EngineWords::tr("The first boot of %1 failed: %2")
                                            .arg(blueprint::titleOf(role()), text.simplified()),
                             .remedy = EngineWords::tr(
                                 "Read /var/log/cloud-init-output.log on the machine, or destroy and apply again.")});
            // 127: an image without cloud-init has nothing to wait for.
            const bool over = text.contains(QLatin1String("status: done")) ||
                              text.contains(QLatin1String("status: disabled")) || status.exitStatus == 127;
            if (!over)
                return notYet(text.trimmed().isEmpty() ? EngineWords::tr("the first boot is still running")
                                                       : EngineWords::tr("first boot: %1").arg(text.simplified()));
            if (isPrivate())
                return askRoute();
            passed({});
        });
    }

    void askRoute() {
        const QString gateway = context()->facts().value(QStringLiteral("nat_gateway.gateway_ip"));
        run(QStringLiteral("ip -4 route show default"), [this, gateway](const ssh::CommandResult &routes) {
            const QString text = QString::fromUtf8(routes.standardOutput).trimmed();
            const QStringList words = text.section(QLatin1Char('\n'), 0, 0).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            const qsizetype via = words.indexOf(QStringLiteral("via"));
            if (via >= 0 && via + 1 < words.size() && words.at(via + 1) == gateway)
                return passed({});

            if (++m_wrongRoutes >= kMostWrongRoutes)
                return fail(
                    {.code = ErrorCode::Failed,
                     .message = EngineWords::tr(
                                    "On the private droplet the default route is \"%1\", not by the NAT gateway %2")
                                    .arg(text, gateway),
                     .remedy = EngineWords::tr("Resume checks again; `sluicectl verify` explains and repairs it.")});
            notYet(EngineWords::tr("the default route is \"%1\", not by the NAT gateway %2").arg(text, gateway));
        });
    }

    void run(const QString &command, std::function<void(const ssh::CommandResult &)> next) {
        then(m_session->run(command, kCommandDeadline), [this, next](const Result<ssh::CommandResult> &result) {
            if (!result) {
                m_session.reset(); // a broken session is opened anew
                return judge(result.error());
            }
            if (result->exitStatus < 0) {
                m_session.reset();
                return notYet(EngineWords::tr("the connection was lost"));
            }
            next(*result);
        });
    }

    std::shared_ptr<ssh::Session> m_session;
    bool m_attested = false;
    int m_wrongRoutes = 0;
};

} // namespace

CheckJob *makeHostReady(RunContext *context, const blueprint::PlannedResource &planned, QObject *parent) {
    return new HostReady(context, planned, parent);
}

} // namespace sluice::engine
