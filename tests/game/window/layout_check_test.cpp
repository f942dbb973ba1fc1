#include "game/window/layout_check.h"

#include <catch2/catch.hpp>

using mot::PlacedLine;

namespace {

PlacedLine line(const std::string& text, mot::Rect box) {
  PlacedLine made;
  made.text = text;
  made.box = box;
  made.shown = box;
  made.colour = {0, 0, 0, 255};
  made.size = 15;
  return made;
}

mot::Pixels plain(mot::Colour colour) {
  mot::Pixels picture{200, 100, {}};
  for (int i = 0; i < 200 * 100; ++i)
    picture.rgba.insert(picture.rgba.end(), {colour.r, colour.g, colour.b, 255});
  return picture;
}

std::vector<std::string> problems(const std::vector<PlacedLine>& lines) {
  return mot::layout_problems(lines, {});
}

}  // namespace

TEST_CASE("Texts side by side are well, one on another are not") {
  CHECK(problems({line("a", {0, 0, 50, 15}), line("b", {50, 0, 50, 15})}).empty());
  CHECK(problems({line("a", {0, 0, 50, 15}), line("b", {40, 5, 50, 15})}) ==
        std::vector<std::string>{"\"b\" lies on \"a\""});
}

TEST_CASE("A cut text is a fault, unless it can be scrolled to") {
  PlacedLine cut = line("a", {0, 0, 50, 15});
  cut.shown.h = 8;
  CHECK(problems({cut}) ==
        std::vector<std::string>{"\"a\" is cut: 50 x 8 of 50 x 15 pixels are shown"});
  cut.scrolls = true;
  CHECK(problems({cut}).empty());
  cut.shown.w = 30;
  CHECK(problems({cut}).size() == 1);
}

TEST_CASE("A shortened and a half covered text are faults, a hidden one is not there") {
  PlacedLine shortened = line("a", {0, 0, 50, 15});
  shortened.shortened = true;
  CHECK(problems({shortened}) == std::vector<std::string>{"\"a\" does not fit its box"});
  PlacedLine covered = line("a", {0, 0, 50, 15});
  covered.covered = 0.3F;
  CHECK(problems({covered}) == std::vector<std::string>{"\"a\" is covered by 30 %"});
  covered.covered = 1;
  CHECK(problems({covered, line("b", {0, 0, 50, 15})}).empty());
}

TEST_CASE("What is left of a line that scrolls out of sight may lie under the bar's edge") {
  PlacedLine left = line("a", {0, 0, 50, 15});
  left.scrolls = true;
  left.covered = 0.3F;
  CHECK(problems({left}).size() == 1);
  left.shown.h = 4;
  CHECK(problems({left}).empty());
}

TEST_CASE("Contrast is that of the standard") {
  CHECK(mot::contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  // #767676 on white is the lightest grey that passes.
  CHECK(mot::contrast({0x76, 0x76, 0x76}, {255, 255, 255}) == Approx(4.54).margin(0.005));
}

TEST_CASE("Faint text is a fault; large text may be fainter") {
  const mot::Pixels white = plain({255, 255, 255});
  PlacedLine faint = line("a", {10, 10, 50, 15});
  faint.colour = {0x90, 0x90, 0x90, 255};
  CHECK(mot::layout_problems({faint}, white) ==
        std::vector<std::string>{"\"a\" has a contrast of 3.19, 4.5 is needed"});
  faint.size = 24;
  CHECK(mot::layout_problems({faint}, white).empty());
  PlacedLine faded = line("a", {10, 10, 50, 15});
  faded.colour.a = 100;
  CHECK(mot::layout_problems({faded}, white).size() == 1);
}
