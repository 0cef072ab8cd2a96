#pragma once

#include "ui/theme/theme.h"
#include "ui/topology/topology_layout.h"

#include <QPainter>

namespace sluice::ui {

/// The one drawing grammar, used by scene items and by the exports alike. Status = outline shape + badge + word +
/// colour.
struct NodeLook {
    bool hovered = false;
    bool selected = false;
    bool focused = false;
    bool emphasised = false; ///< what is being decided just now
};
struct EdgeLook {
    bool highlighted = false;
    qreal phase = -1; ///< 0..1: where the dots of measured traffic are; negative = none
};

QColor containerFill(NodeKind kind); ///< ground of the cloud, the VPC and the cluster
Tone nodeTone(NodeStatus status);
QString nodeStatusIcon(NodeStatus status);
QString nodeIcon(NodeKind kind);
Tone edgeTone(const TopologyEdge &edge);

void paintNode(QPainter *painter, const TopologyNode &node, const QRectF &box, TopologyLayout::Form form,
               const NodeLook &look = {});
void paintEdge(QPainter *painter, const TopologyEdge &edge, const TopologyLayout::Edge &path,
               const EdgeLook &look = {});
/// What the marks mean, from the left, in as many rows as the width asks for; answers where the last one ends.
qreal paintLegend(QPainter *painter, const QRectF &box);
/// Everything at once, containers first.
void paintTopology(QPainter *painter, const TopologyModel &model, const TopologyLayout &layout);

} // namespace sluice::ui
