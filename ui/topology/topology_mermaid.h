#pragma once

#include "ui/topology/topology_model.h"

namespace sluice::ui {

/// The drawing as a Mermaid flowchart: containers are subgraphs, every other node is a box with its state in words,
/// every edge an arrow (planned ones dotted) with what was measured. Names are quoted and escaped, so that no name can
/// change the chart.
QString toMermaid(const TopologyModel &model);

} // namespace sluice::ui
