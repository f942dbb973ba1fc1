// Skills beside those of earlier attempts, on one small encounter.
#include "engine/debrief/skill_review.h"

#include <catch2/catch.hpp>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("skills stand beside those of the latest earlier attempt that tested them") {
  const Debriefed first = debriefed(leak().play({"call.form", "when.soon"}));
  const Debriefed second = debriefed(leak().play({"call.ask", "when.cot"}), {}, {first.card});
  const SkillReview& empathy = second.debrief.skills.dimensions[3];
  CHECK(*empathy.now == 100);
  CHECK(*empathy.before == 0);
  CHECK_FALSE(second.debrief.skills.dimensions[4].now);
  CHECK(weakest(first.debrief.skills)->id == "empathy");
}

}  // namespace mot
