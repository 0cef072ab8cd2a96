#pragma once

#include "core/blueprint/plan.h"

namespace sluice::ui {

/// "Who can reach what" of a plan in plain words, read from the firewalls' planned rules themselves: one sentence for
/// the bastion's port 22, one for the private droplet, and whatever else a rule would open.
QStringList whoCanReach(const blueprint::Plan &plan);

} // namespace sluice::ui
