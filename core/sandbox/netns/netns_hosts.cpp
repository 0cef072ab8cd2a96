#include "core/sandbox/netns/netns_hosts.h"

#include "core/sandbox/hosts/cloud_init.h"
#include "core/sandbox/netns/lab_program.h"
#include "core/sandbox/netns/nft_text.h"

#include <QDir>
#include <QSaveFile>
#include <QTimer>

namespace sluice::sandbox {

namespace {

QString nameOf(qint64 dropletId) {
    return QStringLiteral("d%1").arg(dropletId);
}

/// The public segment that an address lies in; see the bridge "pub" of the lab.
int publicPrefix(Ipv4 address) {
    return (address.bits() >> 8) == 0xC63364u ? 24 : 20;
}

QString withPrefix(Ipv4 address, int prefix) {
    return QStringLiteral("%1/%2").arg(address.toString()).arg(prefix);
}

class NetnsHosts final : public QObject, public HostsHook {
public:
    NetnsHosts(World *world, const QString &lab, const QString &state)
        : m_world(world)
        , m_state(state)
        , m_fabric(world, [](qint64) -> const Machine * { return nullptr; })
        , m_lab(lab) {
        m_soon.setSingleShot(true);
        m_soon.setInterval(0);
        connect(&m_soon, &QTimer::timeout, this, &NetnsHosts::reconcile);
        connect(world, &World::mutated, &m_soon, qOverload<>(&QTimer::start));
        world->on(QStringLiteral("hosts.up"), [this](const QString &id) {
            m_up.insert(id.toLongLong());
            m_soon.start();
        });
        connect(world, &World::dropletActive, this, [this](qint64 id) {
            // A node's network is there at once; a droplet boots for a while before its SSH answers.
            if (isNode(id))
                m_up.insert(id);
            else
                m_world->schedule(QStringLiteral("droplet.ssh"), QStringLiteral("hosts.up"), QString::number(id));
        });
        connect(world, &World::dropletReboot, this, [this](qint64 id) { reboot(id); });
        world->runPod = [this](const PodRun &run, const LabProgram::Done &done) { runPod(run, done); };
    }
    ~NetnsHosts() override { m_world->runPod = {}; }

    /// Addresses are real in here: whoever asks, dials them.
    std::optional<QPair<QString, quint16>> dial(const QString &host, quint16 port) override {
        return QPair<QString, quint16>(host, port);
    }

    std::optional<Typed> typeOnConsole(qint64 id, const QString &command) override {
        if (!m_hosts.contains(id) || isNode(id))
            return std::nullopt;
        const LabProgram::Answer answer = m_lab.now({QStringLiteral("host-type"), nameOf(id), command});
        return Typed{.out = answer.out, .err = answer.err, .status = answer.status};
    }

    bool busy() const override { return m_soon.isActive() || m_lab.busy() || m_youngRoutes; }

private:
    struct Host {
        bool node = false;
        QString metadataFile;
        QByteArray firewall, routes;   ///< as last told to the lab
        QMap<QString, QString> faults; ///< by verb, as last told to the lab
        bool on = true;
    };
    struct Gateway {
        QString name;
        QStringList set; ///< as last told to the lab
    };

    bool isNode(qint64 id) const { return !m_world->droplets.value(id).clusterId.isEmpty(); }

    void reconcile() {
        // Away first, so that an address is free before somebody else gets it; VPCs go after what is in them.
        removeHosts();
        removeGateways();
        m_youngRoutes = false;
        followEchoServices();
        for (const QString &id : m_vpcs.keys()) {
            if (!m_world->vpcs.contains(id))
                m_lab.queue({QStringLiteral("vpc-del"), m_vpcs.take(id)});
        }
        for (const Vpc &vpc : std::as_const(m_world->vpcs)) {
            if (m_vpcs.contains(vpc.id))
                continue;
            m_vpcs.insert(vpc.id, QStringLiteral("v%1").arg(++m_names));
            m_lab.queue({QStringLiteral("vpc-add"), m_vpcs.value(vpc.id)});
        }
        for (const NatGateway &gateway : std::as_const(m_world->natGateways))
            follow(gateway);
        for (const Droplet &droplet : std::as_const(m_world->droplets)) {
            if (m_up.contains(droplet.id) && m_vpcs.contains(droplet.vpcId))
                follow(droplet);
        }
    }

    void removeHosts() {
        for (const qint64 id : m_hosts.keys()) {
            if (m_world->droplets.contains(id))
                continue;
            const Host host = m_hosts.take(id);
            m_up.remove(id);
            QFile::remove(host.metadataFile);
            m_lab.queue({host.node ? QStringLiteral("node-del") : QStringLiteral("host-del"), nameOf(id)});
        }
    }

    void removeGateways() {
        for (const QString &id : m_gateways.keys()) {
            if (!m_world->natGateways.contains(id))
                m_lab.queue({QStringLiteral("nat-del"), m_gateways.take(id).name});
        }
    }

    /// Inside and outside, as interfaces have them, and the router outside.
    QStringList addressesOf(const NatGateway &gateway) const {
        return {withPrefix(gateway.gatewayIp, m_world->vpcs.value(gateway.vpcId).range.prefix()),
                withPrefix(gateway.publicIp, publicPrefix(gateway.publicIp)),
                Ipv4((gateway.publicIp.bits() & ~0xffu) | 1u).toString()};
    }

    void follow(const NatGateway &gateway) {
        if (gateway.gatewayIp.isNull() || !m_vpcs.contains(gateway.vpcId))
            return;
        if (!m_gateways.contains(gateway.id)) {
            const QString name = QStringLiteral("g%1").arg(++m_names);
            m_gateways.insert(gateway.id, {name, {}});
            m_lab.queue({QStringLiteral("nat-add"), name, m_vpcs.value(gateway.vpcId)});
        }
        Gateway &there = m_gateways[gateway.id];
        const bool forwards = gateway.state == QLatin1String("ACTIVE") && !gateway.down;
        const QStringList set =
            QStringList{QStringLiteral("nat-set"), there.name,
                        forwards ? QStringLiteral("forward") : QStringLiteral("drop"),
                        gateway.masquerade ? QStringLiteral("masquerade") : QStringLiteral("plain")} +
            addressesOf(gateway);
        if (there.set == set)
            return;
        there.set = set;
        m_lab.queue(set);
    }

    void follow(const Droplet &droplet) {
        const QString name = nameOf(droplet.id);
        const bool node = isNode(droplet.id), fresh = !m_hosts.contains(droplet.id);
        if (fresh) {
            m_hosts.insert(droplet.id, {.node = node, .metadataFile = writeMetadata(droplet)});
            if (node)
                addNode(droplet);
            else
                addHost(droplet);
        }
        Host &host = m_hosts[droplet.id];
        const QByteArray firewall = nftText(*m_world, m_fabric, droplet, node);
        if (host.firewall != firewall) {
            host.firewall = firewall;
            m_lab.queue({QStringLiteral("firewall"), name}, firewall);
        }
        if (fresh && !node)
            m_lab.queue(QStringList{QStringLiteral("host-boot"), name} + bootOrder(droplet.id));
        if (node)
            followRoutes(droplet, &host);
        else
            followFaults(droplet, &host);
    }

    /// What the sandbox's switches break on a host, made real: another host key, no SSH server, no resolver, a way out
    /// over IPv6; and the power.
    void followFaults(const Droplet &droplet, Host *host) {
        const bool on = droplet.status == QLatin1String("active");
        if (host->on != on) {
            host->on = on;
            if (on)
                reboot(droplet.id);
            else
                m_lab.queue({QStringLiteral("host-off"), nameOf(droplet.id)});
        }
        for (const auto &[key, verb] :
             {std::pair{"hostkey", "host-key"}, {"sshd", "host-sshd"}, {"dns", "host-dns"}, {"ipv6", "host-ipv6"}}) {
            const QString wanted =
                m_world->switches.value(QStringLiteral("%1:%2").arg(QLatin1String(key)).arg(droplet.id));
            if (host->faults.value(QLatin1String(verb)) == wanted)
                continue;
            host->faults.insert(QLatin1String(verb), wanted);
            m_lab.queue({QLatin1String(verb), nameOf(droplet.id), wanted.isEmpty() ? QStringLiteral("own") : wanted});
        }
    }

    /// The moods of the services that tell a caller its address; see tests/lab/internet.cpp.
    void followEchoServices() {
        const QString prefix = QStringLiteral("echo:");
        QMap<QString, QString> moods;
        for (auto it = m_world->switches.cbegin(); it != m_world->switches.cend(); ++it) {
            if (it.key().startsWith(prefix))
                moods.insert(m_state + QStringLiteral("/echo/") + it.key().mid(prefix.size()), it.value());
        }
        for (auto it = m_moods.cbegin(); it != m_moods.cend(); ++it) {
            if (!moods.contains(it.key()))
                QFile::remove(it.key());
        }
        for (auto it = moods.cbegin(); it != moods.cend(); ++it) {
            if (!write(it.key(), it.value().toUtf8()))
                qWarning("sluice-sandbox: cannot write %s", qPrintable(it.key()));
        }
        m_moods = moods;
    }

    void addNode(const Droplet &node) {
        const Cluster cluster = m_world->clusters.value(node.clusterId);
        m_lab.queue({QStringLiteral("node-add"), nameOf(node.id), m_vpcs.value(node.vpcId), node.publicMac,
                     node.privateMac, withPrefix(node.publicIp, publicPrefix(node.publicIp)),
                     node.publicGateway.toString(),
                     withPrefix(node.privateIp, m_world->vpcs.value(node.vpcId).range.prefix()),
                     cluster.clusterSubnet.toString()});
    }

    void addHost(const Droplet &droplet) {
        if (writeSeed(droplet))
            m_lab.queue({QStringLiteral("host-add"), nameOf(droplet.id), m_vpcs.value(droplet.vpcId),
                         droplet.publicIp.isNull() ? QStringLiteral("-") : droplet.publicMac, droplet.privateMac});
        else
            qWarning("sluice-sandbox: cannot write the files of droplet %lld", static_cast<long long>(droplet.id));
    }

    /// The table of a node that Route objects fill, whole. A Route counts some time after it was made; the look that
    /// finds it too young comes again.
    void followRoutes(const Droplet &node, Host *host) {
        QByteArray text;
        for (const auto &[destination, gateway] : m_fabric.routesOf(node))
            text += destination.toString().toLatin1() + ' ' + gateway.toString().toLatin1() + '\n';
        if (host->routes != text) {
            host->routes = text;
            m_lab.queue({QStringLiteral("node-routes"), nameOf(node.id)}, text);
        }
        const auto settle =
            Clock::Duration(static_cast<qint64>(m_world->latency(QStringLiteral("route.effective")) * 1000));
        const auto objects = m_world->kube.value(node.clusterId);
        for (const KubeObject &object : objects) {
            const Clock::Duration age = m_world->elapsed() - object.changedAt;
            if (object.resource == QLatin1String("routes") && age < settle) {
                m_youngRoutes = true;
                m_world->clock->after(settle - age, this, [this] { m_soon.start(); });
            }
        }
    }

    QStringList bootOrder(qint64 id) const {
        const QString first = m_world->switches.value(QStringLiteral("boot_order:%1").arg(id));
        return first.isEmpty() ? QStringList() : QStringList{first};
    }

    void reboot(qint64 id) {
        if (m_hosts.contains(id) && !isNode(id))
            m_lab.queue(QStringList{QStringLiteral("host-reboot"), nameOf(id)} + bootOrder(id),
                        m_hosts.value(id).firewall);
    }

    static bool write(const QString &path, const QByteArray &content, bool secret = false) {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        if (secret)
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(content);
        return file.commit();
    }

    QString writeMetadata(const Droplet &droplet) const {
        if (droplet.publicIp.isNull())
            return {};
        Json values = Json::object();
        const QMap<QString, QString> all = Fabric::metadataOf(*m_world, droplet);
        for (auto it = all.cbegin(); it != all.cend(); ++it)
            values[it.key().toStdString()] = it.value().toStdString();
        const QString path = m_state + QStringLiteral("/metadata/%1.json").arg(droplet.publicIp.toString());
        return write(path, toJsonText(values)) ? path : QString();
    }

    /// What the platform and the image put onto a new disk.
    bool writeSeed(const Droplet &droplet) const {
        const QString seed = m_state + QStringLiteral("/host/%1/seed").arg(nameOf(droplet.id));
        const auto vpc = m_world->vpcs.constFind(droplet.vpcId);
        const Machine machine = newMachine(droplet, {}, {}, &*vpc);
        const QString netplan = QStringLiteral("/etc/netplan/50-cloud-init.yaml");
        QByteArray keys;
        for (const qint64 id : droplet.sshKeyIds)
            keys += m_world->sshKeys.value(id).publicKey.toUtf8() + '\n';
        const auto script = userDataScript(droplet.userData);
        return write(seed + netplan, machine.files.value(netplan), true) &&
               write(seed + QStringLiteral("/etc/hostname"), droplet.name.toUtf8() + '\n') &&
               write(seed + QStringLiteral("/root/.ssh/authorized_keys"), keys, true) &&
               (script && script->isEmpty()
                    ? true
                    : write(seed + QStringLiteral("/var/lib/user-data.sh"),
                            script ? script->toUtf8() : "echo 'user_data is no YAML' >&2\nexit 1\n", true));
    }

    void runPod(const PodRun &run, const LabProgram::Done &done) {
        for (const Droplet &droplet : std::as_const(m_world->droplets)) {
            if (droplet.clusterId == run.clusterId && droplet.name == run.nodeName)
                return m_lab.aside(QStringList{QStringLiteral("pod"), nameOf(droplet.id),
                                               run.hostNetwork ? QStringLiteral("host") : run.address} +
                                       run.argv,
                                   done);
        }
        done("no such node\n", 1);
    }

    World *m_world;
    QString m_state;
    Fabric m_fabric; ///< asked for facts only: firewalls and routes in force
    QTimer m_soon;
    int m_names = 0;
    QMap<QString, QString> m_vpcs; ///< id -> namespace
    QMap<QString, Gateway> m_gateways;
    QMap<qint64, Host> m_hosts;
    QSet<qint64> m_up;              ///< booted, so far as the platform is concerned
    QMap<QString, QString> m_moods; ///< file -> mood of an echo service
    bool m_youngRoutes = false;     ///< some Route does not count yet
    LabProgram m_lab;
};

} // namespace

std::unique_ptr<HostsHook> makeNetnsHosts(World *world, const QString &lab, const QString &state) {
    return std::make_unique<NetnsHosts>(world, lab, state);
}

} // namespace sluice::sandbox
