// The library read on another thread: glances first, then the scenarios, the wanted ones sooner.
#include "game/stage/library_shelf.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>
#include <utility>

#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;

const std::string kLibrary = std::string(MOT_SOURCE_DIR) + "/scenarios";

void wait_for_glances(LibraryShelf& shelf) {
  while (!shelf.glanced()) {
    if (!shelf.step()) std::this_thread::yield();
  }
}

}  // namespace

TEST_CASE("a shelf has all scenarios at a glance, easy and short first, and then all of them") {
  LibraryShelf shelf({kLibrary, {}, true}, "zh-CN");
  wait_for_glances(shelf);
  const std::vector<ScenarioGlance> early = shelf.glances();
  const auto& all = shelf.all();
  CHECK(shelf.complete());
  REQUIRE(early.size() == all.size());
  for (std::size_t i = 0; i < early.size(); ++i) {
    CHECK(early[i].id == shelf.glances()[i].id);
    CHECK(early[i].title == shelf.glances()[i].title);
    CHECK(shelf.find(early[i].id) != nullptr);
    if (i > 0) {
      CHECK(std::pair(early[i - 1].difficulty, early[i - 1].minutes) <=
            std::pair(early[i].difficulty, early[i].minutes));
    }
  }
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const auto& a, const auto& b) { return a.path < b.path; }));
  CHECK_FALSE(shelf.step());
}

TEST_CASE("what a shelf is asked for comes before the others") {
  LibraryShelf shelf({kLibrary, {}, true}, "en");
  wait_for_glances(shelf);
  const std::string last = shelf.glances().back().id;
  std::size_t others = 0;
  shelf.hurry(last);
  while (!shelf.find(last)) {
    shelf.step();
    std::this_thread::yield();
  }
  for (const ScenarioGlance& seen : shelf.glances()) others += shelf.find(seen.id) ? 1U : 0U;
  CHECK(others < shelf.glances().size());
}

TEST_CASE("what cannot be played is seen at a glance, and gone when all is read") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "broken.yaml")
      << "mot: 1\nid: broken\ntitle: Broken\nmoments:\n  - id: a\n    says: Hm\n";
  LibraryShelf shelf({folder.path().string(), {}, true}, "en");
  wait_for_glances(shelf);
  CHECK(shelf.all().empty());
  CHECK(shelf.glances().empty());
  CHECK(shelf.find("broken") == nullptr);
  CHECK(shelf.left_out() == std::vector<std::string>{(folder.path() / "broken.yaml").string()});
}

TEST_CASE("an empty library is known at once, and a shelf may go while it reads") {
  const test::TemporaryFolder folder;
  LibraryShelf empty({folder.path().string(), {}, true}, "en");
  CHECK(empty.all().empty());
  CHECK(empty.glanced());
  { const LibraryShelf gone({kLibrary, {}, true}, "en"); }
}
