// Best play as the smells read it: the states it comes to, what it chooses there, the ways.
#include <atomic>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/analysis/smells_parts.h"
#include "tests/support/smelly_story.h"

namespace mot {
namespace {

using test::Encounter;
using test::scored;
using test::story_of;

// A story solved, and the beginning of a search in it.
struct Searched {
  explicit Searched(const std::string& body)
      : encounter(body),
        solution(encounter.program()),
        search{.program = encounter.program(),
               .scenario = encounter.scenario(),
               .solution = solution,
               .options = options,
               .graph = *solution.graph(),
               .complete = true,
               .texts = false,
               .turns = false,
               .seen = {},
               .endings = {},
               .looks = {},
               .best_play = {},
               .found = {}} {}

  Encounter encounter;
  Solution solution;
  SmellOptions options;
  SmellSearch search;
};

}  // namespace

TEST_CASE("Best play goes by every best response and every branch of fate") {
  Searched story(
      story_of(scored("d", {{"a", 9, "luck"}, {"b", 3, "luck"}, {"c", 9, "luck"}}) +
               "  - { id: luck, chance: [ { odds: 1, next: e }, { odds: 3, next: f } ] }\n" +
               scored("e", {{"a", 9}, {"b", 5}}) + scored("f", {{"a", 5}, {"b", 9}})));
  follow_best_play(story.search);
  const BestPlay& play = story.search.best_play;
  REQUIRE(play.complete);
  // d, e, f and the end, which all best ways reach with the same ledger.
  REQUIRE(play.states.size() == 4);
  const auto response = [&](const char* name) { return story.encounter.response(name); };
  CHECK(play.states[0].best == std::vector<ResponseIndex>{response("d.a"), response("d.c")});
  CHECK(play.states[0].next == std::vector<std::size_t>{1, 2, 1, 2});
  CHECK(play.states[0].from == BestPlay::kNoneBefore);
  CHECK(play.states[1].state.place == story.encounter.moment("e"));
  CHECK(play.states[1].best == std::vector<ResponseIndex>{response("e.a")});
  CHECK(play.states[2].best == std::vector<ResponseIndex>{response("f.b")});
  CHECK(play.states[2].next == std::vector<std::size_t>{3});
  CHECK(play.states[3].best.empty());
  CHECK(path_of_best_play(story.search, 0).empty());
  CHECK(path_of_best_play(story.search, 2) == std::vector<std::string>{"d.a"});
  CHECK(path_of_best_play(story.search, 3) == std::vector<std::string>{"d.a", "e.a"});
}

TEST_CASE("The states of best play carry what was remembered on the way") {
  Searched story(
      story_of(scored("d", {{"a", 9, "e"}, {"b", 3, "e"}}) + scored("e", {{"a", 9}, {"b", 3}})));
  follow_best_play(story.search);
  REQUIRE(story.search.best_play.states.size() == 3);
  const auto& end = story.search.best_play.states[2].state;
  CHECK(end.place == story.encounter.moment("end"));
  CHECK(end.ledger.sum_weight == 2);
  CHECK(end.ledger.sum_gap == 200);
}

TEST_CASE("Best play that is given up is not complete") {
  Searched story(story_of(scored("d", {{"a", 9}, {"b", 3}})));
  const std::atomic<bool> given_up = true;
  story.options.cancel = &given_up;
  follow_best_play(story.search);
  CHECK_FALSE(story.search.best_play.complete);
}

}  // namespace mot
