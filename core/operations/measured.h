#pragma once

#include "core/store/store.h"
#include "core/verify/standing.h"

namespace sluice::operations {

/// How much of a history decides what a deployment stands at: its last whole measurement, and what was measured since.
inline const store::HistoryDepth kMeasuredDepth{.newest = 1, .since = QLatin1String(verify::kWholeKind)};

/// What a deployment's history says of its egress: verify::standingOf its stored reports. A document that cannot be
/// read is left out.
verify::Standing measuredOf(const QList<store::HistoryItem> &history);

} // namespace sluice::operations
