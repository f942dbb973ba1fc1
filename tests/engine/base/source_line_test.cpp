#include "engine/base/source_line.h"

#include <catch2/catch.hpp>

#include "engine/base/utf8.h"

using mot::Excerpt;
using mot::SourceCursor;
using mot::SourceText;

namespace {

Excerpt excerpt_of(const std::string& text, mot::Position position, std::uint32_t length = 1) {
  const SourceText source{"a.yaml", text};
  const auto excerpt = SourceCursor().excerpt(source, position, length);
  REQUIRE(excerpt);
  return *excerpt;
}

}  // namespace

TEST_CASE("a short line is shown as it is, with the caret under its sign") {
  const Excerpt excerpt = excerpt_of("one\ntwo three\n", {2, 5}, 5);
  CHECK(excerpt.line == "two three");
  CHECK(excerpt.indent == 4);
  CHECK(excerpt.width == 5);
}

TEST_CASE("columns are counted as a terminal shows them") {
  // 你 and 好 take two columns each, a combining accent none.
  const Excerpt wide = excerpt_of("你好: x\n", {1, 2}, 1);
  CHECK(wide.indent == 2);
  CHECK(wide.width == 2);
  const Excerpt accent = excerpt_of("e\u0301x\n", {1, 3}, 1);
  CHECK(accent.indent == 1);
  CHECK(accent.width == 1);
}

TEST_CASE("the underline ends with the line, and is there behind it") {
  CHECK(excerpt_of("abc\n", {1, 2}, 99).width == 2);
  const Excerpt behind = excerpt_of("abc\n", {1, 9});
  CHECK(behind.indent == 3);
  CHECK(behind.width == 1);
  SourceCursor cursor;
  const SourceText source{"a.yaml", "abc\nd"};
  CHECK(cursor.length_in_line(source, {1, 2}, 99) == 2);
  CHECK(cursor.length_in_line(source, {2, 1}, 0) == 1);
  CHECK(cursor.length_in_line(source, {7, 1}, 5) == 5);
}

TEST_CASE("a long line is cut around the caret") {
  const std::string line(1000, 'x');
  for (const std::uint32_t column : {1U, 500U, 1000U}) {
    const Excerpt excerpt = excerpt_of(line, {1, column});
    INFO(column);
    CHECK(mot::display_width(excerpt.line) <= mot::kMaxShownColumns);
    CHECK(mot::display_width(excerpt.line) > mot::kMaxShownColumns / 2);
    CHECK(excerpt.indent < mot::display_width(excerpt.line));
    CHECK((excerpt.line.rfind("…", 0) == 0) == (column > 1));
    CHECK(excerpt.line.ends_with("…") == (column < 1000));
  }
}

TEST_CASE("a cursor finds places in any order, and none where there is no such line") {
  const SourceText source{"a.yaml", "one\ntwo\nthree"};
  const SourceText other{"b.yaml", "four"};
  SourceCursor cursor;
  CHECK(cursor.excerpt(source, {3, 1}, 1)->line == "three");
  CHECK(cursor.excerpt(source, {1, 1}, 1)->line == "one");
  CHECK(cursor.excerpt(other, {1, 3}, 1)->line == "four");
  CHECK(cursor.excerpt(source, {2, 3}, 1)->indent == 2);
  CHECK(cursor.excerpt(source, {2, 1}, 1)->indent == 0);
  CHECK_FALSE(cursor.excerpt(source, {4, 1}, 1));
}

TEST_CASE("nothing that steers a terminal or hides is printed") {
  CHECK(mot::printable("a\tb\nc") == "a b c");
  CHECK(mot::printable("\x1B[2J") == "\uFFFD[2J");
  CHECK(mot::printable("\u202Eabc\u2028") == "\uFFFDabc\uFFFD");
  CHECK(mot::printable("你好 é") == "你好 é");
  CHECK(excerpt_of("a\x07z", {1, 3}).line == "a\uFFFDz");
}
