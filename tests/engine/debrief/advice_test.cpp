// What is advised next, on one small encounter.
#include "engine/debrief/advice.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("advice names a scenario in which the weakest skill is at stake, and why") {
  ScenarioGlance quick{"", "quick", "Quick", "hotel", 2, 0, false, 4, {0, 3, 0, 0, 0}, {}};
  ScenarioGlance warm{"", "warm", "Warm", "hotel", 2, 0, false, 4, {0, 0, 0, 4, 0}, {}};
  // Empathy was at its best; of responsiveness 4, 6 and 10 were on offer, and 6 was delivered.
  const Debriefed made = debriefed(leak().play({"call.ask", "when.soon"}), {{warm, quick}, {}});
  REQUIRE(made.debrief.advice.next);
  CHECK(made.debrief.advice.next->id == "quick");
  CHECK(made.debrief.advice.next->reason ==
        "Responsiveness was your weakest here (33 of 100); there it is at stake in 3 of 4 "
        "decisions.");
  CHECK_FALSE(made.debrief.advice.tip.empty());
}

TEST_CASE("advice is to play the same one again after a bad result, or where there is no other") {
  const Debriefed bad = debriefed(leak().play({"call.form", "when.ten"}));
  REQUIRE(bad.debrief.advice.next);
  CHECK(bad.debrief.advice.next->again);
  REQUIRE_FALSE(bad.debrief.advice.instead.empty());
  CHECK(bad.debrief.advice.instead[0].text == "At 1, “The call”, try: “Who is with you?”");
  CHECK(bad.debrief.advice.instead[0].reason == "Ask first.");
}

}  // namespace mot
