#include "engine/text/numbers.h"

#include <catch2/catch.hpp>

TEST_CASE("numbers have signs that can be seen, and no minus before nothing") {
  CHECK(mot::points_text(-50) == "−0.50");
  CHECK(mot::signed_points_text(127) == "+1.27");
  CHECK(mot::signed_text(-0.04) == "0.0");
  CHECK(mot::whole_text(71.5) == "72");
  CHECK(mot::whole_text(70.49) == "70");
  CHECK(mot::whole_text(-0.4) == "0");
  CHECK(mot::whole_text(-8) == "−8");
  CHECK(mot::signed_whole_text(31.6) == "+32");
  CHECK(mot::signed_whole_text(-0.4) == "0");
  CHECK(mot::signed_whole_text(-8) == "−8");
}
