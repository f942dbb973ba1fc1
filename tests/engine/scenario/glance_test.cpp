// Glances: what lines tell of a scenario is what loading it tells.
#include "engine/scenario/glance.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "engine/scenario/library.h"

namespace mot {
namespace {

constexpr const char* kUnusual = R"(mot: 1
# title: not this one
id: "odd-one"
title: 'It''s odd'   # a remark
setting: hotel
difficulty: 4
moments:
  - id: a
    expects: [empathy, reliability]   # tangibles
    responses:
      - { id: x, say: Yes., delivers: { empathy: 3, reliability: 4 }, behaviours: [act, confirm], next: b }
      - id: y
        behaviours: [act]
        delivers:
          tangibles: 3
  - id: b
    expects:
      # assurance: 3
      - empathy
      - tangibles
    says: "empathy: everywhere"
  - id: c
    expects: { responsiveness: { level: 7, kind: must-be } }
)";

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a glance reads what is written in a list, in braces and in lines") {
  const auto seen = glance(kUnusual);
  REQUIRE(seen);
  CHECK(seen->id == "odd-one");
  CHECK(seen->title == "It's odd");
  CHECK(seen->setting == "hotel");
  CHECK(seen->difficulty == 4);
  CHECK(seen->decisions == 3);
  CHECK(seen->at_stake == std::array<int, kDimensions>{1, 1, 0, 2, 1});
  CHECK(seen->shows == std::array<int, kBehaviours>{0, 0, 2, 1});
}

TEST_CASE("a glance at every shipped scenario tells what loading it tells") {
  LoadOptions options;
  options.library = std::string(MOT_SOURCE_DIR) + "/scenarios";
  for (const LibraryScenario& entry : list_library(options)) {
    INFO(entry.path);
    const auto seen = glance(content_of(entry.path));
    REQUIRE(seen);
    CHECK(*seen == glance_at(*entry.scenario, Reading(*entry.scenario, "")));
  }
}

TEST_CASE("a library at a glance has the titles of the reader's language") {
  const std::string library = std::string(MOT_SOURCE_DIR) + "/scenarios";
  const auto seen = glance_at_library(library, "zh-CN");
  REQUIRE(seen.size() == list_library({library, {}, true}).size());
  for (const ScenarioGlance& scenario : seen) {
    INFO(scenario.id);
    const std::string path = find_scenario(library, scenario.id);
    DiagnosticSink sink;
    const auto loaded = load_scenario(path, {library, {}, true}, sink).scenario;
    REQUIRE(loaded != nullptr);
    CHECK(scenario.title == Reading(*loaded, "zh-CN").trimmed(loaded->title));
  }
}

TEST_CASE("what is no scenario gives no glance") {
  CHECK_FALSE(glance(""));
  CHECK_FALSE(glance("mot-translation: 1\nof: x\ntexts:\n  title: X\n"));
  CHECK_FALSE(glance("id: c\nname: Mrs C\nexpects: { empathy: 3 }\n"));
  CHECK_FALSE(glance("moments:\n"));
  CHECK_FALSE(glance("\xff\xfe\n- : :\n  - - -\nexpects"));
}

}  // namespace mot
