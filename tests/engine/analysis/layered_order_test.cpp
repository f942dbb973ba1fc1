// Layers of a layout in an order with few crossings.
#include <catch2/catch.hpp>

#include "engine/analysis/layered_parts.h"

using namespace mot;

namespace {

void join(std::vector<LayeredNode>& nodes, std::size_t upper, std::size_t lower) {
  nodes[upper].below.emplace_back(lower, 1.0);
  nodes[lower].above.emplace_back(upper, 1.0);
}

std::vector<LayeredNode> nodes_in(const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  std::vector<LayeredNode> nodes;
  for (const auto& [layer, lane] : places) {
    LayeredNode node;
    node.layer = layer;
    node.lane = lane;
    node.is_box = true;
    nodes.push_back(node);
  }
  return nodes;
}

}  // namespace

TEST_CASE("Two lines that cross are put side by side") {
  std::vector<LayeredNode> nodes = nodes_in({{0, 0}, {0, 0}, {1, 0}, {1, 0}});
  join(nodes, 0, 3);
  join(nodes, 1, 2);
  Layers layers{{0, 1}, {2, 3}};
  order_layers(nodes, layers);
  CHECK((layers[0][0] == 0) == (layers[1][0] == 3));
}

TEST_CASE("Lanes keep their order, whatever crosses") {
  std::vector<LayeredNode> nodes = nodes_in({{0, 0}, {0, 1}, {1, 0}, {1, 1}});
  join(nodes, 0, 3);
  join(nodes, 1, 2);
  Layers layers{{1, 0}, {3, 2}};
  order_layers(nodes, layers);
  CHECK(layers == Layers{{0, 1}, {2, 3}});
}

TEST_CASE("What crosses nothing stays as it came") {
  std::vector<LayeredNode> nodes = nodes_in({{0, 0}, {0, 0}, {0, 0}, {1, 0}});
  join(nodes, 1, 3);
  Layers layers{{0, 1, 2}, {3}};
  order_layers(nodes, layers);
  CHECK(layers == Layers{{0, 1, 2}, {3}});
}
