#include "game/window/tile_prints.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>

using namespace mot;

namespace {

struct Shape {
  Rect box;
  std::uint64_t look = 0;
};

std::vector<Rect> changed(TilePrints& prints, const std::vector<Shape>& shapes) {
  prints.begin(320, 180);
  for (const Shape& shape : shapes) {
    prints.add(shape.box, shape.look);
  }
  return prints.changed();
}

// What a pixel looks like: all shapes that touch it, in their order.
std::vector<std::uint64_t> looks_at(const std::vector<Shape>& shapes, Vec pixel) {
  std::vector<std::uint64_t> looks;
  for (const Shape& shape : shapes) {
    if (shape.box.contains(pixel)) {
      looks.push_back(shape.look);
    }
  }
  return looks;
}

bool holds(const std::vector<Rect>& boxes, Vec pixel) {
  return std::any_of(boxes.begin(), boxes.end(),
                     [pixel](const Rect& box) { return box.contains(pixel); });
}

}  // namespace

TEST_CASE("The first picture and one of another size are painted whole", "[window][tile-prints]") {
  TilePrints prints;
  CHECK(changed(prints, {}) == std::vector<Rect>{{0, 0, 320, 180}});
  CHECK(changed(prints, {}).empty());
  prints.begin(100, 50);
  CHECK(prints.changed() == std::vector<Rect>{{0, 0, 100, 50}});
}

TEST_CASE("Only where a shape is new, gone or another there is something to paint",
          "[window][tile-prints]") {
  TilePrints prints;
  const Shape ground{{0, 0, 320, 180}, 1};
  const Shape letter{{70, 20, 8, 10}, 2};
  changed(prints, {ground});
  const std::vector<Rect> around{{64, 16, 32, 16}};
  CHECK(changed(prints, {ground, letter}) == around);
  CHECK(changed(prints, {ground, letter}).empty());
  CHECK(changed(prints, {letter, ground}) == around);
  CHECK(changed(prints, {ground}) == around);
}

TEST_CASE("What lies outside of the picture changes nothing", "[window][tile-prints]") {
  TilePrints prints;
  changed(prints, {});
  CHECK(changed(prints, {{{400, 10, 20, 20}, 1}, {{-30, -30, 20, 20}, 2}}).empty());
}

TEST_CASE("A column of changes is one box", "[window][tile-prints]") {
  TilePrints prints;
  changed(prints, {});
  CHECK(changed(prints, {{{40, 0, 10, 180}, 1}}) == std::vector<Rect>{{32, 0, 32, 180}});
}

TEST_CASE("Whatever is drawn, all that looks different is among the changes, none of it twice",
          "[window][tile-prints]") {
  // As far apart as hashes are.
  constexpr std::array<std::uint64_t, 5> kLooks{0x51ED270B7A3F9D21, 0x9C30D539D3B1F8A7,
                                                0x2545F4914F6CDD1D, 0xD1342543DE82EF95,
                                                0x6A09E667F3BCC908};
  std::mt19937 random(7);
  const auto up_to = [&random](int most) {
    return static_cast<float>(std::uniform_int_distribution<int>(0, most)(random));
  };
  TilePrints prints;
  std::vector<Shape> shapes;
  changed(prints, shapes);
  for (int round = 0; round < 200; ++round) {
    const std::vector<Shape> before = shapes;
    if (!shapes.empty() && round % 3 == 0) {
      shapes.erase(shapes.begin() + static_cast<std::ptrdiff_t>(random() % shapes.size()));
    } else {
      shapes.push_back({{up_to(330) - 10, up_to(190) - 10, up_to(90), up_to(60)},
                        kLooks.at(random() % kLooks.size())});
    }
    const std::vector<Rect> boxes = changed(prints, shapes);
    for (int k = 0; k < 300; ++k) {
      const Vec pixel{up_to(319), up_to(179)};
      if (looks_at(before, pixel) != looks_at(shapes, pixel)) {
        CHECK(holds(boxes, pixel));
      }
    }
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      for (std::size_t b = a + 1; b < boxes.size(); ++b) {
        const Rect both = intersection(boxes[a], boxes[b]);
        CHECK((both.w <= 0 || both.h <= 0));
      }
    }
  }
}
