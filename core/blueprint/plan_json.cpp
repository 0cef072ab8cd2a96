#include "core/base/words.h"
#include "core/blueprint/plan.h"

namespace sluice::blueprint {

namespace {

constexpr int kMaxTemplateDepth = 32;

const QList<Role> &allRoles() {
    static const QList<Role> roles{
        Role::SshKey,          Role::Tag,          Role::BastionTag,   Role::PrivateTag,  Role::BastionFirewall,
        Role::PrivateFirewall, Role::Vpc,          Role::NatGateway,   Role::Cluster,     Role::Bastion,
        Role::Droplet,         Role::BastionReady, Role::DropletReady, Role::RouteServed, Role::Route};
    return roles;
}

Json lines(const auto &list) {
    Json array = Json::array();
    for (const auto &line : list)
        array.push_back({{"code", line.code.toStdString()}, {"message", line.message.toStdString()}});
    return array;
}

template <class Line>
QList<Line> readLines(const Json &plan, const char *key) {
    QList<Line> list;
    for (const Json &line : jsonMember(plan, key))
        list.append(Line{jsonString(line, "code"), jsonString(line, "message")});
    return list;
}

Json resourceJson(const PlannedResource &resource) {
    return {{"name", resource.name.toStdString()},
            {"kind", resource.kind.toStdString()},
            {"cloud_name", resource.cloudName.toStdString()},
            {"action", resource.action.toStdString()},
            {"depends_on", sluice::toJson(resource.dependsOn)},
            {"usd_per_month", resource.usdPerMonth},
            {"usd_per_hour", resource.usdPerHour},
            {"price_source", resource.priceSource.toStdString()},
            {"scopes", sluice::toJson(resource.scopes)},
            {"request", resource.request},
            {"expected_seconds", resource.expectedSeconds},
            {"deadline_seconds", static_cast<qint64>(resource.deadline.count())}};
}

Result<PlannedResource> readResource(const Json &json, const QStringList &before) {
    PlannedResource resource;
    resource.name = jsonString(json, "name");
    bool known = false;
    for (const Role role : allRoles()) {
        if (roleName(role) == resource.name) {
            resource.role = role;
            known = true;
        }
    }
    if (!known || before.contains(resource.name))
        return Error{
            .code = ErrorCode::Malformed,
            .message =
                BlueprintWords::tr("The plan has an unknown or repeated resource \"%1\".").arg(resource.name.left(64)),
            .remedy = BlueprintWords::tr("It was written by another version: use that version.")};
    resource.kind = jsonString(json, "kind");
    resource.cloudName = jsonString(json, "cloud_name");
    resource.action = jsonString(json, "action", QStringLiteral("create"));
    resource.dependsOn = jsonStringList(json, "depends_on");
    for (const QString &need : resource.dependsOn) {
        if (!before.contains(need))
            return Error{.code = ErrorCode::Malformed,
                         .message = BlueprintWords::tr("The plan's %1 needs %2, which does not come before it.")
                                        .arg(resource.name, need.left(64))};
    }
    resource.usdPerMonth = jsonDouble(json, "usd_per_month");
    resource.usdPerHour = jsonDouble(json, "usd_per_hour");
    resource.priceSource = jsonString(json, "price_source");
    resource.scopes = jsonStringList(json, "scopes");
    resource.request = json.contains("request") ? json.at("request") : Json();
    resource.expectedSeconds = static_cast<int>(jsonInt(json, "expected_seconds"));
    resource.deadline = std::chrono::seconds(jsonInt(json, "deadline_seconds", 900));
    return resource;
}

QString referenceOf(const Json &value) {
    return value.is_object() && value.size() == 1 ? jsonString(value, "$ref") : QString();
}

Json resolve(const Json &value, const QMap<QString, QString> &outputs, int depth) {
    const QString reference = referenceOf(value);
    if (!reference.isEmpty()) {
        const auto it = outputs.find(reference);
        if (it == outputs.end() || it->isEmpty())
            return value;
        bool number = false;
        const qint64 digits = it->toLongLong(&number);
        return number && QString::number(digits) == *it ? Json(digits) : sluice::toJson(*it);
    }
    if (depth > kMaxTemplateDepth || !value.is_structured())
        return value;
    Json copy = value;
    for (Json &member : copy)
        member = resolve(member, outputs, depth + 1);
    return copy;
}

void collect(const Json &value, QStringList &references, int depth) {
    const QString reference = referenceOf(value);
    if (!reference.isEmpty())
        references << reference;
    else if (depth <= kMaxTemplateDepth && value.is_structured()) {
        for (const Json &member : value)
            collect(member, references, depth + 1);
    }
}

} // namespace

Json resolveRequest(const Json &request, const QMap<QString, QString> &outputs) {
    return resolve(request, outputs, 0);
}

QStringList unresolvedReferences(const Json &request) {
    QStringList references;
    collect(request, references, 0);
    return references;
}

Json toJson(const Plan &plan) {
    Json resources = Json::array();
    for (const PlannedResource &resource : plan.resources)
        resources.push_back(resourceJson(resource));
    Json json = {{"deployment", plan.deployment.toStdString()},
                 {"deployment_id", plan.deploymentId.toStdString()},
                 {"blueprint", toJson(plan.blueprint)},
                 {"account",
                  {{"endpoint", plan.accountEndpoint.toStdString()},
                   {"team", plan.accountTeam.toStdString()},
                   {"uuid", plan.accountUuid.toStdString()}}},
                 {"resources", std::move(resources)},
                 {"warnings", lines(plan.warnings)},
                 {"consequences", lines(plan.consequences)},
                 {"scopes_needed", sluice::toJson(plan.scopesNeeded)},
                 {"scopes_probed", sluice::toJson(plan.scopesProbed)},
                 {"prices",
                  {{"nat_gateway_monthly", plan.prices.natGatewayMonthly},
                   {"ha_monthly", plan.prices.haMonthly},
                   {"transfer_per_gib", plan.prices.transferPerGib},
                   {"included_gib", plan.prices.includedGib},
                   {"as_of", plan.prices.asOf.toStdString()},
                   {"hours_per_month", plan.prices.hoursPerMonth}}},
                 {"usd_per_month", plan.usdPerMonth()},
                 {"usd_per_hour", plan.usdPerHour()},
                 {"created_at", plan.createdAt.toStdString()}};
    if (!plan.pendingChanges.isEmpty())
        json["pending_changes"] = sluice::toJson(plan.pendingChanges);
    return json;
}

Result<Plan> planFromJson(const Json &json) {
    if (!json.is_object() || !jsonMember(json, "resources").is_array() || jsonMember(json, "resources").empty())
        return Error{.code = ErrorCode::Malformed,
                     .message = BlueprintWords::tr("This is not a plan: it lists no resources.")};
    Plan plan;
    plan.deployment = jsonString(json, "deployment");
    plan.deploymentId = jsonString(json, "deployment_id");
    if (plan.deployment.isEmpty() || plan.deploymentId.isEmpty())
        return Error{.code = ErrorCode::Malformed,
                     .message = BlueprintWords::tr("The plan does not say which deployment it is for.")};
    const auto blueprint = fromJson(toJsonText(jsonMember(json, "blueprint")));
    if (!blueprint)
        return blueprint.error();
    plan.blueprint = *blueprint;
    const Json &account = jsonMember(json, "account");
    plan.accountEndpoint = jsonString(account, "endpoint");
    plan.accountTeam = jsonString(account, "team");
    plan.accountUuid = jsonString(account, "uuid");
    QStringList names;
    for (const Json &item : jsonMember(json, "resources")) {
        const auto resource = readResource(item, names);
        if (!resource)
            return resource.error();
        names << resource->name;
        plan.resources.append(*resource);
    }
    plan.warnings = readLines<Warning>(json, "warnings");
    plan.consequences = readLines<Consequence>(json, "consequences");
    plan.scopesNeeded = jsonStringList(json, "scopes_needed");
    plan.scopesProbed = jsonStringList(json, "scopes_probed");
    const Json &prices = jsonMember(json, "prices");
    plan.prices.natGatewayMonthly = jsonDouble(prices, "nat_gateway_monthly", plan.prices.natGatewayMonthly);
    plan.prices.haMonthly = jsonDouble(prices, "ha_monthly", plan.prices.haMonthly);
    plan.prices.transferPerGib = jsonDouble(prices, "transfer_per_gib", plan.prices.transferPerGib);
    plan.prices.includedGib = jsonDouble(prices, "included_gib", plan.prices.includedGib);
    plan.prices.asOf = jsonString(prices, "as_of", plan.prices.asOf);
    plan.prices.hoursPerMonth = jsonDouble(prices, "hours_per_month", plan.prices.hoursPerMonth);
    plan.createdAt = jsonString(json, "created_at");
    plan.pendingChanges = jsonStringList(json, "pending_changes");
    return plan;
}

} // namespace sluice::blueprint
