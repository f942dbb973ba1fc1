#include "engine/scenario/neighbour_files.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace {

class Tree {
 public:
  void write(const std::string& name, const std::string& content) const {
    const std::filesystem::path path = folder_.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << content;
  }
  std::string find(const std::string& from,
                   const std::string& library,
                   const std::string& id) const {
    const std::string found = mot::find_neighbour(
        folder_ / from, library.empty() ? "" : folder_ / library, "customers", id);
    return found.empty() ? found
                         : std::filesystem::path(found).lexically_relative(folder_.path()).string();
  }
  const mot::test::TemporaryFolder& folder() const { return folder_; }

 private:
  mot::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a customer beside goes before one in the parent, and that before the library") {
  const Tree tree;
  tree.write("a/b/scenario.yaml", "x");
  tree.write("lib/hotel/customers/chen.yaml", "id: chen\n");
  CHECK(tree.find("a/b", "lib", "chen") == "lib/hotel/customers/chen.yaml");
  tree.write("a/customers/chen.yaml", "id: chen\n");
  CHECK(tree.find("a/b", "lib", "chen") == "a/customers/chen.yaml");
  tree.write("a/b/customers/x.yaml", "id: chen\n");
  CHECK(tree.find("a/b", "lib", "chen") == "a/b/customers/x.yaml");
  CHECK(tree.find("a/b", "lib", "chan").empty());
}

TEST_CASE("the id inside is read however it is written") {
  const Tree tree;
  tree.write("customers/a.yaml", "mot: 1\nid:   \"chen\"   # hers\n");
  tree.write("customers/b.yaml", "{ mot: 1, id: fang }\n");
  tree.write("customers/c.yaml", "not: [yaml\n");
  CHECK(tree.find(".", "", "chen") == "customers/a.yaml");
  CHECK(tree.find(".", "", "fang") == "customers/b.yaml");
}

TEST_CASE("a file that has the name and another id gives way to the one with the id") {
  const Tree tree;
  tree.write("customers/chen.yaml", "id: other\n");
  CHECK(tree.find(".", "", "chen") == "customers/chen.yaml");
  tree.write("customers/z.yaml", "id: chen\n");
  CHECK(tree.find(".", "", "chen") == "customers/z.yaml");
}

TEST_CASE("translations are the files with a language tag in their name") {
  const Tree tree;
  for (const char* name : {"a.yaml", "a.zh-CN.yaml", "a.de.yaml", "a.final.yaml", "ab.de.yaml",
                           "a.de.yml", "a.zh_CN.yaml"})
    tree.write(name, "x");
  const auto files = mot::translation_files(tree.folder() / "a.yaml");
  REQUIRE(files.size() == 2);
  CHECK(std::filesystem::path(files[0]).filename() == "a.de.yaml");
  CHECK(std::filesystem::path(files[1]).filename() == "a.zh-CN.yaml");
}

TEST_CASE("ids for suggestions are file names, translations left out") {
  const Tree tree;
  tree.write("customers/chen.yaml", "x");
  tree.write("customers/chen.de.yaml", "x");
  tree.write("lib/customers/fang.yaml", "x");
  CHECK(mot::neighbour_ids(tree.folder().path().string(), tree.folder() / "lib", "customers") ==
        std::vector<std::string>{"chen", "fang"});
}

TEST_CASE("a file is read once, and reported once where it can't be") {
  const Tree tree;
  tree.write("a.yaml", "x: [\n");
  mot::DocumentCache cache;
  mot::DiagnosticSink sink;
  CHECK(cache.read(tree.folder() / "a.yaml", sink) == nullptr);
  CHECK(cache.read(tree.folder() / "a.yaml", sink) == nullptr);
  CHECK(sink.errors_added() == 1);
}
