#pragma once

#include "ui/desk/notifier.h"

namespace sluice::ui {

/// The news that the verdict of a deployment changed (pass | fail | unknown); bad when it got worse.
Notice verdictNotice(const QString &deployment, const QString &before, const QString &after);

} // namespace sluice::ui
