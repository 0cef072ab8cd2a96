#include "core/sandbox/api/call.h"
#include "core/sandbox/api/catalogue.h"
#include "core/sandbox/api/cluster_json.h"
#include "core/sandbox/api/shared.h"

#include <QRegularExpression>

namespace sluice::sandbox {

namespace {

constexpr int kMostNodes = 512;

NodePool *findPool(Cluster &cluster, const QString &id) {
    for (NodePool &pool : cluster.pools) {
        if (pool.id == id)
            return &pool;
    }
    return nullptr;
}

Reply list(Call &call) {
    const auto cluster = call.world.clusters.constFind(call.args.value(0));
    if (cluster == call.world.clusters.constEnd())
        return notFound();
    Json items = Json::array();
    for (const NodePool &pool : cluster->pools)
        items.push_back(poolJson(pool));
    return {.body = {{"node_pools", items}}};
}

Reply create(Call &call) {
    const auto cluster = call.world.clusters.find(call.args.value(0));
    if (cluster == call.world.clusters.end())
        return notFound();
    NodePool pool;
    if (const QString problem = readPool(call.world, call.body, *cluster, &pool); !problem.isEmpty())
        return unprocessable(problem);
    if (exceedsDropletLimit(call.world, pool.count))
        return unprocessable(QStringLiteral("creating this node pool will exceed your droplet limit"));
    resizePool(call.world, *cluster, pool, pool.count);
    cluster->pools << pool;
    startNodes(call.world, *cluster);
    return {.status = 201, .body = {{"node_pool", poolJson(cluster->pools.last())}}};
}

Reply one(Call &call) {
    const auto cluster = call.world.clusters.find(call.args.value(0));
    NodePool *pool = cluster == call.world.clusters.end() ? nullptr : findPool(*cluster, call.args.value(1));
    if (!pool)
        return notFound();
    if (call.request.method == "GET")
        return {.body = {{"node_pool", poolJson(*pool)}}};
    if (call.request.method == "DELETE") {
        if (cluster->pools.size() == 1)
            return unprocessable(QStringLiteral("a cluster must have at least one node pool"));
        resizePool(call.world, *cluster, *pool, 0);
        cluster->pools.removeIf([id = pool->id](const NodePool &p) { return p.id == id; });
        return {.status = 204};
    }
    const qint64 count = jsonInt(call.body, "count", pool->count);
    if (count < 1 || count > kMostNodes)
        return unprocessable(QStringLiteral("count must be between 1 and %1").arg(kMostNodes));
    if (count > pool->count && exceedsDropletLimit(call.world, count - pool->count))
        return unprocessable(QStringLiteral("resizing this node pool will exceed your droplet limit"));
    pool->name = jsonString(call.body, "name", pool->name);
    // A PUT replaces the whole (DIGITALOCEAN.md 1.1): what is not sent is gone.
    pool->labels = jsonMember(call.body, "labels").is_object() ? jsonMember(call.body, "labels") : Json::object();
    pool->taints = jsonMember(call.body, "taints");
    pool->autoScale = jsonBool(call.body, "auto_scale");
    pool->minNodes = static_cast<int>(jsonInt(call.body, "min_nodes"));
    pool->maxNodes = static_cast<int>(jsonInt(call.body, "max_nodes"));
    resizePool(call.world, *cluster, *pool, static_cast<int>(count));
    startNodes(call.world, *cluster);
    return {.status = 202, .body = {{"node_pool", poolJson(*pool)}}};
}

} // namespace

QString readPool(World &world, const Json &body, const Cluster &cluster, NodePool *pool) {
    static const QRegularExpression pattern(QStringLiteral("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"));
    pool->name = jsonString(body, "name");
    if (!pattern.match(pool->name).hasMatch())
        return QStringLiteral("node pool name is not valid");
    for (const NodePool &other : cluster.pools) {
        if (other.name == pool->name)
            return QStringLiteral("node pool names must be unique within the cluster");
    }
    pool->size = jsonString(body, "size");
    const Json *size = sizeBySlug(pool->size);
    if (!size || !kubernetesSizes().contains(pool->size) || !offers(*size, cluster.region))
        return QStringLiteral("invalid size slug %1").arg(pool->size);
    const qint64 count = jsonInt(body, "count", 0);
    if (count < 1 || count > kMostNodes)
        return QStringLiteral("node pool count must be between 1 and %1").arg(kMostNodes);
    pool->count = static_cast<int>(count);
    pool->autoScale = jsonBool(body, "auto_scale");
    pool->minNodes = static_cast<int>(jsonInt(body, "min_nodes"));
    pool->maxNodes = static_cast<int>(jsonInt(body, "max_nodes"));
    if (const Json &labels = jsonMember(body, "labels"); labels.is_object())
        pool->labels = labels;
    pool->taints = jsonMember(body, "taints");
    QStringList tags;
    if (!readTexts(body, "tags", &tags) ||
        !std::all_of(tags.cbegin(), tags.cend(), [](const QString &t) { return isTagName(t); }))
        return QStringLiteral("node pool tags are not valid");
    pool->id = world.uuid();
    pool->tags =
        QStringList{QStringLiteral("k8s"), QStringLiteral("k8s:") + cluster.id, QStringLiteral("k8s:worker")} + tags;
    pool->tags.removeDuplicates();
    return {};
}

void resizePool(World &world, const Cluster &cluster, NodePool &pool, int count) {
    Q_UNUSED(cluster);
    while (pool.nodes.size() > count) {
        removeDroplet(world, pool.nodes.last().dropletId);
        pool.nodes.removeLast();
    }
    while (pool.nodes.size() < count) {
        QString suffix;
        for (int i = 0; i < 5; ++i)
            suffix += QLatin1Char("bcdfghjklmnpqrstvwxz2456789"[world.random(27)]);
        pool.nodes << Node{.id = world.uuid(),
                           .name = pool.name + QLatin1Char('-') + suffix,
                           .state = QStringLiteral("provisioning"),
                           .createdAt = world.clock->now()};
    }
    pool.count = count;
}

void startNodes(World &world, Cluster &cluster) {
    for (NodePool &pool : cluster.pools) {
        for (Node &node : pool.nodes) {
            if (node.dropletId != 0)
                continue;
            Droplet droplet;
            droplet.name = node.name;
            droplet.region = cluster.region;
            droplet.size = pool.size;
            droplet.image = QStringLiteral("debian-12-x64");
            droplet.vpcId = cluster.vpcId;
            droplet.tags = pool.tags;
            droplet.clusterId = cluster.id;
            droplet.publicNetworking = !cluster.isolatedWorkers;
            node.dropletId = addDroplet(world, droplet).id;
        }
    }
}

void installNodePools(Router &router, World &world) {
    const QString all = QStringLiteral("/v2/kubernetes/clusters/{}/node_pools"), each = all + QStringLiteral("/{}");
    router.add("GET", all, QStringLiteral("kubernetes:read"), list);
    router.add("POST", all, QStringLiteral("kubernetes:create"), create);
    router.add("GET", each, QStringLiteral("kubernetes:read"), one);
    router.add("PUT", each, QStringLiteral("kubernetes:update"), one);
    router.add("DELETE", each, QStringLiteral("kubernetes:delete"), one);
    // A node of a running cluster runs with its droplet.
    QObject::connect(&world, &World::dropletActive, &world, [&world](qint64 id) {
        const auto cluster = world.clusters.find(world.droplets.value(id).clusterId);
        if (cluster == world.clusters.end() || cluster->runningAt.count() < 0)
            return;
        for (NodePool &pool : cluster->pools) {
            for (Node &node : pool.nodes) {
                if (node.dropletId == id)
                    node.state = QStringLiteral("running");
            }
        }
    });
}

} // namespace sluice::sandbox
