#include "core/sandbox/hosts/hosts.h"

#include "core/sandbox/hosts/cloud_init.h"
#include "core/sandbox/hosts/ssh_host.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

/// How long cloud-init works after SSH answers, nominal; clients must wait for it.
constexpr Clock::Duration kCloudInit{8000};

class Hosts final : public QObject, public HostsHook {
public:
    explicit Hosts(World *world)
        : m_world(world)
        , m_fabric(world, [this](qint64 id) -> const Machine * {
            const auto it = m_machines.constFind(id);
            return it == m_machines.constEnd() ? nullptr : &*it;
        }) {
        world->on(QStringLiteral("hosts.up"), [this](const QString &id) { bringUp(id.toLongLong()); });
        world->on(QStringLiteral("hosts.cloud_init"), [this](const QString &id) { applyCloudInit(id.toLongLong()); });
        connect(world, &World::dropletActive, this, [this](qint64 id) { powerOn(id); });
        connect(world, &World::dropletGone, this, [this](qint64 id) { remove(id); });
        connect(world, &World::dropletReboot, this, [this](qint64 id) { reboot(id); });
    }
    ~Hosts() override { m_servers.clear(); }

    std::optional<QPair<QString, quint16>> dial(const QString &host, quint16 port) override {
        const auto address = Ipv4::parse(host);
        if (!address || port != 22)
            return std::nullopt;
        const Droplet *droplet = dropletAt(*address);
        if (!droplet || !serverOf(droplet->id) || m_fabric.fromInternet(*address, port) != Fabric::Door::Open)
            return std::nullopt;
        return QPair<QString, quint16>(QStringLiteral("127.0.0.1"), serverOf(droplet->id)->serverPort());
    }

    Unreachable reason(const QString &host, quint16 port) override {
        const auto address = Ipv4::parse(host);
        const Droplet *droplet = address ? dropletAt(*address) : nullptr;
        if (!droplet)
            return Unreachable::NoRoute;
        if (m_fabric.fromInternet(*address, port) == Fabric::Door::Filtered)
            return Unreachable::Filtered;
        return Unreachable::Refused;
    }

    std::optional<Typed> typeOnConsole(qint64 id, const QString &command) override {
        if (!m_world->droplets.contains(id) || !ensure(id))
            return std::nullopt;
        Shell shell(hostOf(id));
        const ShellResult result = shell.run(command, {});
        keep(id);
        return Typed{.out = result.out, .err = result.err, .status = result.status};
    }

private:
    const Droplet *dropletAt(Ipv4 publicAddress) const {
        for (const Droplet &droplet : std::as_const(m_world->droplets)) {
            if (droplet.publicIp == publicAddress && !publicAddress.isNull())
                return &droplet;
        }
        return nullptr;
    }

    void powerOn(qint64 id) {
        const auto droplet = m_world->droplets.constFind(id);
        if (droplet == m_world->droplets.constEnd() || !droplet->clusterId.isEmpty())
            return; // nodes are managed by the cluster; nobody logs in there
        m_world->schedule(QStringLiteral("droplet.ssh"), QStringLiteral("hosts.up"), QString::number(id));
    }

    void bringUp(qint64 id) {
        const auto droplet = m_world->droplets.constFind(id);
        if (droplet == m_world->droplets.constEnd())
            return;
        const HostKeyPair key = makeHostKey();
        const auto vpc = m_world->vpcs.constFind(droplet->vpcId);
        Machine machine =
            newMachine(*droplet, key.pem, key.publicLine, vpc == m_world->vpcs.constEnd() ? nullptr : &*vpc);
        machine.cloudInit = QStringLiteral("running");
        m_machines.insert(id, machine);
        serve(id);
        keep(id);
        m_world->schedule(kCloudInit, QStringLiteral("hosts.cloud_init"), QString::number(id));
    }

    void applyCloudInit(qint64 id) {
        if (!ensure(id))
            return;
        applyUserData(hostOf(id), m_world->droplets.constFind(id)->userData);
        keep(id);
    }

    void reboot(qint64 id) {
        if (!ensure(id))
            return;
        QString warning;
        Machine &machine = m_machines[id];
        // Only what netplan generates survives; what was typed with `ip route` does not.
        netplanRoutes(machine, QString(), &machine.routes, &warning);
        const QString first = m_world->switches.value(QStringLiteral("boot_order:%1").arg(id), QStringLiteral("eth0"));
        // Two defaults: which one wins depends on which interface comes up first (observed, DIGITALOCEAN.md 0.1).
        std::stable_partition(machine.routes.begin(), machine.routes.end(), [&first](const HostRoute &route) {
            return route.destination.prefix() == 0 && route.device == first;
        });
        keep(id);
    }

    void remove(qint64 id) {
        m_servers.erase(id);
        m_machines.remove(id);
        m_world->hostState.remove(id);
    }

    /// After a restart of the sandbox the machine comes back out of the stored world.
    bool ensure(qint64 id) {
        if (m_machines.contains(id))
            return true;
        if (!m_world->hostState.contains(id) || !m_world->droplets.contains(id))
            return false;
        m_machines.insert(id, Machine::load(id, m_world->hostState.value(id)));
        serve(id);
        return true;
    }

    SshHost *serverOf(qint64 id) {
        if (m_world->switches.value(QStringLiteral("sshd:%1").arg(id)) == QLatin1String("down") || !ensure(id))
            return nullptr;
        const auto it = m_servers.find(id);
        if (it == m_servers.end())
            return nullptr;
        if (m_world->switches.value(QStringLiteral("hostkey:%1").arg(id)) == QLatin1String("swapped")) {
            if (!m_swapped.contains(id))
                m_swapped.insert(id, makeHostKey().pem);
            it->second->setHostKey(m_swapped.value(id));
        } else {
            it->second->setHostKey(m_machines.value(id).hostKey);
        }
        return it->second.get();
    }

    void serve(qint64 id) {
        const Droplet &droplet = *m_world->droplets.constFind(id);
        QSet<QString> keys;
        for (const qint64 key : droplet.sshKeyIds)
            keys.insert(m_world->sshKeys.value(key).publicKey.section(QLatin1Char(' '), 1, 1));
        SshHostHooks hooks;
        hooks.exec = [this, id](const QString &command, const QByteArray &input) {
            if (!m_machines.contains(id) || !m_world->droplets.contains(id))
                return ShellResult{.out = {}, .err = "the host is gone\n", .status = 255, .seconds = 0};
            Shell shell(hostOf(id));
            const ShellResult result = shell.run(command, input);
            keep(id);
            return result;
        };
        hooks.forward = [this, id](const QString &address, quint16 port) -> quint16 {
            const auto to = Ipv4::parse(address);
            if (!to || port != 22 || m_fabric.insideVpc(id, *to, port) != Fabric::Door::Open)
                return 0;
            for (const Droplet &target : std::as_const(m_world->droplets)) {
                if (target.privateIp == *to) {
                    const SshHost *server = serverOf(target.id);
                    return server ? server->serverPort() : quint16{0};
                }
            }
            return 0;
        };
        hooks.realTime = [this](double seconds) {
            return seconds > 0 ? m_world->clock->real(Clock::Duration(static_cast<qint64>(seconds * 1000)))
                               : Clock::Duration(0);
        };
        auto server = std::make_unique<SshHost>(m_machines.value(id).hostKey, keys, hooks);
        if (server->listen(QHostAddress::LocalHost, 0))
            m_servers[id] = std::move(server);
    }

    Shell::Host hostOf(qint64 id) {
        return {.machine = &m_machines[id],
                .droplet = &*m_world->droplets.constFind(id),
                .fabric = &m_fabric,
                .source = {.dropletId = id, .node = false},
                .world = m_world,
                .networkChanged = {}};
    }

    void keep(qint64 id) {
        m_world->hostState.insert(id, m_machines.value(id).save());
        m_world->changed();
    }

    World *m_world;
    Fabric m_fabric;
    QMap<qint64, Machine> m_machines;
    QMap<qint64, QByteArray> m_swapped;
    std::map<qint64, std::unique_ptr<SshHost>> m_servers;
};

} // namespace

std::unique_ptr<HostsHook> makeHosts(World *world) {
    return std::make_unique<Hosts>(world);
}

ShellResult runInPod(World *world, const QString &clusterId, const QString &nodeName, const QStringList &argv) {
    for (const Droplet &droplet : std::as_const(world->droplets)) {
        if (droplet.clusterId != clusterId || droplet.name != nodeName)
            continue;
        const Fabric fabric(world, [](qint64) -> const Machine * { return nullptr; });
        Machine container;
        container.folders = {QStringLiteral("/tmp"), QStringLiteral("/root"), QStringLiteral("/etc")};
        Shell shell({.machine = &container,
                     .droplet = &droplet,
                     .fabric = &fabric,
                     .source = {.dropletId = droplet.id, .node = true},
                     .world = world,
                     .networkChanged = {}});
        return shell.runArgv(argv);
    }
    return {.out = {}, .err = "no such node\n", .status = 1, .seconds = 0};
}

} // namespace sluice::sandbox
