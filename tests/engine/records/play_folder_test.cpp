#include "engine/records/play_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

using mot::KeptPlay;
using mot::list_plays;
using mot::new_play_path;
using mot::PlayKeeper;
using mot::Playthrough;
using mot::test::TemporaryFolder;

namespace {

Playthrough play(const std::string& scenario, const std::string& started, bool complete) {
  Playthrough made;
  made.scenario = scenario;
  made.started = started;
  made.complete = complete;
  made.choices = {{"a.x", 1, false, {}}};
  return made;
}

void keep(const TemporaryFolder& folder, const std::string& name, const Playthrough& playthrough) {
  PlayKeeper keeper(folder / name);
  REQUIRE(keeper.save(playthrough));
}

void write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a keeper writes nothing until the first save and the whole file at each") {
  const TemporaryFolder folder;
  PlayKeeper keeper(folder / "plays/one.json");
  CHECK(keeper.healthy());
  CHECK_FALSE(std::filesystem::exists(keeper.path()));
  Playthrough playthrough = play("s", "2026-11-21T20:15:00Z", false);
  REQUIRE(keeper.save(playthrough));
  CHECK(content_of(keeper.path()) == mot::write_playthrough(playthrough));
  playthrough.choices.push_back({"b.y", 2, false, {}});
  REQUIRE(keeper.save(playthrough));
  CHECK(content_of(keeper.path()) == mot::write_playthrough(playthrough));
}

TEST_CASE("a keeper that cannot write says so, and recovers as soon as it can") {
  const TemporaryFolder folder;
  write(folder / "plays", "a file where the folder should be");
  PlayKeeper keeper(folder / "plays/one.json");
  const Playthrough playthrough = play("s", "2026-11-21T20:15:00Z", false);
  const auto failed = keeper.save(playthrough);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().message.find("could not be saved") != std::string::npos);
  CHECK(failed.error().message.find("You can play on") != std::string::npos);
  CHECK_FALSE(keeper.healthy());
  std::filesystem::remove(folder / "plays");
  CHECK(keeper.save(playthrough));
  CHECK(keeper.healthy());
}

TEST_CASE("plays are listed newest first") {
  const TemporaryFolder folder;
  keep(folder, "a.json", play("one", "2026-11-20T10:00:00Z", true));
  keep(folder, "b.json", play("two", "2026-11-22T10:00:00Z", false));
  keep(folder, "c.json", play("three", "2026-11-21T10:00:00Z", true));
  keep(folder, "d.json", play("undated", "", true));
  std::vector<std::string> unreadable;
  const auto plays = list_plays(folder.path().string(), &unreadable);
  REQUIRE(plays.size() == 4);
  CHECK(plays[0].playthrough.scenario == "two");
  CHECK(plays[0].path == folder / "b.json");
  CHECK(plays[1].playthrough.scenario == "three");
  CHECK(plays[2].playthrough.scenario == "one");
  CHECK(plays[3].playthrough.scenario == "undated");
  CHECK(unreadable.empty());
}

TEST_CASE("what is no playthrough is counted, left alone and never read as one") {
  const TemporaryFolder folder;
  const std::string whole = mot::write_playthrough(play("s", "2026-11-20T10:00:00Z", true));
  write(folder / "half.json", whole.substr(0, whole.size() / 2));
  write(folder / "empty.json", "");
  write(folder / "other.json", R"({"settings":true})");
  write(folder / "binary.json", std::string("\0\xff\xfe", 3));
  write(folder / "notes.txt", "not looked at");
  std::filesystem::create_directory(folder / "folder.json");
  keep(folder, "good.json", play("good", "2026-11-20T10:00:00Z", true));
  std::vector<std::string> unreadable;
  const auto plays = list_plays(folder.path().string(), &unreadable);
  REQUIRE(plays.size() == 1);
  CHECK(plays[0].playthrough.scenario == "good");
  CHECK(unreadable == std::vector<std::string>{folder / "binary.json", folder / "empty.json",
                                               folder / "half.json", folder / "other.json"});
  CHECK(content_of(folder / "half.json") == whole.substr(0, whole.size() / 2));
  CHECK(std::filesystem::exists(folder / "empty.json"));
}

TEST_CASE("a folder that is not there holds no plays") {
  const TemporaryFolder folder;
  std::vector<std::string> unreadable;
  CHECK(list_plays(folder / "missing", &unreadable).empty());
  CHECK(unreadable.empty());
}

TEST_CASE("a new play gets a name that says when and what, and that no other has") {
  const TemporaryFolder folder;
  const std::string path = folder.path().string();
  const std::string first = new_play_path(path, "late-room", "2026-11-21T20:15:00Z", 0x4f2a);
  CHECK(first == folder / "20261121-201500-late-room-4f2a.json");
  write(first, "");
  CHECK(new_play_path(path, "late-room", "2026-11-21T20:15:00Z", 0x4f2a) ==
        folder / "20261121-201500-late-room-4f2b.json");
  CHECK(new_play_path(path, "late-room", "2026-11-21T20:15:00Z", 0x1234567890) ==
        folder / "20261121-201500-late-room-7890.json");
  // A dangling link is a name too: writing would go through it.
  std::filesystem::create_symlink(folder / "nowhere",
                                  folder / "20261121-201500-late-room-0001.json");
  CHECK(new_play_path(path, "late-room", "2026-11-21T20:15:00Z", 1) ==
        folder / "20261121-201500-late-room-0002.json");
}

TEST_CASE("whoever removes plays is told of a file that could not be looked at") {
  const TemporaryFolder folder;
  keep(folder, "a.json", play("one", "2026-11-20T10:00:00Z", true));
  // Larger than any play: nobody reads it, root neither.
  write(folder / "b.json", "");
  std::filesystem::resize_file(folder / "b.json", mot::kMaxFileBytes + 1);
  const auto all = [](const auto&) { return true; };
  const auto refused = mot::remove_plays(folder.path().string(), all, all);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find(folder / "b.json") != std::string::npos);
  std::filesystem::remove(folder / "b.json");
  // A name that leads nowhere is none.
  std::filesystem::create_symlink(folder / "nowhere", folder / "c.json");
  keep(folder, "d.json", play("two", "2026-11-20T10:00:00Z", true));
  CHECK(mot::remove_plays(folder.path().string(), all, all) == 1U);
  CHECK(mot::remove_plays(folder / "missing", all, all) == 0U);
  write(folder / "plays", "a file where the folder should be");
  CHECK_FALSE(mot::remove_plays(folder / "plays", all, all));
}

TEST_CASE("a thousand plays are listed in well under a second") {
  const TemporaryFolder folder;
  Playthrough playthrough = play("s", "", true);
  playthrough.choices.assign(12, {"some-moment.some-response", 4.25, false, {}});
  for (int i = 0; i < 1000; ++i) {
    playthrough.started = fmt::format("2026-11-21T20:{:02}:{:02}Z", i / 60, i % 60);
    // Not through a keeper, whose syncs would take seconds.
    write(folder / fmt::format("{}.json", i), mot::write_playthrough(playthrough));
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(list_plays(folder.path().string()).size() == 1000);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  // A debug build on a busy machine; a release build takes some 30 ms.
  CHECK(took.count() < 5.0);
}
