// Limits for what is too large to solve hold for what can be solved.
#include "engine/analysis/bounds.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"
#include "tests/support/story.h"

namespace mot {

TEST_CASE("the exact values of random stories lie within their bounds") {
  int tried = 0;
  int narrower = 0;
  for (std::uint32_t seed = 1; tried < 120; ++seed) {
    const auto scenario = test::story(seed, {4, seed % 2 == 0, seed % 3 != 0, false});
    if (!scenario) continue;
    INFO("seed " << seed);
    const Program program(*scenario);
    Solution solution(program);
    REQUIRE(solution.exact());
    for (const Aim aim : {Aim::best, Aim::worst}) {
      const auto exact = solution.start_value(aim);
      if (!exact) continue;
      const ValueBounds bounds = value_bounds(program, aim);
      CHECK(bounds.low <= *exact + 1e-9);
      CHECK(*exact <= bounds.high + 1e-9);
      narrower += bounds.low > 100 || bounds.high < 1000 ? 1 : 0;
    }
    ++tried;
  }
  // Limits that say nothing would hold, too.
  CHECK(narrower > tried);
}

TEST_CASE("one decision without conditions has bounds that are its values") {
  const test::Encounter encounter(R"(
moments:
  - { id: d, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: a, say: O, delivers: { empathy: 9 }, next: e }, { id: b, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  Solution solution(encounter.program());
  CHECK(value_bounds(encounter.program(), Aim::best).high ==
        Approx(*solution.start_value(Aim::best)));
  CHECK(value_bounds(encounter.program(), Aim::worst).low ==
        Approx(*solution.start_value(Aim::worst)));
}

}  // namespace mot
