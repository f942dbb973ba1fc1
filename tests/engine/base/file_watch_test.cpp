#include "engine/base/file_watch.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

namespace {

/// How many of so many looks say that something was saved.
int told(mot::FileWatch& watch, int looks) {
  int count = 0;
  for (int i = 0; i < looks; ++i) count += watch.step(0.05) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("A saved file is noticed once, within 200 ms") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, "one"));
  mot::FileWatch watch({path, folder / "a.zh-CN.yaml"});
  CHECK(told(watch, 5) == 0);
  REQUIRE(mot::write_file_atomically(path, "three"));
  CHECK(told(watch, 4) == 1);
  CHECK(told(watch, 5) == 0);
  REQUIRE(mot::write_file_atomically(path, "seven"));
  watch.accept();
  CHECK(told(watch, 5) == 0);
  // Another file beside it, also one that was not there.
  REQUIRE(mot::write_file_atomically(folder / "a.zh-CN.yaml", "x"));
  CHECK(told(watch, 4) == 1);
}

TEST_CASE("A file that is taken away for a moment was not saved") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, "one"));
  mot::FileWatch watch({path});
  std::filesystem::rename(path, path + "~");
  CHECK(told(watch, 5) == 0);
  std::filesystem::rename(path + "~", path);
  CHECK(told(watch, 5) == 0);
  std::filesystem::remove(path);
  CHECK(told(watch, 1) == 0);
  REQUIRE(mot::write_file_atomically(path, "two!"));
  CHECK(told(watch, 4) == 1);
}

TEST_CASE("A file that stays away is gone, until it is there again") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, "one"));
  mot::FileWatch watch({path});
  std::filesystem::remove(path);
  CHECK(told(watch, 10) == 0);
  CHECK_FALSE(watch.gone());
  CHECK(told(watch, 20) == 0);
  CHECK(watch.gone());
  REQUIRE(mot::write_file_atomically(path, "two!"));
  CHECK(told(watch, 4) == 1);
  CHECK_FALSE(watch.gone());
}

TEST_CASE("A file that still grows is not read yet") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, ""));
  mot::FileWatch watch({path});
  for (int i = 1; i < 5; ++i) {
    REQUIRE(mot::write_file_atomically(path, std::string(static_cast<std::size_t>(i), 'x')));
    CHECK(told(watch, 1) == 0);
  }
  CHECK(told(watch, 2) == 1);
}

TEST_CASE("What was saved after it was read, but before it was watched, is told") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  REQUIRE(mot::write_file_atomically(path, "one"));
  const auto before = std::filesystem::last_write_time(path);
  mot::FileWatch watch({path}, before + std::chrono::seconds(1));
  CHECK(told(watch, 5) == 0);
  mot::FileWatch late({path}, before);
  CHECK(told(late, 5) == 1);
  CHECK(told(late, 5) == 0);
}
