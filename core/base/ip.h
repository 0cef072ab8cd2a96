#pragma once

#include "core/base/result.h"

#include <QList>
#include <cstdint>

namespace sluice {

/// An IPv4 address. The whole product is IPv4: the NAT gateway has no IPv6 (VPC/NAT gateway limits,
/// docs.digitalocean.com).
class Ipv4 {
public:
    constexpr Ipv4() = default;
    constexpr explicit Ipv4(std::uint32_t bits)
        : m_bits(bits) {}
    /// Strict dotted quad without leading zeros or spaces; anything else is InvalidInput.
    static Result<Ipv4> parse(const QString &text);

    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr bool isNull() const { return m_bits == 0; }
    /// In 10/8, 172.16/12 or 192.168/16 (RFC 1918).
    bool isPrivate() const;
    QString toString() const;
    constexpr auto operator<=>(const Ipv4 &) const = default;

private:
    std::uint32_t m_bits = 0;
};

/// An IPv4 network in CIDR notation. The host bits are always zero.
class Cidr {
public:
    constexpr Cidr() = default;
    /// `prefix` 0..32; host bits of `base` are cleared.
    Cidr(Ipv4 base, int prefix);
    /// "a.b.c.d/n". Host bits must be zero: the error's remedy names the network that was probably meant.
    static Result<Cidr> parse(const QString &text);

    Ipv4 network() const { return m_base; }
    int prefix() const { return m_prefix; }
    /// Number of addresses, 1..2^32.
    std::uint64_t size() const { return std::uint64_t{1} << (32 - m_prefix); }
    Ipv4 first() const { return m_base; }
    Ipv4 last() const { return Ipv4(static_cast<std::uint32_t>(m_base.bits() + (size() - 1))); }
    bool contains(Ipv4 address) const;
    bool contains(const Cidr &other) const;
    bool overlaps(const Cidr &other) const;
    /// Wholly inside one RFC 1918 block.
    bool isPrivate() const;
    QString toString() const;
    auto operator<=>(const Cidr &) const = default;

private:
    Ipv4 m_base;
    int m_prefix = 32;
};

/// The first block of `prefix` bits inside `within` (tried in order) that overlaps none of `used`; NotFound when all is
/// taken.
Result<Cidr> firstFreeBlock(int prefix, const QList<Cidr> &within, const QList<Cidr> &used);

} // namespace sluice
