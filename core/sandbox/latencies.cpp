#include "core/sandbox/latencies.h"

#include "core/base/json.h"

#include <QFile>

namespace sluice::sandbox {

QMap<QString, double> defaultLatencies() {
    static const QMap<QString, double> values = {
        {QStringLiteral("vpc"), 1},             // the create call itself
        {QStringLiteral("vpc.member_gone"), 6}, // still listed as a member after it is gone
        {QStringLiteral("nat_gateway.provisioning"), 10},
        {QStringLiteral("nat_gateway.active"), 75}, // from the create call
        {QStringLiteral("nat_gateway.gone"), 20},
        {QStringLiteral("cluster.running"), 330},
        {QStringLiteral("cluster.deleting"), 10},     // how long GET says "deleting" before 404
        {QStringLiteral("cluster.nodes_linger"), 90}, // node droplets outlive the cluster
        {QStringLiteral("droplet.active"), 35},
        {QStringLiteral("droplet.ssh"), 25}, // after active
        {QStringLiteral("droplet.reboot"), 20},
        {QStringLiteral("droplet.gone"), 10},
        {QStringLiteral("droplet.vpc_visible"), 8},
        {QStringLiteral("firewall"), 3},
        {QStringLiteral("firewall.droplet_gone"), 20}, // a deleted droplet's id lingers in droplet_ids
        {QStringLiteral("tag"), 0},
        {QStringLiteral("route.effective"), 8},
        {QStringLiteral("kubernetes.auth"), 3}, // 401 for the first seconds after running
        {QStringLiteral("kubernetes.crd"), 45}, // after running
        {QStringLiteral("kubernetes.node_ready"), 15},
        {QStringLiteral("kubernetes.finalizer"), 5},
        {QStringLiteral("kubernetes.service_account"), 1},
        {QStringLiteral("kubernetes.pod_scheduled"), 1},
        {QStringLiteral("kubernetes.pod_start"), 4}, // image pull and start
        {QStringLiteral("kubernetes.pod_run"), 2},
        {QStringLiteral("kubernetes.pod_gone"), 2},
    };
    return values;
}

Result<QMap<QString, double>> readLatencies(const QString &file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::InvalidInput,
                     .message = QStringLiteral("Cannot read the latency file %1: %2.").arg(file, input.errorString())};
    const Result<Json> json = parseJson(input.readAll());
    if (!json || !json->is_object())
        return Error{.code = ErrorCode::InvalidInput,
                     .message = QStringLiteral("%1 is not a JSON object of names and seconds.").arg(file)};
    QMap<QString, double> values = defaultLatencies();
    for (const auto &[key, value] : json->items()) {
        const QString name = QString::fromStdString(key);
        if (!values.contains(name))
            return Error{.code = ErrorCode::InvalidInput,
                         .message = QStringLiteral("There is no latency named \"%1\".").arg(name),
                         .remedy = QStringLiteral("Known names: %1.").arg(values.keys().join(QStringLiteral(", ")))};
        if (!value.is_number() || value.get<double>() < 0 || value.get<double>() > 1e6)
            return Error{.code = ErrorCode::InvalidInput,
                         .message =
                             QStringLiteral("The latency \"%1\" must be between 0 and 1000000 seconds.").arg(name)};
        values[name] = value.get<double>();
    }
    return values;
}

} // namespace sluice::sandbox
