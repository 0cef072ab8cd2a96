#include "core/base/words.h"
#include "core/blueprint/rebuild.h"
#include "core/blueprint/resolve.h"
#include "core/blueprint/sketch.h"

#include <QRegularExpression>
#include <algorithm>

namespace sluice::blueprint {

namespace {

constexpr std::chrono::seconds kClockTolerance(60);

/// What the role alone decides: kind, scopes, typical time and deadline (seconds).
struct Traits {
    Role role;
    const char *kind;
    const char *scopes; ///< create scopes, space-separated
    int expected;
    int deadline;
};

constexpr Traits kTraits[] = {
    {Role::SshKey, "ssh_key", "ssh_key:create", 1, 60},
    {Role::Tag, "tag", "tag:create", 1, 60},
    {Role::BastionTag, "tag", "tag:create", 1, 60},
    {Role::PrivateTag, "tag", "tag:create", 1, 60},
    {Role::BastionFirewall, "firewall", "firewall:create", 3, 120},
    {Role::PrivateFirewall, "firewall", "firewall:create", 3, 120},
    {Role::Vpc, "vpc", "vpc:create", 2, 120},
    {Role::NatGateway, "nat_gateway", "nat_gateway:create", 75, 900},
    {Role::Cluster, "kubernetes_cluster", "kubernetes:create tag:create", 330, 1800},
    {Role::Bastion, "droplet", "droplet:create tag:create", 35, 600},
    {Role::Droplet, "droplet", "droplet:create tag:create", 35, 600},
    {Role::BastionReady, "check", "", 30, 600},
    {Role::DropletReady, "check", "", 45, 600},
    {Role::RouteServed, "check", "kubernetes:access_cluster", 30, 600},
    {Role::Route, "route", "kubernetes:access_cluster", 10, 600},
};

const Traits &traitsOf(Role role) {
    return *std::find_if(std::begin(kTraits), std::end(kTraits),
                         [role](const Traits &traits) { return traits.role == role; });
}

Json reference(const char *output) {
    return {{"$ref", output}};
}

Json rule(const char *direction, const char *protocol, const char *ports, const QStringList &addresses) {
    return {{"protocol", protocol}, {"ports", ports}, {direction, {{"addresses", sluice::toJson(addresses)}}}};
}

class Planner {
public:
    Planner(const Resolved &resolved, const AccountFacts &facts, const Prices &prices, const QString &id)
        : m_resolved(resolved)
        , m_blueprint(resolved.blueprint)
        , m_facts(facts)
        , m_id(id) {
        m_plan.deployment = m_blueprint.namePrefix;
        m_plan.deploymentId = id;
        m_plan.blueprint = m_blueprint;
        m_plan.accountEndpoint = facts.endpoint;
        m_plan.accountTeam = facts.account.teamName;
        m_plan.accountUuid = facts.account.teamUuid.isEmpty() ? facts.account.uuid : facts.account.teamUuid;
        m_plan.scopesProbed = facts.scopesProbed;
        m_plan.prices = prices;
    }

    Plan run(const Problems &warnings, const QDateTime &now) {
        m_plan.createdAt = now.toUTC().toString(Qt::ISODate);
        keysAndTags();
        const bool late = way("firewalls_after_droplets");
        if (!late)
            firewalls();
        network();
        cluster();
        droplets();
        if (late)
            firewalls();
        checksAndRoute();
        scopes();
        for (const Problem &problem : warnings)
            m_plan.warnings.append({problem.code, problem.message});
        planWarnings();
        consequences();
        return m_plan;
    }

private:
    bool way(const char *name) const { return m_blueprint.referenceWays.contains(QLatin1String(name)); }
    bool ownKey() const { return m_blueprint.sshKeyIds.isEmpty(); }
    QString named(const char *ending) const { return m_blueprint.namePrefix + QLatin1String(ending); }
    QString tag() const { return QStringLiteral("sluice-") + m_id; }
    QString firewallTag(const char *role) const {
        return way("global_firewall_tags") ? QString(QLatin1String(role))
                                           : tag() + QLatin1Char('-') + QLatin1String(role);
    }

    /// Adds the role; dependencies that this plan does not have (a key of the account, a tag that exists) are left out.
    PlannedResource &add(Role role, const QString &cloudName, const QList<Role> &needs, const Json &request) {
        const Traits &traits = traitsOf(role);
        PlannedResource resource;
        resource.role = role;
        resource.name = roleName(role);
        resource.kind = QLatin1String(traits.kind);
        resource.cloudName = cloudName;
        resource.action = resource.kind == QLatin1String("check") ? QStringLiteral("check") : QStringLiteral("create");
        resource.scopes = QString::fromLatin1(traits.scopes).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        resource.expectedSeconds = traits.expected;
        resource.deadline = std::chrono::seconds(traits.deadline);
        resource.request = request;
        for (const Role need : needs) {
            if (m_plan.find(roleName(need)))
                resource.dependsOn << roleName(need);
        }
        m_plan.resources.append(resource);
        return m_plan.resources.last();
    }

    void price(PlannedResource &resource, double monthly, double hourly, const QString &source) {
        resource.usdPerMonth = monthly;
        resource.usdPerHour = hourly;
        resource.priceSource = source;
    }

    double hourly(double monthly) const {
        return m_plan.prices.hoursPerMonth > 0 ? monthly / m_plan.prices.hoursPerMonth : 0;
    }

    QString listSource() const { return BlueprintWords::tr("price list of %1 (editable)").arg(m_plan.prices.asOf); }

    void keysAndTags() {
        if (ownKey())
            add(Role::SshKey, tag(), {}, {{"name", tag().toStdString()}});
        addTag(Role::Tag, tag());
        addTag(Role::BastionTag, firewallTag("bastion"));
        addTag(Role::PrivateTag, firewallTag("private"));
    }

    /// A global tag that exists already is somebody's: it is used, but never created and so never deleted.
    void addTag(Role role, const QString &name) {
        const bool exists = std::any_of(m_facts.tags.begin(), m_facts.tags.end(),
                                        [&name](const digitalocean::Tag &existing) { return existing.name == name; });
        if (!exists)
            add(role, name, {}, {{"name", name.toStdString()}});
    }

    void firewalls() {
        const QStringList everywhere{QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")};
        const QStringList inside = way("rfc1918_private_ssh")
                                       ? QStringList{QStringLiteral("10.0.0.0/8"), QStringLiteral("172.16.0.0/12"),
                                                     QStringLiteral("192.168.0.0/16")}
                                       : QStringList{m_blueprint.vpcCidr, m_blueprint.clusterSubnet};
        const Json outbound = {rule("destinations", "tcp", "0", everywhere),
                               rule("destinations", "udp", "0", everywhere),
                               rule("destinations", "icmp", "0", everywhere)};
        const auto body = [&outbound](const QString &name, const QStringList &sources, const QString &tagName) {
            return Json{{"name", name.toStdString()},
                        {"inbound_rules", Json::array({rule("sources", "tcp", "22", sources)})},
                        {"outbound_rules", outbound},
                        {"tags", Json::array({tagName.toStdString()})}};
        };
        // Bastion and Droplet are in the plan at this point only when the firewalls come after them.
        add(Role::BastionFirewall, named("-bastion-fw"), {Role::BastionTag, Role::Bastion},
            body(named("-bastion-fw"), m_blueprint.bastionSources, firewallTag("bastion")));
        add(Role::PrivateFirewall, named("-private-fw"), {Role::PrivateTag, Role::Droplet},
            body(named("-private-fw"), inside, firewallTag("private")));
    }

    void network() {
        add(Role::Vpc, named("-vpc"), {},
            {{"name", named("-vpc").toStdString()},
             {"region", m_blueprint.region.toStdString()},
             {"ip_range", m_blueprint.vpcCidr.toStdString()},
             {"description", QStringLiteral("Made by Sluice, sluice:%1").arg(m_id).toStdString()}});
        Json member = {{"vpc_uuid", reference("vpc.id")}, {"default_gateway", false}};
        auto &nat = add(Role::NatGateway, named("-nat-gw"), {Role::Vpc},
                        {{"name", named("-nat-gw").toStdString()},
                         {"type", "PUBLIC"},
                         {"region", m_blueprint.region.toStdString()},
                         {"size", m_blueprint.natGatewaySize},
                         {"vpcs", Json::array({member})}});
        const double monthly = m_plan.prices.natGatewayMonthly * m_blueprint.natGatewaySize;
        price(nat, monthly, hourly(monthly), listSource());
    }

    /// True when the cluster will be highly available: asked for, or left to the platform, which turns it on from 1.36.
    bool willBeHa() const {
        if (!way("implicit_ha"))
            return m_blueprint.ha;
        const QStringList parts = m_blueprint.kubernetesVersion.split(QLatin1Char('.'));
        const int major = parts.value(0).toInt();
        return m_blueprint.ha || major > 1 || (major == 1 && parts.value(1).toInt() >= 36);
    }

    void cluster() {
        const QString pool = m_blueprint.namePrefix + QLatin1Char('-') + m_blueprint.nodeSize;
        Json nodePool = {{"name", pool.toStdString()},
                         {"size", m_blueprint.nodeSize.toStdString()},
                         {"count", m_blueprint.nodeCount},
                         {"tags", Json::array({tag().toStdString()})}};
        Json body = {{"name", named("-cluster").toStdString()},
                     {"region", m_blueprint.region.toStdString()},
                     {"version", m_blueprint.kubernetesVersion.toStdString()},
                     {"vpc_uuid", reference("vpc.id")},
                     {"cluster_subnet", m_blueprint.clusterSubnet.toStdString()},
                     {"service_subnet", m_blueprint.serviceSubnet.toStdString()},
                     {"routing_agent", {{"enabled", true}}},
                     {"auto_upgrade", false},
                     {"surge_upgrade", true},
                     {"tags", Json::array({tag().toStdString()})},
                     {"node_pools", Json::array({nodePool})}};
        if (!way("implicit_ha") || m_blueprint.ha)
            body["ha"] = m_blueprint.ha;
        auto &cluster = add(Role::Cluster, named("-cluster"), {Role::Tag, Role::Vpc}, body);
        const double ha = willBeHa() ? m_plan.prices.haMonthly : 0;
        price(cluster, m_resolved.nodeSize.priceMonthly * m_blueprint.nodeCount + ha,
              m_resolved.nodeSize.priceHourly * m_blueprint.nodeCount + hourly(ha),
              willBeHa() ? BlueprintWords::tr("GET /v2/sizes; HA: %1").arg(listSource())
                         : QStringLiteral("GET /v2/sizes"));
    }

    Json sshKeys() const {
        if (ownKey())
            return Json::array({reference("ssh_key.id")});
        Json keys = Json::array();
        for (const QString &key : m_blueprint.sshKeyIds) {
            bool number = false;
            const qint64 id = key.toLongLong(&number);
            keys.push_back(number ? Json(id) : sluice::toJson(key));
        }
        return keys;
    }

    void droplets() {
        const auto body = [this](const QString &name, const QString &roleTag) {
            return Json{{"name", name.toStdString()},
                        {"region", m_blueprint.region.toStdString()},
                        {"size", m_blueprint.dropletSize.toStdString()},
                        {"image", m_blueprint.image.toStdString()},
                        {"ssh_keys", sshKeys()},
                        {"vpc_uuid", reference("vpc.id")},
                        {"tags", Json::array({tag().toStdString(), roleTag.toStdString()})},
                        {"monitoring", false},
                        {"ipv6", false},
                        {"with_droplet_agent", false}};
        };
        auto &bastion = add(Role::Bastion, named("-bastion"),
                            {Role::Vpc, Role::SshKey, Role::BastionFirewall, Role::Tag, Role::BastionTag},
                            body(named("-bastion"), firewallTag("bastion")));
        price(bastion, m_resolved.dropletSize.priceMonthly, m_resolved.dropletSize.priceHourly,
              QStringLiteral("GET /v2/sizes"));
        auto &droplet =
            add(Role::Droplet, named("-droplet"),
                {Role::Vpc, Role::NatGateway, Role::SshKey, Role::PrivateFirewall, Role::Tag, Role::PrivateTag},
                body(named("-droplet"), firewallTag("private")));
        price(droplet, m_resolved.dropletSize.priceMonthly, m_resolved.dropletSize.priceHourly,
              QStringLiteral("GET /v2/sizes"));
    }

    void checksAndRoute() {
        add(Role::BastionReady, named("-bastion"), {Role::Bastion}, Json());
        add(Role::DropletReady, named("-droplet"), {Role::Droplet, Role::BastionReady}, Json());
        add(Role::RouteServed, named("-cluster"), {Role::Cluster}, Json());
        const QString name = QStringLiteral("default-egress-via-nat");
        add(Role::Route, name, {Role::RouteServed, Role::NatGateway},
            {{"apiVersion", "networking.doks.digitalocean.com/v1alpha1"},
             {"kind", "Route"},
             {"metadata", {{"name", name.toStdString()}}},
             {"spec",
              {{"destinations", {"0.0.0.0/0"}}, {"gateways", Json::array({reference("nat_gateway.gateway_ip")})}}}});
    }

    void scopes() {
        // Reads of the preflight and of every poll, then create and delete of what the plan holds.
        QStringList needed =
            QStringLiteral("account:read regions:read sizes:read actions:read image:read ssh_key:read vpc:read "
                           "nat_gateway:read kubernetes:read droplet:read firewall:read tag:read")
                .split(QLatin1Char(' '));
        for (const PlannedResource &resource : m_plan.resources) {
            for (const QString &scope : resource.scopes) {
                needed << scope;
                if (scope.endsWith(QLatin1String(":create")))
                    needed << scope.section(QLatin1Char(':'), 0, 0) + QStringLiteral(":delete");
            }
        }
        needed.removeDuplicates();
        m_plan.scopesNeeded = needed;
    }

    /// Seconds to the end along the slowest chain.
    int eta() const {
        QMap<QString, int> done;
        int latest = 0;
        for (const PlannedResource &resource : m_plan.resources) {
            int start = 0;
            for (const QString &need : resource.dependsOn)
                start = std::max(start, done.value(need));
            done[resource.name] = start + resource.expectedSeconds;
            latest = std::max(latest, done[resource.name]);
        }
        return latest;
    }

    void planWarnings() {
        if (std::chrono::abs(m_facts.clockAhead) >= kClockTolerance)
            m_plan.warnings.append(
                {QStringLiteral("clock_skew"),
                 (m_facts.clockAhead.count() > 0
                      ? BlueprintWords::tr(
                            "This machine's clock is %1 s ahead of the API's: certificates may look expired or not yet "
                            "valid, and what is measured gets a wrong time. Set the clock (by NTP) first.")
                      : BlueprintWords::tr(
                            "This machine's clock is %1 s behind the API's: certificates may look expired or not yet "
                            "valid, and what is measured gets a wrong time. Set the clock (by NTP) first."))
                     .arg(std::chrono::abs(m_facts.clockAhead).count())});
        if (m_blueprint.kubernetesVersion.startsWith(QLatin1String("1.34.")))
            m_plan.warnings.append(
                {QStringLiteral("kubernetes_routing_bug"),
                 BlueprintWords::tr(
                     "Kubernetes %1: the reference stays on 1.33.6-do.0 because of a Routing Agent bug in "
                     "1.34; the Route may not take effect.")
                     .arg(m_blueprint.kubernetesVersion)});
        if (way("implicit_ha") && willBeHa() && !m_blueprint.ha)
            m_plan.warnings.append(
                {QStringLiteral("implicit_ha"),
                 BlueprintWords::tr(
                     "HA is left to the platform, which turns it on for Kubernetes 1.36 and newer: +%1 USD "
                     "a month, and it cannot be turned off.")
                     .arg(numberText(m_plan.prices.haMonthly))});
    }

    void tell(const char *code, const QString &message) { m_plan.consequences.append({QLatin1String(code), message}); }

    void consequences() {
        tell("egress_ip",
             BlueprintWords::tr(
                 "A public egress IP is allocated for the NAT gateway. It is lost at destroy: the next deployment "
                 "gets another one."));
        tell("cost",
             BlueprintWords::tr("About %1 USD an hour, at most %2 USD a month, from the first minute. The NAT "
                                "gateway's price is of %3.")
                 .arg(numberText(m_plan.usdPerHour(), 3), numberText(m_plan.usdPerMonth(), 2), m_plan.prices.asOf));
        tell("eta", BlueprintWords::tr("It takes about %1 minutes; the cluster dominates.")
                        .arg(std::max(1, (eta() + 59) / 60)));
        const bool open = m_blueprint.bastionSources.contains(QLatin1String("0.0.0.0/0")) ||
                          m_blueprint.bastionSources.contains(QLatin1String("::/0"));
        tell("port_22", open ? BlueprintWords::tr("The bastion's port 22 is reachable from anywhere (keys only).")
                             : BlueprintWords::tr("The bastion's port 22 is reachable only from %1.")
                                   .arg(m_blueprint.bastionSources.mid(0, 10).join(QStringLiteral(", "))));
        tell("shared_ip",
             BlueprintWords::tr(
                 "All nodes and pods share one egress IP, also for image pulls: anonymous limits of registries "
                 "count for all together."));
        tell("ipv4_only", BlueprintWords::tr("The NAT gateway is IPv4 only; the droplets get no IPv6."));
        tell("firewall_tags", BlueprintWords::tr("The firewalls act on every droplet tagged %1 or %2.")
                                  .arg(firewallTag("bastion"), firewallTag("private")));
        const auto trap = std::find_if(m_plan.warnings.begin(), m_plan.warnings.end(), [](const Warning &warning) {
            return warning.code == QLatin1String("default_vpc_trap");
        });
        if (trap != m_plan.warnings.end())
            tell("default_vpc",
                 BlueprintWords::tr(
                     "The new VPC becomes the default of %1 and may stay after destroy (it costs nothing).")
                     .arg(m_blueprint.region));
        if (m_blueprint.ha)
            tell("ha", BlueprintWords::tr(
                           "The highly available control plane costs %1 USD a month and cannot be turned off later.")
                           .arg(numberText(m_plan.prices.haMonthly)));
        tellReferenceWays();
    }

    void tellReferenceWays() {
        const QMap<QString, QString> texts{
            {QStringLiteral("global_firewall_tags"),
             BlueprintWords::tr(
                 "Firewalls use the account-wide tags \"bastion\" and \"private\": droplets of others with "
                 "these tags are affected.")},
            {QStringLiteral("reference_netplan"),
             BlueprintWords::tr(
                 "The private droplet gets a second netplan file: after a reboot its traffic may bypass the "
                 "NAT gateway.")},
            {QStringLiteral("firewalls_after_droplets"),
             BlueprintWords::tr(
                 "Firewalls are made after the droplets: port 22 of the private droplet is open for some seconds.")},
            {QStringLiteral("newest_image"),
             BlueprintWords::tr("The newest Ubuntu image is used, which may not be an LTS.")},
            {QStringLiteral("implicit_ha"), BlueprintWords::tr("High availability is left to the platform.")},
            {QStringLiteral("no_attestation"),
             BlueprintWords::tr("Host keys are trusted at first contact: a man in the middle would not be noticed.")},
            {QStringLiteral("rfc1918_private_ssh"),
             BlueprintWords::tr(
                 "The private droplet's port 22 is reachable from every private address, not only from this "
                 "VPC and cluster.")}};
        for (const QString &name : m_blueprint.referenceWays)
            m_plan.consequences.append({QStringLiteral("reference_") + name, texts.value(name)});
    }

    const Resolved &m_resolved;
    const Blueprint &m_blueprint;
    const AccountFacts &m_facts;
    QString m_id;
    Plan m_plan;
};

} // namespace

PlanOutcome planFrom(const Blueprint &blueprint, const AccountFacts &facts, const Prices &prices,
                     const QString &deploymentId, const QDateTime &now) {
    PlanOutcome outcome;
    const Resolved resolved = resolveSlugs(blueprint, facts);
    // The rules see the chosen slugs, because names are made of them.
    outcome.problems = validate(resolved.blueprint, facts.networkInUse()) + resolved.problems +
                       accountProblems(resolved.blueprint, facts, deploymentId);
    if (hasErrors(outcome.problems))
        return outcome;
    outcome.plan = Planner(resolved, facts, prices, deploymentId).run(outcome.problems, now);
    return outcome;
}

Plan sketchOf(const Blueprint &blueprint, const AccountFacts &facts, const Prices &prices) {
    return Planner(resolveSlugs(blueprint, facts), facts, prices, {}).run({}, {});
}

Plan planOf(const Trace &trace, const AccountFacts &facts, const Prices &prices, const QDateTime &now) {
    const auto sizeNamed = [&facts](const QString &slug) {
        const auto found = std::find_if(facts.sizes.begin(), facts.sizes.end(),
                                        [&slug](const digitalocean::Size &size) { return size.slug == slug; });
        return found == facts.sizes.end() ? digitalocean::Size{} : *found;
    };
    const Resolved resolved{.blueprint = trace.blueprint,
                            .dropletSize = sizeNamed(trace.blueprint.dropletSize),
                            .nodeSize = sizeNamed(trace.blueprint.nodeSize),
                            .problems = {}};
    // The deployment's own tags are its own although they exist: without this they would be nobody's.
    AccountFacts others = facts;
    others.tags.removeIf([&trace](const digitalocean::Tag &tag) { return tag.name.contains(trace.deploymentId); });
    return Planner(resolved, others, prices, trace.deploymentId).run({}, now);
}

} // namespace sluice::blueprint
