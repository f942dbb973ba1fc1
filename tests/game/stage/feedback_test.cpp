// Immediate feedback says what the debrief will say of the same choice.
#include "game/stage/feedback.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/analysis/background_solver.h"
#include "engine/scenario/loader.h"
#include "tests/support/small_story.h"

namespace {

using namespace mot;

struct Table {
  Table() {
    DiagnosticSink sink;
    auto scenario = load_scenario_text("small.yaml", test::kSmallStory, {}, sink).scenario;
    REQUIRE(scenario);
    play = std::make_shared<Play>(std::move(scenario), PlayTerms{}, "en",
                                  [] { return std::string("2026-01-01T09:00:00Z"); });
  }
  void choose(const char* name) { REQUIRE(play->choose(play->scenario().find_response(name), 1)); }

  std::shared_ptr<Play> play;
  UiStrings words{std::string(MOT_SOURCE_DIR) + "/assets/lang", "en"};
};

}  // namespace

TEST_CASE("the coach's sentence comes with what was expected, delivered, and its cost at once") {
  Table table;
  table.choose("first.bad");
  const auto parts = feedback_on_last_choice(*table.play, table.words, nullptr);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].text == "Greet first.");
  CHECK(parts[1].text.find('5') != std::string::npos);
  CHECK(parts[1].text.find('2') != std::string::npos);
  CHECK(parts[1].text.find("−") != std::string::npos);
}

TEST_CASE("with the solution it says what the choice costs in the end") {
  Table table;
  table.choose("first.bad");
  SolvedScenario solved(table.play->shared_scenario(), {});
  const auto without = feedback_on_last_choice(*table.play, table.words, nullptr);
  const auto with = feedback_on_last_choice(*table.play, table.words, &solved);
  REQUIRE(with.size() == 2);
  CHECK(with[0].text == without[0].text);
  CHECK(with[1].text != without[1].text);
}

TEST_CASE("where nothing is at stake there is a sentence all the same") {
  Table table;
  table.choose("first.good");
  CHECK_FALSE(feedback_on_last_choice(*table.play, table.words, nullptr)[0].text.empty());
  table.choose("second.bye");
  CHECK_FALSE(feedback_on_last_choice(*table.play, table.words, nullptr)[0].text.empty());
}
