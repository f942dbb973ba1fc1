#include "engine/text/line_break.h"

#include <catch2/catch.hpp>

using mot::may_break_between;

TEST_CASE("Chinese may break between characters, Latin words stay whole") {
  CHECK(may_break_between(U'你', U'好'));
  CHECK(may_break_between(U'a', U'好'));
  CHECK(may_break_between(U'好', U'a'));
  CHECK_FALSE(may_break_between(U'a', U'b'));
  CHECK_FALSE(may_break_between(U'a', U'\u0301'));
}

TEST_CASE("No line begins with a closing sign, and none ends with an opening one") {
  for (const char32_t sign : U"，。、；：？！”’」』）】》〉〕］｝·…—～％,.;:?!)]}%‰") {
    if (sign != 0) CHECK_FALSE(may_break_between(U'好', sign));
  }
  for (const char32_t sign : U"“‘「『（【《〈〔［｛([{") {
    if (sign != 0) CHECK_FALSE(may_break_between(sign, U'好'));
  }
  CHECK(may_break_between(U'。', U'好'));
  CHECK(may_break_between(U'好', U'《'));
}
