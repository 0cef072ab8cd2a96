#include "ui/topology/fleet_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

} // namespace

FleetTile fleetTileOf(const DeploymentView &view) {
    FleetTile tile{.name = view.name, .region = view.region, .state = view.phase, .egress = view.egressIp};
    if (!view.running.isEmpty()) {
        tile.mark = tr("running");
        tile.tone = Tone::Running;
    } else if (view.phase == QLatin1String("destroyed")) {
        tile.mark = tr("torn down"); // whatever was measured before
        tile.tone = Tone::Planned;
    } else if (view.phase == QLatin1String("failed") || view.verdict == QLatin1String("fail")) {
        tile.mark = tr("fail");
        tile.tone = Tone::Fail;
    } else if (!view.drift.isEmpty()) {
        tile.mark = tr("differs"); // what was proven, was proven of something else
        tile.tone = Tone::Unknown;
    } else if (view.verdict == QLatin1String("pass")) {
        tile.mark = tr("pass");
        tile.tone = Tone::Pass;
    } else if (view.verdict == QLatin1String("unknown")) {
        tile.mark = tr("unknown");
        tile.tone = Tone::Unknown;
    } else {
        tile.mark = tr("not measured");
        tile.tone = Tone::Neutral;
    }
    const TopologyModel model = topologyOf(view.plan, view.steps, view.outputs, view.cells);
    for (const TopologyNode &node : model.nodes)
        if (node.kind == NodeKind::Node || node.kind == NodeKind::NatGateway || node.kind == NodeKind::Droplet ||
            node.kind == NodeKind::Bastion)
            tile.parts.append(node.alert.isEmpty() ? node.status : NodeStatus::Failed);
    return tile;
}

QString fleetTileWords(const FleetTile &tile) {
    QStringList words{tile.name, tile.mark, tile.state, tile.region, tile.egress};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QList<int> findTiles(const QList<FleetTile> &tiles, const QString &text) {
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<int> found;
    for (int i = 0; i < tiles.size() && !words.isEmpty(); ++i) {
        const QString hay = fleetTileWords(tiles[i]);
        if (std::all_of(words.begin(), words.end(),
                        [&hay](const QString &word) { return hay.contains(word, Qt::CaseInsensitive); }))
            found.append(i);
    }
    return found;
}

QString fleetSummary(const QList<FleetTile> &tiles) {
    QMap<QString, int> count;
    for (const FleetTile &tile : tiles)
        ++count[tile.mark];
    QStringList parts;
    for (const QString &mark :
         {tr("fail"), tr("differs"), tr("unknown"), tr("running"), tr("not measured"), tr("pass"), tr("torn down")})
        if (count.value(mark) > 0)
            parts.append(tr("%1 %2").arg(count.value(mark)).arg(mark));
    const QString all = tiles.size() == 1 ? tr("1 deployment") : tr("%1 deployments").arg(tiles.size());
    return parts.isEmpty() ? all : tr("%1: %2").arg(all, parts.join(QStringLiteral(", ")));
}

FleetLayout layoutFleet(qsizetype tiles, qreal aspect) {
    using namespace fleet;
    FleetLayout layout;
    const qreal wide = kTileWidth + kGap;
    const qreal high = kTileHeight + kGap;
    layout.columns = std::max(1, int(std::ceil(std::sqrt(double(tiles) * std::max(.1, aspect) * high / wide))));
    layout.boxes.reserve(tiles);
    for (qsizetype i = 0; i < tiles; ++i)
        layout.boxes.append(
            {double(i % layout.columns) * wide, double(i / layout.columns) * high, kTileWidth, kTileHeight});
    const qsizetype rows = (tiles + layout.columns - 1) / layout.columns;
    const double used = double(std::min<qsizetype>(tiles, layout.columns));
    layout.bounds = QRectF(0, 0, used * wide - kGap, double(rows) * high - kGap).adjusted(-24, -24, 24, 24);
    return layout;
}

} // namespace sluice::ui
