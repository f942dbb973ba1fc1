#include "game/cli/line_input.h"

#include <catch2/catch.hpp>

#include "game/cli/interface_language.h"

TEST_CASE("A line is read as it was meant, also from a Chinese keyboard") {
  CHECK(mot::tidied("  2 \r") == "2");
  CHECK(mot::tidied("　２　") == "2");
  CHECK(mot::tidied("？") == "?");
  CHECK(mot::tidied("ｌ ｚｈ－ＣＮ") == "l zh-CN");
  CHECK(mot::tidied("\t") == "");
}

TEST_CASE("The language of a locale is its tag") {
  CHECK(mot::language_of_locale("zh_CN.UTF-8") == "zh-CN");
  CHECK(mot::language_of_locale("de_AT@euro") == "de-AT");
  CHECK(mot::language_of_locale("fr") == "fr");
  CHECK(mot::language_of_locale("C.UTF-8") == "");
  CHECK(mot::language_of_locale("POSIX") == "");
}
