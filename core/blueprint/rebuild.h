#pragma once

#include "core/blueprint/plan.h"

namespace sluice::blueprint {

/// A deployment of ours that an account shows by itself: our id stands in the VPC's description, in the tags of
/// droplets, cluster and firewalls, and in the key's name. For when nothing is remembered.
struct Trace {
    QString deploymentId;
    Blueprint blueprint;  ///< what the objects say; a field that no object says is empty
    QStringList doubts;   ///< what could not be read off, in words
    bool isWhole = false; ///< VPC, NAT gateway, cluster and both droplets are there
};

/// All traces, by id. Pure.
QList<Trace> findTraces(const AccountFacts &facts);

/// The plan that made it, as far as its objects tell. Not a plan to create from: nothing in it was validated.
Plan planOf(const Trace &trace, const AccountFacts &facts, const Prices &prices, const QDateTime &now);

} // namespace sluice::blueprint
