#include "engine/scenario/course_files.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace {

void write(const std::string& path, const std::string& content) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << content;
}

std::string course(const std::string& id) {
  return "mot: 1\nid: " + id + "\ntitle: T\nlessons:\n  - { id: a, scenario: base }\n";
}

}  // namespace

TEST_CASE("courses are found in every folder of that name, by file name and by the id inside") {
  const mot::test::TemporaryFolder folder;
  const std::string library = folder.path().string();
  write(folder / "courses/week.yaml", course("first-week"));
  write(folder / "courses/week.zh-CN.yaml",
        "mot-translation: 1\nof: first-week\nlanguage: zh-CN\n");
  write(folder / "hotel/courses/desk.yaml", course("week"));
  write(folder / "courses/damaged.yaml", "[");
  write(folder / "other/loose.yaml", course("loose"));
  CHECK(mot::course_files(library) ==
        std::vector<std::string>{folder / "courses/week.yaml", folder / "hotel/courses/desk.yaml"});
  CHECK(mot::course_ids(library) == std::vector<std::string>{"desk", "first-week", "week"});
  CHECK(mot::find_course(library, "desk") == folder / "hotel/courses/desk.yaml");
  CHECK(mot::find_course(library, "first-week") == folder / "courses/week.yaml");
  // A file's own name goes before the id in another one.
  CHECK(mot::find_course(library, "week") == folder / "courses/week.yaml");
  CHECK(mot::find_course(library, "loose").empty());
  CHECK(mot::course_files("").empty());
}
