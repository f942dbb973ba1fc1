#include "engine/analysis/map_svg_parts.h"

#include <catch2/catch.hpp>

using namespace mot;

TEST_CASE("Words are broken at spaces, Chinese anywhere; the last line is cut") {
  CHECK(broken("", 10, 2).empty());
  CHECK(broken("one two", 10, 2) == std::vector<std::string>{"one two"});
  CHECK(broken("one two three", 8, 2) == std::vector<std::string>{"one two", "three"});
  const auto chinese = broken("前台的第一句话", 8, 2);
  REQUIRE(chinese.size() == 2);
  CHECK(chinese[0] + chinese[1] == "前台的第一句话");
  const auto cut = broken("one two three four five", 8, 2);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].ends_with("…"));
}

TEST_CASE("A text element has its place, its style, and no markup of the text's own") {
  const std::string text = svg_text(1, 2.5, "name", "a < b & c", "start");
  CHECK(text.find("class=\"name\"") != std::string::npos);
  CHECK(text.find("text-anchor=\"start\"") != std::string::npos);
  CHECK(text.find("a &lt; b &amp; c") != std::string::npos);
}

TEST_CASE("Each kind of ending has a sign of its own") {
  CHECK(sign_of(EndingKind::resolved) == "✓");
  CHECK(sign_of(EndingKind::unresolved) == "○");
  CHECK(sign_of(EndingKind::lost) == "✗");
  CHECK(sign_of(EndingKind::escalated) == "▲");
}

TEST_CASE("What the signs mean takes more rows where there is less room") {
  const UiStrings words(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  const MapLegend wide = map_legend(words, 3000, 20);
  const MapLegend narrow = map_legend(words, 500, 20);
  CHECK(narrow.height > wide.height);
  CHECK(wide.svg.find(words.text("map.never")) != std::string::npos);
  CHECK(svg_style().find("<marker id=\"arrow\"") != std::string::npos);
}
