#include "core/base/redact.h"
#include "core/base/words.h"
#include "core/digitalocean/reader.h"

#include <QUrl>
#include <algorithm>

namespace sluice::digitalocean::clusters {

namespace {

QString pathOf(const QString &id) {
    return QStringLiteral("/v2/kubernetes/clusters/") + segment(id);
}

ClusterState stateOf(const QString &raw) {
    const QString word = raw.toLower();
    if (word == QLatin1String("running") || word == QLatin1String("upgrading"))
        return ClusterState::Running; // an upgrading cluster serves
    if (word == QLatin1String("degraded"))
        return ClusterState::Degraded;
    if (word == QLatin1String("error") || word == QLatin1String("invalid"))
        return ClusterState::Failed;
    if (word == QLatin1String("deleting") || word == QLatin1String("deleted"))
        return ClusterState::Deleting;
    return ClusterState::Pending;
}

Cluster read(const Reader &in) {
    const Reader status = in.optionalObject("status");
    Cluster cluster{.id = in.text("id"),
                    .name = in.text("name"),
                    .region = in.optionalText("region"),
                    .version = in.optionalText("version"),
                    .vpcId = in.optionalText("vpc_uuid"),
                    .clusterSubnet = in.optionalText("cluster_subnet"),
                    .serviceSubnet = in.optionalText("service_subnet"),
                    .endpoint = in.optionalText("endpoint"),
                    .rawState = status.optionalText("state"),
                    .stateMessage = status.optionalText("message"),
                    .ha = in.optionalFlag("ha"),
                    .routingAgent = in.optionalObject("routing_agent").optionalFlag("enabled"),
                    .tags = in.optionalTexts("tags"),
                    .createdAt = in.optionalText("created_at")};
    cluster.state = stateOf(cluster.rawState);
    for (const Reader &pool : in.optionalList("node_pools")) {
        ClusterPool read{.id = pool.optionalText("id"),
                         .name = pool.optionalText("name"),
                         .count = static_cast<int>(pool.optionalInteger("count")),
                         .autoScale = pool.optionalFlag("auto_scale"),
                         .raw = pool.raw()};
        for (const Reader &node : pool.optionalList("nodes")) {
            cluster.nodes << ClusterNode{.id = node.optionalText("id"),
                                         .name = node.optionalText("name"),
                                         .state = node.optionalObject("status").optionalText("state"),
                                         .dropletId = node.optionalText("droplet_id")};
            read.running += cluster.nodes.last().state == QLatin1String("running") ? 1 : 0;
        }
        cluster.pools << read;
    }
    return cluster;
}

bool isVisibleAscii(const QString &text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > QLatin1Char(' ') && c <= QLatin1Char('~'); });
}

QStringList slugs(const QList<Reader> &items) {
    QStringList list;
    for (const Reader &item : items)
        list << item.text("slug");
    return list;
}

} // namespace

HttpRequest options() {
    return HttpRequest::get(QStringLiteral("/v2/kubernetes/options"));
}

HttpRequest create(const Create &spec) {
    Json body = {{"name", spec.name.toStdString()},
                 {"region", spec.region.toStdString()},
                 {"version", spec.version.toStdString()},
                 {"vpc_uuid", spec.vpcId.toStdString()},
                 {"ha", spec.ha}, // omitted means true, for money, from DOKS 1.36 on
                 {"routing_agent", {{"enabled", spec.routingAgent}}},
                 {"auto_upgrade", false},
                 {"surge_upgrade", true},
                 {"tags", toJson(spec.tags)},
                 {"node_pools", Json::array({{{"name", spec.poolName.toStdString()},
                                              {"size", spec.poolSize.toStdString()},
                                              {"count", spec.poolCount},
                                              {"tags", toJson(spec.tags)}}})}};
    if (!spec.clusterSubnet.isEmpty())
        body["cluster_subnet"] = spec.clusterSubnet.toStdString();
    if (!spec.serviceSubnet.isEmpty())
        body["service_subnet"] = spec.serviceSubnet.toStdString();
    return HttpRequest::post(QStringLiteral("/v2/kubernetes/clusters"), body);
}

HttpRequest resizePool(const QString &id, const ClusterPool &pool, int count) {
    Json body = {{"name", pool.name.toStdString()}, {"count", count}};
    for (const char *key : {"tags", "labels", "taints", "auto_scale", "min_nodes", "max_nodes"}) {
        const auto value = pool.raw.find(key);
        if (value != pool.raw.end() && !value->is_null())
            body[key] = *value;
    }
    return HttpRequest::put(pathOf(id) + QStringLiteral("/node_pools/") + segment(pool.id), body);
}

HttpRequest get(const QString &id) {
    return HttpRequest::get(pathOf(id));
}

HttpRequest list() {
    return HttpRequest::get(QStringLiteral("/v2/kubernetes/clusters?per_page=200"));
}

HttpRequest destroy(const QString &id) {
    return HttpRequest::destroy(pathOf(id));
}

HttpRequest credentials(const QString &id, int expirySeconds) {
    return HttpRequest::get(pathOf(id) + QStringLiteral("/credentials?expiry_seconds=%1").arg(expirySeconds));
}

HttpRequest kubeconfig(const QString &id, int expirySeconds) {
    return HttpRequest::get(pathOf(id) + QStringLiteral("/kubeconfig?expiry_seconds=%1").arg(expirySeconds));
}

HttpRequest associatedResources(const QString &id) {
    return HttpRequest::get(pathOf(id) + QStringLiteral("/destroy_with_associated_resources"));
}

HttpRequest destroySelective(const QString &id, const QList<AssociatedResource> &with) {
    Json body = {{"load_balancers", Json::array()}, {"volumes", Json::array()}, {"volume_snapshots", Json::array()}};
    for (const AssociatedResource &item : with)
        body[(item.kind + QLatin1Char('s')).toStdString()].push_back(item.id.toStdString());
    HttpRequest request =
        HttpRequest::destroy(pathOf(id) + QStringLiteral("/destroy_with_associated_resources/selective"));
    request.body = toJsonText(body);
    return request;
}

Result<KubernetesOptions> parseOptions(const Json &reply) {
    return parseOne<KubernetesOptions>(reply, "options", [](const Reader &in) {
        KubernetesOptions options{
            .regions = slugs(in.list("regions")), .versions = {}, .sizes = slugs(in.list("sizes"))};
        for (const Reader &version : in.list("versions"))
            options.versions << KubernetesVersion{.slug = version.text("slug"),
                                                  .kubernetesVersion = version.optionalText("kubernetes_version")};
        return options;
    });
}

Result<Cluster> parse(const Json &reply) {
    // The official document's example of the create reply has the plural. A cluster that was paid for must not be lost
    // by that.
    const bool plural =
        reply.is_object() && !reply.contains("kubernetes_cluster") && reply.contains("kubernetes_clusters");
    return parseOne<Cluster>(reply, plural ? "kubernetes_clusters" : "kubernetes_cluster", read);
}

Result<Page<Cluster>> parseList(const Json &reply) {
    return parsePage<Cluster>(reply, "kubernetes_clusters", read);
}

Result<ClusterCredentials> parseCredentials(const Json &reply) {
    const Reader in(reply);
    ClusterCredentials credentials{.server = in.text("server"),
                                   .certificateAuthority =
                                       QByteArray::fromBase64(in.text("certificate_authority_data").toLatin1()),
                                   .token = in.text("token"),
                                   .expiresAt = QDateTime::fromString(in.optionalText("expires_at"), Qt::ISODate)};
    registerSecret(credentials.token);
    if (in.failed())
        return in.error();
    if (credentials.certificateAuthority.isEmpty() || credentials.token.isEmpty())
        return Error{.code = ErrorCode::Malformed,
                     .message = CloudWords::tr("The cluster's credentials hold no certificate authority or no token.")};
    // The token goes into a header and both into a file that another program reads: only what such texts are made of.
    const QUrl server(credentials.server, QUrl::StrictMode);
    if (!isVisibleAscii(credentials.token) || !isVisibleAscii(credentials.server) || !server.isValid() ||
        server.scheme() != QLatin1String("https") || server.host().isEmpty())
        return Error{.code = ErrorCode::Malformed,
                     .message =
                         CloudWords::tr("The cluster's credentials name no https server, or their token is none.")};
    return credentials;
}

Result<QList<AssociatedResource>> parseAssociated(const Json &reply) {
    const Reader in(reply);
    QList<AssociatedResource> found;
    for (const char *kind : {"load_balancer", "volume", "volume_snapshot"}) {
        for (const Reader &item : in.optionalList((QByteArray(kind) + 's').constData()))
            found << AssociatedResource{
                .kind = QString::fromLatin1(kind), .id = item.text("id"), .name = item.optionalText("name")};
    }
    if (in.failed())
        return in.error();
    return found;
}

} // namespace sluice::digitalocean::clusters
