#include "engine/analysis/ending_ranges.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using mot::ending_ranges;
using mot::StateGraph;
using mot::test::Encounter;

TEST_CASE("Each ending has the range of the ways that lead to it") {
  // Expected 8; delivered 6, 7, 8, 9 come to 5.74, 6.68, 7.80, 8.70 (docs/model.md, examples).
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: six, say: O, delivers: { empathy: 6 }, next: bad }, { id: seven, say: O, delivers: { empathy: 7 }, next: bad }, { id: eight, say: O, delivers: { empathy: 8 }, next: good }, { id: nine, say: O, delivers: { empathy: 9 }, next: good } ] }
  - { id: good, ending: resolved }
  - { id: bad, ending: lost }
)");
  const StateGraph graph(encounter.program(), {}, false);
  const auto ranges = ending_ranges(graph);
  REQUIRE(ranges);
  const auto at = [&](std::string_view id) {
    return (*ranges)[static_cast<std::size_t>(encounter.moment(id))];
  };
  CHECK(at("bad").low == 574);
  CHECK(at("bad").high == 668);
  CHECK(at("good").low == 780);
  CHECK(at("good").high == 870);
  CHECK(at("a").empty());
}

TEST_CASE("What fate can bring is inside the range") {
  const Encounter encounter(R"(
moments:
  - { id: f, chance: [ { odds: 1, next: a }, { odds: 1000, next: b } ] }
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: x, say: O, delivers: { empathy: 9 }, next: e } ] }
  - { id: b, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: x, say: O, delivers: { empathy: 6 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  const auto ranges = ending_ranges(StateGraph(encounter.program(), {}, false));
  REQUIRE(ranges);
  CHECK(ranges->back().low == 574);
  CHECK(ranges->back().high == 870);
}

TEST_CASE("Where a state can come back no range is given") {
  const Encounter encounter(R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: again, say: O, delivers: { empathy: 9 }, next: a }, { id: on, say: O, delivers: { empathy: 6 }, next: e } ] }
  - { id: e, ending: resolved }
)");
  CHECK_FALSE(ending_ranges(StateGraph(encounter.program(), {}, false)));
}
