// A journal that is added to without waiting for the disk.
#include "engine/authoring/journal_file.h"

#include <catch2/catch.hpp>
#include <cerrno>

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

TEST_CASE("A journal that is not there is an error, and none is made") {
  const mot::test::TemporaryFolder folder;
  JournalFile journal;
  CHECK(journal.append(folder / "journal", "x") == ENOENT);
  CHECK_FALSE(mot::read_file(folder / "journal"));
}
