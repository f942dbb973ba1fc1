#include "game/window/text_layout.h"

#include <catch2/catch.hpp>

#include "engine/report/text_attributes.h"

using mot::lay_out;
using mot::TextStyle;

namespace {

TextStyle style_of(float width, const char* language, int max_lines = 0) {
  TextStyle style;
  style.type = mot::theme::kChoice;
  style.width = width;
  style.language = language;
  style.max_lines = max_lines;
  return style;
}

}  // namespace

TEST_CASE("a text without width is one line") {
  const auto layout = lay_out("Please calm down, madam.", style_of(0, "en"));
  REQUIRE(layout.lines.size() == 1);
  CHECK(layout.characters == 24);
  CHECK(layout.height == 24);
  CHECK(layout.width > 150);
}

TEST_CASE("English breaks between words") {
  const auto layout = lay_out("Could you fill in the repair form once more?", style_of(200, "en"));
  CHECK(layout.lines.size() == 2);
  CHECK(layout.lines[0].width <= 200);
  CHECK_FALSE(layout.overflows);
}

TEST_CASE("no Chinese line begins with closing punctuation") {
  const std::string text = "抱歉，系统里没有您的记录，您订的可能是另一家酒店。";
  for (int width = 60; width < 300; width += 7) {
    const auto layout = lay_out(text, style_of(static_cast<float>(width), "zh-CN"));
    for (const auto& line : layout.lines) {
      const auto at = static_cast<std::size_t>(line.first_character) * 3;  // three bytes each
      const std::string first = text.substr(at, 3);
      CHECK(first != "，");
      CHECK(first != "。");
    }
  }
}

TEST_CASE("a line height of Chinese is its own") {
  CHECK(lay_out("您好", style_of(0, "zh-CN")).line_height == 27);
  CHECK(lay_out("Hello", style_of(0, "en")).line_height == 24);
}

TEST_CASE("a text too long for its lines shrinks, then says so, and is never cut in silence") {
  const std::string text = "Three days without a call: I would be upset too.";
  const auto roomy = lay_out(text, style_of(360, "en", 1));
  CHECK(roomy.lines.size() == 1);
  CHECK(roomy.size < 17);
  CHECK_FALSE(roomy.overflows);
  const auto one = lay_out(text, style_of(120, "en", 1));
  CHECK(one.lines.size() == 1);
  CHECK(one.overflows);
  const auto two = lay_out(text, style_of(120, "en", 2));
  CHECK(two.lines.size() > 2);
  CHECK(two.overflows);
}

TEST_CASE("characters are counted as a reader counts them") {
  CHECK(mot::character_count("e\u0301a") == 2);
  CHECK(mot::character_count("你好, Wei") == 7);
}

TEST_CASE("the ends of characters grow along the line") {
  const auto layout = lay_out("Nobody came", style_of(0, "en"));
  REQUIRE(layout.lines.size() == 1);
  const auto& ends = layout.lines[0].ends;
  REQUIRE(ends.size() == 11);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    CHECK(ends[i] > ends[i - 1]);
  }
  CHECK(ends.back() == Approx(layout.lines[0].width).margin(0.5));
}

TEST_CASE("bigger text takes more room") {
  CHECK(lay_out("Hello", style_of(0, "en"), 1.25F).width ==
        Approx(lay_out("Hello", style_of(0, "en")).width * 1.25F).epsilon(0.02));
}

TEST_CASE("the picture of a text holds ink inside its margins") {
  const auto picture = mot::text_picture("Hi", style_of(0, "en"), 1, 2);
  const auto cut = mot::trimmed(picture);
  CHECK(picture.height == 2 * 24 + 2 * 12);
  CHECK(cut.left >= 10);
  CHECK(cut.pixels.width > 10);
  CHECK(cut.pixels.height < picture.height);
}

TEST_CASE("a text looks the same after its fonts were forgotten") {
  const TextStyle style = style_of(0, "zh-CN");
  const auto before = mot::text_picture("Room 12，三楼", style, 1, 2);
  mot::forget_fonts();
  CHECK(mot::text_picture("Room 12，三楼", style, 1, 2).rgba == before.rgba);
}
