#include "core/sandbox/world.h"

namespace sluice::sandbox {

namespace {

// One list of fields per type, used in both directions: Archive is Saver or Loader.
void put(Json &j, const QString &v) {
    j = v.toStdString();
}
void put(Json &j, bool v) {
    j = v;
}
void put(Json &j, int v) {
    j = v;
}
void put(Json &j, qint64 v) {
    j = v;
}
void put(Json &j, const Json &v) {
    j = v;
}
void put(Json &j, Clock::Duration v) {
    j = static_cast<qint64>(v.count());
}
void put(Json &j, Ipv4 v) {
    j = v.isNull() ? std::string() : v.toString().toStdString();
}
void put(Json &j, const Cidr &v) {
    j = v.toString().toStdString();
}
void put(Json &j, const QDateTime &v) {
    j = v.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

void take(const Json &j, QString &v) {
    v = j.is_string() ? QString::fromStdString(j.get<std::string>()) : QString();
}
void take(const Json &j, bool &v) {
    v = j.is_boolean() && j.get<bool>();
}
void take(const Json &j, qint64 &v) {
    v = j.is_number_integer() ? j.get<qint64>() : 0;
}
void take(const Json &j, int &v) {
    v = j.is_number_integer() ? j.get<int>() : 0;
}
void take(const Json &j, Json &v) {
    v = j;
}
void take(const Json &j, Clock::Duration &v) {
    v = Clock::Duration(j.is_number_integer() ? j.get<qint64>() : 0);
}
void take(const Json &j, QStringList &v) {
    v.clear();
    for (const Json &item : j) {
        if (item.is_string())
            v << QString::fromStdString(item.get<std::string>());
    }
}
void take(const Json &j, Ipv4 &v) {
    QString text;
    take(j, text);
    const auto parsed = Ipv4::parse(text);
    v = parsed ? *parsed : Ipv4();
}
void take(const Json &j, Cidr &v) {
    QString text;
    take(j, text);
    const auto parsed = Cidr::parse(text);
    v = parsed ? *parsed : Cidr();
}
void take(const Json &j, QDateTime &v) {
    QString text;
    take(j, text);
    v = QDateTime::fromString(text, Qt::ISODateWithMs);
}

struct Saver {
    Json json = Json::object();
    template <class T>
    void operator()(const char *name, T &value);
};
struct Loader {
    const Json &json;
    template <class T>
    void operator()(const char *name, T &value);
};

#define F(x) a(#x, v.x)
void fields(auto &a, Vpc &v) {
    F(id);
    F(name);
    F(region);
    F(description);
    F(range);
    F(isDefault);
    F(createdAt);
}
void fields(auto &a, NatGateway &v) {
    F(id);
    F(name);
    F(region);
    F(state);
    F(vpcId);
    F(projectId);
    F(size);
    F(defaultGateway);
    F(udpTimeout);
    F(icmpTimeout);
    F(tcpTimeout);
    F(gatewayIp);
    F(publicIp);
    F(addressesVisible);
    F(masquerade);
    F(down);
    F(createdAt);
    F(updatedAt);
}
void fields(auto &a, Droplet &v) {
    F(id);
    F(name);
    F(region);
    F(size);
    F(image);
    F(status);
    F(vpcId);
    F(userData);
    F(vpcVisible);
    F(tags);
    F(sshKeyIds);
    F(publicIp);
    F(privateIp);
    F(publicGateway);
    F(publicMac);
    F(privateMac);
    F(ipv6);
    F(publicNetworking);
    F(urnUuid);
    F(gone);
    F(clusterId);
    F(activeAt);
    F(createdAt);
}
void fields(auto &a, Node &v) {
    F(id);
    F(name);
    F(state);
    F(createdAt);
    F(dropletId);
}
void fields(auto &a, NodePool &v) {
    F(id);
    F(name);
    F(size);
    F(count);
    F(tags);
    F(labels);
    F(taints);
    F(autoScale);
    F(minNodes);
    F(maxNodes);
    F(nodes);
}
void fields(auto &a, Cluster &v) {
    F(id);
    F(name);
    F(region);
    F(version);
    F(vpcId);
    F(state);
    F(message);
    F(clusterSubnet);
    F(serviceSubnet);
    F(endpoint);
    F(ha);
    F(routingAgent);
    F(autoUpgrade);
    F(surgeUpgrade);
    F(isolatedWorkers);
    F(tags);
    F(pools);
    F(runningAt);
    F(createdAt);
    F(updatedAt);
}
void fields(auto &a, Rule &v) {
    F(protocol);
    F(ports);
    F(peers);
    F(addresses);
}
void fields(auto &a, Firewall &v) {
    F(id);
    F(name);
    F(status);
    F(inbound);
    F(outbound);
    F(dropletIds);
    F(tags);
    F(detached);
    F(createdAt);
}
void fields(auto &a, SshKey &v) {
    F(id);
    F(name);
    F(publicKey);
    F(fingerprint);
}
void fields(auto &a, Extra &v) {
    F(id);
    F(kind);
    F(name);
    F(clusterId);
    F(vpcId);
    F(createdAt);
}
void fields(auto &a, Ghost &v) {
    F(vpcId);
    F(urn);
    F(name);
    F(createdAt);
}
void fields(auto &a, Action &v) {
    F(id);
    F(type);
    F(status);
    F(dropletId);
    F(region);
    F(startedAt);
    F(completedAt);
}
void fields(auto &a, Event &v) {
    qint64 order = static_cast<qint64>(v.order);
    a("order", order);
    v.order = static_cast<quint64>(order);
    F(due);
    F(what);
    F(id);
}
void fields(auto &a, KubeObject &v) {
    F(clusterId);
    F(group);
    F(version);
    F(resource);
    F(nameSpace);
    F(name);
    F(body);
    F(changedAt);
}
#undef F

template <class T>
concept Record = requires(Saver &a, T &v) {
    fields(a, v);
};

template <Record T>
void put(Json &j, T &v) {
    Saver saver;
    fields(saver, v);
    j = std::move(saver.json);
}
template <Record T>
void take(const Json &j, T &v) {
    Loader loader{j};
    fields(loader, v);
}
template <class T>
void put(Json &j, QList<T> &list) {
    j = Json::array();
    for (T &item : list) {
        Json element;
        put(element, item);
        j.push_back(std::move(element));
    }
}
template <class T>
void take(const Json &j, QList<T> &list) {
    list.clear();
    for (const Json &element : j) {
        T item{};
        take(element, item);
        list.append(std::move(item));
    }
}
template <class K, class T>
void put(Json &j, QMap<K, T> &map) {
    j = Json::object();
    for (auto it = map.begin(); it != map.end(); ++it) {
        if constexpr (std::is_same_v<K, QString>)
            put(j[it.key().toStdString()], it.value());
        else
            put(j[std::to_string(it.key())], it.value());
    }
}
template <class K, class T>
void take(const Json &j, QMap<K, T> &map) {
    map.clear();
    if (!j.is_object())
        return;
    for (const auto &[key, value] : j.items()) {
        T item{};
        take(value, item);
        if constexpr (std::is_same_v<K, QString>)
            map.insert(QString::fromStdString(key), std::move(item));
        else
            map.insert(static_cast<K>(QString::fromStdString(key).toLongLong()), std::move(item));
    }
}

template <class T>
void Saver::operator()(const char *name, T &value) {
    put(json[name], value);
}
template <class T>
void Loader::operator()(const char *name, T &value) {
    static const Json null;
    const auto it = json.is_object() ? json.find(name) : json.end();
    if (json.is_object() && it != json.end())
        take(*it, value);
    else
        take(null, value);
}

} // namespace

/// The members that save() and load() carry, once.
struct WorldFields {
    static void visit(auto &a, World &w) {
        a("vpcs", w.vpcs);
        a("nat_gateways", w.natGateways);
        a("droplets", w.droplets);
        a("clusters", w.clusters);
        a("firewalls", w.firewalls);
        a("ssh_keys", w.sshKeys);
        a("extras", w.extras);
        a("ghosts", w.ghosts);
        a("actions", w.actions);
        a("project_of", w.projectOf);
        a("projects", w.projects);
        a("account", w.account);
        a("kube", w.kube);
        a("switches", w.switches);
        a("host_state", w.hostState);
        a("events", w.m_events);
        a("number", w.m_number);
        a("public_ips", w.m_publicIps);
    }
    static void tags(World &w, const QStringList &list) { w.tags = QSet<QString>(list.begin(), list.end()); }
};

namespace {

template <class K, class T>
Status setMembers(QMap<K, T> &map, const QString &id, const Json &set) {
    bool found = false;
    for (auto it = map.begin(); it != map.end(); ++it) {
        QString key;
        if constexpr (std::is_same_v<K, QString>)
            key = it.key();
        else
            key = QString::number(it.key());
        if (!id.isEmpty() && key != id && it->name != id)
            continue;
        found = true;
        Json json;
        put(json, *it);
        for (const auto &[name, value] : set.items()) {
            if (!json.contains(name))
                return Error{.code = ErrorCode::InvalidInput,
                             .message = QStringLiteral("There is no member \"%1\".").arg(QString::fromStdString(name))};
            if (name == "body")
                json[name].merge_patch(value);
            else
                json[name] = value;
        }
        take(json, *it);
    }
    return found ? Status(Ok{})
                 : Status(Error{.code = ErrorCode::NotFound,
                                .message = QStringLiteral("Nothing matches \"%1\".").arg(id)});
}

} // namespace

Status World::mutate(const QString &kind, const QString &id, const Json &set) {
    Status done = Ok{};
    if (kind == QLatin1String("vpc"))
        done = setMembers(vpcs, id, set);
    else if (kind == QLatin1String("nat_gateway"))
        done = setMembers(natGateways, id, set);
    else if (kind == QLatin1String("droplet"))
        done = setMembers(droplets, id, set);
    else if (kind == QLatin1String("cluster"))
        done = setMembers(clusters, id, set);
    else if (kind == QLatin1String("firewall"))
        done = setMembers(firewalls, id, set);
    else if (kind == QLatin1String("kube")) {
        done = Error{.code = ErrorCode::NotFound, .message = QStringLiteral("Nothing matches \"%1\".").arg(id)};
        for (auto &objects : kube) {
            if (const Status one = setMembers(objects, id, set); one || one.error().code == ErrorCode::InvalidInput)
                done = one;
        }
    } else if (kind == QLatin1String("account"))
        account.update(set);
    else if (kind == QLatin1String("switches")) {
        for (const auto &[name, value] : set.items()) {
            const QString key = QString::fromStdString(name);
            if (value.is_null())
                switches.remove(key);
            else
                switches.insert(key, value.is_string() ? jsonString(set, name.c_str())
                                                       : QString::fromStdString(value.dump()));
        }
    } else if (kind == QLatin1String("latencies")) {
        for (const auto &[name, value] : set.items()) {
            if (value.is_number() && m_latencies.contains(QString::fromStdString(name)))
                m_latencies.insert(QString::fromStdString(name), value.get<double>());
            else
                done = Error{.code = ErrorCode::InvalidInput,
                             .message =
                                 QStringLiteral("There is no latency named \"%1\".").arg(QString::fromStdString(name))};
        }
    } else {
        done = Error{.code = ErrorCode::InvalidInput, .message = QStringLiteral("There is no kind \"%1\".").arg(kind)};
    }
    changed();
    return done;
}

Json World::save() const {
    Saver saver;
    // The visitor is shared with load(); saving changes nothing.
    WorldFields::visit(saver, const_cast<World &>(*this));
    QStringList names(tags.begin(), tags.end());
    names.sort();
    saver.json["tags"] = toJson(names);
    saver.json["elapsed"] = static_cast<qint64>(elapsed().count());
    saver.json["random"] = m_random;
    saver.json["order"] = m_order;
    saver.json["format"] = 1;
    return std::move(saver.json);
}

Status World::load(const Json &json) {
    if (jsonInt(json, "format") != 1)
        return Error{.code = ErrorCode::Malformed,
                     .message = QStringLiteral("The store is not one of this sandbox's."),
                     .remedy = QStringLiteral("Give another file, or remove this one to start with an empty account.")};
    Loader loader{json};
    WorldFields::visit(loader, *this);
    WorldFields::tags(*this, jsonStringList(json, "tags"));
    m_offset = Clock::Duration(jsonInt(json, "elapsed")) - clock->elapsed();
    m_random = json.value("random", m_random);
    m_order = json.value("order", m_order);
    for (const Event &event : std::as_const(m_events))
        arm(event);
    return Ok{};
}

} // namespace sluice::sandbox
