#pragma once

#include "core/base/ip.h"

#include <QList>
#include <optional>

namespace sluice::ui {

/// The three private ranges (RFC 1918), lowest first.
const QList<Cidr> &privateRanges();
/// The block of `prefix` bits that holds `address`, wholly inside `range`.
Cidr blockAt(Ipv4 address, int prefix, const Cidr &range);
/// The nearest block of the same size above (or below) `from` inside the private ranges that overlaps none of `used`;
/// nothing when there is none.
std::optional<Cidr> freeNeighbour(const Cidr &from, bool above, const QList<Cidr> &used);

} // namespace sluice::ui
