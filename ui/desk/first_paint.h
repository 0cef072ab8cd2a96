#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace sluice::ui {

/// For who measures the start: writes "window usable" to the log category sluice.start (QT_LOGGING_RULES=
/// sluice.start.debug=true) as soon as `window` is painted and takes events. Does nothing while the category is off.
void announceFirstPaint(QWidget *window);

} // namespace sluice::ui
