#pragma once

#include "core/digitalocean/client.h"
#include "tests/support/fake_world.h"

#include <QMap>
#include <QUrlQuery>

/// An in-memory DigitalOcean for engine tests: the paths the engine calls, as state machines over a Clock. It outlives
/// the programs that talk to it. No sockets.
namespace sluice::testing {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// What goes wrong with one call.
enum class Fault {
    BadGatewayButDone, ///< 502, yet it happened
    BadGateway,        ///< 502, nothing happened
    TimeoutButDone,    ///< no answer in time, yet it happened
    Refused422,
    Conflict409,
    NotFound404,
    TooMany429
};

class FakeCloud {
public:
    struct Object {
        QString kind; ///< the reply's member: "vpc", "vpc_nat_gateway", "kubernetes_cluster", "droplet", "firewall",
                      ///< "tag", "ssh_key"
        QString id;
        Json body;
        milliseconds born{0};
        milliseconds deletedAt{-1}; ///< when DELETE was asked for; -1 = not
        bool foreign = false;
    };
    explicit FakeCloud(Clock *clock)
        : m_clock(clock) {}

    // Latencies (nominal) and behaviours; tests change them.
    seconds natProvisioning{20}, natActive{80}, natAddresses{90};
    seconds clusterRunning{280}, nodesReady{300}, routeServed{320};
    seconds dropletActive{30}, firewallApplied{3};
    seconds dropletDelete{10}, natDelete{30}, clusterDelete{60}, nodesLinger{90};
    seconds listLag{0}, readLag{0};
    int vpcConflicts = 0;      ///< VPC deletes refused although it is empty
    bool vpcIsDefault = false; ///< the first VPC of its region
    bool natFails = false;
    QList<QPair<QString, QString>> loadBalancers; ///< id, name: made by workloads
    QMap<QString, QList<Fault>> faults;           ///< "POST /v2/vpcs" -> what its next calls meet

    QStringList log; ///< "POST /v2/vpcs"
    QList<Object> objects;
    int maxOpen = 0; ///< creates not yet ready at the same time: nat, cluster, bastion

    Object *find(const QString &kind, const QString &id) {
        for (Object &object : objects)
            if (object.kind == kind && object.id == id && isThere(object))
                return &object;
        return nullptr;
    }
    int count(const QString &kind, bool foreign = false) {
        int n = 0;
        for (const Object &object : objects)
            n += object.kind == kind && object.foreign == foreign && isThere(object) && !isNode(object);
        return n;
    }
    int countAll() {
        int n = 0;
        for (const Object &object : objects)
            n += !object.foreign && isThere(object);
        return n;
    }
    int calls(const QString &call) const {
        return static_cast<int>(
            std::count_if(log.begin(), log.end(), [&](const QString &line) { return line.startsWith(call); }));
    }
    Object &addForeign(const QString &kind, Json body) {
        Object &object = make(kind, std::move(body));
        object.foreign = true;
        return object;
    }
    milliseconds age(const Object &object) const { return m_clock->elapsed() - object.born; }

    HttpResponse handle(const HttpRequest &request, bool &unanswered) {
        const QString path = request.path.section(QLatin1Char('?'), 0, 0);
        const QString call = QString::fromLatin1(request.method) + QLatin1Char(' ') + path;
        log << call;
        unanswered = false;
        QList<Fault> &waiting = faults[call];
        if (waiting.isEmpty())
            return answer(request, path);
        switch (waiting.takeFirst()) {
        case Fault::BadGatewayButDone:
            answer(request, path);
            return reply(502, {{"id", "bad_gateway"}, {"message", "Bad gateway"}});
        case Fault::BadGateway:
            return reply(502, {{"id", "bad_gateway"}, {"message", "Bad gateway"}});
        case Fault::TimeoutButDone:
            answer(request, path);
            unanswered = true;
            return {};
        case Fault::Refused422:
            return reply(422, {{"id", "unprocessable_entity"}, {"message", "tag does not exist"}});
        case Fault::Conflict409:
            return reply(409, {{"id", "conflict"}, {"message", "already exists"}});
        case Fault::NotFound404:
            return reply(404, {{"id", "not_found"}, {"message", "not found"}});
        case Fault::TooMany429: {
            HttpResponse busy = reply(429, {{"id", "too_many_requests"}, {"message", "API rate limit exceeded"}});
            busy.headers.append(qMakePair(QByteArray("retry-after"), QByteArray("3")));
            return busy;
        }
        }
        return {};
    }

private:
    struct Kind {
        const char *path, *one, *many;
        int created;
    };
    static const QList<Kind> &kinds() {
        static const QList<Kind> all{{"/v2/vpcs", "vpc", "vpcs", 201},
                                     {"/v2/vpc_nat_gateways", "vpc_nat_gateway", "vpc_nat_gateways", 202},
                                     {"/v2/kubernetes/clusters", "kubernetes_cluster", "kubernetes_clusters", 201},
                                     {"/v2/droplets", "droplet", "droplets", 202},
                                     {"/v2/firewalls", "firewall", "firewalls", 202},
                                     {"/v2/tags", "tag", "tags", 201},
                                     {"/v2/account/keys", "ssh_key", "ssh_keys", 201}};
        return all;
    }
    static bool isNode(const Object &object) {
        return object.kind == QLatin1String("droplet") && object.body.contains("x_node_of");
    }
    HttpResponse reply(int status, const Json &body) {
        HttpResponse response{.status = status,
                              .body = status == 204 ? QByteArray() : toJsonText(body),
                              .requestId = QStringLiteral("req-%1").arg(++m_requests)};
        response.headers = {{"content-type", "application/json"}, {"x-request-id", response.requestId.toLatin1()}};
        return response;
    }
    HttpResponse notFound() {
        return reply(404, {{"id", "not_found"}, {"message", "The resource you were accessing could not be found."}});
    }

    bool isThere(const Object &object) const {
        if (object.kind == QLatin1String("droplet") && object.body.contains("x_node_of")) {
            const Object *cluster = raw(QStringLiteral("kubernetes_cluster"), jsonString(object.body, "x_node_of"));
            return cluster && (cluster->deletedAt < milliseconds(0) ||
                               m_clock->elapsed() < cluster->deletedAt + clusterDelete + nodesLinger);
        }
        if (object.deletedAt < milliseconds(0))
            return true;
        seconds lasts{0};
        if (object.kind == QLatin1String("droplet"))
            lasts = dropletDelete;
        if (object.kind == QLatin1String("vpc_nat_gateway"))
            lasts = natDelete;
        if (object.kind == QLatin1String("kubernetes_cluster"))
            lasts = clusterDelete;
        return m_clock->elapsed() < object.deletedAt + lasts;
    }
    const Object *raw(const QString &kind, const QString &id) const {
        for (const Object &object : objects)
            if (object.kind == kind && object.id == id)
                return &object;
        return nullptr;
    }

    Object &make(const QString &kind, Json body) {
        Object object{.kind = kind, .id = {}, .body = std::move(body), .born = m_clock->elapsed()};
        const int number = ++m_ids;
        if (kind == QLatin1String("droplet") || kind == QLatin1String("ssh_key")) {
            object.id = QString::number(1000 + number);
            object.body["id"] = 1000 + number;
        } else if (kind == QLatin1String("tag")) {
            object.id = jsonString(object.body, "name");
        } else {
            object.id = QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
            object.body["id"] = object.id.toStdString();
        }
        object.body["created_at"] = m_clock->now().toUTC().toString(Qt::ISODate).toStdString();
        objects.append(object);
        return objects.last();
    }

    HttpResponse answer(const HttpRequest &request, const QString &path) {
        if (path.endsWith(QLatin1String("/members")))
            return members(path.section(QLatin1Char('/'), 3, 3));
        if (path.endsWith(QLatin1String("/credentials")))
            return credentials(path.section(QLatin1Char('/'), 4, 4));
        if (path.contains(QLatin1String("/destroy_with_associated_resources")))
            return associated(request, path);
        for (const Kind &kind : kinds()) {
            const QString base = QString::fromLatin1(kind.path);
            if (path == base && request.method == "POST")
                return create(kind, request);
            if (path == base)
                return list(kind, request.path);
            if (path.startsWith(base + QLatin1Char('/')) && !path.mid(base.size() + 1).contains(QLatin1Char('/')))
                return one(kind, QUrl::fromPercentEncoding(path.mid(base.size() + 1).toUtf8()), request.method);
        }
        return notFound();
    }

    HttpResponse create(const Kind &kind, const HttpRequest &request) {
        const QString one = QString::fromLatin1(kind.one);
        const Result<Json> parsed = parseJson(request.body);
        if (!parsed)
            return reply(400, {{"id", "bad_request"}, {"message", "not JSON"}});
        Json body = *parsed;
        const QString name = jsonString(body, "name");
        if (one == QLatin1String("tag") && raw(one, name) && isThere(*raw(one, name)))
            return reply(201, {{"tag", render(*raw(one, name))}});
        if (one == QLatin1String("vpc") || one == QLatin1String("vpc_nat_gateway"))
            for (const Object &object : objects)
                if (object.kind == one && isThere(object) && jsonString(object.body, "name") == name)
                    return reply(409, {{"id", "conflict"}, {"message", "a resource with this name already exists"}});
        if (one == QLatin1String("firewall"))
            for (const QString &tag : jsonStringList(body, "tags"))
                if (!find(QStringLiteral("tag"), tag))
                    return reply(422, {{"id", "unprocessable_entity"},
                                       {"message", "tag " + tag.toStdString() + " does not exist"}});
        if (body.contains("vpc_uuid") && !find(QStringLiteral("vpc"), jsonString(body, "vpc_uuid")))
            return notFound();
        if (one == QLatin1String("vpc"))
            body["default"] = vpcIsDefault;
        const Object made = make(one, body);
        if (one == QLatin1String("kubernetes_cluster"))
            for (int node = 0; node < 2; ++node)
                make(QStringLiteral("droplet"), {{"name", "pool-a-" + std::to_string(node)},
                                                 {"vpc_uuid", jsonString(body, "vpc_uuid").toStdString()},
                                                 {"x_node_of", made.id.toStdString()},
                                                 {"tags", {"k8s", "k8s:" + made.id.toStdString()}}});
        int open = 0;
        for (const Object &object : std::as_const(objects))
            open += !object.foreign && !isNode(object) && !isReady(object) && object.kind != QLatin1String("firewall");
        maxOpen = std::max(maxOpen, open);
        return reply(kind.created, {{kind.one, render(made)}});
    }

    bool isReady(const Object &object) const {
        if (object.kind == QLatin1String("vpc_nat_gateway"))
            return age(object) >= natAddresses;
        if (object.kind == QLatin1String("kubernetes_cluster"))
            return age(object) >= clusterRunning;
        return object.kind != QLatin1String("droplet") || age(object) >= dropletActive;
    }

    HttpResponse list(const Kind &kind, const QString &pathAndQuery) {
        const QString tag = QUrlQuery(pathAndQuery.section(QLatin1Char('?'), 1))
                                .queryItemValue(QStringLiteral("tag_name"), QUrl::FullyDecoded);
        Json items = Json::array();
        for (const Object &object : std::as_const(objects)) {
            if (object.kind != QLatin1String(kind.one) || !isThere(object) ||
                (!object.foreign && age(object) < listLag))
                continue;
            if (!tag.isEmpty() && !jsonStringList(object.body, "tags").contains(tag))
                continue;
            items.push_back(render(object));
        }
        return reply(200, {{kind.many, items}, {"links", Json::object()}, {"meta", {{"total", items.size()}}}});
    }

    HttpResponse one(const Kind &kind, const QString &id, const QByteArray &method) {
        Object *object = find(QString::fromLatin1(kind.one), id);
        if (!object || age(*object) < readLag)
            return notFound();
        if (method == "GET")
            return reply(200, {{kind.one, render(*object)}});
        if (object->kind == QLatin1String("vpc")) {
            if (jsonBool(object->body, "default"))
                return reply(403, {{"id", "forbidden"}, {"message", "Can not delete default VPCs"}});
            if (!membersOf(id).empty() || vpcConflicts-- > 0)
                return reply(409, {{"id", "conflict"}, {"message", "Can not delete VPC with members"}});
        }
        if (object->deletedAt < milliseconds(0))
            object->deletedAt = m_clock->elapsed();
        return reply(204, {});
    }

    Json membersOf(const QString &vpc) {
        Json found = Json::array();
        for (const Object &object : std::as_const(objects)) {
            if (!isThere(object))
                continue;
            const bool nat = object.kind == QLatin1String("vpc_nat_gateway") &&
                             jsonMember(object.body, "vpcs").size() > 0 &&
                             jsonString(object.body["vpcs"][0], "vpc_uuid") == vpc;
            if (nat || (object.kind == QLatin1String("droplet") && jsonString(object.body, "vpc_uuid") == vpc))
                found.push_back({{"urn", (nat ? "do:vpc_nat_gateway:" : "do:droplet:") + object.id.toStdString()},
                                 {"name", jsonString(object.body, "name").toStdString()},
                                 {"created_at", "2026-01-01T00:00:00Z"}});
        }
        return found;
    }
    HttpResponse members(const QString &vpc) {
        const Json found = membersOf(vpc);
        return reply(200, {{"members", found}, {"links", Json::object()}, {"meta", {{"total", found.size()}}}});
    }

    HttpResponse credentials(const QString &id) {
        if (!find(QStringLiteral("kubernetes_cluster"), id))
            return notFound();
        return reply(200, {{"server", "https://cluster.example:443"},
                           {"certificate_authority_data",
                            "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K"},
                           {"client_certificate_data", nullptr},
                           {"client_key_data", nullptr},
                           {"token", "kube-token-for-tests"},
                           {"expires_at", "2027-01-01T00:00:00Z"}});
    }

    HttpResponse associated(const HttpRequest &request, const QString &path) {
        const QString id = path.section(QLatin1Char('/'), 4, 4);
        Object *cluster = find(QStringLiteral("kubernetes_cluster"), id);
        if (!cluster)
            return notFound();
        if (request.method == "DELETE") {
            loadBalancers.clear();
            cluster->deletedAt = m_clock->elapsed();
            return reply(204, {});
        }
        Json balancers = Json::array();
        for (const auto &[balancer, name] : std::as_const(loadBalancers))
            balancers.push_back({{"id", balancer.toStdString()}, {"name", name.toStdString()}});
        return reply(200,
                     {{"load_balancers", balancers}, {"volumes", Json::array()}, {"volume_snapshots", Json::array()}});
    }

    Json render(const Object &object) const {
        Json body = object.body;
        const auto old = age(object);
        const int last = 10 + object.id.right(2).toInt() % 90;
        if (object.kind == QLatin1String("vpc_nat_gateway")) {
            body["state"] = object.deletedAt >= milliseconds(0)  ? "DELETING"
                            : natFails && old >= natProvisioning ? "ERROR"
                            : old >= natActive                   ? "ACTIVE"
                            : old >= natProvisioning             ? "PROVISIONING"
                                                                 : "NEW";
            body["egresses"] = Json::object();
            if (old >= natAddresses) {
                body["vpcs"][0]["gateway_ip"] = "10.0.4.9";
                body["egresses"]["public_gateways"] = Json::array({{{"ipv4", "203.0.113." + std::to_string(last)}}});
            }
        } else if (object.kind == QLatin1String("kubernetes_cluster")) {
            const bool running = old >= clusterRunning;
            body["status"] = {{"state", object.deletedAt >= milliseconds(0) ? "deleting"
                                        : running                           ? "running"
                                                                            : "provisioning"},
                              {"message", ""}};
            body["endpoint"] = running ? "https://cluster.example" : "";
        } else if (object.kind == QLatin1String("droplet")) {
            body["status"] = old >= dropletActive ? "active" : "new";
            body["networks"] = {{"v4", Json::array()}, {"v6", Json::array()}};
            if (old >= dropletActive)
                body["networks"]["v4"] = {{{"ip_address", "10.0.4." + std::to_string(last)}, {"type", "private"}},
                                          {{"ip_address", "198.51.100." + std::to_string(last)}, {"type", "public"}}};
            else
                body.erase("vpc_uuid");
            body["image"] = {{"slug", "ubuntu-24-04-x64"}};
            body["size_slug"] = body.value("size", "s-1vcpu-1gb");
            body["region"] = {{"slug", "nyc3"}};
        } else if (object.kind == QLatin1String("firewall")) {
            const bool applied = old >= firewallApplied;
            body["status"] = applied ? "succeeded" : "waiting";
            body["pending_changes"] =
                applied ? Json::array()
                        : Json::array({{{"droplet_id", 1}, {"removing", false}, {"status", "waiting"}}});
            body["droplet_ids"] = Json::array();
        } else if (object.kind == QLatin1String("tag")) {
            int carriers = 0;
            for (const Object &other : objects)
                carriers += other.kind == QLatin1String("droplet") && isThere(other) &&
                            jsonStringList(other.body, "tags").contains(object.id);
            body["resources"] = {{"count", carriers}};
        } else if (object.kind == QLatin1String("ssh_key")) {
            body["fingerprint"] = "aa:bb:cc:dd";
        }
        return body;
    }

    Clock *m_clock;
    int m_ids = 0;
    int m_requests = 0;
};

/// One program's way to the cloud. Answers arrive 50 ms (nominal) later; a dead world never answers.
class FakeTransport final : public HttpTransport {
public:
    FakeTransport(FakeCloud *cloud, World *world, Clock *clock)
        : m_cloud(cloud)
        , m_world(world)
        , m_clock(clock) {}
    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override {
        Promise<Result<HttpResponse>> promise;
        const bool changes = request.method != "GET";
        const World::Verdict verdict = changes         ? m_world->effect()
                                       : m_world->dead ? World::Verdict::Die
                                                       : World::Verdict::Go;
        if (verdict == World::Verdict::Die)
            return promise.future();
        bool unanswered = false;
        const HttpResponse response = m_cloud->handle(request, unanswered);
        if (verdict == World::Verdict::GoAndDie)
            return promise.future();
        const auto delay = unanswered ? milliseconds(30000) : milliseconds(50);
        const bool post = request.method == "POST";
        m_clock->after(delay, this, [promise, response, unanswered, post] {
            if (unanswered)
                promise.finish(Error{.code = post ? ErrorCode::UnknownOutcome : ErrorCode::DeadlineExceeded,
                                     .message = QStringLiteral("No answer within 30 s")});
            else
                promise.finish(response);
        });
        return promise.future();
    }

private:
    FakeCloud *m_cloud;
    World *m_world;
    Clock *m_clock;
};

} // namespace sluice::testing
