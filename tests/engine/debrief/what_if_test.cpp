// Another response with the same luck, on one small encounter.
#include "engine/debrief/what_if.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("what-if takes the other response with the same luck, and leaves the original") {
  const Session session = leak().play({"call.form", "when.soon"});
  const Result<Session> other = what_if(session, 0, leak().response("call.ask"));
  REQUIRE(other);
  CHECK(other->turns().size() == 1);
  CHECK(test::place(*other) == "when");
  CHECK(session.turns().size() == 2);
  CHECK_FALSE(what_if(session, 2, leak().response("call.ask")));
  CHECK_FALSE(what_if(session, 1, leak().response("when.cot")));
  CHECK(back_to(session, 1)->turns().size() == 1);
}

}  // namespace mot
