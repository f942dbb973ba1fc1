// The first steps in words: every step and every part of one has its text, in every language.
#include <catch2/catch.hpp>
#include <string>

#include "engine/authoring/first_steps.h"
#include "engine/authoring/new_scenario.h"
#include "engine/text/ui_strings.h"

namespace {

const std::string kAssets = std::string(MOT_SOURCE_DIR) + "/assets";

}  // namespace

TEST_CASE("Every first step says what to do, and what of it is done") {
  const auto text = mot::new_scenario_text(kAssets, {"blank", "own", "", "en"});
  REQUIRE(text);
  const auto spans = mot::YamlSpans::parse(*text);
  REQUIRE(spans);
  const mot::ScenarioOutline outline = mot::outline_of(*spans);
  for (const std::string& language : mot::UiStrings::languages(kAssets + "/lang")) {
    mot::DiagnosticSink sink;
    const auto texts = mot::UiStrings::read(kAssets + "/lang/" + language + ".yaml", sink);
    mot::FirstSteps steps(mot::NewItemWords{});
    do {
      mot::FirstStepsView view;
      view.spans = &*spans;
      view.outline = &outline;
      steps.look(view);
      const std::string key = "steps." + std::string(mot::name_of(steps.step())) + ".";
      INFO(language << ": " << key);
      CHECK(texts.count(key + "title") == 1);
      CHECK(texts.count(key + "text") == 1);
      REQUIRE_FALSE(steps.parts().empty());
      for (const mot::FirstStepPart& part : steps.parts()) {
        INFO(part.name);
        CHECK(texts.count(key + std::string(part.name)) == 1);
      }
    } while (steps.forward());
  }
}
