// What a debrief as a whole says on one small encounter; its parts have tests of their own, and
// what holds for all encounters is in debrief_laws_test.cpp.
#include "engine/debrief/debrief.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("an unfinished play's account ends at what is still within reach") {
  const Debriefed made = debriefed(leak().play({"call.ask"}));
  CHECK_FALSE(made.debrief.account->complete);
  CHECK(made.debrief.account->reached == 928);
  CHECK(made.debrief.account->turning_points.empty());
  CHECK_FALSE(made.debrief.crowd);
  CHECK(made.debrief.voice.echoes.empty());
  CHECK(name_of(made.debrief.notices.front().kind) == "unfinished");
}

}  // namespace mot
