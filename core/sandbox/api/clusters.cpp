#include "core/sandbox/api/call.h"
#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/cluster_json.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

/// The slug for a slug, a minor version or "latest"; empty when there is none.
QString resolveVersion(const QString &asked) {
    for (const Json &version : kubernetesVersions()) {
        const QString slug = jsonString(version, "slug");
        if (asked == QLatin1String("latest") || asked == slug || slug.startsWith(asked + QLatin1Char('.')))
            return slug;
    }
    return {};
}

bool atLeast136(const QString &version) {
    return version.section(QLatin1Char('.'), 0, 0).toInt() > 1 || version.section(QLatin1Char('.'), 1, 1).toInt() >= 36;
}

/// Both subnets or neither; problems as text.
QString readSubnets(const World &world, const Json &body, Cluster *cluster) {
    const QString pods = jsonString(body, "cluster_subnet"), services = jsonString(body, "service_subnet");
    if (pods.isEmpty() != services.isEmpty())
        return QStringLiteral("cluster_subnet and service_subnet must be given together");
    if (pods.isEmpty()) {
        cluster->clusterSubnet = Cidr(Ipv4(0x0AF40000u), 16); // 10.244.0.0/16
        cluster->serviceSubnet = Cidr(Ipv4(0x0AF50000u), 16); // 10.245.0.0/16
        return {};
    }
    const auto podRange = Cidr::parse(pods), serviceRange = Cidr::parse(services);
    if (!podRange || !serviceRange || !podRange->isPrivate() || !serviceRange->isPrivate())
        return QStringLiteral("cluster_subnet and service_subnet must be private networks in CIDR notation");
    if (podRange->prefix() > 25 || serviceRange->prefix() > 28)
        return QStringLiteral("cluster_subnet or service_subnet is too small");
    if (podRange->overlaps(*serviceRange))
        return QStringLiteral("cluster_subnet and service_subnet overlap");
    for (const Cidr &range : {*podRange, *serviceRange}) {
        for (const Vpc &vpc : world.vpcs) {
            if (vpc.range.overlaps(range))
                return QStringLiteral("subnet %1 overlaps with VPC %2").arg(range.toString(), vpc.name);
        }
        for (const Cidr &reserved : reservedRanges(cluster->region)) {
            if (reserved.overlaps(range))
                return QStringLiteral("subnet %1 overlaps with the reserved range %2")
                    .arg(range.toString(), reserved.toString());
        }
        for (const Cluster &other : world.clusters) {
            if (other.clusterSubnet.overlaps(range) || other.serviceSubnet.overlaps(range))
                return QStringLiteral("subnet %1 overlaps with cluster %2").arg(range.toString(), other.name);
        }
    }
    cluster->clusterSubnet = *podRange;
    cluster->serviceSubnet = *serviceRange;
    return {};
}

QString readTags(const Json &body, Cluster *cluster) {
    QStringList tags;
    if (!readTexts(body, "tags", &tags))
        return QStringLiteral("tags must be a list of names");
    for (const QString &tag : std::as_const(tags)) {
        if (!isTagName(tag))
            return QStringLiteral("tag %1 is not valid").arg(tag);
        if (tag.startsWith(QLatin1String("k8s:")) && !cluster->tags.contains(tag))
            return QStringLiteral("tags with the prefix k8s: are reserved");
    }
    cluster->tags = QStringList{QStringLiteral("k8s"), QStringLiteral("k8s:") + cluster->id} + tags;
    cluster->tags.removeDuplicates();
    return {};
}

bool hasDefaultNat(const World &world, const QString &vpcId) {
    for (const NatGateway &gateway : world.natGateways) {
        if (gateway.vpcId == vpcId && gateway.defaultGateway && gateway.state == QLatin1String("ACTIVE"))
            return true;
    }
    return false;
}

Reply create(Call &call) {
    World &world = call.world;
    static const QRegularExpression pattern(QStringLiteral("^[a-z][a-z0-9-]{0,62}$"));
    Cluster cluster{
        .id = world.uuid(), .name = jsonString(call.body, "name"), .region = jsonString(call.body, "region")};
    if (!pattern.match(cluster.name).hasMatch())
        return unprocessable(QStringLiteral(
            "validation error: name must start with a letter and hold lower-case letters, digits and dashes"));
    for (const Cluster &other : std::as_const(world.clusters)) {
        if (other.name == cluster.name)
            return unprocessable(QStringLiteral("a cluster with this name already exists"));
    }
    if (!kubernetesRegions().contains(cluster.region))
        return unprocessable(QStringLiteral("validation error: invalid region slug"));
    cluster.version = resolveVersion(jsonString(call.body, "version"));
    if (cluster.version.isEmpty())
        return unprocessable(QStringLiteral("validation error: invalid version slug"));
    cluster.vpcId = jsonString(call.body, "vpc_uuid");
    if (cluster.vpcId.isEmpty())
        cluster.vpcId = defaultVpc(world, cluster.region);
    const auto vpc = world.vpcs.constFind(cluster.vpcId);
    if (vpc == world.vpcs.constEnd())
        return notFound(QStringLiteral("vpc not found"));
    if (vpc->region != cluster.region)
        return unprocessable(QStringLiteral("validation error: the vpc is not in the cluster's region"));
    QString problem = readSubnets(world, call.body, &cluster);
    if (problem.isEmpty())
        problem = readTags(call.body, &cluster);
    if (!problem.isEmpty())
        return unprocessable(QStringLiteral("validation error: ") + problem);
    cluster.isolatedWorkers = jsonBool(call.body, "isolated_workers");
    if (cluster.isolatedWorkers && (!atLeast136(cluster.version) || !hasDefaultNat(world, cluster.vpcId)))
        return unprocessable(
            QStringLiteral("isolated workers need Kubernetes 1.36 and a default NAT gateway in the VPC"));
    // From 1.36 on the platform turns high availability on (and bills it) when the field is left out.
    cluster.ha = jsonBool(call.body, "ha", atLeast136(cluster.version));
    cluster.autoUpgrade = jsonBool(call.body, "auto_upgrade");
    cluster.surgeUpgrade = jsonBool(call.body, "surge_upgrade");
    cluster.routingAgent = jsonBool(jsonMember(call.body, "routing_agent"), "enabled");

    const Json &pools = jsonMember(call.body, "node_pools");
    if (!pools.is_array() || pools.empty())
        return unprocessable(QStringLiteral("validation error: at least one node pool is required"));
    qsizetype nodes = 0;
    for (const Json &body : pools) {
        NodePool pool;
        problem = readPool(world, body, cluster, &pool);
        if (!problem.isEmpty())
            return unprocessable(QStringLiteral("validation error: ") + problem);
        nodes += pool.count;
        cluster.pools << pool;
    }
    if (exceedsDropletLimit(world, nodes))
        return unprocessable(QStringLiteral("creating this cluster will exceed your droplet limit"));
    for (NodePool &pool : cluster.pools)
        resizePool(world, cluster, pool, pool.count);
    cluster.state = QStringLiteral("provisioning");
    cluster.createdAt = cluster.updatedAt = world.clock->now();
    keepTags(world, cluster.tags);
    world.clusters.insert(cluster.id, cluster);
    // The workers are the last thing the platform makes; until then their droplet ids are empty.
    const double running = world.latency(QStringLiteral("cluster.running"));
    const double workers = std::max(0.0, running - world.latency(QStringLiteral("droplet.active")) - 20) / 2;
    world.schedule(Clock::Duration(static_cast<qint64>(workers * 1000)), QStringLiteral("cluster.nodes"), cluster.id);
    world.schedule(QStringLiteral("cluster.running"), QStringLiteral("cluster.running"), cluster.id);
    return {.status = 201, .body = {{"kubernetes_cluster", clusterJson(cluster)}}};
}

Reply list(Call &call) {
    Json items = Json::array();
    for (const Cluster &cluster : std::as_const(call.world.clusters))
        items.push_back(clusterJson(cluster));
    return paged(call, "kubernetes_clusters", items);
}

void startDelete(World &world, Cluster &cluster) {
    if (cluster.state == QLatin1String("deleting"))
        return;
    cluster.state = QStringLiteral("deleting");
    cluster.updatedAt = world.clock->now();
    for (NodePool &pool : cluster.pools) {
        for (Node &node : pool.nodes)
            node.state = QStringLiteral("deleting");
    }
    world.schedule(QStringLiteral("cluster.deleting"), QStringLiteral("cluster.gone"), cluster.id);
}

Reply one(Call &call) {
    const auto cluster = call.world.clusters.find(call.args.value(0));
    if (cluster == call.world.clusters.end())
        return notFound();
    if (call.request.method == "DELETE") {
        startDelete(call.world, *cluster);
        return {.status = 204};
    }
    if (call.request.method == "PUT") {
        if (jsonString(call.body, "name").isEmpty())
            return unprocessable(QStringLiteral("validation error: name is required"));
        if (cluster->ha && call.body.contains("ha") && !jsonBool(call.body, "ha"))
            return unprocessable(QStringLiteral("validation error: high availability cannot be turned off"));
        if (call.body.contains("tags")) {
            if (const QString problem = readTags(call.body, &*cluster); !problem.isEmpty())
                return unprocessable(QStringLiteral("validation error: ") + problem);
        }
        cluster->name = jsonString(call.body, "name");
        cluster->ha = jsonBool(call.body, "ha", cluster->ha);
        cluster->autoUpgrade = jsonBool(call.body, "auto_upgrade", cluster->autoUpgrade);
        cluster->surgeUpgrade = jsonBool(call.body, "surge_upgrade", cluster->surgeUpgrade);
        if (call.body.contains("routing_agent"))
            cluster->routingAgent = jsonBool(jsonMember(call.body, "routing_agent"), "enabled");
        cluster->updatedAt = call.world.clock->now();
        return {.status = 202, .body = {{"kubernetes_cluster", clusterJson(*cluster)}}};
    }
    return {.body = {{"kubernetes_cluster", clusterJson(*cluster)}}};
}

Json associatedJson(const World &world, const QString &clusterId) {
    Json body = {{"load_balancers", Json::array()}, {"volumes", Json::array()}, {"volume_snapshots", Json::array()}};
    for (const Extra &extra : world.extras) {
        if (extra.clusterId == clusterId)
            body[extra.kind.toStdString() + "s"].push_back(
                {{"id", extra.id.toStdString()}, {"name", extra.name.toStdString()}});
    }
    return body;
}

Reply destroyWith(Call &call, bool everything) {
    const auto cluster = call.world.clusters.find(call.args.value(0));
    if (cluster == call.world.clusters.end())
        return notFound();
    const Json had = associatedJson(call.world, cluster->id);
    for (const auto &[kind, items] : had.items()) {
        const QStringList chosen = jsonStringList(call.body, kind.c_str());
        for (const Json &item : items) {
            if (everything || chosen.contains(jsonString(item, "id")))
                call.world.extras.remove(jsonString(item, "id"));
        }
    }
    startDelete(call.world, *cluster);
    return {.status = 204};
}

/// Server, CA and a fresh token; status 200 when it has them.
Reply access(Call &call, QString *server, QByteArray *ca, QString *token, QDateTime *expires) {
    const auto cluster = call.world.clusters.constFind(call.args.value(0));
    if (cluster == call.world.clusters.constEnd())
        return notFound();
    if (cluster->endpoint.isEmpty())
        return conflict(QStringLiteral("cluster is not yet running"));
    const int seconds = call.request.queryValue(QStringLiteral("expiry_seconds"), QStringLiteral("0")).toInt();
    const int life = seconds > 0 ? seconds : 7 * 24 * 3600;
    *server = cluster->endpoint;
    *expires = call.world.clock->now().addSecs(life);
    if (call.hooks.kubernetes) {
        *ca = call.hooks.kubernetes->caPem(cluster->id);
        *token = call.hooks.kubernetes->issueToken(cluster->id, life, expires);
    } else {
        return fail(503, "service_unavailable", QStringLiteral("no Kubernetes API server is available"));
    }
    return {};
}

Reply credentials(Call &call) {
    QString server, token;
    QByteArray ca;
    QDateTime expires;
    if (const Reply refused = access(call, &server, &ca, &token, &expires); refused.status != 200)
        return refused;
    return {.body = {{"server", server.toStdString()},
                     {"certificate_authority_data", ca.toBase64().toStdString()},
                     {"client_certificate_data", nullptr},
                     {"client_key_data", nullptr},
                     {"token", token.toStdString()},
                     {"expires_at", iso(expires).toStdString()}}};
}

Reply kubeconfig(Call &call) {
    QString server, token;
    QByteArray ca;
    QDateTime expires;
    if (const Reply refused = access(call, &server, &ca, &token, &expires); refused.status != 200)
        return refused;
    const Cluster cluster = call.world.clusters.value(call.args.value(0));
    const QString name = QStringLiteral("do-%1-%2").arg(cluster.region, cluster.name);
    const QString text =
        QStringLiteral("apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    certificate-authority-data: %1\n"
                       "    server: %2\n  name: %3\ncontexts:\n- context:\n    cluster: %3\n    user: %3-admin\n"
                       "  name: %3\ncurrent-context: %3\npreferences: {}\nusers:\n- name: %3-admin\n  user:\n"
                       "    token: %4\n")
            .arg(QString::fromLatin1(ca.toBase64()), server, name, token);
    return {.raw = text.toUtf8(), .rawType = "application/yaml"};
}

Reply options(Call &) {
    Json regions = Json::array(), sizes = Json::array();
    for (const QString &slug : kubernetesRegions())
        regions.push_back(
            {{"name", jsonString(*regionBySlug(slug), "name").toStdString()}, {"slug", slug.toStdString()}});
    for (const QString &slug : kubernetesSizes())
        sizes.push_back({{"name", slug.toStdString()}, {"slug", slug.toStdString()}});
    return {.body = {{"options", {{"regions", regions}, {"versions", kubernetesVersions()}, {"sizes", sizes}}}}};
}

Reply statusMessages(Call &call) {
    const auto cluster = call.world.clusters.constFind(call.args.value(0));
    if (cluster == call.world.clusters.constEnd())
        return notFound();
    Json messages = Json::array();
    if (!cluster->message.isEmpty())
        messages.push_back(
            {{"message", cluster->message.toStdString()}, {"timestamp", iso(cluster->updatedAt).toStdString()}});
    return {.body = {{"messages", messages}}};
}

Reply upgrades(Call &call) {
    const auto cluster = call.world.clusters.constFind(call.args.value(0));
    if (cluster == call.world.clusters.constEnd())
        return notFound();
    Json versions = Json::array();
    for (const Json &version : kubernetesVersions()) {
        if (jsonString(version, "slug") == cluster->version)
            break;
        versions.push_back(version);
    }
    return {.body = {{"available_upgrade_versions", versions}}};
}

void becomeRunning(World &world, Hooks &hooks, const QString &id) {
    auto cluster = world.clusters.find(id);
    if (cluster == world.clusters.end() || cluster->state == QLatin1String("deleting"))
        return;
    cluster->updatedAt = world.clock->now();
    const QString outcome = world.switches.value(QStringLiteral("cluster:outcome"), QStringLiteral("running"));
    cluster->state = outcome;
    if (outcome == QLatin1String("error")) {
        cluster->message = QStringLiteral("The control plane could not be created.");
        return;
    }
    startNodes(world, *cluster);
    for (NodePool &pool : cluster->pools) {
        for (Node &node : pool.nodes) {
            if (world.droplets.value(node.dropletId).status == QLatin1String("active"))
                node.state = QStringLiteral("running");
        }
    }
    cluster->runningAt = world.elapsed();
    if (hooks.kubernetes)
        cluster->endpoint = hooks.kubernetes->serve(id).toString();
    Q_EMIT world.clusterRunning(id);
}

void clusterGone(World &world, Hooks &hooks, const QString &id) {
    if (!world.clusters.contains(id))
        return;
    const Cluster cluster = world.clusters.take(id);
    // The cluster's own answer is 404 now; its workers and with them the VPC's members live on for a while.
    for (const NodePool &pool : cluster.pools) {
        for (const Node &node : pool.nodes)
            world.schedule(QStringLiteral("cluster.nodes_linger"), QStringLiteral("droplet.delete"),
                           QString::number(node.dropletId));
    }
    leaveVpc(world, cluster.vpcId, QStringLiteral("do:kubernetes:") + id, cluster.name, cluster.createdAt);
    if (hooks.kubernetes)
        hooks.kubernetes->stop(id);
    world.kube.remove(id);
    Q_EMIT world.clusterGone(id);
}

} // namespace

Json poolJson(const NodePool &pool) {
    Json nodes = Json::array();
    for (const Node &node : pool.nodes) {
        nodes.push_back(
            {{"id", node.id.toStdString()},
             {"name",
              node.state == QLatin1String("provisioning") && node.dropletId == 0 ? "" : node.name.toStdString()},
             {"status", {{"state", node.state.toStdString()}}},
             {"droplet_id", node.dropletId ? std::to_string(node.dropletId) : std::string()},
             {"created_at", iso(node.createdAt).toStdString()},
             {"updated_at", iso(node.createdAt).toStdString()}});
    }
    return {{"id", pool.id.toStdString()},
            {"name", pool.name.toStdString()},
            {"size", pool.size.toStdString()},
            {"count", pool.count},
            {"tags", sluice::toJson(pool.tags)},
            {"labels", pool.labels},
            {"taints", pool.taints},
            {"auto_scale", pool.autoScale},
            {"min_nodes", pool.minNodes},
            {"max_nodes", pool.maxNodes},
            {"nodes", nodes}};
}

Json clusterJson(const Cluster &cluster) {
    Json pools = Json::array();
    for (const NodePool &pool : cluster.pools)
        pools.push_back(poolJson(pool));
    return {{"id", cluster.id.toStdString()},
            {"name", cluster.name.toStdString()},
            {"region", cluster.region.toStdString()},
            {"version", cluster.version.toStdString()},
            {"cluster_subnet", cluster.clusterSubnet.toString().toStdString()},
            {"service_subnet", cluster.serviceSubnet.toString().toStdString()},
            {"vpc_uuid", cluster.vpcId.toStdString()},
            {"ipv4", cluster.endpoint.isEmpty() ? "" : "127.0.0.1"},
            {"endpoint", cluster.endpoint.toStdString()},
            {"tags", sluice::toJson(cluster.tags)},
            {"node_pools", pools},
            {"maintenance_policy", {{"start_time", "12:00"}, {"duration", "4h0m0s"}, {"day", "any"}}},
            {"auto_upgrade", cluster.autoUpgrade},
            {"isolated_workers", cluster.isolatedWorkers},
            {"status", {{"state", cluster.state.toStdString()}, {"message", cluster.message.toStdString()}}},
            {"created_at", iso(cluster.createdAt).toStdString()},
            {"updated_at", iso(cluster.updatedAt).toStdString()},
            {"surge_upgrade", cluster.surgeUpgrade},
            {"ha", cluster.ha},
            {"registry_enabled", false},
            {"control_plane_firewall", {{"enabled", false}, {"allowed_addresses", Json::array()}}},
            {"routing_agent", {{"enabled", cluster.routingAgent}}}};
}

void installClusters(Router &router, World &world, Hooks &hooks) {
    const QString all = QStringLiteral("/v2/kubernetes/clusters"), each = all + QStringLiteral("/{}");
    const QString read = QStringLiteral("kubernetes:read"), destroy = QStringLiteral("kubernetes:delete");
    const QString with = each + QStringLiteral("/destroy_with_associated_resources");
    router.add("GET", QStringLiteral("/v2/kubernetes/options"), read, options);
    router.add("POST", all, QStringLiteral("kubernetes:create"), create);
    router.add("GET", all, read, list);
    router.add("GET", each, read, one);
    router.add("PUT", each, QStringLiteral("kubernetes:update"), one);
    router.add("DELETE", each, destroy, one);
    router.add("GET", each + QStringLiteral("/credentials"), QStringLiteral("kubernetes:access_cluster"), credentials);
    router.add("GET", each + QStringLiteral("/kubeconfig"), QStringLiteral("kubernetes:access_cluster"), kubeconfig);
    router.add("GET", each + QStringLiteral("/status_messages"), read, statusMessages);
    router.add("GET", each + QStringLiteral("/upgrades"), read, upgrades);
    router.add("GET", with, read, [](Call &call) {
        return call.world.clusters.contains(call.args.value(0))
                   ? Reply{.body = associatedJson(call.world, call.args.value(0))}
                   : notFound();
    });
    router.add("DELETE", with + QStringLiteral("/selective"), destroy,
               [](Call &call) { return destroyWith(call, false); });
    router.add("DELETE", with + QStringLiteral("/dangerous"), destroy,
               [](Call &call) { return destroyWith(call, true); });
    world.on(QStringLiteral("cluster.nodes"), [&world](const QString &id) {
        const auto cluster = world.clusters.find(id);
        if (cluster != world.clusters.end() && cluster->state == QLatin1String("provisioning"))
            startNodes(world, *cluster);
    });
    world.on(QStringLiteral("cluster.running"),
             [&world, &hooks](const QString &id) { becomeRunning(world, hooks, id); });
    world.on(QStringLiteral("cluster.gone"), [&world, &hooks](const QString &id) { clusterGone(world, hooks, id); });
}

} // namespace sluice::sandbox
