#include "engine/analysis/scenario_map.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using namespace mot;
using mot::test::Encounter;

namespace {

// Two responses to one place, one by condition to two; a line, fate, a leave, something that no
// play comes to.
const Encounter& story() {
  static const Encounter encounter(R"(
variables: { x: 0 }
leaves: [ { when: mood <= -90, next: gone } ]
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: one, say: O, delivers: { empathy: 6 }, next: l }, { id: two, say: O, delivers: { empathy: 9 }, next: l }, { id: three, say: O, delivers: { empathy: 3 }, next: [ { when: x > 5, go: hidden }, { go: l } ] } ] }
  - { id: l, stage: second, says: So., next: f }
  - { id: f, chance: [ { odds: 3, next: good }, { odds: 1, next: gone } ] }
  - { id: hidden, stage: third, channel: phone, says: S, responses: [ { id: on, say: O, next: good } ] }
  - { id: good, ending: resolved }
  - { id: gone, ending: lost }
)");
  return encounter;
}

const MapLine* line(const ScenarioMap& map, std::string_view from, std::string_view to) {
  for (const MapLine& way : map.lines) {
    if (way.from == static_cast<std::size_t>(story().moment(from)) &&
        way.to == static_cast<std::size_t>(story().moment(to)))
      return &way;
  }
  return nullptr;
}

const MapBox& box(const ScenarioMap& map, std::string_view id) {
  return map.boxes[static_cast<std::size_t>(story().moment(id))];
}

}  // namespace

TEST_CASE("A map has a box for each moment and each leave, and one line for all ways of a kind") {
  const ScenarioMap map = map_of(story().scenario());
  CHECK(map.boxes.size() == 7);
  CHECK(map.boxes.back().leave == 0);
  CHECK(map.start == 0);
  REQUIRE(line(map, "a", "l") != nullptr);
  CHECK(line(map, "a", "l")->ways.size() == 3);
  CHECK_FALSE(line(map, "a", "l")->conditional);
  CHECK(line(map, "a", "hidden")->conditional);
  CHECK(line(map, "l", "f")->kind == MapLineKind::next);
  CHECK(line(map, "f", "good")->share == 0.75);
  CHECK(line(map, "f", "gone")->share == 0.25);
  CHECK(map.lines.back().kind == MapLineKind::leave);
  CHECK(map.lines.size() == 7);
}

TEST_CASE("Lanes are the stages in use; what names none stands with what leads to it") {
  const ScenarioMap map = map_of(story().scenario());
  CHECK(map.lanes == std::vector<int>{0, 1, 2});
  CHECK(box(map, "l").lane == 1);
  CHECK(box(map, "f").lane == 1);
  CHECK(box(map, "hidden").lane == 2);
  CHECK(box(map, "good").lane == box(map, "f").lane);
}

TEST_CASE("What no play comes to is marked, and so is the best path along the likeliest fate") {
  Solution solution(story().program());
  const ScenarioMap map = map_of(solution);
  CHECK_FALSE(box(map, "hidden").reachable);
  CHECK_FALSE(line(map, "a", "hidden")->reachable);
  CHECK(box(map, "gone").reachable);
  for (const char* id : {"a", "l", "f", "good"}) CHECK(box(map, id).on_best_path);
  CHECK_FALSE(box(map, "gone").on_best_path);
  CHECK(line(map, "a", "l")->on_best_path);
  CHECK(line(map, "f", "good")->on_best_path);
  CHECK_FALSE(line(map, "f", "gone")->on_best_path);
  CHECK(box(map, "a").best_response == story().response("a.two"));
  CHECK(map.best == solution.start_value(Aim::best));
}

TEST_CASE("Where not everything was looked at nothing is called unreachable") {
  SolveOptions options;
  options.limits.states = 1;
  Solution solution(story().program(), options);
  const ScenarioMap map = map_of(solution);
  for (const MapBox& each : map.boxes) CHECK(each.reachable);
  CHECK_FALSE(map.best);
}
