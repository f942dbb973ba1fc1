#include "engine/base/trim.h"

#include <catch2/catch.hpp>

using mot::trimmed;

TEST_CASE("Blanks are taken from both ends, and from nowhere else") {
  CHECK(trimmed(" \t a  b\r\n") == "a  b");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed(" \n ") == "");
  CHECK(trimmed("") == "");
  CHECK(trimmed(" ,a, ", " ,") == "a");
}
