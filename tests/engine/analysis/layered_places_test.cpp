// Places of a layout's nodes from left to right.
#include <catch2/catch.hpp>

#include "engine/analysis/layered_parts.h"

using namespace mot;

namespace {

LayeredNode box(std::size_t layer, std::size_t lane, double width) {
  LayeredNode node;
  node.layer = layer;
  node.lane = lane;
  node.width = width;
  node.height = 40;
  node.is_box = true;
  return node;
}

LayoutInput input_of(const std::vector<LayeredNode>& nodes, std::vector<double> lanes) {
  LayoutInput input;
  for (const LayeredNode& node : nodes) input.boxes.push_back({node.width, node.height, node.lane});
  input.lanes = std::move(lanes);
  return input;
}

}  // namespace

TEST_CASE("Neighbours in a layer do not overlap, and their lane holds them") {
  std::vector<LayeredNode> nodes{box(0, 0, 100), box(0, 0, 60), box(0, 0, 80)};
  const std::vector<LayoutLane> lanes = place_nodes(input_of(nodes, {50}), {{0, 1, 2}}, nodes);
  REQUIRE(lanes.size() == 1);
  CHECK(nodes[0].x + 50 <= nodes[1].x - 30);
  CHECK(nodes[1].x + 30 <= nodes[2].x - 40);
  CHECK(nodes[0].x - 50 >= lanes[0].x);
  CHECK(nodes[2].x + 40 <= lanes[0].x + lanes[0].width);
}

TEST_CASE("A lane is as wide as is asked for, and the next begins behind it") {
  std::vector<LayeredNode> nodes{box(0, 0, 20), box(0, 1, 20)};
  const std::vector<LayoutLane> lanes = place_nodes(input_of(nodes, {300, 200}), {{0, 1}}, nodes);
  REQUIRE(lanes.size() == 2);
  CHECK(lanes[0].width >= 300);
  CHECK(lanes[1].width >= 200);
  CHECK(lanes[1].x >= lanes[0].x + lanes[0].width);
  CHECK(nodes[1].x - 10 >= lanes[1].x);
}

TEST_CASE("A single line between two layers runs straight") {
  std::vector<LayeredNode> nodes{box(0, 0, 120), box(1, 0, 40)};
  nodes[0].below.emplace_back(1, 1.0);
  nodes[1].above.emplace_back(0, 1.0);
  place_nodes(input_of(nodes, {50}), {{0}, {1}}, nodes);
  CHECK(nodes[0].x == Approx(nodes[1].x));
}
