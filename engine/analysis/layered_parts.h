// The steps of the layered layout, one .cpp each, and what they share. Only layered_*.cpp include
// this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/analysis/layered_layout.h"

namespace mot {

/// A box, or a place that a line or its label takes in a layer it crosses.
struct LayeredNode {
  std::size_t lane = 0;
  std::size_t layer = 0;
  double width = 0;
  double height = 0;
  bool is_box = false;
  double x = 0;
  /// Neighbours in the layers above and below, with the weight of the line.
  std::vector<std::pair<std::size_t, double>> above;
  std::vector<std::pair<std::size_t, double>> below;
};

/// Nodes by layer, from left to right.
using Layers = std::vector<std::vector<std::size_t>>;

/// Calls `with(first, end)` for each run of a layer that lies in one lane.
template <class With>
void each_run(const std::vector<LayeredNode>& nodes,
              const std::vector<std::size_t>& layer,
              With with) {
  for (std::size_t first = 0; first < layer.size();) {
    std::size_t end = first + 1;
    while (end < layer.size() && nodes[layer[end]].lane == nodes[layer[first]].lane) ++end;
    with(first, end);
    first = end;
  }
}

/// Puts the layers into an order with few crossings, lanes from left to right.
void order_layers(const std::vector<LayeredNode>& nodes, Layers& layers);

/// Widens the lanes to what they hold, and gives every node its x. Requires ordered layers.
std::vector<LayoutLane> place_nodes(const LayoutInput& input,
                                    const Layers& layers,
                                    std::vector<LayeredNode>& nodes);

}  // namespace mot
