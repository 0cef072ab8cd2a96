#pragma once

#include "core/engine/engine.h"
#include "core/verify/verify.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace sluice::ui {

enum class NodeKind { Cloud, Vpc, Cluster, Node, Route, NatGateway, Droplet, Bastion, Firewall, Internet, Operator };
/// Shown by outline, badge and word: planned = dashed ghost, running = growing, gone = struck ghost.
enum class NodeStatus { Planned, Running, Ready, Failed, Unknown, Deleting, Gone, Outside };
enum class EdgeKind { Egress, Ssh, Relation };
/// What the measurement said of an edge; None = not measured.
enum class EdgeVerdict { None, Pass, Fail, Unknown };

struct TopologyNode {
    /// One line of the details panel.
    struct Fact {
        QString key;
        QString value;
        bool copyable = false;
        bool operator==(const Fact &) const = default;
    };
    QString
        id; ///< stable over plan, progress, ready and gone: "vpc", "nat_gateway", "cluster", "node:1", "bastion", ...
    NodeKind kind = NodeKind::Vpc;
    QString title;
    QString subtitle; ///< ids and addresses resolved, as far as known
    QString note;     ///< one more line in the head of a container; empty = none
    NodeStatus status = NodeStatus::Planned;
    QString statusText; ///< "planned", "state PROVISIONING", "ready", ...
    QString container;  ///< id of the surrounding node; empty = outside the cloud
    QString error;
    QString alert;        ///< short: what a measurement found wrong at this place; empty = nothing
    QString alertDetails; ///< the same as sentences: cause and remedy
    QString progress;     ///< while something runs: for how long, what it waits for, when it is expected to end
    double fraction = -1; ///< 0..1 of the expected time; negative = not running or not known
    QList<Fact> facts;
    bool operator==(const TopologyNode &) const = default;
};

struct TopologyEdge {
    QString id;
    QString from;
    QString to;
    QString label;
    EdgeKind kind = EdgeKind::Relation;
    EdgeVerdict verdict = EdgeVerdict::None;
    bool planned = true; ///< one of its ends is not there yet
    QString rule;        ///< what makes a packet take this hop, in words
    QString observed;    ///< the last measured fact ("203.0.113.57"); empty = not measured
    QDateTime measuredAt;
    QString age;      ///< of `observed`, for people: "2 min ago", or the time itself when no present was given
    QString brokenAt; ///< id of the node where a failed measurement's packet got lost or went wrong; empty = unknown
    bool operator==(const TopologyEdge &) const = default;
};

/// The drawing as data: no geometry, no colours. Pure.
struct TopologyModel {
    QString title; ///< deployment's name
    bool sandbox = false;
    QList<TopologyNode> nodes; ///< containers before their members
    QList<TopologyEdge> edges;

    const TopologyNode *find(const QString &id) const;
    QList<const TopologyNode *> children(const QString &container) const;
    bool isContainer(const QString &id) const;
    /// The packet's way from `id` outwards: edges' ids in order, for a source (node, droplet, bastion). For the NAT
    /// gateway, the Internet and the cluster: all that passes there. Empty for the rest.
    QStringList path(const QString &id) const;
    /// Same nodes, containers (with as many lines in their heads) and edges: a change of states only, which needs no
    /// new layout.
    bool sameShape(const TopologyModel &other) const;
    bool operator==(const TopologyModel &) const = default;
};

QString nodeKindName(NodeKind kind);       ///< "VPC", "NAT gateway", ...; for people
QString nodeStatusName(NodeStatus status); ///< "planned", "ready", ...; for people

/// "just now", "5 min ago", "3 h ago", "2 days ago"; without a present (`now` invalid) the time itself in UTC
/// ("23 Nov 08:02 UTC"); empty when `at` is invalid.
QString ageText(const QDateTime &at, const QDateTime &now);

/// Builds the drawing from a plan and whatever is known of its run; lists may be empty. `now` gives durations and ages;
/// invalid = none (a file that is kept shows times instead).
TopologyModel topologyOf(const blueprint::Plan &plan, const QList<engine::StepState> &steps = {},
                         const QMap<QString, QString> &outputs = {}, const QList<verify::Cell> &cells = {},
                         const QDateTime &now = {});

} // namespace sluice::ui
