// What the library knows of kept plays (game/screens/play_results.h).
#include "game/screens/play_results.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include "engine/curriculum/standing.h"
#include "engine/encounter/session.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;

const std::string kRoot = MOT_SOURCE_DIR;

struct Shelf {
  Shelf() {
    LoadOptions options;
    options.library = kRoot + "/scenarios";
    scenarios = list_library(options);
  }
  const Scenario& scenario(const std::string& id) const {
    for (const LibraryScenario& entry : scenarios) {
      if (entry.scenario->id == id) return *entry.scenario;
    }
    throw std::runtime_error("no scenario " + id);
  }
  // Keeps a play of the first `choices` first-offered responses; −1: to the end.
  void keep(const std::string& name,
            const std::string& started,
            int choices,
            bool best,
            PlayMode mode = PlayMode::practice,
            bool broken_off = false) {
    const Program program(scenario("twice-the-water"));
    Session session(program, 1);
    for (int i = 0; i != choices && session.status() == SessionStatus::waiting; ++i) {
      const auto offers = session.offers();
      ResponseIndex pick = offers.front();
      for (const ResponseIndex r : offers) {
        const auto gap = [&](ResponseIndex x) {
          return program.scenario().responses[static_cast<std::size_t>(x)].gap;
        };
        if (best ? gap(r) > gap(pick) : gap(r) < gap(pick)) pick = r;
      }
      REQUIRE(session.choose(pick));
    }
    Playthrough play = session.playthrough();
    play.started = started;
    play.mode = mode;
    play.broken_off = broken_off;
    std::ofstream(folder.path() / name) << write_playthrough(play);
  }
  PlayResults results() const {
    PlayResults out(folder.path().string());
    while (!out.done()) {
      const auto find = [this](const std::string& id) {
        return std::optional(among(scenarios)(id));
      };
      if (!out.step(find)) std::this_thread::yield();
    }
    return out;
  }

  test::TemporaryFolder folder;
  std::vector<LibraryScenario> scenarios;
};

}  // namespace

TEST_CASE("An empty folder of plays gives no results") {
  const Shelf shelf;
  const PlayResults results = shelf.results();
  CHECK(results.to_continue().empty());
  CHECK_FALSE(results.of("twice-the-water").best);
}

TEST_CASE("The best of several finished plays is kept") {
  Shelf shelf;
  shelf.keep("a.json", "2026-01-02T08:00:00Z", -1, true);
  shelf.keep("b.json", "2026-01-03T08:00:00Z", -1, false);
  const PlayResults results = shelf.results();
  const ScenarioResults& water = results.of("twice-the-water");
  REQUIRE(water.best);
  REQUIRE(water.latest);
  CHECK(water.best->recommend > water.latest->recommend);
  CHECK_FALSE(water.unfinished);
}

TEST_CASE("The newest play is offered to go on with, if it is not finished") {
  Shelf shelf;
  shelf.keep("a.json", "2026-01-02T08:00:00Z", -1, true);
  shelf.keep("b.json", "2026-01-03T08:00:00Z", 2, true);
  const PlayResults results = shelf.results();
  CHECK(results.to_continue() == "twice-the-water");
  REQUIRE(results.of("twice-the-water").unfinished);
  CHECK(results.of("twice-the-water").unfinished->choices == 2);
  CHECK(results.of("twice-the-water").unfinished->stages == 4);
}

TEST_CASE("Whoever began again is not asked about the older play") {
  Shelf shelf;
  shelf.keep("a.json", "2026-01-02T08:00:00Z", 2, true);
  shelf.keep("b.json", "2026-01-03T08:00:00Z", -1, true);
  CHECK(shelf.results().to_continue().empty());
}

TEST_CASE("An exam that was left is known also where something newer was played") {
  Shelf shelf;
  shelf.keep("a.json", "2026-01-02T08:00:00Z", 2, true, PlayMode::exam);
  shelf.keep("b.json", "2026-01-03T08:00:00Z", 1, true);
  const PlayResults results = shelf.results();
  const ScenarioResults& water = results.of("twice-the-water");
  REQUIRE(water.unfinished);
  CHECK(water.unfinished->choices == 1);
  REQUIRE(water.exams.count("") == 1);
  REQUIRE(water.exams.at(""));
  CHECK(water.exams.at("")->choices == 2);
}

TEST_CASE("Nobody goes on with an exam that was broken off, or with one older than the last") {
  Shelf shelf;
  shelf.keep("a.json", "2026-01-02T08:00:00Z", 2, true, PlayMode::exam);
  shelf.keep("b.json", "2026-01-03T08:00:00Z", 1, true, PlayMode::exam, true);
  const PlayResults results = shelf.results();
  const ScenarioResults& water = results.of("twice-the-water");
  CHECK_FALSE(water.unfinished);
  REQUIRE(water.exams.count("") == 1);
  CHECK_FALSE(water.exams.at(""));
}
