#include "ui/wizard/cidr_moves.h"

#include <algorithm>

namespace sluice::ui {

const QList<Cidr> &privateRanges() {
    static const QList<Cidr> ranges{Cidr::parse(QStringLiteral("10.0.0.0/8")).value(),
                                    Cidr::parse(QStringLiteral("172.16.0.0/12")).value(),
                                    Cidr::parse(QStringLiteral("192.168.0.0/16")).value()};
    return ranges;
}

Cidr blockAt(Ipv4 address, int prefix, const Cidr &range) {
    const std::uint32_t inside = std::clamp(address.bits(), range.first().bits(), range.last().bits());
    return Cidr(Ipv4(inside), std::max(prefix, range.prefix()));
}

std::optional<Cidr> freeNeighbour(const Cidr &from, bool above, const QList<Cidr> &used) {
    QList<Cidr> ranges = privateRanges();
    if (!above)
        std::reverse(ranges.begin(), ranges.end());
    const auto size = static_cast<std::int64_t>(from.size());
    for (const Cidr &range : std::as_const(ranges)) {
        if (from.prefix() < range.prefix())
            continue;
        const std::int64_t lowest = range.first().bits(), highest = std::int64_t{range.last().bits()} + 1 - size;
        // Every step leaves a whole used block behind, so there are no more steps than blocks.
        std::int64_t at = above ? std::max(lowest, std::int64_t{from.first().bits()} + size)
                                : std::min(highest, std::int64_t{from.first().bits()} - size);
        while (at >= lowest && at <= highest) {
            const Cidr candidate(Ipv4(static_cast<std::uint32_t>(at)), from.prefix());
            const auto obstacle = std::find_if(used.begin(), used.end(),
                                               [&candidate](const Cidr &block) { return block.overlaps(candidate); });
            if (obstacle == used.end())
                return candidate;
            const std::int64_t beyond =
                above ? std::int64_t{obstacle->last().bits()} + size : std::int64_t{obstacle->first().bits()} - 1;
            at = beyond / size * size;
            if (!above && at + size > obstacle->first().bits())
                at -= size;
        }
    }
    return std::nullopt;
}

} // namespace sluice::ui
