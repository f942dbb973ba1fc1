#include "engine/authoring/story_map.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "engine/scenario/loader.h"

namespace {

std::shared_ptr<const mot::Scenario> scenario_of(const std::string& moments) {
  mot::DiagnosticSink sink;
  auto loaded = mot::load_scenario_text(
      "a.yaml",
      "mot: 1\nid: a\ntitle: A\nlanguage: en\ndraft: true\n"
      "journey: { id: j, title: J, stages: [{ id: s, title: S }, { id: t, title: T }] }\n"
      "customer: { id: c, name: C, expects: { empathy: 7 } }\nmoments:\n" +
          moments,
      {}, sink);
  REQUIRE(loaded.scenario);
  return loaded.scenario;
}

}  // namespace

TEST_CASE("The map has a row for every way on, lanes by stage, the best path and what is lost") {
  const mot::StoryMap story = mot::story_map(
      scenario_of("  - { id: ask, stage: s, says: Hm., responses: [{ id: a, say: A, next: hear }, "
                  "{ id: b, do: B, next: end }] }\n"
                  "  - { id: hear, stage: t, says: I see., next: end }\n"
                  "  - { id: lost, stage: t, says: Nobody., next: end }\n"
                  "  - { id: end, ending: resolved }\n"),
      {"ask.a"});
  REQUIRE(story.cards.size() == 4);
  CHECK(story.cards[0].text == "Hm.");
  REQUIRE(story.cards[0].rows.size() == 2);
  CHECK(story.cards[0].rows[0].on_best_path);
  CHECK(story.cards[0].rows[1].text == "B");
  CHECK_FALSE(story.cards[0].rows[1].on_best_path);
  CHECK(story.cards[1].rows.size() == 1);
  CHECK(story.cards[3].rows.empty());
  CHECK(story.map.lanes.size() == 2);
  CHECK(story.map.boxes[1].on_best_path);
  CHECK(story.map.boxes[3].on_best_path);
  CHECK_FALSE(story.map.boxes[2].on_best_path);
  CHECK_FALSE(story.map.boxes[2].reachable);
  CHECK(story.map.boxes[3].reachable);
  CHECK(story.layout.boxes[0].y < story.layout.boxes[1].y);
}

TEST_CASE("A map of 300 moments is made soon") {
  std::string moments;
  for (int i = 0; i < 300; ++i)
    moments += fmt::format(
        "  - {{ id: m{0}, stage: {3}, says: Hm., responses: [{{ id: a, say: A, next: m{1} }}, "
        "{{ id: b, say: B, next: m{2} }}] }}\n",
        i, i + 1, std::min(300, i + 1 + i % 7), i % 3 == 0 ? "s" : "t");
  const auto scenario = scenario_of(moments + "  - { id: m300, ending: resolved }\n");
  const auto before = std::chrono::steady_clock::now();
  CHECK(mot::story_map(scenario, {}).layout.boxes.size() == 301);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
}
