#include "core/base/words.h"
#include "core/verify/host_probe.h"
#include "core/verify/observations.h"
#include "core/verify/pod_probe.h"
#include "core/verify/probe_script.h"

namespace sluice::verify {

namespace {

constexpr std::chrono::seconds kDirectDeadline{10};

/// The measurements that a cell needs before it may be shown.
enum Part { Api = 1, Kubernetes = 2, Bastion = 4, Droplet = 8, Direct = 16, All = 31 };

int partsOf(const QString &cell) {
    const auto starts = [&cell](const char *text) { return cell.startsWith(QLatin1String(text)); };
    if (starts("pod_egress") || starts("route_") || starts("agent_"))
        return Api | Kubernetes;
    if (starts("private_direct"))
        return Direct;
    if (starts("firewall_") || starts("nat_"))
        return Api;
    if (starts("bastion_") || cell.endsWith(QLatin1String(":bastion")) || cell.endsWith(QLatin1String("_bastion")))
        return Api | Bastion;
    return Api | Droplet;
}

/// What is measured when only this cell is asked for: its parts, and what its diagnosis compares them with.
int partsFor(const QString &cell) {
    int parts = partsOf(cell) | Api;
    if (cell.startsWith(QLatin1String("pod_egress")))
        parts |= Bastion | Droplet; // one node alone, or the gateway itself?
    if (parts & Droplet)
        parts |= Bastion; // it is reached through it
    return parts;
}

class VerificationRun final : public Verification {
public:
    VerificationRun(const Environment &environment, const blueprint::Plan &plan, const QMap<QString, QString> &outputs,
                    const QMap<QString, QString> &remoteIds, const QStringList &only)
        : m_environment(environment)
        , m_plan(plan)
        , m_outputs(outputs) {
        m_report.only = only;
        m_wanted = only.isEmpty() ? All : 0;
        for (const QString &cell : only)
            m_wanted |= partsFor(cell);
        m_seen.promisedIp = outputs.value(QStringLiteral("nat_gateway_public_ip"));
        m_seen.gatewayIp = outputs.value(QStringLiteral("nat_gateway_gateway_ip"));
        m_seen.bastionPublicIp = outputs.value(QStringLiteral("bastion_public_ip"));
        m_seen.dropletPublicIp = outputs.value(QStringLiteral("droplet_public_ip"));
        m_seen.dropletPrivateIp = outputs.value(QStringLiteral("droplet_private_ip"));
        m_seen.remoteIds = remoteIds;
    }

    void start() override {
        m_callsBefore = m_environment.client->calls();
        m_report.deployment = m_plan.deployment;
        m_report.egressIp = m_seen.promisedIp;
        m_report.startedAt = now();
        // From the event loop, so that signals never come from inside start().
        QMetaObject::invokeMethod(
            this,
            [this] {
                readApi();
                if (m_wanted & Kubernetes)
                    readKubernetes();
                if (m_wanted & Bastion)
                    probeHost(QStringLiteral("bastion"), {}, Bastion);
                if (m_wanted & Droplet)
                    probeHost(QStringLiteral("droplet"), m_seen.dropletPrivateIp, Droplet);
                if (m_wanted & Direct)
                    probeDirect();
            },
            Qt::QueuedConnection);
    }

    void cancel() override {
        if (m_cancelled || m_over)
            return;
        m_cancelled = true;
        Q_EMIT logged(VerifyWords::tr("Stopping the verification; its pods are deleted"));
        for (PodProbe *probe : std::as_const(m_pods))
            probe->cancel();
        endIfComplete();
    }

    Report report() const override { return m_report; }

private:
    bool isAsked(const QString &cell) const { return m_report.isWhole() || m_report.only.contains(cell); }
    QList<Cell> askedCells() const {
        QList<Cell> cells = evaluate(m_seen, m_plan);
        // While the cluster cannot be asked nobody knows its nodes: the cell of a chosen one is unknown, not gone.
        const Cell nodeless = cells.isEmpty() ? Cell{} : cells.first();
        if (nodeless.id == QLatin1String("pod_egress:unknown")) {
            for (const QString &id : m_report.only) {
                if (!id.startsWith(QLatin1String("pod_egress:")))
                    continue;
                Cell cell = nodeless;
                cell.id = id;
                cell.source = VerifyWords::tr("pod on node %1").arg(id.section(QLatin1Char(':'), 1));
                cells.append(cell);
            }
        }
        cells.removeIf([this](const Cell &cell) { return !isAsked(cell.id); });
        return cells;
    }
    QString now() const { return m_environment.clock->now().toString(Qt::ISODateWithMs); }

    Evidence apiEvidence(const HttpRequest &request, const Json &reply) const {
        return {.command = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path,
                .where = QStringLiteral("DigitalOcean API"),
                .output = evidenceText(QString::fromUtf8(toJsonText(reply))),
                .at = now()};
    }

    template <class T>
    void readOne(const QString &step, HttpRequest (*request)(const QString &), Result<T> (*parse)(const Json &),
                 std::optional<T> *into) {
        const QString id = m_seen.remoteIds.value(step);
        if (id.isEmpty()) {
            m_seen.apiErrors.insert(step,
                                    Error{.code = ErrorCode::NotFound,
                                          .message = VerifyWords::tr("No %1 is recorded").arg(blueprint::titleOf(step)),
                                          .resource = step});
            return;
        }
        ++m_apiWaiting;
        const HttpRequest get = request(id);
        m_environment.client->send(get).then(this, [this, step, get, parse, into](const Result<Json> &reply) {
            if (!reply) {
                m_seen.apiErrors.insert(step, reply.error());
            } else {
                const auto value = parse(*reply);
                if (value)
                    *into = *value;
                else
                    m_seen.apiErrors.insert(step, value.error());
                m_seen.apiEvidence.insert(step, apiEvidence(get, *reply));
            }
            apiAnswered();
        });
    }

    void readApi() {
        using namespace digitalocean;
        m_apiWaiting = 1;
        readOne(QStringLiteral("nat_gateway"), &natgateways::get, &natgateways::parse, &m_seen.natGateway);
        readOne(QStringLiteral("bastion"), &droplets::get, &droplets::parse, &m_seen.bastion);
        readOne(QStringLiteral("droplet"), &droplets::get, &droplets::parse, &m_seen.droplet);
        readOne(QStringLiteral("bastion_firewall"), &firewalls::get, &firewalls::parse, &m_seen.bastionFirewall);
        readOne(QStringLiteral("private_firewall"), &firewalls::get, &firewalls::parse, &m_seen.privateFirewall);
        apiAnswered();
    }
    void apiAnswered() {
        if (--m_apiWaiting == 0)
            complete(Api);
    }

    void kubernetesFailed(const Error &error) {
        m_seen.kubernetesError = error;
        complete(Kubernetes);
    }

    void readKubernetes() {
        const QString id = m_seen.remoteIds.value(QStringLiteral("cluster"));
        if (id.isEmpty())
            return kubernetesFailed(Error{.code = ErrorCode::NotFound,
                                          .message = VerifyWords::tr("No cluster is recorded"),
                                          .resource = QStringLiteral("cluster")});
        m_environment.client->send(digitalocean::clusters::credentials(id))
            .then(this, [this](const Result<Json> &reply) {
                if (!reply)
                    return kubernetesFailed(reply.error());
                const auto credentials = digitalocean::clusters::parseCredentials(*reply);
                if (!credentials)
                    return kubernetesFailed(credentials.error());
                const auto cluster =
                    kubernetes::Cluster::open({.server = QUrl(credentials->server),
                                               .certificateAuthority = credentials->certificateAuthority,
                                               .token = credentials->token},
                                              m_environment.clock);
                if (!cluster)
                    return kubernetesFailed(cluster.error());
                m_cluster = *cluster;
                readNodes();
            });
    }

    Evidence kubernetesEvidence(const QString &what, const QString &output) const {
        return {
            .command = what, .where = QStringLiteral("Kubernetes API"), .output = evidenceText(output), .at = now()};
    }

    void readNodes() {
        m_cluster->nodes().then(this, [this](const Result<QList<kubernetes::Node>> &nodes) {
            if (!nodes)
                return kubernetesFailed(nodes.error());
            m_seen.kubernetesReached = true;
            m_seen.nodes = *nodes;
            QString text;
            for (const kubernetes::Node &node : *nodes)
                text += QStringLiteral("%1 %2 %3\n")
                            .arg(node.name, node.ready ? QStringLiteral("Ready") : QStringLiteral("NotReady"),
                                 node.externalIp);
            m_seen.kubernetesEvidence.insert(QStringLiteral("nodes"),
                                             kubernetesEvidence(QStringLiteral("GET /api/v1/nodes"), text));
            readRoute();
        });
    }

    void readRoute() {
        const QString name = m_outputs.value(QStringLiteral("route_name"), QStringLiteral("default-egress-via-nat"));
        m_cluster->route(name).then(this, [this, name](const Result<kubernetes::Route> &route) {
            QString text;
            if (route) {
                m_seen.route = *route;
                text = QStringLiteral("destinations %1, gateways %2 %3")
                           .arg(route->destinations.join(QLatin1Char(' ')), route->gateways.join(QLatin1Char(' ')),
                                route->rawStatus);
            } else {
                m_seen.routeError = route.error();
                text = route.error().toString();
            }
            m_seen.kubernetesEvidence.insert(QStringLiteral("route"),
                                             kubernetesEvidence(QStringLiteral("GET Route %1").arg(name), text));
            readAgent();
        });
    }

    void readAgent() {
        m_cluster->routingAgent().then(this, [this](const Result<kubernetes::AgentState> &agent) {
            if (agent) {
                m_seen.agent = *agent;
                m_seen.kubernetesEvidence.insert(
                    QStringLiteral("agent"),
                    kubernetesEvidence(QStringLiteral("GET DaemonSet routing-agent (kube-system)"),
                                       QStringLiteral("desired %1, ready %2").arg(agent->desired).arg(agent->ready)));
            }
            probePods();
        });
    }

    void probePods() {
        const QStringList services =
            m_environment.echoServices.isEmpty() ? defaultEchoServices() : m_environment.echoServices;
        m_podsWaiting = 1;
        for (const kubernetes::Node &node : std::as_const(m_seen.nodes)) {
            if (!node.ready || m_cancelled || !isAsked(QStringLiteral("pod_egress:") + node.name))
                continue;
            auto *probe = new PodProbe(m_cluster, m_environment.clock, node.name, m_seen.promisedIp, services, this);
            m_pods.append(probe);
            ++m_podsWaiting;
            connect(probe, &PodProbe::done, this, [this, probe] {
                m_seen.pods.append(probe->facts());
                const PodFacts &facts = probe->facts();
                if (!facts.echo.agreed())
                    Q_EMIT logged(VerifyWords::tr("pod on %1 gave no clear answer in %2 attempts: phase %3 %4 %5")
                                      .arg(facts.node)
                                      .arg(facts.attempts)
                                      .arg(facts.phase, facts.waitingReason, facts.error.message));
                podAnswered();
            });
            probe->start();
        }
        podAnswered();
    }
    void podAnswered() {
        if (--m_podsWaiting == 0)
            complete(Kubernetes);
    }

    void probeHost(const QString &role, const QString &dropletAddress, Part part) {
        auto *probe = new HostProbe(
            m_environment, {.role = role, .bastionAddress = m_seen.bastionPublicIp, .dropletAddress = dropletAddress},
            this);
        connect(probe, &HostProbe::done, this, [this, probe, part] {
            (part == Bastion ? m_seen.bastionHost : m_seen.dropletHost) = probe->facts();
            complete(part);
        });
        probe->start();
    }

    void direct(Observations::Direct outcome, const QString &text) {
        m_seen.directSsh = outcome;
        m_seen.directSshEvidence = {.command = QStringLiteral("TCP connect to %1 port 22").arg(m_seen.dropletPublicIp),
                                    .where = VerifyWords::tr("this machine"),
                                    .output = evidenceText(text),
                                    .at = now()};
        complete(Direct);
    }

    void probeDirect() {
        const QString address = m_seen.dropletPublicIp;
        if (address.isEmpty())
            return direct(Observations::Direct::NotMeasured,
                          VerifyWords::tr("the droplet has no public address on record"));
        m_environment.resolve(address, 22).then(this, [this](const Result<ssh::Endpoint> &endpoint) {
            if (!endpoint) {
                // A simulated network answers the dial itself: only its words for a packet that does not arrive are
                // evidence.
                const QString text = endpoint.error().message;
                const bool refused =
                    endpoint.error().code == ErrorCode::Unavailable &&
                    (text.contains(QLatin1String("(filtered)")) || text.contains(QLatin1String("(refused)")) ||
                     text.contains(QLatin1String("(unreachable)")));
                return direct(refused ? Observations::Direct::Refused : Observations::Direct::NotMeasured, text);
            }
            const bool dialled = !endpoint->dialAddress.isEmpty();
            m_environment.ssh
                ->probePort(dialled ? endpoint->dialAddress : endpoint->address,
                            dialled ? endpoint->dialPort : endpoint->port, kDirectDeadline)
                .then(this, [this](const Status &status) {
                    if (status)
                        return direct(Observations::Direct::Connected, VerifyWords::tr("connected"));
                    // Only the network's own answers are evidence; an error of this program is none.
                    const ErrorCode code = status.error().code;
                    const bool refused = code == ErrorCode::Unavailable || code == ErrorCode::DeadlineExceeded;
                    direct(refused ? Observations::Direct::Refused : Observations::Direct::NotMeasured,
                           status.error().message);
                });
        });
    }

    void complete(Part part) {
        m_complete |= part;
        m_seen.clockAhead = m_environment.client->clockAhead().value_or(std::chrono::seconds(0));
        if (m_over)
            return;
        for (const Cell &cell : askedCells()) {
            const int needed = m_report.isWhole() ? partsOf(cell.id) : partsFor(cell.id);
            if ((m_complete & needed) == needed && m_shown.value(cell.id) != cell) {
                m_shown.insert(cell.id, cell);
                Q_EMIT cellChanged(cell);
            }
        }
        endIfComplete();
    }

    void endIfComplete() {
        if (m_over || m_complete != m_wanted)
            return;
        m_over = true;
        if (m_cancelled) {
            Q_EMIT finished(
                Error{.code = ErrorCode::Cancelled,
                      .message = VerifyWords::tr("The verification was cancelled; nothing is concluded from it")});
            return;
        }
        m_report.cells = askedCells();
        for (const QString &id : std::as_const(m_report.only)) {
            const auto has = [&id](const Cell &cell) { return cell.id == id; };
            if (std::any_of(m_report.cells.cbegin(), m_report.cells.cend(), has))
                continue;
            Q_EMIT finished(Error{.code = ErrorCode::NotFound,
                                  .message = VerifyWords::tr("The matrix has no check \"%1\" now").arg(id),
                                  .resource = id,
                                  .remedy = VerifyWords::tr(
                                      "Verify the whole deployment: its nodes may have changed, or are not ready.")});
            return;
        }
        m_report.verdict = overall(m_report.cells);
        m_report.finishedAt = now();
        m_report.apiCalls = m_environment.client->calls() - m_callsBefore + (m_cluster ? m_cluster->calls() : 0);
        Q_EMIT finished(m_report);
    }

    Environment m_environment;
    blueprint::Plan m_plan;
    QMap<QString, QString> m_outputs;
    Observations m_seen;
    Report m_report;
    std::shared_ptr<kubernetes::Cluster> m_cluster;
    QList<PodProbe *> m_pods;
    QMap<QString, Cell> m_shown;
    int m_wanted = All; ///< of Part
    int m_complete = 0;
    int m_apiWaiting = 0;
    int m_podsWaiting = 0;
    int m_callsBefore = 0;
    bool m_cancelled = false;
    bool m_over = false;
};

} // namespace

Verification::~Verification() = default;

std::unique_ptr<Verification> makeVerification(const Environment &environment, const blueprint::Plan &plan,
                                               const QMap<QString, QString> &outputs,
                                               const QMap<QString, QString> &remoteIds, const QStringList &only) {
    return std::make_unique<VerificationRun>(environment, plan, outputs, remoteIds, only);
}

QStringList fixedCellIds(const blueprint::Plan &plan) {
    QStringList ids;
    for (const Cell &cell : evaluate(Observations{}, plan)) {
        if (!cell.id.startsWith(QLatin1String("pod_egress")))
            ids << cell.id;
    }
    return ids;
}

} // namespace sluice::verify
