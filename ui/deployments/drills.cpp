#include "ui/deployments/drills.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace sluice::ui {

namespace {

constexpr int kAnswerMilliseconds = 15000;
constexpr const char *kRouteName = "default-egress-via-nat";

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

QString idOf(const DeploymentView &view, blueprint::Role role) {
    for (const engine::StepState &step : view.steps) {
        if (step.name == blueprint::roleName(role))
            return step.id;
    }
    return {};
}

std::string nameOf(const DeploymentView &view, blueprint::Role role) {
    const blueprint::PlannedResource *resource = view.plan.find(blueprint::roleName(role));
    return resource ? resource->cloudName.toStdString() : std::string();
}

Json mutation(const char *kind, const std::string &name, const Json &members) {
    return {{"kind", kind}, {"name", name}, {"set", members}};
}

Json inbound(const QString &ports, const QStringList &addresses) {
    return Json::array({{{"protocol", "tcp"},
                         {"ports", ports.toStdString()},
                         {"addresses", toJson(addresses)},
                         {"peers", {{"addresses", toJson(addresses)}}}}});
}

Drill named(const QString &id, const QString &title) {
    return {.id = id, .title = title};
}

} // namespace

QList<Drill> drillNames() {
    return {named(QStringLiteral("nat"), tr("The NAT gateway stops translating")),
            named(QStringLiteral("route"), tr("The Route points to another gateway")),
            named(QStringLiteral("droplet"), tr("The droplet's default route goes back to its public side")),
            named(QStringLiteral("hostkey"), tr("The bastion answers with another host key")),
            named(QStringLiteral("firewall"), tr("The private firewall is opened to everybody"))};
}

QList<Drill> drillsOf(const DeploymentView &view) {
    if (!view.sandbox || view.phase != QLatin1String("ready"))
        return {};
    const std::string gateway = view.outputs.value(QStringLiteral("nat_gateway_gateway_ip")).toStdString();
    const QString mutate = QStringLiteral("/mutate");
    QList<Drill> drills = drillNames();
    const std::string nat = nameOf(view, blueprint::Role::NatGateway);
    drills[0].path = mutate;
    drills[0].breaks = mutation("nat_gateway", nat, {{"masquerade", false}});
    drills[0].repairs = mutation("nat_gateway", nat, {{"masquerade", true}});
    const auto gateways = [](const std::string &address) {
        return mutation("kube", kRouteName, {{"body", {{"spec", {{"gateways", Json::array({address})}}}}}});
    };
    drills[1].path = mutate;
    drills[1].breaks = gateways("198.51.100.99"); // an address of nobody (RFC 5737)
    drills[1].repairs = gateways(gateway);
    // What the simulated droplet's public side calls its gateway; the same command as the droplet's own boot uses.
    drills[2].path = QStringLiteral("/droplets/%1/console").arg(idOf(view, blueprint::Role::Droplet));
    drills[2].breaks = {{"command", "ip route replace default via 203.0.112.1 dev eth0"}};
    drills[2].repairs = {{"command", "ip route replace default via " + gateway + " dev eth1"}};
    const std::string key = "hostkey:" + idOf(view, blueprint::Role::Bastion).toStdString();
    drills[3].path = mutate;
    drills[3].breaks = mutation("switches", {}, {{key, "swapped"}});
    drills[3].repairs = mutation("switches", {}, {{key, nullptr}});
    const std::string firewall = nameOf(view, blueprint::Role::PrivateFirewall);
    drills[4].path = mutate;
    drills[4].breaks = mutation(
        "firewall", firewall,
        {{"inbound", inbound(QStringLiteral("1-65535"), {QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")})}});
    QStringList planned;
    if (const auto *resource = view.plan.find(blueprint::roleName(blueprint::Role::PrivateFirewall))) {
        for (const Json &rule : jsonMember(resource->request, "inbound_rules"))
            planned << jsonStringList(jsonMember(rule, "sources"), "addresses");
    }
    drills[4].repairs = mutation("firewall", firewall, {{"inbound", inbound(QStringLiteral("22"), planned)}});
    return drills;
}

DrillRunner::DrillRunner(Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_network(new QNetworkAccessManager(this)) {
    m_network->setProxy(QNetworkProxy::NoProxy); // the sandbox is on loopback
}

void DrillRunner::breakOne(const QString &deployment, const QString &drill) {
    QList<std::pair<QString, Json>> calls;
    if (const DeploymentView *view = m_desk->view(deployment)) {
        for (const Drill &one : drillsOf(*view)) {
            if (one.id == drill)
                calls.append({one.path, one.breaks});
        }
    }
    send(deployment, calls);
}

void DrillRunner::repair(const QString &deployment) {
    QList<std::pair<QString, Json>> calls;
    if (const DeploymentView *view = m_desk->view(deployment)) {
        for (const Drill &one : drillsOf(*view))
            calls.append({one.path, one.repairs});
    }
    send(deployment, calls);
}

void DrillRunner::send(const QString &deployment, QList<std::pair<QString, Json>> calls) {
    const operations::Account &account = m_desk->sandboxAccount();
    const bool connected = account.sandbox && m_desk->account().key == account.key;
    if (!connected || calls.isEmpty()) {
        Q_EMIT done(deployment, Error{.code = ErrorCode::InvalidInput,
                                      .message = tr("Drills are for a ready deployment in the sandbox."),
                                      .resource = deployment});
        return;
    }
    const auto [path, body] = calls.takeFirst();
    QUrl url = account.endpoint;
    url.setPath(QStringLiteral("/_sluice") + path);
    QNetworkRequest request(url);
    request.setTransferTimeout(kAnswerMilliseconds);
    request.setRawHeader("Authorization", "Bearer " + account.token.toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = m_network->post(request, toJsonText(body));
    connect(reply, &QNetworkReply::finished, this, [this, reply, deployment, calls] {
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            Q_EMIT done(deployment, Error{.code = ErrorCode::Internal,
                                          .message = tr("The sandbox refused the drill: %1").arg(reply->errorString()),
                                          .resource = deployment});
            return;
        }
        if (calls.isEmpty())
            Q_EMIT done(deployment, Ok{});
        else
            send(deployment, calls);
    });
}

} // namespace sluice::ui
