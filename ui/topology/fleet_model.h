#pragma once

#include "ui/desk/desk.h"
#include "ui/theme/colours.h"
#include "ui/topology/topology_model.h"

#include <QRectF>

namespace sluice::ui {

/// One deployment of the fleet, as little of it as its tile shows.
struct FleetTile {
    QString name;
    QString region;
    QString state;  ///< "ready", "applying", ...
    QString egress; ///< the egress IP; empty = none yet
    QString mark;   ///< verdict in words: "pass", "fail", "unknown", "not measured", "running"
    Tone tone = Tone::Neutral;
    QList<NodeStatus> parts; ///< cluster nodes, gateway and droplets, in the drawing's order
    bool operator==(const FleetTile &) const = default;
};

/// Pure: a deployment's tile.
FleetTile fleetTileOf(const DeploymentView &view);
/// One sentence for screen readers and tooltips.
QString fleetTileWords(const FleetTile &tile);
/// Numbers of the tiles whose name, state, region or address has every word of `text`; empty text finds none.
QList<int> findTiles(const QList<FleetTile> &tiles, const QString &text);
/// "1000 deployments: 3 fail, 12 unknown, 985 pass"; what needs a look comes first.
QString fleetSummary(const QList<FleetTile> &tiles);

/// Where the tiles go. Pure and made away from the UI thread.
struct FleetLayout {
    int columns = 1;
    QList<QRectF> boxes; ///< in the order of the tiles
    QRectF bounds;
};
/// A grid about as wide to high as `aspect` (width / height of the window).
FleetLayout layoutFleet(qsizetype tiles, qreal aspect);

namespace fleet {
inline constexpr qreal kTileWidth = 232;
inline constexpr qreal kTileHeight = 150;
inline constexpr qreal kGap = 18;
/// Level of detail by zoom: below kNames only the mark, below kParts mark and name, above everything.
enum class Detail { Mark, Name, Parts };
inline constexpr qreal kNames = 0.3;
inline constexpr qreal kParts = 0.7;
inline Detail detailAt(qreal zoom) {
    return zoom < kNames ? Detail::Mark : zoom < kParts ? Detail::Name : Detail::Parts;
}
} // namespace fleet

} // namespace sluice::ui
