// An exam that was left is found again, until it is over or broken off.
#include "engine/records/left_exam.h"

#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "engine/records/keep_attempts.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;

Playthrough exam(const std::string& started) {
  Playthrough play;
  play.scenario = "late-room";
  play.learner = "Li";
  play.mode = PlayMode::exam;
  play.started = started;
  play.choices = {{"desk.now", 1, false, {}}};
  return play;
}

void put(const test::TemporaryFolder& folder, const std::string& name, const Playthrough& play) {
  REQUIRE(write_file_atomically(folder / name, write_playthrough(play)));
}

std::optional<KeptPlay> left_in(const test::TemporaryFolder& folder, const ExamOf& whose) {
  return left_exam(list_plays(folder.path().string()), whose);
}

constexpr ExamOf kOfLi{"late-room", "Li", ""};

}  // namespace

TEST_CASE("the exam that somebody left is found: theirs, of that scenario and session") {
  const test::TemporaryFolder folder;
  CHECK_FALSE(left_in(folder, kOfLi));
  put(folder, "a.json", exam("2026-01-01T08:00:00Z"));
  REQUIRE(left_in(folder, kOfLi));
  CHECK(left_in(folder, kOfLi)->path == folder / "a.json");
  CHECK_FALSE(left_in(folder, {"late-room", "Wei", ""}));
  CHECK_FALSE(left_in(folder, {"early-room", "Li", ""}));
  CHECK_FALSE(left_in(folder, {"late-room", "Li", "monday"}));
  Playthrough practice = exam("2026-01-03T08:00:00Z");
  practice.mode = PlayMode::practice;
  put(folder, "b.json", practice);
  CHECK(left_in(folder, kOfLi));
}

TEST_CASE("an exam that is over is not left, nor is one that was gone on with in another file") {
  const test::TemporaryFolder folder;
  put(folder, "a.json", exam("2026-01-01T08:00:00Z"));
  Playthrough newer = exam("2026-01-02T08:00:00Z");
  newer.complete = true;
  put(folder, "b.json", newer);
  CHECK_FALSE(left_in(folder, kOfLi));
}

TEST_CASE("an exam that is broken off says so in its file, and becomes an attempt once") {
  const test::TemporaryFolder folder;
  const std::string plays = folder / "plays";
  REQUIRE(
      write_file_atomically(plays + "/a.json", write_playthrough(exam("2026-01-01T08:00:00Z"))));
  const auto left = left_exam(list_plays(plays), kOfLi);
  REQUIRE(left);
  const auto broken = break_off(*left, "2026-01-02T08:00:00Z");
  REQUIRE(broken);
  const auto kept = read_playthrough(*read_file(plays + "/a.json"));
  REQUIRE(kept);
  CHECK(kept->broken_off);
  CHECK_FALSE(kept->complete);
  CHECK(kept->ended == "2026-01-02T08:00:00Z");
  CHECK(broken->playthrough == *kept);
  CHECK_FALSE(left_exam(list_plays(plays), kOfLi));

  // Also where the program stopped before it could record it.
  AttemptKeeper keeper({folder / "records.sqlite", folder / "outbox", 500});
  ScenarioShelf shelf([](const std::string&) { return nullptr; });
  CHECK(keeper.take_in(plays, shelf) == 1);
  CHECK(keeper.take_in(plays, shelf) == 0);
}
