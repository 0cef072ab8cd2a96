#include "core/digitalocean/api.h"

#include <QHash>

namespace sluice::digitalocean {

namespace {

QString resourceOf(const QStringList &parts) {
    static const QHash<QString, QString> names = {
        {QStringLiteral("regions"), QStringLiteral("regions")},
        {QStringLiteral("images"), QStringLiteral("image")},
        {QStringLiteral("vpcs"), QStringLiteral("vpc")},
        {QStringLiteral("vpc_nat_gateways"), QStringLiteral("nat_gateway")},
        {QStringLiteral("droplets"), QStringLiteral("droplet")},
        {QStringLiteral("firewalls"), QStringLiteral("firewall")},
        {QStringLiteral("tags"), QStringLiteral("tag")},
        {QStringLiteral("projects"), QStringLiteral("project")},
        {QStringLiteral("kubernetes"), QStringLiteral("kubernetes")},
        {QStringLiteral("actions"), QStringLiteral("actions")},
    };
    if (parts.value(1) == QLatin1String("account"))
        return parts.value(2) == QLatin1String("keys") ? QStringLiteral("ssh_key") : QStringLiteral("account");
    return names.value(parts.value(1));
}

QString verbOf(const QByteArray &method) {
    if (method == "GET")
        return QStringLiteral("read");
    if (method == "POST")
        return QStringLiteral("create");
    if (method == "DELETE")
        return QStringLiteral("delete");
    return QStringLiteral("update");
}

} // namespace

QStringList scopesFor(const QByteArray &method, const QString &path) {
    const QStringList parts = path.section(QLatin1Char('?'), 0, 0).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.value(0) != QLatin1String("v2"))
        return {};
    if (parts.value(1) == QLatin1String("sizes"))
        return {QStringLiteral("sizes:read"), QStringLiteral("regions:read")};
    const QString resource = resourceOf(parts), last = parts.last();
    if (resource.isEmpty())
        return {};
    if (last == QLatin1String("credentials") || last == QLatin1String("kubeconfig"))
        return {QStringLiteral("kubernetes:access_cluster")};
    // Below a droplet or a firewall a POST or DELETE changes the parent.
    const bool below = parts.size() > 3;
    if (below && method != "GET" && (resource == QLatin1String("droplet") || resource == QLatin1String("firewall")))
        return {resource + QStringLiteral(":update")};
    if (below && method == "POST" && resource == QLatin1String("project"))
        return {QStringLiteral("project:assign_resource")};
    return {resource + QLatin1Char(':') + verbOf(method)};
}

QStringList requiredScopes() {
    return QStringLiteral("account:read regions:read sizes:read actions:read image:read "
                          "ssh_key:read ssh_key:create ssh_key:delete "
                          "vpc:read vpc:create vpc:delete "
                          "nat_gateway:read nat_gateway:create nat_gateway:delete "
                          "kubernetes:read kubernetes:create kubernetes:delete kubernetes:access_cluster "
                          "droplet:read droplet:create droplet:delete "
                          "firewall:read firewall:create firewall:delete "
                          "tag:read tag:create tag:delete")
        .split(QLatin1Char(' '));
}

QStringList optionalScopes() {
    return QStringLiteral(
               "nat_gateway:update kubernetes:update firewall:update "
               "project:read project:assign_resource load_balancer:read load_balancer:delete "
               "block_storage:read block_storage:delete block_storage_snapshot:read block_storage_snapshot:delete")
        .split(QLatin1Char(' '));
}

} // namespace sluice::digitalocean
