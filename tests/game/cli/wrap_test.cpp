#include "game/cli/wrap.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/base/utf8.h"

using mot::wrap;
using Lines = std::vector<std::string>;

TEST_CASE("Words stay whole and lines stay within the width") {
  CHECK(wrap("the quick brown fox", 9) == Lines{"the quick", "brown fox"});
  CHECK(wrap("a  b", 80) == Lines{"a  b"});
  CHECK(wrap("", 80) == Lines{""});
}

TEST_CASE("Line ends in the text are kept, the last ones are not") {
  CHECK(wrap("one\n\ntwo\n\n", 80) == Lines{"one", "", "two"});
}

TEST_CASE("A word wider than the line is cut") {
  CHECK(wrap("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
  CHECK(wrap("x abcdefgh", 4) == Lines{"x", "abcd", "efgh"});
  CHECK(wrap("文", 1) == Lines{"文"});
}

TEST_CASE("Chinese breaks between characters, two columns each") {
  CHECK(wrap("服务标准就是承诺", 8) == Lines{"服务标准", "就是承诺"});
}

TEST_CASE("Closing punctuation does not begin a line, opening does not end one") {
  CHECK(wrap("服务标准。就是", 8) == Lines{"服务标", "准。就是"});
  CHECK(wrap("服务标（准）", 8) == Lines{"服务标", "（准）"});
  CHECK(wrap("他说“好”。走", 8) == Lines{"他说", "“好”。走"});
}

TEST_CASE("Pairs of dashes and dots stay together") {
  CHECK(wrap("等一下……好", 7) == Lines{"等一", "下……好"});
  CHECK(wrap("等——好", 4) == Lines{"等——", "好"});
}

TEST_CASE("Latin words among Chinese stay whole") {
  CHECK(wrap("请打MOT热线", 8) == Lines{"请打MOT", "热线"});
  CHECK(wrap("请打电话MOT", 10) == Lines{"请打电话", "MOT"});
}

TEST_CASE("What could steer the terminal is not passed on") {
  const Lines lines = wrap("a\033[2Jb\r", 80);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find('\033') == std::string::npos);
  CHECK(lines[0].find('\r') == std::string::npos);
}

TEST_CASE("No line is wider than the width, whatever the text") {
  const std::string text =
      "陈女士说：“水从天花板来，不是滴，是流。” She said 'running' (twice)…… 12345号 "
      "supercalifragilistic，——好。";
  for (std::size_t width = 4; width < 60; ++width) {
    for (const std::string& line : wrap(text, width)) {
      INFO(width << ": " << line);
      CHECK(mot::display_width(line) <= width);
    }
  }
}
