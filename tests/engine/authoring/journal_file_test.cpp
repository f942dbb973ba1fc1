// A journal that is added to without waiting for the disk.
#include "engine/authoring/journal_file.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <iterator>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

using mot::JournalFile;

TEST_CASE("What was added is there at once, in order, also where the file was replaced between") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "journal";
  REQUIRE(mot::write_file_atomically(path, "head\n"));
  JournalFile journal;
  std::string expected = "head\n";
  for (int i = 0; i < 200; ++i) {
    const std::string line = std::to_string(i) + "\n";
    REQUIRE(journal.append(path, line) == 0);
    expected += line;
    REQUIRE(*mot::read_file(path) == expected);
  }
  REQUIRE(mot::write_file_atomically(path, "anew\n"));
  REQUIRE(journal.append(path, "more\n") == 0);
  CHECK(*mot::read_file(path) == "anew\nmore\n");
}

TEST_CASE("However quickly something is added, only the last of it waits for the disk") {
  const std::filesystem::path open_files = "/proc/self/fd";
  if (!std::filesystem::exists(open_files)) return;
  const auto count = [&] {
    return std::distance(std::filesystem::directory_iterator(open_files), {});
  };
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "journal";
  REQUIRE(mot::write_file_atomically(path, ""));
  const auto before = count();
  JournalFile journal;
  auto most = before;
  for (int i = 0; i < 500; ++i) {
    REQUIRE(journal.append(path, "a line\n") == 0);
    most = std::max(most, count());
  }
  CHECK(most <= before + 2);  // one that waits, one that is being put on the disk
}

TEST_CASE("After a journal is over, the next is added to as the first was") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "journal";
  JournalFile journal;
  for (const char* head : {"one\n", "two\n"}) {
    REQUIRE(mot::write_file_atomically(path, head));
    REQUIRE(journal.append(path, "more\n") == 0);
    CHECK(*mot::read_file(path) == head + std::string("more\n"));
    std::filesystem::remove(path);
    journal.forget();
  }
  CHECK(journal.append(path, "x") == ENOENT);
}

TEST_CASE("A journal that is not there is an error, and none is made") {
  const mot::test::TemporaryFolder folder;
  JournalFile journal;
  CHECK(journal.append(folder / "journal", "x") == ENOENT);
  CHECK_FALSE(mot::read_file(folder / "journal"));
}

TEST_CASE("A journal is begun where there is none, and added to") {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "journal";
  JournalFile journal;
  REQUIRE(journal.begin(path, "head\n") == 0);
  CHECK(*mot::read_file(path) == "head\n");
  REQUIRE(journal.append(path, "more\n") == 0);
  CHECK(*mot::read_file(path) == "head\nmore\n");
  CHECK(journal.begin(path, "another\n") == EEXIST);
  CHECK(*mot::read_file(path) == "head\nmore\n");
  CHECK(journal.begin(folder / "nowhere/journal", "x") == ENOENT);
  std::filesystem::remove(path);
  journal.forget();
  REQUIRE(journal.begin(path, "anew\n") == 0);
  CHECK(*mot::read_file(path) == "anew\n");
}
