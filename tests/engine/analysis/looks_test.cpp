#include "engine/analysis/looks.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using mot::best_is_first;
using mot::best_is_longest;
using mot::Look;
using mot::look_at_decisions;
using mot::Solution;
using mot::test::Encounter;

namespace {

// `a` is reached in two states, told apart by what was said in the free decision before.
const Encounter& hub() {
  static const Encounter encounter(R"(
moments:
  - { id: h, says: S, responses: [ { id: in, say: O, next: a }, { id: out, say: O, next: a } ] }
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: low, say: Longest of all, delivers: { empathy: 3 }, next: e }, { id: high, say: Long, delivers: { empathy: 9 }, next: e }, { id: top, say: Short, when: chose(h.in), delivers: { empathy: 10 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  return encounter;
}

std::vector<Look> looks_at(const Encounter& encounter, const mot::LookOptions& options = {}) {
  Solution solution(encounter.program());
  return look_at_decisions(*solution.graph(), solution, options);
}

// A decision of three responses that deliver 3, 9 and 9, with these texts.
Encounter with_texts(const std::string& low, const std::string& high, const std::string& other) {
  return Encounter(
      "moments:\n  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], "
      "says: S, responses: [ { id: low, say: " +
      low + ", delivers: { empathy: 3 }, next: e }, { id: high, say: " + high +
      ", delivers: { empathy: 9 }, next: e }, { id: other, say: " + other +
      ", delivers: { empathy: 9 }, next: e } ] }\n  - { id: e, ending: resolved }\n");
}

}  // namespace

TEST_CASE("A scored decision is looked at in each of its states, with what is on offer there") {
  const std::vector<Look> looks = looks_at(hub());
  REQUIRE(looks.size() == 2);
  for (const Look& look : looks) {
    CHECK(look.state.place == hub().moment("a"));
    REQUIRE(look.values.size() == look.responses.size());
    CHECK(look.responses[look.worst] == hub().response("a.low"));
  }
  const Look& richer = looks[0].responses.size() == 3 ? looks[0] : looks[1];
  CHECK(richer.responses[richer.best] == hub().response("a.top"));
}

TEST_CASE("Free decisions are looked at when asked for") {
  CHECK(looks_at(hub(), {.free = true}).size() == 3);
  CHECK(looks_at(hub(), {.each = 1}).size() == 1);
}

TEST_CASE("Nothing is looked at where the solution is not exact") {
  mot::SolveOptions options;
  options.limits.states = 1;
  Solution solution(hub().program(), options);
  CHECK(look_at_decisions(*solution.graph(), solution).empty());
}

TEST_CASE("A best response gives itself away as the longest text when no other is as long") {
  const auto longest = [](const Encounter& encounter) {
    return best_is_longest(encounter.scenario(), looks_at(encounter).front());
  };
  CHECK(longest(with_texts("Short", "Quite long", "Short")));
  CHECK(longest(with_texts("Short", "Short", "Quite long")));
  CHECK_FALSE(longest(with_texts("Quite long", "Short", "Short")));
  CHECK_FALSE(longest(with_texts("Short", "Quite long", "Quite tall")));
}

TEST_CASE("A best response gives itself away by coming first") {
  const std::vector<Look> looks = looks_at(hub(), {.free = true});
  for (const Look& look : looks)
    CHECK(best_is_first(look) == (look.state.place == hub().moment("h")));
}

TEST_CASE("A decision of one response gives nothing away") {
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: only, say: O, delivers: { empathy: 3 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  const Look look = looks_at(encounter).front();
  CHECK_FALSE(best_is_longest(encounter.scenario(), look));
  CHECK_FALSE(best_is_first(look));
}

TEST_CASE("A moment counts where something holds in more than half of its looks") {
  const std::vector<Look> looks = looks_at(hub(), {.free = true});
  CHECK(mot::moments_where(looks, [](const Look&) { return true; }).size() == 2);
  const auto with_three = [](const Look& look) { return look.responses.size() == 3; };
  CHECK(mot::moments_where(looks, with_three).empty());
}
