#include "game/stage/scenario_watch.h"

#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

namespace {

const std::string kText =
    "mot: 1\nid: a\ntitle: A\nlanguage: en\ndraft: true\n"
    "customer: { id: c, name: C, expects: { empathy: 7 } }\nmoments:\n"
    "  - { id: ask, says: Well., responses: [{ id: r, say: Yes, next: end }] }\n"
    "  - { id: end, ending: resolved }\n";

std::optional<mot::SavedScenario> after_a_moment(mot::ScenarioWatch& watch) {
  for (int i = 0; i < 4; ++i) {
    if (auto saved = watch.step(0.05)) {
      return saved;
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("What was saved is read, with the first error where it has some") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, kText));
  mot::DiagnosticSink sink;
  const auto first = mot::load_scenario(path, {}, sink).scenario;
  REQUIRE(first);
  mot::ScenarioWatch watch(
      {path, "a", std::filesystem::last_write_time(path) + std::chrono::seconds(1)}, *first, {});
  CHECK_FALSE(after_a_moment(watch));
  REQUIRE(mot::write_file_atomically(path, kText + "says: no\n"));
  auto saved = after_a_moment(watch);
  REQUIRE(saved);
  CHECK_FALSE(saved->scenario);
  CHECK(saved->problem.rfind("a.yaml:10: ", 0) == 0);
  REQUIRE(mot::write_file_atomically(path, kText + "# well\n"));
  saved = after_a_moment(watch);
  REQUIRE(saved);
  CHECK(saved->scenario);
  CHECK(saved->problem.empty());
  // Whoever watches again from then on misses no save between.
  mot::ScenarioWatch again(saved->file, *saved->scenario, {});
  REQUIRE(mot::write_file_atomically(path, kText + "# well, well\n"));
  CHECK(after_a_moment(again));
}
