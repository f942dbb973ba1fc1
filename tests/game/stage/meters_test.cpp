// The change beside a meter: comes, can be read, and goes.
#include "game/stage/meters.h"

#include <catch2/catch.hpp>

using mot::delta_look;

TEST_CASE("A change beside its meter is read for half of its time and gone at the end") {
  CHECK(delta_look(0, false).strength == 0);
  CHECK(delta_look(0.15F, false).strength == 1);
  CHECK(delta_look(0.4F, false).strength == 1);
  CHECK(delta_look(0.8F, false).strength < 0.5F);
  CHECK(delta_look(mot::theme::kDelta, false).strength == 0);
  CHECK(delta_look(100, false).strength == 0);
}

TEST_CASE("A change rises to where it ends, and with reduced motion stands there") {
  CHECK(delta_look(0, false).below == mot::theme::kDeltaRise);
  CHECK(delta_look(mot::theme::kDelta, false).below == 0);
  CHECK(delta_look(0, true).below == 0);
  CHECK(delta_look(0.4F, true).strength == 1);
}
