#pragma once

#include "ui/desk/desk.h"

namespace sluice::ui {

/// What happened in the last run of a deployment, in plain language, from its journal, its steps and its history alone:
/// what was made in which order, what took longest and why, what was tried again or found instead of made, how it ended
/// and what to do, what is left, what that costs. Empty when nothing has run. `now` in UTC, for a run that goes on.
QString explainRun(const DeploymentView &view, const QDateTime &now);

} // namespace sluice::ui
