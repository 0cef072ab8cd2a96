#include "core/sandbox/api/call.h"
#include "core/sandbox/api/shared.h"

namespace sluice::sandbox {

namespace {

QStringList allUrns(const World &world) {
    QStringList urns;
    for (const Droplet &droplet : world.droplets)
        urns << QStringLiteral("do:droplet:%1").arg(droplet.id);
    for (const Cluster &cluster : world.clusters)
        urns << QStringLiteral("do:kubernetes:") + cluster.id;
    for (const Vpc &vpc : world.vpcs)
        urns << QStringLiteral("do:vpc:") + vpc.id;
    return urns;
}

QString resolve(Call &call) {
    const QString id = call.args.value(0);
    return id.isEmpty() || id == QLatin1String("default") ? defaultProject(call.world) : id;
}

Reply one(Call &call) {
    const auto project = call.world.projects.constFind(resolve(call));
    return project == call.world.projects.constEnd() ? notFound() : Reply{.body = {{"project", *project}}};
}

Reply list(Call &call) {
    defaultProject(call.world);
    Json items = Json::array();
    for (const Json &project : std::as_const(call.world.projects))
        items.push_back(project);
    return paged(call, "projects", items);
}

Json resourceJson(const World &world, const QString &urn, const char *status) {
    return {{"urn", urn.toStdString()},
            {"assigned_at", iso(world.clock->now()).toStdString()},
            {"links", {{"self", "https://api.digitalocean.com/v2/" + urn.section(QLatin1Char(':'), 1).toStdString()}}},
            {"status", status}};
}

Reply resources(Call &call) {
    const QString project = resolve(call), fallback = defaultProject(call.world);
    if (!call.world.projects.contains(project))
        return notFound();
    Json items = Json::array();
    for (const QString &urn : allUrns(call.world)) {
        if (call.world.projectOf.value(urn, fallback) == project)
            items.push_back(resourceJson(call.world, urn, "ok"));
    }
    return paged(call, "resources", items);
}

Reply assign(Call &call) {
    const QString project = resolve(call);
    if (!call.world.projects.contains(project))
        return notFound();
    QStringList urns;
    if (!readTexts(call.body, "resources", &urns))
        return unprocessable(QStringLiteral("resources must be a list of URNs"));
    const QStringList known = allUrns(call.world);
    Json items = Json::array();
    for (const QString &urn : std::as_const(urns)) {
        if (!known.contains(urn)) {
            items.push_back(resourceJson(call.world, urn, "not_found"));
            continue;
        }
        const bool already = call.world.projectOf.value(urn, defaultProject(call.world)) == project;
        call.world.projectOf.insert(urn, project);
        items.push_back(resourceJson(call.world, urn, already ? "already_assigned" : "assigned"));
    }
    return {.body = {{"resources", items}}};
}

} // namespace

QString defaultProject(World &world) {
    for (auto it = world.projects.constBegin(); it != world.projects.constEnd(); ++it) {
        if (jsonBool(*it, "is_default"))
            return it.key();
    }
    const QString id = world.uuid();
    const std::string now = iso(world.clock->now()).toStdString();
    world.projects.insert(id, Json{{"id", id.toStdString()},
                                   {"owner_uuid", "5df3e300-4a17-4e24-b7c2-0ca6c9fc25b7"},
                                   {"owner_id", 258992},
                                   {"name", "first-project"},
                                   {"description", "The default project"},
                                   {"purpose", "Just trying out DigitalOcean"},
                                   {"environment", "Development"},
                                   {"is_default", true},
                                   {"created_at", now},
                                   {"updated_at", now}});
    return id;
}

void installProjects(Router &router) {
    const QString all = QStringLiteral("/v2/projects");
    const QString read = QStringLiteral("project:read");
    router.add("GET", all, read, list);
    router.add("GET", all + QStringLiteral("/{}"), read, one);
    router.add("GET", all + QStringLiteral("/{}/resources"), read, resources);
    router.add("POST", all + QStringLiteral("/{}/resources"), QStringLiteral("project:assign_resource"), assign);
}

} // namespace sluice::sandbox
