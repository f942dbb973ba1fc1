#include "engine/report/cohort_text.h"

#include <catch2/catch.hpp>

TEST_CASE("a share is rounded, and of nothing it is nothing") {
  CHECK(mot::report::share_text(1, 3) == "33%");
  CHECK(mot::report::share_text(2, 3) == "67%");
  CHECK(mot::report::share_text(0, 0) == "–");
}
