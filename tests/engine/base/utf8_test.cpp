// Also tests display_width.cpp.
#include "engine/base/utf8.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

using mot::append_code_point;
using mot::count_code_points;
using mot::display_width;
using mot::find_invalid_utf8;
using mot::next_code_point;
using mot::shortened;

namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::string encoded(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

}  // namespace

TEST_CASE("every code point is written, found valid, and read back") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    const std::string text = encoded(c);
    std::size_t offset = 0;
    const bool same = next_code_point(text, offset) == c && offset == text.size() &&
                      find_invalid_utf8(text) == kNone;
    if (!same) FAIL("code point " << static_cast<unsigned long>(c));
  }
}

TEST_CASE("what is no code point is written as the replacement character") {
  CHECK(encoded(0xD800) == "\uFFFD");
  CHECK(encoded(0xDFFF) == "\uFFFD");
  CHECK(encoded(0x110000) == "\uFFFD");
}

TEST_CASE("invalid UTF-8 is found at its first byte") {
  const std::vector<std::string> bad = {
      "\x80",              // a continuation byte by itself
      "\xBF",              //
      "\xC0\x80",          // overlong
      "\xC1\xBF",          //
      "\xE0\x80\x80",      //
      "\xE0\x9F\xBF",      //
      "\xF0\x80\x80\x80",  //
      "\xF0\x8F\xBF\xBF",  //
      "\xED\xA0\x80",      // surrogates
      "\xED\xBF\xBF",      //
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",  //
      "\xFF",              //
      "\xFE",              //
      "\xC3",              // cut off
      "\xE4\xB8",          //
      "\xF0\x9F\x98",      //
      "\xC3(",             // broken off
      "\xE4\xB8(",         //
  };
  for (const std::string& bytes : bad) {
    for (const std::string& before : {std::string(), std::string("abc"), std::string("水漏"),
                                      std::string(17, 'x'), std::string("12345678é")}) {
      INFO(before << " then bytes starting " << static_cast<int>(bytes[0]));
      CHECK(find_invalid_utf8(before + bytes) == before.size());
      CHECK(find_invalid_utf8(before + bytes + "and on we go") == before.size());
    }
  }
}

TEST_CASE("text without fault has no invalid byte") {
  CHECK(find_invalid_utf8("") == kNone);
  CHECK(find_invalid_utf8("plain") == kNone);
  CHECK(find_invalid_utf8(std::string(1000, 'a') + "漏水的天花板, naïve, 😀") == kNone);
  CHECK(find_invalid_utf8(std::string("a\0b", 3)) == kNone);
}

TEST_CASE("code points are counted, and every stray byte as one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abc") == 3);
  CHECK(count_code_points("漏水的") == 3);
  CHECK(count_code_points("a😀b") == 3);
  CHECK(count_code_points("a\xFF\xFE"
                          "b") == 4);
  CHECK(count_code_points("\xE4\xB8") == 2);
}

TEST_CASE("a stray byte is read as the replacement character, one byte at a time") {
  const std::string text = "\xE4\xB8x";
  std::size_t offset = 0;
  CHECK(next_code_point(text, offset) == 0xFFFD);
  CHECK(offset == 1);
  CHECK(next_code_point(text, offset) == 0xFFFD);
  CHECK(next_code_point(text, offset) == U'x');
  CHECK(offset == 3);
}

TEST_CASE("letters take one column, Chinese and emoji two, marks none") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'é') == 1);
  CHECK(display_width(U'…') == 1);
  CHECK(display_width(U'漏') == 2);
  CHECK(display_width(char32_t{0xFF0C}) == 2);  // full-width comma
  CHECK(display_width(U'。') == 2);
  CHECK(display_width(U'한') == 2);
  CHECK(display_width(U'ア') == 2);
  CHECK(display_width(char32_t{0xFF71}) == 1);  // half-width katakana
  CHECK(display_width(U'😀') == 2);
  CHECK(display_width(char32_t{0x231A}) == 2);  // watch: an emoji by default
  CHECK(display_width(char32_t{0x2600}) == 1);  // sun: text by default
  CHECK(display_width(char32_t{0x0301}) == 0);  // combining acute accent
  CHECK(display_width(char32_t{0x200B}) == 0);  // zero-width space
  CHECK(display_width(char32_t{0x200D}) == 0);  // zero-width joiner
  CHECK(display_width(char32_t{0xFE0F}) == 0);  // variation selector
  CHECK(display_width(char32_t{0x00AD}) == 1);  // soft hyphen
  CHECK(display_width(char32_t{0xFFFD}) == 1);
  CHECK(display_width(char32_t{0x20000}) == 2);
  CHECK(display_width(char32_t{0x10FFFF}) == 1);
}

TEST_CASE("the width of a text is the sum, a tab counts as one") {
  CHECK(display_width("") == 0);
  CHECK(display_width("a\tb") == 3);
  CHECK(display_width("漏水 ok") == 7);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("What is too wide ends in a sign for more") {
  CHECK(shortened("short", 5) == "short");
  CHECK(shortened("longer", 5) == "long…");
  CHECK(shortened("漏水的天花板", 7) == "漏水的…");
  CHECK(shortened("漏水的天花板", 6) == "漏水…");
}
