#include "engine/records/keep_attempts.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/attempts.h"
#include "tests/support/encounter.h"
#include "tests/support/temporary_folder.h"

using mot::AttemptKeeper;
using mot::Keeping;
using mot::test::attempts_in;
using mot::test::numbered_attempt;
using mot::test::TemporaryFolder;

namespace {

mot::RecordsPlace place_in(const TemporaryFolder& folder) {
  return {folder / "records.sqlite", folder / "outbox", 200};
}

std::vector<mot::Attempt> stored_in(const TemporaryFolder& folder) {
  auto store = mot::open_store(folder / "records.sqlite");
  REQUIRE(store);
  auto attempts = attempts_in(**store);
  REQUIRE(attempts);
  return *attempts;
}

}  // namespace

TEST_CASE("an attempt goes into the store") {
  const TemporaryFolder folder;
  AttemptKeeper keeper(place_in(folder));
  const mot::Kept kept = keeper.keep(numbered_attempt(1));
  CHECK(kept.where == Keeping::stored);
  CHECK(kept.cause.empty());
  CHECK(stored_in(folder) == std::vector{numbered_attempt(1)});
}

TEST_CASE("while the store is away attempts wait, and follow in order when it is back") {
  const TemporaryFolder folder;
  AttemptKeeper keeper(place_in(folder));
  // A folder where the file should be.
  std::filesystem::create_directory(folder / "records.sqlite");
  const mot::Kept first = keeper.keep(numbered_attempt(7));
  CHECK(first.where == Keeping::waiting);
  CHECK(first.cause.find("records.sqlite") != std::string::npos);
  CHECK(keeper.keep(numbered_attempt(3)).where == Keeping::waiting);
  std::filesystem::remove(folder / "records.sqlite");
  CHECK(keeper.keep(numbered_attempt(5)).where == Keeping::stored);
  CHECK(stored_in(folder) ==
        std::vector{numbered_attempt(7), numbered_attempt(3), numbered_attempt(5)});
}

TEST_CASE("where neither store nor outbox takes it, that is said") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "records.sqlite");
  std::ofstream(folder / "outbox") << "a file";
  AttemptKeeper keeper(place_in(folder));
  CHECK(keeper.keep(numbered_attempt(1)).where == Keeping::refused);
}

TEST_CASE(
    "finished plays are taken in once, oldest first, with scores where they can be computed") {
  const TemporaryFolder folder;
  const mot::test::Encounter encounter(mot::test::one_call());
  mot::ScenarioShelf shelf([&](const std::string& id) {
    return id == "test" ? std::shared_ptr<const mot::Scenario>(&encounter.scenario(), [](auto*) {})
                        : nullptr;
  });
  const auto write = [&](const std::string& name, mot::Playthrough play, const char* started) {
    play.started = started;
    mot::PlayKeeper keeper(folder / ("plays/" + name));
    REQUIRE(keeper.save(play));
    return play;
  };
  const mot::Playthrough good = encounter.play({"a.good"}).playthrough();
  mot::Playthrough gone = good;
  gone.scenario = "gone";
  const auto later = write("later.json", good, "2026-11-02T00:00:00Z");
  const auto early = write("early.json", gone, "2026-11-01T00:00:00Z");
  write("begun.json", encounter.play({}).playthrough(), "2026-11-03T00:00:00Z");

  AttemptKeeper keeper(place_in(folder));
  const auto taken = keeper.take_in(folder / "plays", shelf);
  REQUIRE(taken);
  CHECK(*taken == 2);
  const auto stored = stored_in(folder);
  REQUIRE(stored.size() == 2);
  CHECK(stored[0].play == early);
  CHECK_FALSE(stored[0].score);
  CHECK(stored[1].play == later);
  REQUIRE(stored[1].score);
  CHECK(stored[1].score->score == 100.0);
  // What is kept at the end of a play is the same attempt as its file.
  CHECK(keeper.keep(mot::attempt_of(later, "/elsewhere/later.json")).where == Keeping::stored);
  CHECK(*keeper.take_in(folder / "plays", shelf) == 0);
  CHECK(stored_in(folder).size() == 2);
}
