#pragma once

#include "core/store/store.h"
#include "core/verify/standing.h"

namespace sluice::operations {

/// What a deployment's history says of its egress: verify::standingOf its stored reports. A document that cannot be
/// read is left out.
verify::Standing measuredOf(const QList<store::HistoryItem> &history);

} // namespace sluice::operations
