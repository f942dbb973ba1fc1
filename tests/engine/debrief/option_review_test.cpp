// The options of a choice, on one small encounter.
#include "engine/debrief/option_review.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("a response that a need would have opened is named with the need") {
  const Debriefed missed = debriefed(leak().play({"call.form", "when.soon"}));
  REQUIRE(missed.debrief.moments[1].closed.size() == 1);
  CHECK(missed.debrief.moments[1].closed[0].text == "First we move the cot.");
  CHECK(missed.debrief.moments[1].closed[0].needs ==
        std::vector<std::string>{"The baby sleeps under the leak."});
  const Debriefed found = debriefed(leak().play({"call.ask", "when.cot"}));
  CHECK(found.debrief.moments[1].closed.empty());
  CHECK(found.debrief.moments[0].needs.front().found);
}

}  // namespace mot
