#include "engine/analysis/policy.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/encounter.h"

using mot::play_by;
using mot::Policy;
using mot::Session;
using mot::Solution;
using mot::test::Encounter;

namespace {

const Encounter& two_decisions() {
  static const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 3 }, next: b }, { id: mid, say: O, delivers: { empathy: 8 }, next: b }, { id: high, say: O, delivers: { empathy: 9 }, next: b } ] }
  - { id: b, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: high, say: O, delivers: { empathy: 9 }, next: e }, { id: low, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return encounter;
}

std::string choices(const Session& session) {
  std::string names;
  for (const auto& choice : session.playthrough().choices) names += choice.choice + ' ';
  return names;
}

}  // namespace

TEST_CASE("best and worst play are the solution's") {
  Solution solution(two_decisions().program());
  const auto best = play_by(Policy::best, two_decisions().program(), 1, &solution);
  const auto worst = play_by(Policy::worst, two_decisions().program(), 1, &solution);
  REQUIRE(best);
  REQUIRE(worst);
  CHECK(choices(*best) == "a.high b.high ");
  CHECK(choices(*worst) == "a.low b.low ");
}

TEST_CASE("random play picks evenly, and the same for the same seed") {
  // 6,000 seeds: a share of a third is within 0.03 (five standard errors).
  std::array<int, 3> picked{};
  constexpr std::uint32_t kSeeds = 6'000;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const auto session = play_by(Policy::random, two_decisions().program(), seed, nullptr);
    REQUIRE(session);
    ++picked[static_cast<std::size_t>(session->turns()[0].response -
                                      two_decisions().response("a.low"))];
  }
  for (const int count : picked) CHECK(count / 6'000.0 == Approx(1 / 3.0).margin(0.03));
  CHECK(choices(*play_by(Policy::random, two_decisions().program(), 9, nullptr)) ==
        choices(*play_by(Policy::random, two_decisions().program(), 9, nullptr)));
}

TEST_CASE("passive play takes what is tagged so, else what commits to least") {
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: idle, say: O, delivers: { empathy: 9 }, next: b }, { id: tagged, say: O, tags: [passive], behaviours: [act], delivers: { empathy: 9 }, next: b } ] }
  - { id: b, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: two, say: O, behaviours: [act, offer], delivers: { empathy: 9 }, next: hub }, { id: one, say: O, behaviours: [act], delivers: { empathy: 3 }, next: hub } ] }
  - { id: hub, says: S, responses: [ { id: ask, say: O, next: hub }, { id: leave, say: O, next: e } ] }
  - { id: e, ending: resolved }
)");
  const auto session = play_by(Policy::passive, encounter.program(), 1, nullptr);
  REQUIRE(session);
  // In the hub it does not go round for ever: what was said comes last.
  CHECK(choices(*session) == "a.tagged b.one hub.ask hub.leave ");
}

TEST_CASE("a policy that finds no end says so") {
  const Encounter circle(R"(
variables: { open: false }
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: again, say: O, delivers: { empathy: 8 }, next: a }, { id: on, say: O, when: open, delivers: { empathy: 8 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  CHECK(play_by(Policy::random, circle.program(), 1, nullptr).error().message ==
        "policy random found no ending in 500 choices; it stands at 'a'");
  Solution solution(circle.program());
  CHECK(play_by(Policy::best, circle.program(), 1, &solution).error().message ==
        "policy best: from 'a' no ending is sure to be reached within 500 choices");
}

TEST_CASE("a policy that gets stuck says where") {
  const Encounter stuck(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: on, say: O, delivers: { empathy: 8 }, next: b } ] }
  - { id: b, says: S, responses: [ { id: on, say: O, when: turn > 5, next: e } ] }
  - { id: e, ending: resolved }
)");
  CHECK(play_by(Policy::random, stuck.program(), 1, nullptr).error().message ==
        "policy random: at 'b' no response is on offer after 1 choices");
}

TEST_CASE("policies have names") {
  CHECK(mot::policy_named("best") == Policy::best);
  CHECK(mot::policy_named("random") == Policy::random);
  CHECK_FALSE(mot::policy_named("greedy"));
}
