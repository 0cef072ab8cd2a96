#pragma once

#include "ui/topology/topology_model.h"

namespace sluice::ui {

/// One hop of a packet: where it is, and by which rule it goes on from there (empty at the destination).
struct PathHop {
    QString nodeId;
    QString title;
    QString rule;
    EdgeVerdict verdict = EdgeVerdict::None; ///< of the way onwards
    QString measured;                        ///< "203.0.113.57, 2 min ago"; empty = not measured
    bool broken = false;                     ///< the packet of a failed measurement got lost or went wrong here
    bool reached = true;                     ///< false behind a break: what others measured there says nothing of it
    bool operator==(const PathHop &) const = default;
};

/// The way of a packet from `id` to its destination, hop by hop. A firewall stands for its host, a route for its
/// cluster, the operator for the SSH jump. Empty for what sends nothing (VPC, cloud, Internet).
QList<PathHop> packetPath(const TopologyModel &model, const QString &id);
/// The same as one paragraph for screen readers.
QString pathWords(const QList<PathHop> &hops);
/// "measured: pass", "measured: fail", "could not measure", "planned", "not measured".
QString verdictWords(EdgeVerdict verdict, bool planned);

/// Ids of the nodes that a search for `text` finds, best first: by title, id, kind, state, or any fact (remote ids,
/// addresses); every word must be found. Empty text finds nothing.
QStringList findNodes(const TopologyModel &model, const QString &text);
/// One sentence that says all a drawn node shows; for screen readers.
QString nodeWords(const TopologyNode &node);

} // namespace sluice::ui
