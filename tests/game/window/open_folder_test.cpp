// The player's folder is handed to the system's file manager.
#include "game/window/open_folder.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

TEST_CASE("a folder is made where it is not there, and its path given to the program") {
  const mot::test::TemporaryFolder scratch;
  const std::string program = scratch / "opener";
  std::ofstream(program)
      << "#!/bin/sh\nprintf %s \"$1\" >\"$0.part\" && mv \"$0.part\" \"$0.said\"\n";
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const std::string folder = scratch / "my own; data";
  REQUIRE(mot::open_folder(program, folder));
  CHECK(std::filesystem::is_directory(folder));
  for (int i = 0; i < 500 && !std::filesystem::exists(program + ".said"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  CHECK(mot::read_file(program + ".said") == folder);
}

TEST_CASE("without a program, or where the folder cannot be, nothing is opened") {
  const mot::test::TemporaryFolder scratch;
  CHECK_FALSE(mot::open_folder("", scratch / "data"));
  CHECK_FALSE(mot::open_folder(scratch / "no-such-program", scratch / "data"));
  std::ofstream(scratch / "file") << "x";
  CHECK_FALSE(mot::open_folder("/bin/true", scratch / "file/data"));
}
