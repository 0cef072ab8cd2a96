#pragma once

#include "core/blueprint/plan.h"
#include "core/digitalocean/client.h"
#include "core/kubernetes/kubernetes.h"
#include "core/ssh/ssh.h"

#include <QMap>

/// Measures the egress IP contract: collect observations (network), predict (model), evaluate (pure), diagnose (pure),
/// remedy.
namespace sluice::verify {

enum class Verdict { Pass, Fail, Unknown };
QString verdictName(Verdict verdict); ///< pass | fail | unknown

/// One measurement and its raw evidence.
struct Evidence {
    QString
        command;   ///< what was asked, e.g. "curl -4 -sS --max-time 10 https://ifconfig.me" or "GET /v2/firewalls/<id>"
    QString where; ///< "private droplet via bastion", "pod on node pool-a-1"
    QString output; ///< at most 4 KiB, redacted
    QString at;     ///< ISO 8601 UTC
    qint64 milliseconds = 0;
    bool operator==(const Evidence &) const = default;
};

struct Diagnosis {
    QString cause; ///< stable code: route_missing, route_wrong_gateway, agent_not_ready, node_without_route,
                   ///< droplet_default_route, metadata_route_missing, second_default_at_boot, firewall_not_applied,
                   ///< bastion_unreachable, host_key_changed, echo_disagree, echo_not_credible, nat_gateway_not_active,
                   ///< nat_gateway_not_forwarding, gateway_ip_changed, egress_ip_changed, ... ;
                   ///< "unknown_cause" when nothing fits
    QString message; ///< one sentence for a person
    QString remedy;  ///< what to do, as text
    QString action;  ///< id of an automatic remedy ("reapply_route", "repair_netplan", "repair", "wait"), empty when
                     ///< there is none
    bool operator==(const Diagnosis &) const = default;
};

/// One cell of the matrix.
struct Cell {
    QString id; ///< stable, e.g. "pod_egress:<node>", "droplet_egress", "bastion_egress", "private_direct_ssh"
    QString source;
    QString destination;
    QString protocol;
    QString expected;
    QString predicted; ///< by the model from API objects + Route + reported routes; "" when it cannot tell
    QString observed;
    Verdict verdict = Verdict::Unknown;
    bool negative = false; ///< expects a refusal or a different address
    QList<Evidence> evidence;
    Diagnosis diagnosis; ///< cause empty = none
    bool operator==(const Cell &) const = default;
};

struct Report {
    QString deployment;
    QString egressIp;                   ///< the promise
    Verdict verdict = Verdict::Unknown; ///< fail if any cell fails; else unknown if any cell is unknown; else pass
    QList<Cell> cells;
    QString startedAt;
    QString finishedAt;
    int apiCalls = 0;
    /// Ids of the cells that were asked for; empty = the whole matrix. A report of some cells proves nothing about the
    /// deployment: standing.h says what it changes.
    QStringList only;
    bool isWhole() const { return only.isEmpty(); }
};
Json toJson(const Cell &cell);
Json toJson(const Report &report);
Result<Report> reportFromJson(const Json &json);

/// What a verification needs. All pointers outlive it.
struct Environment {
    digitalocean::Client *client = nullptr;
    ssh::Connector *ssh = nullptr;
    Clock *clock = nullptr;
    std::function<QFuture<Result<ssh::Endpoint>>(const QString &host, quint16 port)> resolve;
    std::function<Result<ssh::Identity>()> identity;
    /// Pinned host key blob (base64) by address; "" when none. Attestation nonces by role ("bastion", "droplet").
    std::function<QString(const QString &address)> pinnedKey;
    std::function<QString(const QString &role)> nonce;
    QStringList echoServices; ///< host names asked for the own address; default in defaultEchoServices()
};
QStringList defaultEchoServices();

/// One verification; `cellChanged` as soon as each cell is known, `finished` exactly once (an Error only when nothing
/// could be tried).
class Verification : public QObject {
    Q_OBJECT
public:
    ~Verification() override;
    virtual void start() = 0;
    virtual void cancel() = 0;
    virtual Report report() const = 0;
Q_SIGNALS:
    void cellChanged(const sluice::verify::Cell &cell);
    void logged(const QString &line);
    void finished(const sluice::Result<sluice::verify::Report> &report);
};
/// `only`: ids of the cells to measure, with no more traffic than they and their diagnosis need (a pod on that node
/// alone, no pod at all for a host's cell); empty = the whole matrix. A chosen cell that the matrix does not have (its
/// node is gone) ends the run with NotFound.
std::unique_ptr<Verification> makeVerification(const Environment &environment, const blueprint::Plan &plan,
                                               const QMap<QString, QString> &outputs,
                                               const QMap<QString, QString> &remoteIds, const QStringList &only = {});
/// The ids of the matrix that are known before anything is measured; pods' cells are "pod_egress:<node>".
QStringList fixedCellIds(const blueprint::Plan &plan);

/// Carries out an automatic remedy ("reapply_route", "repair_netplan"); then verify again.
QFuture<Status> runRemedy(const Environment &environment, const blueprint::Plan &plan,
                          const QMap<QString, QString> &outputs, const QString &action);

} // namespace sluice::verify

Q_DECLARE_METATYPE(sluice::verify::Cell)
