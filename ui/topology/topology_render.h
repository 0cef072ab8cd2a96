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
/// One page that is as large as the drawing, vectors and embedded fonts.
Status renderPdf(const TopologyModel &model, const QString &path);
/// Mermaid's flowchart text, UTF-8; needs no QApplication.
Status renderMermaid(const TopologyModel &model, const QString &path);
/// By the file's ending: svg, png, pdf, mmd (anything else is refused as InvalidInput).
Status renderFile(const TopologyModel &model, const QString &path);

} // namespace sluice::ui
