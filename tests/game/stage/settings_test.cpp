// The time limits of an exam.
#include "game/stage/settings.h"

#include <catch2/catch.hpp>

using namespace mot;

TEST_CASE("an exam has time limits also where they are switched off: twice as long") {
  CHECK(time_factor(0, PlayMode::practice) == 0);
  CHECK(time_factor(0, PlayMode::exam) == 2);
  for (const float wished : {0.5F, 1.F, 2.F, 4.F}) {
    CHECK(time_factor(wished, PlayMode::practice) == wished);
    CHECK(time_factor(wished, PlayMode::exam) == wished);
  }
}
