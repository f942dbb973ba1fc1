#include "engine/records/folder_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

using mot::files_in_folder;

TEST_CASE("the files of a folder that are meant come by name") {
  const mot::test::TemporaryFolder folder;
  for (const char* name : {"b.json", "a.json", "c.txt"}) std::ofstream(folder / name) << "x";
  std::filesystem::create_directory(folder / "d.json");
  std::filesystem::create_symlink(folder / "nowhere", folder / "e.json");
  // Where this leads nobody can tell: it may be what is looked for.
  std::filesystem::create_symlink(folder / "f.json", folder / "f.json");
  const auto files = files_in_folder(folder.path().string(), [](const std::string& name) {
    return name.find(".json") != std::string::npos;
  });
  REQUIRE(files);
  CHECK(*files == std::vector<std::filesystem::path>{folder / "a.json", folder / "b.json",
                                                     folder / "f.json"});
}

TEST_CASE("a folder that is not there holds nothing, one that cannot be read is refused") {
  const mot::test::TemporaryFolder folder;
  const auto all = [](const std::string&) { return true; };
  CHECK(files_in_folder(folder / "missing", all)->empty());
  // A file cannot be listed, whoever asks.
  std::ofstream(folder / "file") << "x";
  const auto no_folder = files_in_folder(folder / "file", all);
  REQUIRE_FALSE(no_folder);
  CHECK_THAT(no_folder.error().message, Catch::Contains(folder / "file"));
  if (::geteuid() == 0) {
    WARN("not tested without rights: root has them all");
    return;
  }
  REQUIRE(::chmod(folder.path().c_str(), 0300) == 0);
  const auto closed = files_in_folder(folder.path().string(), all);
  REQUIRE(::chmod(folder.path().c_str(), 0700) == 0);
  CHECK_FALSE(closed);
}
