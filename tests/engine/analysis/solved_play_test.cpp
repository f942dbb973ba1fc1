#include "engine/analysis/solved_play.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using mot::Aim;
using mot::Solution;
using mot::solved_play;
using mot::test::Encounter;

namespace {

const Encounter& two_decisions() {
  static const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 3 }, next: b }, { id: high, say: O, delivers: { empathy: 9 }, next: b } ] }
  - { id: b, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: high, say: O, delivers: { empathy: 9 }, next: e }, { id: low, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return encounter;
}

}  // namespace

TEST_CASE("A play has the value of every response that was on offer") {
  Solution solution(two_decisions().program());
  const mot::Session session = two_decisions().play({"a.low", "b.high"});
  const auto play = solved_play(solution, session);
  REQUIRE(play);
  CHECK(play->start == *solution.start_value(Aim::best));
  CHECK(play->worst == *solution.start_value(Aim::worst));
  REQUIRE(play->choices.size() == 2);
  const mot::SolvedChoice& first = play->choices[0];
  REQUIRE(first.options.size() == 2);
  CHECK(first.options[0].value == first.expected);
  CHECK(first.options[1].value == first.before);
  CHECK(play->choices[1].before == play->choices[1].after);
  CHECK(play->session.choices[0].regret == Approx((first.before - first.expected) / 100));
}

TEST_CASE("The best play with the same luck is there to compare with") {
  Solution solution(two_decisions().program());
  const auto play = solved_play(solution, two_decisions().play({"a.low"}));
  REQUIRE(play);
  REQUIRE(play->best);
  REQUIRE(play->best->turns().size() == 2);
  CHECK(play->best->turns()[0].response == two_decisions().response("a.high"));
}

TEST_CASE("Without an exact solution there are only bounds") {
  mot::SolveOptions options;
  options.limits.states = 1;
  const mot::PlayAnalysis analysis =
      mot::analyse_play(two_decisions().play({"a.low", "b.high"}), options);
  CHECK_FALSE(analysis.play);
  CHECK(analysis.bounds.best.low <= analysis.bounds.best.high);
}
