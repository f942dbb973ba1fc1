// Also tests neighbour_files.h and file_kind.h where they meet in a folder of files.
#include "engine/scenario/library.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/findings.h"
#include "tests/support/temporary_folder.h"

using mot::test::base_scenario;
using mot::test::codes_in_tree;
using mot::test::edited;

namespace {

void write(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << content;
}

}  // namespace

TEST_CASE("files below a folder are found in order, hidden ones left out") {
  const mot::test::TemporaryFolder folder;
  for (const char* name : {"b.yaml", "a/c.yaml", "a/.d.yaml", ".git/e.yaml", "f.yml", "g.txt"})
    write(folder.path() / name, "x");
  const auto files = mot::yaml_files_below(folder.path().string());
  REQUIRE(files.size() == 2);
  CHECK(files[0] == (folder.path() / "a/c.yaml").generic_string());
  CHECK(files[1] == (folder.path() / "b.yaml").generic_string());
}

TEST_CASE("a folder without a file is told") {
  const mot::test::TemporaryFolder folder;
  mot::DiagnosticSink sink;
  const auto checked = mot::check_paths({folder.path().string()}, {}, sink);
  CHECK(checked.files == 0);
  CHECK(checked.empty_folders.size() == 1);
}

TEST_CASE("in a folder ids are held against file names and each other, elsewhere not") {
  CHECK(codes_in_tree({{"l/other.yaml", base_scenario()}}, {"l"}) == "M0093");
  CHECK(codes_in_tree({{"l/other.yaml", base_scenario()}}, {"l/other.yaml"}) == "");
  CHECK(codes_in_tree({{"l/other.yaml", base_scenario()}}, {"l/other.yaml"}, "l") == "M0093");
  CHECK(codes_in_tree({{"l/a/base.yaml", base_scenario()}, {"l/b/base.yaml", base_scenario()}},
                      {"l"}) == "M0092");
}

TEST_CASE("a file named twice is checked once, its findings shown once") {
  const std::string wrong = edited({{"minutes: 5", "minutes: 0"}});
  CHECK(codes_in_tree({{"base.yaml", wrong}}, {"base.yaml", "base.yaml"}) == "M0023");
}

TEST_CASE("the kind of a file is told by its keys, an unknown one read as a scenario") {
  CHECK(codes_in_tree({{"x.yaml",
                        "mot: 1\nname: C\nid: x\nrole: r\nabout: a\nportrait: lin\nexpects: "
                        "{ empathy: 1 }\n"}},
                      {"x.yaml"}) == "");
  CHECK(codes_in_tree({{"x.yaml", "mot: 1\nid: x\ntitle: T\nstages: [{ id: a, title: A }]\n"}},
                      {"x.yaml"}) == "");
  CHECK(codes_in_tree({{"x.yaml", "mot: 1\nid: x\ntitle: T\nlessons: [{ id: a, scenario: b }]\n"}},
                      {"x.yaml"}) == "");
  CHECK(codes_in_tree({{"x.yaml", "mot: 1\nid: x\n"}}, {"x.yaml"}).find("M0024") == 0);
}

TEST_CASE("scenarios are found by file name, then by the id inside") {
  const mot::test::TemporaryFolder folder;
  write(folder.path() / "hotel/base.yaml", edited({{"id: base", "id: inner"}}));
  write(folder.path() / "hotel/base.zh-CN.yaml", "mot-translation: 1\n");
  write(folder.path() / "customers/chen.yaml", "id: chen\n");
  const std::string root = folder.path().string();
  CHECK(mot::scenario_ids(root) == std::vector<std::string>{"base"});
  CHECK(mot::scenario_inner_ids(root) == std::vector<std::string>{"inner"});
  CHECK(mot::find_scenario(root, "base") == mot::find_scenario(root, "inner"));
  CHECK(mot::find_scenario(root, "chen").empty());
  CHECK(mot::find_scenario("", "base").empty());
  mot::LoadOptions options;
  options.library = root;
  CHECK(mot::list_library(options).size() == 1);
}
