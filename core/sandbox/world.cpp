#include "core/sandbox/world.h"

#include "core/sandbox/latencies.h"

#include <QRandomGenerator>
#include <QUuid>

namespace sluice::sandbox {

World::World(Clock *worldClock, quint64 seed, QObject *parent)
    : QObject(parent)
    , clock(worldClock)
    , m_latencies(defaultLatencies())
    , m_random(seed ? seed : QRandomGenerator::system()->generate64()) {}

double World::latency(const QString &name) const {
    Q_ASSERT_X(m_latencies.contains(name), "latency", qPrintable(name));
    return m_latencies.value(name, 1);
}

void World::setLatencies(const QMap<QString, double> &values) {
    for (auto it = values.begin(); it != values.end(); ++it)
        m_latencies[it.key()] = it.value();
}

void World::on(const QString &what, std::function<void(const QString &)> handler) {
    m_handlers[what] = std::move(handler);
}

void World::schedule(const QString &latencyName, const QString &what, const QString &id) {
    schedule(Clock::Duration(static_cast<qint64>(latency(latencyName) * 1000)), what, id);
}

void World::schedule(Clock::Duration delay, const QString &what, const QString &id) {
    const Event event{elapsed() + delay, ++m_order, what, id};
    m_events.insert(event.order, event);
    arm(event);
}

void World::arm(const Event &event) {
    clock->after(event.due - elapsed(), this, [this, order = event.order] {
        // Absent when load() replaced the events meanwhile.
        if (!m_events.contains(order))
            return;
        const Event due = m_events.take(order);
        if (const auto handler = m_handlers.value(due.what))
            handler(due.id);
        changed();
    });
}

quint32 World::random(quint32 bound) {
    // splitmix64: small, seedable, the same on every platform.
    m_random += 0x9E3779B97F4A7C15ull;
    quint64 z = m_random;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    z ^= z >> 31;
    return bound == 0 ? static_cast<quint32>(z) : static_cast<quint32>((z >> 32) % bound);
}

QString World::uuid() {
    QByteArray raw;
    for (int i = 0; i < 16; ++i)
        raw.append(static_cast<char>(random(256)));
    raw[6] = static_cast<char>((raw[6] & 0x0f) | 0x40);
    raw[8] = static_cast<char>((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

qint64 World::nextNumber() {
    m_number += 1 + random(9);
    return m_number;
}

Ipv4 World::nextPublicIp() {
    QSet<quint32> used;
    for (const Droplet &droplet : std::as_const(droplets))
        used.insert(droplet.publicIp.bits());
    for (const NatGateway &gateway : std::as_const(natGateways))
        used.insert(gateway.publicIp.bits());
    constexpr int kHosts = 253, kAll = 2 * kHosts; // .2 to .254 of two /24s; .1 is the gateway
    // Onwards from the last one given: a freed address does not come back at once.
    for (int tries = 0; tries < kAll; ++tries) {
        const int n = m_publicIps++ % kAll;
        const quint32 base = n < kHosts ? 0xCB007100u : 0xC6336400u; // 203.0.113.0, 198.51.100.0
        const quint32 address = base + 2 + static_cast<quint32>(n % kHosts);
        if (!used.contains(address))
            return Ipv4(address);
    }
    return {};
}

Ipv4 World::nextPrivateIp(const QString &vpcId) {
    const auto vpc = vpcs.constFind(vpcId);
    if (vpc == vpcs.constEnd())
        return {};
    QSet<quint32> used;
    for (const Droplet &droplet : std::as_const(droplets)) {
        if (droplet.vpcId == vpcId)
            used.insert(droplet.privateIp.bits());
    }
    for (const NatGateway &gateway : std::as_const(natGateways)) {
        if (gateway.vpcId == vpcId)
            used.insert(gateway.gatewayIp.bits());
    }
    // Not the network, its gateway (first), the VPC's resolver (second to last) nor the broadcast address.
    for (quint32 address = vpc->range.first().bits() + 2; address + 1 < vpc->range.last().bits(); ++address) {
        if (!used.contains(address))
            return Ipv4(address);
    }
    return {};
}

Droplet *World::dropletByAddress(Ipv4 address) {
    if (address.isNull())
        return nullptr;
    for (Droplet &droplet : droplets) {
        if (droplet.publicIp == address || droplet.privateIp == address)
            return &droplet;
    }
    return nullptr;
}

QList<qint64> World::dropletsTagged(const QString &tag) const {
    QList<qint64> ids;
    for (const Droplet &droplet : droplets) {
        if (droplet.tags.contains(tag))
            ids << droplet.id;
    }
    return ids;
}

} // namespace sluice::sandbox
