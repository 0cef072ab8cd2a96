#pragma once

#include <QWidget>
#include <functional>

namespace sluice::ui {

/// Writes how long ago the process's main() began, with what has just been done, to the same category.
void markStart(const char *what);

/// Calls `what` once, as soon as `window` is painted and takes events: the place for work that a person who looks at
/// the window does not wait for. For who measures the start "window usable" is written to the log category sluice.start
/// before it (QT_LOGGING_RULES=sluice.start.debug=true).
void afterFirstPaint(QWidget *window, std::function<void()> what);

} // namespace sluice::ui
