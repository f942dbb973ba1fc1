// What a solution says of paths, on stories worked out by hand: the best and the worst of them,
// their number, the endings they reach, and what is known where nothing is.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/analysis/solve.h"
#include "tests/support/smelly_story.h"

namespace mot {
namespace {

using test::Encounter;
using test::scored;
using test::story_of;
using test::unscored;

std::vector<std::string> path_of(const Encounter& encounter, Solution& solution, Aim aim) {
  std::vector<std::string> names;
  for (const OptimalChoice& choice : solution.optimal_path(aim))
    names.push_back(encounter.scenario().name_of_response(choice.response));
  return names;
}

using Names = std::vector<std::string>;

const char* const kLuck =
    "  - { id: luck, chance: [ { odds: 1, next: bad }, { odds: 3, next: good } ] }\n";

}  // namespace

TEST_CASE(
    "The best path takes the best response, the first among equals, and the worst the worst") {
  const Encounter encounter(
      story_of(scored("d", {{"low", 3, "e"}, {"high", 9, "e"}, {"too", 9, "e"}}) +
               scored("e", {{"a", 9}, {"b", 3}})));
  Solution solution(encounter.program());
  CHECK(path_of(encounter, solution, Aim::best) == Names{"d.high", "e.a"});
  CHECK(path_of(encounter, solution, Aim::worst) == Names{"d.low", "e.b"});
  // Gaps of 1 point throughout: D* = 1, so S = 0.2665 + 0.9418·8 + 0.9024 = 8.70.
  for (const OptimalChoice& choice : solution.optimal_path(Aim::best)) CHECK(choice.value == 870);
  // Gaps of −5: S = 0.2665 + 0.9418·8 − 1.1188·5^0.88 = 3.19.
  for (const OptimalChoice& choice : solution.optimal_path(Aim::worst)) CHECK(choice.value == 319);
}

TEST_CASE("An optimal path goes along the likeliest fate, and its values are expected over all") {
  const Encounter encounter(story_of(unscored("f", {{"x", 0, "luck"}, {"y", 0, "luck"}}) + kLuck +
                                     scored("good", {{"a", 9}, {"b", 3}}) +
                                     scored("bad", {{"a", 3}, {"b", 3}})));
  Solution solution(encounter.program());
  const std::vector<OptimalChoice> path = solution.optimal_path(Aim::best);
  CHECK(path_of(encounter, solution, Aim::best) == Names{"f.x", "good.a"});
  REQUIRE(path.size() == 2);
  CHECK(path[0].value == Approx(0.25 * 319 + 0.75 * 870));
  CHECK(path[1].value == 870);
}

TEST_CASE("An optimal path leaves a circle of free choices that are all worth the same") {
  const Encounter encounter(story_of(unscored("f", {{"round", 0, "f"}, {"on", 0, "d"}}) +
                                     scored("d", {{"a", 9}, {"b", 3}})));
  Solution solution(encounter.program());
  CHECK(path_of(encounter, solution, Aim::best) == Names{"f.on", "d.a"});
  CHECK(path_of(encounter, solution, Aim::worst) == Names{"f.on", "d.b"});
}

TEST_CASE("An optimal path goes the shortest way to where a circle is left best") {
  // f leads out to what is poor only; the good way out is at g.
  const Encounter encounter(
      story_of(unscored("f", {{"round", 0, "f"}, {"off", 0, "poor"}, {"on", 0, "g"}}) +
               unscored("g", {{"back", 0, "f"}, {"out", 0, "d"}}) +
               scored("d", {{"a", 9}, {"b", 3}}) + scored("poor", {{"a", 3}, {"b", 3}})));
  Solution solution(encounter.program());
  CHECK(path_of(encounter, solution, Aim::best) == Names{"f.on", "g.out", "d.a"});
  CHECK(path_of(encounter, solution, Aim::worst) == Names{"f.off", "poor.a"});
}

TEST_CASE("A circle of free choices before fate is left, too, and is worth what leads out of it") {
  // Round by two decisions; both lead out, one to fate, one to what is worse for sure.
  const Encounter encounter(story_of(unscored("f", {{"round", 0, "g"}, {"on", 0, "luck"}}) +
                                     unscored("g", {{"round", 0, "f"}, {"off", 0, "poor"}}) +
                                     kLuck + scored("good", {{"a", 9}, {"b", 3}}) +
                                     scored("bad", {{"a", 3}, {"b", 3}}) +
                                     scored("poor", {{"a", 3}, {"b", 3}})));
  Solution solution(encounter.program());
  REQUIRE(solution.exact());
  const double lucky = 0.25 * 319 + 0.75 * 870;
  CHECK(*solution.start_value(Aim::best) == Approx(lucky));
  CHECK(*solution.start_value(Aim::worst) == Approx(319));
  CHECK(path_of(encounter, solution, Aim::best) == Names{"f.on", "good.a"});
  const State round = encounter.play({"f.round"}).state();
  CHECK(*solution.value(round, Aim::best) == Approx(lucky));
  CHECK(*solution.value_after(round, encounter.response("g.round"), Aim::best) == Approx(lucky));
  CHECK(*solution.value_after(round, encounter.response("g.off"), Aim::best) == Approx(319));
  CHECK_FALSE(solution.paths());
}

TEST_CASE("Ways are counted by response and by branch of fate") {
  const auto ways = [](const std::string& moments) {
    const Encounter encounter(story_of(moments));
    const Solution solution(encounter.program());
    return solution.paths() ? solution.paths()->to_string() : "";
  };
  const std::string both =
      scored("good", {{"a", 9}, {"b", 3}, {"c", 4}}) + scored("bad", {{"a", 3}, {"b", 4}});
  CHECK(ways(unscored("f", {{"x", 0, "good"}, {"y", 0, "bad"}}) + both) == "5");
  // x: 2 + 3, y: 2.
  CHECK(ways(unscored("f", {{"x", 0, "luck"}, {"y", 0, "bad"}}) + kLuck + both) == "7");
  // Fate at the start.
  CHECK(ways(kLuck + both) == "5");
  // Without end.
  CHECK(ways(unscored("f", {{"x", 0, "f"}, {"y", 0, "luck"}}) + kLuck + both) == "");
}

TEST_CASE("Endings count as reached only where some play comes there") {
  const auto endings = [](const std::string& condition) {
    const Encounter encounter(story_of(
        scored("d", {{"a", 9, "[{ when: " + condition + ", go: lost }, { go: end }]"}, {"b", 3}}) +
        "  - { id: lost, ending: lost, says: No. }\n"));
    return Solution(encounter.program()).endings();
  };
  const auto resolved = static_cast<std::size_t>(EndingKind::resolved);
  const auto lost = static_cast<std::size_t>(EndingKind::lost);
  const auto unresolved = static_cast<std::size_t>(EndingKind::unresolved);
  // After d.a the mood is above 0.
  const auto some = endings("mood < 0");
  CHECK(some[resolved]);
  CHECK_FALSE(some[lost]);
  CHECK_FALSE(some[unresolved]);
  const auto more = endings("mood > 0");
  CHECK(more[resolved]);
  CHECK(more[lost]);
}

TEST_CASE("Where the states are too many there is no path, and limits on the value hold") {
  const Encounter encounter(
      story_of(scored("d", {{"a", 9, "e"}, {"b", 3, "e"}}) + scored("e", {{"a", 9}, {"b", 3}})));
  SolveOptions options;
  options.limits.states = 1;
  Solution solution(encounter.program(), options);
  REQUIRE_FALSE(solution.exact());
  CHECK(solution.optimal_path(Aim::best).empty());
  CHECK_FALSE(solution.paths());
  const ValueBounds best = solution.bounds(Aim::best);
  CHECK(best.low <= 870);
  CHECK(best.high >= 870);
  const ValueBounds worst = solution.bounds(Aim::worst);
  CHECK(worst.low <= 319);
  CHECK(worst.high >= 319);
  // Nothing delivers more than 9 or less than 3, so the limits are not those of the scale.
  CHECK(best.high < 1000);
  CHECK(worst.low > 100);
}

}  // namespace mot
