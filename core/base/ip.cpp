#include "core/base/ip.h"

#include "core/base/words.h"

#include <QStringList>

namespace sluice {

namespace {

const Cidr &rfc1918(int index) {
    static const Cidr blocks[] = {Cidr(Ipv4(0x0A000000u), 8), Cidr(Ipv4(0xAC100000u), 12), Cidr(Ipv4(0xC0A80000u), 16)};
    return blocks[index];
}

std::uint32_t maskOf(int prefix) {
    return prefix == 0 ? 0u : ~std::uint32_t{0} << (32 - prefix);
}

Error invalid(const QString &message, const QString &remedy = {}) {
    return Error{.code = ErrorCode::InvalidInput, .message = message, .remedy = remedy};
}

} // namespace

Result<Ipv4> Ipv4::parse(const QString &text) {
    const QStringList parts = text.split(QLatin1Char('.'));
    if (parts.size() != 4)
        return invalid(BaseWords::tr("\"%1\" is not an IPv4 address").arg(text.left(64)));
    std::uint32_t bits = 0;
    for (const QString &part : parts) {
        bool digits = !part.isEmpty() && part.size() <= 3;
        for (const QChar c : part)
            digits = digits && c >= QLatin1Char('0') && c <= QLatin1Char('9');
        const bool leadingZero = part.size() > 1 && part.startsWith(QLatin1Char('0'));
        const unsigned value = digits ? part.toUInt() : 256;
        if (!digits || leadingZero || value > 255)
            return invalid(BaseWords::tr("\"%1\" is not an IPv4 address").arg(text.left(64)));
        bits = (bits << 8) | value;
    }
    return Ipv4(bits);
}

bool Ipv4::isPrivate() const {
    return rfc1918(0).contains(*this) || rfc1918(1).contains(*this) || rfc1918(2).contains(*this);
}

QString Ipv4::toString() const {
    return QStringLiteral("%1.%2.%3.%4")
        .arg(m_bits >> 24)
        .arg((m_bits >> 16) & 255)
        .arg((m_bits >> 8) & 255)
        .arg(m_bits & 255);
}

Cidr::Cidr(Ipv4 base, int prefix)
    : m_base(base.bits() & maskOf(prefix))
    , m_prefix(prefix) {}

Result<Cidr> Cidr::parse(const QString &text) {
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return invalid(BaseWords::tr("\"%1\" has no prefix length").arg(text.left(64)),
                       BaseWords::tr("Write it as address/prefix, for example 10.100.0.0/24."));
    const auto base = Ipv4::parse(text.left(slash));
    if (!base)
        return base.error();
    const QString tail = text.mid(slash + 1);
    bool number = false;
    const int prefix = tail.toInt(&number);
    if (!number || prefix < 0 || prefix > 32 || tail != QString::number(prefix))
        return invalid(BaseWords::tr("\"/%1\" is not a prefix length between 0 and 32").arg(tail.left(16)));
    const Cidr cidr(*base, prefix);
    if (cidr.network() != *base)
        return invalid(BaseWords::tr("%1 has bits set behind its /%2 prefix").arg(text).arg(prefix),
                       BaseWords::tr("Use %1.").arg(cidr.toString()));
    return cidr;
}

bool Cidr::contains(Ipv4 address) const {
    return (address.bits() & maskOf(m_prefix)) == m_base.bits();
}

bool Cidr::contains(const Cidr &other) const {
    return other.m_prefix >= m_prefix && contains(other.m_base);
}

bool Cidr::overlaps(const Cidr &other) const {
    return contains(other) || other.contains(*this);
}

bool Cidr::isPrivate() const {
    return rfc1918(0).contains(*this) || rfc1918(1).contains(*this) || rfc1918(2).contains(*this);
}

QString Cidr::toString() const {
    return QStringLiteral("%1/%2").arg(m_base.toString()).arg(m_prefix);
}

Result<Cidr> firstFreeBlock(int prefix, const QList<Cidr> &within, const QList<Cidr> &used) {
    for (const Cidr &space : within) {
        if (prefix < space.prefix())
            continue;
        const std::uint64_t step = std::uint64_t{1} << (32 - prefix);
        const std::uint64_t end = std::uint64_t{space.first().bits()} + space.size();
        std::uint64_t at = space.first().bits();
        while (at + step <= end) {
            const Cidr candidate(Ipv4(static_cast<std::uint32_t>(at)), prefix);
            const Cidr *hit = nullptr;
            for (const Cidr &u : used) {
                if (u.overlaps(candidate)) {
                    hit = &u;
                    break;
                }
            }
            if (!hit)
                return candidate;
            // Jump behind the block in the way instead of trying every candidate inside it.
            const std::uint64_t behind = std::uint64_t{hit->first().bits()} + hit->size();
            at = behind <= at + step ? at + step : (behind + step - 1) / step * step;
        }
    }
    return Error{.code = ErrorCode::NotFound, .message = BaseWords::tr("No free /%1 block is left").arg(prefix)};
}

} // namespace sluice
