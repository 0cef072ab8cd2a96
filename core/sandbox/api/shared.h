#pragma once

#include "core/sandbox/world.h"

/// What one resource of the simulated API needs of another.
namespace sluice::sandbox {

struct Member {
    QString urn, name;
    QDateTime createdAt;
    bool listed; ///< false: blocks the VPC's deletion without being shown
};

Result<Cidr> freeVpcRange(const World &world, const QString &region);
Vpc &addVpc(World &world, const QString &name, const QString &region, const Cidr &range, const QString &description);
/// The region's default VPC, made when there is none yet.
QString defaultVpc(World &world, const QString &region);
QList<Member> vpcMembers(const World &world, const QString &vpcId);
/// Keeps a thing that is gone in its VPC's member list for a while.
void leaveVpc(World &world, const QString &vpcId, const QString &urn, const QString &name, const QDateTime &createdAt);

/// Puts a droplet into the world and starts its life. The caller has set name, region, size, image, vpcId, tags and the
/// like.
Droplet &addDroplet(World &world, Droplet droplet);
/// DELETE: still there for a while, then gone with its traces following later.
void removeDroplet(World &world, qint64 id);
bool exceedsDropletLimit(const World &world, qsizetype more);
int dropletLimit(const World &world);

/// Firewalls that touch these tags or this droplet apply anew (waiting, then succeeded).
void reapplyFirewalls(World &world, const QStringList &tags, qint64 dropletId = 0);

/// Tags that a create body names come to be and outlive the resource; the platform's own (k8s...) go with it.
void keepTags(World &world, const QStringList &tags);
/// Kept ones and those that some resource carries.
QStringList allTags(const World &world);

Json actionJson(const Action &action);

/// The default project's id, made on first use.
QString defaultProject(World &world);

} // namespace sluice::sandbox
