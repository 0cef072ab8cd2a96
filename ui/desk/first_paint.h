#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace sluice::ui {

/// Writes how long ago the process's main() began, with what has just been done, to the same category.
void markStart(const char *what);

/// For who measures the start: writes "window usable" to the log category sluice.start (QT_LOGGING_RULES=
/// sluice.start.debug=true) as soon as `window` is painted and takes events. Does nothing while the category is off.
void announceFirstPaint(QWidget *window);

} // namespace sluice::ui
