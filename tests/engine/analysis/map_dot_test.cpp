// The map for Graphviz (map_svg.h).
#include <catch2/catch.hpp>

#include "engine/analysis/map_svg.h"
#include "tests/support/encounter.h"

using namespace mot;
using mot::test::Encounter;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

std::string dot_of(const std::string& touchpoint) {
  const Encounter encounter(
      "moments:\n"
      "  - { id: a, stage: first, channel: phone, touchpoint: " +
      touchpoint +
      ", expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 3 }, "
      "next: gone }, { id: high, say: O, delivers: { empathy: 9 }, next: good } ] }\n"
      "  - { id: good, ending: resolved }\n"
      "  - { id: gone, ending: lost }\n");
  Solution solution(encounter.program());
  const ScenarioMap map = map_of(solution);
  const UiStrings words(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  return map_dot(encounter.scenario(), map, Reading(encounter.scenario(), "en"), words);
}

}  // namespace

TEST_CASE("For Graphviz there are clusters by stage, and a line for each way") {
  const std::string dot = dot_of("Call");
  CHECK(dot.rfind("digraph \"test\" {", 0) == 0);
  CHECK(count(dot, "subgraph cluster_") == 1);
  CHECK(count(dot, " -> ") == 2);
  CHECK(dot.find("label=\"First\"") != std::string::npos);
  CHECK(count(dot, "{") == count(dot, "}"));
}

TEST_CASE("Quotes and line ends of a text stay inside its string") {
  const std::string dot = dot_of(R"("say \"more\" \\ or less")");
  CHECK(dot.find(R"(say \"more\" \\ or less)") != std::string::npos);
}
