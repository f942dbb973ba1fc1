#include "engine/analysis/layered_layout.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/base/draw.h"

using namespace mot;

namespace {

LayoutInput boxes(std::size_t count, std::size_t lanes = 1) {
  LayoutInput input;
  for (std::size_t i = 0; i < count; ++i) input.boxes.push_back({100, 40, i % lanes});
  input.lanes.assign(lanes, 50);
  return input;
}

LayoutLine line(std::size_t from, std::size_t to) {
  LayoutLine out;
  out.from = from;
  out.to = to;
  return out;
}

bool overlap(const LayoutInput& input, const LayeredLayout& layout, std::size_t a, std::size_t b) {
  const double dx = std::abs(layout.boxes[a].x - layout.boxes[b].x);
  const double dy = std::abs(layout.boxes[a].y - layout.boxes[b].y);
  return dx < (input.boxes[a].width + input.boxes[b].width) / 2 - 1e-6 &&
         dy < (input.boxes[a].height + input.boxes[b].height) / 2 - 1e-6;
}

// Boxes in lanes, lines in all directions, labels on some.
LayoutInput random_input(std::uint32_t seed) {
  auto pick = [seed, n = std::uint64_t{0}](std::uint32_t below_this) mutable {
    return below(draw(seed, Stream::policy, n++), below_this);
  };
  const std::uint32_t many = 2 + pick(40);
  LayoutInput input = boxes(many, 1 + pick(4));
  const auto count = static_cast<std::uint32_t>(input.boxes.size());
  for (std::uint32_t i = 0; i < 2 * count; ++i) {
    LayoutLine added = line(pick(count), pick(count));
    if (pick(3) == 0) {
      added.label_width = 20 + pick(150);
      added.label_height = 16;
    }
    input.lines.push_back(added);
  }
  return input;
}

}  // namespace

TEST_CASE("A chain goes straight down") {
  LayoutInput input = boxes(4);
  for (std::size_t i = 0; i < 3; ++i) input.lines.push_back(line(i, i + 1));
  const LayeredLayout layout = lay_out(input);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(layout.boxes[i].y < layout.boxes[i + 1].y);
    CHECK(layout.boxes[i].x == Approx(layout.boxes[i + 1].x));
    CHECK_FALSE(layout.lines[i].back);
  }
}

TEST_CASE("A box lies below everything that leads to it") {
  // 0 → 1 → 2 → 3, and straight 0 → 3.
  LayoutInput input = boxes(4);
  input.lines = {line(0, 1), line(1, 2), line(2, 3), line(0, 3)};
  const LayeredLayout layout = lay_out(input);
  CHECK(layout.boxes[3].y > layout.boxes[2].y);
}

TEST_CASE("What nothing leads to lies just above what it leads to") {
  LayoutInput input = boxes(5);
  input.lines = {line(0, 1), line(1, 2), line(2, 3), line(4, 3)};
  const LayeredLayout layout = lay_out(input);
  CHECK(layout.boxes[4].y == Approx(layout.boxes[2].y));
}

TEST_CASE("Crossings that can be avoided are") {
  // 0 leads to 1 and 2; 1 to 4 and 2 to 3, given in the order that crosses.
  LayoutInput input = boxes(5);
  input.lines = {line(0, 1), line(0, 2), line(1, 4), line(2, 3)};
  const LayeredLayout layout = lay_out(input);
  CHECK((layout.boxes[1].x < layout.boxes[2].x) == (layout.boxes[4].x < layout.boxes[3].x));
}

TEST_CASE("A line to a box above is marked and runs upwards") {
  LayoutInput input = boxes(3);
  input.lines = {line(0, 1), line(1, 2), line(2, 0), line(1, 1)};
  const LayeredLayout layout = lay_out(input);
  CHECK_FALSE(layout.lines[0].back);
  REQUIRE(layout.lines[2].back);
  CHECK(layout.lines[2].points.front().y > layout.lines[2].points.back().y);
  CHECK(layout.lines[3].back);
  CHECK(layout.lines[3].points.size() == 3);
}

TEST_CASE("Boxes stay in their lanes, do not overlap, and all is inside the picture") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const LayoutInput input = random_input(seed);
    const LayeredLayout layout = lay_out(input);
    REQUIRE(layout.boxes.size() == input.boxes.size());
    REQUIRE(layout.lines.size() == input.lines.size());
    REQUIRE(layout.lanes.size() == input.lanes.size());
    bool good = true;
    for (std::size_t a = 0; a < input.boxes.size(); ++a) {
      const LayoutLane& lane = layout.lanes[input.boxes[a].lane];
      good = good && layout.boxes[a].x - 50 >= lane.x - 1e-6 &&
             layout.boxes[a].x + 50 <= lane.x + lane.width + 1e-6 && layout.boxes[a].y >= 0 &&
             layout.boxes[a].y <= layout.height;
      for (std::size_t b = 0; b < a; ++b) good = good && !overlap(input, layout, a, b);
    }
    CHECK(good);
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
      const LayoutWay& way = layout.lines[i];
      REQUIRE(way.points.size() >= 2);
      // It begins and ends at its boxes.
      const LayoutBox& from = input.boxes[input.lines[i].from];
      CHECK(std::abs(way.points.front().x - layout.boxes[input.lines[i].from].x) <= from.width / 2);
      CHECK(std::abs(way.points.front().y - layout.boxes[input.lines[i].from].y) <=
            from.height / 2 + 1e-6);
    }
  }
}

TEST_CASE("Labels do not lie on each other or on boxes") {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    const LayoutInput input = random_input(seed);
    const LayeredLayout layout = lay_out(input);
    bool good = true;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
      const LayoutLine& a = input.lines[i];
      if (a.label_width == 0 || a.from == a.to) continue;
      for (std::size_t k = 0; k < i; ++k) {
        const LayoutLine& b = input.lines[k];
        if (b.label_width == 0 || b.from == b.to) continue;
        const double dx = std::abs(layout.lines[i].label.x - layout.lines[k].label.x);
        const double dy = std::abs(layout.lines[i].label.y - layout.lines[k].label.y);
        good = good && (dx >= (a.label_width + b.label_width) / 2 - 1e-6 || dy >= 16 - 1e-6);
      }
      for (std::size_t b = 0; b < input.boxes.size(); ++b) {
        const double dx = std::abs(layout.lines[i].label.x - layout.boxes[b].x);
        const double dy = std::abs(layout.lines[i].label.y - layout.boxes[b].y);
        good = good && (dx >= (a.label_width + 100) / 2 - 1e-6 || dy >= 28 - 1e-6);
      }
    }
    CHECK(good);
  }
}

TEST_CASE("The same input gives the same picture, and one box is enough") {
  const LayeredLayout one = lay_out(random_input(7));
  const LayeredLayout other = lay_out(random_input(7));
  bool same = one.boxes.size() == other.boxes.size();
  for (std::size_t i = 0; same && i < one.boxes.size(); ++i)
    same = one.boxes[i].x == other.boxes[i].x && one.boxes[i].y == other.boxes[i].y;
  CHECK(same);
  CHECK(lay_out(boxes(1)).boxes.size() == 1);
  CHECK(lay_out(boxes(1)).height == 40);
}

TEST_CASE("A long chain with lines over all of it is laid out without a place in every layer") {
  LayoutInput input = boxes(1500);
  for (std::size_t i = 0; i + 1 < input.boxes.size(); ++i) {
    input.lines.push_back(line(i, i + 1));
    input.lines.push_back(line(i, input.boxes.size() - 1));
  }
  const LayeredLayout layout = lay_out(input);
  CHECK(layout.boxes.back().y > layout.boxes[1400].y);
  std::size_t points = 0;
  for (const LayoutWay& way : layout.lines) points += way.points.size();
  CHECK(points < 400'000);
}
