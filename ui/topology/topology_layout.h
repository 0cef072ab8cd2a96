#pragma once

#include "ui/topology/topology_model.h"

#include <QHash>
#include <QPolygonF>
#include <QRectF>

namespace sluice::ui {

/// Wide: traffic runs from left to right, for a window or a sheet. Tall: it runs down, for a column beside something
/// else; what stands above keeps its place while parts are added below.
enum class Arrangement { Wide, Tall };

/// Where everything of a drawing goes, in device-independent pixels. A function of the model's shape alone: equal
/// shapes give equal layouts, so that states change without anything moving.
struct TopologyLayout {
    struct Edge {
        QPolygonF points; ///< orthogonal; empty = not drawn (the two ends touch)
        QRectF label;     ///< overlaps no node; null when there is no room or no label
        QPointF mark;     ///< centre of the verdict's badge when there is no label
    };
    enum class Form { Container, Card, Tile, Chip };
    QRectF bounds;  ///< with the legend: what a sheet needs
    QRectF drawing; ///< without it: what a window shows, where the legend has its own place
    QHash<QString, QRectF> nodes;
    QHash<QString, Form> forms;
    QHash<QString, Edge> edges;
    QRectF legend; ///< null = none
};

TopologyLayout layoutOf(const TopologyModel &model, Arrangement arrangement = Arrangement::Wide);
TopologyLayout tallLayoutOf(const TopologyModel &model);
/// A container's head: icon, title, subtitle, and its note when it has one.
qreal headHeight(const TopologyNode &container);

} // namespace sluice::ui
