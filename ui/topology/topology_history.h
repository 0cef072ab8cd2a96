#pragma once

#include "core/store/store.h"
#include "ui/topology/topology_model.h"

namespace sluice::ui {

/// Something that happened to a deployment, as a place of the time slider.
struct Moment {
    QDateTime at;
    QString words; ///< "payments-egress-nat-gw: ready", "measured: pass"
    bool operator==(const Moment &) const = default;
};

/// Every recorded event in order of time: the journal's entries and the verifications of the history. Pure.
QList<Moment> momentsOf(const blueprint::Plan &plan, const QList<store::Entry> &journal,
                        const QList<store::HistoryItem> &history);

/// The drawing as it was at `moment`: the journal up to then replayed, the addresses that were known by then, and the
/// last verification before it, unless a teardown had begun since. Pure.
TopologyModel topologyAt(const blueprint::Plan &plan, const QList<store::Entry> &journal,
                         const QList<store::HistoryItem> &history, const QDateTime &moment);

} // namespace sluice::ui
