#include "ui/topology/topology_evidence.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

EdgeVerdict edgeVerdict(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::Pass:
        return EdgeVerdict::Pass;
    case verify::Verdict::Fail:
        return EdgeVerdict::Fail;
    case verify::Verdict::Unknown:
        break;
    }
    return EdgeVerdict::Unknown;
}

int weight(EdgeVerdict verdict) {
    return verdict == EdgeVerdict::Fail      ? 3
           : verdict == EdgeVerdict::Unknown ? 2
           : verdict == EdgeVerdict::Pass    ? 1
                                             : 0;
}

/// The place a cell looks at, for cells that look at one place and not at a whole path.
QString placeOf(const QString &cell) {
    static const QHash<QString, QString> places{
        {QStringLiteral("route_equals_plan"), QStringLiteral("route")},
        {QStringLiteral("agent_ready"), QStringLiteral("route")},
        {QStringLiteral("firewall_private"), QStringLiteral("private_firewall")},
        {QStringLiteral("firewall_bastion"), QStringLiteral("bastion_firewall")},
        {QStringLiteral("private_direct_ssh"), QStringLiteral("private_firewall")},
        {QStringLiteral("nat_gateway_active"), QStringLiteral("nat_gateway")},
        {QStringLiteral("droplet_default_route"), QStringLiteral("droplet")},
        {QStringLiteral("metadata_route"), QStringLiteral("droplet")},
        {QStringLiteral("metadata_answer"), QStringLiteral("droplet")},
        {QStringLiteral("boot_default_route"), QStringLiteral("droplet")},
        {QStringLiteral("dns:droplet"), QStringLiteral("droplet")},
        {QStringLiteral("dns:bastion"), QStringLiteral("bastion")},
    };
    return places.value(cell);
}

} // namespace

QString brokenAt(const verify::Cell &cell) {
    static const QHash<QString, QString> places{
        {QStringLiteral("route_missing"), QStringLiteral("route")},
        {QStringLiteral("route_wrong_gateway"), QStringLiteral("route")},
        {QStringLiteral("route_narrow_destination"), QStringLiteral("route")},
        {QStringLiteral("agent_not_ready"), QStringLiteral("route")},
        {QStringLiteral("node_without_route"), QStringLiteral("route")},
        {QStringLiteral("kubernetes_unreachable"), QStringLiteral("cluster")},
        {QStringLiteral("image_pull"), QStringLiteral("cluster")},
        {QStringLiteral("droplet_default_route"), QStringLiteral("droplet")},
        {QStringLiteral("droplet_unreachable"), QStringLiteral("droplet")},
        {QStringLiteral("metadata_route_missing"), QStringLiteral("droplet")},
        {QStringLiteral("metadata_unreachable"), QStringLiteral("droplet")},
        {QStringLiteral("second_default_at_boot"), QStringLiteral("droplet")},
        {QStringLiteral("private_reachable_directly"), QStringLiteral("private_firewall")},
        {QStringLiteral("bastion_unreachable"), QStringLiteral("bastion")},
        {QStringLiteral("bastion_behind_nat"), QStringLiteral("bastion")},
        {QStringLiteral("nat_gateway_not_active"), QStringLiteral("nat_gateway")},
        {QStringLiteral("nat_gateway_not_forwarding"), QStringLiteral("nat_gateway")},
        {QStringLiteral("gateway_ip_changed"), QStringLiteral("nat_gateway")},
        {QStringLiteral("egress_ip_changed"), QStringLiteral("nat_gateway")},
        {QStringLiteral("echo_disagree"), QStringLiteral("internet")},
        {QStringLiteral("echo_not_credible"), QStringLiteral("internet")},
        {QStringLiteral("echo_unreachable"), QStringLiteral("internet")},
    };
    if (cell.verdict == verify::Verdict::Pass)
        return {};
    const QString place = places.value(cell.diagnosis.cause);
    return place.isEmpty() ? placeOf(cell.id) : place;
}

QDateTime measuredAt(const verify::Cell &cell) {
    QDateTime last;
    for (const verify::Evidence &evidence : cell.evidence)
        if (const QDateTime at = QDateTime::fromString(evidence.at, Qt::ISODate);
            at.isValid() && (!last.isValid() || at > last))
            last = at.toUTC();
    return last;
}

QString ageText(const QDateTime &at, const QDateTime &now) {
    if (!at.isValid())
        return {};
    if (!now.isValid())
        return tr("%1 UTC").arg(QLocale::c().toString(at.toUTC(), QStringLiteral("d MMM HH:mm")));
    const qint64 seconds = at.secsTo(now);
    if (seconds < 60) // a sandbox whose time runs faster may be ahead of the desk's clock
        return tr("just now");
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return tr("%1 h ago").arg(seconds / 3600);
    return tr("%1 days ago").arg(seconds / 86400);
}

QStringList Evidence::podCells() const {
    QStringList ids;
    for (const verify::Cell &cell : m_cells)
        if (cell.id.startsWith(QLatin1String("pod_egress:")))
            ids.append(cell.id);
    return ids;
}

EdgeEvidence Evidence::of(const QStringList &cells, const QString &onlyAfter) const {
    EdgeEvidence out;
    for (const verify::Cell &cell : m_cells) {
        if (!cells.contains(cell.id))
            continue;
        const QString broken = brokenAt(cell);
        if (!onlyAfter.isEmpty() && !broken.isEmpty() && broken != onlyAfter && broken != QLatin1String("internet"))
            continue;
        const EdgeVerdict verdict = edgeVerdict(cell.verdict);
        if (weight(verdict) <= weight(out.verdict))
            continue;
        out = {verdict, cell.observed, measuredAt(cell), ageText(measuredAt(cell), m_now), broken};
        if (out.observed.isEmpty())
            out.observed = verdict == EdgeVerdict::Fail ? tr("no answer") : tr("not measured");
    }
    return out;
}

void Evidence::addTo(TopologyNode &node) const {
    QDateTime looked;
    const verify::Cell *worst = nullptr;
    bool onPath = false;
    for (const verify::Cell &cell : m_cells) {
        const QString broken = brokenAt(cell);
        if (placeOf(cell.id) == node.id)
            if (const QDateTime at = measuredAt(cell); at.isValid() && (!looked.isValid() || at > looked))
                looked = at;
        if (broken != node.id || cell.verdict != verify::Verdict::Fail)
            continue;
        onPath |= placeOf(cell.id).isEmpty();
        if (!worst || (worst->diagnosis.message.isEmpty() && !cell.diagnosis.message.isEmpty()))
            worst = &cell;
    }
    if (looked.isValid())
        node.facts.append({tr("Last checked"), ageText(looked, m_now), false});
    if (!worst)
        return;
    node.alert = onPath ? tr("the path breaks here") : tr("differs from the plan");
    node.alertDetails = worst->diagnosis.message.isEmpty()
                            ? tr("Expected %1, measured %2.").arg(worst->expected, worst->observed)
                            : worst->diagnosis.message;
    if (!worst->diagnosis.remedy.isEmpty())
        node.alertDetails += QLatin1Char(' ') + worst->diagnosis.remedy;
}

void markDrift(TopologyModel &model, const QMap<QString, QString> &drift) {
    for (auto found = drift.begin(); found != drift.end(); ++found) {
        QString id = model.find(found.key()) ? found.key() : placeOf(found.key());
        if (!model.find(id))
            id = QStringLiteral("vpc");
        for (TopologyNode &node : model.nodes) {
            if (node.id != id)
                continue;
            if (node.alert.isEmpty())
                node.alert = tr("differs from the plan");
            node.alertDetails += (node.alertDetails.isEmpty() ? QString() : QStringLiteral(" ")) + found.value();
        }
    }
}

} // namespace sluice::ui
