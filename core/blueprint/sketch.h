#pragma once

#include "core/blueprint/plan.h"

namespace sluice::blueprint {

/// What a draft would become if its refused values stood: a picture of the input, never to be carried out. Pure.
Plan sketchOf(const Blueprint &blueprint, const AccountFacts &facts, const Prices &prices);

} // namespace sluice::blueprint
