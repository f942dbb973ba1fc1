#include "game/tools/line_wrap.h"

#include <catch2/catch.hpp>

#include "engine/base/utf8.h"

namespace {

// A unit a Latin letter, two a Chinese one.
float width_of(char32_t c) { return static_cast<float>(mot::display_width(c)); }

std::vector<std::string> lines_of(std::string_view text, float width) {
  std::vector<std::string> out;
  for (const mot::ShownLine& line : mot::shown_lines(text, width, width_of)) {
    out.emplace_back(text.substr(line.begin, line.end - line.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("Words stay whole, and blanks stay at the end of their line") {
  CHECK(lines_of("one two three", 8) == std::vector<std::string>{"one two ", "three"});
}

TEST_CASE("A word wider than the line is cut") {
  CHECK(lines_of("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
}

TEST_CASE("Chinese breaks between characters, but not before closing punctuation") {
  CHECK(lines_of("您好我来了。好", 10) == std::vector<std::string>{"您好我来", "了。好"});
  CHECK(lines_of("他说（好）吗", 6) == std::vector<std::string>{"他说", "（好）", "吗"});
}

TEST_CASE("Line ends are kept, and without a width nothing else breaks") {
  CHECK(lines_of("a b\n\nc", 0) == std::vector<std::string>{"a b", "", "c"});
  CHECK(lines_of("", 5) == std::vector<std::string>{""});
  CHECK(lines_of("a\n", 5) == std::vector<std::string>{"a", ""});
}

TEST_CASE("A place is found from a distance and back") {
  const std::string text = "ab你d\nx";
  const auto lines = mot::shown_lines(text, 0, width_of);
  CHECK(mot::line_at(lines, 0) == 0);
  CHECK(mot::line_at(lines, text.size()) == 1);
  CHECK(mot::x_of(text, lines[0], 5, width_of) == 4);
  CHECK(mot::place_at(text, lines[0], 2.2F, width_of) == 2);
  CHECK(mot::place_at(text, lines[0], 3.2F, width_of) == 5);
  CHECK(mot::place_at(text, lines[0], 99, width_of) == lines[0].end);
}
