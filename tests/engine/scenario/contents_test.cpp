#include "engine/scenario/contents.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/scenario/loader.h"
#include "tests/support/encounter.h"
#include "tests/support/temporary_folder.h"

using mot::contents_of;
using mot::Dimension;
using mot::ScenarioContents;

namespace {

constexpr const char* kScenario = R"(mot: 1
id: test
title: Two words
language: en
scene: service-desk
customer: { id: somebody, name: Somebody, expects: { reliability: 8, responsiveness: 8, empathy: 8 } }
journey: { id: way, title: Way, stages: [ { id: first, title: First } ] }
needs: { quiet: Wants quiet. }
moments:
  - { id: h, says: One, scene: flat-door, responses: [ { id: x, say: One, next: a } ] }
  - id: a
    stage: first
    channel: phone
    touchpoint: T
    scene: service-desk-evening
    expects: { empathy: 8, responsiveness: 8, reliability: { level: 8, kind: must-be } }
    acceptable_wait: 10
    says: Three more words
    responses:
      - { id: low, say: One, delivers: { empathy: 3, reliability: 8 }, wait: { minutes: 10, informed: true }, next: e }
      - { id: high, say: One, delivers: { empathy: 9, responsiveness: 8, reliability: 10 }, next: e }
  - { id: e, ending: resolved }
)";

}  // namespace

TEST_CASE("A scenario's contents are counted") {
  const auto scenario = mot::test::scenario_of(kScenario);
  const ScenarioContents contents = contents_of(*scenario);
  CHECK(contents.moments == 3);
  CHECK(contents.decisions == 2);
  CHECK(contents.scored == 1);
  CHECK(contents.responses == 3);
  CHECK(contents.endings == 1);
  CHECK(contents.needs == 1);
  CHECK(contents.waits == 1);
  CHECK(contents.scenes == std::vector<std::string_view>{"service-desk", "flat-door"});
}

TEST_CASE("A dimension counts where responses differ in it as far as ratings count") {
  // Ten minutes of ten come to 8, as the other rating; a must-be of 8 counts 10 as 8.
  const ScenarioContents contents = contents_of(*mot::test::scenario_of(kScenario));
  CHECK(contents.dimensions == mot::bit(Dimension::empathy));
}

TEST_CASE("Words are counted in each language, and what is not translated") {
  const mot::test::TemporaryFolder folder;
  std::ofstream(folder / "test.yaml") << kScenario;
  std::ofstream(folder / "test.zh-CN.yaml") << R"(mot-translation: 1
of: test
language: zh-CN
texts:
  title: 两个字
)";
  mot::DiagnosticSink sink;
  const auto loaded = mot::load_scenario(folder / "test.yaml", {}, sink);
  REQUIRE(loaded.scenario);
  const ScenarioContents contents = contents_of(*loaded.scenario);
  REQUIRE(contents.languages.size() == 2);
  // Title 2, need 2, says 1 and 3, touchpoint 1, responses 3; customer and journey: their names
  // stand in this file, too: 1, 1, 1.
  CHECK(contents.languages[0].language == "en");
  CHECK(contents.languages[0].words == 15);
  CHECK(contents.languages[0].untranslated == 0);
  CHECK(contents.languages[1].language == "zh-CN");
  CHECK(contents.languages[1].words == 3);
  CHECK(contents.languages[1].untranslated == 10);
}
