#pragma once

#include "core/base/result.h"
#include "ui/topology/topology_model.h"

#include <QString>

namespace sluice::ui {

/// Writes the drawing as SVG (vectors and text). Needs a QApplication (offscreen will do). Storage error when the file
/// cannot be written.
Status renderSvg(const TopologyModel &model, const QString &path);
/// The same as PNG; `scale` 1 = 96 dpi, 0.25..8.
Status renderPng(const TopologyModel &model, const QString &path, double scale = 2.0);

} // namespace sluice::ui
