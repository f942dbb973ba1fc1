#include "engine/base/ascii.h"

#include <catch2/catch.hpp>

TEST_CASE("Capitals of ASCII become small letters, and nothing else changes") {
  CHECK(mot::in_small_letters("AZaz09@[ Éß你") == "azaz09@[ Éß你");
  CHECK(mot::small_letter('Q') == 'q');
  CHECK(mot::in_small_letters("").empty());
  CHECK(mot::same_but_for_capitals("zh-CN", "ZH-cn"));
  CHECK_FALSE(mot::same_but_for_capitals("zh-CN", "zh-C"));
}
